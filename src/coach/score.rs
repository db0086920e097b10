//! The score of a level: from ratings to intervals, must-haves, a verdict and a standing.
//!
//! `docs/scoring.md` describes the model. Scores are computed in whole numbers: eighths of a rating over a requirement of 1 to 5
//! have the common denominator 480.

use super::fraction::Fraction;
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Ask, Level, Scoring};
use crate::guide::scale::{EIGHTHS, Evidence, Rating};
use crate::profile::model::Ratings;

/// Coverage is counted in parts of this total.
pub const PARTS: u64 = 480;

/// What somebody says about a skill; `None` when it isn't rated.
pub type Answer = Option<(Rating, Evidence)>;

/// The range that an answer stands for, in eighths of a rating, 0 to 40.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The part of the rating that its evidence carries.
    pub low: u32,
    /// The rating itself.
    pub high: u32,
}

impl Interval {
    /// The interval of an answer; without an answer, the whole range from worst to best case.
    #[must_use]
    pub const fn of(answer: Answer, scoring: &Scoring) -> Self {
        match answer {
            None => Self { low: 0, high: Rating::MAX.eighths() },
            Some((rating, evidence)) => {
                Self { low: rating.number() as u32 * scoring.credit.of(evidence), high: rating.eighths() }
            }
        }
    }
}

/// The share of a requirement that some eighths cover, from 0 to [`PARTS`].
fn coverage(eighths: u32, required: Rating) -> u64 {
    let asked = u64::from(required.eighths());
    // A level that requires nothing is fully covered.
    (u64::from(eighths).min(asked) * PARTS).checked_div(asked).unwrap_or(PARTS)
}

/// The state of a must-have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MustHaveState {
    /// Even the best case is below the floor.
    Unmet,
    /// It isn't known yet.
    Open,
    /// The rating is at the floor or above it, and its evidence carries it to at least one below the floor.
    Met,
}

impl MustHaveState {
    /// The state of a floor for an answer.
    #[must_use]
    pub const fn of(floor: Rating, answer: Answer, scoring: &Scoring) -> Self {
        let Interval { low, high } = Interval::of(answer, scoring);
        if high < floor.eighths() {
            Self::Unmet
        } else if answer.is_some() && low + EIGHTHS >= floor.eighths() {
            Self::Met
        } else {
            Self::Open
        }
    }

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

/// A must-have of a level, its own or one that it carries on from an earlier level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MustHave {
    /// The skill.
    pub skill: SkillId,
    /// The rating below which the level isn't reached.
    pub floor: Rating,
    /// Its state.
    pub state: MustHaveState,
}

/// The verdict on a level by itself, without regard to the levels before it.
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

/// Where somebody stands at a level: what users see. The lowest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A must-have is unmet, or even the best case misses the threshold.
    NotYet,
    /// It depends on skills that aren't rated.
    Open,
    /// Ready if every rating is taken at face value: only proof is missing.
    Unproved,
    /// Ready on what the evidence carries.
    Ready,
}

impl Standing {
    /// The standing in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Open => "open",
            Self::Unproved => "unproved",
            Self::Ready => "ready",
        }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Open => "open",
            Self::Unproved => "unproved",
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
    pub answer: Answer,
    /// The interval of the answer.
    pub interval: Interval,
    /// The level's total, in the parts that contributions are counted in.
    whole: u64,
}

impl SkillScore {
    /// The contribution to the level's lower end, as a fraction of the level's total.
    #[must_use]
    pub fn low(&self) -> Fraction {
        self.share(self.interval.low)
    }

    /// The contribution to the level's upper end.
    #[must_use]
    pub fn high(&self) -> Fraction {
        self.share(self.interval.high)
    }

    /// The most that the skill can contribute: its weight as a fraction of the level's total.
    #[must_use]
    pub fn share_of_level(&self) -> Fraction {
        self.share(self.ask.required.eighths())
    }

    /// The gain of the next higher rating, as a fraction of the level's total; `None` when not rated.
    #[must_use]
    pub fn gain(&self) -> Option<Fraction> {
        let (rating, _) = self.answer?;
        let up = rating.next().unwrap_or(rating);
        Some(self.share(up.eighths()).minus(self.share(rating.eighths())))
    }

    /// The difference between the ends: the most that a proof or an answer could add to the lower end.
    #[must_use]
    pub fn doubt(&self) -> Fraction {
        self.high().minus(self.low())
    }

    /// The contribution at face value: that of the rating, whatever carries it; nothing where there is none.
    #[must_use]
    pub fn claimed(&self) -> Fraction {
        self.share(self.face_value())
    }

    /// What the rating lacks to what the level requires, whatever carries it.
    #[must_use]
    pub fn missing(&self) -> Fraction {
        self.share_of_level().minus(self.claimed())
    }

    fn share(&self, eighths: u32) -> Fraction {
        Fraction::new(contribution(&self.ask, eighths), self.whole)
    }

