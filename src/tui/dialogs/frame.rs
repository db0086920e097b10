//! The box that dialogs stand in.

use crate::report::document::Role;
use crate::report::layout;
use crate::tui::theme::Theme;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::position;
use crate::tui::widgets::text::{inset, put, shown};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};

/// The columns of the screen that stay beside a dialog at least.
const SCREEN: u16 = 4;
/// Maximum width of a dialog.
const WIDEST: u16 = 92;
/// Minimum width of a dialog that is no wider than it needs to be.
const NARROWEST: u16 = 44;
/// What lies beside a dialog's text: the screen, its frame, a free column at the left and two at the right.
const MARGINS: u16 = 9;
/// With fewer columns left at one side, the screen isn't shown there: a few letters of it are no words.
const FRINGE: u16 = 4;

/// The cells that a line of a dialog has.
pub const fn text_width(body: Rect) -> u16 {
    let widest = WIDEST + SCREEN - MARGINS;
    let width = body.width.saturating_sub(MARGINS);
    if width < widest { width } else { widest }
}

/// The middle of the body, as wide as its widest row needs.
pub fn narrow(body: Rect, widest: usize) -> Rect {
    let needed = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(MARGINS + 2);
    let width = body.width.min(needed.max(NARROWEST));
    Rect { x: body.x + body.width.saturating_sub(width) / 2, width, ..body }
}

/// Draws a box with a title over the middle of the body. Returns the area within.
pub fn draw(title: &str, body: Rect, height: u16, theme: Theme, buffer: &mut Buffer) -> Rect {
    let width = body.width.saturating_sub(SCREEN).min(WIDEST);
    let height = height.saturating_add(2).min(body.height);
    let area = Rect {
        x: body.x + body.width.saturating_sub(width) / 2,
        y: body.y + body.height.saturating_sub(height) / 2,
        width,
        height,
    };
    let hidden = hidden(area, buffer.area);
    Clear.render(hidden, buffer);
    theme.fill(hidden, buffer);
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

/// The cells of the screen that a box hides: its own, or its whole rows where next to nothing of them would be left at a side.
const fn hidden(area: Rect, screen: Rect) -> Rect {
    let left = area.x.saturating_sub(screen.x);
    let right = screen.right().saturating_sub(area.right());
    if left < FRINGE || right < FRINGE { Rect { x: screen.x, width: screen.width, ..area } } else { area }
}

/// Draws rows of which one is marked, the marked one always in view.
pub fn draw_rows<'a>(
    rows: impl Iterator<Item = &'a str>,
    mark: &Mark,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    mark.measure(area.height);
    let rows: Vec<&str> = rows.collect();
    let top = (mark.row() + 1).saturating_sub(usize::from(area.height));
    let text = Rect { width: area.width.saturating_sub(1), ..area };
    let mut places = Vec::new();
    for ((at, row), y) in rows.iter().enumerate().skip(top).zip(area.top()..area.bottom()) {
        let (marker, style) =
            if at == mark.row() { ("▸ ", theme.selected()) } else { ("  ", theme.style(Role::Text)) };
        let end = put(area.x, y, &format!("{marker}{row}"), style, theme, text, buffer);
        let rest = Rect { x: end, y, width: text.right().saturating_sub(end), height: 1 };
        buffer.set_style(rest, style);
        places.push((Rect { y, height: 1, ..area }, at));
    }
    position::draw(top, rows.len(), theme, area, buffer);
    mark.list(places);
}
