//! Every word by which ads are read, ready to be found: the names of skills and tools, headings, cues, titles.

use super::conditions::ConditionKind;
use super::tokens::{Token, keys};
use super::words::{AmbiguousWord, Headings, WordsFile};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Library};
use std::collections::{HashMap, HashSet};

/// The words, as they are embedded.
const WORDS: &str = include_str!("../../data/words/ads.toml");

/// The embedded words are damaged.
#[derive(Debug, thiserror::Error)]
#[error("the words by which coach reads job ads are damaged: reinstall coach ({0})")]
pub struct VocabularyError(String);

/// Texts of one or more words, each with what it means.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    /// By the first word; the longest phrases first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

/// A phrase in a row of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<T> {
    /// The index of its first token.
    pub start: usize,
    /// The index behind its last token.
    pub end: usize,
    /// What it means.
    pub value: T,
}

impl<T: Copy> Phrases<T> {
    /// Phrases that all mean the same.
    pub fn all_mean(mut self, value: T, texts: &[String]) -> Self {
        texts.iter().for_each(|text| self.add(text, value));
        self
    }

    /// Adds a phrase. The first meaning of a phrase stays.
    pub fn add(&mut self, text: &str, value: T) {
        let keys = keys(text);
        let Some(first) = keys.first() else { return };
        let phrases = self.by_first.entry(first.clone()).or_default();
        if phrases.iter().all(|(other, _)| *other != keys) {
            let at = phrases.iter().position(|(other, _)| other.len() < keys.len()).unwrap_or(phrases.len());
            phrases.insert(at, (keys, value));
        }
    }

    /// Takes a phrase out.
    fn remove(&mut self, text: &str) {
        let keys = keys(text);
        if let Some(phrases) = keys.first().and_then(|first| self.by_first.get_mut(first)) {
            phrases.retain(|(other, _)| *other != keys);
        }
    }

    /// The longest phrase that starts at a token.
    pub fn at(&self, tokens: &[Token], start: usize) -> Option<Hit<T>> {
        let first = tokens.get(start)?;
        let phrases = self.by_first.get(&first.key)?;
        let found = |(keys, value): &(Vec<String>, T)| Some((end_of(keys, tokens, start)?, *value));
        let (end, value) = phrases.iter().find_map(found)?;
        Some(Hit { start, end, value })
    }

    /// The phrases in a row of tokens, from left to right, none inside another.
    pub fn hits(&self, tokens: &[Token]) -> Vec<Hit<T>> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.at(tokens, at) {
                Some(hit) => {
                    at = hit.end;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        hits
    }
}

/// The most words that `…` in a phrase stands for.
const GAP: usize = 5;

/// The index behind a phrase that starts at a token.
fn end_of(keys: &[String], tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    let mut keys = keys.iter().peekable();
    while let Some(key) = keys.next() {
        if key == "…" {
            let next = keys.peek()?;
            at = (at..tokens.len().min(at + GAP + 1))
                .find(|at| tokens.get(*at).is_some_and(|token| token.key == **next))?;
        } else if tokens.get(at).is_some_and(|token| token.key == *key) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(at)
}

/// The part of an ad under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What isn't asked, as the ad itself says.
    Denied,
    /// What is welcome.
    Nice,
    /// Benefits, the way to apply, legal text.
    Ignored,
    /// What the firm works with.
    Stack,
    /// What the person will do.
    Duties,
    /// What is asked.
    Required,
    /// The firm, the team, the product.
    About,
}

/// What a word within a sentence says about the need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    NiceBefore,
    NiceAfter,
    Required,
    Mentioned,
    NegatedBefore,
    NegatedAfter,
    Ignored,
}

/// What a name in an ad means: the number of a skill, or no skill of the guide.
pub type Meaning = Option<usize>;

/// The words of an ambiguous tool, ready to be compared.
#[derive(Debug, Clone)]
pub struct Ambiguous {
    pub meaning: Meaning,
    pub alone: bool,
    pub not_before: Vec<Vec<String>>,
}

/// Everything that isn't a name of a skill or a tool.
#[derive(Debug, Clone, Default)]
pub struct Words {
    pub headings: Phrases<Part>,
    pub cues: [Phrases<Cue>; 7],
    pub guide_roles: Phrases<()>,
    pub other_roles: Phrases<()>,
    /// The number of a level of the guide.
    pub levels: Phrases<usize>,
    pub conditions: Phrases<ConditionKind>,
    pub languages: Phrases<usize>,
    /// The English names of the languages.
    pub language_names: Vec<String>,
    pub speaking: Phrases<()>,
}

/// Every word by which the ads for one guide are read.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    skills: Vec<SkillId>,
    names: Phrases<Meaning>,
    /// By their exact spelling.
    ambiguous: HashMap<String, Ambiguous>,
    before: HashSet<String>,
    after: HashSet<String>,
    words: Words,
}

