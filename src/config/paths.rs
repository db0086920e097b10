//! Where the settings are: `XDG_CONFIG_HOME` on every system, else the platform's own place.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

const FOLDER: &str = "career-coach";

/// The folder with the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigDir(PathBuf);

/// No place is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "coach can't find your home directory, so it doesn't know where its settings are: set XDG_CONFIG_HOME to a folder"
)]
pub struct NoConfigDir;

impl ConfigDir {
    /// The folder by the value of `XDG_CONFIG_HOME`, which is ignored unless absolute, as its specification asks.
    ///
    /// # Errors
    /// Where the variable says nothing and the platform names no place.
    pub fn find(xdg_config_home: Option<OsString>) -> Result<Self, NoConfigDir> {
        let xdg = xdg_config_home.map(PathBuf::from).filter(|path| path.is_absolute());
        if let Some(home) = xdg {
            return Ok(Self(home.join(FOLDER)));
        }
        let dirs = directories::ProjectDirs::from("", "", FOLDER).ok_or(NoConfigDir)?;
        Ok(Self(dirs.config_dir().to_owned()))
    }

    /// A folder that is known already.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// The file with the settings; it need not be there.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.0.join("config.toml")
    }

    /// The folder with the user's own themes; it need not be there.
    #[must_use]
    pub fn themes(&self) -> PathBuf {
        self.0.join("themes")
    }
}

#[cfg(test)]
mod tests {
    use super::ConfigDir;
    use std::path::Path;

    #[test]
    fn the_variable_goes_first_and_a_relative_one_is_ignored() {
        let found = ConfigDir::find(Some("/x".into())).expect("a folder");
        assert_eq!(found.file(), Path::new("/x/career-coach/config.toml"));
        assert_eq!(found.themes(), Path::new("/x/career-coach/themes"));
        let relative = ConfigDir::find(Some("x".into()));
        assert_ne!(relative.ok(), Some(ConfigDir::at(Path::new("x/career-coach"))));
    }
}
