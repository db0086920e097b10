//! The plan: its steps one by one, and beside them readiness, evidence and progress.

mod evidence;
mod page_view;
mod progress;
mod readiness;
mod steps;

use crate::report::document::Document;
use crate::report::export::Subject;
use crate::session::{NamedKey, Session};
use crate::tui::forms::{explain, export};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, Rank, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::{Clickable, RowAt};
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::stack::stack;
use crate::tui::widgets::{pane, tabs};
use page_view::PageView;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use steps::Steps;
use strum::IntoEnumIterator;

/// What the screen shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumIter)]
pub enum View {
    /// The steps to the target.
    #[default]
    Steps,
    /// The five bars.
    Readiness,
    /// The proofs.
    Evidence,
    /// The progress so far.
    Progress,
}

impl View {
    const fn title(self) -> &'static str {
        match self {
            Self::Steps => "Steps",
            Self::Readiness => "Readiness",
            Self::Evidence => "Evidence",
            Self::Progress => "Progress",
        }
    }
}

/// The state of the screen.
#[derive(Debug)]
pub struct Plan {
    view: View,
    steps: Steps,
    readiness: PageView,
    evidence: PageView,
    progress: PageView,
    /// The user's own keys of the views; empty where they are the built-in ones.
    keymap: Keymap,
    /// Where the tabs of the views are: drawing finds out.
    views: Clickable<View>,
}

/// What a key does here, whatever is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows another view.
    View(View),
    /// Opens the arithmetic of the target.
    Explain,
}

/// The keys of the screen, whatever it shows; each view has more, and those of lists and pages hold too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Plan", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::View(View::Steps), "view-steps", &["s"], "show the steps"),
    bind(Action::View(View::Readiness), "view-readiness", &["r"], "show how ready you are"),
    bind(Action::View(View::Evidence), "view-evidence", &["e"], "show your evidence"),
    bind(Action::View(View::Progress), "view-progress", &["p"], "show your progress"),
    bind(Action::Explain, "explain-plan", &["x"], "show how your target's score is calculated")
        .hint("x explain")
        .rank(Rank::Low),
];

/// All tables of the screen.
#[must_use]
pub fn all_listings() -> [Listing; 4] {
    [
        steps::BINDINGS.listing(),
        readiness::BINDINGS.listing(),
        evidence::BINDINGS.listing(),
        BINDINGS.listing(),
    ]
}

impl Default for Plan {
    /// At the first step.
    fn default() -> Self {
        Self {
            view: View::default(),
            steps: Steps::default(),
            readiness: PageView::new(readiness::page),
            evidence: PageView::new(evidence::page),
            progress: PageView::new(progress::page),
            keymap: Keymap::default(),
            views: Clickable::default(),
        }
    }
}

impl Plan {
    /// What it shows.
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// Opens the steps at one of them, counted from 0.
    pub fn open_step(&mut self, at: usize) {
        self.view = View::Steps;
        self.steps.open(at);
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::View(view) => {
                self.view = view;
                self.readiness.to_top();
                self.evidence.to_top();
                self.progress.to_top();
                Outcome::nothing()
            }
            Action::Explain => explain::target(session),
        }
    }

    /// Does what a key means in the view that is shown.
    fn press_in_view(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        match self.view {
            View::Steps => Some(self.steps.update(keymap.action(&steps::BINDINGS, key)?, session)),
            View::Readiness => Some(readiness::update(keymap.action(&readiness::BINDINGS, key)?, session)),
            View::Evidence => Some(evidence::update(keymap.action(&evidence::BINDINGS, key)?, session)),
            View::Progress => None,
        }
    }

    fn draw_view(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        match self.view {
            View::Steps | View::Readiness if session.target().is_none() => {
                let mut doc = Document::titled("No target yet");
                let key = session.key(NamedKey::Target);
                doc.paragraph(format!(
                    "Press {key} to choose your target level; then the plan shows the steps to it."
                ));
                pane::Pane::default().draw(&doc, theme, area, buffer);
            }
            View::Steps => self.steps.draw(session, theme, area, buffer),
            View::Readiness => self.readiness.draw(session, theme, area, buffer),
            View::Evidence => self.evidence.draw(session, theme, area, buffer),
            View::Progress => self.progress.draw(session, theme, area, buffer),
        }
    }
}

