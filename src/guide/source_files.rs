//! The files of a data folder as types: one type for each kind of file, before the files are put together as a
//! [`Library`](super::model::Library).

use super::fault::{Fault, line_of};
use super::id::{GuideId, LevelId, SkillId, SourceId};
use super::model::{EmployerPreference, Faq, GuidePart, Pay, Scoring, Section, Skill, Source, Track, Years};
use super::month::Month;
use super::scale::Rating;
use indexmap::IndexMap;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A file parsed into a type. It keeps its text, so that a fault can name a line.
#[derive(Debug)]
pub(super) struct ParsedFile<T> {
    /// The path below the data folder.
    pub path: String,
    /// The text as read.
    pub text: String,
    /// The parsed content.
    pub value: T,
}

impl<T> ParsedFile<T> {
    /// A fault at a key of this file; an empty key means the file as a whole.
    pub fn fault(&self, key: impl Into<String>, problem: impl Into<String>) -> Fault {
        let key = key.into();
        Fault { file: self.path.clone(), line: line_of(&self.text, &key), key, problem: problem.into() }
    }

    /// The file's name without `.toml`.
    pub fn stem(&self) -> &str {
        stem(&self.path)
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// `guide.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideFile {
    /// The same as the folder's name.
    pub id: GuideId,
    /// The career.
    pub title: String,
    /// Other names of the career.
    pub aliases: Vec<String>,
    /// A summary in one line.
    pub summary: String,
    /// The constants of the scoring model.
    pub scoring: Scoring,
    /// The employers who care how the career was learnt; at least one.
    pub employer_preferences: Vec<EmployerPreference>,
    /// The table of contents.
    pub parts: Vec<GuidePart>,
}

/// `levels.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelsFile {
    /// The month in which the content was last checked.
    pub checked: Month,
    /// From the lowest level up.
    pub levels: Vec<LevelRecord>,
}

/// A level without the skills it asks for; those are in the matrix.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelRecord {
    pub id: LevelId,
    pub title: String,
    pub short: String,
    pub track: Track,
    pub aliases: Vec<String>,
    pub summary: String,
    pub does: Vec<String>,
    pub focus: Vec<String>,
    #[serde(default)]
    pub much_like: Option<LevelId>,
    pub years: Years,
    pub pay: Pay,
}

/// `faqs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FaqsFile {
    /// In display order.
    pub faqs: Vec<Faq>,
}

/// `matrix.toml`: by level, then by skill.
pub(super) type MatrixFile = IndexMap<LevelId, IndexMap<SkillId, MatrixCell>>;

/// A level's requirement for a skill.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MatrixCell {
    pub required: Rating,
    pub weight: u32,
    /// A floor that is new at this level or higher than before; those of the levels before it hold anyway.
    #[serde(default)]
    pub must_have: Option<Rating>,
}

/// `sources.toml`.
pub(super) type SourcesFile = IndexMap<SourceId, Source>;

/// The files of one guide. A file is `None` when it is missing or couldn't be parsed.
#[derive(Debug, Default)]
pub(super) struct GuideFiles {
    pub guide: Option<ParsedFile<GuideFile>>,
    pub sources: Option<ParsedFile<SourcesFile>>,
    pub levels: Option<ParsedFile<LevelsFile>>,
    pub matrix: Option<ParsedFile<MatrixFile>>,
    pub faqs: Option<ParsedFile<FaqsFile>>,
    pub sections: Vec<ParsedFile<Section>>,
}

/// All files of a data folder that could be parsed.
#[derive(Debug, Default)]
pub(super) struct ParsedFolder {
    /// Skill records.
    pub skills: Vec<ParsedFile<Skill>>,
    /// Guides by folder name.
    pub guides: BTreeMap<String, GuideFiles>,
    /// Paths of the files that couldn't be parsed. What they define counts as known, so that one fault isn't reported twice.
    pub unread: BTreeSet<String>,
}
