//! `coach profile`: what is kept, where, and starting over.

mod check;

use super::context::{self, Access};
use super::output::Output;
use super::printer::Printer;
use super::{Context, Globals, Misuse, waiting};
use crate::profile::store::Store;
use crate::report::document::Span;
use crate::report::{json, pages};
use std::io::{self, BufRead, IsTerminal};

// Arguments of `coach profile`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<ProfileCommand>,
}

#[derive(Debug, clap::Subcommand)]
enum ProfileCommand {
    /// Show what your profile says
    Show,
    /// Print where the profile file is
    Path,
    /// Show your progress, and every change of a rating, newest first
    History,
    /// List every problem in the file, with line, column and what to do; changes nothing
    Check,
    /// Start over with an empty profile; the old file is kept under another name
    Reset {
        /// Don't ask for confirmation
        #[arg(long)]
        yes: bool,
    },
}

/// Shows the profile, says where it is, checks it, or starts over. The last three work with a profile that can't be read, too.
pub fn run(arguments: &Arguments, globals: Globals, out: &mut Output) -> anyhow::Result<()> {
    match &arguments.action {
        None | Some(ProfileCommand::Show) => super::with(Access::Read, globals, out, show),
        Some(ProfileCommand::History) => super::with(Access::Read, globals, out, history),
        Some(ProfileCommand::Path) => {
            let mut out = Printer::new(&globals, out);
            path(&context::store(globals)?, &mut out)
        }
        Some(ProfileCommand::Check) => {
            let mut out = Printer::new(&globals, out);
            check::run(&context::store(globals)?, &mut out)
        }
        Some(ProfileCommand::Reset { yes }) => {
            let mut out = Printer::new(&globals, out);
            reset(*yes, &context::store(globals)?, &mut out)
        }
    }
}

fn show(context: &mut Context<'_>) -> anyhow::Result<()> {
    let (session, file) = (&context.session, context.store.file());
    if context.out.json {
        let person = json::person(session.guide(), session.profile(), session.reviews(), file);
        return context.out.print_json(&person);
    }
    let doc = pages::person::page(context.view(), session.profile(), session.reviews(), file);
    context.out.print(&doc)
}

fn history(context: &mut Context<'_>) -> anyhow::Result<()> {
    let (session, view) = (&context.session, context.view());
    let profile = session.profile();
    if context.out.json {
        let level = pages::progress::level(view, profile).filter(|_| !profile.history.is_empty());
        let progress = level.map(|level| session.progress(level));
        let history = json::history::history(view.guide, progress.as_ref(), &profile.history);
        let value = serde_json::to_value(history)?;
        return context.out.print_json(&value);
    }
    let doc = pages::progress::history(view, profile, session.today());
    context.out.print(&doc)
}

fn path(store: &Store, out: &mut Printer<'_>) -> anyhow::Result<()> {
    if out.json {
        return out.print_json(&json::file::place(store.file()));
    }
    out.exact(&store.file().display().to_string())
}

const NOTHING: &str = "There is nothing to reset: no profile has been saved yet.";

fn reset(yes: bool, store: &Store, out: &mut Printer<'_>) -> anyhow::Result<()> {
    let is_there = store.file().exists();
    if is_there && !yes && !confirmed(out)? {
        return out.line("Nothing was changed.");
    }
    let set_aside = || store.set_aside("before-reset");
    let aside = if is_there { waiting::while_locked(set_aside, |text| out.notify(text))? } else { None };
    if aside.is_some() {
        out.set_done("your old profile is kept under another name");
    }
    if out.json {
        return out.print_json(&json::file::reset(store.file(), aside.as_deref()));
    }
    match aside {
        Some(aside) => {
            out.line(&format!("Started over. The old profile is kept as {}.", aside.display()))?;
            match other_files(store) {
                Some(rest) => out.line(&rest),
                None => Ok(()),
            }
        }
        None => out.line(NOTHING),
    }
}

/// What else lies beside the profile and stays: it belongs to the person, not to one set of ratings.
fn other_files(store: &Store) -> Option<String> {
    const FILES: [&str; 4] = ["resume.json", "ads", "practice.jsonl", "state.toml"];
    let there: Vec<&str> = FILES.into_iter().filter(|name| store.companion(name).file().exists()).collect();
    (!there.is_empty()).then(|| format!("Not touched, as they are no ratings: {}.", there.join(", ")))
}

fn confirmed(out: &mut Printer<'_>) -> anyhow::Result<bool> {
    // A program that reads JSON can't be asked.
    if out.json || !io::stdin().is_terminal() {
        let problem = "a reset asks for confirmation, but nobody can answer here; to reset without asking, use coach profile reset --yes";
        return Err(Misuse(problem.to_owned()).into());
    }
    let question = Span::from("Start over with an empty profile? The old one is kept. [y/N]");
    out.ask(question.said_as(
        "Start over with an empty profile? The old one is kept. Type y for yes, or press Enter for no:",
    ))?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
