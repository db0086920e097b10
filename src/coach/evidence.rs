//! The ledger of evidence: all proofs and the ratings they support, ratings without a proof, and the proof that would raise most.

use super::assessment::assess;
use super::fraction::Fraction;
use super::score::{LevelScore, MustHaveState, Standing, whole};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Profile, Proof, Rated, Ratings};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// The evidence for a self-assessment, and the gaps in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Every proof of the profile, in the profile's order.
    pub proofs: Vec<LedgerEntry>,
    /// Ratings above 0 that are a claim without any proof.
    pub claims: Vec<(SkillId, Rating)>,
    /// Ratings with an example or a link as evidence, but without a proof in the profile.
    pub unwritten: Vec<(SkillId, Rating, Evidence)>,
    /// Ids of proofs that ratings name but the profile doesn't have, each with its skill.
    pub dangling: Vec<(SkillId, String)>,
    /// Number of ratings above 0.
    pub rated: usize,
    /// The proof that would raise most levels; `None` when no proof would raise any.
    pub best: Option<Best>,
}

/// A proof and the ratings that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The proof.
    pub proof: Proof,
    /// The strongest evidence it can be.
    pub carries: Evidence,
    /// The ratings that name it.
    pub supports: Vec<Support>,
}

/// A rating that names a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The skill.
    pub skill: SkillId,
    /// Its rating.
    pub rating: Rating,
    /// The evidence of the rating. When it is weaker than the proof allows, the proof isn't fully used.
    pub evidence: Evidence,
}

/// The proof that would raise most levels: a link for one skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// The skill to prove.
    pub skill: SkillId,
    /// Its present rating and evidence.
    pub answer: (Rating, Evidence),
    /// The levels it raises, in the order of the guide.
    pub raises: Vec<Raise>,
    /// The sum of the gains over all levels; 1 stands for a whole level.
    pub total: Fraction,
    /// Number of must-haves that become met.
    pub must_haves_met: usize,
    /// Skills whose proof would do exactly as much: the same number of levels, the same sum, the same number of must-haves. Of these
    /// skills, `skill` comes first in the guide.
    pub ties: Vec<SkillId>,
    /// The second best, and the criterion that put it second.
    pub next: Option<(SkillId, Decider)>,
    /// A proof with a larger sum of gains than this one, but for fewer levels.
    pub largest: Option<Largest>,
}

/// The proof with the largest sum of gains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Largest {
    /// The skill.
    pub skill: SkillId,
    /// Number of levels it raises.
    pub levels: usize,
    /// The sum of its gains.
    pub total: Fraction,
}

/// The effect of a proof on one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// The level.
    pub level: LevelId,
    /// The gain in the lower end.
    pub gain: Fraction,
    /// The range before.
    pub before: String,
    /// The range after.
    pub after: String,
    /// The standings before and after.
    pub standings: (Standing, Standing),
    /// Whether the skill's must-have becomes met.
    pub meets_must_have: bool,
}

/// The criterion that puts one proof before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decider {
    /// More levels: the other raises this many.
    Levels(usize),
    /// As many levels, but a larger sum of gains: the other's is this.
    Total(Fraction),
    /// Equal in both, but more must-haves met: the other meets this many.
    MustHaves(usize),
}

/// Makes the ledger of a profile.
#[must_use]
pub fn ledger(guide: &Guide, profile: &Profile) -> Ledger {
    let ratings = &profile.ratings.0;
    let known: HashSet<&str> = profile.proofs.iter().map(|proof| proof.id.as_str()).collect();
    let has = |id: &String| known.contains(id.as_str());
    let mut supports = supports(profile);
    let is_written = |rated: &Rated| rated.proofs.iter().any(has);
    let real = || ratings.iter().filter(|(_, rated)| rated.rating > Rating::None);
    let without = || real().filter(|(_, rated)| !is_written(rated));
    Ledger {
        proofs: profile
            .proofs
            .iter()
            .map(|proof| LedgerEntry {
                carries: proof.carries(),
                supports: supports.remove(proof.id.as_str()).unwrap_or_default(),
                proof: proof.clone(),
            })
            .collect(),
        claims: without()
            .filter(|(_, rated)| rated.evidence == Evidence::Claim)
            .map(|(skill, rated)| (skill.clone(), rated.rating))
            .collect(),
        unwritten: without()
            .filter(|(_, rated)| rated.evidence > Evidence::Claim)
            .map(|(skill, rated)| (skill.clone(), rated.rating, rated.evidence))
            .collect(),
        dangling: ratings
            .iter()
            .flat_map(|(skill, rated)| rated.proofs.iter().map(move |id| (skill, id)))
            .filter(|(_, id)| !has(id))
            .map(|(skill, id)| (skill.clone(), id.clone()))
            .collect(),
        rated: real().count(),
        best: best(guide, &profile.ratings),
    }
}

/// For each proof, by its id, the ratings that name it, in the order of the profile. A rating that names a proof twice counts once.
fn supports(profile: &Profile) -> HashMap<&str, Vec<Support>> {
    let mut supports: HashMap<&str, Vec<Support>> = HashMap::new();
    for (skill, rated) in &profile.ratings.0 {
        let named: HashSet<&str> = rated.proofs.iter().map(String::as_str).collect();
        for id in named {
            let support = Support { skill: skill.clone(), rating: rated.rating, evidence: rated.evidence };
            supports.entry(id).or_default().push(support);
        }
    }
    supports
}

