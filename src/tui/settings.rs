//! The settings in force: what the files say, what the terminal can do, and what is built in.

use super::app::bindings;
use super::keymap::own::OwnKeys;
use super::theme::Theme;
use super::theme::depth::Depth;
use super::theme::known::{self, BuiltIn, NAMES};
use super::theme::looks::{ANSI, Looks, MONO};
use crate::config::paths::ConfigDir;
use crate::config::problem::{Problem, Source};
use crate::config::read::{Config, Given};
use crate::config::settings::Ascii;
use crate::profile::fault::shown;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

/// What the terminal can show, by its variables and the options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether its locale has nothing but ASCII.
    pub ascii: bool,
    /// How many colours there are.
    pub depth: Depth,
}

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The program.
    BuiltIn,
    /// `config.toml`, with the line, from 1.
    File(usize),
    /// `NO_COLOR`, `TERM` or `--color`.
    NoColor,
}

/// A setting in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce<T> {
    /// Its value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> InForce<T> {
    fn of(given: Option<Given<T>>, default: T) -> Self {
        match given {
            Some(Given { value, line, .. }) => Self { value, origin: Origin::File(line) },
            None => Self { value: default, origin: Origin::BuiltIn },
        }
    }
}

/// The settings in force.
#[derive(Debug)]
pub struct Settings {
    /// The name of the theme.
    pub theme: InForce<String>,
    /// Whether the interface listens to the mouse.
    pub mouse: InForce<bool>,
    /// Whether it keeps to ASCII.
    pub ascii: InForce<Ascii>,
    /// The user's own keys.
    pub keys: OwnKeys,
    /// What is wrong in the files that are in use.
    pub problems: Vec<Problem>,
    looks: &'static Looks,
    is_ascii: bool,
}

impl Settings {
    /// Reads the settings of a folder, if one is known. Nothing in them is an error: what is wrong is noted, and its default holds.
    #[must_use]
    pub fn load(dir: Option<&ConfigDir>, terminal: Terminal) -> Self {
        let config = dir.map(Config::read).unwrap_or_default();
        let Config { theme, mouse, ascii, keys, source, unreadable } = config;
        let mut found = Found { source, problems: Vec::from_iter(unreadable) };
        let keys = match &mut found.source {
            Some(source) if !keys.is_empty() => OwnKeys::new(&keys, &bindings::tables(), source),
            Some(_) | None => OwnKeys::default(),
        };
        let chosen = theme.and_then(|given| found.theme(given, dir));
        let ascii = InForce::of(ascii, Ascii::default());
        let (theme, looks) = in_force(chosen, terminal);
        Self {
            theme,
            mouse: InForce::of(mouse, false),
            is_ascii: match ascii.value {
                Ascii::Auto => terminal.ascii,
                Ascii::Always => true,
                Ascii::Never => false,
            },
            ascii,
            keys,
            looks,
            problems: found.into_problems(),
        }
    }

    /// How the interface looks.
    #[must_use]
    pub const fn look(&self) -> Theme {
        Theme::new(self.looks, self.is_ascii)
    }

    /// The first problem in a sentence, and how many more there are; none where all is well.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        let first = self.problems.first()?;
        let rest = match self.problems.len() - 1 {
            0 => String::new(),
            rest => format!(" {rest} more: coach config check."),
        };
        Some(format!("Settings: {}.{rest}", short(first)))
    }
}

/// A problem without the folder of its file, which takes up a narrow screen.
fn short(problem: &Problem) -> Problem {
    let name = problem.file.file_name().map_or_else(|| problem.file.clone(), PathBuf::from);
    Problem { file: name, ..problem.clone() }
}

/// The theme that is chosen, unless colours aren't wanted, with the colours that there are.
fn in_force(chosen: Option<(Given<String>, Looks)>, terminal: Terminal) -> (InForce<String>, &'static Looks) {
    if !terminal.color {
        return (InForce { value: BuiltIn::Mono.name().to_owned(), origin: Origin::NoColor }, &MONO);
    }
    match chosen {
        None => (InForce { value: BuiltIn::Ansi.name().to_owned(), origin: Origin::BuiltIn }, &ANSI),
        Some((Given { value, line, .. }, looks)) => {
            let looks = looks.with_colors(|color| terminal.depth.fit(color));
            // A theme lives as long as the program, so that drawing can hand it on by value.
            (InForce { value, origin: Origin::File(line) }, Box::leak(Box::new(looks)))
        }
    }
}

/// `config.toml` while its settings are taken, and the problems of other files.
struct Found {
    source: Option<Source>,
    problems: Vec<Problem>,
}

impl Found {
    /// The theme of a name, if there is one.
    fn theme(&mut self, given: Given<String>, dir: Option<&ConfigDir>) -> Option<(Given<String>, Looks)> {
        if let Some(theme) = BuiltIn::named(&given.value) {
            return Some((given, theme.looks()));
        }
        let file = dir.and_then(|dir| known::file_of(&given.value, &dir.themes()));
        match file.as_deref().map(known::read) {
            Some(Ok(Some((looks, problems)))) => {
                self.problems.extend(problems);
                return Some((given, looks));
            }
            Some(Err(problem)) => self.problems.push(problem),
            Some(Ok(None)) | None => {
                if let Some(source) = &mut self.source {
                    let problem = format!("there is no theme `{}`", shown(&given.value));
                    let advice =
                        format!("use one of {NAMES}, or the name of a file in themes/ without .toml");
                    source.problem(given.at, "theme", problem, advice);
                }
            }
        }
        None
    }

    fn into_problems(self) -> Vec<Problem> {
        let of_config = self.source.map(Source::into_problems).unwrap_or_default();
        of_config.into_iter().chain(self.problems).collect()
    }
}

/// Every problem of a folder: those of the settings, and those of every theme in it, whether it is in use or not.
#[must_use]
pub fn check(dir: &ConfigDir, terminal: Terminal) -> Vec<Problem> {
    let mut problems = Settings::load(Some(dir), terminal).problems;
    let files = fs::read_dir(dir.themes()).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut themes: Vec<PathBuf> =
        files.filter(|file| file.extension() == Some(OsStr::new("toml"))).collect();
    themes.sort();
    for file in themes {
        let found = match known::read(&file) {
            Ok(read) => read.map(|(_, problems)| problems).unwrap_or_default(),
            Err(problem) => vec![problem],
        };
        let is_new = |problem: &Problem| !problems.contains(problem);
        let mut found: Vec<Problem> = found.into_iter().filter(is_new).collect();
        found.extend(misnamed(&file));
        problems.extend(found);
    }
    problems
}

/// A theme that no setting can name.
fn misnamed(file: &std::path::Path) -> Option<Problem> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let is_built_in = BuiltIn::named(&name).is_some();
    let problem = if is_built_in {
        format!("`{name}` is the name of a built-in theme, which is used instead")
    } else if known::file_of(&name, std::path::Path::new("")).is_none() {
        format!("`{}` is no name for a theme", shown(&name))
    } else {
        return None;
    };
    let advice = "rename the file; a name has letters, digits, - and _".to_owned();
    Some(Problem { file: file.to_owned(), place: None, key: String::new(), problem, advice })
}

#[cfg(test)]
mod tests;
