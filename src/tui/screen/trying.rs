//! What if: ratings of one level changed without touching the profile.

use crate::coach::what_if::{Supposed, WhatIf, suppose};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// The state of a try.
#[derive(Debug, Clone)]
pub struct Trying {
    /// The level that is looked at.
    pub level: LevelId,
    /// The skill that is marked, by its place in what the level asks.
    pub selected: usize,
    /// What is supposed, in the order in which it was first.
    supposed: Vec<Supposed>,
    /// What would come of it.
    pub what_if: WhatIf,
}

impl Trying {
    /// Nothing is supposed yet.
    #[must_use]
    pub fn new(guide: &Guide, level: &Level, ratings: &Ratings) -> Self {
        let what_if = suppose(guide, ratings, &[]);
        Self { level: level.id.clone(), selected: 0, supposed: Vec::new(), what_if }
    }

    /// Looks at another level; what is supposed stays.
    pub fn look_at(&mut self, level: LevelId) {
        self.level = level;
        self.selected = 0;
    }

    /// Scores it anew, as for other ratings.
    pub fn score_anew(&mut self, guide: &Guide, ratings: &Ratings) {
        self.what_if = suppose(guide, ratings, &self.supposed);
    }

    /// What would be said of a skill.
    #[must_use]
    pub fn answer(&self, skill: &SkillId) -> Option<(Rating, Evidence)> {
        self.what_if.ratings.answer(skill)
    }

    /// Supposes an answer for a skill; it is scored by [`Trying::score_anew`].
    pub fn suppose(&mut self, skill: &SkillId, answer: Option<(Rating, Evidence)>) {
        match self.supposed.iter_mut().find(|wish| wish.skill == *skill) {
            Some(wish) => wish.answer = answer,
            None => self.supposed.push(Supposed { skill: skill.clone(), answer }),
        }
    }

    /// Leaves a skill as it is.
    pub fn leave(&mut self, skill: &SkillId) {
        self.supposed.retain(|wish| wish.skill != *skill);
    }
}
