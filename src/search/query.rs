//! A query, split into words, each with the words of the guide that it may mean.

use super::index::{SMALL_WEIGHT, WordIndex, join};
use super::vocabulary::{Match, Vocabulary, Word, is_small, words};

/// Longer queries are cut. Nobody types this much, and a pasted text must not freeze the screen.
const MAX_CHARACTERS: usize = 240;
const MAX_WORDS: usize = 24;

/// Factor on the quality of a match for two words joined to one.
const JOINED_QUALITY: f32 = 0.95;

/// Matches whose quality is below the best one by no more than this count as equally good.
const MATCH_MARGIN: f32 = 0.1;

/// One word of the query, or two neighbours joined to one word.
#[derive(Debug, Clone)]
pub(super) struct QueryUnit {
    /// The first position in the query.
    pub at: usize,
    /// The number of positions, 1 or 2.
    pub len: usize,
    /// The words of the guide that it may mean.
    pub matches: Vec<Match>,
}

/// A query.
#[derive(Debug, Clone)]
pub(super) struct Query {
    /// The words joined without spaces.
    pub joined_text: String,
    /// The words, and the pairs of neighbours.
    pub units: Vec<QueryUnit>,
    /// The weight of the word at each position, from 0 to 1.
    pub weights: Vec<f32>,
}

impl Query {
    /// Reads a query; `None` if it has no words.
    pub fn new(index: &WordIndex, text: &str) -> Option<Self> {
        let short: String = text.chars().take(MAX_CHARACTERS).collect();
        let mut words = words(&short);
        words.truncate(MAX_WORDS);
        // A query of small words only asks for these words, such as the language Go.
        let all_small = words.iter().all(|word| is_small(&word.text));
        let small: Vec<bool> = words.iter().map(|word| !all_small && is_small(&word.text)).collect();
        let open = short.ends_with(char::is_alphanumeric);
        let units = units(&index.vocabulary, &words, &small, open);
        let weigh =
            |(at, small): (usize, &bool)| if *small { SMALL_WEIGHT } else { weight(index, &units, at) };
        let weights = small.iter().enumerate().map(weigh).collect();
        let joined_text = join(&words.iter().collect::<Vec<_>>());
        (!words.is_empty()).then_some(Self { joined_text, units, weights })
    }

    /// Whether the word at a position is not a small word.
    pub fn counts(&self, at: usize) -> bool {
        self.weights[at] > SMALL_WEIGHT
    }
}

/// The words and the pairs of neighbours with their matches. `open`: the last word may be incomplete.
fn units(vocabulary: &Vocabulary, words: &[Word], small: &[bool], open: bool) -> Vec<QueryUnit> {
    let mut units = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let last = at + 1 == words.len();
        let matches = if small[at] {
            vocabulary.same(&word.text)
        } else {
            vocabulary.matches(&word.text, open && last)
        };
        units.push(QueryUnit { at, len: 1, matches });
        if let Some(next) = words.get(at + 1) {
            let mut matches = vocabulary.same(&join(&[word, next]));
            matches.iter_mut().for_each(|found| found.quality *= JOINED_QUALITY);
            units.push(QueryUnit { at, len: 2, matches });
        }
    }
    units
}

/// The rarity of the word at a position, judged by its best matches.
fn weight(index: &WordIndex, units: &[QueryUnit], at: usize) -> f32 {
    let here = units.iter().filter(|unit| (unit.at..unit.at + unit.len).contains(&at));
    let matches: Vec<Match> = here.flat_map(|unit| unit.matches.iter().copied()).collect();
    let best = matches.iter().map(|found| found.quality).fold(0.0, f32::max);
    let surest = matches.iter().filter(|found| found.quality >= best - MATCH_MARGIN);
    index.rarity(index.named(surest.map(|found| found.term)))
}
