//! The palette over a screen: its commands are the bindings in force, so that it lists what the keys do.

use super::App;
use crate::tui::dialogs::palette::{Entry, Follow, Palette};
use crate::tui::input::Key;
use crate::tui::keymap::{self, Keymap};
use crate::tui::outcome::{Command, Effect, Outcome};
use crate::tui::widgets::pane;

/// The binding that opens the palette: the one that it doesn't list.
const ITSELF: &str = "palette";

impl App {
    /// Offers everything that can be done: what was done last from here, then what the screen can do, then the rest.
    pub(super) fn open_palette(&mut self) {
        let follow = Follow {
            run: |id| Outcome::command(Command::Binding(id)),
            search: |text| Outcome::command(Command::Search(text)),
        };
        self.dialogs.push(Palette::new(self.commands(), follow).into());
    }

    fn commands(&self) -> Vec<Entry> {
        let listings = self.listings();
        let lines = keymap::in_force(&listings).into_iter().filter(|(line, _)| line.id != ITSELF);
        let key = |name: &str| name.parse::<Key>().ok().map(|key| key.to_string());
        let rows = lines.map(|(line, free)| Entry {
            id: line.id,
            key: free.and_then(key).unwrap_or_default(),
            words: line.words,
        });
        let mut rows: Vec<Entry> = rows.collect();
        let moves: Vec<_> = pane::BINDINGS.listing().lines.iter().map(|line| line.id).collect();
        let recent = self.screens.guide.memory().recent();
        let never = recent.len();
        rows.sort_by_key(|row| {
            let last_done = recent.iter().position(|id| *id == row.id);
            (last_done.unwrap_or(never), moves.contains(&row.id))
        });
        rows
    }

    /// Does something that was chosen by name.
    pub(super) fn command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Binding(id) => {
                self.screens.guide.memory().do_command(id);
                self.key(Key::NONE, &Keymap::meaning(id))
            }
            Command::Search(text) => {
                self.open_search(&text);
                Vec::new()
            }
        }
    }
}
