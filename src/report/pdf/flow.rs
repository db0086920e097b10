//! Sets the elements of a document one below the other, sheet by sheet.

mod chart;
mod list;
mod picture;
mod table;

use super::fonts::Fonts;
use super::ink::{BLUE, GREY, Ink};
use super::link::clickable;
use super::sheet::{Mark, Sheets, Text};
use super::tags::{Kind, NodeId, Tags};
use super::wrap::{Piece, SetLine, wrap};
use super::{MOST_PAGES, PdfError, Style};
use crate::report::document::{Document, Element, Role, Span, Target};
use indexmap::IndexSet;
use std::rc::Rc;

/// A title or heading with the place where it stands, for the list that a reader shows beside the pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bookmark {
    pub(super) text: String,
    pub(super) sheet: usize,
    pub(super) y: f32,
    pub(super) is_title: bool,
}

/// The result: sheets, and what was noted on the way.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) sheets: Sheets,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) replaced: IndexSet<char>,
}

/// Sets a document.
pub(super) fn set(document: &Document, style: &Style, fonts: &Fonts) -> Result<Set, PdfError> {
    let mut flow = Flow::new(style, fonts);
    let mut rest = &document.0[..];
    while let [element, after @ ..] = rest {
        let items = rest.iter().take_while(|element| matches!(element, Element::Item { .. })).count();
        if items > 0 {
            flow.list(rest.get(..items).unwrap_or_default())?;
            rest = rest.get(items..).unwrap_or_default();
        } else {
            flow.element(element)?;
            rest = after;
        }
    }
    flow.number_pages();
    Ok(flow.set)
}

/// The measures of a sheet, in points.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f32,
    top: f32,
    bottom: f32,
    width: f32,
    size: f32,
    leading: f32,
}

struct Flow<'a> {
    fonts: &'a Fonts,
    frame: Frame,
    set: Set,
    /// Where the next line begins.
    y: f32,
    /// The space wanted before the next element; none at the top of a sheet.
    space: f32,
}

impl<'a> Flow<'a> {
    fn new(style: &Style, fonts: &'a Fonts) -> Self {
        let (width, height) = style.paper.size();
        let (margin, size) = (style.margin_points(), style.size_points());
        let frame = Frame {
            left: margin,
            top: margin,
            bottom: height - margin,
            width: width - 2.0 * margin,
            size,
            leading: size * style.leading(),
        };
        let set = Set { sheets: Sheets::new(), bookmarks: Vec::new(), replaced: IndexSet::new() };
        Self { fonts, frame, set, y: frame.top, space: 0.0 }
    }

    fn element(&mut self, element: &Element) -> Result<(), PdfError> {
        let leading = self.frame.leading;
        match element {
            Element::Title(text) => self.heading(text, Kind::Title),
            Element::Heading(text) => self.heading(text, Kind::Heading),
            Element::Paragraph(spans) => self.paragraph(spans),
            Element::Item { .. } => self.list(std::slice::from_ref(element)),
            Element::Table(table) => self.table(table),
            Element::Chart(chart) => self.chart(chart),
            Element::Radar(radar) => self.table(&radar.figures()),
            Element::Gap => {
                self.want_space(0.6 * leading);
                Ok(())
            }
        }
    }

