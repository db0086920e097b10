//! How ready the person is for the target: five bars, each with its evidence and its next step.

use crate::report::document::Document;
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::about;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;

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

/// Does what an action says.
pub fn update(action: Action, session: &Session) -> Outcome {
    match action {
        Action::Answer => Outcome::dialog(about::choose(session)),
    }
}

/// The page, its links numbered.
pub fn page(session: &Session) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let Some(level) = session.target() else { return Document::default() };
    let areas = session.areas(&level.id);
    let page =
        |bars| pages::readiness::page(view, level, &bars, session.reviews(), session.calibration(), &areas);
    session.readiness(&level.id).map(page).unwrap_or_default().numbered()
}
