//! The mouse over the interface: what it does is what keys do.

use super::App;
use crate::report::document::Target;
use crate::tui::input::{Key, Mouse};
use crate::tui::keymap::Keymap;
use crate::tui::outcome::{Effect, Outcome};
use crate::tui::screens::ScreenId;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::footer;
use ratatui::layout::Position;

/// How far a notch of the wheel goes: lines of a page, rows of a list.
const NOTCH: isize = 3;

/// What a click on a part of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// Opens a screen.
    Screen(ScreenId),
    /// Does what the binding of this name does, if its hint names no other.
    Hint(&'static str),
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
            Some(Click::Hint(id)) if !footer::names_one_key(id, &self.listings()) => Vec::new(),
            Some(Click::Hint(id)) => self.key(Key::NONE, &Keymap::meaning(id)),
            Some(Click::Screen(screen)) if self.dialogs.is_empty() => {
                self.forget_what_was_said();
                self.navigation.open(screen, &mut self.screens, &self.session);
                Vec::new()
            }
            Some(Click::Screen(_)) => Vec::new(),
            None => match self.dialogs.last() {
                Some(dialog) => match (dialog.row_at(cell), dialog.link_at(cell)) {
                    (Some(row), _) => self.click_row(row),
                    (None, Some(link)) => self.follow_out_of_dialogs(link),
                    (None, None) => Vec::new(),
                },
                None => self.click_in_screen(cell),
            },
        }
    }

    fn click_in_screen(&mut self, cell: Position) -> Vec<Effect> {
        let screen = self.screens.get(self.shown());
        if let Some(id) = screen.binding_at(cell) {
            return self.key(Key::NONE, &Keymap::meaning(id));
        }
        if let Some(row) = screen.row_at(cell, &self.session) {
            return self.click_row(row);
        }
        let link = screen.reading(&self.session).and_then(|read| read.pane?.link_at(cell, &read.page));
        if link.is_none() {
            return Vec::new();
        }
        self.forget_what_was_said();
        self.carry_out(Outcome::follow(link))
    }

    /// Follows a link of a page over the screen: whatever lies over the screen closes.
    fn follow_out_of_dialogs(&mut self, link: Target) -> Vec<Effect> {
        self.forget_what_was_said();
        if matches!(link, Target::Page(_)) {
            self.dialogs.clear();
        }
        self.carry_out(Outcome::follow(Some(link)))
    }

    /// Selects a row; opens it where it is selected.
    fn click_row(&mut self, row: RowAt) -> Vec<Effect> {
        if row.in_page {
            self.screens.get_mut(self.navigation.shown()).to_list(&self.session);
        }
        match row.below {
            0 if row.in_page || !row.opens => Vec::new(),
            0 => self.press_built_in("enter", 1),
            below => self.press_arrow(below),
        }
    }

    /// Scrolls the page under the pointer; else moves in what the arrow keys move in.
    fn wheel(&mut self, notch: isize, cell: Position) -> Vec<Effect> {
        if self.dialogs.is_empty() {
            let reading = self.screens.get(self.shown()).reading(&self.session);
            if let Some(pane) = reading.and_then(|read| read.pane).filter(|pane| pane.is_at(cell)) {
                pane.scroll_by(notch);
                return Vec::new();
            }
        }
        self.press_arrow(notch)
    }

    /// Presses an arrow for each row down, or up where there are less than none.
    fn press_arrow(&mut self, rows: isize) -> Vec<Effect> {
        self.press_built_in(if rows < 0 { "up" } else { "down" }, rows.unsigned_abs())
    }

    /// Presses a key some times as if the user had no keys of their own: arrows and Enter then mean the same in every table.
    fn press_built_in(&mut self, name: &str, times: usize) -> Vec<Effect> {
        let Ok(key) = name.parse::<Key>() else { return Vec::new() };
        let keymap = Keymap::default();
        (0..times).flat_map(|_| self.key(key, &keymap)).collect()
    }
}
