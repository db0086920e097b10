//! `coach export`: the report, the plan, and what somebody sends with an application, in a format to hand on.

use super::printer::stdout_is_terminal;
use super::{Context, Misuse};
use crate::ad::AdText;
use crate::coach::application::wanted;
use crate::coach::score::Standing;
use crate::guide::model::Level;
use crate::guide::names;
use crate::profile::ads::KeptAds;
use crate::report::export::file::{self, ExportError};
use crate::report::export::{self, Format, NoContent, Position, Subject, Wish};
use crate::report::pages;
use crate::resume::kept::{self, Kept};
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
    /// The kept job ad that a résumé or a cover letter is for; coach ads lists them
    #[arg(long, value_name = "NAME", conflicts_with = "level")]
    ad: Option<String>,
    /// The format; without it, the one that the ending of FILE says (`--to me.html`), or else md
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<Format>,
    /// The file to write; without it, or with `-`, the export is printed
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace a file that already exists
    #[arg(long, requires = "to")]
    force: bool,
    /// List the weak spots of the résumé instead of writing it
    #[arg(long, conflicts_with_all = ["to", "format"])]
    check: bool,
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

/// The names of the formats as clap takes them.
fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    let values = Format::all().map(|format| PossibleValue::new(format.name()).help(format.words()));
    let parser = clap::builder::PossibleValuesParser::new(values);
    parser.map(|name| Format::named(&name).unwrap_or_default())
}

/// Prints or writes the export.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let subject = arguments.kind.subject();
    if arguments.ad.is_some() && !subject.is_for_position() {
        return Err(Misuse(format!("--ad is for a résumé or a cover letter, not for {subject}")).into());
    }
    if arguments.check {
        return check(arguments, context);
    }
    let file = arguments.to.as_deref().filter(|file| *file != Path::new("-"));
    let format =
        export::format(subject, wanted(arguments, file, context.out.json)?, file).map_err(refused)?;
    let is_for_terminal = file.is_none() && matches!(format, Format::Markdown | Format::Text);
    let kept = if subject.is_for_position() { kept(context)? } else { Kept::default() };
    let applied = applied_for(arguments, &kept, context)?;
    let wish = Wish {
        subject,
        format,
        // A file may be for somebody else: only the option, not the terminal that it is written from, makes it plain.
        is_plain: if is_for_terminal { context.out.is_plain } else { context.out.is_plain_by_option },
        is_anonymous: arguments.anonymous,
        kept: &kept,
        position: applied.as_ref().map(|applied| &applied.position),
    };
    let level = level(arguments, &context.session)?;
    let content = export::content(wish, &context.session, level).map_err(refused)?;
    content.notes.iter().for_each(|note| context.out.notify(note));
    if subject == Subject::Resume && format != Format::Json {
        note_weak_spots(wish.position, &kept, level, context);
    }
    if let Some(missing) = applied.and_then(|applied| applied.missing_in(&content.bytes, format)) {
        context.out.notify(&missing);
    }
    let Some(file) = file else { return print(format, &content.bytes, context) };
    file::write(file, &content.bytes, context.store.file(), arguments.force).map_err(explained)?;
    context.out.set_done("the file is written");
    context.out.line(&format!("Written to {}.", file.display()))
}

/// The kept ad that an application is for.
struct AppliedFor {
    position: Position,
    /// Words of the ad that the person uses about themselves too.
    words: Vec<String>,
}

impl AppliedFor {
    /// A sentence about the words of the ad that are true and not in the text.
    fn missing_in(&self, content: &[u8], format: Format) -> Option<String> {
        if !matches!(format, Format::Markdown | Format::Text) {
            return None;
        }
        let text = String::from_utf8_lossy(content).to_lowercase();
        let missing = self.words.iter().filter(|word| !text.contains(&word.to_lowercase()));
        let missing: Vec<&str> = missing.map(String::as_str).collect();
        (!missing.is_empty()).then(|| {
            format!(
                "the ad asks for {}, which is true of you and not in it: say where you used it",
                missing.join(", ")
            )
        })
    }
}

/// What the ad of `--ad` asks for.
fn applied_for(
    arguments: &Arguments,
    kept: &Kept,
    context: &Context<'_>,
) -> anyhow::Result<Option<AppliedFor>> {
    let Some(name) = &arguments.ad else { return Ok(None) };
    let session = &context.session;
    let ad = session.read_ad(&AdText::decode(KeptAds(&context.store).read(name)?.text.as_bytes())?)?;
    let words = session.words_in_common(&ad, &kept.node.to_json())?;
    let title = (!ad.title.is_empty()).then(|| ad.title.clone());
    let position = Position { title, wanted: wanted::of_ad(&session.match_ad(&ad)) };
    Ok(Some(AppliedFor { position, words }))
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

/// Says how many weak spots a résumé has.
fn note_weak_spots(position: Option<&Position>, kept: &Kept, level: &Level, context: &Context<'_>) {
    let of_level = || Position::of_level(context.session.guide(), level);
    let position = position.cloned().unwrap_or_else(of_level);
    let spots = export::resume_weak_spots(&context.session, &position.wanted, kept).len();
    if spots > 0 {
        let spots = pages::count(spots, "weak spot");
        context.out.notify(&format!("{spots} to look at: coach export resume --check"));
    }
}

/// Lists the weak spots of the résumé.
fn check(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if arguments.kind.subject() != Subject::Resume || context.out.json {
        let instead = "--check lists the weak spots of a résumé: coach export resume --check";
        return Err(Misuse(instead.to_owned()).into());
    }
    let kept = kept(context)?;
    let applied = applied_for(arguments, &kept, context)?.map(|applied| applied.position);
    let level = level(arguments, &context.session)?;
    let position = applied.unwrap_or_else(|| Position::of_level(context.session.guide(), level));
    let spots = export::resume_weak_spots(&context.session, &position.wanted, &kept);
    let doc = pages::application::weak_spots::page(context.view(), &spots);
    context.out.print(&doc)
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
