//! Changes to a profile, made in its text so that comments, order and unknown keys stay.

use super::model::{Day, Profile, Rated, SCHEMA};
use crate::guide::id::{GuideId, LevelId, SkillId};
use jiff::civil::Date;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Rate a skill, or rate it anew. Proofs and note of an earlier rating stay unless new ones are given.
    Rate(SkillId, Rated),
    /// Take a rating back: the skill is not rated again.
    TakeBack(SkillId),
    /// Put a rating back whole, as an undo does: what it doesn't have is removed.
    Restore(SkillId, Rated),
    /// Aim for a level, or for none.
    Target(Option<LevelId>),
    /// Use a guide.
    Guide(GuideId),
    /// Say something about yourself, or take it back.
    About(String, Option<String>),
}

/// Makes the changes in the text of a profile; `today` dates the history.
pub fn apply(document: &mut DocumentMut, edits: &[Edit], today: Date) {
    if !document.contains_key("schema") {
        document.insert("schema", value(SCHEMA));
    }
    for edit in edits {
        match edit {
            Edit::Rate(skill, rated) => {
                rate(document, skill, rated);
                record(document, skill, Some(rated), today);
            }
            Edit::Restore(skill, rated) => {
                restore(document, skill, rated);
                record(document, skill, Some(rated), today);
            }
            Edit::TakeBack(skill) => {
                if remove(document, "ratings", skill.as_str()) {
                    record(document, skill, None, today);
                }
            }
            Edit::Target(Some(level)) => put(document.as_table_mut(), "target", level.as_str()),
            Edit::Target(None) => {
                document.remove("target");
            }
            Edit::Guide(guide) => put(document.as_table_mut(), "guide", guide.as_str()),
            Edit::About(key, Some(text)) => put(table(document, "about"), key, text.as_str()),
            Edit::About(key, None) => {
                remove(document, "about", key);
            }
        }
    }
}

/// Sets a key and keeps the comments around an old value.
fn put(table: &mut Table, key: &str, new: impl Into<Value>) {
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
fn table<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut Table {
    into_table(document.entry(name).or_insert_with(implicit_table))
}

fn implicit_table() -> Item {
    let mut table = Table::new();
    table.set_implicit(true);
    Item::Table(table)
}

fn into_table(item: &mut Item) -> &mut Table {
    if !item.is_table() {
        let old = std::mem::take(item);
        *item = Item::Table(old.into_table().unwrap_or_default());
    }
    item.as_table_mut().expect("the item was made a table above")
}

fn remove(document: &mut DocumentMut, name: &str, key: &str) -> bool {
    let table = document.get_mut(name).and_then(Item::as_table_like_mut);
    table.is_some_and(|table| table.remove(key).is_some())
}

fn rate(document: &mut DocumentMut, skill: &SkillId, rated: &Rated) {
    let ratings = table(document, "ratings");
    let entry = into_table(ratings.entry(skill.as_str()).or_insert_with(|| Item::Table(Table::new())));
    put(entry, "rating", i64::from(rated.rating));
    put(entry, "evidence", rated.evidence.name());
    if !rated.proofs.is_empty() {
        put(entry, "proofs", Value::from_iter(&rated.proofs));
    }
    if let Some(note) = &rated.note {
        put(entry, "note", note.as_str());
    }
    if let Some(day) = rated.rated_on {
        put(entry, "rated_on", day.to_string());
    }
    if let Some(anchors) = &rated.anchors {
        put(entry, "anchors", anchors.as_str());
    }
}

fn restore(document: &mut DocumentMut, skill: &SkillId, rated: &Rated) {
    rate(document, skill, rated);
    let entry = into_table(table(document, "ratings").entry(skill.as_str()).or_insert_with(implicit_table));
    for (key, missing) in [
        ("proofs", rated.proofs.is_empty()),
        ("note", rated.note.is_none()),
        ("rated_on", rated.rated_on.is_none()),
        ("anchors", rated.anchors.is_none()),
    ] {
        if missing {
            entry.remove(key);
        }
    }
}

/// Writes the change into the history; a second change of the same skill on the same day replaces the first.
fn record(document: &mut DocumentMut, skill: &SkillId, rated: Option<&Rated>, today: Date) {
    let on = Day(today).to_string();
    let history = document.entry("history").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !history.is_array_of_tables() {
        let old = std::mem::take(history);
        *history = Item::ArrayOfTables(old.into_array_of_tables().unwrap_or_default());
    }
    let history = history.as_array_of_tables_mut().expect("the item was made an array above");
    let text =
        |table: &Table, key: &str| table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    history.retain(|change| text(change, "on") != on || text(change, "skill") != skill.as_str());
    let mut change = Table::new();
    change.insert("on", value(on));
    change.insert("skill", value(skill.as_str()));
    if let Some(rated) = rated {
        change.insert("rating", value(i64::from(rated.rating)));
        change.insert("evidence", value(rated.evidence.name()));
    }
    history.push(change);
}

/// Makes a change in a profile that is in memory, as [`apply`] does in its text.
pub fn apply_to(profile: &mut Profile, edit: &Edit, today: Date) {
    let ratings = &mut profile.ratings.0;
    match edit {
        Edit::Rate(skill, new) => {
            let mut rated = new.clone();
            if let Some(old) = ratings.get(skill) {
                rated.note = rated.note.or_else(|| old.note.clone());
                if rated.proofs.is_empty() {
                    rated.proofs.clone_from(&old.proofs);
                }
            }
            ratings.insert(skill.clone(), rated);
            profile.note_change(skill, Some(new), today);
        }
        Edit::Restore(skill, rated) => {
            ratings.insert(skill.clone(), rated.clone());
            profile.note_change(skill, Some(rated), today);
        }
        Edit::TakeBack(skill) => {
            if ratings.shift_remove(skill).is_some() {
                profile.note_change(skill, None, today);
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
    }
}
