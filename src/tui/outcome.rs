//! What a key or an answer leads to. Screens and dialogs say it; the app does it.

use super::dialogs::Dialog;
use super::memory::Unwritten;
use crate::guide::id::{LevelId, Link, SkillId};
use crate::profile::ads::AdChange;
use crate::profile::edit::Edit;
use crate::profile::practice::Attempt;
use crate::report::document::Target;
use crate::report::export::{Content, Subject};
use crate::session::{Act, Fit, Session};

/// Something to be done outside the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Save changes of the profile.
    Save(Vec<Edit>),
    /// Read the record of practice.
    ReadRecord,
    /// Add an answer to the record of practice.
    Keep(Attempt),
    /// Read the kept job ads.
    ReadAds,
    /// Make a change of the kept job ads.
    ChangeAds(AdChange),
    /// Read the file with a job ad, by its name as the user typed it.
    OpenAd(String),
    /// Write a file with what the user exports.
    Export(Export),
    /// Put a text on the clipboard.
    Copy(String),
    /// Open an address outside with the system's program for it, if it is a web address.
    Open(String),
    /// Read what is remembered from earlier runs.
    Recall,
    /// Write what isn't written yet of what is to be remembered.
    Remember(Unwritten),
    /// Give the terminal back until the shell calls.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// End, once everything is saved.
    Quit,
    /// End although something isn't saved: the user was asked.
    QuitUnsaved,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What it holds.
    pub what: Exported,
    /// Its name as the user typed it.
    pub file: String,
    /// Its content.
    pub content: Content,
    /// Whether it may replace a file: the user was asked.
    pub may_replace: bool,
}

/// What a file to be written holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// A document for a level.
    Document(Subject, LevelId),
    /// A job ad against the ratings.
    Match {
        /// The name under which it is kept.
        kept: Option<String>,
        /// What it says, and how it fits.
        fit: Box<Fit>,
    },
}

/// A place in the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A page of the guide.
    Page(Link),
    /// Some questions.
    Questions(Questions),
    /// Where the person stands, at this level if one is given.
    Gap(Option<LevelId>),
    /// A step of the plan, by its position.
    Step(usize),
    /// Other ratings at the target, to be tried.
    WhatIf,
    /// A job ad that was read.
    Ad(Box<Draft>),
}

/// A job ad that was read and isn't kept yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// What it says, and how it fits.
    pub fit: Fit,
}

/// Which questions are asked, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Questions {
    /// All of them, beginning with the first open one.
    All,
    /// All of them, beginning with this skill.
    From(SkillId),
    /// Those whose ratings are old or reworded.
    Review,
    /// The one of a step that is done.
    Step(SkillId),
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Navigate {
    /// Closes what is open in the screen; else goes back to where the user came from.
    Back,
    /// Goes there and forgets the way back.
    Show(Destination),
    /// Goes there; Esc comes back.
    Visit(Destination),
}

/// Something that a user does by name instead of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// What the binding of this name does.
    Binding(&'static str),
    /// A search that begins with this text.
    Search(String),
}

/// A sentence for the user, said once the act is done; none where there is nothing to say.
pub type Say = Box<dyn FnOnce(&Session) -> Option<String>>;

/// What a key or an answer leads to. It happens in the order of the fields.
#[derive(Default)]
pub struct Outcome {
    /// What changes.
    pub act: Option<Act>,
    /// The answer to an interview question that goes into the record of practice.
    pub attempt: Option<Attempt>,
    /// What changes of the kept job ads.
    pub ad: Option<AdChange>,
    /// Whether the act is saved only together with the next one.
    pub waits: bool,
    /// Whether the sample profile is to be looked at.
    pub looks_around: bool,
    /// The number of acts that could be undone before: those since then become one.
    pub joins_since: Option<usize>,
    /// Where to go.
    pub navigate: Option<Navigate>,
    /// What to ask or to show over the screen.
    pub dialog: Option<Dialog<Outcome>>,
    /// What to say.
    pub say: Option<Say>,
    /// What to do outside.
    pub effect: Option<Effect>,
    /// What to do as if the user had pressed its key.
    pub command: Option<Command>,
}

impl Outcome {
    /// Nothing follows.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Something changes.
    #[must_use]
    pub fn act(act: Act) -> Self {
        Self { act: Some(act), ..Self::default() }
    }

    /// An interview question is answered.
    #[must_use]
    pub fn attempt(attempt: Attempt) -> Self {
        Self { attempt: Some(attempt), ..Self::default() }
    }

    /// A job ad is kept, or moves on.
    #[must_use]
    pub fn ad(change: AdChange) -> Self {
        Self { ad: Some(change), ..Self::default() }
    }

    /// Only a sentence is said.
    #[must_use]
    pub fn said(text: impl Into<String>) -> Self {
        Self::default().say(text)
    }

    /// Esc: something is closed, or it goes back.
    #[must_use]
    pub fn back() -> Self {
        Self { navigate: Some(Navigate::Back), ..Self::default() }
    }

    /// Goes somewhere and forgets the way back.
    #[must_use]
    pub fn show(destination: Destination) -> Self {
        Self::default().then_show(destination)
    }

    /// Goes somewhere, to come back.
    #[must_use]
    pub fn visit(destination: Destination) -> Self {
        Self { navigate: Some(Navigate::Visit(destination)), ..Self::default() }
    }

    /// Follows a link, if there is one.
    #[must_use]
    pub fn follow(link: Option<Target>) -> Self {
        match link {
            Some(Target::Page(link)) => Self::visit(Destination::Page(link)),
            Some(Target::Address(address)) => Self::effect(Effect::Open(address)),
            None => Self::nothing(),
        }
    }

    /// Opens a dialog.
    #[must_use]
    pub fn dialog(dialog: impl Into<Dialog<Self>>) -> Self {
        Self::default().ask(dialog)
    }

    /// Something is done by name.
    #[must_use]
    pub fn command(command: Command) -> Self {
        Self { command: Some(command), ..Self::default() }
    }

    /// Something to be done outside.
    #[must_use]
    pub fn effect(effect: Effect) -> Self {
        Self { effect: Some(effect), ..Self::default() }
    }

    /// Shows the sample profile instead of the person's own.
    #[must_use]
    pub fn look_around() -> Self {
        Self { looks_around: true, ..Self::default() }
    }

    /// The act is saved only together with the next one.
    #[must_use]
    pub const fn waits_for_the_next(mut self) -> Self {
        self.waits = true;
        self
    }

    /// Beside all else, joins all acts beyond a depth into one.
    #[must_use]
    pub const fn joined_since(mut self, depth: usize) -> Self {
        self.joins_since = Some(depth);
        self
    }

    /// Beside all else, goes back to where the user came from.
    #[must_use]
    pub fn then_back(mut self) -> Self {
        self.navigate = Some(Navigate::Back);
        self
    }

    /// Beside all else, goes somewhere and forgets the way back.
    #[must_use]
    pub fn then_show(mut self, destination: Destination) -> Self {
        self.navigate = Some(Navigate::Show(destination));
        self
    }

    /// Beside all else, opens a dialog.
    #[must_use]
    pub fn ask(mut self, dialog: impl Into<Dialog<Self>>) -> Self {
        self.dialog = Some(dialog.into());
        self
    }

    /// Beside all else, says something.
    #[must_use]
    pub fn say(self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.say_after(|_| Some(text))
    }

    /// Beside all else, says something that depends on what the act has changed.
    #[must_use]
    pub fn say_after(mut self, say: impl FnOnce(&Session) -> Option<String> + 'static) -> Self {
        self.say = Some(Box::new(say));
        self
    }
}
