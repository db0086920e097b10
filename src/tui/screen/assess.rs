//! The questions: one skill at a time.

use crate::guide::id::SkillId;
use crate::guide::scale::Evidence;
use crate::session::Session;
use crate::tui::pane::Pane;

/// Why the questions are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reason {
    /// To learn where somebody stands: what tells most comes first.
    #[default]
    Standing,
    /// Because ratings are old, or their sentences have been reworded.
    Review,
    /// Because a step of the plan is done.
    Step,
}

/// The state of the questions.
#[derive(Debug, Clone, Default)]
pub struct Assess {
    /// The skills to rate. Those behind the one asked now may still change their places.
    pub order: Vec<SkillId>,
    /// The one asked now; behind the last when all have been asked.
    pub at: usize,
    /// Why they are asked.
    pub reason: Reason,
    /// The evidence that goes with the next rating, if one was chosen.
    pub evidence: Option<Evidence>,
    /// Where the reader is among long anchors.
    pub pane: Pane,
}

impl Assess {
    /// All skills: what is rated, to go back to, then what is open, the target's first. Starts at the first open one, or at
    /// the beginning where all is rated.
    #[must_use]
    pub fn all(session: &Session) -> Self {
        let mut order: Vec<SkillId> = session.skills_to_ask().into_iter().cloned().collect();
        let is_open = |id: &SkillId| session.rating(id).is_none();
        order.sort_by_key(is_open);
        let at = order.iter().position(is_open).unwrap_or_default();
        Self { order, at, ..Self::default() }
    }

    /// Certain skills only.
    #[must_use]
    pub fn of(order: Vec<SkillId>, reason: Reason) -> Self {
        Self { order, reason, ..Self::default() }
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

    /// Asks a skill now, unless it has had its turn.
    pub fn ask_now(&mut self, skill: &SkillId) {
        if let Some(ahead) = self.order.iter().skip(self.at).position(|other| other == skill)
            && let Some(waiting) = self.order.get_mut(self.at..=self.at + ahead)
        {
            waiting.rotate_right(1);
        }
    }

    fn move_to(&mut self, at: usize) {
        self.at = at;
        self.evidence = None;
        self.pane.to_top();
    }
}
