//! `coach guide`: the whole guide, a section, or the contents.

use super::{Context, did_you_mean};
use crate::guide::names::{self, GuidePage};
use crate::report::json;
use crate::report::pages::guide as pages;

// Arguments of `coach guide`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A page or a question: its id, its title or another name for it
    #[arg(value_name = "PAGE")]
    section: Vec<String>,
    /// List all pages
    #[arg(long, conflicts_with = "section")]
    list: bool,
}

/// Prints what was asked for.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let book = context.view();
    let wanted = wanted(arguments, context)?;
    if context.out.json {
        let value = match wanted {
            Wanted::Contents => serde_json::to_value(json::contents::contents(book.guide)),
            Wanted::Whole => serde_json::to_value(json::guide::whole(book.guide)),
            Wanted::Sources => serde_json::to_value(json::guide::sources(book.guide)),
            Wanted::Page(GuidePage::Section(section)) => {
                serde_json::to_value(json::guide::section(book.guide, section))
            }
            Wanted::Page(GuidePage::Faq(faq)) => serde_json::to_value(json::guide::faq(book.guide, faq)),
        };
        return context.out.print_json(&value?);
    }
    let doc = match wanted {
        Wanted::Contents => pages::contents(book),
        Wanted::Whole => pages::whole(book),
        Wanted::Sources => pages::sources(book),
        Wanted::Page(GuidePage::Section(section)) => pages::section(book, section),
        Wanted::Page(GuidePage::Faq(faq)) => pages::faq(book, faq),
    };
    context.out.print(&doc)
}

/// What of the guide is to be read.
enum Wanted<'a> {
    Contents,
    Whole,
    Sources,
    Page(GuidePage<'a>),
}

fn wanted<'a>(arguments: &Arguments, context: &'a Context<'_>) -> anyhow::Result<Wanted<'a>> {
    let name = arguments.section.join(" ");
    if arguments.list {
        Ok(Wanted::Contents)
    } else if name.is_empty() {
        Ok(Wanted::Whole)
    } else if name.eq_ignore_ascii_case("sources") {
        Ok(Wanted::Sources)
    } else {
        let page = names::page(context.session.guide(), &name);
        Ok(Wanted::Page(page.map_err(|unknown| did_you_mean::explain(unknown, context))?))
    }
}
