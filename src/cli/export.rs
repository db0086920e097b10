//! `coach export`: the report or the plan as Markdown, to take along.

use super::{Context, Misuse};
use crate::guide::names;
use crate::report::document::Document;
use crate::report::export::markdown;
use crate::report::pages;
use anyhow::Context as _;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Arguments of `coach export`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to take along
    kind: ExportKind,
    /// The level it is about; without one the target
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// The file to write; without one it is printed
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long, requires = "to")]
    force: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ExportKind {
    /// Where you stand, and why
    Report,
    /// The way to the level
    Plan,
}

/// Prints or writes the document.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let text = markdown(&document(arguments, context)?);
    let Some(file) = &arguments.to else {
        return context.raw(&text);
    };
    if is_same(file, context.store.file()) {
        let problem = format!("{} is your profile; name another file", file.display());
        return Err(Misuse(problem).into());
    }
    write(file, &text, arguments.force)?;
    let sentence = format!("Written to {}.", file.display());
    context.line(&sentence)
}

/// The pages of the document, one after the other.
fn document(arguments: &Arguments, context: &Context<'_>) -> anyhow::Result<Document> {
    let named =
        arguments.level.as_deref().map(|name| names::level(context.session.guide(), name)).transpose()?;
    let level = named.or(context.session.target()).ok_or_else(|| {
        Misuse("about which level? coach export KIND --level LEVEL, or set a target first".to_owned())
    })?;
    let (session, view) = (&context.session, context.view());
    let plan = session.plan(&level.id).context("the guide has no such level")?;
    let plan_page = pages::plan::page(view, plan, &session.calendar(plan, None, None));
    match arguments.kind {
        ExportKind::Plan => Ok(plan_page),
        ExportKind::Report => {
            let target = session.target().map(|level| &level.id);
            let mut doc = pages::gap::all(view, session.assessment(), target);
            if let Some(score) = session.assessment().level(&level.id) {
                doc.append(pages::gap::level(view, score, plan));
                doc.append(pages::explain::page(view, score));
            }
            if let Some(bars) = session.readiness(&level.id) {
                doc.append(pages::readiness::page(view, level, &bars, session.reviews()));
            }
            doc.append(pages::evidence::page(view, &session.ledger()));
            doc.append(pages::guide::sources(view));
            Ok(doc)
        }
    }
}

/// Whether two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Writes a file whole or not at all, and never over another unless that is wanted.
fn write(file: &Path, text: &str, force: bool) -> anyhow::Result<()> {
    if file.symlink_metadata().is_ok() && !force {
        let problem = format!("{} is there already; --force writes over it", file.display());
        return Err(Misuse(problem).into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let saved = (|| {
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        beside.write_all(text.as_bytes())?;
        beside.as_file().sync_all()?;
        let done = if force { beside.persist(file) } else { beside.persist_noclobber(file) };
        done.map(drop).map_err(|error| error.error)
    })();
    saved.with_context(|| format!("can't write {}", file.display()))
}
