//! The steps to the target: an overview, then each step with its page.

use crate::coach::plan::{Phase, Step, StepKind};
use crate::profile::about::Topic;
use crate::report::document::{Cell, Column, Document, Role, Span, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::{NamedKey, Session};
use crate::tui::forms::{about, note, tick_off};
use crate::tui::keymap::{Binding, Bindings, Rank, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::Reading;
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::list_and_page::{Content, ListAndPage, Split};
use crate::tui::widgets::pane::Move;
use crate::tui::widgets::rows::Rows;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The columns that are dropped first where the terminal is narrow.
const LEAST: [&str; 5] = ["Weeks", "By week", SHORT, "Fits", "Hours"];
/// The head of the score where it needs less room.
const SHORT: &str = "At least";

type Table = (Vec<Column>, Vec<Vec<Cell>>);

/// The row of the overview.
const WHOLE: &str = "The whole plan";

/// The state of the view: the overview is row 0, the steps follow.
#[derive(Debug)]
pub struct Steps {
    list: ListAndPage,
}

impl Default for Steps {
    /// At the first step: it is what to do now.
    fn default() -> Self {
        Self { list: ListAndPage::at(1) }
    }
}

/// What a key does in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Ticks the marked step off.
    TickOff,
    /// Asks for a note on the skill of the marked step.
    Note,
    /// Asks for the hours a week.
    Hours,
    /// Asks for the deadline.
    Deadline,
}

/// The keys of the view.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Steps of the plan", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::TickOff, "tick-off", &["d"], "the step is done: rate the skill and prove it").hint("d done"),
    bind(Action::Note, "step-note", &["n"], "write a note on the skill of the step")
        .hint("n note")
        .rank(Rank::Low),
    bind(Action::Hours, "hours", &["w"], "set your hours a week").hint("w hours"),
    bind(Action::Deadline, "by", &["b"], "set the date to be ready by").hint("b date").rank(Rank::Low),
];

impl Steps {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::TickOff => self.tick_off(session),
            Action::Note => match self.marked(session) {
                Some(step) => note::ask(session, &step.skill),
                None => Outcome::said("Choose a step first: a note belongs to a skill."),
            },
            Action::Hours => Outcome::dialog(about::ask(session, Topic::HoursPerWeek)),
            Action::Deadline => Outcome::dialog(about::ask_deadline(session)),
        }
    }

    fn tick_off(&self, session: &Session) -> Outcome {
        match self.marked(session) {
            Some(step) => tick_off::begin(session, step),
            None if steps(session).is_empty() => Outcome::said("There is no step to mark as done."),
            None => Outcome::said(format!("Choose a step first: press {}.", session.key(NamedKey::Down))),
        }
    }

    /// The marked step; none where the whole plan is marked.
    fn marked<'s>(&self, session: &'s Session) -> Option<&'s Step> {
        let steps = steps(session);
        self.list.selected.min(steps.len()).checked_sub(1).and_then(|at| steps.get(at))
    }

    /// Marks a step, counted from 0.
    pub fn open(&mut self, at: usize) {
        self.list = ListAndPage::at(at + 1);
    }

    /// What is read in it.
    pub fn reading(&self, session: &Session) -> Reading<'_> {
        Reading::of(page(session, self.list.selected), &self.list.pane)
    }

    /// Moves in the list or in the page. Returns a link to follow.
    pub fn go(&mut self, movement: Move, session: &Session) -> Option<Target> {
        let selected = self.list.selected;
        self.list.go(movement, 1 + steps(session).len(), || page(session, selected))
    }

    /// Its list.
    #[must_use]
    pub const fn list(&self) -> &ListAndPage {
        &self.list
    }

    /// Its list, to be changed.
    pub const fn list_mut(&mut self) -> &mut ListAndPage {
        &mut self.list
    }

    /// The row in a cell.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        self.list.row_at(cell)
    }

    /// From the page to the list; whether there was a page to leave.
    pub const fn leave_page(&mut self) -> bool {
        self.list.leave_page()
    }

    /// Selects the last step where the selected one is no longer there.
    pub fn keep_within(&mut self, session: &Session) {
        self.list.select(self.list.selected.min(steps(session).len()));
    }

    /// Draws the list and the page.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let split = Split::of(area, needs(session));
        // On the whole width the track of the list needs a column of its own, and a free one before it.
        let track = if split.is_beside() { 0 } else { 2 };
        let content = Content {
            split,
            rows: self.rows(session, split.list_width(area).saturating_sub(track)),
            most_rows: area.height / 2,
            page: page(session, self.list.selected.min(steps(session).len())),
            title: self.list.title("steps", session.key(NamedKey::Back)),
            list_title: "Steps",
        };
        self.list.draw(content, theme, area, buffer);
    }

    fn rows(&self, session: &Session, width: u16) -> Rows {
        let Some((plan, calendar)) = session.target_plan() else { return Rows::default() };
        let table = pages::plan::steps_table(GuideView::new(session, Face::Interface), plan, calendar);
        let step = self.list.selected.min(plan.steps.len()).checked_sub(1);
        let table = if Rows::needs(&table) <= width { table } else { shortened(table) };
        let mut rows = Rows::fitting(table, &LEAST, step.unwrap_or_default(), width);
        rows.group(plan.phases(session.hours_per_week()).into_iter().map(phase_name));
        rows.insert(0, vec![Span::new(Role::Text, format!(" {WHOLE}"))]);
        rows.selected = step.map_or(0, |_| rows.selected + 1);
        rows
    }
}

/// The width from which the list shows all its columns.
fn needs(session: &Session) -> u16 {
    let Some((plan, calendar)) = session.target_plan() else { return 0 };
    let view = GuideView::new(session, Face::Interface);
    Rows::needs(&shortened(pages::plan::steps_table(view, plan, calendar)))
}

/// The table with a shorter head over the last column, whose figures are short.
fn shortened((mut columns, rows): Table) -> Table {
    if let Some(last) = columns.last_mut() {
        SHORT.clone_into(&mut last.head);
    }
    (columns, rows)
}

const fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::ThisWeek => "This week",
        Phase::Then => "Then",
        Phase::Later => "Later, in a job that gives you the role",
    }
}

/// The names of the rows, as a filter looks at them; none without a target, when there is no list.
pub fn names(session: &Session) -> Vec<String> {
    if session.target().is_none() {
        return Vec::new();
    }
    let view = GuideView::new(session, Face::Interface);
    let step = |step: &Step| {
        let verb = if matches!(step.kind, StepKind::Prove { .. }) { "prove " } else { "" };
        format!("{verb}{} {}", view.skill_short(&step.skill), view.skill_name(&step.skill))
    };
    [WHOLE.to_owned()].into_iter().chain(steps(session).iter().map(step)).collect()
}

fn steps(session: &Session) -> &[Step] {
    session.target_plan().map_or(&[], |(plan, _)| &plan.steps)
}

/// The page of a row, its links numbered.
fn page(session: &Session, row: usize) -> Document {
    let Some((plan, calendar)) = session.target_plan() else { return Document::default() };
    let view = GuideView::new(session, Face::Interface);
    let doc = match row.checked_sub(1) {
        None => {
            let mut doc = pages::plan::overview(view, plan, calendar);
            if let Some(demand) = session.ads_demand() {
                pages::ads::add_demand(view, demand, &mut doc);
            }
            doc
        }
        Some(step) => pages::plan::step(view, plan, calendar, step),
    };
    doc.numbered()
}
