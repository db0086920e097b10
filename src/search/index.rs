//! The index: every occurrence of every word in a guide.

mod pages;

use super::vocabulary::{Term, Vocabulary, Word, is_small, words};
use crate::guide::id::Link;
use crate::guide::model::{Guide, Library};
use pages::PageText;
use std::collections::BTreeMap;

pub(super) use pages::NameKind;

/// The weight of a small word in a name or a query. A rare word weighs 1.
pub(super) const SMALL_WEIGHT: f32 = 0.06;

/// The relevance of a word to a page, from 0 to 1: in its title or an alias, in a heading, in the summary, or once in the body.
const IN_NAME: f32 = 1.0;
const IN_HEADING: f32 = 0.8;
const IN_SUMMARY: f32 = 0.7;
const IN_BODY: f32 = 0.3;

/// An occurrence of a word in a name. A joined word, such as `frontend` for `front-end`, covers several positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct InName {
    /// The number of the name.
    pub name: usize,
    /// The first position.
    pub at: usize,
    /// The number of positions.
    pub len: usize,
}

/// A name of a page.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// The number of the page.
    pub page: usize,
    /// The kind of name.
    pub kind: NameKind,
    /// The words, separated by single spaces.
    pub text: String,
    /// The words without spaces.
    pub joined_text: String,
    /// The weight of the word at each position.
    pub weights: Vec<f32>,
}

/// A paragraph, list item or table row of a page.
#[derive(Debug, Clone)]
pub(super) struct IndexedText {
    /// The text as shown.
    pub text: String,
    /// The words, each with the byte where it begins.
    pub words: Vec<(Term, usize)>,
}

/// A page in the index.
#[derive(Debug, Clone)]
pub(super) struct IndexedPage {
    /// The link to it.
    pub link: Link,
    /// The summary, then the body.
    pub texts: Vec<IndexedText>,
}

/// The index of a guide.
#[derive(Debug, Clone, Default)]
pub(super) struct WordIndex {
    /// All words of the guide.
    pub vocabulary: Vocabulary,
    /// All names, grouped by page.
    pub names: Vec<Name>,
    /// All pages, in the order in which equal results are listed.
    pub pages: Vec<IndexedPage>,
    /// For each word, its occurrences in names.
    pub in_names: Vec<Vec<InName>>,
    /// For each word, the pages that contain it, with its relevance to each: above 0, at most 1.
    pub in_pages: Vec<Vec<(usize, f32)>>,
}

impl WordIndex {
    /// Indexes a guide and the skills it requires.
    pub fn new(library: &Library, guide: &Guide) -> Self {
        let mut index = Self::default();
        for page in pages::pages(library, guide) {
            index.add(page);
        }
        index.vocabulary.sort();
        index.in_names.resize_with(index.vocabulary.len(), Vec::new);
        index.in_pages.resize_with(index.vocabulary.len(), Vec::new);
        index.weigh();
        index
    }

    /// The rarity of a word that occurs in `pages` pages: 1 for a single page, towards 0 for all pages.
    pub fn rarity(&self, pages: usize) -> f32 {
        let all = self.pages.len() as f32;
        (1.0 + all / pages.max(1) as f32).ln() / (1.0 + all).ln()
    }

    /// Number of pages that have any of the words in a name.
    pub fn named(&self, terms: impl Iterator<Item = Term>) -> usize {
        let mut pages: Vec<usize> =
            terms.flat_map(|term| &self.in_names[term]).map(|place| self.names[place.name].page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages.len()
    }

    fn add(&mut self, page: PageText) {
        let number = self.pages.len();
        let mut relevance = BTreeMap::new();
        for (kind, name) in page.names {
            let weight = if kind == NameKind::Heading { IN_HEADING } else { IN_NAME };
            for term in self.add_name(number, kind, &name) {
                let known: &mut f32 = relevance.entry(term).or_default();
                *known = known.max(weight);
            }
        }
        let summary: Vec<IndexedText> = page.summary.into_iter().map(|text| self.index_text(text)).collect();
        for (term, _) in summary.iter().flat_map(|text| &text.words) {
            let known = relevance.entry(*term).or_default();
            *known = known.max(IN_SUMMARY);
        }
        let body: Vec<IndexedText> = page.texts.into_iter().map(|text| self.index_text(text)).collect();
        for (term, times) in counted(&body) {
            let known = relevance.entry(term).or_default();
            *known = known.max(IN_BODY + (IN_SUMMARY - IN_BODY) * (times - 1.0) / (times + 3.0));
        }
        self.in_pages.resize_with(self.vocabulary.len(), Vec::new);
        for (term, relevance) in relevance {
            if relevance >= IN_SUMMARY {
                self.vocabulary.mark_prominent(term);
            }
            self.in_pages[term].push((number, relevance));
        }
        self.pages.push(IndexedPage { link: page.link, texts: summary.into_iter().chain(body).collect() });
    }

    /// Adds a name. Returns its words, among them pairs of neighbours joined to one word.
    fn add_name(&mut self, page: usize, kind: NameKind, name: &str) -> Vec<Term> {
        let words = words(name);
        let number = self.names.len();
        let mut terms = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let term = self.vocabulary.add(&word.text, true);
            self.place(term, InName { name: number, at, len: 1 });
            terms.push(term);
            if let Some(next) = words.get(at + 1) {
                let term = self.vocabulary.add(&join(&[word, next]), word.joined);
                self.place(term, InName { name: number, at, len: 2 });
                terms.push(term);
            }
        }
        let joined_text = join(&words.iter().collect::<Vec<_>>());
        let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        self.names.push(Name { page, kind, text, joined_text, weights: vec![0.0; words.len()] });
        terms
    }

    fn place(&mut self, term: Term, place: InName) {
        if self.in_names.len() <= term {
            self.in_names.resize_with(term + 1, Vec::new);
        }
        self.in_names[term].push(place);
    }

    fn index_text(&mut self, text: String) -> IndexedText {
        let mut found = Vec::new();
        let words = words(&text);
        for (word, next) in words.iter().zip(words.iter().skip(1).map(Some).chain([None])) {
            found.push((self.vocabulary.add(&word.text, true), word.at));
            if let Some(next) = next.filter(|_| word.joined) {
                found.push((self.vocabulary.add(&join(&[word, next]), true), word.at));
            }
        }
        IndexedText { text, words: found }
    }

    /// Sets the weights of the words in names. Needs all pages to be added, as a weight depends on how many pages have the word.
    fn weigh(&mut self) {
        for term in 0..self.vocabulary.len() {
            let text = self.vocabulary.text(term);
            let named = self.named(self.vocabulary.forms(text).iter().copied());
            let weight = if is_small(text) { SMALL_WEIGHT } else { self.rarity(named) };
            for place in self.in_names[term].iter().filter(|place| place.len == 1) {
                self.names[place.name].weights[place.at] = weight;
            }
        }
    }
}

/// The words joined without spaces.
pub(super) fn join(words: &[&Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

fn counted(texts: &[IndexedText]) -> BTreeMap<Term, f32> {
    let mut times = BTreeMap::new();
    for (term, _) in texts.iter().flat_map(|text| &text.words) {
        *times.entry(*term).or_default() += 1.0;
    }
    times
}
