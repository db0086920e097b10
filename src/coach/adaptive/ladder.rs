//! The levels of a guide in whole numbers, so that many answers can be tried quickly. The numbers come from the scorer: the
//! contribution of each half-step of a skill to a level, and the half-step that meets a floor.

use crate::coach::score::{Interval, MustHaveState, score_level};
use crate::guide::id::SkillId;
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// Number of half-steps of a rating: 0 to 10.
pub const HALF_STEPS: usize = 2 * Rating::MAX as usize + 1;
/// Half-steps over a requirement of 1 to 5 have this common denominator (`docs/scoring.md`).
const PARTS: u64 = 120;

/// A level's requirement for one skill.
#[derive(Debug)]
pub struct Requirement {
    /// The position of the skill in [`Ladder::skills`].
    pub skill: usize,
    /// The contribution of each half-step, in parts of the level's total.
    adds: [u64; HALF_STEPS],
    /// The fewest half-steps that meet the floor; [`HALF_STEPS`] when nothing meets it, `None` without a floor.
    pub floor: Option<usize>,
}

impl Requirement {
    /// The contribution of a lower end.
    pub fn adds(&self, low: usize) -> u64 {
        self.adds.get(low).copied().unwrap_or_default()
    }

    /// Whether a lower end meets the floor; always true without a floor.
    pub fn met(&self, low: usize) -> bool {
        self.floor.is_none_or(|floor| low >= floor)
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
    /// The sum of the contributions of lower ends.
    pub fn sum(&self, low: impl Fn(usize) -> usize) -> u64 {
        self.asks.iter().map(|ask| ask.adds(low(ask.skill))).sum()
    }

    /// Whether the level is ready with these lower ends.
    pub fn is_ready(&self, low: impl Fn(usize) -> usize + Copy) -> bool {
        self.asks.iter().all(|ask| ask.met(low(ask.skill))) && self.sum(low) >= self.needed
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
    /// The lower end of the best answer.
    pub best: usize,
    lows: [[usize; 3]; 6],
}

impl Ladder {
    /// Computes the numbers with the scorer.
    pub fn new(guide: &Guide) -> Self {
        let low = |rating, evidence| Interval::of(Some((rating, evidence)), &guide.scoring).low as usize;
        let mut lows = [[0; 3]; 6];
        for (rating, evidence) in answers() {
            lows[rating as usize][evidence as usize] = low(rating, evidence);
        }
        let skills: Vec<SkillId> = guide.asked_skills().into_iter().cloned().collect();
        let rungs = guide.levels.iter().map(|level| rung(guide, level, &skills)).collect();
        Self { skills, rungs, best: low(Rating::MAX, Evidence::Link), lows }
    }

    /// The lower end of an answer.
    pub fn low(&self, rating: Rating, evidence: Evidence) -> usize {
        self.lows[rating as usize][evidence as usize]
    }

    /// The lower ends of all ratings with this evidence.
    pub fn of_ratings(&self, evidence: Evidence) -> [usize; 6] {
        self.lows.map(|lows| lows[evidence as usize])
    }

    /// The highest level that is ready together with all before it.
    pub fn reached(&self, low: impl Fn(usize) -> usize + Copy) -> Option<usize> {
        let mut reached = vec![false; self.rungs.len()];
        for (level, rung) in self.rungs.iter().enumerate() {
            let mut before = rung.chain.iter().filter(|below| **below != level);
            reached[level] = before.all(|below| reached[*below]) && rung.is_ready(low);
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
    let mut asks: Vec<Requirement> = level
        .asks
        .iter()
        .map(|ask| Requirement {
            skill: place(&ask.skill),
            adds: [0; HALF_STEPS],
            floor: ask.must_have.map(|_| HALF_STEPS),
        })
        .collect();
    let total = PARTS * level.asks.iter().map(|ask| u64::from(ask.weight)).sum::<u64>();
    let mut seen = [false; HALF_STEPS];
    for answer in answers() {
        let low = Interval::of(Some(answer), &guide.scoring).low as usize;
        if std::mem::replace(&mut seen[low], true) {
            continue;
        }
        let same: Ratings = level.asks.iter().map(|ask| (ask.skill.clone(), answer.0, answer.1)).collect();
        let score = score_level(level, &guide.scoring, &same);
        for (ask, part) in asks.iter_mut().zip(&score.skills) {
            ask.adds[low] = part.low.of(total);
        }
        for floor in score.must_haves_in(MustHaveState::Met) {
            if let Some(ask) = asks.iter_mut().find(|ask| ask.skill == place(&floor.skill)) {
                ask.floor = ask.floor.map(|known| known.min(low));
            }
        }
    }
    let chain: Vec<&Level> = guide.predecessors(level).chain([level]).collect();
    let required = skills.iter().map(|skill| {
        let asked = chain.iter().filter_map(|level| level.ask(skill)).map(|ask| ask.required);
        asked.max().unwrap_or(Rating::None)
    });
    Rung {
        asks,
        needed: (total * u64::from(guide.scoring.threshold)).div_ceil(100),
        required: required.collect(),
        chain: chain.iter().map(|level| index(level.id.clone())).collect(),
    }
}