impl Screen for Plan {
    fn listings(&self, session: &Session) -> Vec<Listing> {
        let of_view = match self.view {
            // Without a target there is no step to do anything with.
            View::Steps if session.target().is_none() => Some(steps::BINDINGS.listing().without_hints()),
            View::Steps => Some(steps::BINDINGS.listing()),
            View::Readiness => Some(readiness::BINDINGS.listing()),
            View::Evidence => Some(evidence::BINDINGS.listing()),
            View::Progress => None,
        };
        let all = of_view.into_iter().chain([BINDINGS.listing(), pane::BINDINGS.listing()]).collect();
        match self.list() {
            Some(list) => list.listings(all),
            None => all,
        }
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if let Some(outcome) = self.press_in_view(key, keymap, session) {
            return Some(outcome);
        }
        if let Some(action) = keymap.action(&BINDINGS, key) {
            return Some(self.update(action, session));
        }
        let movement = keymap.action(&pane::BINDINGS, key)?;
        if movement == pane::Move::Back {
            return Some(Outcome::back());
        }
        Some(Outcome::follow(match self.view {
            View::Steps => self.steps.go(movement, session),
            View::Readiness => self.readiness.go(movement, session),
            View::Evidence => self.evidence.go(movement, session),
            View::Progress => self.progress.go(movement, session),
        }))
    }

    fn list(&self) -> Option<&dyn Filtered> {
        match self.view {
            View::Steps => Some(self.steps.list()),
            View::Readiness | View::Evidence | View::Progress => None,
        }
    }

    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
        match self.view {
            View::Steps => Some(self.steps.list_mut()),
            View::Readiness | View::Evidence | View::Progress => None,
        }
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        steps::names(session)
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        Some(match self.view {
            View::Steps => self.steps.reading(session),
            View::Readiness => self.readiness.reading(session),
            View::Evidence => self.evidence.reading(session),
            View::Progress => self.progress.reading(session),
        })
    }

    fn export(&self, session: &Session) -> Outcome {
        let subject = match self.view {
            View::Steps => Subject::Plan,
            View::Readiness | View::Evidence | View::Progress => Subject::Report,
        };
        export::ask(session, subject, session.target())
    }

    fn row_at(&self, cell: Position, session: &Session) -> Option<RowAt> {
        let is_listed = self.view == View::Steps && session.target().is_some();
        is_listed.then(|| self.steps.row_at(cell)).flatten()
    }

    fn binding_at(&self, cell: Position) -> Option<&'static str> {
        Some(BINDINGS.line_of(Action::View(self.views.at(cell)?))?.id)
    }

    fn needs_record(&self, session: &Session) -> bool {
        self.view == View::Readiness && session.attempts().is_none()
    }

    fn close_topmost(&mut self, _session: &Session) -> bool {
        self.view == View::Steps && self.steps.leave_page()
    }

    fn keys_changed(&mut self, keymap: &Keymap) {
        self.keymap = keymap.clone();
    }

    fn profile_changed(&mut self, session: &Session, change: Change) {
        match change {
            Change::Answers => self.steps.keep_within(session),
            Change::Target => self.steps = Steps::default(),
        }
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let [top, body] = stack(area, [Some(1), None]);
        let tab = |view| {
            (
                self.keymap.key_of(&BINDINGS, Action::View(view)).unwrap_or_default(),
                view.title(),
                view == self.view,
            )
        };
        let places = tabs::draw_views(View::iter().map(tab), theme, top, buffer);
        self.views.clear();
        self.views.add(places.into_iter().zip(View::iter()));
        self.draw_view(session, theme, body, buffer);
    }
}
