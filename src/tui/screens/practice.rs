//! Practice: interview questions one by one. How sure, the answer, its points, and when the question comes again.

mod drawing;
mod keys;

use crate::coach::practice::{Card, Scope};
use crate::guide::model::{InterviewQuestion, Skill};
use crate::profile::practice::{Attempt, Sure};
use crate::report::pages::practice as pages;
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Keymap, Listing};
use crate::tui::outcome::Outcome;
use crate::tui::screen::{Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::Clickable;
use crate::tui::widgets::pane::Pane;
use keys::{Always, Answering, Asked, Start, Ticking};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

pub use keys::all_listings;

/// How far a question has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Stage {
    /// Before a round, and after it.
    #[default]
    Start,
    /// How sure is the person?
    Asked,
    /// The person answers.
    Answering(Sure),
    /// The points that the answer made are ticked.
    Ticking {
        sure: Sure,
        /// Whether each point is ticked.
        made: Vec<bool>,
        /// The marked point.
        at: usize,
    },
    /// What the answer was worth.
    Result(Attempt),
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Practice {
    stage: Stage,
    /// The questions of the round.
    round: Vec<Card>,
    /// The position of the one asked now.
    at: usize,
    /// The answers of the round.
    answered: Vec<Attempt>,
    /// Whether the record may have been changed by another program since it was read.
    is_stale: bool,
    /// What has been said of the record.
    said: Option<String>,
    /// Where the reader is in what is read.
    pane: Pane,
    /// Whether the marked point has to come into view: drawing sees to it.
    reveals: Cell<bool>,
    /// What a click does, by the name of its binding: drawing finds out.
    clickable: Clickable<&'static str>,
}

impl Practice {
    /// The record has been read. Returns what its owner should know of it, unless it has been said before.
    pub fn record_was_read(&mut self, notice: Option<String>) -> Option<String> {
        self.is_stale = false;
        let news = notice.filter(|notice| self.said.as_ref() != Some(notice));
        if news.is_some() {
            self.said.clone_from(&news);
        }
        news
    }

    /// The question asked now.
    fn question<'a>(&self, session: &'a Session) -> Option<(&'a Skill, &'a InterviewQuestion)> {
        self.round.get(self.at)?.question(session.library())
    }

    fn go(&mut self, stage: Stage) {
        self.stage = stage;
        self.pane.to_top();
        self.reveals.set(true);
    }

    fn begin(&mut self, session: &Session) -> Outcome {
        let deck = session.deck(&Scope::default());
        self.round = deck.round();
        self.at = 0;
        self.answered.clear();
        if self.round.is_empty() {
            return Outcome::said(pages::round(&deck, session.today()));
        }
        self.go(Stage::Asked);
        Outcome::nothing()
    }

    fn asked(&mut self, action: Asked) {
        match action {
            Asked::Sure(percent) => {
                if let Ok(sure) = Sure::try_from(percent) {
                    self.go(Stage::Answering(sure));
                }
            }
            Asked::Skip => self.next(),
        }
    }

    fn show_points(&mut self, sure: Sure, session: &Session) {
        let points = self.question(session).map_or(0, |(_, question)| question.points.len());
        self.go(Stage::Ticking { sure, made: vec![false; points], at: 0 });
    }

    fn ticking(&mut self, action: Ticking, session: &Session) -> Outcome {
        let Stage::Ticking { made, at, .. } = &mut self.stage else { return Outcome::nothing() };
        let last = made.len().saturating_sub(1);
        match action {
            Ticking::Tick(number) => {
                let point = usize::from(number).saturating_sub(1);
                if let Some(is_made) = made.get_mut(point) {
                    *is_made = !*is_made;
                    *at = point;
                }
            }
            Ticking::TickMarked => {
                if let Some(is_made) = made.get_mut(*at) {
                    *is_made = !*is_made;
                }
            }
            Ticking::All => {
                let is_whole = made.iter().all(|is_made| *is_made);
                made.iter_mut().for_each(|is_made| *is_made = !is_whole);
            }
            Ticking::Up => *at = at.saturating_sub(1),
            Ticking::Down => *at = (*at + 1).min(last),
            Ticking::Done => return self.keep(session),
        }
        self.reveals.set(true);
        Outcome::nothing()
    }

    /// The answer goes into the record; no rating changes.
    fn keep(&mut self, session: &Session) -> Outcome {
        let Some(attempt) = self.attempt(session) else { return Outcome::nothing() };
        self.answered.push(attempt.clone());
        self.go(Stage::Result(attempt.clone()));
        Outcome::attempt(attempt)
    }

    fn attempt(&self, session: &Session) -> Option<Attempt> {
        let Stage::Ticking { sure, made, .. } = &self.stage else { return None };
        let card = self.round.get(self.at)?;
        let of = u8::try_from(made.len()).ok()?;
        let numbers = (1..=of).zip(made).filter(|(_, is_made)| **is_made).map(|(number, _)| number);
        let ids = (card.skill.clone(), card.id.clone());
        Attempt::new(session.today(), ids, *sure, numbers.collect(), of)
    }

    fn next(&mut self) {
        self.at += 1;
        self.go(if self.at < self.round.len() { Stage::Asked } else { Stage::Start });
    }

    /// One step back; whether there was one. What is in the record stays there.
    fn back(&mut self) -> bool {
        let before = match &self.stage {
            Stage::Start => return false,
            Stage::Asked | Stage::Result(_) => Stage::Start,
            Stage::Answering(_) => Stage::Asked,
            Stage::Ticking { sure, .. } => Stage::Answering(*sure),
        };
        self.go(before);
        true
    }

    fn press_in_stage(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        match &self.stage {
            Stage::Start => {
                let Start::Begin = keymap.action(&keys::START, key)?;
                Some(self.begin(session))
            }
            Stage::Asked => {
                self.asked(keymap.action(&keys::ASKED, key)?);
                Some(Outcome::nothing())
            }
            Stage::Answering(sure) => {
                let (Answering::Show, sure) = (keymap.action(&keys::ANSWERING, key)?, *sure);
                self.show_points(sure, session);
                Some(Outcome::nothing())
            }
            Stage::Ticking { .. } => Some(self.ticking(keymap.action(&keys::TICKING, key)?, session)),
            Stage::Result(_) => {
                let keys::Result::Next = keymap.action(&keys::RESULT, key)?;
                self.next();
                Some(Outcome::nothing())
            }
        }
    }
}

