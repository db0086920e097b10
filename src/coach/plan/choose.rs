//! Chooses the skills to raise, how far, and the skills to prove: as few steps as possible that need a role, then the fewest hours.
//!
//! Without prerequisites this is a knapsack problem, which [`cheapest`] solves: each skill offers a few choices, each with a cost and
//! a contribution to the level's lower end, which must come up to the threshold. When the solution raises a
//! skill without its prerequisite, the search branches: one branch raises the prerequisite, the other leaves the skill alone. The
//! cheaper branch wins.

use super::SHOWN;
use super::cheapest::{Offer, cheapest};
use crate::coach::fraction::Fraction;
use crate::coach::score::{Answer, Interval, MustHaveState, contribution, whole};
use crate::guide::id::SkillId;
use crate::guide::model::{Ask, HourRange, Level, Library, Scoring, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// The cost of a step that needs a role: more than any number of hours.
const ROLE: u64 = 1 << 40;
/// Maximum number of branches to try; after that the search takes the best plan found so far.
const MAX_BRANCHES: u32 = 400;

/// A choice for one skill.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The rating after it.
    pub rating: Rating,
    /// Whether it raises the rating.
    pub raises: bool,
    /// Whether it proves the present rating.
    pub proves: bool,
    /// The cost: roles, then twice the middle of the hours.
    cost: u64,
    /// The skill's contribution to the level's lower end after it, in parts of the total.
    value: u64,
    /// Whether the level's must-have on this skill is met after it; true when there is none.
    meets: bool,
}

/// A skill that the level requires, or that one of its skills builds on.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// The skill record.
    pub skill: &'a Skill,
    /// The present rating; 0 when not rated.
    pub now: Rating,
    /// Whether it isn't rated.
    pub is_unrated: bool,
    /// Whether the level requires it.
    pub is_asked: bool,
    /// The floor of its must-have, if any.
    pub floor: Option<Rating>,
    /// Hours of work to show a proof.
    pub proof_hours: u32,
    /// The choices: leave it alone, prove it, or raise it to some rating.
    choices: Vec<Choice>,
}

impl Candidate<'_> {
    /// Hours of the step up to this rating.
    pub fn hours_to(&self, rating: Rating) -> HourRange {
        self.skill.hours.to(rating).unwrap_or_default()
    }
}

/// All candidates, each with the choice made.
pub struct Chosen<'a> {
    /// The required skills in the order of the level, then the skills that they build on.
    pub candidates: Vec<Candidate<'a>>,
    /// The choice for each candidate.
    picks: Vec<usize>,
    /// The total, in the parts that values are counted in.
    whole: u64,
    /// Whether the search was complete.
    pub is_shortest: bool,
}

impl Chosen<'_> {
    /// The choice for a candidate; `None` when no plan reaches the level.
    pub fn pick(&self, candidate: usize) -> Option<&Choice> {
        self.candidates.get(candidate)?.choices.get(*self.picks.get(candidate)?)
    }

    /// The gain in the level's lower end from a candidate's step up to this rating.
    pub fn gain(&self, candidate: &Candidate<'_>, to: Rating) -> Fraction {
        let at = |rating: Rating| {
            let shown = candidate.choices.iter().rfind(|choice| choice.rating == rating);
            shown.map_or(0, |choice| choice.value)
        };
        let start = candidate.choices.first().map_or(0, |stay| stay.value);
        let before = candidate
            .choices
            .iter()
            .rfind(|choice| choice.rating < to && choice.raises)
            .map_or(start, |choice| choice.value);
        Fraction::new(at(to).saturating_sub(before), self.whole)
    }
}

/// Makes a choice for every skill that matters to the level.
pub fn choose<'a>(library: &'a Library, level: &Level, scoring: &Scoring, ratings: &Ratings) -> Chosen<'a> {
    let mut candidates = candidates(library, level, scoring, ratings);
    let caps: Vec<Rating> = candidates.iter().map(|candidate| cap(candidate, &candidates, level)).collect();
    for (candidate, cap) in candidates.iter_mut().zip(caps) {
        candidate.choices = choices(candidate, cap, level.ask(&candidate.skill.id), scoring, ratings);
    }
    let whole = whole(&level.asks);
    let mut needed = (whole * u64::from(scoring.threshold)).div_ceil(100);
    // A skill that the library doesn't have can't be worked on, but it counts in the score.
    for ask in level.asks.iter().filter(|ask| library.skill(&ask.skill).is_none()) {
        let low = Interval::of(ratings.answer(&ask.skill), scoring).low;
        needed = needed.saturating_sub(contribution(ask, low));
    }
    let mut search = PlanSearch { candidates: &candidates, needed, branches: 0, best: None };
    search.run(&Bounds::free(candidates.len()));
    let is_shortest = search.branches < MAX_BRANCHES;
    let picks = search.best.map(|(_, picks)| picks).unwrap_or_default();
    Chosen { candidates, picks, whole, is_shortest }
}

