//! Ticking a step of the plan off: the rating that is true now, and what proves it.

use super::super::{Context, assess};
use crate::coach::plan::{Step, StepKind};
use crate::guide::id::LevelId;
use crate::guide::scale::Rating;
use crate::profile::model::ProofKind;
use crate::report::pages;
use std::io::{self, BufRead};

/// Asks on standard input, saves, and says how much of the plan is left.
pub fn tick_off(step: &Step, level: &LevelId, context: &mut Context<'_>) -> anyhow::Result<()> {
    let mut input = io::stdin().lock();
    let before = context.session.rating(&step.skill);
    let rating = match step.kind {
        StepKind::Prove { rating } => Some(rating),
        StepKind::Raise { .. } => ask_rating(step, &mut input, context)?,
    };
    let Some(rating) = rating else { return context.out.line("Nothing was changed.") };
    let proof = if rating > Rating::None { ask_proof(&mut input, context)? } else { None };
    let proof = proof.as_ref().map(|(kind, text)| (*kind, text.as_str()));
    let Some(act) = context.session.tick_off(step, rating, proof)? else {
        return context.out.line("Nothing was changed.");
    };
    context.save(&act)?;
    let name = context.view().skill_name(&step.skill).to_owned();
    let (was, is) = (pages::answer(before), pages::answer(context.session.rating(&step.skill)));
    context.out.say(&format!("Saved: {name} {is} (before: {was}). {}", left(level, context)))
}

/// Shows the sentences of the skill and asks which is true now; nothing where the input ends or the user stops.
fn ask_rating(
    step: &Step,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Rating>> {
    let Some(skill) = context.session.library().skill(&step.skill).cloned() else { return Ok(None) };
    let question = assess::question(&skill, &assess::Place::Step, context);
    context.out.print(&question)?;
    loop {
        context.out.ask("Which sentence is true now? 0–5, or q to cancel:")?;
        let Some(answer) = assess::read(input)? else { return Ok(None) };
        match answer.to_lowercase().as_str() {
            "q" | "quit" => return Ok(None),
            "" => {}
            text => match text.parse::<Rating>() {
                Ok(rating) => return Ok(Some(rating)),
                Err(error) => context.out.say(&error.to_string())?,
            },
        }
    }
}

/// Nothing where there is none yet.
fn ask_proof(
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<(ProofKind, String)>> {
    let kind = loop {
        context.out.ask("What proves it? l link, r referee, c case you could tell, Enter nothing yet:")?;
        let Some(answer) = assess::read(input)? else { return Ok(None) };
        match answer.to_lowercase().as_str() {
            "" | "n" | "q" => return Ok(None),
            "l" | "link" => break ProofKind::Link,
            "r" | "referee" => break ProofKind::Referee,
            "c" | "case" => break ProofKind::Case,
            _ => context.out.line("Type l, r or c, or press Enter for nothing yet.")?,
        }
    };
    context.out.ask(match kind {
        ProofKind::Link => "The web address:",
        ProofKind::Referee => "Who can confirm it, and how did you work together?",
        ProofKind::Case => "What happened, in one or two sentences:",
    })?;
    let text = assess::read(input)?.filter(|text| !text.is_empty());
    let Some(text) = text else { return Ok(None) };
    if let Err(problem) = context.session.check_proof(kind, &text) {
        context.out.line(&format!("Not saved: {problem}."))?;
        return Ok(None);
    }
    Ok(Some((kind, text)))
}

/// How much of the plan is left.
fn left(level: &LevelId, context: &Context<'_>) -> String {
    let Some((level, plan)) = context.session.guide().level(level).zip(context.session.plan(level)) else {
        return String::new();
    };
    let score = format!("{}: {}, {}", level.short, plan.before.range(), plan.before.standing.name());
    match plan.steps.len() {
        0 => format!("{score} (self-reported); no steps left."),
        steps => format!("{score} (self-reported); {} left.", pages::count(steps, "step")),
    }
}
