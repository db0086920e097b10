//! What-if: the scores with some ratings changed, beside the real ones. Nothing is saved.

use super::assessment::{Assessment, assess};
use super::score::{LevelScore, Standing};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Rated, Ratings};

/// A supposed rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The skill.
    pub skill: SkillId,
    /// The supposed answer; `None` supposes that the skill isn't rated.
    pub answer: Option<(Rating, Evidence)>,
}

/// A rating that differs from the real one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The skill.
    pub skill: SkillId,
    /// The real answer; `None` when not rated.
    pub before: Option<(Rating, Evidence)>,
    /// The supposed answer.
    pub after: Option<(Rating, Evidence)>,
}

/// The scores of a guide with the real and with the supposed ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The ratings that differ, in the order in which they were first supposed.
    pub changes: Vec<Changed>,
    /// All ratings, with the supposed ones in place.
    pub ratings: Ratings,
    /// The scores with the real ratings.
    pub before: Assessment,
    /// The scores with the supposed ratings.
    pub after: Assessment,
}

impl WhatIf {
    /// Each level before and after, in the order of the guide.
    pub fn levels(&self) -> impl Iterator<Item = (&LevelScore, &LevelScore)> {
        self.before.levels.iter().zip(&self.after.levels)
    }

    /// One level before and after.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<(&LevelScore, &LevelScore)> {
        Some((self.before.level(id)?, self.after.level(id)?))
    }

    /// The level whose remaining gaps matter: the target, or without one the lowest level that wouldn't be ready.
    #[must_use]
    pub fn ahead<'a>(&self, guide: &'a Guide, target: Option<&LevelId>) -> Option<&'a Level> {
        let of_target = target.and_then(|id| guide.level(id));
        let open = |level: &&Level| {
            self.after.level(&level.id).is_some_and(|score| score.standing != Standing::Ready)
        };
        of_target.or_else(|| guide.levels.iter().find(open))
    }
}

/// Scores a guide with some ratings replaced. When a skill is supposed twice, the last one counts.
#[must_use]
pub fn suppose(guide: &Guide, ratings: &Ratings, supposed: &[Supposed]) -> WhatIf {
    let mut after = ratings.clone();
    for wish in supposed {
        match wish.answer {
            Some((rating, evidence)) => {
                after.0.insert(wish.skill.clone(), Rated::new(rating, evidence));
            }
            None => {
                after.0.shift_remove(&wish.skill);
            }
        }
    }
    let mut changes: Vec<Changed> = Vec::new();
    for wish in supposed {
        let change = Changed {
            skill: wish.skill.clone(),
            before: ratings.answer(&wish.skill),
            after: after.answer(&wish.skill),
        };
        if change.before != change.after && !changes.contains(&change) {
            changes.push(change);
        }
    }
    WhatIf { changes, before: assess(guide, ratings), after: assess(guide, &after), ratings: after }
}
