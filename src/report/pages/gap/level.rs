//! The gap at one level, skill by skill.

use super::reason;
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::fraction::Fraction;
use crate::coach::plan::{Plan, Step, StepKind};
use crate::coach::score::{LevelScore, MustHaveState, SkillScore, Verdict};
use crate::guide::id::{Link, SkillId};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};
use crate::report::pages::{
    self, Face, GuideView, capitalised, count, must_have_role, points, standing, standing_role, step_change,
    step_words,
};

/// Number of steps in the overview.
const STEPS_SHOWN: usize = 3;

/// One level, skill by skill.
#[must_use]
pub fn level(book: GuideView<'_>, score: &LevelScore, plan: &Plan) -> Document {
    let title = book.guide.level(&score.level).map_or("", |level| &level.title);
    let mut doc = Document::titled(format!("{title}: the gap"));
    add_standing(book, score, &mut doc);
    add_must_haves(book, score, &mut doc);
    add_skills(book, score, &mut doc);
    add_settles(book, score, &mut doc);
    add_steps(book, plan, &mut doc);
    doc
}

fn add_standing(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    // On a screen the list beside it has the bar.
    let mut range = String::new();
    if book.face == Face::Interface {
        range = format!(", {}", score.range());
    } else {
        let bar = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
        let row = vec![bar, score.range().into(), standing(score.standing).into()];
        let columns = vec![Column::default().unsaid(), Column::default().spoken("score"), Column::default()];
        doc.table(columns, vec![row]);
        doc.gap();
    }
    let mut text: Spans = vec![
        Span::new(standing_role(score.standing), capitalised(score.standing.name())),
        range.into(),
        format!(": {}.", reason(book, score)).into(),
    ];
    if score.equal_weights_verdict != score.verdict {
        text.push(
            format!(
                " The weights decide this: if every skill counted the same, {}.",
                match score.equal_weights_verdict {
                    Verdict::Ready => "the level would be ready",
                    Verdict::NotYet => "it would be \u{201c}not yet\u{201d}",
                    Verdict::Undetermined => "it could still go either way",
                }
            )
            .into(),
        );
    }
    doc.spans(text);
}

