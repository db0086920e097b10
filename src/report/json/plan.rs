//! The plan, for programs.

use super::SCHEMA;
use crate::coach::plan::StepKind;
use crate::coach::plan::calendar::{Calendar, DeadlineFit, StepTime};
use crate::coach::plan::{Plan, Step};
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::Guide;
use crate::guide::scale::Rating;
use crate::profile::about::HoursPerWeek;
use serde::Serialize;

/// `coach plan --json`.
#[derive(Debug, Serialize)]
pub struct PlanJson<'a> {
    schema: u32,
    guide: &'a GuideId,
    level: &'a LevelId,
    today: String,
    hours_per_week: Option<HoursPerWeek>,
    low: u64,
    low_after: u64,
    standing: &'static str,
    standing_after: &'static str,
    examples_enough: bool,
    shortest: bool,
    /// The total hours of the steps that don't need a role.
    hours: [u32; 2],
    unrated: Vec<&'a SkillId>,
    blocked_by: Vec<&'a LevelId>,
    steps: Vec<PlannedStep<'a>>,
    done: Option<[String; 2]>,
    deadline: Option<DeadlineEntry>,
}

#[derive(Debug, Serialize)]
struct PlannedStep<'a> {
    skill: &'a SkillId,
    action: &'static str,
    from: u8,
    to: u8,
    from_unrated: bool,
    hours: [u32; 2],
    needs_role: bool,
    must_have: Option<u8>,
    gain: String,
    low_after: String,
    waits_for: Vec<usize>,
    opens: &'a [SkillId],
    weeks: Option<[u32; 2]>,
    by_week: Option<[u32; 2]>,
    fits: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct DeadlineEntry {
    by: String,
    days: u32,
    low: Option<[String; 2]>,
    hours_per_week: [u32; 2],
}

/// The JSON of a plan. Positions in `waits_for` count from 0.
#[must_use]
pub fn plan<'a>(guide: &'a Guide, plan: &'a Plan, calendar: &Calendar) -> PlanJson<'a> {
    PlanJson {
        schema: SCHEMA,
        guide: &guide.id,
        level: &plan.before.level,
        today: calendar.today.to_string(),
        hours_per_week: calendar.hours_per_week,
        low: plan.before.low.percent_down(),
        low_after: plan.after.low.percent_down(),
        standing: plan.before.standing.id(),
        standing_after: plan.after.standing.id(),
        examples_enough: plan.examples_enough,
        shortest: plan.is_shortest,
        hours: plan.hours(),
        unrated: plan.questions.iter().map(|question| &question.skill).collect(),
        blocked_by: plan.blocked_by.iter().map(|below| &below.level).collect(),
        steps: plan.steps.iter().enumerate().map(|(i, made)| step(made, i, calendar)).collect(),
        done: calendar.done.map(|days| days.map(|day| day.to_string())),
        deadline: calendar.deadline.as_ref().map(|deadline| DeadlineEntry {
            by: deadline.by.to_string(),
            days: deadline.days,
            low: deadline.low.map(|low| low.map(|low| low.to_string())),
            hours_per_week: deadline.hours_per_week,
        }),
    }
}

fn step<'a>(step: &'a Step, position: usize, calendar: &Calendar) -> PlannedStep<'a> {
    let (action, from, to) = match step.kind {
        StepKind::Raise { from, to } => ("raise", from, to),
        StepKind::Prove { rating } => ("prove", rating, rating),
    };
    let (weeks, by_week) = match calendar.steps.get(position) {
        Some(StepTime::Dated { weeks, by_week }) => (Some(*weeks), Some(*by_week)),
        _ => (None, None),
    };
    let fits = calendar.deadline.as_ref().and_then(|deadline| deadline.fits.get(position));
    PlannedStep {
        skill: &step.skill,
        action,
        from: from.number(),
        to: to.number(),
        from_unrated: step.from_unrated,
        hours: step.hours,
        needs_role: step.needs_role,
        must_have: step.must_have.map(|(floor, _): (Rating, _)| floor.number()),
        gain: step.gain.to_string(),
        low_after: step.low_after.to_string(),
        waits_for: step.waits_for.clone(),
        opens: &step.opens,
        weeks,
        by_week,
        fits: fits.map(|fit| match fit {
            DeadlineFit::Surely => "surely",
            DeadlineFit::AtBest => "at-best",
            DeadlineFit::Not => "no",
            DeadlineFit::Undated => "undated",
        }),
    }
}
