//! Taking changes back, the last one first.

use super::App;
use crate::guide::id::SkillId;
use crate::profile::edit::{Edit, Restore};
use crate::tui::outcome::Effect;
use crate::tui::screen::Change;
use crate::tui::screens::ScreenId;
use strum::IntoEnumIterator;

impl App {
    /// Takes the last change back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let act = match self.session.undo() {
            Ok(act) => act,
            Err(nothing) => {
                self.say(format!("There is {}.", nothing.to_string().trim_start_matches("there is ")));
                return Vec::new();
            }
        };
        self.refresh(Change::Answers);
        if let Some(skill) = rated_skill(&act.edits) {
            for id in ScreenId::iter() {
                self.screens.get_mut(id).look_at(&skill);
            }
        }
        self.say(format!("Undone: {}.", act.what));
        vec![self.save(act.edits)]
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
