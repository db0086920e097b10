//! Draws a radar in dots, eight to a cell, with its figures beside it. The inner polygon uses both columns of a cell, the outer one only
//! the left column, as a chart does: so each cell shows which one it belongs to, in colour, without colour and in ASCII.

use super::chart::{DOTS, DotCell, braille, samples};
use super::{Line, MEASURE, line_width, table};
use crate::coach::fraction::Fraction;
use crate::report::document::{Cell, Column, Radar, RadarAxis, Role, Span, Table, UNIT};
use std::collections::HashSet;

/// Minimum height of a picture, in cells; below it, the rows have bars instead.
const LOWEST: usize = 7;
/// Maximum height.
const HIGHEST: usize = 25;
/// The sign of the axes and of the ring at 100 %: it is no part of a polygon.
const GRID: char = '⋅';
/// Room between the picture and the rows beside it.
const BETWEEN: usize = 3;
/// Room for the numbers at the ends of the axes, in dots.
const RIM: i64 = 5;

/// The lines of a radar, each at most `width` cells wide: a picture of at most `height` rows, a row with figures for each axis beside
/// or below it, and the legend. Without room for the picture the rows have bars.
#[must_use]
pub fn radar(radar: &Radar, width: usize, height: usize) -> Vec<Line> {
    let rows = height.min(HIGHEST).min(width / 2);
    if !radar.is_picture() || rows < LOWEST {
        return table::set(&with_bars(radar), width);
    }
    let picture = Picture::of(radar, rows);
    let figures = table::set(&numbered(radar), width);
    let across = figures.iter().map(|line| line_width(line)).max().unwrap_or_default();
    let mut lines = if picture.columns() + BETWEEN + across <= width {
        beside(&picture, figures)
    } else {
        let mut lines = picture.lines();
        lines.push(Line::new());
        lines.extend(figures);
        lines
    };
    let legend = [
        ("⠶⠶", Role::Bar, radar.low.as_str()),
        ("⠆⠆", Role::Text, radar.high.as_str()),
        ("⋅⋅", Role::Dim, "100 %"),
    ];
    lines.extend(samples(&legend, width.min(MEASURE)));
    lines
}

/// The picture with the figures at its middle.
fn beside(picture: &Picture, figures: Vec<Line>) -> Vec<Line> {
    let columns = picture.columns();
    let mut lines = picture.lines();
    let top = lines.len().saturating_sub(figures.len()) / 2;
    for (at, figure) in figures.into_iter().enumerate() {
        if lines.len() <= top + at {
            lines.push(Line::new());
        }
        if let Some(line) = lines.get_mut(top + at) {
            let free = (columns + BETWEEN).saturating_sub(line_width(line));
            line.push(" ".repeat(free).into());
            line.extend(figure);
        }
    }
    lines
}

/// The sign of an axis: 1 to 9, then letters.
fn sign(nth: usize) -> char {
    u32::try_from(nth + 1).ok().and_then(|number| char::from_digit(number, 36)).unwrap_or('*')
}

/// The figures with the sign of each axis.
fn numbered(radar: &Radar) -> Table {
    let Table { mut columns, mut rows } = radar.figures();
    columns.insert(0, Column::default());
    for (nth, row) in rows.iter_mut().enumerate() {
        row.insert(0, Cell::new(Role::Strong, sign(nth)));
    }
    Table { columns, rows }
}

/// The figures with a bar for each axis.
fn with_bars(radar: &Radar) -> Table {
    let Table { mut columns, mut rows } = radar.figures();
    columns.insert(1, Column::default());
    for (row, axis) in rows.iter_mut().zip(&radar.axes) {
        row.insert(1, Cell::Range { low: axis.low, high: axis.high, mark: Fraction::percent(100) });
    }
    Table { columns, rows }
}

/// A point, in dots right and down from the upper left corner.
type Dot = (i64, i64);

struct Picture {
    cells: Vec<Vec<DotCell>>,
    /// The cells of the axes and of the ring at 100 %, by row and column.
    grid: HashSet<(usize, usize)>,
    /// The signs of the axes and of the middle, by row and column.
    signs: Vec<(usize, usize, char)>,
}

