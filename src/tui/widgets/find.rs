//! A text that is looked for in a page: where it stands in the lines, however they were broken.

use crate::latin::latin;
use crate::report::layout::Line;
use std::ops::Range;

/// Where a text was found: the parts of lines that it takes, each a line with its bytes.
pub type Place = Vec<(usize, Range<usize>)>;

/// A text as it is compared: small letters without accents, white space as one space.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut fold = Fold::default();
    text.chars().for_each(|c| fold.push(c, 0, 0..0));
    fold.text.trim_end().to_owned()
}

/// The places of a folded text in lines, from the top. A text that is broken between two lines is one place.
#[must_use]
pub fn places(lines: &[Line], wanted: &str) -> Vec<Place> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut page = Fold::default();
    for (row, line) in lines.iter().enumerate() {
        let mut at = 0;
        for c in line.iter().flat_map(|span| span.text.chars()) {
            page.push(c, row, at..at + c.len_utf8());
            at += c.len_utf8();
        }
        page.push(' ', row, at..at);
    }
    let found = page.text.match_indices(wanted);
    found.map(|(start, text)| page.place(start..start + text.len())).collect()
}

/// A text that is folded, with where each byte of it comes from.
#[derive(Default)]
struct Fold {
    text: String,
    from: Vec<(usize, Range<usize>)>,
}

impl Fold {
    fn push(&mut self, c: char, row: usize, bytes: Range<usize>) {
        if c.is_whitespace() {
            if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.add(" ", row, &bytes);
            }
            return;
        }
        match latin(c) {
            Some(plain) => self.add(&plain.to_ascii_lowercase(), row, &bytes),
            None => self.add(c.encode_utf8(&mut [0; 4]), row, &bytes),
        }
    }

    fn add(&mut self, text: &str, row: usize, bytes: &Range<usize>) {
        self.text.push_str(text);
        self.from.extend(std::iter::repeat_n((row, bytes.clone()), text.len()));
    }

    fn place(&self, found: Range<usize>) -> Place {
        let mut place = Place::new();
        for (row, bytes) in self.from.get(found).unwrap_or_default() {
            match place.last_mut() {
                Some((last, range)) if last == row => range.end = range.end.max(bytes.end),
                _ => place.push((*row, bytes.clone())),
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::{folded, places};
    use crate::report::document::{Role, Span};

    fn lines(texts: &[&str]) -> Vec<Vec<Span>> {
        texts.iter().map(|text| vec![Span::new(Role::Text, &text[..1]), text[1..].into()]).collect()
    }

    #[test]
    fn a_text_is_found_across_pieces_lines_and_indents() {
        let page = lines(&["We use version", "    control every day.", "Version control!"]);
        let found = places(&page, &folded("Version  CONTROL"));
        assert_eq!(found, [vec![(0, 7..14), (1, 4..11)], vec![(2, 0..15)]]);
    }

    #[test]
    fn accents_and_dashes_do_not_matter() {
        let page = lines(&["Your résumé: 2–4 pages"]);
        assert_eq!(places(&page, &folded("resume")).len(), 1);
        assert_eq!(places(&page, &folded("RÉSUMÉ")).len(), 1);
        assert_eq!(places(&page, &folded("2-4")).len(), 1);
    }

    #[test]
    fn nothing_is_found_where_there_is_nothing() {
        assert_eq!(places(&lines(&["one", "two"]), &folded("three")), [] as [Vec<_>; 0]);
        assert_eq!(places(&lines(&["one"]), &folded("  ")), [] as [Vec<_>; 0]);
        assert_eq!(places(&[], "one"), [] as [Vec<_>; 0]);
    }
}
