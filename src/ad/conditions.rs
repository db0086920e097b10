//! What an ad asks of the person besides skills: a degree, a place, a language.

use super::Need;
use super::cues::Context;
use super::parts::Clause;
use super::text::shortened;
use super::vocabulary::{Hit, Part, Words};
use serde::Deserialize;

/// The kind of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionKind {
    /// A degree.
    Degree,
    /// A check of the person by the state or the firm.
    Clearance,
    /// The right to work in a country.
    WorkPermit,
    /// A place to work or to live.
    Place,
    /// Being reachable outside working hours.
    OnCall,
    /// Travelling.
    Travel,
    /// A language to speak.
    Language,
}

impl ConditionKind {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Clearance => "clearance",
            Self::WorkPermit => "work-permit",
            Self::Place => "place",
            Self::OnCall => "on-call",
            Self::Travel => "travel",
            Self::Language => "language",
        }
    }

    /// The name in text.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Degree => "a degree",
            Self::Clearance => "a background check or clearance",
            Self::WorkPermit => "the right to work there",
            Self::Place => "a place",
            Self::OnCall => "being on call",
            Self::Travel => "travelling",
            Self::Language => "a language",
        }
    }
}

/// Something that an ad asks of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Its kind.
    pub kind: ConditionKind,
    /// The sentence, at most some 160 characters.
    pub text: String,
    /// The line of the ad, from 1.
    pub line: usize,
}

/// The most characters of a sentence.
const SENTENCE: usize = 160;

/// The conditions of an ad in reading order, and the languages by their English names.
pub fn find(clauses: &[Clause<'_>], words: &Words) -> (Vec<Condition>, Vec<String>) {
    let mut conditions: Vec<Condition> = Vec::new();
    let mut languages: Vec<String> = Vec::new();
    for clause in clauses {
        let mut add = |kind, start: usize| {
            let at = clause.tokens.get(start).map_or(0, |token| token.start);
            let line = clause.line.position(at).line;
            if !conditions.iter().any(|other| other.kind == kind && other.line == line) {
                conditions.push(Condition { kind, text: shortened(&clause.text(), SENTENCE), line });
            }
        };
        let hits = words.conditions.hits(&clause.tokens);
        let mut named = vec![false; clause.tokens.len()];
        mark(&mut named, &hits);
        let spoken = words.languages.hits(&clause.tokens);
        mark(&mut named, &spoken);
        if hits.is_empty() && spoken.is_empty() {
            continue;
        }
        let context = Context::new(clause, &named, words);
        for hit in hits {
            if is_asked(clause, &context, &hit) {
                add(hit.value, hit.start);
            }
        }
        let mut has_language = false;
        for hit in spoken.iter().filter(|hit| is_about_speaking(clause, words, hit)) {
            let is_aside = clause.part == Some(Part::Ignored) && !is_fluent(clause);
            if context.is_denied(hit.start, hit.end) || is_aside || clause.part == Some(Part::Denied) {
                continue;
            }
            let Some(name) = words.language_names.get(hit.value) else { continue };
            if !languages.contains(name) {
                languages.push(name.clone());
            }
            // One sentence is one condition, however many languages it names.
            let need = context.need(hit.start, hit.end);
            let is_asked = need == Some(Need::Required)
                || is_fluent(clause)
                || (clause.part.is_none() && need == Some(Need::Mentioned));
            if is_asked && need != Some(Need::Nice) && !has_language {
                has_language = true;
                add(ConditionKind::Language, hit.start);
            }
        }
    }
    (conditions, languages)
}

fn mark<T>(named: &mut [bool], hits: &[Hit<T>]) {
    for hit in hits {
        named.iter_mut().take(hit.end).skip(hit.start).for_each(|named| *named = true);
    }
}

/// Whether a condition holds for the applicant and has no way around it.
fn is_asked(clause: &Clause<'_>, context: &Context<'_>, hit: &Hit<ConditionKind>) -> bool {
    if clause.part == Some(Part::Denied)
        || (hit.value != ConditionKind::WorkPermit && context.is_denied_widely(hit.start, hit.end))
    {
        return false;
    }
    let low = clause.text().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| low.contains(word));
    let need = context.need(hit.start, hit.end);
    match hit.value {
        ConditionKind::Degree => {
            const WAYS: &[&str] = &[
                "egal",
                "oder einfach",
                "no matter where",
                "or comparable experience",
                "or comparable qualification",
                "or equivalent",
                "equivalent experience",
                "or similar",
                "recommended but",
                "not required",
                "not necessary",
                "no matter",
                "oder vergleichbar",
                "vergleichbare qualifikation",
                "quereinst",
                "ou équivalent",
                "o equivalente",
                "ou equivalente",
                "whether",
                "egal ob",
                "your degree",
                "degree of",
            ];
            need == Some(Need::Required) && !has(WAYS)
        }
        ConditionKind::WorkPermit => {
            const OFFERED: [&str; 8] = [
                "we sponsor",
                "we can sponsor",
                "we will sponsor",
                "we offer visa",
                "visa sponsorship available",
                "sponsorship is available",
                "happy to sponsor",
                "we help with",
            ];
            !has(&OFFERED)
        }
        ConditionKind::Place => {
            const FREE: &[&str] = &[
                "from anywhere",
                "wherever you",
                "anywhere in the world",
                "any country",
                "optional",
                "if you like",
                "if you want",
                "whenever you",
                "as you like",
                "your choice",
                "up to you",
                "freiwillig",
                "wenn du magst",
                "nach wunsch",
                "voluntar",
                "si quieres",
                "se quiser",
                "can be fully remote",
                "company based in",
                "agency based in",
            ];
            !has(FREE) && need != Some(Need::Nice)
        }
        ConditionKind::OnCall | ConditionKind::Travel => {
            need != Some(Need::Nice)
                && !has(&[
                    "travel expenses",
                    "travel budget",
                    "travel card",
                    "travel allowance",
                    "travel companies",
                    "travel industry",
                    "customer support",
                    "24/7 support",
                ])
                && (clause.part != Some(Part::Ignored))
        }
        ConditionKind::Clearance => need != Some(Need::Nice),
        ConditionKind::Language => false,
    }
}

