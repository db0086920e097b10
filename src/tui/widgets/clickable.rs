//! Where on the screen a click means something: drawing takes note of it.

use ratatui::layout::{Position, Rect};
use std::cell::RefCell;

/// Areas of the last frame, each with what a click there means.
#[derive(Debug, Clone)]
pub struct Clickable<T>(RefCell<Vec<(Rect, T)>>);

impl<T> Clickable<T> {
    /// Nothing is drawn yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }
}

impl<T> Default for Clickable<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Copy> Clickable<T> {
    /// Forgets all areas: a new frame begins.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Takes note of areas.
    pub fn add(&self, areas: impl IntoIterator<Item = (Rect, T)>) {
        self.0.borrow_mut().extend(areas);
    }

    /// What a click in a cell means, if anything.
    #[must_use]
    pub fn at(&self, cell: Position) -> Option<T> {
        self.0.borrow().iter().find(|(area, _)| area.contains(cell)).map(|(_, meaning)| *meaning)
    }
}

/// A row of a list under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAt {
    /// How many rows below the selected one it is; above it where negative.
    pub below: isize,
    /// Whether the keys move in the page beside the list.
    pub in_page: bool,
    /// Whether Enter opens it.
    pub opens: bool,
}

impl RowAt {
    /// A row of a list in which the keys move, with the selected row; both counted from 0.
    #[must_use]
    pub fn new(row: usize, selected: usize) -> Self {
        let at = |row: usize| isize::try_from(row).unwrap_or(isize::MAX);
        Self { below: at(row).saturating_sub(at(selected)), in_page: false, opens: true }
    }
}
