//! `coach gap`: where you stand at every level, or at one skill by skill.

use super::{Context, Misuse};
use crate::guide::names;
use crate::report::{json, pages};

/// Arguments of `coach gap`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without one all of them
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// Show the arithmetic of the level, or of the target
    #[arg(long)]
    explain: bool,
}

/// Prints the table or the level.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let assessment = context.assessment();
    let named = arguments.level.as_deref().map(|name| names::level(context.guide(), name)).transpose()?;
    let target = context.target();
    let level = named.or(target.filter(|_| arguments.explain));
    if context.json {
        let only = named.map(|level| &level.id);
        let target = target.map(|level| &level.id);
        let value = serde_json::to_value(json::gap(context.guide(), &assessment, target, only))?;
        return context.print_json(&value);
    }
    let doc = match level.and_then(|level| assessment.level(&level.id)) {
        Some(score) => {
            let mut doc = pages::gap::level(context.book(), score, &context.steps(score));
            if arguments.explain {
                doc.append(pages::explain::page(context.book(), score));
            }
            doc
        }
        None if arguments.explain => {
            let problem = "explain which level? coach gap LEVEL --explain, or set a target first";
            return Err(Misuse(problem.to_owned()).into());
        }
        None => pages::gap::all(context.book(), &assessment, target.map(|level| &level.id)),
    };
    context.print(&doc)
}
