//! The progress so far: how the score of the target has moved over time.

use crate::report::document::{Document, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the view.
#[derive(Debug, Default)]
pub struct Progress {
    pane: Pane,
}

impl Progress {
    /// What is read in it.
    pub fn reading(&self, session: &Session) -> Reading<'_> {
        Reading::of(page(session), &self.pane)
    }

    /// Moves in the page. Returns a link to follow.
    pub fn go(&self, movement: Move, session: &Session) -> Option<Target> {
        self.pane.go(movement, || page(session))
    }

    /// Back to the beginning.
    pub fn to_top(&self) {
        self.pane.to_top();
    }

    /// Draws the page.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.pane.draw(&page(session), theme, area, buffer);
    }
}

/// The page, its links numbered.
fn page(session: &Session) -> Document {
    pages::progress::history(GuideView::new(session, Face::Interface), session.profile(), session.today())
        .numbered()
}
