//! The lock that holds off other coaches while this one reads and writes: a file beside the profile.

use super::StoreError;
use super::read::is_regular_or_missing;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// Takes the lock of a profile, or says at once that somebody else has it. It ends with the handle.
pub fn lock(profile: &Path) -> Result<File, StoreError> {
    let path = profile.with_extension("lock");
    let failed = |cause| StoreError::Write { file: profile.to_owned(), cause };
    is_regular_or_missing(&path)?;
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { file: profile.to_owned() }),
        // Some network file systems know no locks; a save there is still atomic.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(cause)) => Err(failed(cause)),
    }
}
