//! Search over a whole guide: sections, frequent questions, skills and levels.
//!
//! A subsequence matcher alone finds neither `kuberentes` nor whole questions, so a query is read word by word: the same
//! word, another form of it, its beginning, or the word with a typing error. A page is ranked by how closely its names (title,
//! aliases, headings) match the whole query, and by where the words of the query occur in it; rare words count more. The
//! subsequence matcher comes last, for abbreviations of titles.

mod excerpt;
mod index;
mod query;
mod rank;
mod vocabulary;

use crate::guide::id::Link;
use crate::guide::model::{Guide, Library};
use excerpt::excerpt;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use index::{NameKind, WordIndex};
use query::Query;
use rank::rank;
use std::ops::RangeInclusive;

/// Number of letters in an abbreviation of a title.
const ABBREVIATION_LENGTH: RangeInclusive<usize> = 4..=16;
/// Minimum score per letter from the matcher. Letters that stand together reach it, scattered ones don't.
const MIN_LETTER_SCORE: i64 = 16;

/// An excerpt ignores a match that is worse than the best one by more than this, on a scale from 0 to 1.
const EXCERPT_MARGIN: f32 = 0.25;

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The page found.
    pub link: Link,
    /// The text around the words found, at limit 112 characters; empty when only the title matched.
    pub excerpt: String,
}

/// Searches a guide once: at most `limit` results, the best first. To search again, keep an [`Index`].
#[must_use]
pub fn search(library: &Library, guide: &Guide, query: &str, limit: usize) -> Vec<Hit> {
    Index::new(library, guide).search(query, limit)
}

/// A guide indexed for search, fast enough to search at every key.
#[derive(Debug, Clone)]
pub struct Index {
    words: WordIndex,
}

impl Index {
    /// Indexes a guide and the skills it requires.
    #[must_use]
    pub fn new(library: &Library, guide: &Guide) -> Self {
        Self { words: WordIndex::new(library, guide) }
    }

    /// Searches the guide: at most `limit` results, the best first. The last word may be incomplete. A query without words, or
    /// only with words that the guide doesn't have, gives no results.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let Some(query) = Query::new(&self.words, query) else { return Vec::new() };
        let ranked = rank(&self.words, &query);
        if ranked.is_empty() {
            return self.abbreviated(&query.joined_text, limit);
        }
        let weights = self.weights(&query);
        let pages = ranked.iter().take(limit).map(|ranked| &self.words.pages[ranked.page]);
        pages.map(|page| Hit { link: page.link.clone(), excerpt: excerpt(&page.texts, &weights) }).collect()
    }

    /// For each word of the guide, its weight in an excerpt: 0 when the query doesn't match it.
    fn weights(&self, query: &Query) -> Vec<f32> {
        let mut weights = vec![0.0_f32; self.words.vocabulary.len()];
        for unit in query.units.iter().filter(|unit| query.counts(unit.at)) {
            let best = unit.matches.iter().map(|found| found.quality).fold(0.0, f32::max);
            for found in unit.matches.iter().filter(|found| found.quality >= best - EXCERPT_MARGIN) {
                let weight = &mut weights[found.term];
                *weight = weight.max(found.quality * query.weights[unit.at]);
            }
        }
        weights
    }

    /// Finds pages by an abbreviation of their title: its letters in order, close together or at the start of words.
    fn abbreviated(&self, letters: &str, limit: usize) -> Vec<Hit> {
        let mut pages: Vec<usize> = Vec::new();
        for page in self.by_letters(letters) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        let hit = |page: usize| Hit { link: self.words.pages[page].link.clone(), excerpt: String::new() };
        pages.into_iter().take(limit).map(hit).collect()
    }

    /// The page of each title that contains the letters, the best match first. A page may repeat.
    fn by_letters(&self, letters: &str) -> impl Iterator<Item = usize> {
        let typed = letters.chars().count();
        let matcher = SkimMatcherV2::default().ignore_case();
        let first = |text: &str| text.chars().next();
        let titles = self
            .words
            .names
            .iter()
            .filter(|name| name.kind == NameKind::Title && ABBREVIATION_LENGTH.contains(&typed));
        let begin_alike = titles.filter(|name| first(&name.text) == first(letters));
        let least = MIN_LETTER_SCORE.saturating_mul(i64::try_from(typed).unwrap_or(i64::MAX));
        let mut found: Vec<(i64, usize)> = begin_alike
            .filter_map(|name| Some((matcher.fuzzy_match(&name.text, letters)?, name.page)))
            .filter(|(score, _)| *score >= least)
            .collect();
        found.sort_by_key(|(score, page)| (-score, *page));
        found.into_iter().map(|(_, page)| page)
    }
}
