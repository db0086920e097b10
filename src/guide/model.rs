//! What a guide says, as types. The shapes are those of `docs/data-format.md`; an unknown key is an error.
//!
//! The same types are read from TOML (at build time and in tests) and from the compact form inside the binary.

use super::id::{FaqId, GuideId, LevelId, Link, SectionId, SkillId, SourceId};
use super::lazy::Lazy;
use super::route::Route;
use super::scale::{Evidence, Rating};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

pub use super::figure::{Amount, Figure, Pay, Source, Unit, Years, thousands};
pub use super::skill::{
    Anchors, Category, HourRange, Hours, InterviewQuestion, LearningResource, Method, Prerequisite,
    ProofIdea, Skill,
};

/// All that is embedded: the skills that guides share, and the guides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// Skill records in the order of their category and then of their ids.
    pub skills: Vec<Skill>,
    /// Guides in the order of their ids.
    pub guides: Vec<Guide>,
}

/// A career guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    /// The name of its folder.
    pub id: GuideId,
    /// The career.
    pub title: String,
    /// Other names of the career.
    pub aliases: Vec<String>,
    /// One line.
    pub summary: String,
    /// The constants of the scoring model.
    pub scoring: Scoring,
    /// Who looks at how the career was learnt; at least one.
    pub employer_preferences: Vec<EmployerPreference>,
    /// The contents: sections in reading order.
    pub parts: Vec<GuidePart>,
    /// The pages, in reading order.
    pub sections: Lazy<Vec<Section>>,
    /// The ladder, from the lowest level up; tracks one after the other.
    pub levels: Vec<Level>,
    /// Frequent questions.
    pub faqs: Lazy<Vec<Faq>>,
    /// Where figures come from.
    pub sources: IndexMap<SourceId, Source>,
}

/// The constants of the scoring model: conventions, not findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Per cent of what a level asks, 1 to 100, from which a level counts as ready.
    pub threshold: u32,
    /// What is taken off a rating's lower end.
    pub doubt: Doubt,
    /// Hours that showing a proof takes.
    pub proof_hours: u32,
    /// A rating older than this many months, 1 to 120, is offered for review. It counts as before.
    pub review_after_months: u32,
}

/// Half-steps taken off a rating's lower end, by evidence: 2 ≥ claim ≥ example ≥ link ≥ 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// For a claim.
    pub claim: u32,
    /// For an example.
    pub example: u32,
    /// For a link.
    pub link: u32,
}

impl Doubt {
    /// The half-steps of an evidence.
    #[must_use]
    pub const fn of(&self, evidence: Evidence) -> u32 {
        match evidence {
            Evidence::Claim => self.claim,
            Evidence::Example => self.example,
            Evidence::Link => self.link,
        }
    }
}

/// Somebody who looks at how the career was learnt, and whom some routes satisfy by themselves. None of them is closed to the
/// other routes: there it depends on who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmployerPreference {
    /// Who it is, or what they want, in a few words.
    pub name: String,
    /// The routes that satisfy them; at least one.
    pub satisfied_by: Vec<Route>,
    /// Where to read on.
    #[serde(default)]
    pub see: Vec<Link>,
}

impl EmployerPreference {
    /// Whether a route satisfies them by itself.
    #[must_use]
    pub fn is_satisfied_by(&self, route: Route) -> bool {
        self.satisfied_by.contains(&route)
    }
}

/// A group of sections in the contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidePart {
    /// Its heading.
    pub title: String,
    /// Its sections.
    pub sections: Vec<SectionId>,
}

/// A page of the guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The name of its file.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// What people would type to find it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One line.
    pub summary: String,
    /// Whether it is the project's own writing, without an outside source.
    #[serde(default)]
    pub editorial: bool,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A part of a page, shown in the order of its fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// A heading within the page.
    #[serde(default)]
    pub heading: Option<String>,
    /// Whether this block alone is the project's own writing.
    #[serde(default)]
    pub editorial: bool,
    /// Paragraphs.
    #[serde(default)]
    pub text: Option<String>,
    /// A list.
    #[serde(default)]
    pub points: Vec<ListItem>,
    /// A table.
    #[serde(default)]
    pub table: Option<GuideTable>,
    /// Figures, each with its source.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// How it is done badly and well.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Something derived from other data.
    #[serde(default)]
    pub show: Option<Show>,
    /// Where to read on.
    #[serde(default)]
    pub see: Vec<Link>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// What it is about.
    #[serde(default)]
    pub term: Option<String>,
    /// What is said of it.
    pub text: String,
    /// For a step: what proves it done.
    #[serde(default)]
    pub done_when: Option<String>,
    /// The skills it uses.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// Where to read on.
    #[serde(default)]
    pub see: Vec<Link>,
}

