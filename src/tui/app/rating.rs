//! What the questions of Assess do to the state: ratings, their evidence and notes.

use super::{App, Effect};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::report::pages::{self, overview::first_answer};
use crate::tui::action::{Action, ScreenId};
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::screen::assess::{Assess, Reason};
use crate::tui::screen::browse::Browse;

impl App {
    /// Asks for all skills, what tells most first.
    pub(super) fn ask_all(&mut self) {
        self.assess = Assess::all(&self.session);
        self.ask_what_tells_most();
    }

    /// Brings the question forward that tells most, unless it has had its turn.
    fn ask_what_tells_most(&mut self) {
        let is_open = |skill: &SkillId| self.session.rating(skill).is_none();
        if self.assess.reason != Reason::Standing || !self.assess.skill().is_some_and(is_open) {
            return;
        }
        let next = self.session.next_question();
        if let Some(next) = next {
            self.assess.ask_now(&next);
        }
    }

    pub(super) fn on_assess(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Rate(rating) => return self.rate(rating),
            Action::Evidence(evidence) => return self.give_evidence(evidence),
            Action::Skip | Action::Open if self.assess.reason == Reason::Step => self.leave_ticking(),
            Action::Skip => self.go_on(),
            Action::Previous => self.assess.backward(),
            Action::Down => self.assess.pane.scroll_by(1),
            Action::Up => self.assess.pane.scroll_by(-1),
            Action::Open if self.session.assessment().rated > 0 || self.assess.skill().is_none() => {
                self.show_answer()
            }
            Action::TakeBack => return self.take_back(),
            Action::Note => self.open_note(),
            Action::AddProof => self.prove_this(),
            _ => {}
        }
        Vec::new()
    }

    /// The gap: at the target, or at the level that the answers make likely.
    fn show_answer(&mut self) {
        self.show(ScreenId::Gap);
        if self.session.target().is_some() {
            return;
        }
        let standing = self.session.estimate();
        let levels = &self.session.guide().levels;
        let likely = levels.iter().position(|level| Some(&level.id) == standing.likely.as_ref());
        let first = first_answer(self.view(), &standing);
        if standing.likely.is_some() {
            self.gap = Browse::at(likely.unwrap_or_default());
            self.say(format!("So far {first}. What a level still needs stands below it."));
        }
    }

    fn go_on(&mut self) {
        self.assess.forward();
        self.ask_what_tells_most();
    }

    /// How many of the skills that the target asks for have no rating.
    fn open_of_target(&self) -> Option<usize> {
        self.session.target_score().map(|score| score.unrated().count())
    }

    fn rate(&mut self, rating: Rating) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        let was_open = self.open_of_target();
        let was_useful = self.session.estimate().is_useful();
        let effects = self.perform(self.session.rate(&skill, rating, self.assess.evidence));
        let name = self.view().skill_short(&skill).to_owned();
        let answer = pages::answer(self.session.rating(&skill));
        self.say(format!("{name}: {answer} · u undoes"));
        if self.tick(&skill, rating) {
            return effects;
        }
        self.go_on();
        self.tell_what_is_known(was_open, was_useful);
        effects
    }

    /// After the last skill that the target asks for, says what came of it; else whether a first answer stands.
    fn tell_what_is_known(&mut self, was_open: Option<usize>, was_useful: bool) {
        if let Some(score) = self.session.target_score().filter(|score| score.unrated().next().is_none())
            && was_open > Some(0)
        {
            let name = self.view().level_name(&score.level).to_owned();
            let (range, verdict) = (score.range(), score.verdict.name());
            self.say(format!("{name} is rated whole: {range}, {verdict}. Enter shows the gap."));
            return;
        }
        let standing = self.session.estimate().clone();
        if !was_useful && standing.is_useful() {
            let first = first_answer(self.view(), &standing);
            self.say(format!(
                "A first answer stands: {first}. Enter shows where you stand; going on only sharpens it."
            ));
        }
    }

    /// Chosen before the rating it goes with the rating; on a rating that stands it is saved at once.
    fn give_evidence(&mut self, evidence: Evidence) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        self.assess.evidence = Some(evidence);
        match self.session.rating(&skill) {
            Some((_, before)) if before != evidence => {
                self.perform(self.session.set_evidence(&skill, evidence))
            }
            _ => Vec::new(),
        }
    }

    fn take_back(&mut self) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        if self.session.profile().ratings.answer(&skill).is_none() {
            return Vec::new();
        }
        self.perform(self.session.clear_rating(&skill))
    }

    fn open_note(&mut self) {
        let Some(skill) = self.assess.skill() else { return };
        match self.session.profile().ratings.0.get(skill) {
            Some(rated) => {
                let title = format!("Note to {}", self.view().skill_name(skill));
                let note = rated.note.clone();
                let hint = "For yourself; it stands in your profile. Empty removes it.";
                self.dialogs.push(Dialog::text(title, hint, note, Purpose::Note(skill.clone())));
            }
            None => self.say("Rate the skill first: a note belongs to a rating."),
        }
    }

    fn prove_this(&mut self) {
        let Some(skill) = self.assess.skill().cloned() else { return };
        match self.session.profile().ratings.answer(&skill) {
            Some((rating, _)) if rating > Rating::None => self.ask_proof(&skill),
            _ => self.say("Rate the skill first, above 0: a proof belongs to a rating."),
        }
    }

    pub(super) fn note(&mut self, skill: &SkillId, note: &str) -> Vec<Effect> {
        self.perform(self.session.set_note(skill, note))
    }
}
