//! The one file that keeps a profile: read leniently, written whole or not at all.

use super::document::{self, InTheWay};
use super::edit::{Conflict, Edit};
use super::model::{Aim, Day, Profile, Ratings, SCHEMA};
use crate::guide::fault::{line_at, line_of};
use crate::guide::model::Library;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use std::fs::{self, DirBuilder, File, Metadata, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use toml_edit::DocumentMut;

/// Where a profile is kept.
#[derive(Debug, Clone)]
pub struct Store {
    file: PathBuf,
}

/// A profile as read, and what the reader should be told about its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What could be understood.
    pub profile: Profile,
    /// What couldn't, a sentence each: file, line, key, what to do.
    pub notices: Vec<String>,
    /// The file as it was read or written.
    pub stamp: Stamp,
}

/// Tells whether a file has changed: cheap to take and to compare. A missing file has the default one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp(Option<Identity>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    length: u64,
    modified: Option<SystemTime>,
    /// Device and number of the file, where the system has them: every save makes a new file.
    node: (u64, u64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let node = {
            use std::os::unix::fs::MetadataExt;
            (metadata.dev(), metadata.ino())
        };
        #[cfg(not(unix))]
        let node = (0, 0);
        Self(Some(Identity { length: metadata.len(), modified: metadata.modified().ok(), node }))
    }

    /// Whether there was a file.
    #[must_use]
    pub const fn is_present(self) -> bool {
        self.0.is_some()
    }
}

/// A profile as saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The profile as the file has it now, with what another coach saved meanwhile.
    pub loaded: Loaded,
    /// An undo among the edits that no longer fitted; the other edits are saved.
    pub conflict: Option<Conflict>,
}

