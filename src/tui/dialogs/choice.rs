//! One of several: a row for each, chosen with the arrows or at once with its number.

use super::frame::{self, Row};
use super::step::Step;
use crate::report::layout;
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::filter::{Filtered, Pressed};
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::pane::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::iter::repeat;

/// The number of rows from which the footer offers the filter.
const OFFERED_FROM: usize = 5;
/// The lines that it takes to say that nothing matches.
const NOTHING_MATCHES: u16 = 2;

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

    /// The bindings in force. A question with a few answers doesn't offer its filter, for all of them are in view.
    pub(super) fn listings(&self) -> Vec<Listing> {
        let own = vec![BINDINGS.listing()];
        if self.rows.len() < OFFERED_FROM {
            self.mark.listings_without_hint(own)
        } else {
            self.mark.listings(own)
        }
    }

    /// Whether it is filtered, so that letters and digits are typed.
    pub fn is_filtered(&self) -> bool {
        self.mark.is_filtered()
    }

    pub(super) fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Step<R>> {
        // What opens the filter comes last, so that it takes no key from the choice.
        if !self.is_filtered()
            && let Some(action) = keymap.action(&BINDINGS, key)
        {
            return Some(self.update(action, session));
        }
        match self.mark.press_filter(key, keymap, self.rows.len()) {
            Pressed::Done => Some(Step::Stays),
            Pressed::Types | Pressed::Other => None,
        }
    }

    fn names(&self) -> Vec<String> {
        self.rows.iter().map(|(row, _)| row.clone()).collect()
    }

    /// Types into the filter; whether there is one.
    pub(super) fn edit(&mut self, key: Key) -> bool {
        self.mark.edit_filter(key, &self.names());
        self.is_filtered()
    }

    pub(super) fn paste(&mut self, pasted: &str) {
        self.mark.paste_filter(pasted, &self.names());
    }

    fn update(&mut self, action: Action, session: &Session) -> Step<R> {
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

    pub(super) fn draw(&self, theme: Theme, body: Rect, buffer: &mut Buffer) -> Option<Position> {
        let height = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let asides = self.asides.iter().map(String::as_str).chain(repeat(""));
        let rows = self.rows.iter().zip(asides);
        let rows: Vec<Row<'_>> = rows.map(|((text, _), aside)| Row { aside, ..Row::of(text) }).collect();
        let widest = Row::widest(rows.iter().copied()).max(layout::width(&self.title));
        let body = frame::narrow(body, widest);
        let rows = rows.into_iter().enumerate();
        let Some(filter) = self.mark.filter() else {
            let area = frame::draw(&self.title, body, height, theme, buffer);
            frame::draw_rows(rows, &self.mark, theme, area, buffer);
            return None;
        };
        let height = height.max(NOTHING_MATCHES).saturating_add(1);
        let area = frame::draw(&self.title, body, height, theme, buffer);
        let list = filter.draw(theme, area, buffer);
        let matching = rows.filter(|(at, _)| filter.matching().contains(at));
        frame::draw_rows(matching, &self.mark, theme, list, buffer);
        filter.cursor()
    }
}
