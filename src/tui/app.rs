//! What the interface knows, and how an action changes it. Pure: what touches the world is returned as an [`Effect`].

mod moving;
mod outside;
mod planning;
mod rating;
mod trying;
mod undo;

use super::action::{Action, Scope, ScreenId, action_of};
use super::dialog::{Answer, Dialog};
use super::input::{Input, Key};
use super::pane::Pane;
use super::screen::plan::{Planning, View};
use super::screen::{assess::Assess, browse::Browse, guide::Reader, trying::Trying};
use crate::guide::id::LevelId;
use crate::profile::edit::Edit;
use crate::profile::store::{Loaded, Saved};
use crate::report::pages::{GuideView, explain};
use crate::search::Index;
use crate::session::{Act, Session};
use moving::Stop;
use planning::Ticking;
use std::cell::Cell;

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Save changes of the profile.
    Save(Vec<Edit>),
    /// Give the terminal back until the shell calls.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// End, once everything is saved.
    Quit,
    /// End although something isn't saved: the user was asked.
    QuitUnsaved,
}

/// A line to the user above the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something happened.
    Said(String),
    /// Something failed; it stays until it is mended.
    Failed(String),
}

/// The state of the interface.
pub struct App {
    /// The person at work on the guide.
    pub session: Session,
    /// The screen in view.
    pub screen: ScreenId,
    /// Home's page.
    pub home: Pane,
    /// The guide's contents and page.
    pub reader: Reader,
    /// The ladder's list and page.
    pub ladder: Browse,
    /// A level marked for a comparison.
    pub marked: Option<LevelId>,
    /// The questions.
    pub assess: Assess,
    /// The gap's list and page.
    pub gap: Browse,
    /// A try of other ratings, on the gap.
    pub trying: Option<Trying>,
    /// The plan, and what stands beside it.
    pub planning: Planning,
    /// The step of the plan that is being ticked off.
    ticking: Option<Ticking>,
    /// Whether the gap shows its arithmetic.
    pub explained: bool,
    /// Open dialogs, the topmost last.
    pub dialogs: Vec<Dialog>,
    /// Whether the terminal has no room for a screen, so that nobody sees what a key would do; drawing finds out.
    pub is_too_small: Cell<bool>,
    /// What the user should know.
    pub notice: Option<Notice>,
    trail: Vec<Stop>,
    index: Option<Index>,
}

