//! A note on a rating.

use crate::guide::id::SkillId;
use crate::report::pages::{Face, GuideView};
use crate::session::Session;
use crate::tui::dialogs::text::Text;
use crate::tui::outcome::Outcome;

/// Asks for the note on a skill's rating, beginning with the one there is.
#[must_use]
pub fn ask(session: &Session, skill: &SkillId) -> Outcome {
    let Some(rated) = session.profile().ratings.0.get(skill) else {
        return Outcome::said("Rate the skill first: a note belongs to a rating.");
    };
    let title = format!("Note on {}", GuideView::new(session, Face::Interface).skill_name(skill));
    let hint = "Only for you, saved in your profile. Leave it empty to remove it.";
    let skill = skill.clone();
    let accept = move |text: &str, session: &Session| Ok(Outcome::act(session.set_note(&skill, text)));
    Outcome::dialog(Text::new(title, hint, accept).beginning_with(rated.note.clone()))
}