/// Why a profile couldn't be read or saved. Nothing was lost: the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is there but can't be read.
    #[error("can't read your profile {file}: {cause}", file = .file.display())]
    Read {
        /// The profile.
        file: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The file can't be written.
    #[error("can't save your profile {file}: {cause}; it is as it was before", file = .file.display())]
    Write {
        /// The profile.
        file: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// Another coach is saving at this moment. Nothing was done; try again.
    #[error("can't save your profile {file} now: another coach is holding it", file = .file.display())]
    Locked {
        /// The profile.
        file: PathBuf,
    },
    /// An unreadable file couldn't be set aside.
    #[error("your profile {file} can't be understood ({problem}) and couldn't be set aside: {cause}", file = .file.display())]
    SetAside {
        /// The profile.
        file: PathBuf,
        /// What is wrong with it.
        problem: String,
        /// Why it couldn't be renamed.
        cause: io::Error,
    },
    /// A key holds something of another kind, which saving would lose.
    #[error("nothing was saved: {file}:{line}: {key} has to be {kind}; mend the file first", file = .file.display())]
    InTheWay {
        /// The profile.
        file: PathBuf,
        /// The line of the key.
        line: usize,
        /// The key.
        key: &'static str,
        /// What it has to be.
        kind: &'static str,
    },
    /// The file was written by a newer program.
    #[error("your profile {file} has schema {schema}, written by a newer coach than this one, which knows schema {SCHEMA}: update coach, or name another file with --profile", file = .file.display())]
    Newer {
        /// The profile.
        file: PathBuf,
        /// The schema it says.
        schema: i64,
    },
}

/// So many links are followed from one to the next.
const LINKS: usize = 40;

impl Store {
    /// A store in a file, which needn't exist yet.
    #[must_use]
    pub const fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// The file of the profile.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Reads the profile; a missing file is an empty one. A file that is no TOML is set aside under another name, with a
    /// notice. A value that can't be understood is left in the file and passed over, with a notice.
    ///
    /// # Errors
    /// Where the file can't be read or renamed, or comes from a newer program.
    pub fn load(&self, _library: &Library) -> Result<Loaded, StoreError> {
        let (text, notice) = self.read()?;
        let mut loaded = self.understand(&text)?;
        loaded.notices.splice(0..0, notice);
        Ok(loaded)
    }

    /// As [`Store::load`], for a program that is going to save: a file that can't be read counts as empty, because the save sets
    /// it aside and says so.
    ///
    /// # Errors
    /// As for [`Store::load`], but not for a file that can't be read as TOML.
    pub fn load_to_save(&self, library: &Library) -> Result<Loaded, StoreError> {
        self.load(library)
    }

    /// Whether the file has changed since another stamp was taken. A file that can't be looked at counts as missing.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        fs::metadata(&self.file).map(|metadata| Stamp::of(&metadata)).unwrap_or_default()
    }

    /// Makes changes and saves them: written beside, synced and renamed, readable by its owner alone. The file is read
    /// anew under a lock first, so that what another coach saved meanwhile stays. The lock is tried once: the caller decides how
    /// to wait. `held` is the profile as the program holds it, with the edits already made in it: it is written whole, with a
    /// notice, where the file has vanished.
    ///
    /// # Errors
    /// As for [`Store::load`], [`StoreError::Locked`] at once where another coach holds the lock, or where the file can't be
    /// written; then it is as it was before.
    pub fn save(
        &self,
        edits: &[Edit],
        today: Date,
        held: &Profile,
        _library: &Library,
    ) -> Result<Saved, StoreError> {
        let written = |cause| StoreError::Write { file: self.file.clone(), cause };
        let target = self.target();
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        make_private_folder(folder).map_err(written)?;
        let _lock = self.lock(&target)?;
        let has_vanished = !self.stamp().is_present();
        let (text, mut notice) = self.read()?;
        let mut document: DocumentMut = text.parse().unwrap_or_default();
        let before = self.understand(&text)?.profile;
        let mut after = before.clone();
        let mut conflict = None;
        if has_vanished && *held != before {
            notice = Some(format!(
                "your profile {} was gone; what coach still knew of it is there again",
                self.file.display()
            ));
            after = held.clone();
        } else {
            let applied: Vec<_> = edits.iter().map(|edit| edit.apply(&mut after, today)).collect();
            conflict = applied.into_iter().find_map(Result::err);
        }
        if let Some(InTheWay { key, kind }) = document::in_the_way(&document, &before, &after) {
            let line = line_of(&text, key).unwrap_or(1);
            return Err(StoreError::InTheWay { file: self.file.clone(), line, key, kind });
        }
        document::update(&mut document, &before, &after);
        let text = document.to_string();
        if text.parse::<DocumentMut>().is_err() {
            return Err(written(io::ErrorKind::InvalidData.into()));
        }
        let mut loaded = self.understand(&text)?;
        loaded.notices.splice(0..0, notice);
        replace(&target, folder, &text).map_err(written)?;
        loaded.stamp = self.stamp();
        Ok(Saved { loaded, conflict })
    }

    /// Holds off other coaches while this one reads and writes. The lock ends with the file handle.
    fn lock(&self, target: &Path) -> Result<File, StoreError> {
        let written = |cause| StoreError::Write { file: self.file.clone(), cause };
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(target.with_extension("lock")).map_err(written)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked { file: self.file.clone() }),
            // Some network file systems know no locks; a save there is still atomic.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
            Err(TryLockError::Error(cause)) => Err(written(cause)),
        }
    }

    /// The file itself: a link to the profile stays a link, even one that leads nowhere yet.
    fn target(&self) -> PathBuf {
        let mut target = self.file.clone();
        for _ in 0..LINKS {
            let Ok(next) = fs::read_link(&target) else { break };
            target = target.parent().unwrap_or(Path::new("")).join(next);
        }
        target
    }

    /// Sets the profile aside under another name, so that the next one starts empty.
    ///
    /// # Errors
    /// Where it can't be renamed.
    pub fn set_aside(&self, word: &str) -> io::Result<Option<PathBuf>> {
        if !self.file.exists() {
            return Ok(None);
        }
        let file = self.target();
        let aside = free_name(&file, word);
        // A second name and then the first one away: unlike a rename, that never lands on another file.
        if fs::hard_link(&file, &aside).is_ok() {
            fs::remove_file(&file)?;
        } else {
            fs::rename(&file, &aside)?;
        }
        Ok(Some(aside))
    }

    /// The text of the file. One that isn't TOML is set aside and reads as empty.
    fn read(&self) -> Result<(String, Option<String>), StoreError> {
        let bytes = match fs::read(&self.file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Default::default()),
            Err(cause) => return Err(StoreError::Read { file: self.file.clone(), cause }),
        };
        let problem = match String::from_utf8(bytes) {
            Ok(text) => match text.parse::<DocumentMut>() {
                Ok(_) => return Ok((text, None)),
                Err(error) => {
                    let line = error.span().map_or(1, |span| line_at(&text, span.start));
                    format!("line {line}: {}", error.message().trim().replace('\n', ", "))
                }
            },
            Err(_) => "it isn't UTF-8 text".to_owned(),
        };
        match self.set_aside("unreadable") {
            Ok(aside) => {
                let aside = aside.unwrap_or_else(|| self.file.clone());
                let notice = format!(
                    "your profile {} can't be read as TOML ({problem}). It is kept, unchanged, as {}; a new one starts empty. To get your ratings back, mend that file and move it back.",
                    self.file.display(),
                    aside.display()
                );
                Ok((String::new(), Some(notice)))
            }
            Err(cause) => Err(StoreError::SetAside { file: self.file.clone(), problem, cause }),
        }
    }

    fn understand(&self, text: &str) -> Result<Loaded, StoreError> {
        let table: toml::Table = toml::from_str(text).unwrap_or_default();
        if let Some(schema) = table.get("schema").and_then(toml::Value::as_integer)
            && schema > SCHEMA
        {
            return Err(StoreError::Newer { file: self.file.clone(), schema });
        }
        let mut reader = Reader { file: &self.file, text, notices: Vec::new() };
        reader.check_kinds(&table);
        let entries = |name: &str| {
            let table = table.get(name).and_then(toml::Value::as_table);
            table.into_iter().flatten().map(|(key, value)| (key.clone(), value.clone()))
        };
        let list = |name: &str| {
            let list = table.get(name).and_then(toml::Value::as_array);
            list.into_iter().flatten().cloned().enumerate()
        };
        let profile = Profile {
            guide: table.get("guide").cloned().and_then(|value| reader.typed("guide", value)),
            aim: Aim {
                target: table.get("target").cloned().and_then(|value| reader.typed("target", value)),
                by: table.get("by").cloned().and_then(|value| reader.typed("by", value)).map(|by: Day| by.0),
            },
            other_aims: Default::default(),
            about: entries("about").filter_map(|(key, value)| Some((key, plain(&value)?))).collect(),
            ratings: Ratings(
                entries("ratings")
                    .filter_map(|(name, value)| {
                        let key = format!("ratings.{name}");
                        let skill = reader.typed(&key, toml::Value::String(name))?;
                        Some((skill, reader.typed(&key, value)?))
                    })
                    .collect(),
            ),
            proofs: list("proofs")
                .filter_map(|(i, value)| reader.typed(&format!("proofs[{i}]"), value))
                .collect(),
            history: list("history")
                .filter_map(|(i, value)| reader.typed(&format!("history[{i}]"), value))
                .collect(),
        };
        Ok(Loaded { profile, notices: reader.notices, stamp: self.stamp() })
    }
}

