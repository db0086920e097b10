//! Documents in formats to share with others, and the one writer of files.

pub mod file;
mod format;
mod markdown;
mod plan_calendar;
mod subject;
mod text;

use super::html::html;
use super::ics;
use super::pages::{Face, GuideView};
use super::plain::plain;
use super::safe_text::{safe_json, safe_lines};
use crate::guide::model::Level;
use crate::session::Session;
use std::path::Path;

pub use format::Format;
pub use markdown::markdown;
pub use subject::Subject;
pub use text::text;

/// What is exported, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub subject: Subject,
    /// In which format.
    pub format: Format,
    /// Whether a document is made of lines to be heard.
    pub is_plain: bool,
    /// Whether the person's name is left out.
    pub is_anonymous: bool,
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
    /// The guide doesn't have the level.
    #[error("the guide has no such level")]
    NoLevel,
    /// A calendar needs at least one entry.
    #[error("the plan has no steps, so there is nothing to put into a calendar")]
    NoSteps,
    /// The JSON can't be made.
    #[error("can't write this as JSON: {0}")]
    Json(#[from] serde_json::Error),
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

/// What is to be written, for a level. Text is clean: nothing in it steers a terminal.
///
/// # Errors
/// See [`NoContent`].
pub fn content(wish: Wish, session: &Session, level: &Level) -> Result<Vec<u8>, NoContent> {
    let format = format(wish.subject, Some(wish.format), None)?;
    let document = || {
        let doc = subject::document(wish, session, level).ok_or(NoContent::NoLevel)?;
        Ok::<_, NoContent>(if wish.is_plain { plain(&doc) } else { doc })
    };
    let text = match format {
        Format::Markdown => markdown(&document()?),
        Format::Text => text(&document()?),
        Format::Html => html(&document()?),
        Format::Json => {
            let value = subject::json(wish, session, level).ok_or(NoContent::NoLevel)??;
            safe_json(&serde_json::to_string_pretty(&value)?).into_owned() + "\n"
        }
        Format::Ics => return calendar(session, level),
    };
    Ok(safe_lines(&text).into_owned().into_bytes())
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
