//! Which skills to raise, how far, and which to prove: as few steps as possible that need a role, then the fewest hours.
//!
//! Without prerequisites this is a knapsack: each skill offers a few choices, each with a cost and with what it adds to the
//! level's lower end, which has to come up to the threshold. A table over that sum solves it exactly. Where the answer
//! raises a skill without its prerequisite, the search goes on with both ways out, the prerequisite raised or the skill
//! left alone, and keeps the cheaper.

use super::SHOWN;
use crate::coach::fraction::Fraction;
use crate::coach::score::{self, LevelScore, MustHaveState};
use crate::guide::id::SkillId;
use crate::guide::model::{HourRange, Level, Library, Scoring, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Rated, Ratings};

/// Half-steps over a requirement of 1 to 5 have this common denominator.
const PARTS: u64 = 120;
/// A step that needs a role costs more than any number of hours.
const ROLE: u64 = 1 << 40;
/// So many tables are filled before the search is content with the best plan found so far.
const MOST_TABLES: u32 = 400;

/// What can be done with one skill.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The rating that it ends at.
    pub rating: Rating,
    /// Whether the rating rises.
    pub raises: bool,
    /// Whether the rating that is there gets shown.
    pub proves: bool,
    /// Roles, then twice the middle of the hours.
    cost: u64,
    /// What the skill then adds to the level's lower end, in parts of the whole.
    value: u64,
    /// Whether the level's must-have on this skill, if any, is then met.
    meets: bool,
}

/// A skill that the level asks, or that one of its skills builds on.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// Its record.
    pub skill: &'a Skill,
    /// The rating now; 0 where there is none.
    pub now: Rating,
    /// Whether there is none.
    pub is_unrated: bool,
    /// Whether the level asks for it.
    pub is_asked: bool,
    /// The floor of its must-have, if it has one.
    pub floor: Option<Rating>,
    /// Hours that showing a rating takes.
    pub proof_hours: u32,
    /// To leave it alone, to prove it, or to raise it so far.
    choices: Vec<Choice>,
}

impl Candidate<'_> {
    /// Hours of the step up to a rating.
    pub fn hours_to(&self, rating: Rating) -> HourRange {
        self.skill.hours.to(rating).unwrap_or_default()
    }
}

/// The candidates with the choice for each.
pub struct Chosen<'a> {
    /// Asked skills in the order of the level, then what they build on.
    pub candidates: Vec<Candidate<'a>>,
    /// For each candidate the choice.
    picks: Vec<usize>,
    /// The whole in the parts that values are counted in.
    whole: u64,
    /// Whether the search went through to its end.
    pub is_shortest: bool,
}

impl Chosen<'_> {
    /// What is chosen for a candidate; nothing where no plan leads to the level.
    pub fn pick(&self, candidate: usize) -> Option<&Choice> {
        self.candidates.get(candidate)?.choices.get(*self.picks.get(candidate)?)
    }

    /// What a step of a candidate that ends at a rating adds to the level's lower end.
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

/// Chooses for every skill that matters to the level.
pub fn choose<'a>(library: &'a Library, level: &Level, scoring: &Scoring, ratings: &Ratings) -> Chosen<'a> {
    let mut candidates = candidates(library, level, scoring, ratings);
    let total: u64 = level.asks.iter().map(|ask| u64::from(ask.weight)).sum();
    let whole = PARTS * total.max(1);
    offer(&mut candidates, level, scoring, ratings, whole);
    let now = score::score_level(level, scoring, ratings);
    let mut needed = whole_up(Fraction::percent(scoring.threshold).times(whole));
    // A skill that the library doesn't know can't be worked on, but it counts.
    for part in &now.skills {
        if !candidates.iter().any(|candidate| candidate.skill.id == part.ask.skill) {
            needed = needed.saturating_sub(parts(part.low, whole));
        }
    }
    let mut search = PlanSearch::new(&candidates, needed);
    search.run(&Bounds::free(candidates.len()));
    let is_shortest = search.tables < MOST_TABLES;
    let picks = search.best.map(|(_, picks)| picks).unwrap_or_default();
    Chosen { candidates, picks, whole, is_shortest }
}

/// The skills that the level asks, then all that these build on.
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

/// Fills in what can be done with each skill. The values come from the score itself, so that plan and score can't differ.
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

/// The highest rating that can be of use.
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

/// What a branch of the search has decided.
#[derive(Debug, Clone)]
struct Bounds {
    /// The rating that each skill has to come up to.
    least: Vec<Rating>,
    /// The skills that may not be raised.
    left_alone: Vec<bool>,
}

impl Bounds {
    fn free(skills: usize) -> Self {
        Self { least: vec![Rating::None; skills], left_alone: vec![false; skills] }
    }
}

struct PlanSearch<'c, 'a> {
    candidates: &'c [Candidate<'a>],
    /// What the values have to sum up to, in `unit`s.
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
        if self.tables >= MOST_TABLES {
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

    /// A skill that is raised though another that it builds on stays too low.
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

    /// The cheapest choices within the bounds, prerequisites aside.
    fn cheapest(&self, bounds: &Bounds) -> Option<(u64, Vec<usize>)> {
        let cells = self.needed.checked_add(1)?;
        let mut costs: Vec<Option<u64>> = vec![None; cells];
        costs[0] = Some(0);
        // For each skill and sum: the choice, and the sum before it.
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
