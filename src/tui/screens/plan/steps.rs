//! The steps to the target: an overview, then each step with its page.

use crate::coach::plan::Step;
use crate::profile::about::Topic;
use crate::report::document::{Document, Role, Span, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::{about, tick_off};
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::list_and_page::{Content, ListAndPage};
use crate::tui::widgets::pane::Move;
use crate::tui::widgets::rows::Rows;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The columns that are dropped first where the terminal is narrow.
const LEAST: [&str; 5] = ["Weeks", "By week", "Score at least", "Fits", "Hours"];

/// The state of the view: the overview is row 0, the steps follow.
#[derive(Debug, Default)]
pub struct Steps {
    list: ListAndPage,
}

/// What a key does in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Ticks the marked step off.
    TickOff,
    /// Asks for the hours a week.
    Hours,
    /// Asks for the deadline.
    Deadline,
}

/// The keys of the view.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Steps of the plan", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::TickOff, "tick-off", &["d"], "the step is done: rate the skill and prove it").hint("d done"),
    bind(Action::Hours, "hours", &["w"], "set your hours a week").hint("w hours"),
    bind(Action::Deadline, "by", &["b"], "set the date to be ready by").hint("b date"),
];

impl Steps {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::TickOff => self.tick_off(session),
            Action::Hours => Outcome::dialog(about::ask(session, Topic::HoursPerWeek)),
            Action::Deadline => Outcome::dialog(about::ask_deadline(session)),
        }
    }

    fn tick_off(&self, session: &Session) -> Outcome {
        let steps = steps(session);
        match self.list.selected.checked_sub(1).and_then(|at| steps.get(at)) {
            Some(step) => tick_off::begin(session, step),
            None if steps.is_empty() => Outcome::said("There is no step to mark as done."),
            None => Outcome::said("Choose a step first: press ↓."),
        }
    }

    /// What is read in it.
    pub fn reading(&self, session: &Session) -> Reading {
        Reading::of(page(session, self.list.selected), &self.list.pane)
    }

    /// Moves in the list or in the page. Returns a link to follow.
    pub fn go(&mut self, movement: Move, session: &Session) -> Option<Target> {
        let selected = self.list.selected;
        self.list.go(movement, 1 + steps(session).len(), || page(session, selected))
    }

    /// From the page to the list; whether there was a page to leave.
    pub const fn leave_page(&mut self) -> bool {
        self.list.leave_page()
    }

    /// Back to the overview where the selected step is no longer there.
    pub fn keep_within(&mut self, session: &Session) {
        if self.list.selected > steps(session).len() {
            self.list = ListAndPage::default();
        }
    }

    /// Draws the list and the page.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let content = Content {
            rows: self.rows(session, area.width),
            most_rows: area.height / 2,
            page: page(session, self.list.selected),
            title: self.list.title("steps"),
        };
        self.list.draw(&content, theme, area, buffer);
    }

    fn rows(&self, session: &Session, width: u16) -> Rows {
        let Some((plan, calendar)) = session.target_plan() else { return Rows::default() };
        let table = pages::plan::steps_table(GuideView::new(session, Face::Interface), plan, calendar);
        let step = self.list.selected.checked_sub(1);
        let mut rows = Rows::fitting(table, &LEAST, step.unwrap_or_default(), width);
        rows.lines.insert(0, vec![Span::new(Role::Text, " The whole plan")]);
        rows.selected = step.map_or(0, |_| rows.selected + 1);
        rows
    }
}

fn steps(session: &Session) -> &[Step] {
    session.target_plan().map_or(&[], |(plan, _)| &plan.steps)
}

/// The page of a row, its links numbered.
fn page(session: &Session, row: usize) -> Document {
    let Some((plan, calendar)) = session.target_plan() else { return Document::default() };
    let view = GuideView::new(session, Face::Interface);
    let doc = match row.checked_sub(1) {
        None => pages::plan::overview(view, plan, calendar),
        Some(step) => pages::plan::step(view, plan, calendar, step),
    };
    doc.numbered()
}
