//! Faults of the data: what is wrong, in which file, line and key.

use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One thing wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path of the file below the data folder.
    pub file: String,
    /// The line, counted from 1, where it could be told.
    pub line: Option<usize>,
    /// The key, such as `anchors.leading` or `blocks[0].figures[2].source`; empty for the file as a whole.
    pub key: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.key.is_empty() {
            write!(f, ": {}", self.key)?;
        }
        write!(f, ": {}", self.problem)
    }
}

/// All faults of a data folder together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        let faults = if count == 1 { "fault" } else { "faults" };
        write!(f, "{count} {faults} in the guide's data")?;
        self.0.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

/// The line, counted from 1, of a place in a text.
#[must_use]
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The line of a key such as `levels[3].years`, or of the nearest enclosing key that exists.
#[must_use]
pub fn line_of(text: &str, key: &str) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let mut line = None;
    let mut here = Place::Table(document.get_ref());
    for step in steps(key) {
        let Some((next, offset)) = here.step(step) else { break };
        line = Some(line_at(text, offset));
        here = Place::Value(next);
    }
    line
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

fn steps(key: &str) -> impl Iterator<Item = Step<'_>> {
    key.split(['.', '[']).filter(|step| !step.is_empty()).map(|step| {
        match step.strip_suffix(']').and_then(|index| index.parse().ok()) {
            Some(index) => Step::Index(index),
            None => Step::Key(step),
        }
    })
}

/// Where a walk along a key stands.
#[derive(Clone, Copy)]
enum Place<'a> {
    Value(&'a DeValue<'a>),
    Table(&'a DeTable<'a>),
}

impl<'a> Place<'a> {
    /// The next place, and where its key, or without one the place itself, starts in the text.
    fn step(self, step: Step<'_>) -> Option<(&'a DeValue<'a>, usize)> {
        let start_of = |value: &'a Spanned<DeValue<'a>>| (value.get_ref(), value.span().start);
        match (self, step) {
            (Self::Table(table), Step::Key(name)) => key(table, name),
            (Self::Value(DeValue::Table(table)), Step::Key(name)) => key(table, name),
            (Self::Value(DeValue::Array(array)), Step::Index(index)) => array.get(index).map(start_of),
            _ => None,
        }
    }
}

fn key<'a>(table: &'a DeTable<'a>, name: &str) -> Option<(&'a DeValue<'a>, usize)> {
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == name)?;
    Some((value.get_ref(), key.span().start))
}
