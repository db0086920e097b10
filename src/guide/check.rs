//! What has to hold of the data beyond its form. Every fault is reported, not only the first.
//!
//! Skills and guides are checked in rooms of their own; what every text must satisfy stands here.

use super::check_guides;
use super::check_skills;
use super::fault::Fault;
use super::id::{GuideId, SkillId};
use super::load::{ParsedFile, ParsedFolder};
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{Document, Item, TableLike, Value};

/// Adds every fault of the draft.
pub(super) fn check(draft: &ParsedFolder, faults: &mut Vec<Fault>) {
    let skills = known_skills(draft);
    check_skills::check(draft, &skills, faults);
    check_guides::check(draft, &skills, faults);
}

/// The skills that a link may name, those of unreadable files among them.
fn known_skills(draft: &ParsedFolder) -> BTreeSet<SkillId> {
    let read = draft.skills.iter().map(|file| file.value.id.clone());
    let unread = draft
        .unread
        .iter()
        .filter_map(|path| path.strip_prefix("skills/")?.strip_suffix(".toml")?.parse().ok());
    read.chain(unread).collect()
}

/// A file whose id isn't its name.
pub(super) fn name_fault<T>(file: &ParsedFile<T>, id: &str) -> Option<Fault> {
    (file.stem() != id)
        .then(|| file.fault("id", format!("`{id}` differs from the file's name `{}`", file.stem())))
}

/// A guide whose id isn't its folder's name.
pub(super) fn folder_fault<T>(file: &ParsedFile<T>, id: &GuideId, folder: &str) -> Option<Fault> {
    (id.as_str() != folder)
        .then(|| file.fault("id", format!("`{id}` differs from the folder's name `{folder}`")))
}

/// Faults that any text can have: it is empty, or it has a control character in it.
pub(super) fn check_texts<T>(file: &ParsedFile<T>, faults: &mut Vec<Fault>) {
    for (key, text) in texts(&file.text) {
        if text.trim().is_empty() {
            faults.push(file.fault(key, "the text is empty"));
        } else if text.chars().any(|c| c.is_control() && c != '\n') {
            faults.push(file.fault(key, "the text has a control character in it"));
        }
    }
}

/// All strings of a TOML text with their keys.
fn texts(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Ok(document) = Document::parse(text) {
        texts_of_table(document.as_table(), "", &mut found);
    }
    found
}

fn texts_of_table(table: &dyn TableLike, prefix: &str, found: &mut Vec<(String, String)>) {
    for (name, item) in table.iter() {
        let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        match item {
            Item::Value(value) => texts_of_value(value, key, found),
            Item::Table(table) => texts_of_table(table, &key, found),
            Item::ArrayOfTables(tables) => {
                for (i, table) in tables.iter().enumerate() {
                    texts_of_table(table, &format!("{key}[{i}]"), found);
                }
            }
            Item::None => {}
        }
    }
}

fn texts_of_value(value: &Value, key: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((key, text.value().clone())),
        Value::Array(array) => {
            for (i, value) in array.iter().enumerate() {
                texts_of_value(value, format!("{key}[{i}]"), found);
            }
        }
        Value::InlineTable(table) => texts_of_table(table, &key, found),
        _ => {}
    }
}

/// Names that stand for more than one thing. `names` are (name, owner, file's index, key).
pub(super) fn repeated<'a, T>(
    names: impl IntoIterator<Item = (&'a str, &'a ParsedFile<T>, String)>,
    what: &str,
) -> Vec<Fault>
where
    T: 'a,
{
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, file, key) in names {
        match first.get(name) {
            Some(path) => {
                faults.push(file.fault(key, format!("{what} `{name}` stands in {path} already")));
            }
            None => {
                first.insert(name, &file.path);
            }
        }
    }
    faults
}

/// Whether a text names money or per cents: a currency sign before a digit, or `%` after one.
#[must_use]
pub(super) fn names_money(text: &str) -> bool {
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
