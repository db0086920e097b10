//! A level's score while answers change, added up from the contributions of its skills.
//!
//! A skill's contribution depends only on its own answer. So the level is scored once for each different answer, as if every skill
//! had it. A day of the history then only adds up known contributions, however long the history is.

use crate::coach::fraction::Fraction;
use crate::coach::score::{LevelScore, MustHaveState, Verdict};
use crate::guide::id::SkillId;
use crate::guide::model::Level;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// The answer about a skill; `None` when not rated.
pub type SkillAnswer = Option<(Rating, Evidence)>;

/// A skill's contribution to the score of a level.
#[derive(Debug, Clone, Copy)]
pub struct Contribution {
    /// The answer it belongs to.
    pub answer: SkillAnswer,
    /// The contribution to the lower end.
    pub low: Fraction,
    /// The contribution to the upper end.
    pub high: Fraction,
    /// The state of the level's must-have for the skill, if there is one.
    floor: Option<MustHaveState>,
}

/// Everything that the verdict depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Signs {
    any_unmet: bool,
    all_met: bool,
    low_reaches: bool,
    high_reaches: bool,
}

/// The score of a level at one time, kept up to date while answers change.
pub struct RunningScore<'a, Score> {
    level: &'a Level,
    threshold: Fraction,
    score: Score,
    /// For each answer so far, the contributions of all skills as if each had this answer.
    by_answer: Vec<(SkillAnswer, Vec<Contribution>)>,
    verdicts: Vec<(Signs, Verdict)>,
    parts: Vec<Contribution>,
    /// The worst case.
    pub low: Fraction,
    /// The best case.
    pub high: Fraction,
}

impl<'a, Score: FnMut(&Ratings) -> LevelScore> RunningScore<'a, Score> {
    /// Starts with nothing rated. `score` is called once for each different answer, at most 19 with *not rated*, and once for each of
    /// the nine ways in which must-haves and ends can relate to floors and threshold.
    pub fn new(level: &'a Level, mut score: Score) -> Self {
        let nothing = score(&Ratings::default());
        let parts = parts(level, &nothing);
        let mut standing = Self {
            level,
            threshold: nothing.threshold,
            score,
            by_answer: vec![(None, parts.clone())],
            verdicts: Vec::new(),
            parts,
            low: nothing.low,
            high: nothing.high,
        };
        standing.verdicts.push((standing.signs(), nothing.verdict));
        standing
    }

    /// Changes the answer about the level's `nth` skill.
    pub fn set(&mut self, nth: usize, answer: SkillAnswer) {
        let new = self.part_with(nth, answer);
        let old = std::mem::replace(&mut self.parts[nth], new);
        self.low = (self.low + new.low).minus(old.low);
        self.high = (self.high + new.high).minus(old.high);
    }

    /// The contribution of the level's `nth` skill.
    pub fn part(&self, nth: usize) -> Contribution {
        self.parts[nth]
    }

    /// Number of rated skills.
    pub fn rated(&self) -> usize {
        self.parts.iter().filter(|part| part.answer.is_some()).count()
    }

    /// The verdict.
    pub fn verdict(&mut self) -> Verdict {
        let signs = self.signs();
        if let Some((_, verdict)) = self.verdicts.iter().find(|(known, _)| *known == signs) {
            return *verdict;
        }
        let answers = self.level.asks.iter().zip(&self.parts);
        let rated = answers.filter_map(|(ask, part)| {
            let (rating, evidence) = part.answer?;
            Some((ask.skill.clone(), rating, evidence))
        });
        let verdict = (self.score)(&rated.collect()).verdict;
        self.verdicts.push((signs, verdict));
        verdict
    }

    fn part_with(&mut self, nth: usize, answer: SkillAnswer) -> Contribution {
        if let Some((_, parts)) = self.by_answer.iter().find(|(known, _)| *known == answer) {
            return parts[nth];
        }
        let rated = answer.into_iter().flat_map(|(rating, evidence)| {
            self.level.asks.iter().map(move |ask| (ask.skill.clone(), rating, evidence))
        });
        let parts = parts(self.level, &(self.score)(&rated.collect()));
        let part = parts[nth];
        self.by_answer.push((answer, parts));
        part
    }

    fn signs(&self) -> Signs {
        let mut floors = self.parts.iter().filter_map(|part| part.floor);
        Signs {
            any_unmet: floors.clone().any(|floor| floor == MustHaveState::Unmet),
            all_met: floors.all(|floor| floor == MustHaveState::Met),
            low_reaches: self.low >= self.threshold,
            high_reaches: self.high >= self.threshold,
        }
    }
}

/// The contributions to a score, in the order of the level's requirements.
fn parts(level: &Level, score: &LevelScore) -> Vec<Contribution> {
    let floor = |skill: &SkillId| {
        score.must_haves.iter().find(|floor| floor.skill == *skill).map(|floor| floor.state)
    };
    let skills = level.asks.iter().zip(&score.skills);
    skills
        .map(|(ask, skill)| Contribution {
            answer: skill.answer,
            low: skill.low,
            high: skill.high,
            floor: floor(&ask.skill),
        })
        .collect()
}
