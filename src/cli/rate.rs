//! `coach rate`: ratings by name.

use super::{Context, Misuse};
use crate::coach::what_if::Supposed;
use crate::guide::id::SkillId;
use crate::guide::names;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::{Proof, ProofKind, Rated};

/// Arguments of `coach rate`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// SKILL=RATING[:EVIDENCE], such as git=3:link, sql=assisted or docker=0; SKILL= takes a rating back
    #[arg(required = true, value_name = "SKILL=RATING[:EVIDENCE]")]
    ratings: Vec<String>,
    /// Write down what shows these ratings: an address, a referee with :link, a case with :example
    #[arg(long, value_name = "TEXT")]
    proof: Option<String>,
}

/// A rating as typed.
struct RatingRequest {
    skill: SkillId,
    name: String,
    /// Missing where the rating is taken back.
    answer: Option<(Rating, Option<Evidence>)>,
}

/// Understands all ratings first, then saves them together, then says what changed.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let wishes = arguments.ratings.iter().map(|text| understand(text, context));
    let wishes: Vec<RatingRequest> = wishes.collect::<anyhow::Result<_>>()?;
    let before: Vec<_> = wishes.iter().map(|wish| context.profile.ratings.answer(&wish.skill)).collect();
    let mut edits: Vec<Edit> = wishes.iter().map(|wish| edit(wish, context)).collect();
    if let Some(text) = &arguments.proof {
        name_proof(text, &mut edits, context)?;
    }
    context.save(&edits)?;
    for (wish, before) in wishes.iter().zip(before) {
        let sentence = said(wish, before);
        context.say(&sentence)?;
    }
    Ok(())
}

/// Writes a proof down and names it in every rating that claims an example or a link.
fn name_proof(text: &str, edits: &mut Vec<Edit>, context: &Context<'_>) -> anyhow::Result<()> {
    let proofs = &context.profile.proofs;
    let mut proof: Option<Proof> = None;
    for edit in edits.iter_mut() {
        let Edit::Rate(skill, rated) = edit else { continue };
        if rated.evidence == Evidence::Claim {
            continue;
        }
        let told = proof
            .get_or_insert_with(|| Proof::told(ProofKind::guess(text, rated.evidence), text, skill, proofs));
        let old = context.profile.ratings.0.get(skill);
        rated.proofs = old.map(|old| old.proofs.clone()).unwrap_or_default();
        rated.proofs.push(told.id.clone());
    }
    match proof {
        Some(proof) if !text.trim().is_empty() => {
            edits.insert(0, Edit::Proof(proof));
            Ok(())
        }
        _ => {
            let problem = "--proof needs a text and a rating that it shows, such as coach rate testing=3:link --proof https://example.org";
            Err(Misuse(problem.to_owned()).into())
        }
    }
}

fn understand(text: &str, context: &Context<'_>) -> anyhow::Result<RatingRequest> {
    let (name, value) = text.split_once('=').ok_or_else(|| {
        Misuse(format!(
            "`{text}` rates nothing: write SKILL=RATING or SKILL=RATING:EVIDENCE, such as git=3:link"
        ))
    })?;
    let skill = names::skill(&context.library, name)?;
    let answer = if value.trim().is_empty() { None } else { Some(answer(value)?) };
    Ok(RatingRequest { skill: skill.id.clone(), name: skill.name.clone(), answer })
}

/// Understands `3`, `assisted` or `3:link`.
pub fn answer(value: &str) -> Result<(Rating, Option<Evidence>), Misuse> {
    let (rating, evidence) = match value.split_once(':') {
        Some((rating, evidence)) => (rating, Some(evidence)),
        None => (value, None),
    };
    let rating = rating.parse::<Rating>().map_err(|error| Misuse(error.to_string()))?;
    let evidence = evidence.map(str::parse::<Evidence>).transpose();
    Ok((rating, evidence.map_err(|error| Misuse(error.to_string()))?))
}

/// Understands what `coach rate` would save, without saving it: as there, no evidence is a claim.
pub fn supposed(text: &str, context: &Context<'_>) -> anyhow::Result<Supposed> {
    let RatingRequest { skill, answer, .. } = understand(text, context)?;
    Ok(Supposed { skill, answer: answer.map(|(rating, evidence)| (rating, evidence.unwrap_or_default())) })
}

fn edit(wish: &RatingRequest, context: &Context<'_>) -> Edit {
    match wish.answer {
        None => Edit::TakeBack(wish.skill.clone()),
        Some((rating, evidence)) => {
            Edit::Rate(wish.skill.clone(), rated(context, &wish.skill, rating, evidence.unwrap_or_default()))
        }
    }
}

/// A rating of today, with the wording that was rated.
pub fn rated(context: &Context<'_>, skill: &SkillId, rating: Rating, evidence: Evidence) -> Rated {
    Rated::rated_today(rating, evidence, context.library.skill(skill), Context::today())
}

fn said(wish: &RatingRequest, before: Option<(Rating, Evidence)>) -> String {
    let was = before.map_or_else(
        || "not rated before".to_owned(),
        |(rating, evidence)| format!("before: {} {rating}, {evidence}", rating.number()),
    );
    let name = &wish.name;
    match wish.answer {
        None if before.is_none() => format!("{name}: wasn't rated"),
        None => format!("{name}: not rated any more ({was})"),
        Some((Rating::None, _)) => format!("{name}: 0 none ({was})"),
        Some((rating, None)) => {
            format!("{name}: {} {rating}, a claim, as no evidence was given ({was})", rating.number())
        }
        Some((rating, Some(evidence))) => {
            format!("{name}: {} {rating}, {evidence} ({was})", rating.number())
        }
    }
}
