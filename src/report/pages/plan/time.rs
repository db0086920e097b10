//! The calendar of a plan in sentences: its duration, and the steps that fit before a deadline.

use super::{numbers, range};
use crate::coach::plan::Plan;
use crate::coach::plan::calendar::{Calendar, Deadline, DeadlineFit, StepTime};
use crate::profile::about::HoursPerWeek;
use crate::report::document::{Document, Role, Span};
use crate::report::pages::capitalised;
use crate::report::pages::{GuideView, count, hint, hours_in_words};

/// The end of the plan, and the deadline if there is one.
pub(super) fn add(book: GuideView<'_>, plan: &Plan, calendar: &Calendar, doc: &mut Document) {
    doc.heading("How long it takes");
    match calendar.hours_per_week {
        Some(per_week) => add_end(plan, calendar, per_week, doc),
        None if plan.role_steps() < plan.steps.len() => {
            doc.paragraph(Span::new(Role::Dim, hint::plan_in_time(book)));
        }
        None => {}
    }
    let roles = plan.role_steps();
    if roles > 0 {
        let (who, have) = match roles {
            1 => ("One step needs".to_owned(), "it has"),
            _ => (format!("{roles} steps need"), "they have"),
        };
        doc.paragraph(format!(
            "{who} a job that gives you the role, so {have} no date: look for the role while you do the other steps."
        ));
    }
    if let Some(deadline) = &calendar.deadline {
        add_deadline(plan, calendar, deadline, doc);
    }
}

fn add_end(plan: &Plan, calendar: &Calendar, per_week: HoursPerWeek, doc: &mut Document) {
    let last = calendar.steps.iter().rev().find_map(|when| match when {
        StepTime::Dated { by_week, .. } => Some(*by_week),
        _ => None,
    });
    let Some(last) = last else { return };
    let what = if undated(plan, calendar).is_empty() { "all steps" } else { "the steps with a date" };
    let weeks = if last[1] == 1 { "one week".to_owned() } else { format!("{} weeks", range(last)) };
    let per_week = hours_in_words(per_week);
    let dates = calendar.done.map_or_else(String::new, |[early, late]| {
        if early == late {
            format!(": done on {early}")
        } else {
            format!(": done between {early} and {late}")
        }
    });
    doc.paragraph(format!(
        "At {per_week} a week, {what} take {weeks} from {}{dates}. Add time for weeks off and slow weeks.",
        calendar.today
    ));
}

/// The positions of steps without a date.
fn undated(plan: &Plan, calendar: &Calendar) -> Vec<usize> {
    let is_dated = |i: &usize| matches!(calendar.steps.get(*i), Some(StepTime::Dated { .. }));
    (0..plan.steps.len()).filter(|i| !is_dated(i)).collect()
}

fn add_deadline(plan: &Plan, calendar: &Calendar, deadline: &Deadline, doc: &mut Document) {
    doc.heading(format!("By {}", deadline.by));
    if let Some(per_week) = calendar.hours_per_week {
        let budget = u64::from(per_week.minutes()) * u64::from(deadline.days) / (7 * 60);
        let hours = if budget == 1 { "one hour".to_owned() } else { format!("{budget} hours") };
        let days = count(deadline.days as usize, "day");
        doc.paragraph(format!("{} at {} a week: {hours}.", capitalised(&days), hours_in_words(per_week)));
        for (fit, words) in [
            (DeadlineFit::Surely, "Fits even if every step takes the most hours"),
            (DeadlineFit::AtBest, "Fits only if every step takes the fewest hours"),
            (DeadlineFit::Not, "Too long, so skipped"),
            (DeadlineFit::Undated, "Unknown until you have the role"),
        ] {
            let of_fit: Vec<usize> =
                (0..plan.steps.len()).filter(|i| deadline.fits.get(*i) == Some(&fit)).collect();
            if !of_fit.is_empty() {
                let noun = if of_fit.len() == 1 { "step" } else { "steps" };
                doc.item(vec![format!("{words}: {noun} {}.", numbers(&of_fit)).into()]);
            }
        }
        doc.paragraph(verdict(deadline, plan));
    }
    if deadline.hours_per_week[1] > 0 {
        let needed = deadline.hours_per_week;
        let hours = if needed[1] == 1 { "one hour".to_owned() } else { format!("{} hours", range(needed)) };
        let what = if plan.role_steps() > 0 { "all steps that need no role" } else { "all steps" };
        doc.paragraph(format!("To do {what} by then, you would need {hours} a week{}.", too_much(needed)));
    }
}

/// Hours a week of a full-time job.
const HOURS_OF_A_FULL_WEEK: u32 = 40;
/// Maximum hours a week that anyone could spend.
const HOURS_AWAKE: u32 = 100;

fn too_much([fewest, most]: [u32; 2]) -> &'static str {
    if fewest > HOURS_AWAKE {
        ", which is too much for any week: choose a later date or a lower level"
    } else if fewest > HOURS_OF_A_FULL_WEEK {
        ", which is more than a full-time job: choose a later date or a lower level"
    } else if most > HOURS_OF_A_FULL_WEEK {
        ", which can be more than a full-time job"
    } else {
        ""
    }
}

/// Whether the level would be ready by then.
fn verdict(deadline: &Deadline, plan: &Plan) -> String {
    let all = |wanted: &[DeadlineFit]| deadline.fits.iter().all(|fit| wanted.contains(fit));
    let low = deadline.low.map(|low| low.map(|low| u32::try_from(low.percent_down()).unwrap_or(100)));
    let low =
        low.map_or_else(String::new, |low| format!(" The lower end of your score would be {}.", range(low)));
    if all(&[DeadlineFit::Surely]) {
        return format!("So the level would be ready in time.{low}");
    }
    if all(&[DeadlineFit::Surely, DeadlineFit::AtBest]) {
        return format!("So the level would be ready in time only if all goes well.{low}");
    }
    let threshold = plan.before.threshold.percent_down();
    let depends = all(&[DeadlineFit::Surely, DeadlineFit::AtBest, DeadlineFit::Undated]);
    if depends {
        return format!("Whether the level is ready in time depends on the role.{low}");
    }
    format!("So the level would not be ready in time: it needs {threshold} and every must-have.{low}")
}
