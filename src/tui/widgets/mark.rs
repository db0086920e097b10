//! Which row of a list is marked, and where a movement leads from it.

use super::clickable::{Clickable, RowAt};
use super::filter::{Filter, Filtered};
use super::pane::Move;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

/// The mark in a list.
#[derive(Debug, Clone, Default)]
pub struct Mark {
    row: usize,
    /// The rows in view: drawing finds out.
    height: Cell<usize>,
    /// Where the rows are: drawing finds out.
    listed: Clickable<usize>,
    /// What the list is filtered by.
    filter: Option<Filter>,
}

impl Mark {
    /// At a row, counted from 0.
    #[must_use]
    pub const fn at(row: usize) -> Self {
        Self { row, height: Cell::new(0), listed: Clickable::new(), filter: None }
    }

    /// The marked row, counted from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// Moves in a list of `count` rows.
    pub fn go(&mut self, movement: Move, count: usize) {
        self.row = moved(movement, self.row, count, self.height.get());
    }

    /// Takes note of the rows in view, by which a page is measured.
    pub fn measure(&self, height: u16) {
        self.height.set(usize::from(height));
    }

    /// Takes note of where the rows are.
    pub fn list(&self, places: impl IntoIterator<Item = (Rect, usize)>) {
        self.listed.clear();
        self.listed.add(places);
    }

    /// The row in a cell.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        Some(self.row_from_selected(self.listed.at(cell)?))
    }
}

impl Filtered for Mark {
    fn filter(&self) -> Option<&Filter> {
        self.filter.as_ref()
    }

    fn filter_mut(&mut self) -> &mut Option<Filter> {
        &mut self.filter
    }

    fn selected(&self) -> usize {
        self.row
    }

    fn select(&mut self, row: usize) {
        self.row = row;
    }
}

/// The row that a movement leads to, in a list of `count` rows with `height` of them in view.
#[must_use]
pub fn moved(movement: Move, from: usize, count: usize, height: usize) -> usize {
    let (page, half) = (height.saturating_sub(1).max(1), (height / 2).max(1));
    let to = match movement {
        Move::Up => from.saturating_sub(1),
        Move::Down => from.saturating_add(1),
        Move::PageUp => from.saturating_sub(page),
        Move::PageDown => from.saturating_add(page),
        Move::HalfUp => from.saturating_sub(half),
        Move::HalfDown => from.saturating_add(half),
        Move::Top => 0,
        Move::Bottom => usize::MAX,
        Move::NextLink | Move::PreviousLink | Move::Open | Move::Back => from,
    };
    to.min(count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::moved;
    use crate::tui::widgets::pane::Move;

    #[test]
    fn a_movement_stays_in_the_list() {
        let to = |movement, from| moved(movement, from, 10, 6);
        assert_eq!(
            [to(Move::Up, 0), to(Move::Down, 9), to(Move::PageDown, 8), to(Move::HalfUp, 1)],
            [0, 9, 9, 0]
        );
        assert_eq!([to(Move::PageDown, 0), to(Move::HalfDown, 0), to(Move::Bottom, 3)], [5, 3, 9]);
        assert_eq!([moved(Move::Bottom, 0, 0, 0), moved(Move::PageDown, 0, 3, 0)], [0, 1]);
    }
}
