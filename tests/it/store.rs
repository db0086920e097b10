//! The profile's file: what a save keeps, what a failure leaves, and what is made of a file that people have edited.

mod concurrency;
mod faults;
mod files;
mod history;
mod keeping;
mod names;
mod proofs;
mod properties;
mod unreadable;

use crate::support::{TODAY, guide, library, rating, skill};
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::Topic;
use career_coach::profile::edit::Edit;
use career_coach::profile::model::{Profile, Rated};
use career_coach::profile::store::{Loaded, Saved, Store, StoreError};
use jiff::civil::Date;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder of its own for a test, with a store in it.
struct Place {
    folder: TempDir,
    store: Store,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let store = Store::new(folder.path().join("profile.toml"));
        Self { folder, store }
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let place = Self::new();
        fs::write(place.store.file(), text).expect("the profile can be written");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.store.file()).expect("a profile")
    }

    fn load(&self) -> Loaded {
        load(&self.store)
    }

    fn save(&self, edits: &[Edit]) -> Loaded {
        self.save_on(TODAY, edits)
    }

    fn save_on(&self, day: Date, edits: &[Edit]) -> Loaded {
        save(&self.store, edits, day).expect("it can be saved").loaded
    }

    /// The names in the folder, in order.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder can be read");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name");
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("an entry"))).collect();
        names.sort();
        names
    }
}

fn load(store: &Store) -> Loaded {
    store.load(library()).expect("it can be read")
}

/// Saves as a program does that has read the file before: with the edits made in what it holds.
fn save(store: &Store, edits: &[Edit], day: Date) -> Result<Saved, StoreError> {
    let held = store.load_to_save(library())?.profile;
    save_with(store, edits, day, held)
}

/// Saves as a program does that holds a profile.
fn save_with(store: &Store, edits: &[Edit], day: Date, mut held: Profile) -> Result<Saved, StoreError> {
    for edit in edits {
        edit.apply(&mut held, day).expect("nobody else has changed it");
    }
    store.save(edits, day, &held, library())
}

fn rate(name: &str, number: u8, evidence: Evidence) -> Edit {
    Edit::Rate { skill: skill(name), rating: rating(number), evidence: Some(evidence), anchors: None }
}

fn clear(name: &str) -> Edit {
    Edit::ClearRating(skill(name))
}

fn target(level: Option<&str>) -> Edit {
    let level = level.map(|level| level.parse().expect("an id"));
    Edit::SetTarget { guide: guide().id.clone(), level }
}

fn tell(topic: Topic, text: Option<&str>) -> Edit {
    Edit::Answer { topic, text: text.map(str::to_owned) }
}

fn answer(profile: &Profile, name: &str) -> Option<(u8, Evidence)> {
    let answer = profile.ratings.answer(&skill(name));
    answer.map(|(rating, evidence)| (rating.number(), evidence))
}

fn entry(loaded: &Loaded, name: &str) -> Rated {
    loaded.profile.ratings.0.get(&skill(name)).expect("it is rated").clone()
}
