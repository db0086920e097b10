//! The plan to a level: steps in a workable order, with hours and a calendar.
//!
//! First `choose` picks the skills to raise or to prove: as few steps as possible that need a role, then the fewest hours, each
//! range taken at its middle. Then `order` sorts the chosen steps: what can be proved this week, unmet must-haves, then by gain per
//! hour. Finally, `calendar` gives the steps their dates.
//!
//! Two conventions apply. Raising a skill includes proving it, so the result counts as a link. A skill without a rating is
//! planned from 0 and listed as a question to answer first, because a plan can only start from known ratings.

pub mod calendar;
mod cheapest;
mod choose;
mod order;

use super::assessment::assess_level;
use super::fraction::Fraction;
use super::running_score::RunningScore;
use super::score::{self, LevelScore, MustHaveState, Standing, Verdict};
use crate::guide::id::SkillId;
use crate::guide::model::{Guide, HourRange, Level, Library, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::HoursPerWeek;
use crate::profile::model::{Rated, Ratings};
use std::cmp::Reverse;

/// The evidence after each step: others can check it.
pub const SHOWN: Evidence = Evidence::Link;

/// The kind of a step: raise a rating, or prove one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Work from one rating to the next.
    Raise {
        /// The rating before.
        from: Rating,
        /// The rating after, one higher.
        to: Rating,
    },
    /// Prove a rating whose evidence is a claim or an example.
    Prove {
        /// The rating.
        rating: Rating,
    },
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The skill.
    pub skill: SkillId,
    /// What to do.
    pub kind: StepKind,
    /// The hours of work, from and to.
    pub hours: HourRange,
    /// Whether it also needs a role and time, as every step to 4 or 5 does; hours alone aren't enough then.
    pub needs_role: bool,
    /// Whether it starts at 0 only because the skill isn't rated.
    pub from_unrated: bool,
    /// The must-have that it works towards, in its state at the start of the plan; never a met one.
    pub must_have: Option<(Rating, MustHaveState)>,
    /// The gain in the level's lower end; 0 for a step that only prepares others.
    pub gain: Fraction,
    /// The level's lower end after the step.
    pub low_after: Fraction,
    /// Positions in the plan of the steps to finish before this one.
    pub waits_for: Vec<usize>,
    /// The other skills whose steps in the plan wait for this one.
    pub opens: Vec<SkillId>,
}

/// A skill to rate first, since a rating above 0 makes the plan shorter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The skill.
    pub skill: SkillId,
    /// Number of steps that the plan has for it only because it isn't rated.
    pub steps: usize,
    /// The hours of these steps, apart from those that need a role.
    pub hours: HourRange,
}

/// A plan to a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The score now.
    pub before: LevelScore,
    /// The score after all steps; *ready*, unless no plan can satisfy the guide's data.
    pub after: LevelScore,
    /// The steps in order; none when the level is ready.
    pub steps: Vec<Step>,
    /// The unrated skills that the level requires or that its steps build on, those that take most hours first. Empty when no
    /// step is needed.
    pub questions: Vec<OpenQuestion>,
    /// Lower levels that aren't ready after the plan, so that the level would be ready but not reached.
    pub blocked_by: Vec<LevelScore>,
    /// Whether the level would also be ready if every step ended with an example instead of a link.
    pub examples_enough: bool,
    /// For a level that is ready, the proofs that would still raise its lower end, the largest gain first; otherwise none.
    pub surer: Vec<Step>,
    /// Whether the plan is known to need the fewest roles and, among those plans, the fewest hours. False when the search was cut
    /// short.
    pub is_shortest: bool,
}

/// When a step is due, in words rather than dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Proofs that fit this week's hours, one after the other.
    ThisWeek,
    /// What comes after them.
    Then,
    /// From here on, all steps need a role or wait for one that does.
    Later,
}

