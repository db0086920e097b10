//! The differences between the requirements of two levels, skill by skill.

use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Guide, Level, Track};

/// The way in which two levels differ in their requirement for a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementChangeKind {
    /// Only the second level requires the skill.
    New,
    /// The second level requires a higher rating.
    Rises,
    /// The second level requires a lower rating.
    Falls,
    /// The rating is the same, but the must-have floor differs.
    MustHave,
    /// The rating and the floor are the same, but the weight differs.
    Weight,
    /// Only the first level requires the skill.
    Gone,
}

impl RequirementChangeKind {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Rises => "rises",
            Self::Falls => "falls",
            Self::MustHave => "must-have",
            Self::Weight => "weight",
            Self::Gone => "gone",
        }
    }
}

/// A skill for which two levels have different requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequirementChange<'a> {
    /// The skill.
    pub skill: &'a SkillId,
    /// How they differ.
    pub kind: RequirementChangeKind,
    /// The requirement of the first level, if any.
    pub from: Option<&'a Ask>,
    /// The requirement of the second level, if any.
    pub to: Option<&'a Ask>,
}

/// Every skill for which the two levels have different requirements, in the order of [`Guide::asked_skills`].
#[must_use]
pub fn changes<'a>(guide: &'a Guide, from: &'a Level, to: &'a Level) -> Vec<RequirementChange<'a>> {
    let skills = guide.asked_skills().into_iter();
    let change = |skill: &'a SkillId| {
        let (from, to) = (from.ask(skill), to.ask(skill));
        Some(RequirementChange { skill, kind: kind(from, to)?, from, to })
    };
    skills.filter_map(change).collect()
}

fn kind(from: Option<&Ask>, to: Option<&Ask>) -> Option<RequirementChangeKind> {
    match (from, to) {
        (None, None) => None,
        (None, Some(_)) => Some(RequirementChangeKind::New),
        (Some(_), None) => Some(RequirementChangeKind::Gone),
        (Some(a), Some(b)) if b.required > a.required => Some(RequirementChangeKind::Rises),
        (Some(a), Some(b)) if b.required < a.required => Some(RequirementChangeKind::Falls),
        (Some(a), Some(b)) if b.must_have != a.must_have => Some(RequirementChangeKind::MustHave),
        (Some(a), Some(b)) if b.weight != a.weight => Some(RequirementChangeKind::Weight),
        _ => None,
    }
}

/// Whether the second level begins or changes a track, so that the choice between the tracks matters.
#[must_use]
pub fn enters_a_track(from: &Level, to: &Level) -> bool {
    from.track != to.track && to.track != Track::Core
}
