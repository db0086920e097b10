//! The embedded content: what is inside is what `data/` says, without a fault, complete.

use crate::support::in_project;
use career_coach::guide::load;
use career_coach::guide::model::{Area, Category, Figure, Guide, Library};
use career_coach::guide::{embedded, load::DataFile};

fn files() -> Vec<DataFile> {
    load::read(&in_project("data")).expect("the data can be read")
}

fn library() -> Library {
    match load::library(&files()) {
        Ok(library) => library,
        Err(faults) => panic!("{faults}"),
    }
}

/// The guide whose content these tests know; other guides may stand before it.
fn guide(library: &Library) -> &Guide {
    let id = "back-end-developer";
    library.guides.iter().find(|guide| guide.id.as_str() == id).expect("the guide")
}

#[test]
fn every_skill_is_asked_by_a_guide() {
    let library = library();
    let asked: Vec<_> = library.guides.iter().flat_map(Guide::asked_skills).collect();
    let unused = library.skills.iter().filter(|skill| !asked.contains(&&skill.id));
    assert_eq!(unused.map(|skill| skill.id.as_str()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_data_has_no_fault_and_is_what_the_program_embeds() {
    assert_eq!(embedded().expect("embedded whole"), library());
}

#[test]
fn the_inventory_is_complete() {
    let library = library();
    let guide = guide(&library);
    let asked = guide.asked_skills();
    let skills = || library.skills.iter().filter(|skill| asked.contains(&&skill.id));
    let of = |category| skills().filter(|skill| skill.category == category).count();
    assert_eq!((of(Category::Technical), of(Category::Soft), of(Category::Leadership)), (12, 7, 6));
    for area in Area::all() {
        let skills = skills().filter(|skill| skill.area == area).count();
        assert!(skills >= 3, "{area:?}: one rating must not decide what an axis of the radar says");
    }
    assert_eq!(guide.levels.len(), 8);
    assert_eq!(guide.faqs.len(), 12);
    let points = |id: &str| {
        let section = guide.sections.iter().find(|section| section.id.as_str() == id).expect(id);
        section.blocks.iter().map(|block| block.points.len()).collect::<Vec<_>>()
    };
    assert!(points("responsibilities").contains(&7));
    assert!(points("how-to-become").contains(&6));
    assert!(points("specialisations").contains(&5));
    assert!(points("related-careers").contains(&5));
    assert_eq!(points("pros-and-cons").iter().filter(|count| **count == 7).count(), 2);
}

/// Figures of the guide that a reader must find, as (a part of the label or note, low or value, high).
const MUST_FIND: &[(u64, Option<u64>)] = &[
    (135_980, None),
    (82_460, Some(214_670)),
    (133_080, None),
    (132_270, None),
    (127_260, None),
    (17, None),
    (25, None),
    (15, None),
    (140_100, None),
    (153_900, None),
    (129_200, None),
    (45_000, None),
    (451_200, None),
    (60_000, Some(85_000)),
    (90_000, Some(130_000)),
    (90_000, Some(160_000)),
    (70_000, Some(120_000)),
    (60_000, Some(95_000)),
    (55_000, Some(85_000)),
    (30_000, Some(55_000)),
    (90_000, Some(140_000)),
    (80_000, Some(130_000)),
    (6_000_000, Some(10_000_000)),
    (25_000, Some(50_000)),
    (9, Some(18)),
    (6, Some(9)),
    (3, Some(6)),
    (6, Some(12)),
    (5, Some(7)),
    (3, Some(5)),
];

/// What comparisons must say.
const MUST_FIND_IN_TABLES: &[&str] =
    &["$40,000–$100,000+", "over $200,000", "$10,000–$20,000", "12–24 weeks", "3–6 months", "6–18 months"];

#[test]
fn the_figures_of_the_sources_are_there() {
    let library = library();
    let guide = guide(&library);
    let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
    let of_faqs = guide.faqs.iter().flat_map(|faq| &faq.figures);
    let figures: Vec<&Figure> = blocks.flat_map(|block| &block.figures).chain(of_faqs).collect();
    for (low, high) in MUST_FIND {
        let found = figures.iter().any(|figure| match high {
            None => figure.value == Some(*low) || figure.low == Some(*low),
            Some(high) => figure.low == Some(*low) && figure.high == Some(*high),
        });
        assert!(found, "no figure {low} {high:?}");
    }
    let tables =
        guide.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| block.table.as_ref());
    let cells: Vec<&String> = tables.flat_map(|table| table.rows.iter().flatten()).collect();
    for text in MUST_FIND_IN_TABLES {
        assert!(cells.iter().any(|cell| cell.contains(text)), "no cell says {text}");
    }
    let pay: Vec<_> = guide.levels.iter().map(|level| level.pay.median / 1000).collect();
    assert_eq!(pay, [70, 90, 110, 140, 165, 195, 220, 235]);
}
