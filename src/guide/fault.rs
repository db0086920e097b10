//! Faults of the data, each with its file, line and key.

use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One problem in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path of the file below the data folder.
    pub file: String,
    /// The line, counted from 1; `None` when it isn't known.
    pub line: Option<usize>,
    /// The key, such as `anchors.leading` or `blocks[0].figures[2].source`; empty for the file as a whole.
    pub key: String,
    /// What is wrong, and what would be right.
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

/// All faults of a data folder.
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

/// The line, counted from 1, of a byte offset in a text.
#[must_use]
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The line of a key such as `levels[3].years`, or of the nearest enclosing key that exists.
#[must_use]
pub fn line_of(text: &str, key: &str) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let mut line = None;
    let mut node = TomlNode::Table(document.get_ref());
    for part in key_parts(key) {
        let Some((next, offset)) = node.child(part) else { break };
        line = Some(line_at(text, offset));
        node = TomlNode::Value(next);
    }
    line
}

#[derive(Clone, Copy)]
enum KeyPart<'a> {
    Key(&'a str),
    Index(usize),
}

fn key_parts(key: &str) -> impl Iterator<Item = KeyPart<'_>> {
    key.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        match part.strip_suffix(']').and_then(|index| index.parse().ok()) {
            Some(index) => KeyPart::Index(index),
            None => KeyPart::Key(part),
        }
    })
}

/// The node that a walk along a key has reached.
#[derive(Clone, Copy)]
enum TomlNode<'a> {
    Value(&'a DeValue<'a>),
    Table(&'a DeTable<'a>),
}

impl<'a> TomlNode<'a> {
    /// The child, and the byte where its key starts in the text, or where the child starts if it has no key.
    fn child(self, part: KeyPart<'_>) -> Option<(&'a DeValue<'a>, usize)> {
        let start_of = |value: &'a Spanned<DeValue<'a>>| (value.get_ref(), value.span().start);
        match (self, part) {
            (Self::Table(table), KeyPart::Key(name)) => key(table, name),
            (Self::Value(DeValue::Table(table)), KeyPart::Key(name)) => key(table, name),
            (Self::Value(DeValue::Array(array)), KeyPart::Index(index)) => array.get(index).map(start_of),
            _ => None,
        }
    }
}

fn key<'a>(table: &'a DeTable<'a>, name: &str) -> Option<(&'a DeValue<'a>, usize)> {
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == name)?;
    Some((value.get_ref(), key.span().start))
}
