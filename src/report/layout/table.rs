//! Distributes a width among the columns of a table, and draws bars in the space left.

use super::{Line, line_width, wrap};
use crate::coach::fraction::Fraction;
use crate::report::document::{Align, Cell, Role, Span, Table};
use crate::report::safe_text::is_unsafe_control;

const BETWEEN: usize = 2;
/// Minimum width of a text column. A table that would need narrower ones is shown as a list.
const NARROWEST: usize = 10;
const BAR_CELLS: std::ops::RangeInclusive<usize> = 12..=52;

/// The lines of a table.
pub fn set(table: &Table, width: usize) -> Vec<Line> {
    match column_widths(table, width) {
        Some(widths) => set_rows(table, &widths),
        None => set_as_list(table, width),
    }
}

/// The width of each column; `None` when they don't fit side by side.
fn column_widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(BETWEEN * table.columns.len().saturating_sub(1))?;
    let natural: Vec<usize> = (0..table.columns.len()).map(|i| natural_width(table, i)).collect();
    let bars = (0..natural.len()).filter(|i| is_bar(table, *i)).count();
    let texts: usize = natural.iter().enumerate().filter(|(i, _)| !is_bar(table, *i)).map(|(_, w)| w).sum();
    if bars == 0 {
        if texts <= room {
            return Some(natural);
        }
        let least = natural.iter().enumerate();
        let least = least.map(|(i, width)| longest_word(table, i).max(NARROWEST.min(width / 2))).collect();
        return shrink(natural, least, room);
    }
    let each = room.checked_sub(texts)?.checked_div(bars)?.min(*BAR_CELLS.end());
    if each < *BAR_CELLS.start() {
        return None;
    }
    let widths = natural.iter().enumerate();
    Some(widths.map(|(i, width)| if is_bar(table, i) { each } else { *width }).collect())
}

fn is_bar(table: &Table, column: usize) -> bool {
    table.rows.iter().any(|row| !matches!(row[column], Cell::Text(_)))
}

/// Narrows the widest column that can be narrowed, cell by cell, until all columns fit.
fn shrink(mut widths: Vec<usize>, least: Vec<usize>, room: usize) -> Option<Vec<usize>> {
    let over = widths.iter().sum::<usize>().saturating_sub(room);
    for _ in 0..over {
        let can_give = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
        *can_give.map(|(width, _)| width).max()? -= 1;
    }
    Some(widths)
}

/// The width of a column's longest word; a narrower column would break it.
fn longest_word(table: &Table, column: usize) -> usize {
    let text = |row: &Vec<Cell>| match &row[column] {
        Cell::Text(spans) => spans.iter().map(|span| span.text.as_str()).collect::<String>(),
        _ => String::new(),
    };
    let texts = table.rows.iter().map(text).chain([table.columns[column].head.clone()]);
    texts.filter_map(|text| text.split_whitespace().map(super::width).max()).max().unwrap_or_default()
}

fn natural_width(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().map(|row| match &row[column] {
        Cell::Text(spans) => line_width(spans),
        _ => 0,
    });
    cells.chain([super::width(&table.columns[column].head)]).max().unwrap_or_default()
}

fn set_rows(table: &Table, widths: &[usize]) -> Vec<Line> {
    let mut lines = Vec::new();
    if table.columns.iter().any(|column| !column.head.is_empty()) {
        // A heading over bars is cut; one over texts is wrapped.
        let heads = table.columns.iter().zip(widths).enumerate();
        let heads: Vec<Cell> = heads
            .map(|(i, (column, width))| {
                let head = if is_bar(table, i) {
                    wrap::cut(&column.head, *width)
                } else {
                    column.head.as_str().into()
                };
                Cell::new(Role::Strong, head)
            })
            .collect();
        lines.extend(set_row(table, &heads, widths));
    }
    for row in &table.rows {
        lines.extend(set_row(table, row, widths));
    }
    lines
}

fn set_row(table: &Table, row: &[Cell], widths: &[usize]) -> Vec<Line> {
    let cells = row.iter().zip(widths);
    let mut cells: Vec<CellLines> = cells.map(|(cell, width)| set_cell(cell, *width).into_iter()).collect();
    let height = cells.iter().map(ExactSizeIterator::len).max().unwrap_or_default();
    (0..height).map(|_| set_line(table, &mut cells, widths)).collect()
}

/// The lines of a cell that aren't set yet.
type CellLines = std::vec::IntoIter<Line>;

/// The next line of a row, without trailing spaces.
fn set_line(table: &Table, cells: &mut [CellLines], widths: &[usize]) -> Line {
    let mut line = Line::new();
    let mut spaces = 0;
    for ((column, cell), width) in table.columns.iter().zip(cells).zip(widths) {
        let text = cell.next().unwrap_or_default();
        let text_width = line_width(&text);
        let free = width.saturating_sub(text_width);
        let (before, after) = if column.align == Align::Right { (free, 0) } else { (0, free) };
        spaces += before;
        if text_width > 0 {
            line.push(" ".repeat(spaces).into());
            line.extend(text);
            spaces = 0;
        }
        spaces += after + BETWEEN;
    }
    line.retain(|span| !span.text.is_empty());
    line
}

