//! The toolkit: job ads against the ratings, how far each application has come, and documents to hand over.

mod drawing;
mod rows;

use crate::profile::ads::AdChange;
use crate::report::document::Document;
use crate::session::{NamedKey, ReadAd, Session};
use crate::tui::forms::{ad, export};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, Rank, bind};
use crate::tui::outcome::{Draft, Outcome};
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::list_and_page::ListAndPage;
use crate::tui::widgets::pane::{self, Move};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
pub use rows::Row;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Toolkit {
    list: ListAndPage,
    /// The ad in hand, which isn't kept.
    draft: Option<Draft>,
    /// Whether the kept ads may have been changed by another program since they were read.
    is_stale: bool,
    /// What has been said of files that can't be read.
    said: Vec<String>,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Asks for the file with an ad.
    Read,
    /// Keeps the ad in hand.
    Keep,
    /// Sets how far the application has come.
    State,
    /// Keeps an ad under another name.
    Rename,
    /// Deletes a kept ad.
    Delete,
}

/// The keys of the screen; those of lists and pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Toolkit", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Keep, "keep-ad", &["K"], "keep this job ad under a name").hint("K keep"),
    bind(Action::State, "ad-state", &["s"], "set how far your application for this ad has come")
        .hint("s state"),
    bind(Action::Read, "read-ad", &["r"], "read a job ad from a file; or paste one here").hint("r read ad"),
    bind(Action::Rename, "rename-ad", &["R"], "keep this job ad under another name")
        .hint("R rename")
        .rank(Rank::Low),
    bind(Action::Delete, "delete-ad", &["D", "delete"], "delete this job ad; you are asked first")
        .hint("D delete")
        .rank(Rank::Low),
];

impl Toolkit {
    /// Shows an ad that was read. One that is kept already is shown as such.
    pub fn show(&mut self, draft: Draft, session: &Session) {
        let kept = session.ads().unwrap_or_default().iter().find(|read| read.kept.text == draft.text);
        let row = match kept {
            Some(read) => Row::Kept(read.kept.name.clone()),
            None => {
                self.draft = Some(draft);
                Row::Draft
            }
        };
        self.list = ListAndPage::at(self.position(&row, session));
        self.list.in_page = true;
    }

    /// The row that is marked, to find it again after the ads have changed.
    #[must_use]
    pub fn place(&self, session: &Session) -> Row {
        let mut rows = self.rows(session);
        let at = self.list.selected.min(rows.len().saturating_sub(1));
        if at < rows.len() { rows.swap_remove(at) } else { Row::Read }
    }

    /// The kept ads have changed: what was marked before stays marked. An ad that was kept is no longer in hand.
    pub fn ads_changed(&mut self, place: Row, change: Option<&AdChange>, session: &Session) {
        let mut place = place;
        match change {
            Some(AdChange::Rename { name, to }) if place == Row::Kept(name.clone()) => {
                place = Row::Kept(to.clone());
            }
            Some(AdChange::Delete { name }) if place == Row::Kept(name.clone()) => {
                self.list.leave_page();
            }
            Some(
                AdChange::Keep { .. }
                | AdChange::State { .. }
                | AdChange::Outcome { .. }
                | AdChange::Rename { .. }
                | AdChange::Delete { .. },
            )
            | None => {}
        }
        if let Some(AdChange::Keep { name, text }) = change
            && self.draft.take_if(|draft| draft.text == *text).is_some()
            && place == Row::Draft
        {
            place = Row::Kept(name.clone());
        }
        self.list.select(self.position(&place, session));
    }

    /// An ad that couldn't be kept is in hand again.
    pub fn take_back(&mut self, change: &AdChange, session: &Session) {
        if let AdChange::Keep { name, text } = change
            && let Some(read) = find(session, name)
        {
            self.draft = Some(Draft { text: text.clone(), fit: read.fit.clone() });
        }
    }

    /// The kept ads have been read. Returns what their owner should know of it, unless it has been said before.
    pub fn news(&mut self, problems: Vec<String>) -> Option<String> {
        self.is_stale = false;
        let news: Vec<String> = problems.into_iter().filter(|problem| !self.said.contains(problem)).collect();
        let first = news.first().map(|problem| rows::sentence(problem, news.len() - 1));
        self.said.extend(news);
        first
    }

