//! Reading and writing the record of practice.

use super::unsaved::Unsaved;
use super::{Shell, saving};
use crate::profile::practice::{Attempt, FILE, MAX_BYTES, Record};
use crate::profile::store::CompanionError;
use std::time::Instant;

impl Shell {
    /// Reads the record of practice for the app.
    pub(super) fn read_record(&mut self) {
        let text = self.store.companion(FILE).read(MAX_BYTES);
        let record = text.map(|text| Record::of(text.as_deref().unwrap_or_default()));
        self.app.record_read(record.map_err(|problem| problem.to_string()), self.unsaved_answers.changes());
    }

    /// Tries to add the answers to the record, once. Where it fails they are kept, and the shell comes back for them.
    pub(super) fn save_answers(&mut self) {
        if self.unsaved_answers.is_empty() {
            return;
        }
        let lines: Vec<String> = self.unsaved_answers.changes().iter().map(Attempt::line).collect();
        let saved = {
            let _saving = saving::SAVING.lock();
            self.store.companion(FILE).append(&lines.join("\n"), MAX_BYTES)
        };
        match saved {
            Ok(()) => {
                self.unsaved_answers = Unsaved::default();
                self.app.record_saved(Ok(()));
            }
            Err(CompanionError::Locked(_)) => {
                self.unsaved_answers.retry_soon(Instant::now());
                self.app.save_waits();
            }
            Err(
                problem @ (CompanionError::Read { .. }
                | CompanionError::TooLarge { .. }
                | CompanionError::Write { .. }),
            ) => {
                self.unsaved_answers.retry_later(Instant::now());
                self.app.record_saved(Err(problem.to_string()));
            }
        }
    }
}