impl Picture {
    /// A picture of so many rows, twice as many columns wide, as a cell is twice as high as wide.
    fn of(radar: &Radar, rows: usize) -> Self {
        let mut picture = Self {
            cells: vec![vec![DotCell::default(); 2 * rows]; rows],
            grid: HashSet::new(),
            signs: Vec::new(),
        };
        let middle = i64::try_from(2 * rows).unwrap_or_default();
        let radius = middle - RIM - 1;
        let point = |(right, down): (i64, i64), length: i64| {
            (middle + rounded(right * length, UNIT), middle + rounded(down * length, UNIT))
        };
        let along = |share: fn(&RadarAxis) -> Fraction| -> Vec<Dot> {
            let parts = u64::try_from(radius).unwrap_or_default();
            let length = |axis| i64::try_from(share(axis).of(parts)).unwrap_or_default();
            radar.axes.iter().zip(radar.directions()).map(|(axis, way)| point(way, length(axis))).collect()
        };
        let ends: Vec<Dot> = radar.directions().map(|way| point(way, radius)).collect();
        picture.draw_grid(point((0, 0), 0), &ends);
        picture.draw(&along(|axis| axis.high), |cell| &mut cell.high, false);
        picture.draw(&along(|axis| axis.low), |cell| &mut cell.low, true);
        picture.put(point((0, 0), 0), '+');
        for (nth, way) in radar.directions().enumerate() {
            picture.put(point(way, radius + RIM - 1), sign(nth));
        }
        picture
    }

    fn columns(&self) -> usize {
        self.cells.first().map_or(0, Vec::len)
    }

    /// Draws a closed line through some points.
    fn draw(&mut self, points: &[Dot], line: fn(&mut DotCell) -> &mut u8, is_solid: bool) {
        let ends = points.iter().cycle().skip(1);
        for (from, to) in points.iter().zip(ends) {
            for (right, down) in between(*from, *to) {
                let (Ok(right), Ok(down)) = (usize::try_from(right), usize::try_from(down)) else { continue };
                let Some(cell) = self.cells.get_mut(down / DOTS.len()).and_then(|row| row.get_mut(right / 2))
                else {
                    continue;
                };
                let [left_dot, right_dot] = DOTS[down % DOTS.len()];
                // A solid line always has a dot in a right column, a dotted one never.
                *line(cell) |= match (is_solid, right % 2) {
                    (true, 0) => left_dot | right_dot,
                    (true, _) => right_dot,
                    (false, _) => left_dot,
                };
            }
        }
    }

    /// Draws the axes from the middle to their ends, and the ring through these.
    fn draw_grid(&mut self, middle: Dot, ends: &[Dot]) {
        let next = ends.iter().cycle().skip(1);
        let lines = ends.iter().zip(next).flat_map(|(end, next)| [(middle, *end), (*end, *next)]);
        let cells = lines.flat_map(|(from, to)| between(from, to)).map(|dot| self.cell_of(dot)).collect();
        self.grid = cells;
    }

    /// The row and the column of a point.
    fn cell_of(&self, (right, down): Dot) -> (usize, usize) {
        let cell = |dot: i64, dots: usize, cells: usize| {
            (usize::try_from(dot).unwrap_or_default() / dots).min(cells.saturating_sub(1))
        };
        (cell(down, DOTS.len(), self.cells.len()), cell(right, 2, self.columns()))
    }

    /// Puts a sign in the cell of a point.
    fn put(&mut self, dot: Dot, sign: char) {
        let (row, column) = self.cell_of(dot);
        self.signs.push((row, column, sign));
    }

    fn lines(&self) -> Vec<Line> {
        self.cells.iter().enumerate().map(|(row, cells)| self.line(row, cells)).collect()
    }

