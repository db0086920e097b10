//! A crowd of made-up people: some of each level's kind, somewhat above or below what it asks, and some of no kind.

use super::ladder::{HALF_STEPS, Ladder};
use crate::guide::scale::Rating;

/// People of each kind.
const EACH: usize = 64;
/// With each step away from what their level asks a rating is so much rarer.
const RARER: f64 = 0.2;
/// With each level away from the target a kind is so much rarer, before there are answers.
const FROM_TARGET: f64 = 0.7;
/// Kinds that count less than this beside the likeliest are left out.
const NEGLIGIBLE: f64 = 0.001;
/// Where the dice start. Any number does; the same crowd comes of it everywhere.
const SEED: u64 = 1;

/// The crowd, by kinds.
#[derive(Debug)]
pub struct SimulatedPeople {
    groups: Vec<Group>,
}

/// People who are alike.
#[derive(Debug)]
struct Group {
    /// What their ratings come from: 0 is below the first level; nothing for anybody, who may rate each skill anything.
    rank: Option<usize>,
    /// How likely each rating of each skill is.
    odds: Vec<[f64; 6]>,
    /// Their ratings.
    people: Vec<Vec<Rating>>,
}

/// One of the crowd, with the answers given taken over.
pub struct SimulatedPerson {
    /// How much this one counts.
    pub weight: f64,
    /// The lower ends by skill.
    pub lows: Vec<usize>,
    /// The level reached.
    pub reached: Option<usize>,
}

impl SimulatedPerson {
    /// The level's place, from 1; 0 below the first.
    pub fn rank(&self) -> usize {
        self.reached.map_or(0, |level| level + 1)
    }
}

impl SimulatedPeople {
    /// Makes up the people.
    pub fn new(ladder: &Ladder) -> Self {
        let mut dice = Dice(SEED);
        let ranks = (0..=ladder.rungs.len()).map(Some).chain([None]);
        let kinds = ranks.map(|rank| Group::new(ladder, rank, &mut dice));
        Self { groups: kinds.collect() }
    }

    /// The people with how much each counts: as much as somebody of the kind would give the answers given.
    pub fn like(
        &self,
        given: &[Option<Rating>],
        target: Option<usize>,
    ) -> impl Iterator<Item = (f64, &Vec<Rating>)> {
        let mut weights: Vec<f64> =
            self.groups.iter().map(|kind| kind.before(self.groups.len(), target)).collect();
        for (skill, rating) in
            given.iter().enumerate().filter_map(|(skill, rating)| Some((skill, (*rating)?)))
        {
            weights
                .iter_mut()
                .zip(&self.groups)
                .for_each(|(w, kind)| *w *= kind.odds[skill][rating as usize]);
            // Against the largest, so that many answers don't make all of them vanish.
            let most = weights.iter().copied().fold(0.0, f64::max);
            weights.iter_mut().for_each(|weight| *weight /= most);
        }
        let kinds = self.groups.iter().zip(weights).filter(|(_, weight)| *weight >= NEGLIGIBLE);
        kinds.flat_map(|(kind, weight)| kind.people.iter().map(move |ratings| (weight, ratings)))
    }
}

impl Group {
    fn new(ladder: &Ladder, rank: Option<usize>, dice: &mut Dice) -> Self {
        let odds: Vec<_> = (0..ladder.skills.len()).map(|skill| odds(ladder, rank, skill)).collect();
        let by_skill: Vec<Vec<Rating>> = odds.iter().map(|odds| dealt(odds, dice)).collect();
        let person = |at: usize| by_skill.iter().map(|ratings| ratings[at]).collect();
        Self { rank, odds, people: (0..EACH).map(person).collect() }
    }

    /// How much it counts without an answer: anybody as much as all others together.
    fn before(&self, kinds: usize, target: Option<usize>) -> f64 {
        match (self.rank, target) {
            (None, _) => (1..kinds).map(|_| 1.0).sum(),
            (Some(rank), Some(target)) => (0..rank.abs_diff(target + 1)).map(|_| FROM_TARGET).product(),
            (Some(_), None) => 1.0,
        }
    }
}

/// How likely each rating is: most of all what the level asks, and below the first level one less than that asks.
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

/// Every rating as often as it is likely, in any order.
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

/// How much likelier two of the crowd reach the same level if they also give the same answer to a skill.
pub fn agreement(crowd: &[SimulatedPerson], skill: usize, ranks: usize) -> f64 {
    let mut by_answer = vec![vec![0.0; ranks]; HALF_STEPS];
    let mut all = vec![0.0; ranks];
    for member in crowd {
        by_answer[member.lows[skill]][member.rank()] += member.weight;
        all[member.rank()] += member.weight;
    }
    let same = |weights: &Vec<f64>| {
        let total: f64 = weights.iter().sum();
        if total > 0.0 { weights.iter().map(|weight| weight * weight).sum::<f64>() / total } else { 0.0 }
    };
    let total: f64 = all.iter().sum();
    (by_answer.iter().map(same).sum::<f64>() - same(&all)) / total
}

/// SplitMix64: the same people on every machine.
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
