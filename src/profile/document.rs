//! The text of a profile: the difference between two profiles is written into it, so that comments, order, unknown keys and values
//! that could not be understood stay as they are.

mod values;

use super::model::{Aim, Change, Profile, Proof, Rated, SCHEMA};
use super::reader::Spelling;
use super::story::Story;
use crate::guide::id::SkillId;
use std::collections::{HashMap, HashSet};
use toml_edit::visit_mut::VisitMut;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value, value};
use values::{OneLine, entry, list, part, plain, put, put_or_remove, remove, remove_at, spelled, table};

/// A key that a change needs and that holds something of another kind. Writing there would lose what somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTheWay {
    /// The key.
    pub key: &'static str,
    /// What it has to hold, with its article.
    pub kind: &'static str,
}

/// Finds a key in the way of writing the difference between two profiles.
#[must_use]
pub fn in_the_way(document: &DocumentMut, before: &Profile, after: &Profile) -> Option<InTheWay> {
    let is_table = |item: &Item| item.is_table_like();
    let is_list = |item: &Item| {
        let of_tables = |array: &Array| array.iter().all(Value::is_inline_table);
        item.is_array_of_tables() || item.as_array().is_some_and(of_tables)
    };
    let table = (is_table as fn(&Item) -> bool, "a table");
    let tables = (is_list as fn(&Item) -> bool, "a list of tables");
    let needs = [
        ("ratings", table, before.ratings != after.ratings),
        ("history", tables, before.history != after.history),
        ("about", table, before.about != after.about),
        ("proofs", tables, before.proofs != after.proofs),
        ("targets", table, before.other_aims != after.other_aims),
    ];
    needs.into_iter().filter(|(.., differs)| *differs).find_map(|(key, (is_right, kind), _)| {
        let item = document.get(&spelled(document.as_table(), key));
        item.filter(|item| !is_right(item)).map(|_| InTheWay { key, kind })
    })
}

/// How a text ends its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// As on Unix, or some as on Windows.
    Unix,
    /// All of them as on Windows.
    Windows,
}

impl LineEnd {
    /// How a text ends its lines.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let ends = || {
            text.match_indices('\n').map(|(at, _)| text.get(..at).is_some_and(|line| line.ends_with('\r')))
        };
        if ends().next().is_some() && ends().all(|is_windows| is_windows) {
            Self::Windows
        } else {
            Self::Unix
        }
    }
}

/// Writes the difference between two profiles into the text that says the first. `spelling` tells where that text says what.
pub fn update(document: &mut DocumentMut, before: &Profile, after: &Profile, spelling: &Spelling) {
    ensure_schema(document);
    if before.guide != after.guide {
        put_or_remove(document.as_table_mut(), "guide", after.guide.as_ref().map(ToString::to_string));
    }
    update_aim(document.as_table_mut(), &before.aim, &after.aim);
    update_other_aims(document, before, after, spelling);
    update_about(document, before, after);
    update_ratings(document, before, after, spelling);
    update_proofs(document, &before.proofs, &after.proofs, &spelling.proofs);
    update_history(document, &before.history, &after.history, &spelling.history);
}

/// The text of a document, with its lines ended as they were before a change.
#[must_use]
pub fn text(mut document: DocumentMut, line_end: LineEnd) -> String {
    match line_end {
        LineEnd::Unix => document.to_string(),
        LineEnd::Windows => {
            OneLine.visit_document_mut(&mut document);
            // A text within the document has kept its own ends; those of all other lines have become `\n`.
            document.to_string().replace("\r\n", "\n").replace('\n', "\r\n")
        }
    }
}

/// A new file starts with its schema; a heading comment stays above it.
fn ensure_schema(document: &mut DocumentMut) {
    if document.contains_key(&spelled(document.as_table(), "schema")) {
        return;
    }
    let heading = document.trailing().as_str().map(str::to_owned).filter(|_| document.is_empty());
    document.insert("schema", value(SCHEMA));
    if let (Some(heading), Some(mut key)) = (heading, document.key_mut("schema")) {
        key.leaf_decor_mut().set_prefix(heading);
        document.set_trailing("");
    }
}

fn update_aim(table: &mut dyn TableLike, before: &Aim, after: &Aim) {
    if before.target != after.target {
        put_or_remove(table, "target", after.target.as_ref().map(ToString::to_string));
    }
    if before.by != after.by {
        put_or_remove(table, "by", after.by.map(|day| day.to_string()));
    }
}

fn update_other_aims(document: &mut DocumentMut, before: &Profile, after: &Profile, spelling: &Spelling) {
    let key = |guide| spelling.targets.get(guide).map_or(guide.as_str(), String::as_str);
    for (guide, aim) in &after.other_aims {
        let none = Aim::default();
        let old = before.other_aims.get(guide).unwrap_or(&none);
        if old != aim {
            update_aim(entry(document, "targets", key(guide)), old, aim);
        }
    }
    for guide in before.other_aims.keys().filter(|guide| !after.other_aims.contains_key(*guide)) {
        remove(document, "targets", key(guide));
    }
}

