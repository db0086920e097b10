//! Search over everything in a guide: sections, frequent questions, skills and levels.
//!
//! A subsequence matcher alone finds neither `kuberentes` nor whole questions, so a query is read word by word: the same
//! word, another form of it, its beginning, or one with a typing error. A page answers by the likeness of its names (title,
//! aliases, headings) to the whole query and by where its words stand in the page; rare words count more. The matcher is asked
//! last, for abbreviations of titles.

mod collect;
mod excerpt;
mod query;
mod rank;
mod store;
mod vocabulary;
mod words;

use super::id::Link;
use super::model::{Guide, Library};
use collect::{Kind, pages};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use query::Query;
use rank::rank;
use std::ops::RangeInclusive;
use store::{Kept, Name, Store};

/// So many letters may abbreviate a title.
const SHORT: RangeInclusive<usize> = 4..=16;
/// What the matcher gives for a letter at least if the letters stand together; scattered ones get less.
const A_LETTER: i64 = 16;

/// A meaning so much less likely than the best one is not shown in an excerpt.
const MUCH_LESS: f32 = 0.25;

/// Something that answers to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it is.
    pub link: Link,
    /// The words around what was found; empty where the title says it all.
    pub excerpt: String,
}

/// What answers to a query, best first, at most `most`. To search more than once, keep an [`Index`].
#[must_use]
pub fn search(library: &Library, guide: &Guide, query: &str, most: usize) -> Vec<Hit> {
    Index::new(library, guide).search(query, most)
}

/// Everything in a guide, made ready to be searched at every key.
#[derive(Debug, Clone)]
pub struct Index {
    store: Store,
}

impl Index {
    /// Indexes a guide with the skills that it asks for.
    #[must_use]
    pub fn new(library: &Library, guide: &Guide) -> Self {
        Self { store: Store::new(pages(library, guide)) }
    }

    /// What answers to a query, best first, at most `most`. The last word may be incomplete. A query without words, or of
    /// words that are nowhere in the guide, has no answer.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit> {
        let Some(query) = Query::new(&self.store, query) else { return Vec::new() };
        let ranked = rank(&self.store, &query);
        if ranked.is_empty() {
            return self.abbreviated(&query.run_together, most);
        }
        let weights = self.weights(&query);
        let hit = |page: &Kept| Hit { link: page.link.clone(), excerpt: excerpt(page, &weights) };
        ranked.iter().take(most).map(|ranked| hit(&self.store.pages[ranked.page])).collect()
    }

    /// For each word of the guide how much it says that it was found.
    fn weights(&self, query: &Query) -> Vec<f32> {
        let mut weights = vec![0.0_f32; self.store.vocabulary.len()];
        for unit in query.units.iter().filter(|unit| query.counts(unit.at)) {
            let best = unit.meant.iter().map(|meant| meant.quality).fold(0.0, f32::max);
            for meant in unit.meant.iter().filter(|meant| meant.quality >= best - MUCH_LESS) {
                let weight = &mut weights[meant.term];
                *weight = weight.max(meant.quality * query.weights[unit.at]);
            }
        }
        weights
    }

    /// Pages with a title that has the letters in this order, near each other or at the beginnings of words.
    fn abbreviated(&self, letters: &str, most: usize) -> Vec<Hit> {
        let typed = letters.chars().count();
        if !SHORT.contains(&typed) {
            return Vec::new();
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let begins_alike = |name: &&Name| name.text.chars().next() == letters.chars().next();
        let titles = self.store.names.iter().filter(|name| name.kind == Kind::Title).filter(begins_alike);
        let scored = titles.filter_map(|name| Some((matcher.fuzzy_match(&name.text, letters)?, name.page)));
        let least = A_LETTER * i64::try_from(typed).unwrap_or(i64::MAX);
        let mut found: Vec<(i64, usize)> = scored.filter(|(score, _)| *score >= least).collect();
        found.sort_by_key(|(score, page)| (-score, *page));
        let mut pages: Vec<usize> = Vec::new();
        for (_, page) in found {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        let hit = |page: usize| Hit { link: self.store.pages[page].link.clone(), excerpt: String::new() };
        pages.into_iter().take(most).map(hit).collect()
    }
}

/// The part of a page's text that says most of the query; empty if it has none of it.
fn excerpt(page: &Kept, weights: &[f32]) -> String {
    let mut best = (0.0, String::new());
    for text in &page.texts {
        let mut seen = Vec::new();
        let mut sum = 0.0;
        let mut first = None;
        for (term, at) in &text.words {
            if weights[*term] > 0.0 && !seen.contains(term) {
                seen.push(*term);
                sum += weights[*term];
                first = first.or(Some(*at));
            }
        }
        if let Some(at) = first.filter(|_| sum > best.0) {
            best = (sum, excerpt::around(&text.text, at));
        }
    }
    best.1
}
