//! A field of text with its cursor.

use super::text::{put, shown as shown_text};
use crate::report::document::Role;
use crate::report::layout;
use crate::tui::input::as_line;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// What stands before a field.
const PROMPT: &str = "> ";
/// The same where the field begins further left or above.
const CUT: &str = "… ";
/// The most lines that a field for sentences takes.
const MOST_LINES: usize = 3;

/// Draws a field in the first line of an area. Returns where its cursor stands, if there is room for one.
pub fn draw(field: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let room = room(area.width);
    if room == 0 || area.height == 0 {
        return None;
    }
    let scroll = field.visual_scroll(room);
    let (hidden, visible) = split_at(field.value(), scroll);
    let prompt = if hidden == 0 { PROMPT } else { CUT };
    let x = put(area.x, area.y, prompt, theme.style(Role::Strong), theme, area, buffer);
    // One cell more than the text may have: there the cursor stands behind it, or what is cut is marked.
    put(x, area.y, visible, theme.style(Role::Text), theme, area, buffer);
    let at = field.visual_cursor().saturating_sub(hidden);
    let at = x.saturating_add(u16::try_from(at).unwrap_or_default());
    Some(Position::new(at.min(area.right().saturating_sub(1)), area.y))
}

/// The lines that a field for sentences takes in a width.
#[must_use]
pub fn height(field: &Input, width: u16) -> u16 {
    let lines = lines(field.value(), room(width)).len();
    u16::try_from(lines.min(MOST_LINES)).unwrap_or_default()
}

/// Draws a field for sentences: as many of its lines as there is room for, the one with the cursor among them.
pub fn draw_lines(field: &Input, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let lines = lines(field.value(), room(area.width));
    let shown = usize::from(area.height).min(MOST_LINES);
    if room(area.width) == 0 || shown == 0 {
        return None;
    }
    let cursor = field.cursor();
    let mut starts = vec![0];
    starts.extend(lines.iter().scan(0, |end, line| {
        *end += line.chars().count();
        Some(*end)
    }));
    starts.truncate(lines.len());
    let current = starts.iter().rposition(|start| *start <= cursor).unwrap_or_default();
    let first = (current + 1).saturating_sub(shown);
    let mut at = None;
    for ((row, line), y) in lines.iter().enumerate().skip(first).take(shown).zip(area.top()..) {
        let prompt = match row {
            0 => PROMPT,
            _ if row == first => CUT,
            _ => "  ",
        };
        let x = put(area.x, y, prompt, theme.style(Role::Strong), theme, area, buffer);
        let is_cut = row + 1 == first + shown && row + 1 < lines.len();
        let text = if is_cut { format!("{}…", line.trim_end()) } else { line.clone() };
        put(x, y, text.trim_end(), theme.style(Role::Text), theme, area, buffer);
        if row == current {
            let before = cursor.saturating_sub(starts.get(row).copied().unwrap_or_default());
            let before: String = line.chars().take(before).collect();
            let cells = u16::try_from(layout::width(&shown_text(&before, theme))).unwrap_or_default();
            at = Some(Position::new(x.saturating_add(cells).min(area.right().saturating_sub(1)), y));
        }
    }
    at
}

/// The cells for text in a width: the prompt stands before them, and the cursor may stand behind them.
fn room(width: u16) -> usize {
    usize::from(width).saturating_sub(PROMPT.chars().count() + 1)
}

/// The cells of a text's beginning that is hidden, which are at least this many if there are as many, and the rest.
fn split_at(text: &str, cells: usize) -> (usize, &str) {
    let mut hidden = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if hidden >= cells {
            return (hidden, text.get(at..).unwrap_or_default());
        }
        hidden += layout::width(grapheme);
    }
    if cells == 0 { (0, text) } else { (hidden, "") }
}

/// A text in lines that together are that text: broken behind a space, else where the line is full. A space behind a full line
/// belongs to it.
fn lines(text: &str, room: usize) -> Vec<String> {
    let mut done = Vec::new();
    let mut line = String::new();
    for grapheme in text.graphemes(true) {
        let is_space = grapheme.chars().all(char::is_whitespace);
        if !is_space && layout::width(&line) + layout::width(grapheme) > room {
            let rest = match line.rfind(' ') {
                Some(space) => line.split_off(space + 1),
                None => String::new(),
            };
            done.push(std::mem::replace(&mut line, rest));
        }
        line.push_str(grapheme);
    }
    done.push(line);
    done
}

/// Types a text at the cursor, as one line.
pub fn insert(field: &mut Input, text: &str) {
    for c in as_line(text).chars() {
        field.handle(InputRequest::InsertChar(c));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::looks::MONO;
    use rstest::rstest;

    fn drawn(field: &Input, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, 13, height);
        let mut buffer = Buffer::empty(area);
        let theme = Theme::new(&MONO, false);
        let cursor = if height == 1 {
            draw(field, theme, area, &mut buffer)
        } else {
            draw_lines(field, theme, area, &mut buffer)
        };
        let rows = buffer.content.chunks(13);
        let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        let rows = rows.map(row).map(|row: String| row.trim_end().to_owned()).collect();
        (rows, cursor.map(|at| (at.x, at.y)))
    }

    #[rstest]
    #[case::empty("", None, &[">"], (2, 0))]
    #[case::fits("one two th", None, &["> one two th"], (12, 0))]
    #[case::two("one two three", None, &["> one two", "  three"], (7, 1))]
    #[case::cursor_in_the_first("one two three", Some(2), &["> one two", "  three"], (4, 0))]
    #[case::a_word_is_too_long("Donaudampfschiff", None, &["> Donaudampf", "  schiff"], (8, 1))]
    #[case::begins_further_up("one two three four five six seven", None, &["… five six", "  seven"], (7, 1))]
    #[case::goes_on("one two three four five six seven", Some(0), &["> one two", "  three four…"], (2, 0))]
    fn a_sentence_takes_lines(
        #[case] text: &str,
        #[case] cursor: Option<usize>,
        #[case] expected: &[&str],
        #[case] at: (u16, u16),
    ) {
        let field = Input::new(text.to_owned());
        let field = cursor.map_or(field.clone(), |cursor| field.with_cursor(cursor));
        let height = u16::try_from(expected.len()).expect("few").max(2);
        let (rows, found) = drawn(&field, height);
        let rows: Vec<&str> = rows.iter().map(String::as_str).filter(|row| !row.is_empty()).collect();
        assert_eq!((rows.as_slice(), found), (expected, Some(at)));
    }

    #[rstest]
    #[case::whole("one two", None, "> one two", 9)]
    #[case::begins_further_left("one two three", None, "…  two three", 12)]
    #[case::goes_on("one two three", Some(0), "> one two th…", 2)]
    fn a_line_shows_where_it_is_cut(
        #[case] text: &str,
        #[case] cursor: Option<usize>,
        #[case] expected: &str,
        #[case] at: u16,
    ) {
        let field = Input::new(text.to_owned());
        let field = cursor.map_or(field.clone(), |cursor| field.with_cursor(cursor));
        assert_eq!(drawn(&field, 1), (vec![expected.to_owned()], Some((at, 0))));
    }

    #[test]
    fn lines_are_the_text_and_none_is_too_wide() {
        for text in ["", " ", "a  b   c", "one two three four", "表表表 表表表表表表", "e\u{301}e\u{301} x"]
        {
            for room in 2..12 {
                let lines = lines(text, room);
                assert_eq!(lines.concat(), text);
                assert!(lines.iter().all(|line| layout::width(line.trim_end()) <= room), "{room}: {lines:?}");
            }
        }
    }
}
