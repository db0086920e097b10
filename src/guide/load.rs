//! Reads a data folder into the typed model, and reports all of its faults together.

use super::check;
use super::fault::{Fault, Faults, line_at, line_of};
use super::id::{GuideId, LevelId, SectionId, SkillId, SourceId};
use super::model::{
    Ask, EmployerPreference, Faq, Guide, GuidePart, Level, Library, Pay, Scoring, Section, Skill, Source,
    Track, Years,
};
use super::scale::Rating;
use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io, path::Path};

/// A file of the data folder: its path below that folder, with `/`, and its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataFile {
    /// For example `guides/back-end-developer/levels.toml`.
    pub path: String,
    /// The whole content.
    pub text: String,
}

/// A typed file with the text it was read from, so that a fault can name its line.
#[derive(Debug)]
pub(super) struct ParsedFile<T> {
    /// The path below the data folder.
    pub path: String,
    /// The text as read.
    pub text: String,
    /// What it says.
    pub value: T,
}

impl<T> ParsedFile<T> {
    /// A fault at a key of this file.
    pub fn fault(&self, key: impl Into<String>, problem: impl Into<String>) -> Fault {
        let key = key.into();
        Fault { file: self.path.clone(), line: line_of(&self.text, &key), key, problem: problem.into() }
    }

    /// The file's name without its ending.
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
    /// Equals the folder's name.
    pub id: GuideId,
    /// The career.
    pub title: String,
    /// Other names of the career.
    pub aliases: Vec<String>,
    /// One line.
    pub summary: String,
    /// The constants of the scoring model.
    pub scoring: Scoring,
    /// Who looks at how the career was learnt.
    pub employer_preferences: Vec<EmployerPreference>,
    /// The contents.
    pub parts: Vec<GuidePart>,
}

/// `levels.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelsFile {
    /// From the lowest up.
    pub levels: Vec<LevelRecord>,
}

/// A level without what it asks, which stands in the matrix.
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
    pub years: Years,
    pub pay: Pay,
}

/// `faqs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FaqsFile {
    /// In the order of showing.
    pub faqs: Vec<Faq>,
}

/// `matrix.toml`: by level, then by skill.
pub(super) type MatrixFile = IndexMap<LevelId, IndexMap<SkillId, MatrixCell>>;

/// What a level asks of a skill.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MatrixCell {
    pub required: Rating,
    pub weight: u32,
    #[serde(default)]
    pub must_have: Option<Rating>,
}

/// `sources.toml`.
pub(super) type SourcesFile = IndexMap<SourceId, Source>;

/// The files of one guide, each missing if it has a fault of form.
#[derive(Debug, Default)]
pub(super) struct GuideFiles {
    pub guide: Option<ParsedFile<GuideFile>>,
    pub sources: Option<ParsedFile<SourcesFile>>,
    pub levels: Option<ParsedFile<LevelsFile>>,
    pub matrix: Option<ParsedFile<MatrixFile>>,
    pub faqs: Option<ParsedFile<FaqsFile>>,
    pub sections: Vec<ParsedFile<Section>>,
}

/// All files of a data folder, as far as they could be read.
#[derive(Debug, Default)]
pub(super) struct ParsedFolder {
    /// Skill records.
    pub skills: Vec<ParsedFile<Skill>>,
    /// Guides by the name of their folder.
    pub guides: BTreeMap<String, GuideFiles>,
    /// Files that have a fault of form: what they define counts as known, so that one fault isn't reported twice.
    pub unread: BTreeSet<String>,
}

