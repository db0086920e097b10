//! The command line: arguments, one file for each subcommand, errors and exit codes.

mod ads;
mod arguments;
mod assess;
mod completions;
mod config;
mod context;
mod did_you_mean;
mod exit;
mod export;
mod gap;
mod guide;
mod import;
mod level;
mod man;
mod matching;
mod output;
mod plan;
mod practice;
mod printer;
mod profile;
mod rate;
mod readiness;
mod search;
mod skill;
mod target;
mod terminal;
mod today;
mod waiting;
mod what_if;

use clap::{Args, Parser, Subcommand, ValueEnum};
use context::{Access, Context};
use exit::{ExitStatus, Misuse};
use output::Output;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows what a career needs, where you stand at each level, and what to do next. Works offline and sends nothing.
#[derive(Debug, Parser)]
#[command(name = "coach", version, about, long_about = None, max_term_width = 100)]
#[command(after_help = "Your answers stay in one file on this computer; `coach profile path` shows where.")]
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
    /// The file with your profile
    #[arg(long, global = true, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// The folder with your profile
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorMode,
    /// Plain text for a screen reader: no boxes, bars or colours, one fact a line
    #[arg(long, global = true)]
    plain: bool,
    /// Print JSON, for programs, instead of text
    #[arg(long, global = true)]
    json: bool,
}

/// When to use colour.
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

// A subcommand's options are built when it is called. Its `Arguments` have no doc comment: their help would show that instead of the
// sentence here.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Read the guide: all of it, or one page
    Guide(guide::Arguments),
    /// Search the whole guide: pages, questions, skills and levels
    Search(search::Arguments),
    /// Show all levels, one level, or what changes between two
    Level(level::Arguments),
    /// Show a skill: what each rating means, how to learn it and prove it
    Skill(skill::Arguments),
    /// Rate your skills, one question at a time
    Assess(assess::Arguments),
    /// Rate skills by name: git=3:link sql=assisted; `sql=` clears the rating
    Rate(rate::Arguments),
    /// Show or set your target: the level you aim for
    Target(target::Arguments),
    /// Show your score at every level, or skill by skill at one level
    Gap(gap::Arguments),
    /// Show how ready you are to apply: skills, experience, proofs, résumé
    Readiness(readiness::Arguments),
    /// Show the steps to a level, and the hours they take
    Plan(plan::Arguments),
    /// Try out other ratings and see what would change; saves nothing
    WhatIf(what_if::Arguments),
    /// Practise interview questions; they come again before you forget the answer
    Practice(practice::Arguments),
    /// Read a job ad against your ratings: what it asks, what you can show, what is missing
    Match(matching::Arguments),
    /// List the job ads you kept, show one, or set how far it has come
    Ads(ads::Arguments),
    /// Make a report for a mentor, the plan, a résumé, a cover letter or a job description
    Export(export::Arguments),
    /// Read a résumé or a table of skills, show what it says, and keep it if you want
    Import(import::Arguments),
    /// Show or check your profile, see its history, or start over
    Profile(profile::Arguments),
    /// Show or check the settings of the terminal interface: theme, keys
    Config(config::Arguments),
    /// Print a completion script for your shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man,
}

/// Runs `coach` on the process's own arguments and streams.
#[must_use]
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    // Standard output is not locked: a signal that ends the interface has to be able to write to the terminal too.
    let mut out = Output::new(Box::new(io::stdout()));
    let status = match arguments::parse(&words) {
        Ok(cli) => finish(run(cli, &mut out), &mut out),
        Err(error) => refuse(&error, arguments::is_plain(&words)),
    };
    status.into()
}

/// Prints what is still held back, and an error if there is one.
fn finish(done: anyhow::Result<()>, out: &mut Output) -> ExitStatus {
    let done = done.and_then(|()| Ok(out.flush()?));
    let Err(error) = done else { return ExitStatus::Done };
    let status = ExitStatus::of(&error);
    if status != ExitStatus::Done {
        // What was printed before the error stands before it.
        let _ = out.flush();
        out.notify(&exit::message(&error, out));
        exit::more(&error).iter().for_each(|line| out.notify_more(line));
    }
    status
}

