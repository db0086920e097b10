//! Which pages answer to a query, and how well.

use super::collect::NameKind;
use super::query::Query;
use super::store::{Name, WordIndex};

/// A page that answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    /// Its number.
    pub page: usize,
    /// How well it answers; only the order counts.
    pub score: f32,
}

/// A name that is the query, word by word, beats whatever else matches.
const WHOLE_TITLE: f32 = 1000.0;
const WHOLE_ALIAS: f32 = 900.0;
/// A name that has all of the query and nothing else, but for typing errors and forms of words.
const BY_NAME: f32 = 100.0;
/// A page that has all words of the query where they say most.
const BY_WORDS: f32 = 60.0;
/// What a name is worth of which the query says nearly nothing more.
const PART_OF_NAME: f32 = 0.5;
/// An alias says one thing of many that the page is about, a heading speaks of a part of it.
const ALIAS: f32 = 0.9;
const HEADING: f32 = 0.6;
/// Less is chance.
const LEAST: f32 = 9.0;
/// So is less than this share of the query.
const LEAST_SHARE: f32 = 0.25;

/// The pages that answer, best first; equals in the order of the index.
pub(super) fn rank(store: &WordIndex, query: &Query) -> Vec<Ranked> {
    let mut scores = by_words(store, query);
    for (score, by_name) in scores.iter_mut().zip(by_names(store, query)) {
        if *score > 0.0 {
            *score += by_name;
        }
    }
    let scored = scores.into_iter().enumerate().map(|(page, score)| Ranked { page, score });
    let mut ranked: Vec<Ranked> = scored.filter(|ranked| ranked.score >= LEAST).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.page.cmp(&b.page)));
    ranked
}

/// How much of the query each page has, wherever it stands.
fn by_words(store: &WordIndex, query: &Query) -> Vec<f32> {
    let places = query.weights.len();
    let mut found = vec![0.0_f32; store.pages.len() * places];
    for unit in &query.units {
        for meant in &unit.meant {
            for (page, says) in &store.in_pages[meant.term] {
                for at in unit.at..unit.at + unit.places {
                    let found = &mut found[page * places + at];
                    *found = found.max(says * meant.quality);
                }
            }
        }
    }
    found
        .chunks(places)
        .map(|found| if enough(query, found) { BY_WORDS * share(&query.weights, found) } else { 0.0 })
        .collect()
}

/// Whether a page has so much of the query, apart from small words, that it can be meant.
fn enough(query: &Query, found: &[f32]) -> bool {
    let counted = |at: usize| if query.counts(at) { query.weights[at] } else { 0.0 };
    let weights: Vec<f32> = (0..found.len()).map(counted).collect();
    let has: Vec<f32> = found.iter().map(|found| f32::from(u8::from(*found > 0.0))).collect();
    share(&weights, &has) >= LEAST_SHARE
}

/// A word of the query found in a name.
#[derive(Debug, Clone, Copy)]
struct Found {
    name: usize,
    unit: usize,
    quality: f32,
    at: usize,
    places: usize,
}

/// What the best name of each page is worth.
fn by_names(store: &WordIndex, query: &Query) -> Vec<f32> {
    let mut found = Vec::new();
    for (number, unit) in query.units.iter().enumerate() {
        for meant in &unit.meant {
            let places = &store.in_names[meant.term];
            found.extend(places.iter().map(|place| Found {
                name: place.name,
                unit: number,
                quality: meant.quality,
                at: place.at,
                places: place.places,
            }));
        }
    }
    found.sort_unstable_by_key(|found| found.name);
    let mut best = vec![0.0_f32; store.pages.len()];
    for group in found.chunk_by(|a, b| a.name == b.name) {
        let name = &store.names[group[0].name];
        let best = &mut best[name.page];
        *best = best.max(worth(query, name, group));
    }
    best
}

/// What a name is worth: how much of the query it has, and how little besides.
fn worth(query: &Query, name: &Name, found: &[Found]) -> f32 {
    let mut of_query = vec![0.0_f32; query.weights.len()];
    let mut of_name = vec![0.0_f32; name.weights.len()];
    for found in found {
        let unit = &query.units[found.unit];
        raise(&mut of_query[unit.at..unit.at + unit.places], found.quality);
        raise(&mut of_name[found.at..found.at + found.places], found.quality);
    }
    let besides = PART_OF_NAME + (1.0 - PART_OF_NAME) * share(&name.weights, &of_name);
    let likeness = BY_NAME * share(&query.weights, &of_query) * besides;
    match (name.kind, name.run_together == query.run_together) {
        (NameKind::Title, true) => WHOLE_TITLE,
        (NameKind::Alias, true) => WHOLE_ALIAS,
        (NameKind::Title, false) => likeness,
        (NameKind::Alias, false) => likeness * ALIAS,
        (NameKind::Heading, _) => likeness * HEADING,
    }
}

fn raise(places: &mut [f32], quality: f32) {
    for place in places {
        *place = place.max(quality);
    }
}

/// The share of the weight that was found, 0 to 1.
fn share(weights: &[f32], found: &[f32]) -> f32 {
    let all: f32 = weights.iter().sum();
    let part: f32 = weights.iter().zip(found).map(|(weight, found)| weight * found).sum();
    if all > 0.0 { part / all } else { 0.0 }
}
