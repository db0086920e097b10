//! What if: ratings of one level are changed without touching the profile, and kept or dropped.

use crate::coach::what_if::{Supposed, WhatIf};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::scale::{Evidence, Rating};
use crate::report::layout;
use crate::report::pages::{self, Face, GuideView, count};
use crate::session::{NamedKey, Session};
use crate::tui::keymap::{Binding, Bindings, bind};
use crate::tui::outcome::Outcome;
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::filter::Filtered;
use crate::tui::widgets::mark::Mark;
use crate::tui::widgets::pane::{Move, Pane};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::rule;
use crate::tui::widgets::stack::stack;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The lines of the skills that stay in view, with the heading and the rule, however little room there is.
const SKILL_LINES: u16 = 4;

/// The signs of the skills, and the width from which there is room for them.
const LEGEND: &str = "! must-have · \u{2265}2 of 3: at least 2, in full 3";
const LEGEND_FROM: u16 = 76;

/// What is supposed of a skill; nothing where it isn't rated.
type Supposition = Option<(Rating, Evidence)>;

/// The state of a try.
#[derive(Debug)]
pub struct WhatIfPane {
    level: LevelId,
    /// The position of the marked skill in what the level requires.
    pub(super) mark: Mark,
    /// What is supposed, in the order in which it was first.
    supposed: Vec<Supposed>,
    what_if: WhatIf,
    /// Whether it was kept or dropped.
    pub is_over: bool,
}

/// What a key does while something is tried; the bindings say it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Move(Move),
    Less,
    More,
    Evidence(Evidence),
    AsItIs,
    Keep,
    Drop,
    Undo,
}

/// The keys while something is tried.
pub const BINDINGS: Bindings<Action> = Bindings { title: "What if", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Move(Move::Up), "try-up", &["up", "k"], "the skill above").hint("↑↓ skill"),
    bind(Action::Move(Move::Down), "try-down", &["down", "j"], "the skill below"),
    bind(Action::Less, "try-less", &["left", "-", "h"], "try one rating lower").hint("←→ rate"),
    bind(Action::More, "try-more", &["right", "+", "="], "try one rating higher"),
    bind(Action::Evidence(Evidence::Claim), "try-claim", &["c"], "try a claim: your word, not proved")
        .hint("c e l evidence"),
    bind(Action::Evidence(Evidence::Example), "try-example", &["e"], "try an example: a case you could tell"),
    bind(Action::Evidence(Evidence::Link), "try-link", &["l"], "try a link: others can check it"),
    bind(Action::AsItIs, "try-as-it-is", &["x", "delete"], "reset this skill"),
    bind(Action::Keep, "try-keep", &["enter"], "keep: save these ratings; undo takes them back")
        .hint("Enter keep"),
    bind(Action::Drop, "try-drop", &["esc", "backspace"], "cancel: your profile doesn't change")
        .hint("Esc cancel"),
    bind(Action::Move(Move::PageDown), "try-page-down", &["pagedown", "space", "ctrl-f"], "one page down"),
    bind(Action::Move(Move::PageUp), "try-page-up", &["pageup", "ctrl-b"], "one page up"),
    bind(Action::Move(Move::HalfDown), "try-half-down", &["ctrl-d"], "half a page down"),
    bind(Action::Move(Move::HalfUp), "try-half-up", &["ctrl-u"], "half a page up"),
    bind(Action::Move(Move::Top), "try-top", &["g", "home"], "the first skill"),
    bind(Action::Move(Move::Bottom), "try-bottom", &["G", "end"], "the last skill"),
    bind(Action::Undo, "try-undo", &["u", "ctrl-r"], "nothing to undo: nothing is saved while you try"),
];

impl WhatIfPane {
    /// Nothing is supposed yet.
    #[must_use]
    pub fn new(session: &Session, level: &LevelId) -> Self {
        Self {
            level: level.clone(),
            mark: Mark::default(),
            supposed: Vec::new(),
            what_if: session.what_if(&[]),
            is_over: false,
        }
    }

    /// The level that is looked at.
    #[must_use]
    pub const fn level(&self) -> &LevelId {
        &self.level
    }

