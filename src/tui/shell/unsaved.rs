//! Changes that aren't saved yet, and when to try again.

use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use jiff::civil::Date;
use std::time::{Duration, Instant};

/// Wait while another program holds the lock: it saves and lets go.
pub const SOON: Duration = Duration::from_millis(200);

/// Wait after a failure that a person has to mend, such as a full disk.
const LATER: Duration = Duration::from_secs(5);

/// What isn't on disk yet, in its order: edits of the profile, answers for the record of practice, or changes of the kept job ads. Nothing is dropped until it is saved.
#[derive(Debug)]
pub struct Unsaved<T> {
    changes: Vec<T>,
    /// When to try next; `None` exactly when nothing is unsaved, so that an idle program never wakes.
    next_try: Option<Instant>,
}

impl<T> Default for Unsaved<T> {
    fn default() -> Self {
        Self { changes: Vec::new(), next_try: None }
    }
}

impl<T> Unsaved<T> {
    /// Adds changes, which are due at once.
    pub fn add(&mut self, changes: Vec<T>, now: Instant) {
        if !changes.is_empty() {
            self.changes.extend(changes);
            self.next_try = Some(now);
        }
    }

    /// Everything is saved.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The first of the changes is saved, or can never be.
    pub fn first_is_saved(&mut self) {
        if self.changes.len() <= 1 {
            self.clear();
        } else {
            self.changes.remove(0);
        }
    }

    /// Somebody else is saving.
    pub fn retry_soon(&mut self, now: Instant) {
        self.next_try = Some(now + SOON);
    }

    /// The save failed.
    pub fn retry_later(&mut self, now: Instant) {
        self.next_try = Some(now + LATER);
    }

    /// What is to be saved.
    #[must_use]
    pub fn changes(&self) -> &[T] {
        &self.changes
    }

    /// How many changes are unsaved.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether everything is saved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether it is time to try.
    #[must_use]
    pub fn is_due(&self, now: Instant) -> bool {
        self.next_try.is_some_and(|time| time <= now)
    }

    /// How long to wait for the next try; `None` is for ever.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.next_try.map(|time| time.saturating_duration_since(now))
    }
}

impl Unsaved<Edit> {
    /// Makes the edits in a profile that was read without them. An undo that no longer fits leaves it as it is; the save says so.
    pub fn apply_to(&self, profile: &mut Profile, today: Date) {
        for edit in &self.changes {
            let _ = edit.apply(profile, today);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LATER, SOON, Unsaved};
    use crate::guide::scale::Rating;
    use crate::profile::edit::Edit;
    use crate::profile::model::Profile;
    use jiff::civil::date;
    use std::time::{Duration, Instant};

    fn edits() -> Vec<Edit> {
        let skill = "git".parse().expect("an id");
        vec![Edit::Rate { skill, rating: Rating::Independent, evidence: None, anchors: None }]
    }

    #[test]
    fn nothing_unsaved_wakes_nobody() {
        let now = Instant::now();
        let mut unsaved = Unsaved::<Edit>::default();
        assert_eq!((unsaved.wait(now), unsaved.is_due(now)), (None, false));
        unsaved.add(Vec::new(), now);
        assert_eq!(unsaved.wait(now), None);
        unsaved.add(edits(), now);
        unsaved.clear();
        assert_eq!((unsaved.wait(now), unsaved.is_empty()), (None, true));
    }

    #[test]
    fn a_locked_file_is_tried_again_soon_and_a_failure_later() {
        let now = Instant::now();
        let mut unsaved = Unsaved::default();
        unsaved.add(edits(), now);
        assert!(unsaved.is_due(now));
        unsaved.retry_soon(now);
        assert_eq!((unsaved.wait(now), unsaved.is_due(now)), (Some(SOON), false));
        assert!(unsaved.is_due(now + SOON));
        unsaved.retry_later(now);
        assert_eq!(unsaved.wait(now + SOON), Some(LATER - SOON));
        assert_eq!(unsaved.wait(now + LATER + SOON), Some(Duration::ZERO));
    }

    #[test]
    fn a_new_edit_is_due_at_once_and_none_is_dropped() {
        let now = Instant::now();
        let mut unsaved = Unsaved::default();
        unsaved.add(edits(), now);
        unsaved.retry_later(now);
        unsaved.add(edits(), now);
        assert!(unsaved.is_due(now));
        assert_eq!(unsaved.len(), 2);
        unsaved.first_is_saved();
        assert_eq!((unsaved.len(), unsaved.is_due(now)), (1, true));
        unsaved.first_is_saved();
        assert_eq!(unsaved.wait(now), None);
    }

    #[test]
    fn unsaved_edits_lie_on_top_of_what_was_read() {
        let mut profile = Profile::default();
        let mut unsaved = Unsaved::default();
        unsaved.add(edits(), Instant::now());
        unsaved.apply_to(&mut profile, date(2026, 11, 24));
        assert_eq!(profile.ratings.0.len(), 1);
    }
}
