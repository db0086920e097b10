//! The order of questions that tells most with the fewest answers.
//!
//! A level is ready when the lower ends of the answers say so, and a better answer never lowers a lower end. So the level
//! reached lies between the one where every open answer is 0 and the one where every open answer is the best with a link:
//! it is **known** exactly when the two are the same. Until then a crowd of made-up people stands for what the open answers
//! may be: each takes over the answers given and counts as much as somebody like them would give those. The answer is
//! **useful** when nearly all of the crowd reach the same level once all is proved. The question to ask is the one whose
//! answer makes the crowd agree most; after that, the one that most of the crowd need to be sure of their level.

mod endgame;
mod ladder;
mod needed_skills;
mod simulated_people;

use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Guide;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;
use endgame::Position;
use ladder::Ladder;
use simulated_people::{SimulatedPeople, SimulatedPerson};

/// So many questions are few enough to try all answers to them.
const FEW: usize = 3;
/// An answer is useful when so many per cent of the crowd agree. With fewer it comes earlier and is wrong more often
/// (`tests/quick.rs` measures both).
const SURE: u8 = 92;

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
pub struct Estimate {
    /// The level reached, with the evidence as it is.
    pub reached: Bracket,
    /// The level that would be reached if every rating given were proved by a link.
    pub once_proved: Bracket,
    /// The level that most people with these answers would reach if all of theirs were proved: an estimate, of made-up
    /// people. Nothing stands for below the first.
    pub likely: Option<LevelId>,
    /// How many of a hundred such people reach just that level, 0 to 100, rounded down; 100 where it is known.
    pub sure: u8,
}

impl Estimate {
    /// Whether an answer to all questions would most likely say the same: going on only sharpens it.
    #[must_use]
    pub fn is_useful(&self) -> bool {
        self.sure >= SURE
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
    Questioner::new(guide).next(ratings, target)
}

/// The quick check of a guide. Making one costs more than asking it, so keep it for a series of questions.
#[derive(Debug)]
pub struct Questioner {
    ladder: Ladder,
    people: SimulatedPeople,
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

/// The answers given, with their lower ends by skill.
struct Answers {
    given: Vec<Option<(Rating, Evidence)>>,
    lows: Vec<Option<usize>>,
    /// The evidence to expect with an open answer.
    evidence: Vec<Evidence>,
}

impl Questioner {
    /// Prepares the quick check of a guide.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        let ladder = Ladder::new(guide);
        Self {
            people: SimulatedPeople::new(&ladder),
            levels: guide.levels.iter().map(|level| level.id.clone()).collect(),
            ladder,
        }
    }

    /// The skill to ask for next: first what tells most about the level that proof would bring, then what decides the level
    /// reached, then what decides the other.
    #[must_use]
    pub fn next(&self, ratings: &Ratings, target: Option<&LevelId>) -> Option<SkillId> {
        let target = target.and_then(|id| self.levels.iter().position(|level| level == id));
        let (now, proved) = (self.answers(ratings, Sense::AsIs), self.answers(ratings, Sense::Proved));
        let open = self.open(&now);
        let best = if (1..=FEW).contains(&open.len()) {
            let answers = self.ladder.of_ratings(Evidence::Example);
            Position { ladder: &self.ladder, lows: now.lows, answers }.best(&open)
        } else {
            self.most_telling(&now, &proved, &open, target)
        };
        best.map(|skill| self.ladder.skills[skill].clone())
    }

    /// What the answers so far say.
    #[must_use]
    pub fn estimate(&self, ratings: &Ratings) -> Estimate {
        let proved = self.answers(ratings, Sense::Proved);
        let (likely, sure) = self.likeliest(&proved);
        Estimate {
            reached: self.bracket(&self.answers(ratings, Sense::AsIs)),
            once_proved: self.bracket(&proved),
            likely: self.id(likely),
            sure,
        }
    }

    fn answers(&self, ratings: &Ratings, sense: Sense) -> Answers {
        let given: Vec<_> = self.ladder.skills.iter().map(|skill| ratings.answer(skill)).collect();
        let evidence = match sense {
            Sense::AsIs => usual_evidence(&given),
            Sense::Proved => vec![Evidence::Link],
        };
        let low = |(rating, evidence)| match sense {
            Sense::AsIs => self.ladder.low(rating, evidence),
            Sense::Proved => self.ladder.low(rating, Evidence::Link),
        };
        Answers { lows: given.iter().map(|answer| answer.map(low)).collect(), given, evidence }
    }

    fn id(&self, level: Option<usize>) -> Option<LevelId> {
        level.map(|level| self.levels[level].clone())
    }

    /// The levels reached with the worst and with the best open answers.
    fn ends(&self, answers: &Answers) -> (Option<usize>, Option<usize>) {
        let with = |open| self.ladder.reached(|skill| answers.lows[skill].unwrap_or(open));
        (with(0), with(self.ladder.best))
    }

    fn bracket(&self, answers: &Answers) -> Bracket {
        let (at_least, at_most) = self.ends(answers);
        Bracket { at_least: self.id(at_least), at_most: self.id(at_most) }
    }

    /// The skills whose answers could still change the level reached.
    fn open(&self, answers: &Answers) -> Vec<usize> {
        let (certain, possible) = self.ends(answers);
        if certain == possible {
            return Vec::new();
        }
        let undecided = self.undecided(certain, answers);
        let asks = |skill: &usize| undecided.iter().any(|level| self.ladder.rungs[*level].asks_for(*skill));
        let without_answer = (0..self.ladder.skills.len()).filter(|skill| answers.lows[*skill].is_none());
        without_answer.filter(asks).collect()
    }

