//! The order of questions that tells most with the fewest answers.
//!
//! A level is ready when the lower ends of the answers say so, and a better answer never lowers a lower end. So the level
//! reached lies between the one where every open answer is 0 and the one where every open answer is the best with a link:
//! it is **known** exactly when the two are the same. Until then, [`Check::next`] guesses from the answers so far which
//! levels are likely, and asks what brings most of the proof that they are reached and that the next ones aren't.

mod endgame;
mod ladder;

use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Guide;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;
use endgame::Position;
use ladder::{Ladder, Rung};

/// Progress is counted in this many parts of what a level still needs.
const WHOLE: u64 = 1000;
/// A must-have counts as this many whole levels: one answer below its floor decides alone.
const MUST_HAVE: u64 = 5 * WHOLE;
/// So many questions are few enough to try all answers to them.
const FEW: usize = 3;
/// A level whose requirements lie this much further from the answers, in ratings, counts half.
const HALVES: u32 = 2;
/// Beyond so many halvings a level doesn't count any more.
const MOST_HALVINGS: u32 = 20;

/// Between which levels the one in question lies; nothing stands for below the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// Whatever the open answers are.
    pub at_least: Option<LevelId>,
    /// With the best open answers.
    pub at_most: Option<LevelId>,
}

impl Bracket {
    /// Whether no open answer, with whatever evidence, can change it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.at_least == self.at_most
    }
}

/// What the answers so far say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The level reached, with the evidence as it is.
    pub reached: Bracket,
    /// The level that would be reached if every rating given were proved by a link.
    pub once_proved: Bracket,
    /// The level that the answers given would reach if nothing else were asked and each were proved: an estimate.
    pub likely: Option<LevelId>,
    /// The must-haves up to `once_proved.at_most` that have no answer yet.
    pub open_must_haves: Vec<SkillId>,
    /// The levels that follow `once_proved.at_most` directly: some answer rules each of them out.
    pub ruled_out: Vec<LevelId>,
}

impl Standing {
    /// Whether going on only sharpens it: every must-have of the highest level that is possible has its answer, and the
    /// estimate agrees with it.
    #[must_use]
    pub fn is_useful(&self) -> bool {
        self.open_must_haves.is_empty() && self.likely == self.once_proved.at_most
    }

    /// Whether no open answer can change anything here.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.reached.is_known() && self.once_proved.is_known()
    }
}

/// The skill to ask for next; nothing where no answer could change the level reached, now or once all is proved.
#[must_use]
pub fn next(guide: &Guide, ratings: &Ratings, target: Option<&LevelId>) -> Option<SkillId> {
    Check::new(guide).next(ratings, target)
}

/// The quick check of a guide. Making one costs more than asking it, so keep it for a series of questions.
#[derive(Debug)]
pub struct Check {
    ladder: Ladder,
    levels: Vec<LevelId>,
}

/// How evidence is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// As it is.
    AsIs,
    /// As if each rating had a link.
    Proved,
}

impl Sense {
    /// The evidence to expect with an answer.
    const fn middle(self) -> Evidence {
        match self {
            Self::AsIs => Evidence::Example,
            Self::Proved => Evidence::Link,
        }
    }
}

/// How far a level is decided.
struct Mark {
    /// The parts it has with the worst open answers.
    worst: u64,
    /// The parts it has with the best.
    best: u64,
    /// Whether it is ready whatever the open answers are.
    is_ready: bool,
    /// Whether some open answers make it ready.
    is_open: bool,
}

impl Mark {
    fn of(rung: &Rung, answers: &Answers) -> Self {
        let (worst, best) = (|skill| answers.worst(skill), |skill| answers.best(skill));
        Self {
            worst: rung.sum(worst),
            best: rung.sum(best),
            is_ready: rung.is_ready(worst),
            is_open: rung.is_ready(best),
        }
    }
}

/// The lower ends of the answers by skill.
struct Answers {
    lows: Vec<Option<usize>>,
    best: usize,
}

impl Answers {
    fn worst(&self, skill: usize) -> usize {
        self.lows[skill].unwrap_or_default()
    }

    fn best(&self, skill: usize) -> usize {
        self.lows[skill].unwrap_or(self.best)
    }
}

