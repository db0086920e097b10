//! Ranks pages by how well they match a query.

use super::index::{Name, NameKind, WordIndex};
use super::query::Query;

/// A page that matches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    /// The number of the page in the index.
    pub page: usize,
    /// The score. Only the order of scores has a meaning.
    pub score: f32,
}

/// Score of a name that equals the query, word by word. It beats every other match.
const WHOLE_TITLE: f32 = 1000.0;
const WHOLE_ALIAS: f32 = 900.0;
/// Score of a name that contains all of the query and nothing else, apart from typing errors and other forms of words.
const BY_NAME: f32 = 100.0;
/// Score of a page that has all words of the query in its most relevant places.
const BY_WORDS: f32 = 60.0;
/// Factor on the score of a name of which the query covers almost nothing.
const PART_OF_NAME: f32 = 0.5;
/// Factors on the score of other names: an alias names one of several subjects of the page, a heading only a part of it.
const ALIAS: f32 = 0.9;
const HEADING: f32 = 0.6;
/// Minimum score of a result; below it, a match is a coincidence.
const MIN_SCORE: f32 = 9.0;
/// Minimum share of the query that a page must contain.
const MIN_SHARE: f32 = 0.25;

/// The matching pages, the best first. Equal pages keep the order of the index.
pub(super) fn rank(index: &WordIndex, query: &Query) -> Vec<Ranked> {
    let mut scores = by_words(index, query);
    for (score, by_name) in scores.iter_mut().zip(by_names(index, query)) {
        if *score > 0.0 {
            *score += by_name;
        }
    }
    let scored = scores.into_iter().enumerate().map(|(page, score)| Ranked { page, score });
    let mut ranked: Vec<Ranked> = scored.filter(|ranked| ranked.score >= MIN_SCORE).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.page.cmp(&b.page)));
    ranked
}

/// The score of each page by the words of the query anywhere in it.
fn by_words(index: &WordIndex, query: &Query) -> Vec<f32> {
    let positions = query.weights.len();
    let mut found = vec![0.0_f32; index.pages.len() * positions];
    for unit in &query.units {
        for candidate in &unit.matches {
            for (page, relevance) in &index.in_pages[candidate.term] {
                for at in unit.at..unit.at + unit.len {
                    let found = &mut found[page * positions + at];
                    *found = found.max(relevance * candidate.quality);
                }
            }
        }
    }
    found
        .chunks(positions)
        .map(|found| if has_enough(query, found) { BY_WORDS * share(&query.weights, found) } else { 0.0 })
        .collect()
}

/// Whether a page contains enough of the query, small words aside, to be a result.
fn has_enough(query: &Query, found: &[f32]) -> bool {
    let counted = |at: usize| if query.counts(at) { query.weights[at] } else { 0.0 };
    let weights: Vec<f32> = (0..found.len()).map(counted).collect();
    let has: Vec<f32> = found.iter().map(|found| f32::from(u8::from(*found > 0.0))).collect();
    share(&weights, &has) >= MIN_SHARE
}

/// A word of the query found in a name.
#[derive(Debug, Clone, Copy)]
struct Found {
    name: usize,
    unit: usize,
    quality: f32,
    at: usize,
    len: usize,
}

/// The score of each page by its best name.
fn by_names(index: &WordIndex, query: &Query) -> Vec<f32> {
    let mut found = Vec::new();
    for (number, unit) in query.units.iter().enumerate() {
        for candidate in &unit.matches {
            let occurrences = &index.in_names[candidate.term];
            found.extend(occurrences.iter().map(|occurrence| Found {
                name: occurrence.name,
                unit: number,
                quality: candidate.quality,
                at: occurrence.at,
                len: occurrence.len,
            }));
        }
    }
    found.sort_unstable_by_key(|found| found.name);
    let mut best = vec![0.0_f32; index.pages.len()];
    for group in found.chunk_by(|a, b| a.name == b.name) {
        let name = &index.names[group[0].name];
        let best = &mut best[name.page];
        *best = best.max(name_score(query, name, group));
    }
    best
}

/// The score of a name: high when it contains much of the query and little else.
fn name_score(query: &Query, name: &Name, found: &[Found]) -> f32 {
    let mut of_query = vec![0.0_f32; query.weights.len()];
    let mut of_name = vec![0.0_f32; name.weights.len()];
    for found in found {
        let unit = &query.units[found.unit];
        raise(&mut of_query[unit.at..unit.at + unit.len], found.quality);
        raise(&mut of_name[found.at..found.at + found.len], found.quality);
    }
    let coverage = PART_OF_NAME + (1.0 - PART_OF_NAME) * share(&name.weights, &of_name);
    let likeness = BY_NAME * share(&query.weights, &of_query) * coverage;
    match (name.kind, name.joined_text == query.joined_text) {
        (NameKind::Title, true) => WHOLE_TITLE,
        (NameKind::Alias, true) => WHOLE_ALIAS,
        (NameKind::Title, false) => likeness,
        (NameKind::Alias, false) => likeness * ALIAS,
        (NameKind::Heading, _) => likeness * HEADING,
    }
}

fn raise(qualities: &mut [f32], quality: f32) {
    for known in qualities {
        *known = known.max(quality);
    }
}

/// The share of the total weight that was found, 0 to 1.
fn share(weights: &[f32], found: &[f32]) -> f32 {
    let all: f32 = weights.iter().sum();
    let part: f32 = weights.iter().zip(found).map(|(weight, found)| weight * found).sum();
    if all > 0.0 { part / all } else { 0.0 }
}
