//! What can be exported, and the content of each.

use super::application::{self, Position};
use super::{Format, Wish};
use crate::coach::application::LeftOut;
use crate::guide::model::Level;
use crate::report::document::Document;
use crate::report::json;
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use serde_json::Value;
use std::fmt;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Where the person stands, for a mentor.
    Report,
    /// The steps to the level, to be ticked off.
    Plan,
    /// A résumé.
    Resume,
    /// A cover letter.
    CoverLetter,
    /// A job description, for those who hire.
    JobDescription,
}

impl Subject {
    /// What it is, in two words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Report => "the report",
            Self::Plan => "the plan",
            Self::Resume => "the résumé",
            Self::CoverLetter => "the cover letter",
            Self::JobDescription => "the job description",
        }
    }

    /// The name of a file that would hold it as Markdown.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Report => "coach-report.md",
            Self::Plan => "coach-plan.md",
            Self::Resume => "resume.md",
            Self::CoverLetter => "cover-letter.md",
            Self::JobDescription => "job-description.md",
        }
    }

    /// Whether it is for a position: a level, or a job ad.
    #[must_use]
    pub const fn is_for_position(self) -> bool {
        match self {
            Self::Resume | Self::CoverLetter => true,
            Self::Report | Self::Plan | Self::JobDescription => false,
        }
    }

    /// The formats in which it makes sense, Markdown first.
    #[must_use]
    pub const fn formats(self) -> &'static [Format] {
        match self {
            Self::Report | Self::Resume => {
                &[Format::Markdown, Format::Text, Format::Html, Format::Pdf, Format::Json]
            }
            Self::CoverLetter | Self::JobDescription => {
                &[Format::Markdown, Format::Text, Format::Html, Format::Pdf]
            }
            Self::Plan => {
                &[Format::Markdown, Format::Text, Format::Html, Format::Pdf, Format::Json, Format::Ics]
            }
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

/// The pages of an export, and what isn't in them.
pub(super) struct Pages {
    pub document: Document,
    /// What isn't in it of what it could have.
    pub left_out: Vec<LeftOut>,
    /// The most sheets of paper it should take.
    pub sheets: Option<usize>,
}

/// Its pages for a level, one after the other; nothing where the guide doesn't have the level.
pub(super) fn pages(wish: Wish<'_>, session: &Session, level: &Level) -> Option<Pages> {
    let view = GuideView::new(session, Face::File);
    let of_level = || Position::of_level(session.guide(), level);
    let document = match wish.subject {
        Subject::Plan => {
            let plan = session.plan(&level.id)?;
            pages::plan::checklist(view, plan, &session.calendar(plan, None, None))
        }
        Subject::Report => {
            let handover = session.handover(level)?;
            let mut doc = pages::report::page(view, session, &handover, wish.is_anonymous);
            doc.append(appendix(view, session, level)?);
            doc
        }
        Subject::JobDescription => pages::application::job_description::page(view, level),
        Subject::Resume => {
            let position = wish.position.cloned().unwrap_or_else(of_level);
            return Some(to_send(application::resume(session, &position.wanted, wish.kept)));
        }
        Subject::CoverLetter => {
            let position = wish.position.cloned().unwrap_or_else(of_level);
            let title = position.title.as_deref();
            return Some(to_send(application::cover_letter(session, &position.wanted, title, wish.kept)));
        }
    };
    Some(Pages { document, left_out: Vec::new(), sheets: None })
}

fn to_send(made: application::ToSend) -> Pages {
    Pages { left_out: made.left_out, sheets: usize::try_from(made.pages).ok(), document: made.document }
}

/// What the report rests on: the levels, the arithmetic, readiness, evidence and sources.
fn appendix(view: GuideView<'_>, session: &Session, level: &Level) -> Option<Document> {
    let target = session.target().map(|level| &level.id);
    let mut doc = pages::gap::all(view, session.assessment(), target);
    let score = session.assessment().level(&level.id)?;
    doc.append(pages::gap::level(view, score, session.plan(&level.id)?));
    doc.append(pages::explain::page(view, score));
    let bars = session.readiness(&level.id)?;
    // The radar stands on the first page.
    doc.append(pages::readiness::page(view, level, &bars, session.reviews(), session.calibration(), &[]));
    doc.append(pages::evidence::page(view, session.ledger()));
    doc.append(pages::guide::sources(view));
    Some(doc)
}

/// The same for programs; nothing where the guide doesn't have the level.
pub(super) fn json(wish: Wish<'_>, session: &Session, level: &Level) -> Option<serde_json::Result<Value>> {
    match wish.subject {
        Subject::Plan => {
            let plan = session.plan(&level.id)?;
            let calendar = session.calendar(plan, None, None);
            Some(serde_json::to_value(json::plan::plan(session.guide(), plan, &calendar)))
        }
        Subject::Report => json::report::report(session, level, wish.is_anonymous),
        Subject::Resume | Subject::CoverLetter | Subject::JobDescription => None,
    }
}
