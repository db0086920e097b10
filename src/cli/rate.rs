//! `coach rate`: ratings by name.

use super::{Context, Misuse};
use crate::coach::what_if::Supposed;
use crate::guide::names;
use crate::guide::scale::{Evidence, Rating};
use crate::report::{json, pages};
use crate::session::{ProofProblem, RatingWish, Session};

// Arguments of `coach rate`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// SKILL=RATING[:EVIDENCE], such as git=3:link, sql=assisted or docker=0; SKILL= clears the rating
    #[arg(required = true, value_name = "SKILL=RATING[:EVIDENCE]")]
    ratings: Vec<String>,
    /// Save a proof of these ratings: a web address or a referee (with :link), or a case (with :example)
    #[arg(long, value_name = "TEXT")]
    proof: Option<String>,
}

/// Understands all ratings first, then saves them together, then says what changed.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let session = &context.session;
    let wishes = arguments.ratings.iter().map(|text| understand(text, session));
    let wishes: Vec<RatingWish> = wishes.collect::<anyhow::Result<_>>()?;
    let before: Vec<_> = wishes.iter().map(|wish| session.rating(&wish.skill)).collect();
    let act = session.rate_all(&wishes, arguments.proof.as_deref()).map_err(proof_misuse)?;
    context.save(&act)?;
    if context.out.json {
        let session = &context.session;
        let before = wishes.iter().map(|wish| &wish.skill).zip(before);
        return context.out.print_json(&json::saved::saved(&session.guide().id, session.profile(), before));
    }
    for (wish, before) in wishes.iter().zip(before) {
        let sentence = outcome(wish, before, context);
        context.out.say(&sentence)?;
    }
    Ok(())
}

fn proof_misuse(problem: ProofProblem) -> Misuse {
    Misuse(format!("--proof: {problem}, such as coach rate testing=3:link --proof https://example.org"))
}

/// Understands `SKILL=RATING[:EVIDENCE]` or `SKILL=`.
fn understand(text: &str, session: &Session) -> anyhow::Result<RatingWish> {
    let (name, value) = text.split_once('=').ok_or_else(|| {
        Misuse(format!(
            "`{text}` has no rating: write SKILL=RATING or SKILL=RATING:EVIDENCE, such as git=3:link"
        ))
    })?;
    let skill = names::skill(session.library(), name)?.id.clone();
    let rating = if value.trim().is_empty() { None } else { Some(rating(value)?) };
    Ok(RatingWish { skill, rating })
}

/// Understands `3`, `assisted` or `3:link`.
pub fn rating(value: &str) -> Result<(Rating, Option<Evidence>), Misuse> {
    let (rating, evidence) = match value.split_once(':') {
        Some((rating, evidence)) => (rating, Some(evidence)),
        None => (value, None),
    };
    let rating = rating.parse::<Rating>().map_err(|error| Misuse(error.to_string()))?;
    let evidence = evidence.map(str::parse::<Evidence>).transpose();
    Ok((rating, evidence.map_err(|error| Misuse(error.to_string()))?))
}

/// Understands what `coach rate` would save, without saving it.
pub fn supposed(text: &str, session: &Session) -> anyhow::Result<Supposed> {
    let wish = understand(text, session)?;
    Ok(session.suppose(&wish))
}

/// The rating now, and the rating before.
fn outcome(wish: &RatingWish, before: Option<(Rating, Evidence)>, context: &Context<'_>) -> String {
    let was = before.map_or_else(
        || "not rated before".to_owned(),
        |before| format!("before: {}", pages::answer(Some(before))),
    );
    let name = context.view().skill_name(&wish.skill);
    let Some((rating, given)) = wish.rating else {
        return match before {
            None => format!("{name}: was not rated"),
            Some(_) => format!("{name}: no longer rated ({was})"),
        };
    };
    let now = context.session.rating(&wish.skill);
    let note = match (given, before) {
        (Some(_), _) => "",
        _ if rating == Rating::None => "",
        (None, Some((other, _))) if other == rating => ", same evidence",
        (None, Some(_)) => "; a different rating is a claim unless you give evidence with it",
        (None, None) => ", because you gave no evidence",
    };
    format!("{name}: {}{note} ({was})", pages::answer(now))
}