    /// A title or a heading, on the same sheet as what follows.
    fn heading(&mut self, text: &str, kind: Kind) -> Result<(), PdfError> {
        let is_title = kind == Kind::Title;
        let size = self.frame.size * if is_title { 1.75 } else { 1.2 };
        let pieces = self.pieces(&[Span::new(Role::Heading, text)], size);
        let lines = wrap(&pieces, self.frame.width, self.fonts);
        if lines.is_empty() {
            return Ok(());
        }
        self.want_space(self.frame.leading * if is_title { 1.2 } else { 0.9 });
        let height: f32 = lines.iter().map(|line| self.height(line)).sum();
        self.start_block(height + 3.0 * self.frame.leading)?;
        let text = lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.as_str()).collect();
        let sheet = self.set.sheets.last();
        self.set.bookmarks.push(Bookmark { text, sheet, y: self.y, is_title });
        let node = self.set.sheets.tags.add(kind, Tags::ROOT);
        self.lines(&lines, 0.0, node)?;
        self.space = 0.25 * self.frame.leading;
        Ok(())
    }

    fn paragraph(&mut self, spans: &[Span]) -> Result<(), PdfError> {
        let pieces = self.pieces(spans, self.frame.size);
        let lines = wrap(&pieces, self.frame.width, self.fonts);
        if lines.is_empty() {
            return Ok(());
        }
        self.start_block(self.least(&lines))?;
        let node = self.set.sheets.tags.add(Kind::Paragraph, Tags::ROOT);
        self.lines(&lines, 0.0, node)?;
        self.space = 0.15 * self.frame.leading;
        Ok(())
    }

    /// The pieces in characters that the fonts have, with their looks.
    fn pieces(&mut self, spans: &[Span], size: f32) -> Vec<Piece> {
        spans.iter().map(|span| self.piece(span, size)).collect()
    }

    fn piece(&mut self, span: &Span, size: f32) -> Piece {
        let text = self.fonts.readable(&span.text, &mut self.set.replaced);
        let address = match &span.link {
            Some(Target::Address(address)) => clickable(address),
            // Pages of the guide are not in the file.
            Some(Target::Page(_)) | None => None,
        };
        let mut ink = Ink::of(span.role, size);
        if address.is_some() {
            ink.color = BLUE;
        }
        Piece { text, ink, link: address.map(Rc::from) }
    }

    fn want_space(&mut self, space: f32) {
        self.space = self.space.max(space);
    }

    /// Takes the space wanted, and a new sheet unless this much fits below it.
    fn start_block(&mut self, height: f32) -> Result<(), PdfError> {
        if self.y > self.frame.top {
            self.y += self.space;
            if self.y + height > self.frame.bottom {
                self.next_sheet()?;
            }
        }
        self.space = 0.0;
        Ok(())
    }

    fn next_sheet(&mut self) -> Result<(), PdfError> {
        if self.set.sheets.sheets.len() >= MOST_PAGES {
            return Err(PdfError::TooManyPages);
        }
        self.set.sheets.sheets.push(super::sheet::Sheet::default());
        self.y = self.frame.top;
        Ok(())
    }

    /// The height of a line: its largest text decides.
    fn height(&self, line: &SetLine) -> f32 {
        let largest = line.pieces.iter().map(|piece| piece.ink.size).fold(0.0, f32::max);
        // Large text needs less air.
        let share = if largest > self.frame.size { 0.92 } else { 1.0 };
        largest * share * self.frame.leading / self.frame.size
    }

    /// The height of the lines that stay together at the foot of a sheet: two, or all where three would leave one alone.
    fn least(&self, lines: &[SetLine]) -> f32 {
        let together = if lines.len() <= 3 { lines.len() } else { 2 };
        lines.iter().take(together).map(|line| self.height(line)).sum()
    }

    /// Lines of one part of the document. The last of them never stands alone on a sheet.
    fn lines(&mut self, lines: &[SetLine], indent: f32, node: NodeId) -> Result<(), PdfError> {
        for (i, line) in lines.iter().enumerate() {
            let height = self.height(line);
            let stay = if i + 2 == lines.len() && i > 1 { 2.0 } else { 1.0 };
            if self.y + stay * height > self.frame.bottom && self.y > self.frame.top {
                self.next_sheet()?;
            }
            let baseline = self.baseline(self.y, height, line);
            self.set.sheets.line(line, self.frame.left + indent, baseline, Some(node), self.fonts);
            self.y += height;
        }
        Ok(())
    }

    /// The baseline of a line of this height: the middle of its small letters is the middle of the line.
    fn baseline(&self, top: f32, height: f32, line: &SetLine) -> f32 {
        let largest = line.pieces.iter().map(|piece| piece.ink.size).fold(0.0, f32::max);
        top + height / 2.0 + 0.34 * largest
    }

    /// A text on one line.
    fn note(&mut self, text: &str, role: Role, size: f32) -> SetLine {
        let pieces = self.pieces(&[Span::new(role, text)], size);
        let width = super::wrap::natural_width(&pieces, self.fonts);
        SetLine { pieces, width }
    }

    /// Numbers the sheets at the foot, where there are several.
    fn number_pages(&mut self) {
        let count = self.set.sheets.sheets.len();
        if count < 2 {
            return;
        }
        let size = 0.85 * self.frame.size;
        let ink = Ink { color: GREY, ..Ink::of(Role::Dim, size) };
        for (i, sheet) in self.set.sheets.sheets.iter_mut().enumerate() {
            let piece = Piece { text: format!("{} / {count}", i + 1), ink, link: None };
            let x = self.frame.left + self.frame.width - piece.width(self.fonts);
            let y = self.frame.bottom + (0.5 * self.frame.top).min(24.0);
            sheet.marks.push(Mark::Line(vec![Text { x, y, piece, content: None }]));
        }
    }
}
