//! What a position asks for. A level of the guide gives such a list; a job ad can give one too.

use crate::ad::Need;
use crate::coach::matching::Match;
use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Guide, Level};
use crate::guide::scale::Rating;
use std::cmp::Reverse;

/// A skill that a position asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The skill.
    pub skill: SkillId,
    /// How much it is needed.
    pub need: Need,
    /// The rating it takes, where the position says so.
    pub rating: Option<Rating>,
}

/// What a level asks for: its must-haves and those of the levels before it are required, at their floor; everything else is nice
/// to have. What is required comes first, then what weighs most.
#[must_use]
pub fn of_level(guide: &Guide, level: &Level) -> Vec<Wanted> {
    let floor = |ask: &Ask| {
        let before = guide.predecessors(level).filter_map(|level| level.ask(&ask.skill)?.must_have);
        before.chain(ask.must_have).max()
    };
    let mut asks: Vec<(&Ask, Option<Rating>)> = level.asks.iter().map(|ask| (ask, floor(ask))).collect();
    asks.sort_by_key(|(ask, floor)| Reverse((floor.is_some(), ask.weight)));
    let wanted = asks.into_iter().map(|(ask, floor)| Wanted {
        skill: ask.skill.clone(),
        need: if floor.is_some() { Need::Required } else { Need::Nice },
        rating: Some(floor.unwrap_or(ask.required)),
    });
    wanted.collect()
}

/// What a job ad asks for, what is required first. What it only mentions isn't asked.
#[must_use]
pub fn of_ad(matched: &Match) -> Vec<Wanted> {
    let asked = matched.skills.iter().filter(|skill| skill.finding.need != Need::Mentioned);
    let wanted = asked.map(|skill| Wanted {
        skill: skill.finding.skill.clone(),
        need: skill.finding.need,
        rating: Some(skill.required),
    });
    wanted.collect()
}
