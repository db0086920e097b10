//! The résumé that is kept beside the profile, as JSON Resume that other tools read and a person can edit.

use super::model::{self, Resume};
use super::node::{Entry, Node, Value};
use super::read::{self, Fault, ReadError, ReadFile};

/// The name of its file.
pub const FILE: &str = "resume.json";
/// Maximum bytes of its file: as much as a file to import can become with its indentation.
pub const LIMIT: u64 = 4 * 1024 * 1024;
/// The schema that it names.
const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The résumé of a person; an empty one where none has been kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Everything in the file.
    pub node: Node,
    /// What the program reads from it.
    pub resume: Resume,
    /// What couldn't be read.
    pub faults: Vec<Fault>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { node: Node::map_at(1, Vec::new()), resume: Resume::default(), faults: Vec::new() }
    }
}

/// Reads the text of the file.
///
/// # Errors
/// Where nothing of it can be read.
pub fn kept(text: &str) -> Result<Kept, ReadError> {
    let document = read::read_text(text)?;
    let (resume, faults) = model::resume(&document.node);
    let faults = document.faults.into_iter().chain(faults).collect();
    Ok(Kept { node: document.node, resume, faults })
}

/// The text of the file for what has been read from another: pretty JSON Resume, with its schema first.
#[must_use]
pub fn text(document: &ReadFile) -> String {
    json_resume(&document.node)
}

/// A tree as JSON Resume, with its schema first.
#[must_use]
pub fn json_resume(node: &Node) -> String {
    let entries = node.entries();
    if !matches!(node.value, Value::Map(_)) || entries.iter().any(|entry| entry.key == "$schema") {
        return node.to_json();
    }
    let schema = Entry::new("$schema", Node::text_at(node.line, SCHEMA));
    Node::map_at(node.line, [schema].into_iter().chain(entries.iter().cloned()).collect()).to_json()
}

/// How many entries a section has before and after, for sections that differ in anything.
#[must_use]
pub fn differences(before: &Node, after: &Node) -> Vec<(String, usize, usize)> {
    let keys = before.entries().iter().chain(after.entries()).map(|entry| entry.key.as_str());
    let mut seen: Vec<&str> = Vec::new();
    for key in keys.filter(|key| *key != "$schema") {
        if !seen.contains(&key) {
            seen.push(key);
        }
    }
    let size = |node: Option<&Node>| {
        node.map_or(0, |node| match &node.value {
            Value::List(items) => items.len(),
            Value::Map(entries) => entries.len(),
            Value::Null => 0,
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => 1,
        })
    };
    let json = |node: Option<&Node>| node.map(Node::to_json);
    let differing = seen.into_iter().filter(|key| json(before.get(key)) != json(after.get(key)));
    differing.map(|key| (key.to_owned(), size(before.get(key)), size(after.get(key)))).collect()
}
