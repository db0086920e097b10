//! The interface as a whole. Pure: what touches the world is returned as an [`Effect`].
//!
//! A key goes to the topmost dialog, else to the screen in view, else it means the same everywhere. Each answers with an
//! [`Outcome`], and that is carried out here and nowhere else.

mod ads;
pub mod bindings;
mod first_visit;
mod foreign;
mod hand_over;
mod mouse;
mod outside;
mod pages;
mod palette;
mod pasting;
mod practice;
mod remembering;
mod undo;

use super::dialogs::search::Search;
use super::dialogs::{Dialog, Step};
use super::forms::target;
use super::input::{Input, Key};
use super::keymap::own::OwnKeys;
use super::keymap::{Keymap, Listing};
use super::navigation::Navigation;
pub use super::outcome::Effect;
use super::outcome::{Destination, Navigate, Outcome};
use super::screen::Change;
use super::screens::{self, ScreenId, Screens};
use super::widgets::clickable::Clickable;
use super::widgets::filter::{Filtered, Pressed};
use crate::search::Index;
use crate::session::{Act, Session};
use bindings::{ALWAYS, Always, EVERYWHERE, Everywhere};
use first_visit::FirstVisit;
pub use mouse::Click;
use remembering::Remembering;
use std::cell::Cell as Seen;
use std::rc::Rc;
use strum::IntoEnumIterator;

/// A line to the user above the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something happened; it stays until the next key.
    Said(String),
    /// Something happened outside, as a key came: it stays over that key.
    News(String),
    /// Something failed; it stays until it is mended.
    Failed(String),
}

/// The state of the interface.
pub struct App {
    /// The person at work on the guide.
    pub session: Session,
    /// The screens with their states.
    pub screens: Screens,
    /// The screen in view and the way back.
    pub navigation: Navigation,
    /// Open dialogs, the topmost last.
    pub dialogs: Vec<Dialog<Outcome>>,
    /// What the user should know.
    pub notice: Option<Notice>,
    /// Whether the terminal has no room for a screen, so that nobody sees what a key would do; drawing finds out.
    pub is_too_small: Seen<bool>,
    /// What a click on the tabs and on the footer means; drawing finds out.
    pub clickable: Clickable<Click>,
    /// Which key does what.
    pub(super) keymap: Rc<Keymap>,
    remembering: Remembering,
    /// What search looks in, built on first use.
    index: Option<Rc<Index>>,
    first_visit: FirstVisit,
    /// Whether the topmost dialog asks if the program should end although something isn't saved.
    is_asking_to_quit: bool,
}

