//! The words of a line, split so that C++, C#, .NET, Node.js and CI/CD survive.

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In lower case, without the ending of a plural. Marks stand for themselves.
    pub key: String,
    /// As it is written.
    pub raw: String,
    /// The index of its first character.
    pub start: usize,
    /// The index behind its last character.
    pub end: usize,
}

impl Token {
    /// Whether it is a mark and no word.
    pub fn is_mark(&self) -> bool {
        !self.raw.chars().any(char::is_alphanumeric)
    }

    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words and marks of a text. A hyphen inside a word splits it and leaves no mark.
pub fn tokens(chars: &[char]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        if starts_word(chars, at) {
            at = word_end(chars, at);
        } else {
            at += 1;
            if c == '\'' && start > 0 && before(chars, start) {
                continue;
            }
            if matches!(c, '-' | '\u{2010}' | '\u{2011}') && is_inner_hyphen(chars, start) {
                continue;
            }
        }
        let raw: String = chars.get(start..at).unwrap_or_default().iter().collect();
        tokens.push(Token { key: key(&raw), raw, start, end: at });
    }
    tokens
}

/// The keys of a term, as its words have them in an ad.
pub fn keys(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    tokens(&chars).into_iter().map(|token| token.key).collect()
}

/// A word in lower case, without the `s` of a plural.
pub fn key(raw: &str) -> String {
    const SHORTEST: usize = 4;
    let low = raw.to_lowercase();
    let low = low.strip_suffix("'s").unwrap_or(&low).to_owned();
    let is_plural = low.ends_with('s') && !low.ends_with("ss") && low.chars().count() >= SHORTEST;
    if is_plural && low.chars().all(char::is_alphanumeric) { low[..low.len() - 1].to_owned() } else { low }
}

fn is_letter(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(|c| c.is_alphanumeric())
}

fn before(chars: &[char], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| is_letter(chars, before))
}

fn starts_word(chars: &[char], at: usize) -> bool {
    let is_dot_name = chars.get(at) == Some(&'.')
        && chars.get(at + 1).is_some_and(|c| c.is_alphabetic())
        && !before(chars, at);
    is_letter(chars, at) || is_dot_name
}

fn is_inner_hyphen(chars: &[char], at: usize) -> bool {
    before(chars, at) && is_letter(chars, at + 1)
}

fn word_end(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match chars.get(at) {
            Some(c) if c.is_alphanumeric() => at += 1,
            // d'expérience
            Some('\'') if is_elision(chars.get(start..at).unwrap_or_default()) => return at,
            // Node.js, OAuth2.0, you'll
            Some('.' | '\'')
                if before(chars, at) && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric()) =>
            {
                at += 1;
            }
            // C++, C#
            Some('+' | '#') if is_sign_of_name(chars, start, at) => at += 1,
            _ => return at,
        }
    }
}

/// A French word that lost its vowel before another.
fn is_elision(word: &[char]) -> bool {
    match word {
        [c] => matches!(c.to_ascii_lowercase(), 'd' | 'l' | 'j' | 'n' | 's' | 'c' | 'm' | 't'),
        [q, u] => q.eq_ignore_ascii_case(&'q') && u.eq_ignore_ascii_case(&'u'),
        _ => false,
    }
}

/// `+` and `#` belong to a name of one or two letters, but not to a number: `5+ years`.
fn is_sign_of_name(chars: &[char], start: usize, at: usize) -> bool {
    let name = chars.get(start..at).unwrap_or_default();
    let letters = name.iter().filter(|c| c.is_alphabetic()).count();
    (1..=2).contains(&letters) && name.iter().all(|c| c.is_alphabetic() || matches!(c, '+'))
}
