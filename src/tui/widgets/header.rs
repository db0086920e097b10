//! The title line: the guide on the left, target and progress on the right.

use super::text::{inset, put, rest_of};
use crate::report::document::Role;
use crate::report::layout;
use crate::session::Session;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the title line. Where there is little room the right side is shorter, and then not there.
pub fn draw(session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let end = put(area.x, area.y, "coach", theme.style(Role::Strong), theme, area, buffer);
    let title = format!(" · {}", session.guide().title);
    let end = put(end, area.y, &title, Style::new(), theme, area, buffer);
    let assessment = session.assessment();
    let (rated, skills) = (assessment.rated, assessment.skills);
    // What stands before the target, the target, and what stands behind it.
    let texts = match session.target() {
        Some(level) => [
            ["target ", &level.short, &format!(" · {rated} of {skills} rated")].map(str::to_owned),
            ["", &level.short, &format!(" · {rated} of {skills}")].map(str::to_owned),
        ],
        None => [
            ["no target yet · ", "", &format!("{rated} of {skills} rated")].map(str::to_owned),
            ["", "", &format!("{rated} of {skills}")].map(str::to_owned),
        ],
    };
    let room = rest_of(area, end);
    let fits = |parts: &&[String; 3]| layout::width(&parts.concat()) <= usize::from(room.width);
    if let Some([before, target, after]) = texts.iter().find(fits) {
        let dim = theme.style(Role::Dim);
        let width = u16::try_from(layout::width(&format!("{before}{target}{after}"))).unwrap_or(u16::MAX);
        let x = room.right().saturating_sub(width).max(room.x);
        let x = put(x, room.y, before, dim, theme, room, buffer);
        let x = put(x, room.y, target, theme.style(Role::Accent), theme, room, buffer);
        put(x, room.y, after, dim, theme, room, buffer);
    }
}
