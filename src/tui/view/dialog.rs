//! Draws dialogs.

use super::{inset, put, wrapped};
use crate::report::document::Role;
use crate::report::layout;
use crate::report::pages::hits;
use crate::tui::app::App;
use crate::tui::dialog::Dialog;
use crate::tui::pane::shown;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};
use tui_input::Input as Field;

const WIDEST: u16 = 92;
/// What lies beside a dialog's text: the screen, its frame, a free column, the mark of the position.
const MARGINS: u16 = 9;

/// Draws a dialog; the answer is where the cursor stands in its field.
pub fn draw(app: &App, dialog: &Dialog, theme: Theme, body: Rect, buffer: &mut Buffer) -> Option<Position> {
    match dialog {
        Dialog::Page { title, doc, pane } => {
            let lines = layout::lines(doc, usize::from(body.width.saturating_sub(MARGINS).min(WIDEST)));
            let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
            let area = frame(title, body, height, theme, buffer);
            pane.draw(doc, theme, area, buffer);
            None
        }
        Dialog::Choice { title, rows, selected } => {
            let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
            let rows: Vec<String> = rows.iter().map(|(row, _)| row.clone()).collect();
            let widest = rows.iter().map(|row| layout::width(row)).chain([layout::width(title)]).max();
            let area = frame(title, narrow(body, widest.unwrap_or_default()), height, theme, buffer);
            draw_choices(rows, *selected, theme, area, buffer);
            None
        }
        Dialog::Search { field, hits, selected } => {
            let area = frame(
                "Search the guide, the skills, the levels, the questions",
                body,
                u16::MAX,
                theme,
                buffer,
            );
            let cursor = draw_field(field, theme, area, buffer);
            let list = Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(2), ..area };
            if hits.is_empty() {
                let hint = if field.value().trim().is_empty() {
                    "Type words or a whole question: degree, k8s, how much will I earn"
                } else {
                    "Nothing answers to that. Try a single word."
                };
                put(list.x, list.y, hint, theme.style(Role::Dim), theme, list, buffer);
            }
            let rows = hits.iter().map(|hit| {
                let title = app.view().link_title(&hit.link);
                format!("{title}  {}", hits::kind(&hit.link))
            });
            let room = Rect { height: list.height.saturating_sub(1), ..list };
            draw_choices(rows.collect(), *selected, theme, room, buffer);
            if let Some(hit) = hits.get(*selected).filter(|_| list.height > 0) {
                put(
                    list.x,
                    list.bottom().saturating_sub(1),
                    &hit.excerpt,
                    theme.style(Role::Dim),
                    theme,
                    list,
                    buffer,
                );
            }
            cursor
        }
        Dialog::Text { title, hint, field, .. } => {
            let hints = wrapped(hint, body.width.saturating_sub(MARGINS).min(WIDEST));
            let height = u16::try_from(hints.len()).unwrap_or_default().saturating_add(1);
            let area = frame(title, body, height, theme, buffer);
            let cursor = draw_field(field, theme, area, buffer);
            for (hint, y) in hints.iter().zip(area.top().saturating_add(1)..area.bottom()) {
                put(area.x, y, hint, theme.style(Role::Dim), theme, area, buffer);
            }
            cursor
        }
    }
}

/// The middle of the body, as wide as its widest row needs.
fn narrow(body: Rect, widest: usize) -> Rect {
    let needed = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(MARGINS + 1);
    let width = body.width.min(needed.max(44));
    Rect { x: body.x + body.width.saturating_sub(width) / 2, width, ..body }
}

/// A box with a title over the middle of the body; the answer is the area within.
fn frame(title: &str, body: Rect, height: u16, theme: Theme, buffer: &mut Buffer) -> Rect {
    let width = body.width.saturating_sub(4).min(WIDEST);
    let height = height.saturating_add(2).min(body.height);
    let area = Rect {
        x: body.x + body.width.saturating_sub(width) / 2,
        y: body.y + body.height.saturating_sub(height) / 2,
        width,
        height,
    };
    Clear.render(area, buffer);
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

fn draw_choices(rows: Vec<String>, selected: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let top = (selected + 1).saturating_sub(usize::from(area.height));
    for ((at, row), y) in rows.iter().enumerate().skip(top).zip(area.top()..area.bottom()) {
        let (marker, style) =
            if at == selected { ("▸ ", theme.selected()) } else { ("  ", theme.style(Role::Text)) };
        put(area.x, y, &format!("{marker}{row}"), style, theme, area, buffer);
    }
}

fn draw_field(field: &Field, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let prompt = "> ";
    let x = put(area.x, area.y, prompt, theme.style(Role::Strong), theme, area, buffer);
    let room = usize::from(area.right().saturating_sub(x));
    if room == 0 || area.height == 0 {
        return None;
    }
    let scroll = field.visual_scroll(room.saturating_sub(1));
    let visible: String = field.value().chars().skip(scroll).collect();
    buffer.set_stringn(x, area.y, shown(&visible, theme), room, theme.style(Role::Text));
    let at = u16::try_from(field.visual_cursor().saturating_sub(scroll)).unwrap_or_default();
    Some(Position::new(x.saturating_add(at).min(area.right().saturating_sub(1)), area.y))
}
