//! Tabs: the screens, and the views of a screen.

use super::text::put;
use crate::report::document::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the tabs of the screens; `selected` stands out. A tab's key is left out where it means something else at the moment.
pub fn draw_screens<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let mut x = area.x;
    for (key, title, is_shown) in tabs {
        let style = if is_shown { theme.selected() } else { theme.style(Role::Text) };
        let key = if key.is_empty() { " " } else { key.as_str() };
        x = put(x, area.y, &format!(" {key} {title} "), style, theme, area, buffer).saturating_add(1);
    }
}

/// Draws the tabs of a screen's views: the one that is shown stands in brackets.
pub fn draw_views<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let mut x = area.x;
    for (key, title, is_shown) in tabs {
        let (role, text) = if is_shown {
            (Role::Strong, format!("[{key} {title}]"))
        } else {
            (Role::Text, format!(" {key} {title} "))
        };
        x = put(x, area.y, &text, theme.style(role), theme, area, buffer).saturating_add(1);
    }
}
