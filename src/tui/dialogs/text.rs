//! A line of text. A text that won't do keeps the dialog open and says why.

use super::choice::Then;
use super::frame;
use super::step::Step;
use crate::report::document::Role;
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Listing, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::field;
use crate::tui::widgets::stack::stack;
use crate::tui::widgets::text::{put, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input as Field;

/// What follows from a text, or why it won't do.
pub type Accept<R> = Box<dyn Fn(&str, &Session) -> Result<R, String>>;

/// What is done with the text: the footer says it of Enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// It goes into the profile.
    Save,
    /// It names a file that is read.
    Read,
    /// It names something that is kept.
    Keep,
    /// It names a file that is written.
    Export,
}

impl Verb {
    const fn hint(self) -> &'static str {
        match self {
            Self::Save => "Enter save",
            Self::Read => "Enter read",
            Self::Keep => "Enter keep",
            Self::Export => "Enter export",
        }
    }
}

/// The state of the dialog.
pub struct Text<R> {
    title: String,
    verb: Verb,
    /// How to answer, or what is wrong with the answer.
    hint: String,
    /// Whether it says what is wrong.
    is_wrong: bool,
    field: Field,
    accept: Accept<R>,
    /// What follows from several pasted lines, where they aren't meant for the field.
    lines: Option<Accept<R>>,
    left: Option<Then<R>>,
}

/// What a key does in the dialog; every other key types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the bindings below say in words what each does")]
pub enum Action {
    Accept,
    Cancel,
}

/// Its keys.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Typing", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Accept, "text-accept", &["enter"], "accept what you typed")
        .hint(Verb::Save.hint())
        .or_hints(&[Verb::Read.hint(), Verb::Keep.hint(), Verb::Export.hint()]),
    bind(Action::Cancel, "text-cancel", &["esc"], "cancel: close without it").hint("Esc cancel"),
];

impl<R> Text<R> {
    /// Asks for a line of text to save; `accept` gets it without spaces at its ends.
    #[must_use]
    pub fn new(
        title: impl Into<String>,
        hint: impl Into<String>,
        accept: impl Fn(&str, &Session) -> Result<R, String> + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            verb: Verb::Save,
            hint: hint.into(),
            is_wrong: false,
            field: Field::default(),
            accept: Box::new(accept),
            lines: None,
            left: None,
        }
    }

    /// The text is for something else than to be saved.
    #[must_use]
    pub const fn to(mut self, verb: Verb) -> Self {
        self.verb = verb;
        self
    }

    /// The bindings in force, with what Enter does here.
    pub(super) fn listing(&self) -> Listing {
        let mut listing = BINDINGS.listing();
        for (line, binding) in listing.lines.iter_mut().zip(LIST) {
            if binding.action() == Action::Accept {
                line.hint = self.verb.hint();
            }
        }
        listing
    }

    /// Begins with a text that can be changed.
    #[must_use]
    pub fn beginning_with(mut self, text: Option<String>) -> Self {
        self.field = Field::new(text.unwrap_or_default());
        self
    }

    /// What follows from a paste of several lines, which a field can't hold.
    #[must_use]
    pub fn or_lines(mut self, accept: impl Fn(&str, &Session) -> Result<R, String> + 'static) -> Self {
        self.lines = Some(Box::new(accept));
        self
    }

    /// What follows where it is left without a text.
    #[must_use]
    pub fn or_else(mut self, left: impl Fn(&Session) -> R + 'static) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    pub(super) fn update(&mut self, action: Action, session: &Session) -> Step<R> {
        match action {
            Action::Cancel => Step::Closes(self.left.as_ref().map(|left| left(session))),
            Action::Accept => {
                let accepted = (self.accept)(self.field.value().trim(), session);
                self.accepted(accepted)
            }
        }
    }

    /// Says from the beginning what was wrong with the text, a whole sentence.
    #[must_use]
    pub fn with_problem(mut self, problem: &str) -> Self {
        self.refuse(problem);
        self
    }

    fn refuse(&mut self, problem: &str) {
        self.hint = format!("✗ {problem}");
        self.is_wrong = true;
    }

    fn accepted(&mut self, accepted: Result<R, String>) -> Step<R> {
        match accepted {
            Ok(answer) => Step::Closes(Some(answer)),
            Err(problem) => {
                self.refuse(&problem);
                Step::Stays
            }
        }
    }

    pub(super) fn edit(&mut self, key: Key) {
        if let Some(request) = key.field_request() {
            self.field.handle(request);
        }
    }

    /// Several lines are an answer, where they may be; else the text goes into the field, and nothing follows.
    pub(super) fn paste(&mut self, pasted: &str, session: &Session) -> Option<Step<R>> {
        let lines = self.lines.as_ref().filter(|_| pasted.trim().contains('\n'));
        let Some(lines) = lines else {
            field::insert(&mut self.field, pasted);
            return None;
        };
        let accepted = lines(pasted, session);
        Some(self.accepted(accepted))
    }

    pub(super) fn draw(&self, theme: Theme, body: Rect, buffer: &mut Buffer) -> Option<Position> {
        let hints = wrapped(&self.hint, frame::text_width(body));
        let lines = field::height(&self.field, frame::text_width(body));
        let height = u16::try_from(hints.len()).unwrap_or_default().saturating_add(lines);
        let area = frame::draw(&self.title, body, height, theme, buffer);
        let [place, below] = stack(area, [Some(lines), None]);
        let place = Rect { width: place.width.saturating_sub(1), ..place };
        let cursor = field::draw_lines(&self.field, theme, place, buffer);
        let style = if self.is_wrong { theme.alarm() } else { theme.style(Role::Dim) };
        for (hint, y) in hints.iter().zip(below.top()..below.bottom()) {
            put(below.x, y, hint, style, theme, below, buffer);
        }
        cursor
    }
}
