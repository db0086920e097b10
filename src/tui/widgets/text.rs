//! Text in an area: cut at its edge, in ASCII where the terminal wants it.

use crate::report::document::Document;
use crate::report::layout;
use crate::report::text::to_ascii;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// Text as this terminal can show it.
#[must_use]
pub fn shown(text: &str, theme: Theme) -> Cow<'_, str> {
    if theme.ascii { to_ascii(text).into() } else { text.into() }
}

/// Leaves a column free on either side.
#[must_use]
pub const fn inset(area: Rect) -> Rect {
    Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area }
}

/// The part of an area to the right of a column, two cells away from it.
#[must_use]
pub const fn rest_of(area: Rect, end: u16) -> Rect {
    let x = end.saturating_add(2);
    Rect { x, width: area.right().saturating_sub(x), ..area }
}

/// Writes a text within an area, cut at its right edge. Returns the column behind it.
pub fn put(x: u16, y: u16, text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let room = usize::from(area.right().saturating_sub(x));
    let text = layout::cut(text, room);
    let (end, _) = buffer.set_stringn(x, y, shown(&text, theme), room, style);
    end
}

/// Writes a text at the right edge of an area.
pub fn put_right(text: &str, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = u16::try_from(layout::width(text)).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(width).max(area.x);
    put(x, area.y, text, style, theme, area, buffer);
}

/// A text in lines of a width.
#[must_use]
pub fn wrapped(text: &str, width: u16) -> Vec<String> {
    let mut doc = Document::default();
    doc.paragraph(text);
    let lines = layout::lines(&doc, usize::from(width)).into_iter();
    lines.map(|line| line.into_iter().map(|span| span.text).collect()).collect()
}

/// A text in at most some lines of a width. One that has more ends with `…` after a whole word.
#[must_use]
pub fn wrapped_within(text: &str, width: u16, most: usize) -> Vec<String> {
    let mut lines = wrapped(text, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = with_dots(last, usize::from(width));
        }
    }
    lines
}

/// A line with `…` behind its last word that leaves room for it.
fn with_dots(line: &str, width: usize) -> String {
    let mut kept = line.trim_end();
    while layout::width(kept) + 2 > width {
        match kept.rsplit_once(' ') {
            Some((before, _)) => kept = before.trim_end(),
            None => return layout::cut(&format!("{line}…"), width).into_owned(),
        }
    }
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::wrapped_within;
    use rstest::rstest;

    #[rstest]
    #[case::fits("one two three", 9, 2, &["one two", "three"])]
    #[case::dots_have_room("one two three four five", 9, 2, &["one two", "three …"])]
    #[case::dots_cost_a_word("one two three four", 7, 1, &["one …"])]
    #[case::a_word_is_too_long("Donaudampfschiff fährt", 9, 1, &["Donaudam…"])]
    fn a_text_ends_after_a_whole_word(
        #[case] text: &str,
        #[case] width: u16,
        #[case] most: usize,
        #[case] expected: &[&str],
    ) {
        assert_eq!(wrapped_within(text, width, most), expected);
    }
}
