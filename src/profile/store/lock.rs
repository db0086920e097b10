//! The lock that holds off other coaches while this one reads and writes: a file beside the profile.

use super::StoreError;
use super::read::is_regular_or_missing;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// The lock of a profile, held until it is dropped.
pub struct Lock(File);

impl Drop for Lock {
    /// Unlocks, instead of leaving it to the end of the handle: a process that is just being started has a copy of the handle for a
    /// moment, and would hold the lock as long.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Takes the lock of a profile, or says at once that somebody else has it.
pub fn lock(profile: &Path) -> Result<Lock, StoreError> {
    let path = profile.with_extension("lock");
    let failed = |cause| StoreError::Write { file: profile.to_owned(), cause };
    is_regular_or_missing(&path)?;
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { file: profile.to_owned() }),
        // Some network file systems know no locks; a save there is still atomic.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock(file)),
        Err(TryLockError::Error(cause)) => Err(failed(cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As when another thread starts a program: between fork and exec it has every handle of this one.
    #[test]
    fn a_copy_of_the_handle_does_not_hold_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let profile = folder.path().join("profile.toml");
        let held = lock(&profile).unwrap();
        assert!(matches!(lock(&profile), Err(StoreError::Locked { .. })));
        let _copy = held.0.try_clone().unwrap();
        drop(held);
        assert!(lock(&profile).is_ok());
    }
}
