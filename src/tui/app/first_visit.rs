//! What isn't saved of a first visit: a target before the first answer, and everything about the sample profile.

use crate::profile::edit::Edit;
use crate::profile::model::Profile;

/// What isn't saved.
#[derive(Debug, Default)]
pub struct FirstVisit {
    /// Changes that are saved together with the next ones.
    waiting: Vec<Edit>,
    /// The person's own profile, while the sample is looked at.
    own: Option<Profile>,
}

impl FirstVisit {
    /// Keeps changes back until the next ones.
    pub fn hold(&mut self, edits: Vec<Edit>) {
        self.waiting.extend(edits);
    }

    /// The changes to save, those that waited first; nothing while the sample is looked at.
    pub fn released(&mut self, edits: Vec<Edit>) -> Option<Vec<Edit>> {
        if self.is_sample() {
            return None;
        }
        let mut all = std::mem::take(&mut self.waiting);
        all.extend(edits);
        Some(all)
    }

    /// Drops what waited; whether anything did.
    pub fn drop_waiting(&mut self) -> bool {
        !std::mem::take(&mut self.waiting).is_empty()
    }

    /// Whether the sample is looked at.
    pub const fn is_sample(&self) -> bool {
        self.own.is_some()
    }

    /// Puts the person's own profile aside.
    pub fn put_aside(&mut self, own: Profile) {
        self.own = Some(own);
    }

    /// The person's own profile, if it was put aside.
    pub fn take_back(&mut self) -> Option<Profile> {
        self.own.take()
    }
}
