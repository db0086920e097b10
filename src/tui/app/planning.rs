//! What the plan's screen does to the state: its views, ticking steps off, proofs, and answers about the person.

use super::{App, Effect};
use crate::coach::plan::{Step, StepKind};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::Topic;
use crate::profile::model::ProofKind;
use crate::report::pages::{self, readiness};
use crate::session::{Act, date_ahead};
use crate::tui::action::{Action, ScreenId};
use crate::tui::dialog::{Answer, Dialog, Purpose};
use crate::tui::screen::assess::{Assess, Reason};

/// A step that is being ticked off.
#[derive(Debug, Clone)]
pub(super) struct Ticking {
    skill: SkillId,
    /// What was said of it before.
    before: Option<(Rating, Evidence)>,
    /// How many acts could be undone before: what comes after is one act.
    depth: usize,
    /// Whether its new rating is given, so that only the proof is asked for.
    pub(super) is_rated: bool,
}

impl App {
    /// Does what the plan's own keys say; whether the action was one of them.
    pub(super) fn on_planning(&mut self, action: Action) -> bool {
        match action {
            Action::View(view) => self.planning.show(view),
            Action::TickOff => self.tick_off(),
            Action::HoursPerWeek => self.ask(Topic::HoursPerWeek),
            Action::By => self.ask_day(),
            Action::Tell => self.choose_question(),
            Action::AddProof => self.choose_skill_to_prove(),
            _ => return false,
        }
        true
    }

    /// Goes through the ratings that are old or whose sentences have changed.
    pub(super) fn review(&mut self) {
        let reviews = self.session.reviews();
        if reviews.is_empty() {
            self.say("No rating is old, and no sentence that you rated has changed.");
            return;
        }
        let skills = reviews.iter().map(|review| review.skill.clone()).collect();
        self.assess = Assess::of(skills, Reason::Review);
        self.leave_for(ScreenId::Assess);
    }

    fn marked_step(&self) -> Option<&Step> {
        let (plan, _) = self.session.target_plan()?;
        plan.steps.get(self.planning.steps.selected.checked_sub(1)?)
    }

