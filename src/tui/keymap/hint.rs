//! The keys in a hint of the footer, such as `↑↓` in `↑↓ move`. A hint is written with the built-in keys; where the user has others,
//! it is written anew with those.

use super::{Line, Listing};
use crate::tui::input::Key;

/// What stands between the user's own keys.
const BETWEEN_KEYS: &str = "\u{a0}";

/// A hint taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Parts<'h> {
    /// The positions of the bindings whose keys it names.
    lines: Vec<usize>,
    /// What it says of them.
    words: &'h str,
}

/// The signs of a binding's keys.
fn signs(line: &Line) -> impl Iterator<Item = String> {
    line.keys.iter().filter_map(|name| name.parse::<Key>().ok()).map(|key| key.to_string())
}

/// The binding that has a key with this sign.
fn with_sign(sign: &str, listing: &Listing) -> Option<usize> {
    listing.lines.iter().position(|line| signs(line).any(|other| other == sign))
}

/// Takes a hint apart: it starts with one key (`d`), with keys in a row (`c e l`, `↑↓`), or with the first and the last of several
/// (`0–5`). Behind the first word only single signs are keys.
fn parts<'h>(hint: &'h str, listing: &Listing) -> Option<Parts<'h>> {
    let (first, mut words) = hint.split_once(' ')?;
    let mut lines = first_word(first, listing)?;
    while let Some((word, rest)) = words.split_once(' ')
        && word.chars().count() == 1
        && let Some(line) = with_sign(word, listing)
    {
        lines.push(line);
        words = rest;
    }
    Some(Parts { lines, words })
}

/// A hint in its keys and what it says of them, with the space between: `c e l` and ` evidence`.
#[must_use]
pub fn split(hint: &str) -> (&str, &str) {
    let spaces = hint.match_indices(' ').map(|(at, _)| at);
    let behind_keys = spaces.take_while(|at| {
        let before = hint.get(..*at).unwrap_or_default();
        before.rsplit_once(' ').is_none_or(|(_, word)| word.chars().count() == 1)
    });
    hint.split_at_checked(behind_keys.last().unwrap_or(hint.len())).unwrap_or((hint, ""))
}

fn first_word(word: &str, listing: &Listing) -> Option<Vec<usize>> {
    if let Some(line) = with_sign(word, listing) {
        return Some(vec![line]);
    }
    if let Some((first, last)) = word.split_once('–') {
        return Some((with_sign(first, listing)?..=with_sign(last, listing)?).collect());
    }
    word.chars().map(|sign| with_sign(&sign.to_string(), listing)).collect()
}

/// A hint with the keys that are in force; empty where none of its bindings has a key. `own` gives the line in force of a line.
pub fn in_force(hint: &'static str, listing: &Listing, own: impl Fn(&Line) -> Line) -> String {
    let Some(Parts { lines, words }) = parts(hint, listing) else { return hint.to_owned() };
    let lines: Vec<&Line> = lines.iter().filter_map(|at| listing.lines.get(*at)).collect();
    if lines.iter().all(|line| own(line).keys == line.keys) {
        return hint.to_owned();
    }
    let keys: Vec<String> = lines.iter().filter_map(|line| signs(&own(line)).next()).collect();
    // Their names may be longer than a sign: only the space behind them all is one.
    if keys.is_empty() { String::new() } else { format!("{} {words}", keys.join(BETWEEN_KEYS)) }
}

#[cfg(test)]
mod tests {
    use super::{in_force, parts, split};
    use crate::tui::app::bindings::all_listings;
    use crate::tui::keymap::Line;

    #[test]
    fn every_hint_starts_with_keys_of_its_table() {
        for listing in all_listings() {
            for line in &listing.lines {
                for hint in
                    line.other_hints.iter().copied().chain([line.hint]).filter(|hint| !hint.is_empty())
                {
                    assert!(split(hint).1.starts_with(' '), "{hint}");
                    let parts = parts(hint, &listing);
                    let parts = parts.unwrap_or_else(|| panic!("{hint} starts with no key of {}", line.id));
                    let names_itself = parts.lines.iter().any(|at| listing.lines[*at].id == line.id);
                    assert!(names_itself, "{hint} is a hint of {}", line.id);
                    assert!(!parts.words.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_hint_is_split_behind_its_keys() {
        assert_eq!(split("Enter open"), ("Enter", " open"));
        assert_eq!(split("c e l evidence"), ("c e l", " evidence"));
        assert_eq!(split("w what if"), ("w", " what if"));
        assert_eq!(split("? help"), ("?", " help"));
        assert_eq!(split("1–9 choose at once"), ("1–9", " choose at once"));
        assert_eq!(split("q"), ("q", ""));
        let listings = all_listings();
        let evidence =
            listings.iter().find(|listing| listing.lines.iter().any(|line| line.hint == "c e l evidence"));
        let own = |line: &Line| Line {
            keys: if line.id == "evidence-link" { &["f12"] } else { line.keys },
            ..*line
        };
        let hint = in_force("c e l evidence", evidence.expect("Assess"), own);
        assert_eq!(split(&hint), ("c\u{a0}e\u{a0}F12", " evidence"));
    }

    #[test]
    fn keys_in_a_row_and_from_one_to_another_belong_to_their_bindings() {
        let listings = all_listings();
        let named = |hint: &str| {
            let listing = listings.iter().find(|listing| listing.lines.iter().any(|line| line.hint == hint));
            let listing = listing.expect(hint);
            let lines = parts(hint, listing).expect(hint).lines;
            lines.iter().map(|at| listing.lines[*at].id).collect::<Vec<_>>()
        };
        assert_eq!(named("d done"), ["done-now"]);
        assert_eq!(named("w hours"), ["hours"]);
        assert_eq!(named("↑↓ move"), ["up", "down"]);
        assert_eq!(named("0–5 rate"), ["rate-0", "rate-1", "rate-2", "rate-3", "rate-4", "rate-5"]);
        assert_eq!(named("c e l evidence").len(), 3);
    }
}