fn update_about(document: &mut DocumentMut, before: &Profile, after: &Profile) {
    for (key, words) in after.about.entries() {
        if before.about.entry(key) != Some(words) {
            put(table(document, "about"), key, plain(words));
        }
    }
    for (key, _) in before.about.entries().filter(|(key, _)| after.about.entry(key).is_none()) {
        remove(document, "about", key);
    }
}

fn update_ratings(document: &mut DocumentMut, before: &Profile, after: &Profile, spelling: &Spelling) {
    let key = |skill: &'_ SkillId| spelling.ratings.get(skill).map_or(skill.to_string(), Clone::clone);
    for (skill, rated) in &after.ratings.0 {
        let old = before.ratings.0.get(skill);
        if old != Some(rated) {
            write_rating(entry(document, "ratings", &key(skill)), old, rated);
        }
    }
    for skill in before.ratings.0.keys().filter(|skill| !after.ratings.0.contains_key(*skill)) {
        remove(document, "ratings", &key(skill));
    }
}

/// Writes what differs, so that a note leaves a rating as its owner wrote it. What stands beside a rating that could not be
/// understood is left there.
fn write_rating(entry: &mut dyn TableLike, before: Option<&Rated>, rated: &Rated) {
    let differs = |same: fn(&Rated, &Rated) -> bool| before.is_none_or(|before| !same(before, rated));
    let mut write = |key: &str, differs: bool, new: Option<Value>| match new {
        _ if !differs => {}
        Some(new) => put(entry, key, new),
        None if before.is_some() => put_or_remove(entry, key, None),
        None => {}
    };
    write("rating", differs(|a, b| a.rating == b.rating), Some(i64::from(rated.rating).into()));
    write("evidence", differs(|a, b| a.evidence == b.evidence), Some(rated.evidence.name().into()));
    let proofs = (!rated.proofs.is_empty()).then(|| Value::from_iter(&rated.proofs));
    write("proofs", differs(|a, b| a.proofs == b.proofs), proofs);
    let day = rated.rated_on.map(|day| day.to_string().into());
    write("note", differs(|a, b| a.note == b.note), rated.note.as_deref().map(Value::from));
    write("rated_on", differs(|a, b| a.rated_on == b.rated_on), day);
    write("anchors", differs(|a, b| a.anchors == b.anchors), rated.anchors.as_deref().map(Value::from));
}

/// `positions` tells where in the text's list each of the proofs before stands.
fn update_proofs(document: &mut DocumentMut, before: &[Proof], after: &[Proof], positions: &[usize]) {
    if before == after {
        return;
    }
    let old: HashMap<&str, (&Proof, usize)> =
        before.iter().zip(positions).map(|(proof, at)| (proof.id.as_str(), (proof, *at))).collect();
    let kept: HashSet<&str> = after.iter().map(|proof| proof.id.as_str()).collect();
    let tables = list(document, "proofs");
    for proof in after {
        match old.get(proof.id.as_str()) {
            Some((old, _)) if *old == proof => {}
            // Keys of an older proof of this id that the program doesn't know stay.
            Some((_, at)) => tables.get_mut(*at).into_iter().for_each(|table| write_proof(table, proof)),
            None => {}
        }
    }
    let gone = old.iter().filter(|(id, _)| !kept.contains(*id)).map(|(_, (_, at))| *at);
    remove_at(tables, &gone.collect());
    for proof in after.iter().filter(|proof| !old.contains_key(proof.id.as_str())) {
        let mut table = Table::new();
        write_proof(&mut table, proof);
        tables.push(table);
    }
}

fn write_proof(table: &mut Table, proof: &Proof) {
    put(table, "id", proof.id.as_str());
    put(table, "title", proof.title.as_str());
    put_or_remove(table, "url", proof.url.clone());
    put_or_remove(table, "referee", proof.referee.clone());
    match &proof.story {
        None => put_or_remove(table, "story", None),
        Some(Story::Text(text)) => put(table, "story", text.as_str()),
        Some(Story::Parts { situation, action, result }) => {
            let parts = [("situation", situation), ("action", action), ("result", result)];
            let story = part(table, "story");
            for (key, text) in parts {
                put_or_remove(story, key, text.clone());
            }
        }
    }
}

/// Removes entries that are gone and appends those that are new. A history only ever loses entries and gains others at its end, so
/// one walk along both tells which is which.
fn update_history(document: &mut DocumentMut, before: &[Change], after: &[Change], positions: &[usize]) {
    if before == after {
        return;
    }
    let mut rest = after.iter().peekable();
    let mut gone = HashSet::new();
    for (change, at) in before.iter().zip(positions) {
        if rest.next_if(|next| *next == change).is_none() {
            gone.insert(*at);
        }
    }
    let history = list(document, "history");
    remove_at(history, &gone);
    for change in rest {
        history.push(history_entry(change, &change.skill));
    }
}

fn history_entry(change: &Change, skill: &SkillId) -> Table {
    let mut table = Table::new();
    table.insert("on", value(change.on.to_string()));
    table.insert("skill", value(skill.as_str()));
    if let Some(rating) = change.rating {
        table.insert("rating", value(i64::from(rating)));
        table.insert("evidence", value(change.evidence.name()));
    }
    table
}
