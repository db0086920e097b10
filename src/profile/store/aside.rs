//! Copies beside the profile: those the program makes of a file it can't read, and those that sync programs leave.

use crate::profile::fault::printable;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The word in the name of a copy of an unreadable profile: `profile.unreadable-1.toml`.
pub const UNREADABLE: &str = "unreadable";

/// Gives a file a second name beside it, never one that is taken: `profile.unreadable-1.toml`. Where the file system has no second
/// names it is copied. The answer is the new path; `None` where the file doesn't hold these bytes any more.
pub fn keep_beside(file: &Path, word: &str, bytes: &[u8]) -> io::Result<Option<PathBuf>> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    for number in 1u32.. {
        let aside = file.with_file_name(format!("{stem}.{word}-{number}.toml"));
        match link_or_copy(file, &aside, bytes) {
            Ok(()) if fs::read(&aside)? == bytes => return Ok(Some(aside)),
            // Somebody has put another file in its place since it was read; that one is still there under its own name.
            Ok(()) => return fs::remove_file(&aside).map(|()| None),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn link_or_copy(file: &Path, aside: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::hard_link(file, aside) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(aside, bytes),
        linked => linked,
    }
}

/// Writes a file that must not be there yet.
fn copy(aside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(aside)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        // Half a copy is none.
        let _ = fs::remove_file(aside);
    })
}

/// What lies beside a profile and concerns its owner, a sentence each: unreadable copies, and versions that a sync program left.
pub fn neighbours(profile: &Path, folder: &Path) -> Vec<String> {
    let stem = profile.file_stem().unwrap_or_default().to_string_lossy();
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let names: Vec<String> = names.filter_map(|name| other_version(&name, &stem)).collect();
    let (copies, versions): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| name.get(stem.len()..).is_some_and(is_copy));
    let mut notices = Vec::new();
    if !copies.is_empty() {
        notices.push(format!(
            "coach couldn't read an earlier profile and kept it as {}: copy what you need from it, then delete it",
            paths(folder, copies)
        ));
    }
    if !versions.is_empty() {
        notices.push(format!(
            "a sync program left another version of your profile as {}: copy what you need from it, then delete it",
            paths(folder, versions)
        ));
    }
    notices
}

fn paths(folder: &Path, mut names: Vec<String>) -> String {
    names.sort();
    let paths = names.iter().map(|name| printable(&folder.join(name).display().to_string()));
    paths.collect::<Vec<_>>().join(" and ")
}

/// The name of a file that is another version of the profile: `profile.unreadable-1.toml`,
/// `profile.sync-conflict-20261124-101500-ABCDEFG.toml`, `profile (Ada's conflicted copy 2026-11-24).toml`.
fn other_version(name: &OsStr, stem: &str) -> Option<String> {
    let name = name.to_str()?;
    let rest = name.strip_prefix(stem)?.strip_suffix(".toml")?;
    let is_version = rest.starts_with(".sync-conflict-")
        || (rest.starts_with([' ', '(', '_', '-']) && rest.to_lowercase().contains("conflict"));
    (is_version || is_copy(rest)).then(|| name.to_owned())
}

fn is_copy(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(UNREADABLE))
}
