//! The screens, each in a file of its own, with its state, its keys, what they do and how it is drawn.
//!
//! A new screen is a file, and here its module, its variant, its key and its two lines.

pub mod assess;
pub mod gap;
pub mod guide;
pub mod home;
pub mod ladder;
mod levels;
pub mod plan;
pub mod practice;
pub mod toolkit;

use super::keymap::{Binding, Bindings, Listing, bind};
use super::outcome::Destination;
use super::screen::Screen;
use super::widgets::{filter, pane};
use crate::session::Session;
use assess::Assess;
use gap::Gap;
use guide::Reader;
use home::Home;
use ladder::Ladder;
use plan::Plan;
use practice::Practice;
use toolkit::Toolkit;

/// The screens, in the order of their tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter)]
pub enum ScreenId {
    /// Where am I, what is missing most, what do I do next.
    Home,
    /// The guide's pages.
    Guide,
    /// The levels.
    Ladder,
    /// One skill at a time.
    Assess,
    /// The score of every level.
    Gap,
    /// The way to the target, step by step.
    Plan,
    /// Interview questions.
    Practice,
    /// Job ads and documents.
    Toolkit,
}

impl ScreenId {
    /// The word on its tab.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Home => "Home",
            Self::Guide => "Guide",
            Self::Ladder => "Ladder",
            Self::Assess => "Assess",
            Self::Gap => "Gap",
            Self::Plan => "Plan",
            Self::Practice => "Practice",
            Self::Toolkit => "Toolkit",
        }
    }
}

/// The keys of the tabs.
pub const BINDINGS: Bindings<ScreenId> = Bindings { title: "On every screen", list: LIST };

const LIST: &[Binding<ScreenId>] = &[
    bind(ScreenId::Home, "home", &["1"], "Home: where you are, what to do next"),
    bind(ScreenId::Guide, "guide", &["2"], "Guide: read about the career"),
    bind(ScreenId::Ladder, "ladder", &["3"], "Ladder: the levels"),
    bind(ScreenId::Assess, "assess", &["4"], "Assess: rate your skills"),
    bind(ScreenId::Gap, "gap", &["5"], "Gap: your score at each level"),
    bind(ScreenId::Plan, "plan", &["6"], "Plan: the steps to your target"),
    bind(ScreenId::Practice, "practice", &["7"], "Practice: interview questions"),
    bind(ScreenId::Toolkit, "toolkit", &["8"], "Toolkit: job ads and documents"),
];

/// The tables of all screens.
#[must_use]
pub fn all_listings() -> Vec<Listing> {
    let single = [
        pane::BINDINGS.listing(),
        filter::OPENING_BINDINGS.listing(),
        filter::BINDINGS.listing(),
        ladder::BINDINGS.listing(),
        assess::BINDINGS.listing(),
        toolkit::BINDINGS.listing(),
    ];
    single
        .into_iter()
        .chain(home::all_listings())
        .chain(gap::all_listings())
        .chain(plan::all_listings())
        .chain(practice::all_listings())
        .chain(guide::all_listings())
        .collect()
}

/// All screens with their states: each is as it was left.
#[expect(missing_docs, reason = "each field is the screen of its name")]
pub struct Screens {
    pub home: Home,
    pub guide: Reader,
    pub ladder: Ladder,
    pub assess: Assess,
    pub gap: Gap,
    pub plan: Plan,
    pub practice: Practice,
    pub toolkit: Toolkit,
}

impl Screens {
    /// All screens at their beginning.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        Self {
            home: Home::default(),
            guide: Reader::new(session.guide()),
            ladder: Ladder::new(session),
            assess: Assess::default(),
            gap: Gap::new(session),
            plan: Plan::default(),
            practice: Practice::default(),
            toolkit: Toolkit::default(),
        }
    }

    /// A screen.
    #[must_use]
    pub fn get(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Home => &self.home,
            ScreenId::Guide => &self.guide,
            ScreenId::Ladder => &self.ladder,
            ScreenId::Assess => &self.assess,
            ScreenId::Gap => &self.gap,
            ScreenId::Plan => &self.plan,
            ScreenId::Practice => &self.practice,
            ScreenId::Toolkit => &self.toolkit,
        }
    }

    /// A screen, to be changed.
    pub fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Home => &mut self.home,
            ScreenId::Guide => &mut self.guide,
            ScreenId::Ladder => &mut self.ladder,
            ScreenId::Assess => &mut self.assess,
            ScreenId::Gap => &mut self.gap,
            ScreenId::Plan => &mut self.plan,
            ScreenId::Practice => &mut self.practice,
            ScreenId::Toolkit => &mut self.toolkit,
        }
    }

    /// Makes a destination ready. Returns the screen that it is on.
    pub fn prepare(&mut self, destination: Destination, session: &Session) -> ScreenId {
        match destination {
            Destination::Page(link) => {
                self.guide.open(session.guide(), link);
                ScreenId::Guide
            }
            Destination::Questions(questions) => {
                self.assess.ask(questions, session);
                ScreenId::Assess
            }
            Destination::Gap(level) => {
                if let Some(level) = level {
                    self.gap.go_to(session, &level);
                }
                ScreenId::Gap
            }
            Destination::Step(at) => {
                self.plan.open_step(at);
                ScreenId::Plan
            }
            Destination::WhatIf => {
                if let Some(level) = session.target() {
                    self.gap.go_to(session, &level.id);
                }
                self.gap.try_other_ratings(session);
                ScreenId::Gap
            }
            Destination::Ad(draft) => {
                self.toolkit.show(*draft, session);
                ScreenId::Toolkit
            }
        }
    }
}
