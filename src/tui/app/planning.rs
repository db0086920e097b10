//! What the plan's screen does to the state: its views, ticking steps off, proofs, and answers about the person.

use super::{App, Effect};
use crate::coach::next::Move;
use crate::coach::plan::calendar::{self, Calendar};
use crate::coach::plan::{self, Plan, PlanStep};
use crate::coach::readiness::about::{About, Question};
use crate::coach::review;
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::{Proof, ProofKind};
use crate::report::pages::{self, readiness};
use crate::tui::action::{Action, ScreenId};
use crate::tui::dialog::{Answer, Dialog, Purpose};
use crate::tui::screen::assess::{Assess, Reason};
use jiff::civil::Date;

/// A step that is being ticked off.
#[derive(Debug, Clone)]
pub(super) struct Ticking {
    skill: SkillId,
    /// What was said of it before.
    before: Option<(Rating, Evidence)>,
    /// Whether its new rating is given, so that only the proof is asked for.
    pub(super) is_rated: bool,
}

impl App {
    /// The plan towards the target, in time.
    #[must_use]
    pub fn way(&self) -> Option<(&Plan, &Calendar)> {
        let made = self.way.get_or_init(|| {
            let level = self.target()?;
            let plan = plan::plan(&self.library, self.guide(), level, &self.profile.ratings);
            let hours = About::of(&self.profile.about).hours_per_week.value().copied();
            let calendar = calendar::calendar(&plan, hours, self.today(), self.planning.by);
            Some((plan, calendar))
        });
        made.as_ref().map(|(plan, calendar)| (plan, calendar))
    }

    /// Does what the plan's own keys say; whether the action was one of them.
    pub(super) fn on_planning(&mut self, action: Action) -> bool {
        match action {
            Action::View(view) => self.planning.show(view),
            Action::TickOff => self.tick_off(),
            Action::HoursPerWeek => self.ask(Question::HoursPerWeek),
            Action::By => self.ask_day(),
            Action::Tell => self.choose_question(),
            Action::AddProof => self.choose_skill_to_prove(),
            _ => return false,
        }
        true
    }

    /// Goes through the ratings that are old or whose sentences have changed.
    pub(super) fn review(&mut self) {
        let reviews = self.reviews();
        if reviews.is_empty() {
            self.say("No rating is old, and no sentence that you rated has changed.");
            return;
        }
        let skills = reviews.iter().map(|review| review.skill.clone()).collect();
        self.assess = Assess::of(skills, Reason::Review);
        self.leave_for(ScreenId::Assess);
    }

    /// The ratings to look at again, of skills that the guide asks for.
    #[must_use]
    pub fn reviews(&self) -> &[review::Review] {
        self.reviews.get_or_init(|| {
            let scoring = &self.guide().scoring;
            let mut reviews = review::reviews(&self.library, scoring, &self.profile.ratings, self.today());
            let asked = self.guide().asked_skills();
            reviews.retain(|review| asked.contains(&&review.skill));
            reviews
        })
    }

    fn marked_step(&self) -> Option<&PlanStep> {
        let (plan, _) = self.way()?;
        plan.steps.get(self.planning.steps.selected.checked_sub(1)?)
    }

    /// A raise asks for the rating that is true now and then for what shows it, a proof for the latter alone.
    fn tick_off(&mut self) {
        let Some(step) = self.marked_step() else {
            let has_steps = self.way().is_some_and(|(plan, _)| !plan.steps.is_empty());
            self.say(if has_steps {
                "Choose a step first: ↓ moves to it."
            } else {
                "There is no step to tick off."
            });
            return;
        };
        let (skill, action) = (step.skill.clone(), step.action);
        let before = self.profile.ratings.answer(&skill);
        match action {
            Move::Raise { .. } => {
                self.assess = Assess::of(vec![skill.clone()], Reason::Step);
                self.leave_for(ScreenId::Assess);
                self.ticking = Some(Ticking { skill, before, is_rated: false });
            }
            Move::Prove { .. } => {
                self.ticking = Some(Ticking { skill: skill.clone(), before, is_rated: true });
                self.ask_proof(&skill);
            }
        }
    }

    /// Back to the plan with the step as it was.
    pub(super) fn leave_ticking(&mut self) {
        self.back();
        self.say("Nothing was changed.");
    }

    /// Whether this skill's step waits for its rating. If so it is given now, and what shows it is asked for.
    pub(super) fn tick(&mut self, skill: &SkillId, rating: Rating) -> bool {
        let Some(ticking) = self.ticking.as_mut().filter(|ticking| ticking.skill == *skill) else {
            return false;
        };
        ticking.is_rated = true;
        if rating > Rating::None {
            self.ask_proof(skill);
        } else {
            self.finish_ticking();
        }
        true
    }

