//! Home: where am I, what is missing most, what do I do next, and how far I have come.

use crate::report::document::Document;
use crate::report::pages::overview::{self, Beside};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::explain;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::{Destination, Outcome, Questions};
use crate::tui::screen::{Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{self, Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Home {
    pane: Pane,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Opens the arithmetic of the target.
    Explain,
    /// Asks again what is old or reworded.
    Review,
    /// Moves in the page.
    Move(Move),
}

/// The keys of the screen; those of pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Home", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Explain, "explain-target", &["x"], "show how your target's score is calculated")
        .hint("x explain"),
    bind(Action::Review, "review", &["r"], "review ratings that are old or reworded"),
];

impl Home {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Explain => explain::target(session),
            Action::Review if session.reviews().is_empty() => {
                Outcome::said("No rating is old, and no sentence you chose has changed.")
            }
            Action::Review => Outcome::visit(Destination::Questions(Questions::Review)),
            Action::Move(Move::Back) => Outcome::back(),
            Action::Move(movement) => {
                Outcome::follow(self.pane.go(among_links(movement), || self.page(session)))
            }
        }
    }

    fn page(&self, session: &Session) -> Document {
        let view = GuideView::new(session, Face::Interface);
        let steps = session.target_plan().map_or(&[][..], |(plan, _)| &plan.steps);
        let has_past = !session.profile().history.is_empty();
        let progress = session
            .target()
            .filter(|_| has_past)
            .and_then(|level| pages::progress::glance(view, &session.progress(level), self.pane.width()));
        let beside = Beside { reviews: session.reviews().len(), progress: progress.unwrap_or_default() };
        overview::home(view, session.assessment(), session.target_score(), steps, &beside).numbered()
    }
}

/// Home is a page of links that fits its screen: there the arrows choose among them.
const fn among_links(movement: Move) -> Move {
    match movement {
        Move::Down => Move::NextLink,
        Move::Up => Move::PreviousLink,
        other @ (Move::PageUp
        | Move::PageDown
        | Move::HalfUp
        | Move::HalfDown
        | Move::Top
        | Move::Bottom
        | Move::NextLink
        | Move::PreviousLink
        | Move::Open
        | Move::Back) => other,
    }
}

impl Screen for Home {
    fn listings(&self) -> Vec<Listing> {
        vec![BINDINGS.listing(), pane::BINDINGS.listing()]
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn reading(&self, session: &Session) -> Option<Reading> {
        Some(Reading::of(self.page(session), &self.pane))
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        // The page is made to fit.
        self.pane.measure(area);
        self.pane.draw(&self.page(session), theme, area, buffer);
    }
}
