//! What can be exported, and the pages of each.

use crate::guide::model::Level;
use crate::report::document::Document;
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Where the person stands, and why.
    Report,
    /// The steps to the level.
    Plan,
}

impl Subject {
    /// What it is, in two words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Report => "the report",
            Self::Plan => "the plan",
        }
    }

    /// The name of a file that would hold it as Markdown.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Report => "coach-report.md",
            Self::Plan => "coach-plan.md",
        }
    }
}

/// Its pages for a level, one after the other; nothing where the guide doesn't have the level.
#[must_use]
pub fn document(subject: Subject, session: &Session, level: &Level) -> Option<Document> {
    let view = GuideView::new(session, Face::File);
    let plan = session.plan(&level.id)?;
    match subject {
        Subject::Plan => Some(pages::plan::page(view, plan, &session.calendar(plan, None, None))),
        Subject::Report => {
            let target = session.target().map(|level| &level.id);
            let mut doc = pages::gap::all(view, session.assessment(), target);
            if let Some(score) = session.assessment().level(&level.id) {
                doc.append(pages::gap::level(view, score, plan));
                doc.append(pages::explain::page(view, score));
            }
            if let Some(bars) = session.readiness(&level.id) {
                doc.append(pages::readiness::page(
                    view,
                    level,
                    &bars,
                    session.reviews(),
                    session.calibration(),
                ));
            }
            doc.append(pages::evidence::page(view, &session.ledger()));
            doc.append(pages::guide::sources(view));
            Some(doc)
        }
    }
}
