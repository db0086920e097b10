//! Excerpts: the text around the words found.

use super::index::IndexedText;
use super::vocabulary::Term;

/// Maximum length in characters, without the ellipses.
const MAX_LENGTH: usize = 110;
/// Maximum number of characters before the word found.
const MAX_BEFORE: usize = 40;

/// An excerpt of the text with the largest total weight; empty if no word of the texts has a weight. `weights` has one entry per
/// word of the vocabulary.
pub(super) fn excerpt(texts: &[IndexedText], weights: &[f32]) -> String {
    let mut best = (0.0, None);
    for text in texts {
        let (weight, first) = weigh(text, weights);
        if weight > best.0 {
            best = (weight, first.map(|at| around(&text.text, at)));
        }
    }
    best.1.unwrap_or_default()
}

/// The total weight of a text, each word counted once, and the byte where its first weighted word begins.
fn weigh(text: &IndexedText, weights: &[f32]) -> (f32, Option<usize>) {
    let mut found: Vec<Term> = Vec::new();
    let mut first = None;
    for (term, at) in &text.words {
        if weights[*term] > 0.0 && !found.contains(term) {
            found.push(*term);
            first = first.or(Some(*at));
        }
    }
    (found.iter().map(|term| weights[*term]).sum(), first)
}

/// The part of a text around the word that begins at byte `at`, cut between words.
fn around(text: &str, at: usize) -> String {
    let length = text.chars().count();
    if length <= MAX_LENGTH {
        return text.to_owned();
    }
    let found = text[..at].chars().count();
    let from = found.saturating_sub(MAX_BEFORE).min(length - MAX_LENGTH);
    let start = byte_of(text, from);
    let end = byte_of(text, from + MAX_LENGTH);
    let start = if start == 0 { 0 } else { next_word(text, start, at) };
    let end = if end == text.len() { end } else { last_word(text, at, end) };
    let open = if start == 0 { "" } else { "…" };
    let close = if end == text.len() { "" } else { "…" };
    format!("{open}{}{close}", text[start..end].trim())
}

fn byte_of(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(byte, _)| byte)
}

/// The first start of a word at or after byte `from`, but no later than the word found.
fn next_word(text: &str, from: usize, found: usize) -> usize {
    if text[..from].ends_with(' ') {
        return from;
    }
    text[from..found].find(' ').map_or(found, |space| from + space + 1)
}

/// The last end of a word at or before byte `to`; `to` itself if there is none.
fn last_word(text: &str, found: usize, to: usize) -> usize {
    if text[to..].starts_with(' ') {
        return to;
    }
    text[found..to].rfind(' ').map_or(to, |space| found + space)
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(around("A short text.", 2), "A short text.");
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        let text = "alpha beta gamma delta ".repeat(12) + "needle " + &"epsilon zeta eta theta ".repeat(12);
        let at = text.find("needle").unwrap_or_default();
        let cut = around(&text, at);
        assert!(cut.starts_with('…') && cut.ends_with('…') && cut.contains(" needle "), "{cut}");
        assert!((80..=112).contains(&cut.chars().count()), "{cut}");
        let words = cut.trim_matches('…').split(' ');
        assert!(words.into_iter().all(|word| text.split(' ').any(|other| other == word)), "{cut}");
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        let text = "ü".repeat(400);
        assert!(around(&text, 200).chars().count() <= 112);
    }
}
