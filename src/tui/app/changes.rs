//! What became of a save, and what others change meanwhile.

use super::{App, Notice};
use crate::profile::store::{Loaded, Saved};
use crate::tui::screen::Change;

impl App {
    /// What became of a save. What another coach has saved meanwhile is taken over.
    pub fn saved(&mut self, result: Result<Saved, String>) {
        match result {
            Ok(Saved { loaded: Loaded { profile, notices }, conflict }) => {
                self.session.replace_profile(profile);
                self.refresh(Change::Answers);
                if matches!(self.notice, Some(Notice::Failed(_))) {
                    self.notice = Some(Notice::Said("Saved now.".to_owned()));
                }
                if let Some(conflict) = conflict {
                    self.say(conflict.to_string());
                }
                if let Some(notice) = notices.into_iter().next() {
                    self.notice = Some(Notice::Failed(notice));
                }
            }
            Err(problem) => {
                self.notice = Some(Notice::Failed(format!(
                    "Not saved: {problem}. Your answers are kept here and tried again with the next one."
                )));
            }
        }
    }
}
