//! One person at work on one guide: the guide, the profile and today.
//!
//! A session answers every question about the person (`reads`) and says what every act of theirs changes (`writes`). Both faces, the
//! command line and the terminal interface, show what it returns and decide nothing themselves. It touches no file: whoever holds it
//! saves the edits it returns and hands the saved profile back.

mod ads;
mod handover;
mod import;
mod keys;
mod practice;
mod reads;
mod undo;
mod writes;

pub use ads::{AdsDemand, Fit, ReadAd, UnreadAd, demand_of};
pub use handover::Handover;
pub use import::Import;
pub use keys::{KeyName, KeyNames, NamedKey};
pub use undo::NotUndone;
pub use writes::{ProofProblem, RatingWish, date_ahead};

use crate::ad::Vocabulary;
use crate::coach::adaptive::{Estimate, Questioner};
use crate::coach::assessment::Assessment;
use crate::coach::evidence::Ledger;
use crate::coach::plan::Plan;
use crate::coach::plan::calendar::Calendar;
use crate::coach::review::Review;
use crate::guide::model::{Guide, Library};
use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use crate::profile::practice::Attempt;
use crate::resume::kept::Kept;
use ads::Ads;
use jiff::civil::Date;
use std::cell::OnceCell;
use undo::UndoStack;

/// What one act of the person changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What it changes, in a few words, for an undo to name: `Git`, `your target`.
    pub what: String,
    /// The edits it means, in their order; they are saved together or not at all.
    pub edits: Vec<Edit>,
}

/// A library without the guide that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this program contains no guide: reinstall coach")]
pub struct NoGuide;

/// One person at work on one guide.
pub struct Session {
    library: Library,
    /// Always the position of a guide in the library.
    guide: usize,
    profile: Profile,
    /// The record of practice, once somebody has read it.
    attempts: Option<Vec<Attempt>>,
    /// The kept job ads, once somebody has read them.
    ads: Option<Ads>,
    /// The résumé that is kept, once somebody has read it.
    resume: Option<Kept>,
    clock: fn() -> Date,
    undo: UndoStack,
    /// Question selector, built on first use; it depends on the guide alone.
    questioner: OnceCell<Questioner>,
    /// The words of job ads, read on first use.
    vocabulary: OnceCell<Vocabulary>,
    cache: Cache,
    /// What the person's keys are called.
    keys: KeyNames,
}

/// What follows from the profile, computed on first use after each change.
#[derive(Default)]
struct Cache {
    assessment: OnceCell<Assessment>,
    /// One for each level of the guide.
    plans: Vec<OnceCell<Plan>>,
    target_calendar: OnceCell<Option<Calendar>>,
    reviews: OnceCell<Vec<Review>>,
    ledger: OnceCell<Ledger>,
    estimate: OnceCell<Estimate>,
}

impl Session {
    /// A session on the guide at a position of the library.
    ///
    /// # Errors
    /// Where the library has no guide there.
    pub fn new(
        library: Library,
        guide: usize,
        profile: Profile,
        clock: fn() -> Date,
    ) -> Result<Self, NoGuide> {
        let levels = library.guides.get(guide).ok_or(NoGuide)?.levels.len();
        Ok(Self {
            library,
            guide,
            profile,
            attempts: None,
            ads: None,
            resume: None,
            clock,
            undo: UndoStack::default(),
            questioner: OnceCell::new(),
            vocabulary: OnceCell::new(),
            cache: Cache::new(levels),
            keys: KeyNames::default(),
        })
    }

    /// Takes the names of the person's own keys, which texts then use.
    pub fn name_keys(&mut self, keys: KeyNames) {
        self.keys = keys;
    }

    /// What the person's keys are called.
    #[must_use]
    pub const fn keys(&self) -> &KeyNames {
        &self.keys
    }

    /// What the key of an action is called, for a text that names it.
    #[must_use]
    pub fn key(&self, key: NamedKey) -> &str {
        self.keys.of(key)
    }

    /// Everything the program knows.
    #[must_use]
    pub const fn library(&self) -> &Library {
        &self.library
    }

    /// The guide in use.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.library.guides[self.guide]
    }

    /// What the person said, saved or not.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The day on which ratings are given and plans begin.
    #[must_use]
    pub fn today(&self) -> Date {
        (self.clock)()
    }

    /// Makes an act in memory and remembers how to undo it. The answer is what has to be saved.
    pub fn perform(&mut self, act: Act) -> Vec<Edit> {
        let before = self.profile.clone();
        self.apply(&act.edits);
        self.undo.remember(act.what, &before, &self.profile);
        act.edits
    }

    /// Takes over the profile as it was saved or as it has changed on disk.
    pub fn replace_profile(&mut self, profile: Profile) {
        if self.profile != profile {
            self.profile = profile;
            self.changed();
        }
    }

    fn apply(&mut self, edits: &[Edit]) {
        let today = self.today();
        for edit in edits {
            // Only an undo can fail, and no act has one.
            let _ = edit.apply(&mut self.profile, today);
        }
        self.changed();
    }

    /// What follows from the profile has to be computed anew.
    fn changed(&mut self) {
        self.cache = Cache::new(self.guide().levels.len());
        self.compare_ads_anew();
    }
}

impl Cache {
    fn new(levels: usize) -> Self {
        Self { plans: (0..levels).map(|_| OnceCell::new()).collect(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests;
