//! The one writer for exports: a file is written whole or not at all, never over the profile, and over another file only where
//! that is wanted.

use crate::file_problem::in_words;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Maximum links that are followed from one to the next.
const LINKS: usize = 40;

/// Why an export was not written. No file has changed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The path leads to the profile, to where it will be, or to its lock.
    #[error("{} belongs to your profile: choose another file", .0.display())]
    IsProfile(PathBuf),
    /// There is a file, and nobody said that it may be replaced.
    #[error("{} already exists", .0.display())]
    Exists(PathBuf),
    /// There is something else than a file: a folder, a pipe, a device.
    #[error("{} is not a regular file: choose another one", .0.display())]
    NotAFile(PathBuf),
    /// The file can't be written.
    #[error("can't write {}: {problem}", file.display())]
    Write {
        /// The file as the user named it.
        file: PathBuf,
        /// Why.
        problem: String,
    },
}

/// Writes an export to a file, byte by byte as it is: whoever makes it keeps out what steers a terminal. A link stays a link: what it
/// leads to is written. A file that is replaced keeps its mode; a new one can be read by its owner alone.
///
/// # Errors
/// See [`ExportError`].
pub fn write(file: &Path, content: &[u8], profile: &Path, may_replace: bool) -> Result<(), ExportError> {
    let failed = |problem: String| ExportError::Write { file: file.to_owned(), problem };
    let target = destination(file).map_err(|error| failed(in_words(&error)))?;
    if is_same(&target, profile) || is_same(&target, &profile.with_extension("lock")) {
        return Err(ExportError::IsProfile(file.to_owned()));
    }
    let there = match fs::metadata(&target) {
        Ok(metadata) if !metadata.is_file() => return Err(ExportError::NotAFile(file.to_owned())),
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(in_words(&error))),
    };
    if !may_replace && fs::symlink_metadata(file).is_ok() {
        return Err(ExportError::Exists(file.to_owned()));
    }
    let folder = folder_of(&target);
    if !folder.is_dir() {
        return Err(failed(format!("there is no folder {}", folder.display())));
    }
    save(&target, folder, content, there.as_ref(), may_replace).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists && !may_replace {
            ExportError::Exists(file.to_owned())
        } else {
            failed(in_words(&error))
        }
    })
}

fn save(
    target: &Path,
    folder: &Path,
    content: &[u8],
    there: Option<&Metadata>,
    may_replace: bool,
) -> io::Result<()> {
    // `tempfile` makes its files readable by their owner alone.
    let mut beside = tempfile::Builder::new().prefix(".coach-export-").tempfile_in(folder)?;
    beside.write_all(content)?;
    if let Some(metadata) = there {
        beside.as_file().set_permissions(metadata.permissions())?;
    }
    beside.as_file().sync_all()?;
    let saved = if may_replace { beside.persist(target) } else { beside.persist_noclobber(target) };
    saved.map(drop::<File>).map_err(|error| error.error)
}

/// The file that a path leads to, through all links, even where there is none yet.
fn destination(file: &Path) -> io::Result<PathBuf> {
    let mut target = file.to_owned();
    for _ in 0..LINKS {
        let Ok(next) = fs::read_link(&target) else { return Ok(target) };
        target = folder_of(&target).join(next);
    }
    Err(io::Error::other("its links form a loop"))
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether two paths lead to one file, which needn't exist yet.
fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (destination(one), destination(other)) else { return false };
    is_same_node(&one, &other) || is_same_place(&one, &other)
}

