//! All words of a guide, and the search for those that a typed word may mean.

mod words;

use std::collections::HashMap;
use strsim::osa_distance;
use words::stem;

pub(super) use words::{Word, is_small, words};

/// The number of a word in the vocabulary.
pub(super) type Term = usize;

/// A word of the guide that a typed word may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Match {
    /// The word of the guide.
    pub term: Term,
    /// The quality of the match: 1 for the same word, towards 0 for a distant one.
    pub quality: f32,
}

const SAME: f32 = 1.0;
const SAME_STEM: f32 = 0.92;
/// A related word: `promoted` for `promotion`.
const RELATED: f32 = 0.7;
const ONE_ERROR: f32 = 0.8;
const TWO_ERRORS: f32 = 0.6;
/// A typing error in a word that is still being typed.
const ERROR_IN_PREFIX: f32 = 0.5;
/// Length from which a word may have two errors, and from which a similar word is hardly ever a coincidence.
const LONG: usize = 8;
/// Factor for another first letter: people rarely mistype it.
const OTHER_FIRST_LETTER: f32 = 0.7;

#[derive(Debug, Clone)]
struct VocabularyWord {
    text: String,
    /// The set of its letters as bits, to skip distant words without comparing them.
    letters: u64,
    length: usize,
    /// Whether the guide contains it; otherwise it is two neighbours joined to one word, such as `coverletter`.
    written: bool,
    /// Whether a name or a summary contains it.
    prominent: bool,
}

/// Every word of a guide.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    entries: Vec<VocabularyWord>,
    by_text: HashMap<String, Term>,
    by_stem: HashMap<String, Vec<Term>>,
    /// The words that the guide contains, in alphabetical order.
    sorted: Vec<Term>,
}

impl Vocabulary {
    /// Adds a word if it is new, and returns its number. `written`: the guide contains it as one word.
    pub fn add(&mut self, text: &str, written: bool) -> Term {
        if let Some(&term) = self.by_text.get(text) {
            self.entries[term].written |= written;
            return term;
        }
        let term = self.entries.len();
        self.entries.push(VocabularyWord {
            text: text.to_owned(),
            letters: letters(text),
            length: text.chars().count(),
            written,
            prominent: false,
        });
        self.by_text.insert(text.to_owned(), term);
        self.by_stem.entry(stem(text)).or_default().push(term);
        term
    }

    /// Marks a word that occurs in a name or a summary. A short mistyped word is corrected only to such a word.
    pub fn mark_prominent(&mut self, term: Term) {
        self.entries[term].prominent = true;
    }

    /// Sorts the words for prefix search. Call it once, after the last word was added.
    pub fn sort(&mut self) {
        self.sorted = (0..self.entries.len()).filter(|&term| self.entries[term].written).collect();
        self.sorted.sort_unstable_by(|&a, &b| self.entries[a].text.cmp(&self.entries[b].text));
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The word with this number.
    pub fn text(&self, term: Term) -> &str {
        &self.entries[term].text
    }

    /// The words with the same stem.
    pub fn forms(&self, word: &str) -> &[Term] {
        self.by_stem.get(&stem(word)).map_or(&[], Vec::as_slice)
    }

    /// The word itself and its other forms.
    pub fn same(&self, word: &str) -> Vec<Match> {
        let exact = self.by_text.get(word).copied();
        let forms = self.forms(word).iter().filter(|&&term| Some(term) != exact);
        let exact = exact.map(|term| Match { term, quality: SAME });
        exact.into_iter().chain(forms.map(|&term| Match { term, quality: SAME_STEM })).collect()
    }

    /// The words that a typed word may mean. `open`: it may be incomplete. Typing errors are considered only when nothing else
    /// matches.
    pub fn matches(&self, word: &str, open: bool) -> Vec<Match> {
        let mut found = self.same(word);
        let known = !found.is_empty();
        found.extend(self.completions(word, open));
        if !known {
            found.extend(self.related(word));
        }
        if found.is_empty() {
            found = self.with_errors(word);
        }
        if found.is_empty() && open {
            found = self.with_error_in_prefix(word);
        }
        found
    }

    fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = Term> + 'a {
        let from = self.sorted.partition_point(|&term| self.text(term) < prefix);
        self.sorted[from..].iter().copied().take_while(move |&term| self.text(term).starts_with(prefix))
    }

