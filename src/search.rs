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

use crate::guide::id::Link;
use crate::guide::model::{Guide, Library};
use collect::{NameKind, pages};
use excerpt::excerpt;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use query::Query;
use rank::rank;
use std::ops::RangeInclusive;
use store::WordIndex;

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
    store: WordIndex,
}

impl Index {
    /// Indexes a guide with the skills that it asks for.
    #[must_use]
    pub fn new(library: &Library, guide: &Guide) -> Self {
        Self { store: WordIndex::new(pages(library, guide)) }
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
        let pages = ranked.iter().take(most).map(|ranked| &self.store.pages[ranked.page]);
        pages.map(|page| Hit { link: page.link.clone(), excerpt: excerpt(&page.texts, &weights) }).collect()
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
        let mut pages: Vec<usize> = Vec::new();
        for page in self.by_letters(letters) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        let hit = |page: usize| Hit { link: self.store.pages[page].link.clone(), excerpt: String::new() };
        pages.into_iter().take(most).map(hit).collect()
    }

    /// The page of each title that has the letters, the likeliest first.
    fn by_letters(&self, letters: &str) -> impl Iterator<Item = usize> {
        let typed = letters.chars().count();
        let matcher = SkimMatcherV2::default().ignore_case();
        let first = |text: &str| text.chars().next();
        let titles =
            self.store.names.iter().filter(|name| name.kind == NameKind::Title && SHORT.contains(&typed));
        let begin_alike = titles.filter(|name| first(&name.text) == first(letters));
        let least = A_LETTER.saturating_mul(i64::try_from(typed).unwrap_or(i64::MAX));
        let mut found: Vec<(i64, usize)> = begin_alike
            .filter_map(|name| Some((matcher.fuzzy_match(&name.text, letters)?, name.page)))
            .filter(|(score, _)| *score >= least)
            .collect();
        found.sort_by_key(|(score, page)| (-score, *page));
        found.into_iter().map(|(_, page)| page)
    }
}
