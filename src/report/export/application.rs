//! What somebody sends when they apply: a résumé and a cover letter, for a position.

use crate::coach::application::wanted::{self, Wanted};
use crate::coach::application::weak_spots::{WeakSpot, weak_spots};
use crate::coach::application::{LeftOut, Sources, letter, resume};
use crate::guide::model::{Guide, Level};
use crate::report::document::Document;
use crate::report::pages::application;
use crate::resume::kept::Kept;
use crate::session::Session;

/// What is applied for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its title; `None` is a blank in the letter.
    pub title: Option<String>,
    /// What it asks for.
    pub wanted: Vec<Wanted>,
}

impl Position {
    /// A level of the guide.
    #[must_use]
    pub fn of_level(guide: &Guide, level: &Level) -> Self {
        Self { title: Some(level.title.clone()), wanted: wanted::of_level(guide, level) }
    }
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

/// What an application is made from.
fn sources<'a>(session: &'a Session, kept: &'a Kept) -> Sources<'a> {
    Sources { library: session.library(), profile: session.profile(), kept, today: session.today() }
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
