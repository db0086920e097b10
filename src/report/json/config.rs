//! The settings for programs.

use super::SCHEMA;
use crate::config::problem::Problem;
use serde::Serialize;
use std::path::Path;

/// A setting in force, and where it comes from.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct SettingEntry<T> {
    pub value: T,
    pub from: &'static str,
    pub line: Option<usize>,
}

/// The keys of an action.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct KeysEntry {
    pub action: &'static str,
    pub keys: &'static [&'static str],
    pub from: &'static str,
    pub line: Option<usize>,
}

/// `coach config show --json`.
#[derive(Debug, Serialize)]
pub struct Settings {
    schema: u32,
    file: String,
    theme: SettingEntry<String>,
    mouse: SettingEntry<bool>,
    ascii: SettingEntry<&'static str>,
    keys: Vec<KeysEntry>,
}

/// The settings in force.
#[must_use]
pub fn settings(
    file: &Path,
    theme: SettingEntry<String>,
    mouse: SettingEntry<bool>,
    ascii: SettingEntry<&'static str>,
    keys: Vec<KeysEntry>,
) -> Settings {
    Settings { schema: SCHEMA, file: file.display().to_string(), theme, mouse, ascii, keys }
}

/// `coach config check --json`.
#[derive(Debug, Serialize)]
pub struct Faults<'a> {
    schema: u32,
    file: String,
    faults: Vec<FaultEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct FaultEntry<'a> {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    key: Option<&'a str>,
    problem: &'a str,
    advice: &'a str,
}

/// The problems of the settings and of the user's themes.
#[must_use]
pub fn faults<'a>(file: &Path, problems: &'a [Problem]) -> Faults<'a> {
    let entry = |problem: &'a Problem| FaultEntry {
        file: problem.file.display().to_string(),
        line: problem.place.map(|(line, _)| line),
        column: problem.place.map(|(_, column)| column),
        key: Some(problem.key.as_str()).filter(|key| !key.is_empty()),
        problem: &problem.problem,
        advice: &problem.advice,
    };
    Faults { schema: SCHEMA, file: file.display().to_string(), faults: problems.iter().map(entry).collect() }
}
