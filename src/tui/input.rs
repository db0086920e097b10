//! What comes from the terminal, cleaned: key presses only, pastes without control characters, sizes.

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use std::fmt;
use std::str::FromStr;
use tui_input::InputRequest;

/// Something that the terminal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The size has changed.
    Resize,
}

impl Input {
    /// The input of an event. Windows tells of key releases too: presses are filtered here and nowhere else.
    #[must_use]
    pub fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                Some(Self::Key(Key::new(key.code, key.modifiers)))
            }
            Event::Paste(text) => {
                let cleaned = text.chars().map(|c| if c.is_control() { ' ' } else { c });
                Some(Self::Paste(cleaned.collect()))
            }
            Event::Resize(..) => Some(Self::Resize),
            _ => None,
        }
    }
}

/// A key with the modifiers that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
}

impl Key {
    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self {
            code,
            ctrl: modifiers.contains(KeyModifiers::CONTROL),
            alt: modifiers.contains(KeyModifiers::ALT),
        }
    }

    /// The character that the key types into a field.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }
}

impl Key {
    /// What the key does in a field of text.
    #[must_use]
    pub fn field_request(self) -> Option<InputRequest> {
        if let Some(c) = self.typed() {
            return Some(InputRequest::InsertChar(c));
        }
        Some(match (self.code, self.ctrl) {
            (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => InputRequest::DeletePrevChar,
            (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
            (KeyCode::Left, false) => InputRequest::GoToPrevChar,
            (KeyCode::Right, false) => InputRequest::GoToNextChar,
            (KeyCode::Left, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, true) => InputRequest::GoToNextWord,
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
            (KeyCode::Char('w'), true) | (KeyCode::Backspace, true) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
            (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
            _ => return None,
        })
    }
}

const NAMES: [(&str, KeyCode); 16] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("f1", KeyCode::F(1)),
];

/// A text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key")]
pub struct NotAKey(String);

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `q`, `G`, `ctrl-c`, `pagedown`.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (ctrl, rest) = text.strip_prefix("ctrl-").map_or((false, text), |rest| (true, rest));
        let (alt, rest) = rest.strip_prefix("alt-").map_or((false, rest), |rest| (true, rest));
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(c), None) => KeyCode::Char(c),
            _ => NAMES
                .iter()
                .find(|(name, _)| *name == rest)
                .map(|(_, code)| *code)
                .ok_or_else(|| NotAKey(text.to_owned()))?,
        };
        Ok(Self { code, ctrl, alt })
    }
}

impl fmt::Display for Key {
    /// As short as a footer wants it: `↑`, `Enter`, `^C`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("^")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::BackTab => f.write_str("S-Tab"),
            KeyCode::F(n) => write!(f, "F{n}"),
            code => write!(f, "{code}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Key};
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    #[test]
    fn a_released_key_is_no_input() {
        let mut event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(Input::of(Event::Key(event)), None);
    }

    #[test]
    fn a_paste_brings_no_control_characters() {
        let pasted = Input::of(Event::Paste("a\u{1b}[31m\nb".to_owned()));
        assert_eq!(pasted, Some(Input::Paste("a [31m b".to_owned())));
    }

    #[test]
    fn names_and_signs_of_keys() {
        let shown = |text: &str| text.parse::<Key>().map(|key| key.to_string());
        assert_eq!(shown("ctrl-c").as_deref(), Ok("^C"));
        assert_eq!(shown("pagedown").as_deref(), Ok("PgDn"));
        assert_eq!(shown("G").as_deref(), Ok("G"));
        assert!(shown("hyper").is_err());
    }
}
