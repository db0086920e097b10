//! The record of practice: read when a screen first shows something of it, added to with each answer.

use super::App;
use crate::profile::practice::{Attempt, Record};
use crate::tui::outcome::Effect;

impl App {
    /// Asks for the record of practice where the screen in view needs it. The person of the sample has none.
    pub(super) fn wish_for_record(&mut self) -> Option<Effect> {
        if !self.screens.get(self.shown()).needs_record(&self.session) {
            return None;
        }
        if self.first_visit.is_sample() {
            self.session.take_attempts(Vec::new());
            let _nothing = self.screens.practice.record_was_read(None);
            return None;
        }
        Some(Effect::ReadRecord)
    }

    /// Adds an answer to the record of practice. Returns what is to be saved; nothing while the sample is looked at.
    pub(super) fn keep(&mut self, attempt: Attempt) -> Option<Effect> {
        self.session.add_attempt(attempt.clone());
        (!self.first_visit.is_sample()).then_some(Effect::Keep(attempt))
    }

    /// Takes the record of practice as it was read, with the answers on top that are not in the file yet. Where it can't be read the
    /// program goes on without it.
    pub fn record_read(&mut self, result: Result<Record, String>, unsaved: &[Attempt]) {
        let record = result.unwrap_or_else(|problem| {
            self.warn(format!("The record of practice is left out: {problem}."));
            Record::default()
        });
        if let Some(notice) = self.screens.practice.record_was_read(record.notice()) {
            self.announce(format!("{}.", crate::report::pages::capitalised(&notice)));
        }
        let mut attempts = record.attempts;
        attempts.extend_from_slice(unsaved);
        self.session.take_attempts(attempts);
    }

    /// What became of answers that were to be added to the record.
    pub fn record_saved(&mut self, result: Result<(), String>) {
        match result {
            Ok(()) => self.say_saved(),
            Err(problem) => {
                self.warn(format!(
                    "Not saved: {problem}. Your answers are kept here, and coach tries again."
                ));
            }
        }
    }
}