impl Screen for Practice {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        let of_stage = match &self.stage {
            Stage::Start => keys::START.listing(),
            Stage::Asked => keys::ASKED.listing(),
            Stage::Answering(_) => keys::ANSWERING.listing(),
            Stage::Ticking { made, .. } => keys::ticking(made.len()),
            Stage::Result(_) => keys::RESULT.listing(),
        };
        vec![of_stage, keys::ALWAYS.listing()]
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if let Some(outcome) = self.press_in_stage(key, keymap, session) {
            return Some(outcome);
        }
        Some(match keymap.action(&keys::ALWAYS, key)? {
            Always::Leave => Outcome::back(),
            Always::Scroll(movement) => {
                // A question has no links to follow.
                Outcome::follow(self.pane.go(movement, || self.page(session)))
            }
        })
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.clickable.clear();
        self.draw_stage(session, theme, area, buffer);
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        Some(Reading { page: self.page(session), marked: None, pane: Some(&self.pane) })
    }

    fn binding_at(&self, cell: Position) -> Option<&'static str> {
        self.clickable.at(cell)
    }

    fn close_topmost(&mut self, _session: &Session) -> bool {
        self.back()
    }

    fn opened(&mut self, _session: &Session) {
        self.is_stale = true;
    }

    fn takes_digits(&self, _session: &Session) -> bool {
        match &self.stage {
            Stage::Asked | Stage::Ticking { .. } => true,
            Stage::Start | Stage::Answering(_) | Stage::Result(_) => false,
        }
    }

    fn needs_record(&self, session: &Session) -> bool {
        session.attempts().is_none() || (self.is_stale && self.stage == Stage::Start)
    }
}
