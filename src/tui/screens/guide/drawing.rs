//! How the guide is drawn: the contents and the page, each below a line that says what it is and where the keys move.

use super::{Reader, in_order, page};
use crate::guide::id::Link;
use crate::guide::model::Guide;
use crate::report::document::{Document, Role, Span};
use crate::report::layout;
use crate::session::{NamedKey, Session};
use crate::tui::theme::Theme;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::stack::{row, stack};
use crate::tui::widgets::text::{put, put_right};
use crate::tui::widgets::{field, rule};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width the contents stand beside the page.
const SIDE_BY_SIDE: u16 = 78;
/// The least width of the contents, and of the page beside contents that need more.
const CONTENTS_WIDTH: u16 = 28;
const PAGE_WIDTH: u16 = 66;
/// The width of the rule between the two.
const RULE: u16 = 3;
/// The mark before a page with a bookmark.
const BOOKMARK: &str = "»";
/// The room before a title, without and with a bookmark.
const INDENT: &str = "  ";
const BOOKMARK_INDENT: &str = "» ";
/// The height of the line above the contents and above the page.
const HEADING: u16 = 1;

/// Draws the contents beside the page; or the one of the two in which the keys move.
pub fn draw(reader: &Reader, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let is_narrow = area.width < SIDE_BY_SIDE;
    reader.contents.measure(is_narrow.then_some(area.height.saturating_sub(HEADING)));
    if is_narrow {
        if reader.contents.in_page {
            draw_page(reader, session, theme, area, buffer);
        } else {
            draw_contents(reader, session, theme, area, buffer);
        }
        return;
    }
    let contents = contents_width(session.guide(), area);
    let [left, middle, right] = row(area, [Some(contents), Some(RULE), None]);
    rule::draw_upright(theme, middle, buffer);
    draw_contents(reader, session, theme, left, buffer);
    draw_page(reader, session, theme, right, buffer);
}

/// The width of the contents: that of the longest title, as far as the page has enough room.
fn contents_width(guide: &Guide, area: Rect) -> u16 {
    let titles = in_order(guide).filter_map(|id| guide.section(id)).map(|section| section.title.as_str());
    let longest = titles.map(layout::width).max().unwrap_or_default() + layout::width(INDENT);
    let room = area.width.saturating_sub(RULE + PAGE_WIDTH);
    u16::try_from(longest).unwrap_or(u16::MAX).min(room).max(CONTENTS_WIDTH)
}

fn draw_contents(reader: &Reader, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let is_focused = !reader.contents.in_page;
    let [heading, body] = stack(area, [Some(HEADING), None]);
    rule::draw_heading("Contents", is_focused, theme, heading, buffer);
    reader.contents.draw_list(rows(reader, session.guide()), theme, body, buffer);
}

/// The contents: parts and their sections.
fn rows(reader: &Reader, guide: &Guide) -> Rows {
    let mut rows = Rows::default();
    let bookmarks = reader.memory.bookmarks();
    let mut at = 0;
    for part in &guide.parts {
        rows.push_head(vec![Span::new(Role::Heading, &part.title)]);
        for section in part.sections.iter().filter_map(|id| guide.section(id)) {
            if at == reader.contents.selected {
                rows.selected = rows.lines.len();
            }
            at += 1;
            let is_marked = bookmarks.contains(&Link::Section(section.id.clone()));
            let mark = if is_marked { BOOKMARK_INDENT } else { INDENT };
            rows.lines.push(vec![format!("{mark}{}", section.title).into()]);
        }
    }
    // While a skill or a level is read, none of these pages is the one that is open.
    let is_section = matches!(reader.place, Some(Link::Section(_)) | None);
    rows.is_left = reader.contents.in_page && !is_section;
    rows
}

/// Draws the page, with a line for what is looked for below it.
fn draw_page(reader: &Reader, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    // One more column than the page has: the free one before the track that shows how far down it is.
    let area = Rect { width: area.width.min(layout::GUIDE_MEASURE + 1), ..area };
    let page = page(session, reader.place.as_ref());
    let pane = &reader.contents.pane;
    pane.measure(area);
    let found = found(reader, &page);
    let heights = [Some(HEADING), None, Some(u16::from(found.is_some()))];
    let [heading, body, line] = stack(area, heights);
    pane.draw(&page, theme, body, buffer);
    if let Some(place) = &reader.place {
        reader.memory.keep(place, pane.top());
    }
    let position = position(reader, session.guide());
    rule::draw_heading(&position, reader.contents.in_page, theme, heading, buffer);
    draw_found(reader, (found, session), &page, theme, line, buffer);
}

/// Which page it is and how far down: `Page 3/32 · 40% down`.
fn position(reader: &Reader, guide: &Guide) -> String {
    let page = match &reader.place {
        Some(Link::Section(id)) => {
            let at = in_order(guide).position(|section| section == id).unwrap_or_default();
            format!("Page {}/{}", at + 1, in_order(guide).count())
        }
        Some(Link::Skill(_)) => "A skill".to_owned(),
        Some(Link::Level(_)) => "A level".to_owned(),
        Some(Link::Faq(_)) => "A common question".to_owned(),
        None => String::new(),
    };
    let is_marked = reader.place.as_ref().is_some_and(|place| reader.memory.is_marked(place));
    let page = if is_marked { format!("{BOOKMARK} {page}") } else { page };
    match reader.contents.pane.percent_down() {
        Some(percent) => format!("{page} · {percent} % down"),
        None => page,
    }
}

/// `2 of 5`, or what is to be done.
fn found(reader: &Reader, page: &Document) -> Option<String> {
    match reader.contents.pane.found(page) {
        Some((_, 0)) => Some("not on this page".to_owned()),
        Some((at, count)) => Some(format!("{at} of {count}")),
        None => reader.typed.as_ref().map(|_| "type what to find on this page".to_owned()),
    }
}

fn draw_found(
    reader: &Reader,
    (found, session): (Option<String>, &Session),
    page: &Document,
    theme: Theme,
    line: Rect,
    buffer: &mut Buffer,
) {
    reader.cursor.set(None);
    let Some(found) = found else { return };
    let (_, places) = reader.contents.pane.found(page).unwrap_or_default();
    let key = |key| session.key(key);
    let keys = match (&reader.typed, places) {
        (Some(_), _) => String::new(),
        (None, 0 | 1) => format!(" · {} done", key(NamedKey::Back)),
        (None, _) => format!(
            " · {} next · {} previous · {} done",
            key(NamedKey::FindNext),
            key(NamedKey::FindPrevious),
            key(NamedKey::Back)
        ),
    };
    let found = format!("{found}{keys}");
    let width = u16::try_from(layout::width(&found)).unwrap_or(u16::MAX);
    put_right(&found, theme.style(Role::Dim), theme, line, buffer);
    if let Some(field) = &reader.typed {
        let x = put(line.x, line.y, "Find ", theme.style(Role::Strong), theme, line, buffer);
        let room =
            Rect { x, width: line.right().saturating_sub(width.saturating_add(2)).saturating_sub(x), ..line };
        reader.cursor.set(field::draw(field, theme, room, buffer));
    }
}
