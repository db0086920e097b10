//! Draws a range over time in dots, eight to a cell. The lower end uses both columns of a cell, the upper end only the left one. So
//! each cell shows which line it belongs to: in colour, without colour and in ASCII.

use super::{Line, MEASURE, line_width, wrap};
use crate::coach::fraction::Fraction;
use crate::report::document::{Chart, ChartStep, Role, Span};
use jiff::civil::Date;

/// Minimum width of a picture; below it, only the words are shown.
const NARROWEST: usize = 24;
/// Maximum width of a picture; a wider one is hard to follow.
const WIDEST: usize = 120;
/// From this width each line has its name at its end, in so many cells.
const NAMES_FROM: usize = 56;
const NAMES: usize = 9;
/// Width of the number and the axis left of the picture.
const GUTTER: usize = 5;
const DATE: usize = 10;
/// The rows of dots in a cell, from the top, each with the bits of its left and its right dot.
pub(super) const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
/// Number of rows of dots between 0 and 1: about 3 points per dot.
const STEPS: u64 = 29;

/// The bars of a sparkline, the lowest first. A full block would touch the line above.
const SPARKS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

/// The lines of a chart, each at most `width` cells wide: picture, axis with days, and legend. Without room for the picture, only the
/// words are shown.
#[must_use]
pub fn chart(chart: &Chart, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let first = chart.steps.first().map(|step| step.from);
    if let Some(first) = first.filter(|_| width >= NARROWEST) {
        let whole = width.min(WIDEST);
        let width = if whole >= NAMES_FROM { whole - NAMES } else { whole };
        let picture = Picture::of(chart, first, width - GUTTER);
        lines.extend((0..picture.scale.rows()).map(|row| picture.line(row)));
        if whole > width {
            picture.name_ends(chart, &mut lines);
        }
        lines.push(axis(width));
        lines.push(days_below(first, chart.until, width));
    }
    lines.extend(legend(chart, width.min(MEASURE)));
    lines
}

/// The rows of values. The rule at the mark has a row of its own: a value that reaches the mark is drawn above it, and one that misses
/// it below, however small the difference.
struct Scale {
    mark: Fraction,
    above: usize,
    below: usize,
}

/// The rows of dots from one value up to another.
fn dots(from: Fraction, to: Fraction) -> usize {
    usize::try_from(to.minus(from).of(STEPS)).unwrap_or_default()
}

impl Scale {
    fn of(mark: Fraction) -> Self {
        let rows = |from, to| dots(from, to) / DOTS.len() + 1;
        Self { mark, above: rows(mark, Fraction::percent(100)), below: rows(Fraction::ZERO, mark) }
    }

    fn rows(&self) -> usize {
        self.above + 1 + self.below
    }

    /// The row of dots of a value, from the top.
    fn dot(&self, value: Fraction) -> usize {
        if value >= self.mark {
            (self.above * DOTS.len()).saturating_sub(1 + dots(self.mark, value))
        } else {
            ((self.above + 1) * DOTS.len() + dots(value, self.mark)).min(self.rows() * DOTS.len() - 1)
        }
    }

    /// The number left of a row, if it has one.
    fn label(&self, row: usize) -> Option<u64> {
        let top = Fraction::percent(100);
        if row == self.above {
            Some(self.mark.percent_down())
        } else if row == self.dot(top) / DOTS.len() && self.mark < top {
            Some(100)
        } else {
            None
        }
    }
}

/// The dots of a cell, by line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DotCell {
    pub(super) low: u8,
    pub(super) high: u8,
}

struct Picture {
    scale: Scale,
    cells: Vec<Vec<DotCell>>,
}

impl Picture {
    fn of(chart: &Chart, first: Date, columns: usize) -> Self {
        let scale = Scale::of(chart.mark);
        let mut picture = Self { cells: vec![vec![DotCell::default(); columns]; scale.rows()], scale };
        let (length, last) = (days(first, chart.until), (2 * columns).saturating_sub(1).max(1));
        let values = held(&chart.steps, first, (0..2 * columns).map(|column| length * column / last));
        let (low, high): (Vec<_>, Vec<_>) =
            values.map(|(low, high)| (picture.scale.dot(low), picture.scale.dot(high))).unzip();
        picture.draw_low(&low);
        picture.draw_high(&high);
        picture
    }

    /// Draws a solid line. A rise or fall is drawn in a right column.
    fn draw_low(&mut self, rows: &[usize]) {
        for (column, row) in rows.iter().enumerate() {
            self.cell(*row, column).low |= DOTS[row % DOTS.len()][column % 2];
            let before = column.checked_sub(1).and_then(|before| rows.get(before)).unwrap_or(row);
            let way = if column % 2 == 0 { column.saturating_sub(1) } else { column };
            for passed in between(*before, *row) {
                self.cell(passed, way).low |= DOTS[passed % DOTS.len()][1];
            }
        }
    }

    /// Draws a dotted line: every other dot, only in left columns.
    fn draw_high(&mut self, rows: &[usize]) {
        let mut before = None;
        for (column, row) in rows.iter().enumerate().step_by(2) {
            self.cell(*row, column).high |= DOTS[row % DOTS.len()][0];
            for passed in between(before.unwrap_or(*row), *row).filter(|passed| passed % 2 == 0) {
                self.cell(passed, column).high |= DOTS[passed % DOTS.len()][0];
            }
            before = Some(*row);
        }
    }

