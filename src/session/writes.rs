//! What each act of the person changes. These rules stand here and nowhere else.

use super::{Act, Session};
use crate::coach::plan::{Step, StepKind};
use crate::coach::what_if::{Supposed, WhatIf};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::{NotAnAnswer, Topic};
use crate::profile::edit::{Edit, NewProof, evidence_after};
use crate::profile::model::{ProofKind, anchors_hash};
use jiff::civil::Date;

/// A rating that somebody wants to give or, where `rating` is missing, to clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingWish {
    /// The skill.
    pub skill: SkillId,
    /// The rating, and the evidence where it was given.
    pub rating: Option<(Rating, Option<Evidence>)>,
}

/// A proof that proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofProblem {
    /// It has no text.
    #[error("a proof needs some text: a web address, a referee or a case")]
    Empty,
    /// No rating that is given with it is an example or a link.
    #[error("a proof needs a rating whose evidence is an example or a link")]
    ProvesNothing,
    /// A link that is no address.
    #[error("that is not a web address: write it like https://example.org/page")]
    NoAddress,
}

/// A day that lies ahead, from a text such as `2027-06-30`.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn date_ahead(text: &str, today: Date) -> Result<Date, String> {
    match text.trim().parse::<Date>() {
        Err(_) => Err("write the day as year, month and day, such as 2027-06-30".to_owned()),
        Ok(day) if day <= today => Err(format!("{day} is not in the future: today is {today}")),
        Ok(day) => Ok(day),
    }
}

impl Session {
    /// Rates a skill. Without evidence the same rating keeps the evidence it had, and a different rating is a claim.
    #[must_use]
    pub fn rate(&self, skill: &SkillId, rating: Rating, evidence: Option<Evidence>) -> Act {
        self.act_on(skill, vec![self.rate_edit(skill, rating, evidence)])
    }

    /// Clears a rating.
    #[must_use]
    pub fn clear_rating(&self, skill: &SkillId) -> Act {
        self.act_on(skill, vec![Edit::ClearRating(skill.clone())])
    }

    /// Changes the evidence of a rating; the rating stays.
    #[must_use]
    pub fn set_evidence(&self, skill: &SkillId, evidence: Evidence) -> Act {
        self.act_on(skill, vec![Edit::SetEvidence { skill: skill.clone(), evidence }])
    }

    /// Gives or clears several ratings together, with a proof of those that are an example or a link.
    ///
    /// # Errors
    /// Where the proof has no text or proves none of the ratings.
    pub fn rate_all(&self, wishes: &[RatingWish], proof: Option<&str>) -> Result<Act, ProofProblem> {
        let mut edits: Vec<Edit> = wishes
            .iter()
            .map(|wish| match wish.rating {
                None => Edit::ClearRating(wish.skill.clone()),
                Some((rating, evidence)) => self.rate_edit(&wish.skill, rating, evidence),
            })
            .collect();
        if let Some(text) = proof {
            edits.extend(self.prove_wishes(wishes, text)?);
        }
        let what = match wishes {
            [wish] => self.skill_name(&wish.skill),
            wishes => format!("{} ratings", wishes.len()),
        };
        Ok(Act { what, edits })
    }

    /// What a rating would be if it were given: the same rule as for [`Session::rate`].
    #[must_use]
    pub fn suppose(&self, wish: &RatingWish) -> Supposed {
        let before = self.profile.ratings.0.get(&wish.skill);
        let answer = wish.rating.map(|(rating, given)| (rating, evidence_after(before, rating, given)));
        Supposed { skill: wish.skill.clone(), answer }
    }

    /// The kind of proof follows from its text and from the strongest evidence given; what was said of a rating stands.
    fn prove_wishes(&self, wishes: &[RatingWish], text: &str) -> Result<Vec<Edit>, ProofProblem> {
        if text.trim().is_empty() {
            return Err(ProofProblem::Empty);
        }
        let shown = |wish: &RatingWish| {
            let (rating, given) = wish.rating?;
            let evidence = evidence_after(self.profile.ratings.0.get(&wish.skill), rating, given);
            (evidence > Evidence::Claim).then(|| (wish.skill.clone(), evidence))
        };
        let shown: Vec<(SkillId, Evidence)> = wishes.iter().filter_map(shown).collect();
        let strongest = shown.iter().map(|(_, evidence)| *evidence).max();
        let kind = ProofKind::guess(text, strongest.ok_or(ProofProblem::ProvesNothing)?);
        let proof = NewProof::new(kind, text);
        let weaker = shown.iter().filter(|(_, evidence)| *evidence < kind.carries()).cloned();
        let weaker = weaker.map(|(skill, evidence)| Edit::SetEvidence { skill, evidence });
        let skills = shown.iter().map(|(skill, _)| skill.clone()).collect();
        Ok([Edit::AddProof { proof, skills }].into_iter().chain(weaker).collect())
    }

    /// Adds a proof of a rating, which is then worth at least what the proof carries.
    ///
    /// # Errors
    /// Where the proof has no text, or is a link without an address.
    pub fn prove(&self, skill: &SkillId, kind: ProofKind, text: &str) -> Result<Act, ProofProblem> {
        let proof = checked_proof(kind, text)?;
        let what = format!("the proof of {}", self.skill_name(skill));
        Ok(Act { what, edits: vec![Edit::AddProof { proof, skills: vec![skill.clone()] }] })
    }