    /// Forgets what is somebody else's.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn position(&self, row: &Row, session: &Session) -> usize {
        let rows = self.rows(session);
        let same = rows.iter().position(|other| other == row);
        same.unwrap_or_else(|| self.list.selected.min(rows.len().saturating_sub(1)))
    }

    fn update(&self, action: Action, session: &Session) -> Outcome {
        match (action, self.place(session)) {
            (Action::Read, _) => Outcome::dialog(ad::ask_file("", None)),
            (Action::Keep, Row::Kept(name)) => Outcome::said(format!("This ad is kept already, as {name}.")),
            (Action::Keep, Row::Draft) => match &self.draft {
                Some(draft) => Outcome::dialog(ad::ask_name(session, draft)),
                None => Outcome::nothing(),
            },
            (Action::Keep, Row::Read | Row::Demand | Row::Document(_)) => {
                let key = session.key(NamedKey::ReadAd);
                Outcome::said(format!("Read a job ad first: paste it here, or press {key}."))
            }
            (Action::State, Row::Kept(name)) => {
                find(session, &name).map_or_else(Outcome::nothing, ad::ask_state)
            }
            (Action::Rename, Row::Kept(name)) => find(session, &name)
                .map_or_else(Outcome::nothing, |read| Outcome::dialog(ad::ask_new_name(read))),
            (Action::Delete, Row::Kept(name)) => find(session, &name)
                .map_or_else(Outcome::nothing, |read| Outcome::dialog(ad::ask_to_delete(read))),
            (Action::Delete, Row::Draft) => Outcome::said("This ad isn't kept: there is nothing to delete."),
            (Action::State | Action::Rename, Row::Draft) => {
                Outcome::said(format!("Keep the ad first: press {}.", session.key(NamedKey::KeepAd)))
            }
            (Action::State | Action::Rename | Action::Delete, Row::Read | Row::Demand | Row::Document(_)) => {
                Outcome::said("Choose a kept job ad first.")
            }
        }
    }

    fn movement(&mut self, movement: Move, session: &Session) -> Outcome {
        let row = self.place(session);
        match movement {
            Move::Back => Outcome::back(),
            Move::Open if row == Row::Read && !self.list.in_page => Outcome::dialog(ad::ask_file("", None)),
            movement => {
                let draft = self.draft.as_ref();
                let count = rows::rows(draft, session).len();
                Outcome::follow(self.list.go(movement, count, || drawing::page(&row, draft, session)))
            }
        }
    }

    fn rows(&self, session: &Session) -> Vec<Row> {
        rows::rows(self.draft.as_ref(), session)
    }

    fn page(&self, session: &Session) -> Document {
        drawing::page(&self.place(session), self.draft.as_ref(), session)
    }

    /// Whether an action means something for a row, so that the footer names its key.
    const fn is_for(action: Action, row: &Row) -> bool {
        match action {
            Action::Read => true,
            Action::Keep => matches!(row, Row::Draft),
            Action::State | Action::Rename | Action::Delete => matches!(row, Row::Kept(_)),
        }
    }
}

/// The kept ad with this name.
fn find<'s>(session: &'s Session, name: &str) -> Option<&'s ReadAd> {
    session.ads()?.iter().find(|read| read.kept.name == name)
}

impl Screen for Toolkit {
    fn listings(&self, session: &Session) -> Vec<Listing> {
        let row = self.place(session);
        let mut own = BINDINGS.listing();
        for (line, binding) in own.lines.iter_mut().zip(LIST) {
            if !Self::is_for(binding.action(), &row) {
                line.hint = "";
            }
        }
        self.list.listings(vec![own, pane::BINDINGS.listing()])
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if let Some(action) = keymap.action(&BINDINGS, key) {
            return Some(self.update(action, session));
        }
        Some(self.movement(keymap.action(&pane::BINDINGS, key)?, session))
    }

    fn take_text(&mut self, pasted: &str, session: &Session) -> Outcome {
        ad::pasted(pasted, session)
    }

    fn list(&self) -> Option<&dyn Filtered> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(&mut self.list)
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        self.rows(session).iter().map(|row| rows::name(row, self.draft.as_ref(), session)).collect()
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        Some(Reading::of(self.page(session), &self.list.pane))
    }

    fn export(&self, session: &Session) -> Outcome {
        match self.place(session) {
            Row::Document(subject) => export::ask(session, subject, session.target()),
            Row::Draft => match &self.draft {
                Some(draft) => export::ask_match(session, &draft.fit, None),
                None => export::choose(session),
            },
            Row::Kept(name) => match find(session, &name) {
                Some(read) => export::ask_match(session, &read.fit, Some(&name)),
                None => export::choose(session),
            },
            Row::Read | Row::Demand => export::choose(session),
        }
    }

    fn row_at(&self, cell: Position, _session: &Session) -> Option<RowAt> {
        self.list.row_at(cell)
    }

    fn to_list(&mut self, _session: &Session) {
        self.list.leave_page();
    }

    fn close_topmost(&mut self, _session: &Session) -> bool {
        self.list.leave_page()
    }

    fn opened(&mut self, _session: &Session) {
        self.is_stale = true;
    }

    fn profile_changed(&mut self, session: &Session, _change: Change) {
        if let Some(draft) = &mut self.draft
            && let Ok(fit) = session.fit(draft.fit.ad.clone())
        {
            draft.fit = fit;
        }
    }

    fn needs_ads(&self, session: &Session) -> bool {
        session.ads().is_none() || self.is_stale
    }

    /// The report says how sure the person was in practice.
    fn needs_record(&self, session: &Session) -> bool {
        matches!(self.place(session), Row::Document(_)) && session.attempts().is_none()
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.draw_all(session, theme, area, buffer);
    }
}
