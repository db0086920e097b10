//! The plan as a list to tick off, for a file.

use super::{
    add_blocked, add_conventions, add_questions, add_standing, hours, range, skill_link, skills, time,
};
use crate::coach::plan::calendar::{Calendar, DeadlineFit, StepTime};
use crate::coach::plan::{Plan, Step};
use crate::report::document::{Document, Role, Span, Spans, TO_DO};
use crate::report::pages::{GuideView, count, step_change, step_words};

/// The steps to a level, each to be ticked off, with their weeks and the deadline.
#[must_use]
pub fn checklist(book: GuideView<'_>, plan: &Plan, calendar: &Calendar) -> Document {
    let title = book.guide.level(&plan.before.level).map_or("", |level| &level.title);
    let mut doc = Document::titled(format!("{title}: the plan"));
    if let Some(deadline) = &calendar.deadline {
        let days = count(deadline.days as usize, "day");
        doc.spans(vec![
            Span::new(Role::Strong, format!("Deadline: {}", deadline.by)),
            format!(", {days} from {}.", calendar.today).into(),
        ]);
    }
    add_standing(book, plan, &mut doc);
    add_questions(book, plan, &mut doc);
    if !plan.steps.is_empty() {
        doc.heading("The steps");
        for (position, step) in plan.steps.iter().enumerate() {
            doc.marked(TO_DO, item(book, calendar, position, step));
        }
        doc.gap();
        add_conventions(book, plan, &mut doc);
        time::add(book, plan, calendar, &mut doc);
    }
    add_blocked(book, plan, &mut doc);
    skills::add(book, plan, &mut doc);
    doc
}

/// `1. Databases and SQL, 2 → 3: must-have, 100–220 h, done by week 20–44. Score then at least 45.`
fn item(book: GuideView<'_>, calendar: &Calendar, position: usize, step: &Step) -> Spans {
    let number = position + 1;
    let name = Span { role: Role::Strong, ..skill_link(book, &step.skill) };
    let change = Span::from(step_change(step)).said_as(step_words(step));
    let mut parts: Vec<String> = Vec::new();
    if step.must_have.is_some() {
        parts.push("must-have".to_owned());
    }
    if step.needs_role {
        parts.push("needs a job that gives you the role".to_owned());
    } else {
        parts.push(hours(step.hours));
    }
    parts.extend(when(calendar, position));
    parts.extend(fit(calendar, position));
    vec![
        Span::from(format!("{number}. ")).said_as(format!("Step {number}, ")),
        name,
        ", ".into(),
        change,
        format!(": {}. Score then at least {}.", parts.join(", "), step.low_after.percent_down()).into(),
    ]
}

/// When it is done: `done by week 3–5`.
fn when(calendar: &Calendar, position: usize) -> Option<String> {
    match calendar.steps.get(position)? {
        StepTime::Dated { by_week, .. } => Some(format!("done by week {}", range(*by_week))),
        StepTime::NeedsRole => None,
        StepTime::Waits { step } => Some(format!("after step {}", step + 1)),
    }
}

/// Whether it is done before the deadline.
fn fit(calendar: &Calendar, position: usize) -> Option<String> {
    let words = match calendar.deadline.as_ref()?.fits.get(position)? {
        DeadlineFit::Surely => "in time",
        DeadlineFit::AtBest => "perhaps in time",
        DeadlineFit::Not => "too late",
        DeadlineFit::Undated => return None,
    };
    Some(words.to_owned())
}
