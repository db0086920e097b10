//! A pasted text: it goes into the field that is open, else to the screen in view.

use super::App;
use crate::tui::input::{LONGEST_LINE, is_cut};
use crate::tui::outcome::Effect;

impl App {
    /// Takes a pasted text, where somebody sees what comes of it.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.is_too_small.get() {
            return Vec::new();
        }
        if let Some(dialog) = self.dialogs.last_mut() {
            if let Some(step) = dialog.paste(text, &self.session) {
                return self.stepped(step);
            }
        } else {
            let screen = self.screens.get_mut(self.navigation.shown());
            if !screen.takes_text() {
                let outcome = screen.take_text(text, &self.session);
                return self.carry_out(outcome);
            }
            screen.paste(text, &self.session);
        }
        if is_cut(text) && self.takes_text() {
            self.announce(format!(
                "The pasted text was too long: only its first {LONGEST_LINE} characters were kept."
            ));
        }
        Vec::new()
    }
}
