//! What can be exported, and the pages of each.

use crate::coach::application::wanted::{self, Wanted};
use crate::coach::application::weak_spots::{WeakSpot, weak_spots};
use crate::coach::application::{LeftOut, Sources, letter, resume};
use crate::guide::model::Level;
use crate::report::document::Document;
use crate::report::pages::{self, Face, GuideView, application};
use crate::resume::kept::Kept;
use crate::session::Session;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Where the person stands, and why.
    Report,
    /// The steps to the level.
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
}

/// Its pages for a level, one after the other; nothing where the guide doesn't have the level. Only the résumé and the cover letter
/// say anything of the résumé that is kept.
#[must_use]
pub fn document(subject: Subject, session: &Session, level: &Level, kept: &Kept) -> Option<Document> {
    let view = GuideView::new(session, Face::File);
    match subject {
        Subject::Plan => {
            let plan = session.plan(&level.id)?;
            Some(pages::plan::page(view, plan, &session.calendar(plan, None, None)))
        }
        Subject::Report => report(view, session, level),
        Subject::Resume => Some(resume(session, &wanted::of_level(session.guide(), level), kept).document),
        Subject::CoverLetter => {
            let wanted = wanted::of_level(session.guide(), level);
            Some(cover_letter(session, &wanted, Some(&level.title), kept).document)
        }
        Subject::JobDescription => Some(application::job_description::page(view, level)),
    }
}

fn report(view: GuideView<'_>, session: &Session, level: &Level) -> Option<Document> {
    let plan = session.plan(&level.id)?;
    let target = session.target().map(|level| &level.id);
    let mut doc = pages::gap::all(view, session.assessment(), target);
    if let Some(score) = session.assessment().level(&level.id) {
        doc.append(pages::gap::level(view, score, plan));
        doc.append(pages::explain::page(view, score));
    }
    if let Some(bars) = session.readiness(&level.id) {
        doc.append(pages::readiness::page(view, level, &bars, session.reviews()));
    }
    doc.append(pages::evidence::page(view, &session.ledger()));
    doc.append(pages::guide::sources(view));
    Some(doc)
}

/// What an application is made from.
fn sources<'a>(session: &'a Session, kept: &'a Kept) -> Sources<'a> {
    Sources { library: session.library(), profile: session.profile(), kept, today: session.today() }
}

/// Something to send.
pub struct ToSend {
    /// The text.
    pub document: Document,
    /// What isn't in it.
    pub left_out: Vec<LeftOut>,
    /// The most pages it should have.
    pub pages: u32,
}

/// A résumé for a position.
#[must_use]
pub fn resume(session: &Session, wanted: &[Wanted], kept: &Kept) -> ToSend {
    let draft = resume::draft(&sources(session, kept), wanted);
    ToSend { document: application::resume::page(&draft), left_out: draft.left_out, pages: draft.pages }
}

/// The résumé as JSON Resume: what is kept, with the proofs that it doesn't have.
#[must_use]
pub fn json_resume(session: &Session, kept: &Kept) -> String {
    super::json_resume::json_resume(&sources(session, kept))
}

/// The weak spots of the résumé for a position.
#[must_use]
pub fn resume_weak_spots(session: &Session, wanted: &[Wanted], kept: &Kept) -> Vec<WeakSpot> {
    let sources = sources(session, kept);
    weak_spots(&sources, &resume::draft(&sources, wanted))
}

/// A cover letter for a position. The position has a name, or a blank for one.
#[must_use]
pub fn cover_letter(session: &Session, wanted: &[Wanted], position: Option<&str>, kept: &Kept) -> ToSend {
    let letter = letter::letter(&sources(session, kept), wanted);
    ToSend { document: application::letter::page(&letter, position), left_out: letter.left_out, pages: 1 }
}
