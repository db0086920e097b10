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
/// From this width a list beside its page is wider.
const WIDE_FROM: u16 = 116;
/// The width of a list beside its page, where it needs no more.
const LIST_WIDTHS: [u16; 2] = [58, 46];
/// The width of the rule between the two.
const RULE: u16 = 3;
/// Minimum width of a page beside its list.
const PAGE_FROM: u16 = 28;
/// From this height the list stands above its page; below, one of them has the screen.
const BOTH_FROM: u16 = 17;
/// The lines that the beginning of the page needs below a list that has the screen, the rule among them.
const BEGINNING_FROM: u16 = 3;

/// How a list and its page share an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Side by side, the list in so many columns.
    Beside(u16),
    /// One above the other, each in the whole width.
    Above,
}

impl Split {
    /// Side by side where there is room for a list that needs so many columns, and for its page. So a wider terminal never shows less of
    /// the list than a narrower one.
    #[must_use]
    pub fn of(area: Rect, needs: u16) -> Self {
        let [wide, narrow] = LIST_WIDTHS;
        let list = needs.max(if area.width >= WIDE_FROM { wide } else { narrow });
        let has_room = area.width >= list.saturating_add(RULE + PAGE_FROM);
        if area.width >= BESIDE_FROM && has_room { Self::Beside(list) } else { Self::Above }
    }

    /// The same with a list that is no wider than it needs to be, as its page has wide tables.
    #[must_use]
    pub fn for_page(area: Rect, needs: u16) -> Self {
        let [_, narrow] = LIST_WIDTHS;
        match Self::of(area, needs) {
            Self::Beside(_) => Self::Beside(needs.max(narrow)),
            Self::Above => Self::Above,
        }
    }

    /// Side by side where the terminal is wide enough for that at all, the list in so many columns, and not one more.
    #[must_use]
    pub const fn narrow(area: Rect, list: u16) -> Self {
        if area.width >= BESIDE_FROM { Self::Beside(list) } else { Self::Above }
    }

    /// The width of the list.
    #[must_use]
    pub const fn list_width(self, area: Rect) -> u16 {
        match self {
            Self::Beside(list) => list,
            Self::Above => area.width,
        }
    }

    /// Whether they stand side by side.
    #[must_use]
    pub const fn is_beside(self) -> bool {
        matches!(self, Self::Beside(_))
    }
}

/// What a list with its page shows.
#[derive(Debug, Clone)]
pub struct Content {
    /// How the two share the area.
    pub split: Split,
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

    /// Draws the list beside its page or above it, as the two share the area; or one of the two where there is little room.
    /// A line above each says what it is, and where the keys move.
    pub fn draw(&self, content: Content, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let Content { split, rows, most_rows, list_title, page, title } = content;
        self.measure(None);
        if let Split::Beside(list) = split {
            let [left, right] = side_by_side(list, theme, area, buffer);
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

/// A list of some width and its page side by side, with a rule between them; nothing where the terminal is too narrow for that.
pub fn beside(list: u16, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<[Rect; 2]> {
    (area.width >= BESIDE_FROM).then(|| side_by_side(list, theme, area, buffer))
}

fn side_by_side(list: u16, theme: Theme, area: Rect, buffer: &mut Buffer) -> [Rect; 2] {
    let [left, middle, right] = row(area, [Some(list), Some(RULE), None]);
    rule::draw_upright(theme, middle, buffer);
    [left, right]
}
