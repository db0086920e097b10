//! Reads files: which format one has, and one reader for each. Each makes the same tree, with lines.

mod csv;
mod json;
mod rendercv;
mod table;
mod yaml;

use super::encoding;
use super::node::{Entry, Node, Value};
use super::shape;

/// Maximum bytes of a file.
pub const LIMIT: u64 = 1024 * 1024;
/// How deeply lists and maps may lie in each other.
const DEPTH: usize = 64;
/// Maximum values in a file, those that a YAML alias repeats among them.
const VALUES: usize = 100_000;

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON Resume, or something like it, as JSON.
    Json,
    /// The same as YAML.
    Yaml,
    /// A file of rendercv.
    Rendercv,
    /// CSV files that LinkedIn exports.
    LinkedIn,
    /// A table with a column of skills.
    SelfAssessment,
}

impl Format {
    /// What it is, in a few words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Json => "a résumé in JSON",
            Self::Yaml => "a résumé in YAML",
            Self::Rendercv => "a rendercv file",
            Self::LinkedIn => "an export from LinkedIn",
            Self::SelfAssessment => "a self-assessment table",
        }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Rendercv => "rendercv",
            Self::LinkedIn => "linkedin",
            Self::SelfAssessment => "self-assessment",
        }
    }
}

/// Something that couldn't be read, while the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, as a sentence without its full stop.
    pub problem: String,
}

impl Fault {
    /// A fault at a line.
    #[must_use]
    pub fn new(line: usize, problem: impl Into<String>) -> Self {
        Self { line, problem: problem.into() }
    }
}

/// Why nothing of a file could be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than a résumé.
    #[error("it has more than {LIMIT} bytes: a résumé is smaller; choose another file")]
    TooLarge,
    /// It is empty.
    #[error("it is empty")]
    Empty,
    /// It is broken at a line.
    #[error("line {line}: {problem}")]
    Broken {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
    },
    /// It is no résumé in a format that the program reads.
    #[error(
        "it is in no format that coach reads: JSON Resume, a rendercv file, CSV files from LinkedIn, or a table with the columns Skill, Level and Evidence"
    )]
    Unknown,
}

impl ReadError {
    fn broken(line: usize, problem: impl Into<String>) -> Self {
        Self::Broken { line, problem: problem.into() }
    }
}

/// A file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// What it is.
    pub format: Format,
    /// What it says, with the keys of JSON Resume and those that JSON Resume doesn't have.
    pub node: Node,
    /// What couldn't be read.
    pub faults: Vec<Fault>,
}

/// Reads a file.
///
/// # Errors
/// Where nothing of it can be read.
pub fn read(bytes: &[u8]) -> Result<ReadFile, ReadError> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LIMIT) {
        return Err(ReadError::TooLarge);
    }
    read_text(&encoding::decoded(bytes))
}

/// Reads a text, however long it is.
///
/// # Errors
/// Where nothing of it can be read.
pub fn read_text(text: &str) -> Result<ReadFile, ReadError> {
    let start = text.trim_start();
    let mut faults = Vec::new();
    let (format, node) = if start.is_empty() {
        return Err(ReadError::Empty);
    } else if start.starts_with(['{', '[']) || start.starts_with("//") || start.starts_with("/*") {
        recognised(json::read(text)?, Format::Json, &mut faults)?
    } else if let Some(node) = table::markdown(text, &mut faults) {
        (Format::SelfAssessment, node)
    } else if let Some(found) = csv::read(text, &mut faults)? {
        found
    } else {
        let node = yaml::read(text);
        // A text that names no part of a résumé is no broken YAML but something else.
        let node = if names_a_part(text) { node? } else { node.map_err(|_| ReadError::Unknown)? };
        recognised(node, Format::Yaml, &mut faults)?
    };
    let node = shape::shaped(node, &mut faults);
    faults.sort_by_key(|fault| fault.line);
    Ok(ReadFile { format, node, faults })
}

/// Whether a line begins with a key of a résumé.
fn names_a_part(text: &str) -> bool {
    let mut keys = text.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key.trim());
    keys.any(|key| key == "cv" || shape::is_section(key))
}

/// Joins files of one export; a key that two of them have is taken from both where it is a list.
#[must_use]
pub fn joined(documents: Vec<ReadFile>) -> Option<ReadFile> {
    documents.into_iter().reduce(|mut all, next| {
        all.faults.extend(next.faults);
        let Value::Map(new) = next.node.value else { return all };
        let Value::Map(entries) = &mut all.node.value else { return all };
        for entry in new {
            join(entries, entry);
        }
        all
    })
}

fn join(entries: &mut Vec<Entry>, new: Entry) {
    let Some(old) = entries.iter_mut().find(|entry| entry.key == new.key) else {
        return entries.push(new);
    };
    match (&mut old.value.value, new.value.value) {
        (Value::List(old), Value::List(new)) => old.extend(new),
        (Value::Map(old), Value::Map(new)) => new.into_iter().for_each(|entry| join(old, entry)),
        (
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_),
            _,
        ) => {}
    }
}

/// Tells a résumé from other JSON or YAML.
fn recognised(node: Node, format: Format, faults: &mut Vec<Fault>) -> Result<(Format, Node), ReadError> {
    if node.get("cv").is_some_and(|cv| !cv.entries().is_empty()) {
        return Ok((Format::Rendercv, rendercv::read(node, faults)));
    }
    let is_resume = node.entries().iter().any(|entry| shape::is_section(&entry.key));
    if is_resume { Ok((format, node)) } else { Err(ReadError::Unknown) }
}

/// The line of a position in a text, from 1; positions come in rising order.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn of(&mut self, at: usize) -> usize {
        if at < self.at {
            (self.at, self.line) = (0, 1);
        }
        let between = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += between.iter().filter(|byte| **byte == b'\n').count();
        self.at = at;
        self.line
    }
}
