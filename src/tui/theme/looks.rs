//! The look of every part of the screen, and the two themes that no file has to be parsed for.

use crate::report::document::Role;
use ratatui::style::{Color, Modifier, Style};
use strum::IntoEnumIterator;

/// A part of the screen that has a look of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter)]
#[expect(missing_docs, reason = "`meaning` says in words what each is")]
pub enum Part {
    Text,
    Title,
    Heading,
    Strong,
    Accent,
    Dim,
    Link,
    Good,
    Open,
    NotYet,
    Bar,
    Selected,
    Alarm,
}

impl Part {
    /// The part that a role belongs to.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Text => Self::Text,
            Role::Title => Self::Title,
            Role::Heading => Self::Heading,
            Role::Strong => Self::Strong,
            Role::Accent => Self::Accent,
            Role::Dim => Self::Dim,
            Role::Link => Self::Link,
            Role::Good => Self::Good,
            Role::Open => Self::Open,
            Role::NotYet => Self::NotYet,
            Role::Bar => Self::Bar,
        }
    }

    /// Its key in a theme's file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Strong => "strong",
            Self::Accent => "accent",
            Self::Dim => "dim",
            Self::Link => "link",
            Self::Good => "good",
            Self::Open => "open",
            Self::NotYet => "not-yet",
            Self::Bar => "bar",
            Self::Selected => "selected",
            Self::Alarm => "alarm",
        }
    }

    /// What it is.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Text => "plain text; every part without a colour has its colour",
            Self::Title => "the title of a page",
            Self::Heading => "a heading within a page",
            Self::Strong => "the most important part of a line",
            Self::Accent => "your target and the next step",
            Self::Dim => "sources, dates, hints, lines",
            Self::Link => "a link in running text",
            Self::Good => "ready, met",
            Self::Open => "open, unproved, not rated",
            Self::NotYet => "not yet, unmet",
            Self::Bar => "the known part of a bar",
            Self::Selected => "what is selected",
            Self::Alarm => "a notice about something that failed",
        }
    }

    /// The part of a key in a theme's file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::iter().find(|part| part.name() == name)
    }
}

/// A theme: a background, and a look for every part.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the parts of their names")]
pub struct Looks {
    /// The colour behind everything; none leaves the terminal's own.
    pub background: Option<Color>,
    pub text: Style,
    pub title: Style,
    pub heading: Style,
    pub strong: Style,
    pub accent: Style,
    pub dim: Style,
    pub link: Style,
    pub good: Style,
    pub open: Style,
    pub not_yet: Style,
    pub bar: Style,
    pub selected: Style,
    pub alarm: Style,
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);

/// No colours. Emphasis alone tells things apart, beside the words.
pub static MONO: Looks = Looks {
    background: None,
    text: PLAIN,
    title: BOLD,
    heading: BOLD,
    strong: BOLD,
    accent: BOLD.add_modifier(Modifier::UNDERLINED),
    // Dimmed text is too pale on white.
    dim: PLAIN,
    link: PLAIN.add_modifier(Modifier::UNDERLINED),
    good: BOLD,
    open: PLAIN.add_modifier(Modifier::ITALIC),
    not_yet: PLAIN,
    bar: PLAIN,
    selected: PLAIN.add_modifier(Modifier::REVERSED),
    alarm: BOLD.add_modifier(Modifier::REVERSED),
};

/// The default: the terminal's own colours on its own background, which may be black or white. Of the sixteen colours only magenta
/// and bright red can be read on both in the usual palettes, so everything else is told by emphasis.
pub static ANSI: Looks = Looks {
    background: None,
    text: PLAIN,
    title: BOLD,
    heading: BOLD,
    strong: BOLD,
    accent: BOLD.fg(Color::Magenta),
    dim: PLAIN,
    link: PLAIN.add_modifier(Modifier::UNDERLINED),
    good: BOLD,
    open: PLAIN.add_modifier(Modifier::ITALIC),
    not_yet: PLAIN,
    bar: PLAIN,
    selected: PLAIN.add_modifier(Modifier::REVERSED),
    alarm: BOLD.add_modifier(Modifier::REVERSED).fg(Color::LightRed),
};

impl Looks {
    /// The look of a part.
    #[must_use]
    pub const fn get(&self, part: Part) -> Style {
        match part {
            Part::Text => self.text,
            Part::Title => self.title,
            Part::Heading => self.heading,
            Part::Strong => self.strong,
            Part::Accent => self.accent,
            Part::Dim => self.dim,
            Part::Link => self.link,
            Part::Good => self.good,
            Part::Open => self.open,
            Part::NotYet => self.not_yet,
            Part::Bar => self.bar,
            Part::Selected => self.selected,
            Part::Alarm => self.alarm,
        }
    }

    /// Gives a part a look.
    pub const fn set(&mut self, part: Part, look: Style) {
        let field = match part {
            Part::Text => &mut self.text,
            Part::Title => &mut self.title,
            Part::Heading => &mut self.heading,
            Part::Strong => &mut self.strong,
            Part::Accent => &mut self.accent,
            Part::Dim => &mut self.dim,
            Part::Link => &mut self.link,
            Part::Good => &mut self.good,
            Part::Open => &mut self.open,
            Part::NotYet => &mut self.not_yet,
            Part::Bar => &mut self.bar,
            Part::Selected => &mut self.selected,
            Part::Alarm => &mut self.alarm,
        };
        *field = look;
    }

    /// The look that every cell starts from.
    #[must_use]
    pub fn base(&self) -> Style {
        Style { bg: self.background, ..PLAIN }.patch(self.text)
    }

    /// The same theme with every colour changed.
    #[must_use]
    pub fn with_colors(mut self, change: impl Fn(Color) -> Color) -> Self {
        self.background = self.background.map(&change);
        for part in Part::iter() {
            let look = self.get(part);
            self.set(part, Style { fg: look.fg.map(&change), bg: look.bg.map(&change), ..look });
        }
        self
    }
}