    /// Back to the plan, once the step has its rating and no question is open.
    pub(super) fn finish_ticking(&mut self) {
        if !self.dialogs.is_empty() || !self.ticking.as_ref().is_some_and(|ticking| ticking.is_rated) {
            return;
        }
        let Some(Ticking { skill, before, .. }) = self.ticking.take() else { return };
        self.screen = ScreenId::Plan;
        self.trail.clear();
        if self.profile.ratings.answer(&skill) == before {
            self.say("Nothing was changed.");
            return;
        }
        let name = self.book().skill_short(&skill).to_owned();
        let answer = pages::answer(self.profile.ratings.answer(&skill));
        let left = self.way().map_or(0, |(plan, _)| plan.steps.len());
        let is_left = self.way().is_some_and(|(plan, _)| plan.steps.iter().any(|step| step.skill == skill));
        let left = match left {
            _ if is_left => "the way still asks more of it".to_owned(),
            0 => "no step is left".to_owned(),
            left => format!("{} left", pages::count(left, "step")),
        };
        self.say(format!("{name}: {answer}, saved; {left} · u undoes"));
    }

    fn choose_skill_to_prove(&mut self) {
        let mut rated: Vec<_> = self.profile.ratings.0.iter().collect();
        rated.retain(|(_, rated)| rated.rating > Rating::None);
        rated.sort_by_key(|(_, rated)| rated.evidence);
        let rows: Vec<_> = rated
            .into_iter()
            .zip(1..)
            .map(|((skill, rated), number)| {
                let answer = pages::answer(Some((rated.rating, rated.evidence)));
                let row = format!("{number} {}: {answer}", self.book().skill_name(skill));
                (row, Answer::Prove(skill.clone()))
            })
            .collect();
        if rows.is_empty() {
            self.say("Nothing is rated above 0 yet, so there is nothing to prove: 4 begins.");
            return;
        }
        self.dialogs.push(Dialog::choice("Which rating do you want to prove?", rows, 0));
    }

    /// Asks what shows a rating: something new, or a proof that is written down already.
    pub(super) fn ask_proof(&mut self, skill: &SkillId) {
        let by = |kind| Answer::ProveBy(skill.clone(), kind);
        let mut rows = vec![
            ("1 A link that others can open".to_owned(), by(ProofKind::Link)),
            ("2 A person who can vouch for it".to_owned(), by(ProofKind::Referee)),
            ("3 A case to tell in an interview".to_owned(), by(ProofKind::Case)),
        ];
        let named = self.profile.ratings.0.get(skill).map_or(&[][..], |rated| &rated.proofs);
        let others = self.profile.proofs.iter().filter(|proof| !named.contains(&proof.id));
        for (proof, number) in others.zip(4..) {
            let title = if proof.title.is_empty() { &proof.id } else { &proof.title };
            let row = format!("{number} \u{201c}{title}\u{201d}, which you have already");
            rows.push((row, Answer::ProveWith(skill.clone(), proof.id.clone())));
        }
        rows.push(("Nothing yet: Esc".to_owned(), Answer::Nothing));
        let title = format!("What shows it? {}", self.book().skill_short(skill));
        self.dialogs.push(Dialog::choice(title, rows, 0));
    }

    fn ask_for(&mut self, skill: SkillId, kind: ProofKind) {
        let (title, hint) = match kind {
            ProofKind::Link => ("The address", "Such as https://github.com/you/project"),
            ProofKind::Referee => ("Who can vouch for it?", "A name, and what they were to you then"),
            ProofKind::Case => {
                ("The case", "What you did, why, and what came of it: a sentence or two to remember it by")
            }
        };
        let title = format!("{title} ({})", self.book().skill_short(&skill));
        self.dialogs.push(Dialog::text(title, hint, None, Purpose::Proof(skill, kind)));
    }

