//! The ladder: the levels with years and pay, a page for each, and what changes from one to another.

use super::levels;
use crate::coach::fraction::Fraction;
use crate::coach::tracks;
use crate::guide::id::LevelId;
use crate::guide::model::{Level, Track, thousands};
use crate::report::document::{Cell, Column, Document, Role, Target};
use crate::report::pages::{self, Face, GuideView, compare, level};
use crate::session::{NamedKey, Session};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::Outcome;
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::list_and_page::{Content, ListAndPage, Split};
use crate::tui::widgets::pane::{self, Move};
use crate::tui::widgets::rows::Rows;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The column that is dropped first where the terminal is narrow.
const TRACK: &str = "Track";
/// The head of the bars, which are dropped next; the figures behind them then need a head of their own.
const BARS: &str = "Median pay";
/// The width of the names alone, beside a comparison.
const NAMES: u16 = 22;

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

    /// The two levels that are compared, the marked one first.
    fn compared<'s>(&self, session: &'s Session) -> Option<[&'s Level; 2]> {
        let guide = session.guide();
        let to = guide.levels.get(self.levels.selected)?;
        let from = self.marked.as_ref().filter(|marked| **marked != to.id)?;
        Some([guide.level(from)?, to])
    }

    /// How list and page share an area: beside a comparison, which is wide, the list has the names alone.
    fn split(&self, session: &Session, area: Rect) -> Split {
        if self.compared(session).is_some() {
            return Split::narrow(area, NAMES);
        }
        let mut table = table(session, area.width);
        drop_column(&mut table, TRACK);
        Split::of(area, Rows::needs(&table))
    }

    fn rows(&self, session: &Session, split: Split, area: Rect) -> Rows {
        let width = split.list_width(area);
        let mut table = table(session, if split.is_beside() { area.width } else { width });
        if !split.is_beside() {
            return Rows::fitting(shortened(table, width), &[], self.levels.selected, width);
        }
        // Side by side the track stands above its levels, so that the bars have room.
        drop_column(&mut table, TRACK);
        if self.compared(session).is_some() {
            table.0.truncate(1);
            table.1.iter_mut().for_each(|row| row.truncate(1));
        }
        let mut rows = Rows::fitting(table, &[], self.levels.selected, width);
        let tracks = session.guide().levels.iter().map(|level| pages::tracks::track_name(level.track));
        rows.group(tracks);
        rows
    }

    fn title(&self, session: &Session) -> String {
        let compared =
            self.compared(session).map(|[from, to]| format!("{} and {} compared", from.short, to.short));
        let back = || self.levels.title("list", session.key(NamedKey::Back));
        match (compared, &self.marked) {
            (Some(compared), _) if self.levels.in_page => format!("{compared} · {}", back()),
            (Some(compared), _) => compared,
            (None, Some(marked)) if !self.levels.in_page => {
                let name = GuideView::new(session, Face::Interface).level_name(marked).to_owned();
                format!("{name} compared with the level you choose")
            }
            (None, _) => back(),
        }
    }
}

/// The levels with track, experience and pay.
fn table(session: &Session, width: u16) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let levels = &session.guide().levels;
    let highest = levels.iter().map(|level| level.pay.median).max().unwrap_or_default();
    let rows = levels.iter().map(|level| {
        let is_target = session.target().map(|target| &target.id) == Some(&level.id);
        let sign = level.pay.unit.currency_sign().unwrap_or_default();
        vec![
            levels::name(&level.short, is_target, width),
            Cell::new(Role::Dim, level.track.name()),
            level.years.to_string().into(),
            Cell::Bar { from: Fraction::ZERO, to: Fraction::new(level.pay.median, highest) },
            format!("{sign}{}", thousands(level.pay.median)).into(),
        ]
    });
    let columns = vec![
        Column::left("  Level"),
        Column::left(TRACK),
        Column::left("Experience"),
        Column::left(BARS),
        Column::right(""),
    ];
    (columns, rows.collect())
}

/// The table without its track, and without its bars, as far as it has to be narrower.
fn shortened(mut table: (Vec<Column>, Vec<Vec<Cell>>), width: u16) -> (Vec<Column>, Vec<Vec<Cell>>) {
    if Rows::needs(&table) > width {
        drop_column(&mut table, TRACK);
    }
    if Rows::needs(&table) > width {
        drop_column(&mut table, BARS);
        if let Some(pay) = table.0.last_mut() {
            "Pay".clone_into(&mut pay.head);
        }
    }
    table
}

fn drop_column((columns, rows): &mut (Vec<Column>, Vec<Vec<Cell>>), head: &str) {
    if let Some(at) = columns.iter().position(|column| column.head == head) {
        columns.remove(at);
        rows.iter_mut().for_each(|row| drop(row.remove(at)));
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
    let mut doc = compared(view, from, to);
    let leaves_core = from.track != to.track && to.track != Track::Core;
    if let Some(fit) = tracks::fit(session.guide(), session.assessment()).filter(|_| leaves_core) {
        doc.append(pages::tracks::tracks_page(view, &fit));
    }
    doc
}

impl Screen for Ladder {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        self.levels.listings(vec![BINDINGS.listing(), pane::BINDINGS.listing()])
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn list(&self) -> Option<&dyn Filtered> {
        Some(&self.levels)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
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
        let split = self.split(session, area);
        self.has_columns.set(split.is_beside());
        let content = Content {
            split,
            rows: self.rows(session, split, area),
            most_rows: u16::MAX,
            list_title: "Levels",
            page: self.page(session),
            title: self.title(session),
        };
        self.levels.draw(content, theme, area, buffer);
    }
}
