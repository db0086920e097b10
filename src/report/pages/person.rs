//! The contents of the profile, for its owner.

use super::{GuideView, answer, readiness};
use crate::coach::review::Review;
use crate::profile::model::{Change, Profile, Rated};
use crate::profile::story::Story;
use crate::report::document::{Cell, Column, Document, Role, Span};
use std::path::Path;

/// The profile: guide, target, answers about the person, ratings with evidence and notes, ratings to review, proofs.
#[must_use]
pub fn page(book: GuideView<'_>, profile: &Profile, reviews: &[Review], file: &Path) -> Document {
    let mut doc = Document::titled("Your profile");
    doc.paragraph(Span::new(Role::Dim, format!("{}", file.display())));
    doc.gap();
    let fact = |name: &str, value: &str| vec![Cell::new(Role::Strong, name), value.into()];
    let target = profile.aim_of(&book.guide.id).target.as_ref().map_or("none yet", |id| book.level_name(id));
    let mut rows = vec![fact("Guide", &book.guide.title), fact("Target", target)];
    rows.extend(profile.about.entries().map(|(key, value)| fact(key, value)));
    doc.table(vec![Column::default(); 2], rows);
    doc.heading("Ratings");
    if profile.ratings.0.is_empty() {
        doc.paragraph("None yet. Start with coach assess: it asks about one skill at a time.");
    }
    let rows = profile.ratings.0.iter().map(|(skill, rated)| {
        vec![
            book.skill_short(skill).into(),
            format!("{} {}", rated.rating.number(), rated.rating).into(),
            rated.evidence.name().into(),
            day(rated, reviews.iter().find(|review| review.skill == *skill)),
            rated.note.as_deref().unwrap_or_default().into(),
        ]
    });
    doc.table(vec![Column::default(); 5], rows.collect());
    readiness::add_reviews(book, reviews, &mut doc);
    if !profile.proofs.is_empty() {
        doc.heading("Proofs");
        for proof in &profile.proofs {
            let title = if proof.title.is_empty() { &proof.id } else { &proof.title };
            let story = proof.story.as_ref().map(Story::text);
            let parts = [&proof.url, &proof.referee, &story].into_iter().flatten();
            let rest: Vec<_> = parts.map(String::as_str).collect();
            doc.item(vec![Span::new(Role::Strong, title), format!(" – {}", rest.join("; ")).into()]);
        }
    }
    doc
}

/// The day of a rating, and whether to review it.
fn day(rated: &Rated, review: Option<&Review>) -> Cell {
    let day = rated.rated_on.map(|day| day.to_string());
    let mark = review.map(|review| if review.is_reworded { "reworded" } else { "old" });
    let role = if mark.is_some() { Role::Open } else { Role::Dim };
    let words: Vec<_> = day.as_deref().into_iter().chain(mark).collect();
    Cell::new(role, words.join(", "))
}

/// Every change of a rating, newest first.
#[must_use]
pub fn history(book: GuideView<'_>, history: &[Change]) -> Document {
    let mut doc = Document::titled("What you changed");
    if history.is_empty() {
        doc.paragraph("Nothing yet. Every rating you give will be listed here with its date.");
    }
    let rows = history.iter().rev().map(|change| {
        let now = change
            .rating
            .map_or_else(|| "cleared".to_owned(), |rating| answer(Some((rating, change.evidence))));
        vec![change.on.to_string().into(), book.skill_short(&change.skill).into(), now.into()]
    });
    doc.table(vec![Column::default(); 3], rows.collect());
    doc
}
