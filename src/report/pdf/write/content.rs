//! What is painted on a sheet, in the language of PDF.

use crate::report::pdf::Style;
use crate::report::pdf::fonts::Weight;
use crate::report::pdf::sheet::{Content as Tagged, Mark, Shape, Sheet, Text};
use crate::report::pdf::tags::Tags;
use indexmap::IndexSet;
use pdf_writer::{Content, Name, Str};

/// The characters in use, by weight. Each has a code of its own, so that text is found as it was written even where two characters
/// look alike.
#[derive(Debug, Default)]
pub(super) struct Coder {
    regular: IndexSet<char>,
    bold: IndexSet<char>,
}

impl Coder {
    /// The characters of a weight; the first has the code 1.
    pub(super) const fn chars(&self, weight: Weight) -> &IndexSet<char> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The text in codes of two bytes.
    fn codes(&mut self, text: &str, weight: Weight) -> Vec<u8> {
        let chars = match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        };
        // The fonts have fewer characters than there are codes.
        let code = |c| u16::try_from(chars.insert_full(c).0 + 1).unwrap_or_default();
        text.chars().map(code).flat_map(u16::to_be_bytes).collect()
    }
}

/// The name of a font on the sheets.
pub(super) const fn font_name(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"Regular"),
        Weight::Bold => Name(b"Bold"),
    }
}

/// The painting of a sheet.
pub(super) fn content(sheet: &Sheet, tags: &Tags, style: &Style, coder: &mut Coder) -> Vec<u8> {
    let mut painter = Painter { content: Content::new(), sheet, tags, height: style.paper.size().1 };
    for mark in &sheet.marks {
        match mark {
            Mark::Line(texts) => painter.line(texts, coder),
            Mark::Shapes { shapes, content } => painter.shapes(shapes, *content),
        }
    }
    painter.content.finish().into_vec()
}

/// A length to a hundredth of a point.
fn fine(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

struct Painter<'a> {
    content: Content,
    sheet: &'a Sheet,
    tags: &'a Tags,
    height: f32,
}

impl Painter<'_> {
    fn up(&self, y: f32) -> f32 {
        fine(self.height - y)
    }

    /// Says what the following belongs to.
    fn begin(&mut self, content: Tagged) {
        let node = content.and_then(|i| self.sheet.contents.get(i)).and_then(|node| self.tags.0.get(*node));
        match (content, node) {
            (Some(number), Some(node)) => {
                let name = super::structure::role(node.kind, true).to_name();
                let mut mark = self.content.begin_marked_content_with_properties(name);
                mark.properties().identify(super::key(number));
            }
            (None, _) | (_, None) => {
                self.content.begin_marked_content(Name(b"Artifact"));
            }
        }
    }

    fn line(&mut self, texts: &[Text], coder: &mut Coder) {
        self.content.begin_text();
        for same in texts.chunk_by(|a, b| a.content == b.content) {
            self.begin(same.first().and_then(|text| text.content));
            for text in same {
                self.text(text, coder);
            }
            self.content.end_marked_content();
        }
        self.content.end_text();
    }

    fn text(&mut self, text: &Text, coder: &mut Coder) {
        let ink = text.piece.ink;
        let [red, green, blue] = ink.color;
        let codes = coder.codes(&text.piece.text, ink.weight);
        let matrix = [1.0, 0.0, 0.0, 1.0, fine(text.x), self.up(text.y)];
        self.content
            .set_font(font_name(ink.weight), fine(ink.size))
            .set_fill_rgb(red, green, blue)
            .set_text_matrix(matrix)
            .show(Str(&codes));
    }

    fn shapes(&mut self, shapes: &[Shape], content: Tagged) {
        self.begin(content);
        for shape in shapes {
            match shape {
                Shape::Filled { area: [x, y, width, height], color: [red, green, blue] } => {
                    let bottom = self.up(y + height);
                    self.content
                        .set_fill_rgb(*red, *green, *blue)
                        .rect(fine(*x), bottom, fine(*width), fine(*height))
                        .fill_nonzero();
                }
                Shape::Stroke { points, color, width, dash } => self.stroke(points, *color, *width, *dash),
            }
        }
        self.content.end_marked_content();
    }

    fn stroke(&mut self, points: &[(f32, f32)], [red, green, blue]: [f32; 3], width: f32, dash: f32) {
        let dashes = if dash > 0.0 { vec![dash] } else { Vec::new() };
        self.content.set_stroke_rgb(red, green, blue).set_line_width(width).set_dash_pattern(dashes, 0.0);
        for (i, (x, y)) in points.iter().enumerate() {
            let (x, y) = (fine(*x), self.up(*y));
            if i == 0 {
                self.content.move_to(x, y);
            } else {
                self.content.line_to(x, y);
            }
        }
        self.content.stroke();
    }
}
