//! The themes there are: those in the program, and those of the user.

use super::file;
use super::looks::{ANSI, Looks, MONO};
use crate::config::problem::{Problem, Source};
use std::path::{Path, PathBuf};

/// A theme in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter)]
pub enum BuiltIn {
    /// The terminal's own colours and background.
    Ansi,
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
    /// White on black, with the strongest contrast.
    HighContrast,
    /// No colours.
    Mono,
}

/// The names of the themes in the program, for a message.
pub const NAMES: &str = "ansi, dark, light, high-contrast, mono";

impl BuiltIn {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ansi => "ansi",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        use strum::IntoEnumIterator;
        Self::iter().find(|theme| theme.name() == name)
    }

    /// Its looks. Two themes are in the program as they are; the others are parsed here.
    #[must_use]
    pub fn looks(self) -> Looks {
        let text = match self {
            Self::Ansi => return ANSI.clone(),
            Self::Mono => return MONO.clone(),
            Self::Dark => include_str!("../../../assets/themes/dark.toml"),
            Self::Light => include_str!("../../../assets/themes/light.toml"),
            Self::HighContrast => include_str!("../../../assets/themes/high-contrast.toml"),
        };
        parsed(self.name(), text).0
    }
}

fn parsed(name: &str, text: &str) -> (Looks, Vec<Problem>) {
    let mut source = Source::new(Path::new(name), text.to_owned());
    // A theme of the program names everything itself.
    let looks = file::read(&mut source, |_| None, NAMES);
    (looks, source.into_problems())
}

/// The file of a user's theme; none for a name that could lead out of the folder.
#[must_use]
pub fn file_of(name: &str, folder: &Path) -> Option<PathBuf> {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let is_name = !name.is_empty() && name.chars().all(is_plain);
    is_name.then(|| folder.join(format!("{name}.toml")))
}

/// Reads a user's theme; none where there is no such file. What is wrong in it is noted.
///
/// # Errors
/// Where the file can't be read.
pub fn read(file: &Path) -> Result<Option<(Looks, Vec<Problem>)>, Problem> {
    let Some(mut source) = Source::read(file)? else { return Ok(None) };
    let looks = file::read(&mut source, |name| BuiltIn::named(name).map(BuiltIn::looks), NAMES);
    Ok(Some((looks, source.into_problems())))
}

#[cfg(test)]
mod tests;
