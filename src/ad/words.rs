//! `data/words/ads.toml`: the words by which ads are read.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsFile {
    pub vague: Vec<String>,
    pub other: Vec<String>,
    pub terms: BTreeMap<String, Vec<String>>,
    pub ambiguous: Vec<AmbiguousWord>,
    pub company: Company,
    pub headings: Headings,
    pub cues: CueLists,
    pub roles: Roles,
    pub levels: Vec<LevelWords>,
    pub conditions: Vec<ConditionWords>,
    pub languages: BTreeMap<String, Vec<String>>,
    pub speaking: Speaking,
}

/// A word that means a tool only in its spelling and in company.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbiguousWord {
    pub word: String,
    /// Empty where the tool belongs to no skill.
    pub skill: String,
    /// Whether the spelling alone is enough.
    #[serde(default)]
    pub alone: bool,
    #[serde(default)]
    pub not_before: Vec<String>,
}

/// What stands beside an ambiguous word where it means the tool.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    pub before: Vec<String>,
    pub after: Vec<String>,
}

/// How an ad heads its parts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    pub required: Vec<String>,
    pub nice: Vec<String>,
    pub duties: Vec<String>,
    pub stack: Vec<String>,
    pub about: Vec<String>,
    pub ignored: Vec<String>,
    pub denied: Vec<String>,
}

/// Words within a sentence that say how much something is needed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueLists {
    pub nice_before: Vec<String>,
    pub nice_after: Vec<String>,
    pub required: Vec<String>,
    pub mentioned: Vec<String>,
    pub negated_before: Vec<String>,
    pub negated_after: Vec<String>,
    pub ignored: Vec<String>,
}

/// Titles of the guide's job and of others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    pub guide: Vec<String>,
    pub other: Vec<String>,
}

/// How a level is named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelWords {
    pub level: String,
    pub words: Vec<String>,
}

/// How a condition is named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionWords {
    pub kind: super::conditions::ConditionKind,
    pub words: Vec<String>,
}

/// What stands near a language that somebody has to speak.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaking {
    pub words: Vec<String>,
}