    /// Longer words that begin with the typed one. Inside a query a word is complete, so only longer prefixes count there.
    fn completions(&self, word: &str, open: bool) -> Vec<Match> {
        let typed = word.chars().count();
        let (least, base) = if open { (1, 0.5) } else { (4, 0.35) };
        if typed < least {
            return Vec::new();
        }
        let longer = self.with_prefix(word).filter(|&term| self.entries[term].length > typed);
        let quality = |term: Term| {
            let missing = &self.text(term)[word.len()..];
            // `c` may mean `c++` and `c#` as well.
            let signs_alone = !missing.contains(char::is_alphanumeric);
            if signs_alone { SAME_STEM } else { base + 0.4 * ratio(typed, self.entries[term].length) }
        };
        longer.map(|term| Match { term, quality: quality(term) }).collect()
    }

    /// Related words: `stress` for `stressful`, `promotion` for `promoted`.
    fn related(&self, word: &str) -> Vec<Match> {
        let stem = stem(word);
        let shorter = (5..word.len())
            .filter(|end| word.len() - end <= 3 && word.is_char_boundary(*end))
            .filter_map(|end| self.by_text.get(&word[..end]).copied());
        let mut related: Vec<Term> = shorter.filter(|&term| self.entries[term].written).collect();
        if stem.len() >= 6 && stem.len() < word.len() {
            related
                .extend(self.with_prefix(&stem).filter(|&term| self.entries[term].length <= word.len() + 3));
        }
        related.sort_unstable();
        related.dedup();
        related.into_iter().map(|term| Match { term, quality: RELATED }).collect()
    }

    fn with_errors(&self, word: &str) -> Vec<Match> {
        let length = word.chars().count();
        let most = match length {
            0..=3 => return Vec::new(),
            4..LONG => 1,
            _ => 2,
        };
        if word.contains(|c: char| c.is_ascii_digit()) {
            return Vec::new();
        }
        let mut near = self.near(word, most);
        let least = near.iter().map(|(_, errors)| *errors).min();
        near.retain(|(_, errors)| Some(*errors) == least);
        near.into_iter()
            .filter_map(|(term, errors)| {
                let base = if errors == 1 { ONE_ERROR } else { TWO_ERRORS };
                let quality = base * self.first_letter(word, term)?;
                Some(Match { term, quality })
            })
            .collect()
    }

    /// The factor for the first letter. `None` when it differs, unless the first two letters were swapped or the word is long.
    fn first_letter(&self, word: &str, term: Term) -> Option<f32> {
        let other = self.text(term);
        let two = |text: &str| (text.chars().next(), text.chars().nth(1));
        let (typed, meant) = (two(word), two(other));
        if typed.0 == meant.0 {
            Some(1.0)
        } else if typed == (meant.1, meant.0) || word.len() >= LONG {
            Some(OTHER_FIRST_LETTER)
        } else {
            None
        }
    }

    fn with_error_in_prefix(&self, word: &str) -> Vec<Match> {
        let length = word.chars().count();
        if length < 5 {
            return Vec::new();
        }
        let has_similar_prefix = |text: &str| {
            let end = text.char_indices().nth(length).map(|(end, _)| end);
            let first = |text: &str| text.chars().next();
            first(text) == first(word) && end.is_some_and(|end| osa_distance(word, &text[..end]) == 1)
        };
        let prominent = self.sorted.iter().copied().filter(|&term| self.entries[term].prominent);
        let near = prominent.filter(|&term| has_similar_prefix(self.text(term)));
        near.map(|term| Match { term, quality: ERROR_IN_PREFIX }).collect()
    }

    /// The words of the guide within `most` typing errors.
    fn near(&self, word: &str, most: usize) -> Vec<(Term, usize)> {
        let (typed, length) = (letters(word), word.chars().count());
        let candidates = self.sorted.iter().copied().filter(|&term| {
            let entry = &self.entries[term];
            let apart = (entry.letters ^ typed).count_ones() as usize;
            (entry.prominent || length >= LONG) && apart <= 2 * most && entry.length.abs_diff(length) <= most
        });
        let measured = candidates.map(|term| (term, osa_distance(word, self.text(term))));
        measured.filter(|(_, errors)| *errors <= most).collect()
    }
}

fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 64))
}

fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
