//! Changes to a profile, made in its text so that comments, order and unknown keys stay.

use super::model::{Change, Day, Profile, Proof, Rated, SCHEMA};
use crate::guide::id::{GuideId, LevelId, SkillId};
use jiff::civil::Date;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Rate a skill, or rate it anew. Proofs and note of an earlier rating stay unless new ones are given.
    Rate(SkillId, Rated),
    /// Take a rating back: the skill is not rated again.
    TakeBack(SkillId),
    /// Put a rating back whole, as an undo does: what it doesn't have is removed.
    Restore(SkillId, Rated),
    /// Write a note to a rating, or remove it; the rating stays as it is.
    Note(SkillId, Option<String>),
    /// Aim for a level, or for none.
    Target(Option<LevelId>),
    /// Use a guide.
    Guide(GuideId),
    /// Say something about yourself, or take it back.
    About(String, Option<String>),
    /// Write a proof down, over one of the same id.
    Proof(Proof),
    /// Remove the proof of an id; ratings that name it keep the name.
    DropProof(String),
}

/// The change that takes another one back, in a profile as it is before that; nothing undoes the choice of a guide.
#[must_use]
pub fn inverse(profile: &Profile, edit: &Edit) -> Option<Edit> {
    Some(match edit {
        Edit::Rate(skill, _) | Edit::TakeBack(skill) | Edit::Restore(skill, _) | Edit::Note(skill, _) => {
            match profile.ratings.0.get(skill) {
                Some(rated) => Edit::Restore(skill.clone(), rated.clone()),
                None => Edit::TakeBack(skill.clone()),
            }
        }
        Edit::Target(_) => Edit::Target(profile.target.clone()),
        Edit::Guide(_) => return None,
        Edit::About(key, _) => Edit::About(key.clone(), profile.about.get(key).cloned()),
        Edit::Proof(Proof { id, .. }) | Edit::DropProof(id) => {
            match profile.proofs.iter().find(|proof| proof.id == *id) {
                Some(proof) => Edit::Proof(proof.clone()),
                None => Edit::DropProof(id.clone()),
            }
        }
    })
}

/// A key that the changes need and that holds something of another kind, with the kind that it has to be. Writing there
/// would lose what somebody wrote.
#[must_use]
pub fn in_the_way(document: &DocumentMut, edits: &[Edit]) -> Option<(&'static str, &'static str)> {
    let is_table = |item: &Item| item.is_table_like();
    let is_list = |item: &Item| {
        let of_tables = |array: &toml_edit::Array| array.iter().all(Value::is_inline_table);
        item.is_array_of_tables() || item.as_array().is_some_and(of_tables)
    };
    let touches_about = |edit: &Edit| matches!(edit, Edit::About(..));
    let touches_proofs = |edit: &Edit| matches!(edit, Edit::Proof(_) | Edit::DropProof(_));
    let touches_ratings =
        |edit: &Edit| matches!(edit, Edit::Rate(..) | Edit::Restore(..) | Edit::TakeBack(..));
    let is_wrong =
        |key: &str, is_right: fn(&Item) -> bool| document.get(key).is_some_and(|item| !is_right(item));
    if edits.iter().any(touches_ratings) && is_wrong("ratings", is_table) {
        Some(("ratings", "a table"))
    } else if edits.iter().any(touches_ratings) && is_wrong("history", is_list) {
        Some(("history", "a list of tables"))
    } else if edits.iter().any(touches_about) && is_wrong("about", is_table) {
        Some(("about", "a table"))
    } else if edits.iter().any(touches_proofs) && is_wrong("proofs", is_list) {
        Some(("proofs", "a list of tables"))
    } else {
        None
    }
}

