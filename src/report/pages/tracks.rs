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
        vec![Column::left("Track"), Column::left("First level"), Column::right("Covered by your ratings")];
    doc.table(columns, rows.collect());
    for side in &fit.sides {
        // A reason that rounds to zero isn't worth reading.
        let reasons = fit.reasons_for(side.track).filter(|reason| points(reason.by) != "0");
        let reasons: Vec<_> = reasons.take(REASONS).collect();
        if !reasons.is_empty() {
            doc.heading(format!("Reasons for the {} track", side.track.name()));
            doc.table(
                columns_of_reasons(book, fit),
                reasons.iter().map(|reason| row(book, reason)).collect(),
            );
        }
    }
    if !fit.open_skills.is_empty() {
        doc.heading("What would make it clearer");
        let what = match fit.leaning {
            Leaning::Clear(_) => {
                "These are not rated yet. They could change the difference, but not the result:"
            }
            Leaning::Towards(_) | Leaning::Even => {
                "These are not rated yet. They could change the result most:"
            }
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
        "Self-reported; each rating counts in full, proved or not. A skill is a reason for the track where your rating leaves fewer points missing at the first level. \u{201c}By\u{201d} is how many fewer, out of 100; all of them, with those too small to list, add up to the difference. This shows which track is closer, not which one suits you.",
    ));
    doc
}

/// The name of a track at the start of a line.
#[must_use]
pub const fn track_name(track: Track) -> &'static str {
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
            "You haven't rated any skill yet that makes a difference between the tracks.".to_owned()
        }
        Leaning::Even => "Your ratings fit both tracks equally well.".to_owned(),
        Leaning::Towards(track) => format!(
            "So far your ratings are closer to {} ({}), by {by} points. Open answers could still change that.",
            level(track),
            track.name()
        ),
        Leaning::Clear(track) => {
            let open = if fit.open_skills.is_empty() { "" } else { ", whatever the open answers are" };
            format!("Your ratings are closer to {} ({}), by {by} points{open}.", level(track), track.name())
        }
    }
}

fn columns_of_reasons(book: GuideView<'_>, fit: &TrackFit) -> Vec<Column> {
    let name = |side: usize| book.level_name(&fit.sides[side].level);
    let needs = |side: usize| Column::right(name(side)).spoken(format!("{} needs", name(side)));
    vec![
        Column::left("Skill"),
        Column::left("You"),
        needs(0),
        Column::right("Points"),
        needs(1),
        Column::right("Points"),
        Column::right("By").spoken("by"),
    ]
}

fn row(book: GuideView<'_>, reason: &TrackReason) -> Vec<Cell> {
    let needs = |side: usize| reason.asked[side].map_or(0, Rating::number).to_string();
    let worth = |side: usize| {
        let points = points(reason.counts[side]);
        Span::from(points.clone()).said_as(format!("{points} points"))
    };
    vec![
        Span::link(book.skill_short(&reason.skill), Link::Skill(reason.skill.clone())).into(),
        answer(Some(reason.answer)).into(),
        needs(0).into(),
        worth(0).into(),
        needs(1).into(),
        worth(1).into(),
        format!("+{}", points(reason.by)).into(),
    ]
}
