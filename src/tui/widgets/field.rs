//! A field of text with its cursor.

use super::text::{put, shown};
use crate::report::document::Role;
use crate::tui::input::as_line;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

/// Draws a field in the first line of an area. Returns where its cursor stands, if there is room for one.
pub fn draw(field: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let x = put(area.x, area.y, "> ", theme.style(Role::Strong), theme, area, buffer);
    let room = usize::from(area.right().saturating_sub(x));
    if room == 0 || area.height == 0 {
        return None;
    }
    let scroll = field.visual_scroll(room.saturating_sub(1));
    let visible: String = field.value().chars().skip(scroll).collect();
    buffer.set_stringn(x, area.y, shown(&visible, theme), room, theme.style(Role::Text));
    let at = u16::try_from(field.visual_cursor().saturating_sub(scroll)).unwrap_or_default();
    Some(Position::new(x.saturating_add(at).min(area.right().saturating_sub(1)), area.y))
}

/// Types a text at the cursor, as one line.
pub fn insert(field: &mut Input, text: &str) {
    for c in as_line(text).chars() {
        field.handle(InputRequest::InsertChar(c));
    }
}
