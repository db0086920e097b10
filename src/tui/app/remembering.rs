//! When the memory of earlier runs is read, and when what is new is written.

use super::App;
use crate::guide::id::Link;
use crate::report::pages::{Face, GuideView, capitalised, hits};
use crate::session::NamedKey;
use crate::tui::app::bindings::all_listings;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::memory::{Remembered, Unwritten};
use crate::tui::outcome::{Destination, Effect, Outcome};
use crate::tui::screens::ScreenId;
use crate::tui::screens::home::is_first_start;

/// How far reading and writing have come.
#[derive(Debug, Default)]
pub struct Remembering {
    /// Whether the file was asked for. Nothing that it could say is shown before.
    is_asked: bool,
    /// Whether the list of bookmarks is to be opened once they are known.
    opens_bookmarks: bool,
    /// Whether the file can't be used, or can't be written, and the user knows it.
    is_given_up: bool,
    /// What was handed to the shell last.
    handed: Unwritten,
}

impl App {
    /// Adds the reading of the file where it is needed for the first time, and the writing of what is worth a write by now.
    pub(super) fn with_memory(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        let opens = self.shown() == ScreenId::Guide
            || self.remembering.opens_bookmarks
            || matches!(self.dialogs.last(), Some(Dialog::Palette(_)));
        if opens && !self.remembering.is_asked {
            self.remembering.is_asked = true;
            effects.push(Effect::Recall);
        }
        let ends = effects.iter().position(|effect| matches!(effect, Effect::Quit | Effect::Suspend));
        if let Some(note) = self.worth_writing(ends.is_some()) {
            self.remembering.handed = note.clone();
            effects.insert(ends.unwrap_or(effects.len()), Effect::Remember(note));
        }
        effects
    }

    /// What is to be written now: bookmarks and commands at once, reading positions once the guide or the program is left.
    fn worth_writing(&self, ends: bool) -> Option<Unwritten> {
        // Nothing is written while the sample is looked at. Before the first answer only a bookmark is: it was asked for.
        if self.remembering.is_given_up || self.is_sample() {
            return None;
        }
        let note = self.screens.guide.memory().unwritten();
        if note.is_empty() || (note.bookmarks.is_empty() && is_first_start(&self.session)) {
            return None;
        }
        let handed = &self.remembering.handed;
        let is_new = note.bookmarks != handed.bookmarks || note.recent != handed.recent;
        let is_left = self.shown() != ScreenId::Guide && note.read_to != handed.read_to;
        (ends || is_new || is_left).then_some(note)
    }

    /// What was read of earlier runs.
    pub fn recalled(&mut self, read: Result<Remembered, String>) -> Vec<Effect> {
        match read {
            Ok(remembered) => {
                let listings = all_listings();
                let known: Vec<_> =
                    listings.iter().flat_map(|listing| &listing.lines).map(|line| line.id).collect();
                self.screens.guide.memory().recall(remembered, &known);
                self.screens.guide.recalled();
                if matches!(self.dialogs.last(), Some(Dialog::Palette(_))) {
                    self.dialogs.pop();
                    self.open_palette();
                }
            }
            Err(problem) => self.give_up(&problem),
        }
        if std::mem::take(&mut self.remembering.opens_bookmarks) {
            self.open_bookmarks();
        }
        Vec::new()
    }

    /// What became of a write.
    pub fn remembered(&mut self, note: &Unwritten, written: Result<bool, String>) {
        match written {
            Ok(true) => {
                self.screens.guide.memory().written(note);
                self.remembering.handed = Unwritten::default();
            }
            Ok(false) => {}
            Err(problem) => self.give_up(&problem),
        }
    }

    fn give_up(&mut self, problem: &str) {
        self.remembering.is_given_up = true;
        self.announce(format!(
            "{}. Bookmarks and reading positions last until you quit.",
            capitalised(problem)
        ));
    }

    /// Lists the bookmarks, once they are known.
    pub(super) fn open_bookmarks(&mut self) {
        if !self.remembering.is_asked {
            self.remembering.opens_bookmarks = true;
            return;
        }
        let bookmarks = self.screens.guide.memory().bookmarks();
        let view = GuideView::new(&self.session, Face::Interface);
        let row = |page: Link| -> (String, Then<Outcome>) {
            let title = format!("{}  {}", view.link_title(&page), hits::kind(&page));
            (title, Box::new(move |_| Outcome::visit(Destination::Page(page.clone()))))
        };
        let rows: Vec<_> = bookmarks.into_iter().filter(|page| view.has_page(page)).map(row).collect();
        if rows.is_empty() {
            let key = self.session.key(NamedKey::Bookmark);
            self.say(format!("You have no bookmarks yet: open a page of the guide and press {key}."));
            return;
        }
        self.dialogs.push(Choice::new("Your bookmarks", rows, 0).into());
    }
}
