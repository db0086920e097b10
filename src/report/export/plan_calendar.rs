//! A plan as entries of a calendar.

use crate::coach::plan::{Plan, Step, StepKind};
use crate::profile::about::HoursPerWeek;
use crate::report::ics::Entry;
use crate::report::pages::{GuideView, hours_in_words, plan::hours, step_words};
use crate::session::Session;
use jiff::civil::Date;

/// An entry for each step, on the days in which it is done at the most of its hours; a step without a date is a to-do.
pub(super) fn entries(view: GuideView<'_>, session: &Session, plan: &Plan) -> Vec<Entry> {
    let days = session.days(plan).into_iter().chain(std::iter::repeat(None));
    plan.steps.iter().zip(days).map(|(step, days)| entry(view, session, plan, step, days)).collect()
}

fn entry(view: GuideView<'_>, session: &Session, plan: &Plan, step: &Step, days: Option<[Date; 2]>) -> Entry {
    Entry {
        id: id(step),
        summary: format!("{}: {}", view.skill_short(&step.skill), step_words(step)),
        description: description(view, session, plan, step, days.is_some()),
        days,
    }
}

/// A step is the same in every plan that has it, so a calendar that is imported again changes it and has it once.
fn id(step: &Step) -> String {
    match step.kind {
        StepKind::Raise { from, to } => format!("{}-raise-{}-{}", step.skill, from.number(), to.number()),
        StepKind::Prove { rating } => format!("{}-prove-{}", step.skill, rating.number()),
    }
}

fn description(view: GuideView<'_>, session: &Session, plan: &Plan, step: &Step, is_dated: bool) -> String {
    let (StepKind::Raise { to: rating, .. } | StepKind::Prove { rating }) = step.kind;
    let anchor = view.library.skill(&step.skill).map(|skill| skill.anchors.of(rating).text().to_owned());
    let effort = if step.needs_role {
        format!("You need a job that gives you this role, plus {} of work.", hours(step.hours))
    } else {
        format!("{} of work.", hours(step.hours))
    };
    let pace = match session.hours_per_week() {
        Some(given) => format!("At {} a week, with the most hours.", hours_in_words(given)),
        None => {
            format!("The dates count on {} a week, with the most hours.", hours_in_words(HoursPerWeek::USUAL))
        }
    };
    let aim = format!("A step to {}.", view.level_name(&plan.before.level));
    let lines = [anchor, Some(effort), is_dated.then_some(pace), Some(aim)];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
