//! What would settle an undetermined level: the fewest answers or proofs that could make it ready, and that could make it
//! not yet.

use super::fraction::Fraction;
use super::score::{LevelScore, MustHaveState, SkillScore, Verdict};
use crate::guide::id::SkillId;
use std::cmp::Reverse;

/// The two answers; both missing where a level isn't undetermined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecidingSkills {
    /// The fewest ratings or proofs that could make the level ready.
    pub ready: Option<Vec<SkillId>>,
    /// The fewest ratings that could make it not yet; missing where only proof is missing.
    pub not_yet: Option<Vec<SkillId>>,
}

/// The deciding skills of a level; both lists are missing where the verdict is not undetermined.
#[must_use]
pub fn deciding_skills(score: &LevelScore) -> DecidingSkills {
    if score.verdict != Verdict::Undetermined {
        return DecidingSkills::default();
    }
    DecidingSkills { ready: Some(to_ready(score)), not_yet: to_not_yet(score) }
}

/// All open must-haves, then the largest doubts until the worst case passes the threshold. Taking the largest first is
/// exact, as each answer adds its own doubt whatever the others are.
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

/// One unrated must-have, whose answer could be below its floor; else the unrated skills that count most, until without
/// them the best case misses the threshold.
fn to_not_yet(score: &LevelScore) -> Option<Vec<SkillId>> {
    if let Some(skill) = score.unrated().find(|skill| skill.ask.must_have.is_some()) {
        return Some(vec![skill.ask.skill.clone()]);
    }
    let mut unrated: Vec<_> = score.unrated().collect();
    unrated.sort_by_key(|skill| Reverse(skill.high));
    let mut high = score.high;
    let mut chosen = Vec::new();
    for skill in unrated {
        high = high.minus(skill.high);
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
