//! Home: where am I, what is missing most, what do I do now. For somebody new, the first start.

mod first_start;

use crate::coach::plan::StepKind;
use crate::report::document::{Cell, Column, Document, Role};
use crate::report::layout::{self, Line};
use crate::report::pages::home::{self as page, Doing, Levels};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::forms::{explain, target, tick_off};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::{Destination, Outcome, Questions};
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::list_and_page::{Split, beside};
use crate::tui::widgets::mark::{Mark, moved};
use crate::tui::widgets::pane::{self, Move, Pane};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::stack::stack;
use crate::tui::widgets::text::put_right;
use first_start::FirstStart;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The width of what to do now where more about it stands beside it, and how it is done needs too much room.
const LIST_WIDTH: u16 = 56;

/// The rows of what to do now that stay in view, with the heads, however little room there is.
const NOW_ROWS: u16 = 3;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Home {
    /// The marked row among what to do now.
    mark: Mark,
    first_start: FirstStart,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Ticks the marked step off.
    TickOff,
    /// Tries other ratings at the target.
    WhatIf,
    /// Opens the arithmetic of the target.
    Explain,
    /// Asks again what is old or reworded.
    Review,
    /// Moves among what to do now.
    Move(Move),
}

/// The keys of the screen; those of lists hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Home", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::TickOff, "done-now", &["d"], "the marked step is done: rate the skill and prove it")
        .hint("d done"),
    bind(Action::WhatIf, "try-now", &["w"], "what if: try other ratings without changing your profile")
        .hint("w what if"),
    bind(Action::Explain, "explain-target", &["x"], "show how your target's score is calculated")
        .hint("x explain"),
    bind(Action::Review, "review", &["r"], "review ratings that are old or reworded"),
];

/// All tables of the screen.
#[must_use]
pub fn all_listings() -> [Listing; 2] {
    [BINDINGS.listing(), first_start::BINDINGS.listing()]
}

/// Whether somebody is new: nothing is rated and no target is set.
#[must_use]
pub fn is_first_start(session: &Session) -> bool {
    session.target().is_none() && session.assessment().rated == 0 && session.profile().history.is_empty()
}

impl Home {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::TickOff => self.tick_off(session),
            Action::WhatIf => Outcome::show(Destination::WhatIf),
            Action::Explain => explain::target(session),
            Action::Review if session.reviews().is_empty() => {
                Outcome::said("No rating is old, and no sentence you chose has changed.")
            }
            Action::Review => Outcome::visit(Destination::Questions(Questions::Review)),
            Action::Move(movement) => self.go(movement, session),
        }
    }

    /// Says where the answers of somebody new will be.
    pub fn profile_is_at(&mut self, file: String) {
        self.first_start.file = Some(file);
    }

    fn go(&mut self, movement: Move, session: &Session) -> Outcome {
        match movement {
            Move::Open => self.doing(session).map_or_else(Outcome::nothing, |doing| begin(doing, session)),
            Move::Back => Outcome::back(),
            Move::NextLink => self.go(Move::Down, session),
            Move::PreviousLink => self.go(Move::Up, session),
            Move::Up
            | Move::Down
            | Move::PageUp
            | Move::PageDown
            | Move::HalfUp
            | Move::HalfDown
            | Move::Top
            | Move::Bottom => {
                let count = rows(session).len();
                self.mark.select(moved(movement, self.mark.row(), count, count));
                Outcome::nothing()
            }
        }
    }

    fn doing(&self, session: &Session) -> Option<Doing> {
        rows(session).get(self.mark.row()).copied()
    }

    fn tick_off(&self, session: &Session) -> Outcome {
        match self.doing(session) {
            Some(Doing::Step(at)) => {
                step(session, at).map_or_else(Outcome::nothing, |step| tick_off::begin(session, step))
            }
            Some(Doing::Questions | Doing::Review | Doing::Target) | None => {
                Outcome::said("Choose a step first: only a step can be marked as done.")
            }
        }
    }

    /// Draws the answer on the whole width; below it what to do now, with its page beside it where there is room.
    fn draw_page(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let mut page = page::page(session, progress(session, text_width(area)));
        let selected = self.mark.row().min(page.now.len().saturating_sub(1));
        let doing = page.now.get(selected).map(|(doing, _)| *doing);
        page.say_how_once(selected);
        let count = page.now.len() + usize::from(self.mark.is_filtered());
        let answer = layout::lines(&page.answer, text_width(area));
        let table = (page.columns, page.now.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>());
        let list = list_width(Rows::needs(&table), area);
        let (top, gap, below) = parts(area, height(&answer), count, &page.rest);
        Pane::default().draw_lines(&answer, theme, top, buffer);
        let Some([left, right]) = beside(list, theme, below, buffer) else {
            let rows = rows_of(table, selected, below.width);
            return self.draw_below((rows, &page.week), &page.rest, gap, theme, below, buffer);
        };
        let detail = page::detail(session, doing);
        Pane::default().draw(&detail, theme, right, buffer);
        let rest = rest_beside(session, left, count);
        let rows = rows_of(table, selected, left.width);
        self.draw_below((rows, &page.week), &rest, gap, theme, left, buffer);
    }

    /// Draws what to do now, and what stands below it. Without room for all of it the end of what there is to do goes.
    fn draw_below(
        &self,
        (rows, week): (Rows, &str),
        rest: &Document,
        gap: u16,
        theme: Theme,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let rest = layout::lines(rest, text_width(area));
        let filter = u16::from(self.mark.is_filtered());
        let now = (rows.height() + filter).min(area.height.saturating_sub(height(&rest).min(1) + gap)).max(2);
        let [middle, _, bottom] = stack(area, [Some(now), Some(gap), None]);
        let heads = rows.lines.first().map_or(0, |heads| layout::line_width(heads));
        self.mark.list(self.mark.draw_filtered(rows, theme, middle, buffer));
        if filter == 0 && heads + 2 + layout::width(week) <= usize::from(middle.width) {
            put_right(week, theme.style(Role::Dim), theme, middle, buffer);
        }
        Pane::default().draw_lines(&rest, theme, bottom, buffer);
    }
}

