//! The deciding skills of an undetermined level: the fewest answers or proofs that could make it ready, and the fewest that could
//! make it *not yet*.

use super::fraction::Fraction;
use super::score::{LevelScore, MustHaveState, SkillScore, Verdict};
use crate::guide::id::SkillId;
use std::cmp::Reverse;

/// The deciding skills of a level. Both lists are `None` unless the level is undetermined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecidingSkills {
    /// The fewest ratings or proofs that could make the level ready.
    pub ready: Option<Vec<SkillId>>,
    /// The fewest ratings that could make it *not yet*; `None` when all that is missing is proof.
    pub not_yet: Option<Vec<SkillId>>,
}

/// Finds the deciding skills of a level.
#[must_use]
pub fn deciding_skills(score: &LevelScore) -> DecidingSkills {
    if score.verdict != Verdict::Undetermined {
        return DecidingSkills::default();
    }
    DecidingSkills { ready: Some(to_ready(score)), not_yet: to_not_yet(score) }
}

/// All open must-haves, then the largest doubts until the worst case reaches the threshold. Taking the largest first gives the
/// fewest skills, because the doubt that an answer removes doesn't depend on the others.
fn to_ready(score: &LevelScore) -> Vec<SkillId> {
    let is_open = |skill: &SkillScore| {
        score.must_haves_in(MustHaveState::Open).any(|floor| floor.skill == skill.ask.skill)
    };
    let (open, mut others): (Vec<_>, Vec<_>) = score.skills.iter().partition(|skill| is_open(skill));
    others.sort_by_key(|skill| Reverse(skill.doubt()));
    let mut low = score.low + open.iter().map(|skill| skill.doubt()).sum::<Fraction>();
    let mut chosen = open;
    for skill in others {
        if low >= score.threshold {
            break;
        }
        low = low + skill.doubt();
        chosen.push(skill);
    }
    ids(chosen)
}

/// One unrated must-have, because its answer could be below the floor; otherwise the unrated skills with the largest contribution,
/// until the best case without them misses the threshold.
fn to_not_yet(score: &LevelScore) -> Option<Vec<SkillId>> {
    if let Some(skill) = score.unrated().find(|skill| skill.ask.must_have.is_some()) {
        return Some(vec![skill.ask.skill.clone()]);
    }
    let mut unrated: Vec<_> = score.unrated().collect();
    unrated.sort_by_key(|skill| Reverse(skill.high()));
    let mut high = score.high;
    let mut chosen = Vec::new();
    for skill in unrated {
        high = high.minus(skill.high());
        chosen.push(skill);
        if high < score.threshold {
            return Some(ids(chosen));
        }
    }
    None
}

fn ids(skills: Vec<&SkillScore>) -> Vec<SkillId> {
    skills.into_iter().map(|skill| skill.ask.skill.clone()).collect()
}
