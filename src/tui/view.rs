//! Draws the state: header, tabs, the screen, a notice, the footer, dialogs on top. Changes nothing but scroll offsets.

mod assess;
mod dialog;
mod list;
mod plan;

use super::action::{BINDINGS, Scope, ScreenId};
use super::app::{App, Notice};
use super::pane::{Pane, shown};
use super::rows::rows;
use super::screen;
use super::theme::Theme;
use crate::report::document::{Document, Role};
use crate::report::layout;
use crate::report::pages;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use strum::IntoEnumIterator;

/// The smallest terminal that a screen fits.
const SMALLEST: (u16, u16) = (40, 10);
/// From this width the contents stand beside the page.
const SIDE_BY_SIDE: u16 = 78;
const CONTENTS_WIDTH: u16 = 26;
/// So many rows a notice may take.
const NOTICE_LINES: usize = 3;
/// From this height a list stands above its page; below, one of them has the screen.
const LIST_AND_PAGE: u16 = 17;

/// Draws everything.
pub fn draw(app: &App, theme: Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    app.is_too_small.set(area.width < SMALLEST.0 || area.height < SMALLEST.1);
    if app.is_too_small.get() {
        draw_too_small(theme, area, frame.buffer_mut());
        return;
    }
    let notice = notice_lines(app, area.width.saturating_sub(2));
    let notice_height = u16::try_from(notice.len()).unwrap_or_default();
    let heights = [Some(1), Some(1), Some(1), None, Some(notice_height), Some(1)];
    let [header, tabs, rule, body, notice_area, footer] = rows(area, heights);
    let buffer = frame.buffer_mut();
    draw_header(app, theme, header, buffer);
    draw_tabs(app, theme, tabs, buffer);
    draw_rule("", theme, rule, buffer);
    draw_screen(app, theme, inset(body), buffer);
    draw_notice(app, &notice, theme, notice_area, buffer);
    draw_footer(app, theme, footer, buffer);
    let cursor = app.dialogs.iter().filter_map(|open| dialog::draw(app, open, theme, body, buffer)).last();
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// Leaves a column free on either side.
const fn inset(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

fn draw_too_small(theme: Theme, area: Rect, buffer: &mut Buffer) {
    let text =
        format!("coach needs {}×{} cells; here are {}×{}.", SMALLEST.0, SMALLEST.1, area.width, area.height);
    for (line, y) in wrapped(&text, area.width).iter().zip(area.top()..area.bottom()) {
        put(area.x, y, line, Style::new(), theme, area, buffer);
    }
}

/// Writes a text within an area, cut at its right edge.
fn put(x: u16, y: u16, text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let room = usize::from(area.right().saturating_sub(x));
    let text = layout::cut(text, room);
    let (end, _) = buffer.set_stringn(x, y, shown(&text, theme), room, style);
    end
}

fn put_right(text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = u16::try_from(layout::width(text)).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(width).max(area.x);
    put(x, area.y, text, style, theme, area, buffer);
}

fn draw_header(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let end = put(area.x, area.y, "coach", theme.style(Role::Strong), theme, area, buffer);
    let end =
        put(end, area.y, &format!(" · {}", app.session.guide().title), Style::new(), theme, area, buffer);
    let assessment = app.session.assessment();
    let (rated, skills) = (assessment.rated, assessment.skills);
    let texts = match app.session.target() {
        Some(level) => [
            format!("target {} · {rated} of {skills} rated", level.short),
            format!("{} · {rated} of {skills}", level.short),
        ],
        None => [format!("no target yet · {rated} of {skills} rated"), format!("{rated} of {skills}")],
    };
    let room = Rect { x: end + 2, width: area.right().saturating_sub(end + 2), ..area };
    if let Some(text) = texts.iter().find(|text| layout::width(text) <= usize::from(room.width)) {
        put_right(text, theme.style(Role::Dim), theme, room, buffer);
    }
}

fn draw_tabs(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let mut x = area.x;
    for (screen, number) in ScreenId::iter().zip(1..) {
        let style = if app.screen == screen { theme.selected() } else { theme.style(Role::Text) };
        // While rating the digits rate.
        let tab = match app.screen {
            ScreenId::Assess => format!("   {} ", screen.title()),
            _ => format!(" {number} {} ", screen.title()),
        };
        x = put(x, area.y, &tab, style, theme, area, buffer) + 1;
    }
}

fn draw_rule(title: &str, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let dim = theme.style(Role::Dim);
    put(area.x, area.y, &"─".repeat(usize::from(area.width)), dim, theme, area, buffer);
    if !title.is_empty() {
        put(area.x + 2, area.y, &format!(" {title} "), theme.style(Role::Strong), theme, area, buffer);
    }
}

/// The lines of what the user should know, at most a few.
fn notice_lines(app: &App, width: u16) -> Vec<String> {
    let text = match &app.notice {
        Some(Notice::Said(text) | Notice::Failed(text)) => text.as_str(),
        None => return Vec::new(),
    };
    let mut lines = wrapped(text, width);
    lines.truncate(NOTICE_LINES);
    lines
}

/// A text in lines of a width.
fn wrapped(text: &str, width: u16) -> Vec<String> {
    let mut doc = Document::default();
    doc.paragraph(text);
    let lines = layout::lines(&doc, usize::from(width)).into_iter();
    lines.map(|line| line.into_iter().map(|span| span.text).collect()).collect()
}

fn draw_notice(app: &App, lines: &[String], theme: Theme, area: Rect, buffer: &mut Buffer) {
    let failed = matches!(app.notice, Some(Notice::Failed(_)));
    let style = if failed { theme.alarm() } else { theme.style(Role::Strong) };
    let area = inset(area);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        put(area.x, y, line, style, theme, area, buffer);
    }
}

/// The hints of the bindings in force. Where there is little room those in the middle go first: the way to the help and
/// out stays.
fn draw_footer(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let mut hints: Vec<&str> = app.scopes().iter().flat_map(|scope| hints(*scope)).collect();
    let width = |hints: &[&str]| hints.iter().map(|hint| layout::width(hint) + 3).sum::<usize>();
    while width(&hints) > usize::from(area.width) + 3 && hints.len() > 2 {
        hints.remove(hints.len() - 3);
    }
    put(area.x, area.y, &hints.join(" · "), theme.style(Role::Dim), theme, area, buffer);
}

fn hints(scope: Scope) -> impl Iterator<Item = &'static str> {
    let in_scope = BINDINGS.iter().filter(move |binding| binding.scope == scope);
    in_scope.map(|binding| binding.hint).filter(|hint| !hint.is_empty())
}

