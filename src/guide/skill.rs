//! Skill records, as types.

use super::id::SkillId;
use super::lazy::Lazy;
use super::scale::Rating;
use serde::{Deserialize, Serialize};

/// A kind of skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Languages, databases, tools.
    Technical,
    /// How one works with problems, people and time.
    Soft,
    /// Deciding, teaching and answering for others' work.
    Leadership,
}

impl Category {
    /// As a heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Technical => "Technical skills",
            Self::Soft => "Soft skills",
            Self::Leadership => "Leadership skills",
        }
    }
}

/// A skill record, shared by all guides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The name of its file.
    pub id: SkillId,
    /// The name people see.
    pub name: String,
    /// The name where there is little room.
    pub short: String,
    /// Other names, in lower case: what people type and what job ads say.
    pub aliases: Lazy<Vec<String>>,
    /// Its kind.
    pub category: Category,
    /// One line.
    pub summary: String,
    /// Why an employer pays for it.
    pub why: Lazy<String>,
    /// What has to be known first.
    pub prerequisites: Vec<Prerequisite>,
    /// One sentence of fact for each rating from 1 to 5.
    pub anchors: Lazy<Anchors>,
    /// Work to get from one rating to the next.
    pub hours: Hours,
    /// Three ways to learn it.
    pub learn: Lazy<Vec<LearningResource>>,
    /// What would prove it to a stranger.
    pub proofs: Lazy<Vec<ProofIdea>>,
    /// Interview questions.
    pub questions: Lazy<Vec<InterviewQuestion>>,
}

/// A skill, and the rating of it, that another skill builds on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The skill to have first.
    pub skill: SkillId,
    /// The rating it needs.
    pub at_least: Rating,
}

/// The sentence of fact for each rating from 1 to 5. A missing one reads as empty, and the check names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Anchors {
    /// Rating 1.
    pub studied: String,
    /// Rating 2.
    pub assisted: String,
    /// Rating 3.
    pub independent: String,
    /// Rating 4.
    pub leading: String,
    /// Rating 5.
    pub setting_direction: String,
}

impl Anchors {
    /// The sentence of a rating; for 0 the general one.
    #[must_use]
    pub fn of(&self, rating: Rating) -> &str {
        match rating {
            Rating::None => "No training in it and no experience with it.",
            Rating::Studied => &self.studied,
            Rating::Assisted => &self.assisted,
            Rating::Independent => &self.independent,
            Rating::Leading => &self.leading,
            Rating::SettingDirection => &self.setting_direction,
        }
    }
}

/// A range of hours, `[from, to]`.
pub type HourRange = [u32; 2];

/// Hours of work from the rating before to each rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// What the ranges rest on.
    pub basis: String,
    /// From 0 to 1.
    pub studied: HourRange,
    /// From 1 to 2.
    pub assisted: HourRange,
    /// From 2 to 3.
    pub independent: HourRange,
    /// From 3 to 4; a role and time come on top.
    pub leading: HourRange,
    /// From 4 to 5; a role and years come on top.
    pub setting_direction: HourRange,
}

impl Hours {
    /// The hours of the step that ends at a rating; nothing leads to 0.
    #[must_use]
    pub const fn to(&self, rating: Rating) -> Option<HourRange> {
        match rating {
            Rating::None => None,
            Rating::Studied => Some(self.studied),
            Rating::Assisted => Some(self.assisted),
            Rating::Independent => Some(self.independent),
            Rating::Leading => Some(self.leading),
            Rating::SettingDirection => Some(self.setting_direction),
        }
    }
}

/// How one learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, strum::Display)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Method {
    /// A book or documentation.
    Read,
    /// A course, with or without a certificate.
    Course,
    /// Making something.
    Build,
    /// Exercises.
    Practise,
    /// With somebody.
    Pair,
}

/// One way to learn a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningResource {
    /// The kind of work.
    pub method: Method,
    /// What to use, and how.
    pub material: String,
}

/// A piece of evidence that would prove a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofIdea {
    /// What to make or show.
    pub title: String,
    /// What a stranger can look at to believe it.
    pub check: String,
}

/// An interview question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewQuestion {
    /// The rating that a good answer shows.
    pub tests: Rating,
    /// The question as asked.
    pub ask: String,
    /// What a good answer contains.
    pub good_answer: String,
}
