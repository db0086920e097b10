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
    /// What was done last, until an act follows.
    last: Option<Direction>,
}

/// Which of the two was done last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

/// Why nothing was undone or redone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotUndone {
    /// There is no act left.
    #[error("there is nothing to {0}")]
    Nothing(&'static str),
    /// Somebody else has changed what the act wrote.
    #[error("{0} was changed elsewhere in the meantime")]
    Changed(String),
}

impl UndoStack {
    /// Remembers an act by the profile before it and after it. An act that changed nothing needs no undo.
    pub fn remember(&mut self, what: String, before: &Profile, after: &Profile) {
        let restores = undo_of(before, after);
        if !restores.is_empty() {
            self.done.push(Done { what, restores });
            self.undone.clear();
            self.last = None;
        }
    }
}

impl Session {
    /// How many acts can be undone.
    #[must_use]
    pub fn undo_depth(&self) -> usize {
        self.undo.done.len()
    }

    /// Forgets all acts: they can't be undone any more.
    pub fn forget_acts(&mut self) {
        self.undo = UndoStack::default();
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
    /// Where nothing was done, or somebody else has changed what the act wrote: then nothing changes and the act is forgotten.
    pub fn undo(&mut self) -> Result<Act, NotUndone> {
        let done = self.undo.done.pop().ok_or(NotUndone::Nothing("undo"))?;
        let (act, reversed) = self.taken_back(done)?;
        self.undo.undone.push(reversed);
        self.undo.last = Some(Direction::Undo);
        Ok(act)
    }

    /// Does the last undone act again, in memory. The answer is what has to be saved, named after the act.
    ///
    /// # Errors
    /// Where nothing was undone, or something else was done since, or somebody else has changed what the undo wrote.
    pub fn redo(&mut self) -> Result<Act, NotUndone> {
        let undone = self.undo.undone.pop().ok_or(NotUndone::Nothing("redo"))?;
        let (act, reversed) = self.taken_back(undone)?;
        self.undo.done.push(reversed);
        self.undo.last = Some(Direction::Redo);
        Ok(act)
    }

    /// The undo or the redo that was done last turned out not to fit what another program had saved by then: it is forgotten, as it
    /// changed nothing. The answer names its act.
    pub fn forget_refused(&mut self) -> Option<String> {
        let refused = match self.undo.last.take()? {
            Direction::Undo => self.undo.undone.pop(),
            Direction::Redo => self.undo.done.pop(),
        };
        refused.map(|done| done.what)
    }

    fn taken_back(&mut self, done: Done) -> Result<(Act, Done), NotUndone> {
        let (act, reversed) = take_back(done);
        let today = self.today();
        for edit in &act.edits {
            if edit.apply(&mut self.profile, today).is_err() {
                return Err(NotUndone::Changed(act.what));
            }
        }
        self.changed();
        Ok((act, reversed))
    }
}

fn take_back(done: Done) -> (Act, Done) {
    let reversed = done.restores.iter().cloned().map(Restore::reversed).rev().collect();
    let act = Act { what: done.what.clone(), edits: vec![Edit::Undo(done.restores)] };
    (act, Done { what: done.what, restores: reversed })
}
