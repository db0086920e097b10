//! The proofs: what each supports, which ratings have none, and the one that would raise most.

use crate::report::document::Document;
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::prove;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;

/// What a key does in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Asks for a proof of a rating.
    Add,
}

/// The keys of the view.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Evidence", list: LIST };

const LIST: &[Binding<Action>] = &[bind(Action::Add, "add-proof", &["a"], "add a proof").hint("a add proof")];

/// Does what an action says.
pub fn update(action: Action, session: &Session) -> Outcome {
    match action {
        Action::Add => prove::choose_skill(session),
    }
}

/// The page, its links numbered.
pub fn page(session: &Session) -> Document {
    pages::evidence::page(GuideView::new(session, Face::Interface), session.ledger()).numbered()
}
