//! `coach search`: ranked hits over everything in the guide.

use super::{Context, Misuse};
use crate::report::{json, pages};
use crate::search;

/// Arguments of `coach search`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to look for: words, a product, a whole question
    #[arg(required = true)]
    query: Vec<String>,
    /// How many hits at most
    #[arg(long, short = 'n', default_value_t = 8, value_name = "N")]
    most: usize,
}

/// Prints the hits, best first.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let query = arguments.query.join(" ");
    if query.trim().is_empty() {
        return Err(Misuse("say what to look for: coach search degree".to_owned()).into());
    }
    let hits = search::search(context.session.library(), context.session.guide(), &query, arguments.most);
    if context.json {
        let book = context.view();
        let found = serde_json::to_value(json::search(book, &query, &hits))?;
        return context.print_json(&found);
    }
    let doc = pages::hits::page(context.view(), &query, &hits);
    context.print(&doc)
}
