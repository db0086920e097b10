//! `coach import`: shows what a file says of the person, and keeps it if they want.

mod keep;

use super::{Context, waiting};
use crate::report::document::Span;
use crate::report::json;
use crate::report::pages::import::{self as page, Replaced, Source};
use crate::resume::kept;
use crate::resume::read::{self, LIMIT, ReadFile};
use crate::resume::understood::{Understood, understood};
use crate::session::Import;
use anyhow::Context as _;
use keep::Outcome;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// The argument that means standard input.
const STDIN: &str = "-";

// Arguments of `coach import`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A résumé as JSON Resume, a rendercv file, a CSV file from LinkedIn or the folder with them, or a table of skills; `-` is
    /// standard input
    file: PathBuf,
    /// Keep it without asking
    #[arg(long)]
    yes: bool,
}

/// Prints what the file says, and keeps it after a yes.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let document = read_file(&arguments.file)?;
    let session = &context.session;
    let found = understood(&document, session.library(), session.today());
    let import = session.import(&found);
    let name = arguments.file.display().to_string();
    if context.out.json {
        let outcome = if arguments.yes { Some(keep(&document, &import, context)?) } else { None };
        let file = outcome.as_ref().map(|outcome| outcome.file.as_path());
        let shape = json::import::import(context.session.guide(), &found, &import, file);
        let value = serde_json::to_value(shape)?;
        return context.out.print_json(&value);
    }
    show(&name, &found, &import, context)?;
    if !arguments.yes && !is_wanted(&arguments.file, context)? {
        return context.out.line("Nothing was kept.");
    }
    let outcome = keep(&document, &import, context)?;
    let replaced = outcome.before.as_ref().map(|before| Replaced {
        nodes: before.node.as_ref().zip(before.after.as_ref()),
        aside: &before.aside,
    });
    let doc = page::kept(&outcome.file, replaced.as_ref(), &import);
    context.out.gap()?;
    context.out.print(&doc)
}

fn show(name: &str, found: &Understood, import: &Import, context: &mut Context<'_>) -> anyhow::Result<()> {
    let companion = context.store.companion(kept::FILE);
    let source = Source { name, kept_in: companion.file(), is_there: companion.file().exists() };
    let doc = page::page(context.view(), context.session.profile(), &source, found, import);
    context.out.print(&doc)
}

fn keep(document: &ReadFile, import: &Import, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
    let text = kept::text(document);
    let save = || keep::keep(&context.store, &text);
    let outcome = waiting::while_locked(save, |text| context.out.notify(text))?;
    context.out.set_done("the résumé is kept");
    if let Some(act) = &import.act {
        context.save(act)?;
    }
    Ok(outcome)
}

/// Asks. The end of the input and an empty answer mean no, and so does standard input that was the file.
fn is_wanted(file: &Path, context: &mut Context<'_>) -> anyhow::Result<bool> {
    if file == Path::new(STDIN) {
        context.out.notify("to keep what comes from standard input, add --yes");
        return Ok(false);
    }
    context.out.gap()?;
    let question = Span::from("Keep this? [yes/no]");
    context.out.ask(question.said_as("Keep this? Type yes, or press Enter for no:"))?;
    let mut answer = String::new();
    let read = io::stdin().lock().take(100).read_line(&mut answer)?;
    if read == 0 {
        context.out.gap()?;
    }
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Reads a file, standard input, or all CSV files of a folder.
fn read_file(file: &Path) -> anyhow::Result<ReadFile> {
    let shown = || format!("can't read {}", file.display());
    if file == Path::new(STDIN) {
        let bytes = limited(io::stdin().lock()).context("can't read standard input")?;
        return read::read(&bytes).context("can't read standard input");
    }
    let metadata = fs::metadata(file).with_context(shown)?;
    if metadata.is_dir() {
        return folder(file);
    }
    if !metadata.is_file() {
        anyhow::bail!("{}: it is no regular file", shown());
    }
    let bytes = File::open(file).and_then(limited).with_context(shown)?;
    read::read(&bytes).with_context(shown)
}

/// The bytes of a file, and one more than the limit where it has more.
fn limited(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The CSV files of a folder as one export. Those of another kind, such as messages, are passed over.
fn folder(folder: &Path) -> anyhow::Result<ReadFile> {
    let shown = || format!("can't read {}", folder.display());
    let entries = fs::read_dir(folder).with_context(shown)?;
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")));
    files.sort();
    let mut documents = Vec::new();
    for file in files {
        let bytes = File::open(&file).and_then(limited).with_context(shown)?;
        documents
            .extend(read::read(&bytes).ok().filter(|document| document.format == read::Format::LinkedIn));
    }
    let problem = "there is no CSV file in it that LinkedIn exports about you: Profile, Positions, Education, Skills, Languages, Certifications or Projects";
    read::joined(documents).ok_or_else(|| anyhow::anyhow!("{}: {problem}", shown()))
}