    /// Names a proof that exists already in one more rating.
    #[must_use]
    pub fn attach_proof(&self, skill: &SkillId, id: &str) -> Act {
        let what = format!("the proof of {}", self.skill_name(skill));
        Act { what, edits: vec![Edit::AttachProof { id: id.to_owned(), skill: skill.clone() }] }
    }

    /// Ticks a step of a plan off: the rating that is true now, and what proves it. A step that only proves something is not done
    /// without a proof: then there is no act.
    ///
    /// # Errors
    /// Where the proof has no text, or is a link without an address.
    pub fn tick_off(
        &self,
        step: &Step,
        rating: Rating,
        proof: Option<(ProofKind, &str)>,
    ) -> Result<Option<Act>, ProofProblem> {
        let skill = &step.skill;
        let proof = proof.map(|(kind, text)| checked_proof(kind, text)).transpose()?;
        let mut edits = match (step.kind, &proof) {
            (StepKind::Prove { .. }, None) => return Ok(None),
            (StepKind::Prove { .. }, Some(_)) => Vec::new(),
            (StepKind::Raise { .. }, _) => vec![self.rate_edit(skill, rating, None)],
        };
        edits.extend(proof.map(|proof| Edit::AddProof { proof, skills: vec![skill.clone()] }));
        Ok(Some(self.act_on(skill, edits)))
    }

    /// Rates skills as a what-if supposes; no act where it supposes nothing.
    #[must_use]
    pub fn keep(&self, what_if: &WhatIf) -> Option<Act> {
        let edits: Vec<Edit> = what_if
            .changes
            .iter()
            .map(|change| match change.after {
                None => Edit::ClearRating(change.skill.clone()),
                Some((rating, evidence)) => self.rate_edit(&change.skill, rating, Some(evidence)),
            })
            .collect();
        let what = match &what_if.changes[..] {
            [] => return None,
            [change] => self.skill_name(&change.skill),
            changes => format!("{} ratings", changes.len()),
        };
        Some(Act { what, edits })
    }

    /// Writes a note to a rating; an empty one removes it.
    #[must_use]
    pub fn set_note(&self, skill: &SkillId, note: &str) -> Act {
        let note = Some(note.trim()).filter(|note| !note.is_empty()).map(str::to_owned);
        let what = format!("the note on {}", self.skill_name(skill));
        Act { what, edits: vec![Edit::SetNote { skill: skill.clone(), note }] }
    }

    /// Sets or clears the level to aim for.
    #[must_use]
    pub fn set_target(&self, level: Option<LevelId>) -> Act {
        let edits = vec![Edit::SetTarget { guide: self.guide().id.clone(), level }];
        Act { what: "your target".to_owned(), edits }
    }

    /// Sets or clears the day by which the target should be reached.
    #[must_use]
    pub fn set_deadline(&self, by: Option<Date>) -> Act {
        let edits = vec![Edit::SetDeadline { guide: self.guide().id.clone(), by }];
        Act { what: "your deadline".to_owned(), edits }
    }

    /// Answers a question about oneself; an empty text clears the answer.
    ///
    /// # Errors
    /// What would be an answer, where this is none.
    pub fn answer(&self, topic: Topic, text: &str) -> Result<Act, NotAnAnswer> {
        let text = Some(text.trim()).filter(|text| !text.is_empty()).map(|text| topic.tidy(text));
        let text = text.transpose()?;
        let what = format!("your answer: {}", topic.name());
        Ok(Act { what, edits: vec![Edit::Answer { topic, text }] })
    }

    /// Answers several questions about oneself together.
    ///
    /// # Errors
    /// As for [`Session::answer`]; then none is answered.
    pub fn answer_all(&self, answers: &[(Topic, &str)]) -> Result<Act, NotAnAnswer> {
        let acts = answers.iter().map(|(topic, text)| self.answer(*topic, text));
        let acts: Vec<Act> = acts.collect::<Result<_, _>>()?;
        let edits = acts.into_iter().flat_map(|act| act.edits).collect();
        Ok(Act { what: "your answers".to_owned(), edits })
    }

    /// Whether a text will do as a proof of a kind.
    ///
    /// # Errors
    /// Where it is empty, or no address though a link needs one.
    pub fn check_proof(&self, kind: ProofKind, text: &str) -> Result<(), ProofProblem> {
        checked_proof(kind, text).map(drop)
    }

    fn rate_edit(&self, skill: &SkillId, rating: Rating, evidence: Option<Evidence>) -> Edit {
        let anchors = self.library.skill(skill).map(|record| anchors_hash(&record.anchors));
        Edit::Rate { skill: skill.clone(), rating, evidence, anchors }
    }

    fn act_on(&self, skill: &SkillId, edits: Vec<Edit>) -> Act {
        Act { what: self.skill_name(skill), edits }
    }

    fn skill_name(&self, skill: &SkillId) -> String {
        self.library.skill(skill).map_or_else(|| skill.to_string(), |record| record.name.clone())
    }
}

/// A proof that can be kept.
fn checked_proof(kind: ProofKind, text: &str) -> Result<NewProof, ProofProblem> {
    let proof = NewProof::new(kind, text);
    if proof.text.is_empty() {
        return Err(ProofProblem::Empty);
    }
    let is_address = ProofKind::guess(text, Evidence::Example) == ProofKind::Link;
    if kind == ProofKind::Link && !is_address { Err(ProofProblem::NoAddress) } else { Ok(proof) }
}
