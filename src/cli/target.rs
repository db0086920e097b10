//! `coach target`: the level aimed for.

use super::Context;
use super::context::Access;
use crate::guide::names;
use crate::report::json;
use crate::report::pages::gap;

// Arguments of `coach target`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The level to aim for, or `none`; without it, your target is shown
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
}

impl Arguments {
    /// Without a level it only reads.
    pub const fn access(&self) -> Access {
        if self.level.is_some() { Access::Write } else { Access::Read }
    }
}

/// Shows or sets the target.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if let Some(name) = &arguments.level {
        let level = match name.as_str() {
            "none" => None,
            name => Some(names::level(context.session.guide(), name)?.id.clone()),
        };
        let act = context.session.set_target(level);
        context.save(&act)?;
    }
    let session = &context.session;
    if context.out.json {
        let target = session.target().map(|level| &level.id);
        let value = serde_json::to_value(json::target(session.guide(), target))?;
        return context.out.print_json(&value);
    }
    let sentence = match session.target() {
        None => "No target is set. coach level shows all levels; coach target LEVEL sets one.".to_owned(),
        Some(level) => {
            let stand = session.target_score().map_or_else(String::new, |score| {
                let reason = gap::reason(context.view(), score);
                format!(": {}, {} (self-reported); {reason}", score.range(), score.standing.name())
            });
            format!("Target: {}{stand}.", level.title)
        }
    };
    context.out.say(&sentence)
}
