//! The results of a search.

use super::GuideView;
use crate::guide::id::Link;
use crate::report::document::{Document, Role, Span};
use crate::search::Hit;

/// The results, the best first, each with the command that opens it.
#[must_use]
pub fn page(book: GuideView<'_>, query: &str, hits: &[Hit]) -> Document {
    let mut doc = Document::default();
    if hits.is_empty() {
        doc.paragraph(format!(
            "Nothing found for “{query}”. Try a single word, or see all pages with coach guide --list."
        ));
    }
    for (hit, n) in hits.iter().zip(1..) {
        doc.marked(format!("{n:>2}"), vec![Span::link(book.link_title(&hit.link), hit.link.clone())]);
        let command = open_with(&hit.link);
        let open = Span::new(Role::Dim, format!("→ {command}")).said_as(format!("To read it: {command}"));
        doc.marked("  ", vec![open]);
        if !hit.excerpt.is_empty() {
            doc.marked("  ", vec![Span::new(Role::Dim, &hit.excerpt)]);
        }
    }
    doc
}

/// The kind of page that a link points to, in a word.
#[must_use]
pub const fn kind(link: &Link) -> &'static str {
    match link {
        Link::Section(_) => "guide",
        Link::Faq(_) => "question",
        Link::Skill(_) => "skill",
        Link::Level(_) => "level",
    }
}

/// The command that opens a link.
#[must_use]
pub fn open_with(link: &Link) -> String {
    match link {
        Link::Section(id) => format!("coach guide {id}"),
        Link::Faq(id) => format!("coach guide {id}"),
        Link::Skill(id) => format!("coach skill {id}"),
        Link::Level(id) => format!("coach level {id}"),
    }
}
