//! A filter over a list: what is typed narrows the list to the rows whose names match.

use super::clickable::RowAt;
use super::field;
use super::mark::moved;
use super::pane::Move;
use super::rows::Rows;
use super::text::{put, put_right, wrapped};
use crate::report::document::Role;
use crate::report::layout;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, Rank, bind};
use crate::tui::theme::Theme;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;
use tui_input::Input as Field;

/// What a key does in a list that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Asks for a part of a name.
    Filter,
}

/// What a key does while a list is filtered; every other key types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filtering {
    /// Shows the whole list with the row that is marked.
    Accept,
    /// Shows the whole list with the row that was marked before.
    Cancel,
    /// Moves among the rows that match.
    Move(Move),
}

/// The key of every list that can be filtered.
pub const OPENING_BINDINGS: Bindings<Opening> = Bindings { title: "Lists", list: OPENING_LIST };

const OPENING_LIST: &[Binding<Opening>] =
    &[bind(Opening::Filter, "filter", &["f"], "filter the list: type a part of a name")
        .hint("f filter")
        .rank(Rank::Finding)];

/// The keys while a list is filtered.
pub const BINDINGS: Bindings<Filtering> = Bindings { title: "Filtering a list", list: LIST };

const LIST: &[Binding<Filtering>] = &[
    bind(Filtering::Accept, "filter-accept", &["enter"], "keep the marked row and show the whole list")
        .hint("Enter keep"),
    bind(Filtering::Cancel, "filter-cancel", &["esc"], "clear: the whole list, as it was before")
        .hint("Esc clear"),
    bind(Filtering::Move(Move::Up), "filter-up", &["up", "ctrl-p", "backtab"], "the row above")
        .hint("↑↓ move"),
    bind(Filtering::Move(Move::Down), "filter-down", &["down", "ctrl-n", "tab"], "the row below"),
    bind(Filtering::Move(Move::PageDown), "filter-page-down", &["pagedown"], "one page of rows down"),
    bind(Filtering::Move(Move::PageUp), "filter-page-up", &["pageup"], "one page of rows up"),
];

/// How many rows a page has while a list is filtered.
const PAGE: usize = 10;

/// The state of a filter.
#[derive(Debug, Clone)]
pub struct Filter {
    field: Field,
    /// The positions of the rows that match, in the order of the list.
    matching: Vec<usize>,
    /// The row that was marked before.
    before: usize,
    cursor: Cell<Option<Position>>,
}

impl Filter {
    /// Nothing is typed yet: every row of `count` matches.
    #[must_use]
    pub fn new(count: usize, selected: usize) -> Self {
        let matching = (0..count).collect();
        Self { field: Field::default(), matching, before: selected, cursor: Cell::new(None) }
    }

    /// The row that was marked before.
    #[must_use]
    pub const fn before(&self) -> usize {
        self.before
    }

    /// The positions of the rows that match, in the order of the list.
    #[must_use]
    pub fn matching(&self) -> &[usize] {
        &self.matching
    }

    /// Types with a key; whether it means something in a field. Afterwards call [`Filter::narrow`].
    pub fn edit(&mut self, key: Key) -> bool {
        let request = key.field_request();
        request.map(|request| self.field.handle(request)).is_some()
    }

    /// Types a text. Afterwards call [`Filter::narrow`].
    pub fn paste(&mut self, pasted: &str) {
        field::insert(&mut self.field, pasted);
    }

    /// Narrows the list to the names that have what is typed in them, or where none has, to those with its letters in this order.
    /// Returns the row to mark: the one that matches best, and while nothing is typed the one that was marked before.
    pub fn narrow(&mut self, names: &[String]) -> usize {
        self.before = self.before.min(names.len().saturating_sub(1));
        let typed = self.field.value().trim().to_lowercase();
        let matcher = SkimMatcherV2::default().ignore_case();
        let score = |name: &String| matcher.fuzzy_match(name, &typed);
        let mut scored: Vec<(usize, i64)> =
            names.iter().enumerate().filter_map(|(at, name)| Some((at, score(name)?))).collect();
        let has_it = |at: usize| names.get(at).is_some_and(|name| name.to_lowercase().contains(&typed));
        if scored.iter().any(|(at, _)| has_it(*at)) {
            scored.retain(|(at, _)| has_it(*at));
        }
        self.matching = scored.iter().map(|(at, _)| *at).collect();
        // Of several that match as well the first one: `max_by_key` would take the last.
        let best = scored.iter().rev().max_by_key(|(_, score)| *score).map(|(at, _)| *at);
        best.filter(|_| !typed.is_empty()).unwrap_or(self.before)
    }

