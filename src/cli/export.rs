//! `coach export`: the report or the plan as Markdown.

use super::{Context, Misuse};
use crate::coach::score::Standing;
use crate::guide::names;
use crate::report::document::Document;
use crate::report::export::file::{self, ExportError};
use crate::report::export::{self, Subject, markdown};
use crate::report::plain::plain;
use anyhow::Context as _;
use std::path::{Path, PathBuf};

// Arguments of `coach export`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to export
    kind: ExportKind,
    /// The level it is for; without it, your target, or else the first level you can't show yet
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// The file to write; without it, or with `-`, the text is printed
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace a file that already exists
    #[arg(long, requires = "to")]
    force: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ExportKind {
    /// Where you stand, and why
    Report,
    /// The steps to the level
    Plan,
}

/// Prints or writes the document.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if context.out.json {
        let instead = "use coach gap, coach plan or coach readiness with --json";
        return Err(Misuse::no_json("coach export", instead).into());
    }
    let doc = document(arguments, context)?;
    let file = arguments.to.as_deref().filter(|file| *file != Path::new("-"));
    // A file may be for somebody else: only the option, not the terminal that it is written from, makes it plain.
    let is_plain = if file.is_some() { context.out.is_plain_by_option } else { context.out.is_plain };
    let text = if is_plain { markdown(&plain(&doc)) } else { markdown(&doc) };
    let Some(file) = file else { return context.out.raw(&text) };
    file::write(file, &text, context.store.file(), arguments.force).map_err(explained)?;
    context.out.set_done("the file is written");
    context.out.line(&format!("Written to {}.", file.display()))
}

/// The error in the words of the command line.
fn explained(error: ExportError) -> anyhow::Error {
    match error {
        ExportError::Exists(_) => Misuse(format!("{error}; --force replaces it")).into(),
        ExportError::IsProfile(_) | ExportError::NotAFile(_) => Misuse(error.to_string()).into(),
        ExportError::Write { .. } => error.into(),
    }
}

/// The pages of the document, one after the other.
fn document(arguments: &Arguments, context: &Context<'_>) -> anyhow::Result<Document> {
    let session = &context.session;
    let named = arguments.level.as_deref().map(|name| names::level(session.guide(), name)).transpose()?;
    let next = || session.assessment().levels.iter().find(|score| score.standing != Standing::Ready);
    let next = || next().and_then(|score| session.guide().level(&score.level));
    let level = named.or(session.target()).or_else(next).or(session.guide().levels.last());
    let level = level.context("the guide has no level")?;
    let subject = match arguments.kind {
        ExportKind::Report => Subject::Report,
        ExportKind::Plan => Subject::Plan,
    };
    export::document(subject, session, level).context("the guide has no such level")
}
