//! Undo and redo: the last act first, and only where nobody else has changed what it wrote.

use super::{Act, Session};
use crate::profile::edit::{Edit, Restore, joined, undo_of};
use crate::profile::model::Profile;

/// An act that can be undone, or redone.
#[derive(Debug, Clone)]
struct Done {
    what: String,
    restores: Vec<Restore>,
}

/// The acts of a session, the last one on top.
#[derive(Debug, Clone, Default)]
pub struct UndoStack {
    done: Vec<Done>,
    undone: Vec<Done>,
}

/// There is no act to undo or to redo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is nothing to {0}")]
pub struct NothingToUndo(pub &'static str);

impl UndoStack {
    /// Remembers an act by the profile before it and after it. An act that changed nothing needs no undo.
    pub fn remember(&mut self, what: String, before: &Profile, after: &Profile) {
        let restores = undo_of(before, after);
        if !restores.is_empty() {
            self.done.push(Done { what, restores });
            self.undone.clear();
        }
    }
}

impl Session {
    /// How many acts can be undone.
    #[must_use]
    pub fn undo_depth(&self) -> usize {
        self.undo.done.len()
    }

    /// Makes all acts beyond a depth one, for an undo: a step that was ticked off is one act, though its rating was saved before its
    /// proof was asked for.
    pub fn join_acts_since(&mut self, depth: usize) {
        let later = self.undo.done.split_off((depth + 1).min(self.undo.done.len()));
        if let Some(first) = self.undo.done.last_mut() {
            for act in later {
                first.restores = joined(std::mem::take(&mut first.restores), act.restores);
            }
        }
    }

    /// Undoes the last act in memory. The answer is what has to be saved, named after the act.
    ///
    /// # Errors
    /// Where nothing was done.
    pub fn undo(&mut self) -> Result<Act, NothingToUndo> {
        let done = self.undo.done.pop().ok_or(NothingToUndo("undo"))?;
        let (act, reversed) = take_back(done);
        self.apply(&act.edits);
        self.undo.undone.push(reversed);
        Ok(act)
    }

    /// Does the last undone act again, in memory. The answer is what has to be saved, named after the act.
    ///
    /// # Errors
    /// Where nothing was undone, or something else was done since.
    pub fn redo(&mut self) -> Result<Act, NothingToUndo> {
        let undone = self.undo.undone.pop().ok_or(NothingToUndo("redo"))?;
        let (act, reversed) = take_back(undone);
        self.apply(&act.edits);
        self.undo.done.push(reversed);
        Ok(act)
    }
}

fn take_back(done: Done) -> (Act, Done) {
    let reversed = done.restores.iter().cloned().map(Restore::reversed).rev().collect();
    let act = Act { what: done.what.clone(), edits: vec![Edit::Undo(done.restores)] };
    (act, Done { what: done.what, restores: reversed })
}
