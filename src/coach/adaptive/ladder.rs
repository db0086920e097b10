//! The levels of a guide in whole numbers, so that many answers can be tried quickly. The numbers come from the scorer: what each
//! answer about a skill contributes to a level, and whether it meets a floor.

use crate::coach::score::{Interval, MustHaveState, contribution, whole};
use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Guide, Level, Scoring};
use crate::guide::scale::{Evidence, Rating};

/// Number of kinds of evidence.
const KINDS: usize = 3;
/// Number of answers: six ratings, each with three kinds of evidence.
pub const ANSWERS: usize = 6 * KINDS;

/// An answer, numbered from rating 0 with a claim to rating 5 with a link: 0 to 17.
pub type AnswerNumber = usize;

/// The answer that satisfies least.
pub const WORST: AnswerNumber = 0;
/// The answer that satisfies most.
pub const BEST: AnswerNumber = ANSWERS - 1;

/// The number of an answer.
pub const fn number(rating: Rating, evidence: Evidence) -> AnswerNumber {
    KINDS * rating as usize + evidence as usize
}

/// The answers of all ratings with this evidence.
pub fn with_evidence(evidence: Evidence) -> [AnswerNumber; 6] {
    std::array::from_fn(|rating| KINDS * rating + evidence as usize)
}

/// A level's requirement for one skill.
#[derive(Debug)]
pub struct Requirement {
    /// The position of the skill in [`Ladder::skills`].
    pub skill: usize,
    /// Whether it is a must-have.
    pub is_must_have: bool,
    /// The contribution of each answer, in parts of the level's total.
    adds: [u64; ANSWERS],
    /// Whether each answer meets the floor; always true without one.
    meets: [bool; ANSWERS],
}

impl Requirement {
    fn new(skill: usize, ask: &Ask, scoring: &Scoring) -> Self {
        let mut adds = [0; ANSWERS];
        let mut meets = [true; ANSWERS];
        for (rating, evidence) in answers() {
            let (at, answer) = (number(rating, evidence), Some((rating, evidence)));
            adds[at] = contribution(ask, Interval::of(answer, scoring).low);
            meets[at] = ask
                .must_have
                .is_none_or(|floor| MustHaveState::of(floor, answer, scoring) == MustHaveState::Met);
        }
        Self { skill, is_must_have: ask.must_have.is_some(), adds, meets }
    }

    /// The contribution of an answer to the lower end.
    pub fn adds(&self, answer: AnswerNumber) -> u64 {
        self.adds.get(answer).copied().unwrap_or_default()
    }

    /// Whether an answer meets the floor; always true without a floor.
    pub fn met(&self, answer: AnswerNumber) -> bool {
        self.meets.get(answer).copied().unwrap_or_default()
    }
}

/// A level.
#[derive(Debug)]
pub struct Rung {
    /// The requirements.
    pub asks: Vec<Requirement>,
    /// The sum from which it counts as ready.
    pub needed: u64,
    /// The levels that must be ready before it, and itself.
    pub chain: Vec<usize>,
    /// The highest rating that it or a level before it requires of each skill; 0 when none does.
    pub required: Vec<Rating>,
}

impl Rung {
    /// The sum of the contributions of answers.
    pub fn sum(&self, answer: impl Fn(usize) -> AnswerNumber) -> u64 {
        self.asks.iter().map(|ask| ask.adds(answer(ask.skill))).sum()
    }

    /// Whether the level is ready with these answers.
    pub fn is_ready(&self, answer: impl Fn(usize) -> AnswerNumber + Copy) -> bool {
        self.asks.iter().all(|ask| ask.met(answer(ask.skill))) && self.sum(answer) >= self.needed
    }

    /// Whether it requires a skill.
    pub fn asks_for(&self, skill: usize) -> bool {
        self.asks.iter().any(|ask| ask.skill == skill)
    }
}

/// The levels of a guide, and its skills in the order of [`Guide::asked_skills`].
#[derive(Debug)]
pub struct Ladder {
    /// The skills.
    pub skills: Vec<SkillId>,
    /// The levels, in the order of the guide.
    pub rungs: Vec<Rung>,
}

impl Ladder {
    /// Computes the numbers with the scorer.
    pub fn new(guide: &Guide) -> Self {
        let skills: Vec<SkillId> = guide.asked_skills().into_iter().cloned().collect();
        let rungs = guide.levels.iter().map(|level| rung(guide, level, &skills)).collect();
        Self { skills, rungs }
    }

    /// The highest level that is ready together with all before it.
    pub fn reached(&self, answer: impl Fn(usize) -> AnswerNumber + Copy) -> Option<usize> {
        let mut reached = vec![false; self.rungs.len()];
        for (level, rung) in self.rungs.iter().enumerate() {
            let mut before = rung.chain.iter().filter(|below| **below != level);
            reached[level] = before.all(|below| reached[*below]) && rung.is_ready(answer);
        }
        reached.iter().rposition(|reached| *reached)
    }

    /// The levels that come directly after one; where the guide branches, the first of both tracks.
    pub fn following(&self, level: Option<usize>) -> impl Iterator<Item = usize> {
        let chain = level.map_or(&[][..], |level| &self.rungs[level].chain);
        let first = level.map_or(0, |level| level + 1);
        (first..self.rungs.len()).filter(move |above| {
            let before = &self.rungs[*above].chain;
            before.iter().all(|below| below == above || chain.contains(below))
        })
    }
}

fn answers() -> impl Iterator<Item = (Rating, Evidence)> {
    Rating::all().flat_map(|rating| Evidence::all().map(move |evidence| (rating, evidence)))
}

fn rung(guide: &Guide, level: &Level, skills: &[SkillId]) -> Rung {
    let place = |id: &SkillId| skills.iter().position(|skill| skill == id).unwrap_or_default();
    let index = |id| guide.levels.iter().position(|level| level.id == id).unwrap_or_default();
    let asks = level.asks.iter().map(|ask| Requirement::new(place(&ask.skill), ask, &guide.scoring));
    let chain: Vec<&Level> = guide.predecessors(level).chain([level]).collect();
    let required = skills.iter().map(|skill| {
        let asked = chain.iter().filter_map(|level| level.ask(skill)).map(|ask| ask.required);
        asked.max().unwrap_or(Rating::None)
    });
    Rung {
        asks: asks.collect(),
        needed: (whole(&level.asks) * u64::from(guide.scoring.threshold)).div_ceil(100),
        required: required.collect(),
        chain: chain.iter().map(|level| index(level.id.clone())).collect(),
    }
}
