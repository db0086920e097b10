//! `coach profile`: what is kept, where, and starting over.

use super::context::{self, Access};
use super::output::Output;
use super::printer::Printer;
use super::{Context, Globals, Misuse};
use crate::profile::store::Store;
use crate::report::{json, pages};
use std::io::{self, BufRead, IsTerminal};

/// Arguments of `coach profile`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<ProfileCommand>,
}

#[derive(Debug, clap::Subcommand)]
enum ProfileCommand {
    /// Show what is kept
    Show,
    /// Print the path of the file
    Path,
    /// Show every change of a rating, newest first
    History,
    /// Start over: the file is kept under another name
    Reset {
        /// Don't ask first
        #[arg(long)]
        yes: bool,
    },
}

/// Shows the profile, says where it is, or starts over. The last two work with a profile that can't be read, too.
pub fn run(arguments: &Arguments, globals: Globals, out: &mut Output) -> anyhow::Result<()> {
    match &arguments.action {
        None | Some(ProfileCommand::Show) => super::with(Access::Read, globals, out, show),
        Some(ProfileCommand::History) => super::with(Access::Read, globals, out, history),
        Some(ProfileCommand::Path) => {
            let mut out = Printer::new(&globals, out);
            path(&context::store(globals)?, &mut out)
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
    out.line(&store.file().display().to_string())
}

const NOTHING: &str = "There is nothing to reset: no profile has been saved yet.";

fn reset(yes: bool, store: &Store, out: &mut Printer<'_>) -> anyhow::Result<()> {
    let is_there = store.file().exists();
    if is_there && !yes && !confirmed(out)? {
        return out.line("Nothing was changed.");
    }
    let aside = if is_there { store.set_aside("before-reset")? } else { None };
    if aside.is_some() {
        out.set_done("your profile is set aside");
    }
    if out.json {
        return out.print_json(&json::file::reset(store.file(), aside.as_deref()));
    }
    match aside {
        Some(aside) => out.line(&format!("Started over. The old profile is kept as {}.", aside.display())),
        None => out.line(NOTHING),
    }
}

fn confirmed(out: &mut Printer<'_>) -> anyhow::Result<bool> {
    // A program that reads JSON can't be asked.
    if out.json || !io::stdin().is_terminal() {
        let problem = "a reset asks first, and there is nobody to ask: coach profile reset --yes";
        return Err(Misuse(problem.to_owned()).into());
    }
    out.ask("Set your profile aside and start over? [y/N]")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
