//! `coach gap`: where you stand at every level, or at one skill by skill.

use super::{Context, Misuse};
use crate::guide::names;
use crate::report::{json, pages};
use anyhow::Context as _;

// Arguments of `coach gap`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without it, all levels
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// Show how the score of LEVEL is calculated; without LEVEL, that of your target
    #[arg(long)]
    explain: bool,
}

/// Prints the table or the level.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let assessment = context.session.assessment();
    let named =
        arguments.level.as_deref().map(|name| names::level(context.session.guide(), name)).transpose()?;
    let target = context.session.target();
    let level = named.or(target.filter(|_| arguments.explain));
    if context.out.json {
        let only = named.map(|level| &level.id);
        let target = target.map(|level| &level.id);
        let value = serde_json::to_value(json::gap(context.session.guide(), assessment, target, only))?;
        return context.out.print_json(&value);
    }
    let doc = match level.and_then(|level| assessment.level(&level.id)) {
        Some(score) => {
            let plan = context.session.plan(&score.level).context("the guide has no such level")?;
            let mut doc = pages::gap::level(context.view(), score, plan);
            if arguments.explain {
                doc.append(pages::explain::page(context.view(), score));
            }
            doc
        }
        None if arguments.explain => {
            let problem = "explain which level? Use coach gap LEVEL --explain, or set a target first: coach target LEVEL";
            return Err(Misuse(problem.to_owned()).into());
        }
        None => pages::gap::all(context.view(), assessment, target.map(|level| &level.id)),
    };
    context.out.print(&doc)
}
