//! YAML, as a tree. Aliases are followed as long as the whole stays small, so that a file can't unfold into billions of values.

use super::{DEPTH, ReadError, VALUES};
use crate::resume::node::{Entry, Node, Value};
use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};
use std::collections::HashMap;

/// Reads the first document of a YAML text.
///
/// # Errors
/// Where the text is no YAML, is nested too deeply or unfolds into too many values.
pub fn read(text: &str) -> Result<Node, ReadError> {
    let mut reader =
        Reader { parser: Parser::new_from_str(text), anchors: HashMap::new(), left: VALUES, line: 1 };
    loop {
        match reader.next()? {
            Event::StreamEnd => return Err(ReadError::Empty),
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            event => return reader.node(event, 0),
        }
    }
}

struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    /// What an alias stands for, with its number of values.
    anchors: HashMap<usize, (Node, usize)>,
    /// How many more values are read.
    left: usize,
    line: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<Event<'t>, ReadError> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                self.line = span.start.line();
                Ok(event)
            }
            Some(Err(error)) => {
                let line = error.marker().line();
                Err(ReadError::broken(line, format!("this is no valid YAML: {}", error.info())))
            }
            None => Ok(Event::StreamEnd),
        }
    }

    fn count(&mut self, values: usize) -> Result<(), ReadError> {
        self.left = self.left.checked_sub(values).ok_or_else(|| {
            let problem = format!("there are more than {VALUES} values up to here: a résumé has fewer");
            ReadError::broken(self.line, problem)
        })?;
        Ok(())
    }

    fn node(&mut self, event: Event<'t>, depth: usize) -> Result<Node, ReadError> {
        let line = self.line;
        if depth > DEPTH {
            return Err(ReadError::broken(line, format!("values are nested more than {DEPTH} levels deep")));
        }
        self.count(1)?;
        let before = self.left;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => (scalar(&text, style), anchor),
            Event::SequenceStart(anchor, _) => (Value::List(self.list(depth)?), anchor),
            Event::MappingStart(anchor, _) => (Value::Map(self.map(depth)?), anchor),
            Event::Alias(anchor) => return self.alias(anchor, line),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::SequenceEnd
            | Event::MappingEnd => (Value::Null, 0),
        };
        let node = Node { line, value };
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), 1 + before - self.left));
        }
        Ok(node)
    }

    fn alias(&mut self, anchor: usize, line: usize) -> Result<Node, ReadError> {
        let Some(values) = self.anchors.get(&anchor).map(|(_, values)| *values) else {
            return Err(ReadError::broken(line, "this alias stands within what it is an alias of"));
        };
        // Counted before it is copied.
        self.count(values)?;
        let node = self.anchors.get(&anchor).map(|(node, _)| node.value.clone());
        Ok(Node { line, value: node.unwrap_or(Value::Null) })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, ReadError> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd | Event::StreamEnd => return Ok(items),
                event => items.push(self.node(event, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Vec<Entry>, ReadError> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                Event::MappingEnd | Event::StreamEnd => return Ok(entries),
                event => self.node(event, depth + 1)?,
            };
            let event = self.next()?;
            let value = self.node(event, depth + 1)?;
            match key.value {
                Value::Text(text) | Value::Number(text) => entries.push(Entry::new(text, value)),
                Value::Bool(key) => entries.push(Entry::new(key.to_string(), value)),
                Value::Null => entries.push(Entry::new("", value)),
                Value::List(_) | Value::Map(_) => {
                    return Err(ReadError::broken(
                        key.line,
                        "this key is a list or a group of keys; write a word",
                    ));
                }
            }
        }
    }
}

/// A text, or what a text without quotes means in YAML. `2020` is a number, `2020-05` a text.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if serde_json::from_str::<serde_json::Number>(text).is_ok() => Value::Number(text.to_owned()),
        _ => Value::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn json(text: &str) -> String {
        read(text).map_or_else(|error| error.to_string(), |node| node.to_json().split_whitespace().collect())
    }

    #[test]
    fn yaml_becomes_a_tree() {
        assert_eq!(
            json("a: [1, 2020-05, '3', ~, yes]\nb: {c: true}\n"),
            r#"{"a":[1,"2020-05","3",null,"yes"],"b":{"c":true}}"#
        );
        assert_eq!(json("a: &x [1]\nb: *x\n"), r#"{"a":[1],"b":[1]}"#);
    }

    #[test]
    fn what_would_unfold_is_refused() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
            text.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
        }
        assert!(json(&text).contains("more than 100000 values"), "{}", json(&text));
        assert!(json(&"- ".repeat(100)).contains("nested more than"));
        assert!(json(&"[".repeat(100_000)).starts_with("line 1: "));
        assert!(json("a: &a [*a]").contains("alias"), "{}", json("a: &a [*a]"));
        assert!(json("a: [1\nb: }").starts_with("line"));
    }
}
