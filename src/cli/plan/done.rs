//! Ticking a step of the plan off: the rating that is true now, and what shows it.

use super::super::{Context, assess, rate};
use crate::coach::next::Move;
use crate::coach::plan::{self, PlanStep};
use crate::guide::id::LevelId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::{Proof, ProofKind};
use crate::report::pages;
use std::io::{self, BufRead};

/// Asks on standard input, saves, and says what is left of the way.
pub fn tick_off(step: &PlanStep, level: &LevelId, context: &mut Context<'_>) -> anyhow::Result<()> {
    let mut input = io::stdin().lock();
    let before = context.profile.ratings.answer(&step.skill);
    let rating = match step.action {
        Move::Prove { rating } => Some(rating),
        Move::Raise { .. } => ask_rating(step, &mut input, context)?,
    };
    let Some(rating) = rating else { return context.line("Nothing was changed.") };
    let told = if rating > Rating::None { ask_proof(&mut input, context)? } else { None };
    if told.is_none() && matches!(step.action, Move::Prove { .. }) {
        return context.line("Nothing was changed.");
    }
    save(step, rating, told, context)?;
    let name = context.book().skill_name(&step.skill).to_owned();
    let now = context.profile.ratings.answer(&step.skill);
    let (was, is) = (pages::answer(before), pages::answer(now));
    context.say(&format!("Saved: {name} {is} (before: {was}). {}", left(level, context)))
}

/// Shows the sentences of the skill and asks which is true now; nothing where the input ends or the user stops.
fn ask_rating(
    step: &PlanStep,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Rating>> {
    let Some(skill) = context.library.skill(&step.skill).cloned() else { return Ok(None) };
    let question = assess::question(&skill, "step done?", context);
    context.print(&question)?;
    loop {
        context.ask("Which is true now? 0–5, q to leave it:")?;
        let Some(answer) = assess::read(input)? else { return Ok(None) };
        match answer.to_lowercase().as_str() {
            "q" | "quit" => return Ok(None),
            "" => {}
            text => match text.parse::<Rating>() {
                Ok(rating) => return Ok(Some(rating)),
                Err(error) => context.say(&error.to_string())?,
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
        context.ask("What shows it? l a link, r a referee, c a case to tell, Enter nothing yet:")?;
        let Some(answer) = assess::read(input)? else { return Ok(None) };
        match answer.to_lowercase().as_str() {
            "" | "n" | "q" => return Ok(None),
            "l" | "link" => break ProofKind::Link,
            "r" | "referee" => break ProofKind::Referee,
            "c" | "case" => break ProofKind::Case,
            _ => context.line("l, r or c; Enter for nothing yet")?,
        }
    };
    context.ask(match kind {
        ProofKind::Link => "The address:",
        ProofKind::Referee => "Who, and what they were to you:",
        ProofKind::Case => "The case, in a sentence or two:",
    })?;
    let text = assess::read(input)?.filter(|text| !text.is_empty());
    let Some(text) = text else { return Ok(None) };
    if kind == ProofKind::Link && ProofKind::guess(&text, Evidence::Example) != kind {
        context.line("That is no address, so it isn't written down as a link.")?;
        return Ok(None);
    }
    Ok(Some((kind, text)))
}

/// A rating keeps its proofs, and evidence that it had already unless it rises beyond what that showed.
fn save(
    step: &PlanStep,
    rating: Rating,
    told: Option<(ProofKind, String)>,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let old = context.profile.ratings.0.get(&step.skill).cloned();
    let proof = told.map(|(kind, text)| Proof::told(kind, &text, &step.skill, &context.profile.proofs));
    let standing = old.as_ref().filter(|old| rating <= old.rating).map(|old| old.evidence);
    let evidence = proof.as_ref().map(Proof::carries).max(standing).unwrap_or(Evidence::Claim);
    let mut rated = rate::rated(context, &step.skill, rating, evidence);
    rated.proofs = old.map(|old| old.proofs).unwrap_or_default();
    rated.proofs.extend(proof.iter().map(|proof| proof.id.clone()));
    let mut edits: Vec<Edit> = proof.map(Edit::Proof).into_iter().collect();
    edits.push(Edit::Rate(step.skill.clone(), rated));
    context.save(&edits)
}

/// How much of the way is left.
fn left(level: &LevelId, context: &Context<'_>) -> String {
    let Some(level) = context.guide().level(level) else { return String::new() };
    let plan = plan::plan(&context.library, context.guide(), level, &context.profile.ratings);
    let score = format!("{}: {}, {}", level.short, plan.before.range(), plan.before.verdict.name());
    match plan.steps.len() {
        0 => format!("{score} (self-reported); no step is left."),
        steps => format!("{score} (self-reported); {} left.", pages::count(steps, "step")),
    }
}
