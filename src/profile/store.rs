//! The one file that keeps a profile: read leniently, written whole or not at all.
//!
//! A program that only reads never touches it. One that saves reads it anew under a lock, so that what another coach saved meanwhile
//! stays, and writes the difference its edits make into the text, so that comments and unknown keys stay. What can't be read at all
//! is kept beside the new file under a name of its own.

mod aside;
mod companion;
mod error;
mod lock;
mod read;
mod save;
mod stamp;
mod write;

pub use companion::{Companion, CompanionError};
pub use error::StoreError;
pub use stamp::Stamp;

use super::edit::{Conflict, Edit};
use super::fault::{Fault, Faults, place as place_of, printable};
use super::model::Profile;
use super::reader::node::Node;
use super::reader::{self, Understood};
use crate::guide::model::Library;
use jiff::civil::Date;
use read::Found;
use std::fs;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// So many links are followed from one to the next.
const LINKS: usize = 40;

/// Where a profile is kept.
#[derive(Debug, Clone)]
pub struct Store {
    file: PathBuf,
}

/// A profile as read, and what the reader should be told about its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What could be understood.
    pub profile: Profile,
    /// What its owner should know of the file, a sentence each: values that can't be understood with line and column, and copies
    /// that lie beside it.
    pub notices: Vec<String>,
    /// The file as it was read or written.
    pub stamp: Stamp,
}

/// A profile as saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The profile as the file has it now, with what another coach saved meanwhile.
    pub loaded: Loaded,
    /// An undo among the edits that no longer fitted; the other edits are saved.
    pub conflict: Option<Conflict>,
}

impl Store {
    /// A store in a file, which needn't exist yet.
    #[must_use]
    pub const fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// The file of the profile.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether the file has changed since another stamp was taken. A file that can't be looked at counts as missing.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        fs::metadata(&self.file).map(|metadata| Stamp::of(&metadata)).unwrap_or_default()
    }

    /// Reads the profile and changes nothing; a missing file is an empty one. A value that can't be understood is left in the file
    /// and passed over, with a notice. Names are those of the library.
    ///
    /// # Errors
    /// Where the file can't be read, is no text in TOML, or comes from a newer program.
    pub fn load(&self, library: &Library) -> Result<Loaded, StoreError> {
        let Some(found) = read::read(&self.file)? else {
            return Ok(Loaded { notices: self.neighbours(), ..Loaded::default() });
        };
        let text = found.text().map_err(|fault| self.unreadable(fault))?;
        let understood = self.understand(text, library, Faults::first())?;
        let mut notices = self.told(&understood.faults, text);
        notices.extend(self.neighbours());
        Ok(Loaded { profile: understood.profile, notices, stamp: found.stamp() })
    }

    /// As [`Store::load`], for a program that is going to save: a file that can't be read counts as empty, because the save keeps
    /// it beside the new one and says so.
    ///
    /// # Errors
    /// As for [`Store::load`], except for a file that is no text in TOML.
    pub fn load_to_save(&self, library: &Library) -> Result<Loaded, StoreError> {
        match self.load(library) {
            Err(StoreError::Unreadable { .. }) => Ok(Loaded { stamp: self.stamp(), ..Loaded::default() }),
            loaded => loaded,
        }
    }

    /// Makes changes and saves them: written beside, synced and renamed. The file is read anew under a lock first, so that what
    /// another coach saved meanwhile stays. The lock is tried once: the caller decides how to wait.
    ///
    /// `held` is the profile as the program holds it, with the edits already made in it. It is written whole, with a notice, where
    /// the file has vanished or can't be read; an unreadable file is kept beside the new one.
    ///
    /// # Errors
    /// [`StoreError::Locked`] at once where another coach holds the lock; else where the file can't be read or written, or comes from
    /// a newer program. The file is then as it was before.
    pub fn save(
        &self,
        edits: &[Edit],
        today: Date,
        held: &Profile,
        library: &Library,
    ) -> Result<Saved, StoreError> {
        save::Save { store: self, edits, today, held, library }.run()
    }

    /// Every fault of the file, in the order of its lines; none where there is no file. Nothing is changed.
    ///
    /// # Errors
    /// Where the file can't be opened, or comes from a newer program.
    pub fn check(&self, library: &Library) -> Result<Vec<Fault>, StoreError> {
        let Some(found) = read::read(&self.file)? else { return Ok(Vec::new()) };
        let text = match found.text() {
            Ok(text) => text,
            Err(fault) => return Ok(vec![fault]),
        };
        match self.understand(text, library, Faults::all()) {
            Ok(understood) => Ok(understood.faults.located(text)),
            Err(StoreError::Unreadable { .. }) => Ok(read::all_faults(text)),
            Err(error) => Err(error),
        }
    }

    /// Sets the profile aside under another name, such as `profile.before-reset-1.toml`, so that the next one starts empty. The
    /// answer is that name; `None` where there is no profile.
    ///
    /// # Errors
    /// [`StoreError::Locked`] at once where another coach is saving; else where the file can't be renamed.
    pub fn set_aside(&self, word: &str) -> Result<Option<PathBuf>, StoreError> {
        let failed = |cause| StoreError::Write { file: self.file.clone(), cause };
        if !read::is_regular_or_missing(&self.file)? {
            return Ok(None);
        }
        let target = self.target();
        let _lock = lock::lock(&target)?;
        // Read and named anew where another program replaces the file in between.
        while let Some(found) = read::read(&target)? {
            if let Some(aside) = aside::keep_beside(&target, word, &found.bytes).map_err(failed)? {
                fs::remove_file(&target).map_err(failed)?;
                return Ok(Some(aside));
            }
        }
        Ok(None)
    }

    /// The file itself: a link to the profile stays a link, even one that leads nowhere yet.
    fn target(&self) -> PathBuf {
        let mut target = self.file.clone();
        for _ in 0..LINKS {
            let Ok(next) = fs::read_link(&target) else { break };
            target = target.parent().unwrap_or(Path::new("")).join(next);
        }
        target
    }

    fn understand(&self, text: &str, library: &Library, faults: Faults) -> Result<Understood, StoreError> {
        let table = DeTable::parse(text).map_err(|error| self.unreadable(read::first_fault(text, &error)))?;
        self.known(reader::read(Node::quick(&table), library, faults))
    }

    /// What was understood, unless a newer program wrote it.
    fn known(&self, understood: Understood) -> Result<Understood, StoreError> {
        match understood.newer {
            Some(schema) => Err(StoreError::Newer { file: self.file.clone(), schema }),
            None => Ok(understood),
        }
    }

    fn unreadable(&self, fault: Fault) -> StoreError {
        StoreError::Unreadable { file: self.file.clone(), fault }
    }

    /// What to tell of the faults of the file, each with its name.
    fn told(&self, faults: &Faults, text: &str) -> Vec<String> {
        let file = printable(&self.file.display().to_string());
        faults.told(text).into_iter().map(|sentence| format!("{file}, {sentence}")).collect()
    }

    /// What lies beside the profile and concerns its owner, a sentence each: unreadable copies, and versions that a sync program left.
    #[must_use]
    pub fn neighbours(&self) -> Vec<String> {
        let target = self.target();
        aside::neighbours(&target, folder_of(&target))
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