    /// The levels that an open answer could still decide: not ready, not ruled out, and of a chain that could raise the
    /// level reached.
    fn undecided(&self, certain: Option<usize>, answers: &Answers) -> Vec<usize> {
        let ready = |open: usize| -> Vec<bool> {
            let low = |skill: usize| answers.lows[skill].unwrap_or(open);
            self.ladder.rungs.iter().map(|rung| rung.is_ready(low)).collect()
        };
        let (is_ready, is_possible) = (ready(0), ready(self.ladder.best));
        let first = certain.map_or(0, |level| level + 1);
        let higher = self.ladder.rungs.iter().skip(first);
        let in_reach = higher.filter(|rung| rung.chain.iter().all(|below| is_possible[*below]));
        let mut undecided: Vec<usize> =
            in_reach.flat_map(|rung| &rung.chain).copied().filter(|level| !is_ready[*level]).collect();
        undecided.sort_unstable();
        undecided.dedup();
        undecided
    }

    /// The crowd with the answers given taken over.
    fn members(&self, answers: &Answers, target: Option<usize>) -> Vec<SimulatedPerson> {
        let ratings: Vec<_> = answers.given.iter().map(|answer| answer.map(|(rating, _)| rating)).collect();
        let likely = self.people.like(&ratings, target);
        let member = |(at, (weight, ratings)): (usize, (f64, &Vec<Rating>))| {
            let open = |skill: usize| {
                // Members differ, so that the crowd's evidence is mixed as the answers' is.
                let evidence = answers.evidence[(at + skill) % answers.evidence.len()];
                self.ladder.low(ratings[skill], evidence)
            };
            let low = |skill: usize| answers.lows[skill].unwrap_or_else(|| open(skill));
            let lows: Vec<usize> = (0..ratings.len()).map(low).collect();
            let reached = self.ladder.reached(|skill| lows[skill]);
            SimulatedPerson { weight, lows, reached }
        };
        likely.enumerate().map(member).collect()
    }

    /// The level that most of the crowd reach, and how many per cent do.
    fn likeliest(&self, proved: &Answers) -> (Option<usize>, u8) {
        let (certain, possible) = self.ends(proved);
        if certain == possible {
            return (certain, 100);
        }
        let mut weights = vec![0.0; self.levels.len() + 1];
        for member in self.members(proved, None) {
            weights[member.rank()] += member.weight;
        }
        let all: f64 = weights.iter().sum();
        let most = weights.iter().copied().fold(0.0, f64::max);
        let rank = weights.iter().position(|weight| *weight >= most).unwrap_or_default();
        let sure = (1..=100).take_while(|per_cent| most * 100.0 >= f64::from(*per_cent) * all).last();
        (rank.checked_sub(1), sure.unwrap_or_default())
    }

    /// Until the answer is useful, what makes the crowd agree most; a question that would have to be asked anyway is worth
    /// up to twice as much. Afterwards what most of the crowd need.
    fn most_telling(
        &self,
        now: &Answers,
        proved: &Answers,
        open_now: &[usize],
        target: Option<usize>,
    ) -> Option<usize> {
        let open_proved = self.open(proved);
        let (answers, open) = if open_now.is_empty() { (proved, &open_proved[..]) } else { (now, open_now) };
        let needed = self.needed(answers, target);
        let need = |skill: &usize| needed[*skill];
        if self.likeliest(proved).1 >= SURE {
            return largest(open, need);
        }
        let crowd = self.members(proved, target);
        let tells = |skill: &usize| {
            simulated_people::agreement(&crowd, *skill, self.levels.len() + 1) / (2.0 - need(skill))
        };
        largest(&open_proved, tells).or_else(|| largest(open, need))
    }

    /// Which part of the crowd needs the answer to each skill to be sure of the level reached, 0 to 1.
    fn needed(&self, answers: &Answers, target: Option<usize>) -> Vec<f64> {
        let crowd = self.members(answers, target);
        let all: f64 = crowd.iter().map(|member| member.weight).sum();
        let mut parts = vec![0.0; self.ladder.skills.len()];
        for member in &crowd {
            let needed = needed_skills::needed_skills(&self.ladder, &answers.lows, member);
            parts
                .iter_mut()
                .zip(needed)
                .filter(|(_, needed)| *needed)
                .for_each(|(part, _)| *part += member.weight);
        }
        parts.into_iter().map(|part| part / all).collect()
    }
}

/// The evidence of the answers given, each as often as it was: with an open answer the same is to be expected. Below a rating
/// of 2 evidence says nothing.
fn usual_evidence(given: &[Option<(Rating, Evidence)>]) -> Vec<Evidence> {
    let telling = given.iter().flatten().filter(|(rating, _)| *rating > Rating::Studied);
    let evidence: Vec<Evidence> = telling.map(|(_, evidence)| *evidence).collect();
    if evidence.is_empty() { Evidence::all().collect() } else { evidence }
}

/// The skill with the largest value; of equals the first asked.
fn largest(skills: &[usize], value: impl Fn(&usize) -> f64) -> Option<usize> {
    let values = skills.iter().map(|skill| (*skill, value(skill)));
    let better = |best: Option<(usize, f64)>, (skill, value): (usize, f64)| match best {
        Some((_, most)) if most >= value => best,
        _ => Some((skill, value)),
    };
    values.fold(None, better).map(|(skill, _)| skill)
}
