//! The text of a profile: the difference between two profiles is written into it, so that comments, order, unknown keys and values
//! that could not be understood stay as they are.

mod values;

use super::model::{Aim, Change, Profile, Proof, Rated, SCHEMA};
use crate::guide::id::SkillId;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};
use values::{entry, is, list, plain, put, put_or_remove, remove, table};

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
        document.get(key).filter(|item| !is_right(item)).map(|_| InTheWay { key, kind })
    })
}

/// Writes the difference between two profiles into the text that says the first.
pub fn update(document: &mut DocumentMut, before: &Profile, after: &Profile) {
    ensure_schema(document);
    if before.guide != after.guide {
        put_or_remove(document.as_table_mut(), "guide", after.guide.as_ref().map(ToString::to_string));
    }
    update_aim(document.as_table_mut(), &before.aim, &after.aim);
    update_other_aims(document, before, after);
    update_about(document, before, after);
    update_ratings(document, before, after);
    update_proofs(document, before, after);
    update_history(document, &before.history, &after.history);
}

/// A new file starts with its schema; a heading comment stays above it.
fn ensure_schema(document: &mut DocumentMut) {
    if document.contains_key("schema") {
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

fn update_other_aims(document: &mut DocumentMut, before: &Profile, after: &Profile) {
    for (guide, aim) in &after.other_aims {
        let none = Aim::default();
        let old = before.other_aims.get(guide).unwrap_or(&none);
        if old != aim {
            update_aim(entry(document, "targets", guide.as_str()), old, aim);
        }
    }
    for guide in before.other_aims.keys().filter(|guide| !after.other_aims.contains_key(*guide)) {
        remove(document, "targets", guide.as_str());
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

fn update_ratings(document: &mut DocumentMut, before: &Profile, after: &Profile) {
    for (skill, rated) in &after.ratings.0 {
        let old = before.ratings.0.get(skill);
        if old != Some(rated) {
            write_rating(entry(document, "ratings", skill.as_str()), old, rated);
        }
    }
    for skill in before.ratings.0.keys().filter(|skill| !after.ratings.0.contains_key(*skill)) {
        remove(document, "ratings", skill.as_str());
    }
}

/// Writes what differs, so that a note leaves a rating as its owner wrote it.
fn write_rating(entry: &mut dyn TableLike, before: Option<&Rated>, rated: &Rated) {
    let differs = |same: fn(&Rated, &Rated) -> bool| before.is_none_or(|before| !same(before, rated));
    if differs(|a, b| a.rating == b.rating) {
        put(entry, "rating", i64::from(rated.rating));
    }
    if differs(|a, b| a.evidence == b.evidence) {
        put(entry, "evidence", rated.evidence.name());
    }
    if rated.proofs.is_empty() {
        entry.remove("proofs");
    } else if differs(|a, b| a.proofs == b.proofs) {
        put(entry, "proofs", Value::from_iter(&rated.proofs));
    }
    if differs(|a, b| a.note == b.note) {
        put_or_remove(entry, "note", rated.note.clone());
    }
    if differs(|a, b| a.rated_on == b.rated_on) {
        put_or_remove(entry, "rated_on", rated.rated_on.map(|day| day.to_string()));
    }
    if differs(|a, b| a.anchors == b.anchors) {
        put_or_remove(entry, "anchors", rated.anchors.clone());
    }
}

fn update_proofs(document: &mut DocumentMut, before: &Profile, after: &Profile) {
    if before.proofs == after.proofs {
        return;
    }
    let proofs = list(document, "proofs");
    let kept = |id: &str| after.proofs.iter().any(|proof| proof.id == id);
    let dropped = before.proofs.iter().map(|proof| proof.id.as_str()).filter(|id| !kept(id));
    for id in dropped {
        proofs.retain(|table| !is(table, "id", id));
    }
    for proof in after.proofs.iter().filter(|proof| !before.proofs.contains(proof)) {
        write_proof(proofs, proof);
    }
}

/// Keys of an older proof of this id that the program doesn't know stay.
fn write_proof(proofs: &mut ArrayOfTables, proof: &Proof) {
    let known = proofs.iter().position(|other| is(other, "id", &proof.id));
    if known.is_none() {
        proofs.push(Table::new());
    }
    let at = known.unwrap_or_else(|| proofs.len().saturating_sub(1));
    let Some(table) = proofs.get_mut(at) else { return };
    put(table, "id", proof.id.as_str());
    put(table, "title", proof.title.as_str());
    put_or_remove(table, "url", proof.url.clone());
    put_or_remove(table, "referee", proof.referee.clone());
    put_or_remove(table, "story", proof.story.clone());
}

/// Removes entries that are gone, one table for each, and appends those that are new.
fn update_history(document: &mut DocumentMut, before: &[Change], after: &[Change]) {
    let kept = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    let (before, after) = (&before[kept.min(before.len())..], &after[kept.min(after.len())..]);
    if before.is_empty() && after.is_empty() {
        return;
    }
    let gone: Vec<&Change> = before.iter().filter(|change| !after.contains(change)).collect();
    let history = list(document, "history");
    if !gone.is_empty() {
        let is_gone = |table: &Table, change: &Change| {
            is(table, "on", &change.on.to_string()) && is(table, "skill", change.skill.as_str())
        };
        history.retain(|table| !gone.iter().any(|change| is_gone(table, change)));
    }
    for change in after.iter().filter(|change| !before.contains(change)) {
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