/// A key, what stands behind it in words, and whether a value is that.
type KindOf = (&'static str, &'static str, fn(&toml::Value) -> bool);

const KINDS: &[KindOf] = &[
    ("schema", "a whole number", toml::Value::is_integer),
    ("about", "a table", toml::Value::is_table),
    ("ratings", "a table", toml::Value::is_table),
    ("proofs", "a list of tables", toml::Value::is_array),
    ("history", "a list of tables", toml::Value::is_array),
];

/// Turns values into types one by one, so that one that is wrong costs no other.
struct Reader<'a> {
    file: &'a Path,
    text: &'a str,
    notices: Vec<String>,
}

impl Reader<'_> {
    /// Tells of names of the program's own with something of another kind behind them.
    fn check_kinds(&mut self, table: &toml::Table) {
        for (key, kind, is_right) in KINDS {
            if table.get(*key).is_some_and(|value| !is_right(value)) {
                self.note(key, &format!("this has to be {kind}"));
            }
        }
    }

    fn typed<T: DeserializeOwned>(&mut self, key: &str, value: toml::Value) -> Option<T> {
        match value.try_into() {
            Ok(typed) => Some(typed),
            Err(error) => {
                self.note(key, &error.message().trim().replace('\n', ", "));
                None
            }
        }
    }

    fn note(&mut self, key: &str, problem: &str) {
        let line = line_of(self.text, key).map(|line| format!(":{line}")).unwrap_or_default();
        self.notices.push(format!(
            "{}{line}: {key}: {problem}. It is passed over and left in the file until you mend it.",
            self.file.display()
        ));
    }
}

/// A value of `[about]` as text.
fn plain(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Array(values) => {
            let texts: Option<Vec<_>> = values.iter().map(plain).collect();
            texts.map(|texts| texts.join(", "))
        }
        toml::Value::Table(_) => None,
        other => Some(other.to_string()),
    }
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn replace(target: &Path, folder: &Path, text: &str) -> io::Result<()> {
    // `tempfile` makes its files readable by their owner alone.
    let mut file = tempfile::Builder::new().prefix(".profile-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    // The file is in place; some file systems can't sync a folder, and that is no failure of the save.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A name beside the file that is still free: `profile.unreadable-1.toml`.
fn free_name(file: &Path, word: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    (1u32..)
        .map(|n| file.with_file_name(format!("{stem}.{word}-{n}.toml")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| file.with_extension(word))
}
