//! Which level is aimed for.

use crate::session::Session;
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::outcome::Outcome;

/// Asks for the level.
#[must_use]
pub fn choose(session: &Session) -> Choice<Outcome> {
    let levels = &session.guide().levels;
    let target = session.target().map(|level| &level.id);
    let at = levels.iter().position(|level| Some(&level.id) == target);
    let rows = levels.iter().zip(1..).map(|(level, number)| {
        let id = level.id.clone();
        let then: Then<Outcome> = Box::new(move |session| Outcome::act(session.set_target(Some(id.clone()))));
        (format!("{number} {}", level.title), then)
    });
    Choice::new("Choose your target level", rows.collect(), at.unwrap_or_default())
}