/// Makes the changes in the text of a profile and in the profile that it says; `today` dates the history.
pub fn apply(document: &mut DocumentMut, profile: &mut Profile, edits: &[Edit], today: Date) {
    if !document.contains_key("schema") {
        let heading = document.trailing().as_str().map(str::to_owned).filter(|_| document.is_empty());
        document.insert("schema", value(SCHEMA));
        if let (Some(heading), Some(mut key)) = (heading, document.key_mut("schema")) {
            key.leaf_decor_mut().set_prefix(heading);
            document.set_trailing("");
        }
    }
    for edit in edits {
        let noted = apply_to(profile, edit, today);
        match edit {
            Edit::Rate(skill, rated) => {
                rate(document, skill, rated);
                record(document, skill, &noted, today);
            }
            Edit::Restore(skill, rated) => {
                restore(document, skill, rated);
                record(document, skill, &noted, today);
            }
            Edit::TakeBack(skill) => {
                if remove(document, "ratings", skill.as_str()) {
                    record(document, skill, &noted, today);
                }
            }
            Edit::Note(skill, note) => write_note(document, skill, note.as_deref()),
            Edit::Target(Some(level)) => put(document.as_table_mut(), "target", level.as_str()),
            Edit::Target(None) => {
                document.remove("target");
            }
            Edit::Guide(guide) => put(document.as_table_mut(), "guide", guide.as_str()),
            Edit::About(key, Some(text)) => put(table(document, "about"), key, plain(text)),
            Edit::About(key, None) => {
                remove(document, "about", key);
            }
            Edit::Proof(proof) => write_proof(document, proof),
            Edit::DropProof(id) => {
                if document.contains_key("proofs") {
                    list(document, "proofs").retain(|proof| !is(proof, "id", id));
                }
            }
        }
    }
}

/// A whole number stays one in the file; anything else is a text.
fn plain(text: &str) -> Value {
    let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    number.map_or_else(|| text.into(), Value::from)
}

/// Sets a key and keeps the comments around an old value.
fn put(table: &mut dyn TableLike, key: &str, new: impl Into<Value>) {
    let mut new = new.into();
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => {
            table.insert(key, Item::Value(new));
        }
    }
}

/// The table of a name, made where there is none. Something else of that name gives way: the reader has already said
/// that it couldn't be understood.
fn table<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut dyn TableLike {
    as_table(document.entry(name).or_insert_with(implicit_table))
}

fn implicit_table() -> Item {
    let mut table = Table::new();
    table.set_implicit(true);
    Item::Table(table)
}

/// A table, on one line or on several; anything else gives way to one.
fn as_table(item: &mut Item) -> &mut dyn TableLike {
    if !item.is_table_like() {
        *item = Item::Table(Table::new());
    }
    item.as_table_like_mut().expect("the item was made a table above")
}

/// The entry of a skill, written as its neighbours are.
fn entry<'a>(document: &'a mut DocumentMut, skill: &SkillId) -> &'a mut dyn TableLike {
    let ratings = document.entry("ratings").or_insert_with(implicit_table);
    let on_one_line = ratings.is_inline_table();
    let new = || match on_one_line {
        true => Item::Value(Value::InlineTable(InlineTable::new())),
        false => Item::Table(Table::new()),
    };
    as_table(as_table(ratings).entry(skill.as_str()).or_insert_with(new))
}

fn remove(document: &mut DocumentMut, name: &str, key: &str) -> bool {
    let table = document.get_mut(name).and_then(Item::as_table_like_mut);
    table.is_some_and(|table| table.remove(key).is_some())
}

fn rate(document: &mut DocumentMut, skill: &SkillId, rated: &Rated) {
    let entry = entry(document, skill);
    put(entry, "rating", i64::from(rated.rating));
    put(entry, "evidence", rated.evidence.name());
    if !rated.proofs.is_empty() {
        put(entry, "proofs", Value::from_iter(&rated.proofs));
    }
    if let Some(note) = &rated.note {
        put(entry, "note", note.as_str());
    }
    // The day and the wording are those of this rating, never of the one before.
    put_or_remove(entry, "rated_on", rated.rated_on.map(|day| day.to_string()));
    put_or_remove(entry, "anchors", rated.anchors.clone());
}

/// A note to a rating that isn't there any more is dropped with it.
fn write_note(document: &mut DocumentMut, skill: &SkillId, note: Option<&str>) {
    let ratings = document.get_mut("ratings").and_then(Item::as_table_like_mut);
    let entry = ratings.and_then(|ratings| ratings.get_mut(skill.as_str())).and_then(Item::as_table_like_mut);
    if let Some(entry) = entry {
        put_or_remove(entry, "note", note.map(str::to_owned));
    }
}

fn put_or_remove(table: &mut dyn TableLike, key: &str, new: Option<String>) {
    match new {
        Some(new) => put(table, key, new),
        None => {
            table.remove(key);
        }
    }
}

