//! Taking changes back, the last one first.

use super::App;
use crate::guide::id::SkillId;
use crate::profile::edit::{Edit, Restore};
use crate::report::pages::capitalised;
use crate::session::{Act, NotUndone};
use crate::tui::outcome::Effect;
use crate::tui::screen::Change;
use crate::tui::screens::ScreenId;
use strum::IntoEnumIterator;

impl App {
    /// Takes the last change back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let result = self.session.undo();
        self.turned(result, "Undone", "Not undone")
    }

    /// Makes the change again that was taken back last.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let result = self.session.redo();
        self.turned(result, "Redone", "Not redone")
    }

    fn turned(&mut self, result: Result<Act, NotUndone>, done: &str, not_done: &str) -> Vec<Effect> {
        let act = match result {
            Ok(act) => act,
            Err(nothing @ NotUndone::Nothing(_)) => {
                self.say(format!("{}.", capitalised(&nothing.to_string())));
                return Vec::new();
            }
            Err(changed @ NotUndone::Changed(_)) => {
                self.say(format!("{not_done}: {changed}."));
                return Vec::new();
            }
        };
        self.refresh(Change::Answers);
        if let Some(skill) = rated_skill(&act.edits) {
            for id in ScreenId::iter() {
                self.screens.get_mut(id).look_at(&skill);
            }
        }
        self.say(format!("{done}: {}.", act.what));
        // Nothing of what waited was saved, so nothing has to be saved when it is undone.
        if self.first_visit.drop_waiting() {
            return Vec::new();
        }
        self.first_visit.released(act.edits).map(Effect::Save).into_iter().collect()
    }
}

/// The skill whose rating an undo brings back.
fn rated_skill(edits: &[Edit]) -> Option<SkillId> {
    edits.iter().find_map(|edit| match edit {
        Edit::Undo(restores) => restores.iter().find_map(|restore| match restore {
            Restore::Rating { skill, .. } => Some(skill.clone()),
            Restore::Proof { .. } | Restore::Guide { .. } | Restore::Aim { .. } | Restore::Answer { .. } => {
                None
            }
        }),
        Edit::Rate { .. }
        | Edit::ClearRating(_)
        | Edit::SetEvidence { .. }
        | Edit::SetNote { .. }
        | Edit::AddProof { .. }
        | Edit::AttachProof { .. }
        | Edit::SetTarget { .. }
        | Edit::SetDeadline { .. }
        | Edit::Answer { .. } => None,
    })
}
