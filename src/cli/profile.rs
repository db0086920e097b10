//! `coach profile`: what is kept, where, and starting over.

use super::{Context, Misuse};
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

/// Shows the profile or starts over.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    match &arguments.action {
        None | Some(ProfileCommand::Show) => show(context),
        Some(ProfileCommand::Path) => {
            let path = context.store.file().display().to_string();
            context.line(&path)
        }
        Some(ProfileCommand::History) => history(context),
        Some(ProfileCommand::Reset { yes }) => reset(*yes, context),
    }
}

fn show(context: &mut Context<'_>) -> anyhow::Result<()> {
    let (session, file) = (&context.session, context.store.file());
    if context.json {
        let person = json::person(session.guide(), session.profile(), session.reviews(), file);
        let value = serde_json::to_value(person)?;
        return context.print_json(&value);
    }
    let doc = pages::person::page(context.view(), session.profile(), session.reviews(), file);
    context.print(&doc)
}

fn history(context: &mut Context<'_>) -> anyhow::Result<()> {
    let (session, view) = (&context.session, context.view());
    let profile = session.profile();
    if context.json {
        let level = pages::progress::level(view, profile).filter(|_| !profile.history.is_empty());
        let progress = level.map(|level| session.progress(level));
        let history = json::history::history(view.guide, progress.as_ref(), &profile.history);
        let value = serde_json::to_value(history)?;
        return context.print_json(&value);
    }
    let doc = pages::progress::history(view, profile, session.today());
    context.print(&doc)
}

fn reset(yes: bool, context: &mut Context<'_>) -> anyhow::Result<()> {
    if !context.store.file().exists() {
        return context.line("There is nothing to reset: no profile has been saved yet.");
    }
    if !yes && !confirmed(context)? {
        return context.line("Nothing was changed.");
    }
    match context.store.set_aside("before-reset")? {
        Some(aside) => {
            let sentence = format!("Started over. The old profile is kept as {}.", aside.display());
            context.line(&sentence)
        }
        None => context.line("There is nothing to reset: no profile has been saved yet."),
    }
}

fn confirmed(context: &mut Context<'_>) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() {
        let problem = "a reset asks first, and there is no terminal to ask on: coach profile reset --yes";
        return Err(Misuse(problem.to_owned()).into());
    }
    context.ask("Set your profile aside and start over? [y/N]")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
