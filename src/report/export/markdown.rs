//! Converts a document to Markdown.

use crate::report::document::{Align, Cell, Chart, Document, Element, Role, Span, TO_DO, Table};
use crate::report::layout;
use crate::report::safe_text::is_unsafe_control;
use std::fmt::Write;

/// Width of a bar in a table, in cells.
const BAR_CELLS: usize = 24;
/// Width of a chart, in cells.
const CHART_CELLS: usize = 72;

/// The document as Markdown.
#[must_use]
pub fn markdown(doc: &Document) -> String {
    let mut text = String::new();
    let mut after_item = false;
    for element in &doc.0 {
        let is_item = matches!(element, Element::Item { .. });
        // An empty line ends a list, whatever follows.
        if after_item && !is_item && !text.ends_with("\n\n") {
            text.push('\n');
        }
        after_item = is_item;
        add(element, &mut text);
    }
    let text = text.trim_end();
    format!("{text}\n")
}

fn add(element: &Element, text: &mut String) {
    match element {
        Element::Title(title) => text.push_str(&format!("# {}\n\n", escaped(title))),
        Element::Heading(heading) => {
            let before = if text.is_empty() || text.ends_with("\n\n") { "" } else { "\n" };
            text.push_str(&format!("{before}## {}\n\n", escaped(heading)));
        }
        Element::Paragraph(spans) => text.push_str(&format!("{}\n\n", inline(spans).trim_end())),
        Element::Item { marker, text: spans } => {
            let number = marker.trim_end_matches('.').trim();
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let bullet = match marker.as_str() {
                TO_DO => format!("- {TO_DO}"),
                _ if is_number => format!("- {number}:"),
                _ => "-".to_owned(),
            };
            text.push_str(&format!("{bullet} {}\n", inline(spans).trim_end()));
        }
        Element::Table(table) => add_table(table, text),
        Element::Chart(chart) => add_chart(chart, text),
        Element::Radar(radar) => add_table(&radar.figures(), text),
        Element::Gap => {
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push('\n');
            }
        }
    }
}

fn add_table(table: &Table, text: &mut String) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    text.push_str(&row(table.columns.iter().map(|column| escaped(column.head.trim())).collect()));
    let rules = table.columns.iter().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    text.push_str(&row(rules.collect()));
    for cells in &table.rows {
        text.push_str(&row(cells.iter().map(cell).collect()));
    }
    text.push('\n');
}

/// Lines as drawn, in a code block, where all signs have the same width.
fn add_chart(chart: &Chart, text: &mut String) {
    let lines = layout::chart(chart, CHART_CELLS).into_iter().map(plain);
    text.push_str(&format!("```text\n{}\n```\n\n", lines.collect::<Vec<_>>().join("\n")));
}

fn plain(line: layout::Line) -> String {
    let line: String = line.into_iter().map(|span| span.text).collect();
    line.trim_end().to_owned()
}

fn cell(cell: &Cell) -> String {
    let bar = |line: layout::Line| format!("`{}`", plain(line));
    match cell {
        Cell::Text(spans) => inline(spans).trim().to_owned(),
        Cell::Range { low, high, mark } => bar(layout::range_bar(*low, *high, *mark, BAR_CELLS)),
        Cell::Share { low, high, mark } => bar(layout::share_bar(*low, *high, *mark, BAR_CELLS)),
        Cell::Bar { from, to } => bar(layout::bar(*from, *to, BAR_CELLS)),
    }
}

fn inline(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        let escaped = escaped(&span.text);
        let is_strong = matches!(span.role, Role::Strong | Role::Title | Role::Heading);
        let core = escaped.trim();
        if is_strong && !core.is_empty() {
            let (before, after) = escaped.split_once(core).unwrap_or_default();
            // Writing to a string can't fail.
            let _ = write!(text, "{before}**{core}**{after}");
        } else {
            text.push_str(&escaped);
        }
    }
    text
}

/// Text with the special characters of Markdown escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(if is_unsafe_control(c) { ' ' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Cell, Column, Document, Role, Span, TO_DO};

    #[test]
    fn a_page_becomes_markdown() {
        let mut doc = Document::titled("The gap");
        doc.spans(vec![Span::new(Role::Strong, "Not yet"), ": a*b is 2".into()]);
        doc.heading("Skills");
        let (low, high) = (Fraction::new(1, 4), Fraction::new(1, 1));
        let bar = Cell::Range { low, high, mark: Fraction::new(4, 5) };
        doc.table(
            vec![Column::left("Level"), Column::left("Range"), Column::right("Score")],
            vec![vec!["Junior | first".into(), bar, "25–100".into()]],
        );
        doc.item(vec!["one".into()]);
        doc.marked("2", vec!["two".into()]);
        doc.marked(TO_DO, vec!["three".into()]);
        doc.paragraph("After the list.");
        assert_eq!(
            markdown(&doc),
            "# The gap\n\n**Not yet**: a\\*b is 2\n\n## Skills\n\n| Level | Range | Score |\n| --- | --- | ---: |\n\
             | Junior \\| first | `├─────▬▬▬▬▬▬▬▬▬▬▬▬╋▬▬▬▬┥` | 25–100 |\n\n- one\n- 2: two\n- [ ] three\n\nAfter the list.\n"
        );
    }
}