impl Vocabulary {
    /// The vocabulary for a guide.
    ///
    /// # Errors
    /// Where the embedded words can't be read, which a test rules out.
    pub fn new(library: &Library, guide: &Guide) -> Result<Self, VocabularyError> {
        let file: WordsFile = toml::from_str(WORDS).map_err(|error| VocabularyError(error.to_string()))?;
        let skills: Vec<SkillId> = guide.asked_skills().into_iter().cloned().collect();
        let number = |id: &str| skills.iter().position(|skill| skill.as_str() == id);
        let mut names: Phrases<Meaning> = Phrases::default();
        for (skill, terms) in &file.terms {
            let Some(number) = number(skill) else { continue };
            terms.iter().for_each(|term| names.add(term, Some(number)));
        }
        let mut of_guide: Phrases<Meaning> = Phrases::default();
        for (number, id) in skills.iter().enumerate() {
            let Some(skill) = library.skill(id) else { continue };
            let all = skill.aliases.iter().chain([&skill.name]);
            all.for_each(|name| of_guide.add(name, Some(number)));
        }
        file.vague.iter().for_each(|name| of_guide.remove(name));
        for (first, phrases) in of_guide.by_first {
            for (keys, meaning) in phrases {
                let there = names.by_first.entry(first.clone()).or_default();
                if there.iter().all(|(other, _)| *other != keys) {
                    there.push((keys, meaning));
                    there.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
                }
            }
        }
        file.other.iter().for_each(|name| names.add(name, None));
        // An ambiguous word is never found by itself.
        file.ambiguous.iter().for_each(|word| names.remove(&word.word));
        let ambiguous =
            file.ambiguous.iter().map(|word| (word.word.clone(), ambiguous(word, number(&word.skill))));
        Ok(Self {
            ambiguous: ambiguous.collect(),
            before: file.company.before.iter().flat_map(|word| keys(word)).collect(),
            after: file.company.after.iter().flat_map(|word| keys(word)).collect(),
            words: words(&file, guide),
            skills,
            names,
        })
    }

    /// The id of a skill by its number.
    pub(super) fn skill(&self, number: usize) -> Option<&SkillId> {
        self.skills.get(number)
    }

    /// Names that mean a skill or a tool wherever they stand.
    pub(super) const fn names(&self) -> &Phrases<Meaning> {
        &self.names
    }

    /// The ambiguous word with this spelling.
    pub(super) fn ambiguous(&self, raw: &str) -> Option<&Ambiguous> {
        self.ambiguous.get(raw)
    }

    /// Whether a word before an ambiguous one makes it a tool.
    pub(super) fn is_company_before(&self, token: &Token) -> bool {
        self.before.contains(&token.key)
    }

    /// Whether a word behind an ambiguous one makes it a tool.
    pub(super) fn is_company_after(&self, token: &Token) -> bool {
        self.after.contains(&token.key)
    }

    /// Everything that isn't a name of a skill or a tool.
    pub(super) const fn words(&self) -> &Words {
        &self.words
    }
}

fn ambiguous(word: &AmbiguousWord, meaning: Meaning) -> Ambiguous {
    Ambiguous {
        meaning,
        alone: word.alone,
        not_before: word.not_before.iter().map(|words| keys(words)).collect(),
    }
}

fn words(file: &WordsFile, guide: &Guide) -> Words {
    let cues = &file.cues;
    let cue = |cue, texts: &[String]| Phrases::default().all_mean(cue, texts);
    let mut levels = Phrases::default();
    for entry in &file.levels {
        let number = guide.levels.iter().position(|level| level.id.as_str() == entry.level);
        if let Some(number) = number {
            entry.words.iter().for_each(|word| levels.add(word, number));
        }
    }
    let mut conditions = Phrases::default();
    for entry in &file.conditions {
        entry.words.iter().for_each(|word| conditions.add(word, entry.kind));
    }
    let mut languages = Phrases::default();
    for (number, words) in file.languages.values().enumerate() {
        words.iter().for_each(|word| languages.add(word, number));
    }
    Words {
        headings: headings(&file.headings),
        cues: [
            cue(Cue::NiceBefore, &cues.nice_before),
            cue(Cue::NiceAfter, &cues.nice_after),
            cue(Cue::Required, &cues.required),
            cue(Cue::Mentioned, &cues.mentioned),
            cue(Cue::NegatedBefore, &cues.negated_before),
            cue(Cue::NegatedAfter, &cues.negated_after),
            cue(Cue::Ignored, &cues.ignored),
        ],
        guide_roles: Phrases::default().all_mean((), &file.roles.guide),
        other_roles: Phrases::default().all_mean((), &file.roles.other),
        levels,
        conditions,
        languages,
        language_names: file.languages.keys().cloned().collect(),
        speaking: Phrases::default().all_mean((), &file.speaking.words),
    }
}

fn headings(file: &Headings) -> Phrases<Part> {
    Phrases::default()
        .all_mean(Part::Denied, &file.denied)
        .all_mean(Part::Nice, &file.nice)
        .all_mean(Part::Ignored, &file.ignored)
        .all_mean(Part::Stack, &file.stack)
        .all_mean(Part::Duties, &file.duties)
        .all_mean(Part::Required, &file.required)
        .all_mean(Part::About, &file.about)
}

impl Words {
    /// The level of the guide with this number.
    pub fn level<'g>(&self, guide: &'g Guide, number: usize) -> Option<&'g LevelId> {
        guide.levels.get(number).map(|level| &level.id)
    }
}
