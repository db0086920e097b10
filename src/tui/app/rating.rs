//! What the questions of Assess do to the state: ratings, their evidence and notes, and undo.

use super::{App, Effect, Notice, Undo};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::{Day, Rated, anchors_hash};
use crate::report::page;
use crate::tui::action::{Action, ScreenId};
use crate::tui::dialog::Dialog;

impl App {
    pub(super) fn on_assess(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Rate(rating) => return self.rate(rating),
            Action::Evidence(evidence) => return self.give_evidence(evidence),
            Action::Skip => self.assess.forward(),
            Action::Previous => self.assess.backward(),
            Action::Down => self.assess.pane.scroll_by(1),
            Action::Up => self.assess.pane.scroll_by(-1),
            Action::Open if self.assess.at >= self.assess.of_target => self.show(ScreenId::Gap),
            Action::TakeBack => return self.take_back(),
            Action::Note => self.open_note(),
            _ => {}
        }
        Vec::new()
    }

    fn rate(&mut self, rating: Rating) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        let standing = self.profile.ratings.answer(&skill).map(|(_, evidence)| evidence);
        let evidence = self.assess.evidence.or(standing).unwrap_or_default();
        let effects = self.set_rating(&skill, rating, evidence);
        let name = self.book().skill_short(&skill).to_owned();
        let answer = page::answer(self.profile.ratings.answer(&skill));
        self.say(format!("{name}: {answer} · u undoes"));
        self.assess.forward();
        self.tell_when_target_is_rated();
        effects
    }

    /// Says something, unless a failure has to stay in view.
    fn say(&mut self, text: String) {
        if !matches!(self.notice, Some(Notice::Failed(_))) {
            self.notice = Some(Notice::Said(text));
        }
    }

    /// After the last skill that the target asks for, says what came of it.
    fn tell_when_target_is_rated(&mut self) {
        if self.assess.at != self.assess.of_target {
            return;
        }
        if let Some(score) = self.target_score().filter(|score| score.unrated().next().is_none()) {
            let name = self.book().level_name(&score.level).to_owned();
            let (range, verdict) = (score.range(), score.verdict.name());
            self.say(format!("{name} is rated whole: {range}, {verdict}. Enter shows the gap."));
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
        let anchors = self.library.skill(skill).map(|skill| anchors_hash(&skill.anchors));
        let rated = Rated { rated_on: Some(Day((self.today)())), anchors, ..Rated::new(rating, evidence) };
        self.remember(skill);
        self.change(vec![Edit::Rate(skill.clone(), rated)])
    }

    fn take_back(&mut self) -> Vec<Effect> {
        let Some(skill) = self.assess.skill().cloned() else { return Vec::new() };
        if self.profile.ratings.answer(&skill).is_none() {
            return Vec::new();
        }
        self.remember(&skill);
        self.change(vec![Edit::TakeBack(skill)])
    }

    fn open_note(&mut self) {
        let Some(skill) = self.assess.skill() else { return };
        match self.profile.ratings.0.get(skill) {
            Some(rated) => self.dialogs.push(Dialog::note(skill.clone(), rated.note.clone())),
            None => {
                self.notice =
                    Some(Notice::Said("Rate the skill first: a note belongs to a rating.".to_owned()))
            }
        }
    }

    pub(super) fn note(&mut self, skill: &SkillId, note: String) -> Vec<Effect> {
        let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
        self.remember(skill);
        self.change(vec![Edit::Note(skill.clone(), note)])
    }

    fn remember(&mut self, skill: &SkillId) {
        let before = self.profile.ratings.0.get(skill).cloned();
        self.undo.push(Undo { skill: skill.clone(), before });
    }

    pub(super) fn undo_last(&mut self) -> Vec<Effect> {
        let Some(Undo { skill, before }) = self.undo.pop() else {
            self.notice = Some(Notice::Said("There is nothing to undo.".to_owned()));
            return Vec::new();
        };
        let name = self.book().skill_name(&skill).to_owned();
        let effects = self.change(vec![match before {
            Some(rated) => Edit::Restore(skill.clone(), rated),
            None => Edit::TakeBack(skill.clone()),
        }]);
        self.assess.go_to(&skill);
        self.say(format!("Undone: {name}."));
        effects
    }
}
