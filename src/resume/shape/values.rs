//! The values of a résumé in the form of JSON Resume: dates, lists, places.

use super::keys::{Section, words};
use crate::resume::date::{self, When};
use crate::resume::node::{Entry, Node, Value};
use crate::resume::read::Fault;

/// Keys with a range of dates in one text.
const RANGES: &[&str] = &["date", "dates", "period", "duration", "years"];
/// What an original text is kept under, behind the key of its date.
const AS_WRITTEN: &str = "Text";

/// The entries of an item of a section. A description may be of a firm; else it is of the work.
pub fn item(
    section: &Section,
    entries: Vec<Entry>,
    describes_firm: bool,
    faults: &mut Vec<Fault>,
) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::with_capacity(entries.len());
    let has_range = section.dates.contains(&"startDate");
    let has_dates =
        entries.iter().any(|entry| section.dates.contains(&entry.key.as_str()) && !entry.value.is_empty());
    let is_renamed = !entries.iter().any(|entry| entry.key == "summary" && !entry.value.is_empty());
    for Entry { key, value } in entries {
        let name = key.as_str();
        if section.dates.contains(&name) {
            all.extend(dated(key, value, faults));
        } else if has_range && !has_dates && RANGES.contains(&name) {
            all.extend(ranged(key, value));
        } else if section.lists.contains(&name) {
            let is_sentences = name == "highlights";
            all.push(Entry::new(key, list(value, is_sentences)));
        } else if value.is_empty() {
            // It says nothing.
        } else if section.key == "work" && name == "description" && is_renamed && !describes_firm {
            all.push(Entry::new("summary", value));
        } else {
            all.push(Entry::new(key, value));
        }
    }
    all.retain(|entry| !entry.value.is_empty());
    all
}

/// The entries of `basics`.
pub fn person(entries: Vec<Entry>, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let mut all = Vec::with_capacity(entries.len());
    for Entry { key, value } in entries {
        if value.is_empty() {
            continue;
        }
        let line = value.line;
        let value = match (key.as_str(), value.value) {
            ("location", Value::Text(text)) => {
                Node::map_at(line, vec![Entry::new("address", Node::text_at(line, text))])
            }
            ("profiles", Value::List(items)) => Node::list_at(line, items.into_iter().map(profile).collect()),
            ("profiles", Value::Map(entries)) => {
                let items = entries.into_iter().filter(|entry| !entry.value.is_empty()).map(named_profile);
                Node::list_at(line, items.collect())
            }
            (_, value) => Node { line, value },
        };
        if matches!(key.as_str(), "name" | "email") && value.text().is_none() {
            faults.push(Fault::new(line, format!("`{key}` is {}: it has to be a text", value.kind())));
        }
        all.push(Entry::new(key, value));
    }
    all
}

fn profile(item: Node) -> Node {
    let line = item.line;
    match item.value {
        Value::Map(entries) => {
            let names: &[(&str, &[&str])] = &[
                ("network", &["type", "site", "name", "label"]),
                ("username", &["user", "handle", "login"]),
                ("url", &["link", "href", "website"]),
            ];
            let mut entries = super::renamed(entries, names);
            entries.retain(|entry| !entry.value.is_empty());
            Node::map_at(line, entries)
        }
        Value::Text(text) => Node::map_at(line, vec![Entry::new("url", Node::text_at(line, text))]),
        value => Node { line, value },
    }
}

/// `github: https://…` as a profile.
fn named_profile(entry: Entry) -> Node {
    let line = entry.value.line;
    Node::map_at(
        line,
        vec![Entry::new("network", Node::text_at(line, entry.key)), Entry::new("url", entry.value)],
    )
}

/// A key with a list of words, as a group of skills.
pub fn group(entry: Entry) -> Node {
    let line = entry.value.line;
    let name = Entry::new("name", Node::text_at(line, entry.key));
    match entry.value {
        value @ Node { value: Value::List(_) | Value::Text(_), .. } => {
            Node::map_at(line, vec![name, Entry::new("keywords", list(value, false))])
        }
        Node { value: Value::Map(mut entries), .. } => {
            entries.insert(0, name);
            Node::map_at(line, entries)
        }
        value => Node::map_at(line, vec![name, Entry::new("value", value)]),
    }
}

/// A list of texts; a single text is split at its lines, else at its commas unless it is a sentence.
fn list(value: Node, is_sentences: bool) -> Node {
    let line = value.line;
    match value.value {
        Value::Text(text) => {
            let is_of_lines = is_sentences || text.trim().contains('\n');
            let parts: Vec<&str> = if is_of_lines {
                text.lines().map(|line| line.trim().trim_start_matches(['-', '*', '•']).trim()).collect()
            } else {
                words(&text).collect()
            };
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            Node::list_at(line, parts.map(|part| Node::text_at(line, part)).collect())
        }
        Value::List(mut items) => {
            items.retain(|item| !item.is_empty());
            Node::list_at(line, items)
        }
        value => Node { line, value },
    }
}

/// A date as JSON Resume writes it. What would be lost stays beside it, and what is no date is told of.
fn dated(key: String, value: Node, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let line = value.line;
    let Some(text) = value.text().map(str::to_owned) else {
        if !value.is_empty() {
            faults.push(Fault::new(
                line,
                format!("`{key}` is {}: it has to be a date such as 2020-05", value.kind()),
            ));
            return vec![Entry::new(format!("{key}{AS_WRITTEN}"), value)];
        }
        return Vec::new();
    };
    let as_written = |text: String| Entry::new(format!("{key}{AS_WRITTEN}"), Node::text_at(line, text));
    match date::read(&text) {
        // Without an end, JSON Resume means that it goes on.
        When::Present if key == "endDate" => Vec::new(),
        When::Missing => Vec::new(),
        When::At(moment) => {
            let date = moment.to_string();
            let is_whole = moment.month.is_some() || text == date;
            let entry = Entry::new(key.clone(), Node::text_at(line, date));
            if is_whole { vec![entry] } else { vec![entry, as_written(text)] }
        }
        When::Present | When::Unclear => {
            faults.push(Fault::new(
                line,
                format!("`{key}` is `{text}`, which is no date; write it like 2020-05"),
            ));
            vec![as_written(text)]
        }
    }
}

/// Two dates from one text, such as `2016 – 2019`; a text that is none stays as it is.
fn ranged(key: String, value: Node) -> Vec<Entry> {
    let line = value.line;
    let date = |name: &str, when: When| match when {
        When::At(moment) => Some(Entry::new(name, Node::text_at(line, moment.to_string()))),
        When::Present | When::Missing | When::Unclear => None,
    };
    match value.text().and_then(date::range) {
        Some((start, end)) => {
            [date("startDate", start), date("endDate", end)].into_iter().flatten().collect()
        }
        None => vec![Entry::new(key, value)],
    }
}
