//! Plain mode: a document as lines to be heard.
//!
//! A screen reader says one line after the other, sign by sign. So nothing here depends on where on the screen it stands: a row of a
//! table is one line that says what its numbers are, a picture is left out or said in numbers, and a sign is a word.
//!
//! - Lines are never wrapped. A terminal breaks a long line by itself and a reader still says it as one; a line end inside a sentence
//!   is heard as a pause, and is in the way of Emacs, of braille displays and of whoever searches.
//! - Items have no bullet: most readers say "bullet" or "dash" before each of them. A numbered item begins with its number.
//! - An empty line is said as "blank". There is one before a heading, where the commands that jump by paragraph stop, and nowhere
//!   else.

mod rows;
mod words;

pub use words::{without_pictures, words};

use super::document::{Chart, Document, Element, Span};
use super::text::to_ascii;
use crate::coach::score::range;
use std::io::{self, Write};

/// The document without tables, charts and signs: titles, headings, paragraphs and items, each to be shown on one line. Empty lines
/// are only before headings.
#[must_use]
pub fn plain(doc: &Document) -> Document {
    let mut plain = Document::default();
    doc.0.iter().for_each(|element| add(element, &mut plain));
    plain
}

/// Writes a document in plain mode.
///
/// # Errors
/// When the output can't be written.
pub fn print(doc: &Document, ascii: bool, out: &mut dyn Write) -> io::Result<()> {
    for element in plain(doc).0 {
        let line = line(element);
        writeln!(out, "{}", if ascii { to_ascii(&line) } else { line })?;
    }
    Ok(())
}

fn add(element: &Element, plain: &mut Document) {
    match element {
        Element::Title(text) => {
            plain.gap();
            plain.0.push(Element::Title(words(text)));
        }
        Element::Heading(text) => {
            plain.heading(words(text));
        }
        Element::Paragraph(spans) => {
            let text = words(&said(spans));
            if !text.is_empty() {
                plain.paragraph(text);
            }
        }
        Element::Item { marker, text } => {
            let text = words(&said(text));
            if !text.is_empty() {
                plain.marked(name(marker), vec![text.into()]);
            }
        }
        Element::Table(table) => {
            for row in rows::said(table) {
                plain.marked("", vec![row.into()]);
            }
        }
        Element::Chart(chart) => {
            for figure in figures(chart) {
                plain.marked("", vec![figure.into()]);
            }
        }
        Element::Radar(radar) => {
            for row in rows::said(&radar.figures()) {
                plain.marked("", vec![row.into()]);
            }
        }
        Element::Gap => {}
    }
}

/// The line of an element of a plain document.
fn line(element: Element) -> String {
    let text = |spans: Vec<Span>| spans.into_iter().map(|span| span.text).collect::<String>();
    match element {
        Element::Title(text) | Element::Heading(text) => text,
        Element::Paragraph(spans) => text(spans),
        Element::Item { marker, text: spans } if marker.is_empty() => text(spans),
        Element::Item { marker, text: spans } => format!("{marker}: {}", text(spans)),
        Element::Gap | Element::Table(_) | Element::Chart(_) | Element::Radar(_) => String::new(),
    }
}

/// The pieces of a text as they are said, not yet in words.
fn said(spans: &[Span]) -> String {
    spans.iter().map(|span| span.said.as_deref().unwrap_or(&span.text)).collect()
}

/// The number or the word of a marker; a sign is none.
fn name(marker: &str) -> String {
    marker.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The first and the last range of a chart. The figures of the days between stand beside it, as it has none.
fn figures(chart: &Chart) -> Vec<String> {
    let [first, .., last] = &chart.steps[..] else { return Vec::new() };
    let on = |day: String, low, high| words(&format!("{day}: {}", range(low, high, chart.mark)));
    vec![
        on(format!("First day, {}", first.from), first.low, first.high),
        on(format!("Last day, {}", chart.until), last.low, last.high),
    ]
}

#[cfg(test)]
mod tests {
    use super::{plain, print};
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Cell, Chart, ChartStep, Column, Document, Legend, Role, Span};
    use jiff::civil::date;

    fn text(doc: &Document) -> String {
        let mut out = Vec::new();
        print(doc, false, &mut out).expect("a buffer takes all");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_page_becomes_lines() {
        let mut doc = Document::titled("The gap");
        doc.spans(vec![Span::new(Role::Strong, "Not yet"), ": SQL 2 → 3.".into()]);
        doc.gap();
        doc.paragraph(Span::new(Role::Dim, "! marks a must-have.").unsaid());
        doc.heading("Skills");
        doc.item(vec!["one".into()]);
        doc.marked(" 2", vec!["two".into()]);
        doc.marked("▸", vec!["three".into()]);
        doc.marked("Weak:  ", vec!["four".into()]);
        doc.gap();
        doc.paragraph("The end.");
        assert_eq!(
            text(&doc),
            "The gap\nNot yet: SQL 2 to 3.\n\nSkills\none\n2: two\nthree\nWeak: four\nThe end.\n"
        );
    }

    #[test]
    fn a_row_is_a_line_in_words() {
        let mut doc = Document::default();
        let range = Cell::Range {
            low: Fraction::percent(39),
            high: Fraction::percent(88),
            mark: Fraction::percent(80),
        };
        let target = Cell::Text(vec![Span::from("▸ ").said_as("your target, "), "Mid-level".into()]);
        doc.table(
            vec![
                Column::left("  Level"),
                Column::left("80 = ready").unsaid(),
                Column::right("Score"),
                Column::left("Standing").spoken(""),
            ],
            vec![
                vec!["  Junior".into(), range.clone(), "82–100".into(), "ready".into()],
                vec![target, range, "39–88".into(), "not yet".into()],
            ],
        );
        assert_eq!(
            text(&doc),
            "Junior: score 82 to 100, ready\nyour target, Mid-level: score 39 to 88, not yet\n"
        );
    }

    #[test]
    fn a_chart_is_its_figures() {
        let step = |month, low| ChartStep {
            from: date(2026, month, 1),
            low: Fraction::percent(low),
            high: Fraction::percent(79),
        };
        let mut doc = Document::default();
        doc.chart(Chart {
            steps: vec![step(1, 10), step(3, 20)],
            until: date(2026, 6, 30),
            mark: Fraction::percent(80),
            legend: Legend::default(),
        });
        assert_eq!(text(&doc), "First day, 2026-01-01: 10 to 79\nLast day, 2026-06-30: 20 to 79\n");
    }

    #[test]
    fn what_is_plain_stays_as_it_is() {
        let mut doc = Document::titled("A – page");
        doc.heading("One");
        doc.marked("1", vec!["≥2 of 3".into()]);
        let once = plain(&doc);
        assert_eq!(plain(&once), once);
    }
}
