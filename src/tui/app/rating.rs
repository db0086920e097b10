//! What the questions of Assess do to the state: ratings, their evidence and notes.

use super::{App, Effect};
use crate::coach::adaptive::{Estimate, Questioner};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::Rated;
use crate::report::pages::{self, overview::first_answer};
use crate::tui::action::{Action, ScreenId};
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::screen::assess::{Assess, Reason};
use crate::tui::screen::browse::Browse;

impl App {
    /// Asks for all skills, what tells most first.
    pub(super) fn ask_all(&mut self) {
        self.assess = Assess::all(self.guide(), &self.profile.ratings, self.profile.target.as_ref());
        self.ask_what_tells_most();
    }

    /// What the answers so far say of the level reached.
    #[must_use]
    pub fn standing(&self) -> Estimate {
        self.check().estimate(&self.profile.ratings)
    }

    fn check(&self) -> &Questioner {
        self.check.get_or_init(|| Questioner::new(self.guide()))
    }

    /// Brings the question forward that tells most, unless it has had its turn.
    fn ask_what_tells_most(&mut self) {
        let is_open = |skill: &SkillId| self.profile.ratings.answer(skill).is_none();
        if self.assess.reason != Reason::Standing || !self.assess.skill().is_some_and(is_open) {
            return;
        }
        let next = self.check().next(&self.profile.ratings, self.profile.target.as_ref());
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
            Action::Open if self.assessment.rated > 0 || self.assess.skill().is_none() => self.show_answer(),
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
        if self.target().is_some() {
            return;
        }
        let standing = self.standing();
        let levels = &self.guide().levels;
        let likely = levels.iter().position(|level| Some(&level.id) == standing.likely.as_ref());
        let first = first_answer(self.book(), &standing);
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
        self.target_score().map(|score| score.unrated().count())
    }

    fn rate(&mut self, rating: Rating) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        let standing = self.profile.ratings.answer(&skill).map(|(_, evidence)| evidence);
        let evidence = self.assess.evidence.or(standing).unwrap_or_default();
        let was_open = self.open_of_target();
        let was_useful = self.standing().is_useful();
        let effects = self.set_rating(&skill, rating, evidence);
        let name = self.book().skill_short(&skill).to_owned();
        let answer = pages::answer(self.profile.ratings.answer(&skill));
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
        if let Some(score) = self.target_score().filter(|score| score.unrated().next().is_none())
            && was_open > Some(0)
        {
            let name = self.book().level_name(&score.level).to_owned();
            let (range, verdict) = (score.range(), score.verdict.name());
            self.say(format!("{name} is rated whole: {range}, {verdict}. Enter shows the gap."));
            return;
        }
        let standing = self.standing();
        if !was_useful && standing.is_useful() {
            let first = first_answer(self.book(), &standing);
            self.say(format!(
                "A first answer stands: {first}. Enter shows where you stand; going on only sharpens it."
            ));
        }
    }

    /// Chosen before the rating it goes with the rating; on a rating that stands it is saved at once.
    fn give_evidence(&mut self, evidence: Evidence) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        self.assess.evidence = Some(evidence);
        match self.profile.ratings.answer(&skill) {
            Some((rating, before)) if before != evidence => self.set_rating(&skill, rating, evidence),
            _ => Vec::new(),
        }
    }

    fn set_rating(&mut self, skill: &SkillId, rating: Rating, evidence: Evidence) -> Vec<Effect> {
        let rated = Rated::rated_today(rating, evidence, self.library.skill(skill), self.today());
        self.change(self.book().skill_name(skill).to_owned(), vec![Edit::Rate(skill.clone(), rated)])
    }

    fn take_back(&mut self) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        if self.profile.ratings.answer(&skill).is_none() {
            return Vec::new();
        }
        self.change(self.book().skill_name(&skill).to_owned(), vec![Edit::TakeBack(skill)])
    }

    fn open_note(&mut self) {
        let Some(skill) = self.assess.skill() else { return };
        match self.profile.ratings.0.get(skill) {
            Some(rated) => {
                let title = format!("Note to {}", self.book().skill_name(skill));
                let note = rated.note.clone();
                let hint = "For yourself; it stands in your profile. Empty removes it.";
                self.dialogs.push(Dialog::text(title, hint, note, Purpose::Note(skill.clone())));
            }
            None => self.say("Rate the skill first: a note belongs to a rating."),
        }
    }

    fn prove_this(&mut self) {
        let Some(skill) = self.assess.skill().cloned() else { return };
        match self.profile.ratings.answer(&skill) {
            Some((rating, _)) if rating > Rating::None => self.ask_proof(&skill),
            _ => self.say("Rate the skill first, above 0: a proof belongs to a rating."),
        }
    }

    pub(super) fn note(&mut self, skill: &SkillId, note: Option<String>) -> Vec<Effect> {
        let what = format!("the note to {}", self.book().skill_name(skill));
        self.change(what, vec![Edit::Note(skill.clone(), note)])
    }
}
