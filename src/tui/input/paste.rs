//! Pasted texts: clean, and of a bounded size.

use crate::report::safe_text::is_unsafe_control;

/// Maximum length of a paste into a field, in characters. Every field holds a line, and a longer text is pasted by mistake.
pub const LONGEST_LINE: usize = 4000;
/// From so many bytes on a paste is cut: one more than the longest text that anything here reads.
const LONGEST_PASTE: usize = crate::ad::LIMIT + 1;

/// A paste without unsafe characters: terminals end its lines with a carriage return, other controls are spaces, and what would change
/// the direction of text is left out.
pub fn cleaned(text: &str) -> String {
    let mut clean = String::new();
    let mut last = None;
    for c in text.chars() {
        match c {
            '\n' if last == Some('\r') => {}
            '\r' | '\n' => clean.push('\n'),
            '\t' => clean.push('\t'),
            c if c.is_control() => clean.push(' '),
            c if is_unsafe_control(c) => {}
            c => clean.push(c),
        }
        if clean.len() >= LONGEST_PASTE {
            break;
        }
        last = Some(c);
    }
    clean
}

/// A text as a field takes it: one line of at most [`LONGEST_LINE`] characters.
#[must_use]
pub fn as_line(text: &str) -> String {
    let line = text.chars().take(LONGEST_LINE).map(|c| if c.is_control() { ' ' } else { c });
    line.filter(|c| !is_unsafe_control(*c)).collect()
}

/// Whether [`as_line`] cuts a text.
#[must_use]
pub fn is_cut(text: &str) -> bool {
    text.chars().nth(LONGEST_LINE).is_some()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, LONGEST_PASTE, as_line, is_cut};
    use crate::tui::input::Input;
    use ratatui::crossterm::event::Event;

    #[test]
    fn a_paste_brings_no_unsafe_characters() {
        let pasted = Input::of(Event::Paste("a\u{1b}[31m\r\n\tb\u{202e}c\r\u{9b}d\n\n".to_owned()));
        assert_eq!(pasted, Some(Input::Paste("a [31m\n\tbc\n d\n\n".to_owned())));
        assert_eq!(as_line("a\n\tb\u{1b}"), "a  b ");
    }

    #[test]
    fn a_long_paste_is_cut() {
        let fits = "ö".repeat(LONGEST_LINE);
        let longer = "ö".repeat(LONGEST_LINE + 1);
        assert_eq!((is_cut(&fits), is_cut(&longer)), (false, true));
        assert_eq!(as_line(&longer), fits);
        let Some(Input::Paste(pasted)) = Input::of(Event::Paste("ö".repeat(LONGEST_PASTE))) else {
            panic!("a paste")
        };
        assert_eq!(pasted.len(), LONGEST_PASTE + 1, "as many bytes as say that it is too long");
    }
}
