//! The plan: what to answer first, the steps in order, when they could be done, and what to learn and prove for each.

mod checklist;
mod skills;
mod time;

pub use checklist::checklist;

use super::gap::reason;
use super::{GuideView, capitalised, count, hint, points, standing_role, step_change, step_words};
use crate::coach::plan::StepKind;
use crate::coach::plan::calendar::{Calendar, DeadlineFit, StepTime};
use crate::coach::plan::{OpenQuestion, Plan, Step};
use crate::coach::score::Standing;
use crate::guide::id::{Link, SkillId};
use crate::guide::model::{HourRange, thousands};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// The plan to a level.
#[must_use]
pub fn page(book: GuideView<'_>, plan: &Plan, calendar: &Calendar) -> Document {
    let title = book.guide.level(&plan.before.level).map_or("", |level| &level.title);
    let mut doc = Document::titled(format!("{title}: the plan"));
    add_standing(book, plan, &mut doc);
    add_questions(book, plan, &mut doc);
    if !plan.steps.is_empty() {
        doc.heading("The steps");
        let (columns, rows) = steps_table(book, plan, calendar);
        doc.table(columns, rows);
        add_reading(book, plan, calendar, &mut doc);
        time::add(book, plan, calendar, &mut doc);
    }
    add_blocked(book, plan, &mut doc);
    skills::add(book, plan, &mut doc);
    doc
}

/// The plan without its steps: the score it leads to, the questions to answer first, its duration, and the levels still in the way.
#[must_use]
pub fn overview(book: GuideView<'_>, plan: &Plan, calendar: &Calendar) -> Document {
    let mut doc = Document::default();
    add_standing(book, plan, &mut doc);
    add_questions(book, plan, &mut doc);
    if !plan.steps.is_empty() {
        time::add(book, plan, calendar, &mut doc);
        doc.heading("How to read the steps");
        add_reading(book, plan, calendar, &mut doc);
    }
    add_blocked(book, plan, &mut doc);
    doc
}

/// One step: the reason for it, the hours, learning resources and proofs.
#[must_use]
pub fn step(book: GuideView<'_>, plan: &Plan, calendar: &Calendar, position: usize) -> Document {
    let mut doc = Document::default();
    let Some(step) = plan.steps.get(position) else { return doc };
    if let Some(skill) = book.library.skill(&step.skill) {
        skills::add_skill(book, skill, &[(position, step)], &mut doc);
    }
    if !step.waits_for.is_empty() {
        let noun = if step.waits_for.len() == 1 { "step" } else { "steps" };
        doc.paragraph(format!("Do {noun} {} first.", numbers(&step.waits_for)));
    }
    if let Some(StepTime::Dated { weeks, by_week }) = calendar.steps.get(position) {
        let unit = if weeks[1] == 1 { "week" } else { "weeks" };
        doc.paragraph(format!(
            "This step takes {} {unit} and is done by week {}.",
            range(*weeks),
            range(*by_week)
        ));
    }
    doc
}

/// The score before and after the plan, in two sentences.
fn add_standing(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    let before = &plan.before;
    doc.spans(vec![
        format!("Now: {}, ", before.range()).into(),
        Span::new(standing_role(before.standing), before.standing.name()),
        format!(" (self-reported): {}.", reason(book, before)).into(),
    ]);
    if plan.steps.is_empty() {
        let sentence = match (before.standing, before.own_standing()) {
            (Standing::Ready, _) => "You need no more steps: this level is ready.",
            (_, Standing::Ready) => "You need no more steps for this level itself, only for those before it.",
            _ => "This guide knows no steps that lead there.",
        };
        doc.paragraph(sentence);
        return;
    }
    let mut text: Spans = vec![format!("{} ", lead(plan)).into()];
    text.push("After that: ".into());
    text.push(format!("{}, ", plan.after.range()).into());
    text.push(Span::new(standing_role(plan.after.standing), plan.after.standing.name()));
    text.push(".".into());
    doc.spans(text);
}

/// The number of steps, hours and roles.
fn lead(plan: &Plan) -> String {
    let steps = capitalised(&count(plan.steps.len(), "step"));
    let verb = if plan.steps.len() == 1 { "leads" } else { "lead" };
    match (plan.role_steps(), plan.steps.len()) {
        (0, _) => format!("{steps} {verb} there: {} of work.", hours(plan.hours())),
        (roles, all) if roles == all => {
            let who = if roles == 1 { "it needs" } else { "each needs" };
            format!(
                "{steps} {verb} there, and {who} a job that gives you the role; hours alone are not enough."
            )
        }
        (roles, _) => {
            let need = if roles == 1 { "one of them needs" } else { "of them need" };
            let number = if roles == 1 { String::new() } else { format!("{roles} ") };
            format!(
                "{steps} {verb} there: {} of work, but {number}{need} a job that gives you the role.",
                hours(plan.hours())
            )
        }
    }
}

