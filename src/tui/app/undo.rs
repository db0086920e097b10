//! Taking changes back, the last one first.

use super::{App, Effect};
use crate::guide::id::SkillId;
use crate::profile::edit::{self, Edit};
use crate::profile::model::Profile;

/// A change that can be undone.
#[derive(Debug, Clone)]
pub(super) struct Undo {
    /// What was changed, in words.
    what: String,
    /// What takes it back, the last first.
    inverses: Vec<Edit>,
}

impl Undo {
    pub(super) const fn of(what: String) -> Self {
        Self { what, inverses: Vec::new() }
    }

    /// Prepares to take a change back that the profile is about to get.
    pub(super) fn prepare(&mut self, before: &Profile, edit: &Edit) {
        self.inverses.splice(0..0, edit::inverse(before, edit));
    }

    /// The last skill whose rating it brings back.
    fn skill(&self) -> Option<&SkillId> {
        self.inverses.iter().rev().find_map(|edit| match edit {
            Edit::Rate(skill, _) | Edit::Restore(skill, _) | Edit::TakeBack(skill) => Some(skill),
            _ => None,
        })
    }
}

impl App {
    /// Makes the last two changes one: a rating and what shows it were given together.
    pub(super) fn join_last_changes(&mut self) {
        if self.undo.len() < 2 {
            return;
        }
        if let (Some(last), Some(before)) = (self.undo.pop(), self.undo.last_mut()) {
            before.inverses.splice(0..0, last.inverses);
        }
    }

    pub(super) fn undo_last(&mut self) -> Vec<Effect> {
        let Some(undo) = self.undo.pop() else {
            self.say("There is nothing to undo.");
            return Vec::new();
        };
        let today = (self.today)();
        for edit in &undo.inverses {
            edit::apply_to(&mut self.profile, edit, today);
        }
        self.score_anew();
        if let Some(skill) = undo.skill() {
            self.assess.go_to(skill);
        }
        self.say(format!("Undone: {}.", undo.what));
        vec![Effect::Save(undo.inverses)]
    }
}
