//! Progress in one or two lines, for pages with little room.

use super::{Fraction, GuideView, Progress, Role, Span, capitalised, points, signed, steps};
use crate::coach::progress::Moved;
use crate::report::document::Spans;
use crate::report::layout::{line_width, spark, width as width_of};

/// Maximum number of bars in the sparkline.
const CELLS: std::ops::RangeInclusive<usize> = 8..=16;
/// Minimum number of different scores for a sparkline.
const DAYS_FOR_A_LINE: usize = 3;
/// Number of days from which a time is given in weeks, and in years.
const WEEKS_FROM: u32 = 14;
const YEARS_FROM: u32 = 104 * 7;

/// How far the lower end has come since the first answers, the skill that moved it most, and the pace, in at most two lines of `width`
/// cells; with a sparkline where there are enough days. Parts that don't fit are left out, the last ones first. Empty when nothing
/// has moved since the first answers, and below about 20 cells.
#[must_use]
pub fn glance(book: GuideView<'_>, progress: &Progress, width: usize) -> Option<Vec<Spans>> {
    let most = progress.moved.first().filter(|_| progress.points.len() > 1)?;
    let words = way(progress).into_iter().find(|words| width_of(words) <= width)?;
    let cells = width.saturating_sub(width_of(&words) + 2).min(*CELLS.end());
    let mut line: Spans = Vec::new();
    if is_a_way(progress) && cells >= *CELLS.start() {
        line.extend(spark(&steps(progress), progress.until, cells));
        line.push("  ".into());
    }
    line.push(words.into());
    let mut lines = vec![line];
    for part in [Some(mover(book, most)), pace(progress).map(|pace| vec![pace.into()])].into_iter().flatten()
    {
        add(part, width, &mut lines);
    }
    Some(lines)
}

/// Whether there are enough days with a score of their own for a line: two of them say less than their figures.
fn is_a_way(progress: &Progress) -> bool {
    let mut scores: Vec<_> = progress.points.iter().map(|point| point.low.permille_down()).collect();
    scores.sort_unstable();
    scores.dedup();
    scores.len() >= DAYS_FOR_A_LINE
}

/// Adds a part to the last line, or to a second one.
fn add(mut part: Spans, width: usize, lines: &mut Vec<Spans>) {
    let is_first = lines.len() == 1;
    match lines.last_mut() {
        Some(line) if line_width(line) + 2 + line_width(&part) <= width => {
            line.push("; ".into());
            line.extend(part);
        }
        _ if is_first && line_width(&part) <= width => {
            // The name of a skill keeps the letters that it has.
            if let Some(first) = part.first_mut().filter(|first| first.role == Role::Text) {
                first.text = capitalised(&first.text);
            }
            lines.push(part);
        }
        _ => {}
    }
}

/// The change from first answers to now, with its duration: in a long and a short form.
fn way(progress: &Progress) -> [String; 2] {
    let first = progress.first_answers();
    let now = progress.points.last().map_or(Fraction::ZERO, |point| point.low);
    let (from, to) = match (first.percent_down(), now.percent_down()) {
        // What whole points hide, tenths may show.
        (from, to) if from == to => (tenths(first), tenths(now)),
        (from, to) => (from.to_string(), to.to_string()),
    };
    let time = time(progress.days());
    if from == to {
        return [format!("In {time}: at least {to}, as at first"), format!("{to} as at first")];
    }
    [format!("In {time}: from at least {from} to {to}"), format!("{from} → {to} in {time}")]
}

/// A score with a decimal, rounded down: `65.4`.
fn tenths(score: Fraction) -> String {
    let permille = score.permille_down();
    format!("{}.{}", permille / 10, permille % 10)
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
    let skill = Span::new(Role::Strong, book.skill_short(&most.skill));
    let moved = if most.gained == most.lost {
        format!(" moved the upper end most ({})", signed(most.high_gained, most.high_lost))
    } else {
        format!(" moved it most ({})", signed(most.gained, most.lost))
    };
    vec![skill, moved.into()]
}

/// The points per month, if the pace is large enough to show.
fn pace(progress: &Progress) -> Option<String> {
    let pace = progress.pace?;
    let (gained, lost) = (pace.gained_a_month(), pace.lost_a_month());
    let can_be_seen = points(gained.max(lost)) != points(Fraction::ZERO);
    can_be_seen.then(|| format!("about {} a month", signed(gained, lost)))
}
