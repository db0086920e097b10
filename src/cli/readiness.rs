//! `coach readiness`: five bars, the ledger of evidence, and the answers that ratings don't give.

use super::context::Access;
use super::{Context, Misuse, practice};
use crate::guide::id::LevelId;
use crate::guide::model::Level;
use crate::guide::names;
use crate::profile::about::Topic;
use crate::report::{json, pages};
use anyhow::Context as _;

// Arguments of `coach readiness`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without it, your target
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// List all proofs, the ratings without a proof, and the proof that would raise the most levels
    #[arg(long)]
    evidence: bool,
    /// Answer questions: years=3 education=bootcamp resume=yes cover-letter=begun interviews=no hours-per-week=6; KEY= clears
    /// the answer
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., conflicts_with = "evidence")]
    set: Vec<String>,
}

impl Arguments {
    /// Without `--set` it only reads.
    pub const fn access(&self) -> Access {
        if self.set.is_empty() { Access::Read } else { Access::Write }
    }
}

/// An answer as typed; an empty text clears it.
struct Wish {
    topic: Topic,
    text: String,
}

/// Saves answers, or prints the ledger or the five bars.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let named =
        arguments.level.as_deref().map(|name| names::level(context.session.guide(), name)).transpose()?;
    let named = named.map(|level| level.id.clone());
    if arguments.evidence {
        return show_evidence(context);
    }
    if !arguments.set.is_empty() {
        // A program reads one object, so what it is about has to be known before anything is kept.
        if context.out.json {
            level(named.as_ref(), context)?;
        }
        answer(&arguments.set, context)?;
        if named.is_none() && !context.out.json {
            return Ok(());
        }
        if !context.out.json {
            context.out.gap()?;
        }
    }
    show_bars(named.as_ref(), context)
}

/// The level asked for, else the target.
fn level<'a>(named: Option<&LevelId>, context: &'a Context<'_>) -> Result<&'a Level, Misuse> {
    named.and_then(|id| context.session.guide().level(id)).or(context.session.target()).ok_or_else(|| {
        Misuse(
            "readiness for which level? Use coach readiness LEVEL, or set a target first: coach target LEVEL"
                .to_owned(),
        )
    })
}

fn show_evidence(context: &mut Context<'_>) -> anyhow::Result<()> {
    let ledger = context.session.ledger();
    if context.out.json {
        let shape = json::evidence::ledger(context.session.guide(), context.session.assessment(), ledger);
        let value = serde_json::to_value(shape)?;
        return context.out.print_json(&value);
    }
    let doc = pages::evidence::page(context.view(), ledger);
    context.out.print(&doc)
}

fn show_bars(named: Option<&LevelId>, context: &mut Context<'_>) -> anyhow::Result<()> {
    if !context.out.json
        && let Err(error) = practice::read_record(context)
    {
        // The bars don't rest on it.
        context.out.notify(&error.to_string());
    }
    let level = level(named, context)?;
    let session = &context.session;
    let readiness = session.readiness(&level.id).context("the guide has no such level")?;
    if context.out.json {
        let shape = json::readiness::readiness(session.guide(), level, &readiness, session.reviews());
        let value = serde_json::to_value(shape)?;
        return context.out.print_json(&value);
    }
    let doc = pages::readiness::page(
        context.view(),
        level,
        &readiness,
        session.reviews(),
        session.calibration(),
        &session.areas(&level.id),
    );
    context.out.print(&doc)
}

/// Understands all answers first, then saves them together, then says what changed.
fn answer(texts: &[String], context: &mut Context<'_>) -> anyhow::Result<()> {
    let wishes: Vec<Wish> = texts.iter().map(|text| understand(text)).collect::<Result<_, _>>()?;
    let about = &context.session.profile().about;
    let before: Vec<_> = wishes.iter().map(|wish| about.words(wish.topic).map(str::to_owned)).collect();
    let answers: Vec<(Topic, &str)> = wishes.iter().map(|wish| (wish.topic, wish.text.as_str())).collect();
    let act = context.session.answer_all(&answers).map_err(|error| Misuse(error.to_string()))?;
    context.save(&act)?;
    if context.out.json {
        return Ok(());
    }
    for (wish, before) in wishes.iter().zip(before) {
        let was =
            before.map_or_else(|| "not answered before".to_owned(), |before| format!("before: {before}"));
        let name = wish.topic.name();
        let sentence = match context.session.profile().about.words(wish.topic) {
            Some(answer) => format!("{name}: {answer} ({was})"),
            None => format!("{name}: no longer answered ({was})"),
        };
        context.out.line(&sentence)?;
    }
    Ok(())
}

/// Understands `KEY=VALUE` or `KEY=`.
fn understand(text: &str) -> Result<Wish, Misuse> {
    let (key, value) = text.split_once('=').ok_or_else(|| {
        Misuse(format!(
            "`{text}` has no value: write KEY=VALUE after --set, such as years=3, and LEVEL before --set"
        ))
    })?;
    let topic = Topic::named(key).ok_or_else(|| {
        let keys: Vec<_> = Topic::all().map(Topic::name).collect();
        Misuse(format!("there is no key `{}`; the keys are {}", key.trim(), keys.join(", ")))
    })?;
    Ok(Wish { topic, text: value.to_owned() })
}
