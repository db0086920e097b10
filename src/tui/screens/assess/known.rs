//! What an answer makes known.

use crate::report::pages::impression::{impression, news};
use crate::report::pages::{Face, GuideView};
use crate::session::{NamedKey, Session};

/// What was known before a rating, to tell what is new after it.
pub struct Known {
    /// How many of the skills that the target requires have no rating.
    open: Option<usize>,
    is_useful: bool,
}

impl Known {
    /// Before a rating is given.
    pub fn of(session: &Session) -> Self {
        let open = session.target_score().map(|score| score.unrated().count());
        Self { open, is_useful: session.estimate().is_useful() }
    }

    /// After the last skill that the target requires, what came of it; else whether a first answer stands.
    pub fn news(&self, session: &Session) -> Option<String> {
        let view = GuideView::new(session, Face::Interface);
        let whole = session.target_score().filter(|score| score.unrated().next().is_none());
        if let Some(score) = whole.filter(|_| self.open > Some(0)) {
            let (name, range, standing) =
                (view.level_name(&score.level), score.range(), score.standing.name());
            let key = session.key(NamedKey::Results);
            return Some(format!("{name} is fully rated: {range}, {standing}. Press {key} to open Gap."));
        }
        let estimate = session.estimate();
        let is_new = !self.is_useful && estimate.is_useful();
        let impression = impression(view, estimate, session.assessment()).filter(|_| is_new)?;
        let next = format!("Press {} to see where you stand", session.key(NamedKey::Results));
        Some(news(&impression, estimate, &next))
    }
}
