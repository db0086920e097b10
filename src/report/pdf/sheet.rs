//! The sheets of paper, with what is painted where. Lengths are points; y grows downwards.

use super::fonts::Fonts;
use super::ink::{BLUE, Color};
use super::tags::{Child, Kind, NodeId, Tags};
use super::wrap::{Piece, SetLine};
use std::rc::Rc;

/// What something painted belongs to: the number of the content on its sheet. `None` is decoration, which is never read out.
pub(super) type Content = Option<usize>;

/// A text at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Text {
    pub(super) x: f32,
    /// The baseline.
    pub(super) y: f32,
    pub(super) piece: Piece,
    pub(super) content: Content,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A filled rectangle: left, top, width and height.
    Filled { area: [f32; 4], color: Color },
    /// A line through points; dashed, with strokes and gaps this long, unless 0.
    Stroke { points: Vec<(f32, f32)>, color: Color, width: f32, dash: f32 },
}

/// Something painted.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// Texts on one line.
    Line(Vec<Text>),
    /// Shapes that make one picture.
    Shapes { shapes: Vec<Shape>, content: Content },
}

/// A place to click.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Area {
    /// Left, top, width and height.
    pub(super) area: [f32; 4],
    pub(super) address: Rc<str>,
    pub(super) node: NodeId,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) marks: Vec<Mark>,
    pub(super) areas: Vec<Area>,
    /// The part of the document to which each content belongs.
    pub(super) contents: Vec<NodeId>,
}

/// All sheets. What is painted goes on the last one.
#[derive(Debug)]
pub(super) struct Sheets {
    pub(super) sheets: Vec<Sheet>,
    pub(super) tags: Tags,
}

impl Sheets {
    pub(super) fn new() -> Self {
        Self { sheets: vec![Sheet::default()], tags: Tags::new() }
    }

    /// The number of the last sheet.
    pub(super) fn last(&self) -> usize {
        self.sheets.len().saturating_sub(1)
    }

    fn sheet(&mut self) -> Option<&mut Sheet> {
        self.sheets.last_mut()
    }

    /// A new content of a part of the document.
    pub(super) fn content(&mut self, node: NodeId) -> Content {
        let number = self.last();
        let contents = &mut self.sheet()?.contents;
        let content = contents.len();
        contents.push(node);
        self.tags.append(node, Child::Content { sheet: number, content });
        Some(content)
    }

    pub(super) fn paint(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheet() {
            sheet.marks.push(mark);
        }
    }

    /// Paints shapes that are decoration.
    pub(super) fn decorate(&mut self, shapes: Vec<Shape>) {
        self.paint(Mark::Shapes { shapes, content: None });
    }

    /// Paints a line of text as part of the document; `None` for decoration.
    pub(super) fn line(&mut self, line: &SetLine, x: f32, y: f32, node: Option<NodeId>, fonts: &Fonts) {
        let mut texts = Vec::new();
        let mut right = x;
        let mut open: Content = None;
        for piece in &line.pieces {
            let left = right;
            right += piece.width(fonts);
            let content = match (node, &piece.link) {
                (None, _) => None,
                (Some(node), None) => {
                    open = open.or_else(|| self.content(node));
                    open
                }
                (Some(node), Some(address)) => {
                    open = None;
                    self.link(piece, [left, y, right - left], address, node)
                }
            };
            texts.push(Text { x: left, y, piece: piece.clone(), content });
        }
        if !texts.is_empty() {
            self.paint(Mark::Line(texts));
        }
    }

    /// Makes a text on a baseline clickable, and underlines it.
    fn link(&mut self, piece: &Piece, [x, y, width]: [f32; 3], address: &Rc<str>, parent: NodeId) -> Content {
        let node = self.tags.add(Kind::Link, parent);
        let content = self.content(node);
        let size = piece.ink.size;
        let below = y + 0.14 * size;
        let rule = Shape::Stroke {
            points: vec![(x, below), (x + width, below)],
            color: BLUE,
            width: 0.5,
            dash: 0.0,
        };
        self.decorate(vec![rule]);
        let (number, area) = (self.last(), [x, y - size, width, 1.3 * size]);
        if let Some(sheet) = self.sheet() {
            sheet.areas.push(Area { area, address: Rc::clone(address), node });
            let area = sheet.areas.len() - 1;
            self.tags.append(node, Child::Area { sheet: number, area });
        }
        content
    }
}