impl Check {
    /// Prepares the quick check of a guide.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        Self {
            ladder: Ladder::new(guide),
            levels: guide.levels.iter().map(|level| level.id.clone()).collect(),
        }
    }

    /// The skill to ask for next: first what decides the level reached, then what decides the level that proof would bring.
    #[must_use]
    pub fn next(&self, ratings: &Ratings, target: Option<&LevelId>) -> Option<SkillId> {
        let target = target.and_then(|id| self.levels.iter().position(|level| level == id));
        let (now, proved) = (self.answers(ratings, Sense::AsIs), self.answers(ratings, Sense::Proved));
        let mut values = self.values(&now, Sense::AsIs, target);
        let once_proved = self.values(&proved, Sense::Proved, target);
        let open: Vec<usize> = (0..values.len()).filter(|skill| values[*skill] > 0).collect();
        let best = if (1..=FEW).contains(&open.len()) {
            let answers = self.ladder.of_ratings(Sense::AsIs.middle());
            Position { ladder: &self.ladder, lows: now.lows, answers }.best(&open)
        } else {
            if open.is_empty() || !self.standing(ratings).is_useful() {
                values.iter_mut().zip(&once_proved).for_each(|(value, proved)| *value += proved);
            }
            // Of equals the first asked: `max_by_key` takes the last.
            let asked = (0..values.len()).rev().filter(|skill| values[*skill] > 0);
            asked.max_by_key(|skill| values[*skill])
        };
        best.map(|skill| self.ladder.skills[skill].clone())
    }

    /// What the answers so far say.
    #[must_use]
    pub fn standing(&self, ratings: &Ratings) -> Standing {
        let as_is = self.answers(ratings, Sense::AsIs);
        let proved = self.answers(ratings, Sense::Proved);
        let at_most = self.ladder.reached(|skill| proved.best(skill));
        Standing {
            reached: self.bracket(&as_is),
            once_proved: self.bracket(&proved),
            likely: self.id(self.likely(&proved)),
            open_must_haves: self.open_must_haves(&proved, at_most),
            ruled_out: self.following(at_most).map(|level| self.levels[level].clone()).collect(),
        }
    }

    fn answers(&self, ratings: &Ratings, sense: Sense) -> Answers {
        let given: Vec<_> = self.ladder.skills.iter().map(|skill| ratings.answer(skill)).collect();
        let low = |(rating, evidence)| match sense {
            Sense::AsIs => self.ladder.low(rating, evidence),
            Sense::Proved => self.ladder.low(rating, Evidence::Link),
        };
        Answers { lows: given.iter().map(|answer| answer.map(low)).collect(), best: self.ladder.best }
    }

    fn id(&self, level: Option<usize>) -> Option<LevelId> {
        level.map(|level| self.levels[level].clone())
    }

    fn bracket(&self, answers: &Answers) -> Bracket {
        Bracket {
            at_least: self.id(self.ladder.reached(|skill| answers.worst(skill))),
            at_most: self.id(self.ladder.reached(|skill| answers.best(skill))),
        }
    }

    /// The level reached if only the skills with an answer were asked.
    fn likely(&self, answers: &Answers) -> Option<usize> {
        let ready = |rung: &Rung| {
            let mut has_any = false;
            let (mut sum, mut of, mut total) = (0, 0, 0);
            for ask in &rung.asks {
                total += ask.adds(answers.best);
                let Some(low) = answers.lows[ask.skill] else { continue };
                if !ask.met(low) {
                    return false;
                }
                has_any = true;
                sum += ask.adds(low);
                of += ask.adds(answers.best);
            }
            // The threshold is a share of the whole: of a part, the same share.
            has_any && sum * total >= rung.needed * of
        };
        let ready: Vec<bool> = self.ladder.rungs.iter().map(ready).collect();
        self.ladder.rungs.iter().rposition(|rung| rung.chain.iter().all(|below| ready[*below]))
    }

    fn open_must_haves(&self, answers: &Answers, at_most: Option<usize>) -> Vec<SkillId> {
        let chain = at_most.map_or(&[][..], |level| &self.ladder.rungs[level].chain);
        let floors = |skill: usize| {
            chain
                .iter()
                .any(|level| self.ladder.rungs[*level].ask(skill).is_some_and(|ask| ask.floor.is_some()))
        };
        let open = (0..self.ladder.skills.len()).filter(|skill| answers.lows[*skill].is_none());
        open.filter(|skill| floors(*skill)).map(|skill| self.ladder.skills[skill].clone()).collect()
    }

    /// The levels that come directly after one, later in the guide: of a branch both.
    fn following(&self, level: Option<usize>) -> impl Iterator<Item = usize> {
        let chain = level.map_or(&[][..], |level| &self.ladder.rungs[level].chain);
        let first = level.map_or(0, |level| level + 1);
        (first..self.levels.len()).filter(move |above| {
            let before = &self.ladder.rungs[*above].chain;
            before.iter().all(|below| below == above || chain.contains(below))
        })
    }

    /// How much an answer to each skill is likely to bring; 0 for those that can't change the level any more.
    fn values(&self, answers: &Answers, sense: Sense, target: Option<usize>) -> Vec<u64> {
        let certain = self.ladder.reached(|skill| answers.worst(skill));
        let possible = self.ladder.reached(|skill| answers.best(skill));
        if certain == possible {
            return vec![0; self.ladder.skills.len()];
        }
        let marks: Vec<Mark> = self.ladder.rungs.iter().map(|rung| Mark::of(rung, answers)).collect();
        let guesses = self.guesses(answers, sense, certain, possible, target);
        let undecided = self.undecided(certain, &marks);
        let value = |skill: usize| -> u64 {
            let parts = guesses.iter().map(|(level, weight)| {
                let low = self.ladder.low(self.expected(*level, skill), sense.middle());
                weight
                    * (self.confirms(*level, skill, low, &marks) + self.refutes(*level, skill, low, &marks))
            });
            1 + parts.sum::<u64>()
        };
        let matters = |skill: usize| {
            answers.lows[skill].is_none()
                && undecided.iter().any(|level| self.ladder.rungs[*level].ask(skill).is_some())
        };
        (0..self.ladder.skills.len()).map(|skill| if matters(skill) { value(skill) } else { 0 }).collect()
    }

    /// How much of what is missing for a level and those before it an answer would bring.
    fn confirms(&self, level: Option<usize>, skill: usize, low: usize, marks: &[Mark]) -> u64 {
        let chain = level.map_or(&[][..], |level| &self.ladder.rungs[level].chain);
        let missing = chain.iter().filter(|below| !marks[**below].is_ready).filter_map(|below| {
            let rung = &self.ladder.rungs[*below];
            let ask = rung.ask(skill)?;
            let floor = if ask.floor.is_some() { MUST_HAVE } else { 0 };
            Some(floor + share(ask.adds(low), rung.needed.saturating_sub(marks[*below].worst)))
        });
        missing.sum()
    }

    /// How much of what is needed to rule out the levels after one an answer would bring.
    fn refutes(&self, level: Option<usize>, skill: usize, low: usize, marks: &[Mark]) -> u64 {
        let open = self.following(level).filter(|above| marks[*above].is_open);
        let lost = open.filter_map(|above| {
            let rung = &self.ladder.rungs[above];
            let ask = rung.ask(skill)?;
            let lost = ask.adds(self.ladder.best).saturating_sub(ask.adds(low));
            let spare = marks[above].best.saturating_sub(rung.needed) + 1;
            Some(if ask.met(low) { share(lost, spare) } else { MUST_HAVE })
        });
        lost.sum()
    }

    /// The levels that an open answer could still decide: not ready, not ruled out, and of a chain that could raise the
    /// level reached.
    fn undecided(&self, certain: Option<usize>, marks: &[Mark]) -> Vec<usize> {
        let first = certain.map_or(0, |level| level + 1);
        let higher = &self.ladder.rungs[first.min(self.levels.len())..];
        let in_reach = higher.iter().filter(|rung| rung.chain.iter().all(|below| marks[*below].is_open));
        let mut undecided: Vec<usize> =
            in_reach.flat_map(|rung| &rung.chain).copied().filter(|level| !marks[*level].is_ready).collect();
        undecided.sort_unstable();
        undecided.dedup();
        undecided
    }

    /// The rating that somebody of a level would give: what it asks; below the first level one less than that asks.
    fn expected(&self, level: Option<usize>, skill: usize) -> Rating {
        match level {
            Some(level) => self.ladder.rungs[level].required[skill],
            None => {
                let first = self.ladder.rungs.first().map_or(Rating::None, |rung| rung.required[skill]);
                Rating::from_number(i64::from(first.number()) - 1).unwrap_or(Rating::None)
            }
        }
    }

    /// The levels that are still possible, each with how well it goes with the answers so far. Before there are any, the
    /// target counts most, else the middle.
    fn guesses(
        &self,
        answers: &Answers,
        sense: Sense,
        certain: Option<usize>,
        possible: Option<usize>,
        target: Option<usize>,
    ) -> Vec<(Option<usize>, u64)> {
        let rank = |level: Option<usize>| level.map_or(0, |level| level + 1);
        let hypotheses = (0..=self.levels.len()).map(|rank| rank.checked_sub(1));
        let in_reach = |level: &Option<usize>| (rank(certain)..=rank(possible)).contains(&rank(*level));
        let start = target.map_or_else(|| usize::midpoint(rank(certain), rank(possible)), |level| level + 1);
        let far: Vec<_> = hypotheses
            .filter(in_reach)
            .map(|level| {
                let expected = |skill| self.ladder.low(self.expected(level, skill), sense.middle());
                let rated = answers.lows.iter().enumerate();
                let off = rated.filter_map(|(skill, low)| Some((*low)?.abs_diff(expected(skill))));
                let off = u32::try_from(off.sum::<usize>()).unwrap_or(u32::MAX);
                (level, off + u32::try_from(rank(level).abs_diff(start)).unwrap_or(u32::MAX))
            })
            .collect();
        let nearest = far.iter().map(|(_, far)| *far).min().unwrap_or_default();
        let weight = |far: u32| {
            let halvings = (far - nearest) / HALVES;
            if halvings > MOST_HALVINGS { 0 } else { 1 << (MOST_HALVINGS - halvings) }
        };
        far.into_iter().map(|(level, far)| (level, weight(far))).collect()
    }
}

/// A part of what is needed, at most the whole.
fn share(part: u64, needed: u64) -> u64 {
    (WHOLE * part).checked_div(needed).unwrap_or(WHOLE).min(WHOLE)
}
