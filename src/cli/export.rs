//! `coach export`: the report or the plan, in a format to hand on.

use super::printer::stdout_is_terminal;
use super::{Context, Misuse};
use crate::coach::score::Standing;
use crate::guide::model::Level;
use crate::guide::names;
use crate::report::export::file::{self, ExportError};
use crate::report::export::{self, Format, NoContent, Subject, Wish};
use crate::session::Session;
use anyhow::Context as _;
use clap::builder::{PossibleValue, TypedValueParser as _};
use std::path::{Path, PathBuf};

// Arguments of `coach export`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to export
    kind: ExportKind,
    /// The level it is for; without it, your target, or else the first level you can't show yet
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// The format; without it, the one that the ending of FILE says (`--to me.html`), or else md
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<Format>,
    /// The file to write; without it, or with `-`, the export is printed
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace a file that already exists
    #[arg(long, requires = "to")]
    force: bool,
    /// Leave out your name; proofs keep their addresses and the names of referees
    #[arg(long)]
    anonymous: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ExportKind {
    /// For a mentor: where you stand, strengths, gaps, questions
    Report,
    /// The steps to the level, to tick off
    Plan,
}

impl ExportKind {
    const fn subject(self) -> Subject {
        match self {
            Self::Report => Subject::Report,
            Self::Plan => Subject::Plan,
        }
    }
}

/// The names of the formats as clap takes them.
fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    let values = Format::all().map(|format| PossibleValue::new(format.name()).help(format.words()));
    let parser = clap::builder::PossibleValuesParser::new(values);
    parser.map(|name| Format::named(&name).unwrap_or_default())
}

/// Prints or writes the export.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let subject = arguments.kind.subject();
    let file = arguments.to.as_deref().filter(|file| *file != Path::new("-"));
    let format =
        export::format(subject, wanted(arguments, file, context.out.json)?, file).map_err(refused)?;
    let is_for_terminal = file.is_none() && matches!(format, Format::Markdown | Format::Text);
    let wish = Wish {
        subject,
        format,
        // A file may be for somebody else: only the option, not the terminal that it is written from, makes it plain.
        is_plain: if is_for_terminal { context.out.is_plain } else { context.out.is_plain_by_option },
        is_anonymous: arguments.anonymous,
    };
    let level = level(arguments, &context.session)?;
    let content = export::content(wish, &context.session, level).map_err(refused)?;
    content.notes.iter().for_each(|note| context.out.notify(note));
    let Some(file) = file else { return print(format, &content.bytes, context) };
    file::write(file, &content.bytes, context.store.file(), arguments.force).map_err(explained)?;
    context.out.set_done("the file is written");
    context.out.line(&format!("Written to {}.", file.display()))
}

/// The format that the options ask for. `--json` prints JSON, and nothing but JSON.
fn wanted(arguments: &Arguments, file: Option<&Path>, json: bool) -> anyhow::Result<Option<Format>> {
    let problem = match (json, arguments.format, file) {
        (false, ..) => return Ok(arguments.format),
        (true, _, Some(_)) => "--json prints: to write JSON to a file, use --format json instead",
        (true, None | Some(Format::Json), None) => return Ok(Some(Format::Json)),
        (true, Some(_), None) => "--json prints JSON: leave out either it or --format",
    };
    Err(Misuse(problem.to_owned()).into())
}

/// Prints an export on standard output.
fn print(format: Format, content: &[u8], context: &mut Context<'_>) -> anyhow::Result<()> {
    if !format.is_text() && stdout_is_terminal() {
        let problem = format!("a terminal can't show {}: use --to FILE", format.name());
        return Err(Misuse(problem).into());
    }
    context.out.bytes(content)
}

/// The error in the words of the command line.
fn explained(error: ExportError) -> anyhow::Error {
    match error {
        ExportError::Exists(_) => Misuse(format!("{error}; --force replaces it")).into(),
        ExportError::IsProfile(_) | ExportError::NotAFile(_) => Misuse(error.to_string()).into(),
        ExportError::Write { .. } => error.into(),
    }
}

/// Why there is nothing to write: wrong use where another format would do.
fn refused(error: NoContent) -> anyhow::Error {
    match error {
        NoContent::NoSuchFormat { .. } | NoContent::NoSuchFormatOfAd(_) => Misuse(error.to_string()).into(),
        NoContent::NoLevel | NoContent::NoSteps | NoContent::Pdf(_) | NoContent::Json(_) => error.into(),
    }
}

/// The level that is named, else the target, else the first level that can't be shown yet.
fn level<'s>(arguments: &Arguments, session: &'s Session) -> anyhow::Result<&'s Level> {
    let named = arguments.level.as_deref().map(|name| names::level(session.guide(), name)).transpose()?;
    let next = || session.assessment().levels.iter().find(|score| score.standing != Standing::Ready);
    let next = || next().and_then(|score| session.guide().level(&score.level));
    let level = named.or(session.target()).or_else(next).or(session.guide().levels.last());
    level.context("the guide has no level")
}
