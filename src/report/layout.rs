//! Fits a document to a width in terminal cells: wraps text, distributes a table's width among its columns, draws bars, charts and radars.

mod bars;
mod chart;
mod radar;
mod table;
mod wrap;

use super::document::{Document, Element, Role, Span, Spans};
use std::borrow::Cow;

/// A line of the result: pieces of text side by side.
pub type Line = Spans;

/// Maximum width of running text; longer lines are hard to read.
pub const MEASURE: usize = 88;

/// Height of a radar in a page, in cells.
const RADAR_ROWS: usize = 15;
/// Maximum width of a page of the guide in the terminal interface, its tables too: a guide is read for longer than a report, and longer
/// lines tire.
pub const GUIDE_MEASURE: u16 = 72;

/// The lines of a document, each at most `width` cells wide. Only a character wider than `width` may exceed it.
#[must_use]
pub fn lines(doc: &Document, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for element in &doc.0 {
        set_element(element, width, &mut lines);
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

fn set_element(element: &Element, width: usize, lines: &mut Vec<Line>) {
    let measure = width.min(MEASURE);
    match element {
        Element::Title(text) => {
            lines.extend(wrap::wrap(&[Span::new(Role::Title, text)], measure, "", ""));
        }
        Element::Heading(text) => {
            lines.extend(wrap::wrap(&[Span::new(Role::Heading, text)], measure, "", ""));
        }
        Element::Paragraph(spans) => lines.extend(wrap::wrap(spans, measure, "", "")),
        Element::Item { marker, text } => {
            let first = format!("  {marker} ");
            let hanging = " ".repeat(wrap::width(&first));
            lines.extend(wrap::wrap(text, measure, &first, &hanging));
        }
        Element::Table(table) => lines.extend(table::set(table, width)),
        Element::Chart(chart) => lines.extend(chart::chart(chart, width)),
        Element::Radar(radar) => lines.extend(radar::radar(radar, width, RADAR_ROWS)),
        Element::Gap => {
            if lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(Line::new());
            }
        }
    }
}

/// Appends a sign to a line: to the last piece if its meaning is the same, otherwise as a new piece.
fn push(line: &mut Line, glyph: char, role: Role) {
    match line.last_mut() {
        Some(last) if last.role == role && last.link.is_none() => last.text.push(glyph),
        _ => line.push(Span::new(role, glyph)),
    }
}

/// The width of a text on a terminal, in cells.
#[must_use]
pub fn width(text: &str) -> usize {
    wrap::width(text)
}

/// The width of a line, in cells.
#[must_use]
pub fn line_width(line: &[Span]) -> usize {
    line.iter().map(|span| width(&span.text)).sum()
}

/// A text cut to a width at a grapheme boundary, with `…` if something is missing.
#[must_use]
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    wrap::cut(text, cells)
}

pub use bars::{plain_bar as bar, range_bar, share_bar};
pub use chart::{chart, spark};
pub use radar::radar;
pub use table::least_width;
pub use wrap::NO_BREAK;
