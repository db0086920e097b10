//! What the shell asks of the interface, and what it tells it about the world outside.

use super::{App, Notice};
use crate::profile::edit::{Restore, undo_of};
use crate::profile::model::Profile;
use crate::profile::store::{Loaded, Saved};
use crate::report::export::file::ExportError;
use crate::report::pages::{Face, GuideView, capitalised, count, readiness};
use crate::session::{NamedKey, NotUndone};
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::forms::export;
use crate::tui::outcome::{Effect, Export, Outcome};
use crate::tui::screen::Change;
use std::path::PathBuf;

/// Maximum number of changes that are named; the rest are counted.
const NAMED: usize = 3;

impl App {
    /// Whether a digit rates or chooses now, so that a digit that is held down must count once.
    #[must_use]
    pub fn digits_rate(&self) -> bool {
        match self.dialogs.last() {
            Some(Dialog::Choice(choice)) => !choice.is_filtered(),
            Some(Dialog::Page(_) | Dialog::Search(_) | Dialog::Palette(_) | Dialog::Text(_)) => false,
            None => self.screens.get(self.shown()).takes_digits(&self.session),
        }
    }

    /// Whether a paste goes into a field.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        match self.dialogs.last() {
            Some(Dialog::Search(_) | Dialog::Palette(_) | Dialog::Text(_)) => true,
            Some(Dialog::Choice(choice)) => choice.is_filtered(),
            Some(Dialog::Page(_)) => false,
            None => self.screens.get(self.shown()).takes_text(),
        }
    }

    /// Says something that outlasts the key that comes with it.
    pub fn announce(&mut self, text: impl Into<String>) {
        if !matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::News(text.into()));
        }
    }

    /// Says something that stays until a save succeeds.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::Failed(text.into()));
    }

    /// Another program holds the lock; the shell goes on trying.
    pub fn save_waits(&mut self) {
        self.warn("Another copy of coach is saving. This one keeps your answers and tries again.");
    }

    /// Takes over what another program has written, without losing place. The profile has the unsaved changes in it already.
    pub fn profile_changed(&mut self, loaded: Loaded) {
        let Loaded { profile, notices, .. } = loaded;
        if let Some(changed) = self.take_over(profile) {
            self.announce(changed);
        }
        if let Some(notice) = notices.into_iter().next() {
            self.warn(notice);
        }
    }

    /// What became of a save. What another program has saved meanwhile is taken over.
    pub fn saved(&mut self, result: Result<Saved, String>) {
        let Saved { loaded, conflict } = match result {
            Ok(saved) => saved,
            Err(problem) => {
                self.warn(format!(
                    "Not saved: {problem}. Your answers are kept here, and coach tries again."
                ));
                return;
            }
        };
        let Loaded { profile, notices, .. } = loaded;
        let changed = self.take_over(profile);
        self.say_saved();
        if let Some(conflict) = conflict {
            let what = self.session.forget_refused();
            let said = what.map(|what| format!("Not undone: {}.", NotUndone::Changed(what)));
            self.say(said.unwrap_or_else(|| format!("{}.", capitalised(&conflict.to_string()))));
        } else if let Some(changed) = changed {
            self.say_beside(&changed);
        }
        if let Some(notice) = notices.into_iter().next() {
            self.warn(notice);
        }
    }

    /// What had failed is mended.
    pub(super) fn say_saved(&mut self) {
        if matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::Said("Saved now.".to_owned()));
        }
    }

    /// Takes over a profile. Returns what is different in it, in a sentence, if anything is.
    fn take_over(&mut self, profile: Profile) -> Option<String> {
        if self.first_visit.is_sample() {
            self.first_visit.put_aside(profile);
            return None;
        }
        let changed = self.changed_in_words(&undo_of(self.session.profile(), &profile));
        self.session.replace_profile(profile);
        self.refresh(Change::Answers);
        changed
    }

    fn changed_in_words(&self, differences: &[Restore]) -> Option<String> {
        let view = GuideView::new(&self.session, Face::Interface);
        let mut names: Vec<String> = Vec::new();
        for difference in differences {
            let name = match difference {
                Restore::Rating { skill, .. } => view.skill_short(skill).to_owned(),
                Restore::Proof { .. } => "a proof".to_owned(),
                Restore::Guide { .. } => "the guide in use".to_owned(),
                Restore::Aim { .. } => "your target or its date".to_owned(),
                Restore::Answer { topic, .. } => readiness::subject(*topic).to_owned(),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return None;
        }
        let rest = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
        Some(format!("Changed elsewhere: {}{more}", names.join(", ")))
    }

    /// What became of an export.
    pub fn exported(&mut self, wish: Export, written: Result<PathBuf, ExportError>) -> Vec<Effect> {
        let outcome = export::done(wish, written);
        self.carry_out(outcome)
    }

    /// What became of an address that was to be opened.
    pub fn opened(&mut self, address: &str, result: Result<(), String>) {
        self.say(match result {
            Ok(()) => format!("Opening {address} in your browser."),
            Err(problem) => {
                format!("Not opened: {problem}; {} copies the address.", self.session.key(NamedKey::Copy))
            }
        });
    }

    /// Asks whether to quit although changes aren't saved.
    pub fn ask_to_quit(&mut self, unsaved: usize) {
        if self.is_asking_to_quit {
            return;
        }
        self.is_asking_to_quit = true;
        let rows: Vec<(String, Then<Outcome>)> = vec![
            ("1 Stay: coach tries again to save".to_owned(), Box::new(|_| Outcome::nothing())),
            ("2 Quit without saving".to_owned(), Box::new(|_| Outcome::effect(Effect::QuitUnsaved))),
        ];
        let are = if unsaved == 1 { "is" } else { "are" };
        let title = format!("{} {are} not saved. Quit anyway?", count(unsaved, "change"));
        let title = capitalised(&title);
        self.dialogs.push(Choice::new(title, rows, 0).into());
    }

    /// Whether that question is open.
    #[must_use]
    pub const fn is_asking_to_quit(&self) -> bool {
        self.is_asking_to_quit
    }
}