/// Whether a sentence that names a language is about speaking it.
fn is_about_speaking(clause: &Clause<'_>, words: &Words, hit: &Hit<usize>) -> bool {
    const ENDS: [&str; 5] = [",", ":", "–", "|", "("];
    let is_end = |at: &usize| clause.tokens.get(*at).is_some_and(|token| ENDS.contains(&token.raw.as_str()));
    let from = (0..hit.start).rev().find(is_end).map_or(0, |end| end + 1);
    let to = (hit.end..clause.tokens.len()).find(is_end).unwrap_or(clause.tokens.len());
    let near = clause.tokens.get(from..to).unwrap_or_default();
    let speaks = !words.speaking.hits(near).is_empty();
    // The language alone, between two commas or under a heading: `English (C1), French`.
    let is_alone = near.iter().filter(|token| !token.is_mark()).count() <= 2;
    let all = !words.speaking.hits(&clause.tokens).is_empty();
    let is_asking = matches!(clause.part, Some(Part::Required | Part::Nice));
    speaks || (is_alone && (all || is_asking))
}

/// Whether a sentence says how well a language has to be spoken.
fn is_fluent(clause: &Clause<'_>) -> bool {
    const WELL: [&str; 16] = [
        "fluent",
        "fluently",
        "c1",
        "c2",
        "b1",
        "b2",
        "native",
        "fließend",
        "verhandlungssicher",
        "courant",
        "fluido",
        "fluente",
        "must",
        "bilingue",
        "obligatory",
        "indispensable",
    ];
    clause.tokens.iter().any(|token| WELL.contains(&token.key.as_str()))
}