/// Unrated skills: questions, not gaps.
fn add_questions(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    if plan.questions.is_empty() {
        return;
    }
    doc.heading("Answer first");
    let unrated = match plan.questions.len() {
        1 => "One skill isn't rated. ".to_owned(),
        number => format!("{number} skills aren't rated. "),
    };
    let (costly, free): (Vec<_>, Vec<_>) = plan.questions.iter().partition(|question| question.steps > 0);
    let mut text: Spans = vec![unrated.into()];
    if !costly.is_empty() {
        text.push("The plan starts from 0 where it needs a skill that isn't rated, so an answer can make it shorter: ".into());
        for (i, question) in costly.iter().enumerate() {
            text.push(if i == 0 { "" } else { ", " }.into());
            text.push(skill_link(book, &question.skill));
            text.push(cost(question).into());
        }
        text.push(". ".into());
    }
    if !free.is_empty() {
        let also = if costly.is_empty() {
            "An answer can make the plan shorter: "
        } else {
            "Worth rating too, although no step needs it: "
        };
        text.push(also.into());
        text.extend(book.skill_links(free.iter().map(|question| &question.skill)));
        text.push(". ".into());
    }
    let them = if plan.questions.len() == 1 { "it" } else { "them" };
    text.push(hint::rate_open(book, them).into());
    doc.spans(text);
}

/// The hours that a missing answer costs: ` (15–40 h)`.
fn cost(question: &OpenQuestion) -> String {
    match question.hours {
        [0, 0] => String::new(),
        range => format!(" ({})", hours(range)),
    }
}

/// The columns of the table of steps, and its rows: one for each step.
#[must_use]
pub fn steps_table(book: GuideView<'_>, plan: &Plan, calendar: &Calendar) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let is_dated = !calendar.steps.is_empty();
    let fits = calendar.deadline.as_ref().map(|deadline| &deadline.fits).filter(|fits| !fits.is_empty());
    let mut columns = vec![Column::left("   Skill"), Column::left("Step"), Column::right("Hours")];
    if is_dated {
        columns.extend([Column::right("Weeks"), Column::right("By week")]);
    }
    if fits.is_some() {
        columns.push(Column::left("Fits"));
    }
    columns.push(Column::right("Score at least"));
    let rows = plan.steps.iter().enumerate().map(|(i, step)| {
        let must = if step.must_have.is_some() { Span::from(" !").said_as(", must-have") } else { "".into() };
        let number = Span::from(format!("{:>2} ", i + 1)).said_as(format!("Step {}, ", i + 1));
        let link = skill_link(book, &step.skill);
        let name = if i == 0 { Span { role: Role::Accent, ..link } } else { link };
        let effort = if step.needs_role {
            Span::from("role").said_as("needs a job that gives you the role")
        } else {
            Span::from(range(step.hours)).said_as(hours(step.hours))
        };
        let mut row: Vec<Cell> = vec![
            Cell::Text(vec![number, name, must]),
            Span::from(step_change(step)).said_as(step_words(step)).into(),
            effort.into(),
        ];
        row.extend(calendar.steps.get(i).into_iter().flat_map(|when| weeks(*when)));
        row.extend(fits.and_then(|fits| fits.get(i)).map(|fit| fit_cell(*fit)));
        row.push(step.low_after.percent_down().to_string().into());
        row
    });
    let rows = rows.collect();
    (columns, rows)
}

fn weeks(when: StepTime) -> [Cell; 2] {
    match when {
        StepTime::Dated { weeks, by_week } => {
            let unit = if weeks[1] == 1 { "week" } else { "weeks" };
            let weeks = range(weeks);
            let said = format!("{weeks} {unit}");
            [Span::from(weeks).said_as(said).into(), range(by_week).into()]
        }
        StepTime::NeedsRole => ["–".into(), "–".into()],
        StepTime::Waits { step } => {
            let after = Span::from(format!("after {}", step + 1));
            ["–".into(), after.said_as(format!("after step {}", step + 1)).into()]
        }
    }
}

fn fit_cell(fit: DeadlineFit) -> Cell {
    match fit {
        DeadlineFit::Surely => Cell::new(Role::Good, "yes"),
        DeadlineFit::AtBest => Cell::new(Role::Open, "maybe"),
        DeadlineFit::Not => Cell::new(Role::NotYet, "no"),
        DeadlineFit::Undated => Cell::new(Role::Dim, "–"),
    }
}

