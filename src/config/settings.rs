//! The settings there are: their names, what they may be, and what they mean. The default file and `docs/config.md` are made from
//! this table.

use strum::IntoEnumIterator;

/// A setting of `config.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter)]
pub enum Setting {
    /// How the interface looks.
    Theme,
    /// Whether it listens to the mouse.
    Mouse,
    /// Whether it keeps to ASCII.
    Ascii,
    /// Which key does what.
    Keys,
}

impl Setting {
    /// Its key in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Mouse => "mouse",
            Self::Ascii => "ascii",
            Self::Keys => "keys",
        }
    }

    /// Its default, as the file would say it.
    #[must_use]
    pub const fn default_value(self) -> &'static str {
        match self {
            Self::Theme => "\"ansi\"",
            Self::Mouse => "false",
            Self::Ascii => "\"auto\"",
            Self::Keys => "{}",
        }
    }

    /// What it may be, for a message.
    #[must_use]
    pub const fn allowed(self) -> &'static str {
        match self {
            Self::Theme => "the name of a theme in quotes, such as \"dark\"",
            Self::Mouse => "true or false",
            Self::Ascii => "\"auto\", \"always\" or \"never\"",
            Self::Keys => "a table with a list of keys for each action, such as tick-off = [\"d\"]",
        }
    }

    /// What it means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Theme => {
                "How the terminal interface looks: ansi (your terminal's own colours), dark, light, high-contrast, mono, or the name of a file of yours in themes/, without .toml. With NO_COLOR or --color never it is mono."
            }
            Self::Mouse => {
                "Whether the terminal interface listens to the mouse: a click opens, selects or follows, the wheel moves. To mark text you then hold Shift in most terminals."
            }
            Self::Ascii => {
                "Whether the terminal interface keeps to ASCII: auto asks your locale, always and never don't."
            }
            Self::Keys => {
                "The keys of an action, in place of its built-in ones; [] takes its keys away. docs/keys.md lists the actions with their keys."
            }
        }
    }
}

/// Whether to keep to ASCII.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumIter)]
pub enum Ascii {
    /// Where the locale has nothing else.
    #[default]
    Auto,
    /// In any locale.
    Always,
    /// In no locale.
    Never,
}

impl Ascii {
    /// Its word in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// The choice of a word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::iter().find(|choice| choice.name() == name)
    }
}

/// The widest line of a comment.
const COMMENT_CELLS: usize = 78;

/// A file that says what holds without a file, each setting with a comment. Every setting is commented out, so that a later default
/// is not held back.
#[must_use]
pub fn default_file() -> String {
    let mut file =
        "# Settings of the terminal interface. Remove the # before a line to change it.\n".to_owned();
    for setting in Setting::iter() {
        file.push('\n');
        file.push_str(&comment(setting.meaning()));
        match setting {
            Setting::Keys => file.push_str("#[keys]\n#tick-off = [\"d\"]\n"),
            Setting::Theme | Setting::Mouse | Setting::Ascii => {
                file.push_str(&format!("#{} = {}\n", setting.name(), setting.default_value()));
            }
        }
    }
    file
}

fn comment(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let is_full = |line: &String| !line.is_empty() && line.len() + 1 + word.len() > COMMENT_CELLS;
        if lines.last().is_some_and(is_full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("#{line}\n")).collect()
}
