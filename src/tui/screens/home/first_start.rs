//! The first start: one screen that asks which job somebody wants. Nothing is written before the first answer.

use crate::guide::model::{Level, Track};
use crate::report::document::{Cell, Column, Document, Role, Span};
use crate::report::layout;
use crate::report::pages::{Face, GuideView};
use crate::session::{NamedKey, Session};
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::{Destination, Outcome, Questions};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::{Clickable, RowAt};
use crate::tui::widgets::pane::Pane;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::stack::stack;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// How many seconds a question takes.
const SECONDS_EACH: usize = 18;
/// The columns that are dropped first where the terminal is narrow.
const LEAST: [&str; 2] = ["Experience", "Pay"];

/// The state of the first start.
#[derive(Debug, Default)]
pub struct FirstStart {
    selected: usize,
    /// Where the jobs are: drawing finds out.
    listed: Clickable<usize>,
    /// Where the answers will be, as the user knows the place.
    pub file: Option<String>,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Marks a job.
    Mark(usize),
    /// Marks the job above.
    Up,
    /// Marks the job below.
    Down,
    /// Starts with the marked job.
    Start,
}

/// The keys of the first start.
pub const BINDINGS: Bindings<Action> = Bindings { title: "First start", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Start, "start", &["enter"], "start with the marked job").hint("Enter start"),
    bind(Action::Mark(0), "job-1", &["1"], "choose the first job").hint("1–4 choose"),
    bind(Action::Mark(1), "job-2", &["2"], "choose the second job"),
    bind(Action::Mark(2), "job-3", &["3"], "choose the third job"),
    bind(Action::Mark(3), "job-4", &["4"], "look around with a sample profile"),
    bind(Action::Up, "job-up", &["up", "k"], "the job above"),
    bind(Action::Down, "job-down", &["down", "j"], "the job below"),
];

/// What somebody may want.
enum Job<'a> {
    /// To reach a level.
    Level(&'static str, &'a Level),
    /// To look around.
    LookAround,
}

/// The jobs: the first core level, the one before the last, and the last.
fn jobs(session: &Session) -> Vec<Job<'_>> {
    let core: Vec<&Level> =
        session.guide().levels.iter().filter(|level| level.track == Track::Core).collect();
    let positions = [
        ("My first job", Some(0)),
        ("The next step up", core.len().checked_sub(2)),
        ("Senior or beyond", core.len().checked_sub(1)),
    ];
    let mut jobs: Vec<Job<'_>> = positions
        .into_iter()
        .filter_map(|(words, at)| Some(Job::Level(words, core.get(at?).copied()?)))
        .collect();
    jobs.push(Job::LookAround);
    jobs
}

impl FirstStart {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        let jobs = jobs(session);
        let last = jobs.len().saturating_sub(1);
        match action {
            Action::Mark(at) => self.selected = at.min(last),
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::Start => {
                return match jobs.get(self.selected) {
                    Some(Job::Level(_, level)) => Outcome::act(session.set_target(Some(level.id.clone())))
                        .waits_for_the_next()
                        .then_show(Destination::Questions(Questions::All)),
                    Some(Job::LookAround) => Outcome::look_around(),
                    None => Outcome::nothing(),
                };
            }
        }
        Outcome::nothing()
    }

    /// The job in a cell.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        Some(RowAt::new(self.listed.at(cell)?, self.selected))
    }

    /// Draws the question, the jobs, and what starting means.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let jobs = jobs(session);
        let question = question(session);
        let promise = promise(jobs.get(self.selected), self.file.as_deref(), session.key(NamedKey::Back));
        let width = usize::from(area.width.saturating_sub(1));
        let height = |doc: &Document| u16::try_from(layout::lines(doc, width).len()).unwrap_or(u16::MAX);
        let rows = self.rows(session, &jobs, area.width);
        let gap = u16::from(area.height > height(&question) + rows.height() + height(&promise) + 3);
        let heights = [Some(gap), Some(height(&question)), Some(gap), Some(rows.height()), Some(gap), None];
        let [_, top, _, middle, _, bottom] = stack(area, heights);
        Pane::default().draw(&question, theme, top, buffer);
        self.listed.clear();
        self.listed.add(rows.draw(true, theme, middle, buffer));
        Pane::default().draw(&promise, theme, bottom, buffer);
    }

    fn rows(&self, session: &Session, jobs: &[Job<'_>], width: u16) -> Rows {
        let view = GuideView::new(session, Face::Interface);
        let rows = jobs.iter().zip(1..).map(|(job, number)| match job {
            Job::Level(words, level) => vec![
                Cell::Text(vec![Span::new(Role::Strong, number.to_string()), format!("  {words}").into()]),
                level.short.as_str().into(),
                level.years.to_string().into(),
                view.median_pay(level).into(),
            ],
            Job::LookAround => vec![
                Cell::Text(vec![Span::new(Role::Strong, number.to_string()), "  Just look around".into()]),
                "with a sample profile".into(),
                "".into(),
                "".into(),
            ],
        });
        let columns = vec![
            Column::left("Which job do you want?"),
            Column::left("Level"),
            Column::left("Experience"),
            Column::right("Pay"),
        ];
        Rows::fitting((columns, rows.collect()), &LEAST, self.selected, width)
    }
}

fn question(session: &Session) -> Document {
    let mut doc = Document::default();
    let title = session.guide().title.to_lowercase();
    doc.spans(vec![Span::new(
        Role::Strong,
        format!("Where do you stand as a {title}, and what comes next?"),
    )]);
    doc
}

/// How many questions follow, how long they take, and where the answers stay.
fn promise(job: Option<&Job<'_>>, file: Option<&str>, back: &str) -> Document {
    let mut doc = Document::default();
    match job {
        Some(Job::Level(_, level)) => {
            let questions = level.asks.len();
            let minutes = (questions * SECONDS_EACH).div_ceil(60);
            doc.paragraph(format!(
                "{questions} short questions, about {minutes} minutes. You get a first impression after {}.",
                crate::coach::adaptive::FIRST_IMPRESSION
            ));
        }
        Some(Job::LookAround) | None => {
            doc.paragraph(format!(
                "An invented person, so that you see every screen. Nothing is saved; {back} at Home ends it."
            ));
        }
    }
    doc.paragraph(match file {
        Some(file) => format!("Your answers stay in one file: {file}"),
        None => "Your answers stay in one file on this computer.".to_owned(),
    });
    doc
}
