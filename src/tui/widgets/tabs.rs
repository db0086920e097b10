//! Tabs: the screens, and the views of a screen.

use super::text::put;
use crate::report::document::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the tabs of the screens; `selected` stands out. A tab's key is left out where it means something else at the moment. Returns
/// where each tab is.
pub fn draw_screens<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Rect> {
    let mut x = area.x;
    let mut places = Vec::new();
    for (key, title, is_shown) in tabs {
        let style = if is_shown { theme.selected() } else { theme.style(Role::Text) };
        let key = if key.is_empty() { " " } else { key.as_str() };
        let end = put(x, area.y, &format!(" {key} {title} "), style, theme, area, buffer);
        places.push(from_to(x, end, area));
        x = end.saturating_add(1);
    }
    places
}

/// Draws the tabs of a screen's views: the one that is shown stands in brackets. Returns where each tab is.
pub fn draw_views<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Rect> {
    let mut x = area.x;
    let mut places = Vec::new();
    for (key, title, is_shown) in tabs {
        let (role, text) = if is_shown {
            (Role::Strong, format!("[{key} {title}]"))
        } else {
            (Role::Text, format!(" {key} {title} "))
        };
        let end = put(x, area.y, &text, theme.style(role), theme, area, buffer);
        places.push(from_to(x, end, area));
        x = end.saturating_add(1);
    }
    places
}

/// The cells of the first line from a column to another.
fn from_to(x: u16, end: u16, area: Rect) -> Rect {
    Rect { x, width: end.saturating_sub(x), height: 1, ..area }.intersection(area)
}
