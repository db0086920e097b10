//! From screen to screen, along links and back.

use super::outcome::Navigate;
use super::screens::guide::Reader;
use super::screens::{ScreenId, Screens};
use crate::session::Session;

/// A place to come back to.
#[derive(Debug, Clone)]
struct Stop {
    screen: ScreenId,
    /// Where the user was in the guide, which following a link changes.
    guide: Reader,
}

/// The screen in view and the way that led to it.
#[derive(Debug, Clone)]
pub struct Navigation {
    shown: ScreenId,
    trail: Vec<Stop>,
}

impl Navigation {
    /// At Home.
    #[must_use]
    pub const fn new() -> Self {
        Self { shown: ScreenId::Home, trail: Vec::new() }
    }

    /// The screen in view.
    #[must_use]
    pub const fn shown(&self) -> ScreenId {
        self.shown
    }

    /// Goes where a screen or a dialog says.
    pub fn go(&mut self, navigate: Navigate, screens: &mut Screens, session: &Session) {
        match navigate {
            Navigate::Back => self.back(screens, session),
            Navigate::Show(destination) => {
                self.trail.clear();
                self.shown = screens.prepare(destination, session);
            }
            Navigate::Visit(destination) => {
                self.trail.push(Stop { screen: self.shown, guide: screens.guide.clone() });
                self.shown = screens.prepare(destination, session);
            }
        }
    }

    /// Shows a screen by its tab and forgets the way back.
    pub fn open(&mut self, screen: ScreenId, screens: &mut Screens, session: &Session) {
        self.trail.clear();
        screens.get_mut(screen).opened(session);
        self.shown = screen;
    }

    /// Closes the topmost thing that is open in the screen; else back along the links that were followed; else Home. In the guide
    /// the page that a link led to is the topmost thing.
    fn back(&mut self, screens: &mut Screens, session: &Session) {
        let is_followed_page = self.shown == ScreenId::Guide && !self.trail.is_empty();
        if !is_followed_page && screens.get_mut(self.shown).close_topmost(session) {
            return;
        }
        match self.trail.pop() {
            Some(stop) => {
                self.shown = stop.screen;
                screens.guide = stop.guide;
            }
            None => self.shown = ScreenId::Home,
        }
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}