impl Plan {
    /// The positions of at most `most` steps to begin with: the first ones, the last of which makes way for the first step to an unmet
    /// must-have where that comes later. Nothing else blocks the level for certain, so it is always in view.
    #[must_use]
    pub fn beginning(&self, most: usize) -> Vec<usize> {
        let mut first: Vec<usize> = (0..self.steps.len().min(most)).collect();
        let blocks = |step: &Step| step.must_have.is_some_and(|(_, state)| state == MustHaveState::Unmet);
        if let (Some(last), Some(blocking)) = (first.last_mut(), self.steps.iter().position(blocks)) {
            *last = blocking.max(*last);
            first.sort_unstable();
        }
        first
    }

    /// The phase of each step, in the order of the steps: it never goes back. Without hours a week the usual ones count.
    #[must_use]
    pub fn phases(&self, hours_per_week: Option<HoursPerWeek>) -> Vec<Phase> {
        let budget = u64::from(hours_per_week.unwrap_or(HoursPerWeek::USUAL).minutes());
        let mut spent = 0;
        let this_week = self.steps.iter().take_while(|step| {
            spent += 60 * u64::from(step.hours[1]);
            matches!(step.kind, StepKind::Prove { .. }) && spent <= budget
        });
        let this_week = this_week.count();
        let mut needs_role: Vec<bool> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let waits = step.waits_for.iter().any(|before| needs_role.get(*before) == Some(&true));
            needs_role.push(step.needs_role || waits);
        }
        let later = needs_role.iter().rposition(|needs_role| !needs_role).map_or(0, |last| last + 1);
        let phase = |at| match at {
            at if at < this_week => Phase::ThisWeek,
            at if at < later => Phase::Then,
            _ => Phase::Later,
        };
        (0..self.steps.len()).map(phase).collect()
    }

    /// The total hours of all steps that don't need a role.
    #[must_use]
    pub fn hours(&self) -> HourRange {
        sum(self.steps.iter().filter(|step| !step.needs_role))
    }

    /// The steps that need a role and time.
    #[must_use]
    pub fn role_steps(&self) -> usize {
        self.steps.iter().filter(|step| step.needs_role).count()
    }
}

fn sum<'a>(steps: impl Iterator<Item = &'a Step>) -> HourRange {
    steps.fold([0, 0], |[from, to], step| {
        [from.saturating_add(step.hours[0]), to.saturating_add(step.hours[1])]
    })
}

/// Plans the steps to a level of the guide, for somebody with these hours a week, or the usual ones.
#[must_use]
pub fn plan(
    library: &Library,
    guide: &Guide,
    level: &Level,
    ratings: &Ratings,
    hours_per_week: Option<HoursPerWeek>,
) -> Plan {
    let scoring = &guide.scoring;
    let before = assess_level(guide, level, ratings);
    let chosen = choose::choose(library, level, scoring, ratings);
    let drafts = match before.verdict {
        Verdict::Ready => Vec::new(),
        Verdict::NotYet | Verdict::Undetermined => {
            order::order(&chosen, hours_per_week.unwrap_or(HoursPerWeek::USUAL))
        }
    };
    let mut reached = ratings.clone();
    let mut running = RunningScore::of(level, scoring, ratings);
    let mut steps: Vec<Step> = Vec::new();
    for draft in drafts {
        if running.own_standing() == Standing::Ready {
            break;
        }
        let now = ratings.answer(&draft.skill).map_or(Rating::None, |(rating, _)| rating);
        let [low, _] = running.ends();
        reached.0.insert(draft.skill.clone(), Rated::new(draft.ends_at(), SHOWN));
        running.set_skill(&draft.skill, Some((draft.ends_at(), SHOWN)));
        let [low_after, _] = running.ends();
        steps.push(Step {
            needs_role: draft.ends_at() >= Rating::Leading && matches!(draft.kind, StepKind::Raise { .. }),
            from_unrated: ratings.answer(&draft.skill).is_none(),
            must_have: must_have(level, &before, now, &draft),
            gain: low_after.minus(low),
            low_after,
            opens: Vec::new(),
            skill: draft.skill,
            kind: draft.kind,
            hours: draft.hours,
            waits_for: draft.waits_for,
        });
    }
    let after = if steps.is_empty() { before.clone() } else { assess_level(guide, level, &reached) };
    note_opened(&mut steps);
    Plan {
        questions: if steps.is_empty() { Vec::new() } else { questions(&chosen, &steps) },
        blocked_by: blocked_by(guide, level, &reached),
        examples_enough: examples_enough(guide, level, ratings, &steps),
        is_shortest: chosen.is_shortest,
        surer: surer(&before, scoring),
        before,
        after,
        steps,
    }
}