/// A table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideTable {
    /// The head.
    pub columns: Vec<String>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
    /// Where its figures come from; a must where there are any.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that its figures stand for; a must where there are any.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A weak and a strong version of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it is an example of, such as a level.
    #[serde(default)]
    pub label: Option<String>,
    /// How it is often done.
    pub weak: String,
    /// How it is done well.
    pub strong: String,
    /// What makes the difference.
    pub why: String,
}

/// Content that is derived from other data of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// The levels by track, with years and summary.
    Ladder,
    /// Median and average pay by level, as a chart.
    PayByLevel,
    /// Skills by levels.
    Matrix,
    /// The technical skills.
    TechnicalSkills,
    /// The soft skills.
    SoftSkills,
    /// The leadership skills.
    LeadershipSkills,
    /// The frequent questions.
    Faqs,
}

/// The branch of the ladder that a level belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// The common levels at the bottom.
    Core,
    /// Leading people.
    Leadership,
    /// Leading by depth.
    Technical,
}

impl Track {
    /// The name in JSON and in text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Leadership => "leadership",
            Self::Technical => "technical",
        }
    }
}

/// A level of the ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// The whole title.
    pub title: String,
    /// The title where there is little room.
    pub short: String,
    /// The branch it belongs to.
    pub track: Track,
    /// Other names.
    pub aliases: Vec<String>,
    /// One sentence.
    pub summary: String,
    /// What the person does.
    pub does: Lazy<Vec<String>>,
    /// What the person works on to grow.
    pub focus: Lazy<Vec<String>>,
    /// Experience.
    pub years: Years,
    /// Pay.
    pub pay: Pay,
    /// How much of which skill it asks, in the order of the matrix.
    pub asks: Vec<Ask>,
}

/// How much of a skill a level asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The skill.
    pub skill: SkillId,
    /// The rating asked, 1 to 5.
    pub required: Rating,
    /// How much it counts, 1 to 3.
    pub weight: u32,
    /// The floor without which the level is not reached, 1 to `required`.
    pub must_have: Option<Rating>,
}

/// A frequent question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// Its id.
    pub id: FaqId,
    /// The question.
    pub question: String,
    /// Other ways people ask it.
    #[serde(default)]
    pub asked_as: Vec<String>,
    /// The answer.
    pub answer: String,
    /// Figures of the answer.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Where to read on.
    #[serde(default)]
    pub see: Vec<Link>,
}

impl Library {
    /// The skill with an id.
    #[must_use]
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == *id)
    }
}

impl Guide {
    /// The level with an id.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The section with an id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The frequent question with an id.
    #[must_use]
    pub fn faq(&self, id: &FaqId) -> Option<&Faq> {
        self.faqs.iter().find(|faq| faq.id == *id)
    }

    /// The levels that have to be ready before this one: the core levels below it and the lower levels of its own track.
    pub fn predecessors<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = &'a Level> {
        self.levels
            .iter()
            .take_while(move |below| below.id != level.id)
            .filter(move |below| below.track == Track::Core || below.track == level.track)
    }

    /// The skills that any level asks, in the order in which the ladder first asks for them.
    #[must_use]
    pub fn asked_skills(&self) -> Vec<&SkillId> {
        let mut asked: Vec<&SkillId> = Vec::new();
        for ask in self.levels.iter().flat_map(|level| &level.asks) {
            if !asked.contains(&&ask.skill) {
                asked.push(&ask.skill);
            }
        }
        asked
    }
}

impl Level {
    /// What the level asks of a skill.
    #[must_use]
    pub fn ask(&self, skill: &SkillId) -> Option<&Ask> {
        self.asks.iter().find(|ask| ask.skill == *skill)
    }
}
