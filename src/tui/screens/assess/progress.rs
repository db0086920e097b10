//! How far the questions have come, and what the answers say by now.

use super::{Assess, Reason};
use crate::coach::adaptive::FIRST_IMPRESSION;
use crate::coach::score::MustHaveState;
use crate::report::pages::impression::{impression, news};
use crate::report::pages::{self, Face, GuideView};
use crate::session::{NamedKey, Session};
use crate::tui::outcome::{Destination, Outcome};

/// What was known before a rating, to tell what is new after it.
pub struct Known {
    /// How many of the skills that the target requires have no rating.
    open: Option<usize>,
    is_useful: bool,
}

impl Known {
    /// What is known now.
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

/// The gap: at the target, or at the level that the answers make likely.
pub fn where_you_stand(session: &Session) -> Outcome {
    let estimate = session.estimate();
    if session.target().is_some() || estimate.likely.is_none() {
        return Outcome::show(Destination::Gap(None));
    }
    let outcome = Outcome::show(Destination::Gap(estimate.likely.clone()));
    match impression(GuideView::new(session, Face::Interface), estimate, session.assessment()) {
        Some(impression) => outcome.say(format!("{impression}. Below: what the level still needs.")),
        None => outcome,
    }
}

impl Assess {
    /// How far the questions have come.
    pub(super) fn progress(&self, session: &Session) -> String {
        if self.skill().is_none() {
            return "All questions asked".to_owned();
        }
        let number = self.at + 1;
        match (self.reason, session.target_score()) {
            (Reason::Review, _) => format!("{number} of {} to review", self.order.len()),
            (Reason::Step, _) => "Step done? Choose what is true now, then what proves it".to_owned(),
            (Reason::Standing, Some(score)) => {
                let all = score.skills.len();
                let rated = all.saturating_sub(score.unrated().count());
                let level = GuideView::new(session, Face::Interface).level_name(&score.level).to_owned();
                format!("Question {number} · {rated} of {all} for {level} answered")
            }
            (Reason::Standing, None) => {
                let assessment = session.assessment();
                format!("Question {number} · {} of {} answered", assessment.rated, assessment.skills)
            }
        }
    }

    /// What the answers so far say, in a few words, from the longest way to say it to the shortest: no level before there are enough
    /// of them. How many questions are left is one figure, that of the target where there is one, from the first question to the last.
    pub(super) fn standing(&self, session: &Session) -> Vec<String> {
        if self.reason != Reason::Standing || session.assessment().rated == 0 {
            return Vec::new();
        }
        let view = GuideView::new(session, Face::Interface);
        let said = impression(view, session.estimate(), session.assessment());
        let is_early = session.estimate().answered < FIRST_IMPRESSION;
        let said = said.or_else(|| must_haves_met(session));
        let left = if is_early {
            Some(format!("a first impression after {FIRST_IMPRESSION} answers"))
        } else {
            match questions_left(session) {
                0 => None,
                left => Some(format!("{} left", pages::count(left, "question"))),
            }
        };
        let whole: Vec<String> = said.iter().cloned().chain(left).collect();
        [whole.join(" · ")].into_iter().chain(said).collect()
    }
}

/// The questions that are open: for the target, or of all.
fn questions_left(session: &Session) -> usize {
    let assessment = session.assessment();
    let all = || assessment.skills.saturating_sub(assessment.rated);
    session.target_score().map_or_else(all, |score| score.unrated().count())
}

/// `2 of 4 must-haves met`, of the target.
fn must_haves_met(session: &Session) -> Option<String> {
    let score = session.target_score()?;
    let met = score.must_haves_in(MustHaveState::Met).count();
    Some(format!("{met} of {} must-haves met", score.must_haves.len()))
}
