//! What is wrong in a profile's text: where, in words that its owner understands, and what to do about it.

use std::collections::HashMap;
use std::fmt;

/// So many faults of a kind are told one by one; of the others only the number is.
pub const TOLD: usize = 10;
/// So many characters of a value are shown in a message.
const SHOWN: usize = 40;

/// Something in a profile that can't be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// The key, such as `ratings.git.evidence`; empty where the text as a whole can't be read.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub advice: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, problem, advice, .. } = self;
        write!(f, "line {line}, column {column}: {problem}; {advice}")
    }
}

/// What a fault is about. Many faults of one kind are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A rating.
    Rating,
    /// The evidence of a rating.
    Evidence,
    /// A day.
    Day,
    /// The name of a skill.
    Skill,
    /// A guide or a level.
    Aim,
    /// A proof.
    Proof,
    /// A name of a proof that isn't there.
    ProofName,
    /// An entry of the history.
    History,
    /// An answer about oneself that means nothing to the program.
    Answer,
    /// Something that should be a text, a list or a table.
    Shape,
}

impl FaultKind {
    const fn of_many(self) -> &'static str {
        match self {
            Self::Rating => "ratings",
            Self::Evidence => "kinds of evidence",
            Self::Day => "days",
            Self::Skill => "names of skills",
            Self::Aim => "targets",
            Self::Proof => "proofs",
            Self::ProofName => "names of proofs",
            Self::History => "entries of the history",
            Self::Answer => "answers",
            Self::Shape => "values",
        }
    }

    /// Whether a program that reads the profile tells of it without being asked. The others are shown where they matter, and by a
    /// check of the whole file.
    const fn is_told(self) -> bool {
        !matches!(self, Self::Answer | Self::ProofName)
    }
}

/// A fault whose line and column aren't counted yet.
#[derive(Debug, Clone)]
struct Found {
    at: usize,
    kind: FaultKind,
    key: String,
    problem: String,
    advice: String,
}

/// The faults of a text, in the order in which they are found.
#[derive(Debug, Clone)]
pub struct Faults {
    limit: usize,
    found: Vec<Found>,
    counts: HashMap<FaultKind, usize>,
}

impl Faults {
    /// Keeps the first faults of each kind, and counts the others.
    #[must_use]
    pub fn first() -> Self {
        Self { limit: TOLD, found: Vec::new(), counts: HashMap::new() }
    }

    /// Keeps every fault.
    #[must_use]
    pub fn all() -> Self {
        Self { limit: usize::MAX, ..Self::first() }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether every fault is kept, so that what only a check of the whole file tells is worth looking for.
    #[must_use]
    pub const fn keeps_all(&self) -> bool {
        self.limit == usize::MAX
    }

    /// Whether another fault of a kind is told with everything that could help.
    #[must_use]
    pub fn is_told(&self, kind: FaultKind) -> bool {
        self.counts.get(&kind).is_none_or(|count| *count < TOLD)
    }

    /// Adds a fault; its words are made only where they will be read.
    pub fn add(&mut self, at: usize, kind: FaultKind, words: impl FnOnce() -> Words) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= self.limit {
            let Words { key, problem, advice } = words();
            self.found.push(Found { at, kind, key, problem, advice });
        }
    }

    /// Every fault that was kept, with its place.
    #[must_use]
    pub fn located(&self, text: &str) -> Vec<Fault> {
        let mut found: Vec<&Found> = self.found.iter().collect();
        found.sort_by_key(|found| found.at);
        let mut places = Places::new(text);
        let fault = |found: &Found| {
            let (line, column) = places.at(found.at);
            let Found { key, problem, advice, .. } = found.clone();
            Fault { line, column, key, problem, advice }
        };
        found.into_iter().map(fault).collect()
    }

    /// What a program tells without being asked: a sentence for each of the first faults of a kind, and how many more there are.
    #[must_use]
    pub fn told(&self, text: &str) -> Vec<String> {
        let found = self.found.iter().filter(|found| found.kind.is_told()).cloned().collect();
        let told = Self { limit: TOLD, found, counts: HashMap::new() };
        let mut sentences: Vec<String> = told.located(text).iter().map(ToString::to_string).collect();
        let mut more: Vec<_> =
            self.counts.iter().filter(|(kind, count)| kind.is_told() && **count > TOLD).collect();
        more.sort_by_key(|(kind, _)| kind.of_many());
        sentences
            .extend(more.into_iter().map(|(kind, count)| {
                format!("{} more {} can't be understood", count - TOLD, kind.of_many())
            }));
        sentences
    }
}

/// The words of a fault.
pub struct Words {
    /// The key.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub advice: String,
}

/// Counts lines and columns in one walk through a text; every place lies behind the one before.
struct Places<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Places<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    fn at(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        for c in passed.chars() {
            match c {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
        }
        self.at += passed.len();
        (self.line, self.column)
    }
}

/// Line and column, from 1, of a place in a text.
#[must_use]
pub fn place(text: &str, at: usize) -> (usize, usize) {
    Places::new(text).at(at)
}

/// Something from a file, fit for a message: what isn't printable is written out, and a long text is cut.
#[must_use]
pub fn shown(text: &str) -> String {
    let cut = text.char_indices().nth(SHOWN).and_then(|(at, _)| text.get(..at));
    printable(cut.unwrap_or(text)) + if cut.is_some() { "…" } else { "" }
}

/// A text in which what isn't printable is written out.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    // Quotes and backslashes stay what they are.
    for part in text.split_inclusive(['"', '\'', '\\']) {
        let (rest, mark) = match part.char_indices().next_back() {
            Some((at, mark @ ('"' | '\'' | '\\'))) => (part.get(..at).unwrap_or_default(), Some(mark)),
            _ => (part, None),
        };
        printable.extend(rest.escape_debug());
        printable.extend(mark);
    }
    printable
}
