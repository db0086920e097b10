//! What the interface knows, and how an action changes it. Pure: what touches the world is returned as an [`Effect`].

mod moving;
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
use crate::coach::adaptive::Questioner;
use crate::coach::next::{self, Step};
use crate::coach::plan::Plan;
use crate::coach::plan::calendar::Calendar;
use crate::coach::review::Review;
use crate::coach::score::{self, Assessment, LevelScore};
use crate::guide::id::LevelId;
use crate::guide::model::{Guide, Level, Library};
use crate::profile::edit::{self, Edit};
use crate::profile::model::Profile;
use crate::profile::store::Loaded;
use crate::report::pages::{GuideView, explain};
use crate::search::Index;
use jiff::civil::Date;
use moving::Stop;
use planning::Ticking;
use std::cell::{Cell, OnceCell};
use undo::Undo;

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Save changes of the profile.
    Save(Vec<Edit>),
    /// Give the terminal back until the shell calls.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// End.
    Quit,
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
    library: Library,
    guide_index: usize,
    /// What the user said so far, saved or not.
    pub profile: Profile,
    /// The score at every level, always that of the profile.
    pub assessment: Assessment,
    today: fn() -> Date,
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
    /// The plan towards the target, made when it is first looked at after a change.
    way: OnceCell<Option<(Plan, Calendar)>>,
    /// The ratings to look at again, found when they are first asked for after a change: each costs a hash of its sentences.
    reviews: OnceCell<Vec<Review>>,
    /// The step of the plan that is being ticked off.
    ticking: Option<Ticking>,
    /// What tells most, made when it is first asked.
    check: OnceCell<Questioner>,
    /// Whether the gap shows its arithmetic.
    pub explained: bool,
    /// Open dialogs, the topmost last.
    pub dialogs: Vec<Dialog>,
    /// Whether the terminal has no room for a screen, so that nobody sees what a key would do; drawing finds out.
    pub is_too_small: Cell<bool>,
    /// What the user should know.
    pub notice: Option<Notice>,
    trail: Vec<Stop>,
    undo: Vec<Undo>,
    index: Option<Index>,
}

impl App {
    /// Opens at Home.
    ///
    /// # Errors
    /// Where the library has no guide at `guide_index`.
    #[must_use]
    pub fn new(library: Library, guide_index: usize, profile: Profile, today: fn() -> Date) -> Self {
        let guide = &library.guides[guide_index];
        let assessment = score::assess(guide, &profile.ratings);
        let at = |level: Option<&LevelId>| {
            guide.levels.iter().position(|other| Some(&other.id) == level).unwrap_or_default()
        };
        let target = at(profile.target.as_ref());
        Self {
            reader: Reader::new(guide),
            assess: Assess::default(),
            ladder: Browse::at(target),
            gap: Browse::at(target),
            library,
            guide_index,
            profile,
            assessment,
            today,
            screen: ScreenId::Home,
            home: Pane::default(),
            marked: None,
            trying: None,
            planning: Planning::default(),
            way: OnceCell::new(),
            reviews: OnceCell::new(),
            ticking: None,
            check: OnceCell::new(),
            explained: false,
            dialogs: Vec::new(),
            is_too_small: Cell::new(false),
            notice: None,
            trail: Vec::new(),
            undo: Vec::new(),
            index: None,
        }
    }

    /// The guide in use.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.library.guides[self.guide_index]
    }

    /// What pages are made from.
    #[must_use]
    pub fn book(&self) -> GuideView<'_> {
        GuideView { library: &self.library, guide: self.guide() }
    }

    /// The level aimed for, if the guide has it.
    #[must_use]
    pub fn target(&self) -> Option<&Level> {
        self.profile.target.as_ref().and_then(|target| self.guide().level(target))
    }

    /// The score of the level aimed for.
    #[must_use]
    pub fn target_score(&self) -> Option<&LevelScore> {
        self.target().and_then(|level| self.assessment.level(&level.id))
    }

    /// What to do first towards a level.
    #[must_use]
    pub fn steps(&self, score: &LevelScore) -> Vec<Step> {
        next::steps(&self.library, &self.guide().scoring, score, &self.profile.ratings)
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
        match self.target_score() {
            Some(score) => {
                let title = format!("How {} is scored", self.book().level_name(&score.level));
                let doc = explain::page(self.book(), score);
                self.dialogs.push(Dialog::page(title, doc));
            }
            None => self.say("t chooses the level you aim for; then its numbers can be explained."),
        }
    }

    fn choose_target(&mut self) {
        let levels = &self.guide().levels;
        let at = levels.iter().position(|level| Some(&level.id) == self.profile.target.as_ref());
        let rows = levels
            .iter()
            .zip(1..)
            .map(|(level, number)| (format!("{number} {}", level.title), Answer::Target(level.id.clone())));
        self.dialogs.push(Dialog::choice("The level you aim for", rows.collect(), at.unwrap_or_default()));
    }

    fn open_search(&mut self) {
        if self.index.is_none() {
            self.index = Some(Index::new(&self.library, self.guide()));
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
            answer => self.on_answer(answer),
        };
        self.finish_ticking();
        effects
    }

    fn aim_for(&mut self, level: LevelId) -> Vec<Effect> {
        let at = self.guide().levels.iter().position(|other| other.id == level);
        self.gap = Browse::at(at.unwrap_or_default());
        self.ladder = Browse::at(at.unwrap_or_default());
        self.planning.steps = Browse::default();
        if let Some(trying) = &mut self.trying {
            trying.look_at(level.clone());
        }
        let edits = vec![Edit::Guide(self.guide().id.clone()), Edit::Target(Some(level))];
        let effects = self.change("the level you aim for", edits);
        self.ask_all();
        effects
    }

    /// Changes the profile in memory, scores it anew and asks for it to be saved. Undo names it by `what`.
    fn change(&mut self, what: impl Into<String>, edits: Vec<Edit>) -> Vec<Effect> {
        let today = (self.today)();
        let mut undo = Undo::of(what.into());
        for edit in &edits {
            undo.prepare(&self.profile, edit);
            edit::apply_to(&mut self.profile, edit, today);
        }
        self.undo.push(undo);
        self.score_anew();
        vec![Effect::Save(edits)]
    }

    fn score_anew(&mut self) {
        let guide = &self.library.guides[self.guide_index];
        self.assessment = score::assess(guide, &self.profile.ratings);
        self.way = OnceCell::new();
        self.reviews = OnceCell::new();
        if let Some(trying) = &mut self.trying {
            trying.score_anew(guide, &self.profile.ratings);
        }
        let rows = self.planning.steps.selected;
        if rows > 0 && self.way().is_none_or(|(plan, _)| rows > plan.steps.len()) {
            self.planning.steps = Browse::default();
        }
    }

    /// Says something, unless a failure has to stay in view.
    fn say(&mut self, text: impl Into<String>) {
        if !matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::Said(text.into()));
        }
    }

    /// The day on which a plan begins.
    #[must_use]
    pub fn today(&self) -> Date {
        (self.today)()
    }

    /// The skills.
    #[must_use]
    pub const fn library(&self) -> &Library {
        &self.library
    }

    /// What became of a save. What another coach has saved meanwhile is taken over.
    pub fn saved(&mut self, result: Result<Loaded, String>) {
        match result {
            Ok(Loaded { profile, notices }) => {
                self.profile = profile;
                self.score_anew();
                if matches!(self.notice, Some(Notice::Failed(_))) {
                    self.notice = Some(Notice::Said("Saved now.".to_owned()));
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
