//! A document, not yet fitted to a width: headings, paragraphs, lists, tables, bars, charts and radars.

mod chart;
mod radar;
mod table;

pub use chart::{Chart, ChartStep, Legend};
pub use radar::{Radar, RadarAxis, UNIT};
pub use table::{Align, Cell, Column, Spoken, Table};

use crate::guide::id::Link;

/// The meaning of a piece of text. Each face decides how to show it; the text must make sense without colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Role {
    /// Plain text.
    #[default]
    Text,
    /// The title of the page.
    Title,
    /// A heading within it.
    Heading,
    /// The most important part of a line.
    Strong,
    /// What a page wants to be seen first: the target, the next step.
    Accent,
    /// Less important: sources, dates, hints.
    Dim,
    /// A link in running text.
    Link,
    /// Good news: ready, met.
    Good,
    /// Something open: undetermined, not rated.
    Open,
    /// Far away or missing: not yet, unmet. Quiet, as it is no failure.
    NotYet,
    /// The known part of a bar.
    Bar,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page of the guide.
    Page(Link),
    /// An address outside, as somebody wrote it: nobody has checked it.
    Address(String),
}

/// A piece of text with one meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The text, without line breaks.
    pub text: String,
    /// The meaning.
    pub role: Role,
    /// What the link leads to, if it is one.
    pub link: Option<Target>,
    /// The number of the link on the page, set by [`Document::numbered`]. Parts of a wrapped link share one number.
    pub nth: usize,
    /// What plain mode says instead of the text; empty where it says nothing. `None` is the text itself.
    pub said: Option<String>,
}

/// Several pieces of text in a row.
pub type Spans = Vec<Span>;

impl Span {
    /// A piece of text with this meaning.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { text: text.into(), role, link: None, nth: 0, said: None }
    }

    /// A piece of text that is a link.
    #[must_use]
    pub fn link(text: impl Into<String>, link: Link) -> Self {
        Self { text: text.into(), role: Role::Link, link: Some(Target::Page(link)), nth: 0, said: None }
    }

    /// An address that is a link to itself.
    #[must_use]
    pub fn address(address: impl Into<String>) -> Self {
        let text = address.into();
        Self { role: Role::Link, link: Some(Target::Address(text.clone())), text, nth: 0, said: None }
    }

    /// The same piece, with words of its own for plain mode: what a sign such as `!` means. In a cell they stand without the
    /// column's head.
    #[must_use]
    pub fn said_as(mut self, words: impl Into<String>) -> Self {
        self.said = Some(words.into());
        self
    }

    /// The same piece, which plain mode leaves out: it explains a sign or a picture, or repeats what the words beside it say.
    #[must_use]
    pub fn unsaid(self) -> Self {
        self.said_as("")
    }

    /// Something to fill in, in brackets, so that nobody takes it for a fact.
    #[must_use]
    pub fn blank(hint: &str) -> Self {
        Self::new(Role::Open, format!("[{hint}]")).said_as(format!("blank: {hint}"))
    }

    /// The same piece without its text.
    #[must_use]
    pub fn without_text(&self) -> Self {
        Self { text: String::new(), role: self.role, link: self.link.clone(), nth: self.nth, said: None }
    }

    /// Whether two pieces differ only in their text, so that they can be joined.
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

/// The marker of an item to be ticked off.
pub const TO_DO: &str = "[ ]";

/// An element of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// The title of the page.
    Title(String),
    /// A heading within it.
    Heading(String),
    /// Text, wrapped.
    Paragraph(Spans),
    /// A list item; its further lines are indented to the text after the marker.
    Item {
        /// The marker, such as `•`, `1.` or [`TO_DO`]; may be empty.
        marker: String,
        /// The text.
        text: Spans,
    },
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A radar.
    Radar(Radar),
    /// An empty line; several in a row count as one.
    Gap,
}

/// A document, shown as one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document(pub Vec<Element>);

impl Document {
    /// Starts a document with its title.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self(vec![Element::Title(title.into()), Element::Gap])
    }

    /// The title of the page, if it has one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.iter().find_map(|element| match element {
            Element::Title(title) => Some(title.as_str()),
            Element::Heading(_)
            | Element::Paragraph(_)
            | Element::Item { .. }
            | Element::Table(_)
            | Element::Chart(_)
            | Element::Radar(_)
            | Element::Gap => None,
        })
    }

    /// Adds a heading, after an empty line.
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

    /// Adds a list item with a bullet.
    pub fn item(&mut self, text: Spans) -> &mut Self {
        self.marked("•", text)
    }

    /// Adds a list item with another marker.
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

    /// Adds a chart, unless it has fewer than two steps, which make no line.
    pub fn chart(&mut self, chart: Chart) -> &mut Self {
        if chart.steps.len() > 1 {
            self.0.push(Element::Chart(chart));
        }
        self
    }

    /// Adds a radar, unless it has no axes.
    pub fn radar(&mut self, radar: Radar) -> &mut Self {
        if !radar.axes.is_empty() {
            self.0.push(Element::Radar(radar));
        }
        self
    }

    /// Adds an empty line, but never two in a row and none at the top.
    pub fn gap(&mut self) -> &mut Self {
        if !matches!(self.0.last(), None | Some(Element::Gap)) {
            self.0.push(Element::Gap);
        }
        self
    }

    /// Adds another document below.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.gap();
        self.0.extend(other.0);
        self
    }

    /// Numbers the links from 0, in reading order.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        for (nth, span) in self.spans_mut().filter(|span| span.link.is_some()).enumerate() {
            span.nth = nth;
        }
        self
    }

    /// The links, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &Target> {
        self.0.iter().flat_map(Element::spans).filter_map(|span| span.link.as_ref())
    }

    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.0.iter_mut().flat_map(Element::spans_mut)
    }
}

impl Element {
    fn spans(&self) -> Vec<&Span> {
        match self {
            Self::Title(_) | Self::Heading(_) | Self::Chart(_) | Self::Radar(_) | Self::Gap => Vec::new(),
            Self::Paragraph(spans) | Self::Item { text: spans, .. } => spans.iter().collect(),
            Self::Table(table) => table.rows.iter().flatten().flat_map(Cell::spans).collect(),
        }
    }

    fn spans_mut(&mut self) -> Vec<&mut Span> {
        match self {
            Self::Title(_) | Self::Heading(_) | Self::Chart(_) | Self::Radar(_) | Self::Gap => Vec::new(),
            Self::Paragraph(spans) | Self::Item { text: spans, .. } => spans.iter_mut().collect(),
            Self::Table(table) => table.rows.iter_mut().flatten().flat_map(Cell::spans_mut).collect(),
        }
    }
}
