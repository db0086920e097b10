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
    doc.heading("In time");
    match calendar.hours_per_week {
        Some(per_week) => add_end(plan, calendar, per_week, doc),
        None if plan.role_steps() < plan.steps.len() => {
            doc.paragraph(Span::new(Role::Dim, hint::plan_in_time(book.face)));
        }
        None => {}
    }
    let roles = plan.role_steps();
    if roles > 0 {
        let who = if roles == 1 { "One step needs".to_owned() } else { format!("{roles} steps need") };
        doc.paragraph(format!(
            "{who} a role and time and can't be put on a calendar: look for the role while the other steps go on."
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
        "At {per_week} a week {what} take {weeks} from {}{dates}. Weeks off and slow weeks come on top.",
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
            (DeadlineFit::Surely, "Fits even if every step takes its most hours"),
            (DeadlineFit::AtBest, "Fits only if every step takes its fewest"),
            (DeadlineFit::Not, "Passed over, as it doesn't fit"),
            (DeadlineFit::Undated, "Can't be told, as it hangs on a role"),
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
        let what = if plan.role_steps() > 0 { "All steps without a role" } else { "All of it" };
        doc.paragraph(format!("{what} by then would take {hours} a week{}.", too_much(needed)));
    }
}

/// Hours a week of a full-time job.
const HOURS_OF_A_FULL_WEEK: u32 = 40;
/// Maximum hours a week that anyone could spend.
const HOURS_AWAKE: u32 = 100;

fn too_much([fewest, most]: [u32; 2]) -> &'static str {
    if fewest > HOURS_AWAKE {
        ", more than a week has beside sleep and food; a later date or a nearer level would be kinder"
    } else if fewest > HOURS_OF_A_FULL_WEEK {
        ", more than a full-time job even at the fewest: a later date or a nearer level would be kinder"
    } else if most > HOURS_OF_A_FULL_WEEK {
        ", at the most more than a full-time job"
    } else {
        ""
    }
}

/// Whether the level would be ready by then.
fn verdict(deadline: &Deadline, plan: &Plan) -> String {
    let all = |wanted: &[DeadlineFit]| deadline.fits.iter().all(|fit| wanted.contains(fit));
    let low = deadline.low.map(|low| low.map(|low| u32::try_from(low.percent_down()).unwrap_or(100)));
    let low = low
        .map_or_else(String::new, |low| format!(" The lower end of your range would be at {}.", range(low)));
    if all(&[DeadlineFit::Surely]) {
        return format!("So the level would be ready in time.{low}");
    }
    if all(&[DeadlineFit::Surely, DeadlineFit::AtBest]) {
        return format!("So the level would be ready in time if all goes well, and not otherwise.{low}");
    }
    let threshold = plan.before.threshold.percent_down();
    let hangs = all(&[DeadlineFit::Surely, DeadlineFit::AtBest, DeadlineFit::Undated]);
    if hangs {
        return format!("So it hangs on the role whether the level is ready in time.{low}");
    }
    format!("So the level would not be ready in time, which takes {threshold} and every must-have.{low}")
}