/// The must-have that a step works towards: an unmet one until its floor, an open one with its first step.
fn must_have(
    level: &Level,
    before: &LevelScore,
    now: Rating,
    draft: &order::Draft,
) -> Option<(Rating, MustHaveState)> {
    let floor = level.ask(&draft.skill)?.must_have?;
    let state = before.must_haves.iter().find(|must_have| must_have.skill == draft.skill)?.state;
    let helps = draft.starts_at() < floor || draft.starts_at() == now;
    (helps && state != MustHaveState::Met).then_some((floor, state))
}

/// The proofs that would remove a remaining doubt from a ready level.
fn surer(score: &LevelScore, scoring: &Scoring) -> Vec<Step> {
    if score.verdict != Verdict::Ready {
        return Vec::new();
    }
    let doubtful = score.skills.iter().filter_map(|part| Some((part, part.answer?)));
    let mut steps: Vec<Step> = doubtful
        .filter(|(part, _)| part.doubt() > Fraction::ZERO)
        .map(|(part, (rating, _))| Step {
            skill: part.ask.skill.clone(),
            kind: StepKind::Prove { rating },
            hours: [scoring.proof_hours; 2],
            needs_role: false,
            from_unrated: false,
            must_have: None,
            gain: part.doubt(),
            low_after: score.low + part.doubt(),
            waits_for: Vec::new(),
            opens: Vec::new(),
        })
        .collect();
    steps.sort_by_key(|step| Reverse(step.gain));
    steps
}

fn note_opened(steps: &mut [Step]) {
    for i in 0..steps.len() {
        let skill = steps[i].skill.clone();
        for before in steps[i].waits_for.clone() {
            let Some(opener) = steps.get_mut(before) else { continue };
            if opener.skill != skill && !opener.opens.contains(&skill) {
                opener.opens.push(skill.clone());
            }
        }
    }
}

fn questions(chosen: &choose::Chosen<'_>, steps: &[Step]) -> Vec<OpenQuestion> {
    let mut questions: Vec<OpenQuestion> = chosen
        .candidates
        .iter()
        .map(|candidate| {
            let of_skill = || steps.iter().filter(|step| step.skill == candidate.skill.id);
            let question = OpenQuestion {
                skill: candidate.skill.id.clone(),
                steps: of_skill().count(),
                hours: sum(of_skill().filter(|step| !step.needs_role)),
            };
            (candidate, question)
        })
        .filter(|(candidate, question)| candidate.is_unrated && (candidate.is_asked || question.steps > 0))
        .map(|(_, question)| question)
        .collect();
    questions.sort_by_key(|question| Reverse(question.hours.map(u64::from).iter().sum::<u64>()));
    questions
}

fn blocked_by(guide: &Guide, level: &Level, reached: &Ratings) -> Vec<LevelScore> {
    guide
        .predecessors(level)
        .map(|below| score::score_level(below, &guide.scoring, reached))
        .filter(|below| below.verdict != Verdict::Ready)
        .collect()
}

fn examples_enough(guide: &Guide, level: &Level, ratings: &Ratings, steps: &[Step]) -> bool {
    let mut told = ratings.clone();
    for step in steps {
        let rating = match step.kind {
            StepKind::Raise { to, .. } => to,
            StepKind::Prove { rating } => rating,
        };
        told.0.insert(step.skill.clone(), Rated::new(rating, Evidence::Example));
    }
    score::score_level(level, &guide.scoring, &told).verdict == Verdict::Ready
}
