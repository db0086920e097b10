//! Changes to a profile, one file for each kind.
//!
//! An edit says what a person did, not what the file should contain. It is applied twice: to the profile in memory, so that the
//! screen follows at once, and, under the lock, to the profile as it stands on disk by then. What depends on a value (whether a
//! rating keeps its evidence, which id is free for a proof, whether an undo still fits) is therefore decided while applying, never
//! before. [`document`](super::document) writes the difference into the text.

mod about;
mod aim;
mod proof;
mod rating;
mod undo;

pub use proof::NewProof;
pub use rating::evidence_after;
pub use undo::{Conflict, Restore, joined, undo_of};

use super::about::Topic;
use super::model::Profile;
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::scale::{Evidence, Rating};
use jiff::civil::Date;

/// One change of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Rates a skill. Note and proofs of an earlier rating stay.
    Rate {
        /// The skill.
        skill: SkillId,
        /// Its rating.
        rating: Rating,
        /// Its evidence. Without one the same rating keeps its evidence, and a different rating is a claim.
        evidence: Option<Evidence>,
        /// A hash of the anchors that were rated, where the skill is known.
        anchors: Option<String>,
    },
    /// Clears a rating: the skill is not rated, which is not the same as a rating of 0.
    ClearRating(SkillId),
    /// Changes the evidence of a rating; nothing where there is no rating. The rating, its day and its anchors stay.
    SetEvidence {
        /// The skill.
        skill: SkillId,
        /// The evidence from now on.
        evidence: Evidence,
    },
    /// Writes a note to a rating, or removes it; nothing where there is no rating.
    SetNote {
        /// The skill.
        skill: SkillId,
        /// The note; `None` removes it.
        note: Option<String>,
    },
    /// Adds a proof under a free id and names it in the ratings of some skills, whose evidence is then at least what it carries.
    AddProof {
        /// What was said of it.
        proof: NewProof,
        /// The skills it proves; without any it is kept for later. Those without a rating are passed over.
        skills: Vec<SkillId>,
    },
    /// Names a proof that exists already in one more rating; nothing where either is missing.
    AttachProof {
        /// The id of the proof.
        id: String,
        /// The skill it proves too.
        skill: SkillId,
    },
    /// Sets the level to aim for in a guide, or none, and makes the guide the one in use.
    SetTarget {
        /// The guide.
        guide: GuideId,
        /// The level; `None` clears it.
        level: Option<LevelId>,
    },
    /// Sets the day by which the target of a guide should be reached, or none.
    SetDeadline {
        /// The guide.
        guide: GuideId,
        /// The day; `None` clears it.
        by: Option<Date>,
    },
    /// Answers a question about oneself, or clears the answer.
    Answer {
        /// The question.
        topic: Topic,
        /// The answer in its plainest form; `None` clears it.
        text: Option<String>,
    },
    /// Takes an earlier change back, all of it or nothing: only where every value is still the one that change wrote.
    Undo(Vec<Restore>),
}

impl Edit {
    /// Makes the change; `today` dates ratings and history.
    ///
    /// # Errors
    /// Only for [`Edit::Undo`], where somebody has changed a value since. The profile is then as it was.
    pub fn apply(&self, profile: &mut Profile, today: Date) -> Result<(), Conflict> {
        match self {
            Self::Rate { skill, rating, evidence, anchors } => {
                rating::rate(profile, skill, *rating, *evidence, anchors.as_deref(), today);
            }
            Self::ClearRating(skill) => rating::clear(profile, skill, today),
            Self::SetEvidence { skill, evidence } => rating::set_evidence(profile, skill, *evidence, today),
            Self::SetNote { skill, note } => rating::set_note(profile, skill, note.as_deref()),
            Self::AddProof { proof, skills } => proof::add(profile, proof, skills, today),
            Self::AttachProof { id, skill } => proof::attach(profile, id, skill, today),
            Self::SetTarget { guide, level } => aim::set_target(profile, guide, level.as_ref()),
            Self::SetDeadline { guide, by } => aim::set_deadline(profile, guide, *by),
            Self::Answer { topic, text } => about::answer(profile, *topic, text.as_deref()),
            Self::Undo(restores) => undo::undo(profile, restores, today)?,
        }
        Ok(())
    }
}
