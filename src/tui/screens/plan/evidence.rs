//! The proofs: what each supports, which ratings have none, and the one that would raise most.

use crate::report::document::{Document, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::prove;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the view.
#[derive(Debug, Default)]
pub struct Evidence {
    pane: Pane,
}

/// What a key does in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Asks for a proof of a rating.
    Add,
}

/// The keys of the view.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Evidence", list: LIST };

const LIST: &[Binding<Action>] = &[bind(Action::Add, "add-proof", &["a"], "add a proof").hint("a add proof")];

impl Evidence {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Add => prove::choose_skill(session),
        }
    }

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
    pages::evidence::page(GuideView::new(session, Face::Interface), &session.ledger()).numbered()
}
