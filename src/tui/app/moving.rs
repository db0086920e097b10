//! From screen to screen, along links and back.

use super::App;
use crate::guide::id::Link;
use crate::report::document::Document;
use crate::tui::action::{Action, ScreenId};
use crate::tui::screen;
use crate::tui::screen::guide::Reader;
use crate::tui::screen::plan::View;

/// A place to come back to.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    screen: ScreenId,
    reader: Reader,
}

impl App {
    /// Moves in the list or the page of the screen, and follows links.
    pub(super) fn on_page(&mut self, action: Action) {
        // Only links have to be known beforehand; the page is made again when it is drawn.
        let is_home = self.screen == ScreenId::Home;
        let needs_links = is_home || matches!(action, Action::NextLink | Action::PreviousLink | Action::Open);
        let doc = if needs_links { screen::doc(self) } else { Document::default() };
        let link = match self.screen {
            ScreenId::Home => screen::move_in(&self.home, &doc, on_home(action)),
            ScreenId::Guide => {
                let guide = self.session.guide();
                self.reader.update(guide, &doc, action)
            }
            ScreenId::Ladder => self.ladder.update(self.session.assessment().levels.len(), &doc, action),
            ScreenId::Gap => self.gap.update(self.session.assessment().levels.len(), &doc, action),
            ScreenId::Plan if self.planning.view == View::Steps => {
                let rows = 1 + self.session.target_plan().map_or(0, |(plan, _)| plan.steps.len());
                self.planning.steps.update(rows, &doc, action)
            }
            ScreenId::Plan => screen::move_in(&self.planning.pane, &doc, action),
            ScreenId::Assess => None,
        };
        if let Some(link) = link {
            self.follow(link);
        }
    }

    /// Opens what a link leads to, and remembers the way back.
    pub fn follow(&mut self, link: Link) {
        self.trail.push(Stop { screen: self.screen, reader: self.reader.clone() });
        self.reader.open(self.session.guide(), link);
        self.screen = ScreenId::Guide;
    }

    pub(super) fn show(&mut self, screen: ScreenId) {
        self.trail.clear();
        self.ticking = None;
        if screen == ScreenId::Assess {
            self.ask_all();
        }
        self.screen = screen;
    }

    /// Back along the links that were followed, then from a page to its list, then Home.
    pub(super) fn back(&mut self) {
        self.ticking = None;
        if let Some(stop) = self.trail.pop() {
            self.screen = stop.screen;
            self.reader = stop.reader;
            return;
        }
        let left_page = match self.screen {
            ScreenId::Guide => self.reader.leave_page(self.session.guide()),
            ScreenId::Ladder => self.ladder.leave_page() || self.marked.take().is_some(),
            ScreenId::Gap => self.gap.leave_page(),
            ScreenId::Plan if self.planning.view == View::Steps => self.planning.steps.leave_page(),
            ScreenId::Home | ScreenId::Assess | ScreenId::Plan => false,
        };
        if !left_page {
            self.screen = ScreenId::Home;
        }
    }

    pub(super) fn mark(&mut self) {
        let level = self.session.guide().levels.get(self.ladder.selected).map(|level| level.id.clone());
        self.marked = if self.marked == level { None } else { level };
    }

    pub(super) fn rate_this(&mut self) {
        let Link::Skill(skill) = self.reader.place.clone() else {
            self.say("This page is about no single skill.");
            return;
        };
        self.ask_all();
        self.assess.go_to(&skill);
        self.leave_for(ScreenId::Assess);
    }

    /// Shows a screen from which Esc leads back here.
    pub(super) fn leave_for(&mut self, screen: ScreenId) {
        self.trail.push(Stop { screen: self.screen, reader: self.reader.clone() });
        self.screen = screen;
    }
}

/// Home is a page of links that fits its screen: there the arrows choose among them.
const fn on_home(action: Action) -> Action {
    match action {
        Action::Down => Action::NextLink,
        Action::Up => Action::PreviousLink,
        other => other,
    }
}
