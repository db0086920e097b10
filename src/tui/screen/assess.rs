//! The questions: one skill at a time.

use crate::guide::id::SkillId;
use crate::guide::model::Guide;
use crate::guide::scale::Evidence;
use crate::profile::model::Profile;
use crate::tui::pane::Pane;

/// The state of the questions.
#[derive(Debug, Clone, Default)]
pub struct Assess {
    /// The skills to rate, the target's first.
    pub order: Vec<SkillId>,
    /// How many of them the target asks for; all without a target.
    pub of_target: usize,
    /// The one asked now; behind the last when all have been asked.
    pub at: usize,
    /// The evidence that goes with the next rating, if one was chosen.
    pub evidence: Option<Evidence>,
    /// Where the reader is among long anchors.
    pub pane: Pane,
}

impl Assess {
    /// Starts at the first skill without a rating.
    #[must_use]
    pub fn new(guide: &Guide, profile: &Profile) -> Self {
        let target = profile.target.as_ref().and_then(|target| guide.level(target));
        let is_asked = |id: &SkillId| target.is_none_or(|level| level.ask(id).is_some());
        let mut order: Vec<SkillId> = guide.asked_skills().into_iter().cloned().collect();
        order.sort_by_key(|id| !is_asked(id));
        let of_target = order.iter().filter(|id| is_asked(id)).count();
        let is_open = |id: &SkillId| profile.ratings.answer(id).is_none();
        let at = order.iter().position(is_open).unwrap_or_default();
        Self { order, of_target, at, ..Self::default() }
    }

    /// The skill asked now.
    #[must_use]
    pub fn skill(&self) -> Option<&SkillId> {
        self.order.get(self.at)
    }

    /// To the next skill.
    pub fn forward(&mut self) {
        self.move_to((self.at + 1).min(self.order.len()));
    }

    /// To the skill before.
    pub fn backward(&mut self) {
        self.move_to(self.at.saturating_sub(1));
    }

    /// To a skill.
    pub fn go_to(&mut self, skill: &SkillId) {
        if let Some(at) = self.order.iter().position(|other| other == skill) {
            self.move_to(at);
        }
    }

    fn move_to(&mut self, at: usize) {
        self.at = at;
        self.evidence = None;
        self.pane.to_top();
    }
}
