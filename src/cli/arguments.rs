//! The arguments as typed, turned into a command.

use super::{Cli, Globals};
use crate::report::safe_text::is_unsafe_control;
use clap::{ColorChoice, CommandFactory, FromArgMatches};
use std::ffi::{OsStr, OsString};

/// Understands the words of a command line, the program's name first. `--color` holds for clap's own help and errors too, and
/// those never quote what could steer a terminal.
pub fn parse(words: &[OsString]) -> Result<Cli, clap::Error> {
    // Plain `coach` opens the interface, whose first frame shouldn't wait until every subcommand is built.
    if words.len() <= 1 {
        return Ok(Cli { globals: Globals::default(), command: None });
    }
    let command = Cli::command().color(color(words)).bin_name("coach");
    let understood = |words: &[OsString]| {
        let matches = command.clone().try_get_matches_from(words)?;
        Cli::from_arg_matches(&matches)
    };
    understood(words).map_err(|error| {
        let harmless: Vec<OsString> = words.iter().map(|word| harmless(word)).collect();
        if harmless == words { error } else { understood(&harmless).err().unwrap_or(error) }
    })
}

fn color(words: &[OsString]) -> ColorChoice {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let wish = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--color")? {
        "" => words.get(i + 1).map(|word| word.as_ref()),
        value => value.strip_prefix('='),
    });
    match wish {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// A word with a replacement character for everything that an error should not quote.
fn harmless(word: &OsStr) -> OsString {
    let replaced = |c| if is_unsafe_control(c) { char::REPLACEMENT_CHARACTER } else { c };
    word.to_string_lossy().chars().map(replaced).collect::<String>().into()
}
