//! Roles to looks. The default theme has the terminal's own sixteen colours on its own background.

pub mod depth;
pub mod file;
pub mod known;
pub mod looks;
mod words;

use crate::report::document::Role;
use looks::{Looks, Part};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// How the program looks on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The look of every part. A theme is read once and lives as long as the program.
    looks: &'static Looks,
    /// Whether to keep to ASCII.
    pub ascii: bool,
}

impl Theme {
    /// A theme with the characters that the terminal can show.
    #[must_use]
    pub const fn new(looks: &'static Looks, ascii: bool) -> Self {
        Self { looks, ascii }
    }

    /// The look of a role.
    #[must_use]
    pub const fn style(self, role: Role) -> Style {
        self.looks.get(Part::of(role))
    }

    /// The look of what is selected.
    #[must_use]
    pub const fn selected(self) -> Style {
        self.looks.get(Part::Selected)
    }

    /// The look of what was found by a search in the page.
    #[must_use]
    pub const fn found(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED)
    }

    /// The look of a notice about something that failed.
    #[must_use]
    pub const fn alarm(self) -> Style {
        self.looks.get(Part::Alarm)
    }

    /// The look that every cell starts from: the theme's background and plain text.
    #[must_use]
    pub fn base(self) -> Style {
        self.looks.base()
    }

    /// Gives every cell of an area that look. A theme on the terminal's own colours has nothing to give.
    pub fn fill(self, area: Rect, buffer: &mut Buffer) {
        let base = self.base();
        if base != Style::new() {
            buffer.set_style(area, base);
        }
    }
}
