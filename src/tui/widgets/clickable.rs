//! Where on the screen a click means something: drawing takes note of it.

use ratatui::layout::{Position, Rect};
use std::cell::RefCell;

/// Areas of the last frame, each with what a click there means.
#[derive(Debug, Clone)]
pub struct Clickable<T>(RefCell<Vec<(Rect, T)>>);

impl<T> Default for Clickable<T> {
    fn default() -> Self {
        Self(RefCell::default())
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
