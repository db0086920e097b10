//! Progress in one line or two, where a page has no room.

use super::{Fraction, GuideView, Progress, Role, Span, points, signed, steps};
use crate::coach::progress::Moved;
use crate::report::document::Spans;
use crate::report::layout::{line_width, spark, width as width_of};

/// So many small bars show the way, as many as fit.
const CELLS: std::ops::RangeInclusive<usize> = 8..=16;
/// From so many days on a time is told in weeks, and in years.
const WEEKS_FROM: u32 = 14;
const YEARS_FROM: u32 = 104 * 7;

/// The way of the lower end as small bars, its figures, what moved it most and the pace, in at most two lines that fit
/// `width` cells. What doesn't fit is left out, the last first. Nothing where nothing has moved since first answers, and
/// below about 32 cells.
#[must_use]
pub fn glance(book: GuideView<'_>, progress: &Progress, width: usize) -> Option<Vec<Spans>> {
    let most = progress.moved.first().filter(|_| progress.points.len() > 1)?;
    let words = way(progress).into_iter().find(|words| width_of(words) + 2 + CELLS.start() <= width)?;
    let cells = width.saturating_sub(width_of(&words) + 2).min(*CELLS.end());
    let mut line = spark(&steps(progress), progress.until, cells);
    line.push(format!("  {words}").into());
    let mut lines = vec![line];
    for part in [Some(mover(book, most)), pace(progress).map(|pace| vec![pace.into()])].into_iter().flatten()
    {
        add(part, width, &mut lines);
    }
    Some(lines)
}

/// Adds a part to the last line, or to a second one.
fn add(part: Spans, width: usize, lines: &mut Vec<Spans>) {
    let is_first = lines.len() == 1;
    match lines.last_mut() {
        Some(line) if line_width(line) + 2 + line_width(&part) <= width => {
            line.push("; ".into());
            line.extend(part);
        }
        _ if is_first && line_width(&part) <= width => lines.push(part),
        _ => {}
    }
}

/// From first answers to now and in what time: at length, and in short.
fn way(progress: &Progress) -> [String; 2] {
    let first = progress.first_answers().percent_down();
    let now = progress.points.last().map_or(0, |point| point.low.percent_down());
    let time = time(progress.days());
    [format!("at least {first} by first answers → {now} in {time}"), format!("{first} → {now} in {time}")]
}

fn time(days: u32) -> String {
    match days {
        0 | 1 => "one day".to_owned(),
        2..WEEKS_FROM => format!("{days} days"),
        WEEKS_FROM..YEARS_FROM => format!("{} weeks", days / 7),
        // 1,461 days are four years.
        _ => format!("{} years", (days * 4 + 730) / 1461),
    }
}

fn mover(book: GuideView<'_>, most: &Moved) -> Spans {
    let (ends, by) = if most.gained == most.lost {
        ("the upper end", signed(most.high_gained, most.high_lost))
    } else {
        ("it", signed(most.gained, most.lost))
    };
    let skill = Span::new(Role::Strong, book.skill_short(&most.skill));
    vec![skill, format!(" moved {ends} most, {by}").into()]
}

/// The points of a month, where there is a pace that can be seen.
fn pace(progress: &Progress) -> Option<String> {
    let pace = progress.pace?;
    let (gained, lost) = (pace.gained_a_month(), pace.lost_a_month());
    let can_be_seen = points(gained.max(lost)) != points(Fraction::ZERO);
    can_be_seen.then(|| format!("about {} a month", signed(gained, lost)))
}
