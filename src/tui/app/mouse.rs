//! The mouse over the interface: what it does is what keys do.

use super::App;
use crate::tui::input::{Key, Mouse};
use crate::tui::keymap::Keymap;
use crate::tui::keymap::own::OwnKeys;
use crate::tui::outcome::Effect;
use crate::tui::screens::ScreenId;
use ratatui::layout::Position;

/// How far a notch of the wheel goes: lines of a page, rows of a list.
const NOTCH: isize = 3;

/// What a click on a part of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// Opens a screen.
    Screen(ScreenId),
    /// Does what the binding of this name does.
    Binding(&'static str),
}

impl App {
    /// Does what the mouse means in a cell; nothing where nothing is seen.
    pub(super) fn mouse(&mut self, mouse: Mouse, cell: Position) -> Vec<Effect> {
        if self.is_too_small.get() {
            return Vec::new();
        }
        match mouse {
            Mouse::Click => self.click(cell),
            Mouse::WheelUp => self.wheel(-NOTCH, cell),
            Mouse::WheelDown => self.wheel(NOTCH, cell),
        }
    }

    /// A dialog takes all clicks, with its own hints in the footer.
    fn click(&mut self, cell: Position) -> Vec<Effect> {
        match self.clickable.at(cell) {
            Some(Click::Binding(id)) => self.key(Key::NONE, &Keymap::meaning(id)),
            Some(Click::Screen(screen)) if self.dialogs.is_empty() => {
                self.forget_what_was_said();
                self.navigation.open(screen, &mut self.screens, &self.session);
                Vec::new()
            }
            Some(Click::Screen(_)) | None => Vec::new(),
        }
    }

    /// Scrolls the page under the pointer; else moves in what the arrow keys move in.
    fn wheel(&mut self, notch: isize, _cell: Position) -> Vec<Effect> {
        let key = if notch < 0 { "up" } else { "down" };
        self.press_built_in(key, notch.unsigned_abs())
    }

    /// Presses a key some times as if the user had no keys of their own: arrows and Enter then mean the same in every table.
    fn press_built_in(&mut self, name: &str, times: usize) -> Vec<Effect> {
        let Ok(key) = name.parse::<Key>() else { return Vec::new() };
        let keymap = Keymap::new(&super::bindings::all_listings(), OwnKeys::default());
        (0..times).flat_map(|_| self.key(key, &keymap)).collect()
    }
}
