//! `coach what-if`: the tables as if some ratings were others.

use super::{Context, rate};
use crate::report::{json, pages};
use serde_json::json;

// Arguments of `coach what-if`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// SKILL=RATING[:EVIDENCE], as for coach rate: git=3:link, sql=assisted; SKILL= means not rated
    #[arg(required = true, value_name = "SKILL=RATING[:EVIDENCE]")]
    ratings: Vec<String>,
}

/// Understands all ratings, scores the guide with them and without, and saves nothing.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let supposed = arguments.ratings.iter().map(|text| rate::supposed(text, &context.session));
    let supposed = supposed.collect::<anyhow::Result<Vec<_>>>()?;
    let what_if = context.session.what_if(&supposed);
    let target = context.session.target().map(|level| &level.id);
    if context.out.json {
        let scores = |assessment| json::gap(context.session.guide(), assessment, target, None);
        let value = json!({
            "schema": json::SCHEMA,
            "before": scores(&what_if.before),
            "after": scores(&what_if.after),
        });
        return context.out.print_json(&value);
    }
    let ahead = what_if.ahead(context.session.guide(), target);
    let plan = ahead.map(|level| context.session.plan_if(&what_if, level));
    let mut doc = pages::what_if::page(context.view(), &what_if, target, ahead, plan.as_ref());
    if !what_if.changes.is_empty() {
        doc.paragraph(format!("To save this: coach rate {}", arguments.ratings.join(" ")));
    }
    context.out.print(&doc)
}
