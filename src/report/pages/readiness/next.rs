//! The next step of each bar, in words.

use super::skill_link;
use crate::coach::plan::StepKind;
use crate::coach::readiness::Next;
use crate::guide::id::Link;
use crate::guide::model::HourRange;
use crate::profile::about::Topic;
use crate::report::document::{Span, Spans};
use crate::report::pages::{GuideView, count, hint, hours_in_words};

/// The next step of a bar.
pub fn words(book: GuideView<'_>, next: &Next) -> Spans {
    match next {
        Next::Step(step, pace) => {
            let what = match step.kind {
                StepKind::Raise { from, to } => format!(" from {} to {}", from.number(), to.number()),
                StepKind::Prove { rating } => format!(": prove your {} with a link or a referee", rating.number()),
            };
            let role = if step.needs_role { ", plus a job that gives you the role" } else { "" };
            // Less than a week isn't worth mentioning.
            let pace = pace.filter(|pace| pace.weeks[1] > 1);
            let pace = pace.map_or_else(String::new, |pace| {
                let weeks = range(pace.weeks, "week");
                format!(", {weeks} at {} a week", hours_in_words(pace.hours_per_week))
            });
            let hours = range(step.hours, "hour");
            vec![skill_link(book, &step.skill), format!("{what}: about {hours}{pace}{role}.").into()]
        }
        Next::Level(level) => vec![
            "reach ".into(),
            Span::link(book.level_name(level), Link::Level(level.clone())),
            " first; this level itself is ready.".into(),
        ],
        Next::Rate(skill) => vec![
            "rate ".into(),
            skill_link(book, skill),
            hint::rate(book, skill).into(),
        ],
        Next::Answer(_) => vec!["answer the open questions below.".into()],
        Next::Months(months) => {
            let years = match (months / 12, months % 12) {
                (0, months) => count(months as usize, "month"),
                (years, 0) => count(years as usize, "year"),
                (years, months) => {
                    format!("{} and {}", count(years as usize, "year"), count(months as usize, "month"))
                }
            };
            vec![format!("{years} to go until the usual range. There is no rush.").into()]
        }
        Next::AskThem => vec![
            "before you apply, ask: \u{201c}Does equivalent experience count?\u{201d} For a move abroad, look up that country's rule first.".into(),
        ],
        Next::Show(skill) => {
            let mut text: Spans = vec!["prove ".into(), skill_link(book, skill)];
            let proof = book.library.skill(skill).and_then(|skill| skill.proofs.first());
            let idea = proof.map_or_else(
                || ".".to_owned(),
                |proof| format!(". For example: {}", sentence(&proof.title)),
            );
            text.push(idea.into());
            text
        }
        Next::Reach(skill, floor) => vec![
            skill_link(book, skill),
            format!(" needs {} before it counts here.", floor.number()).into(),
        ],
        Next::Strengthen(skill) => vec![
            skill_link(book, skill),
            " has only an example. With a link or a referee, others can check it.".into(),
        ],
        Next::Prepare(item) => {
            let section = match item {
                Topic::Resume => "resume",
                Topic::CoverLetter => "cover-letter",
                _ => "interviews",
            };
            let what = match item {
                Topic::Resume => "finish your résumé.",
                Topic::CoverLetter => "finish a cover letter.",
                _ => "practise an interview aloud, with somebody who asks follow-up questions.",
            };
            let mut text: Spans = vec![what.into()];
            if let Some(page) = book.guide.sections.iter().find(|page| page.id.as_str() == section) {
                text.push(" Read: ".into());
                text.push(Span::link(&page.title, Link::Section(page.id.clone())));
            }
            text
        }
    }
}

/// The text as a sentence, with a full stop unless it ends with one.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn range([from, to]: HourRange, unit: &str) -> String {
    if from == to { count(from as usize, unit) } else { format!("{from}–{to} {unit}s") }
}
