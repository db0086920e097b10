//! Wraps pieces of text; each part keeps its meaning.

use crate::report::document::{Span, Spans};
use crate::report::safe_text::is_unsafe_control;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A space at which no line is broken.
pub const NO_BREAK: char = '\u{a0}';

/// The width of a text, in cells.
pub fn width(text: &str) -> usize {
    // Most texts are ASCII, and counting it takes a tenth of the time.
    let is_printable_ascii = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_printable_ascii { text.len() } else { UnicodeWidthStr::width(text) }
}

/// A text cut at a grapheme boundary, with `…` if something is missing.
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return text.into();
    }
    let (kept, _) = split(text, cells.saturating_sub(1));
    if cells == 0 { "".into() } else { format!("{}…", kept.trim_end()).into() }
}

/// The longest beginning that fits, cut at a grapheme boundary, and the rest.
fn split(text: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Wraps at white space, but not at a no-break space, which becomes a plain one; breaks a word that is wider than a line. `first` is put before the first line, `hanging` before the others.
pub fn wrap(spans: &[Span], cells: usize, first: &str, hanging: &str) -> Vec<Spans> {
    let mut lines = Lines { cells, hanging, done: Vec::new(), line: Spans::new(), used: 0, words: 0 };
    lines.indent(first);
    let mut before: Option<&Span> = None;
    for word in pieces(spans).chunk_by(|_, piece| !piece.starts_word) {
        lines.push_word(word, before);
        before = word.last().map(|piece| piece.span);
    }
    lines.done.push(lines.line);
    lines.done
}

/// A text without white space. Several make a word where a word has several meanings.
struct Piece<'a> {
    text: &'a str,
    /// The text it is part of.
    span: &'a Span,
    starts_word: bool,
}

fn pieces(spans: &[Span]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut starts_word = true;
    for span in spans {
        // Control characters separate words like white space, so that none reaches a terminal.
        for (i, text) in span.text.split(|c: char| c == ' ' || is_unsafe_control(c)).enumerate() {
            // White space was between two parts of a split.
            starts_word |= i > 0;
            if !text.is_empty() {
                pieces.push(Piece { text, span, starts_word });
                starts_word = false;
            }
        }
    }
    pieces
}

struct Lines<'a> {
    cells: usize,
    hanging: &'a str,
    done: Vec<Spans>,
    line: Spans,
    used: usize,
    words: usize,
}

impl Lines<'_> {
    fn indent(&mut self, text: &str) {
        if !text.is_empty() && width(text) < self.cells {
            self.push(text, None);
        }
    }

    fn push_word(&mut self, word: &[Piece<'_>], before: Option<&Span>) {
        let word_width: usize = word.iter().map(|piece| width(piece.text)).sum();
        if self.words > 0 {
            if self.used + 1 + word_width > self.cells {
                self.break_line();
            } else {
                // A space inside a piece has its meaning; a space between two pieces is plain.
                let within = before
                    .filter(|before| word.first().is_some_and(|piece| std::ptr::eq(*before, piece.span)));
                self.push(" ", within);
            }
        }
        for piece in word {
            self.push_text(piece.text, piece.span);
        }
        self.words += 1;
    }

    fn push_text(&mut self, text: &str, span: &Span) {
        let plain =
            if text.contains(NO_BREAK) { text.replace(NO_BREAK, " ").into() } else { Cow::from(text) };
        let mut rest = plain.as_ref();
        while self.used + width(rest) > self.cells {
            let (head, tail) = split(rest, self.cells.saturating_sub(self.used));
            if head.is_empty() && (self.used == 0 || self.used == width(self.hanging)) {
                break;
            }
            self.push(head, Some(span));
            self.break_line();
            rest = tail;
        }
        self.push(rest, Some(span));
    }

    fn push(&mut self, text: &str, like: Option<&Span>) {
        if text.is_empty() {
            return;
        }
        let plain = Span::default();
        let like = like.unwrap_or(&plain);
        self.used += width(text);
        match self.line.last_mut() {
            Some(last) if last.is_like(like) => last.text.push_str(text),
            _ => self.line.push(Span { text: text.to_owned(), ..like.without_text() }),
        }
    }

    fn break_line(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.used = 0;
        self.words = 0;
        self.indent(self.hanging);
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, wrap};
    use crate::report::document::{Role, Span};

    fn texts(spans: &[Span], cells: usize, first: &str, hanging: &str) -> Vec<String> {
        let lines = wrap(spans, cells, first, hanging);
        lines.into_iter().map(|line| line.into_iter().map(|span| span.text).collect()).collect()
    }

    #[test]
    fn wraps_at_spaces_and_hangs() {
        let text = [Span::from("one two  three\nfour")];
        assert_eq!(texts(&text, 9, "• ", "  "), ["• one two", "  three", "  four"]);
    }

    #[test]
    fn keeps_pieces_of_one_word_together() {
        let text = [Span::from("see "), Span::new(Role::Strong, "SQL"), Span::from(", then")];
        assert_eq!(texts(&text, 8, "", ""), ["see SQL,", "then"]);
    }

    #[test]
    fn breaks_a_word_that_no_line_holds() {
        assert_eq!(texts(&["abcdefgh".into()], 3, "", ""), ["abc", "def", "gh"]);
        assert_eq!(texts(&["ab cdefgh".into()], 4, "  ", "  "), ["  ab", "  cd", "  ef", "  gh"]);
    }

    #[test]
    fn a_no_break_space_keeps_a_sign_with_its_name() {
        assert_eq!(texts(&["one ✗\u{a0}SQL two".into()], 7, "", ""), ["one", "✗ SQL", "two"]);
    }

    #[test]
    fn survives_no_width_at_all() {
        assert_eq!(texts(&["ab 表".into()], 0, "• ", "  ").concat(), "ab表");
    }

    #[test]
    fn cuts_by_grapheme() {
        assert_eq!(cut("naïve approach", 8), "naïve a…");
        assert_eq!(cut("表表表", 4), "表…");
        assert_eq!(cut("abc", 0), "");
    }
}
