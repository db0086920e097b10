//! Reading and writing single values of a TOML document without touching the comments around them.

use crate::profile::reader::node::is_same_key;
use std::borrow::Cow;
use std::collections::HashSet;
use toml_edit::visit_mut::VisitMut;
use toml_edit::{ArrayOfTables, DocumentMut, Formatted, InlineTable, Item, Table, TableLike, Value};

/// A whole number stays one in the file; anything else is a text.
pub fn plain(text: &str) -> Value {
    let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    number.map_or_else(|| text.into(), Value::from)
}

/// A key as the table spells it, in another case or with hyphens for underscores, where it has it so.
pub fn spelled<'k>(table: &dyn TableLike, key: &'k str) -> Cow<'k, str> {
    if table.contains_key(key) {
        return Cow::Borrowed(key);
    }
    let other = table.iter().map(|(other, _)| other).find(|other| is_same_key(other, key));
    other.map_or(Cow::Borrowed(key), |other| Cow::Owned(other.to_owned()))
}

/// Sets a key and keeps the comments around an old value.
pub fn put(table: &mut dyn TableLike, key: &str, new: impl Into<Value>) {
    let mut new = new.into();
    let key = &spelled(table, key);
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

/// Sets a key, or removes it where there is no value.
pub fn put_or_remove(table: &mut dyn TableLike, key: &str, new: Option<String>) {
    match new {
        Some(new) => put(table, key, new),
        None => {
            let key = spelled(table, key);
            table.remove(&key);
        }
    }
}

/// The table of a name, made where there is none. Something else of that name gives way: the caller has checked that nothing of
/// value is there.
pub fn table<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut dyn TableLike {
    let name = spelled(document.as_table(), name);
    as_table(document.entry(&name).or_insert_with(implicit_table))
}

/// The entry of a key in a table, written as its neighbours are: on one line or as a table of its own.
pub fn entry<'a>(document: &'a mut DocumentMut, name: &str, key: &str) -> &'a mut dyn TableLike {
    let name = spelled(document.as_table(), name);
    let parent = document.entry(&name).or_insert_with(implicit_table);
    let on_one_line = parent.is_inline_table();
    let new = || match on_one_line {
        true => Item::Value(Value::InlineTable(InlineTable::new())),
        false => Item::Table(Table::new()),
    };
    as_table(as_table(parent).entry(key).or_insert_with(new))
}

/// The table of a key within another one, where unknown keys stay; anything else under that key gives way to it.
pub fn part<'a>(table: &'a mut Table, key: &str) -> &'a mut dyn TableLike {
    let key = spelled(table, key).into_owned();
    let item = table.entry(&key).or_insert_with(|| Item::Value(Value::InlineTable(InlineTable::new())));
    if !item.is_table_like() {
        *item = Item::Value(Value::InlineTable(InlineTable::new()));
    }
    as_table(item)
}

/// Removes a key from a table, where both exist.
pub fn remove(document: &mut DocumentMut, name: &str, key: &str) {
    let name = spelled(document.as_table(), name);
    if let Some(table) = document.get_mut(&name).and_then(Item::as_table_like_mut) {
        table.remove(key);
    }
}

/// The tables of a list, made where there is none; one that stands on one line is written out.
pub fn list<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut ArrayOfTables {
    let name = spelled(document.as_table(), name);
    let list = document.entry(&name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !list.is_array_of_tables() {
        let old = std::mem::take(list);
        *list = Item::ArrayOfTables(old.into_array_of_tables().unwrap_or_default());
    }
    list.as_array_of_tables_mut().expect("the item was made an array above")
}

/// Removes the tables at some positions of a list.
pub fn remove_at(tables: &mut ArrayOfTables, positions: &HashSet<usize>) {
    let mut at = 0;
    tables.retain(|_| {
        at += 1;
        !positions.contains(&(at - 1))
    });
}

/// Writes new texts of several lines on one, with `\n`. In a file whose lines end as on Windows the end of a line in a text could
/// not be told from that of the file.
pub struct OneLine;

impl VisitMut for OneLine {
    fn visit_string_mut(&mut self, text: &mut Formatted<String>) {
        if text.as_repr().is_none()
            && text.value().contains('\n')
            && let Ok(Value::String(mut escaped)) = quoted(text.value()).parse()
        {
            *escaped.decor_mut() = text.decor().clone();
            *text = escaped;
        }
    }
}

/// A text as TOML writes it on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
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
