//! The palette: everything that can be done here, found by typing a part of its name.

use super::frame::{self, Row};
use super::step::Step;
pub use super::typed::Action;
use super::typed::Typed;
use crate::report::layout;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::Move;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name of its binding.
    pub id: &'static str,
    /// Its key as a user knows it; empty where no key does it here.
    pub key: String,
    /// What it does.
    pub words: &'static str,
}

/// What follows from the row that is taken.
pub struct Follow<R> {
    /// From a command, by the name of its binding.
    pub run: fn(&'static str) -> R,
    /// From what was typed: a search for it.
    pub search: fn(String) -> R,
}

/// The state of the dialog.
pub struct Palette<R> {
    /// All commands, in the order in which they are offered before anything is typed.
    commands: Vec<Entry>,
    pub(super) typed: Typed,
    /// The positions of the commands that match, best first.
    matching: Vec<usize>,
    follow: Follow<R>,
}

/// Its keys.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Commands", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Accept, "palette-accept", &["enter"], "do what is marked").hint("Enter do"),
    bind(Action::Cancel, "palette-cancel", &["esc"], "close the list of commands").hint("Esc close"),
    bind(Action::Move(Move::Up), "palette-up", &["up", "ctrl-p"], "the command above").hint("↑↓ choose"),
    bind(Action::Move(Move::Down), "palette-down", &["down", "ctrl-n", "tab"], "the command below"),
    bind(Action::Move(Move::PageDown), "palette-page-down", &["pagedown"], "one page of commands down"),
    bind(Action::Move(Move::PageUp), "palette-page-up", &["pageup"], "one page of commands up"),
];

impl<R> Palette<R> {
    /// Offers commands in their order.
    #[must_use]
    pub fn new(commands: Vec<Entry>, follow: Follow<R>) -> Self {
        let matching = (0..commands.len()).collect();
        Self { commands, typed: Typed::default(), matching, follow }
    }

    /// The commands that match what is typed, best first.
    pub fn matching(&self) -> impl Iterator<Item = &Entry> {
        self.matching.iter().filter_map(|at| self.commands.get(*at))
    }

    /// What is typed, without spaces at its ends.
    fn text(&self) -> &str {
        self.typed.text().trim()
    }

    /// The rows: the commands, then a search for what is typed.
    fn count(&self) -> usize {
        self.matching.len() + usize::from(!self.text().is_empty())
    }

    pub(super) fn update(&mut self, action: Action) -> Step<R> {
        match action {
            Action::Move(movement) => self.typed.mark.go(movement, self.count()),
            Action::Cancel => return Step::Closes(None),
            Action::Accept => return self.taken(),
        }
        Step::Stays
    }

    fn taken(&self) -> Step<R> {
        match self.matching().nth(self.typed.mark.row()) {
            Some(command) => Step::Closes(Some((self.follow.run)(command.id))),
            None if self.text().is_empty() => Step::Stays,
            None => Step::Closes(Some((self.follow.search)(self.text().to_owned()))),
        }
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
        let matcher = SkimMatcherV2::default().ignore_case();
        let score = |command: &Entry| matcher.fuzzy_match(command.words, self.text());
        let scored = self.commands.iter().enumerate().filter_map(|(at, command)| Some((score(command)?, at)));
        let mut scored: Vec<(i64, usize)> = scored.collect();
        // Stable: what is alike stays in the order in which it is offered.
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.matching = scored.into_iter().map(|(_, at)| at).collect();
    }

    fn rows(&self) -> Vec<String> {
        let keys = self.commands.iter().map(|command| layout::width(&command.key)).max().unwrap_or_default();
        let row = |key: &str, words: &str| {
            let gap = keys.saturating_sub(layout::width(key)) + 2;
            format!("{key}{}{words}", " ".repeat(gap))
        };
        let mut rows: Vec<String> = self.matching().map(|command| row(&command.key, command.words)).collect();
        if !self.text().is_empty() {
            rows.push(row("", &format!("search for \u{201c}{}\u{201d}", self.text())));
        }
        rows
    }

    pub(super) fn draw(&self, theme: Theme, body: Rect, buffer: &mut Buffer) -> Option<Position> {
        let words = ("What do you want to do?", "type a part of its name");
        let (cursor, list) = self.typed.draw(words, theme, body, buffer);
        let rows = self.rows();
        let rows = rows.iter().map(|row| Row::of(row)).enumerate();
        frame::draw_rows(rows, &self.typed.mark, theme, list, buffer);
        cursor
    }
}
