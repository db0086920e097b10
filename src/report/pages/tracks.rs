//! The comparison of the leadership and the technical track, with reasons.

use super::{GuideView, answer, points};
use crate::coach::tracks::{Leaning, TrackFit, TrackReason};
use crate::guide::id::Link;
use crate::guide::model::Track;
use crate::guide::scale::Rating;
use crate::report::document::{Cell, Column, Document, Role, Span};

/// Maximum number of reasons for each track.
const REASONS: usize = 5;
/// Maximum number of open questions.
const QUESTIONS: usize = 3;

/// The track that fits the ratings better, the skills that favour each track, and the questions that could change the result.
#[must_use]
pub fn tracks_page(book: GuideView<'_>, fit: &TrackFit) -> Document {
    let mut doc = Document::default();
    doc.heading("Leadership or technical?");
    doc.paragraph(sentence(book, fit));
    doc.gap();
    let rows = fit.sides.iter().map(|side| {
        let name = Span::link(book.level_name(&side.level), Link::Level(side.level.clone()));
        vec![
            track_name(side.track).into(),
            name.into(),
            format!("{} of {}", points(side.covered), points(side.of)).into(),
        ]
    });
    let columns =
        vec![Column::left("Track"), Column::left("First level"), Column::right("Covered by what is rated")];
    doc.table(columns, rows.collect());
    for side in &fit.sides {
        // A reason that rounds to zero isn't worth reading.
        let reasons = fit.reasons_for(side.track).filter(|reason| points(reason.by) != "0");
        let reasons: Vec<_> = reasons.take(REASONS).collect();
        if !reasons.is_empty() {
            doc.heading(format!("What speaks for {}", side.track.name()));
            doc.table(
                columns_of_reasons(book, fit),
                reasons.iter().map(|reason| row(book, reason)).collect(),
            );
        }
    }
    if !fit.open_skills.is_empty() {
        doc.heading("What would tell more");
        let what = match fit.leaning {
            Leaning::Clear(_) => "These have no rating yet; they could change by how much, not which:",
            Leaning::Towards(_) | Leaning::Even => "These have no rating yet and could tip it most:",
        };
        doc.paragraph(what);
        for question in fit.open_skills.iter().take(QUESTIONS) {
            doc.item(vec![Span::link(
                book.skill_short(&question.skill),
                Link::Skill(question.skill.clone()),
            )]);
        }
    }
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        "Self-reported, each rating taken at its word. A skill speaks for the track whose first level it leaves less of uncovered, by so many points of 100; all of them, the small ones too, add up to the difference. It says which is nearer, not which suits you.",
    ));
    doc
}

const fn track_name(track: Track) -> &'static str {
    match track {
        Track::Core => "Core",
        Track::Leadership => "Leadership",
        Track::Technical => "Technical",
    }
}

fn sentence(book: GuideView<'_>, fit: &TrackFit) -> String {
    let level = |track| {
        let side = fit.sides.iter().find(|side| side.track == track);
        side.map_or("", |side| book.level_name(&side.level))
    };
    let by = points(fit.by);
    match fit.leaning {
        Leaning::Even if fit.reasons.is_empty() && !fit.open_skills.is_empty() => {
            "Nothing that tells the tracks apart has been rated yet.".to_owned()
        }
        Leaning::Even => "What you rated fits both tracks alike.".to_owned(),
        Leaning::Towards(track) => format!(
            "So far your ratings are nearer to {} ({}), by {by} points; open answers could still turn it.",
            level(track),
            track.name()
        ),
        Leaning::Clear(track) => {
            let open = if fit.open_skills.is_empty() { "" } else { ", whatever the open answers are" };
            format!("Your ratings are nearer to {} ({}), by {by} points{open}.", level(track), track.name())
        }
    }
}

fn columns_of_reasons(book: GuideView<'_>, fit: &TrackFit) -> Vec<Column> {
    let asked = |side: usize| Column::right(book.level_name(&fit.sides[side].level));
    vec![Column::left("Skill"), Column::left("You"), asked(0), asked(1), Column::right("By")]
}

fn row(book: GuideView<'_>, reason: &TrackReason) -> Vec<Cell> {
    let asks = |side: usize| {
        let asked = reason.asked[side].map_or(0, Rating::number);
        format!("{asked}, {} points", points(reason.counts[side]))
    };
    vec![
        Span::link(book.skill_short(&reason.skill), Link::Skill(reason.skill.clone())).into(),
        answer(Some(reason.answer)).into(),
        asks(0).into(),
        asks(1).into(),
        format!("+{}", points(reason.by)).into(),
    ]
}
