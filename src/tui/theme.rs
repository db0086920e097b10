//! Roles to looks: the terminal's own sixteen colours on its own background, or none at all.

use crate::report::document::Role;
use ratatui::style::{Color, Modifier, Style};

/// How the program looks on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours are shown; without them emphasis alone tells things apart, beside the words.
    pub color: bool,
    /// Whether to keep to ASCII.
    pub ascii: bool,
}

impl Theme {
    /// The look of a role.
    #[must_use]
    pub const fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let emphasised = match role {
            Role::Text | Role::Bar => plain,
            Role::Title | Role::Heading | Role::Strong | Role::Good => plain.add_modifier(Modifier::BOLD),
            Role::Dim => plain.add_modifier(Modifier::DIM),
            Role::Link => plain.add_modifier(Modifier::UNDERLINED),
            Role::Open => plain.add_modifier(Modifier::ITALIC),
            Role::Bad => plain,
        };
        if !self.color {
            return emphasised;
        }
        match role {
            Role::Text => plain,
            Role::Title | Role::Heading | Role::Strong => emphasised,
            // Not the bright black: some palettes give it the colour of the background.
            Role::Dim => emphasised,
            Role::Link | Role::Open | Role::Bar => emphasised,
            Role::Good => plain.fg(Color::Green),
            Role::Bad => plain.fg(Color::Red),
        }
    }

    /// The look of what is selected, with colours and without.
    #[must_use]
    pub const fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The look of what was found by a search in the page.
    #[must_use]
    pub const fn found(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED)
    }

    /// The look of a notice about something that failed.
    #[must_use]
    pub const fn alarm(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::REVERSED);
        if self.color { style.fg(Color::Red) } else { style }
    }
}
