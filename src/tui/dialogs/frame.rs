//! The box that dialogs stand in.

use crate::report::document::Role;
use crate::report::layout;
use crate::tui::theme::Theme;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::position;
use crate::tui::widgets::text::{inset, put, shown};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};
use std::ops::Range;

/// The columns of the screen that stay beside a dialog at least.
const SCREEN: u16 = 4;
/// Maximum width of a dialog.
const WIDEST: u16 = 92;
/// Minimum width of a dialog that is no wider than it needs to be.
const NARROWEST: u16 = 44;
/// What lies beside a dialog's text: the screen, its frame, a free column at the left and two at the right.
const MARGINS: u16 = 9;
/// The columns between the texts of rows and what stands beside them.
const BETWEEN: u16 = 2;
/// What stands before the marked row.
const MARKER: &str = "▸ ";
/// The columns that what stands beside a text has at least, if it needs them.
const LEAST_ASIDE: u16 = 12;
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

/// A row of a dialog: a text, and what stands in a column of its own at the right.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The text, which is cut where there is no room for it.
    pub text: &'a str,
    /// What stands beside it.
    pub aside: &'a str,
    /// The parts of the text that were looked for, in bytes.
    pub found: &'a [Range<usize>],
}

impl<'a> Row<'a> {
    /// A row with nothing beside it.
    pub const fn of(text: &'a str) -> Self {
        Self { text, aside: "", found: &[] }
    }

    /// The cells that a row with its neighbours needs: the widest text, and the widest of what stands beside it.
    pub fn widest(rows: impl Iterator<Item = Self>) -> usize {
        let [text, aside] = rows.fold([0, 0], |[text, aside], row| {
            [text.max(layout::width(row.text)), aside.max(layout::width(row.aside))]
        });
        if aside == 0 { text } else { text + usize::from(BETWEEN) + aside }
    }
}

/// Draws rows, each with its position in the list, of which one is marked; the marked one is always in view.
pub fn draw_rows<'a>(
    rows: impl Iterator<Item = (usize, Row<'a>)>,
    mark: &Mark,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    mark.measure(area.height);
    let (positions, rows): (Vec<usize>, Vec<Row<'_>>) = rows.unzip();
    let marked = positions.iter().position(|at| *at == mark.row()).unwrap_or_default();
    let top = (marked + 1).saturating_sub(usize::from(area.height));
    let line = Rect { width: area.width.saturating_sub(1), ..area };
    let aside = aside_width(&rows, line.width);
    let mut places = Vec::new();
    for ((at, row), y) in positions.into_iter().zip(&rows).skip(top).zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..line };
        draw_row(row, at == mark.row(), aside, theme, line, buffer);
        places.push((Rect { y, height: 1, ..area }, at));
    }
    position::draw(top, rows.len(), theme, area, buffer);
    mark.list(places);
}

/// The cells for what stands beside the texts of rows: what the widest text leaves, but at least a few.
fn aside_width(rows: &[Row<'_>], width: u16) -> u16 {
    let cells = |widest: Option<usize>| u16::try_from(widest.unwrap_or_default()).unwrap_or(u16::MAX);
    let text = cells(rows.iter().map(|row| layout::width(row.text)).max());
    let aside = cells(rows.iter().map(|row| layout::width(row.aside)).max());
    let around = u16::try_from(layout::width(MARKER)).unwrap_or_default() + BETWEEN;
    let left = width.saturating_sub(around).saturating_sub(text);
    aside.min(left.max(LEAST_ASIDE)).min(width / 2)
}

/// Draws a row in a line of which the last cells, as many as `aside`, are for what stands beside the text.
fn draw_row(row: &Row<'_>, is_marked: bool, aside: u16, theme: Theme, line: Rect, buffer: &mut Buffer) {
    let (marker, style) =
        if is_marked { (MARKER, theme.selected()) } else { ("  ", theme.style(Role::Text)) };
    let between = if aside == 0 { 0 } else { BETWEEN };
    let text = Rect { width: line.width.saturating_sub(aside + between), ..line };
    let x = put(line.x, line.y, marker, style, theme, text, buffer);
    let end = put(x, line.y, row.text, style, theme, text, buffer);
    let found = if is_marked { style.add_modifier(Modifier::BOLD) } else { theme.style(Role::Strong) };
    for bytes in row.found {
        let cells = |bytes: Range<usize>| {
            let part = row.text.get(bytes).unwrap_or_default();
            u16::try_from(layout::width(&shown(part, theme))).unwrap_or(u16::MAX)
        };
        let start = x.saturating_add(cells(0..bytes.start));
        let place = Rect { x: start, width: cells(bytes.clone()), ..line };
        buffer.set_style(place.intersection(Rect { width: end.saturating_sub(line.x), ..line }), found);
    }
    if is_marked {
        buffer.set_style(Rect { x: end, width: line.right().saturating_sub(end), ..line }, style);
    }
    let style = if is_marked { style } else { theme.style(Role::Dim) };
    put(line.right().saturating_sub(aside), line.y, row.aside, style, theme, line, buffer);
}
