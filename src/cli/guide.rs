//! `coach guide`: the whole guide, a section, or the contents.

use super::{Context, did_you_mean};
use crate::guide::names::{self, GuidePage};
use crate::report::json;
use crate::report::pages::guide as pages;

/// Arguments of `coach guide`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A section or a question, by id, title or what people call it
    #[arg(value_name = "SECTION")]
    section: Vec<String>,
    /// List the sections
    #[arg(long, conflicts_with = "section")]
    list: bool,
}

/// Prints what was asked for.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let book = context.view();
    if arguments.list && context.json {
        let value = serde_json::to_value(json::contents::contents(book.guide))?;
        return context.print_json(&value);
    }
    let name = arguments.section.join(" ");
    let doc = if arguments.list {
        pages::contents(book)
    } else if name.is_empty() {
        pages::whole(book)
    } else if name.eq_ignore_ascii_case("sources") {
        pages::sources(book)
    } else {
        match names::page(book.guide, &name).map_err(|unknown| did_you_mean::explain(unknown, context))? {
            GuidePage::Section(section) => pages::section(book, section),
            GuidePage::Faq(faq) => pages::faq(book, faq),
        }
    };
    context.print(&doc)
}
