//! Signs as words, whoever wrote them: the program, a guide or the person.

use crate::report::safe_text::is_unsafe_control;

/// The characters that no plain line has: lines, blocks, geometric shapes, dingbats, arrows and braille dots.
const PICTURES: std::ops::RangeInclusive<char> = '\u{2500}'..='\u{28ff}';

/// A text on one line, with words for the signs that a screen reader leaves out or says in its own way. Addresses and paths stay as
/// they are, as somebody may copy them.
#[must_use]
pub fn words(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_unsafe_control(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut said = Said(String::with_capacity(text.len()));
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| words.get(i)).copied();
        said.push_word(word, before, words.get(i + 1).copied());
    }
    without_pictures(&said.0).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last guard: the text with a space for every character that plain mode never shows.
#[must_use]
pub fn without_pictures(text: &str) -> String {
    text.chars().map(|c| if PICTURES.contains(&c) { ' ' } else { c }).collect()
}

/// A text under way.
struct Said(String);

impl Said {
    /// Adds a word; some signs mean something else between other words than alone.
    fn push_word(&mut self, word: &str, before: Option<&str>, after: Option<&str>) {
        let is_beside_arrow = before == Some("→") || after == Some("→");
        match word {
            // A dash in the place of a value.
            "–" | "—" if is_beside_arrow || (before.is_none() && after.is_none()) => self.push(" none"),
            "–" | "—" if before.is_some_and(ends_in_digit) && after.is_some_and(begins_with_digit) => {
                self.push(" to")
            }
            "–" | "—" | "·" => self.comma(),
            "=" => self.push(" equals"),
            "+" => self.push(" plus"),
            _ if is_address(word) => {
                self.push(" ");
                self.push(word);
            }
            _ => match unit(word, before) {
                Some(unit) => self.push(&unit),
                None => {
                    self.push(" ");
                    self.push_signs(word);
                }
            },
        }
    }

    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// The word for the sign that a word begins with; a capital one after a full stop.
    fn begin(&mut self, word: &str) {
        let start = self.0.len();
        self.push(word);
        if self.0.get(..start).is_some_and(|before| before.ends_with(". "))
            && let Some(first) = self.0.get_mut(start..=start)
        {
            first.make_ascii_uppercase();
        }
    }

    /// The pause of a dash or a dot between two parts.
    fn comma(&mut self) {
        if self.0.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '%')) {
            self.push(",");
        }
    }

    fn push_signs(&mut self, word: &str) {
        let mut rest = word.chars().peekable();
        let mut before = None;
        while let Some(c) = rest.next() {
            match (c, before, rest.peek().copied()) {
                ('–' | '—', Some(_), Some(_)) => self.push(" to "),
                ('–' | '—', None, Some(_)) => self.begin("minus "),
                ('–' | '—', _, None) => self.push(","),
                ('+', None | Some('('), Some('0'..='9' | '½')) => self.begin("plus "),
                ('+', Some('0'..='9' | 'k' | '%'), None | Some(',' | '.' | ';' | ')' | '–')) => {
                    self.push(" or more")
                }
                ('~', _, Some('0'..='9')) => self.begin("about "),
                ('…', Some('0'..='9'), _) => {}
                ('½' | '¼' | '¾', before, _) => {
                    self.push(decimal(c, before.is_some_and(|c| c.is_ascii_digit())))
                }
                _ => match sign(c) {
                    Some(words) => self.push(words),
                    None => self.0.push(c),
                },
            }
            before = Some(c);
        }
    }
}

/// The word for a sign, whatever stands beside it.
const fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '→' => " to ",
        '−' => " minus ",
        '≥' => " at least ",
        '≤' => " at most ",
        '≈' => " about ",
        '×' => " times ",
        '÷' => " divided by ",
        '↑' => " up ",
        '↓' => " down ",
        '✓' | '✔' => " yes ",
        '✗' | '✘' => " no ",
        '…' => "...",
        '“' | '”' | '„' => "\"",
        '‘' | '’' => "'",
        '‐' | '‑' => "-",
        '←' | '•' | '·' | '›' | '‹' => " ",
        '`' => "",
        _ => return None,
    })
}

const fn decimal(part: char, has_whole: bool) -> &'static str {
    match (part, has_whole) {
        ('¼', true) => ".25",
        ('¼', false) => "0.25",
        ('¾', true) => ".75",
        ('¾', false) => "0.75",
        (_, true) => ".5",
        (_, false) => "0.5",
    }
}

/// `1 h` is one hour, `3 h` are hours.
fn unit(word: &str, before: Option<&str>) -> Option<String> {
    let end = word.strip_prefix('h').filter(|end| end.chars().all(|c| c.is_ascii_punctuation()))?;
    let number = before.filter(|word| ends_in_digit(word))?.trim_start_matches(['(', '~']);
    Some(if number == "1" { format!(" hour{end}") } else { format!(" hours{end}") })
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word is a web address or a path of a file.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with(['/', '\\']) || word.starts_with("~/") || word.contains(":\\")
}

#[cfg(test)]
mod tests {
    use super::{PICTURES, words};
    use proptest::prelude::*;

    #[test]
    fn signs_become_words() {
        for (text, said) in [
            ("40–90, not yet", "40 to 90, not yet"),
            ("$60,000–$85,000 a year", "$60,000 to $85,000 a year"),
            ("$40,000–$100,000+ public", "$40,000 to $100,000 or more public"),
            ("15+ years, $180k+ at the top", "15 or more years, $180k or more at the top"),
            ("C++ and C#", "C++ and C#"),
            ("2 → 3", "2 to 3"),
            ("– → 2", "none to 2"),
            ("2 → –", "2 to none"),
            ("–", "none"),
            ("Git – with others", "Git, with others"),
            ("2020 – 2024", "2020 to 2024"),
            ("Shown: Junior · by your ratings: none", "Shown: Junior, by your ratings: none"),
            ("+2.1 points, −0.5", "plus 2.1 points, minus 0.5"),
            ("≥3 of 3", "at least 3 of 3"),
            ("~1 h. 100–220 h", "about 1 hour. 100 to 220 hours"),
            ("Prove 3. ~2 h. +1 points.", "Prove 3. About 2 hours. Plus 1 points."),
            ("(~40 h)", "(about 40 hours)"),
            ("3 × 1½ ÷ 3 = 1 1/2", "3 times 1.5 divided by 3 equals 1 1/2"),
            ("¾ or 2¼", "0.75 or 2.25"),
            ("39.2… % and so on …", "39.2 % and so on ..."),
            ("git=3:link `sql=`", "git=3:link sql="),
            ("“one” – ‘two’", "\"one\", 'two'"),
            ("▸ ✓ met, ✗ unmet", "yes met, no unmet"),
            ("├──▬▬╋▬┤ ⣿ a│b", "a b"),
            ("  two\u{a0}words\n", "two words"),
            ("https://example.org/2020–24/a+b", "https://example.org/2020–24/a+b"),
            ("/home/ada/2020–24 is kept", "/home/ada/2020–24 is kept"),
            ("", ""),
        ] {
            assert_eq!(words(text), said, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_becomes_one_clean_line(text in "[ -~–—·→←▸✓─━█⣿½…+~0-9h≥\\PC]{0,60}") {
            let said = words(&text);
            prop_assert!(!said.contains(|c| PICTURES.contains(&c) || c == '\n'), "{said:?}");
            prop_assert!(!said.starts_with(' ') && !said.ends_with(' ') && !said.contains("  "), "{said:?}");
        }
    }
}
