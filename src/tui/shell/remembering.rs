//! Reads and writes what the interface remembers. It never waits, and what fails here never ends the program.

use crate::guide::model::Guide;
use crate::profile::store::{CompanionError, Store};
use crate::tui::memory::file::{self, FileError};
use crate::tui::memory::{Remembered, Unwritten};

/// Reads what is remembered of a guide.
///
/// # Errors
/// Where there is a file that can't be used, a sentence that says why.
pub fn read(store: &Store, guide: &Guide) -> Result<Remembered, String> {
    file::read(&store.companion(file::NAME), &guide.id).map_err(|problem| said(store, &problem))
}

/// Writes what isn't written yet. Whether it is written: another coach that is saving is no problem, as the next write comes soon.
///
/// # Errors
/// Where it can't be written, a sentence that says why.
pub fn write(store: &Store, guide: &Guide, note: &Unwritten) -> Result<bool, String> {
    match file::write(&store.companion(file::NAME), &guide.id, note) {
        Ok(()) => Ok(true),
        Err(FileError::Companion(CompanionError::Locked(_))) => Ok(false),
        Err(problem) => Err(said(store, &problem)),
    }
}

fn said(store: &Store, problem: &FileError) -> String {
    match problem {
        FileError::Companion(problem) => problem.to_string(),
        FileError::Broken(problem) => {
            let file = store.companion(file::NAME).file().display().to_string();
            format!("can't use {}: {problem}", crate::profile::fault::printable(&file))
        }
    }
}
