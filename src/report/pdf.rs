//! Documents as PDF: pages to print, whose text can be selected, searched, and read out.
//!
//! [`flow`] sets a document's elements on [`sheet`]s of paper and notes in [`tags`] what each of them is; [`write`] makes the file. The
//! file keeps to PDF/UA-1: headings, lists and tables are tagged, pictures are described, decoration is left out. Fonts are embedded.
//! The same document gives the same bytes.

mod flow;
mod fonts;
mod ink;
mod link;
mod sheet;
mod tags;
mod wrap;
mod write;

use super::document::{Cell, Document, Element, Span};
use jiff::civil::Date;

/// Maximum number of pages.
pub const MOST_PAGES: usize = 200;
/// Maximum length of all text, in bytes of UTF-8.
pub const MOST_TEXT: usize = 1_000_000;

/// What the file says about itself, beside its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// The title, shown in the reader's window.
    pub title: String,
    /// Who wrote it; left out unless they want it.
    pub author: Option<String>,
    /// The language of the text, such as `en` (BCP 47).
    pub language: String,
    /// The day on which it was made; left out if `None`.
    pub date: Option<Date>,
}

impl Properties {
    /// A document in English with this title, without author and date.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), author: None, language: "en".to_owned(), date: None }
    }
}

/// The size of a sheet, upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Width and height, in points.
    const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// How a document is set. Values outside the ranges count as the nearest one inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The paper.
    pub paper: Paper,
    /// The size of running text in tenths of a point, 60 to 240.
    pub size: u16,
    /// The distance of lines in per cent of the size, 110 to 200.
    pub leading: u16,
    /// The margin on all sides in millimetres, 8 to 40.
    pub margin: u16,
}

impl Default for Style {
    fn default() -> Self {
        Self { paper: Paper::A4, size: 105, leading: 140, margin: 20 }
    }
}

impl Style {
    /// From the usual style to one that is as small as is still easy to read.
    #[must_use]
    pub fn ever_tighter(paper: Paper) -> [Self; 4] {
        let style = |size, leading, margin| Self { paper, size, leading, margin };
        [style(105, 140, 20), style(100, 135, 18), style(95, 132, 17), style(90, 128, 15)]
    }

    fn size_points(&self) -> f32 {
        f32::from(self.size.clamp(60, 240)) / 10.0
    }

    fn leading(&self) -> f32 {
        f32::from(self.leading.clamp(110, 200)) / 100.0
    }

    fn margin_points(&self) -> f32 {
        // 72 points are an inch of 25.4 mm.
        f32::from(self.margin.clamp(8, 40)) * 72.0 / 25.4
    }
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of pages, at least 1.
    pub pages: usize,
    /// The characters that the fonts lack and that were replaced by others, in the order of their first use. Tell the user.
    pub replaced: Vec<char>,
}

/// Why a document can't be a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// There is too much text.
    #[error(
        "the document has {0} bytes of text, and a PDF takes at most {MOST_TEXT}; export it as Markdown, or show less of it"
    )]
    TooLong(usize),
    /// There are too many pages.
    #[error(
        "the document would have more than {MOST_PAGES} pages; export it as Markdown, or show less of it"
    )]
    TooManyPages,
    /// An embedded font can't be used.
    #[error("the embedded font {0} can't be used; this is a fault of the program")]
    Font(&'static str),
}

/// The document as PDF.
///
/// # Errors
/// When the document is longer than [`MOST_TEXT`] or [`MOST_PAGES`].
pub fn pdf(document: &Document, properties: &Properties, style: &Style) -> Result<Pdf, PdfError> {
    let length = document.0.iter().map(length).sum();
    if length > MOST_TEXT {
        return Err(PdfError::TooLong(length));
    }
    let fonts = fonts::Fonts::load()?;
    let set = flow::set(document, style, &fonts)?;
    let bytes = write::write(&set, style, &fonts, properties)?;
    Ok(Pdf { bytes, pages: set.sheets.sheets.len(), replaced: set.replaced.into_iter().collect() })
}

/// The document as PDF in the most generous style that needs at most this many pages; in the tightest one if none does.
///
/// # Errors
/// When the document is longer than [`MOST_TEXT`] or [`MOST_PAGES`].
pub fn pdf_within(
    document: &Document,
    properties: &Properties,
    paper: Paper,
    pages: usize,
) -> Result<Pdf, PdfError> {
    let [first, tighter @ ..] = Style::ever_tighter(paper);
    let mut best = pdf(document, properties, &first)?;
    for style in tighter {
        if best.pages <= pages {
            break;
        }
        best = pdf(document, properties, &style)?;
    }
    Ok(best)
}

/// The length of an element's text in bytes. Each cell and each element counts as one more, as it takes room even when it is empty.
fn length(element: &Element) -> usize {
    let spans = |spans: &[Span]| spans.iter().map(|span| span.text.len()).sum::<usize>();
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => 1 + spans(text),
        Cell::Range { .. } | Cell::Share { .. } | Cell::Bar { .. } => 1,
    };
    1 + match element {
        Element::Title(text) | Element::Heading(text) => text.len(),
        Element::Paragraph(text) => spans(text),
        Element::Item { marker, text } => marker.len() + spans(text),
        Element::Table(table) => {
            table.columns.iter().map(|column| 1 + column.head.len()).sum::<usize>()
                + table.rows.iter().flatten().map(cell).sum::<usize>()
        }
        Element::Chart(chart) => {
            let legend = &chart.legend;
            chart.steps.len() + legend.low.len() + legend.high.len() + legend.mark.len()
        }
        Element::Radar(radar) => radar.axes.iter().map(|axis| 3 + axis.name.len() + axis.note.len()).sum(),
        Element::Gap => 0,
    }
}

#[cfg(test)]
mod tests;
