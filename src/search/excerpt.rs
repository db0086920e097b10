//! The words around what was found.

use super::store::IndexedText;
use super::vocabulary::Term;

/// So many characters are shown at most, the marks of what was left out not counted.
const LENGTH: usize = 110;
/// So many of them at most stand before the word that was found.
const BEFORE: usize = 40;

/// What the texts of a page say of what was found: a part of the text that says most, given how much each word of the
/// guide says; empty if none says anything.
pub(super) fn excerpt(texts: &[IndexedText], weights: &[f32]) -> String {
    let mut best = (0.0, None);
    for text in texts {
        let (says, first) = says(text, weights);
        if says > best.0 {
            best = (says, first.map(|at| around(&text.text, at)));
        }
    }
    best.1.unwrap_or_default()
}

/// How much a text says, each word counted once, and the byte of the first word that says anything.
fn says(text: &IndexedText, weights: &[f32]) -> (f32, Option<usize>) {
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

/// The part of a text around the byte where a word begins, cut between words.
fn around(text: &str, at: usize) -> String {
    let length = text.chars().count();
    if length <= LENGTH {
        return text.to_owned();
    }
    let found = text[..at].chars().count();
    let from = found.saturating_sub(BEFORE).min(length - LENGTH);
    let start = byte_of(text, from);
    let end = byte_of(text, from + LENGTH);
    let start = if start == 0 { 0 } else { next_word(text, start, at) };
    let end = if end == text.len() { end } else { last_word(text, at, end) };
    let open = if start == 0 { "" } else { "…" };
    let close = if end == text.len() { "" } else { "…" };
    format!("{open}{}{close}", text[start..end].trim())
}

fn byte_of(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(byte, _)| byte)
}

/// The first beginning of a word from a byte on, but no later than the word that was found.
fn next_word(text: &str, from: usize, found: usize) -> usize {
    if text[..from].ends_with(' ') {
        return from;
    }
    text[from..found].find(' ').map_or(found, |space| from + space + 1)
}

/// The last end of a word up to a byte; without one the cut stays where it is.
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