    /// The row that a movement leads to.
    #[must_use]
    pub fn moved(&self, movement: Move, selected: usize) -> usize {
        let from = self.matching.iter().position(|at| *at == selected).unwrap_or_default();
        self.matching.get(moved(movement, from, self.matching.len(), PAGE)).copied().unwrap_or(selected)
    }

    /// How many of the rows that match lie between the selected row and another one; negative where that is above.
    #[must_use]
    pub fn below(&self, row: usize, selected: usize) -> isize {
        let at = |row: usize| self.matching.iter().position(|other| *other == row).unwrap_or_default();
        let at = |row: usize| isize::try_from(at(row)).unwrap_or(isize::MAX);
        at(row).saturating_sub(at(selected))
    }

    /// Where the cursor stands; drawing finds out.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor.get()
    }

    /// Draws the field in the first line of an area, and what to do where nothing matches. Returns the room for the list.
    pub fn draw(&self, theme: Theme, area: Rect, buffer: &mut Buffer) -> Rect {
        let count = format!("{} found", self.matching.len());
        let width = u16::try_from(layout::width(&count)).unwrap_or(u16::MAX).saturating_add(2);
        let dim = theme.style(Role::Dim);
        let line = Rect { width: area.width.saturating_sub(width), ..area };
        put_right(&count, dim, theme, Rect { height: area.height.min(1), ..area }, buffer);
        self.cursor.set(field::draw(&self.field, theme, line, buffer));
        if self.field.value().is_empty() {
            let x = line.x.saturating_add(4);
            put(x, line.y, "type a name", dim, theme, line, buffer);
        }
        let rest = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
        if self.matching.is_empty() && rest.height > 0 {
            let words = wrapped("Nothing matches: type less.", rest.width);
            for (line, y) in words.iter().zip(rest.top()..rest.bottom()) {
                put(rest.x, y, line, theme.style(Role::Text), theme, rest, buffer);
            }
        }
        rest
    }
}

/// What a key meant for the filter of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// It is done.
    Done,
    /// It types.
    Types,
    /// Nothing: it means what it means elsewhere.
    Other,
}

/// A list that can be filtered.
pub trait Filtered {
    /// What it is filtered by.
    fn filter(&self) -> Option<&Filter>;

    /// The same, to be changed.
    fn filter_mut(&mut self) -> &mut Option<Filter>;

    /// The position of the selected row.
    fn selected(&self) -> usize;

    /// Selects a row.
    fn select(&mut self, row: usize);

    /// Whether the keys move in it now.
    fn has_focus(&self) -> bool {
        true
    }

    /// Whether it is filtered, so that letters are typed.
    fn is_filtered(&self) -> bool {
        self.filter().is_some()
    }

    /// The bindings in force: those of the filter alone while something is typed, else these, with the key that opens it where
    /// the keys move in the list. It stands behind the list's own, before those of all lists.
    fn listings(&self, others: Vec<Listing>) -> Vec<Listing> {
        if self.is_filtered() {
            return vec![BINDINGS.listing()];
        }
        let mut listings = others;
        if self.has_focus() {
            let count = listings.len();
            listings.insert(count.saturating_sub(1).max(1).min(count), OPENING_BINDINGS.listing());
        }
        listings
    }

    /// The same without a hint that it can be filtered: all of a short list is in view.
    fn listings_without_hint(&self, others: Vec<Listing>) -> Vec<Listing> {
        let mut listings = self.listings(others);
        let opening = listings.iter_mut().filter(|listing| listing.title == OPENING_BINDINGS.title);
        opening.flat_map(|listing| &mut listing.lines).for_each(|line| line.hint = "");
        listings
    }

    /// Whether a key may mean something for its filter.
    fn is_for_filter(&self, key: Key, keymap: &Keymap) -> bool {
        self.is_filtered() || (self.has_focus() && keymap.action(&OPENING_BINDINGS, key).is_some())
    }

