//! Fits a page to a width in terminal cells: wraps text, shares a table's width among its columns, draws bars and lines.

mod chart;
mod table;
mod wrap;

use super::document::{Document, Element, Role, Span, Spans};

/// A line that fits: pieces side by side.
pub type Line = Spans;

/// The widest that running text gets: longer lines are hard to read.
pub const MEASURE: usize = 88;

/// The lines of a page, each at most `width` cells wide (a single cell wide character may stand over where the width is 0).
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
        Element::Gap => {
            if lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(Line::new());
            }
        }
    }
}

/// Adds a sign to a line, to the last piece where that means the same.
fn push(line: &mut Line, glyph: char, role: Role) {
    match line.last_mut() {
        Some(last) if last.role == role && last.link.is_none() => last.text.push(glyph),
        _ => line.push(Span::new(role, glyph)),
    }
}

/// The cells that a text takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    wrap::width(text)
}

/// The cells that a line takes.
#[must_use]
pub fn line_width(line: &[Span]) -> usize {
    line.iter().map(|span| width(&span.text)).sum()
}

/// A text cut to a width, by grapheme, with `…` where something is missing.
#[must_use]
pub fn cut(text: &str, cells: usize) -> String {
    wrap::cut(text, cells)
}

pub use chart::{chart, spark};
pub use table::{bar, range_bar};
