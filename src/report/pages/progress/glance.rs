//! Progress in one or two lines, for pages with little room.

use super::{Fraction, GuideView, Progress, Role, Span, points, signed, steps};
use crate::coach::progress::Moved;
use crate::report::document::Spans;
use crate::report::layout::{line_width, spark, width as width_of};

/// Maximum number of bars in the sparkline.
const CELLS: std::ops::RangeInclusive<usize> = 8..=16;
/// Number of days from which a time is given in weeks, and in years.
const WEEKS_FROM: u32 = 14;
const YEARS_FROM: u32 = 104 * 7;

/// The lower end as a sparkline, its figures, the skill that moved it most, and the pace, in at most two lines of `width` cells. Parts
/// that don't fit are left out, the last ones first. Empty when nothing has moved since the first answers, and below about 32 cells.
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

/// The change from first answers to now with its duration: in a long and a short form.
fn way(progress: &Progress) -> [String; 2] {
    let first = progress.first_answers().percent_down();
    let now = progress.points.last().map_or(0, |point| point.low.percent_down());
    let time = time(progress.days());
    [format!("first answers: at least {first} → {now} in {time}"), format!("{first} → {now} in {time}")]
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
    vec![skill, format!(" changed {ends} most, {by}").into()]
}

/// The points per month, if the pace is large enough to show.
fn pace(progress: &Progress) -> Option<String> {
    let pace = progress.pace?;
    let (gained, lost) = (pace.gained_a_month(), pace.lost_a_month());
    let can_be_seen = points(gained.max(lost)) != points(Fraction::ZERO);
    can_be_seen.then(|| format!("about {} a month", signed(gained, lost)))
}
