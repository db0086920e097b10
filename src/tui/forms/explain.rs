//! The arithmetic behind a score.

use crate::report::pages::{Face, GuideView, explain};
use crate::session::Session;
use crate::tui::dialogs::page::Page;
use crate::tui::outcome::Outcome;

/// Opens the target's arithmetic over the screen.
#[must_use]
pub fn target(session: &Session) -> Outcome {
    let view = GuideView::new(session, Face::Interface);
    match session.target_score() {
        Some(score) => {
            let title = format!("How {} is scored", view.level_name(&score.level));
            Outcome::dialog(Page::new(title, explain::page(view, score)))
        }
        None => Outcome::said("t chooses the level you aim for; then its numbers can be explained."),
    }
}
