//! One of several: a row for each, chosen with the arrows or at once with its number.

use super::frame::{self, Row};
use super::step::Step;
use crate::report::layout;
use crate::session::Session;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::pane::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::iter::repeat;

/// What follows from a choice.
pub type Then<R> = Box<dyn Fn(&Session) -> R>;

/// The state of the dialog.
pub struct Choice<R> {
    title: String,
    rows: Vec<(String, Then<R>)>,
    /// What stands beside the rows.
    asides: Vec<String>,
    pub(super) mark: Mark,
    left: Option<Then<R>>,
}

/// What a key does in the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the bindings below say in words what each does")]
pub enum Action {
    Move(Move),
    Accept,
    Cancel,
    Pick(u8),
}

/// Its keys.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Choosing", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Move(Move::Up), "choice-up", &["up", "k"], "up").hint("↑↓ move"),
    bind(Action::Move(Move::Down), "choice-down", &["down", "j"], "down"),
    bind(Action::Move(Move::PageDown), "choice-page-down", &["pagedown", "ctrl-f"], "one page down"),
    bind(Action::Move(Move::PageUp), "choice-page-up", &["pageup", "ctrl-b"], "one page up"),
    bind(Action::Move(Move::HalfDown), "choice-half-down", &["ctrl-d"], "half a page down"),
    bind(Action::Move(Move::HalfUp), "choice-half-up", &["ctrl-u"], "half a page up"),
    bind(Action::Move(Move::Top), "choice-top", &["g", "home"], "to the first"),
    bind(Action::Move(Move::Bottom), "choice-bottom", &["G", "end"], "to the last"),
    bind(Action::Accept, "choice-accept", &["enter"], "choose the marked one").hint("Enter choose"),
    bind(Action::Cancel, "choice-cancel", &["esc", "q"], "close without choosing").hint("Esc cancel"),
    bind(Action::Pick(1), "pick-1", &["1"], "choose the first").hint("1–9 choose at once"),
    bind(Action::Pick(2), "pick-2", &["2"], "choose the second"),
    bind(Action::Pick(3), "pick-3", &["3"], "choose the third"),
    bind(Action::Pick(4), "pick-4", &["4"], "choose the fourth"),
    bind(Action::Pick(5), "pick-5", &["5"], "choose the fifth"),
    bind(Action::Pick(6), "pick-6", &["6"], "choose the sixth"),
    bind(Action::Pick(7), "pick-7", &["7"], "choose the seventh"),
    bind(Action::Pick(8), "pick-8", &["8"], "choose the eighth"),
    bind(Action::Pick(9), "pick-9", &["9"], "choose the ninth"),
];

impl<R> Choice<R> {
    /// Asks for one of several; `selected` is marked first.
    #[must_use]
    pub fn new(title: impl Into<String>, rows: Vec<(String, Then<R>)>, selected: usize) -> Self {
        Self { title: title.into(), rows, asides: Vec::new(), mark: Mark::at(selected), left: None }
    }

    /// Something beside each row, in a column of its own.
    #[must_use]
    pub fn with_asides(mut self, asides: Vec<String>) -> Self {
        self.asides = asides;
        self
    }

    /// What follows where it is left without a choice.
    #[must_use]
    pub fn or_else(mut self, left: impl Fn(&Session) -> R + 'static) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    pub(super) fn update(&mut self, action: Action, session: &Session) -> Step<R> {
        match action {
            Action::Move(movement) => self.mark.go(movement, self.rows.len()),
            Action::Cancel => return Step::Closes(self.left.as_ref().map(|left| left(session))),
            Action::Accept => return self.taken(self.mark.row(), session),
            Action::Pick(number) => {
                return usize::from(number).checked_sub(1).map_or(Step::Stays, |at| self.taken(at, session));
            }
        }
        Step::Stays
    }

    fn taken(&self, at: usize, session: &Session) -> Step<R> {
        self.rows.get(at).map_or(Step::Stays, |(_, then)| Step::Closes(Some(then(session))))
    }

    pub(super) fn draw<'a>(&'a self, theme: Theme, body: Rect, buffer: &mut Buffer) {
        let height = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let asides = self.asides.iter().map(String::as_str).chain(repeat(""));
        let row = |((text, _), aside): (&'a (String, Then<R>), &'a str)| Row { aside, ..Row::of(text) };
        let rows = self.rows.iter().zip(asides).map(row);
        let widest = Row::widest(rows.clone()).max(layout::width(&self.title));
        let body = frame::narrow(body, widest);
        let area = frame::draw(&self.title, body, height, theme, buffer);
        frame::draw_rows(rows, &self.mark, theme, area, buffer);
    }
}
