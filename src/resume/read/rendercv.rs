//! rendercv: a person below `cv`, and sections with titles of their own.

use super::Fault;
use crate::resume::node::{Entry, Node, Value};

/// The sections that JSON Resume has too, by the words that their titles have.
const SECTIONS: &[(&str, &[&str])] = &[
    ("work", &["experience", "work", "employment", "career"]),
    ("volunteer", &["volunteer"]),
    ("education", &["education", "studies"]),
    ("projects", &["project"]),
    ("skills", &["skill", "technolog", "tools"]),
    ("languages", &["language"]),
    ("certificates", &["certif"]),
    ("awards", &["award", "honor", "honour"]),
    ("publications", &["publication"]),
    ("interests", &["interest", "hobb"]),
];

/// The sections whose texts are about the person.
const ABOUT: &[&str] = &["summary", "about", "profile", "welcome", "objective"];

/// The same with the keys of JSON Resume. What doesn't fit there stays under its own key.
#[must_use]
pub fn read(root: Node, faults: &mut Vec<Fault>) -> Node {
    let line = root.line;
    let Value::Map(entries) = root.value else { return Node::map_at(line, Vec::new()) };
    let (mut all, mut rest) = (Vec::new(), Vec::new());
    for entry in entries {
        if entry.key == "cv" {
            person(entry.value, &mut all, faults);
        } else {
            rest.push(entry);
        }
    }
    all.extend(rest);
    Node::map_at(line, all)
}

fn person(cv: Node, all: &mut Vec<Entry>, faults: &mut Vec<Fault>) {
    let line = cv.line;
    let Value::Map(entries) = cv.value else { return };
    let (mut basics, mut sections) = (Vec::new(), Vec::new());
    for Entry { key, value } in entries {
        match (key.as_str(), value.value) {
            ("sections", Value::Map(named)) => sections = named,
            ("social_networks", value_of) => {
                basics.push(Entry::new("profiles", Node { line: value.line, value: value_of }))
            }
            ("headline", value_of) => {
                basics.push(Entry::new("label", Node { line: value.line, value: value_of }))
            }
            ("photo", value_of) => {
                basics.push(Entry::new("image", Node { line: value.line, value: value_of }))
            }
            (_, value_of) => basics.push(Entry::new(key, Node { line: value.line, value: value_of })),
        }
    }
    let mut others = Vec::new();
    let mut known = Vec::new();
    for Entry { key, value } in sections {
        let title = key.to_lowercase();
        let section = SECTIONS.iter().find(|(_, words)| words.iter().any(|word| title.contains(word)));
        if ABOUT.iter().any(|word| title.contains(word))
            && value.items().iter().all(|item| item.text().is_some())
        {
            let texts: Vec<&str> = value.items().iter().filter_map(Node::text).collect();
            basics.push(Entry::new("summary", Node::text_at(value.line, texts.join("\n"))));
        } else if let Some((section, _)) = section {
            known.push(Entry::new(*section, value));
        } else {
            faults.push(Fault::new(
                value.line,
                format!("the section `{key}` is kept as it is; coach doesn't use it"),
            ));
            others.push(Entry::new(key, value));
        }
    }
    all.push(Entry::new("basics", Node::map_at(line, basics)));
    for section in known {
        super::join(all, section);
    }
    if !others.is_empty() {
        all.push(Entry::new("sections", Node::map_at(line, others)));
    }
}
