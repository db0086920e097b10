//! Where the profile is: what the user says, then `XDG_DATA_HOME` on every system, then the platform's own place.

use std::ffi::OsString;
use std::path::PathBuf;

const FOLDER: &str = "career-coach";
const FILE: &str = "profile.toml";

/// What may decide the place.
#[derive(Debug, Clone, Default)]
pub struct PathOptions {
    /// The file itself: `--profile`.
    pub profile: Option<PathBuf>,
    /// The folder: `--data-dir`.
    pub data_dir: Option<PathBuf>,
    /// The value of `XDG_DATA_HOME`; ignored unless absolute, as its specification asks.
    pub xdg_data_home: Option<OsString>,
}

/// No place for the profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    /// Nothing is said, and the platform names none.
    #[error(
        "coach can't find your home directory, so it doesn't know where your profile is: name a folder with --data-dir DIR"
    )]
    NoDataDir,
    /// `-`, which is a standard stream everywhere: a profile is read more than once and written in one piece.
    #[error("a profile can't come from standard input: name a file, or write ./- for a file with that name")]
    Stream,
}

/// The file of the profile.
///
/// # Errors
/// Where nothing is said and the platform names no place, or where `-` is said.
pub fn profile_file(wishes: PathOptions) -> Result<PathBuf, NoPlace> {
    if let Some(file) = wishes.profile {
        return if file.as_os_str() == "-" { Err(NoPlace::Stream) } else { Ok(file) };
    }
    if let Some(folder) = wishes.data_dir {
        return Ok(folder.join(FILE));
    }
    let xdg = wishes.xdg_data_home.map(PathBuf::from).filter(|path| path.is_absolute());
    if let Some(home) = xdg {
        return Ok(home.join(FOLDER).join(FILE));
    }
    let dirs = directories::ProjectDirs::from("", "", FOLDER).ok_or(NoPlace::NoDataDir)?;
    Ok(dirs.data_dir().join(FILE))
}

#[cfg(test)]
mod tests {
    use super::{NoPlace, PathOptions, profile_file};

    #[test]
    fn what_the_user_says_goes_first() {
        let wishes = PathOptions {
            profile: Some("/p/me.toml".into()),
            data_dir: Some("/d".into()),
            xdg_data_home: Some("/x".into()),
        };
        assert_eq!(profile_file(wishes.clone()).unwrap().to_str(), Some("/p/me.toml"));
        let wishes = PathOptions { profile: None, ..wishes };
        assert_eq!(profile_file(wishes.clone()).unwrap(), std::path::Path::new("/d/profile.toml"));
        let wishes = PathOptions { data_dir: None, ..wishes };
        let expected = std::path::Path::new("/x/career-coach/profile.toml");
        assert_eq!(profile_file(wishes).unwrap(), expected);
    }

    #[test]
    fn a_standard_stream_is_no_place() {
        let file =
            |name: &str| profile_file(PathOptions { profile: Some(name.into()), ..PathOptions::default() });
        assert_eq!(file("-"), Err(NoPlace::Stream));
        assert_eq!(file("./-"), Ok("./-".into()));
    }

    #[test]
    fn a_relative_xdg_data_home_is_ignored() {
        let wishes = PathOptions { xdg_data_home: Some("x".into()), ..PathOptions::default() };
        assert_ne!(profile_file(wishes).ok(), Some("x/career-coach/profile.toml".into()));
    }
}
