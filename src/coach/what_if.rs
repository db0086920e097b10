//! What would change if some ratings were others: the same scores twice, and nothing is kept.

use super::score::{Assessment, LevelScore, Verdict, assess};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Rated, Ratings};

/// A rating as it could be; nothing takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The skill.
    pub skill: SkillId,
    /// What would be said of it.
    pub answer: Option<(Rating, Evidence)>,
}

/// A rating now and as supposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The skill.
    pub skill: SkillId,
    /// What is said of it now.
    pub before: Option<(Rating, Evidence)>,
    /// What would be said.
    pub after: Option<(Rating, Evidence)>,
}

/// A guide scored now and as supposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The ratings that differ, in the order in which they were first supposed.
    pub changes: Vec<Changed>,
    /// The ratings as supposed.
    pub ratings: Ratings,
    /// Where somebody stands now.
    pub before: Assessment,
    /// Where they would stand.
    pub after: Assessment,
}

impl WhatIf {
    /// Each level now and as supposed, in the order of the ladder.
    pub fn levels(&self) -> impl Iterator<Item = (&LevelScore, &LevelScore)> {
        self.before.levels.iter().zip(&self.after.levels)
    }

    /// One level now and as supposed.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<(&LevelScore, &LevelScore)> {
        Some((self.before.level(id)?, self.after.level(id)?))
    }

    /// The level whose gaps remain to be looked at: the target, else the lowest that wouldn't be ready.
    #[must_use]
    pub fn ahead<'a>(&self, guide: &'a Guide, target: Option<&LevelId>) -> Option<&'a Level> {
        let of_target = target.and_then(|id| guide.level(id));
        let open =
            |level: &&Level| self.after.level(&level.id).is_some_and(|score| score.verdict != Verdict::Ready);
        of_target.or_else(|| guide.levels.iter().find(open))
    }
}

/// Scores a guide as if some ratings were others. Of two suppositions about a skill the last one holds.
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
