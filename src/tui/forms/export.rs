//! Exports: which file, and what if it is there already.

use crate::guide::model::Level;
use crate::report::export::file::ExportError;
use crate::report::export::{self, Content, Format, NoContent, Subject, matched};
use crate::report::pages::{Face, GuideView, capitalised};
use crate::resume::kept::Kept;
use crate::session::{Fit, NamedKey, Session};
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::dialogs::text::{Text, Verb};
use crate::tui::outcome::{Effect, Export, Exported, Outcome};
use std::path::{Path, PathBuf};

/// Asks what to export for the target.
#[must_use]
pub fn choose(session: &Session) -> Outcome {
    if session.target().is_none() {
        return ask(session, Subject::Report, None);
    }
    let row = |name: &str, subject: Subject| {
        let then: Then<Outcome> = Box::new(move |session| ask(session, subject, session.target()));
        (name.to_owned(), then)
    };
    let rows = vec![
        row("1 The report: where you stand, and why", Subject::Report),
        row("2 The plan: the steps to your target", Subject::Plan),
    ];
    Outcome::dialog(Choice::new("Export to a file", rows, 0))
}

/// Asks for the file to write.
#[must_use]
pub fn ask(session: &Session, subject: Subject, level: Option<&Level>) -> Outcome {
    match level {
        Some(level) => {
            let what = Exported::Document(subject, level.id.clone());
            Outcome::dialog(ask_file(session, &what, subject.file_name()))
        }
        None => {
            let (target, export) = (session.key(NamedKey::Target), session.key(NamedKey::Export));
            Outcome::said(format!(
                "Press {target} to choose your target level; then {export} exports {subject}."
            ))
        }
    }
}

/// Asks for the file to write a job ad to, against the ratings.
#[must_use]
pub fn ask_match(session: &Session, fit: &Fit, kept: Option<&str>) -> Outcome {
    let what = Exported::Match { kept: kept.map(str::to_owned), fit: Box::new(fit.clone()) };
    Outcome::dialog(ask_file(session, &what, &example(&what)))
}

/// The name of a file that would hold it as Markdown.
fn example(what: &Exported) -> String {
    match what {
        Exported::Document(subject, _) => subject.file_name().to_owned(),
        Exported::Match { kept, .. } => format!("coach-match-{}.md", kept.as_deref().unwrap_or("ad")),
    }
}

fn ask_file(session: &Session, what: &Exported, name: &str) -> Text<Outcome> {
    let (title, formats) = match what {
        Exported::Document(subject, level) => {
            let level = GuideView::new(session, Face::Interface).level_name(level).to_owned();
            (format!("Export {} for {level} to which file?", subject.words()), subject.formats())
        }
        Exported::Match { .. } => {
            ("Export how you match this ad to which file?".to_owned(), &matched::FORMATS[..])
        }
    };
    let formats = Format::list(formats);
    let hint = format!(
        "Its ending says the format: {formats}. Without a folder it goes to the folder in which you started coach."
    );
    let what = what.clone();
    let accept = move |name: &str, session: &Session| {
        if name.is_empty() {
            return Err(format!("Type the name of a file, for example {}.", example(&what)));
        }
        let content = content(&what, Path::new(name), session);
        let content = content.map_err(|problem| format!("{}.", capitalised(&problem.to_string())))?;
        let (what, file) = (what.clone(), name.to_owned());
        Ok(Outcome::effect(Effect::Export(Export { what, file, content, may_replace: false })))
    };
    Text::new(title, hint, accept).to(Verb::Export).beginning_with(Some(name.to_owned()))
}

fn content(what: &Exported, file: &Path, session: &Session) -> Result<Content, NoContent> {
    match what {
        Exported::Document(subject, level) => {
            let level = session.guide().level(level).ok_or(NoContent::NoLevel)?;
            let format = export::format(*subject, None, Some(file))?;
            let none = Kept::default();
            export::content(export::of_session(*subject, format, session, &none), session, level)
        }
        Exported::Match { kept, fit } => {
            matched::content(fit, kept.as_deref(), Format::of_file(file).unwrap_or_default(), session)
        }
    }
}

/// What became of an export: where it is, or why it isn't written, or what to do with a file that is there.
#[must_use]
pub fn done(wish: Export, written: Result<PathBuf, ExportError>) -> Outcome {
    match written {
        Ok(file) => {
            let notes = wish.content.in_short.iter().map(|note| format!(" {}.", capitalised(note)));
            Outcome::said(format!("Written to {}.{}", file.display(), notes.collect::<String>()))
        }
        Err(ExportError::Exists(_)) => Outcome::dialog(ask_to_replace(wish)),
        Err(problem @ (ExportError::IsProfile(_) | ExportError::NotAFile(_) | ExportError::Write { .. })) => {
            Outcome::said(format!("Not written: {problem}."))
        }
    }
}

fn ask_to_replace(wish: Export) -> Choice<Outcome> {
    let title = format!("{} already exists. Replace it?", wish.file);
    let replace = Export { may_replace: true, ..wish.clone() };
    let rename: Then<Outcome> =
        Box::new(move |session| Outcome::dialog(ask_file(session, &wish.what, &wish.file)));
    let replace: Then<Outcome> = Box::new(move |_| Outcome::effect(Effect::Export(replace.clone())));
    let rows =
        vec![("1 Keep it, and choose another name".to_owned(), rename), ("2 Replace it".to_owned(), replace)];
    Choice::new(title, rows, 0).or_else(|_| Outcome::said("Nothing was written."))
}
