//! Faults of the data: what is wrong, in which file, line and key.

use std::fmt;
use toml_edit::{Document, Item, Value};

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
    let document = Document::parse(text).ok()?;
    let mut line = None;
    let mut here = TomlNode::Item(document.as_item());
    for step in steps(key) {
        let Some((next, offset)) = here.step(step) else { break };
        line = offset.map(|offset| line_at(text, offset)).or(line);
        here = next;
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
enum TomlNode<'a> {
    Item(&'a Item),
    Value(&'a Value),
    Table(&'a toml_edit::Table),
}

impl<'a> TomlNode<'a> {
    /// The next place, and where it starts in the text.
    fn step(self, step: Step<'_>) -> Option<(Self, Option<usize>)> {
        match step {
            Step::Key(name) => self.key(name),
            Step::Index(index) => self.index(index),
        }
    }

    fn key(self, name: &str) -> Option<(Self, Option<usize>)> {
        let (key, item) = match self {
            Self::Item(item) => item.as_table_like()?.get_key_value(name)?,
            Self::Table(table) => table.get_key_value(name)?,
            Self::Value(value) => value.as_inline_table()?.get_key_value(name)?,
        };
        let start = key.span().or_else(|| item.span()).map(|span| span.start);
        Some((Self::Item(item), start))
    }

    fn index(self, index: usize) -> Option<(Self, Option<usize>)> {
        let array = match self {
            Self::Item(item) => {
                if let Some(table) = item.as_array_of_tables().and_then(|tables| tables.get(index)) {
                    return Some((Self::Table(table), table.span().map(|span| span.start)));
                }
                item.as_array()?
            }
            Self::Value(value) => value.as_array()?,
            Self::Table(_) => return None,
        };
        let value = array.get(index)?;
        Some((Self::Value(value), value.span().map(|span| span.start)))
    }
}
