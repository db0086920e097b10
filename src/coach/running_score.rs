//! A level's score while answers change, added up from the contributions of its skills: a day of the history only adds up known
//! numbers, however long the history is.

use crate::coach::fraction::Fraction;
use crate::coach::score::{Answer, Interval, MustHaveState, Standing, contribution, whole};
use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Level, Scoring};
use crate::profile::model::Ratings;

/// The score of a level at one time, kept up to date while answers change.
pub struct RunningScore<'a> {
    level: &'a Level,
    scoring: &'a Scoring,
    answers: Vec<Answer>,
    low: u64,
    high: u64,
    face_value: u64,
    /// How many must-haves are in each state: unmet, open, met.
    must_haves: [usize; 3],
    /// How many must-haves are missing if every rating is taken at face value and unrated skills count as 0.
    below_at_face_value: usize,
}

/// What an answer contributes to a level, in parts of its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// To the lower end.
    pub low: u64,
    /// To the upper end.
    pub high: u64,
}

impl<'a> RunningScore<'a> {
    /// Starts with nothing rated.
    pub fn new(level: &'a Level, scoring: &'a Scoring) -> Self {
        let mut score = Self {
            level,
            scoring,
            answers: vec![None; level.asks.len()],
            low: 0,
            high: 0,
            face_value: 0,
            must_haves: [0; 3],
            below_at_face_value: 0,
        };
        for ask in &level.asks {
            score.add(ask, None);
        }
        score
    }

    /// Starts with some ratings.
    pub fn of(level: &'a Level, scoring: &'a Scoring, ratings: &Ratings) -> Self {
        let mut score = Self::new(level, scoring);
        for (nth, ask) in level.asks.iter().enumerate() {
            score.set(nth, ratings.answer(&ask.skill));
        }
        score
    }

    /// Changes the answer about a skill; one that the level doesn't require changes nothing.
    pub fn set_skill(&mut self, skill: &SkillId, answer: Answer) {
        if let Some(nth) = self.level.asks.iter().position(|ask| ask.skill == *skill) {
            self.set(nth, answer);
        }
    }

    /// Changes the answer about the level's `nth` skill.
    pub fn set(&mut self, nth: usize, answer: Answer) {
        let (Some(ask), Some(known)) = (self.level.asks.get(nth), self.answers.get_mut(nth)) else { return };
        let before = std::mem::replace(known, answer);
        self.remove(ask, before);
        self.add(ask, answer);
    }

    /// The contribution of an answer about the level's `nth` skill.
    pub fn contribution(&self, nth: usize, answer: Answer) -> Contribution {
        let Some(ask) = self.level.asks.get(nth) else { return Contribution { low: 0, high: 0 } };
        let Interval { low, high } = Interval::of(answer, self.scoring);
        Contribution { low: contribution(ask, low), high: contribution(ask, high) }
    }

    /// The answer about the level's `nth` skill.
    pub fn answer(&self, nth: usize) -> Answer {
        self.answers.get(nth).copied().flatten()
    }

    /// Parts as a fraction of the level's total.
    pub fn share(&self, parts: u64) -> Fraction {
        Fraction::new(parts, whole(&self.level.asks))
    }

    /// The worst case and the best case.
    pub fn ends(&self) -> [Fraction; 2] {
        [self.share(self.low), self.share(self.high)]
    }

    /// Number of rated skills.
    pub fn rated(&self) -> usize {
        self.answers.iter().flatten().count()
    }

    /// The standing of the level by itself.
    pub fn own_standing(&self) -> Standing {
        let threshold = Fraction::percent(self.scoring.threshold);
        let reaches = |parts| self.share(parts) >= threshold;
        let [unmet, open, _] = self.must_haves;
        if unmet > 0 || !reaches(self.high) {
            Standing::NotYet
        } else if open == 0 && reaches(self.low) {
            Standing::Ready
        } else if self.below_at_face_value == 0 && reaches(self.face_value) {
            Standing::Unproved
        } else {
            Standing::Open
        }
    }

    fn add(&mut self, ask: &Ask, answer: Answer) {
        let [low, high, face_value] = self.parts(ask, answer);
        self.low += low;
        self.high += high;
        self.face_value += face_value;
        if let Some((state, is_below)) = self.must_have(ask, answer) {
            self.must_haves[state as usize] += 1;
            self.below_at_face_value += usize::from(is_below);
        }
    }

    fn remove(&mut self, ask: &Ask, answer: Answer) {
        let [low, high, face_value] = self.parts(ask, answer);
        self.low -= low;
        self.high -= high;
        self.face_value -= face_value;
        if let Some((state, is_below)) = self.must_have(ask, answer) {
            self.must_haves[state as usize] -= 1;
            self.below_at_face_value -= usize::from(is_below);
        }
    }

    fn parts(&self, ask: &Ask, answer: Answer) -> [u64; 3] {
        let Interval { low, high } = Interval::of(answer, self.scoring);
        let face_value = answer.map_or(0, |(rating, _)| rating.eighths());
        [low, high, face_value].map(|eighths| contribution(ask, eighths))
    }

    fn must_have(&self, ask: &Ask, answer: Answer) -> Option<(MustHaveState, bool)> {
        let floor = ask.must_have?;
        let is_below = answer.is_none_or(|(rating, _)| rating < floor);
        Some((MustHaveState::of(floor, answer, self.scoring), is_below))
    }
}
