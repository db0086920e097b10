//! Words as search compares them: folded, cut out of texts, and stemmed.

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Lower case, without diacritics.
    pub text: String,
    /// The byte where it begins in the text that it was cut out of.
    pub at: usize,
    /// Whether only a hyphen, dot, slash or the like stands between it and the next word, as in `front-end`.
    pub joined: bool,
}

/// The words of a text, in its order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut cutter = Cutter { text, words: Vec::new(), word: String::new(), at: 0 };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if is_part_of_word(c) || cutter.begins_with_dot(at, c, next) {
            cutter.push(at, c);
        } else if is_apostrophe(c) && !cutter.word.is_empty() {
            let tail: String =
                text[at + c.len_utf8()..].chars().take_while(|c| c.is_alphanumeric()).collect();
            // Of "don't" all is kept, of "what's" the word alone.
            for _ in tail.chars().filter(|_| tail != "t") {
                chars.next();
            }
        } else if matches!(c, '+' | '#') && cutter.is_one_letter() {
            cutter.take_signs(c);
        } else {
            cutter.end(is_joint(c) && next.is_some_and(is_part_of_word));
        }
    }
    cutter.end(false);
    cutter.words
}

struct Cutter<'a> {
    text: &'a str,
    words: Vec<Word>,
    word: String,
    at: usize,
}

impl Cutter<'_> {
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

    /// `.net`, but not a full stop.
    fn begins_with_dot(&self, at: usize, c: char, next: Option<char>) -> bool {
        let before = self.text[..at].chars().next_back();
        c == '.' && before.is_none_or(char::is_whitespace) && next.is_some_and(char::is_alphabetic)
    }

    /// `c++` and `c#`, but not `15+`.
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

/// Adds a character in lower case and without its diacritic.
fn fold(c: char, to: &mut String) {
    if c.is_ascii() {
        return to.push(c.to_ascii_lowercase());
    }
    for c in c.to_lowercase().filter(|c| !is_combining(*c)) {
        let plain = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
            'ď' | 'đ' | 'ð' => 'd',
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
            'ì'..='ï' | 'ĩ' | 'ī' | 'į' | 'ı' => 'i',
            'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
            'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' | 'ŕ' => 'r',
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
            'ţ' | 'ť' | 'ț' => 't',
            'ù'..='ü' | 'ũ' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ß' => return to.push_str("ss"),
            'æ' => return to.push_str("ae"),
            'œ' => return to.push_str("oe"),
            other => other,
        };
        to.push(plain);
    }
}

/// The part of a word that its forms share, roughly: `manage`, `managing`, `manager` and `management` have one.
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
    // Specialize and specialise, prioritization and prioritisation.
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
    // Letter, career and docker are no doings of somebody who lets, cares or docks.
    let least = if suffix == "er" { 5 } else { 3 };
    rest.len() >= least && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `programm` is `program`, but `skill` stays.
fn undoubled(word: &str) -> &str {
    let mut ends = word.bytes().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) if last == before && !b"lsz".contains(&last) => &word[..word.len() - 1],
        _ => word,
    }
}

/// Words that shape a question and say nothing of its matter.
const SMALL: &str = "a about am an and any are as at be been between but by can cant could did difference differences do \
    does doesnt dont for from get go going had has have how i if im in into is isnt it its just know \
    many may me might much my need not of on one or our please really shall should so some tell than \
    that the their them then there these they this those to too us versus very vs want was we were what \
    whats when where which who why will with would you your";

/// Whether a word says little by itself in a longer query.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.split(' ').any(|small| small == word)
}

#[cfg(test)]
mod tests {
    use super::{is_small, stem, words};

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn cuts_words() {
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
    fn tells_small_words() {
        assert!(is_small("what") && is_small("between") && is_small("a"));
        assert!(!is_small("degree") && !is_small("") && !is_small("a about"));
    }
}
