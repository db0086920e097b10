//! The last line: what the keys do here.

use super::text::{inset, put};
use crate::report::document::Role;
use crate::report::layout;
use crate::tui::keymap::{Line, Listing};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Help and quit: the way out of not knowing is always shown.
const LAST: usize = 2;

/// Draws the hints of the bindings in force, the first table going first.
pub fn draw(listings: &[Listing], theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let lines = listings.iter().flat_map(|listing| &listing.lines);
    let hints = fitting(lines.filter(|line| !line.hint.is_empty()).collect(), usize::from(area.width));
    put(area.x, area.y, &hints.join(" · "), theme.style(Role::Dim), theme, area, buffer);
}

/// The hints that fit a width. Those further behind go first, but never Enter, help and quit.
fn fitting(mut lines: Vec<&Line>, width: usize) -> Vec<&'static str> {
    let needed = |lines: &[&Line]| lines.iter().map(|line| layout::width(line.hint) + 3).sum::<usize>();
    while needed(&lines) > width + 3 {
        let end = lines.len().saturating_sub(LAST);
        let Some(last) = lines.iter().take(end).rposition(|line| !line.has_enter()) else { break };
        lines.remove(last);
    }
    lines.into_iter().map(|line| line.hint).collect()
}

#[cfg(test)]
mod tests {
    use super::fitting;
    use crate::tui::keymap::Line;

    #[test]
    fn where_there_is_little_room_enter_help_and_quit_stay() {
        let line = |hint, key: &'static [&'static str]| Line { id: hint, keys: key, words: hint, hint };
        let lines = [
            line("x explain", &["x"]),
            line("Enter open", &["enter"]),
            line("/ search", &["/"]),
            line("? help", &["?"]),
            line("q quit", &["q"]),
        ];
        let fits = |width| fitting(lines.iter().collect(), width);
        assert_eq!(fits(100).len(), 5);
        assert_eq!(fits(40), ["x explain", "Enter open", "? help", "q quit"]);
        assert_eq!(fits(30), ["Enter open", "? help", "q quit"]);
        assert_eq!(fits(5), ["Enter open", "? help", "q quit"]);
    }
}
