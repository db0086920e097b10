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
        let rows = changes.iter().map(|change| skill(book, change)).collect();
        doc.table(columns_of_skills(from, to), rows);
        doc.paragraph(
            Span::new(
                Role::Dim,
                "Must: the rating that the level needs at least, where the skill is a must-have.",
            )
            .unsaid(),
        );
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

/// For each level what it needs, how much that weighs, and the floor of a must-have.
fn columns_of_skills(from: &Level, to: &Level) -> Vec<Column> {
    let of_level = |level: &Level| {
        let name = level.short.as_str();
        [
            Column::right(name).spoken(format!("{name} needs")),
            Column::right("Weight"),
            Column::right("Must").spoken("must-have at least"),
        ]
    };
    [Column::left("Skill")].into_iter().chain(of_level(from)).chain(of_level(to)).collect()
}

fn skill(book: GuideView<'_>, change: &RequirementChange<'_>) -> Vec<Cell> {
    let name = Span::link(book.skill_short(change.skill), Link::Skill(change.skill.clone()));
    [Cell::from(name)].into_iter().chain(required(change.from)).chain(required(change.to)).collect()
}

/// What a level requires of a skill: the rating, its weight, and the floor of a must-have.
fn required(ask: Option<&Ask>) -> [Cell; 3] {
    let Some(ask) = ask else { return ["–".into(), "".into(), "".into()] };
    let floor = ask.must_have.map_or_else(String::new, |floor| floor.number().to_string());
    [ask.required.number().to_string().into(), ask.weight.to_string().into(), floor.into()]
}

/// The sentences of both levels, the first beside the first: they are two lists, so each has its marker.
fn duties(from: &Level, to: &Level) -> Vec<Vec<Cell>> {
    let sentence =
        |level: &Level, at: usize| level.does.get(at).map_or(String::new(), |does| format!("• {does}"));
    let count = from.does.len().max(to.does.len());
    (0..count).map(|at| [from, to].map(|level| sentence(level, at).into()).into()).collect()
}
