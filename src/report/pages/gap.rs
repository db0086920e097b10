//! The gap: the scores at every level, and one level skill by skill.

mod level;

use super::{GuideView, capitalised, count, hint, standing};
use crate::coach::assessment::Assessment;
use crate::coach::score::{LevelScore, MustHave, MustHaveState, Standing, Verdict, ends};
use crate::guide::id::{LevelId, Link};
use crate::guide::model::Track;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};
pub use level::{add_beginning, answers, level};

/// Number of skills named one by one in a reason.
const NAMES: usize = 3;

/// The scores at every level.
#[must_use]
pub fn all(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Document {
    let mut doc = Document::titled(format!("{}: where you stand", book.guide.title));
    doc.spans(headline(book, assessment));
    doc.spans(progress_and_target(book, assessment, target));
    doc.gap();
    add_bars(book, assessment, target, &mut doc);
    doc.gap();
    if let Some(score) = next_level(book, assessment).filter(|_| assessment.rated > 0) {
        doc.spans(vec![
            Span::new(Role::Strong, format!("Next level: {}", book.level_name(&score.level))),
            format!(", {}: {}.", score.standing.name(), reason(book, score)).into(),
        ]);
        doc.gap();
    }
    doc.paragraph(Span::new(
        Role::Dim,
        format!(
            "Self-reported. Each score is a range: the lowest and the highest that your answers allow, in per cent of what the level needs. A level is ready when even the lower end is at least {} and every must-have is met. Missing proof and skills that are not rated make a range wide.",
            book.guide.scoring.threshold
        ),
    ));
    doc
}

/// The lowest level that isn't ready; on the track of the level reached, if that is above the core.
fn next_level<'a>(book: GuideView<'_>, assessment: &'a Assessment) -> Option<&'a LevelScore> {
    let reached = assessment.reached.as_ref().and_then(|id| book.guide.level(id));
    let branch = reached.map(|level| level.track).filter(|track| *track != Track::Core);
    let levels = book.guide.levels.iter().zip(&assessment.levels);
    let open = levels.filter(|(_, score)| score.standing != Standing::Ready);
    let mut ahead = open.filter(|(level, _)| branch.is_none_or(|branch| level.track == branch));
    ahead.next().map(|(_, score)| score)
}

/// The answer in a line: the level that the evidence shows, the level that the ratings say, and what is still open.
#[must_use]
pub fn headline(book: GuideView<'_>, assessment: &Assessment) -> Spans {
    if assessment.rated == 0 {
        return vec![Span::new(Role::Strong, "Nothing is rated yet, so every level is open.")];
    }
    let mut text: Spans = Vec::new();
    match &assessment.reached {
        Some(level) => {
            let is_unproved = assessment.level(level).is_some_and(|score| score.claims_only);
            text.push(if is_unproved { "You reach " } else { "You can show " }.into());
            text.push(Span::new(Role::Good, book.reached_name(level)));
            text.push(if is_unproved { ", but its must-haves are not proved yet. " } else { ". " }.into());
        }
        None => text.push("Your evidence shows no level yet. ".into()),
    }
    if assessment.claimed == assessment.reached && assessment.reached.is_some() {
        text.push("Your ratings say the same.".into());
    } else {
        text.push("By your ratings: ".into());
        let first = book.guide.levels.first();
        let before = || first.map_or_else(String::new, |first| format!("on the way to {}", first.short));
        let claimed = assessment.claimed.as_ref();
        text.push(Span::new(Role::Strong, claimed.map_or_else(before, |level| book.reached_name(level))));
        text.push(".".into());
    }
    let unrated = assessment.skills.saturating_sub(assessment.rated);
    if assessment.possible != assessment.claimed && unrated > 0 {
        text.push(
            // Home counts the open questions of the target too, so the sentence says that these are others.
            format!(
                " {} at all levels could still change that.",
                capitalised(&count(unrated, "open answer"))
            )
            .into(),
        );
    }
    text
}

/// Skills rated, levels that block a ready one, and the target.
fn progress_and_target(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Spans {
    let mut text: Spans =
        vec![format!("{} of {} skills rated. ", assessment.rated, assessment.skills).into()];
    if let Some(sentence) = blocked(book, assessment) {
        text.push(format!("{sentence} ").into());
    }
    match target {
        Some(target) => text.push(format!("Target: {}.", book.level_name(target)).into()),
        None => text.push(hint::set_target(book).into()),
    }
    text
}

/// The reason why a ready level isn't reached: "Senior itself is ready, but Junior comes first: Git isn't rated."
#[must_use]
pub fn blocked(book: GuideView<'_>, assessment: &Assessment) -> Option<String> {
    let first = assessment.blocked_by.first()?;
    let blocking = assessment.level(first)?;
    let ready_above = book.guide.levels.iter().rev().find(|level| {
        assessment.level(&level.id).is_some_and(|score| score.verdict == Verdict::Ready)
            && book.guide.predecessors(level).any(|below| below.id == *first)
    })?;
    Some(format!(
        "{} itself is ready, but {} comes first: {}.",
        ready_above.short,
        book.level_name(first),
        reason(book, blocking)
    ))
}

/// The name of a level as a link; the target stands out.
fn target_link(book: GuideView<'_>, level: &LevelId, is_target: bool) -> Span {
    let link = Span::link(book.level_name(level), Link::Level(level.clone()));
    if is_target { Span { role: Role::Accent, ..link } } else { link }
}

/// A range bar for every level.
pub fn add_bars(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>, doc: &mut Document) {
    let rows = assessment.levels.iter().map(|score| {
        let is_target = target == Some(&score.level);
        let name = target_link(book, &score.level, is_target);
        vec![
            Cell::Text(vec![super::target_marker(is_target), name]),
            Cell::Range { low: score.low, high: score.high, mark: score.threshold },
            score.range().into(),
            standing(score.standing).into(),
        ]
    });
    let threshold = book.guide.scoring.threshold;
    let columns = vec![
        Column::left("  Level"),
        Column::left(format!("{threshold} = ready")).unsaid(),
        Column::right("Score").spoken(""),
        Column::left("Standing").spoken(""),
    ];
    doc.table(columns, rows.collect());
}

/// The reason for the standing, in a few words.
#[must_use]
pub fn reason(book: GuideView<'_>, score: &LevelScore) -> String {
    let threshold = book.guide.scoring.threshold;
    if score.standing < score.own_standing() {
        let before = score.held_by.iter().map(|level| book.level_name(level)).collect::<Vec<_>>();
        return format!("needs {} first", joined(&before));
    }
    match score.standing {
        Standing::Ready if score.claims_only => "every must-have is met, but not proved yet".to_owned(),
        Standing::Ready => format!("every must-have is met and the score is at least {threshold}"),
        Standing::NotYet => {
            let unmet = score.must_haves_in(MustHaveState::Unmet);
            let mut parts: Vec<_> = unmet.map(|floor| unmet_words(book, score, floor)).collect();
            if score.high < score.threshold {
                parts.push(format!("at best you would score {}, but you need {threshold}", best(score)));
            }
            parts.join("; ")
        }
        Standing::Unproved => only_proof_is_missing(book, score),
        Standing::Open => unanswered(book, score),
    }
}

fn best(score: &LevelScore) -> u64 {
    ends(score.low, score.high, score.threshold).1
}

/// `SQL 2, needs 3`.
fn unmet_words(book: GuideView<'_>, score: &LevelScore, floor: &MustHave) -> String {
    let rating = score.skill(&floor.skill).and_then(|skill| skill.answer);
    let rating = rating.map_or(0, |(rating, _)| rating.number());
    format!("{} {rating}, needs {}", book.skill_short(&floor.skill), floor.floor.number())
}

fn only_proof_is_missing(book: GuideView<'_>, score: &LevelScore) -> String {
    let open: Vec<_> =
        score.must_haves_in(MustHaveState::Open).map(|floor| book.skill_short(&floor.skill)).collect();
    match open[..] {
        [] => "only proof is missing".to_owned(),
        _ => format!("only proof is missing, most of all for {}", joined(&open)),
    }
}

/// Must-haves that aren't rated by name, or how many skills aren't rated.
fn unanswered(book: GuideView<'_>, score: &LevelScore) -> String {
    let must_haves = score.unrated().filter(|skill| skill.ask.must_have.is_some());
    let names: Vec<_> = must_haves.map(|skill| book.skill_short(&skill.ask.skill)).collect();
    match names.len() {
        0 => match score.unrated().count() {
            1 => "one skill isn't rated".to_owned(),
            number => format!("{number} skills aren't rated"),
        },
        1 => format!("{} isn't rated", names[0]),
        2..=NAMES => format!("{} aren't rated", joined(&names)),
        number => format!("{number} must-haves aren't rated"),
    }
}

/// `Git`, `Git and SQL`, `Git, SQL and Testing`.
fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
