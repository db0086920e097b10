//! A field above rows of which one is marked: what is typed decides which rows there are.

use super::frame;
use crate::report::document::Role;
use crate::tui::input::Key;
use crate::tui::theme::Theme;
use crate::tui::widgets::field;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::pane::Move;
use crate::tui::widgets::text::put;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input as Field;

/// What a key does in such a dialog; every other key types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the bindings of each dialog say in words what each does")]
pub enum Action {
    Accept,
    Cancel,
    Move(Move),
}

/// The state of the two.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    field: Field,
    pub(super) mark: Mark,
}

impl Typed {
    /// The text in the field.
    pub(super) fn text(&self) -> &str {
        self.field.value()
    }

    /// Types with a key; whether it means something in a field. Then the rows are others, and the first one is marked.
    pub(super) fn edit(&mut self, key: Key) -> bool {
        let Some(request) = key.field_request() else { return false };
        self.field.handle(request);
        self.mark = Mark::default();
        true
    }

    /// Types a text: the rows are others, and the first one is marked.
    pub(super) fn paste(&mut self, pasted: &str) {
        field::insert(&mut self.field, pasted);
        self.mark = Mark::default();
    }

    /// Draws a dialog as high as can be, with the field, and what to type while nothing is typed. Returns where the cursor stands, and
    /// the room for the rows.
    pub(super) fn draw(
        &self,
        (title, what): (&str, &str),
        theme: Theme,
        body: Rect,
        buffer: &mut Buffer,
    ) -> (Option<Position>, Rect) {
        let area = frame::draw(title, body, u16::MAX, theme, buffer);
        let cursor = field::draw(&self.field, theme, area, buffer);
        if self.field.value().is_empty() {
            let x = area.x.saturating_add(4);
            put(x, area.y, what, theme.style(Role::Dim), theme, area, buffer);
        }
        let list = Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(2), ..area };
        (cursor, list)
    }
}
