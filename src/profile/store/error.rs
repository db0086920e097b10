//! Why a profile couldn't be read or saved.

use crate::file_problem::in_words;
use crate::profile::fault::{Fault, printable};
use crate::profile::model::SCHEMA;
use std::io;
use std::path::{Path, PathBuf};

/// Why a profile couldn't be read or saved. Nothing was lost: the file is as it was.
#[derive(Debug, thiserror::Error)]
#[expect(
    missing_docs,
    reason = "the fields of every variant are the profile and what its sentence says of it"
)]
pub enum StoreError {
    /// The file is there but can't be read.
    #[error("can't read {file}: {why}", file = shown(.file), why = in_words(.cause))]
    Read { file: PathBuf, cause: io::Error },
    /// A folder, a pipe or a device stands in the place of a file.
    #[error("{file} is {kind}, not a file: move it away, or choose another file with --profile", file = shown(.file))]
    NotAFile { file: PathBuf, kind: &'static str },
    /// The text can't be read at all: it is no TOML, or no text.
    #[error("your profile {file} can't be read: {fault}. Nothing was changed, and nothing in it is lost", file = shown(.file))]
    Unreadable { file: PathBuf, fault: Fault },
    /// The file was written by a newer program.
    #[error("your profile {file} has schema {schema}, from a newer version of coach; this version knows schema {SCHEMA}: update coach, or choose another file with --profile", file = shown(.file))]
    Newer { file: PathBuf, schema: i64 },
    /// A key holds something of another kind, which saving would lose.
    #[error("nothing was saved: {file}, line {line}, column {column}: {key} has to be {kind}; fix the file first", file = shown(.file))]
    InTheWay { file: PathBuf, line: usize, column: usize, key: &'static str, kind: &'static str },
    /// Another coach is saving at this moment. Nothing was done; try again.
    #[error("can't save your profile {file} now: another copy of coach is saving it; try again", file = shown(.file))]
    Locked { file: PathBuf },
    /// The file can't be written.
    #[error("can't save your profile {file}: {why}; the file is unchanged", file = shown(.file), why = in_words(.cause))]
    Write { file: PathBuf, cause: io::Error },
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
