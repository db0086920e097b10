//! The questions: one skill at a time, rated with a digit.

mod evidence;
mod progress;
mod question;

use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::ProofKind;
use crate::report::document::Document;
use crate::session::{NamedKey, Session};
use crate::tui::forms::{note, prove, tick_off};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::{Outcome, Questions};
use crate::tui::screen::{Change, Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::{Move, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;

use progress::{Known, where_you_stand};

/// Why the questions are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Reason {
    /// To learn where somebody stands: what tells most comes first.
    #[default]
    Standing,
    /// Because ratings are old, or their sentences have been reworded.
    Review,
    /// Because a step of the plan is done.
    Step,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Assess {
    /// The skills to rate. Those behind the one asked now may still change their places.
    order: Vec<SkillId>,
    /// The position of the one asked now; behind the last when all have been asked.
    at: usize,
    reason: Reason,
    /// The skill that was rated just now, until another question is chosen: what is said of evidence is meant for it.
    just_rated: Option<SkillId>,
    /// Whether the next question is to be chosen as soon as the rating given is known.
    is_next_open: bool,
    /// Whether examples stand below the anchors.
    shows_examples: bool,
    /// Whether they stand beside the question, where there is room; drawing finds out.
    has_help_beside: Cell<bool>,
    /// Where the reader is among long anchors.
    pane: Pane,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the bindings below say in words what each does")]
pub enum Action {
    Rate(Rating),
    Evidence(Evidence),
    Skip,
    Previous,
    Note,
    Prove,
    Clear,
    Examples,
    Scroll(Move),
    Done,
    Leave,
}

/// The keys of the screen.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Assess", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::Rate(Rating::None), "rate-0", &["0"], "rate 0, next skill").hint("0–5 rate"),
    bind(Action::Rate(Rating::Studied), "rate-1", &["1"], "rate 1, next skill"),
    bind(Action::Rate(Rating::Assisted), "rate-2", &["2"], "rate 2, next skill"),
    bind(Action::Rate(Rating::Independent), "rate-3", &["3"], "rate 3, next skill"),
    bind(Action::Rate(Rating::Leading), "rate-4", &["4"], "rate 4, next skill"),
    bind(Action::Rate(Rating::SettingDirection), "rate-5", &["5"], "rate 5, next skill"),
    bind(
        Action::Evidence(Evidence::Claim),
        "evidence-claim",
        &["c"],
        "claim (your word, not proved): for the rating you just gave, else this one",
    )
    .hint("c e l evidence"),
    bind(
        Action::Evidence(Evidence::Example),
        "evidence-example",
        &["e"],
        "example: the same, with a case you could tell; you then type it",
    ),
    bind(
        Action::Evidence(Evidence::Link),
        "evidence-link",
        &["l"],
        "link: the same, with a link others can open; you then type its address",
    ),
    bind(Action::Skip, "skip", &["s", "right", "space"], "skip: leave it open, next skill").hint("s skip"),
    bind(Action::Previous, "previous", &["b", "left", "backspace"], "back to the previous skill")
        .hint("b back"),
    bind(Action::Note, "note", &["n"], "write a note on the rating: the one you just gave, else this one")
        .hint("n note"),
    bind(Action::Prove, "prove", &["p"], "add a proof of the rating you just gave, else of this one")
        .hint("p proof"),
    bind(Action::Examples, "examples", &["m"], "show or hide examples of each sentence").hint("m examples"),
    bind(Action::Clear, "clear", &["x", "delete"], "clear the rating"),
    bind(Action::Scroll(Move::Down), "anchors-down", &["down", "j"], "scroll the ratings down"),
    bind(Action::Scroll(Move::Up), "anchors-up", &["up", "k"], "scroll the ratings up"),
    bind(Action::Scroll(Move::PageDown), "anchors-page-down", &["pagedown", "ctrl-f"], "one page down"),
    bind(Action::Scroll(Move::PageUp), "anchors-page-up", &["pageup", "ctrl-b"], "one page up"),
    bind(Action::Scroll(Move::HalfDown), "anchors-half-down", &["ctrl-d"], "half a page down"),
    bind(Action::Scroll(Move::HalfUp), "anchors-half-up", &["ctrl-u"], "half a page up"),
    bind(Action::Done, "done", &["enter"], "see where you stand now").hint("Enter results"),
    bind(Action::Leave, "leave", &["esc"], "go back").hint("Esc leave"),
];

impl Assess {
    /// The skill asked now.
    #[must_use]
    pub fn skill(&self) -> Option<&SkillId> {
        self.order.get(self.at)
    }

    /// Asks some questions.
    pub fn ask(&mut self, questions: Questions, session: &Session) {
        match questions {
            Questions::All => self.ask_all(session),
            Questions::From(skill) => {
                self.ask_all(session);
                self.go_to(&skill);
            }
            Questions::Review => {
                let skills = session.reviews().iter().map(|review| review.skill.clone()).collect();
                self.begin(skills, Reason::Review);
            }
            Questions::Step(skill) => {
                self.begin(vec![skill], Reason::Step);
            }
        }
    }

    /// Begins with the first of some questions.
    fn begin(&mut self, order: Vec<SkillId>, reason: Reason) {
        *self = Self { order, reason, ..Self::default() };
    }

    /// All skills: what is rated, to go back to, then what is open, the target's first. Starts at the first open one, or at the
    /// beginning where all is rated.
    fn ask_all(&mut self, session: &Session) {
        let mut order: Vec<SkillId> = session.skills_to_ask().into_iter().cloned().collect();
        let is_open = |id: &SkillId| session.rating(id).is_none();
        order.sort_by_key(is_open);
        let at = order.iter().position(is_open).unwrap_or_default();
        self.begin(order, Reason::Standing);
        self.at = at;
        self.ask_what_tells_most(session);
    }

    /// Brings the question forward that tells most, unless it has had its turn.
    fn ask_what_tells_most(&mut self, session: &Session) {
        let is_open = |skill: &SkillId| session.rating(skill).is_none();
        if self.reason != Reason::Standing || !self.skill().is_some_and(is_open) {
            return;
        }
        let Some(next) = session.next_question() else { return };
        if let Some(ahead) = self.order.iter().skip(self.at).position(|other| *other == next)
            && let Some(waiting) = self.order.get_mut(self.at..=self.at + ahead)
        {
            waiting.rotate_right(1);
        }
    }

    /// Asks a skill, if it is among the questions.
    pub fn go_to(&mut self, skill: &SkillId) {
        if let Some(at) = self.order.iter().position(|other| other == skill) {
            self.move_to(at);
        }
    }

    fn move_to(&mut self, at: usize) {
        self.at = at.min(self.order.len());
        self.just_rated = None;
        self.pane.to_top();
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::Rate(rating) => return self.rate(rating, session),
            Action::Evidence(evidence) => return self.give_evidence(evidence, session),
            Action::Skip | Action::Done if self.reason == Reason::Step => {
                return Outcome::back().say("Nothing was changed.");
            }
            Action::Skip => {
                self.move_to(self.at + 1);
                self.ask_what_tells_most(session);
            }
            Action::Previous => self.move_to(self.at.saturating_sub(1)),
            Action::Examples if self.has_help_beside.get() => {
                return Outcome::said("The examples stand beside the question here.");
            }
            Action::Examples => self.shows_examples = !self.shows_examples,
            Action::Scroll(movement) => {
                // A question has no links to follow.
                self.pane.go(movement, Document::default);
            }
            Action::Done if session.assessment().rated > 0 || self.skill().is_none() => {
                return where_you_stand(session);
            }
            Action::Done => {}
            Action::Clear => return self.clear(session),
            Action::Note => return self.note(session),
            Action::Prove => return self.prove(session),
            Action::Leave => return Outcome::back(),
        }
        Outcome::nothing()
    }

    fn rate(&mut self, rating: Rating, session: &Session) -> Outcome {
        let Some(skill) = self.skill().cloned() else { return Outcome::nothing() };
        if self.reason == Reason::Step {
            return tick_off::rate(session, &skill, rating);
        }
        let before = Known::of(session);
        self.move_to(self.at + 1);
        self.just_rated = Some(skill.clone());
        self.is_next_open = true;
        Outcome::act(session.rate(&skill, rating, None)).say_after(move |session| before.news(session))
    }

    /// The skill that evidence, notes and proofs are meant for: the one rated just now, else the one of the question.
    fn subject(&self) -> Option<&SkillId> {
        self.just_rated.as_ref().or_else(|| self.skill())
    }

    fn give_evidence(&self, evidence: Evidence, session: &Session) -> Outcome {
        let Some(skill) = self.subject() else { return Outcome::nothing() };
        match (session.rating(skill), evidence) {
            (None, _) => {
                let keys = [NamedKey::Claim, NamedKey::Example, NamedKey::Link].map(|key| session.key(key));
                let [claim, example, link] = keys;
                Outcome::said(format!(
                    "Rate the skill first. Then press {claim}, {example} or {link} to set its evidence."
                ))
            }
            (Some((Rating::None, _)), _) => Outcome::said("A 0 needs no proof."),
            (Some((_, Evidence::Claim)), Evidence::Claim) => Outcome::nothing(),
            (Some(_), Evidence::Claim) => Outcome::act(session.set_evidence(skill, evidence)),
            (Some(_), Evidence::Example) => ask_proof(session, skill, ProofKind::Case),
            (Some(_), Evidence::Link) => ask_proof(session, skill, ProofKind::Link),
        }
    }

    /// What is said of evidence, from the longest way to say it to the shortest.
    fn evidence(&self, session: &Session) -> Vec<String> {
        let Some(skill) = self.subject() else { return Vec::new() };
        evidence::line(session, skill, self.just_rated.is_some())
    }

    /// The note on the rating that is meant.
    fn note_given<'s>(&self, session: &'s Session) -> Option<&'s str> {
        session.profile().ratings.0.get(self.subject()?)?.note.as_deref()
    }

    fn clear(&self, session: &Session) -> Outcome {
        let rated = self.subject().filter(|skill| session.rating(skill).is_some());
        rated.map_or_else(Outcome::nothing, |skill| Outcome::act(session.clear_rating(skill)))
    }

    fn note(&self, session: &Session) -> Outcome {
        let Some(skill) = self.subject() else { return Outcome::nothing() };
        note::ask(session, skill)
    }

    fn prove(&self, session: &Session) -> Outcome {
        let Some(skill) = self.subject() else { return Outcome::nothing() };
        match session.rating(skill) {
            Some((rating, _)) if rating > Rating::None => {
                Outcome::dialog(prove::ask(session, skill, &prove::quietly()))
            }
            Some(_) | None => Outcome::said("Rate the skill above 0 first: a proof belongs to a rating."),
        }
    }
}