    /// What a dialog of the plan or of the questions ended with.
    pub(super) fn on_answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Ask(question) => self.ask(question),
            Answer::About(question, text) => return self.tell(question, text),
            Answer::Prove(skill) => self.ask_proof(&skill),
            Answer::ProveBy(skill, kind) => self.ask_for(skill, kind),
            Answer::ProveWith(skill, id) => return self.prove_with(&skill, &id),
            Answer::Typed(purpose, text) => return self.typed(purpose, text),
            Answer::Nothing | Answer::Go(_) | Answer::Target(_) => {}
        }
        Vec::new()
    }

    fn typed(&mut self, purpose: Purpose, text: String) -> Vec<Effect> {
        let text = Some(text).filter(|text| !text.is_empty());
        match (purpose, text) {
            (Purpose::Note(skill), text) => return self.note(&skill, text),
            (Purpose::About(question), text) => return self.tell(question, text),
            (Purpose::Proof(skill, kind), Some(text)) => {
                let proof = Proof::told(kind, &text, &skill, &self.profile.proofs);
                return self.prove(&skill, &proof, true);
            }
            (Purpose::Proof(..), None) => {}
            (Purpose::By(_), text) => {
                self.planning.by = text.and_then(|text| text.parse::<Date>().ok());
                self.way = Default::default();
            }
        }
        Vec::new()
    }

    fn prove_with(&mut self, skill: &SkillId, id: &str) -> Vec<Effect> {
        let proof = self.profile.proofs.iter().find(|proof| proof.id == id).cloned();
        proof.map_or_else(Vec::new, |proof| self.prove(skill, &proof, false))
    }

    /// Names a proof for a rating, which counts as what the proof carries from then on.
    fn prove(&mut self, skill: &SkillId, proof: &Proof, is_new: bool) -> Vec<Effect> {
        let Some(mut rated) = self.profile.ratings.0.get(skill).cloned() else { return Vec::new() };
        rated.evidence = rated.evidence.max(proof.carries());
        rated.proofs.push(proof.id.clone());
        let mut edits = vec![Edit::Restore(skill.clone(), rated)];
        if is_new {
            edits.insert(0, Edit::Proof(proof.clone()));
        }
        let name = self.book().skill_short(skill).to_owned();
        let effects = self.change(format!("the proof of {name}"), edits);
        if self.ticking.is_some() {
            self.join_last_changes();
        }
        let answer = pages::answer(self.profile.ratings.answer(skill));
        self.say(format!("{name}: {answer} · u undoes"));
        effects
    }

    fn choose_question(&mut self) {
        let about = &self.profile.about;
        let rows = Question::all().zip(1..).map(|(question, number)| {
            let said = about.get(&question.key_in(about)).map_or("not answered", String::as_str);
            (format!("{number} {} {said}", readiness::ask(question)), Answer::Ask(question))
        });
        let open = Question::all().position(|question| About::of(about).is_open(question));
        self.dialogs.push(Dialog::choice("What ratings don't say", rows.collect(), open.unwrap_or_default()));
    }

    fn ask(&mut self, question: Question) {
        let about = &self.profile.about;
        let said = about.get(&question.key_in(about)).cloned();
        let title = readiness::ask(question);
        match question {
            Question::Resume | Question::CoverLetter | Question::Interviews => {
                let rows = [("1 Yes", "yes"), ("2 Begun", "begun"), ("3 No, not yet", "no")];
                let at = rows.iter().position(|(_, answer)| said.as_deref() == Some(*answer));
                let rows = rows
                    .map(|(row, answer)| (row.to_owned(), Answer::About(question, Some(answer.to_owned()))));
                let mut rows = rows.to_vec();
                rows.push(("4 Leave it open".to_owned(), Answer::About(question, None)));
                self.dialogs.push(Dialog::choice(title, rows, at.unwrap_or_default()));
            }
            Question::Years | Question::Education | Question::HoursPerWeek => {
                let hint = match question {
                    Question::Years => "Such as 3, 1.5 or 18 months; 0 if none yet. Empty leaves it open.",
                    Question::Education => {
                        "Such as degree, degree in another field, apprenticeship, bootcamp or self-taught"
                    }
                    _ => "A number of hours, such as 6. Empty leaves it open.",
                };
                self.dialogs.push(Dialog::text(title, hint, said, Purpose::About(question)));
            }
        }
    }

    fn ask_day(&mut self) {
        let hint = "A day such as 2027-06-30. Empty: no such day.";
        let said = self.planning.by.map(|day| day.to_string());
        self.dialogs.push(Dialog::text("Until when?", hint, said, Purpose::By(self.today())));
    }

    fn tell(&mut self, question: Question, text: Option<String>) -> Vec<Effect> {
        let text = text.and_then(|text| question.tidy(&text).ok());
        let key = question.key_in(&self.profile.about);
        if self.profile.about.get(&key) == text.as_ref() {
            return Vec::new();
        }
        let effects = self.change(format!("your answer: {}", question.name()), vec![Edit::About(key, text)]);
        self.say("Saved · u undoes");
        effects
    }
}