/// The must-haves: those that are missing one by one, each with the sentence that closes it; then those that are met.
fn add_must_haves(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    doc.heading("Must-haves");
    for floor in score.must_haves_in(MustHaveState::Unmet).chain(score.must_haves_in(MustHaveState::Open)) {
        let answer = score.skill(&floor.skill).and_then(|skill| skill.answer);
        let (sign, words) = match (floor.state, answer) {
            (MustHaveState::Unmet, _) => {
                ("✗", format!(": needs {}, you have {}", floor.floor.number(), pages::answer(answer)))
            }
            (_, Some(_)) => (
                "?",
                format!(": needs {}, and your {} needs proof", floor.floor.number(), pages::answer(answer)),
            ),
            (_, None) => ("?", format!(": needs {}, not rated yet", floor.floor.number())),
        };
        let mut text: Spans =
            vec![skill_link(book, &floor.skill), Span::new(must_have_role(floor.state), words), ". ".into()];
        if let Some(skill) = book
            .library
            .skill(&floor.skill)
            .filter(|_| floor.state == MustHaveState::Unmet || answer.is_none())
        {
            text.push(Span::new(
                Role::Dim,
                format!(
                    "It is met when you can say: \u{201c}{}\u{201d}",
                    skill.anchors.of(floor.floor).text()
                ),
            ));
        }
        doc.marked(sign, text);
    }
    let met: Vec<&SkillId> = score.must_haves_in(MustHaveState::Met).map(|floor| &floor.skill).collect();
    if !met.is_empty() {
        let mut text: Spans = vec![Span::new(must_have_role(MustHaveState::Met), "Met: ")];
        text.extend(book.skill_links(met));
        text.push(".".into());
        doc.marked("✓", text);
    }
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

/// The skills that could still add something, the largest first; then those that add all they can.
fn add_skills(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let whole = |skill: &SkillScore| skill.share_of_level();
    let missing = |skill: &SkillScore| whole(skill).minus(skill.low());
    let (mut open, complete): (Vec<_>, Vec<_>) =
        score.skills.iter().partition(|skill| missing(skill) > Fraction::ZERO);
    open.sort_by_key(|skill| std::cmp::Reverse(missing(skill)));
    if !open.is_empty() {
        doc.heading("What would add most");
        let rows = open.iter().map(|skill| {
            vec![
                skill_link(book, &skill.ask.skill).into(),
                Cell::new(
                    if skill.answer.is_some() { Role::Text } else { Role::Dim },
                    pages::answer(skill.answer),
                ),
                format!("{} link", skill.ask.required.number()).into(),
                Span::from(format!("+{}", points(missing(skill))))
                    .said_as(format!("adds up to {} points", points(missing(skill))))
                    .into(),
            ]
        });
        let columns = vec![
            Column::left("Skill"),
            Column::left("You"),
            Column::left("Full with"),
            Column::right("Adds"),
        ];
        doc.table(columns, rows.collect());
    }
    if !complete.is_empty() {
        doc.gap();
        let mut text: Spans = vec!["Complete: ".into()];
        text.extend(book.skill_links(complete.iter().map(|skill| &skill.ask.skill)));
        text.push(".".into());
        doc.spans(text);
    }
}

/// The deciding skills of an undetermined level.
pub fn add_settles(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let deciding = deciding_skills(score);
    let Some(ready) = &deciding.ready else { return };
    doc.heading("What would settle it");
    let mut text: Spans =
        vec![format!("{} could make it ready: ", capitalised(&answers(ready.len()))).into()];
    text.extend(book.skill_links(ready));
    text.push(".".into());
    doc.item(text);
    match &deciding.not_yet {
        Some(skills) => {
            let mut text: Spans = vec![
                format!("{} could make it \u{201c}not yet\u{201d}: ", capitalised(&answers(skills.len())))
                    .into(),
            ];
            text.extend(book.skill_links(skills));
            text.push(".".into());
            doc.item(text);
        }
        None if score.unrated().next().is_none() => {
            doc.item(vec!["Nothing can make it \u{201c}not yet\u{201d}: only proof is missing.".into()]);
        }
        None => {
            doc.item(vec!["No open answer can make it \u{201c}not yet\u{201d}.".into()]);
        }
    }
}

/// `one answer or proof`, `3 answers or proofs`.
#[must_use]
pub fn answers(number: usize) -> String {
    if number == 1 {
        "one answer or proof".to_owned()
    } else {
        format!("{} or proofs", count(number, "answer"))
    }
}

fn add_steps(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    if plan.before.verdict == Verdict::Ready {
        if !plan.surer.is_empty() {
            doc.heading("How to be more certain");
            add_rows(book, plan.surer.iter().take(STEPS_SHOWN), doc);
        }
    } else if !plan.steps.is_empty() {
        doc.heading("What to do first");
        add_beginning(book, plan, doc);
    }
}

/// The steps to begin with as a table: those with which Home begins too, which has room for more.
pub fn add_beginning(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    let beginning = plan.beginning(STEPS_SHOWN).into_iter();
    add_rows(book, beginning.filter_map(|at| plan.steps.get(at)), doc);
}

fn add_rows<'s>(book: GuideView<'_>, steps: impl Iterator<Item = &'s Step>, doc: &mut Document) {
    let columns = vec![Column::default(), Column::default(), Column::default(), Column::right("")];
    doc.table(columns, steps.map(|step| step_row(book, step)).collect());
}

/// A step as a row: skill, what to do, hours, gain.
fn step_row(book: GuideView<'_>, step: &Step) -> Vec<Cell> {
    let way = match step.kind {
        StepKind::Raise { .. } if step.needs_role => ", in a job with this role",
        StepKind::Raise { .. } => "",
        StepKind::Prove { .. } => " with a link or a referee",
    };
    let what = Span::from(format!("{}{way}", step_change(step)));
    let hours = match step.hours {
        [from, to] if from == to => format!("~{from} h"),
        [from, to] => format!("{from}–{to} h"),
    };
    vec![
        skill_link(book, &step.skill).into(),
        what.said_as(format!("{}{way}", step_words(step))).into(),
        hours.into(),
        Span::from(format!("+{}", points(step.gain)))
            .said_as(format!("adds {} points", points(step.gain)))
            .into(),
    ]
}
