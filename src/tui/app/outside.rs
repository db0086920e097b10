//! What the shell asks of the interface, and what it tells it about the world outside.

use super::{App, Notice};
use crate::profile::store::Loaded;
use crate::tui::action::{Action, action_of};
use crate::tui::dialog::{Answer, Dialog};
use crate::tui::input::Key;

impl App {
    /// Whether a digit rates or chooses now, so that a digit that is held down must count once.
    #[must_use]
    pub fn digits_rate(&self) -> bool {
        let scopes = self.scopes();
        let action = "3".parse::<Key>().ok().and_then(|key| action_of(key, &scopes));
        matches!(action, Some(Action::Rate(_) | Action::Pick(_)))
    }

    /// Whether a paste goes into a field.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        matches!(self.dialogs.last(), Some(Dialog::Search { .. } | Dialog::Text { .. }))
    }

    /// Says something until the next action.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.say(text);
    }

    /// Says something that stays until a save succeeds.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::Failed(text.into()));
    }

    /// Another program holds the lock; the shell goes on trying.
    pub fn save_waits(&mut self) {
        self.warn("Another coach is saving; trying again. Your answers are kept here until then.");
    }

    /// Takes over what another program has written, without losing place. The profile has the unsaved changes in it already.
    pub fn profile_changed(&mut self, loaded: Loaded) {
        let Loaded { profile, notices, .. } = loaded;
        if *self.session.profile() != profile {
            self.session.replace_profile(profile);
            self.score_anew();
            self.say("Your profile was changed by another program; this is how it is now.");
        }
        if let Some(notice) = notices.into_iter().next() {
            self.warn(notice);
        }
    }

    /// Asks whether to quit although changes aren't saved.
    pub fn ask_to_quit(&mut self, unsaved: usize) {
        if self.is_asking_to_quit() {
            return;
        }
        let count = crate::report::pages::count(unsaved, "change");
        let rows = vec![
            (format!("1 Stay: {count} could not be saved yet"), Answer::Nothing),
            ("2 Quit without saving".to_owned(), Answer::QuitUnsaved),
        ];
        self.dialogs.push(Dialog::choice("Not everything is saved", rows, 0));
    }

    /// Whether that question is open.
    #[must_use]
    pub fn is_asking_to_quit(&self) -> bool {
        match self.dialogs.last() {
            Some(Dialog::Choice { rows, .. }) => {
                rows.iter().any(|(_, answer)| matches!(answer, Answer::QuitUnsaved))
            }
            _ => false,
        }
    }
}
