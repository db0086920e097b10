//! Tables in HTML. On a narrow screen each row becomes a small list, so every cell carries the head of its column.

use super::inline::{escaped, spans};
use super::picture;
use crate::report::document::{Align, Cell, Column, Table};
use std::fmt::Write;

/// A table; the first cell of a row is its head where the columns have heads.
pub(super) fn table(table: &Table) -> String {
    let has_heads = table.columns.iter().any(|column| !column.head.trim().is_empty());
    let mut html = String::from("<table>\n");
    if has_heads {
        html.push_str("<thead><tr>");
        table.columns.iter().for_each(|column| html.push_str(&head(column)));
        html.push_str("</tr></thead>\n");
    }
    html.push_str("<tbody>\n");
    for row in &table.rows {
        html.push_str("<tr>");
        for (nth, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            html.push_str(&self::cell(column, cell, has_heads && nth == 0));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
    html
}

fn head(column: &Column) -> String {
    let head = escaped(column.head.trim());
    // A head without words is none.
    let (name, scope) = if head.is_empty() { ("td", "") } else { ("th", " scope=\"col\"") };
    format!("<{name}{scope}{}>{head}</{name}>", class(column))
}

fn cell(column: &Column, cell: &Cell, is_head: bool) -> String {
    let content = match cell {
        Cell::Text(text) => spans(text).trim().to_owned(),
        Cell::Range { low, high, mark } => picture::range(*low, *high, *mark),
        Cell::Share { low, high, mark } => picture::share(*low, *high, *mark),
        Cell::Bar { from, to } => picture::bar(*from, *to),
    };
    let (name, scope) = if is_head && !content.is_empty() { ("th", " scope=\"row\"") } else { ("td", "") };
    let mut start = format!("<{name}{scope}{}", class(column));
    let head = column.head.trim();
    if !is_head && !head.is_empty() && matches!(cell, Cell::Text(_)) && !content.is_empty() {
        // Writing to a string can't fail.
        let _ = write!(start, " data-head=\"{}\"", escaped(head));
    }
    format!("{start}>{content}</{name}>")
}

const fn class(column: &Column) -> &'static str {
    match column.align {
        Align::Left => "",
        Align::Right => " class=\"number\"",
    }
}
