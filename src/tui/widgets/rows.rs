//! A list whose lines can be selected.

use super::position;
use super::text::put;
use crate::report::document::{Cell, Column, Document, Role, Span, Table};
use crate::report::layout::{self, Line};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::HashSet;

/// The lines of a list: some can be selected, others are headings.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// All lines, from the top.
    pub lines: Vec<Line>,
    /// The line of the selected row.
    pub selected: usize,
    /// Whether the selected row is only where the keys were: what is shown is another thing, so no row stands out.
    pub is_left: bool,
    /// The lines that are headings.
    heads: Vec<usize>,
    /// The heading that names the columns.
    columns: Option<usize>,
    /// The rows that are left of a longer list, by their positions in it.
    left: Option<Vec<usize>>,
}

impl Rows {
    /// A table with its heads in the first line.
    #[must_use]
    pub fn of_table(columns: Vec<Column>, rows: Vec<Vec<Cell>>, selected: usize, width: u16) -> Self {
        Self::fitting((columns, rows), &[], selected, width)
    }

    /// A table without as many columns, in the order of `least`, as it takes for each row to keep to one line: a row that took two
    /// would put the selection in the wrong place.
    #[must_use]
    pub fn fitting(
        (columns, rows): (Vec<Column>, Vec<Vec<Cell>>),
        least: &[&str],
        selected: usize,
        width: u16,
    ) -> Self {
        let lines_without = |dropped: usize| {
            let table = (columns.clone(), rows.clone());
            let (columns, rows) = without(table, least.get(..dropped).unwrap_or_default());
            let mut doc = Document::default();
            doc.table(columns, rows);
            layout::lines(&doc, usize::from(width))
        };
        let fits = |lines: &Vec<Line>| lines.len() <= rows.len() + 1;
        let narrower = (0..least.len()).map(lines_without).find(fits);
        let lines = narrower.unwrap_or_else(|| lines_without(least.len()));
        Self { lines, selected: selected + 1, heads: vec![0], columns: Some(0), ..Self::default() }
    }

    /// The width from which a table shows all its columns, each row in one line.
    #[must_use]
    pub fn needs((columns, rows): &(Vec<Column>, Vec<Vec<Cell>>)) -> u16 {
        let table = Table { columns: columns.clone(), rows: rows.clone() };
        u16::try_from(layout::least_width(&table)).unwrap_or(u16::MAX)
    }

