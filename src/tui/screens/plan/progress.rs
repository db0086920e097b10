//! The progress so far: how the score of the target has moved over time.

use crate::report::document::Document;
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;

/// The page, its links numbered.
pub fn page(session: &Session) -> Document {
    pages::progress::history(GuideView::new(session, Face::Interface), session.profile(), session.today())
        .numbered()
}
