//! A name that one subcommand doesn't know may be known to another.

use super::{Context, Misuse};
use crate::guide::names::{self, GuidePage, Unknown};

/// The error for an unknown name: where else it is known, else the nearest names.
pub fn explain(unknown: Unknown, context: &Context<'_>) -> anyhow::Error {
    let (library, guide) = (context.session.library(), context.session.guide());
    let name = unknown.name.as_str();
    let skill = || names::skill(library, name).ok().map(|skill| format!("a skill: coach skill {}", skill.id));
    let level = || names::level(guide, name).ok().map(|level| format!("a level: coach level {}", level.id));
    let page = || match names::page(guide, name).ok()? {
        GuidePage::Section(section) => Some(format!("a page: coach guide {}", section.id)),
        GuidePage::Faq(faq) => Some(format!("a question: coach guide {}", faq.id)),
    };
    match skill().or_else(level).or_else(page) {
        Some(place) => Misuse(format!("`{name}` is {place}")).into(),
        None => unknown.into(),
    }
}
