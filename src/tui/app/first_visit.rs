//! What isn't saved of a first visit: a target before the first answer, and everything about the sample profile.

use super::App;
use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use crate::profile::sample::sample;
use crate::session::NamedKey;
use crate::tui::screen::Change;

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

impl App {
    /// Whether the sample profile is looked at.
    #[must_use]
    pub const fn is_sample(&self) -> bool {
        self.first_visit.is_sample()
    }

    /// Shows the sample profile instead of the person's own. Nothing is saved until it is left.
    pub(super) fn look_around(&mut self) {
        self.first_visit.put_aside(self.session.profile().clone());
        let sample = sample(self.session.library());
        self.session.replace_profile(sample);
        self.forget_beside_profile();
        self.refresh(Change::Target);
        let back = self.session.key(NamedKey::Back).to_owned();
        self.say(format!("An invented person: try anything, nothing is saved. {back} at Home ends it."));
    }

    /// Back from the sample to the person's own profile; whether it was looked at.
    pub(super) fn leave_sample(&mut self) -> bool {
        let Some(own) = self.first_visit.take_back() else { return false };
        self.session.replace_profile(own);
        self.session.forget_acts();
        self.forget_beside_profile();
        self.refresh(Change::Target);
        true
    }

    /// Forgets what was read beside the profile: it is somebody else's.
    fn forget_beside_profile(&mut self) {
        self.session.forget_attempts();
        self.session.forget_ads();
        self.screens.toolkit.forget();
    }
}
