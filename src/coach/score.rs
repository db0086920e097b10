//! The score: from ratings to intervals, must-haves, verdicts and the level reached.
//!
//! `docs/scoring.md` describes the model. Scores are computed in whole numbers: half-steps over a requirement of 1 to 5 have the
//! common denominator 120.

use super::fraction::Fraction;
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Ask, Guide, Level, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// Coverage is counted in parts of this total.
const PARTS: u64 = 120;

/// The range of a rating, in half-steps from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end, after subtracting the doubt that the evidence leaves.
    pub low: u32,
    /// The upper end.
    pub high: u32,
}

impl Interval {
    /// The interval of an answer; without an answer, the whole range from worst to best case.
    #[must_use]
    pub fn of(answer: Option<(Rating, Evidence)>, scoring: &Scoring) -> Self {
        let Some((rating, evidence)) = answer else {
            return Self { low: 0, high: 2 * u32::from(Rating::MAX.number()) };
        };
        let high = 2 * u32::from(rating.number());
        // Nobody has to prove having studied something.
        let believed = high.min(2);
        Self { low: high.saturating_sub(scoring.doubt.of(evidence)).max(believed), high }
    }
}

/// The share of a requirement that half-steps cover, from 0 to [`PARTS`].
fn coverage(half_steps: u32, required: Rating) -> u64 {
    let asked = 2 * u64::from(required.number());
    // A level that requires nothing is fully covered.
    (u64::from(half_steps).min(asked) * PARTS).checked_div(asked).unwrap_or(PARTS)
}

/// The state of a must-have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MustHaveState {
    /// Even the best case is below the floor.
    Unmet,
    /// It isn't known yet.
    Open,
    /// The floor is met: by an example or a link at the floor, or by a claim above it.
    Met,
}

impl MustHaveState {
    /// The name in JSON and in text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unmet => "unmet",
            Self::Open => "open",
            Self::Met => "met",
        }
    }
}

/// A must-have of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MustHave {
    /// The skill.
    pub skill: SkillId,
    /// The rating below which the level isn't reached.
    pub floor: Rating,
    /// Its state.
    pub state: MustHaveState,
}

/// The verdict on a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A must-have is unmet, or even the best case misses the threshold.
    NotYet,
    /// It depends on skills that aren't rated or proved.
    Undetermined,
    /// Every must-have is met, and even the worst case reaches the threshold.
    Ready,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Undetermined => "undetermined",
            Self::Ready => "ready",
        }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Undetermined => "undetermined",
            Self::Ready => "ready",
        }
    }
}

/// A skill's contribution to the score of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillScore {
    /// The level's requirement.
    pub ask: Ask,
    /// The person's rating and evidence; `None` when not rated.
    pub answer: Option<(Rating, Evidence)>,
    /// The interval of the answer, in half-steps.
    pub interval: Interval,
    /// The contribution to the level's lower end, as a fraction of the level's total.
    pub low: Fraction,
    /// The contribution to the level's upper end.
    pub high: Fraction,
    /// The gain of the next higher rating, as a fraction of the level's total; `None` when not rated.
    pub gain: Option<Fraction>,
}

impl SkillScore {
    /// The difference between the ends: the most that a proof or an answer could add to the lower end.
    #[must_use]
    pub const fn doubt(&self) -> Fraction {
        self.high.minus(self.low)
    }

    fn must_have(&self) -> Option<MustHave> {
        let floor = self.ask.must_have?;
        let half_steps = 2 * u32::from(floor.number());
        let state = if self.interval.low + 2 > half_steps {
            MustHaveState::Met
        } else if self.interval.high < half_steps {
            MustHaveState::Unmet
        } else {
            MustHaveState::Open
        };
        Some(MustHave { skill: self.ask.skill.clone(), floor, state })
    }
}

/// The score of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelScore {
    /// The level.
    pub level: LevelId,
    /// The worst case, 0 to 1: the sum of the skills' `low`.
    pub low: Fraction,
    /// The best case, 0 to 1: the sum of the skills' `high`.
    pub high: Fraction,
    /// The threshold of the guide.
    pub threshold: Fraction,
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict if every skill had the same weight.
    pub equal_weights_verdict: Verdict,
    /// Whether the level is ready without an example or a link for any must-have.
    pub claims_only: bool,
    /// The must-haves, in the order of the matrix.
    pub must_haves: Vec<MustHave>,
    /// The contributions, in the order of the matrix.
    pub skills: Vec<SkillScore>,
}

impl LevelScore {
    /// The contribution of a skill; `None` when the level doesn't require it.
    #[must_use]
    pub fn skill(&self, id: &SkillId) -> Option<&SkillScore> {
        self.skills.iter().find(|skill| skill.ask.skill == *id)
    }

    /// The range as [`range`] shows it.
    #[must_use]
    pub fn range(&self) -> String {
        range(self.low, self.high, self.threshold)
    }

    /// The must-haves in this state.
    pub fn must_haves_in(&self, state: MustHaveState) -> impl Iterator<Item = &MustHave> {
        self.must_haves.iter().filter(move |must_have| must_have.state == state)
    }

    /// The skills of the level that have no rating.
    pub fn unrated(&self) -> impl Iterator<Item = &SkillScore> {
        self.skills.iter().filter(|skill| skill.answer.is_none())
    }
}

/// Both ends in whole per cents, rounded outwards. When rounding up would reach a threshold that the exact value misses,
/// the upper end is cut to one decimal: `61` and `79.3`.
#[must_use]
pub fn ends(low: Fraction, high: Fraction, threshold: Fraction) -> (String, String) {
    let touches = high < threshold && Fraction::new(high.percent_up(), 100) >= threshold;
    let shown_high = if touches {
        let permille = high.permille_down();
        format!("{}.{}", permille / 10, permille % 10)
    } else {
        high.percent_up().to_string()
    };
    (low.percent_down().to_string(), shown_high)
}