fn draw_screen(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    match app.screen {
        ScreenId::Home => {
            app.home.measure(area);
            app.home.draw(&screen::doc(app), theme, area, buffer);
        }
        ScreenId::Guide => draw_guide(app, theme, area, buffer),
        ScreenId::Ladder => draw_browse(app, &app.ladder, list::ladder(app, area.width), theme, area, buffer),
        ScreenId::Plan => plan::draw(app, theme, area, buffer),
        ScreenId::Assess => assess::draw(app, theme, area, buffer),
        ScreenId::Gap if app.trying.is_some() => draw_trying(app, theme, area, buffer),
        ScreenId::Gap => draw_browse(app, &app.gap, list::gap(app, area.width), theme, area, buffer),
    }
}

fn draw_guide(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let browse = &app.reader.browse;
    let contents = list::contents(app);
    if area.width < SIDE_BY_SIDE {
        if browse.in_page {
            browse.pane.draw(&screen::doc(app), theme, area, buffer);
        } else {
            list::draw(&contents, true, theme, area, buffer);
        }
        return;
    }
    let [left, gap, right] =
        Layout::horizontal([Constraint::Length(CONTENTS_WIDTH), Constraint::Length(3), Constraint::Min(0)])
            .areas(area);
    list::draw(&contents, !browse.in_page, theme, left, buffer);
    for y in gap.top()..gap.bottom() {
        put(gap.x + 1, y, "│", theme.style(Role::Dim), theme, gap, buffer);
    }
    browse.pane.draw(&screen::doc(app), theme, right, buffer);
}

/// What moves on top, the skills below.
fn draw_trying(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(trying) = &app.trying else { return };
    let glance = pages::what_if::glance(app.view(), &trying.what_if, &trying.level);
    let lines = layout::lines(&glance, usize::from(area.width.saturating_sub(1)));
    // The skill that is marked stays in view, however little room there is.
    let most = area.height.saturating_sub(4);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(most);
    let [top, rule, skills] =
        Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Min(0)]).areas(area);
    Pane::default().draw(&glance, theme, top, buffer);
    let title = format!("What if, at {}?", app.view().level_name(&trying.level));
    draw_rule(&title, theme, rule, buffer);
    list::draw(&list::tried(app, trying, area.width), true, theme, skills, buffer);
}

/// A list above its page, or one of the two where there is little room.
fn draw_browse(
    app: &App,
    browse: &screen::browse::Browse,
    rows: list::Rows,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let height = u16::try_from(rows.height()).unwrap_or(u16::MAX);
    let title = match (&app.marked, app.screen) {
        (Some(marked), ScreenId::Ladder) => {
            format!("{} is compared with the level you choose", app.view().level_name(marked))
        }
        _ if browse.in_page => "reading; Esc goes back to the list".to_owned(),
        _ => String::new(),
    };
    if area.height < LIST_AND_PAGE {
        if browse.in_page {
            browse.pane.draw(&screen::doc(app), theme, area, buffer);
        } else {
            list::draw(&rows, true, theme, area, buffer);
        }
        return;
    }
    let [top, rule, page] =
        Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Min(0)]).areas(area);
    list::draw(&rows, !browse.in_page, theme, top, buffer);
    draw_rule(&title, theme, rule, buffer);
    browse.pane.draw(&screen::doc(app), theme, page, buffer);
}
