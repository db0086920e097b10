//! The index: where every word of a guide stands.

use super::collect::{NameKind, PageText};
use super::vocabulary::{Term, Vocabulary};
use super::words::{Word, is_small, words};
use crate::guide::id::Link;
use std::collections::BTreeMap;

/// What a small word weighs in a name or a query; a rare word weighs 1.
pub(super) const SMALL_WEIGHT: f32 = 0.06;

/// How much a word says of a page that has it in its title or an alias, a heading, the summary, or once in the body.
const IN_NAME: f32 = 1.0;
const IN_HEADING: f32 = 0.8;
const IN_SUMMARY: f32 = 0.7;
const IN_BODY: f32 = 0.3;

/// Where a word stands in a name: words run together, such as `frontend` for `front-end`, stand on several places.
#[derive(Debug, Clone, Copy)]
pub(super) struct InName {
    /// The number of the name.
    pub name: usize,
    /// The first place.
    pub at: usize,
    /// How many places.
    pub places: usize,
}

/// A name of a page.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// The number of the page.
    pub page: usize,
    /// What kind of name.
    pub kind: NameKind,
    /// All its words, with single spaces.
    pub text: String,
    /// All its words without spaces.
    pub run_together: String,
    /// The weight of the word on each place.
    pub weights: Vec<f32>,
}

/// A paragraph, item or row of a page.
#[derive(Debug, Clone)]
pub(super) struct IndexedText {
    /// As it is shown.
    pub text: String,
    /// Its words and the bytes where they begin.
    pub words: Vec<(Term, usize)>,
}

/// A page as it is kept.
#[derive(Debug, Clone)]
pub(super) struct IndexedPage {
    /// Where it is.
    pub link: Link,
    /// Its summary and body.
    pub texts: Vec<IndexedText>,
}

/// The index.
#[derive(Debug, Clone, Default)]
pub(super) struct WordIndex {
    /// All words.
    pub vocabulary: Vocabulary,
    /// All names, those of a page one after the other.
    pub names: Vec<Name>,
    /// All pages, in the order in which equals are listed.
    pub pages: Vec<IndexedPage>,
    /// For each word the names that have it.
    pub in_names: Vec<Vec<InName>>,
    /// For each word the pages that have it, and how much it says of each, above 0 to 1.
    pub in_pages: Vec<Vec<(usize, f32)>>,
}

impl WordIndex {
    /// Indexes pages.
    pub fn new(pages: Vec<PageText>) -> Self {
        let mut store = Self::default();
        for page in pages {
            store.add(page);
        }
        store.vocabulary.sort();
        store.in_names.resize_with(store.vocabulary.len(), Vec::new);
        store.in_pages.resize_with(store.vocabulary.len(), Vec::new);
        store.weigh();
        store
    }

    /// How rare a word is when so many pages have it: 1 for a single one, towards 0 for all.
    pub fn rarity(&self, pages: usize) -> f32 {
        let all = self.pages.len() as f32;
        (1.0 + all / pages.max(1) as f32).ln() / (1.0 + all).ln()
    }

    /// How many pages have any of the words in a name.
    pub fn named(&self, terms: impl Iterator<Item = Term>) -> usize {
        let mut pages: Vec<usize> =
            terms.flat_map(|term| &self.in_names[term]).map(|place| self.names[place.name].page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages.len()
    }

    fn add(&mut self, page: PageText) {
        let number = self.pages.len();
        let mut says = BTreeMap::new();
        for (kind, name) in page.names {
            let weight = if kind == NameKind::Heading { IN_HEADING } else { IN_NAME };
            for term in self.add_name(number, kind, &name) {
                let said: &mut f32 = says.entry(term).or_default();
                *said = said.max(weight);
            }
        }
        let summary: Vec<IndexedText> = page.summary.into_iter().map(|text| self.cut(text)).collect();
        for (term, _) in summary.iter().flat_map(|text| &text.words) {
            let said = says.entry(*term).or_default();
            *said = said.max(IN_SUMMARY);
        }
        let body: Vec<IndexedText> = page.texts.into_iter().map(|text| self.cut(text)).collect();
        for (term, times) in counted(&body) {
            let said = says.entry(term).or_default();
            *said = said.max(IN_BODY + (IN_SUMMARY - IN_BODY) * (times - 1.0) / (times + 3.0));
        }
        self.in_pages.resize_with(self.vocabulary.len(), Vec::new);
        for (term, said) in says {
            if said >= IN_SUMMARY {
                self.vocabulary.tells(term);
            }
            self.in_pages[term].push((number, said));
        }
        self.pages.push(IndexedPage { link: page.link, texts: summary.into_iter().chain(body).collect() });
    }

    /// Adds a name and gives its words, pairs run together among them.
    fn add_name(&mut self, page: usize, kind: NameKind, name: &str) -> Vec<Term> {
        let words = words(name);
        let number = self.names.len();
        let mut terms = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let term = self.vocabulary.add(&word.text, true);
            self.place(term, InName { name: number, at, places: 1 });
            terms.push(term);
            if let Some(next) = words.get(at + 1) {
                let term = self.vocabulary.add(&run_together(&[word, next]), word.joined);
                self.place(term, InName { name: number, at, places: 2 });
                terms.push(term);
            }
        }
        let run_together = run_together(&words.iter().collect::<Vec<_>>());
        let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        self.names.push(Name { page, kind, text, run_together, weights: vec![0.0; words.len()] });
        terms
    }

    fn place(&mut self, term: Term, place: InName) {
        if self.in_names.len() <= term {
            self.in_names.resize_with(term + 1, Vec::new);
        }
        self.in_names[term].push(place);
    }

    fn cut(&mut self, text: String) -> IndexedText {
        let mut cut = Vec::new();
        let words = words(&text);
        for (word, next) in words.iter().zip(words.iter().skip(1).map(Some).chain([None])) {
            cut.push((self.vocabulary.add(&word.text, true), word.at));
            if let Some(next) = next.filter(|_| word.joined) {
                cut.push((self.vocabulary.add(&run_together(&[word, next]), true), word.at));
            }
        }
        IndexedText { text, words: cut }
    }

    /// Weighs the words of names once it is known how many pages have each.
    fn weigh(&mut self) {
        for term in 0..self.vocabulary.len() {
            let text = self.vocabulary.text(term);
            let named = self.named(self.vocabulary.forms(text).iter().copied());
            let weight = if is_small(text) { SMALL_WEIGHT } else { self.rarity(named) };
            for place in self.in_names[term].iter().filter(|place| place.places == 1) {
                self.names[place.name].weights[place.at] = weight;
            }
        }
    }
}

/// Words without the spaces between.
pub(super) fn run_together(words: &[&Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

fn counted(texts: &[IndexedText]) -> BTreeMap<Term, f32> {
    let mut times = BTreeMap::new();
    for (term, _) in texts.iter().flat_map(|text| &text.words) {
        *times.entry(*term).or_default() += 1.0;
    }
    times
}
