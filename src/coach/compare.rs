//! What changes from one level to another, skill by skill.

use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Guide, Level, Track};

/// In what way a level asks other things of a skill than another level does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementChangeKind {
    /// Asked by the second level alone.
    New,
    /// A higher rating is asked.
    Rises,
    /// A lower one.
    Falls,
    /// The same rating, but another floor or none.
    MustHave,
    /// The same rating and floor, but it counts differently.
    Weight,
    /// Asked by the first level alone.
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

/// A skill of which two levels ask different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequirementChange<'a> {
    /// The skill.
    pub skill: &'a SkillId,
    /// In what way.
    pub kind: RequirementChangeKind,
    /// What the first level asks, if anything.
    pub from: Option<&'a Ask>,
    /// What the second asks, if anything.
    pub to: Option<&'a Ask>,
}

/// Every skill of which the two levels ask different things, in the order in which the ladder first asks for it.
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

/// Whether the way from one level to another goes into a track, so that the choice between the tracks is near.
#[must_use]
pub fn enters_a_track(from: &Level, to: &Level) -> bool {
    from.track != to.track && to.track != Track::Core
}