/// Where the answer is, the empty lines below it and below what to do now, and the rest: without room for all, the empty lines go first.
fn parts(area: Rect, answer: u16, count: usize, rest: &Document) -> (Rect, u16, Rect) {
    let rest = height(&layout::lines(rest, text_width(area)));
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let all = answer.saturating_add(count).saturating_add(rest).saturating_add(3);
    let gap = u16::from(area.height >= all);
    let answer = answer.min(area.height.saturating_sub(NOW_ROWS));
    let [top, _, below] = stack(area, [Some(answer), Some(gap), None]);
    (top, gap, below)
}

/// What to do now as rows: where it is narrow, how a thing is done goes first, as its page says it too.
fn rows_of(table: (Vec<Column>, Vec<Vec<Cell>>), selected: usize, width: u16) -> Rows {
    Rows::fitting(table, &[page::HOW, "Hours", "Points"], selected, width)
}

/// The width of what to do now beside a page.
fn list_width(needs: u16, area: Rect) -> u16 {
    match Split::of(area, needs) {
        Split::Beside(list) => list.max(LIST_WIDTH),
        Split::Above => LIST_WIDTH,
    }
}

/// What stands below so many things to do, beside a page: every level with its bar where that fits.
fn rest_beside(session: &Session, area: Rect, count: usize) -> Document {
    let rest = |levels| page::rest(session, levels, progress(session, text_width(area)));
    let with_bars = rest(Levels::WithBars);
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let all = count.saturating_add(2).saturating_add(height(&layout::lines(&with_bars, text_width(area))));
    if all <= area.height { with_bars } else { rest(Levels::InALine) }
}

fn height(lines: &[Line]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(1))
}

/// The progress so far, in at most two lines.
fn progress(session: &Session, width: usize) -> Vec<crate::report::document::Spans> {
    let view = GuideView::new(session, Face::Interface);
    let target = session.target().filter(|_| !session.profile().history.is_empty());
    let glance = target.and_then(|level| pages::progress::glance(view, &session.progress(level), width));
    glance.unwrap_or_default()
}

fn rows(session: &Session) -> Vec<Doing> {
    page::page(session, Vec::new()).now.into_iter().map(|(doing, _)| doing).collect()
}

/// The names of the rows, as a filter looks at them.
fn names(session: &Session) -> Vec<String> {
    let name = |(_, cells): (Doing, Vec<Cell>)| match cells.into_iter().next() {
        Some(Cell::Text(spans)) => spans.into_iter().map(|span| span.text).collect(),
        Some(_) | None => String::new(),
    };
    page::page(session, Vec::new()).now.into_iter().map(name).collect()
}

fn step(session: &Session, at: usize) -> Option<&crate::coach::plan::Step> {
    session.target_plan()?.0.steps.get(at)
}

/// Does what Enter means in a row: a proof is asked for at once; what has to be learnt is read first.
fn begin(doing: Doing, session: &Session) -> Outcome {
    match doing {
        Doing::Step(at) => match step(session, at) {
            Some(step) if matches!(step.kind, StepKind::Prove { .. }) => tick_off::begin(session, step),
            Some(_) => Outcome::show(Destination::Step(at)),
            None => Outcome::nothing(),
        },
        Doing::Questions => {
            let open = session.target_score().and_then(|score| score.unrated().next());
            let skill = open.map(|skill| skill.ask.skill.clone());
            skill.map_or_else(Outcome::nothing, |skill| {
                Outcome::visit(Destination::Questions(Questions::From(skill)))
            })
        }
        Doing::Review => Outcome::visit(Destination::Questions(Questions::Review)),
        Doing::Target => Outcome::dialog(target::choose(session)),
    }
}

impl Screen for Home {
    fn listings(&self, session: &Session) -> Vec<Listing> {
        if is_first_start(session) {
            return vec![first_start::BINDINGS.listing()];
        }
        // What to do now is a short list: the footer has better to offer than its filter.
        self.mark.listings_without_hint(vec![pane::BINDINGS.listing(), BINDINGS.listing()])
    }

    fn list(&self) -> Option<&dyn Filtered> {
        Some(&self.mark)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(&mut self.mark)
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        if is_first_start(session) { Vec::new() } else { names(session) }
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if is_first_start(session) {
            return Some(self.first_start.update(keymap.action(&first_start::BINDINGS, key)?, session));
        }
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn profile_changed(&mut self, session: &Session, change: Change) {
        match change {
            Change::Answers => {
                self.mark.select(self.mark.row().min(rows(session).len().saturating_sub(1)));
            }
            Change::Target => self.mark = Mark::default(),
        }
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        let width = layout::MEASURE;
        (!is_first_start(session)).then(|| Reading {
            page: page::page(session, progress(session, width)).into(),
            marked: None,
            pane: None,
        })
    }

    fn row_at(&self, cell: Position, session: &Session) -> Option<RowAt> {
        if is_first_start(session) {
            return self.first_start.row_at(cell);
        }
        self.mark.row_at(cell)
    }

    fn takes_digits(&self, session: &Session) -> bool {
        is_first_start(session)
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        if is_first_start(session) {
            self.first_start.draw(session, theme, area, buffer);
        } else {
            self.draw_page(session, theme, area, buffer);
        }
    }
}
