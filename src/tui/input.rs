//! What comes from the terminal, cleaned: key presses only, clicks and the wheel, pastes of a bounded size without
//! unsafe characters, sizes.

mod paste;

pub use paste::{LONGEST_LINE, as_line, is_cut};

use crate::report::safe_text::is_unsafe_control;
use paste::cleaned;
use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;
use std::fmt;
use std::str::FromStr;
use tui_input::InputRequest;

/// Something that the terminal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something in a cell.
    Mouse(Mouse, Position),
    /// Text was pasted: lines that end with `\n`, without other control characters than tabs.
    Paste(String),
    /// The size has changed.
    Resize,
}

/// What a mouse does; everything else of it means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button goes down.
    Click,
    /// The wheel turns up by a notch.
    WheelUp,
    /// The wheel turns down by a notch.
    WheelDown,
}

impl Mouse {
    const fn of(kind: MouseEventKind) -> Option<Self> {
        match kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Self::Click),
            MouseEventKind::ScrollUp => Some(Self::WheelUp),
            MouseEventKind::ScrollDown => Some(Self::WheelDown),
            _ => None,
        }
    }
}

impl Input {
    /// The input of an event. Windows reports key releases too: presses are filtered here and nowhere else.
    #[must_use]
    pub fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                Some(Self::Key(Key::new(key.code, key.modifiers)))
            }
            Event::Mouse(event) => {
                Some(Self::Mouse(Mouse::of(event.kind)?, Position::new(event.column, event.row)))
            }
            Event::Paste(text) => Some(Self::Paste(cleaned(&text))),
            Event::Resize(..) => Some(Self::Resize),
            _ => None,
        }
    }

    /// Whether an event is a click.
    #[must_use]
    pub const fn is_click(event: &Event) -> bool {
        matches!(event, Event::Mouse(event) if matches!(Mouse::of(event.kind), Some(Mouse::Click)))
    }
}

/// A key with its modifiers. Keys that differ in a modifier are different keys: Shift with an arrow isn't the arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// A key of no keyboard: for what is done without one.
    pub const NONE: Self = Self { code: KeyCode::Null, modifiers: KeyModifiers::NONE };

    /// A character says by itself whether Shift was held for it (`G`, `?`), and so does Shift-Tab: there Shift isn't kept.
    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let shift_is_in_code = match code {
            KeyCode::Char(c) => !c.is_whitespace(),
            KeyCode::BackTab => true,
            _ => false,
        };
        let kept = if shift_is_in_code { modifiers - KeyModifiers::SHIFT } else { modifiers };
        Self { code, modifiers: kept }
    }

    /// The character that the key types into a field.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c)
                if (self.modifiers - KeyModifiers::SHIFT).is_empty() && !is_unsafe_control(c) =>
            {
                Some(c)
            }
            _ => None,
        }
    }

    /// The digit that the key types, 0 to 9.
    #[must_use]
    pub fn digit(self) -> Option<u32> {
        self.typed().and_then(|c| c.to_digit(10))
    }

    /// The letter or digit of another script that the key types, such as `й` or a full-width `３`: no binding uses one, so
    /// whoever expects a key can say which keyboard layout is needed.
    #[must_use]
    pub fn foreign(self) -> Option<char> {
        self.typed().filter(|c| !c.is_ascii() && c.is_alphanumeric())
    }

    /// What the key does in a field of text.
    #[must_use]
    pub fn field_request(self) -> Option<InputRequest> {
        if let Some(c) = self.typed() {
            return Some(InputRequest::InsertChar(c));
        }
        Some(match (self.code, self.modifiers) {
            (KeyCode::Backspace, KeyModifiers::NONE) | (KeyCode::Char('h'), KeyModifiers::CONTROL) => {
                InputRequest::DeletePrevChar
            }
            (KeyCode::Delete, KeyModifiers::NONE) => InputRequest::DeleteNextChar,
            (KeyCode::Left, KeyModifiers::NONE) => InputRequest::GoToPrevChar,
            (KeyCode::Right, KeyModifiers::NONE) => InputRequest::GoToNextChar,
            (KeyCode::Left, KeyModifiers::CONTROL) => InputRequest::GoToPrevWord,
            (KeyCode::Right, KeyModifiers::CONTROL) => InputRequest::GoToNextWord,
            (KeyCode::Home, KeyModifiers::NONE) | (KeyCode::Char('a'), KeyModifiers::CONTROL) => {
                InputRequest::GoToStart
            }
            (KeyCode::End, KeyModifiers::NONE) | (KeyCode::Char('e'), KeyModifiers::CONTROL) => {
                InputRequest::GoToEnd
            }
            (KeyCode::Char('w') | KeyCode::Backspace, KeyModifiers::CONTROL) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), KeyModifiers::CONTROL) => InputRequest::DeleteLine,
            (KeyCode::Char('k'), KeyModifiers::CONTROL) => InputRequest::DeleteTillEnd,
            _ => return None,
        })
    }
}

