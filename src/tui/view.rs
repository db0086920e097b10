//! Draws the state: header, tabs, the screen, a notice, the footer, dialogs on top. Changes nothing but scroll offsets and what is
//! known of where things stand.

use super::app::{App, Click, Notice};
use super::screens::home::is_first_start;
use super::screens::{self, ScreenId};
use super::theme::Theme;
use super::widgets::stack::stack;
use super::widgets::text::{inset, put, wrapped, wrapped_within};
use super::widgets::{footer, header, rule, tabs};
use crate::report::document::Role;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use strum::IntoEnumIterator;

/// The smallest terminal that a screen fits: columns and rows.
const SMALLEST: (u16, u16) = (40, 10);
/// The rows around a screen and a notice: title, tabs, line, footer.
const AROUND: u16 = 4;

/// Draws everything.
pub fn draw(app: &App, theme: Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    app.clickable.clear();
    theme.fill(area, frame.buffer_mut());
    app.is_too_small.set(area.width < SMALLEST.0 || area.height < SMALLEST.1);
    if app.is_too_small.get() {
        draw_too_small(theme, area, frame.buffer_mut());
        return;
    }
    let notice = notice_lines(app, inset(area));
    let notice_height = u16::try_from(notice.len()).unwrap_or_default();
    let is_first_start = app.shown() == ScreenId::Home && is_first_start(&app.session);
    // Whoever is new is asked one question; the screens come after it.
    let tabs_height = u16::from(!is_first_start);
    let heights = [Some(1), Some(tabs_height), Some(1), None, Some(notice_height), Some(1)];
    let [title, tabs, line, body, notice_area, footer_area] = stack(area, heights);
    let buffer = frame.buffer_mut();
    header::draw(&app.session, app.is_sample(), theme, title, buffer);
    if !is_first_start {
        draw_tabs(app, theme, inset(tabs), buffer);
    }
    rule::draw("", theme, line, buffer);
    app.screens.get(app.shown()).draw(&app.session, theme, inset(body), buffer);
    draw_notice(app, &notice, theme, inset(notice_area), buffer);
    let hints = footer::draw(&app.listings(), theme, footer_area, buffer).into_iter();
    app.clickable.add(hints.map(|(place, id)| (place, Click::Hint(id))));
    let of_screen = app.screens.get(app.shown()).cursor().filter(|_| app.dialogs.is_empty());
    let cursors = app.dialogs.iter().filter_map(|dialog| dialog.draw(&app.session, theme, body, buffer));
    if let Some(cursor) = cursors.last().or(of_screen) {
        frame.set_cursor_position(cursor);
    }
}

fn draw_too_small(theme: Theme, area: Rect, buffer: &mut Buffer) {
    let text = format!(
        "coach needs {}×{} cells; this terminal has {}×{}.",
        SMALLEST.0, SMALLEST.1, area.width, area.height
    );
    for (line, y) in wrapped(&text, area.width).iter().zip(area.top()..area.bottom()) {
        put(area.x, y, line, Style::new(), theme, area, buffer);
    }
}

fn draw_tabs(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let takes_digits = app.screens.get(app.shown()).takes_digits(&app.session);
    let tab = |id: ScreenId| {
        let key = if takes_digits { None } else { app.keymap.key_of(&screens::BINDINGS, id) };
        (key.unwrap_or_default(), id.title(), id == app.shown())
    };
    let places = tabs::draw_screens(ScreenId::iter().map(tab), theme, area, buffer).into_iter();
    app.clickable.add(places.zip(ScreenId::iter().map(Click::Screen)));
}

/// The lines of what the user should know: all of them, or as many as leave the screen half of its rows.
fn notice_lines(app: &App, area: Rect) -> Vec<String> {
    let text = match &app.notice {
        Some(Notice::Said(text) | Notice::News(text) | Notice::Failed(text)) => text.as_str(),
        None => return Vec::new(),
    };
    wrapped_within(text, area.width, usize::from(area.height.saturating_sub(AROUND) / 2))
}

fn draw_notice(app: &App, lines: &[String], theme: Theme, area: Rect, buffer: &mut Buffer) {
    let failed = matches!(app.notice, Some(Notice::Failed(_)));
    let style = if failed { theme.alarm() } else { theme.style(Role::Strong) };
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        put(area.x, y, line, style, theme, area, buffer);
    }
}