impl App {
    /// Opens at Home.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let guide = session.guide();
        let target = session.target().map(|level| &level.id);
        let target = guide.levels.iter().position(|level| Some(&level.id) == target).unwrap_or_default();
        Self {
            reader: Reader::new(guide),
            assess: Assess::default(),
            ladder: Browse::at(target),
            gap: Browse::at(target),
            session,
            screen: ScreenId::Home,
            home: Pane::default(),
            marked: None,
            trying: None,
            planning: Planning::default(),
            ticking: None,
            explained: false,
            dialogs: Vec::new(),
            is_too_small: Cell::new(false),
            notice: None,
            trail: Vec::new(),
            index: None,
        }
    }

    /// What pages are made from.
    #[must_use]
    pub fn view(&self) -> GuideView<'_> {
        GuideView::from(&self.session)
    }

    /// The scopes whose bindings are in force, the first going first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(dialog) = self.dialogs.last() {
            return vec![dialog.scope(), Scope::Always];
        }
        let of_screen: &[Scope] = match self.screen {
            ScreenId::Home => &[Scope::Home, Scope::Pages],
            ScreenId::Guide => &[Scope::Guide, Scope::Pages],
            ScreenId::Ladder => &[Scope::Ladder, Scope::Pages],
            ScreenId::Assess => &[Scope::Assess],
            ScreenId::Gap if self.trying.is_some() => &[Scope::Trying],
            ScreenId::Gap => &[Scope::Gap, Scope::Pages],
            ScreenId::Plan => match self.planning.view {
                View::Steps => &[Scope::Steps, Scope::Plan, Scope::Pages],
                View::Readiness => &[Scope::Readiness, Scope::Plan, Scope::Pages],
                View::Evidence => &[Scope::Evidence, Scope::Plan, Scope::Pages],
                View::Progress => &[Scope::Plan, Scope::Pages],
            },
        };
        [of_screen, &[Scope::Everywhere, Scope::Always]].concat()
    }

    /// Takes an input in.
    pub fn input(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.key(key),
            Input::Paste(_) if self.is_too_small.get() => Vec::new(),
            Input::Paste(text) => {
                self.paste(&text);
                Vec::new()
            }
            Input::Resize => Vec::new(),
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        let action = action_of(key, &self.scopes());
        if self.is_too_small.get() {
            let leaves = |action: &Action| matches!(action, Action::Quit | Action::Suspend | Action::Redraw);
            return action.filter(leaves).map_or_else(Vec::new, |action| self.update(action));
        }
        match action {
            Some(action) => self.update(action),
            None => {
                self.edit_field(key);
                Vec::new()
            }
        }
    }

    /// Puts a text into the field in focus; without one nothing happens.
    fn paste(&mut self, text: &str) {
        let index = self.index.as_ref();
        if let Some(dialog) = self.dialogs.last_mut() {
            dialog.paste(text, index);
        }
    }

    fn edit_field(&mut self, key: Key) {
        let index = self.index.as_ref();
        if let Some(dialog) = self.dialogs.last_mut() {
            dialog.edit(key, index);
        }
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        if matches!(self.notice, Some(Notice::Said(_))) {
            self.notice = None;
        }
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            _ => {}
        }
        if let Some(dialog) = self.dialogs.last_mut() {
            return match dialog.update(action) {
                Some(answer) => self.answered(answer),
                None => Vec::new(),
            };
        }
        match action {
            Action::Help => self.dialogs.push(Dialog::help(&self.scopes())),
            Action::Search => self.open_search(),
            Action::ChooseTarget => self.choose_target(),
            Action::Show(screen) => self.show(screen),
            Action::Undo if self.screen == ScreenId::Gap && self.trying.is_some() => {
                self.say(
                    "Nothing is saved while you try: x leaves the marked skill as it is, Esc drops it all.",
                );
            }
            Action::Undo => return self.undo_last(),
            action if self.screen == ScreenId::Gap && self.trying.is_some() => return self.on_trying(action),
            Action::Back => self.back(),
            action => return self.on_screen(action),
        }
        Vec::new()
    }

    fn on_screen(&mut self, action: Action) -> Vec<Effect> {
        match (self.screen, action) {
            (ScreenId::Assess, action) => return self.on_assess(action),
            (ScreenId::Guide, Action::RateThis) => self.rate_this(),
            (ScreenId::Ladder, Action::Compare) => self.mark(),
            (ScreenId::Gap, Action::Explain) => self.explained = !self.explained,
            (ScreenId::Gap, Action::Try) => self.begin_trying(),
            (_, Action::Explain) => self.explain_target(),
            (_, Action::Review) => self.review(),
            (ScreenId::Plan, action) if !self.on_planning(action) => self.on_page(action),
            (ScreenId::Plan, _) => {}
            (_, action) => self.on_page(action),
        }
        Vec::new()
    }

    /// Opens the arithmetic of the target over the screen.
    fn explain_target(&mut self) {
        match self.session.target_score() {
            Some(score) => {
                let title = format!("How {} is scored", self.view().level_name(&score.level));
                let doc = explain::page(self.view(), score);
                self.dialogs.push(Dialog::page(title, doc));
            }
            None => self.say("t chooses the level you aim for; then its numbers can be explained."),
        }
    }

    fn choose_target(&mut self) {
        let levels = &self.session.guide().levels;
        let target = self.session.target().map(|level| &level.id);
        let at = levels.iter().position(|level| Some(&level.id) == target);
        let rows = levels
            .iter()
            .zip(1..)
            .map(|(level, number)| (format!("{number} {}", level.title), Answer::Target(level.id.clone())));
        self.dialogs.push(Dialog::choice("The level you aim for", rows.collect(), at.unwrap_or_default()));
    }

    fn open_search(&mut self) {
        if self.index.is_none() {
            self.index = Some(Index::new(self.session.library(), self.session.guide()));
        }
        self.dialogs.push(Dialog::search());
    }

    fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        self.dialogs.pop();
        let effects = match answer {
            Answer::Go(link) => {
                self.follow(link);
                Vec::new()
            }
            Answer::Target(level) => self.aim_for(level),
            Answer::QuitUnsaved => vec![Effect::QuitUnsaved],
            answer => self.on_answer(answer),
        };
        self.finish_ticking();
        effects
    }

    fn aim_for(&mut self, level: LevelId) -> Vec<Effect> {
        let at = self.session.guide().levels.iter().position(|other| other.id == level);
        self.gap = Browse::at(at.unwrap_or_default());
        self.ladder = Browse::at(at.unwrap_or_default());
        self.planning.steps = Browse::default();
        if let Some(trying) = &mut self.trying {
            trying.look_at(level.clone());
        }
        let effects = self.perform(self.session.set_target(Some(level)));
        self.ask_all();
        effects
    }

    /// Makes an act in memory and asks for it to be saved.
    fn perform(&mut self, act: Act) -> Vec<Effect> {
        let edits = self.session.perform(act);
        self.score_anew();
        vec![Effect::Save(edits)]
    }

    fn score_anew(&mut self) {
        if let Some(trying) = &mut self.trying {
            trying.score_anew(self.session.guide(), &self.session.profile().ratings);
        }
        let rows = self.planning.steps.selected;
        if rows > 0 && self.session.target_plan().is_none_or(|(plan, _)| rows > plan.steps.len()) {
            self.planning.steps = Browse::default();
        }
    }

    /// Says something, unless a failure has to stay in view.
    fn say(&mut self, text: impl Into<String>) {
        if !matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::Said(text.into()));
        }
    }

    /// What became of a save. What another coach has saved meanwhile is taken over.
    pub fn saved(&mut self, result: Result<Saved, String>) {
        match result {
            Ok(Saved { loaded: Loaded { profile, notices, .. }, conflict }) => {
                self.session.replace_profile(profile);
                self.score_anew();
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
                )))
            }
        }
    }
}
