//! Search over everything: hits at every key.

use super::frame::{self, Row};
use super::step::Step;
pub use super::typed::Action;
use super::typed::Typed;
use crate::guide::id::Link;
use crate::report::document::Role;
use crate::report::layout::Line;
use crate::report::pages::{Face, GuideView, hits};
use crate::search::{Hit, Index};
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::find;
use crate::tui::widgets::pane::Move;
use crate::tui::widgets::stack::stack;
use crate::tui::widgets::text::{put, wrapped, wrapped_within};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;
use std::rc::Rc;

/// The lines for what the marked result says.
const EXCERPT: u16 = 2;
/// Maximum search results.
const HITS: usize = 20;

/// The state of the dialog.
pub struct Search<R> {
    index: Rc<Index>,
    pub(super) typed: Typed,
    /// The hits for the text in the field, best first.
    hits: Vec<Hit>,
    follow: Box<dyn Fn(Link) -> R>,
}

/// Its keys.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Searching", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Accept, "field-accept", &["enter"], "open the marked result").hint("Enter open"),
    bind(Action::Cancel, "field-cancel", &["esc"], "close the search").hint("Esc close"),
    bind(Action::Move(Move::Up), "field-up", &["up", "ctrl-p"], "the result above").hint("↑↓ choose"),
    bind(Action::Move(Move::Down), "field-down", &["down", "ctrl-n", "tab"], "the result below"),
    bind(Action::Move(Move::PageDown), "field-page-down", &["pagedown"], "one page of results down"),
    bind(Action::Move(Move::PageUp), "field-page-up", &["pageup"], "one page of results up"),
];

impl<R> Search<R> {
    /// An empty search; `follow` gets the link of the hit that is taken.
    #[must_use]
    pub fn new(index: Rc<Index>, follow: impl Fn(Link) -> R + 'static) -> Self {
        Self { index, typed: Typed::default(), hits: Vec::new(), follow: Box::new(follow) }
    }

    /// Begins with a question.
    #[must_use]
    pub fn asking(mut self, question: &str) -> Self {
        self.paste(question);
        self
    }

    /// What is typed.
    #[must_use]
    pub fn query(&self) -> &str {
        self.typed.text()
    }

    /// The hits for it, best first.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    pub(super) fn update(&mut self, action: Action) -> Step<R> {
        match action {
            Action::Move(movement) => self.typed.mark.go(movement, self.hits.len()),
            Action::Cancel => return Step::Closes(None),
            Action::Accept => {
                let hit = self.hits.get(self.typed.mark.row());
                return hit.map_or(Step::Stays, |hit| Step::Closes(Some((self.follow)(hit.link.clone()))));
            }
        }
        Step::Stays
    }

    pub(super) fn edit(&mut self, key: Key) {
        if self.typed.edit(key) {
            self.look_up();
        }
    }

    pub(super) fn paste(&mut self, pasted: &str) {
        self.typed.paste(pasted);
        self.look_up();
    }

    fn look_up(&mut self) {
        self.hits = self.index.search(self.query(), HITS);
    }

    pub(super) fn draw(
        &self,
        session: &Session,
        theme: Theme,
        body: Rect,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        let title = "Search the guide, skills, levels and questions";
        let (cursor, list) = self.typed.draw((title, ""), theme, body, buffer);
        if self.hits.is_empty() {
            let hint = if self.query().trim().is_empty() {
                "Type a word or a question: degree, k8s, how much will I earn"
            } else {
                "Nothing found. Try a single word."
            };
            for (line, y) in wrapped(hint, list.width).iter().zip(list.top()..list.bottom()) {
                put(list.x, y, line, theme.style(Role::Dim), theme, list, buffer);
            }
        }
        let view = GuideView::new(session, Face::Interface);
        let wanted: Vec<String> = self.query().split_whitespace().map(find::folded).collect();
        let titles: Vec<&str> = self.hits.iter().map(|hit| view.link_title(&hit.link)).collect();
        let found: Vec<Vec<Range<usize>>> = titles.iter().map(|title| parts_found(title, &wanted)).collect();
        let rows = self.hits.iter().zip(&titles).zip(&found);
        let rows = rows.map(|((hit, text), found)| Row { text, aside: hits::kind(&hit.link), found });
        let [room, below] = stack(list, [None, Some(EXCERPT + 1)]);
        frame::draw_rows(rows.enumerate(), &self.typed.mark, theme, room, buffer);
        if let Some(hit) = self.hits.get(self.typed.mark.row()) {
            let excerpt = wrapped_within(&hit.excerpt, below.width, usize::from(EXCERPT));
            for (line, y) in excerpt.iter().zip(below.top().saturating_add(1)..below.bottom()) {
                put(below.x, y, line, theme.style(Role::Dim), theme, below, buffer);
            }
        }
        cursor
    }
}

/// The parts of a title that are what was looked for, word by word.
fn parts_found(title: &str, wanted: &[String]) -> Vec<Range<usize>> {
    let line: [Line; 1] = [vec![title.into()]];
    // A letter by itself is found in every title.
    let words = wanted.iter().filter(|word| word.chars().nth(1).is_some());
    let places = words.flat_map(|word| find::places(&line, word));
    places.flatten().map(|(_, bytes)| bytes).collect()
}
