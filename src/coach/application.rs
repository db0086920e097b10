//! What goes into an application: a draft of the résumé, the proofs that a letter tells of, and the weak spots of both.
//!
//! Everything in a draft comes from the profile or from the résumé that is kept; what is missing is a blank. A claim, which is a rating
//! without evidence, is never in it.

mod left_out;
pub mod letter;
pub mod resume;
pub mod wanted;
pub mod weak_spots;

pub use left_out::{LeftOut, Why};

use crate::guide::id::SkillId;
use crate::guide::model::Library;
use crate::profile::model::{Profile, Proof};
use crate::resume::kept::Kept;
use jiff::civil::Date;

/// What a draft is made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The skills.
    pub library: &'a Library,
    /// What the person said.
    pub profile: &'a Profile,
    /// The résumé that is kept; an empty one where there is none.
    pub kept: &'a Kept,
    /// The day on which it is made.
    pub today: Date,
}

/// A piece of text, or what to write there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The text.
    Said(String),
    /// What is missing, such as `your e-mail`.
    Blank(&'static str),
}

impl Piece {
    /// A text, or a blank where it is empty.
    #[must_use]
    pub fn or_blank(text: &str, hint: &'static str) -> Self {
        if text.trim().is_empty() { Self::Blank(hint) } else { Self::Said(text.trim().to_owned()) }
    }
}

impl Sources<'_> {
    /// The ratings that name a proof.
    fn skills_of(&self, proof: &Proof) -> Vec<&SkillId> {
        let names = self.profile.ratings.0.iter();
        names.filter(|(_, rated)| rated.proofs.contains(&proof.id)).map(|(skill, _)| skill).collect()
    }

    /// The names of the skills whose ratings name a proof.
    #[must_use]
    pub fn skill_names_of(&self, proof: &Proof) -> Vec<String> {
        self.skills_of(proof).into_iter().map(|skill| self.skill_name(skill)).collect()
    }

    fn skill_name(&self, skill: &SkillId) -> String {
        self.library.skill(skill).map_or_else(|| skill.to_string(), |record| record.name.clone())
    }
}
