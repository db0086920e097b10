//! Practice for interviews. The record is handed in by whoever holds the session, as it touches no file.

use super::Session;
use crate::coach::practice::calibration::{Calibration, OfCategory, by_category};
use crate::coach::practice::{self, Chooser, Deck, Scope};
use crate::guide::id::QuestionId;
use crate::profile::practice::Attempt;
use jiff::civil::Date;

impl Session {
    /// Takes the record of practice as it was read.
    pub fn take_attempts(&mut self, attempts: Vec<Attempt>) {
        self.attempts = Some(attempts);
    }

    /// Forgets the record of practice: it is somebody else's, or has to be read again.
    pub fn forget_attempts(&mut self) {
        self.attempts = None;
    }

    /// Adds an answer to the record of practice.
    pub fn add_attempt(&mut self, attempt: Attempt) {
        self.attempts.get_or_insert_default().push(attempt);
    }

    /// The record of practice; nothing where it hasn't been read.
    #[must_use]
    pub fn attempts(&self) -> Option<&[Attempt]> {
        self.attempts.as_deref()
    }

    /// The questions of a scope: which are due, which are new, which come later. Without a record all are new.
    #[must_use]
    pub fn deck(&self, scope: &Scope) -> Deck {
        let chooser = Chooser {
            library: &self.library,
            guide: self.guide(),
            target: self.target(),
            ratings: &self.profile.ratings,
        };
        chooser.deck(scope, self.known_attempts(), self.today())
    }

    /// The day on which a question comes again; nothing where it hasn't been asked.
    #[must_use]
    pub fn due(&self, question: &QuestionId) -> Option<Date> {
        practice::due(question, self.known_attempts())
    }

    /// How sure the person was against how right; nothing where the record hasn't been read or has too few answers.
    #[must_use]
    pub fn calibration(&self) -> Option<Calibration> {
        Calibration::of(self.known_attempts())
    }

    /// The same by category.
    #[must_use]
    pub fn calibration_by_category(&self) -> [OfCategory; 3] {
        by_category(&self.library, self.known_attempts())
    }

    fn known_attempts(&self) -> &[Attempt] {
        self.attempts().unwrap_or_default()
    }
}