/// The proof that raises most levels; of several, the one with the largest sum of gains, then the one that meets most must-haves.
#[must_use]
pub fn best(guide: &Guide, ratings: &Ratings) -> Option<Best> {
    let now = assess(guide, ratings).levels;
    let candidates = guide.asked_skills().into_iter();
    let mut candidates: Vec<ProofCandidate> =
        candidates.filter_map(|skill| candidate(guide, ratings, &now, skill)).collect();
    // The sort is stable: of equal candidates, the first in the guide stays first.
    candidates.sort_by_key(|candidate| Reverse(candidate.worth()));
    let mut others = candidates.into_iter();
    let first = others.next()?;
    let (equal, behind): (Vec<_>, Vec<_>) = others.partition(|other| other.worth() == first.worth());
    // `max_by_key` returns the last of equal candidates, so the search goes backwards to find the first.
    let largest = behind.iter().rev().max_by_key(|other| other.sum).filter(|other| other.sum > first.sum);
    let largest = largest.map(|other| Largest {
        skill: other.skill.clone(),
        levels: other.raises.len(),
        total: reduced(other.sum, other.denominator),
    });
    let next = behind.first().map(|other| (other.skill.clone(), decider(&first, other)));
    Some(Best {
        total: reduced(first.sum, denominator(guide)),
        must_haves_met: first.must_haves_met(),
        ties: equal.into_iter().map(|other| other.skill).collect(),
        next,
        largest,
        skill: first.skill,
        answer: first.answer,
        raises: first.raises,
    })
}

struct ProofCandidate {
    skill: SkillId,
    answer: (Rating, Evidence),
    raises: Vec<Raise>,
    /// The sum of the gains, in parts of [`denominator`].
    sum: u128,
    denominator: u128,
}

impl ProofCandidate {
    fn must_haves_met(&self) -> usize {
        self.raises.iter().filter(|raise| raise.meets_must_have).count()
    }

    fn worth(&self) -> (usize, u128, usize) {
        (self.raises.len(), self.sum, self.must_haves_met())
    }
}

fn decider(first: &ProofCandidate, other: &ProofCandidate) -> Decider {
    if other.raises.len() < first.raises.len() {
        Decider::Levels(other.raises.len())
    } else if other.sum < first.sum {
        Decider::Total(reduced(other.sum, other.denominator))
    } else {
        Decider::MustHaves(other.must_haves_met())
    }
}

fn candidate(
    guide: &Guide,
    ratings: &Ratings,
    now: &[LevelScore],
    skill: &SkillId,
) -> Option<ProofCandidate> {
    let answer = ratings.answer(skill)?;
    let proved = assess(guide, &proved(ratings, skill)).levels;
    let denominator = denominator(guide);
    let mut sum = 0;
    let mut raises = Vec::new();
    let levels = guide.levels.iter().zip(now.iter().zip(&proved));
    for (level, (before, after)) in levels.filter(|(level, _)| level.ask(skill).is_some()) {
        if after.low > before.low {
            let gain = after.low.minus(before.low);
            sum += parts(gain, level) * (denominator / unit(level));
            raises.push(raise(skill, gain, before, after));
        }
    }
    (!raises.is_empty()).then(|| ProofCandidate { skill: skill.clone(), answer, raises, sum, denominator })
}

/// The ratings with a link as the evidence for a skill.
fn proved(ratings: &Ratings, skill: &SkillId) -> Ratings {
    let mut proved = ratings.clone();
    if let Some(rated) = proved.0.get_mut(skill) {
        rated.evidence = Evidence::Link;
    }
    proved
}

fn raise(skill: &SkillId, gain: Fraction, before: &LevelScore, after: &LevelScore) -> Raise {
    let is_met =
        |score: &LevelScore| score.must_haves_in(MustHaveState::Met).any(|floor| floor.skill == *skill);
    Raise {
        level: before.level.clone(),
        gain,
        before: before.range(),
        after: after.range(),
        standings: (before.standing, after.standing),
        meets_must_have: !is_met(before) && is_met(after),
    }
}

/// The number of parts in a level: every contribution is a whole number of them.
fn unit(level: &Level) -> u128 {
    whole(&level.asks).into()
}

/// A gain at a level as a whole number of its parts.
fn parts(gain: Fraction, level: &Level) -> u128 {
    u128::from(gain.times(whole(&level.asks)).percent_down() / 100)
}

/// A common denominator of all levels. It may be too large for a [`Fraction`].
fn denominator(guide: &Guide) -> u128 {
    guide.levels.iter().map(unit).fold(1, |all, one| {
        // More than 2^128 takes dozens of levels; then the comparison uses the part that fits.
        (all / greatest_common_divisor(all, one)).checked_mul(one).unwrap_or(all)
    })
}

const fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// A sum as a fraction. The lowest terms of any realistic guide fit; others are rounded down.
fn reduced(sum: u128, denominator: u128) -> Fraction {
    let divisor = greatest_common_divisor(sum, denominator).max(1);
    let (mut sum, mut denominator) = (sum / divisor, denominator / divisor);
    while sum.max(denominator) > u128::from(u32::MAX) * 1000 {
        (sum, denominator) = (sum / 2, denominator / 2);
    }
    Fraction::new(u64::try_from(sum).unwrap_or_default(), u64::try_from(denominator).unwrap_or(1))
}
