//! A plan in time: weeks and days as ranges, and what fits until a date.
//!
//! Steps are done one after the other. The early end counts each at the fewest of its hours, the late end at the most. A
//! step that needs a role has no date, since no number of hours leads there; it runs beside the others, and what waits
//! for it has no date either.

use super::Plan;
use crate::coach::fraction::Fraction;
use crate::guide::model::HourRange;
use crate::profile::about::HoursPerWeek;
use jiff::civil::Date;
use jiff::{Span, Unit};

/// StepTime a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTime {
    /// At so many hours a week.
    Dated {
        /// Weeks for this step alone, rounded up, at the fewest and at the most of its hours.
        weeks: [u32; 2],
        /// The week, counted from 1, in which it is done when all before it is done too.
        by_week: [u32; 2],
    },
    /// It needs a role and time.
    NeedsRole,
    /// It waits for a step that has no date.
    Waits {
        /// The position of that step.
        step: usize,
    },
}

/// Whether a step is done by a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineFit {
    /// Even if each step takes the most of its hours.
    Surely,
    /// If each step takes the fewest of its hours.
    AtBest,
    /// Not even then.
    Not,
    /// It can't be told, as the step has no date.
    Undated,
}

/// What fits until a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The date.
    pub by: Date,
    /// Whole days until then.
    pub days: u32,
    /// For each step of the plan whether it fits, where steps that are too long are passed over; empty where the hours a week
    /// aren't known.
    pub fits: Vec<DeadlineFit>,
    /// The level's lower end by then, at the most hours and at the fewest: what the steps that fit lead to.
    pub low: Option<[Fraction; 2]>,
    /// Hours a week that all dated steps would take until then, at the fewest and at the most.
    pub hours_per_week: [u32; 2],
}

/// A plan in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day it starts.
    pub today: Date,
    /// Hours a week; without them steps have no dates.
    pub hours_per_week: Option<HoursPerWeek>,
    /// For each step of the plan when it is done; empty where the hours a week aren't known.
    pub steps: Vec<StepTime>,
    /// StepTime the last dated step is done; nothing where no step has a date, or where it lies beyond all calendars.
    pub done: Option<[Date; 2]>,
    /// What fits until a date, if there is one.
    pub deadline: Option<Deadline>,
}

/// Lays a plan out in time. `by` has to lie after `today`; otherwise there is nothing to say about it.
#[must_use]
pub fn calendar(
    plan: &Plan,
    hours_per_week: Option<HoursPerWeek>,
    today: Date,
    by: Option<Date>,
) -> Calendar {
    let ends = ends(plan);
    let steps = hours_per_week.map_or_else(Vec::new, |hours| whens(plan, &ends, hours));
    let done = hours_per_week.and_then(|hours| {
        let last = ends.iter().flatten().next_back()?;
        let [early, late] = last.map(|end| date_after(today, end, hours));
        Some([early?, late?])
    });
    let deadline = by.and_then(|by| deadline(plan, &ends, hours_per_week, today, by));
    Calendar { today, hours_per_week, steps, done, deadline }
}

/// For each step the hours when it is done, summed up from the start; nothing for one without a date.
fn ends(plan: &Plan) -> Vec<Option<HourRange>> {
    let mut sum: HourRange = [0, 0];
    let mut ends: Vec<Option<HourRange>> = Vec::with_capacity(plan.steps.len());
    for step in &plan.steps {
        let waits = step.waits_for.iter().any(|before| ends.get(*before).is_none_or(Option::is_none));
        if step.needs_role || waits {
            ends.push(None);
            continue;
        }
        sum = [sum[0].saturating_add(step.hours[0]), sum[1].saturating_add(step.hours[1])];
        ends.push(Some(sum));
    }
    ends
}

/// Which steps are done within so many hours, in their order, at the fewest (0) or the most (1) of their hours. One that is
/// too long is passed over, with what waits for it; the others go on.
fn done_within(plan: &Plan, ends: &[Option<HourRange>], budget: u64, end: usize) -> Vec<bool> {
    let mut spent = 0;
    let mut done: Vec<bool> = Vec::with_capacity(plan.steps.len());
    for (step, has_date) in plan.steps.iter().zip(ends.iter().map(Option::is_some)) {
        let hours = u64::from(step.hours[end]);
        let is_free = step.waits_for.iter().all(|before| done.get(*before).copied().unwrap_or_default());
        let fits = has_date && is_free && spent + hours <= budget;
        spent += if fits { hours } else { 0 };
        done.push(fits);
    }
    done
}

fn whens(plan: &Plan, ends: &[Option<HourRange>], hours_per_week: HoursPerWeek) -> Vec<StepTime> {
    let weeks = |hours: HourRange| hours.map(|hours| hours_per_week.weeks_for(hours));
    let when = |(step, end): (&super::Step, &Option<HourRange>)| match end {
        Some(end) => StepTime::Dated { weeks: weeks(step.hours), by_week: weeks(*end) },
        None if step.needs_role => StepTime::NeedsRole,
        None => {
            let undated = step.waits_for.iter().find(|before| ends.get(**before).is_none_or(Option::is_none));
            StepTime::Waits { step: undated.copied().unwrap_or_default() }
        }
    };
    plan.steps.iter().zip(ends).map(when).collect()
}

/// The day on which so many hours are done, at so many a week.
fn date_after(today: Date, hours: u32, hours_per_week: HoursPerWeek) -> Option<Date> {
    let days = (u64::from(hours) * 60 * 7).div_ceil(u64::from(hours_per_week.minutes()));
    let span = Span::new().try_days(i64::try_from(days).ok()?).ok()?;
    today.checked_add(span).ok()
}

fn deadline(
    plan: &Plan,
    ends: &[Option<HourRange>],
    hours_per_week: Option<HoursPerWeek>,
    today: Date,
    by: Date,
) -> Option<Deadline> {
    let days = u32::try_from(today.until((Unit::Day, by)).ok()?.get_days()).ok().filter(|days| *days > 0)?;
    let all = ends.iter().flatten().next_back().copied().unwrap_or_default();
    let needed = all.map(|hours| {
        let hours = (u64::from(hours) * 7).div_ceil(u64::from(days));
        u32::try_from(hours).unwrap_or(u32::MAX)
    });
    let budget = hours_per_week.map(|hours| u64::from(hours.minutes()) * u64::from(days) / (7 * 60));
    // At the most hours, and at the fewest.
    let done = budget.map(|budget| [done_within(plan, ends, budget, 1), done_within(plan, ends, budget, 0)]);
    let fits: Vec<DeadlineFit> = done.as_ref().map_or_else(Vec::new, |[surely, at_best]| {
        let fit = |i: usize| match (ends.get(i).is_some_and(Option::is_some), surely[i], at_best[i]) {
            (false, ..) => DeadlineFit::Undated,
            (_, true, _) => DeadlineFit::Surely,
            (_, false, true) => DeadlineFit::AtBest,
            (_, false, false) => DeadlineFit::Not,
        };
        (0..plan.steps.len()).map(fit).collect()
    });
    // What a step adds doesn't depend on the others, so the gains of those that are done add up.
    let low_with = |done: &[bool]| {
        let gains = plan.steps.iter().zip(done).filter(|(_, done)| **done).map(|(step, _)| step.gain);
        plan.before.low + gains.sum::<Fraction>()
    };
    let low = done.map(|[surely, at_best]| {
        let least = low_with(&surely);
        [least, low_with(&at_best).max(least)]
    });
    Some(Deadline { by, days, low, hours_per_week: needed, fits })
}
