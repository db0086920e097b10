//! The title line: the guide on the left, target and progress on the right.

use super::text::{inset, put, rest_of};
use crate::report::document::Role;
use crate::report::layout;
use crate::session::Session;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// What marks an invented person, on every screen.
const SAMPLE: &str = "[SAMPLE]";

/// Draws the title line. Where there is little room the right side is shorter, and then not there.
pub fn draw(session: &Session, is_sample: bool, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let start = if is_sample {
        put(area.x, area.y, SAMPLE, theme.selected(), theme, area, buffer).saturating_add(1)
    } else {
        area.x
    };
    let end = put(start, area.y, "coach", theme.style(Role::Strong), theme, area, buffer);
    let title = format!(" · {}", session.guide().title);
    let end = put(end, area.y, &title, Style::new(), theme, area, buffer);
    let assessment = session.assessment();
    // What stands before the target, the target, and what stands behind it.
    let texts = match (session.target(), session.target_score()) {
        (Some(level), Some(score)) => {
            let skills = score.skills.len();
            let rated = skills.saturating_sub(score.unrated().count());
            [
                ["target ", &level.short, &format!(" · {rated} of {skills} answered")].map(str::to_owned),
                ["", &level.short, &format!(" · {rated} of {skills}")].map(str::to_owned),
            ]
        }
        _ if assessment.rated == 0 => [plain("offline · nothing is sent"), plain("offline")],
        _ => {
            let (rated, skills) = (assessment.rated, assessment.skills);
            [
                plain(&format!("no target yet · {rated} of {skills} answered")),
                plain(&format!("{rated} of {skills}")),
            ]
        }
    };
    let room = rest_of(area, end);
    let fits = |parts: &&[String; 3]| layout::width(&parts.concat()) <= usize::from(room.width);
    if let Some([before, target, after]) = texts.iter().find(fits) {
        let dim = theme.style(Role::Dim);
        let width =
            u16::try_from(layout::width(&[before.as_str(), target, after].concat())).unwrap_or(u16::MAX);
        let x = room.right().saturating_sub(width).max(room.x);
        let x = put(x, room.y, before, dim, theme, room, buffer);
        let x = put(x, room.y, target, theme.style(Role::Accent), theme, room, buffer);
        put(x, room.y, after, dim, theme, room, buffer);
    }
}

/// A text without a target.
fn plain(text: &str) -> [String; 3] {
    [text.to_owned(), String::new(), String::new()]
}
