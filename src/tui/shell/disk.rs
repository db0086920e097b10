//! The profile file as the shell needs it: saved without waiting, and watched for changes by others.

use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use crate::profile::store::{Saved, Store};
use jiff::civil::Date;
use std::fs::{self, TryLockError};
use std::sync::Mutex;
use std::time::SystemTime;

/// Held during a save, so that a signal doesn't cut it short.
pub static SAVING: Mutex<()> = Mutex::new(());

/// Why a save failed.
pub enum SaveError {
    /// Another program is saving at this moment.
    Locked,
    /// What went wrong, in a sentence.
    Failed(String),
}

/// Saves edits. It never waits for another program.
///
/// # Errors
/// Where another program holds the lock, or the file can't be written; the file is then as it was.
pub fn save(store: &Store, edits: &[Edit], today: Date, _held: &Profile) -> Result<Saved, SaveError> {
    let _saving = SAVING.lock();
    let lock = fs::File::options().write(true).open(store.file().with_extension("lock"));
    if lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock))) {
        return Err(SaveError::Locked);
    }
    store.save(edits, today).map_err(|error| SaveError::Failed(error.to_string()))
}

/// The state of the profile file; two stamps are equal where the file hasn't changed.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamp(Option<(u64, Option<SystemTime>, u64)>);

impl Stamp {
    /// The state now.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        Self(fs::metadata(store.file()).ok().map(|file| (file.len(), file.modified().ok(), inode(&file))))
    }

    /// Whether the file is there.
    #[must_use]
    pub const fn exists(&self) -> bool {
        self.0.is_some()
    }
}

#[cfg(unix)]
fn inode(file: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(file)
}

#[cfg(not(unix))]
fn inode(_file: &fs::Metadata) -> u64 {
    0
}
