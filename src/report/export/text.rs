//! Converts a document to plain text, for a mail or a program that takes nothing else.

use crate::report::document::{Document, Element};
use crate::report::text::unstyled;

/// Width of the text, in cells.
const WIDTH: usize = 80;

/// The document as text without pictures: their figures stay.
#[must_use]
pub fn text(doc: &Document) -> String {
    let element = |element: &Element| match element {
        Element::Chart(_) => None,
        Element::Radar(radar) => Some(Element::Table(radar.figures())),
        Element::Title(_)
        | Element::Heading(_)
        | Element::Paragraph(_)
        | Element::Item { .. }
        | Element::Table(_)
        | Element::Gap => Some(element.clone()),
    };
    unstyled(&Document(doc.0.iter().filter_map(element).collect()), WIDTH)
}
