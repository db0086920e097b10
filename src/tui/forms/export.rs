//! Exports: which file, and what if it is there already.

use crate::guide::model::Level;
use crate::report::export::file::ExportError;
use crate::report::export::{self, Format, Subject, Wish};
use crate::report::pages::{Face, GuideView, capitalised};
use crate::resume::kept::Kept;
use crate::session::Session;
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::dialogs::text::Text;
use crate::tui::outcome::{Effect, Export, Outcome};
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
        Some(level) => Outcome::dialog(ask_file(session, subject, level, subject.file_name())),
        None => Outcome::said("Press t to choose your target level; then E exports the report or the plan."),
    }
}

fn ask_file(session: &Session, subject: Subject, level: &Level, name: &str) -> Text<Outcome> {
    let view = GuideView::new(session, Face::Interface);
    let title = format!("Export {} for {} to which file?", subject.words(), view.level_name(&level.id));
    let formats = Format::list(subject.formats());
    let hint = format!(
        "Its ending says the format: {formats}. Without a folder it goes to the folder in which you started coach."
    );
    let level = level.id.clone();
    let accept = move |name: &str, session: &Session| {
        let Some(level) = session.guide().level(&level).filter(|_| !name.is_empty()) else {
            return Err(format!("Type the name of a file, for example {}.", subject.file_name()));
        };
        let content = export::format(subject, None, Some(Path::new(name))).and_then(|format| {
            let kept = Kept::default();
            let wish =
                Wish { subject, format, is_plain: false, is_anonymous: false, kept: &kept, position: None };
            export::content(wish, session, level)
        });
        let content = content.map_err(|problem| format!("{}.", capitalised(&problem.to_string())))?;
        Ok(Outcome::effect(Effect::Export(Export {
            subject,
            level: level.id.clone(),
            file: name.to_owned(),
            content,
            may_replace: false,
        })))
    };
    Text::new(title, hint, accept).beginning_with(Some(name.to_owned()))
}

/// What became of an export: where it is, or why it isn't written, or what to do with a file that is there.
#[must_use]
pub fn done(wish: Export, written: Result<PathBuf, ExportError>) -> Outcome {
    match written {
        Ok(file) => {
            let notes = wish.content.notes.iter().map(|note| format!(" {}.", capitalised(note)));
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
    let rename: Then<Outcome> = Box::new(move |session| {
        let ask = |level| Outcome::dialog(ask_file(session, wish.subject, level, &wish.file));
        session.guide().level(&wish.level).map_or_else(Outcome::nothing, ask)
    });
    let replace: Then<Outcome> = Box::new(move |_| Outcome::effect(Effect::Export(replace.clone())));
    let rows =
        vec![("1 Keep it, and choose another name".to_owned(), rename), ("2 Replace it".to_owned(), replace)];
    Choice::new(title, rows, 0).or_else(|_| Outcome::said("Nothing was written."))
}