    /// The eighths at face value: the rating itself; nothing without one.
    fn face_value(&self) -> u32 {
        self.answer.map_or(0, |(rating, _)| rating.eighths())
    }
}

/// What some eighths of a skill contribute to a level, in parts of [`whole`].
#[must_use]
pub fn contribution(ask: &Ask, eighths: u32) -> u64 {
    u64::from(ask.weight) * coverage(eighths, ask.required)
}

/// The total of a level, in the parts that contributions are counted in; at least 1.
#[must_use]
pub fn whole(asks: &[Ask]) -> u64 {
    PARTS * asks.iter().map(|ask| u64::from(ask.weight)).sum::<u64>().max(1)
}

/// The score of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelScore {
    /// The level.
    pub level: LevelId,
    /// The worst case, 0 to 1: the sum of the skills' lower ends.
    pub low: Fraction,
    /// The best case, 0 to 1: the sum of the skills' upper ends.
    pub high: Fraction,
    /// The threshold of the guide.
    pub threshold: Fraction,
    /// The verdict on the level by itself.
    pub verdict: Verdict,
    /// The verdict if every skill had the same weight.
    pub equal_weights_verdict: Verdict,
    /// Where the person stands: at most as high as at every level before this one. From [`score_level`] alone, the standing of the
    /// level by itself.
    pub standing: Standing,
    /// The levels before this one that hold its standing down.
    pub held_by: Vec<LevelId>,
    /// Whether the level by itself would be ready if every rating were taken at face value, and unrated skills counted as 0.
    pub is_claimed: bool,
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

    /// The standing of the level by itself, without regard to the levels before it.
    #[must_use]
    pub fn own_standing(&self) -> Standing {
        match self.verdict {
            Verdict::Ready => Standing::Ready,
            Verdict::NotYet => Standing::NotYet,
            Verdict::Undetermined if self.is_claimed => Standing::Unproved,
            Verdict::Undetermined => Standing::Open,
        }
    }
}

/// Both ends in whole per cents: the lower one rounded down, the upper one up, except that an upper end below the threshold is never
/// shown as the threshold or more (79.3 is shown as 79).
#[must_use]
pub fn ends(low: Fraction, high: Fraction, threshold: Fraction) -> (u64, u64) {
    let up = high.percent_up();
    let touches = high < threshold && Fraction::new(up, 100) >= threshold;
    (low.percent_down(), if touches { high.percent_down() } else { up })
}

/// The range between [`ends`], such as `69–93`.
#[must_use]
pub fn range(low: Fraction, high: Fraction, threshold: Fraction) -> String {
    let (low, high) = ends(low, high, threshold);
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// Scores a self-assessment against one level by itself.
#[must_use]
pub fn score_level(level: &Level, scoring: &Scoring, ratings: &Ratings) -> LevelScore {
    let threshold = Fraction::percent(scoring.threshold);
    let whole = whole(&level.asks);
    let skills: Vec<SkillScore> = level
        .asks
        .iter()
        .map(|ask| {
            let answer = ratings.answer(&ask.skill);
            SkillScore { ask: ask.clone(), answer, interval: Interval::of(answer, scoring), whole }
        })
        .collect();
    let must_haves: Vec<MustHave> =
        skills.iter().filter_map(|skill| must_have(skill, skill.answer, scoring)).collect();
    let sum = |eighths: fn(&SkillScore) -> u32| {
        let parts = skills.iter().map(|skill| contribution(&skill.ask, eighths(skill))).sum();
        Fraction::new(parts, whole)
    };
    let (low, high) = (sum(|skill| skill.interval.low), sum(|skill| skill.interval.high));
    let [equal_low, equal_high] = with_equal_weights(&skills);
    let has_evidence = skills.iter().any(|skill| {
        skill.ask.must_have.is_some() && skill.answer.is_some_and(|(_, evidence)| evidence > Evidence::Claim)
    });
    let verdict = judge(low, high, &must_haves, threshold);
    let mut score = LevelScore {
        level: level.id.clone(),
        low,
        high,
        threshold,
        verdict,
        equal_weights_verdict: judge(equal_low, equal_high, &must_haves, threshold),
        standing: Standing::NotYet,
        held_by: Vec::new(),
        is_claimed: sum(SkillScore::face_value) >= threshold && skills.iter().all(meets_at_face_value),
        claims_only: verdict == Verdict::Ready && !has_evidence,
        must_haves,
        skills,
    };
    score.standing = score.own_standing();
    score
}

fn must_have(skill: &SkillScore, answer: Answer, scoring: &Scoring) -> Option<MustHave> {
    let floor = skill.ask.must_have?;
    let state = MustHaveState::of(floor, answer, scoring);
    Some(MustHave { skill: skill.ask.skill.clone(), floor, state })
}

fn meets_at_face_value(skill: &SkillScore) -> bool {
    skill.ask.must_have.is_none_or(|floor| skill.face_value() >= floor.eighths())
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
