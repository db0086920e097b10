//! A job ad against the ratings, as a file.

use super::{Content, Format, NoContent, html, markdown, pdf_of, replaced, text};
use crate::report::json;
use crate::report::pages::{Face, GuideView, matching};
use crate::report::safe_text::{safe_json, safe_lines};
use crate::session::{Fit, Session};

/// The formats in which it makes sense, Markdown first.
pub const FORMATS: [Format; 5] = [Format::Markdown, Format::Text, Format::Html, Format::Pdf, Format::Json];

/// What an ad says and how it fits; `kept` is the name under which it is kept.
///
/// # Errors
/// See [`NoContent`].
pub fn content(
    fit: &Fit,
    kept: Option<&str>,
    format: Format,
    session: &Session,
) -> Result<Content, NoContent> {
    let doc = || {
        let view = GuideView::new(session, Face::File);
        matching::page(view, &fit.ad, &fit.matched, &fit.words)
    };
    let text = match format {
        Format::Markdown => markdown(&doc()),
        Format::Text => text(&doc()),
        Format::Html => html(&doc()),
        Format::Pdf => {
            let made = pdf_of(&doc(), None, session)?;
            let notes: Vec<String> = replaced(&made.replaced).into_iter().collect();
            return Ok(Content { bytes: made.bytes, in_short: notes.clone(), notes });
        }
        Format::Json => {
            let value = json::matching::matching(&fit.ad, &fit.matched, &fit.words, kept);
            safe_json(&serde_json::to_string_pretty(&value)?).into_owned() + "\n"
        }
        Format::Ics => return Err(NoContent::NoSuchFormatOfAd(format)),
    };
    Ok(Content::of(safe_lines(&text).into_owned().into_bytes()))
}