    /// Writes the name of each line behind its end. Where both end in one row, the lower end alone has its name: the other one is there
    /// too.
    fn name_ends(&self, chart: &Chart, lines: &mut [Line]) {
        let Some(last) = chart.steps.last() else { return };
        let row = |value| self.scale.dot(value) / DOTS.len();
        let name = |words: &str| words.split(',').next().unwrap_or_default().to_owned();
        let (low, high) = (row(last.low), row(last.high));
        let names = [
            Some((low, Role::Bar, &chart.legend.low)),
            (high != low).then_some((high, Role::Text, &chart.legend.high)),
        ];
        for (row, role, words) in names.into_iter().flatten() {
            if let Some(line) = lines.get_mut(row) {
                line.push(Span::new(role, format!(" {}", super::cut(&name(words), NAMES - 1))));
            }
        }
    }

    fn cell(&mut self, dot_row: usize, dot_column: usize) -> &mut DotCell {
        &mut self.cells[dot_row / DOTS.len()][dot_column / 2]
    }

    /// A row with its number.
    fn line(&self, row: usize) -> Line {
        let is_rule = row == self.scale.above;
        let number = self.scale.label(row).map_or_else(String::new, |number| number.to_string());
        let edge = if is_rule {
            '┼'
        } else if number.is_empty() {
            '│'
        } else {
            '┤'
        };
        let mut line = vec![Span::new(Role::Dim, format!("{number:>3} {edge}"))];
        for cell in &self.cells[row] {
            let (glyph, role) = match (cell.low | cell.high, cell.low) {
                (0, _) if is_rule => ('─', Role::Dim),
                (0, _) => (' ', Role::Text),
                (dots, 0) => (braille(dots), Role::Text),
                (dots, _) => (braille(dots), Role::Bar),
            };
            super::push(&mut line, glyph, role);
        }
        line
    }
}

/// The rows from one to another, including both; none when they are the same.
fn between(from: usize, to: usize) -> impl Iterator<Item = usize> {
    if from == to { 0..0 } else { from.min(to)..from.max(to) + 1 }
}

pub(super) fn braille(dots: u8) -> char {
    char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ')
}

/// A sparkline of the lower end: bars from 0 to 1, each for the end of an equal span of time, in this many cells.
#[must_use]
pub fn spark(steps: &[ChartStep], until: Date, cells: usize) -> Line {
    let Some(first) = steps.first().map(|step| step.from) else { return Line::new() };
    let length = days(first, until);
    let values = held(steps, first, (1..=cells).map(|nth| length * nth / cells));
    let full = SPARKS.len() - 1;
    let bar =
        |(low, _): (Fraction, _)| SPARKS[usize::try_from(low.of(full as u64)).unwrap_or(full).min(full)];
    vec![Span::new(Role::Bar, values.map(bar).collect::<String>())]
}

/// The step valid this many days after the first day. Call it with days in ascending order.
fn held(
    steps: &[ChartStep],
    first: Date,
    offsets: impl Iterator<Item = usize>,
) -> impl Iterator<Item = (Fraction, Fraction)> {
    let mut steps = steps.iter().peekable();
    let mut now = (Fraction::ZERO, Fraction::ZERO);
    offsets.map(move |offset| {
        while let Some(step) = steps.next_if(|step| days(first, step.from) <= offset) {
            now = (step.low, step.high);
        }
        now
    })
}

fn days(from: Date, to: Date) -> usize {
    from.until(to).ok().and_then(|span| usize::try_from(span.get_days()).ok()).unwrap_or_default()
}

fn axis(width: usize) -> Line {
    vec![Span::new(Role::Dim, format!("{:>3} └{}", 0, "─".repeat(width - GUTTER)))]
}

/// The first day and the last, and the middle one if there is room.
fn days_below(first: Date, last: Date, width: usize) -> Line {
    let from = (GUTTER - 1).min(width.saturating_sub(2 * DATE + 2));
    let mut text = format!("{}{first}", " ".repeat(from));
    let half = i64::try_from(days(first, last) / 2).unwrap_or_default();
    let middle =
        first.checked_add(jiff::Span::new().days(half)).ok().filter(|day| (first < *day) && *day < last);
    let at = (from + width).saturating_sub(DATE) / 2;
    let free = at.saturating_sub(from + DATE);
    if let Some(middle) = middle.filter(|_| free >= 4) {
        text.push_str(&format!("{:free$}{middle}", ""));
    }
    let rest = width.saturating_sub(DATE + super::width(&text));
    text.push_str(&format!("{:rest$}{last}", ""));
    vec![Span::new(Role::Dim, super::cut(&text, width))]
}

/// The meaning of each line, with a sample of the line.
fn legend(chart: &Chart, width: usize) -> Vec<Line> {
    let legend = &chart.legend;
    let pieces =
        [("⠤⠤", Role::Bar, &legend.low), ("⠄⠄", Role::Text, &legend.high), ("──", Role::Dim, &legend.mark)];
    samples(&pieces.map(|(sample, role, words)| (sample, role, words.as_str())), width)
}

/// Samples of lines, each with its meaning; side by side if they fit.
pub(super) fn samples(pieces: &[(&str, Role, &str)], width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (sample, role, words) in pieces {
        let piece = vec![Span::new(*role, *sample), format!(" {words}").into()];
        match lines.last_mut() {
            Some(line) if line_width(line) + 3 + line_width(&piece) <= width => {
                line.push("   ".into());
                line.extend(piece);
            }
            _ => lines.extend(wrap::wrap(&piece, width, "", "   ")),
        }
    }
    lines
}
