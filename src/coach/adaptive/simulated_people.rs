//! Simulated people in groups: one group for each level, with ratings around its requirements, and one group with any ratings.

use super::ladder::{ANSWERS, AnswerNumber, Ladder};
use crate::guide::scale::Rating;

/// Number of people in each group.
const EACH: usize = 64;
/// Factor on the probability of a rating for each step away from the level's requirement.
const RARER: f64 = 0.2;
/// Factor on the weight of a group for each level away from the target, before any answer.
const FROM_TARGET: f64 = 0.7;
/// Groups with a weight below this, relative to the heaviest group, are left out.
const NEGLIGIBLE: f64 = 0.001;
/// The seed of the random numbers. Any number works; it makes the people the same everywhere.
const SEED: u64 = 1;

/// The simulated people, by group.
#[derive(Debug)]
pub struct SimulatedPeople {
    groups: Vec<Group>,
}

/// A group of similar people.
#[derive(Debug)]
struct Group {
    /// The level that their ratings are based on, from 1; 0 is below the first level. `None`: any ratings.
    rank: Option<usize>,
    /// The probability of each rating, by skill.
    odds: Vec<[f64; 6]>,
    /// The ratings of each person, by skill.
    people: Vec<Vec<Rating>>,
}

/// A simulated person, with the given answers in place of their own.
pub struct SimulatedPerson {
    /// The weight of this person.
    pub weight: f64,
    /// The answers by skill.
    pub answers: Vec<AnswerNumber>,
    /// The level reached.
    pub reached: Option<usize>,
}

impl SimulatedPerson {
    /// The position of the level reached, from 1; 0 is below the first.
    pub fn rank(&self) -> usize {
        self.reached.map_or(0, |level| level + 1)
    }
}

impl SimulatedPeople {
    /// Creates the people.
    pub fn new(ladder: &Ladder) -> Self {
        let mut dice = Dice(SEED);
        let ranks = (0..=ladder.rungs.len()).map(Some).chain([None]);
        let groups = ranks.map(|rank| Group::new(ladder, rank, &mut dice));
        Self { groups: groups.collect() }
    }

    /// The people with their weights. The weight is proportional to the probability that a person of the group gives these answers.
    pub fn like(
        &self,
        given: &[Option<Rating>],
        target: Option<usize>,
    ) -> impl Iterator<Item = (f64, &Vec<Rating>)> {
        let mut weights: Vec<f64> =
            self.groups.iter().map(|group| group.before(self.groups.len(), target)).collect();
        for (skill, rating) in
            given.iter().enumerate().filter_map(|(skill, rating)| Some((skill, (*rating)?)))
        {
            weights
                .iter_mut()
                .zip(&self.groups)
                .for_each(|(weight, group)| *weight *= group.odds[skill][rating as usize]);
            // Relative to the largest, so that the weights don't underflow after many answers.
            let most = weights.iter().copied().fold(0.0, f64::max);
            weights.iter_mut().for_each(|weight| *weight /= most);
        }
        let groups = self.groups.iter().zip(weights).filter(|(_, weight)| *weight >= NEGLIGIBLE);
        groups.flat_map(|(group, weight)| group.people.iter().map(move |ratings| (weight, ratings)))
    }
}

impl Group {
    fn new(ladder: &Ladder, rank: Option<usize>, dice: &mut Dice) -> Self {
        let odds: Vec<_> = (0..ladder.skills.len()).map(|skill| odds(ladder, rank, skill)).collect();
        let by_skill: Vec<Vec<Rating>> = odds.iter().map(|odds| dealt(odds, dice)).collect();
        let ratings_of = |at: usize| by_skill.iter().map(|ratings| ratings[at]).collect();
        Self { rank, odds, people: (0..EACH).map(ratings_of).collect() }
    }

    /// The weight before any answer. The group with any ratings weighs as much as all others together.
    fn before(&self, groups: usize, target: Option<usize>) -> f64 {
        match (self.rank, target) {
            (None, _) => (1..groups).map(|_| 1.0).sum(),
            (Some(rank), Some(target)) => (0..rank.abs_diff(target + 1)).map(|_| FROM_TARGET).product(),
            (Some(_), None) => 1.0,
        }
    }
}

/// The probability of each rating: highest at the level's requirement, or below the first level at one less than its requirement.
fn odds(ladder: &Ladder, rank: Option<usize>, skill: usize) -> [f64; 6] {
    let asked =
        |rung: usize| ladder.rungs.get(rung).map_or(Rating::None, |rung| rung.required[skill]).number();
    let middle = rank.map(|rank| rank.checked_sub(1).map_or_else(|| asked(0).saturating_sub(1), asked));
    let mut odds = [1.0; 6];
    for (rating, odds) in Rating::all().zip(&mut odds) {
        let away = middle.map_or(0, |middle| middle.abs_diff(rating.number()));
        *odds = (0..away).map(|_| RARER).product();
    }
    let all: f64 = odds.iter().sum();
    odds.map(|one| one / all)
}

/// Each rating as often as its probability says, in random order.
fn dealt(odds: &[f64; 6], dice: &mut Dice) -> Vec<Rating> {
    let mut up_to = 0.0;
    let mut ratings = Vec::with_capacity(EACH);
    for (rating, odds) in Rating::all().zip(odds) {
        up_to += odds * EACH as f64;
        while ratings.len() < EACH && (ratings.len() as f64 + 0.5 < up_to || rating == Rating::MAX) {
            ratings.push(rating);
        }
    }
    for last in (1..EACH).rev() {
        ratings.swap(last, dice.roll(last + 1));
    }
    ratings
}

/// The rise in the probability that two people reach the same level, if they give the same answer about a skill.
pub fn agreement(people: &[SimulatedPerson], skill: usize, ranks: usize) -> f64 {
    let mut by_answer = vec![vec![0.0; ranks]; ANSWERS];
    let mut all = vec![0.0; ranks];
    for person in people {
        by_answer[person.answers[skill]][person.rank()] += person.weight;
        all[person.rank()] += person.weight;
    }
    let same = |weights: &Vec<f64>| {
        let total: f64 = weights.iter().sum();
        if total > 0.0 { weights.iter().map(|weight| weight * weight).sum::<f64>() / total } else { 0.0 }
    };
    let total: f64 = all.iter().sum();
    (by_answer.iter().map(same).sum::<f64>() - same(&all)) / total
}

/// Random numbers by SplitMix64, the same on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap_or_default()
    }
}