impl App {
    /// Opens at Home.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self {
            screens: Screens::new(&session),
            session,
            navigation: Navigation::new(),
            dialogs: Vec::new(),
            notice: None,
            is_too_small: Seen::new(false),
            clickable: Clickable::default(),
            keymap: Rc::new(Keymap::default()),
            remembering: Remembering::default(),
            index: None,
            first_visit: FirstVisit::default(),
            is_asking_to_quit: false,
        }
    }

    /// The same with the user's own keys.
    #[must_use]
    pub fn with_keys(mut self, own: OwnKeys) -> Self {
        if own.is_empty() {
            return self;
        }
        self.session.name_keys(bindings::names(&own));
        self.keymap = Rc::new(Keymap::new(own));
        for id in ScreenId::iter() {
            self.screens.get_mut(id).keys_changed(&self.keymap);
        }
        self
    }

    /// The screen in view.
    #[must_use]
    pub const fn shown(&self) -> ScreenId {
        self.navigation.shown()
    }

    /// The bindings in force, the first table going first.
    #[must_use]
    pub fn listings(&self) -> Vec<Listing> {
        let mut listings = match self.dialogs.last() {
            Some(dialog) => dialog.listings(),
            None => self.screens.get(self.shown()).listings(&self.session),
        };
        if self.dialogs.is_empty() && !self.takes_text() {
            listings.push(self.everywhere_listing());
        }
        listings.push(ALWAYS.listing());
        listings.into_iter().map(|listing| self.keymap.in_force(listing)).collect()
    }

    /// Takes an input in.
    pub fn input(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = self.take_in(input);
        effects.extend(self.wish_for_record());
        effects.extend(self.wish_for_ads());
        self.with_memory(effects)
    }

    fn take_in(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) if self.is_too_small.get() => self.blind_key(key),
            Input::Key(key) => self.key(key, &self.keymap.clone()),
            Input::Mouse(mouse, cell) => self.mouse(mouse, cell),
            Input::Paste(text) => self.paste(&text),
            Input::Resize => Vec::new(),
        }
    }

    /// Where nothing is seen, a key can only end or redraw.
    fn blind_key(&mut self, key: Key) -> Vec<Effect> {
        let everywhere = self.keymap.action(&EVERYWHERE, key).filter(|_| self.dialogs.is_empty());
        match (everywhere, self.keymap.action(&ALWAYS, key)) {
            (Some(Everywhere::Quit), _) => self.always(Always::Quit),
            (_, Some(always)) => self.always(always),
            (
                Some(
                    Everywhere::Palette
                    | Everywhere::Search
                    | Everywhere::Export
                    | Everywhere::Copy
                    | Everywhere::Open
                    | Everywhere::Target
                    | Everywhere::HeatMap
                    | Everywhere::Bookmarks
                    | Everywhere::Backward
                    | Everywhere::Forward
                    | Everywhere::Left
                    | Everywhere::Right
                    | Everywhere::Undo
                    | Everywhere::Redo
                    | Everywhere::Help,
                )
                | None,
                None,
            ) => Vec::new(),
        }
    }

    /// Does what a key means in a keymap: in the topmost dialog, else in the screen, else everywhere.
    fn key(&mut self, key: Key, keymap: &Keymap) -> Vec<Effect> {
        if let Some(dialog) = self.dialogs.last_mut() {
            if let Some(step) = dialog.press(key, keymap, &self.session) {
                return self.stepped(step);
            }
            if let Some(always) = keymap.action(&ALWAYS, key) {
                return self.always(always);
            }
            if !dialog.edit(key) {
                self.explain_foreign(key);
            }
            return Vec::new();
        }
        let shown = self.shown();
        let screen = self.screens.get_mut(shown);
        // What opens a filter comes last, so that it takes no key from the screen.
        let is_filtered = screen.list().is_some_and(Filtered::is_filtered);
        let own = if is_filtered { None } else { screen.press(key, keymap, &self.session) };
        let outcome = own.or_else(|| match screen.press_filter(key, keymap, &self.session) {
            Pressed::Done => Some(Outcome::nothing()),
            Pressed::Types | Pressed::Other => None,
        });
        if let Some(outcome) = outcome {
            self.forget_what_was_said();
            return self.carry_out(outcome);
        }
        if self.screens.get(shown).takes_text() {
            match keymap.action(&ALWAYS, key) {
                Some(always) => return self.always(always),
                None => self.screens.get_mut(shown).edit(key, &self.session),
            }
            return Vec::new();
        }
        if let Some(screen) = keymap.action(&screens::BINDINGS, key) {
            self.forget_what_was_said();
            self.navigation.open(screen, &mut self.screens, &self.session);
            return Vec::new();
        }
        if let Some(action) = keymap.action(&EVERYWHERE, key) {
            return self.everywhere(action);
        }
        if let Some(action) = keymap.action(&ALWAYS, key) {
            return self.always(action);
        }
        self.explain_foreign(key);
        Vec::new()
    }

    /// Where a letter or a digit of another script is pressed, says why nothing happens.
    fn explain_foreign(&mut self, key: Key) {
        if let Some(hint) = key.foreign().map(foreign::hint) {
            self.forget_what_was_said();
            self.say(hint);
        }
    }

    fn stepped(&mut self, step: Step<Outcome>) -> Vec<Effect> {
        self.forget_what_was_said();
        match step {
            Step::Stays => Vec::new(),
            Step::Closes(outcome) => {
                self.dialogs.pop();
                self.is_asking_to_quit = false;
                outcome.map_or_else(Vec::new, |outcome| self.carry_out(outcome))
            }
        }
    }

    fn everywhere(&mut self, action: Everywhere) -> Vec<Effect> {
        self.forget_what_was_said();
        match action {
            Everywhere::Palette => self.open_palette(),
            Everywhere::Search => self.open_search(""),
            Everywhere::Export => {
                let outcome = self.screens.get(self.shown()).export(&self.session);
                return self.carry_out(outcome);
            }
            Everywhere::Copy => {
                let outcome =
                    hand_over::copy(&self.session, self.screens.get(self.shown()).reading(&self.session));
                return self.carry_out(outcome);
            }
            Everywhere::Open => {
                let outcome =
                    hand_over::open(&self.session, self.screens.get(self.shown()).reading(&self.session));
                return self.carry_out(outcome);
            }
            Everywhere::Target => self.dialogs.push(target::choose(&self.session).into()),
            Everywhere::HeatMap => self.open_heat_map(),
            Everywhere::Bookmarks => self.open_bookmarks(),
            Everywhere::Backward if self.navigation.backward(&mut self.screens) => {}
            Everywhere::Backward => self.say("There is no place to go back to."),
            Everywhere::Forward if self.navigation.forward(&mut self.screens) => {}
            Everywhere::Forward => self.say("There is no place to go forward to."),
            Everywhere::Left => self.open_beside(-1),
            Everywhere::Right => self.open_beside(1),
            Everywhere::Undo => return self.undo(),
            Everywhere::Redo => return self.redo(),
            Everywhere::Help => self.open_help(),
            Everywhere::Quit => return self.always(Always::Quit),
        }
        Vec::new()
    }

    fn always(&mut self, action: Always) -> Vec<Effect> {
        self.forget_what_was_said();
        match action {
            Always::Quit => vec![Effect::Quit],
            Always::Suspend => vec![Effect::Suspend],
            Always::Redraw => vec![Effect::Redraw],
        }
    }

    /// Opens the screen that is so many tabs to the right, or to the left; from the last one on to the first.
    fn open_beside(&mut self, tabs: isize) {
        let all: Vec<ScreenId> = ScreenId::iter().collect();
        let at = all.iter().position(|id| *id == self.shown()).unwrap_or_default();
        let count = isize::try_from(all.len()).unwrap_or(1);
        let next = (isize::try_from(at).unwrap_or_default() + tabs).rem_euclid(count);
        if let Some(screen) = usize::try_from(next).ok().and_then(|at| all.get(at)) {
            self.navigation.open(*screen, &mut self.screens, &self.session);
        }
    }

    fn open_search(&mut self, question: &str) {
        let make = || Rc::new(Index::new(self.session.library(), self.session.guide()));
        let index = self.index.get_or_insert_with(make).clone();
        let follow = |link| Outcome::visit(Destination::Page(link));
        self.dialogs.push(Search::new(index, follow).asking(question).into());
    }

    /// Does what an outcome says, in the order of its fields.
    fn carry_out(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Outcome {
            act,
            attempt,
            ad,
            waits,
            looks_around,
            joins_since,
            navigate,
            dialog,
            say,
            effect,
            command,
        } = outcome;
        let mut effects: Vec<Effect> = act.and_then(|act| self.perform(act, waits)).into_iter().collect();
        effects.extend(attempt.and_then(|attempt| self.keep(attempt)));
        effects.extend(ad.and_then(|change| self.change_ads(change)));
        if looks_around {
            self.look_around();
        }
        if let Some(depth) = joins_since {
            self.session.join_acts_since(depth);
        }
        let leaves_home = self.shown() == ScreenId::Home && matches!(navigate, Some(Navigate::Back));
        if leaves_home && self.leave_sample() {
            return effects;
        }
        if let Some(navigate) = navigate {
            self.navigation.go(navigate, &mut self.screens, &self.session);
        }
        self.dialogs.extend(dialog);
        if let Some(text) = say.and_then(|say| say(&self.session)) {
            self.say(text);
        }
        effects.extend(effect);
        if let Some(command) = command {
            effects.extend(self.command(command));
        }
        effects
    }

    /// Makes an act. Returns what is to be saved; nothing where that waits.
    fn perform(&mut self, act: Act, waits: bool) -> Option<Effect> {
        let target = self.session.target().map(|level| level.id.clone());
        let edits = self.session.perform(act);
        let is_same = self.session.target().map(|level| &level.id) == target.as_ref();
        self.refresh(if is_same { Change::Answers } else { Change::Target });
        if waits {
            self.first_visit.hold(edits);
            return None;
        }
        self.first_visit.released(edits).map(Effect::Save)
    }

    /// Tells every screen that something about the person has changed.
    fn refresh(&mut self, change: Change) {
        for id in ScreenId::iter() {
            let screen = self.screens.get_mut(id);
            screen.profile_changed(&self.session, change);
            if screen.list().is_some_and(Filtered::is_filtered) {
                let names = screen.row_names(&self.session);
                screen.list_mut().into_iter().for_each(|list| list.rows_changed(&names));
            }
        }
    }

    fn forget_what_was_said(&mut self) {
        self.notice = match self.notice.take() {
            Some(Notice::News(text)) => Some(Notice::Said(text)),
            failed @ Some(Notice::Failed(_)) => failed,
            Some(Notice::Said(_)) | None => None,
        };
    }

    /// Says something, unless a failure has to stay in view.
    fn say(&mut self, text: impl Into<String>) {
        if !matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::Said(text.into()));
        }
    }

    /// Says something beside what was said by the same key.
    fn say_beside(&mut self, text: &str) {
        match &self.notice {
            Some(Notice::Said(said)) => self.say(format!("{said} · {text}")),
            Some(Notice::News(_) | Notice::Failed(_)) | None => self.say(text),
        }
    }
}