fn ask_proof(session: &Session, skill: &SkillId, kind: ProofKind) -> Outcome {
    Outcome::dialog(prove::ask_text(session, skill, kind, &prove::quietly()))
}

impl Screen for Assess {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        vec![BINDINGS.listing()]
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        let action = keymap.action(&BINDINGS, key)?;
        Some(self.update(action, session))
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        let skill = session.library().skill(self.skill()?)?;
        let page = question::page(session, skill, u16::MAX, self.shows_examples);
        Some(Reading { page, marked: None, pane: Some(&self.pane) })
    }

    fn opened(&mut self, session: &Session) {
        self.ask_all(session);
    }

    fn profile_changed(&mut self, session: &Session, change: Change) {
        match change {
            Change::Answers if std::mem::take(&mut self.is_next_open) => self.ask_what_tells_most(session),
            Change::Answers => {}
            Change::Target => self.ask_all(session),
        }
    }

    fn look_at(&mut self, skill: &SkillId) {
        self.go_to(skill);
    }

    fn takes_digits(&self, _session: &Session) -> bool {
        true
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let asked = question::Asked {
            skill: self.skill(),
            progress: self.progress(session),
            standing: self.standing(session),
            evidence: self.evidence(session),
            note: self.note_given(session),
            shows_examples: self.shows_examples,
            pane: &self.pane,
        };
        self.has_help_beside.set(question::has_help_beside(area));
        asked.draw(session, theme, area, buffer);
    }
}
