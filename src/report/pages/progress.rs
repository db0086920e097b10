//! The progress of a level's score over time.

mod glance;

use super::{GuideView, answer, capitalised, count, person, points, standing};
use crate::coach::assessment::assess;
use crate::coach::fraction::Fraction;
use crate::coach::progress::{self, Moved, Pace, Progress, ProgressPoint};
use crate::coach::score::{Standing, ends, range};
use crate::guide::id::Link;
use crate::guide::model::Level;
use crate::profile::model::Profile;
use crate::report::document::{Chart, ChartStep, Column, Document, Legend, Role, Span};
use jiff::civil::Date;

pub use glance::glance;

/// Maximum number of rows with figures, however long the history is.
const ROWS: usize = 8;
/// Maximum number of skills named.
const MOVED_SHOWN: usize = 5;

/// The progress of the target, or without one of the next level, then every change of a rating.
#[must_use]
pub fn history(book: GuideView<'_>, profile: &Profile, today: Date) -> Document {
    let mut doc = match level(book, profile).filter(|_| !profile.history.is_empty()) {
        Some(level) => page(book, &progress::of(profile, book.guide, level, today)),
        None => Document::default(),
    };
    doc.append(person::history(book, &profile.history));
    doc
}

/// The level whose progress is shown: the target; without one, the lowest level that isn't ready; otherwise the highest level.
#[must_use]
pub fn level<'a>(book: GuideView<'a>, profile: &Profile) -> Option<&'a Level> {
    let of_target = profile.aim_of(&book.guide.id).target.as_ref().and_then(|id| book.guide.level(id));
    let next = || {
        let assessment = assess(book.guide, &profile.ratings);
        let open = assessment.levels.iter().find(|score| score.standing != Standing::Ready);
        open.and_then(|score| book.guide.level(&score.level))
    };
    of_target.or_else(next).or_else(|| book.guide.levels.last())
}

/// The chart with the figures of at most eight days, the skills that moved the score, and the pace.
#[must_use]
pub fn page(book: GuideView<'_>, progress: &Progress) -> Document {
    let level = book.guide.level(&progress.level);
    let mut doc = Document::titled(format!("{}: your progress", level.map_or("", |level| &level.title)));
    match progress.points.as_slice() {
        [] => {
            doc.paragraph(
                "You haven't rated any skill of this level yet. Your first answer starts the chart.",
            );
            return doc;
        }
        [only] => add_only(only, progress.threshold, &mut doc),
        [_, ..] => add_over_time(progress, level.map_or(0, |level| level.asks.len()), &mut doc),
    }
    add_moved(book, progress, &mut doc);
    add_pace(progress, &mut doc);
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        "Self-reported: the lowest and the highest score that your answers allowed on each day, by today's requirements.",
    ));
    doc
}

fn add_only(point: &ProgressPoint, mark: Fraction, doc: &mut Document) {
    doc.spans(vec![
        format!("{} on {}, ", range(point.low, point.high, mark), point.day).into(),
        standing(point.standing),
        ". A change on another day starts the chart.".into(),
    ]);
}

fn steps(progress: &Progress) -> Vec<ChartStep> {
    let step = |point: &ProgressPoint| ChartStep { from: point.day, low: point.low, high: point.high };
    progress.points.iter().map(step).collect()
}

fn chart(progress: &Progress, last: &ProgressPoint) -> Chart {
    let (low, high) = ends(last.low, last.high, progress.threshold);
    Chart {
        steps: steps(progress),
        until: progress.until,
        mark: progress.threshold,
        legend: Legend {
            low: format!("at least, now {low}"),
            high: format!("at most, now {high}"),
            mark: format!("{} = ready", progress.threshold.percent_down()),
        },
    }
}

/// The chart with its figures, for a level with so many skills; nothing before a second day with a change.
pub fn add_over_time(progress: &Progress, asked: usize, doc: &mut Document) {
    if let [_, .., last] = progress.points.as_slice() {
        doc.chart(chart(progress, last));
        add_figures(progress, asked, doc);
    }
}

fn add_figures(progress: &Progress, asked: usize, doc: &mut Document) {
    doc.gap();
    let shown = progress.sampled(ROWS);
    let row = |point: &&ProgressPoint| {
        vec![
            point.day.to_string().into(),
            range(point.low, point.high, progress.threshold).into(),
            standing(point.standing).into(),
            format!("{} of {asked}", point.rated).into(),
        ]
    };
    let columns =
        vec![Column::left("Day"), Column::right("Score"), Column::left("Standing"), Column::right("Rated")];
    doc.table(columns, shown.iter().map(row).collect());
    if shown.len() < progress.points.len() {
        let all = progress.points.len();
        doc.paragraph(Span::new(
            Role::Dim,
            format!("The table shows {} of {all} days with a change.", shown.len()),
        ));
    }
}

fn add_moved(book: GuideView<'_>, progress: &Progress, doc: &mut Document) {
    if progress.moved.is_empty() {
        return;
    }
    doc.heading("What changed your score");
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
        doc.paragraph(Span::new(Role::Dim, format!("And {} with a smaller change.", count(rest, "skill"))));
    }
    doc.paragraph(Span::new(
        Role::Dim,
        "Points out of 100 at the lower end, since each skill's first rating; \u{201c}at most\u{201d}: only the upper end changed.",
    ));
}

/// A change in percentage points.
fn signed(gained: Fraction, lost: Fraction) -> String {
    if lost == Fraction::ZERO { format!("+{}", points(gained)) } else { format!("−{}", points(lost)) }
}

/// The change that a skill made in the lower end, or in the upper end if only that changed.
fn by(moved: &Moved) -> String {
    if moved.gained == moved.lost {
        format!("at most {}", signed(moved.high_gained, moved.high_lost))
    } else {
        signed(moved.gained, moved.lost)
    }
}

fn add_pace(progress: &Progress, doc: &mut Document) {
    doc.heading("Your pace");
    let Some(pace) = progress.pace else {
        doc.paragraph("After four weeks you see here how fast your score changes.");
        return;
    };
    doc.paragraph(pace_words(&pace));
}

fn pace_words(pace: &Pace) -> String {
    let days = pace.days;
    let first = "First answers don't count: they show where you started.";
    let (gained, lost) = (pace.gained_a_month(), pace.lost_a_month());
    if gained == lost {
        return format!(
            "In {days} days, your changed ratings and proofs have left the lower end where it was. {first}"
        );
    }
    let (net, month, way) = if lost == Fraction::ZERO {
        (pace.gained.minus(pace.lost), gained, "raised")
    } else {
        (pace.lost.minus(pace.gained), lost, "lowered")
    };
    format!(
        "In {days} days, your changed ratings and proofs have {way} the lower end by {} points, about {} a month. {first}",
        points(net),
        points(month)
    )
}
