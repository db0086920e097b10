//! A list with a page for what is selected in it.

use super::clickable::{Clickable, RowAt};
use super::filter::{Filter, Filtered};
use super::mark::moved;
use super::pane::{Move, Pane};
use super::rows::Rows;
use super::rule;
use super::stack::{row, stack};
use crate::report::document::{Document, Target};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

/// From this width the list and its page stand side by side.
const BESIDE_FROM: u16 = 98;
/// From this width a list beside its page has room for bars.
const WIDE_FROM: u16 = 116;
/// The width of a list beside its page, with and without room for bars.
const LIST_WIDTHS: [u16; 2] = [58, 46];
/// From this height the list stands above its page; below, one of them has the screen.
const BOTH_FROM: u16 = 17;
/// The lines that the beginning of the page needs below a list that has the screen, the rule among them.
const BEGINNING_FROM: u16 = 3;

/// What a list with its page shows.
#[derive(Debug, Clone)]
pub struct Content {
    /// The list.
    pub rows: Rows,
    /// The lines that the list may take of the screen.
    pub most_rows: u16,
    /// The page of the selected row, its links numbered.
    pub page: Document,
    /// What stands on the line above the list, where it stands beside its page.
    pub list_title: &'static str,
    /// What stands on the line above the page.
    pub title: String,
}

/// The state of a list with its page.
#[derive(Debug, Clone, Default)]
pub struct ListAndPage {
    /// The position of the selected row.
    pub selected: usize,
    /// Whether the keys move in the page, not in the list.
    pub in_page: bool,
    /// Where the reader is in the page.
    pub pane: Pane,
    /// The rows of the list in view, where it has the screen alone: drawing finds out.
    rows_alone: Cell<Option<u16>>,
    /// Where the rows are: drawing finds out.
    pub listed: Clickable<usize>,
    /// What the list is filtered by.
    filter: Option<Filter>,
}

impl ListAndPage {
    /// The list with a row selected.
    #[must_use]
    pub fn at(selected: usize) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Moves in the list of `count` rows, or in the page. Returns a link to follow.
    pub fn go(&mut self, movement: Move, count: usize, page: impl FnOnce() -> Document) -> Option<Target> {
        if self.in_page {
            return self.pane.go(movement, page);
        }
        match movement {
            Move::Up | Move::Down | Move::Top | Move::Bottom => {
                self.select(moved(movement, self.selected, count, 0));
            }
            Move::PageUp | Move::PageDown | Move::HalfUp | Move::HalfDown => match self.rows_alone.get() {
                Some(rows) => self.select(moved(movement, self.selected, count, usize::from(rows))),
                None => return self.pane.go(movement, page),
            },
            Move::Open => self.in_page = true,
            Move::NextLink | Move::PreviousLink => {
                self.in_page = true;
                return self.pane.go(movement, page);
            }
            Move::Back => return self.pane.go(movement, page),
        }
        None
    }

    /// Takes note of the rows in view, where the list has the screen alone: keys for whole pages then move in the list, else in
    /// the page that is in view beside it. A frame begins: what is not drawn in it can't be clicked.
    pub fn measure(&self, rows_alone: Option<u16>) {
        self.listed.clear();
        self.pane.leave_view();
        self.rows_alone.set(rows_alone);
    }

    /// The row in a cell.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        Some(RowAt { in_page: self.in_page, ..self.row_from_selected(self.listed.at(cell)?) })
    }

    /// The list as far as it matches what is typed.
    fn narrowed(&self, rows: Rows) -> Rows {
        match &self.filter {
            Some(filter) => rows.narrowed(filter.matching()),
            None => rows,
        }
    }

    /// The lines that a list needs, the filter's among them.
    fn height(&self, rows: &Rows) -> u16 {
        rows.height().saturating_add(match &self.filter {
            Some(filter) if filter.matching().is_empty() => 2,
            Some(_) => 1,
            None => 0,
        })
    }

    /// Draws the list below its filter, and takes note of where its rows are.
    pub fn draw_list(&self, rows: Rows, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.listed.add(self.draw_filtered(rows, theme, area, buffer));
    }

    /// From the page to the list; whether there was a page to leave.
    pub const fn leave_page(&mut self) -> bool {
        std::mem::replace(&mut self.in_page, false)
    }

    /// What stands on the line between the two: the key that leads back, while the keys move in the page.
    #[must_use]
    pub fn title(&self, list: &str, back: &str) -> String {
        if self.in_page { format!("reading: {back} goes back to the {list}") } else { String::new() }
    }

    /// Whether the list stands beside its page in an area.
    #[must_use]
    pub const fn is_beside(area: Rect) -> bool {
        area.width >= BESIDE_FROM
    }

    /// The width that the list has in an area.
    #[must_use]
    pub const fn list_width(area: Rect) -> u16 {
        let [wide, narrow] = LIST_WIDTHS;
        match area.width {
            WIDE_FROM.. => wide,
            BESIDE_FROM.. => narrow,
            width => width,
        }
    }

    /// Draws the list beside its page; above it where the terminal is narrower; or one of the two where there is little room.
    /// A line above each says what it is, and where the keys move.
    pub fn draw(&self, content: Content, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let Content { rows, most_rows, list_title, page, title } = content;
        self.measure(None);
        if let Some([left, right]) = beside(Self::list_width(area), theme, area, buffer) {
            let [list_line, list] = stack(left, [Some(1), None]);
            let [page_line, body] = stack(right, [Some(1), None]);
            rule::draw_heading(list_title, !self.in_page, theme, list_line, buffer);
            self.draw_list(rows, theme, list, buffer);
            self.pane.draw(&page, theme, body, buffer);
            rule::draw_heading(&title, self.in_page, theme, page_line, buffer);
            return;
        }
        let rows_height = self.height(&self.narrowed(rows.clone()));
        if area.height < BOTH_FROM {
            if self.in_page {
                self.pane.draw(&page, theme, area, buffer);
                return;
            }
            if area.height.saturating_sub(rows_height) < BEGINNING_FROM {
                self.measure(Some(area.height));
                self.draw_list(rows, theme, area, buffer);
                return;
            }
        }
        let most_rows = if area.height < BOTH_FROM { u16::MAX } else { most_rows };
        let [top, middle, bottom] = stack(area, [Some(rows_height.min(most_rows)), Some(1), None]);
        self.draw_list(rows, theme, top, buffer);
        rule::draw_heading(&title, self.in_page, theme, middle, buffer);
        self.pane.draw(&page, theme, bottom, buffer);
    }
}

impl Filtered for ListAndPage {
    fn filter(&self) -> Option<&Filter> {
        self.filter.as_ref()
    }

    fn filter_mut(&mut self) -> &mut Option<Filter> {
        &mut self.filter
    }

    fn selected(&self) -> usize {
        self.selected
    }

    /// Selects a row and shows its page from the top.
    fn select(&mut self, row: usize) {
        if row != self.selected {
            self.selected = row;
            self.pane.stop_finding();
            self.pane.to_top();
        }
    }

    fn has_focus(&self) -> bool {
        !self.in_page
    }
}

/// Where a list of some width and its page stand side by side, with a rule between them; nothing where the terminal is too narrow for
/// that.
pub fn beside(list: u16, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<[Rect; 2]> {
    if !ListAndPage::is_beside(area) {
        return None;
    }
    let [left, middle, right] = row(area, [Some(list), Some(3), None]);
    rule::draw_upright(theme, middle, buffer);
    Some([left, right])
}