#[cfg(unix)]
fn is_same_node(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let node = |path| fs::metadata(path).map(|metadata| (metadata.dev(), metadata.ino()));
    matches!((node(one), node(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_same_node(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Whether two paths name one place in one folder, however they are spelled.
fn is_same_place(one: &Path, other: &Path) -> bool {
    let (Some(name), Some(other_name)) = (one.file_name(), other.file_name()) else { return false };
    // Their usual file systems take `Profile.toml` and `profile.toml` for one name.
    let ignores_case = cfg!(any(windows, target_os = "macos"));
    let is_same_name = name == other_name || (ignores_case && name.eq_ignore_ascii_case(other_name));
    let folders = (folder_of(one).canonicalize(), folder_of(other).canonicalize());
    is_same_name && matches!(folders, (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::{ExportError, write};
    use std::fs;
    use std::path::Path;

    fn read(file: &Path) -> String {
        fs::read_to_string(file).expect("it is there")
    }

    #[test]
    fn a_file_is_written_and_replaced_only_if_wanted() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, profile) = (folder.path().join("a.md"), folder.path().join("profile.toml"));
        write(&file, b"one\n", &profile, false).expect("written");
        assert_eq!(read(&file), "one\n");
        assert!(matches!(write(&file, b"two", &profile, false), Err(ExportError::Exists(_))));
        assert_eq!(read(&file), "one\n");
        write(&file, b"two", &profile, true).expect("written");
        assert_eq!(read(&file), "two");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left");
    }

    #[test]
    fn it_never_lands_on_the_profile_however_that_is_spelled() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("a folder");
        let profile = data.join("profile.toml");
        let spelled = [profile.clone(), data.join("./profile.toml"), data.join("../data/profile.toml")];
        let refused = |file: &Path| {
            let done = write(file, b"report", &profile, true);
            assert!(matches!(done, Err(ExportError::IsProfile(_))), "{}: {done:?}", file.display());
        };
        spelled.iter().for_each(|file| refused(file));
        assert!(!profile.exists());
        fs::write(&profile, "mine").expect("written");
        spelled.iter().for_each(|file| refused(file));
        #[cfg(unix)]
        {
            let link = folder.path().join("link.md");
            std::os::unix::fs::symlink(&profile, &link).expect("a link");
            refused(&link);
            fs::remove_file(&profile).expect("removed");
            refused(&link);
            let elsewhere = folder.path().join("elsewhere");
            std::os::unix::fs::symlink(&data, &elsewhere).expect("a link");
            refused(&elsewhere.join("profile.toml"));
        }
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("a folder");
        for may_replace in [false, true] {
            let done = write(&inner, b"report", Path::new("profile.toml"), may_replace);
            assert!(matches!(done, Err(ExportError::NotAFile(_))), "{done:?}");
        }
    }

    #[test]
    fn a_missing_folder_is_named_and_no_temporary_file() {
        let done = write(Path::new("nowhere/a.md"), b"report", Path::new("profile.toml"), false);
        let said = done.expect_err("there is no such folder").to_string();
        assert_eq!(said, "can't write nowhere/a.md: there is no folder nowhere");
    }

    #[cfg(unix)]
    mod on_unix {
        use super::super::{ExportError, write};
        use super::read;
        use std::fs;
        use std::os::unix::fs::{PermissionsExt, symlink};
        use std::path::Path;

        const NO_PROFILE: &str = "nowhere/profile.toml";

        #[test]
        fn a_link_stays_a_link_and_a_mode_stays_a_mode() {
            let folder = tempfile::tempdir().expect("a folder");
            let (file, link) = (folder.path().join("real.md"), folder.path().join("link.md"));
            fs::write(&file, "old").expect("written");
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("a mode");
            symlink("real.md", &link).expect("a link");
            assert!(matches!(
                write(&link, b"new", Path::new(NO_PROFILE), false),
                Err(ExportError::Exists(_))
            ));
            write(&link, b"new", Path::new(NO_PROFILE), true).expect("written");
            assert_eq!(read(&file), "new");
            assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
            assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o644);
        }

        #[test]
        fn a_new_file_is_for_its_owner_alone() {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("a.md");
            write(&file, b"report", Path::new(NO_PROFILE), false).expect("written");
            assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
        }

        #[test]
        fn a_pipe_is_refused_and_links_in_a_circle_end() {
            let folder = tempfile::tempdir().expect("a folder");
            let (one, other) = (folder.path().join("one"), folder.path().join("other"));
            symlink(&other, &one).expect("a link");
            symlink(&one, &other).expect("a link");
            let done = write(&one, b"report", Path::new(NO_PROFILE), true);
            assert!(matches!(done, Err(ExportError::Write { .. })), "{done:?}");
            let done = write(Path::new("/dev/null"), b"report", Path::new(NO_PROFILE), true);
            assert!(matches!(done, Err(ExportError::NotAFile(_))), "{done:?}");
        }
    }
}
