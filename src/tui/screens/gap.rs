//! The gap: where the person stands at every level, a page for each, and what would come of other ratings.

mod what_if;

use super::levels;
use crate::guide::id::LevelId;
use crate::report::document::Cell;
use crate::report::document::{Column, Document, Target};
use crate::report::export::Subject;
use crate::report::pages::{self, Face, GuideView, explain, gap};
use crate::session::{NamedKey, Session};
use crate::tui::forms::export;
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
pub use what_if::WhatIfPane;

/// The state of the screen.
#[derive(Debug)]
pub struct Gap {
    levels: ListAndPage,
    /// Whether the page begins with the arithmetic.
    is_explained: bool,
    /// Ratings that are tried.
    what_if: Option<WhatIfPane>,
}

/// What a key does here while nothing is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Opens the arithmetic, or closes it.
    Explain,
    /// Begins to try other ratings.
    WhatIf,
    /// Moves in the list or in the page.
    Move(Move),
}

/// The keys of the screen; those of lists and pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Gap", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Explain, "explain", &["x"], "show how the score is calculated").hint("x explain"),
    bind(Action::WhatIf, "try", &["w"], "what if: try other ratings without changing your profile")
        .hint("w what if"),
];

/// All tables of the screen.
#[must_use]
pub fn all_listings() -> [Listing; 2] {
    [BINDINGS.listing(), what_if::BINDINGS.listing()]
}

impl Gap {
    /// At the level aimed for.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let levels = ListAndPage::at(levels::target_position(session));
        Self { levels, is_explained: false, what_if: None }
    }

    /// What is tried at the moment.
    #[must_use]
    pub const fn what_if(&self) -> Option<&WhatIfPane> {
        self.what_if.as_ref()
    }

    /// Selects a level of the guide.
    pub fn go_to(&mut self, session: &Session, level: &LevelId) {
        if let Some(at) = session.guide().levels.iter().position(|other| other.id == *level) {
            self.levels = ListAndPage::at(at);
        }
    }

    /// Begins to try other ratings at the selected level.
    pub fn try_other_ratings(&mut self, session: &Session) {
        let level = session.guide().levels.get(self.levels.selected);
        self.what_if = level.map(|level| WhatIfPane::new(session, &level.id));
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Explain => {
                self.is_explained = !self.is_explained;
                self.levels.pane.to_top();
            }
            Action::WhatIf => {
                self.try_other_ratings(session);
                let key = session.key(NamedKey::TryKeep);
                return Outcome::said(format!("Nothing here changes your profile until you press {key}."));
            }
            Action::Move(Move::Back) => return Outcome::back(),
            Action::Move(movement) => return Outcome::follow(self.go(movement, session)),
        }
        Outcome::nothing()
    }

    fn go(&mut self, movement: Move, session: &Session) -> Option<Target> {
        let (selected, is_explained) = (self.levels.selected, self.is_explained);
        self.levels.go(movement, session.guide().levels.len(), || page(session, selected, is_explained))
    }

    /// The levels with their ranges and standings, in a list of some width.
    fn table(session: &Session, width: u16) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let view = GuideView::new(session, Face::Interface);
        let rows = session.assessment().levels.iter().map(|score| {
            let is_target = session.target().map(|target| &target.id) == Some(&score.level);
            vec![
                levels::name(view.level_name(&score.level), is_target, width),
                Cell::Range { low: score.low, high: score.high, mark: score.threshold },
                score.range().into(),
                pages::standing(score.standing).into(),
            ]
        });
        let columns = vec![
            Column::left("  Level"),
            Column::left(ready_head(session)),
            Column::right("Score"),
            Column::left("Standing"),
        ];
        (columns, rows.collect())
    }
}

/// What stands above the bars: `80 = ready`.
fn ready_head(session: &Session) -> String {
    format!("{} = ready", session.guide().scoring.threshold)
}

/// The page of a level, its links numbered.
fn page(session: &Session, selected: usize, is_explained: bool) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let Some(score) = session.assessment().levels.get(selected) else { return Document::default() };
    let doc = session.plan(&score.level).map(|plan| gap::level(view, score, plan)).unwrap_or_default();
    if !is_explained {
        return doc.numbered();
    }
    let mut arithmetic = explain::page(view, score);
    arithmetic.append(doc);
    arithmetic.numbered()
}

impl Screen for Gap {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        match &self.what_if {
            Some(what_if) => what_if.mark.listings(vec![what_if::BINDINGS.listing()]),
            None => self.levels.listings(vec![BINDINGS.listing(), pane::BINDINGS.listing()]),
        }
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if let Some(what_if) = &mut self.what_if {
            let outcome = what_if.update(keymap.action(&what_if::BINDINGS, key)?, session);
            self.what_if.take_if(|what_if| what_if.is_over);
            return Some(outcome);
        }
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn list(&self) -> Option<&dyn Filtered> {
        match &self.what_if {
            Some(what_if) => Some(&what_if.mark),
            None => Some(&self.levels),
        }
    }

    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
        match &mut self.what_if {
            Some(what_if) => Some(&mut what_if.mark),
            None => Some(&mut self.levels),
        }
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        match &self.what_if {
            Some(what_if) => what_if.names(session),
            None => levels::names(session),
        }
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        let is_read = self.what_if.is_none();
        is_read
            .then(|| Reading::of(page(session, self.levels.selected, self.is_explained), &self.levels.pane))
    }

    fn export(&self, session: &Session) -> Outcome {
        export::ask(session, Subject::Report, session.guide().levels.get(self.levels.selected))
    }

    fn row_at(&self, cell: Position, _session: &Session) -> Option<RowAt> {
        match &self.what_if {
            Some(what_if) => what_if.row_at(cell),
            None => self.levels.row_at(cell),
        }
    }

    fn to_list(&mut self, _session: &Session) {
        self.levels.leave_page();
    }

    fn close_topmost(&mut self, _session: &Session) -> bool {
        std::mem::take(&mut self.is_explained) || self.levels.leave_page()
    }

    fn profile_changed(&mut self, session: &Session, change: Change) {
        let target = match change {
            Change::Answers => None,
            Change::Target => {
                self.levels = ListAndPage::at(levels::target_position(session));
                session.target()
            }
        };
        if let Some(what_if) = &mut self.what_if {
            what_if.profile_changed(session, target.map(|level| &level.id));
        }
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        if let Some(what_if) = &self.what_if {
            what_if.draw(session, theme, area, buffer);
            return;
        }
        // The arithmetic is a wide table: it has the whole width.
        let split = if self.is_explained {
            Split::Above
        } else {
            Split::of(area, Rows::needs(&Self::table(session, area.width)))
        };
        let width = split.list_width(area);
        let table = Self::table(session, width);
        let content = Content {
            split,
            rows: Rows::fitting(table, &[&ready_head(session)], self.levels.selected, width),
            most_rows: u16::MAX,
            list_title: "Levels",
            page: page(session, self.levels.selected, self.is_explained),
            title: self.levels.title("list", session.key(NamedKey::Back)),
        };
        self.levels.draw(content, theme, area, buffer);
    }
}
