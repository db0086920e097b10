//! The plan: its steps one by one, and what stands beside them: readiness, evidence, progress.

use super::browse::Browse;
use crate::tui::pane::Pane;

/// What the screen shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum View {
    /// The steps to the target.
    #[default]
    Steps,
    /// The five bars.
    Readiness,
    /// The proofs.
    Evidence,
    /// The way so far.
    Progress,
}

impl View {
    /// The word on its tab.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Steps => "Steps",
            Self::Readiness => "Readiness",
            Self::Evidence => "Evidence",
            Self::Progress => "Progress",
        }
    }
}

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// What it shows.
    pub view: View,
    /// The overview and then the steps, with a page for what is selected.
    pub steps: Browse,
    /// Where the reader is in the page of another view.
    pub pane: Pane,
}

impl Planning {
    /// Shows another view from its top.
    pub fn show(&mut self, view: View) {
        self.view = view;
        self.pane.to_top();
    }
}
