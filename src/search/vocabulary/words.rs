//! Splits texts into words, folds them to plain lower case, and finds their stems.

use crate::latin::latin;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Word {
    /// The word in lower case, transliterated to ASCII where possible.
    pub text: String,
    /// The byte where it begins in the text.
    pub at: usize,
    /// Whether only a hyphen, dot, slash or similar sign separates it from the next word, as in `front-end`.
    pub joined: bool,
}

/// The words of a text, in their order.
pub(in crate::search) fn words(text: &str) -> Vec<Word> {
    let mut splitter = Splitter { text, words: Vec::new(), word: String::new(), at: 0 };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if is_part_of_word(c) || splitter.begins_with_dot(at, c, next) {
            splitter.push(at, c);
        } else if is_apostrophe(c) && !splitter.word.is_empty() {
            let tail: String =
                text[at + c.len_utf8()..].chars().take_while(|c| c.is_alphanumeric()).collect();
            // "don't" is kept whole; "what's" becomes "what".
            for _ in tail.chars().filter(|_| tail != "t") {
                chars.next();
            }
        } else if matches!(c, '+' | '#') && splitter.is_one_letter() {
            splitter.take_signs(c);
        } else {
            splitter.end(is_joint(c) && next.is_some_and(is_part_of_word));
        }
    }
    splitter.end(false);
    splitter.words
}

struct Splitter<'a> {
    text: &'a str,
    words: Vec<Word>,
    word: String,
    at: usize,
}

impl Splitter<'_> {
    fn push(&mut self, at: usize, c: char) {
        if self.word.is_empty() {
            self.at = at;
        }
        fold(c, &mut self.word);
    }

    fn end(&mut self, joined: bool) {
        if !self.word.is_empty() {
            self.words.push(Word { text: std::mem::take(&mut self.word), at: self.at, joined });
        }
    }

    /// Whether a dot begins a word, as in `.net`, rather than ending a sentence.
    fn begins_with_dot(&self, at: usize, c: char, next: Option<char>) -> bool {
        let before = self.text[..at].chars().next_back();
        c == '.' && before.is_none_or(char::is_whitespace) && next.is_some_and(char::is_alphabetic)
    }

    /// Whether the word is one letter, so that signs may follow: `c++` and `c#`, but not `15+`.
    fn is_one_letter(&self) -> bool {
        let mut letters = self.word.chars().filter(|c| !matches!(c, '+' | '#'));
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    }

    fn take_signs(&mut self, sign: char) {
        if self.word.len() < 3 {
            self.word.push(sign);
        }
    }
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '.' | '/' | '_' | ':' | '&')
}

/// Appends a character in lower case. A letter outside ASCII is transliterated: `é` becomes `e`, `ß` becomes `ss`. One without a
/// transliteration stays as it is.
fn fold(c: char, to: &mut String) {
    if c.is_ascii() {
        return to.push(c.to_ascii_lowercase());
    }
    let plain = if c.is_alphabetic() { latin(c).unwrap_or_default() } else { "" };
    let mut letters = plain.chars().filter(char::is_ascii_alphanumeric).peekable();
    if letters.peek().is_some() {
        to.extend(letters.map(|letter| letter.to_ascii_lowercase()));
    } else {
        to.extend(c.to_lowercase().filter(|c| !is_combining(*c)));
    }
}

/// An approximate stem: `manage`, `managing`, `manager` and `management` have the same one.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = singular(word);
    let bare = ["ing", "ed", "ly", "ment", "er"]
        .iter()
        .find_map(|suffix| singular.strip_suffix(suffix).filter(|rest| is_stem(rest, suffix)))
        .map_or(singular.as_str(), undoubled);
    let bare = bare.strip_suffix('e').filter(|rest| rest.len() >= 3).unwrap_or(bare);
    // American and British spelling: specialize and specialise.
    bare.replace("iz", "is")
}

fn singular(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() >= 2) {
        return format!("{rest}y");
    }
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let rest = word.strip_suffix("es").filter(|rest| rest.ends_with("ss")).or_else(|| word.strip_suffix('s'));
    rest.filter(|_| !kept).unwrap_or(word).to_owned()
}

fn is_stem(rest: &str, suffix: &str) -> bool {
    // A letter, a career and a docker have nothing to do with let, care and dock.
    let least = if suffix == "er" { 5 } else { 3 };
    rest.len() >= least && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Removes a doubled last consonant: `programm` becomes `program`, but `skill` stays.
fn undoubled(word: &str) -> &str {
    let mut ends = word.bytes().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) if last == before && !b"lsz".contains(&last) => &word[..word.len() - 1],
        _ => word,
    }
}

/// Words that form a question but don't tell its subject.
const SMALL: &str = "a about am an and any are as at be been between but by can cant could did difference differences do \
    does doesnt dont for from get go going had has have how i if im in into is isnt it its just know \
    many may me might much my need not of on one or our please really shall should so some tell than \
    that the their them then there these they this those to too us versus very vs want was we were what \
    whats when where which who why will with would you your";

/// Whether a word adds little to a longer query.
pub(in crate::search) fn is_small(word: &str) -> bool {
    SMALL.split(' ').any(|small| small == word)
}

#[cfg(test)]
mod tests {
    use super::{is_small, stem, words};

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn splits_texts_into_words() {
        assert_eq!(texts("What's the Résumé, don’t I?"), ["what", "the", "resume", "dont", "i"]);
        assert_eq!(texts("C++, c# or .NET; 15+ years."), ["c++", "c#", "or", ".net", "15", "years"]);
        assert_eq!(texts("CI/CD front-end"), ["ci", "cd", "front", "end"]);
        let joined: Vec<_> = words("front-end. Next").iter().map(|word| word.joined).collect();
        assert_eq!(joined, [true, false, false]);
    }

    #[test]
    fn finds_one_stem_for_the_forms_of_a_word() {
        for forms in [
            &["manage", "managing", "manager", "managers", "management"][..],
            &["cache", "caching", "cached"],
            &["program", "programming", "programmer"],
            &["study", "studies"],
            &["specialise", "specialize"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{stems:?}");
        }
        assert_eq!(stem("redis"), "redis");
        assert_eq!(stem("spring"), "spring");
    }

    #[test]
    fn recognises_small_words() {
        assert!(is_small("what") && is_small("between") && is_small("a"));
        assert!(!is_small("degree") && !is_small("") && !is_small("a about"));
    }
}