fn set_cell(cell: &Cell, width: usize) -> Vec<Line> {
    match cell {
        // A text that fits keeps its indentation.
        Cell::Text(spans) if is_clean(spans) && line_width(spans) <= width => vec![unmarked(spans)],
        Cell::Text(spans) => wrap::wrap(&unmarked(spans), width, "", ""),
        Cell::Range { low, high, mark } => vec![range_bar(*low, *high, *mark, width)],
        Cell::Bar { from, to } => vec![bar(*from, *to, width)],
    }
}

/// The same text with its links as plain text: that a row can be opened goes without saying, and a column of underlined names is
/// noise.
fn unmarked(spans: &[Span]) -> Line {
    let role = |span: &Span| if span.role == Role::Link { Role::Text } else { span.role };
    let plain = |span: &Span| Span { role: role(span), ..span.clone() };
    spans.iter().map(plain).collect()
}

fn is_clean(spans: &[Span]) -> bool {
    spans.iter().all(|span| !span.text.contains(is_unsafe_control))
}

/// Shows each row as a small list under its first cell, for columns that don't fit side by side.
fn set_as_list(table: &Table, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in &table.rows {
        for (i, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            let indent = if i == 0 { "" } else { "  " };
            match cell {
                Cell::Text(spans) if spans.iter().all(|span| span.text.trim().is_empty()) => {}
                Cell::Text(spans) => {
                    let mut text = unmarked(spans);
                    if i > 0 && !column.head.is_empty() {
                        text.insert(0, Span::new(Role::Dim, format!("{}: ", column.head)));
                    }
                    lines.extend(wrap::wrap(&text, width, indent, "    "));
                }
                bar => {
                    let mut line = vec![Span::from(indent)];
                    line.extend(set_cell(bar, width.saturating_sub(2).min(*BAR_CELLS.end())).concat());
                    lines.push(line);
                }
            }
        }
    }
    lines
}

/// A range on an axis, crossed by the threshold: `├─────━━━━━┿━━┥`. The range is thick, so that it can be read without colour.
#[must_use]
pub fn range_bar(low: Fraction, high: Fraction, mark: Fraction, width: usize) -> Line {
    let Some(last) = width.checked_sub(1) else { return Line::new() };
    let at = |part: Fraction| usize::try_from(part.of(last as u64)).unwrap_or(last);
    let (low, high, mark) = (at(low), at(high), at(mark));
    cells(width, |i| {
        let thick = (low..=high).contains(&i);
        let glyph = match (i, thick) {
            (0, true) => '┝',
            (0, false) => '├',
            (i, true) if i == last => '┥',
            (i, false) if i == last => '┤',
            (i, true) if i == mark => '┿',
            (i, false) if i == mark => '┼',
            (_, true) => '━',
            (_, false) => '─',
        };
        (glyph, if thick { Role::Bar } else { Role::Dim })
    })
}

/// A bar from one position of an axis to another.
#[must_use]
pub fn bar(from: Fraction, to: Fraction, width: usize) -> Line {
    let at = |part: Fraction| usize::try_from(part.of(width as u64)).unwrap_or(width);
    let (from, to) = (at(from), at(to).max(at(from) + 1));
    cells(width, |i| if (from..to).contains(&i) { ('█', Role::Bar) } else { (' ', Role::Text) })
}

fn cells(width: usize, cell: impl Fn(usize) -> (char, Role)) -> Line {
    let mut line = Line::new();
    for (glyph, role) in (0..width).map(cell) {
        super::push(&mut line, glyph, role);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{bar, range_bar};
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Column, Document};

    fn text(line: Vec<crate::report::document::Span>) -> String {
        line.into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn a_range_reads_without_colour() {
        let percent = |n| Fraction::new(n, 100);
        assert_eq!(text(range_bar(percent(50), percent(90), percent(80), 11)), "├────━━━┿━┤");
        assert_eq!(text(range_bar(percent(0), percent(100), percent(80), 11)), "┝━━━━━━━┿━┥");
        assert_eq!(text(range_bar(percent(0), percent(30), percent(80), 11)), "┝━━━────┼─┤");
        assert_eq!(text(bar(percent(0), percent(50), 10)), "█████     ");
    }

    #[test]
    fn a_table_shares_its_width_or_becomes_a_list() {
        let mut doc = Document::default();
        let columns = vec![Column::left("Skill"), Column::right("Hours"), Column::left("Why")];
        let row = vec!["SQL".into(), "80".into(), "because every service keeps data somewhere".into()];
        doc.table(columns, vec![row]);
        let lines =
            |width| crate::report::layout::lines(&doc, width).into_iter().map(text).collect::<Vec<_>>();
        assert_eq!(
            lines(40),
            [
                "Skill  Hours  Why",
                "SQL       80  because every service",
                "              keeps data somewhere"
            ]
        );
        assert_eq!(
            lines(20),
            ["SQL", "  Hours: 80", "  Why: because every", "    service keeps", "    data somewhere"]
        );
    }
}