    fn line(&self, row: usize, cells: &[DotCell]) -> Line {
        let mut line = Line::new();
        for (column, cell) in cells.iter().enumerate() {
            let sign = self.signs.iter().rfind(|(at, across, _)| (*at, *across) == (row, column));
            let is_grid = self.grid.contains(&(row, column));
            let (glyph, role) = match (sign, cell.low | cell.high, cell.low) {
                // A number can be read only where nothing is drawn over it.
                (Some((.., sign)), ..) => (*sign, Role::Strong),
                (None, 0, _) if is_grid => (GRID, Role::Dim),
                (None, 0, _) => (' ', Role::Text),
                (_, dots, 0) => (braille(dots), Role::Text),
                (_, dots, _) => (braille(dots), Role::Bar),
            };
            super::push(&mut line, glyph, role);
        }
        trim(line)
    }
}

/// A line without spaces at its end.
fn trim(mut line: Line) -> Line {
    if let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    line.retain(|span: &Span| !span.text.is_empty());
    line
}

/// A quotient rounded to the nearest whole number; the divisor is positive.
const fn rounded(value: i64, by: i64) -> i64 {
    (2 * value + by).div_euclid(2 * by)
}

/// The dots on the straight line from one point to another, both included.
fn between((from_right, from_down): Dot, (to_right, to_down): Dot) -> impl Iterator<Item = Dot> {
    let (right, down) = (to_right - from_right, to_down - from_down);
    let steps = right.abs().max(down.abs()).max(1);
    (0..=steps)
        .map(move |step| (from_right + rounded(right * step, steps), from_down + rounded(down * step, steps)))
}

#[cfg(test)]
mod tests {
    use super::radar;
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Radar, RadarAxis};
    use crate::report::layout::line_width;
    use crate::report::text::to_ascii;

    fn of(shares: &[(u32, u32)]) -> Radar {
        let axis = |(nth, (low, high)): (usize, &(u32, u32))| RadarAxis {
            name: format!("Area {nth}"),
            low: Fraction::percent(*low),
            high: Fraction::percent(*high),
            note: if nth == 1 { "1 of 3 not rated".to_owned() } else { String::new() },
        };
        Radar {
            axes: shares.iter().enumerate().map(axis).collect(),
            low: "proved".to_owned(),
            high: "by ratings".to_owned(),
        }
    }

    fn drawn(shares: &[(u32, u32)], width: usize, height: usize) -> String {
        let lines = radar(&of(shares), width, height).into_iter().map(|line| {
            assert!(line_width(&line) <= width, "{line:?}");
            line.into_iter().map(|span| span.text).collect::<String>() + "\n"
        });
        lines.collect()
    }

    const SHARES: [(u32, u32); 5] = [(60, 100), (30, 45), (0, 0), (75, 75), (100, 100)];

    #[test]
    fn a_picture_has_its_figures_beside_it() {
        insta::assert_snapshot!(drawn(&SHARES, 80, 15));
    }

    #[test]
    fn in_ascii_the_two_polygons_differ() {
        insta::assert_snapshot!(to_ascii(&drawn(&SHARES, 80, 15)));
    }

    #[test]
    fn every_axis_has_its_number_whatever_is_drawn() {
        for share in [0, 50, 100] {
            let picture = drawn(&[(share, share); 6], 80, 15);
            let left: String =
                picture.lines().map(|line| line.chars().take(30).collect::<String>()).collect();
            for number in '1'..='6' {
                assert_eq!(left.matches(number).count(), 1, "{number}: {picture}");
            }
            assert!(picture.contains('⋅') && picture.contains("100 %"), "{picture}");
        }
    }

    #[test]
    fn on_a_narrow_screen_the_figures_are_below() {
        let text = drawn(&SHARES, 40, 15);
        let picture = text.lines().position(|line| line.contains("Area")).expect("figures");
        assert!(picture >= 15, "{text}");
    }

    #[test]
    fn without_room_or_with_too_few_axes_there_are_bars() {
        for text in [drawn(&SHARES, 80, 0), drawn(&SHARES[..2], 80, 15), drawn(&SHARES, 12, 15)] {
            assert!(
                text.contains("60") && !text.contains(|c| ('\u{2801}'..='\u{28ff}').contains(&c)),
                "{text}"
            );
        }
    }
}
