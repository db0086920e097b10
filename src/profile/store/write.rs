//! Writing the file whole or not at all: beside it first, then in its place.

use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::NamedTempFile;

/// How the names of drafts begin; six letters or digits follow.
const DRAFT: &str = ".profile-";
const DRAFT_LETTERS: usize = 6;
/// A draft this old belongs to no save that is still going on.
const ABANDONED_AFTER: Duration = Duration::from_secs(60 * 60);

/// Makes the folder of a profile, for its owner alone; one that is there stays as it is.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a text to a file of its own, on disk when this returns. It is readable by its owner alone, unless its owner chose
/// another mode for the file that it will replace.
pub fn draft(folder: &Path, text: &str, replaced: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(DRAFT).rand_bytes(DRAFT_LETTERS).tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Some(replaced) = replaced {
        keep_mode(file.as_file(), replaced)?;
    }
    file.as_file().sync_all()?;
    sweep(folder, file.as_file().metadata()?.modified()?);
    Ok(file)
}

/// Keeps the mode of the file that is replaced. One that everybody may read is what editors make without being told; nobody chose
/// it, and the draft stays private.
#[cfg(unix)]
fn keep_mode(draft: &File, replaced: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let mode = replaced.permissions().mode() & 0o7777;
    if mode & 0o007 != 0 {
        return Ok(());
    }
    let is_of_group =
        draft.metadata()?.gid() == replaced.gid() || fchown(draft, None, Some(replaced.gid())).is_ok();
    // What one group may read is not for another.
    let mode = if is_of_group { mode } else { mode & 0o700 };
    draft.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_mode(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Puts a draft in the place of a file, and answers with its metadata.
pub fn put_in_place(draft: NamedTempFile, file: &Path, folder: &Path) -> io::Result<Metadata> {
    let saved = draft.persist(file).map_err(|error| error.error)?;
    // The file is in place; some file systems can't sync a folder, and that is no failure of the save.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
    saved.metadata()
}

/// Removes the drafts of saves that were killed: they hold a person's answers. `now` is the time of the file system.
fn sweep(folder: &Path, now: SystemTime) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let letters = name.to_str().and_then(|name| name.strip_prefix(DRAFT));
        let is_draft = letters.is_some_and(|letters| {
            letters.len() == DRAFT_LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        // Another program may remove it first, and a file that can't be removed can stay.
        if is_draft
            && let Ok(metadata) = fs::symlink_metadata(entry.path())
            && metadata.is_file()
            && metadata
                .modified()
                .is_ok_and(|then| now.duration_since(then).is_ok_and(|age| age > ABANDONED_AFTER))
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}
