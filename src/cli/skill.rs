//! `coach skill`: all skills, or one record.

use super::{Context, did_you_mean};
use crate::guide::names;
use crate::report::{json, pages};

// Arguments of `coach skill`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A skill: its id, its name or another name for it; without it, all skills
    #[arg(value_name = "SKILL")]
    skill: Vec<String>,
}

/// Prints the list or the record.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let book = context.view();
    let name = arguments.skill.join(" ");
    let skill = if name.is_empty() {
        None
    } else {
        Some(names::skill(book.library, &name).map_err(|unknown| did_you_mean::explain(unknown, context))?)
    };
    if context.out.json {
        let asked = || book.guide.asked_skills().into_iter().filter_map(|id| book.library.skill(id));
        let skills = skill.map_or_else(|| asked().collect(), |skill| vec![skill]);
        let value = serde_json::to_value(json::skills(book.guide, skills))?;
        return context.out.print_json(&value);
    }
    let doc = match skill {
        Some(skill) => pages::skill::page(book, skill, context.session.profile().ratings.answer(&skill.id)),
        None => pages::skill::list(book),
    };
    context.out.print(&doc)
}