    /// A raise asks for the rating that is true now and then for what shows it, a proof for the latter alone.
    fn tick_off(&mut self) {
        let Some(step) = self.marked_step() else {
            let has_steps = self.session.target_plan().is_some_and(|(plan, _)| !plan.steps.is_empty());
            self.say(if has_steps {
                "Choose a step first: ↓ moves to it."
            } else {
                "There is no step to tick off."
            });
            return;
        };
        let (skill, action) = (step.skill.clone(), step.kind);
        let (before, depth) = (self.session.rating(&skill), self.session.undo_depth());
        match action {
            StepKind::Raise { .. } => {
                self.assess = Assess::of(vec![skill.clone()], Reason::Step);
                self.leave_for(ScreenId::Assess);
                self.ticking = Some(Ticking { skill, before, depth, is_rated: false });
            }
            StepKind::Prove { .. } => {
                self.ticking = Some(Ticking { skill: skill.clone(), before, depth, is_rated: true });
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
        let Some(Ticking { skill, before, depth, .. }) = self.ticking.take() else { return };
        self.session.join_acts_since(depth);
        self.screen = ScreenId::Plan;
        self.trail.clear();
        if self.session.profile().ratings.answer(&skill) == before {
            self.say("Nothing was changed.");
            return;
        }
        let name = self.view().skill_short(&skill).to_owned();
        let answer = pages::answer(self.session.profile().ratings.answer(&skill));
        let left = self.session.target_plan().map_or(0, |(plan, _)| plan.steps.len());
        let is_left = self
            .session
            .target_plan()
            .is_some_and(|(plan, _)| plan.steps.iter().any(|step| step.skill == skill));
        let left = match left {
            _ if is_left => "the way still asks more of it".to_owned(),
            0 => "no step is left".to_owned(),
            left => format!("{} left", pages::count(left, "step")),
        };
        self.say(format!("{name}: {answer}, saved; {left} · u undoes"));
    }

    fn choose_skill_to_prove(&mut self) {
        let mut rated: Vec<_> = self.session.profile().ratings.0.iter().collect();
        rated.retain(|(_, rated)| rated.rating > Rating::None);
        rated.sort_by_key(|(_, rated)| rated.evidence);
        let rows: Vec<_> = rated
            .into_iter()
            .zip(1..)
            .map(|((skill, rated), number)| {
                let answer = pages::answer(Some((rated.rating, rated.evidence)));
                let row = format!("{number} {}: {answer}", self.view().skill_name(skill));
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
        let named = self.session.profile().ratings.0.get(skill).map_or(&[][..], |rated| &rated.proofs);
        let others = self.session.profile().proofs.iter().filter(|proof| !named.contains(&proof.id));
        for (proof, number) in others.zip(4..) {
            let title = if proof.title.is_empty() { &proof.id } else { &proof.title };
            let row = format!("{number} \u{201c}{title}\u{201d}, which you have already");
            rows.push((row, Answer::ProveWith(skill.clone(), proof.id.clone())));
        }
        rows.push(("Nothing yet: Esc".to_owned(), Answer::Nothing));
        let title = format!("What shows it? {}", self.view().skill_short(skill));
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
        let title = format!("{title} ({})", self.view().skill_short(&skill));
        self.dialogs.push(Dialog::text(title, hint, None, Purpose::Proof(skill, kind)));
    }

    /// What a dialog of the plan or of the questions ended with.
    pub(super) fn on_answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Ask(question) => self.ask(question),
            Answer::About(topic, text) => return self.tell(topic, &text),
            Answer::Prove(skill) => self.ask_proof(&skill),
            Answer::ProveBy(skill, kind) => self.ask_for(skill, kind),
            Answer::ProveWith(skill, id) => {
                return self.prove(&skill, self.session.attach_proof(&skill, &id));
            }
            Answer::Typed(purpose, text) => return self.typed(purpose, text),
            Answer::Nothing | Answer::Go(_) | Answer::Target(_) | Answer::QuitUnsaved => {}
        }
        Vec::new()
    }

    fn typed(&mut self, purpose: Purpose, text: String) -> Vec<Effect> {
        match purpose {
            Purpose::Note(skill) => self.note(&skill, &text),
            Purpose::About(topic) => self.tell(topic, &text),
            Purpose::Proof(skill, kind) => match self.session.prove(&skill, kind, &text) {
                Ok(act) => self.prove(&skill, act),
                Err(_) => Vec::new(),
            },
            Purpose::By(today) => self.perform(self.session.set_deadline(date_ahead(&text, today).ok())),
        }
    }

    /// Proves a rating, and says what it is worth now.
    fn prove(&mut self, skill: &SkillId, act: Act) -> Vec<Effect> {
        let effects = self.perform(act);
        let name = self.view().skill_short(skill).to_owned();
        let answer = pages::answer(self.session.rating(skill));
        self.say(format!("{name}: {answer} · u undoes"));
        effects
    }

    fn choose_question(&mut self) {
        let about = &self.session.profile().about;
        let rows = Topic::all().zip(1..).map(|(question, number)| {
            let said = about.words(question).unwrap_or("not answered");
            (format!("{number} {} {said}", readiness::ask(question)), Answer::Ask(question))
        });
        let open = Topic::all().position(|question| about.is_open(question));
        self.dialogs.push(Dialog::choice("What ratings don't say", rows.collect(), open.unwrap_or_default()));
    }

    fn ask(&mut self, question: Topic) {
        let about = &self.session.profile().about;
        let said = about.words(question).map(str::to_owned);
        let title = readiness::ask(question);
        match question {
            Topic::Resume | Topic::CoverLetter | Topic::Interviews => {
                let rows = [("1 Yes", "yes"), ("2 Begun", "begun"), ("3 No, not yet", "no")];
                let at = rows.iter().position(|(_, answer)| said.as_deref() == Some(*answer));
                let rows =
                    rows.map(|(row, answer)| (row.to_owned(), Answer::About(question, answer.to_owned())));
                let mut rows = rows.to_vec();
                rows.push(("4 Leave it open".to_owned(), Answer::About(question, String::new())));
                self.dialogs.push(Dialog::choice(title, rows, at.unwrap_or_default()));
            }
            Topic::Years | Topic::Education | Topic::HoursPerWeek => {
                let hint = match question {
                    Topic::Years => "Such as 3, 1.5 or 18 months; 0 if none yet. Empty leaves it open.",
                    Topic::Education => {
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
        let said = self.session.deadline().map(|day| day.to_string());
        self.dialogs.push(Dialog::text("Until when?", hint, said, Purpose::By(self.session.today())));
    }

    fn tell(&mut self, topic: Topic, text: &str) -> Vec<Effect> {
        let Ok(act) = self.session.answer(topic, text) else { return Vec::new() };
        let before = self.session.profile().about.words(topic).map(str::to_owned);
        let effects = self.perform(act);
        if self.session.profile().about.words(topic) == before.as_deref() {
            return Vec::new();
        }
        self.say("Saved · u undoes");
        effects
    }
}