/// The range between [`ends`], such as `69–93`.
#[must_use]
pub fn range(low: Fraction, high: Fraction, threshold: Fraction) -> String {
    let (low, high) = ends(low, high, threshold);
    if low == high { low } else { format!("{low}–{high}") }
}

/// The scores of a person for all levels of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// One score for each level, in the order of the guide.
    pub levels: Vec<LevelScore>,
    /// The highest level that is ready together with all its predecessors. When both tracks reach one, the later in the guide.
    pub reached: Option<LevelId>,
    /// The levels that aren't ready and so keep a higher, ready level from being reached.
    pub blocked_by: Vec<LevelId>,
    /// Number of the guide's skills that are rated.
    pub rated: usize,
    /// Number of skills that the guide requires.
    pub skills: usize,
}

impl Assessment {
    /// The score of a level.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&LevelScore> {
        self.levels.iter().find(|level| level.level == *id)
    }
}

/// Scores a self-assessment against every level of a guide.
#[must_use]
pub fn assess(guide: &Guide, ratings: &Ratings) -> Assessment {
    let levels: Vec<_> =
        guide.levels.iter().map(|level| score_level(level, &guide.scoring, ratings)).collect();
    let asked = guide.asked_skills();
    let (reached, blocked_by) = chain(guide, &levels);
    Assessment {
        rated: asked.iter().filter(|skill| ratings.answer(skill).is_some()).count(),
        skills: asked.len(),
        levels,
        reached,
        blocked_by,
    }
}

/// Scores a self-assessment against one level.
#[must_use]
pub fn score_level(level: &Level, scoring: &Scoring, ratings: &Ratings) -> LevelScore {
    let threshold = Fraction::percent(scoring.threshold);
    let skills = skill_scores(&level.asks, scoring, ratings);
    let must_haves: Vec<MustHave> = skills.iter().filter_map(SkillScore::must_have).collect();
    let low: Fraction = skills.iter().map(|skill| skill.low).sum();
    let high: Fraction = skills.iter().map(|skill| skill.high).sum();
    let [equal_low, equal_high] = with_equal_weights(&skills);
    let proved = skills.iter().any(|skill| {
        skill.ask.must_have.is_some() && skill.answer.is_some_and(|(_, evidence)| evidence > Evidence::Claim)
    });
    let verdict = judge(low, high, &must_haves, threshold);
    LevelScore {
        level: level.id.clone(),
        low,
        high,
        threshold,
        verdict,
        equal_weights_verdict: judge(equal_low, equal_high, &must_haves, threshold),
        claims_only: verdict == Verdict::Ready && !proved,
        must_haves,
        skills,
    }
}

fn skill_scores(asks: &[Ask], scoring: &Scoring, ratings: &Ratings) -> Vec<SkillScore> {
    let total: u64 = asks.iter().map(|ask| u64::from(ask.weight)).sum();
    asks.iter()
        .map(|ask| {
            let answer = ratings.answer(&ask.skill);
            let interval = Interval::of(answer, scoring);
            let share = |half_steps| {
                Fraction::new(u64::from(ask.weight) * coverage(half_steps, ask.required), PARTS * total)
            };
            let gain = answer.map(|(rating, _)| {
                let up = rating.next().unwrap_or(rating);
                share(2 * u32::from(up.number())).minus(share(2 * u32::from(rating.number())))
            });
            SkillScore {
                ask: ask.clone(),
                answer,
                interval,
                low: share(interval.low),
                high: share(interval.high),
                gain,
            }
        })
        .collect()
}

/// Both ends of a level, 0 to 1, if every skill counted the same.
fn with_equal_weights(skills: &[SkillScore]) -> [Fraction; 2] {
    let count = u64::try_from(skills.len()).unwrap_or(u64::MAX).max(1);
    let sum = |end: fn(Interval) -> u32| -> u64 {
        skills.iter().map(|skill| coverage(end(skill.interval), skill.ask.required)).sum()
    };
    [sum(|interval| interval.low), sum(|interval| interval.high)]
        .map(|parts| Fraction::new(parts, PARTS * count))
}

/// The verdict for the two ends of a level and its must-haves.
fn judge(low: Fraction, high: Fraction, must_haves: &[MustHave], threshold: Fraction) -> Verdict {
    let any_unmet = must_haves.iter().any(|floor| floor.state == MustHaveState::Unmet);
    let all_met = must_haves.iter().all(|floor| floor.state == MustHaveState::Met);
    if any_unmet || high < threshold {
        Verdict::NotYet
    } else if all_met && low >= threshold {
        Verdict::Ready
    } else {
        Verdict::Undetermined
    }
}

/// The level reached, and the levels that keep a higher, ready level from being reached.
fn chain(guide: &Guide, scores: &[LevelScore]) -> (Option<LevelId>, Vec<LevelId>) {
    let ready =
        |level: &Level| scores.iter().any(|score| score.level == level.id && score.verdict == Verdict::Ready);
    let mut reached = None;
    let mut blocking: Vec<&LevelId> = Vec::new();
    for level in guide.levels.iter().filter(|level| ready(level)) {
        let missing: Vec<_> = guide.predecessors(level).filter(|below| !ready(below)).collect();
        if missing.is_empty() {
            reached = Some(level.id.clone());
        }
        blocking.extend(missing.into_iter().map(|below| &below.id));
    }
    let blocked_by = guide.levels.iter().map(|level| &level.id);
    (reached, blocked_by.filter(|id| blocking.contains(id)).cloned().collect())
}
