//! What if: other ratings are tried on the gap, and kept or dropped.

use super::{App, Effect};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::report::pages::count;
use crate::tui::action::Action;
use crate::tui::screen::trying::Trying;

/// What one key supposes of an answer.
type Answer = Option<(Rating, Evidence)>;

impl App {
    pub(super) fn begin_trying(&mut self) {
        let guide = self.session.guide();
        let level = guide.levels.get(self.gap.selected);
        self.trying = level.map(|level| Trying::new(guide, level, &self.session.profile().ratings));
        self.say("Nothing here touches your profile until you keep it.");
    }

    pub(super) fn on_trying(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Up => self.mark_skill(|at| at.saturating_sub(1)),
            Action::Down => self.mark_skill(|at| at + 1),
            Action::More => self.suppose(more),
            Action::Less => self.suppose(less),
            Action::Evidence(evidence) => self.suppose(|answer| with(answer, evidence)),
            Action::AsItIs => self.leave_as_it_is(),
            Action::Accept => return self.keep(),
            Action::Back => {
                let was_tried = self.trying.take().is_some_and(|trying| !trying.what_if.changes.is_empty());
                if was_tried {
                    self.say("Dropped: your profile is as it was.");
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn mark_skill(&mut self, moved: impl Fn(usize) -> usize) {
        let Some(trying) = &mut self.trying else { return };
        let guide = self.session.guide();
        let last = guide.level(&trying.level).map_or(0, |level| level.asks.len().saturating_sub(1));
        trying.selected = moved(trying.selected).min(last);
    }

    /// The skill that is marked.
    fn tried_skill(&self) -> Option<SkillId> {
        let trying = self.trying.as_ref()?;
        let level = self.session.guide().level(&trying.level)?;
        level.asks.get(trying.selected).map(|ask| ask.skill.clone())
    }

    fn suppose(&mut self, change: impl Fn(Answer) -> Answer) {
        let Some(skill) = self.tried_skill() else { return };
        let Some(trying) = &mut self.trying else { return };
        let answer = change(trying.answer(&skill));
        trying.suppose(&skill, answer);
        trying.score_anew(self.session.guide(), &self.session.profile().ratings);
    }

    fn leave_as_it_is(&mut self) {
        let Some(skill) = self.tried_skill() else { return };
        let Some(trying) = &mut self.trying else { return };
        trying.leave(&skill);
        trying.score_anew(self.session.guide(), &self.session.profile().ratings);
    }

    /// Rates the skills as supposed.
    fn keep(&mut self) -> Vec<Effect> {
        let Some(trying) = self.trying.take() else { return Vec::new() };
        let Some(act) = self.session.keep(&trying.what_if) else {
            self.say("Nothing was changed.");
            return Vec::new();
        };
        self.say(format!("Kept: {} · u takes it back", count(act.edits.len(), "rating")));
        self.perform(act)
    }
}

/// One rating more; something that wasn't rated begins at 1.
fn more(answer: Answer) -> Answer {
    match answer {
        None => Some((Rating::Studied, Evidence::Claim)),
        Some((rating, evidence)) => Some((rating.next().unwrap_or(rating), evidence)),
    }
}

/// One rating less, down to 0.
fn less(answer: Answer) -> Answer {
    let (rating, evidence) = answer.unwrap_or((Rating::None, Evidence::Claim));
    let below = Rating::from_number(i64::from(rating.number()) - 1);
    Some((below.unwrap_or(Rating::None), evidence))
}

fn with(answer: Answer, evidence: Evidence) -> Answer {
    answer.map(|(rating, _)| (rating, evidence))
}
