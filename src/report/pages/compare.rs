//! The comparison of two levels.

pub mod side_by_side;

use super::{GuideView, pay};
use crate::coach::compare::{self, RequirementChange, RequirementChangeKind};
use crate::guide::id::Link;
use crate::guide::model::{Ask, Level};
use crate::report::document::{Cell, Column, Document, Role, Span};

/// The differences between two levels: years, pay, and every skill that is new, rises, falls or has another weight.
#[must_use]
pub fn page(book: GuideView<'_>, from: &Level, to: &Level) -> Document {
    let mut doc = Document::titled(heading(from, to));
    let fact = |(name, before, after): (&str, String, String)| {
        vec![Cell::new(Role::Strong, name), before.into(), "→".into(), after.into()]
    };
    let columns = vec![
        Column::default(),
        Column::default().spoken(from.short.as_str()),
        Column::default().unsaid(),
        Column::default().spoken(to.short.as_str()),
    ];
    doc.table(columns, facts(from, to).map(fact).into());
    doc.paragraph(source(book, to));

    let changes = compare::changes(book.guide, from, to);
    for kind in [
        RequirementChangeKind::New,
        RequirementChangeKind::Rises,
        RequirementChangeKind::Falls,
        RequirementChangeKind::MustHave,
        RequirementChangeKind::Weight,
        RequirementChangeKind::Gone,
    ] {
        let rows: Vec<_> =
            changes.iter().filter(|change| change.kind == kind).map(|change| row(book, change)).collect();
        if !rows.is_empty() {
            doc.heading(title(kind));
            doc.table(vec![Column::default(); 3], rows);
        }
    }
    if changes.is_empty() {
        doc.gap();
        doc.paragraph("Both levels have the same requirements.");
    }
    doc.heading(format!("{}: what you do", to.short));
    for sentence in &to.does {
        doc.item(vec![sentence.as_str().into()]);
    }
    doc
}

fn heading(from: &Level, to: &Level) -> String {
    format!("From {} to {}", from.title, to.title)
}

/// What can be said of both levels in a word: its name, and what it is at each.
fn facts(from: &Level, to: &Level) -> [(&'static str, String, String); 4] {
    [
        ("Track", from.track.name().to_owned(), to.track.name().to_owned()),
        ("Experience", from.years.to_string(), to.years.to_string()),
        ("Median pay", pay(&from.pay, from.pay.median), pay(&to.pay, to.pay.median)),
        ("Average pay", pay(&from.pay, from.pay.average), pay(&to.pay, to.pay.average)),
    ]
}

fn source(book: GuideView<'_>, to: &Level) -> Span {
    let origin = book.origin(to.pay.source.as_ref(), to.pay.as_of.as_deref());
    Span::new(Role::Dim, format!("Source: {origin}; pay in the United States."))
}

const fn title(kind: RequirementChangeKind) -> &'static str {
    match kind {
        RequirementChangeKind::New => "New skills",
        RequirementChangeKind::Rises => "Higher rating needed",
        RequirementChangeKind::Falls => "Lower rating needed",
        RequirementChangeKind::MustHave => "Same rating, different must-have",
        RequirementChangeKind::Weight => "Same rating, different weight",
        RequirementChangeKind::Gone => "No longer needed",
    }
}

fn row(book: GuideView<'_>, change: &RequirementChange<'_>) -> Vec<Cell> {
    let name = Span::link(book.skill_short(change.skill), Link::Skill(change.skill.clone()));
    let rating = |ask: Option<&Ask>| ask.map_or("–".to_owned(), |ask| ask.required.number().to_string());
    let numbers = format!("{} → {}", rating(change.from), rating(change.to));
    vec![name.into(), numbers.into(), notes(change).into()]
}

fn notes(change: &RequirementChange<'_>) -> String {
    let floor = |ask: Option<&Ask>| ask.and_then(|ask| ask.must_have);
    let weight = |ask: Option<&Ask>| ask.map(|ask| ask.weight);
    let mut notes = Vec::new();
    match (floor(change.from), floor(change.to)) {
        (before, Some(floor)) if before != Some(floor) => {
            notes.push(format!("must-have, at least {}", floor.number()));
        }
        (Some(_), None) if change.to.is_some() => notes.push("no longer a must-have".to_owned()),
        _ => {}
    }
    match (weight(change.from), weight(change.to)) {
        (Some(before), Some(after)) if before != after => {
            notes.push(format!("weight {before} → {after}"));
        }
        (None, Some(weight)) => notes.push(format!("weight {weight}")),
        _ => {}
    }
    notes.join("; ")
}
