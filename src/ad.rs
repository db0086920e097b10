//! What a job ad says: which skills of a guide it asks for and how much, the level, the years, the pay and the conditions.
//!
//! Every finding rests on a passage of the ad. Where a word could mean something else, nothing is found. `docs/matching.md` says how
//! ads are read and how often that is right.

mod conditions;
mod cues;
mod experience;
mod level;
mod lines;
mod mentions;
mod money;
mod parts;
mod pay;
mod role;
mod text;
mod tokens;
mod vocabulary;
mod words;

pub use conditions::{Condition, ConditionKind};
pub use mentions::NamedSkill;
pub use pay::{Pay, Period};
pub use role::Role;
pub use text::{AdText, AdTextError, LIMIT};
pub use vocabulary::{Vocabulary, VocabularyError};

use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Guide;
use lines::Position;

/// How much an ad asks for a skill. The strongest comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// The firm uses it; nothing is asked of the applicant.
    Mentioned,
    /// Welcome.
    Nice,
    /// Asked for.
    Required,
}

impl Need {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mentioned => "mentioned",
            Self::Nice => "nice",
            Self::Required => "required",
        }
    }
}

/// The words of an ad on which a finding rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The line of the ad, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The words as they are written.
    pub text: String,
    /// The whole line or sentence around them, at most some 200 characters.
    pub quote: String,
}

impl Passage {
    fn new(at: Position, text: String, quote: String) -> Self {
        Self { line: at.line, column: at.column, text, quote }
    }
}

/// A skill of the guide that an ad speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The skill.
    pub skill: SkillId,
    /// The strongest need with which it is mentioned.
    pub need: Need,
    /// Other skills, one of which would do instead.
    pub alternatives: Vec<SkillId>,
    /// Where the ad says so, in reading order; 1 to 20.
    pub passages: Vec<Passage>,
}

/// A technology that belongs to no skill of the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The words as they are written.
    pub text: String,
    /// The line of the ad, from 1.
    pub line: usize,
    /// The strongest need with which it is mentioned.
    pub need: Need,
}

/// What an ad says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ad {
    /// The title of the job: the first line that says something.
    pub title: String,
    /// Which job it is for.
    pub role: Role,
    /// The level that its title or its text names.
    pub level: Option<LevelId>,
    /// The least years of experience.
    pub years_min: Option<u32>,
    /// The pay as stated.
    pub pay: Option<Pay>,
    /// The languages asked for, by their English names.
    pub languages: Vec<String>,
    /// The skills, those required first, each group in reading order.
    pub findings: Vec<Finding>,
    /// Technologies of no skill, in reading order.
    pub unknown: Vec<Unknown>,
    /// What is asked of the person besides skills, in reading order.
    pub conditions: Vec<Condition>,
}

impl Ad {
    /// Reads an ad for somebody at work on a guide.
    #[must_use]
    pub fn read(text: &AdText, guide: &Guide, vocabulary: &Vocabulary) -> Self {
        let lines = lines::lines(text);
        let clauses = parts::clauses(&lines, vocabulary.words());
        let found = mentions::find(&clauses, vocabulary);
        let title = lines.first().map(lines::Line::text).unwrap_or_default();
        let (findings, unknown) = mentions::gather(&found, &clauses);
        let (conditions, languages) = conditions::find(&clauses, vocabulary.words());
        let level = level::named(&clauses, guide, vocabulary.words());
        let role = role::judge(&clauses, guide, vocabulary.words(), &findings, &unknown);
        // An ad for another job that asks for none of it speaks of something else: a street, a cat, a firm.
        let findings = if role.is_of_guide || findings.iter().any(|finding| finding.need != Need::Mentioned) {
            findings
        } else {
            Vec::new()
        };
        Self {
            title: text::shortened(&title, TITLE),
            role,
            level,
            years_min: experience::years(&clauses, vocabulary.words()),
            pay: pay::find(&clauses),
            languages,
            findings,
            unknown,
            conditions,
        }
    }

    /// The finding for a skill.
    #[must_use]
    pub fn finding(&self, skill: &SkillId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.skill == *skill)
    }
}

/// The most characters of a title.
const TITLE: usize = 120;

#[cfg(test)]
mod tests;
