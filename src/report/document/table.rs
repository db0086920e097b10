//! A table: columns, and rows of cells.

use super::{Role, Span, Spans};
use crate::coach::fraction::Fraction;

/// The alignment of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// For texts.
    #[default]
    Left,
    /// For numbers.
    Right,
}

/// What plain mode says before a cell. A row is one line there, and no heading stands above it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Spoken {
    /// The heading, but none in the first column: its cell names what the row is about.
    #[default]
    Head,
    /// These words; none where they are empty.
    Words(String),
    /// Nothing, and the cell is left out too.
    Unsaid,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// The heading. A table whose headings are all empty has no heading row.
    pub head: String,
    /// The alignment of its cells.
    pub align: Align,
    /// What plain mode says before its cells.
    pub spoken: Spoken,
}

impl Column {
    /// A column of texts.
    #[must_use]
    pub fn left(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Left, spoken: Spoken::Head }
    }

    /// A column of numbers.
    #[must_use]
    pub fn right(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Right, spoken: Spoken::Head }
    }

    /// The same column, with words for plain mode where the heading is too short to be understood alone, or where the cell says all.
    #[must_use]
    pub fn spoken(mut self, words: impl Into<String>) -> Self {
        self.spoken = Spoken::Words(words.into());
        self
    }

    /// The same column, which plain mode leaves out: a picture of what another column says.
    #[must_use]
    pub fn unsaid(mut self) -> Self {
        self.spoken = Spoken::Unsaid;
        self
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(Spans),
    /// A range on an axis from 0 to 1, with a mark at the threshold.
    Range {
        /// The lower end.
        low: Fraction,
        /// The upper end.
        high: Fraction,
        /// The position of the mark.
        mark: Fraction,
    },
    /// How much of something there is, on an axis from 0 to 1, with a mark at the threshold.
    Share {
        /// What is certain.
        low: Fraction,
        /// What is possible; never less.
        high: Fraction,
        /// The position of the mark.
        mark: Fraction,
    },
    /// A bar on an axis from 0 to 1.
    Bar {
        /// The start.
        from: Fraction,
        /// The end.
        to: Fraction,
    },
}

impl Cell {
    /// A cell of text with this meaning.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self::Text(vec![Span::new(role, text)])
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(vec![text.into()])
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(vec![text.into()])
    }
}

impl From<Span> for Cell {
    fn from(span: Span) -> Self {
        Self::Text(vec![span])
    }
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    pub(super) fn spans(&self) -> &[Span] {
        match self {
            Self::Text(spans) => spans,
            Self::Range { .. } | Self::Share { .. } | Self::Bar { .. } => &[],
        }
    }

    pub(super) fn spans_mut(&mut self) -> &mut [Span] {
        match self {
            Self::Text(spans) => spans,
            Self::Range { .. } | Self::Share { .. } | Self::Bar { .. } => &mut [],
        }
    }
}
