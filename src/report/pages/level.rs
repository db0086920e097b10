//! The ladder of all levels, and the page of one level.

use super::{Face, GuideView, checked, pay};
use crate::coach::fraction::Fraction;
use crate::guide::id::Link;
use crate::guide::model::{Ask, Category, Level, Track};
use crate::report::document::{Cell, Column, Document, Role, Span};

/// All levels by track.
#[must_use]
pub fn ladder(book: GuideView<'_>) -> Document {
    let mut doc = Document::titled(format!("{}: the ladder", book.guide.title));
    add_ladder(book, &mut doc);
    doc.heading("Pay by level");
    add_pay(book, &mut doc);
    doc
}

/// Levels by track, each with its years and summary.
pub fn add_ladder(book: GuideView<'_>, doc: &mut Document) {
    // Beside the contents there is little room: there the years begin the sentence.
    let has_years = book.face != Face::Interface;
    for track in [Track::Core, Track::Leadership, Track::Technical] {
        let levels = book.guide.levels.iter().filter(|level| level.track == track);
        let rows: Vec<_> = levels
            .map(|level| {
                let name = Cell::from(Span::link(&level.short, Link::Level(level.id.clone())));
                if has_years {
                    vec![name, level.years.to_string().into(), level.summary.as_str().into()]
                } else {
                    vec![name, format!("{}. {}", level.years, level.summary).into()]
                }
            })
            .collect();
        if !rows.is_empty() {
            doc.heading(track_title(track));
            doc.table(vec![Column::default(); if has_years { 3 } else { 2 }], rows);
        }
    }
    if let Some(level) = book.guide.levels.first() {
        let origin = book.origin(level.years.source.as_ref(), level.years.as_of.as_deref());
        doc.gap();
        doc.paragraph(Span::new(Role::Dim, format!("Years: {origin}. Neighbouring levels overlap.")));
    }
}

/// The name of a track on a page.
#[must_use]
pub const fn track_title(track: Track) -> &'static str {
    match track {
        Track::Core => "Core levels",
        Track::Leadership => "Leadership track: leading people",
        Track::Technical => "Technical track: leading through technical expertise",
    }
}

/// Median and average pay as a chart with its figures.
pub fn add_pay(book: GuideView<'_>, doc: &mut Document) {
    let end = book.highest_pay();
    let rows = book.guide.levels.iter().map(|level| {
        vec![
            level.short.as_str().into(),
            Cell::Bar { from: Fraction::ZERO, to: Fraction::new(level.pay.median, end) },
            pay(&level.pay, level.pay.median).into(),
            pay(&level.pay, level.pay.average).into(),
        ]
    });
    let columns = vec![
        Column::left("Level"),
        Column::left("Pay a year").unsaid(),
        Column::right("Median"),
        Column::right("Average"),
    ];
    doc.table(columns, rows.collect());
    if let Some(level) = book.guide.levels.first() {
        let origin = book.origin(level.pay.source.as_ref(), level.pay.as_of.as_deref());
        doc.paragraph(Span::new(Role::Dim, format!("Source: {origin}; United States.")));
    }
}

/// One level: typical work, areas to grow in, and requirements.
#[must_use]
pub fn page(book: GuideView<'_>, level: &Level) -> Document {
    let mut doc = Document::titled(&level.title);
    doc.spans(vec![format!("{} ", level.summary).into(), checked(book.guide.levels_checked)]);
    doc.gap();
    doc.table(vec![Column::default(); 2], key_facts(book, level));
    doc.heading("What you do");
    for sentence in &level.does {
        doc.item(vec![sentence.as_str().into()]);
    }
    doc.heading("How to grow");
    for sentence in &level.focus {
        doc.item(vec![sentence.as_str().into()]);
    }
    doc.heading("What it needs");
    add_asks(book, level, &mut doc);
    doc
}

fn key_facts(book: GuideView<'_>, level: &Level) -> Vec<Vec<Cell>> {
    let fact = |name: &str, value: String| vec![Cell::new(Role::Strong, name), value.into()];
    let years = book.origin(level.years.source.as_ref(), level.years.as_of.as_deref());
    let origin = book.origin(level.pay.source.as_ref(), level.pay.as_of.as_deref());
    vec![
        fact("Track", level.track.name().to_owned()),
        fact("Experience", format!("{} ({years})", level.years)),
        fact(
            "Pay a year",
            format!(
                "{} median, {} average, United States ({origin})",
                pay(&level.pay, level.pay.median),
                pay(&level.pay, level.pay.average)
            ),
        ),
    ]
}

fn add_asks(book: GuideView<'_>, level: &Level, doc: &mut Document) {
    let columns = || {
        vec![
            Column::left("Skill"),
            Column::left("Required rating"),
            Column::right("Weight"),
            Column::left("Must-have"),
        ]
    };
    for category in [Category::Technical, Category::Soft, Category::Leadership] {
        let of_category =
            |ask: &&Ask| book.library.skill(&ask.skill).is_some_and(|skill| skill.category == category);
        let rows: Vec<_> = level.asks.iter().filter(of_category).map(|ask| ask_row(book, ask)).collect();
        if !rows.is_empty() {
            doc.gap();
            doc.paragraph(Span::new(Role::Dim, category.title()));
            doc.table(columns(), rows);
        }
    }
}

fn ask_row(book: GuideView<'_>, ask: &Ask) -> Vec<Cell> {
    let floor = ask.must_have.map(|floor| format!("at least {}", floor.number()));
    vec![
        Span::link(book.skill_short(&ask.skill), Link::Skill(ask.skill.clone())).into(),
        format!("{} {}", ask.required.number(), ask.required).into(),
        ask.weight.to_string().into(),
        floor.unwrap_or_default().into(),
    ]
}
