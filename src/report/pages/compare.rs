//! The comparison of two levels.

use super::{GuideView, pay};
use crate::coach::compare::{self, RequirementChange, RequirementChangeKind};
use crate::guide::id::Link;
use crate::guide::model::{Ask, Level};
use crate::report::document::{Cell, Column, Document, Role, Span};

/// The differences between two levels: years, pay, and every skill that is new, rises, falls or has another weight.
#[must_use]
pub fn page(book: GuideView<'_>, from: &Level, to: &Level) -> Document {
    let mut doc = Document::titled(format!("From {} to {}", from.title, to.title));
    let fact = |name: &str, before: String, after: String| {
        vec![Cell::new(Role::Strong, name), before.into(), "→".into(), after.into()]
    };
    let rows = vec![
        fact("Track", from.track.name().to_owned(), to.track.name().to_owned()),
        fact("Experience", from.years.to_string(), to.years.to_string()),
        fact("Median pay", pay(&from.pay, from.pay.median), pay(&to.pay, to.pay.median)),
        fact("Average pay", pay(&from.pay, from.pay.average), pay(&to.pay, to.pay.average)),
    ];
    let columns = vec![
        Column::default(),
        Column::default().spoken(from.short.as_str()),
        Column::default().unsaid(),
        Column::default().spoken(to.short.as_str()),
    ];
    doc.table(columns, rows);
    let origin = book.origin(to.pay.source.as_ref(), to.pay.as_of.as_deref());
    doc.paragraph(Span::new(Role::Dim, format!("Source: {origin}; pay in the United States.")));

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
