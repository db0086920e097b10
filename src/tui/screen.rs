//! What every screen can do. The app knows no more of them.

use super::forms::export;
use super::input::Key;
use super::keymap::{Keymap, Listing};
use super::outcome::Outcome;
use super::theme::Theme;
use super::widgets::clickable::RowAt;
use super::widgets::filter::{Filtered, Pressed};
use super::widgets::pane::Pane;
use crate::guide::id::SkillId;
use crate::report::document::{Document, Target};
use crate::session::Session;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What has changed about the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Ratings, proofs or answers.
    Answers,
    /// The level aimed for.
    Target,
}

/// What somebody reads.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The page.
    pub page: Document,
    /// The marked link.
    pub marked: Option<Target>,
    /// Where the reader is in it, if it scrolls.
    pub pane: Option<&'a Pane>,
}

impl<'a> Reading<'a> {
    /// A page that is read in a pane.
    #[must_use]
    pub fn of(page: Document, pane: &'a Pane) -> Self {
        Self { marked: pane.chosen(&page), page, pane: Some(pane) }
    }
}

/// A screen: it owns its state and its keys, and says what follows from each.
pub trait Screen {
    /// The bindings in force, the first table going first.
    fn listings(&self, session: &Session) -> Vec<Listing>;

    /// Does what a key means here; nothing where it means nothing.
    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome>;

    /// Draws itself.
    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer);

    /// The page in view with its marked link, to copy or to open; nothing where there is no page.
    fn reading(&self, _session: &Session) -> Option<Reading<'_>> {
        None
    }

    /// Exports what it shows; a screen that shows nothing to export asks what is meant.
    fn export(&self, session: &Session) -> Outcome {
        export::choose(session)
    }

    /// The row of its list in a cell.
    fn row_at(&self, _cell: Position, _session: &Session) -> Option<RowAt> {
        None
    }

    /// What a click in a cell does beside that, by the name of its binding.
    fn binding_at(&self, _cell: Position) -> Option<&'static str> {
        None
    }

    /// From the page to the list beside it.
    fn to_list(&mut self, session: &Session) {
        self.close_topmost(session);
    }

    /// Closes the topmost thing that is open in it; whether there was one.
    fn close_topmost(&mut self, _session: &Session) -> bool {
        false
    }

    /// It comes into view because the user chose its tab.
    fn opened(&mut self, _session: &Session) {}

    /// Something about the person has changed.
    fn profile_changed(&mut self, _session: &Session, _change: Change) {}

    /// Keys mean something else from now on: a screen that shows keys takes note of them.
    fn keys_changed(&mut self, _keymap: &Keymap) {}

    /// A change of this skill's rating was undone or done again.
    fn look_at(&mut self, _skill: &SkillId) {}

    /// Its list, where it has one that can be filtered.
    fn list(&self) -> Option<&dyn Filtered> {
        None
    }

    /// The same, to be changed.
    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }

    /// The names of the rows of that list, which a filter looks at.
    fn row_names(&self, _session: &Session) -> Vec<String> {
        Vec::new()
    }

    /// Does what a key means for the filter of that list; every other key goes to [`Screen::press`].
    fn press_filter(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Pressed {
        if !self.list().is_some_and(|list| list.is_for_filter(key, keymap)) {
            return Pressed::Other;
        }
        let count = self.row_names(session).len();
        self.list_mut().map_or(Pressed::Other, |list| list.press_filter(key, keymap, count))
    }

    /// Whether letters are typed into a field of its own now.
    fn takes_text(&self) -> bool {
        self.list().is_some_and(Filtered::is_filtered)
    }

    /// Edits that field with a key that means nothing else.
    fn edit(&mut self, key: Key, session: &Session) {
        let names = self.row_names(session);
        if let Some(list) = self.list_mut() {
            list.edit_filter(key, &names);
        }
    }

    /// Puts a text into that field.
    fn paste(&mut self, pasted: &str, session: &Session) {
        let names = self.row_names(session);
        if let Some(list) = self.list_mut() {
            list.paste_filter(pasted, &names);
        }
    }

    /// Takes a pasted text of several lines, while it has no such field.
    fn take_text(&mut self, _pasted: &str, _session: &Session) -> Outcome {
        Outcome::nothing()
    }

    /// Where the cursor stands in that field; drawing finds out.
    fn cursor(&self) -> Option<Position> {
        self.list().and_then(Filtered::filter_cursor)
    }

    /// Whether it shows something of the record of practice, which has to be read for it now.
    fn needs_record(&self, _session: &Session) -> bool {
        false
    }

    /// Whether it shows kept job ads, which have to be read for it now.
    fn needs_ads(&self, _session: &Session) -> bool {
        false
    }

    /// Whether digits mean something else here than the tabs.
    fn takes_digits(&self, _session: &Session) -> bool {
        false
    }
}