    /// Does what a key means for the filter of a list of `count` rows; a list without rows has none. While it is filtered every
    /// other key types.
    fn press_filter(&mut self, key: Key, keymap: &Keymap, count: usize) -> Pressed {
        if count == 0 || !self.is_for_filter(key, keymap) {
            return Pressed::Other;
        }
        let selected = self.selected();
        let Some(filter) = self.filter_mut() else {
            *self.filter_mut() = Some(Filter::new(count, selected));
            return Pressed::Done;
        };
        let row = match keymap.action(&BINDINGS, key) {
            Some(Filtering::Move(movement)) => filter.moved(movement, selected),
            Some(Filtering::Accept) => {
                *self.filter_mut() = None;
                return Pressed::Done;
            }
            Some(Filtering::Cancel) => {
                let before = filter.before();
                *self.filter_mut() = None;
                before
            }
            None => return Pressed::Types,
        };
        self.select(row);
        Pressed::Done
    }

    /// Types into the filter with a key; `names` are those of the rows.
    fn edit_filter(&mut self, key: Key, names: &[String]) {
        if self.filter_mut().as_mut().is_some_and(|filter| filter.edit(key)) {
            self.narrow(names);
        }
    }

    /// Types a text into the filter; `names` are those of the rows.
    fn paste_filter(&mut self, pasted: &str, names: &[String]) {
        if let Some(filter) = self.filter_mut() {
            filter.paste(pasted);
            self.narrow(names);
        }
    }

    /// Narrows it to what is typed; `names` are those of the rows.
    fn narrow(&mut self, names: &[String]) {
        if let Some(filter) = self.filter_mut() {
            let best = filter.narrow(names);
            self.select(best);
        }
    }

    /// Narrows it again, as its rows have changed. Without rows there is nothing to filter.
    fn rows_changed(&mut self, names: &[String]) {
        if names.is_empty() {
            *self.filter_mut() = None;
        }
        self.narrow(names);
    }

    /// Where the cursor stands in the filter; drawing finds out.
    fn filter_cursor(&self) -> Option<Position> {
        self.filter().and_then(Filter::cursor)
    }

    /// Where a row is, seen from the selected one: only the rows that match lie between them.
    fn row_from_selected(&self, row: usize) -> RowAt {
        match self.filter() {
            Some(filter) => RowAt { below: filter.below(row, self.selected()), in_page: false, opens: true },
            None => RowAt::new(row, self.selected()),
        }
    }

    /// Draws rows below the filter, where there is one, as far as they match. Returns where each is.
    fn draw_filtered(&self, rows: Rows, theme: Theme, area: Rect, buffer: &mut Buffer) -> Vec<(Rect, usize)> {
        let Some(filter) = self.filter() else { return rows.draw(self.has_focus(), theme, area, buffer) };
        let area = filter.draw(theme, area, buffer);
        if filter.matching().is_empty() {
            return Vec::new();
        }
        rows.narrowed(filter.matching()).draw(self.has_focus(), theme, area, buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::tui::widgets::pane::Move;

    fn names() -> Vec<String> {
        ["Learning path", "Pay by level", "Languages", "Pay around the world"].map(str::to_owned).to_vec()
    }

    fn filtered(text: &str) -> (Filter, usize) {
        let mut filter = Filter::new(4, 2);
        filter.paste(text);
        let marked = filter.narrow(&names());
        (filter, marked)
    }

    #[test]
    fn rows_stay_in_their_order_and_the_best_match_is_marked() {
        let (filter, marked) = filtered("pay");
        assert_eq!((filter.matching(), marked), (&[1, 3][..], 1));
        let (filter, marked) = filtered(" WORLD ");
        assert_eq!((filter.matching(), marked), (&[3][..], 3));
    }

    #[test]
    fn without_a_text_or_a_match_the_mark_stays() {
        let (filter, marked) = filtered("  ");
        assert_eq!((filter.matching().len(), marked), (4, 2));
        let (filter, marked) = filtered("kubernetes");
        assert_eq!((filter.matching().len(), marked), (0, 2));
        assert_eq!(filter.moved(Move::Down, 2), 2);
    }

    #[test]
    fn movements_go_over_what_matches_only() {
        let (filter, _) = filtered("pay");
        assert_eq!((filter.moved(Move::Down, 1), filter.moved(Move::Down, 3)), (3, 3));
        assert_eq!((filter.moved(Move::Up, 3), filter.moved(Move::PageDown, 1)), (1, 3));
        assert_eq!((filter.below(3, 1), filter.below(1, 3)), (1, -1));
    }
}
