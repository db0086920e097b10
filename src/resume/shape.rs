//! The keys of JSON Resume for what other files call otherwise: `company`, `website`, `start_date`. A key that has no counterpart stays as
//! it is, and so does one whose counterpart is there already.

mod keys;
mod values;

use super::node::{Entry, Node, Value};
use super::read::Fault;
pub use keys::words as keywords;
use keys::{BASICS, SECTIONS, Section, TOP_OF_BASICS};
use std::collections::HashMap;

/// Whether a key of a file is a section of a résumé, or what a section is called elsewhere.
#[must_use]
pub fn is_section(key: &str) -> bool {
    key == "basics" || SECTIONS.iter().any(|section| section.is_called(key))
}

/// The tree with the keys and the dates of JSON Resume. What has been shaped stays the same.
#[must_use]
pub fn shaped(root: Node, faults: &mut Vec<Fault>) -> Node {
    let line = root.line;
    let entries = match root.value {
        Value::Map(entries) => entries,
        value => return Node { line, value },
    };
    let entries = once(entries, faults);
    let mut all = basics(entries, line, faults);
    for entry in &mut all {
        let Some(section) = SECTIONS.iter().find(|section| section.key == entry.key) else { continue };
        let node = std::mem::replace(&mut entry.value, Node { line, value: Value::Null });
        entry.value = section_list(section, node, faults);
    }
    all.retain(|entry| entry.key == "meta" || !(is_section(&entry.key) && entry.value.is_empty()));
    Node::map_at(line, all)
}

/// Each key once: the last value counts, and the others are told of.
fn once(entries: Vec<Entry>, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut places: HashMap<String, usize> = HashMap::with_capacity(entries.len());
    for entry in entries {
        let place = places.insert(entry.key.clone(), all.len());
        match place.and_then(|place| all.get_mut(place).map(|other| (place, other))) {
            Some((place, other)) => {
                places.insert(entry.key.clone(), place);
                let problem = format!(
                    "`{}` is written a second time on line {}; that one counts",
                    other.key, entry.value.line
                );
                faults.push(Fault::new(other.value.line, problem));
                *other = entry;
            }
            None => all.push(entry),
        }
    }
    all
}

/// Names the sections, and gathers what the file says of the person itself below `basics`.
fn basics(entries: Vec<Entry>, line: usize, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    let has_basics = has("basics");
    let taken: Vec<&str> = SECTIONS.iter().map(|section| section.key).filter(|key| has(key)).collect();
    let mut taken: Vec<String> = taken.into_iter().map(str::to_owned).collect();
    let (mut all, mut person) = (Vec::new(), Vec::new());
    let mut person_line = line;
    for Entry { key, value } in entries {
        let is_top = TOP_OF_BASICS.contains(&key.as_str()) && (value.text().is_some() || key != "profile");
        match (key.as_str(), value) {
            ("basics", Node { line, value: Value::Map(own) }) => {
                person_line = line;
                // What stands below `basics` comes before what stands beside it.
                person.splice(0..0, own);
            }
            ("contact", Node { value: Value::Map(own), .. }) if !has_basics => person.extend(own),
            (_, value) if is_top && !has_basics => person.push(Entry::new(key, value)),
            (_, value) => {
                let section = SECTIONS
                    .iter()
                    .find(|section| section.is_called(&key) && !taken.iter().any(|key| key == section.key));
                let key = section.map_or(key, |section| section.key.to_owned());
                taken.push(key.clone());
                all.push(Entry::new(key, value));
            }
        }
    }
    if !person.is_empty() {
        let person = values::person(renamed(once(person, faults), BASICS), faults);
        let at = usize::from(all.first().is_some_and(|entry: &Entry| entry.key == "$schema"));
        all.insert(at, Entry::new("basics", Node::map_at(person_line, person)));
    }
    all
}

/// The items of a section, each with the keys of JSON Resume.
fn section_list(section: &Section, node: Node, faults: &mut Vec<Fault>) -> Node {
    let line = node.line;
    let items = match node.value {
        Value::List(items) => items,
        Value::Text(text) if section.splits => {
            keys::words(&text).map(|word| Node::text_at(line, word)).collect()
        }
        Value::Map(entries) if section.is_grouped => entries.into_iter().map(values::group).collect(),
        Value::Map(entries) if section.key != "meta" => vec![Node::map_at(line, entries)],
        value => {
            let node = Node { line, value };
            if !node.is_empty() && section.key != "meta" {
                let problem = format!("`{}` is {}: it has to be a list", section.key, node.kind());
                faults.push(Fault::new(line, problem));
            }
            return node;
        }
    };
    let items = items.into_iter().filter(|item| !item.is_empty());
    let items = items.map(|item| section_item(section, item, faults));
    Node::list_at(line, items.filter(|item| !item.is_empty()).collect())
}

fn section_item(section: &Section, item: Node, faults: &mut Vec<Fault>) -> Node {
    let line = item.line;
    match item.value {
        Value::Map(entries) => {
            let entries = once(entries, faults);
            // JSON Resume calls the firm `name` and describes it under `description`; elsewhere that describes the work.
            let describes_firm = section.key == "work" && entries.iter().any(|entry| entry.key == "name");
            let entries = renamed(entries, section.names);
            Node::map_at(line, values::item(section, entries, describes_firm, faults))
        }
        Value::Text(text) if !section.of_text.is_empty() => {
            Node::map_at(line, vec![Entry::new(section.of_text, Node::text_at(line, text))])
        }
        value => {
            let node = Node { line, value };
            let problem =
                format!("an entry of `{}` is {}: it has to be a group of keys", section.key, node.kind());
            faults.push(Fault::new(line, problem));
            node
        }
    }
}

/// Gives entries the keys of JSON Resume, where nothing has those already. The first of several names counts.
fn renamed(mut entries: Vec<Entry>, names: &[(&str, &[&str])]) -> Vec<Entry> {
    for (key, others) in names {
        if entries.iter().any(|entry| entry.key == *key && !entry.value.is_empty()) {
            continue;
        }
        let found = others.iter().find_map(|other| {
            entries.iter().position(|entry| entry.key.eq_ignore_ascii_case(other) && !entry.value.is_empty())
        });
        let Some(at) = found else { continue };
        if let Some(entry) = entries.get_mut(at) {
            entry.key = (*key).to_owned();
        }
        let mut next = 0;
        entries.retain(|entry| {
            next += 1;
            next - 1 == at || entry.key != *key
        });
    }
    entries
}
