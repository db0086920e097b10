//! Documents in formats to share with others, and the one writer of files.

mod application;
pub mod file;
mod format;
mod json_resume;
mod markdown;
pub mod matched;
mod plan_calendar;
mod subject;
mod text;

use super::document::Document;
use super::html::html;
use super::ics;
use super::pages::application::{add_left_out, left_out, left_out_in_short};
use super::pages::{Face, GuideView};
use super::pdf::{self, Pdf, PdfError, Properties};
use super::plain::plain;
use super::safe_text::{safe_json, safe_lines};
use crate::guide::model::Level;
use crate::resume::kept::Kept;
use crate::session::Session;
use std::path::Path;

pub use application::{Position, ToSend, cover_letter, json_resume, resume, resume_weak_spots};
pub use format::Format;
pub use markdown::markdown;
pub use subject::Subject;
pub use text::text;

/// What is exported, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'w> {
    /// What.
    pub subject: Subject,
    /// In which format.
    pub format: Format,
    /// Whether a document is made of lines to be heard.
    pub is_plain: bool,
    /// Whether the person's name is left out.
    pub is_anonymous: bool,
    /// The résumé that is kept; only what is sent with an application says anything of it.
    pub kept: &'w Kept,
    /// What is applied for; without it, the level.
    pub position: Option<&'w Position>,
}

/// Why there is nothing to write.
#[derive(Debug, thiserror::Error)]
pub enum NoContent {
    /// The subject has no such format.
    #[error("{subject} can't be written as {}: use {}", format.name(), Format::list(subject.formats()))]
    NoSuchFormat {
        /// The subject.
        subject: Subject,
        /// The format.
        format: Format,
    },
    /// A job ad has no such format.
    #[error("a job ad can't be written as {}: use {}", .0.name(), Format::list(&matched::FORMATS))]
    NoSuchFormatOfAd(Format),
    /// The guide doesn't have the level.
    #[error("the guide has no such level")]
    NoLevel,
    /// A calendar needs at least one entry.
    #[error("the plan has no steps, so there is nothing to put into a calendar")]
    NoSteps,
    /// The PDF can't be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The JSON can't be made.
    #[error("can't write this as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// A file's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The bytes. Text is clean: nothing in it steers a terminal.
    pub bytes: Vec<u8>,
    /// What its owner should know about it, a sentence each.
    pub notes: Vec<String>,
    /// The same with less detail, for where there is little room.
    pub in_short: Vec<String>,
}

impl Content {
    const fn of(bytes: Vec<u8>) -> Self {
        Self { bytes, notes: Vec::new(), in_short: Vec::new() }
    }
}

/// The format of an export: the one that is wanted, else the one that the ending of the file's name says, else Markdown.
///
/// # Errors
/// Where the subject has no such format.
pub fn format(subject: Subject, wanted: Option<Format>, file: Option<&Path>) -> Result<Format, NoContent> {
    let format = wanted.or_else(|| file.and_then(Format::of_file)).unwrap_or_default();
    if subject.formats().contains(&format) {
        Ok(format)
    } else {
        Err(NoContent::NoSuchFormat { subject, format })
    }
}

/// The document that an export would hold, and below it what is left out; nothing where the guide doesn't have the level.
#[must_use]
pub fn preview(subject: Subject, session: &Session, level: &Level) -> Option<Document> {
    let none = Kept::default();
    let wish = of_session(subject, Format::default(), session, &none);
    let mut pages = subject::pages(wish, session, level)?;
    add_left_out(&mut pages.document, &pages.left_out);
    Some(pages.document)
}

/// An export with the résumé that a session holds; with `none` where it holds none.
#[must_use]
pub fn of_session<'w>(subject: Subject, format: Format, session: &'w Session, none: &'w Kept) -> Wish<'w> {
    let kept = session.resume().unwrap_or(none);
    Wish { subject, format, is_plain: false, is_anonymous: false, kept, position: None }
}

/// What is to be written, for a level.
///
/// # Errors
/// See [`NoContent`].
pub fn content(wish: Wish<'_>, session: &Session, level: &Level) -> Result<Content, NoContent> {
    let format = format(wish.subject, Some(wish.format), None)?;
    if format == Format::Ics {
        return calendar(session, level).map(Content::of);
    }
    if format == Format::Json {
        return json(wish, session, level).map(|text| Content::of(text.into_bytes()));
    }
    let made = subject::pages(wish, session, level).ok_or(NoContent::NoLevel)?;
    let doc = if wish.is_plain { plain(&made.document) } else { made.document };
    let mut notes = left_out(&made.left_out);
    let mut in_short: Vec<String> = left_out_in_short(&made.left_out).into_iter().collect();
    let text = match format {
        Format::Text => text(&doc),
        Format::Html => html(&doc),
        Format::Pdf => {
            let made = pdf_of(&doc, made.sheets, session)?;
            let replaced = replaced(&made.replaced);
            notes.extend(replaced.clone());
            in_short.extend(replaced);
            return Ok(Content { bytes: made.bytes, notes, in_short });
        }
        Format::Markdown | Format::Json | Format::Ics => markdown(&doc),
    };
    Ok(Content { bytes: safe_lines(&text).into_owned().into_bytes(), notes, in_short })
}

/// The export for programs. A résumé is JSON Resume with every key of the one that is kept, in its order.
fn json(wish: Wish<'_>, session: &Session, level: &Level) -> Result<String, NoContent> {
    let text = match wish.subject {
        Subject::Resume => json_resume(session, wish.kept),
        Subject::Report | Subject::Plan | Subject::CoverLetter | Subject::JobDescription => {
            let value = subject::json(wish, session, level).ok_or(NoContent::NoLevel)??;
            serde_json::to_string_pretty(&value)?
        }
    };
    Ok(safe_json(text.trim_end()).into_owned() + "\n")
}

/// The document as PDF, on as many sheets as it should take, if it fits.
fn pdf_of(doc: &Document, sheets: Option<usize>, session: &Session) -> Result<Pdf, NoContent> {
    let title = doc.title();
    let properties =
        Properties { date: Some(session.today()), ..Properties::titled(title.unwrap_or("Career Coach")) };
    Ok(match sheets {
        Some(sheets) => pdf::pdf_within(doc, &properties, pdf::Paper::A4, sheets)?,
        None => pdf::pdf(doc, &properties, &pdf::Style::default())?,
    })
}

/// Which characters a PDF writes in Latin letters, because its fonts lack them.
fn replaced(characters: &[char]) -> Option<String> {
    const SHOWN: usize = 12;
    let shown: Vec<String> = characters.iter().take(SHOWN).map(char::to_string).collect();
    let more = if characters.len() > SHOWN { " …" } else { "" };
    (!characters.is_empty()).then(|| {
        format!(
            "the fonts of the PDF lack {}{more}: they are written in Latin letters there; html has them as they are",
            shown.join(" ")
        )
    })
}

/// The steps to a level for a calendar. Its lines end with two control characters, and it lets no others pass.
fn calendar(session: &Session, level: &Level) -> Result<Vec<u8>, NoContent> {
    let plan = session.plan(&level.id).ok_or(NoContent::NoLevel)?;
    let entries = plan_calendar::entries(GuideView::new(session, Face::File), session, plan);
    if entries.is_empty() {
        return Err(NoContent::NoSteps);
    }
    Ok(ics::calendar(&entries, session.today()).into_bytes())
}
