//! The file of the profile for programs.

use super::SCHEMA;
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
