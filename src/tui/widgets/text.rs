//! Text in an area: cut at its edge, in ASCII where the terminal wants it.

use crate::report::document::Document;
use crate::report::layout;
use crate::report::text::to_ascii;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// Text as this terminal can show it.
#[must_use]
pub fn shown(text: &str, theme: Theme) -> Cow<'_, str> {
    if theme.ascii { to_ascii(text).into() } else { text.into() }
}

/// Leaves a column free on either side.
#[must_use]
pub const fn inset(area: Rect) -> Rect {
    Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area }
}

/// The part of an area to the right of a column, two cells away from it.
#[must_use]
pub const fn rest_of(area: Rect, end: u16) -> Rect {
    let x = end.saturating_add(2);
    Rect { x, width: area.right().saturating_sub(x), ..area }
}

/// Writes a text within an area, cut at its right edge. Returns the column behind it.
pub fn put(x: u16, y: u16, text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let room = usize::from(area.right().saturating_sub(x));
    let text = layout::cut(text, room);
    let (end, _) = buffer.set_stringn(x, y, shown(&text, theme), room, style);
    end
}

/// Writes a text at the right edge of an area.
pub fn put_right(text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = u16::try_from(layout::width(text)).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(width).max(area.x);
    put(x, area.y, text, style, theme, area, buffer);
}

/// A text in lines of a width.
#[must_use]
pub fn wrapped(text: &str, width: u16) -> Vec<String> {
    let mut doc = Document::default();
    doc.paragraph(text);
    let lines = layout::lines(&doc, usize::from(width)).into_iter();
    lines.map(|line| line.into_iter().map(|span| span.text).collect()).collect()
}
