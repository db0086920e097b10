//! Practice for interviews: what is due, the points of an answer, and how sure somebody is against how right.

use super::{GuideView, capitalised, count};
use crate::coach::practice::calibration::{Calibration, LEAST_ANSWERS, Lean};
use crate::coach::practice::grade::is_right;
use crate::coach::practice::{Card, Deck, ROUND};
use crate::guide::id::Link;
use crate::guide::model::InterviewQuestion;
use crate::profile::model::Proof;
use crate::profile::practice::Attempt;
use crate::profile::story::Story;
use crate::report::document::{Column, Document, Role, Span, Spans};
use crate::session::Session;
use jiff::civil::Date;

/// How sure against how right: `82 % sure, 61 % right, on 14 answers`.
#[must_use]
pub fn figures(calibration: Calibration) -> String {
    let (sure, right) = (calibration.sure(), calibration.right());
    format!("{sure} % sure, {right} % right, on {} answers", calibration.answers())
}

/// What the figures mean, in a sentence.
#[must_use]
pub const fn meaning(calibration: Calibration) -> &'static str {
    match calibration.lean() {
        Lean::TooSure => "You are surer than you are right: look again at what you think you know.",
        Lean::Even => "You are about as right as you are sure.",
        Lean::TooUnsure => "You know more than you think.",
    }
}

/// The line that stands beside a score.
#[must_use]
pub fn beside_score(calibration: Calibration) -> Spans {
    let role = match calibration.lean() {
        Lean::TooSure => Role::Open,
        Lean::Even | Lean::TooUnsure => Role::Dim,
    };
    vec!["Practice: ".into(), Span::new(role, figures(calibration)), ".".into()]
}

/// How many questions are due and new: `2 due today, 118 new`.
#[must_use]
pub fn counts(deck: &Deck) -> String {
    format!("{} due today, {} new", deck.due.len(), deck.new.len())
}

/// What a round holds, or when the next question comes again where there is none.
#[must_use]
pub fn round(deck: &Deck, today: Date) -> String {
    let due = deck.due.len().min(ROUND);
    let new = deck.new.len().min(ROUND - due);
    match (due, new, deck.next_due()) {
        (0, 0, Some(day)) => format!("Nothing is due. The next question comes again {}.", when(day, today)),
        (0, 0, None) => "There are no such questions.".to_owned(),
        (0, new, _) => format!("{}.", capitalised(&count(new, "new question"))),
        (due, 0, _) => format!("{}.", capitalised(&count(due, "due question"))),
        (due, new, _) => format!("{}: {due} due, {new} new.", capitalised(&count(due + new, "question"))),
    }
}

/// A later day: `tomorrow (2026-11-27)`, `in 8 days (2026-12-04)`.
#[must_use]
pub fn when(day: Date, today: Date) -> String {
    match today.until(day).map_or(0, |span| span.get_days()) {
        ..=0 => "today".to_owned(),
        1 => format!("tomorrow ({day})"),
        days => format!("in {days} days ({day})"),
    }
}

/// Since when a question is due: `due today`, `due for 3 days`; `new` where it hasn't been asked.
#[must_use]
pub fn due_for(card: &Card, today: Date) -> String {
    match card.overdue(today) {
        None => "new".to_owned(),
        Some(1) => "due since yesterday".to_owned(),
        Some(days) if days > 1 => format!("due for {days} days"),
        Some(0) => "due today".to_owned(),
        Some(_) => card.due.map_or_else(String::new, |day| format!("comes again {}", when(day, today))),
    }
}

/// What stands under a question's skill: which rating it tests, and since when it is due.
#[must_use]
pub fn about(card: &Card, question: &InterviewQuestion, today: Date) -> String {
    format!("Typical at rating {} · {}", question.tests.number(), due_for(card, today))
}

