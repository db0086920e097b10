//! Practice for interviews, for programs.

use super::SCHEMA;
use crate::coach::practice::calibration::{Calibration, LEAST_ANSWERS};
use crate::coach::practice::grade::RIGHT_FROM;
use crate::coach::practice::{Card, Deck, Scope};
use crate::guide::id::{GuideId, LevelId, QuestionId, SkillId};
use crate::guide::model::{Category, Library};
use crate::session::Session;
use jiff::civil::Date;
use serde::Serialize;

/// `coach practice --json`.
#[derive(Debug, Serialize)]
pub struct PracticeJson<'a> {
    schema: u32,
    guide: &'a GuideId,
    skill: Option<&'a SkillId>,
    level: Option<&'a LevelId>,
    answers: usize,
    due: usize,
    new: usize,
    later: usize,
    next_due: Option<String>,
    questions: Vec<CardEntry<'a>>,
    calibration: CalibrationEntry,
}

#[derive(Debug, Serialize)]
struct CardEntry<'a> {
    id: &'a QuestionId,
    skill: &'a SkillId,
    tests: u8,
    ask: &'a str,
    due: Option<String>,
    overdue: Option<i32>,
}

#[derive(Debug, Serialize)]
struct CalibrationEntry {
    least_answers: u64,
    right_from: u64,
    altogether: Option<FiguresEntry>,
    categories: Vec<CategoryEntry>,
}

#[derive(Debug, Serialize)]
struct CategoryEntry {
    category: Category,
    answers: usize,
    figures: Option<FiguresEntry>,
}

#[derive(Debug, Serialize)]
struct FiguresEntry {
    answers: u64,
    sure: u64,
    right: u64,
    brier: f64,
    lean: &'static str,
}

/// What is due in a scope, and the calibration of the whole record.
#[must_use]
pub fn practice<'a>(session: &'a Session, scope: &'a Scope, deck: &'a Deck) -> PracticeJson<'a> {
    let today = session.today();
    let entry = |card: &'a Card| card_entry(session.library(), card, today);
    PracticeJson {
        schema: SCHEMA,
        guide: &session.guide().id,
        skill: scope.skill.as_ref(),
        level: scope.level.as_ref(),
        answers: session.attempts().map_or(0, <[_]>::len),
        due: deck.due.len(),
        new: deck.new.len(),
        later: deck.later.len(),
        next_due: deck.next_due().map(|day| day.to_string()),
        questions: deck.due.iter().filter_map(entry).collect(),
        calibration: calibration(session),
    }
}

fn card_entry<'a>(library: &'a Library, card: &'a Card, today: Date) -> Option<CardEntry<'a>> {
    let (_, question) = card.question(library)?;
    Some(CardEntry {
        id: &card.id,
        skill: &card.skill,
        tests: question.tests.number(),
        ask: &question.ask,
        due: card.due.map(|day| day.to_string()),
        overdue: card.overdue(today),
    })
}

fn calibration(session: &Session) -> CalibrationEntry {
    let categories = session.calibration_by_category();
    CalibrationEntry {
        least_answers: LEAST_ANSWERS,
        right_from: RIGHT_FROM,
        altogether: session.calibration().map(figures),
        categories: categories
            .into_iter()
            .map(|of| CategoryEntry {
                category: of.category,
                answers: of.answers,
                figures: of.calibration.map(figures),
            })
            .collect(),
    }
}

fn figures(calibration: Calibration) -> FiguresEntry {
    #[expect(clippy::cast_precision_loss, reason = "it is at most 1000")]
    let brier = calibration.brier() as f64 / 1000.0;
    FiguresEntry {
        answers: calibration.answers(),
        sure: calibration.sure(),
        right: calibration.right(),
        brier,
        lean: calibration.lean().id(),
    }
}
