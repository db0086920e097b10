//! The ladder: the levels with years and pay, a page for each, and what changes from one to another.

use super::levels;
use crate::coach::fraction::Fraction;
use crate::coach::tracks;
use crate::guide::id::LevelId;
use crate::guide::model::{Level, Track, thousands};
use crate::report::document::{Cell, Column, Document, Role, Target};
use crate::report::pages::{self, Face, GuideView, compare, level};
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::list_and_page::{Content, ListAndPage, Pressed};
use crate::tui::widgets::pane::{self, Move};
use crate::tui::widgets::rows::Rows;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From this width a level names its track too.
const TRACK_FROM: u16 = 74;

/// The state of the screen.
#[derive(Debug)]
pub struct Ladder {
    levels: ListAndPage,
    /// A level marked for a comparison.
    marked: Option<LevelId>,
    /// Whether the page stands beside the list, with room for two columns: drawing finds out.
    has_columns: std::cell::Cell<bool>,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Marks the selected level for a comparison, or takes the mark away.
    Compare,
    /// Moves in the list or in the page.
    Move(Move),
}

/// The keys of the screen; those of lists and pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Ladder", list: LIST };

const LIST: &[Binding<Action>] = &[bind(
    Action::Compare,
    "compare",
    &["c"],
    "compare with another level: mark one, then choose the other",
)
.hint("c compare")];

impl Ladder {
    /// At the level aimed for.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        Self {
            levels: ListAndPage::at(levels::target_position(session)),
            marked: None,
            has_columns: false.into(),
        }
    }

    /// The level marked for a comparison.
    #[must_use]
    pub const fn marked(&self) -> Option<&LevelId> {
        self.marked.as_ref()
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Compare => {
                let level = session.guide().levels.get(self.levels.selected).map(|level| level.id.clone());
                self.marked = if self.marked == level { None } else { level };
                Outcome::nothing()
            }
            Action::Move(Move::Back) => Outcome::back(),
            Action::Move(movement) => Outcome::follow(self.go(movement, session)),
        }
    }

    fn go(&mut self, movement: Move, session: &Session) -> Option<Target> {
        let (marked, selected) = (self.marked.clone(), self.levels.selected);
        let has_columns = self.has_columns.get();
        let page = || page(session, selected, marked.as_ref(), has_columns);
        self.levels.go(movement, session.guide().levels.len(), page)
    }

    /// The page in view.
    fn page(&self, session: &Session) -> Document {
        page(session, self.levels.selected, self.marked.as_ref(), self.has_columns.get())
    }

    fn rows(&self, session: &Session, width: u16) -> Rows {
        let levels = &session.guide().levels;
        let highest = levels.iter().map(|level| level.pay.median).max().unwrap_or_default();
        let (has_track, has_bar) = (width >= TRACK_FROM, width >= levels::BAR_FROM);
        let rows = levels.iter().map(|level| {
            let is_target = session.target().map(|target| &target.id) == Some(&level.id);
            let sign = level.pay.unit.currency_sign().unwrap_or_default();
            let mut row = vec![levels::name(&level.short, is_target, width)];
            if has_track {
                row.push(Cell::new(Role::Dim, level.track.name()));
            }
            row.push(level.years.to_string().into());
            if has_bar {
                row.push(Cell::Bar { from: Fraction::ZERO, to: Fraction::new(level.pay.median, highest) });
            }
            row.push(format!("{sign}{}", thousands(level.pay.median)).into());
            row
        });
        let mut columns = vec![Column::left("  Level")];
        if has_track {
            columns.push(Column::left("Track"));
        }
        columns.push(Column::left("Experience"));
        if has_bar {
            columns.push(Column::left("Median pay"));
        }
        columns.push(Column::right(if has_bar { "" } else { "Pay" }));
        Rows::of_table(columns, rows.collect(), self.levels.selected, width)
    }

    fn title(&self, session: &Session) -> String {
        match &self.marked {
            Some(marked) => {
                let view = GuideView::new(session, Face::Interface);
                let chosen = session.guide().levels.get(self.levels.selected);
                let other = chosen.filter(|level| level.id != *marked);
                let other = other.map_or("the level you choose", |level| view.level_name(&level.id));
                format!("{} compared with {other}", view.level_name(marked))
            }
            None => self.levels.title("list"),
        }
    }
}

/// The page of a level, or what changes from the marked level to it; its links are numbered.
fn page(session: &Session, selected: usize, marked: Option<&LevelId>, has_columns: bool) -> Document {
    let guide = session.guide();
    let Some(to) = guide.levels.get(selected) else { return Document::default() };
    let from = marked.filter(|marked| **marked != to.id).and_then(|marked| guide.level(marked));
    let doc = match from {
        Some(from) => comparison(session, from, to, has_columns),
        None => level::page(GuideView::new(session, Face::Interface), to),
    };
    doc.numbered()
}

/// What changes from one level to another, and which track fits better where the target leaves the core track.
fn comparison(session: &Session, from: &Level, to: &Level, has_columns: bool) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let compared = if has_columns { compare::side_by_side::page } else { compare::page };
    let changes = compared(view, from, to);
    let leaves_core = from.track != to.track && to.track != Track::Core;
    match tracks::fit(session.guide(), session.assessment()).filter(|_| leaves_core) {
        Some(fit) => {
            let mut doc = pages::tracks::tracks_page(view, &fit);
            doc.append(changes);
            doc
        }
        None => changes,
    }
}

impl Screen for Ladder {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        self.levels.listings(vec![BINDINGS.listing(), pane::BINDINGS.listing()])
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        match self.levels.press_filter(key, keymap, session.guide().levels.len()) {
            Pressed::Done => return Some(Outcome::nothing()),
            Pressed::Types => return None,
            Pressed::Other => {}
        }
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn list(&self) -> Option<&ListAndPage> {
        Some(&self.levels)
    }

    fn list_mut(&mut self) -> Option<&mut ListAndPage> {
        Some(&mut self.levels)
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        levels::names(session)
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        Some(Reading::of(self.page(session), &self.levels.pane))
    }

    fn row_at(&self, cell: Position, _session: &Session) -> Option<RowAt> {
        self.levels.row_at(cell)
    }

    fn close_topmost(&mut self, _session: &Session) -> bool {
        self.levels.leave_page() || self.marked.take().is_some()
    }

    fn profile_changed(&mut self, session: &Session, change: Change) {
        match change {
            Change::Answers => {}
            Change::Target => self.levels = ListAndPage::at(levels::target_position(session)),
        }
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.has_columns.set(ListAndPage::is_beside(area));
        let content = Content {
            rows: self.rows(session, ListAndPage::list_width(area)),
            most_rows: u16::MAX,
            list_title: "Levels",
            page: self.page(session),
            title: self.title(session),
        };
        self.levels.draw(content, theme, area, buffer);
    }
}
