//! Ticking a step of the plan off: the rating that is true now, then what proves it. Both together are one act.

use super::prove::{self, AfterProof};
use crate::coach::plan::{Step, StepKind};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::report::pages::{self, Face, GuideView, count};
use crate::session::{Act, NamedKey, Session};
use crate::tui::outcome::{Destination, Outcome, Questions};
use std::rc::Rc;

/// A raise asks for its rating first, a proof only for what proves it.
#[must_use]
pub fn begin(session: &Session, step: &Step) -> Outcome {
    match step.kind {
        StepKind::Raise { .. } => Outcome::visit(Destination::Questions(Questions::Step(step.skill.clone()))),
        StepKind::Prove { .. } => {
            let then = Begun::now(session, &step.skill, false).then();
            Outcome::dialog(prove::ask(session, &step.skill, &then))
        }
    }
}

/// Saves the rating at once, so that it can't be lost, and asks what proves it.
#[must_use]
pub fn rate(session: &Session, skill: &SkillId, rating: Rating) -> Outcome {
    let begun = Begun::now(session, skill, true);
    let act = session.rate(skill, rating, None);
    if rating == Rating::None {
        return begun.finish(Some(act));
    }
    Outcome::act(act).ask(prove::ask(session, skill, &begun.then()))
}

/// A step that is being ticked off.
#[derive(Debug, Clone)]
struct Begun {
    skill: SkillId,
    /// What was said of the skill before.
    before: Option<(Rating, Evidence)>,
    /// How many acts could be undone before: what comes after is one act.
    depth: usize,
    /// Whether a question was visited for it, to come back from.
    is_visit: bool,
}

impl Begun {
    fn now(session: &Session, skill: &SkillId, is_visit: bool) -> Self {
        Self { skill: skill.clone(), before: session.rating(skill), depth: session.undo_depth(), is_visit }
    }

    fn then(self) -> AfterProof {
        Rc::new(move |act| self.clone().finish(act))
    }

    /// Back to where the step was ticked off, with what came of it.
    fn finish(self, act: Option<Act>) -> Outcome {
        let mut outcome = act.map_or_else(Outcome::nothing, Outcome::act).joined_since(self.depth);
        if self.is_visit {
            outcome = outcome.then_back();
        }
        outcome.say_after(move |session| Some(self.result(session)))
    }

    fn result(&self, session: &Session) -> String {
        let skill = &self.skill;
        let now = session.rating(skill);
        if now == self.before {
            return "Nothing was changed.".to_owned();
        }
        let steps = session.target_plan().map_or(&[][..], |(plan, _)| &plan.steps);
        let left = match steps.len() {
            _ if steps.iter().any(|step| step.skill == *skill) => "the plan has more steps for it".to_owned(),
            0 => "no steps left".to_owned(),
            left => format!("{} left", count(left, "step")),
        };
        let name = GuideView::new(session, Face::Interface).skill_short(skill).to_owned();
        format!("{name}: {}, saved; {left} · {} undoes", pages::answer(now), session.key(NamedKey::Undo))
    }
}
