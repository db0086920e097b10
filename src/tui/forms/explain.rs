//! How a score is calculated.

use crate::report::pages::{Face, GuideView, explain};
use crate::session::{NamedKey, Session};
use crate::tui::dialogs::page::Page;
use crate::tui::outcome::Outcome;

/// Opens a page over the screen: how the target's score is calculated.
#[must_use]
pub fn target(session: &Session) -> Outcome {
    let view = GuideView::new(session, Face::Interface);
    match session.target_score() {
        Some(score) => {
            let title = format!("How {} is scored", view.level_name(&score.level));
            Outcome::dialog(Page::new(title, explain::page(view, score)))
        }
        None => {
            let key = session.key(NamedKey::Target);
            Outcome::said(format!(
                "Press {key} to choose your target level; then its score can be explained."
            ))
        }
    }
}
