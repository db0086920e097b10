//! A page to read: the keys, how a score is calculated, or what the user should know.

use super::frame;
use super::step::Step;
use crate::report::document::{Document, Target};
use crate::report::layout;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

/// The state of the dialog.
pub struct Page {
    title: String,
    /// The page for a width in cells, its links numbered.
    doc: Box<dyn Fn(usize) -> Document>,
    /// The width for which it was drawn last.
    width: Cell<usize>,
    pane: Pane,
}

/// Its keys; to go back is to close it.
pub const BINDINGS: Bindings<Move> = Bindings { title: "Reading a page", list: LIST };

const LIST: &[Binding<Move>] = &[
    bind(Move::Top, "reading-top", &["g", "home"], "to the top"),
    bind(Move::Bottom, "reading-bottom", &["G", "end"], "to the bottom"),
    bind(Move::Up, "reading-up", &["up", "k"], "up").hint("↑↓ scroll"),
    bind(Move::Down, "reading-down", &["down", "j"], "down"),
    bind(Move::PageDown, "reading-page-down", &["pagedown", "space", "ctrl-f"], "one page down"),
    bind(Move::PageUp, "reading-page-up", &["pageup", "ctrl-b"], "one page up"),
    bind(Move::HalfDown, "reading-half-down", &["ctrl-d"], "half a page down"),
    bind(Move::HalfUp, "reading-half-up", &["ctrl-u"], "half a page up"),
    bind(Move::Back, "reading-close", &["esc", "q", "?", "enter"], "close").hint("Esc close"),
];

impl Page {
    /// A page with a title.
    #[must_use]
    pub fn new(title: impl Into<String>, doc: Document) -> Self {
        let doc = doc.numbered();
        Self::fitting(title, move |_| doc.clone())
    }

    /// A page that is another one for another width in cells; its links are numbered.
    #[must_use]
    pub fn fitting(title: impl Into<String>, doc: impl Fn(usize) -> Document + 'static) -> Self {
        Self { title: title.into(), doc: Box::new(doc), width: Cell::default(), pane: Pane::default() }
    }

    /// The page as it was drawn last.
    fn drawn(&self) -> Document {
        (self.doc)(self.width.get())
    }

    pub(super) fn update<R>(&self, movement: Move) -> Step<R> {
        if movement == Move::Back {
            return Step::Closes(None);
        }
        self.pane.go(movement, || self.drawn());
        Step::Stays
    }

    /// The link in a cell.
    pub(super) fn link_at(&self, cell: Position) -> Option<Target> {
        self.pane.link_at(cell, &self.drawn())
    }

    pub(super) fn draw(&self, theme: Theme, body: Rect, buffer: &mut Buffer) {
        self.width.set(usize::from(frame::text_width(body)));
        let doc = self.drawn();
        let height = u16::try_from(layout::lines(&doc, self.width.get()).len()).unwrap_or(u16::MAX);
        let area = frame::draw(&self.title, body, height, theme, buffer);
        self.pane.draw(&doc, theme, area, buffer);
    }
}
