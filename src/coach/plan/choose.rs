//! Chooses the skills to raise, how far, and the skills to prove: as few steps as possible that need a role, then the fewest hours.
//!
//! Without prerequisites this is a knapsack problem: each skill offers a few choices, each with a cost and a gain in the level's
//! lower end, which must come up to the threshold. A table over the sum of gains solves it exactly. When the solution raises a
//! skill without its prerequisite, the search branches: one branch raises the prerequisite, the other leaves the skill alone. The
//! cheaper branch wins.

use super::SHOWN;
use crate::coach::fraction::Fraction;
use crate::coach::score::{self, LevelScore, MustHaveState};
use crate::guide::id::SkillId;
use crate::guide::model::{HourRange, Level, Library, Scoring, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Rated, Ratings};

/// Half-steps over a requirement of 1 to 5 have this common denominator.
const PARTS: u64 = 120;
/// The cost of a step that needs a role: more than any number of hours.
const ROLE: u64 = 1 << 40;
/// Maximum number of tables to fill; after that the search takes the best plan found so far.
const MAX_TABLES: u32 = 400;

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
    let total: u64 = level.asks.iter().map(|ask| u64::from(ask.weight)).sum();
    let whole = PARTS * total.max(1);
    offer(&mut candidates, level, scoring, ratings, whole);
    let now = score::score_level(level, scoring, ratings);
    let mut needed = whole_up(Fraction::percent(scoring.threshold).times(whole));
    // A skill that the library doesn't have can't be worked on, but it counts in the score.
    for part in &now.skills {
        if !candidates.iter().any(|candidate| candidate.skill.id == part.ask.skill) {
            needed = needed.saturating_sub(parts(part.low, whole));
        }
    }
    let mut search = PlanSearch::new(&candidates, needed);
    search.run(&Bounds::free(candidates.len()));
    let is_shortest = search.tables < MAX_TABLES;
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

/// Fills in the choices for each skill. Their values come from the score itself, so that plan and score can't differ.
fn offer(candidates: &mut [Candidate<'_>], level: &Level, scoring: &Scoring, ratings: &Ratings, whole: u64) {
    let score_with = |change: &dyn Fn(&Candidate<'_>) -> Option<Rated>| {
        let mut changed = ratings.clone();
        for candidate in candidates.iter() {
            if let Some(rated) = change(candidate) {
                changed.0.insert(candidate.skill.id.clone(), rated);
            }
        }
        score::score_level(level, scoring, &changed)
    };
    let now = score_with(&|_| None);
    let proved = score_with(&|candidate| (!candidate.is_unrated).then(|| Rated::new(candidate.now, SHOWN)));
    let raised: Vec<(Rating, LevelScore)> =
        Rating::all().map(|to| (to, score_with(&|_| Some(Rated::new(to, SHOWN))))).collect();
    let caps: Vec<Rating> = candidates.iter().map(|candidate| cap(candidate, candidates, level)).collect();
    for (candidate, cap) in candidates.iter_mut().zip(caps) {
        let id = &candidate.skill.id;
        let choice = |score: &LevelScore, rating: Rating, cost: u64| Choice {
            rating,
            raises: rating > candidate.now,
            proves: false,
            cost,
            value: score.skill(id).map_or(0, |part| parts(part.low, whole)),
            meets: score
                .must_haves
                .iter()
                .all(|floor| floor.skill != *id || floor.state == MustHaveState::Met),
        };
        let mut choices = vec![choice(&now, candidate.now, 0)];
        let has_doubt = ratings.answer(id).is_some_and(|(_, evidence)| evidence < Evidence::Link);
        let shown = choice(&proved, candidate.now, 2 * u64::from(candidate.proof_hours));
        if has_doubt && (shown.value, shown.meets) > (choices[0].value, choices[0].meets) {
            choices.push(Choice { proves: true, ..shown });
        }
        let mut cost = 0;
        for (to, score) in raised.iter().filter(|(to, _)| *to > candidate.now && *to <= cap) {
            let [from, most] = candidate.hours_to(*to);
            cost += u64::from(from) + u64::from(most);
            cost += if *to >= Rating::Leading { ROLE } else { 0 };
            choices.push(choice(score, *to, cost));
        }
        candidate.choices = choices;
    }
}

/// The highest rating that is any use to the level.
fn cap(candidate: &Candidate<'_>, candidates: &[Candidate<'_>], level: &Level) -> Rating {
    let required = level.ask(&candidate.skill.id).map(|ask| ask.required);
    let needed = candidates.iter().flat_map(|other| &other.skill.prerequisites);
    let needed = needed.filter(|needed| needed.skill == candidate.skill.id).map(|needed| needed.at_least);
    required.into_iter().chain(needed).max().unwrap_or(Rating::None)
}

fn parts(share: Fraction, whole: u64) -> u64 {
    share.times(whole).percent_down() / 100
}

fn whole_up(number: Fraction) -> u64 {
    number.percent_up().div_ceil(100)
}

const fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
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
    /// The sum that the values must reach, in `unit`s.
    needed: usize,
    unit: u64,
    tables: u32,
    best: Option<(u64, Vec<usize>)>,
}

impl<'c, 'a> PlanSearch<'c, 'a> {
    fn new(candidates: &'c [Candidate<'a>], needed: u64) -> Self {
        let values = candidates.iter().flat_map(|candidate| &candidate.choices).map(|choice| choice.value);
        let unit = values.fold(0, greatest_common_divisor).max(1);
        let needed = usize::try_from(needed.div_ceil(unit)).unwrap_or(usize::MAX);
        Self { candidates, needed, unit, tables: 0, best: None }
    }

    fn run(&mut self, bounds: &Bounds) {
        if self.tables >= MAX_TABLES {
            return;
        }
        self.tables += 1;
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
        let cells = self.needed.checked_add(1)?;
        let mut costs: Vec<Option<u64>> = vec![None; cells];
        costs[0] = Some(0);
        // For each skill and sum, the choice made and the sum before it.
        let mut ways: Vec<Vec<(usize, usize)>> = Vec::with_capacity(self.candidates.len());
        for (i, candidate) in self.candidates.iter().enumerate() {
            let mut next: Vec<Option<u64>> = vec![None; cells];
            let mut way = vec![(0, 0); cells];
            let allowed = candidate.choices.iter().enumerate().filter(|(_, choice)| {
                choice.meets && choice.rating >= bounds.least[i] && !(bounds.left_alone[i] && choice.raises)
            });
            for (nth, choice) in allowed {
                let value = usize::try_from(choice.value / self.unit).unwrap_or(usize::MAX);
                for (sum, cost) in costs.iter().enumerate() {
                    let Some(cost) = cost.map(|cost| cost + choice.cost) else { continue };
                    let reached = sum.saturating_add(value).min(self.needed);
                    if next[reached].is_none_or(|known| cost < known) {
                        next[reached] = Some(cost);
                        way[reached] = (nth, sum);
                    }
                }
            }
            costs = next;
            ways.push(way);
        }
        let cost = costs[self.needed]?;
        let mut sum = self.needed;
        let mut picks: Vec<usize> = ways
            .iter()
            .rev()
            .map(|way| {
                let (nth, before) = way[sum];
                sum = before;
                nth
            })
            .collect();
        picks.reverse();
        Some((cost, picks))
    }
}
