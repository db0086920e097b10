//! What to do first towards a level.

use super::fraction::Fraction;
use super::score::{LevelScore, MustHaveState, SkillScore};
use crate::guide::id::SkillId;
use crate::guide::model::{HourRange, Library, Scoring, Skill};
use crate::guide::scale::Rating;
use crate::profile::model::Ratings;
use std::cmp::Reverse;

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Work from one rating to the next.
    Raise {
        /// The rating now.
        from: Rating,
        /// One more.
        to: Rating,
    },
    /// Show a proof of the rating that is claimed.
    Prove {
        /// The rating to prove.
        rating: Rating,
    },
}

/// One step towards a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The skill.
    pub skill: SkillId,
    /// What to do with it.
    pub action: Move,
    /// What it adds to the level's score: to both ends for a rating, to the lower end for a proof.
    pub gain: Fraction,
    /// The work that can be counted.
    pub hours: HourRange,
    /// Whether it needs a role and time beside the hours: so does every step to 4 or 5.
    pub needs_role: bool,
    /// Whether it works on a must-have that is unmet.
    pub unmet_must_have: bool,
}

/// Steps towards a level, best first: unmet must-haves, then the largest gain per hour. Only skills whose prerequisites
/// are met are among them. A skill without a rating is a question and no step.
#[must_use]
pub fn steps(library: &Library, scoring: &Scoring, score: &LevelScore, ratings: &Ratings) -> Vec<Step> {
    let mut steps: Vec<Step> = score
        .skills
        .iter()
        .filter_map(|part| Some((part, library.skill(&part.ask.skill)?)))
        .flat_map(|(part, skill)| {
            [raise(score, part, skill, ratings), prove(score, part, scoring)].into_iter().flatten()
        })
        .collect();
    steps.sort_by_key(|step| {
        let [from, to] = step.hours;
        (Reverse(step.unmet_must_have), Reverse(step.gain.divided_by(u64::from(from + to))))
    });
    steps
}

fn raise(score: &LevelScore, part: &SkillScore, skill: &Skill, ratings: &Ratings) -> Option<Step> {
    let (from, _) = part.answer?;
    let to = from.next().filter(|_| from < part.ask.required)?;
    let prepared = skill
        .prerequisites
        .iter()
        .all(|needed| ratings.answer(&needed.skill).is_some_and(|(rating, _)| rating >= needed.at_least));
    if !prepared {
        return None;
    }
    Some(Step {
        skill: skill.id.clone(),
        action: Move::Raise { from, to },
        gain: part.gain?,
        hours: skill.hours.to(to)?,
        needs_role: to >= Rating::Leading,
        unmet_must_have: score.must_haves_in(MustHaveState::Unmet).any(|floor| floor.skill == skill.id),
    })
}

fn prove(score: &LevelScore, part: &SkillScore, scoring: &Scoring) -> Option<Step> {
    let (rating, _) = part.answer?;
    let gain = part.doubt();
    let is_in = |state| score.must_haves_in(state).any(|floor| floor.skill == part.ask.skill);
    // Proving a rating that is too low would be work for nothing.
    if is_in(MustHaveState::Unmet) {
        return None;
    }
    let is_open = is_in(MustHaveState::Open);
    (gain > Fraction::ZERO || is_open).then(|| Step {
        skill: part.ask.skill.clone(),
        action: Move::Prove { rating },
        gain,
        hours: [scoring.proof_hours, scoring.proof_hours],
        needs_role: false,
        unmet_must_have: false,
    })
}