    /// What would come of it.
    #[must_use]
    pub const fn what_if(&self) -> &WhatIf {
        &self.what_if
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Move(movement) => self.mark.go(movement, self.count(session)),
            Action::More => self.suppose(session, more),
            Action::Less => self.suppose(session, less),
            Action::Evidence(evidence) => self.suppose(session, |supposed| with(supposed, evidence)),
            Action::AsItIs => self.leave_as_it_is(session),
            Action::Keep => return self.keep(session),
            Action::Drop => {
                self.is_over = true;
                if !self.what_if.changes.is_empty() {
                    return Outcome::said("Cancelled: your profile has not changed.");
                }
            }
            Action::Undo => {
                let (reset, cancel) = (session.key(NamedKey::TryAsItIs), session.key(NamedKey::TryDrop));
                return Outcome::said(format!(
                    "Nothing is saved while you try: {reset} resets this skill, {cancel} cancels."
                ));
            }
        }
        Outcome::nothing()
    }

    /// Scores it anew for other ratings, and looks at another level where one is given; what is supposed stays.
    pub fn profile_changed(&mut self, session: &Session, level: Option<&LevelId>) {
        if let Some(level) = level {
            self.level = level.clone();
            self.mark = Mark::default();
        }
        self.what_if = session.what_if(&self.supposed);
    }

    fn count(&self, session: &Session) -> usize {
        session.guide().level(&self.level).map_or(0, |level| level.asks.len())
    }

    fn marked(&self, session: &Session) -> Option<SkillId> {
        let level = session.guide().level(&self.level)?;
        level.asks.get(self.mark.row()).map(|ask| ask.skill.clone())
    }

    fn suppose(&mut self, session: &Session, change: impl Fn(Supposition) -> Supposition) {
        let Some(skill) = self.marked(session) else { return };
        let answer = change(self.what_if.ratings.answer(&skill));
        match self.supposed.iter_mut().find(|supposed| supposed.skill == skill) {
            Some(supposed) => supposed.answer = answer,
            None => self.supposed.push(Supposed { skill, answer }),
        }
        self.what_if = session.what_if(&self.supposed);
    }

    fn leave_as_it_is(&mut self, session: &Session) {
        let Some(skill) = self.marked(session) else { return };
        self.supposed.retain(|supposed| supposed.skill != skill);
        self.what_if = session.what_if(&self.supposed);
    }

    /// Rates the skills as supposed.
    fn keep(&mut self, session: &Session) -> Outcome {
        self.is_over = true;
        let Some(act) = session.keep(&self.what_if) else { return Outcome::said("Nothing was changed.") };
        let undo = session.key(NamedKey::Undo);
        let said = format!("Saved: {} · {undo} undoes", count(act.edits.len(), "rating"));
        Outcome::act(act).say(said)
    }

    /// The names of the skills, short and long, as a filter looks at them.
    pub(super) fn names(&self, session: &Session) -> Vec<String> {
        let view = GuideView::new(session, Face::Interface);
        let level = session.guide().level(&self.level);
        let asks = level.into_iter().flat_map(|level| &level.asks);
        asks.map(|ask| format!("{} {}", view.skill_short(&ask.skill), view.skill_name(&ask.skill))).collect()
    }

    /// The row in a cell. It opens nothing: Enter saves everything that is tried. Where the skills are filtered, it shows all again.
    #[must_use]
    pub fn row_at(&self, cell: Position) -> Option<RowAt> {
        Some(RowAt { opens: self.mark.is_filtered(), ..self.mark.row_at(cell)? })
    }

    /// Draws what moves on top, the skills below.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let view = GuideView::new(session, Face::Interface);
        let glance = pages::what_if::glance(view, &self.what_if, &self.level);
        let lines = layout::lines(&glance, usize::from(area.width.saturating_sub(1)));
        let height =
            u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(SKILL_LINES));
        let [top, middle, bottom] = stack(area, [Some(height), Some(1), None]);
        Pane::default().draw(&glance, theme, top, buffer);
        let title = format!("What if? {}", view.level_name(&self.level));
        let title = if area.width >= LEGEND_FROM { format!("{title} · {LEGEND}") } else { title };
        rule::draw(&title, theme, middle, buffer);
        // The first line has the heads of the columns.
        self.mark.measure(bottom.height.saturating_sub(1));
        self.mark.list(self.mark.draw_filtered(self.rows(view, area.width), theme, bottom, buffer));
    }

    fn rows(&self, view: GuideView<'_>, width: u16) -> Rows {
        let table = pages::what_if::skills_table(view, &self.what_if, &self.level);
        Rows::fitting(table, &["Now", "Needs", "Points"], self.mark.row(), width)
    }
}

/// One rating more; something that wasn't rated begins at 1.
fn more(supposed: Supposition) -> Supposition {
    match supposed {
        None => Some((Rating::Studied, Evidence::Claim)),
        Some((rating, evidence)) => Some((rating.next().unwrap_or(rating), evidence)),
    }
}

/// One rating less, down to 0.
fn less(supposed: Supposition) -> Supposition {
    let (rating, evidence) = supposed.unwrap_or((Rating::None, Evidence::Claim));
    let below = Rating::from_number(i64::from(rating.number()) - 1);
    Some((below.unwrap_or(Rating::None), evidence))
}

fn with(supposed: Supposition, evidence: Evidence) -> Supposition {
    supposed.map(|(rating, _)| (rating, evidence))
}
