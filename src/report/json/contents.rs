//! The table of contents of a guide, for programs.

use super::SCHEMA;
use crate::guide::id::{GuideId, SectionId};
use crate::guide::model::Guide;
use serde::Serialize;

/// `coach guide --list --json`.
#[derive(Debug, Serialize)]
pub struct Contents<'a> {
    schema: u32,
    guide: &'a GuideId,
    title: &'a str,
    summary: &'a str,
    parts: Vec<PartEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct PartEntry<'a> {
    title: &'a str,
    sections: Vec<SectionEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionEntry<'a> {
    id: &'a SectionId,
    title: &'a str,
    aliases: &'a [String],
    summary: &'a str,
    editorial: bool,
}

/// The parts and sections, in reading order.
#[must_use]
pub fn contents(guide: &Guide) -> Contents<'_> {
    let sections = |ids: &'_ [SectionId]| {
        let found = ids.iter().filter_map(|id| guide.section(id));
        let entries = found.map(|section| SectionEntry {
            id: &section.id,
            title: &section.title,
            aliases: &section.aliases,
            summary: &section.summary,
            editorial: section.editorial,
        });
        entries.collect()
    };
    let parts = guide.parts.iter();
    Contents {
        schema: SCHEMA,
        guide: &guide.id,
        title: &guide.title,
        summary: &guide.summary,
        parts: parts
            .map(|part| PartEntry { title: &part.title, sections: sections(&part.sections) })
            .collect(),
    }
}
