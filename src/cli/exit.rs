//! How a command ends: exit codes, and which error means which.

use super::output::Output;
use crate::file_problem::in_words;
use crate::guide::names::Unknown;
use std::io;
use std::process::ExitCode;

/// How a command ended. The numbers are a promise to scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// Done.
    Done = 0,
    /// The command could not do what was asked.
    Failed = 1,
    /// The command was used wrongly.
    Misuse = 2,
}

impl ExitStatus {
    /// What an error means. A reader that has closed the pipe, as `head` does, has seen enough: that is no error.
    pub fn of(error: &anyhow::Error) -> Self {
        if is_broken_pipe(error) {
            Self::Done
        } else if error.is::<Misuse>() || error.is::<NeedsTerminal>() || error.is::<Unknown>() {
            Self::Misuse
        } else {
            Self::Failed
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}

/// The user asked for something that can't be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Misuse(pub String);

impl Misuse {
    /// `--json` with a command that has none. `instead` says why, or what to use.
    pub fn no_json(command: &str, instead: &str) -> Self {
        Self(format!("{command} can't print JSON: {instead}"))
    }
}

/// Plain `coach` where the interface can't be.
#[derive(Debug, thiserror::Error)]
pub enum NeedsTerminal {
    /// There is no terminal.
    #[error(
        "coach without a command needs a terminal; use coach guide, coach assess or coach gap here (coach --help lists all commands)"
    )]
    Missing,
    /// There is plain mode.
    #[error("the terminal interface has no plain mode, but every command has; type one of these:")]
    Plain,
}

impl NeedsTerminal {
    /// What to type instead, a line for each command.
    const fn instead(&self) -> &'static [&'static str] {
        match self {
            Self::Missing => &[],
            Self::Plain => &[
                "coach assess --plain, to rate your skills, one question at a time",
                "coach gap --plain, to hear where you stand at every level",
                "coach plan --plain, to hear what to do next",
                "coach guide --list --plain, to hear which pages you can read",
                "coach --help --plain, to hear all commands",
            ],
        }
    }
}

/// What follows the sentence for an error, line by line.
pub fn more(error: &anyhow::Error) -> &'static [&'static str] {
    error.downcast_ref::<NeedsTerminal>().map_or(&[], NeedsTerminal::instead)
}

/// The sentence for an error. A command that has changed something before its answer could not be printed says so.
pub fn message(error: &anyhow::Error, out: &Output) -> String {
    match out.done_before_failure() {
        Some(done) => format!("{done}, but the result could not be printed: {}", in_a_sentence(error)),
        None => in_a_sentence(error),
    }
}

/// The error with what caused it, from the outside to the inside.
fn in_a_sentence(error: &anyhow::Error) -> String {
    let part = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>() {
        Some(cause) => in_words(cause),
        None => cause.to_string(),
    };
    error.chain().map(part).collect::<Vec<_>>().join(": ")
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
