//! Reading and writing single values of a TOML document without touching the comments around them.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// A whole number stays one in the file; anything else is a text.
pub fn plain(text: &str) -> Value {
    let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    number.map_or_else(|| text.into(), Value::from)
}

/// Sets a key and keeps the comments around an old value.
pub fn put(table: &mut dyn TableLike, key: &str, new: impl Into<Value>) {
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

/// Sets a key, or removes it where there is no value.
pub fn put_or_remove(table: &mut dyn TableLike, key: &str, new: Option<String>) {
    match new {
        Some(new) => put(table, key, new),
        None => {
            table.remove(key);
        }
    }
}

/// The table of a name, made where there is none. Something else of that name gives way: the caller has checked that nothing of
/// value is there.
pub fn table<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut dyn TableLike {
    as_table(document.entry(name).or_insert_with(implicit_table))
}

/// The entry of a key in a table, written as its neighbours are: on one line or as a table of its own.
pub fn entry<'a>(document: &'a mut DocumentMut, name: &str, key: &str) -> &'a mut dyn TableLike {
    let parent = document.entry(name).or_insert_with(implicit_table);
    let on_one_line = parent.is_inline_table();
    let new = || match on_one_line {
        true => Item::Value(Value::InlineTable(InlineTable::new())),
        false => Item::Table(Table::new()),
    };
    as_table(as_table(parent).entry(key).or_insert_with(new))
}

/// Removes a key from a table, where both exist.
pub fn remove(document: &mut DocumentMut, name: &str, key: &str) {
    if let Some(table) = document.get_mut(name).and_then(Item::as_table_like_mut) {
        table.remove(key);
    }
}

/// The tables of a list, made where there is none; one that stands on one line is written out.
pub fn list<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut ArrayOfTables {
    let list = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !list.is_array_of_tables() {
        let old = std::mem::take(list);
        *list = Item::ArrayOfTables(old.into_array_of_tables().unwrap_or_default());
    }
    list.as_array_of_tables_mut().expect("the item was made an array above")
}

/// Whether a key of a table says this; a day may stand without quotes.
pub fn is(table: &Table, key: &str, text: &str) -> bool {
    match table.get(key) {
        Some(Item::Value(Value::String(found))) => found.value() == text,
        Some(Item::Value(Value::Datetime(found))) => found.value().to_string() == text,
        _ => false,
    }
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
