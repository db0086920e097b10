//! How ready the person is for the target: five bars, each with its evidence and its next step.

use crate::report::document::{Document, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::about;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the view.
#[derive(Debug, Default)]
pub struct Readiness {
    pane: Pane,
}

/// What a key does in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Asks the questions about the person.
    Answer,
}

/// The keys of the view.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Readiness", list: LIST };

const LIST: &[Binding<Action>] =
    &[bind(Action::Answer, "tell", &["a"], "answer questions about you: years, education, résumé")
        .hint("a answer")];

impl Readiness {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Answer => Outcome::dialog(about::choose(session)),
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
    let view = GuideView::new(session, Face::Interface);
    let Some(level) = session.target() else { return Document::default() };
    let areas = session.areas(&level.id);
    let page =
        |bars| pages::readiness::page(view, level, &bars, session.reviews(), session.calibration(), &areas);
    session.readiness(&level.id).map(page).unwrap_or_default().numbered()
}
