//! `coach export`: the report or the plan as Markdown.

use super::{Context, Misuse};
use crate::coach::application::wanted;
use crate::coach::score::Standing;
use crate::guide::model::Level;
use crate::guide::names;
use crate::report::document::Document;
use crate::report::export::file::{self, ExportError};
use crate::report::export::{self, Subject, markdown};
use crate::report::pages;
use crate::report::plain::plain;
use crate::report::safe_text::safe_json;
use crate::resume::kept::{self, Kept};
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
    /// List the weak spots of the résumé instead of writing it
    #[arg(long, conflicts_with = "to")]
    check: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ExportKind {
    /// Where you stand, and why
    Report,
    /// The steps to the level
    Plan,
    /// A résumé, from the one you imported and from your proofs; with --json as JSON Resume
    Resume,
    /// A cover letter from the proofs that answer what the level asks for most
    CoverLetter,
    /// A job description of the level, for those who hire
    JobDescription,
}

impl ExportKind {
    const fn subject(self) -> Subject {
        match self {
            Self::Report => Subject::Report,
            Self::Plan => Subject::Plan,
            Self::Resume => Subject::Resume,
            Self::CoverLetter => Subject::CoverLetter,
            Self::JobDescription => Subject::JobDescription,
        }
    }
}

/// Prints or writes the document.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if arguments.check {
        return check(arguments, context);
    }
    if context.out.json && arguments.kind.subject() == Subject::Resume {
        let kept = kept(context)?;
        let text = export::json_resume(&context.session, &kept);
        return put(&safe_json(&text), arguments, context);
    }
    if context.out.json {
        let instead = "use coach gap, coach plan or coach readiness with --json";
        return Err(Misuse::no_json("coach export", instead).into());
    }
    let doc = document(arguments, context)?;
    let file = arguments.to.as_deref().filter(|file| *file != Path::new("-"));
    // A file may be for somebody else: only the option, not the terminal that it is written from, makes it plain.
    let is_plain = if file.is_some() { context.out.is_plain_by_option } else { context.out.is_plain };
    let text = if is_plain { markdown(&plain(&doc)) } else { markdown(&doc) };
    put(&text, arguments, context)
}

/// Prints or writes a text.
fn put(text: &str, arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let file = arguments.to.as_deref().filter(|file| *file != Path::new("-"));
    let Some(file) = file else { return context.out.raw(text) };
    file::write(file, text, context.store.file(), arguments.force).map_err(explained)?;
    context.out.set_done("the file is written");
    // A program that asked for JSON reads no sentence.
    if context.out.json { Ok(()) } else { context.out.line(&format!("Written to {}.", file.display())) }
}

/// The résumé that is kept; an empty one where there is none.
fn kept(context: &Context<'_>) -> anyhow::Result<Kept> {
    let companion = context.store.companion(kept::FILE);
    let Some(text) = companion.read(kept::LIMIT)? else { return Ok(Kept::default()) };
    let shown = || format!("can't read {}", companion.file().display());
    let kept = kept::kept(&text).with_context(shown)?;
    for fault in &kept.faults {
        let file = companion.file().display();
        context.out.notify(&format!("{file}, line {}: {}", fault.line, fault.problem));
    }
    Ok(kept)
}

/// Lists the weak spots of the résumé.
fn check(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if arguments.kind.subject() != Subject::Resume || context.out.json {
        return Err(Misuse(
            "--check lists the weak spots of a résumé: coach export resume --check".to_owned(),
        )
        .into());
    }
    let kept = kept(context)?;
    let wanted = wanted::of_level(context.session.guide(), level(arguments, context)?);
    let spots = export::resume_weak_spots(&context.session, &wanted, &kept);
    let doc = pages::application::weak_spots::page(context.view(), &spots);
    context.out.print(&doc)
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
    let level = level(arguments, context)?;
    let subject = arguments.kind.subject();
    let wanted = || wanted::of_level(session.guide(), level);
    let made = match subject {
        Subject::Resume => {
            let kept = kept(context)?;
            let spots = export::resume_weak_spots(session, &wanted(), &kept).len();
            if spots > 0 {
                let spots = pages::count(spots, "weak spot");
                context.out.notify(&format!("{spots} to look at: coach export resume --check"));
            }
            export::resume(session, &wanted(), &kept)
        }
        Subject::CoverLetter => export::cover_letter(session, &wanted(), Some(&level.title), &kept(context)?),
        Subject::Report | Subject::Plan | Subject::JobDescription => {
            let doc = export::document(subject, session, level, &Kept::default());
            return doc.context("the guide has no such level");
        }
    };
    pages::application::left_out(&made.left_out).iter().for_each(|sentence| context.out.notify(sentence));
    Ok(made.document)
}

/// The level that is named, else the target, else the first that can't be shown yet.
fn level<'a>(arguments: &Arguments, context: &'a Context<'_>) -> anyhow::Result<&'a Level> {
    let session = &context.session;
    let named = arguments.level.as_deref().map(|name| names::level(session.guide(), name)).transpose()?;
    let next = || session.assessment().levels.iter().find(|score| score.standing != Standing::Ready);
    let next = || next().and_then(|score| session.guide().level(&score.level));
    let level = named.or(session.target()).or_else(next).or(session.guide().levels.last());
    level.context("the guide has no level")
}
