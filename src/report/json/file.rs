//! The file of the profile for programs.

use super::SCHEMA;
use crate::profile::fault::Fault;
use serde::Serialize;
use std::path::Path;

/// `coach profile path --json`.
#[derive(Debug, Serialize)]
pub struct Place {
    schema: u32,
    file: String,
}

/// Where the profile is, or will be.
#[must_use]
pub fn place(file: &Path) -> Place {
    Place { schema: SCHEMA, file: file.display().to_string() }
}

/// `coach profile reset --json`.
#[derive(Debug, Serialize)]
pub struct Reset {
    schema: u32,
    file: String,
    kept_as: Option<String>,
}

/// Where the old profile is now, if there was one.
#[must_use]
pub fn reset(file: &Path, kept_as: Option<&Path>) -> Reset {
    Reset {
        schema: SCHEMA,
        file: file.display().to_string(),
        kept_as: kept_as.map(|path| path.display().to_string()),
    }
}

/// `coach profile check --json`.
#[derive(Debug, Serialize)]
pub struct Faults<'a> {
    schema: u32,
    file: String,
    faults: Vec<FaultEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct FaultEntry<'a> {
    line: usize,
    column: usize,
    key: Option<&'a str>,
    problem: &'a str,
    advice: &'a str,
}

/// The faults of a profile, in the order of its lines.
#[must_use]
pub fn faults<'a>(file: &Path, faults: &'a [Fault]) -> Faults<'a> {
    let entry = |fault: &'a Fault| FaultEntry {
        line: fault.line,
        column: fault.column,
        key: Some(fault.key.as_str()).filter(|key| !key.is_empty()),
        problem: &fault.problem,
        advice: &fault.advice,
    };
    Faults { schema: SCHEMA, file: file.display().to_string(), faults: faults.iter().map(entry).collect() }
}
