//! `coach target`: the level aimed for.

use super::Context;
use crate::guide::names;
use crate::profile::edit::Edit;
use crate::report::json;
use crate::report::pages::gap;

/// Arguments of `coach target`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The level to aim for, or none; without one the present target is shown
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
}

/// Shows or sets the target.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if let Some(name) = &arguments.level {
        let level = match name.as_str() {
            "none" => None,
            name => Some(names::level(context.guide(), name)?.id.clone()),
        };
        let guide = context.guide().id.clone();
        context.save(&[Edit::Guide(guide), Edit::Target(level)])?;
    }
    if context.json {
        let target = context.target().map(|level| &level.id);
        let value = serde_json::to_value(json::target(context.guide(), target))?;
        return context.print_json(&value);
    }
    let sentence = match context.target() {
        None => "No target is set. coach level shows the levels, coach target LEVEL sets one.".to_owned(),
        Some(level) => {
            let assessment = context.assessment();
            let score = assessment.level(&level.id);
            let stand = score.map_or_else(String::new, |score| {
                let reason = gap::reason(context.book(), score);
                format!(": {}, {} (self-reported); {reason}", score.range(), score.verdict.name())
            });
            format!("Target: {}{stand}.", level.title)
        }
    };
    context.say(&sentence)
}