fn restore(document: &mut DocumentMut, skill: &SkillId, rated: &Rated) {
    rate(document, skill, rated);
    let entry = entry(document, skill);
    for (key, missing) in [("proofs", rated.proofs.is_empty()), ("note", rated.note.is_none())] {
        if missing {
            entry.remove(key);
        }
    }
}

/// The tables of a list, made where there is none; one that stands on one line is written out.
fn list<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut ArrayOfTables {
    let list = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !list.is_array_of_tables() {
        let old = std::mem::take(list);
        *list = Item::ArrayOfTables(old.into_array_of_tables().unwrap_or_default());
    }
    list.as_array_of_tables_mut().expect("the item was made an array above")
}

/// Whether a key of a table says this; a day may stand without quotes.
fn is(table: &Table, key: &str, text: &str) -> bool {
    match table.get(key) {
        Some(Item::Value(Value::String(found))) => found.value() == text,
        Some(Item::Value(Value::Datetime(found))) => found.value().to_string() == text,
        _ => false,
    }
}

/// Keys of an older proof of this id that the program doesn't know stay.
fn write_proof(document: &mut DocumentMut, proof: &Proof) {
    let proofs = list(document, "proofs");
    let known = proofs.iter().position(|other| is(other, "id", &proof.id));
    if known.is_none() {
        proofs.push(Table::new());
    }
    let last = proofs.len().saturating_sub(1);
    let table = proofs.get_mut(known.unwrap_or(last)).expect("one was found or made above");
    put(table, "id", proof.id.as_str());
    put(table, "title", proof.title.as_str());
    put_or_remove(table, "url", proof.url.clone());
    put_or_remove(table, "referee", proof.referee.clone());
    put_or_remove(table, "story", proof.story.clone());
}

/// Writes entries into the history, in place of one of the same skill and day.
fn record(document: &mut DocumentMut, skill: &SkillId, noted: &[Change], today: Date) {
    let on = Day(today).to_string();
    let history = list(document, "history");
    history.retain(|change| !is(change, "on", &on) || !is(change, "skill", skill.as_str()));
    for entry in noted {
        let mut change = Table::new();
        change.insert("on", value(entry.on.to_string()));
        change.insert("skill", value(skill.as_str()));
        if let Some(rating) = entry.rating {
            change.insert("rating", value(i64::from(rating)));
            change.insert("evidence", value(entry.evidence.name()));
        }
        history.push(change);
    }
}

/// Makes a change in a profile that is in memory, as [`apply`] does in its text. The answer is what is new in its history.
pub fn apply_to(profile: &mut Profile, edit: &Edit, today: Date) -> Vec<Change> {
    let ratings = &mut profile.ratings.0;
    match edit {
        Edit::Rate(skill, new) => {
            let before = ratings.get(skill).cloned();
            let mut rated = new.clone();
            if let Some(old) = &before {
                rated.note = rated.note.or_else(|| old.note.clone());
                if rated.proofs.is_empty() {
                    rated.proofs.clone_from(&old.proofs);
                }
            }
            ratings.insert(skill.clone(), rated);
            return profile.note_change(skill, before.as_ref(), Some(new), today);
        }
        Edit::Restore(skill, rated) => {
            let before = ratings.insert(skill.clone(), rated.clone());
            return profile.note_change(skill, before.as_ref(), Some(rated), today);
        }
        Edit::TakeBack(skill) => {
            if let Some(before) = ratings.shift_remove(skill) {
                return profile.note_change(skill, Some(&before), None, today);
            }
        }
        Edit::Note(skill, note) => {
            if let Some(rated) = ratings.get_mut(skill) {
                rated.note.clone_from(note);
            }
        }
        Edit::Target(target) => profile.target.clone_from(target),
        Edit::Guide(guide) => profile.guide = Some(guide.clone()),
        Edit::About(key, Some(text)) => {
            profile.about.insert(key.clone(), text.clone());
        }
        Edit::About(key, None) => {
            profile.about.shift_remove(key);
        }
        Edit::Proof(proof) => match profile.proofs.iter_mut().find(|other| other.id == proof.id) {
            Some(other) => other.clone_from(proof),
            None => profile.proofs.push(proof.clone()),
        },
        Edit::DropProof(id) => profile.proofs.retain(|proof| proof.id != *id),
    }
    Vec::new()
}
