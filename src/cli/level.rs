//! `coach level`: the ladder, a level, or what changes from one to another.

use super::{Context, Misuse, did_you_mean};
use crate::coach::{compare, tracks};
use crate::guide::names;
use crate::report::{json, pages};

// Arguments of `coach level`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without it, all levels
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// Show what changes from LEVEL to LEVEL2; without LEVEL, from your target
    #[arg(long, value_name = "LEVEL2")]
    compare: Option<String>,
}

/// Prints the ladder, the level or the comparison.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let book = context.view();
    let named = |name: &str| {
        names::level(book.guide, name).map_err(|unknown| did_you_mean::explain(unknown, context))
    };
    let level = arguments.level.as_deref().map(named).transpose()?;
    let other = arguments.compare.as_deref().map(named).transpose()?;
    let level = level.or(context.session.target().filter(|_| other.is_some()));
    if let (None, Some(to)) = (level, other) {
        let problem = format!(
            "compare it with which level? Use coach level LEVEL --compare {}, or set a target first: coach target LEVEL",
            to.id
        );
        return Err(Misuse(problem).into());
    }
    let way = level.zip(other).filter(|(from, to)| compare::enters_a_track(from, to));
    let fit = way.and_then(|_| tracks::fit(book.guide, context.session.assessment()));
    if context.out.json {
        let chosen: Vec<_> = match level {
            None => book.guide.levels.iter().collect(),
            level => level.into_iter().chain(other).collect(),
        };
        let comparison = level.zip(other).map(|(from, to)| {
            let changes = compare::changes(book.guide, from, to);
            json::compare::comparison(from, to, &changes, fit.as_ref())
        });
        let value = serde_json::to_value(json::levels(book.guide, &chosen, comparison))?;
        return context.out.print_json(&value);
    }
    let doc = match (level, other) {
        (Some(from), Some(to)) => {
            let mut doc = pages::compare::page(book, from, to);
            if let Some(fit) = &fit {
                doc.append(pages::tracks::tracks_page(book, fit));
            }
            doc
        }
        (Some(level), None) => pages::level::page(book, level),
        (None, _) => pages::level::ladder(book),
    };
    context.out.print(&doc)
}
