//! `coach what-if`: the tables as if some ratings were others.

use super::{Context, rate};
use crate::coach::next;
use crate::coach::what_if;
use crate::report::{json, pages};
use serde_json::json;

/// Arguments of `coach what-if`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// SKILL=RATING[:EVIDENCE], as coach rate takes them: git=3:link, sql=assisted; SKILL= supposes no rating
    #[arg(required = true, value_name = "SKILL=RATING[:EVIDENCE]")]
    ratings: Vec<String>,
}

/// Understands all ratings, scores the guide with them and without, and saves nothing.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let supposed = arguments.ratings.iter().map(|text| rate::supposed(text, context));
    let supposed = supposed.collect::<anyhow::Result<Vec<_>>>()?;
    let what_if = what_if::suppose(context.guide(), &context.profile.ratings, &supposed);
    let target = context.target().map(|level| &level.id);
    if context.json {
        let scores = |assessment| json::gap(context.guide(), assessment, target, None);
        let value = json!({
            "schema": json::SCHEMA,
            "before": scores(&what_if.before),
            "after": scores(&what_if.after),
        });
        return context.print_json(&value);
    }
    let ahead = what_if.ahead(context.guide(), target);
    let after = ahead.and_then(|level| what_if.after.level(&level.id));
    let steps = after.map_or_else(Vec::new, |score| {
        next::steps(&context.library, &context.guide().scoring, score, &what_if.ratings)
    });
    let mut doc = pages::what_if::page(context.book(), &what_if, target, ahead, &steps);
    if !what_if.changes.is_empty() {
        doc.paragraph(format!("To keep it: coach rate {}", arguments.ratings.join(" ")));
    }
    context.print(&doc)
}
