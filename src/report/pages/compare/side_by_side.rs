//! Two levels in columns beside each other, for a wide page.

use super::{facts, heading, source};
use crate::coach::compare::{self, RequirementChange};
use crate::guide::id::Link;
use crate::guide::model::{Ask, Level};
use crate::report::document::{Cell, Column, Document, Role, Span};
use crate::report::pages::GuideView;

/// The same comparison as [`super::page`], with a column for each level, and with what one does at both.
#[must_use]
pub fn page(book: GuideView<'_>, from: &Level, to: &Level) -> Document {
    let mut doc = Document::titled(heading(from, to));
    doc.table(columns("", from, to), facts(from, to).map(fact).into());
    doc.paragraph(source(book, to));
    let changes = compare::changes(book.guide, from, to);
    if changes.is_empty() {
        doc.gap();
        doc.paragraph("Both levels have the same requirements.");
    } else {
        doc.heading("What is required");
        doc.table(columns("Skill", from, to), changes.iter().map(|change| skill(book, change)).collect());
    }
    doc.heading("What you do");
    let heads = [from, to].map(|level| Column::left(level.short.as_str()));
    doc.table(heads.into(), duties(from, to));
    doc
}

fn columns(head: &str, from: &Level, to: &Level) -> Vec<Column> {
    [head, &from.short, &to.short].map(Column::left).into()
}

fn fact((name, before, after): (&str, String, String)) -> Vec<Cell> {
    vec![Cell::new(Role::Strong, name), before.into(), after.into()]
}

fn skill(book: GuideView<'_>, change: &RequirementChange<'_>) -> Vec<Cell> {
    let name = Span::link(book.skill_short(change.skill), Link::Skill(change.skill.clone()));
    vec![name.into(), required(change.from, change.to).into(), required(change.to, change.from).into()]
}

/// What a level requires of a skill: the rating, and of the rest what the other level has otherwise.
fn required(ask: Option<&Ask>, other: Option<&Ask>) -> String {
    let Some(ask) = ask else { return "–".to_owned() };
    let mut words = vec![ask.required.number().to_string()];
    let floor = ask.must_have.filter(|floor| other.and_then(|other| other.must_have) != Some(*floor));
    words.extend(floor.map(|floor| format!("must-have, at least {}", floor.number())));
    if other.map(|other| other.weight) != Some(ask.weight) {
        words.push(format!("weight {}", ask.weight));
    }
    words.join("; ")
}

/// The sentences of both levels, the first beside the first: they are two lists, so each has its marker.
fn duties(from: &Level, to: &Level) -> Vec<Vec<Cell>> {
    let sentence =
        |level: &Level, at: usize| level.does.get(at).map_or(String::new(), |does| format!("• {does}"));
    let count = from.does.len().max(to.does.len());
    (0..count).map(|at| [from, to].map(|level| sentence(level, at).into()).into()).collect()
}
