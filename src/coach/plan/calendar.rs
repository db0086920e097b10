//! The calendar of a plan: weeks and dates as ranges, and the steps that fit before a deadline.
//!
//! Steps are done one after the other; with a deadline those that fit before it come first. The early end assumes the fewest
//! hours of each step, the late end the most. A step that needs a role has no date, since no number of hours leads there; it runs
//! beside the others, and what waits for it has no date either.

use super::Plan;
use crate::coach::fraction::Fraction;
use crate::guide::model::HourRange;
use crate::profile::about::HoursPerWeek;
use jiff::civil::Date;
use jiff::{Span, Unit};

/// The time when a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTime {
    /// It has a date.
    Dated {
        /// Weeks for this step alone, rounded up: at the fewest and at the most of its hours.
        weeks: [u32; 2],
        /// The week in which it is done, counted from 1, including all steps before it: at the fewest and at the most hours.
        by_week: [u32; 2],
    },
    /// It needs a role and time, so it has no date.
    NeedsRole,
    /// It waits for a step that has no date.
    Waits {
        /// The position of that step.
        step: usize,
    },
}

/// Whether a step is done before the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineFit {
    /// Yes, even if each step takes the most of its hours.
    Surely,
    /// Only if each step takes the fewest of its hours.
    AtBest,
    /// No, not even then.
    Not,
    /// Unknown, because the step has no date.
    Undated,
}

/// A deadline, and the steps that fit before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The date.
    pub by: Date,
    /// Whole days from the start to the deadline.
    pub days: u32,
    /// For each step of the plan, whether it fits. Steps that are too long are skipped. Empty when the hours a week aren't known.
    pub fits: Vec<DeadlineFit>,
    /// The level's lower end after the steps that fit: at the most hours, then at the fewest.
    pub low: Option<[Fraction; 2]>,
    /// Hours a week to finish all dated steps by the deadline: at the fewest and at the most.
    pub hours_per_week: [u32; 2],
}

/// The calendar of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day it starts.
    pub today: Date,
    /// Hours of learning a week; without them steps have no dates.
    pub hours_per_week: Option<HoursPerWeek>,
    /// For each step of the plan, when it is done. Empty when the hours a week aren't known.
    pub steps: Vec<StepTime>,
    /// The dates when the last dated step is done, early and late. `None` when no step has a date, or the date is beyond the calendar.
    pub done: Option<[Date; 2]>,
    /// The deadline, if there is one.
    pub deadline: Option<Deadline>,
}

/// Gives the steps of a plan their dates. A deadline `by` that isn't after `today` is ignored.
#[must_use]
pub fn calendar(
    plan: &Plan,
    hours_per_week: Option<HoursPerWeek>,
    today: Date,
    by: Option<Date>,
) -> Calendar {
    let days = by.and_then(|by| days_until(today, by));
    let budget = hours_per_week.zip(days).map(|(hours, days)| budget(hours, days));
    // At the fewest and at the most hours. One calendar for both questions: when a step is done, and whether that is in time.
    let has_date = dated(plan);
    let [fewest, most] = [0, 1].map(|end| Scenario::of(plan, &has_date, budget, end));
    let steps = hours_per_week.map_or_else(Vec::new, |hours| whens(plan, &fewest, &most, hours));
    let total = [fewest.total, most.total];
    let done = hours_per_week.filter(|_| has_date.contains(&true)).and_then(|hours| {
        let [early, late] = total.map(|end| date_after(today, end, hours));
        Some([early?, late?])
    });
    let deadline = by.zip(days).map(|(by, days)| {
        let scenarios = budget.map(|_| [&fewest, &most]);
        deadline(plan, by, days, total, scenarios)
    });
    Calendar { today, hours_per_week, steps, done, deadline }
}

/// The first and the last day of each step, in the order of the plan, if each takes the most of its hours: none for a step without a date,
/// or one beyond the calendar. The last day is that on which a calendar at the same hours a week has the step done at the latest,
/// unless it is passed over there.
#[must_use]
pub fn days(
    plan: &Plan,
    hours_per_week: HoursPerWeek,
    today: Date,
    by: Option<Date>,
) -> Vec<Option<[Date; 2]>> {
    let budget = by.and_then(|by| days_until(today, by)).map(|days| budget(hours_per_week, days));
    let most = Scenario::of(plan, &dated(plan), budget, 1);
    let span = |(step, end): (&super::Step, &Option<u32>)| {
        let end = (*end)?;
        let start = u64::from(end.saturating_sub(step.hours[1])) * 60 * 7;
        let first = days_after(today, start / u64::from(hours_per_week.minutes()))?;
        Some([first, date_after(today, end, hours_per_week)?])
    };
    plan.steps.iter().zip(&most.ends).map(span).collect()
}

/// Whole days from today, if there is one.
fn days_until(today: Date, by: Date) -> Option<u32> {
    u32::try_from(today.until((Unit::Day, by)).ok()?.get_days()).ok().filter(|days| *days > 0)
}

/// The hours that there are in so many days.
fn budget(hours_per_week: HoursPerWeek, days: u32) -> u64 {
    u64::from(hours_per_week.minutes()) * u64::from(days) / (7 * 60)
}

/// For each step whether it has a date: it needs no role, and nothing that it waits for does.
fn dated(plan: &Plan) -> Vec<bool> {
    let mut has_date: Vec<bool> = Vec::with_capacity(plan.steps.len());
    for step in &plan.steps {
        let waits = step.waits_for.iter().any(|before| has_date.get(*before) != Some(&true));
        has_date.push(!step.needs_role && !waits);
    }
    has_date
}

