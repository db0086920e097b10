//! How a level's score has moved over time.

use super::{Book, answer, count, person, points, verdict};
use crate::coach::fraction::Fraction;
use crate::coach::progress::{self, Moved, Pace, Point, Progress};
use crate::coach::score::{Verdict, assess, range};
use crate::guide::id::Link;
use crate::guide::model::Level;
use crate::profile::model::Profile;
use crate::report::doc::{Cell, Column, Doc, Role, Span};
use jiff::civil::Date;

/// So many rows show a way of any length at a glance.
const ROWS: usize = 12;
/// So many skills are named.
const MOVED_SHOWN: usize = 5;

/// The way of the target, or of the next level where none is set, then every change of a rating.
#[must_use]
pub fn history(book: Book<'_>, profile: &Profile, today: Date) -> Doc {
    let mut doc = match level(book, profile).filter(|_| !profile.history.is_empty()) {
        Some(level) => page(book, &progress::of(profile, level, &book.guide.scoring, today)),
        None => Doc::default(),
    };
    doc.append(person::history(book, &profile.history));
    doc
}

/// The target, else the lowest level that isn't ready, else the highest.
fn level<'a>(book: Book<'a>, profile: &Profile) -> Option<&'a Level> {
    let of_target = profile.target.as_ref().and_then(|id| book.guide.level(id));
    let next = || {
        let assessment = assess(book.guide, &profile.ratings);
        let open = assessment.levels.iter().find(|score| score.verdict != Verdict::Ready);
        open.and_then(|score| book.guide.level(&score.level))
    };
    of_target.or_else(next).or_else(|| book.guide.levels.last())
}

/// A bar for each of at most twelve days, what moved the score, and the pace.
#[must_use]
pub fn page(book: Book<'_>, progress: &Progress) -> Doc {
    let title = book.guide.level(&progress.level).map_or("", |level| &level.title);
    let mut doc = Doc::titled(format!("{title}: your progress"));
    let shown = progress.sampled(ROWS);
    if shown.is_empty() {
        doc.paragraph(
            "Nothing of what this level asks has been rated yet; the first answer starts the line.",
        );
        return doc;
    }
    let rows = shown.iter().map(|point| row(point, progress.threshold)).collect();
    let columns = vec![
        Column::left("Day"),
        Column::left(format!("0–100, mark {}", progress.threshold.percent_down())),
        Column::right("Score"),
        Column::left("Verdict"),
    ];
    doc.table(columns, rows);
    if shown.len() < progress.points.len() {
        let all = progress.points.len();
        doc.paragraph(Span::new(
            Role::Dim,
            format!("{} of {all} days with a change are shown.", shown.len()),
        ));
    }
    add_moved(book, progress, &mut doc);
    add_pace(progress, &mut doc);
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        "Self-reported: the least and the most that your answers of each day allow, by what the guide asks today.",
    ));
    doc
}

fn row(point: &Point, mark: Fraction) -> Vec<Cell> {
    vec![
        point.day.to_string().into(),
        Cell::Range { low: point.low, high: point.high, mark },
        range(point.low, point.high, mark).into(),
        verdict(point.verdict).into(),
    ]
}

fn add_moved(book: Book<'_>, progress: &Progress, doc: &mut Doc) {
    if progress.moved.is_empty() {
        return;
    }
    doc.heading("What moved it");
    let rows = progress.moved.iter().take(MOVED_SHOWN).map(|moved| {
        vec![
            Span::link(book.skill_short(&moved.skill), Link::Skill(moved.skill.clone())).into(),
            format!("{} → {}", answer(Some(moved.from)), answer(moved.to)).into(),
            by(moved).into(),
        ]
    });
    doc.table(vec![Column::default(), Column::default(), Column::right("")], rows.collect());
    let rest = progress.moved.len().saturating_sub(MOVED_SHOWN);
    if rest > 0 {
        doc.paragraph(Span::new(Role::Dim, format!("And {} by less.", count(rest, "skill"))));
    }
    doc.paragraph(Span::new(
        Role::Dim,
        "Points of 100 at the lower end, since each skill's first rating; most: at the upper end alone.",
    ));
}

/// How far a skill moved the lower end, or the upper one where that alone moved.
fn by(moved: &Moved) -> String {
    let signed = |gained: Fraction, lost: Fraction| {
        if lost == Fraction::ZERO { format!("+{}", points(gained)) } else { format!("−{}", points(lost)) }
    };
    if moved.gained == moved.lost {
        format!("most {}", signed(moved.high_gained, moved.high_lost))
    } else {
        signed(moved.gained, moved.lost)
    }
}

fn add_pace(progress: &Progress, doc: &mut Doc) {
    doc.heading("The pace");
    let Some(pace) = progress.pace else {
        doc.paragraph("After four weeks this says how fast the score moves.");
        return;
    };
    doc.paragraph(pace_words(&pace));
}

fn pace_words(pace: &Pace) -> String {
    let days = pace.days;
    let first = "First answers don't count: they show where you stand.";
    let (gained, lost) = (pace.gained_a_month(), pace.lost_a_month());
    if gained == lost {
        return format!("In {days} days the lower end has stayed where your first answers put it.");
    }
    let (net, month, way) = if lost == Fraction::ZERO {
        (pace.gained.minus(pace.lost), gained, "raised")
    } else {
        (pace.lost.minus(pace.gained), lost, "lowered")
    };
    format!(
        "In {days} days changed ratings and proofs have {way} the lower end by {} points: about {} a month. {first}",
        points(net),
        points(month)
    )
}
