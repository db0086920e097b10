//! Exports to files, by the one writer of exports.

use crate::report::export::file::{self, ExportError};
use crate::tui::outcome::Export;
use directories::BaseDirs;
use std::path::{Path, PathBuf};

/// Writes an export. Returns where it is.
///
/// # Errors
/// See [`ExportError`].
pub fn write(wish: &Export, profile: &Path) -> Result<PathBuf, ExportError> {
    let file = meant(&wish.file);
    file::write(&file, &wish.content.bytes, profile, wish.may_replace)?;
    Ok(file)
}

/// The file that a user means with a name that they typed.
pub fn meant(name: &str) -> PathBuf {
    let home = BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let named = expanded(name, home.as_deref());
    std::path::absolute(&named).unwrap_or(named)
}

/// The path that a user means: `~/` is the home folder, as in a shell.
fn expanded(name: &str, home: Option<&Path>) -> PathBuf {
    match (name.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(name),
    }
}

#[cfg(test)]
mod tests {
    use super::expanded;
    use std::path::{Path, PathBuf};

    #[test]
    fn a_tilde_is_the_home_folder() {
        let home = Some(Path::new("/home/me"));
        assert_eq!(expanded("~/plan.md", home), PathBuf::from("/home/me/plan.md"));
        assert_eq!(expanded("plan~/a.md", home), PathBuf::from("plan~/a.md"));
        assert_eq!(expanded("~/plan.md", None), PathBuf::from("~/plan.md"));
    }
}