/// The steps one after the other, all at the fewest or all at the most of their hours.
struct Scenario {
    /// For each step the hours, summed up from the start, when it is done; nothing for one without a date.
    ends: Vec<Option<u32>>,
    /// For each step whether it is done within the budget.
    in_time: Vec<bool>,
    /// The hours of all steps with a date.
    total: u32,
}

impl Scenario {
    /// With a budget, the steps within it come first: one that is too long is passed over, with what waits for it, and done
    /// afterwards.
    fn of(plan: &Plan, has_date: &[bool], budget: Option<u64>, end: usize) -> Self {
        let in_time =
            budget.map_or_else(|| has_date.to_vec(), |budget| done_within(plan, has_date, budget, end));
        let mut scenario = Self { ends: vec![None; plan.steps.len()], in_time, total: 0 };
        for is_first in [true, false] {
            let steps = plan.steps.iter().zip(has_date).zip(&scenario.in_time).zip(&mut scenario.ends);
            for (((step, has_date), in_time), done) in steps {
                if *has_date && *in_time == is_first {
                    scenario.total =
                        scenario.total.saturating_add(step.hours.get(end).copied().unwrap_or_default());
                    *done = Some(scenario.total);
                }
            }
        }
        scenario
    }
}

/// The steps that are done within some hours, in order, at the fewest (`end` 0) or the most (1) of their hours. A step that is
/// too long is skipped together with the steps that wait for it; the others go on.
fn done_within(plan: &Plan, has_date: &[bool], budget: u64, end: usize) -> Vec<bool> {
    let mut spent = 0;
    let mut done: Vec<bool> = Vec::with_capacity(plan.steps.len());
    for (step, has_date) in plan.steps.iter().zip(has_date) {
        let hours = step.hours.get(end).copied().map_or(0, u64::from);
        let is_free = step.waits_for.iter().all(|before| done.get(*before).copied().unwrap_or_default());
        let fits = *has_date && is_free && spent + hours <= budget;
        spent += if fits { hours } else { 0 };
        done.push(fits);
    }
    done
}

fn whens(plan: &Plan, fewest: &Scenario, most: &Scenario, hours_per_week: HoursPerWeek) -> Vec<StepTime> {
    let weeks = |hours: HourRange| hours.map(|hours| hours_per_week.weeks_for(hours));
    let is_undated = |at: &usize| most.ends.get(*at).is_none_or(Option::is_none);
    let when = |((step, early), late): ((&super::Step, &Option<u32>), &Option<u32>)| match (early, late) {
        // A step that is passed over at the fewest hours only is done sooner at the most.
        (Some(early), Some(late)) => {
            let ends = [*early.min(late), *early.max(late)];
            StepTime::Dated { weeks: weeks(step.hours), by_week: weeks(ends) }
        }
        (None, _) | (_, None) if step.needs_role => StepTime::NeedsRole,
        (None, _) | (_, None) => {
            let undated = step.waits_for.iter().copied().find(is_undated);
            StepTime::Waits { step: undated.unwrap_or_default() }
        }
    };
    plan.steps.iter().zip(&fewest.ends).zip(&most.ends).map(when).collect()
}

/// The day on which `hours` of work are done at this many hours a week.
fn date_after(today: Date, hours: u32, hours_per_week: HoursPerWeek) -> Option<Date> {
    days_after(today, (u64::from(hours) * 60 * 7).div_ceil(u64::from(hours_per_week.minutes())))
}

fn days_after(today: Date, days: u64) -> Option<Date> {
    let span = Span::new().try_days(i64::try_from(days).ok()?).ok()?;
    today.checked_add(span).ok()
}

/// What fits by then; `scenarios` are those at the fewest and at the most hours, where the hours a week are known.
fn deadline(
    plan: &Plan,
    by: Date,
    days: u32,
    total: HourRange,
    scenarios: Option<[&Scenario; 2]>,
) -> Deadline {
    let needed = total.map(|hours| {
        let hours = (u64::from(hours) * 7).div_ceil(u64::from(days));
        u32::try_from(hours).unwrap_or(u32::MAX)
    });
    // What a step adds doesn't depend on the others, so the gains of those that are done add up.
    let low_with = |scenario: &Scenario| {
        let gains =
            plan.steps.iter().zip(&scenario.in_time).filter(|(_, done)| **done).map(|(step, _)| step.gain);
        plan.before.low + gains.sum::<Fraction>()
    };
    let fits = scenarios.map_or_else(Vec::new, |[fewest, most]| {
        let steps = most.ends.iter().zip(&most.in_time).zip(&fewest.in_time);
        let fit =
            |((end, at_most), at_fewest): ((&Option<u32>, &bool), &bool)| match (end, at_most, at_fewest) {
                (None, ..) => DeadlineFit::Undated,
                (Some(_), true, true) => DeadlineFit::Surely,
                (Some(_), false, false) => DeadlineFit::Not,
                (Some(_), true, false) | (Some(_), false, true) => DeadlineFit::AtBest,
            };
        steps.map(fit).collect()
    });
    let low = scenarios.map(|[fewest, most]| {
        let least = low_with(most);
        [least, low_with(fewest).max(least)]
    });
    Deadline { by, days, low, hours_per_week: needed, fits }
}
