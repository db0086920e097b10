//! The bytes of the file, and what kind of file it is.

use super::stamp::Stamp;
use super::{StoreError, place_of};
use crate::profile::fault::{Fault, shown};
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::Path;
use toml::de::DeTable;

/// A byte-order mark, which some editors put before a text.
const MARK: &str = "\u{feff}";
/// How the lines begin that a program leaves where it couldn't merge two versions.
const CONFLICT_MARKS: [&str; 3] = ["<<<<<<< ", "=======", ">>>>>>> "];

/// A file as it was read.
pub struct Found {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Size, owner and mode.
    pub metadata: Metadata,
}

impl Found {
    /// To tell whether it has changed since.
    pub fn stamp(&self) -> Stamp {
        Stamp::of(&self.metadata)
    }

    /// Whether it begins with a byte-order mark.
    pub fn has_mark(&self) -> bool {
        self.bytes.starts_with(MARK.as_bytes())
    }

    /// Its text, without a byte-order mark.
    pub fn text(&self) -> Result<&str, Fault> {
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let before = String::from_utf8_lossy(self.bytes.get(..error.valid_up_to()).unwrap_or_default());
            fault(&before, before.len(), "the text isn't UTF-8", "save it as UTF-8 in your editor")
        })?;
        let text = text.strip_prefix(MARK).unwrap_or(text);
        match text.find('\0') {
            Some(at) => Err(fault(
                text,
                at,
                "there is a zero byte, which no text file has",
                "save it as UTF-8 in your editor",
            )),
            None => Ok(text),
        }
    }
}

/// A text with its byte-order mark, where it had one.
pub fn marked(text: String, has_mark: bool) -> String {
    if has_mark { MARK.to_owned() + &text } else { text }
}

/// Reads a file; a missing one is `None`. Only a regular file is opened: a pipe would wait for somebody who writes, for ever.
pub fn read(file: &Path) -> Result<Option<Found>, StoreError> {
    let failed = |cause| StoreError::Read { file: file.to_owned(), cause };
    if !is_regular_or_missing(file)? {
        return Ok(None);
    }
    let mut open = match File::open(file) {
        Ok(open) => open,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(failed(cause)),
    };
    let metadata = open.metadata().map_err(failed)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    open.read_to_end(&mut bytes).map_err(failed)?;
    Ok(Some(Found { bytes, metadata }))
}

/// Whether there is a file, which is then a regular one.
pub fn is_regular_or_missing(file: &Path) -> Result<bool, StoreError> {
    match fs::metadata(file) {
        Ok(metadata) if metadata.is_file() => Ok(true),
        Ok(metadata) => {
            Err(StoreError::NotAFile { file: file.to_owned(), kind: kind_of(metadata.file_type()) })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(StoreError::Read { file: file.to_owned(), cause }),
    }
}

fn kind_of(file_type: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if file_type.is_fifo() {
            return "a pipe";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return "a device";
        }
    }
    if file_type.is_dir() { "a folder" } else { "no regular file" }
}

/// What makes a text unreadable, in words for its owner: the first thing alone.
pub fn first_fault(text: &str, error: &toml::de::Error) -> Fault {
    conflict_faults(text).into_iter().next().unwrap_or_else(|| toml_fault(text, error))
}

/// Everything that makes a text unreadable.
pub fn all_faults(text: &str) -> Vec<Fault> {
    let conflicts = conflict_faults(text);
    if !conflicts.is_empty() {
        return conflicts;
    }
    let (_, errors) = DeTable::parse_recoverable(text);
    errors.iter().map(|error| toml_fault(text, error)).collect()
}

fn toml_fault(text: &str, error: &toml::de::Error) -> Fault {
    let span = error.span().unwrap_or_default();
    let message = error.message().trim().replace('\n', ", ");
    let (problem, advice) = if message.starts_with("duplicate key") {
        let name = text.get(span.clone()).unwrap_or_default();
        (format!("`{}` is given twice", shown(name)), "remove one of the two")
    } else {
        (message, "fix this line")
    };
    fault(text, span.start, &problem, advice)
}

/// The lines that a merge has left, in a text that has a whole set of them.
fn conflict_faults(text: &str) -> Vec<Fault> {
    let marks: Vec<(usize, &str)> = (1..)
        .zip(text.lines())
        .filter(|(_, line)| CONFLICT_MARKS.iter().any(|mark| line.starts_with(mark)))
        .collect();
    let is_whole = CONFLICT_MARKS.iter().all(|mark| marks.iter().any(|(_, line)| line.starts_with(mark)));
    let marks = marks.into_iter().filter(|_| is_whole);
    let fault = |(line, text): (usize, &str)| Fault {
        line,
        column: 1,
        key: String::new(),
        problem: format!("`{}` is a mark left by an unfinished merge", shown(text)),
        advice: "keep what you want from both versions, and remove the lines with such marks".to_owned(),
    };
    marks.map(fault).collect()
}

fn fault(text: &str, at: usize, problem: &str, advice: &str) -> Fault {
    let (line, column) = place_of(text, at);
    Fault { line, column, key: String::new(), problem: problem.to_owned(), advice: advice.to_owned() }
}
