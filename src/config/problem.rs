//! What is wrong in a file of settings: which file, where, and what to do about it.

use crate::file_problem::in_words;
use crate::profile::fault::{place, printable};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something in a file of settings that can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// Line and column, both from 1; none where the file as a whole can't be read.
    pub place: Option<(usize, usize)>,
    /// The key, such as `keys.tick-off`; empty where the text as a whole can't be read.
    pub key: String,
    /// What is wrong, with the key in it.
    pub problem: String,
    /// What would be right.
    pub advice: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some((line, column)) = self.place {
            write!(f, ", line {line}, column {column}")?;
        }
        write!(f, ": {}; {}", self.problem, self.advice)
    }
}

/// A file of settings as it was read, and its problems so far.
#[derive(Debug)]
pub struct Source {
    /// The file.
    pub file: PathBuf,
    text: String,
    problems: Vec<(usize, Problem)>,
}

impl Source {
    /// Reads a file; none where there is none.
    ///
    /// # Errors
    /// Where there is something that can't be read, or no text.
    pub fn read(file: &Path) -> Result<Option<Self>, Problem> {
        let failed = |problem: String| Problem {
            file: file.to_owned(),
            place: None,
            key: String::new(),
            problem,
            advice: "the defaults hold until it can be read".to_owned(),
        };
        let is_file = match fs::metadata(file) {
            Ok(metadata) => metadata.is_file(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(format!("it can't be read: {}", in_words(&error)))),
        };
        if !is_file {
            return Err(failed("it is not a regular file".to_owned()));
        }
        let bytes =
            fs::read(file).map_err(|error| failed(format!("it can't be read: {}", in_words(&error))))?;
        let text = String::from_utf8(bytes).map_err(|_| failed("it is not UTF-8 text".to_owned()))?;
        Ok(Some(Self::new(file, text)))
    }

    /// A text that is known already.
    #[must_use]
    pub fn new(file: &Path, text: String) -> Self {
        Self { file: file.to_owned(), text, problems: Vec::new() }
    }

    /// The text as TOML. What can't be parsed is a problem, and the rest of the file counts for nothing: a table may have begun
    /// or ended there.
    pub fn fields(&mut self) -> Vec<Field> {
        let text = self.text.clone();
        match DeTable::parse(&text) {
            Ok(table) => fields(table.get_ref()),
            Err(error) => {
                let at = error.span().unwrap_or_default().start;
                let message = printable(&error.message().trim().replace('\n', ", "));
                self.problem(at, "", message, "fix this line; until then the defaults hold");
                Vec::new()
            }
        }
    }

    /// Notes a problem at a place in the text.
    pub fn problem(&mut self, at: usize, key: &str, problem: impl Into<String>, advice: impl Into<String>) {
        let problem = Problem {
            file: self.file.clone(),
            place: Some(place(&self.text, at)),
            key: key.to_owned(),
            problem: problem.into(),
            advice: advice.into(),
        };
        self.problems.push((at, problem));
    }

    /// The line of a place in the text, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        place(&self.text, at).0
    }

    /// The problems, in the order of the text.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems;
        problems.sort_by_key(|(at, _)| *at);
        problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

/// A key with its value, and where both start.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Where the key starts, in bytes.
    pub key_at: usize,
    /// Where the value starts, in bytes; a table is where its key is.
    pub at: usize,
    /// The value.
    pub value: Value,
}

/// A value of a file of settings.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list, each entry with its place.
    List(Vec<(usize, Value)>),
    /// A table.
    Table(Vec<Field>),
    /// A number or a date, as TOML writes it.
    Other(String),
}

impl Value {
    /// What stands there, for a message.
    #[must_use]
    pub fn described(&self) -> String {
        match self {
            Self::Text(text) => format!("`{}`", crate::profile::fault::shown(text)),
            Self::Flag(flag) => format!("`{flag}`"),
            Self::Other(text) => format!("`{text}`"),
            Self::List(_) => "a list".to_owned(),
            Self::Table(_) => "a table".to_owned(),
        }
    }
}

fn fields(table: &DeTable<'_>) -> Vec<Field> {
    let field = |(key, value): (&Spanned<toml::de::DeString<'_>>, &Spanned<DeValue<'_>>)| {
        let key_at = key.span().start;
        let at = if matches!(value.get_ref(), DeValue::Table(_)) { key_at } else { value.span().start };
        Field { key: key.get_ref().to_string(), key_at, at, value: of(value.get_ref()) }
    };
    table.iter().map(field).collect()
}

fn of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Integer(number) => Value::Other(number.to_string()),
        DeValue::Float(number) => Value::Other(number.to_string()),
        DeValue::Datetime(day) => Value::Other(day.to_string()),
        DeValue::Array(list) => {
            Value::List(list.iter().map(|value| (value.span().start, of(value.get_ref()))).collect())
        }
        DeValue::Table(table) => Value::Table(fields(table)),
    }
}
