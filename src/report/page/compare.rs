//! What changes from one level to another.

use super::{Book, pay};
use crate::guide::id::Link;
use crate::guide::model::{Ask, Level};
use crate::report::doc::{Cell, Column, Doc, Role, Span};

/// What changes from one level to another: years, pay, and every skill that is new, rises, falls or weighs differently.
#[must_use]
pub fn page(book: Book<'_>, from: &Level, to: &Level) -> Doc {
    let mut doc = Doc::titled(format!("From {} to {}", from.title, to.title));
    let fact = |name: &str, before: String, after: String| {
        vec![Cell::new(Role::Strong, name), before.into(), "→".into(), after.into()]
    };
    let rows = vec![
        fact("Track", from.track.name().to_owned(), to.track.name().to_owned()),
        fact("Experience", from.years.to_string(), to.years.to_string()),
        fact("Median pay", pay(&from.pay, from.pay.median), pay(&to.pay, to.pay.median)),
        fact("Average pay", pay(&from.pay, from.pay.average), pay(&to.pay, to.pay.average)),
    ];
    doc.table(vec![Column::default(); 4], rows);
    let origin = book.origin(to.pay.source.as_ref(), to.pay.as_of.as_deref());
    doc.paragraph(Span::new(Role::Dim, format!("Source: {origin}; pay in the United States.")));

    let changes: Vec<Change<'_>> = book
        .guide
        .asked_skills()
        .into_iter()
        .filter_map(|skill| Change::between(from.ask(skill), to.ask(skill)))
        .collect();
    for kind in [Kind::New, Kind::Rises, Kind::Falls, Kind::MustHave, Kind::Weight, Kind::Gone] {
        let rows: Vec<_> = changes.iter().filter(|change| change.kind == kind).map(|c| c.row(book)).collect();
        if !rows.is_empty() {
            doc.heading(kind.title());
            doc.table(vec![Column::default(); 3], rows);
        }
    }
    if changes.is_empty() {
        doc.gap();
        doc.paragraph("Both ask the same of every skill.");
    }
    doc.heading(format!("What a {} does", to.short));
    for sentence in &to.does {
        doc.item(vec![sentence.as_str().into()]);
    }
    doc
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    New,
    Rises,
    Falls,
    MustHave,
    Weight,
    Gone,
}

impl Kind {
    const fn title(self) -> &'static str {
        match self {
            Self::New => "Newly asked",
            Self::Rises => "Asked more of",
            Self::Falls => "Asked less of",
            Self::MustHave => "Same rating, other must-have",
            Self::Weight => "Same rating, counts differently",
            Self::Gone => "No longer asked",
        }
    }
}

struct Change<'a> {
    kind: Kind,
    from: Option<&'a Ask>,
    to: Option<&'a Ask>,
}

impl<'a> Change<'a> {
    fn between(from: Option<&'a Ask>, to: Option<&'a Ask>) -> Option<Self> {
        let kind = match (from, to) {
            (None, None) => return None,
            (None, Some(_)) => Kind::New,
            (Some(_), None) => Kind::Gone,
            (Some(a), Some(b)) if b.required > a.required => Kind::Rises,
            (Some(a), Some(b)) if b.required < a.required => Kind::Falls,
            (Some(a), Some(b)) if b.must_have != a.must_have => Kind::MustHave,
            (Some(a), Some(b)) if b.weight != a.weight => Kind::Weight,
            _ => return None,
        };
        Some(Self { kind, from, to })
    }

    fn row(&self, book: Book<'_>) -> Vec<Cell> {
        let skill = self.to.or(self.from).map(|ask| &ask.skill);
        let name =
            skill.map_or_else(Span::default, |id| Span::link(book.skill_short(id), Link::Skill(id.clone())));
        let rating =
            |ask: Option<&Ask>| ask.map_or("–".to_owned(), |ask| ask.required.number().to_string());
        let numbers = format!("{} → {}", rating(self.from), rating(self.to));
        vec![name.into(), numbers.into(), self.notes().into()]
    }

    fn notes(&self) -> String {
        let floor = |ask: Option<&Ask>| ask.and_then(|ask| ask.must_have);
        let weight = |ask: Option<&Ask>| ask.map(|ask| ask.weight);
        let mut notes = Vec::new();
        match (floor(self.from), floor(self.to)) {
            (before, Some(floor)) if before != Some(floor) => {
                notes.push(format!("must-have, at least {}", floor.number()));
            }
            (Some(_), None) if self.to.is_some() => notes.push("no longer a must-have".to_owned()),
            _ => {}
        }
        match (weight(self.from), weight(self.to)) {
            (Some(before), Some(after)) if before != after => {
                notes.push(format!("weight {before} → {after}"));
            }
            (None, Some(weight)) => notes.push(format!("weight {weight}")),
            _ => {}
        }
        notes.join("; ")
    }
}
