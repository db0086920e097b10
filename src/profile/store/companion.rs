//! Files that the program keeps beside the profile: the résumé, kept job ads, the record of practice, where somebody was reading.

use super::{Store, StoreError, folder_of, lock, read, write};
use crate::file_problem::in_words;
use crate::profile::fault::printable;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the profile whose companions have names of their own only; beside `me.toml` they are `me.resume.json` and so on.
const USUAL_STEM: &str = "profile";

/// A file beside the profile, which needn't exist yet. Its changes are made under the profile's lock.
#[derive(Debug, Clone)]
pub struct Companion {
    profile: PathBuf,
    file: PathBuf,
}

/// Why a file beside the profile couldn't be read or written. It is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum CompanionError {
    /// It can't be opened, or something else than a file stands there.
    #[error("can't read {}: {problem}", shown(file))]
    Read {
        /// The file.
        file: PathBuf,
        /// Why.
        problem: String,
    },
    /// It is larger than anything the program writes there.
    #[error("{} is larger than {limit} bytes: move it away", shown(file))]
    TooLarge {
        /// The file.
        file: PathBuf,
        /// The most it may have, in bytes.
        limit: u64,
    },
    /// Another coach is saving at this moment.
    #[error("can't save {} now: another copy of coach is saving; try again", shown(.0))]
    Locked(PathBuf),
    /// It can't be written.
    #[error("can't save {}: {problem}; the file is unchanged", shown(file))]
    Write {
        /// The file.
        file: PathBuf,
        /// Why.
        problem: String,
    },
}

impl Store {
    /// The file with this name beside the profile; the name may have a folder, as in `ads/acme.toml`.
    #[must_use]
    pub fn companion(&self, name: &str) -> Companion {
        let profile = self.target();
        let stem = profile.file_stem().unwrap_or_default().to_string_lossy();
        let name = if stem == USUAL_STEM { name.to_owned() } else { format!("{stem}.{name}") };
        Companion { file: profile.with_file_name(name), profile }
    }
}

impl Companion {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Its text; `None` where there is no file. Bytes that are no UTF-8 become replacement characters.
    ///
    /// # Errors
    /// Where the file can't be read, or has more than `limit` bytes.
    pub fn read(&self, limit: u64) -> Result<Option<String>, CompanionError> {
        let problem = |error: StoreError| CompanionError::Read {
            file: self.file.clone(),
            problem: match error {
                StoreError::Read { cause, .. } => in_words(&cause),
                StoreError::NotAFile { kind, .. } => format!("it is {kind}, not a file"),
                other => other.to_string(),
            },
        };
        if fs::metadata(&self.file).is_ok_and(|metadata| metadata.is_file() && metadata.len() > limit) {
            return Err(CompanionError::TooLarge { file: self.file.clone(), limit });
        }
        let found = read::read(&self.file).map_err(problem)?;
        Ok(found.map(|found| String::from_utf8_lossy(&found.bytes).into_owned()))
    }

    /// Reads the file and writes what is made of its text, whole or not at all, while no other coach does the same. `None` from
    /// `make` leaves the file alone.
    ///
    /// # Errors
    /// [`CompanionError::Locked`] at once where another coach is saving; where the file can't be read or written; what `make` returns.
    pub fn change<E: From<CompanionError>>(
        &self,
        limit: u64,
        make: impl FnOnce(Option<&str>) -> Result<Option<String>, E>,
    ) -> Result<(), E> {
        let _lock = self.lock()?;
        let text = self.read(limit)?;
        let Some(text) = make(text.as_deref())? else { return Ok(()) };
        Ok(self.replace(&text)?)
    }

    /// Adds a line at the end. A line that was cut off by a crash before stays one of its own.
    ///
    /// # Errors
    /// [`CompanionError::Locked`] at once where another coach is saving; else where the file can't be read or written.
    pub fn append(&self, line: &str, limit: u64) -> Result<(), CompanionError> {
        self.change(limit, |text| {
            let mut text = text.unwrap_or_default().to_owned();
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(line);
            text.push('\n');
            Ok(Some(text))
        })
    }

