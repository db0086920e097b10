//! What a file says, whatever its format: texts, numbers, lists and maps, each with its line.

use std::borrow::Cow;

/// Spaces for each level of nesting in JSON.
const INDENT: usize = 2;

/// A value with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The line it starts on, from 1.
    pub line: usize,
    /// What it says.
    pub value: Value,
}

/// What a node says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as the file writes it, valid as JSON, so that no digit is lost.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in the order of the file. A key may come twice; the last one counts.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A text at a line.
    #[must_use]
    pub fn text_at(line: usize, text: impl Into<String>) -> Self {
        Self { line, value: Value::Text(text.into()) }
    }

    /// A list at a line.
    #[must_use]
    pub const fn list_at(line: usize, nodes: Vec<Self>) -> Self {
        Self { line, value: Value::List(nodes) }
    }

    /// A map at a line.
    #[must_use]
    pub const fn map_at(line: usize, entries: Vec<Entry>) -> Self {
        Self { line, value: Value::Map(entries) }
    }

    /// The value of a key, where this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().rev().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Its entries; none where it is no map.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => &[],
        }
    }

    /// Its items; none where it is no list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Map(_) => &[],
        }
    }

    /// Its text, without spaces around it: of a text or a number that isn't empty.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Value::Null | Value::Bool(_) | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Whether it says nothing: null, an empty text, or an empty list or map.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// What kind of value it is, with its article.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of keys",
        }
    }

    /// It as indented JSON, with a line end at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write_json(0, &mut json);
        json.push('\n');
        json
    }

    fn write_json(&self, depth: usize, json: &mut String) {
        match &self.value {
            Value::Null => json.push_str("null"),
            Value::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => json.push_str(number),
            Value::Text(text) => json.push_str(&quoted(text)),
            Value::List(items) => {
                write_all(items, ('[', ']'), depth, json, |item, json| item.write_json(depth + 1, json));
            }
            Value::Map(entries) => write_all(entries, ('{', '}'), depth, json, |entry, json| {
                json.push_str(&quoted(&entry.key));
                json.push_str(": ");
                entry.value.write_json(depth + 1, json);
            }),
        }
    }
}

impl Entry {
    /// A key with its value.
    #[must_use]
    pub fn new(key: impl Into<String>, value: Node) -> Self {
        Self { key: key.into(), value }
    }
}

fn write_all<T>(
    all: &[T],
    (open, close): (char, char),
    depth: usize,
    json: &mut String,
    write: impl Fn(&T, &mut String),
) {
    json.push(open);
    for (nth, one) in all.iter().enumerate() {
        json.push_str(if nth == 0 { "\n" } else { ",\n" });
        json.push_str(&" ".repeat(INDENT * (depth + 1)));
        write(one, json);
    }
    if !all.is_empty() {
        json.push('\n');
        json.push_str(&" ".repeat(INDENT * depth));
    }
    json.push(close);
}

/// A text as JSON writes it.
fn quoted(text: &str) -> Cow<'_, str> {
    serde_json::to_string(text).map_or(Cow::Borrowed("\"\""), Cow::Owned)
}
