//! How far down a page or a list is, at its right edge.

use crate::report::document::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What the track is drawn with where no line stands there yet: in Unicode and in ASCII.
const TRACK: [&str; 2] = ["│", "|"];
/// What shows the part in view.
const THUMB: [&str; 2] = ["█", "#"];

/// Draws a track with a thumb for the part in view, where not everything is: `top` of all `lines` are above it.
///
/// It stands in the column behind the area, so that it touches no text. Where a line from top to bottom stands one column further, as
/// the frame of a dialog does, that line is the track.
pub fn draw(top: usize, lines: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    if lines <= height || height == 0 || area.width < 2 {
        return;
    }
    let thumb = (height * height / lines).clamp(1, height);
    let start = top * (height - thumb) / (lines - height);
    let [track, shown] = [TRACK, THUMB].map(|[fine, ascii]| if theme.ascii { ascii } else { fine });
    let x = column(area, track, buffer);
    for (row, y) in (area.top()..area.bottom()).enumerate() {
        let sign = if (start..start + thumb).contains(&row) { shown } else { track };
        buffer.set_string(x, y, sign, theme.style(Role::Dim));
    }
}

/// The column of the track.
fn column(area: Rect, track: &str, buffer: &Buffer) -> u16 {
    let behind = area.right();
    let is_line = |x: u16| {
        (area.top()..area.bottom()).all(|y| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == track))
    };
    if is_line(behind.saturating_add(1)) {
        behind.saturating_add(1)
    } else if behind < buffer.area.right() {
        behind
    } else {
        behind.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::looks::MONO;
    use crate::tui::widgets::rule;
    use rstest::rstest;

    fn drawn(width: u16, top: usize, lines: usize, ascii: bool, has_line: bool) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 4));
        let theme = Theme::new(&MONO, ascii);
        if has_line {
            rule::draw_upright(theme, Rect::new(5, 0, 3, 4), &mut buffer);
        }
        draw(top, lines, theme, Rect::new(0, 0, 5, 4), &mut buffer);
        let rows = buffer.content.chunks(usize::from(width));
        rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
    }

    #[rstest]
    #[case::all_in_view(8, 0, 4, false, false, ["        "; 4])]
    #[case::behind(8, 0, 8, false, false, ["     █  ", "     █  ", "     │  ", "     │  "])]
    #[case::at_the_end(8, 4, 8, false, false, ["     │  ", "     │  ", "     █  ", "     █  "])]
    #[case::far_longer(8, 400, 1000, false, false, ["     │  ", "     █  ", "     │  ", "     │  "])]
    #[case::in_ascii(8, 0, 8, true, false, ["     #  ", "     #  ", "     |  ", "     |  "])]
    #[case::on_the_line_that_is_there(8, 0, 8, false, true, ["      █ ", "      █ ", "      │ ", "      │ "])]
    #[case::at_the_edge(5, 0, 8, false, false, ["    █", "    █", "    │", "    │"])]
    fn a_track_stands_where_it_touches_no_text(
        #[case] width: u16,
        #[case] top: usize,
        #[case] lines: usize,
        #[case] ascii: bool,
        #[case] has_line: bool,
        #[case] expected: [&str; 4],
    ) {
        assert_eq!(drawn(width, top, lines, ascii, has_line), expected);
    }
}
