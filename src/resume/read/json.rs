//! JSON with what people leave in it: comments, trailing commas.

use super::{Lines, ReadError, VALUES};
use crate::resume::node::{Entry, Node, Value};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Reads JSON. The parser itself limits how deeply it may be nested.
///
/// # Errors
/// Where the text is no JSON.
pub fn read(text: &str) -> Result<Node, ReadError> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let parsed = parsed.map_err(|error| {
        let kind = error.kind().to_string();
        ReadError::broken(error.line_display(), format!("this is no valid JSON: {}", lower(&kind)))
    })?;
    let value = parsed.value.ok_or(ReadError::Empty)?;
    let mut reader = Reader { lines: Lines::new(text), left: VALUES };
    reader.node(value)
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

struct Reader<'t> {
    lines: Lines<'t>,
    /// How many more values are read.
    left: usize,
}

impl Reader<'_> {
    fn node(&mut self, value: ast::Value<'_>) -> Result<Node, ReadError> {
        let line = self.lines.of(value.range().start);
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            ReadError::broken(
                line,
                format!("there are more than {VALUES} values up to here: a résumé has fewer"),
            )
        })?;
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
            ast::Value::StringLit(literal) => Value::Text(literal.value.into_owned()),
            ast::Value::NumberLit(literal) => number(literal.value),
            ast::Value::Array(array) => {
                Value::List(array.elements.into_iter().map(|item| self.node(item)).collect::<Result<_, _>>()?)
            }
            ast::Value::Object(object) => Value::Map(
                object
                    .properties
                    .into_iter()
                    .map(|property| Ok(Entry::new(property.name.into_string(), self.node(property.value)?)))
                    .collect::<Result<_, ReadError>>()?,
            ),
        };
        Ok(Node { line, value })
    }
}

/// A number that JSON has; any other, such as `0x1F`, stays as text.
fn number(text: &str) -> Value {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(_) => Value::Number(text.to_owned()),
        Err(_) => Value::Text(text.to_owned()),
    }
}