    /// Removes the file. The answer is whether there was one.
    ///
    /// # Errors
    /// [`CompanionError::Locked`] at once where another coach is saving; else where it can't be removed.
    pub fn remove(&self) -> Result<bool, CompanionError> {
        let _lock = self.lock()?;
        match fs::remove_file(&self.file) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(self.failed(&error)),
        }
    }

    /// Gives the file the name of another companion. The answer is whether that name was free; else both files stay as they are.
    ///
    /// # Errors
    /// [`CompanionError::Locked`] at once where another coach is saving; else where it can't be renamed.
    pub fn rename(&self, to: &Self) -> Result<bool, CompanionError> {
        let _lock = self.lock()?;
        if fs::symlink_metadata(&to.file).is_ok() {
            return Ok(false);
        }
        fs::rename(&self.file, &to.file).map_err(|error| self.failed(&error))?;
        Ok(true)
    }

    /// The names of the files in the folder of that name whose ending is `.{ending}`, without it, in alphabetical order.
    ///
    /// # Errors
    /// Where the folder is there and can't be read.
    pub fn names(&self, ending: &str) -> Result<Vec<String>, CompanionError> {
        let failed =
            |error: io::Error| CompanionError::Read { file: self.file.clone(), problem: in_words(&error) };
        let entries = match fs::read_dir(&self.file) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            if path.extension().is_some_and(|other| other == ending) {
                names.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
            }
        }
        names.sort();
        Ok(names)
    }

    fn lock(&self) -> Result<lock::Lock, CompanionError> {
        let folder = folder_of(&self.file);
        for folder in [folder_of(&self.profile), folder] {
            write::make_private_folder(folder).map_err(|error| self.failed(&error))?;
        }
        lock::lock(&self.profile).map_err(|error| match error {
            StoreError::Locked { .. } => CompanionError::Locked(self.file.clone()),
            StoreError::Write { cause, .. } => self.failed(&cause),
            other => CompanionError::Write { file: self.file.clone(), problem: other.to_string() },
        })
    }

    fn replace(&self, text: &str) -> Result<(), CompanionError> {
        let folder = folder_of(&self.file);
        let replaced = fs::metadata(&self.file).ok();
        let draft = write::draft(folder, text, replaced.as_ref()).map_err(|error| self.failed(&error))?;
        write::put_in_place(draft, &self.file, folder).map_err(|error| self.failed(&error))?;
        Ok(())
    }

    fn failed(&self, error: &io::Error) -> CompanionError {
        CompanionError::Write { file: self.file.clone(), problem: in_words(error) }
    }
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Companion, CompanionError, Store, lock};
    use std::fs;
    use std::path::Path;

    const LIMIT: u64 = 1000;

    fn companion(folder: &Path, name: &str) -> Companion {
        Store::new(folder.join("profile.toml")).companion(name)
    }

    fn change(companion: &Companion, text: &str) -> Result<(), CompanionError> {
        companion.change(LIMIT, |_| Ok(Some(text.to_owned())))
    }

    #[test]
    fn its_name_follows_the_profile() {
        let beside = |profile: &str| Store::new(profile.into()).companion("resume.json").file().to_owned();
        assert_eq!(beside("/d/profile.toml"), Path::new("/d/resume.json"));
        assert_eq!(beside("/d/me.toml"), Path::new("/d/me.resume.json"));
    }

    #[test]
    fn it_is_made_changed_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let file = companion(folder.path(), "ads/one.toml");
        assert_eq!(file.read(LIMIT).unwrap(), None);
        change(&file, "first").unwrap();
        file.change(LIMIT, |text| {
            assert_eq!(text, Some("first"));
            Ok::<_, CompanionError>(None)
        })
        .unwrap();
        file.append("second", LIMIT).unwrap();
        assert_eq!(file.read(LIMIT).unwrap().as_deref(), Some("first\nsecond\n"));
        assert_eq!(companion(folder.path(), "ads").names("toml").unwrap(), ["one"]);
        let other = companion(folder.path(), "ads/two.toml");
        assert!(file.rename(&other).unwrap());
        assert_eq!((file.read(LIMIT).unwrap(), other.read(LIMIT).unwrap().is_some()), (None, true));
        change(&file, "another").unwrap();
        assert!(!file.rename(&other).unwrap(), "the name is taken");
        assert_eq!(other.read(LIMIT).unwrap().as_deref(), Some("first\nsecond\n"));
        assert!(other.remove().unwrap());
        assert!(file.remove().unwrap());
        assert!(!file.remove().unwrap());
        assert!(companion(folder.path(), "nothing").names("toml").unwrap().is_empty());
    }

    #[test]
    fn what_fails_leaves_it_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = companion(folder.path(), "state.toml");
        change(&file, "kept").unwrap();
        let held = lock::lock(&folder.path().join("profile.toml")).unwrap();
        assert!(matches!(change(&file, "lost"), Err(CompanionError::Locked(_))));
        let other = companion(folder.path(), "other.toml");
        assert!(matches!(file.rename(&other), Err(CompanionError::Locked(_))));
        assert!(matches!(file.remove(), Err(CompanionError::Locked(_))));
        drop(held);
        let refused = file.change(LIMIT, |_| Err(CompanionError::TooLarge { file: "it".into(), limit: 1 }));
        assert!(refused.is_err());
        assert_eq!(file.read(LIMIT).unwrap().as_deref(), Some("kept"));
        assert!(matches!(file.read(3), Err(CompanionError::TooLarge { limit: 3, .. })));
        fs::create_dir(folder.path().join("practice.jsonl")).unwrap();
        let said = companion(folder.path(), "practice.jsonl").read(LIMIT).unwrap_err().to_string();
        assert!(said.ends_with("practice.jsonl: it is a folder, not a file"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = companion(folder.path(), "ads/one.toml");
        change(&file, "mine").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(file.file()), mode(file.file().parent().unwrap())), (0o600, 0o700));
    }
}
