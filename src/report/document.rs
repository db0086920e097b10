//! A page before it is fitted to a width: headings, paragraphs, lists, tables, bars, lines over time.

use crate::coach::fraction::Fraction;
use crate::guide::id::Link;
use jiff::civil::Date;

/// What a piece of text means; each face decides how that looks. Meaning never rests on the look alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain text.
    #[default]
    Text,
    /// The title of a page.
    Title,
    /// A heading within it.
    Heading,
    /// What counts in a line.
    Strong,
    /// Of less weight: sources, dates, hints.
    Dim,
    /// Something that can be followed.
    Link,
    /// Ready, met.
    Good,
    /// Undetermined, open.
    Open,
    /// Not yet, unmet.
    Bad,
    /// The known part of a bar.
    Bar,
}

/// A piece of text with one meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The text, without line breaks.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// Where it leads.
    pub link: Option<Link>,
    /// Which of the page's links it is, once [`Document::numbered`] has counted them: a link that is wrapped stays one.
    pub nth: usize,
}

/// A run of pieces.
pub type Spans = Vec<Span>;

impl Span {
    /// A piece with a meaning.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { text: text.into(), role, link: None, nth: 0 }
    }

    /// A piece that leads somewhere.
    #[must_use]
    pub fn link(text: impl Into<String>, link: Link) -> Self {
        Self { text: text.into(), role: Role::Link, link: Some(link), nth: 0 }
    }
}

impl Span {
    /// The meaning without the text.
    #[must_use]
    pub fn without_text(&self) -> Self {
        Self { text: String::new(), role: self.role, link: self.link.clone(), nth: self.nth }
    }

    /// Whether both mean the same, so that they can stand as one piece.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (self.role, self.nth, &self.link) == (other.role, other.nth, &other.link)
    }
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Self::new(Role::Text, text)
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self::new(Role::Text, text)
    }
}

/// How a column stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading; a table whose headings are all empty shows none.
    pub head: String,
    /// How its cells stand.
    pub align: Align,
}

impl Column {
    /// A column of texts.
    #[must_use]
    pub fn left(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Left }
    }

    /// A column of numbers.
    #[must_use]
    pub fn right(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Right }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(Spans),
    /// A range on an axis from 0 to 1, with a mark at the threshold.
    Range {
        /// Its lower end.
        low: Fraction,
        /// Its upper end.
        high: Fraction,
        /// Where the mark stands.
        mark: Fraction,
    },
    /// A bar on an axis from 0 to 1.
    Bar {
        /// Where it starts.
        from: Fraction,
        /// Where it ends.
        to: Fraction,
    },
}

impl Cell {
    /// A cell with a meaning.
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
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A range that moves over time, on an axis from 0 to 1: a solid line at its lower end, a dotted one at its upper end, and
/// a rule at the threshold. Its figures belong beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Where it stood from each day on, oldest first.
    pub steps: Vec<ChartStep>,
    /// The last day, up to which the last step holds.
    pub until: Date,
    /// Where the rule stands.
    pub mark: Fraction,
    /// What the lines mean.
    pub legend: Legend,
}

/// A range that holds until the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartStep {
    /// The day from which it holds.
    pub from: Date,
    /// Its lower end.
    pub low: Fraction,
    /// Its upper end.
    pub high: Fraction,
}

/// What the lines of a chart mean, in a few words each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legend {
    /// The solid line.
    pub low: String,
    /// The dotted line.
    pub high: String,
    /// The rule.
    pub mark: String,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// The title of a page.
    Title(String),
    /// A heading within it.
    Heading(String),
    /// Text, wrapped.
    Paragraph(Spans),
    /// An item of a list: its text hangs behind the marker.
    Item {
        /// For example `•`, `1.` or nothing.
        marker: String,
        /// The text.
        text: Spans,
    },
    /// A table.
    Table(Table),
    /// A line over time.
    Chart(Chart),
    /// An empty line; several in a row count as one.
    Gap,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document(pub Vec<Element>);

impl Document {
    /// Starts a page with its title.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self(vec![Element::Title(title.into()), Element::Gap])
    }

    /// Adds a heading, set apart from what stands above.
    pub fn heading(&mut self, text: impl Into<String>) -> &mut Self {
        self.gap();
        self.0.push(Element::Heading(text.into()));
        self
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<Span>) -> &mut Self {
        self.spans(vec![text.into()])
    }

    /// Adds a paragraph of several pieces.
    pub fn spans(&mut self, spans: Spans) -> &mut Self {
        self.0.push(Element::Paragraph(spans));
        self
    }

    /// Adds an item with a bullet.
    pub fn item(&mut self, text: Spans) -> &mut Self {
        self.marked("•", text)
    }

    /// Adds an item with a marker of its own.
    pub fn marked(&mut self, marker: impl Into<String>, text: Spans) -> &mut Self {
        self.0.push(Element::Item { marker: marker.into(), text });
        self
    }

    /// Adds a table, unless it has no rows.
    pub fn table(&mut self, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> &mut Self {
        if !rows.is_empty() {
            self.0.push(Element::Table(Table { columns, rows }));
        }
        self
    }

    /// Adds a chart, unless it has less than two steps: one makes no line.
    pub fn chart(&mut self, chart: Chart) -> &mut Self {
        if chart.steps.len() > 1 {
            self.0.push(Element::Chart(chart));
        }
        self
    }

    /// Adds an empty line, but never two, and none at the top.
    pub fn gap(&mut self) -> &mut Self {
        if !matches!(self.0.last(), None | Some(Element::Gap)) {
            self.0.push(Element::Gap);
        }
        self
    }

    /// Adds another page below.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.gap();
        self.0.extend(other.0);
        self
    }

    /// The page with its links counted from 0, in reading order.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        for (nth, span) in self.spans_mut().filter(|span| span.link.is_some()).enumerate() {
            span.nth = nth;
        }
        self
    }

    /// The links of the page, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.0.iter().flat_map(Element::spans).filter_map(|span| span.link.as_ref())
    }

    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.0.iter_mut().flat_map(Element::spans_mut)
    }
}

impl Element {
    fn spans(&self) -> Vec<&Span> {
        match self {
            Self::Title(_) | Self::Heading(_) | Self::Chart(_) | Self::Gap => Vec::new(),
            Self::Paragraph(spans) | Self::Item { text: spans, .. } => spans.iter().collect(),
            Self::Table(table) => table.rows.iter().flatten().flat_map(Cell::spans).collect(),
        }
    }

    fn spans_mut(&mut self) -> Vec<&mut Span> {
        match self {
            Self::Title(_) | Self::Heading(_) | Self::Chart(_) | Self::Gap => Vec::new(),
            Self::Paragraph(spans) | Self::Item { text: spans, .. } => spans.iter_mut().collect(),
            Self::Table(table) => table.rows.iter_mut().flatten().flat_map(Cell::spans_mut).collect(),
        }
    }
}

impl Cell {
    fn spans(&self) -> &[Span] {
        match self {
            Self::Text(spans) => spans,
            Self::Range { .. } | Self::Bar { .. } => &[],
        }
    }

    fn spans_mut(&mut self) -> &mut [Span] {
        match self {
            Self::Text(spans) => spans,
            Self::Range { .. } | Self::Bar { .. } => &mut [],
        }
    }
}
