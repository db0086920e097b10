//! Pages of a guide for programs.

use super::SCHEMA;
use crate::guide::id::{GuideId, SourceId};
use crate::guide::model::{Block, Faq, Figure, Guide, Section, Source};
use serde::Serialize;

/// `coach guide --json`.
#[derive(Debug, Serialize)]
pub struct Pages<'a> {
    schema: u32,
    guide: &'a GuideId,
    title: &'a str,
    summary: &'a str,
    sections: Vec<&'a Section>,
    faqs: Vec<&'a Faq>,
    sources: Vec<SourceEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct SourceEntry<'a> {
    id: &'a SourceId,
    #[serde(flatten)]
    source: &'a Source,
}

/// Every page, and every source.
#[must_use]
pub fn whole(guide: &Guide) -> Pages<'_> {
    pages(guide, guide.sections.iter().collect(), guide.faqs.iter().collect(), |_| true)
}

/// One section, with the sources that it names.
#[must_use]
pub fn section<'a>(guide: &'a Guide, section: &'a Section) -> Pages<'a> {
    let named: Vec<&SourceId> = section.blocks.iter().flat_map(sources_of_block).collect();
    pages(guide, vec![section], Vec::new(), |id| named.contains(&id))
}

/// One frequent question, with the sources that its answer names.
#[must_use]
pub fn faq<'a>(guide: &'a Guide, faq: &'a Faq) -> Pages<'a> {
    let named: Vec<&SourceId> = faq.figures.iter().filter_map(source_of_figure).collect();
    pages(guide, Vec::new(), vec![faq], |id| named.contains(&id))
}

/// The sources alone.
#[must_use]
pub fn sources(guide: &Guide) -> Pages<'_> {
    pages(guide, Vec::new(), Vec::new(), |_| true)
}

fn pages<'a>(
    guide: &'a Guide,
    sections: Vec<&'a Section>,
    faqs: Vec<&'a Faq>,
    is_named: impl Fn(&SourceId) -> bool,
) -> Pages<'a> {
    let sources = guide.sources.iter().filter(|(id, _)| is_named(id));
    Pages {
        schema: SCHEMA,
        guide: &guide.id,
        title: &guide.title,
        summary: &guide.summary,
        sections,
        faqs,
        sources: sources.map(|(id, source)| SourceEntry { id, source }).collect(),
    }
}

fn sources_of_block(block: &Block) -> impl Iterator<Item = &SourceId> {
    let of_table = block.table.iter().filter_map(|table| table.source.as_ref());
    block.figures.iter().filter_map(source_of_figure).chain(of_table)
}

const fn source_of_figure(figure: &Figure) -> Option<&SourceId> {
    figure.source.as_ref()
}
