//! Wraps pieces of text to a width in points.

use super::fonts::Fonts;
use super::ink::Ink;
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;

/// A difference that nobody sees, so that a text fits into its own width.
const HAIR: f32 = 0.01;

/// A text with one look, in characters that the fonts have.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) ink: Ink,
    /// What a click on it opens.
    pub(super) link: Option<Rc<str>>,
}

impl Piece {
    fn like(&self, text: &str) -> Self {
        Self { text: text.to_owned(), ink: self.ink, link: self.link.clone() }
    }

    fn is_like(&self, other: &Self) -> bool {
        (self.ink, &self.link) == (other.ink, &other.link)
    }

    pub(super) fn width(&self, fonts: &Fonts) -> f32 {
        fonts.width(&self.text, self.ink.weight) * self.ink.size
    }
}

/// A line of the result.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct SetLine {
    pub(super) pieces: Vec<Piece>,
    /// In points, without the space at the end.
    pub(super) width: f32,
}

/// The lines of a text; none if it has only spaces. A word that is wider than a line is broken, after a sign if there is one.
pub(super) fn wrap(pieces: &[Piece], width: f32, fonts: &Fonts) -> Vec<SetLine> {
    let mut lines = Lines { width, fonts, done: Vec::new(), line: SetLine::default() };
    let mut before: Option<&Piece> = None;
    for word in words(pieces) {
        lines.push_word(&word, before);
        before = word.last().map(|(_, piece)| *piece);
    }
    if !lines.line.pieces.is_empty() {
        lines.done.push(lines.line);
    }
    lines.done
}

/// The width of a text on one line, in points.
pub(super) fn natural_width(pieces: &[Piece], fonts: &Fonts) -> f32 {
    pieces.iter().map(|piece| piece.width(fonts)).sum()
}

/// The width of the widest word, in points.
pub(super) fn widest_word(pieces: &[Piece], fonts: &Fonts) -> f32 {
    words(pieces).iter().map(|word| word_width(word, fonts)).fold(0.0, f32::max)
}

/// Adjoining texts without a space, each with the piece it comes from.
type Word<'a> = Vec<(&'a str, &'a Piece)>;

fn word_width(word: &Word<'_>, fonts: &Fonts) -> f32 {
    word.iter().map(|(text, piece)| fonts.width(text, piece.ink.weight) * piece.ink.size).sum()
}

fn words(pieces: &[Piece]) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut joined = false;
    for piece in pieces {
        for (i, text) in piece.text.split(' ').enumerate() {
            // A space was between two parts of a split.
            joined &= i == 0;
            if text.is_empty() {
                continue;
            }
            match words.last_mut().filter(|_| joined) {
                Some(word) => word.push((text, piece)),
                None => words.push(vec![(text, piece)]),
            }
            joined = true;
        }
    }
    words
}

struct Lines<'a> {
    width: f32,
    fonts: &'a Fonts,
    done: Vec<SetLine>,
    line: SetLine,
}

impl Lines<'_> {
    fn push_word(&mut self, word: &Word<'_>, before: Option<&Piece>) {
        let Some((_, first)) = word.first() else { return };
        if let Some(last) = before.filter(|_| !self.line.pieces.is_empty()) {
            // A space inside a piece looks like it; a space between two pieces is no link.
            let space = if std::ptr::eq(last, *first) {
                last.like(" ")
            } else {
                Piece { link: None, ..first.like(" ") }
            };
            if self.line.width + space.width(self.fonts) + word_width(word, self.fonts) > self.width + HAIR {
                self.break_line();
            } else {
                self.push(space);
            }
        }
        for (text, piece) in word {
            self.push_text(text, piece);
        }
    }

    fn push_text(&mut self, text: &str, piece: &Piece) {
        let mut rest = text;
        loop {
            let (head, tail) = self.split(rest, piece);
            self.push(piece.like(head));
            if tail.is_empty() {
                return;
            }
            self.done.push(std::mem::take(&mut self.line));
            rest = tail;
        }
    }

    /// The part of a word that still fits, and the rest. An empty line takes at least one character.
    fn split<'a>(&self, text: &'a str, piece: &Piece) -> (&'a str, &'a str) {
        let mut used = self.line.width;
        let (mut fits, mut after_sign) = (0, 0);
        for (at, grapheme) in text.grapheme_indices(true) {
            used += self.fonts.width(grapheme, piece.ink.weight) * piece.ink.size;
            let is_forced = at == 0 && self.line.pieces.is_empty();
            if used > self.width + HAIR && !is_forced {
                break;
            }
            fits = at + grapheme.len();
            if matches!(grapheme, "/" | "-" | "?" | "&" | "_" | "=") {
                after_sign = fits;
            }
        }
        text.split_at(if after_sign > 0 && fits < text.len() { after_sign } else { fits })
    }

    fn push(&mut self, piece: Piece) {
        if piece.text.is_empty() {
            return;
        }
        self.line.width += piece.width(self.fonts);
        match self.line.pieces.last_mut() {
            Some(last) if last.is_like(&piece) => last.text.push_str(&piece.text),
            _ => self.line.pieces.push(piece),
        }
    }

    /// Ends a line between two words. The space stays, unseen, so that a reader of the text knows where the word ends.
    fn break_line(&mut self) {
        if let Some(last) = self.line.pieces.last_mut() {
            last.text.push(' ');
        }
        self.done.push(std::mem::take(&mut self.line));
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, wrap};
    use crate::report::document::Role;
    use crate::report::pdf::fonts::Fonts;
    use crate::report::pdf::ink::Ink;

    fn piece(text: &str, role: Role) -> Piece {
        Piece { text: text.to_owned(), ink: Ink::of(role, 10.0), link: None }
    }

    fn texts(pieces: &[Piece], width: f32) -> Vec<String> {
        let fonts = Fonts::load().expect("embedded fonts");
        let lines = wrap(pieces, width, &fonts);
        lines.iter().map(|line| line.pieces.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn wraps_at_spaces_but_not_at_those_that_bind() {
        let text = [piece("one two  three", Role::Text)];
        assert_eq!(texts(&text, 50.0), ["one two ", "three"]);
        assert_eq!(texts(&[piece("one two\u{a0}three", Role::Text)], 60.0), ["one ", "two\u{a0}three"]);
        assert!(texts(&[piece("  ", Role::Text)], 60.0).is_empty());
    }

    #[test]
    fn keeps_pieces_of_one_word_together() {
        let text = [piece("see ", Role::Text), piece("SQL", Role::Strong), piece(", then", Role::Text)];
        assert_eq!(texts(&text, 45.0), ["see SQL, ", "then"]);
    }

    #[test]
    fn breaks_what_no_line_holds() {
        assert_eq!(
            texts(&[piece("https://example.org/a", Role::Text)], 60.0),
            ["https://", "example.org", "/a"]
        );
        assert_eq!(texts(&[piece("abc", Role::Text)], 0.0), ["a", "b", "c"]);
        assert_eq!(texts(&[piece("a", Role::Text), piece("bc", Role::Strong)], -5.0).concat(), "abc");
    }
}
