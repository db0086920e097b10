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
    /// Keeps it under another name.
    Rename {
        /// The ad.
        name: String,
        /// The other name of its file, as [`file_name`] makes it.
        to: String,
    },
    /// Keeps it no longer.
    Delete {
        /// The ad.
        name: String,
    },
}

impl AdChange {
    /// The name of the ad.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Keep { name, .. }
            | Self::State { name, .. }
            | Self::Outcome { name, .. }
            | Self::Rename { name, .. }
            | Self::Delete { name } => name,
        }
    }

    /// Makes it in ads that were read without it, which stay in alphabetical order. What no longer fits changes nothing; saving says so.
    pub fn apply_to(&self, ads: &mut Vec<KeptAd>, today: Date) {
        let there = ads.iter().position(|ad| ad.name == self.name());
        match (self, there.and_then(|at| ads.get_mut(at))) {
            (Self::Keep { name, text }, None) => {
                let ad = KeptAd {
                    name: name.clone(),
                    state: AdState::default(),
                    outcome: String::new(),
                    kept_on: Some(today),
                    text: text.clone(),
                };
                insert(ad, ads);
            }
            (Self::Rename { to, .. }, Some(ad)) => {
                let renamed = KeptAd { name: to.clone(), ..ad.clone() };
                if !ads.iter().any(|ad| ad.name == *to) {
                    ads.retain(|ad| ad.name != self.name());
                    insert(renamed, ads);
                }
            }
            (Self::Delete { name }, Some(_)) => ads.retain(|ad| ad.name != *name),
            (Self::State { state, .. }, Some(ad)) => ad.state = *state,
            (Self::Outcome { outcome, .. }, Some(ad)) => ad.outcome.clone_from(outcome),
            (Self::Keep { .. }, Some(_))
            | (Self::State { .. } | Self::Outcome { .. } | Self::Rename { .. } | Self::Delete { .. }, None) =>
                {}
        }
    }
}

/// Puts an ad where it belongs in alphabetical order.
fn insert(ad: KeptAd, ads: &mut Vec<KeptAd>) {
    let at = ads.partition_point(|other| other.name < ad.name);
    ads.insert(at, ad);
}

#[cfg(test)]
mod tests {
    use super::AdChange;
    use crate::profile::ads::{AdError, AdState, KeptAds};
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
            AdChange::Rename { name: name(), to: "zz".to_owned() },
            AdChange::Rename { name: "zz".to_owned(), to: name() },
            AdChange::Keep { name: "beta".to_owned(), text: "Go".to_owned() },
            AdChange::Delete { name: "zeta".to_owned() },
            AdChange::Delete { name: "zeta".to_owned() },
        ];
        let mut held = Vec::new();
        for change in &changes {
            change.apply_to(&mut held, today);
            KeptAds(&store).make(change, today).unwrap();
            assert_eq!(KeptAds(&store).all().unwrap().0, held);
        }
        // A name in another spelling is another ad's.
        for change in [
            AdChange::Keep { name: "data-base".to_owned(), text: "SQL".to_owned() },
            AdChange::Keep { name: "database".to_owned(), text: "Oracle".to_owned() },
            AdChange::State { name: "database".to_owned(), state: AdState::Applied },
            AdChange::Delete { name: "database".to_owned() },
            AdChange::Delete { name: "database".to_owned() },
        ] {
            change.apply_to(&mut held, today);
            KeptAds(&store).make(&change, today).unwrap();
            assert_eq!(KeptAds(&store).all().unwrap().0, held);
        }
        let spelt = AdChange::State { name: "database".to_owned(), state: AdState::Offer };
        assert!(matches!(KeptAds(&store).make(&spelt, today), Err(AdError::Missing { .. })));
        AdChange::State { name: "gone".to_owned(), state: AdState::Offer }.apply_to(&mut held, today);
        AdChange::Keep { name: name(), text: "another".to_owned() }.apply_to(&mut held, today);
        for taken in [name(), "beta".to_owned()] {
            let rename = AdChange::Rename { name: name(), to: taken };
            rename.apply_to(&mut held, today);
            assert!(matches!(KeptAds(&store).make(&rename, today), Err(AdError::Taken(_))));
        }
        let gone = AdChange::Rename { name: "gone".to_owned(), to: "here".to_owned() };
        gone.apply_to(&mut held, today);
        assert!(matches!(KeptAds(&store).make(&gone, today), Err(AdError::Missing { .. })));
        assert_eq!(KeptAds(&store).all().unwrap().0, held);
    }
}
