//! Text that can't steer a terminal: every page, pipe, error and export goes through here.

use std::borrow::Cow;

/// Whether a character would steer a terminal, or change how the text around it reads, instead of being shown: control characters
/// (C0 and C1), line and paragraph separators, and invisible characters that turn the direction of text or hide in it. The joiners
/// that emoji and some scripts need (U+200C and U+200D) are no danger.
#[must_use]
pub fn is_unsafe_control(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A text on one line, with a space for every unsafe character: line ends and tabs too.
#[must_use]
pub fn safe_line(text: &str) -> Cow<'_, str> {
    replaced(text, is_unsafe_control)
}

/// A text of several lines, with a space for every unsafe character except line ends and tabs.
#[must_use]
pub fn safe_lines(text: &str) -> Cow<'_, str> {
    replaced(text, |c| is_unsafe_control(c) && !matches!(c, '\n' | '\t'))
}

/// As [`safe_lines`], but colour and emphasis (`ESC [ … m`) pass: they change nothing but how text looks.
#[must_use]
pub fn safe_styled_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{1b}') {
        return safe_lines(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        safe.push_str(&safe_lines(before));
        rest = match style(after) {
            Some((style, after)) => {
                safe.push('\u{1b}');
                safe.push_str(style);
                after
            }
            None => {
                safe.push(' ');
                after
            }
        };
    }
    safe.push_str(&safe_lines(rest));
    Cow::Owned(safe)
}

/// What follows an escape character, split behind the end of a style: `[1;31m` and the rest.
fn style(text: &str) -> Option<(&str, &str)> {
    let parameters = text.strip_prefix('[')?;
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    let length = "[".len() + end + "m".len();
    let style = text.get(..length).filter(|style| style.ends_with('m'))?;
    Some((style, text.get(length..)?))
}

/// JSON with every unsafe character but line ends escaped. It has none outside of its texts.
#[must_use]
pub fn safe_json(json: &str) -> Cow<'_, str> {
    let is_unsafe = |c: char| is_unsafe_control(c) && c != '\n';
    if !json.contains(is_unsafe) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unsafe(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| safe.push_str(&format!("\\u{unit:04x}")));
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

fn replaced(text: &str, is_unsafe: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.contains(&is_unsafe) {
        Cow::Owned(text.chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_unsafe_control, safe_json, safe_line, safe_lines, safe_styled_lines};

    #[test]
    fn what_steers_a_terminal_is_unsafe_and_what_people_write_is_not() {
        let unsafe_ones = "\0\u{7}\u{1b}\r\n\t\u{7f}\u{85}\u{9b}\u{200b}\u{200e}\u{200f}\u{2028}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{61c}\u{feff}\u{e0041}";
        for c in unsafe_ones.chars() {
            assert!(is_unsafe_control(c), "U+{:04X}", u32::from(c));
        }
        for c in "aé表 \u{a0}\u{200c}\u{200d}👩–…\u{301}".chars() {
            assert!(!is_unsafe_control(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn every_unsafe_character_becomes_a_space() {
        assert_eq!(safe_line("a\u{1b}[31mb\u{202e}c\nd"), "a [31mb c d");
        assert_eq!(safe_lines("a\u{9b}b\n\tc\r\n"), "a b\n\tc \n");
        assert!(matches!(safe_line("plain"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn a_style_passes_and_nothing_else_that_begins_like_one() {
        assert_eq!(
            safe_styled_lines("\u{1b}[1m\u{1b}[31mbold\u{1b}[0m\n"),
            "\u{1b}[1m\u{1b}[31mbold\u{1b}[0m\n"
        );
        assert_eq!(safe_styled_lines("\u{1b}]0;title\u{7}\u{1b}[2J\u{1b}[1"), " ]0;title  [2J [1");
        assert_eq!(safe_styled_lines("\u{1b}"), " ");
        assert_eq!(safe_styled_lines("\u{1b}[é\u{202e}"), " [é ");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let text = "a\u{9b}b\u{202e}c\u{e0041}d\u{1b}";
        let json = serde_json::to_string_pretty(&vec![text]).expect("JSON");
        let safe = safe_json(&json);
        assert!(safe.is_ascii(), "{safe}");
        let read: Vec<String> = serde_json::from_str(&safe).expect("JSON");
        assert_eq!(read, [text]);
    }
}
