//! A list with a page for what is selected in it.

use super::move_in;
use crate::guide::id::Link;
use crate::report::document::Document;
use crate::tui::action::Action;
use crate::tui::pane::Pane;

/// The state of a list with its page.
#[derive(Debug, Clone, Default)]
pub struct Browse {
    /// What is selected.
    pub selected: usize,
    /// Whether the keys move in the page, not in the list.
    pub in_page: bool,
    /// Where the reader is in the page.
    pub pane: Pane,
}

impl Browse {
    /// The list with something selected.
    #[must_use]
    pub fn at(selected: usize) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Moves in the list of `count` or in the page. The answer is a link to follow.
    pub fn update(&mut self, count: usize, doc: &Document, action: Action) -> Option<Link> {
        if self.in_page {
            return move_in(&self.pane, doc, action);
        }
        match action {
            Action::Up => self.select(self.selected.saturating_sub(1)),
            Action::Down => self.select((self.selected + 1).min(count.saturating_sub(1))),
            Action::Top => self.select(0),
            Action::Bottom => self.select(count.saturating_sub(1)),
            Action::Open => self.in_page = true,
            Action::NextLink | Action::PreviousLink => {
                self.in_page = true;
                return move_in(&self.pane, doc, action);
            }
            action => return move_in(&self.pane, doc, action),
        }
        None
    }

    /// Selects and shows the page from its top.
    pub fn select(&mut self, selected: usize) {
        if selected != self.selected {
            self.selected = selected;
            self.pane.to_top();
        }
    }

    /// From the page to the list; whether there was a page to leave.
    pub fn leave_page(&mut self) -> bool {
        std::mem::take(&mut self.in_page)
    }
}