    /// Puts a heading above the first row of each group; `groups` has the name of each row's group.
    pub fn group<'a>(&mut self, groups: impl IntoIterator<Item = &'a str>) {
        let Some(columns) = self.columns else { return };
        let mut line = columns + 1;
        let mut before = None;
        for group in groups {
            if before != Some(group) {
                self.insert_head(line, vec![Span::new(Role::Heading, group)]);
                self.selected += usize::from(line <= self.selected);
                line += 1;
            }
            before = Some(group);
            line += 1;
        }
    }

    /// Adds a heading at the end.
    pub fn push_head(&mut self, line: Line) {
        self.insert_head(self.lines.len(), line);
    }

    /// Puts a heading before a line.
    pub fn insert_head(&mut self, at: usize, line: Line) {
        self.insert(at, line);
        self.heads.push(at);
    }

    /// Puts a row before a line.
    pub fn insert(&mut self, at: usize, line: Line) {
        let heads = self.heads.iter_mut().chain(&mut self.columns);
        heads.filter(|head| **head >= at).for_each(|head| *head += 1);
        self.lines.insert(at, line);
    }

    /// The row of a line, counted from 0; none where that is a heading.
    fn row_of(&self, line: usize) -> Option<usize> {
        if self.heads.contains(&line) {
            return None;
        }
        let row = line.checked_sub(self.heads.iter().filter(|head| **head < line).count())?;
        match &self.left {
            Some(left) => left.get(row).copied(),
            None => Some(row),
        }
    }

    /// The list with these rows alone, in ascending order, below the headings that they stand under. The names of the
    /// columns stay.
    #[must_use]
    pub fn narrowed(self, rows: &[usize]) -> Self {
        let mut narrowed =
            Self { left: Some(Vec::new()), selected: usize::MAX, is_left: self.is_left, ..Self::default() };
        let mut heading: Option<Line> = None;
        for (at, line) in self.lines.iter().enumerate() {
            let Some(row) = self.row_of(at) else {
                if self.columns == Some(at) {
                    narrowed.push_head(line.clone());
                } else {
                    heading = Some(line.clone());
                }
                continue;
            };
            if !rows.contains(&row) {
                continue;
            }
            if let Some(heading) = heading.take() {
                narrowed.push_head(heading);
            }
            if at == self.selected {
                narrowed.selected = narrowed.lines.len();
            }
            narrowed.lines.push(line.clone());
            narrowed.left.get_or_insert_default().push(row);
        }
        narrowed
    }

    /// The height of the whole list.
    #[must_use]
    pub fn height(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX)
    }

    /// Draws the part of the list around its selected row, which stands out more where the keys move in the list.
    /// Returns where each row is, counted from 0.
    pub fn draw(&self, focused: bool, theme: Theme, area: Rect, buffer: &mut Buffer) -> Vec<(Rect, usize)> {
        let mut places = Vec::new();
        let height = usize::from(area.height);
        let most = self.lines.len().saturating_sub(height);
        let top = self.selected.saturating_add(2).saturating_sub(height).min(most);
        let lines = self.lines.iter().enumerate().skip(top);
        for ((row, line), y) in lines.zip(area.top()..area.bottom()) {
            places.extend(self.row_of(row).map(|row| (Rect { y, height: 1, ..area }, row)));
            let is_selected = row == self.selected && !self.is_left;
            let mut x = area.x;
            let bars = if is_selected { around_bars(line) } else { HashSet::new() };
            for (at, span) in line.iter().enumerate() {
                let style = match (is_selected, focused) {
                    (true, true) if bars.contains(&at) => theme.style(Role::Bar),
                    (true, true) => theme.selected(),
                    (true, false) => theme.style(Role::Strong),
                    (false, _) => theme.style(span.role),
                };
                x = put(x, y, &span.text, style, theme, area, buffer);
            }
            if is_selected && focused {
                let rest = " ".repeat(usize::from(area.right().saturating_sub(x)));
                put(x, y, &rest, theme.selected(), theme, area, buffer);
            }
        }
        position::draw(top, self.lines.len(), theme, area, buffer);
        places
    }
}

/// The pieces of a line that are a solid bar or the room around it. They keep their look in the selected row: reversed, a bar and
/// the room behind it would change places, and beside reversed room a bar can't be told from it.
fn around_bars(line: &Line) -> HashSet<usize> {
    let is_room = |at: &usize| line.get(*at).is_some_and(|span| span.text.trim().is_empty());
    let bars = line.iter().enumerate().filter(|(_, span)| has_blocks(&span.text)).map(|(at, _)| at);
    let around = bars.flat_map(|bar| {
        let before = (0..bar).rev().take_while(is_room);
        let after = (bar + 1..line.len()).take_while(is_room);
        before.chain([bar]).chain(after)
    });
    around.collect()
}

/// Whether a text is a solid bar.
fn has_blocks(text: &str) -> bool {
    text.contains('▄')
}

/// A table without the columns of these heads.
fn without((columns, rows): (Vec<Column>, Vec<Vec<Cell>>), heads: &[&str]) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let stays: Vec<bool> = columns.iter().map(|column| !heads.contains(&column.head.as_str())).collect();
    let cells =
        |row: Vec<Cell>| row.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(cell, _)| cell);
    let rows = rows.into_iter().map(|row| cells(row).collect()).collect();
    let columns = columns.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(column, _)| column);
    (columns.collect(), rows)
}
