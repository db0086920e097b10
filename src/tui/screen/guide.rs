//! The guide: contents beside a page, which may also be a skill, a level or a question that a link led to.

use super::browse::Browse;
use crate::guide::id::{Link, SectionId};
use crate::guide::model::Guide;
use crate::profile::model::Ratings;
use crate::report::document::Document;
use crate::report::pages::{GuideView, guide as pages, level, skill};
use crate::tui::action::Action;

/// The state of the guide's screen.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The contents and the page.
    pub browse: Browse,
    /// What the page shows.
    pub place: Link,
}

impl Reader {
    /// At the first section.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        Self { browse: Browse::default(), place: section_at(guide, 0) }
    }

    /// Moves in the contents or in the page. The answer is a link to follow.
    pub fn update(&mut self, guide: &Guide, doc: &Document, action: Action) -> Option<Link> {
        let before = self.browse.selected;
        let link = self.browse.update(in_order(guide).count(), doc, action);
        if self.browse.selected != before {
            self.place = section_at(guide, self.browse.selected);
        }
        link
    }

    /// Opens a page; a section is selected in the contents too.
    pub fn open(&mut self, guide: &Guide, link: Link) {
        let selected = match &link {
            Link::Section(id) => position(guide, id),
            _ => None,
        };
        self.browse = Browse { in_page: true, ..Browse::at(selected.unwrap_or(self.browse.selected)) };
        self.place = link;
    }

    /// From the page to the contents; whether there was a page to leave.
    pub fn leave_page(&mut self, guide: &Guide) -> bool {
        let left = self.browse.leave_page();
        if left {
            self.place = section_at(guide, self.browse.selected);
        }
        left
    }
}

fn position(guide: &Guide, id: &SectionId) -> Option<usize> {
    in_order(guide).position(|section| section == id)
}

/// The sections as the contents list them; asking them for their pages would read the whole guide.
fn in_order(guide: &Guide) -> impl Iterator<Item = &SectionId> {
    guide.parts.iter().flat_map(|part| &part.sections)
}

fn section_at(guide: &Guide, at: usize) -> Link {
    let section = in_order(guide).nth(at).cloned();
    section.map_or_else(|| Link::Level(guide.levels[0].id.clone()), Link::Section)
}

/// The page of a link.
#[must_use]
pub fn page(book: GuideView<'_>, place: &Link, ratings: &Ratings) -> Document {
    let doc = match place {
        Link::Section(id) => book.guide.section(id).map(|section| pages::section(book, section)),
        Link::Faq(id) => book.guide.faq(id).map(|faq| pages::faq(book, faq)),
        Link::Level(id) => book.guide.level(id).map(|level| level::page(book, level)),
        Link::Skill(id) => book.library.skill(id).map(|record| skill::page(book, record, ratings.answer(id))),
    };
    doc.unwrap_or_default()
}
