//! A note on a rating.

use crate::guide::id::SkillId;
use crate::report::pages::{Face, GuideView};
use crate::session::{NamedKey, Session};
use crate::tui::dialogs::text::Text;
use crate::tui::outcome::Outcome;

/// Asks for the note on a skill's rating, beginning with the one there is.
#[must_use]
pub fn ask(session: &Session, skill: &SkillId) -> Outcome {
    let Some(rated) = session.profile().ratings.0.get(skill) else {
        return Outcome::said("Rate the skill first: a note belongs to a rating.");
    };
    let title = format!("Note on {}", GuideView::new(session, Face::Interface).skill_short(skill));
    let hint = "Only for you, saved in your profile. Leave it empty to remove it.";
    let skill = skill.clone();
    let before = rated.note.clone();
    let accept = move |text: &str, session: &Session| {
        let (skill, before) = (skill.clone(), before.clone());
        let act = session.set_note(&skill, text);
        Ok(Outcome::act(act).say_after(move |session| said(&skill, before.as_deref(), session)))
    };
    Outcome::dialog(Text::new(title, hint, accept).beginning_with(rated.note.clone()))
}

/// What became of the note; nothing where it is as it was before.
fn said(skill: &SkillId, before: Option<&str>, session: &Session) -> Option<String> {
    let note = session.profile().ratings.0.get(skill).and_then(|rated| rated.note.as_deref());
    let name = GuideView::new(session, Face::Interface).skill_short(skill).to_owned();
    let undo = session.key(NamedKey::Undo);
    match note {
        _ if note == before => None,
        Some(_) => Some(format!("Note on {name} saved · {undo} undoes")),
        None => Some(format!("Note on {name} removed · {undo} undoes")),
    }
}
