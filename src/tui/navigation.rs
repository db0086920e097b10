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
    /// The places that were left by going back, the next one last.
    ahead: Vec<Stop>,
}

impl Navigation {
    /// At Home.
    #[must_use]
    pub const fn new() -> Self {
        Self { shown: ScreenId::Home, trail: Vec::new(), ahead: Vec::new() }
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
                self.forget_the_way();
                self.shown = screens.prepare(destination, session);
            }
            Navigate::Visit(destination) => {
                self.trail.push(self.stop(screens));
                self.ahead.clear();
                self.shown = screens.prepare(destination, session);
            }
        }
    }

    /// Shows a screen by its tab and forgets the way back.
    pub fn open(&mut self, screen: ScreenId, screens: &mut Screens, session: &Session) {
        self.forget_the_way();
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
                self.ahead.push(self.stop(screens));
                self.show(stop, screens);
            }
            None => self.shown = ScreenId::Home,
        }
    }

    /// Back to the place before, whatever is open in the screen; whether there was one.
    pub fn backward(&mut self, screens: &mut Screens) -> bool {
        let Some(stop) = self.trail.pop() else { return false };
        self.ahead.push(self.stop(screens));
        self.show(stop, screens);
        true
    }

    /// Forward to the place that was left last by going back; whether there was one.
    pub fn forward(&mut self, screens: &mut Screens) -> bool {
        let Some(stop) = self.ahead.pop() else { return false };
        self.trail.push(self.stop(screens));
        self.show(stop, screens);
        true
    }

    fn stop(&self, screens: &Screens) -> Stop {
        Stop { screen: self.shown, guide: screens.guide.clone() }
    }

    fn show(&mut self, stop: Stop, screens: &mut Screens) {
        self.shown = stop.screen;
        screens.guide = stop.guide;
    }

    fn forget_the_way(&mut self) {
        self.trail.clear();
        self.ahead.clear();
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}
