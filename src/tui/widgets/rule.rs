//! A line across the screen, with a title where there is one.

use super::text::put;
use crate::report::document::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws a line; an empty title leaves it whole.
pub fn draw(title: &str, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let dim = theme.style(Role::Dim);
    put(area.x, area.y, &"─".repeat(usize::from(area.width)), dim, theme, area, buffer);
    if !title.is_empty() {
        let x = area.x.saturating_add(2);
        put(x, area.y, &format!(" {title} "), theme.style(Role::Strong), theme, area, buffer);
    }
}

/// Draws the line above one of several parts of a screen. It is thick above the part in which the keys move, which can be seen
/// without colour.
pub fn draw_heading(title: &str, is_focused: bool, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let (line, role) = if is_focused { ("━", Role::Strong) } else { ("─", Role::Dim) };
    let style = theme.style(role);
    put(area.x, area.y, &line.repeat(usize::from(area.width)), style, theme, area, buffer);
    if !title.is_empty() {
        put(area.x.saturating_add(2), area.y, &format!(" {title} "), style, theme, area, buffer);
    }
}

/// Draws a line from top to bottom through the middle of a narrow area.
pub fn draw_upright(theme: Theme, area: Rect, buffer: &mut Buffer) {
    for y in area.top()..area.bottom() {
        put(area.x.saturating_add(1), y, "│", theme.style(Role::Dim), theme, area, buffer);
    }
}
