//! A view of the plan that is a page.

use crate::report::document::{Document, Target};
use crate::session::Session;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the view.
#[derive(Debug)]
pub struct PageView {
    pane: Pane,
    /// Makes the page, its links numbered.
    page: fn(&Session) -> Document,
}

impl PageView {
    /// At the beginning of the page.
    pub fn new(page: fn(&Session) -> Document) -> Self {
        Self { pane: Pane::default(), page }
    }

    /// What is read in it.
    pub fn reading(&self, session: &Session) -> Reading<'_> {
        Reading::of((self.page)(session), &self.pane)
    }

    /// Moves in the page. Returns a link to follow.
    pub fn go(&self, movement: Move, session: &Session) -> Option<Target> {
        self.pane.go(movement, || (self.page)(session))
    }

    /// Back to the beginning.
    pub fn to_top(&self) {
        self.pane.to_top();
    }

    /// Draws the page.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.pane.draw(&(self.page)(session), theme, area, buffer);
    }
}
