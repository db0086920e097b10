//! The command line: arguments, one file for each subcommand, errors and exit codes.

mod assess;
mod context;
mod did_you_mean;
mod export;
mod gap;
mod guide;
mod level;
mod plan;
mod profile;
mod rate;
mod readiness;
mod search;
mod skill;
mod system;
mod target;
mod terminal;
mod today;
mod what_if;

use crate::guide::names::Unknown;
use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use context::Context;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Tells you, offline and in private, what a career asks for, where you stand at every level of it, and what to do next.
#[derive(Debug, Parser)]
#[command(name = "coach", version, about, long_about = None, max_term_width = 100)]
#[command(after_help = "Your answers stay in one file on this machine; `coach profile path` says where.")]
pub struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every subcommand understands.
#[derive(Debug, Default, PartialEq, Eq, Args)]
struct Globals {
    /// The career guide to use
    #[arg(long, global = true, value_name = "ID")]
    guide: Option<String>,
    /// The file of your profile
    #[arg(long, global = true, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// The folder of your profile
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// ColorMode to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorMode,
    /// Print JSON where there is a table
    #[arg(long, global = true)]
    json: bool,
}

/// ColorMode to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum ColorMode {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always, in a pipe too
    Always,
    /// Never
    Never,
}

// A subcommand's options are built when it is called.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Read the guide: the whole, or one section
    Guide(guide::Arguments),
    /// Find anything in the guide, the questions included
    Search(search::Arguments),
    /// Show the ladder, a level, or what changes between two
    Level(level::Arguments),
    /// Show a skill: what each rating means, how to learn and prove it
    Skill(skill::Arguments),
    /// Rate your skills, one question after the other
    Assess(assess::Arguments),
    /// Rate skills by name: git=3:link sql=assisted; `sql=` takes a rating back
    Rate(rate::Arguments),
    /// Show or set the level you aim for
    Target(target::Arguments),
    /// Show where you stand at every level, or at one skill by skill
    Gap(gap::Arguments),
    /// Show what speaks for you beside the score, and what to do about each
    Readiness(readiness::Arguments),
    /// Plan the way to a level, step by step, with hours
    Plan(plan::Arguments),
    /// Show what would change if some ratings were others; changes nothing
    WhatIf(what_if::Arguments),
    /// Take the report or the plan along as Markdown
    Export(export::Arguments),
    /// Show your profile, its file or its history, or start over
    Profile(profile::Arguments),
    /// Print completions for a shell
    Completions(system::Shells),
    /// Print the manual page
    Man,
}

/// Runs `coach` on the process's own arguments and streams.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match parse() {
        Ok(cli) => cli,
        Err(error) => {
            let code = error.exit_code();
            // Nothing is left to do if even the message can't be written.
            let _ = error.print();
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    // Not locked: a signal that ends the interface has to be able to write to the terminal too.
    let mut out = io::BufWriter::new(io::stdout());
    let done = run(cli, &mut out).and_then(|()| Ok(out.flush()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // What was printed before the error stands before it.
            let _ = out.flush();
            context::notify(&format!("{error:#}"));
            ExitCode::from(if is_misuse(&error) { 2 } else { 1 })
        }
    }
}

/// `--color` holds for clap's own help and errors too.
fn parse() -> Result<Cli, clap::Error> {
    // Plain `coach` opens the interface, whose first frame shouldn't wait until every subcommand is built.
    if std::env::args_os().len() <= 1 {
        return Ok(Cli { globals: Globals::default(), command: None });
    }
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let wish = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--color")? {
        "" => words.get(i + 1).map(String::as_str),
        value => value.strip_prefix('='),
    });
    let choice = match wish {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    Cli::from_arg_matches(&Cli::command().color(choice).try_get_matches()?)
}

fn run(cli: Cli, out: &mut dyn Write) -> anyhow::Result<()> {
    match cli.command {
        Some(Command::Completions(shells)) => system::completions(&shells, out),
        Some(Command::Man) => system::man(out),
        command => {
            if command.is_none() {
                return terminal::run(cli.globals, out);
            }
            let mut context = Context::new(cli.globals, out)?;
            context.notices.iter().for_each(|notice| context::notify(notice));
            match command {
                Some(Command::Guide(arguments)) => guide::run(&arguments, &mut context),
                Some(Command::Search(arguments)) => search::run(&arguments, &mut context),
                Some(Command::Level(arguments)) => level::run(&arguments, &mut context),
                Some(Command::Skill(arguments)) => skill::run(&arguments, &mut context),
                Some(Command::Assess(arguments)) => assess::run(&arguments, &mut context),
                Some(Command::Rate(arguments)) => rate::run(&arguments, &mut context),
                Some(Command::Target(arguments)) => target::run(&arguments, &mut context),
                Some(Command::Gap(arguments)) => gap::run(&arguments, &mut context),
                Some(Command::Readiness(arguments)) => readiness::run(&arguments, &mut context),
                Some(Command::Plan(arguments)) => plan::run(&arguments, &mut context),
                Some(Command::WhatIf(arguments)) => what_if::run(&arguments, &mut context),
                Some(Command::Export(arguments)) => export::run(&arguments, &mut context),
                Some(Command::Profile(arguments)) => profile::run(&arguments, &mut context),
                _ => Ok(()),
            }
        }
    }
}

/// The user asked for something that can't be: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Misuse(String);

fn is_misuse(error: &anyhow::Error) -> bool {
    error.is::<Misuse>() || error.is::<Unknown>()
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_coach_is_what_clap_makes_of_no_arguments() {
        let cli = Cli::try_parse_from(["coach"]).unwrap();
        assert_eq!(cli.globals, Globals::default());
        assert!(cli.command.is_none());
    }
}
