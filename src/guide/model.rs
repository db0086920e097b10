//! The types of a guide. They have the shapes described in `docs/data-format.md`; an unknown key is an error.
//!
//! The same types are read from TOML (by the build script and in tests) and from the compact form embedded in the program.

use super::id::{FaqId, GuideId, LevelId, Link, SectionId, SkillId, SourceId};
use super::lazy::Lazy;
use super::month::Month;
use super::route::Route;
use super::scale::{Evidence, Rating};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

pub use super::figure::{Amount, Figure, Pay, Source, Unit, Years, thousands};
pub use super::skill::{
    Anchor, AnchorExamples, Anchors, Area, Category, HourRange, Hours, InterviewQuestion, LearningResource,
    Method, Prerequisite, ProofIdea, Skill,
};

/// All embedded data: the guides, and the skills they share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// Skill records, sorted by category, then by id.
    pub skills: Vec<Skill>,
    /// Guides, sorted by id.
    pub guides: Vec<Guide>,
}

/// A career guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    /// The name of its folder.
    pub id: GuideId,
    /// The name of the career.
    pub title: String,
    /// Other names of the career.
    pub aliases: Vec<String>,
    /// A summary in one line.
    pub summary: String,
    /// The constants of the scoring model.
    pub scoring: Scoring,
    /// The employers who care how the career was learnt; at least one.
    pub employer_preferences: Vec<EmployerPreference>,
    /// The table of contents: groups of sections in reading order.
    pub parts: Vec<GuidePart>,
    /// The sections, in reading order.
    pub sections: Lazy<Vec<Section>>,
    /// The levels: the core levels from the lowest up, then each track from the lowest up.
    pub levels: Vec<Level>,
    /// The month in which the description of the levels was last checked.
    pub levels_checked: Month,
    /// Frequently asked questions.
    pub faqs: Lazy<Vec<Faq>>,
    /// The sources of the figures.
    pub sources: IndexMap<SourceId, Source>,
}

/// The constants of the scoring model. They are conventions, not findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The score from which a level counts as ready, in per cent, 1 to 100.
    pub threshold: u32,
    /// The part of a rating that its evidence carries.
    pub credit: Credit,
    /// Hours of work to show a proof.
    pub proof_hours: u32,
    /// The age in months, 1 to 120, from which a rating is offered for review. Its score stays the same.
    pub review_after_months: u32,
}

/// The part of a rating that each kind of evidence carries, in eighths: 1 ≤ claim ≤ example ≤ link = 8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// For a claim.
    pub claim: u32,
    /// For an example.
    pub example: u32,
    /// For a link.
    pub link: u32,
}

impl Credit {
    /// The eighths that this evidence carries.
    #[must_use]
    pub const fn of(&self, evidence: Evidence) -> u32 {
        match evidence {
            Evidence::Claim => self.claim,
            Evidence::Example => self.example,
            Evidence::Link => self.link,
        }
    }
}

/// A kind of employer, or a wish of employers, that some routes satisfy by themselves. No other route is ruled out: there it
/// depends on the employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmployerPreference {
    /// The employer or the wish, in a few words.
    pub name: String,
    /// The routes that satisfy the preference; at least one.
    pub satisfied_by: Vec<Route>,
    /// Links for further reading.
    #[serde(default)]
    pub see: Vec<Link>,
}

impl EmployerPreference {
    /// Whether a route satisfies the preference by itself.
    #[must_use]
    pub fn is_satisfied_by(&self, route: Route) -> bool {
        self.satisfied_by.contains(&route)
    }
}

/// A group of sections in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidePart {
    /// The heading.
    pub title: String,
    /// The sections, in reading order.
    pub sections: Vec<SectionId>,
}

