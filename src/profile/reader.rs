//! Reads a profile value by value, so that one that is wrong costs no other, and as forgivingly as the command line reads: names in
//! any case, ratings as numbers or words. What can't be understood stays in the file; the reader says where it is.

mod aim;
mod entries;
mod names;
pub mod node;
mod values;

use super::fault::{FaultKind, Faults, Words};
use super::model::{Profile, Ratings, SCHEMA};
use crate::guide::id::{GuideId, SkillId};
use crate::guide::model::Library;
use names::Names;
use node::{Content, Field, Fields, Node};
use std::collections::HashMap;
use values::described;

/// What a profile's text says.
pub struct Understood {
    /// What could be understood.
    pub profile: Profile,
    /// Where the text has it, so that a change is written to the same place.
    pub spelling: Spelling,
    /// What couldn't be understood.
    pub faults: Faults,
    /// The schema, where it is newer than this program: then nothing else was read.
    pub newer: Option<i64>,
}

/// The keys and the places of a profile's values in its text, where they aren't what the program would write.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    /// The key in `[ratings]` of a skill whose key is not its id.
    pub ratings: HashMap<SkillId, String>,
    /// The key in `[targets]` of a guide whose key is not its id.
    pub targets: HashMap<GuideId, String>,
    /// The position in the text's list of every proof of the profile.
    pub proofs: Vec<usize>,
    /// The position in the text's list of every entry of the profile's history.
    pub history: Vec<usize>,
}

/// Reads a profile. The faults decide how many of them are kept.
#[must_use]
pub fn read(root: Node<'_>, library: &Library, faults: Faults) -> Understood {
    let fields = match root.content() {
        Content::Table(fields) => fields,
        Content::Text(_) | Content::Whole(_) | Content::Day(_) | Content::Other(_) | Content::List(_) => {
            Fields::default()
        }
    };
    let mut reader = Reader { names: Names::new(library), spelling: Spelling::default(), faults };
    let newer = reader.schema(&fields);
    let profile = if newer.is_some() { Profile::default() } else { reader.profile(&fields) };
    let Reader { spelling, faults, .. } = reader;
    Understood { profile, spelling, faults, newer }
}

struct Reader<'l> {
    names: Names<'l>,
    spelling: Spelling,
    faults: Faults,
}

impl Reader<'_> {
    /// The schema, where it is newer than this program's.
    fn schema(&mut self, fields: &Fields<'_>) -> Option<i64> {
        let field = fields.get("schema")?;
        match field.value.content() {
            Content::Whole(schema) => (schema > SCHEMA).then_some(schema),
            content => {
                self.fault(field.value.at, FaultKind::Shape, "schema", |_| {
                    (format!("schema is {}", described(&content)), format!("write schema = {SCHEMA}"))
                });
                None
            }
        }
    }

    fn profile(&mut self, fields: &Fields<'_>) -> Profile {
        let guide = fields.get("guide").and_then(|field| self.guide(field));
        let aim = self.aim(fields, guide.as_ref(), "");
        let other_aims = self.other_aims(fields, guide.as_ref());
        let about = self.about(fields);
        let ratings = Ratings(self.ratings(fields));
        let proofs = self.proofs(fields);
        let history = self.history(fields);
        if self.faults.keeps_all() {
            self.check_proof_names(fields, &proofs);
        }
        Profile { guide, aim, other_aims, about, ratings, proofs, history }
    }

    /// The fields of a table of the profile; none where there is no such table.
    fn table<'a>(&mut self, fields: &Fields<'a>, key: &str, example: &str) -> Vec<Field<'a>> {
        let Some(field) = fields.get(key) else { return Vec::new() };
        match field.value.content() {
            Content::Table(fields) => fields.0,
            content => {
                self.shape(field.value.at, key, &content, &format!("it has to be a table: {example}"));
                Vec::new()
            }
        }
    }

    /// The entries of a list of the profile, with their positions; none where there is no such list.
    fn list<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<Node<'a>> {
        let Some(field) = fields.get(key) else { return Vec::new() };
        match field.value.content() {
            Content::List(entries) => entries,
            content => {
                self.shape(
                    field.value.at,
                    key,
                    &content,
                    &format!("it has to be a list of tables, each below [[{key}]]"),
                );
                Vec::new()
            }
        }
    }

    fn shape(&mut self, at: usize, key: &str, content: &Content<'_>, advice: &str) {
        self.fault(at, FaultKind::Shape, key, |name| {
            (format!("{name} is {}", described(content)), advice.to_owned())
        });
    }

    /// Notes a fault. The words are made from the last part of the key: the problem and the advice.
    fn fault(&mut self, at: usize, kind: FaultKind, key: &str, words: impl FnOnce(&str) -> (String, String)) {
        self.faults.add(at, kind, || {
            let (problem, advice) = words(key.rsplit('.').next().unwrap_or(key));
            Words { key: key.to_owned(), problem, advice }
        });
    }
}
