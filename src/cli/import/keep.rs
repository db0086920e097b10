//! Keeps a résumé beside the profile. One that is there is kept beside it under another name.

use crate::cli::waiting::SaveError;
use crate::profile::store::{CompanionError, Store};
use crate::resume::kept::{FILE, LIMIT, kept};
use crate::resume::node::Node;
use std::path::{Path, PathBuf};

/// Where the résumé is, and what changed.
pub struct Outcome {
    /// The file.
    pub file: PathBuf,
    /// The résumé before with the new one, and where the old one is; `None` where there was none, or the same.
    pub before: Option<Before>,
}

/// A résumé that was replaced.
pub struct Before {
    /// What it said; `None` where it couldn't be read.
    pub node: Option<Node>,
    /// What the new one says.
    pub after: Option<Node>,
    /// The file in which it is kept.
    pub aside: PathBuf,
}

/// Why a résumé wasn't kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// A file can't be read or written.
    #[error(transparent)]
    File(#[from] CompanionError),
    /// It would be too large to be read again.
    #[error("the résumé would have more than {LIMIT} bytes: nothing was kept")]
    TooLarge,
    /// Somebody else changed it at the same moment.
    #[error("{} was changed by another program at this moment: nothing was kept; try again", .0.display())]
    Changed(PathBuf),
}

impl SaveError for KeepError {
    fn locked_file(&self) -> Option<&Path> {
        match self {
            Self::File(error) => error.locked_file(),
            Self::TooLarge | Self::Changed(_) => None,
        }
    }
}

/// Writes the résumé.
///
/// # Errors
/// Where it can't be written; then the one that was there is still there.
pub fn keep(store: &Store, text: &str) -> Result<Outcome, KeepError> {
    if u64::try_from(text.len()).is_ok_and(|length| length > LIMIT) {
        return Err(KeepError::TooLarge);
    }
    let companion = store.companion(FILE);
    let file = companion.file().to_owned();
    let old = companion.read(LIMIT)?;
    let before = match &old {
        Some(old) if old == text => return Ok(Outcome { file, before: None }),
        Some(old) => {
            let node = |text: &str| kept(text).ok().map(|kept| kept.node);
            Some(Before { node: node(old), after: node(text), aside: set_aside(store, old)? })
        }
        None => None,
    };
    companion.change(LIMIT, |now| {
        if now == old.as_deref() { Ok(Some(text.to_owned())) } else { Err(KeepError::Changed(file.clone())) }
    })?;
    Ok(Outcome { file, before })
}

/// Keeps the old text under the first free name; where one of the names has this text already, there.
fn set_aside(store: &Store, old: &str) -> Result<PathBuf, KeepError> {
    let mut number = 1usize;
    loop {
        let companion = store.companion(&format!("resume.before-import-{number}.json"));
        let mut is_kept = true;
        companion.change::<KeepError>(LIMIT, |there| match there {
            None => Ok(Some(old.to_owned())),
            Some(there) => {
                is_kept = there == old;
                Ok(None)
            }
        })?;
        if is_kept {
            return Ok(companion.file().to_owned());
        }
        number += 1;
    }
}
