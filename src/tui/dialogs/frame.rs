//! The box that dialogs stand in.

use crate::report::document::Role;
use crate::report::layout;
use crate::tui::theme::Theme;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::text::{inset, put, shown};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};

/// Maximum width of a dialog.
const WIDEST: u16 = 92;
/// Minimum width of a dialog that is no wider than it needs to be.
const NARROWEST: u16 = 44;
/// What lies beside a dialog's text: the screen, its frame, a free column, the mark of the position.
const MARGINS: u16 = 9;

/// The cells that a line of a dialog has.
pub const fn text_width(body: Rect) -> u16 {
    let width = body.width.saturating_sub(MARGINS);
    if width < WIDEST { width } else { WIDEST }
}

/// The middle of the body, as wide as its widest row needs.
pub fn narrow(body: Rect, widest: usize) -> Rect {
    let needed = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(MARGINS + 1);
    let width = body.width.min(needed.max(NARROWEST));
    Rect { x: body.x + body.width.saturating_sub(width) / 2, width, ..body }
}

/// Draws a box with a title over the middle of the body. Returns the area within.
pub fn draw(title: &str, body: Rect, height: u16, theme: Theme, buffer: &mut Buffer) -> Rect {
    let width = body.width.saturating_sub(4).min(WIDEST);
    let height = height.saturating_add(2).min(body.height);
    let area = Rect {
        x: body.x + body.width.saturating_sub(width) / 2,
        y: body.y + body.height.saturating_sub(height) / 2,
        width,
        height,
    };
    Clear.render(area, buffer);
    theme.fill(area, buffer);
    let title = shown(title, theme);
    let title = format!(" {} ", layout::cut(&title, usize::from(width.saturating_sub(4))));
    let ascii = border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    };
    let block = Block::bordered().title(title).border_set(if theme.ascii { ascii } else { border::PLAIN });
    let inner = block.inner(area);
    block.render(area, buffer);
    inset(inner)
}

/// Draws rows, each with its position in the list, of which one is marked; the marked one is always in view.
pub fn draw_rows<'a>(
    rows: impl Iterator<Item = (usize, &'a str)> + Clone,
    mark: &Mark,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    mark.measure(area.height);
    let marked = rows.clone().position(|(at, _)| at == mark.row()).unwrap_or_default();
    let top = (marked + 1).saturating_sub(usize::from(area.height));
    let mut places = Vec::new();
    for ((at, row), y) in rows.skip(top).zip(area.top()..area.bottom()) {
        let (marker, style) =
            if at == mark.row() { ("▸ ", theme.selected()) } else { ("  ", theme.style(Role::Text)) };
        put(area.x, y, &format!("{marker}{row}"), style, theme, area, buffer);
        places.push((Rect { y, height: 1, ..area }, at));
    }
    mark.list(places);
}
