//! Dialogs: they lie over a screen as a stack, and each carries what follows from its answer.
//!
//! A dialog doesn't know what that is: it is generic over it, so that nothing here depends on what an answer may change.

pub mod choice;
mod frame;
pub mod page;
pub mod palette;
pub mod search;
mod step;
pub mod text;
mod typed;

pub use step::Step;

use super::input::Key;
use super::keymap::{Keymap, Listing};
use super::theme::Theme;
use super::widgets::clickable::RowAt;
use crate::report::document::Target;
use crate::session::Session;
use choice::Choice;
use page::Page;
use palette::Palette;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use search::Search;
use text::Text;

/// A dialog; `R` is what follows from its answer.
pub enum Dialog<R> {
    /// A page to read.
    Page(Page),
    /// One of several.
    Choice(Choice<R>),
    /// Search over everything.
    Search(Search<R>),
    /// Everything that can be done here.
    Palette(Palette<R>),
    /// A line of text.
    Text(Text<R>),
}

impl<R> Dialog<R> {
    /// The bindings in force while it is open.
    #[must_use]
    pub fn listings(&self) -> Vec<Listing> {
        match self {
            Self::Page(_) => vec![page::BINDINGS.listing()],
            Self::Choice(choice) => choice.listings(),
            Self::Search(_) => vec![search::BINDINGS.listing()],
            Self::Palette(_) => vec![palette::BINDINGS.listing()],
            Self::Text(text) => vec![text.listing()],
        }
    }

    /// Does what a key means here; nothing where it means nothing.
    pub fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Step<R>> {
        Some(match self {
            Self::Page(page) => page.update(keymap.action(&page::BINDINGS, key)?),
            Self::Choice(choice) => choice.press(key, keymap, session)?,
            Self::Search(search) => search.update(keymap.action(&search::BINDINGS, key)?),
            Self::Palette(palette) => palette.update(keymap.action(&palette::BINDINGS, key)?),
            Self::Text(text) => text.update(keymap.action(&text::BINDINGS, key)?, session),
        })
    }

    /// Edits its field with a key that means nothing else; whether it has a field.
    pub fn edit(&mut self, key: Key) -> bool {
        match self {
            Self::Page(_) => return false,
            Self::Choice(choice) => return choice.edit(key),
            Self::Search(search) => search.edit(key),
            Self::Palette(palette) => palette.edit(key),
            Self::Text(text) => text.edit(key),
        }
        true
    }

    /// Puts a text into its field, if it has one. The answer is what comes of it where it means more than that.
    pub fn paste(&mut self, pasted: &str, session: &Session) -> Option<Step<R>> {
        match self {
            Self::Page(_) => {}
            Self::Choice(choice) => choice.paste(pasted),
            Self::Search(search) => search.paste(pasted),
            Self::Palette(palette) => palette.paste(pasted),
            Self::Text(text) => return text.paste(pasted, session),
        }
        None
    }

    /// The row in a cell.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        match self {
            Self::Page(_) | Self::Text(_) => None,
            Self::Choice(choice) => choice.mark.row_at(cell),
            Self::Search(search) => search.typed.mark.row_at(cell),
            Self::Palette(palette) => palette.typed.mark.row_at(cell),
        }
    }

    /// The link of its page in a cell.
    #[must_use]
    pub fn link_at(&self, cell: Position) -> Option<Target> {
        match self {
            Self::Page(page) => page.link_at(cell),
            Self::Choice(_) | Self::Search(_) | Self::Palette(_) | Self::Text(_) => None,
        }
    }

    /// Draws it over a screen. Returns where the cursor stands in its field.
    pub fn draw(&self, session: &Session, theme: Theme, body: Rect, buffer: &mut Buffer) -> Option<Position> {
        match self {
            Self::Page(page) => {
                page.draw(theme, body, buffer);
                None
            }
            Self::Choice(choice) => choice.draw(theme, body, buffer),
            Self::Search(search) => search.draw(session, theme, body, buffer),
            Self::Palette(palette) => palette.draw(theme, body, buffer),
            Self::Text(text) => text.draw(theme, body, buffer),
        }
    }
}

impl<R> From<Page> for Dialog<R> {
    fn from(page: Page) -> Self {
        Self::Page(page)
    }
}

impl<R> From<Choice<R>> for Dialog<R> {
    fn from(choice: Choice<R>) -> Self {
        Self::Choice(choice)
    }
}

impl<R> From<Search<R>> for Dialog<R> {
    fn from(search: Search<R>) -> Self {
        Self::Search(search)
    }
}

impl<R> From<Palette<R>> for Dialog<R> {
    fn from(palette: Palette<R>) -> Self {
        Self::Palette(palette)
    }
}

impl<R> From<Text<R>> for Dialog<R> {
    fn from(text: Text<R>) -> Self {
        Self::Text(text)
    }
}