/// A section of the guide, shown as one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The name of its file.
    pub id: SectionId,
    /// The heading.
    pub title: String,
    /// Words that people type to find it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// A summary in one line.
    pub summary: String,
    /// The month in which the content was last checked.
    pub checked: Month,
    /// Whether it is the project's own writing, without an external source.
    #[serde(default)]
    pub editorial: bool,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A part of a section. Its fields are shown in their order here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// A heading within the section.
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
    /// Weak and strong examples.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Content derived from other data.
    #[serde(default)]
    pub show: Option<Show>,
    /// Links for further reading.
    #[serde(default)]
    pub see: Vec<Link>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// The term explained.
    #[serde(default)]
    pub term: Option<String>,
    /// The text.
    pub text: String,
    /// For a step: how to tell that it is done.
    #[serde(default)]
    pub done_when: Option<String>,
    /// The skills used.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// Links for further reading.
    #[serde(default)]
    pub see: Vec<Link>,
}

/// A table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideTable {
    /// The column headings.
    pub columns: Vec<String>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<String>>,
    /// The source of the figures; required when there are any.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that the figures describe; required when there are any.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A weak and a strong version of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The subject, such as a level.
    #[serde(default)]
    pub label: Option<String>,
    /// The weak version.
    pub weak: String,
    /// The strong version.
    pub strong: String,
    /// The difference between them.
    pub why: String,
}

/// Content that is derived from other data of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// The levels by track, with years and summaries.
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

/// The branch that a level belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// The common levels at the start.
    Core,
    /// Leading people.
    Leadership,
    /// Leading by technical depth.
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

/// A level of the career.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The id.
    pub id: LevelId,
    /// The full title.
    pub title: String,
    /// The short title.
    pub short: String,
    /// The track.
    pub track: Track,
    /// Other names.
    pub aliases: Vec<String>,
    /// A summary in one sentence.
    pub summary: String,
    /// Typical work.
    pub does: Lazy<Vec<String>>,
    /// Areas to grow in.
    pub focus: Lazy<Vec<String>>,
    /// An earlier level of the same track which ratings can't tell from this one: firms give the same person either title.
    pub much_like: Option<LevelId>,
    /// The usual years of experience.
    pub years: Years,
    /// The pay.
    pub pay: Pay,
    /// The required skills, in the order of the matrix.
    pub asks: Vec<Ask>,
}

/// A level's requirement for one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The skill.
    pub skill: SkillId,
    /// The required rating, 1 to 5.
    pub required: Rating,
    /// The weight, 1 to 3.
    pub weight: u32,
    /// The must-have floor, 1 to `required`: below it the level isn't reached. A floor of an earlier level of the chain holds here
    /// too. `None` when the skill is no must-have.
    pub must_have: Option<Rating>,
}

/// A frequently asked question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The id.
    pub id: FaqId,
    /// The question.
    pub question: String,
    /// Other wordings of the question.
    #[serde(default)]
    pub asked_as: Vec<String>,
    /// The answer.
    pub answer: String,
    /// Figures of the answer.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Links for further reading.
    #[serde(default)]
    pub see: Vec<Link>,
}

impl Library {
    /// The skill with this id.
    #[must_use]
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == *id)
    }
}

impl Guide {
    /// The level with this id.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The frequent question with this id.
    #[must_use]
    pub fn faq(&self, id: &FaqId) -> Option<&Faq> {
        self.faqs.iter().find(|faq| faq.id == *id)
    }

    /// The levels that must be ready before this one: the core levels below it, and the lower levels of its own track.
    pub fn predecessors<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = &'a Level> {
        self.levels.iter().take_while(move |below| below.id != level.id).filter(|below| level.follows(below))
    }

    /// The skills that any level requires, in the order of the first level that requires them.
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
    /// Whether a level that stands earlier in the guide belongs to the chain of this one.
    #[must_use]
    pub fn follows(&self, earlier: &Self) -> bool {
        earlier.track == Track::Core || earlier.track == self.track
    }

    /// The level's requirement for a skill; `None` when it doesn't require the skill.
    #[must_use]
    pub fn ask(&self, skill: &SkillId) -> Option<&Ask> {
        self.asks.iter().find(|ask| ask.skill == *skill)
    }
}
