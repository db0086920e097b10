//! Reading and changing the kept job ads, and reading the file with a new one.

use super::unsaved::Unsaved;
use super::{Shell, exporting, saving};
use crate::ad::LIMIT;
use crate::file_problem::in_words;
use crate::profile::ads::{AdError, KeptAds};
use crate::profile::fault::printable;
use crate::profile::store::CompanionError;
use crate::resume::kept::{self, Kept};
use std::fs::{self, File};
use std::io::Read;
use std::time::Instant;

impl Shell {
    /// Reads the kept ads for the app, and the résumé.
    pub(super) fn read_ads(&mut self) {
        let (resume, problem) = self.read_resume();
        self.app.resume_read(resume);
        let read = KeptAds(&self.store).all();
        let read = read.map(|(kept, problems)| {
            let problems = problems.iter().map(AdError::to_string);
            (kept, problem.into_iter().chain(problems).collect())
        });
        self.app.ads_read(read.map_err(|problem| problem.to_string()), self.unsaved_ads.changes());
    }

    /// The résumé that is kept, and what its owner should know of its file. Where it can't be read the program goes on without it.
    fn read_resume(&self) -> (Kept, Option<String>) {
        let companion = self.store.companion(kept::FILE);
        let file = printable(&companion.file().display().to_string());
        let text = match companion.read(kept::LIMIT) {
            Ok(text) => text,
            Err(problem) => return (Kept::default(), Some(problem.to_string())),
        };
        match text.map(|text| kept::kept(&text)) {
            None => (Kept::default(), None),
            Some(Ok(kept)) => {
                let fault = kept.faults.first();
                let problem = fault.map(|fault| format!("{file}, line {}: {}", fault.line, fault.problem));
                (kept, problem)
            }
            Some(Err(problem)) => (Kept::default(), Some(format!("can't read {file}: {problem}"))),
        }
    }

    /// Tries to make the changes of the kept ads, in their order. Where the files can't be written they are kept, and the shell comes
    /// back for them; what can't be made at all is told.
    pub(super) fn save_ads(&mut self) {
        while let Some(change) = self.unsaved_ads.changes().first().cloned() {
            let made = {
                let _saving = saving::SAVING.lock();
                KeptAds(&self.store).make(&change, self.app.session.today())
            };
            match made {
                Ok(()) => {
                    self.unsaved_ads.first_is_saved();
                    self.app.ads_saved(Ok(()));
                }
                Err(AdError::File(CompanionError::Locked(_))) => {
                    self.unsaved_ads.retry_soon(Instant::now());
                    self.app.save_waits();
                    return;
                }
                Err(AdError::File(
                    problem @ (CompanionError::Read { .. }
                    | CompanionError::TooLarge { .. }
                    | CompanionError::Write { .. }),
                )) => {
                    self.unsaved_ads.retry_later(Instant::now());
                    self.app.ads_saved(Err(problem.to_string()));
                    return;
                }
                Err(
                    problem @ (AdError::Name(_)
                    | AdError::Taken(_)
                    | AdError::Missing { .. }
                    | AdError::Outcome
                    | AdError::Broken { .. }),
                ) => {
                    self.unsaved_ads.first_is_saved();
                    self.app.ad_refused(&change, &problem.to_string());
                    self.read_ads();
                }
            }
        }
        self.unsaved_ads = Unsaved::default();
    }
}

/// The bytes of a file, one more than [`LIMIT`] at most. Only a regular file is opened: a pipe would wait for somebody who writes.
///
/// # Errors
/// Where it can't be read, in a sentence without its end.
pub fn open(name: &str) -> Result<Vec<u8>, String> {
    let file = exporting::meant(name);
    let failed =
        |problem: String| format!("can't read {}: {problem}", printable(&file.display().to_string()));
    let metadata = fs::metadata(&file).map_err(|error| failed(in_words(&error)))?;
    if metadata.is_dir() {
        return Err(failed("it is a folder; name the file with the ad".to_owned()));
    }
    if !metadata.is_file() {
        return Err(failed("it is no regular file".to_owned()));
    }
    let most = u64::try_from(LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = File::open(&file).and_then(|open| open.take(most).read_to_end(&mut bytes));
    read.map_err(|error| failed(in_words(&error)))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, open};
    use std::fs;

    #[test]
    fn a_file_is_read_as_far_as_an_ad_may_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ad.txt");
        fs::write(&file, "Kafka").expect("written");
        assert_eq!(open(&file.display().to_string()).as_deref(), Ok(&b"Kafka"[..]));
        fs::write(&file, vec![b'a'; LIMIT + 100]).expect("written");
        assert_eq!(open(&file.display().to_string()).map(|bytes| bytes.len()), Ok(LIMIT + 1));
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let said = open(&folder.path().display().to_string()).expect_err("a folder");
        assert!(said.contains("it is a folder"), "{said}");
        assert!(open(&folder.path().join("none").display().to_string()).is_err());
        #[cfg(unix)]
        for device in ["/dev/zero", "/dev/tty"] {
            assert!(open(device).is_err_and(|said| said.contains(device)), "{device}");
        }
    }
}