/// The skills that the level requires, then all skills that these build on.
fn candidates<'a>(
    library: &'a Library,
    level: &Level,
    scoring: &Scoring,
    ratings: &Ratings,
) -> Vec<Candidate<'a>> {
    let mut skills: Vec<&Skill> = level.asks.iter().filter_map(|ask| library.skill(&ask.skill)).collect();
    let mut i = 0;
    while let Some(skill) = skills.get(i) {
        for needed in skill.prerequisites.iter().filter_map(|needed| library.skill(&needed.skill)) {
            if !skills.iter().any(|known| known.id == needed.id) {
                skills.push(needed);
            }
        }
        i += 1;
    }
    skills
        .into_iter()
        .map(|skill| {
            let ask = level.ask(&skill.id);
            let answer = ratings.answer(&skill.id);
            Candidate {
                skill,
                now: answer.map_or(Rating::None, |(rating, _)| rating),
                is_unrated: answer.is_none(),
                is_asked: ask.is_some(),
                floor: ask.and_then(|ask| ask.must_have),
                proof_hours: scoring.proof_hours,
                choices: Vec::new(),
            }
        })
        .collect()
}

/// The choices for a skill, by the scorer's own numbers, so that plan and score can't differ.
fn choices(
    candidate: &Candidate<'_>,
    cap: Rating,
    ask: Option<&Ask>,
    scoring: &Scoring,
    ratings: &Ratings,
) -> Vec<Choice> {
    let choice = |rating: Rating, answer: Answer, cost: u64| Choice {
        rating,
        raises: rating > candidate.now,
        proves: false,
        cost,
        value: ask.map_or(0, |ask| contribution(ask, Interval::of(answer, scoring).low)),
        meets: ask
            .and_then(|ask| ask.must_have)
            .is_none_or(|floor| MustHaveState::of(floor, answer, scoring) == MustHaveState::Met),
    };
    let now = ratings.answer(&candidate.skill.id);
    let stay = choice(candidate.now, now, 0);
    let mut choices = vec![stay.clone()];
    if now.is_some_and(|(_, evidence)| evidence < Evidence::Link) {
        let cost = 2 * u64::from(candidate.proof_hours);
        let proved = choice(candidate.now, Some((candidate.now, SHOWN)), cost);
        if (proved.value, proved.meets) > (stay.value, stay.meets) {
            choices.push(Choice { proves: true, ..proved });
        }
    }
    let mut cost = 0;
    for to in Rating::all().filter(|to| *to > candidate.now && *to <= cap) {
        let [from, most] = candidate.hours_to(to);
        cost += u64::from(from) + u64::from(most);
        cost += if to >= Rating::Leading { ROLE } else { 0 };
        choices.push(choice(to, Some((to, SHOWN)), cost));
    }
    choices
}

/// The highest rating that is any use to the level.
fn cap(candidate: &Candidate<'_>, candidates: &[Candidate<'_>], level: &Level) -> Rating {
    let required = level.ask(&candidate.skill.id).map(|ask| ask.required);
    let needed = candidates.iter().flat_map(|other| &other.skill.prerequisites);
    let needed = needed.filter(|needed| needed.skill == candidate.skill.id).map(|needed| needed.at_least);
    required.into_iter().chain(needed).max().unwrap_or(Rating::None)
}

/// The decisions of one branch of the search.
#[derive(Debug, Clone)]
struct Bounds {
    /// The minimum rating for each skill.
    least: Vec<Rating>,
    /// Whether each skill must not be raised.
    left_alone: Vec<bool>,
}

impl Bounds {
    fn free(skills: usize) -> Self {
        Self { least: vec![Rating::None; skills], left_alone: vec![false; skills] }
    }
}

struct PlanSearch<'c, 'a> {
    candidates: &'c [Candidate<'a>],
    /// The sum that the values must reach.
    needed: u64,
    branches: u32,
    best: Option<(u64, Vec<usize>)>,
}

impl PlanSearch<'_, '_> {
    fn run(&mut self, bounds: &Bounds) {
        if self.branches >= MAX_BRANCHES {
            return;
        }
        self.branches += 1;
        let Some((cost, picks)) = self.cheapest(bounds) else { return };
        if self.best.as_ref().is_some_and(|(best, _)| *best <= cost) {
            return;
        }
        let Some((skill, needed, at_least)) = self.unprepared(&picks) else {
            self.best = Some((cost, picks));
            return;
        };
        let mut prepared = bounds.clone();
        prepared.least[needed] = at_least;
        self.run(&prepared);
        let mut without = bounds.clone();
        without.left_alone[skill] = true;
        self.run(&without);
    }

    /// A skill that is raised although one that it builds on stays too low.
    fn unprepared(&self, picks: &[usize]) -> Option<(usize, usize, Rating)> {
        let ends = |i: usize| &self.candidates[i].choices[picks[i]];
        (0..picks.len()).filter(|i| ends(*i).raises).find_map(|i| {
            self.candidates[i].skill.prerequisites.iter().find_map(|needed| {
                let other = self.position(&needed.skill)?;
                (ends(other).rating < needed.at_least).then_some((i, other, needed.at_least))
            })
        })
    }

    fn position(&self, skill: &SkillId) -> Option<usize> {
        self.candidates.iter().position(|candidate| candidate.skill.id == *skill)
    }

    /// The cheapest choices within the bounds, without regard to prerequisites.
    fn cheapest(&self, bounds: &Bounds) -> Option<(u64, Vec<usize>)> {
        let bounds = bounds.least.iter().zip(&bounds.left_alone);
        let items = self.candidates.iter().zip(bounds).map(|(candidate, (least, left_alone))| {
            let choices = candidate.choices.iter().enumerate();
            let allowed = choices.filter(|(_, choice)| {
                choice.meets && choice.rating >= *least && !(*left_alone && choice.raises)
            });
            allowed.map(|(nth, choice)| Offer { nth, cost: choice.cost, value: choice.value }).collect()
        });
        cheapest(&items.collect::<Vec<_>>(), self.needed)
    }
}
