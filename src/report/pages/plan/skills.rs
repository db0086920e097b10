//! For each skill of a plan: the reason, the aim of each step, learning resources, proofs, and the basis of the hours.

use super::{gain, hours, numbers};
use crate::coach::fraction::Fraction;
use crate::coach::plan::StepKind;
use crate::coach::plan::{Plan, Step};
use crate::coach::score::MustHaveState;
use crate::guide::id::Link;
use crate::guide::model::Skill;
use crate::guide::scale::Rating;
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::pages::GuideView;
use crate::report::pages::{capitalised, step_change, step_words};

/// One part for each skill, in the order of the plan.
pub(super) fn add(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    let mut skills: Vec<&Skill> = Vec::new();
    for skill in plan.steps.iter().filter_map(|step| book.library.skill(&step.skill)) {
        if !skills.iter().any(|known| known.id == skill.id) {
            skills.push(skill);
        }
    }
    if skills.is_empty() {
        return;
    }
    doc.heading("What to learn and what to prove");
    for skill in skills {
        let steps = plan.steps.iter().enumerate().filter(|(_, step)| step.skill == skill.id);
        add_skill(book, skill, &steps.collect::<Vec<_>>(), doc);
    }
}

/// The hours and the aims of one skill's steps.
pub(super) fn add_skill(book: GuideView<'_>, skill: &Skill, steps: &[(usize, &Step)], doc: &mut Document) {
    let positions: Vec<usize> = steps.iter().map(|(i, _)| *i).collect();
    let noun = if positions.len() == 1 { "step" } else { "steps" };
    doc.gap();
    doc.spans(vec![
        Span::link(&skill.name, Link::Skill(skill.id.clone())),
        Span::new(Role::Dim, format!(" · {noun} {}", numbers(&positions))),
    ]);
    for (_, step) in steps {
        doc.spans(what(book, skill, step));
    }
    let raises = steps.iter().any(|(_, step)| matches!(step.kind, StepKind::Raise { .. }));
    if !raises {
        doc.spans(shown_by(skill));
        return;
    }
    for way in &skill.learn {
        let method = Span::new(Role::Strong, way.method.to_string());
        doc.item(vec![method, ": ".into(), way.material.as_str().into()]);
    }
    // Nobody has to prove a course, and the proofs of a skill prove more than a course.
    if steps.iter().any(|(_, step)| end(step) > Rating::Studied) {
        for proof in &skill.proofs {
            doc.item(vec![
                Span::new(Role::Strong, "proof"),
                format!(": {}. {}", proof.title.trim_end_matches('.'), proof.check).into(),
            ]);
        }
    }
    doc.paragraph(Span::new(Role::Dim, format!("Hours: {}", lower_first(&skill.hours.basis))));
}

/// Proofs for the present rating: only their titles, as the skill's page has the rest.
fn shown_by(skill: &Skill) -> Spans {
    let titles = skill.proofs.iter().map(|proof| proof.title.trim_end_matches('.'));
    vec![
        Span::new(Role::Strong, "Prove it with: "),
        format!("{}.", titles.collect::<Vec<_>>().join(". Or: ")).into(),
    ]
}

const fn end(step: &Step) -> Rating {
    let (StepKind::Raise { to: rating, .. } | StepKind::Prove { rating }) = step.kind;
    rating
}

/// A step in words: the fact that is true when it is done, its hours, and the reason for it.
fn what(book: GuideView<'_>, skill: &Skill, step: &Step) -> Spans {
    let (StepKind::Raise { to: rating, .. } | StepKind::Prove { rating }) = step.kind;
    let mut text: Spans = vec![
        Span::new(Role::Strong, step_change(step)).said_as(capitalised(&step_words(step))),
        format!(": {} ", skill.anchors.of(rating).text()).into(),
    ];
    if step.needs_role {
        text.push(
            format!("You need a job that gives you this role, plus {} of work. ", hours(step.hours)).into(),
        );
    } else {
        text.push(format!("{}. ", hours(step.hours)).into());
    }
    text.push(Span::new(Role::Dim, why(book, step)));
    text
}

fn why(book: GuideView<'_>, step: &Step) -> String {
    let mut reasons = Vec::new();
    if let Some((floor, state)) = step.must_have {
        let state = if state == MustHaveState::Unmet { "unmet" } else { "open" };
        reasons.push(format!("must-have, at least {}, {state}", floor.number()));
    }
    if !step.opens.is_empty() {
        let names: Vec<_> = step.opens.iter().map(|skill| book.skill_short(skill)).collect();
        reasons.push(format!("needed for {}", names.join(", ")));
    }
    if step.gain > Fraction::ZERO {
        reasons.push(gain(step));
    }
    let mut why = capitalised(&reasons.join("; "));
    if !why.is_empty() {
        why.push('.');
    }
    why
}

/// A sentence in a form that continues another one.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
