//! What somebody typed, word by word, with what each may mean.

use super::store::{SMALL_WEIGHT, WordIndex, run_together};
use super::vocabulary::{Match, Vocabulary};
use super::words::{Word, is_small, words};

/// Longer queries are cut: nobody types so much, and a paste shall not stop the screen.
const MOST_CHARACTERS: usize = 240;
const MOST_WORDS: usize = 24;

/// Two words run together are somewhat less sure than one.
const RUN_TOGETHER: f32 = 0.95;

/// A meaning is as sure as the best one if it is less likely by no more than this.
const SURE: f32 = 0.1;

/// One word of the query, or two neighbours run together.
#[derive(Debug, Clone)]
pub(super) struct QueryUnit {
    /// The first place in the query.
    pub at: usize,
    /// How many places.
    pub places: usize,
    /// What it may mean.
    pub meant: Vec<Match>,
}

/// A query.
#[derive(Debug, Clone)]
pub(super) struct Query {
    /// All its words without spaces.
    pub run_together: String,
    /// Its words and pairs of words.
    pub units: Vec<QueryUnit>,
    /// How much the word on each place counts.
    pub weights: Vec<f32>,
}

impl Query {
    /// Reads a query; none if it has no words.
    pub fn new(store: &WordIndex, text: &str) -> Option<Self> {
        let short: String = text.chars().take(MOST_CHARACTERS).collect();
        let mut words = words(&short);
        words.truncate(MOST_WORDS);
        // Small words alone are what is asked for, such as the language Go.
        let all_small = words.iter().all(|word| is_small(&word.text));
        let small: Vec<bool> = words.iter().map(|word| !all_small && is_small(&word.text)).collect();
        let open = short.ends_with(char::is_alphanumeric);
        let units = units(&store.vocabulary, &words, &small, open);
        let weigh =
            |(at, small): (usize, &bool)| if *small { SMALL_WEIGHT } else { weight(store, &units, at) };
        let weights = small.iter().enumerate().map(weigh).collect();
        let run_together = run_together(&words.iter().collect::<Vec<_>>());
        (!words.is_empty()).then_some(Self { run_together, units, weights })
    }

    /// Whether a place has no small word.
    pub fn counts(&self, at: usize) -> bool {
        self.weights[at] > SMALL_WEIGHT
    }
}

/// The words and the pairs of neighbours, with what each may mean; `open` where the end of the last may be missing.
fn units(vocabulary: &Vocabulary, words: &[Word], small: &[bool], open: bool) -> Vec<QueryUnit> {
    let mut units = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let last = at + 1 == words.len();
        let meant =
            if small[at] { vocabulary.same(&word.text) } else { vocabulary.meant(&word.text, open && last) };
        units.push(QueryUnit { at, places: 1, meant });
        if let Some(next) = words.get(at + 1) {
            let mut meant = vocabulary.same(&run_together(&[word, next]));
            meant.iter_mut().for_each(|meant| meant.quality *= RUN_TOGETHER);
            units.push(QueryUnit { at, places: 2, meant });
        }
    }
    units
}

/// The rarity of the word on a place, by the surest of what it may mean.
fn weight(store: &WordIndex, units: &[QueryUnit], at: usize) -> f32 {
    let here = units.iter().filter(|unit| (unit.at..unit.at + unit.places).contains(&at));
    let meant: Vec<Match> = here.flat_map(|unit| unit.meant.iter().copied()).collect();
    let best = meant.iter().map(|meant| meant.quality).fold(0.0, f32::max);
    let surest = meant.iter().filter(|meant| meant.quality >= best - SURE);
    store.rarity(store.named(surest.map(|meant| meant.term)))
}