/// What an answer was worth: `3 of 5 points: right.`
#[must_use]
pub fn outcome(attempt: &Attempt) -> Spans {
    let (made, of) = attempt.points();
    let (role, word) = if is_right(attempt) { (Role::Good, "right") } else { (Role::Open, "not yet right") };
    vec![
        format!("{made} of {of} points: ").into(),
        Span::new(role, word),
        format!(". You were {} sure.", attempt.sure).into(),
    ]
}

/// How a round went: `Answered: 4, of these right: 3; on average you were 78 % sure.`
#[must_use]
pub fn this_round(answered: &[Attempt]) -> String {
    let right = answered.iter().filter(|attempt| is_right(attempt)).count();
    let sure: usize = answered.iter().map(|attempt| usize::from(attempt.sure.percent())).sum();
    let mean = (2 * sure + answered.len()).checked_div(2 * answered.len()).unwrap_or_default();
    format!("This round: {} of {} right; you were {mean} % sure on average.", right, answered.len())
}

/// What the interviewer asks next, and what the answer tells them.
pub fn add_follow_up(question: &InterviewQuestion, doc: &mut Document) {
    doc.spans(vec![Span::new(Role::Strong, "Then asked: "), question.follow_up.as_str().into()]);
    doc.spans(vec![Span::new(Role::Strong, "What it tells: "), Span::new(Role::Dim, &question.tells)]);
}

/// The person's own stories about the skill, to be told where an interviewer asks for a case.
pub fn add_stories<'s>(stories: impl Iterator<Item = &'s Proof>, doc: &mut Document) {
    for proof in stories {
        let told = proof.story.as_ref().map(Story::text).unwrap_or_default();
        let title = proof.title.trim_end_matches('.');
        doc.spans(vec![Span::new(Role::Strong, "A story of yours: "), format!("{title}. {told}").into()]);
    }
}

/// The questions that are due, the most overdue first.
#[must_use]
pub fn due(book: GuideView<'_>, deck: &Deck, today: Date) -> Document {
    let mut doc = Document::titled(format!("Practice: {}", counts(deck)));
    if deck.due.is_empty() {
        let next = deck.next_due().map(|day| format!(" The next question comes again {}.", when(day, today)));
        doc.paragraph(format!("Nothing is due.{}", next.unwrap_or_default()));
    }
    for card in &deck.due {
        let Some((skill, question)) = card.question(book.library) else { continue };
        let name = Span::link(&skill.short, Link::Skill(skill.id.clone()));
        let late = Span::new(Role::Dim, format!(" ({})", due_for(card, today)));
        doc.item(vec![name, format!(": {}", question.ask).into(), late]);
    }
    doc
}

/// How sure against how right so far, altogether and by category; how many answers are missing where there are too few.
pub fn add_calibration(session: &Session, doc: &mut Document) {
    let answers = session.attempts().map_or(0, <[Attempt]>::len);
    let Some(all) = session.calibration() else {
        doc.paragraph(Span::new(
            Role::Dim,
            format!(
                "After {LEAST_ANSWERS} answers you see how well your certainty matches your results ({answers} so far)."
            ),
        ));
        return;
    };
    let cells = |name: &str, found: Calibration| {
        let brier = found.brier();
        vec![
            name.into(),
            format!("{} %", found.sure()).into(),
            format!("{} %", found.right()).into(),
            format!("{}.{:03}", brier / 1000, brier % 1000).into(),
            found.answers().to_string().into(),
        ]
    };
    let mut rows = vec![cells("All skills", all)];
    for of in session.calibration_by_category() {
        rows.extend(of.calibration.map(|found| cells(of.category.title(), found)));
    }
    let columns = vec![
        Column::left("How sure against how right").spoken(""),
        Column::right("Sure"),
        Column::right("Right"),
        Column::right("Brier").spoken("Brier score"),
        Column::right("Answers"),
    ];
    doc.table(columns, rows);
    doc.paragraph(meaning(all));
    doc.paragraph(Span::new(
        Role::Dim,
        "Right means at least 60 % of the points. Brier score: 0 is perfect, 0.25 is saying 50 % every time.",
    ));
}
