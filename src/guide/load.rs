//! Reads a data folder into the model and reports all of its faults together.

use super::check;
use super::fault::{Fault, Faults, line_at};
use super::id::SectionId;
use super::model::{Ask, Guide, Level, Library, Section, Skill};
use super::source_files::{
    GuideFile, GuideFiles, LevelRecord, LevelsFile, MatrixFile, ParsedFile, ParsedFolder,
};
use serde::de::DeserializeOwned;
use std::{fs, io, path::Path};

/// A file of a data folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataFile {
    /// The path below the data folder, separated by `/`: for example `guides/back-end-developer/levels.toml`.
    pub path: String,
    /// The whole content.
    pub text: String,
}

/// Reads all TOML files below a data folder, sorted by path.
///
/// # Errors
/// When the folder or a file can't be read, or a file isn't UTF-8.
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

/// Builds the library from the files of a data folder.
///
/// # Errors
/// All faults of the data, sorted by file and line.
pub fn library(files: &[DataFile]) -> Result<Library, Faults> {
    let mut faults = Vec::new();
    let folder = parse(files, &mut faults);
    check::check(&folder, &mut faults);
    if faults.is_empty() {
        return Ok(assemble(folder));
    }
    faults.sort();
    faults.dedup();
    Err(Faults(faults))
}

fn parse(files: &[DataFile], faults: &mut Vec<Fault>) -> ParsedFolder {
    let mut folder = ParsedFolder::default();
    for file in files {
        if let Err(fault) = parse_into(&mut folder, file) {
            folder.unread.insert(file.path.clone());
            faults.push(fault);
        }
    }
    folder
}

fn parse_into(folder: &mut ParsedFolder, file: &DataFile) -> Result<(), Fault> {
    let parts: Vec<_> = file.path.split('/').collect();
    match parts[..] {
        ["skills", _] => folder.skills.push(typed(file)?),
        ["guides", guide, ..] => {
            let files = folder.guides.entry(guide.to_owned()).or_default();
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
        // Not a part of any guide: the build script reads them by themselves.
        ["words", _] => {}
        _ => return Err(stray(file)),
    }
    Ok(())
}

fn stray(file: &DataFile) -> Fault {
    Fault {
        file: file.path.clone(),
        line: None,
        key: String::new(),
        problem: "unexpected file; docs/data-format.md lists the files of a data folder".to_owned(),
    }
}

fn typed<T: DeserializeOwned>(file: &DataFile) -> Result<ParsedFile<T>, Fault> {
    match toml::from_str(&file.text) {
        Ok(value) => Ok(ParsedFile { path: file.path.clone(), text: file.text.clone(), value }),
        Err(error) => Err(parse_fault(file, error)),
    }
}

fn parse_fault(file: &DataFile, mut error: toml::de::Error) -> Fault {
    let line = error.span().map(|span| line_at(&file.text, span.start));
    let problem = error.message().trim().replace('\n', "; ");
    // The error tells its keys only when it is printed without its input.
    error.set_input(None);
    let message = error.to_string();
    let key = message
        .lines()
        .find_map(|line| line.strip_prefix("in `")?.strip_suffix('`'))
        .unwrap_or_default()
        .to_owned();
    Fault { file: file.path.clone(), line, key, problem }
}

/// Builds the library from a folder without faults.
fn assemble(folder: ParsedFolder) -> Library {
    let mut skills: Vec<Skill> = folder.skills.into_iter().map(|file| file.value).collect();
    skills.sort_by(|a, b| (a.category, &a.id).cmp(&(b.category, &b.id)));
    let guides = folder.guides.into_values().filter_map(assemble_guide).collect();
    Library { skills, guides }
}

fn assemble_guide(files: GuideFiles) -> Option<Guide> {
    let GuideFile { id, title, aliases, summary, scoring, employer_preferences, parts } = files.guide?.value;
    let mut matrix = files.matrix?.value;
    let LevelsFile { checked: levels_checked, levels } = files.levels?.value;
    let mut levels: Vec<Level> = levels.into_iter().map(|entry| assemble_level(entry, &mut matrix)).collect();
    carry_must_haves(&mut levels);
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
        levels_checked,
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
        much_like: entry.much_like,
        years: entry.years,
        pay: entry.pay,
    }
}

/// A must-have of a level is a must-have of every later level of its chain; the matrix states it once.
fn carry_must_haves(levels: &mut [Level]) {
    for at in 1..levels.len() {
        let (before, from_here) = levels.split_at_mut(at);
        let Some(level) = from_here.first_mut() else { return };
        let chain: Vec<&Level> = before.iter().filter(|below| level.follows(below)).collect();
        for ask in &mut level.asks {
            let floors = chain.iter().filter_map(|below| below.ask(&ask.skill)?.must_have);
            ask.must_have = floors.chain(ask.must_have).max();
        }
    }
}