/// How to read the table, and the assumptions behind it.
fn add_reading(book: GuideView<'_>, plan: &Plan, calendar: &Calendar, doc: &mut Document) {
    doc.gap();
    let mut text: Spans = vec![Span::new(
        Role::Dim,
        format!(
            "Score at least: the lower end of your score after the step, self-reported. A level needs {} to be ready. ",
            book.guide.scoring.threshold
        ),
    )];
    if plan.steps.iter().any(|step| step.must_have.is_some()) {
        text.push(Span::new(Role::Dim, "! marks a must-have. ").unsaid());
    }
    if plan.steps.iter().any(|step| step.from_unrated) {
        let sign = Span::new(Role::Dim, "? marks a skill that isn't rated; only this plan counts it as 0. ");
        text.push(sign.said_as("Not rated: only this plan counts the skill as 0. "));
    }
    if !calendar.steps.is_empty() {
        text.push(Span::new(Role::Dim,
            "By week: when the step is done if you take one step after another, with the fewest and the most hours. ",
        ));
    }
    if calendar.deadline.as_ref().is_some_and(|deadline| !deadline.fits.is_empty()) {
        text.push(Span::new(Role::Dim, "Fits: whether the step is done by your date, if you skip the steps that are too long; \u{201c}maybe\u{201d}: only with the fewest hours. "));
    }
    if plan.role_steps() > 0 {
        text.push(Span::new(Role::Dim, "Role: you can't do this by studying alone. You need a job that gives you this role, so the step has no date. "));
    }
    doc.spans(text);
    doc.gap();
    add_conventions(book, plan, doc);
}

/// When a step is done, and how the steps were chosen and put in order.
fn add_conventions(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    let shown = if plan.examples_enough {
        "A step is done when you can prove it: with a link, a referee, or a case that you can tell an interviewer."
    } else {
        "A step is done when somebody else can check it, with a link or a named referee. For this level, a case that you tell is not enough."
    };
    doc.paragraph(shown);
    if plan.steps.iter().any(|step| matches!(step.kind, StepKind::Prove { .. })) {
        doc.paragraph(format!(
            "Proving a rating counts as {}: enough to find or write down what you already have, not to make something new.",
            hours([book.guide.scoring.proof_hours; 2])
        ));
    }
    let choice = if plan.is_shortest {
        "No other set of steps gets there with fewer roles, or with the same number of roles and fewer hours (counting the middle of each range)."
    } else {
        "These steps were chosen for few roles, then for few hours. A shorter plan may exist."
    };
    doc.paragraph(format!(
        "{choice} The order: first what you can prove within a week, then unmet must-haves, then the most points per hour. A step that another step needs comes right before it. The hours are estimates."
    ));
}

/// Lower levels that would keep the level from being reached.
fn add_blocked(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    if plan.blocked_by.is_empty() {
        return;
    }
    let level = book.level_name(&plan.before.level);
    doc.heading("Lower levels in the way");
    let then = if plan.steps.is_empty() { "is ready" } else { "would be ready" };
    doc.paragraph(format!(
        "{level} itself {then}. But you reach it only when the levels below it are ready too, and after this plan these are not:"
    ));
    for below in &plan.blocked_by {
        let name = Span::link(book.level_name(&below.level), Link::Level(below.level.clone()));
        let standing = Span::new(standing_role(below.standing), below.standing.name());
        doc.item(vec![
            name,
            format!(": {}, ", below.range()).into(),
            standing,
            format!("; {}.", reason(book, below)).into(),
        ]);
    }
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

/// `~1 h`, `1,250–2,400 h`.
#[must_use]
pub fn hours(hours: HourRange) -> String {
    let about = if hours[0] == hours[1] { "~" } else { "" };
    format!("{about}{} h", range(hours))
}

/// `7` or `1,250–2,400`.
fn range([from, to]: [u32; 2]) -> String {
    let (low, high) = (thousands(from.into()), thousands(to.into()));
    if from == to { low } else { format!("{low}–{high}") }
}

/// `1`, `1 and 4`, `1, 4 and 7`; runs are closed up: `1–5 and 8`. Positions count from 0, what is shown from 1.
fn numbers(positions: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for position in positions.iter().map(|position| position + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == position => *last = position,
            _ => runs.push((position, position)),
        }
    }
    let words: Vec<String> = runs
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first}–{last}")],
        })
        .collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// `+5.4 points`.
fn gain(step: &Step) -> String {
    format!("+{} points", points(step.gain))
}