/// Reads all TOML files below a data folder, in the order of their paths.
///
/// # Errors
/// Where the folder or a file can't be read or isn't UTF-8.
pub fn read(folder: &Path) -> io::Result<Vec<DataFile>> {
    let mut files = Vec::new();
    read_below(folder, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn read_below(folder: &Path, prefix: &str, files: &mut Vec<DataFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_below(&entry.path(), &format!("{path}/"), files)?;
        } else if path.ends_with(".toml") {
            files.push(DataFile { path, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(())
}

/// The library that the files of a data folder make.
///
/// # Errors
/// All faults of the data, in the order of files and lines.
pub fn library(files: &[DataFile]) -> Result<Library, Faults> {
    let mut faults = Vec::new();
    let draft = parse(files, &mut faults);
    check::check(&draft, &mut faults);
    if faults.is_empty() {
        return Ok(assemble(draft));
    }
    faults.sort();
    faults.dedup();
    Err(Faults(faults))
}

fn parse(files: &[DataFile], faults: &mut Vec<Fault>) -> ParsedFolder {
    let mut draft = ParsedFolder::default();
    for file in files {
        if let Err(fault) = parse_into(&mut draft, file) {
            draft.unread.insert(file.path.clone());
            faults.push(fault);
        }
    }
    draft
}

fn parse_into(draft: &mut ParsedFolder, file: &DataFile) -> Result<(), Fault> {
    let parts: Vec<_> = file.path.split('/').collect();
    match parts[..] {
        ["skills", _] => draft.skills.push(typed(file)?),
        ["guides", guide, ..] => {
            let files = draft.guides.entry(guide.to_owned()).or_default();
            match parts[2..] {
                ["guide.toml"] => files.guide = Some(typed(file)?),
                ["sources.toml"] => files.sources = Some(typed(file)?),
                ["levels.toml"] => files.levels = Some(typed(file)?),
                ["matrix.toml"] => files.matrix = Some(typed(file)?),
                ["faqs.toml"] => files.faqs = Some(typed(file)?),
                ["sections", _] => files.sections.push(typed(file)?),
                _ => return Err(stray(file)),
            }
        }
        _ => return Err(stray(file)),
    }
    Ok(())
}

fn stray(file: &DataFile) -> Fault {
    Fault {
        file: file.path.clone(),
        line: None,
        key: String::new(),
        problem: "no such file belongs to a data folder; docs/data-format.md lists those that do".to_owned(),
    }
}

fn typed<T: DeserializeOwned>(file: &DataFile) -> Result<ParsedFile<T>, Fault> {
    match toml::from_str(&file.text) {
        Ok(value) => Ok(ParsedFile { path: file.path.clone(), text: file.text.clone(), value }),
        Err(error) => Err(fault_of_form(file, error)),
    }
}

fn fault_of_form(file: &DataFile, mut error: toml::de::Error) -> Fault {
    let line = error.span().map(|span| line_at(&file.text, span.start));
    let problem = error.message().trim().replace('\n', "; ");
    // Without its input the error prints the keys that lead to it, which it tells no other way.
    error.set_input(None);
    let told = error.to_string();
    let key = told
        .lines()
        .find_map(|line| line.strip_prefix("in `")?.strip_suffix('`'))
        .unwrap_or_default()
        .to_owned();
    Fault { file: file.path.clone(), line, key, problem }
}

/// Puts a draft without faults together.
fn assemble(draft: ParsedFolder) -> Library {
    let mut skills: Vec<Skill> = draft.skills.into_iter().map(|file| file.value).collect();
    skills.sort_by(|a, b| (a.category, &a.id).cmp(&(b.category, &b.id)));
    let guides = draft.guides.into_values().filter_map(assemble_guide).collect();
    Library { skills, guides }
}

fn assemble_guide(files: GuideFiles) -> Option<Guide> {
    let GuideFile { id, title, aliases, summary, scoring, employer_preferences, parts } = files.guide?.value;
    let mut matrix = files.matrix?.value;
    let levels = files.levels?.value.levels.into_iter();
    let levels = levels.map(|entry| assemble_level(entry, &mut matrix)).collect();
    let mut sections: Vec<Section> = files.sections.into_iter().map(|file| file.value).collect();
    let order: Vec<&SectionId> = parts.iter().flat_map(|part| &part.sections).collect();
    sections.sort_by_key(|section| order.iter().position(|id| **id == section.id));
    Some(Guide {
        id,
        title,
        aliases,
        summary,
        scoring,
        employer_preferences,
        parts,
        sections: sections.into(),
        levels,
        faqs: files.faqs?.value.faqs.into(),
        sources: files.sources?.value,
    })
}

fn assemble_level(entry: LevelRecord, matrix: &mut MatrixFile) -> Level {
    let asks = matrix.shift_remove(&entry.id).unwrap_or_default();
    let asks = asks.into_iter().map(|(skill, ask)| Ask {
        skill,
        required: ask.required,
        weight: ask.weight,
        must_have: ask.must_have,
    });
    Level {
        asks: asks.collect(),
        id: entry.id,
        title: entry.title,
        short: entry.short,
        track: entry.track,
        aliases: entry.aliases,
        summary: entry.summary,
        does: entry.does.into(),
        focus: entry.focus.into(),
        years: entry.years,
        pay: entry.pay,
    }
}
