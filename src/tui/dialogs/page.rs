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

/// The state of the dialog.
pub struct Page {
    title: String,
    doc: Document,
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
        Self { title: title.into(), doc: doc.numbered(), pane: Pane::default() }
    }

    pub(super) fn update<R>(&self, movement: Move) -> Step<R> {
        if movement == Move::Back {
            return Step::Closes(None);
        }
        self.pane.go(movement, || self.doc.clone());
        Step::Stays
    }

    /// The link in a cell.
    pub(super) fn link_at(&self, cell: Position) -> Option<Target> {
        self.pane.link_at(cell, &self.doc)
    }

    pub(super) fn draw(&self, theme: Theme, body: Rect, buffer: &mut Buffer) {
        let lines = layout::lines(&self.doc, usize::from(frame::text_width(body)));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let area = frame::draw(&self.title, body, height, theme, buffer);
        self.pane.draw(&self.doc, theme, area, buffer);
    }
}