const NAMES: [(&str, KeyCode); 28] = [
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
    ("f2", KeyCode::F(2)),
    ("f3", KeyCode::F(3)),
    ("f4", KeyCode::F(4)),
    ("f5", KeyCode::F(5)),
    ("f6", KeyCode::F(6)),
    ("f7", KeyCode::F(7)),
    ("f8", KeyCode::F(8)),
    ("f9", KeyCode::F(9)),
    ("f10", KeyCode::F(10)),
    ("f11", KeyCode::F(11)),
    ("f12", KeyCode::F(12)),
    ("insert", KeyCode::Insert),
];

/// The modifiers by name, in the order in which a name has them.
const MODIFIERS: [(&str, KeyModifiers); 3] =
    [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("shift-", KeyModifiers::SHIFT)];

/// A text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a key")]
pub struct NotAKey(String);

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `q`, `G`, `ctrl-c`, `shift-right`, `pagedown`, in any case but for a letter by itself. A letter with Shift is its
    /// capital, and with Ctrl its case says nothing.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        for (prefix, modifier) in MODIFIERS {
            if let Some((start, without)) = rest.split_at_checked(prefix.len())
                && start.eq_ignore_ascii_case(prefix)
                && !without.is_empty()
            {
                rest = without;
                modifiers |= modifier;
            }
        }
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(c), None) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(c.to_ascii_lowercase())
            }
            (Some(c), None) if modifiers.contains(KeyModifiers::SHIFT) => {
                KeyCode::Char(c.to_ascii_uppercase())
            }
            (Some(c), None) => KeyCode::Char(c),
            _ => NAMES
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(rest))
                .map(|(_, code)| *code)
                .ok_or_else(|| NotAKey(text.to_owned()))?,
        };
        Ok(Self::new(code, modifiers))
    }
}

