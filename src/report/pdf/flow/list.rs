//! Lists: the texts of adjoining items stand below each other, right of the widest marker.

use super::Flow;
use crate::report::document::{Element, Role, Span};
use crate::report::pdf::PdfError;
use crate::report::pdf::tags::{Kind, NodeId, Tags};
use crate::report::pdf::wrap::{SetLine, wrap};

impl Flow<'_> {
    /// Items that follow each other.
    pub(super) fn list(&mut self, items: &[Element]) -> Result<(), PdfError> {
        let markers: Vec<SetLine> = items.iter().map(|item| self.marker(item)).collect();
        let widest = markers.iter().map(|marker| marker.width).fold(0.0, f32::max);
        let size = self.frame.size;
        let indent = 0.9 * size;
        let hanging =
            indent + if widest > 0.0 { (widest + 0.55 * size).min(0.4 * self.frame.width) } else { 0.0 };
        let mut list = None;
        for (item, marker) in items.iter().zip(&markers) {
            self.item(item, marker, (indent, hanging), &mut list)?;
        }
        self.space = 0.15 * self.frame.leading;
        Ok(())
    }

    fn marker(&mut self, item: &Element) -> SetLine {
        match item {
            Element::Item { marker, .. } if !marker.trim().is_empty() => {
                self.note(marker.trim(), Role::Text, self.frame.size)
            }
            _ => SetLine::default(),
        }
    }

    fn item(
        &mut self,
        item: &Element,
        marker: &SetLine,
        (indent, hanging): (f32, f32),
        list: &mut Option<NodeId>,
    ) -> Result<(), PdfError> {
        let Element::Item { text, .. } = item else { return Ok(()) };
        let mut pieces = self.pieces(text, self.frame.size);
        let is_wide = indent + marker.width > hanging;
        if is_wide {
            pieces.splice(
                0..0,
                marker.pieces.iter().cloned().chain(self.pieces(&[Span::from(" ")], self.frame.size)),
            );
        }
        let has_marker = !is_wide && !marker.pieces.is_empty();
        let mut lines = wrap(&pieces, self.frame.width - hanging, self.fonts);
        if lines.is_empty() && !has_marker {
            return Ok(());
        }
        if lines.is_empty() {
            // A marker alone still says something: the number of an empty entry.
            lines = vec![SetLine { pieces: self.pieces(&[Span::from(" ")], self.frame.size), width: 0.0 }];
        }
        self.start_block(self.least(&lines))?;
        let is_numbered =
            marker.pieces.first().is_some_and(|piece| piece.text.starts_with(|c: char| c.is_ascii_digit()));
        let list =
            *list.get_or_insert_with(|| self.set.sheets.tags.add(Kind::List { is_numbered }, Tags::ROOT));
        let node = self.set.sheets.tags.add(Kind::Item, list);
        if has_marker {
            let label = self.set.sheets.tags.add(Kind::Marker, node);
            let baseline = self.baseline(self.y, self.height(marker), marker);
            self.set.sheets.line(marker, self.frame.left + indent, baseline, Some(label), self.fonts);
        }
        let body = self.set.sheets.tags.add(Kind::ItemText, node);
        self.lines(&lines, hanging, body)?;
        self.space = 0.12 * self.frame.leading;
        Ok(())
    }
}
