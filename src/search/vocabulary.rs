//! Every word of a guide, and which of them a typed word means.

use super::words::stem;
use std::collections::HashMap;
use strsim::osa_distance;

/// The number of a word in the vocabulary.
pub(super) type Term = usize;

/// A word of the guide that a typed word may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Match {
    /// The word of the guide.
    pub term: Term,
    /// How likely it is meant: 1 for the same word, towards 0 for a distant one.
    pub quality: f32,
}

const SAME: f32 = 1.0;
const SAME_STEM: f32 = 0.92;
/// `promoted` for `promotion`: the forms part after the stem.
const AKIN: f32 = 0.7;
const ONE_ERROR: f32 = 0.8;
const TWO_ERRORS: f32 = 0.6;
/// An error while a word is still being typed.
const ERROR_IN_BEGINNING: f32 = 0.5;
/// From so many letters on two errors are looked for, and a likeness is hardly ever chance.
const LONG: usize = 8;
/// People rarely mistype the first letter.
const OTHER_FIRST_LETTER: f32 = 0.7;

#[derive(Debug, Clone)]
struct VocabularyWord {
    text: String,
    /// Its letters as a set, to pass over distant words without comparing them.
    letters: u64,
    length: usize,
    /// Whether it stands so in the guide; else it is two words run together, such as `coverletter`.
    written: bool,
    /// Whether it stands in a name or a summary.
    telling: bool,
}

/// Every word of a guide.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    entries: Vec<VocabularyWord>,
    by_text: HashMap<String, Term>,
    by_stem: HashMap<String, Vec<Term>>,
    /// The written words in alphabetical order.
    sorted: Vec<Term>,
}

impl Vocabulary {
    /// The number of a word, which is added if it is new.
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
            telling: false,
        });
        self.by_text.insert(text.to_owned(), term);
        self.by_stem.entry(stem(text)).or_default().push(term);
        term
    }

    /// Notes that a word stands in a name or a summary. A short word typed wrong is taken for none but these.
    pub fn tells(&mut self, term: Term) {
        self.entries[term].telling = true;
    }

    /// To be called once, after the last word was added.
    pub fn sort(&mut self) {
        self.sorted = (0..self.entries.len()).filter(|&term| self.entries[term].written).collect();
        self.sorted.sort_unstable_by(|&a, &b| self.entries[a].text.cmp(&self.entries[b].text));
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// A word by its number.
    pub fn text(&self, term: Term) -> &str {
        &self.entries[term].text
    }

    /// The words that share a stem.
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

    /// What a typed word may mean; `open` where its end may still be missing. Errors are looked for where it is no
    /// word otherwise.
    pub fn meant(&self, word: &str, open: bool) -> Vec<Match> {
        let mut found = self.same(word);
        let known = !found.is_empty();
        found.extend(self.completions(word, open));
        if !known {
            found.extend(self.akin(word));
        }
        if found.is_empty() {
            found = self.with_errors(word);
        }
        if found.is_empty() && open {
            found = self.with_error_in_beginning(word);
        }
        found
    }

    fn beginning_with<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = Term> + 'a {
        let from = self.sorted.partition_point(|&term| self.text(term) < beginning);
        self.sorted[from..].iter().copied().take_while(move |&term| self.text(term).starts_with(beginning))
    }

    /// Longer words that begin so. Within a query a word is whole, so little may be missing.
    fn completions(&self, word: &str, open: bool) -> Vec<Match> {
        let typed = word.chars().count();
        let (least, base) = if open { (1, 0.5) } else { (4, 0.35) };
        if typed < least {
            return Vec::new();
        }
        let longer = self.beginning_with(word).filter(|&term| self.entries[term].length > typed);
        let quality = |term: Term| {
            let missing = &self.text(term)[word.len()..];
            // Who types `c` may mean `c++` and `c#` just as well.
            let signs_alone = !missing.contains(char::is_alphanumeric);
            if signs_alone { SAME_STEM } else { base + 0.4 * ratio(typed, self.entries[term].length) }
        };
        longer.map(|term| Match { term, quality: quality(term) }).collect()
    }

    /// `stress` for `stressful`, `promotion` for `promoted`.
    fn akin(&self, word: &str) -> Vec<Match> {
        let stem = stem(word);
        let shorter = (5..word.len())
            .filter(|end| word.len() - end <= 3 && word.is_char_boundary(*end))
            .filter_map(|end| self.by_text.get(&word[..end]).copied());
        let mut akin: Vec<Term> = shorter.filter(|&term| self.entries[term].written).collect();
        if stem.len() >= 6 && stem.len() < word.len() {
            akin.extend(
                self.beginning_with(&stem).filter(|&term| self.entries[term].length <= word.len() + 3),
            );
        }
        akin.sort_unstable();
        akin.dedup();
        akin.into_iter().map(|term| Match { term, quality: AKIN }).collect()
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

    /// Another first letter is taken for an error only where the letters were swapped or the word is long.
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

    fn with_error_in_beginning(&self, word: &str) -> Vec<Match> {
        let length = word.chars().count();
        if length < 5 {
            return Vec::new();
        }
        let begins_nearly_so = |text: &str| {
            let end = text.char_indices().nth(length).map(|(end, _)| end);
            let first = |text: &str| text.chars().next();
            first(text) == first(word) && end.is_some_and(|end| osa_distance(word, &text[..end]) == 1)
        };
        let telling = self.sorted.iter().copied().filter(|&term| self.entries[term].telling);
        let near = telling.filter(|&term| begins_nearly_so(self.text(term)));
        near.map(|term| Match { term, quality: ERROR_IN_BEGINNING }).collect()
    }

    /// The written words within so many errors.
    fn near(&self, word: &str, most: usize) -> Vec<(Term, usize)> {
        let (typed, length) = (letters(word), word.chars().count());
        let candidates = self.sorted.iter().copied().filter(|&term| {
            let entry = &self.entries[term];
            let apart = (entry.letters ^ typed).count_ones() as usize;
            (entry.telling || length >= LONG) && apart <= 2 * most && entry.length.abs_diff(length) <= most
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
