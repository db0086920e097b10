//! Whether a file has changed.

use std::fs::Metadata;
use std::time::SystemTime;

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
    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Self {
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
