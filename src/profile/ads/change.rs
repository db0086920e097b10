//! A change of the kept ads: made at once in memory, and in the files when they can be written.

use super::{AdState, KeptAd};
use jiff::civil::Date;

/// A change of the kept ads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdChange {
    /// Keeps an ad.
    Keep {
        /// The name of its file, as [`file_name`] makes it.
        name: String,
        /// The ad itself.
        text: String,
    },
    /// Sets how far the application has come.
    State {
        /// The ad.
        name: String,
        /// The state.
        state: AdState,
    },
    /// Notes how it ended.
    Outcome {
        /// The ad.
        name: String,
        /// How it ended, as [`outcome`] lets it pass; empty where nothing is to be said.
        outcome: String,
    },
}

impl AdChange {
    /// The name of the ad.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Keep { name, .. } | Self::State { name, .. } | Self::Outcome { name, .. } => name,
        }
    }

    /// Makes it in ads that were read without it, which stay in alphabetical order. What no longer fits changes nothing; saving says so.
    pub fn apply_to(&self, ads: &mut Vec<KeptAd>, today: Date) {
        let there = ads.iter_mut().find(|ad| ad.name == self.name());
        match (self, there) {
            (Self::Keep { name, text }, None) => {
                let at = ads.partition_point(|ad| ad.name < *name);
                let ad = KeptAd {
                    name: name.clone(),
                    state: AdState::default(),
                    outcome: String::new(),
                    kept_on: Some(today),
                    text: text.clone(),
                };
                ads.insert(at, ad);
            }
            (Self::State { state, .. }, Some(ad)) => ad.state = *state,
            (Self::Outcome { outcome, .. }, Some(ad)) => ad.outcome.clone_from(outcome),
            (Self::Keep { .. }, Some(_)) | (Self::State { .. } | Self::Outcome { .. }, None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AdChange;
    use crate::profile::ads::{AdState, KeptAds};
    use crate::profile::store::Store;
    use jiff::civil::date;

    #[test]
    fn a_change_in_memory_is_the_change_in_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("profile.toml"));
        let today = date(2026, 11, 26);
        let name = || "acme".to_owned();
        let changes = [
            AdChange::Keep { name: "zeta".to_owned(), text: "Java".to_owned() },
            AdChange::Keep { name: name(), text: "Kafka".to_owned() },
            AdChange::State { name: name(), state: AdState::Closed },
            AdChange::Outcome { name: name(), outcome: "no answer".to_owned() },
        ];
        let mut held = Vec::new();
        for change in &changes {
            change.apply_to(&mut held, today);
            KeptAds(&store).make(change, today).unwrap();
            assert_eq!(KeptAds(&store).all().unwrap().0, held);
        }
        AdChange::State { name: "gone".to_owned(), state: AdState::Offer }.apply_to(&mut held, today);
        AdChange::Keep { name: name(), text: "another".to_owned() }.apply_to(&mut held, today);
        assert_eq!(KeptAds(&store).all().unwrap().0, held);
    }
}