impl fmt::Display for Key {
    /// As short as a footer wants it: `↑`, `Enter`, `^C`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_ctrl = self.modifiers.contains(KeyModifiers::CONTROL);
        if is_ctrl {
            f.write_str("^")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            f.write_str("Alt-")?;
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            f.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if is_ctrl => write!(f, "{}", c.to_ascii_uppercase()),
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
    use super::{Input, Key, Mouse};
    use ratatui::crossterm::event::{
        Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
    };
    use ratatui::layout::Position;

    fn key(name: &str) -> Key {
        name.parse().expect(name)
    }

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Key {
        match Input::of(Event::Key(KeyEvent::new(code, modifiers))) {
            Some(Input::Key(key)) => key,
            other => panic!("{other:?} is not a key"),
        }
    }

    #[test]
    fn a_released_key_is_no_input() {
        let mut event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(Input::of(Event::Key(event)), None);
    }

    #[test]
    fn only_the_named_key_is_that_key() {
        let plain = [("right", KeyCode::Right), ("q", KeyCode::Char('q')), ("enter", KeyCode::Enter)];
        for (name, code) in plain {
            assert_eq!(pressed(code, KeyModifiers::NONE), key(name));
            for modifier in [KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::SUPER] {
                assert_ne!(pressed(code, modifier), key(name), "{modifier:?} with {name}");
            }
        }
        assert_ne!(pressed(KeyCode::Right, KeyModifiers::SHIFT), key("right"));
        assert_eq!(pressed(KeyCode::Right, KeyModifiers::SHIFT), key("shift-right"));
        assert_eq!(pressed(KeyCode::Char('q'), KeyModifiers::ALT), key("alt-q"));
    }

    #[test]
    fn a_character_carries_its_own_shift() {
        assert_eq!(pressed(KeyCode::Char('G'), KeyModifiers::SHIFT), key("G"));
        assert_eq!(pressed(KeyCode::Char('?'), KeyModifiers::SHIFT), key("?"));
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), key("backtab"));
        assert_ne!(key("G"), key("g"));
        assert_eq!(key("shift-g"), key("G"));
        assert_ne!(pressed(KeyCode::Char(' '), KeyModifiers::SHIFT), key("space"));
        assert_eq!(pressed(KeyCode::Char(' '), KeyModifiers::SHIFT).typed(), Some(' '));
    }

    #[test]
    fn a_key_with_ctrl_or_alt_types_nothing() {
        assert_eq!(key("alt-3").typed(), None);
        assert_eq!(key("ctrl-3").typed(), None);
        assert_eq!(key("alt-3").digit(), None);
        assert_eq!(key("3").digit(), Some(3));
        assert_eq!(key("alt-left").field_request(), None);
        assert_eq!(key("shift-left").field_request(), None);
        assert!(key("ctrl-left").field_request().is_some());
    }

    #[test]
    fn letters_and_digits_of_other_scripts_arrive_as_they_are() {
        for c in ['й', '３', 'ｑ', '٣'] {
            let key = pressed(KeyCode::Char(c), KeyModifiers::NONE);
            assert_eq!((key.typed(), key.foreign(), key.digit()), (Some(c), Some(c), None));
        }
        assert_eq!(key("q").foreign(), None);
        assert_eq!(key("…").foreign(), None);
    }

    #[test]
    fn of_the_mouse_only_the_left_button_and_the_wheel_mean_something() {
        let input = |kind| {
            let event = MouseEvent { kind, column: 3, row: 2, modifiers: KeyModifiers::NONE };
            Input::of(Event::Mouse(event))
        };
        let at = |mouse| Some(Input::Mouse(mouse, Position::new(3, 2)));
        assert_eq!(input(MouseEventKind::Down(MouseButton::Left)), at(Mouse::Click));
        assert_eq!(input(MouseEventKind::ScrollUp), at(Mouse::WheelUp));
        assert_eq!(input(MouseEventKind::ScrollDown), at(Mouse::WheelDown));
        for kind in [
            MouseEventKind::Moved,
            MouseEventKind::Up(MouseButton::Left),
            MouseEventKind::Drag(MouseButton::Left),
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::ScrollLeft,
        ] {
            assert_eq!(input(kind), None, "{kind:?}");
        }
    }

    #[test]
    fn names_and_signs_of_keys() {
        let shown = |text: &str| text.parse::<Key>().map(|key| key.to_string());
        assert_eq!(shown("ctrl-c").as_deref(), Ok("^C"));
        assert_eq!(shown("pagedown").as_deref(), Ok("PgDn"));
        assert_eq!(shown("G").as_deref(), Ok("G"));
        assert_eq!(shown("shift-right").as_deref(), Ok("Shift-→"));
        assert!(shown("hyper").is_err());
        assert!(shown("ctrl-").is_err());
        assert_eq!(shown("Ctrl-C").as_deref(), Ok("^C"));
        assert_eq!(shown("PageDown").as_deref(), Ok("PgDn"));
        assert_eq!(shown("shift-a").as_deref(), Ok("A"));
        assert_eq!(shown("f12").as_deref(), Ok("F12"));
    }
}
