//! The title line: the guide on the left, target and progress on the right.

use super::text::{inset, put, put_right, rest_of};
use crate::report::document::Role;
use crate::report::layout;
use crate::session::Session;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the title line. Where there is little room the right side is shorter, and then not there.
pub fn draw(session: &Session, is_sample: bool, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let end = put(area.x, area.y, "coach", theme.style(Role::Strong), theme, area, buffer);
    let title = format!(" · {}", session.guide().title);
    let end = put(end, area.y, &title, Style::new(), theme, area, buffer);
    let assessment = session.assessment();
    let texts = match (session.target(), session.target_score()) {
        _ if is_sample => ["sample profile · Esc at Home ends it".to_owned(), "sample".to_owned()],
        (Some(level), Some(score)) => {
            let skills = score.skills.len();
            let rated = skills.saturating_sub(score.unrated().count());
            [
                format!("target {} · {rated} of {skills} answered", level.short),
                format!("{} · {rated} of {skills}", level.short),
            ]
        }
        _ if assessment.rated == 0 => ["offline · nothing is sent".to_owned(), "offline".to_owned()],
        _ => {
            let (rated, skills) = (assessment.rated, assessment.skills);
            [format!("no target yet · {rated} of {skills} answered"), format!("{rated} of {skills}")]
        }
    };
    let room = rest_of(area, end);
    if let Some(text) = texts.iter().find(|text| layout::width(text) <= usize::from(room.width)) {
        put_right(text, theme.style(Role::Dim), theme, room, buffer);
    }
}
