//! One view of the two forms into which a profile is parsed: the quick one, for reading, and the one that keeps comments, for a
//! save. Both know where in the text every value stands.

use toml::de::{DeTable, DeValue};
use toml::{Spanned, de};
use toml_edit::{ArrayOfTables, Document, InlineTable, Item, Table, Value};

/// A value in a profile's text.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// Where it starts, in bytes from the beginning of the text; a table is where its key is.
    pub at: usize,
    form: Form<'a>,
}

#[derive(Clone, Copy)]
enum Form<'a> {
    Quick(&'a DeValue<'a>),
    QuickTable(&'a DeTable<'a>),
    Value(&'a Value),
    Table(&'a Table),
    InlineTable(&'a InlineTable),
    Tables(&'a ArrayOfTables),
}

/// What a value says.
pub enum Content<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number.
    Whole(i64),
    /// A date, with or without a time, as TOML writes it.
    Day(String),
    /// Another number, `true` or `false`, as TOML writes it.
    Other(String),
    /// A list.
    List(Vec<Node<'a>>),
    /// A table.
    Table(Fields<'a>),
}

/// A key with its value.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// The key.
    pub key: &'a str,
    /// Where the key starts.
    pub key_at: usize,
    /// The value.
    pub value: Node<'a>,
}

/// The keys and values of a table, in the order of the text.
#[derive(Default)]
pub struct Fields<'a>(pub Vec<Field<'a>>);

impl<'a> Fields<'a> {
    /// The field of a key: exactly so, else in another case or with hyphens for underscores.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Field<'a>> {
        let exact = self.0.iter().find(|field| field.key == key);
        exact.or_else(|| self.0.iter().find(|field| is_same_key(field.key, key))).copied()
    }
}

/// Whether two keys differ by nothing but case, hyphens and underscores.
#[must_use]
pub fn is_same_key(one: &str, other: &str) -> bool {
    let plain = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    one.bytes().map(plain).eq(other.bytes().map(plain))
}

impl<'a> Node<'a> {
    /// The whole of a text that was parsed for reading.
    #[must_use]
    pub fn quick(root: &'a Spanned<DeTable<'a>>) -> Self {
        Self { at: 0, form: Form::QuickTable(root.get_ref()) }
    }

    /// The whole of a text that was parsed for a save.
    #[must_use]
    pub fn document<S: AsRef<str>>(document: &'a Document<S>) -> Self {
        Self { at: 0, form: Form::Table(document.as_table()) }
    }

    /// What it says.
    #[must_use]
    pub fn content(self) -> Content<'a> {
        match self.form {
            Form::Quick(value) => quick(value),
            Form::QuickTable(table) => quick_table(table),
            Form::Value(value) => of_value(value),
            Form::Table(table) => fields(table.iter(), |key| table.get_key_value(key)),
            Form::InlineTable(table) => fields(table.iter(), |key| table.get_key_value(key)),
            Form::Tables(tables) => {
                let node = |table: &'a Table| Self { at: start(table.span()), form: Form::Table(table) };
                Content::List(tables.iter().map(node).collect())
            }
        }
    }

    fn of_item(item: &'a Item, key_at: usize) -> Option<Self> {
        Some(match item {
            Item::None => return None,
            Item::Value(Value::InlineTable(table)) => Self { at: key_at, form: Form::InlineTable(table) },
            Item::Value(value) => {
                Self { at: value.span().map_or(key_at, |span| span.start), form: Form::Value(value) }
            }
            Item::Table(table) => Self { at: key_at, form: Form::Table(table) },
            Item::ArrayOfTables(tables) => Self { at: key_at, form: Form::Tables(tables) },
        })
    }
}

fn start(span: Option<std::ops::Range<usize>>) -> usize {
    span.map(|span| span.start).unwrap_or_default()
}

fn quick<'a>(value: &'a DeValue<'a>) -> Content<'a> {
    match value {
        DeValue::String(text) => Content::Text(text),
        DeValue::Integer(number) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix());
            whole.map_or_else(|_| Content::Other(number.to_string()), Content::Whole)
        }
        DeValue::Float(number) => Content::Other(number.to_string()),
        DeValue::Boolean(yes) => Content::Other(yes.to_string()),
        DeValue::Datetime(day) => Content::Day(day.to_string()),
        DeValue::Array(list) => {
            Content::List(list.iter().map(|value| quick_node(value, value.span().start)).collect())
        }
        DeValue::Table(table) => quick_table(table),
    }
}

fn quick_node<'a>(value: &'a Spanned<DeValue<'a>>, key_at: usize) -> Node<'a> {
    let at = match value.get_ref() {
        DeValue::Table(_) => key_at,
        _ => value.span().start,
    };
    Node { at, form: Form::Quick(value.get_ref()) }
}

fn quick_table<'a>(table: &'a DeTable<'a>) -> Content<'a> {
    let field = |(key, value): (&'a Spanned<de::DeString<'a>>, &'a Spanned<DeValue<'a>>)| {
        let key_at = key.span().start;
        Field { key: key.get_ref(), key_at, value: quick_node(value, key_at) }
    };
    Content::Table(Fields(table.iter().map(field).collect()))
}

fn of_value<'a>(value: &'a Value) -> Content<'a> {
    match value {
        Value::String(text) => Content::Text(text.value()),
        Value::Integer(number) => Content::Whole(*number.value()),
        Value::Float(number) => Content::Other(number.display_repr().trim().replace('_', "")),
        Value::Boolean(yes) => Content::Other(yes.value().to_string()),
        Value::Datetime(day) => Content::Day(day.value().to_string()),
        Value::Array(list) => {
            let node = |value: &'a Value| match value {
                Value::InlineTable(table) => Node { at: start(table.span()), form: Form::InlineTable(table) },
                value => Node { at: start(value.span()), form: Form::Value(value) },
            };
            Content::List(list.iter().map(node).collect())
        }
        Value::InlineTable(table) => fields(table.iter(), |key| table.get_key_value(key)),
    }
}

fn fields<'a, V>(
    entries: impl Iterator<Item = (&'a str, V)>,
    find: impl Fn(&str) -> Option<(&'a toml_edit::Key, &'a Item)>,
) -> Content<'a> {
    let field = |(key, _): (&'a str, V)| {
        let (found, item) = find(key)?;
        let key_at = start(found.span());
        Some(Field { key, key_at, value: Node::of_item(item, key_at)? })
    };
    Content::Table(Fields(entries.filter_map(field).collect()))
}
