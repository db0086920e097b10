//! `coach search`: ranked hits over everything in the guide.

use super::{Context, Misuse};
use crate::report::{json, pages};
use crate::search;
use anyhow::Context as _;
use std::io::{self, Read};

// Arguments of `coach search`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to look for: words, a product or a whole question; `-` reads it from standard input
    #[arg(required = true)]
    query: Vec<String>,
    /// The most results to show
    #[arg(long, short = 'n', default_value_t = 8, value_name = "N")]
    most: usize,
}

/// Prints the hits, best first.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let query = match &arguments.query[..] {
        [only] if only == "-" => from_standard_input()?,
        words => words.join(" "),
    };
    if query.trim().is_empty() {
        return Err(Misuse("say what to look for, such as coach search degree".to_owned()).into());
    }
    let hits = search::search(context.session.library(), context.session.guide(), &query, arguments.most);
    if context.out.json {
        let book = context.view();
        let found = serde_json::to_value(json::search(book, &query, &hits))?;
        return context.out.print_json(&found);
    }
    let doc = pages::hits::page(context.view(), &query, &hits);
    context.out.print(&doc)
}

/// All of standard input, on one line.
fn from_standard_input() -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("can't read standard input")?;
    Ok(String::from_utf8_lossy(&bytes).split_whitespace().collect::<Vec<_>>().join(" "))
}
