//! Rules for every file: names, texts, and money that must be a figure.

use super::super::fault::Fault;
use super::super::id::GuideId;
use super::super::source_files::ParsedFile;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A fault when a file's id differs from its name.
pub(super) fn name_fault<T>(file: &ParsedFile<T>, id: &str) -> Option<Fault> {
    (file.stem() != id)
        .then(|| file.fault("id", format!("the id `{id}` differs from the file name `{}`", file.stem())))
}

/// A fault when a guide's id differs from its folder's name.
pub(super) fn folder_fault<T>(file: &ParsedFile<T>, id: &GuideId, folder: &str) -> Option<Fault> {
    (id.as_str() != folder)
        .then(|| file.fault("id", format!("the id `{id}` differs from the folder name `{folder}`")))
}

/// Adds a fault for each text that is empty or contains a control character other than a line break.
pub(super) fn check_texts<T>(file: &ParsedFile<T>, faults: &mut Vec<Fault>) {
    for (key, text) in texts(&file.text) {
        if text.trim().is_empty() {
            faults.push(file.fault(key, "the text is empty"));
        } else if text.chars().any(|c| c.is_control() && c != '\n') {
            faults.push(file.fault(key, "the text contains a control character"));
        }
    }
}

/// All strings of a TOML text, each with its key.
fn texts(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Ok(table) = text.parse::<Table>() {
        texts_of_table(table, "", &mut found);
    }
    found
}

fn texts_of_table(table: Table, prefix: &str, found: &mut Vec<(String, String)>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
        texts_of_value(value, key, found);
    }
}

fn texts_of_value(value: Value, key: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(values) => {
            for (i, value) in values.into_iter().enumerate() {
                texts_of_value(value, format!("{key}[{i}]"), found);
            }
        }
        Value::Table(table) => texts_of_table(table, &key, found),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

/// A fault for each name used more than once. `names` are (name, file, key); `kind` says what is named, such as `the skill`.
pub(super) fn repeated<'a, T>(
    names: impl IntoIterator<Item = (&'a str, &'a ParsedFile<T>, String)>,
    kind: &str,
) -> Vec<Fault>
where
    T: 'a,
{
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, file, key) in names {
        match first.get(name) {
            Some(path) => {
                faults.push(file.fault(key, format!("{kind} `{name}` is already defined in {path}")));
            }
            None => {
                first.insert(name, &file.path);
            }
        }
    }
    faults
}

/// Whether a text mentions money or a percentage: a currency sign before a digit, or `%` after one.
#[must_use]
pub(super) fn mentions_money(text: &str) -> bool {
    let mut digit_before = false;
    let mut sign_before = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            if sign_before {
                return true;
            }
            digit_before = true;
        } else if c == '%' && digit_before {
            return true;
        } else if !matches!(c, ' ' | '\u{a0}' | '\u{202f}') {
            digit_before = false;
        }
        if !c.is_whitespace() {
            sign_before = matches!(c, '$' | '€' | '£' | '¥');
        }
    }
    false
}
