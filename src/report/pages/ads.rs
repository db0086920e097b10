//! The kept job ads, and what several of them ask for.

use super::{GuideView, capitalised, count, hint};
use crate::coach::matching::Demand;
use crate::guide::id::Link;
use crate::report::document::{Cell, Column, Document, Role, Span};
use crate::session::{AdsDemand, Fit, ReadAd};

/// Skills of the list of what several ads ask for.
const DEMANDED: usize = 8;

/// All kept ads with their states and ranges.
#[must_use]
pub fn page(book: GuideView<'_>, ads: &[ReadAd], demand: &AdsDemand) -> Document {
    let mut doc = Document::titled("Kept job ads");
    if ads.is_empty() {
        doc.paragraph(hint::keep_an_ad(book));
        return doc;
    }
    let columns = vec![
        Column::left("Name"),
        Column::left("Job"),
        Column::left("State"),
        Column::right("Match").spoken("match, in per cent"),
        Column::left("Kept"),
    ];
    let rows = ads.iter().map(|ReadAd { kept, fit: Fit { ad, matched, .. } }| {
        let outcome = if kept.outcome.is_empty() { String::new() } else { format!(": {}", kept.outcome) };
        vec![
            Cell::new(Role::Strong, &kept.name),
            ad.title.as_str().into(),
            format!("{}{outcome}", kept.state.name()).into(),
            format!("{}–{}", matched.low.percent_down(), matched.high.percent_up()).into(),
            kept.kept_on.map_or_else(String::new, |day| day.to_string()).into(),
        ]
    });
    doc.table(columns, rows.collect());
    add_demand(book, demand, &mut doc);
    doc
}

/// What several ads ask for: `4 of 6 ask for Kafka (Asynchronous work)`.
pub fn add_demand(book: GuideView<'_>, demand: &AdsDemand, doc: &mut Document) {
    if !demand.is_telling() {
        return;
    }
    doc.heading("What your kept ads ask for");
    for Demand { skill, ads, words } in demand.skills.iter().take(DEMANDED) {
        doc.item(vec![
            format!("{ads} of {}: ", count(demand.open, "open ad")).into(),
            Span::link(book.skill_short(skill), Link::Skill(skill.clone())),
            format!(", as {}", capitalised(words)).into(),
        ]);
    }
}
