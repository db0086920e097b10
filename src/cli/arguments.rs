//! The arguments as typed, turned into a command.

use super::printer::is_dumb;
use super::{Cli, Globals};
use crate::report::plain as spoken;
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
    let command = Cli::command().bin_name("coach");
    // In plain mode help isn't wrapped, as nothing is.
    let command = if is_plain(words) {
        command.color(ColorChoice::Never).term_width(0)
    } else {
        command.color(color(words))
    };
    let understood = |words: &[OsString]| {
        let matches = command.clone().try_get_matches_from(words)?;
        Cli::from_arg_matches(&matches)
    };
    understood(words).map_err(|error| {
        let harmless: Vec<OsString> = words.iter().map(|word| harmless(word)).collect();
        if harmless == words { error } else { understood(&harmless).err().unwrap_or(error) }
    })
}

/// Whether the words ask for plain mode, or the terminal does. Help and errors need to know before the words are understood.
pub fn is_plain(words: &[OsString]) -> bool {
    is_dumb() || words.iter().take_while(|word| *word != "--").any(|word| word == "--plain")
}

/// Help or an error in plain mode: a line for each option, without indentation; empty lines only before headings.
pub fn plain(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let mut lines: Vec<String> = Vec::new();
    let mut is_after_gap = false;
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        let (line, explains) = (one_line(line), depth >= EXPLANATION && !is_after_gap);
        if line.is_empty() {
            is_after_gap = true;
            continue;
        }
        match lines.last_mut().filter(|last| explains && last.starts_with(['-', '['])) {
            Some(option) => option.push_str(&format!(": {line}")),
            None => {
                lines.extend((is_after_gap && depth == 0).then(String::new));
                lines.push(line);
            }
        }
        is_after_gap = false;
    }
    lines.join("\n") + "\n"
}

/// How far clap indents what an option means, where that has lines of its own.
const EXPLANATION: usize = 8;

/// A line of help: `gap: Show your score`, without signs around the names of values.
fn one_line(line: &str) -> String {
    let line = line.trim().trim_start_matches("- ").replace(['<', '>'], "");
    let line = match line.split_once("  ") {
        Some((name, rest)) => format!("{}: {}", name.trim_end_matches(':'), rest.trim_start()),
        None => line,
    };
    spoken::words(&line)
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
