//! What proves a rating: something new, or a proof that is already in the profile.

use crate::guide::id::SkillId;
use crate::guide::scale::Rating;
use crate::profile::model::ProofKind;
use crate::report::pages::{self, Face, GuideView};
use crate::session::{Act, NamedKey, ProofProblem, Session};
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::dialogs::text::Text;
use crate::tui::outcome::Outcome;
use std::rc::Rc;

/// What follows from the proof, or from leaving without one.
pub type AfterProof = Rc<dyn Fn(Option<Act>) -> Outcome>;

/// The proof is saved, and the user is told what the rating is worth now.
#[must_use]
pub fn and_say(skill: &SkillId) -> AfterProof {
    let skill = skill.clone();
    Rc::new(move |act| {
        let skill = skill.clone();
        let said = move |session: &Session| {
            let name = GuideView::new(session, Face::Interface).skill_short(&skill).to_owned();
            let undo = session.key(NamedKey::Undo);
            Some(format!("{name}: {} · {undo} undoes", pages::answer(session.rating(&skill))))
        };
        act.map_or_else(Outcome::nothing, |act| Outcome::act(act).say_after(said))
    })
}

/// The proof is saved where the screen shows by itself what the rating is worth now.
#[must_use]
pub fn quietly() -> AfterProof {
    Rc::new(|act| act.map_or_else(Outcome::nothing, Outcome::act))
}

/// Asks what proves a rating.
#[must_use]
pub fn ask(session: &Session, skill: &SkillId, then: &AfterProof) -> Choice<Outcome> {
    let mut rows = vec![
        ("1 A link that others can open".to_owned(), by(skill, ProofKind::Link, then)),
        ("2 A person who can confirm it".to_owned(), by(skill, ProofKind::Referee, then)),
        ("3 A case you could tell in an interview".to_owned(), by(skill, ProofKind::Case, then)),
    ];
    let named = session.profile().ratings.0.get(skill).map_or(&[][..], |rated| &rated.proofs);
    let others = session.profile().proofs.iter().filter(|proof| !named.contains(&proof.id));
    for (proof, number) in others.zip(4..) {
        let title = if proof.title.is_empty() { &proof.id } else { &proof.title };
        let row = format!("{number} \u{201c}{title}\u{201d}, already in your profile");
        rows.push((row, with(skill, &proof.id, then)));
    }
    let left = then.clone();
    rows.push(("Nothing yet".to_owned(), Box::new(move |_| left(None))));
    let title = format!("What proves {}?", GuideView::new(session, Face::Interface).skill_short(skill));
    let left = then.clone();
    Choice::new(title, rows, 0).or_else(move |_| left(None))
}

fn by(skill: &SkillId, kind: ProofKind, then: &AfterProof) -> Then<Outcome> {
    let (skill, then) = (skill.clone(), then.clone());
    Box::new(move |session| Outcome::dialog(ask_text(session, &skill, kind, &then)))
}

fn with(skill: &SkillId, proof: &str, then: &AfterProof) -> Then<Outcome> {
    let (skill, proof, then) = (skill.clone(), proof.to_owned(), then.clone());
    Box::new(move |session| then(Some(session.attach_proof(&skill, &proof))))
}

/// Asks for the address, the person or the case. Without a text nothing is proved.
#[must_use]
pub fn ask_text(session: &Session, skill: &SkillId, kind: ProofKind, then: &AfterProof) -> Text<Outcome> {
    let (title, hint) = match kind {
        ProofKind::Link => ("The address", "For example https://github.com/you/project"),
        ProofKind::Referee => {
            ("Who can confirm it?", "A name, and how you worked together, such as your manager or a client")
        }
        ProofKind::Case => {
            ("The case", "What happened, in one or two sentences: what you did, why, and the result")
        }
    };
    let title = format!("{title} ({})", GuideView::new(session, Face::Interface).skill_short(skill));
    let (skill, done, left) = (skill.clone(), then.clone(), then.clone());
    let accept = move |text: &str, session: &Session| match session.prove(&skill, kind, text) {
        Ok(act) => Ok(done(Some(act))),
        Err(ProofProblem::Empty) => Ok(done(None)),
        Err(problem @ (ProofProblem::NoAddress | ProofProblem::ProvesNothing)) => {
            Err(format!("{}.", pages::capitalised(&problem.to_string())))
        }
    };
    Text::new(title, hint, accept).or_else(move |_| left(None))
}

/// Asks which rating is to be proved, those with the weakest evidence first.
#[must_use]
pub fn choose_skill(session: &Session) -> Outcome {
    let view = GuideView::new(session, Face::Interface);
    let mut rated: Vec<_> = session.profile().ratings.0.iter().collect();
    rated.retain(|(_, rated)| rated.rating > Rating::None);
    rated.sort_by_key(|(_, rated)| rated.evidence);
    let rows = rated.into_iter().zip(1..).map(|((skill, rated), number)| {
        let answer = pages::answer(Some((rated.rating, rated.evidence)));
        let row = format!("{number} {}: {answer}", view.skill_short(skill));
        let skill = skill.clone();
        let then: Then<Outcome> =
            Box::new(move |session| Outcome::dialog(ask(session, &skill, &and_say(&skill))));
        (row, then)
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Outcome::said(pages::hint::begin(view));
    }
    Outcome::dialog(Choice::new("Which rating do you want to prove?", rows, 0))
}