/// Prints what clap has to say: an error, or the help or version that was asked for.
fn refuse(error: &clap::Error, is_plain: bool) -> ExitStatus {
    let printed = match (is_plain, error.use_stderr()) {
        (false, _) => error.print(),
        (true, true) => io::stderr().write_all(arguments::plain(error).as_bytes()),
        (true, false) => io::stdout().write_all(arguments::plain(error).as_bytes()),
    };
    match printed {
        _ if error.use_stderr() => ExitStatus::Misuse,
        Ok(()) => ExitStatus::Done,
        Err(cause) => finish(Err(cause.into()), &mut Output::new(Box::new(io::sink()))),
    }
}

fn run(cli: Cli, out: &mut Output) -> anyhow::Result<()> {
    let globals = cli.globals;
    match cli.command {
        None => terminal::run(globals, out),
        Some(Command::Guide(arguments)) => reading(globals, out, |context| guide::run(&arguments, context)),
        Some(Command::Search(arguments)) => reading(globals, out, |context| search::run(&arguments, context)),
        Some(Command::Level(arguments)) => reading(globals, out, |context| level::run(&arguments, context)),
        Some(Command::Skill(arguments)) => reading(globals, out, |context| skill::run(&arguments, context)),
        Some(Command::Assess(arguments)) => {
            with(Access::Converse, globals, out, |context| assess::run(&arguments, context))
        }
        Some(Command::Rate(arguments)) => {
            with(Access::Write, globals, out, |context| rate::run(&arguments, context))
        }
        Some(Command::Target(arguments)) => {
            with(arguments.access(), globals, out, |context| target::run(&arguments, context))
        }
        Some(Command::Gap(arguments)) => reading(globals, out, |context| gap::run(&arguments, context)),
        Some(Command::Readiness(arguments)) => {
            with(arguments.access(), globals, out, |context| readiness::run(&arguments, context))
        }
        // A step to tick off belongs to a plan, and there is none of a profile that can't be read.
        Some(Command::Plan(arguments)) => reading(globals, out, |context| plan::run(&arguments, context)),
        Some(Command::WhatIf(arguments)) => {
            reading(globals, out, |context| what_if::run(&arguments, context))
        }
        Some(Command::Practice(arguments)) => {
            reading(globals, out, |context| practice::run(&arguments, context))
        }
        // A kept ad has a file of its own; the profile is only read.
        Some(Command::Match(arguments)) => {
            reading(globals, out, |context| matching::run(&arguments, context))
        }
        Some(Command::Ads(arguments)) => reading(globals, out, |context| ads::run(&arguments, context)),
        Some(Command::Export(arguments)) => reading(globals, out, |context| export::run(&arguments, context)),
        Some(Command::Import(arguments)) => {
            with(Access::Converse, globals, out, |context| import::run(&arguments, context))
        }
        Some(Command::Profile(arguments)) => profile::run(&arguments, globals, out),
        Some(Command::Config(arguments)) => config::run(&arguments, &globals, out),
        Some(Command::Completions(arguments)) => completions::run(&arguments, &globals, out),
        Some(Command::Man) => man::run(&globals, out),
    }
}

/// Runs a command that only reads.
fn reading(
    globals: Globals,
    out: &mut Output,
    command: impl FnOnce(&mut Context<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    with(Access::Read, globals, out, command)
}

/// Runs a command on the guide and the profile, and says first what the user should know about the profile's file.
fn with(
    access: Access,
    globals: Globals,
    out: &mut Output,
    command: impl FnOnce(&mut Context<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut context = Context::open(globals, access, out)?;
    context.notices.iter().for_each(|notice| context.out.notify(notice));
    command(&mut context)
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
