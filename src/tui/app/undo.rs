//! Taking changes back, the last one first.

use super::{App, Effect};
use crate::guide::id::SkillId;
use crate::profile::edit::{Edit, Restore};

impl App {
    pub(super) fn undo_last(&mut self) -> Vec<Effect> {
        let act = match self.session.undo() {
            Ok(act) => act,
            Err(nothing) => {
                self.say(format!("There is {}.", nothing.to_string().trim_start_matches("there is ")));
                return Vec::new();
            }
        };
        self.score_anew();
        if let Some(skill) = rated_skill(&act.edits) {
            self.assess.go_to(&skill);
        }
        self.say(format!("Undone: {}.", act.what));
        vec![Effect::Save(act.edits)]
    }
}

/// The skill whose rating an undo brings back.
fn rated_skill(edits: &[Edit]) -> Option<SkillId> {
    edits.iter().find_map(|edit| match edit {
        Edit::Undo(restores) => restores.iter().find_map(|restore| match restore {
            Restore::Rating { skill, .. } => Some(skill.clone()),
            _ => None,
        }),
        _ => None,
    })
}
