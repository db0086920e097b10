//! The types of a skill record.

use super::id::SkillId;
use super::lazy::Lazy;
use super::month::Month;
pub use super::question::InterviewQuestion;
use super::scale::Rating;
use serde::{Deserialize, Serialize, Serializer};
use std::ops::Range;
use std::sync::LazyLock;

/// The category of a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Languages, databases, tools.
    Technical,
    /// Working with problems, people and time.
    Soft,
    /// Deciding, teaching, and taking responsibility for others' work.
    Leadership,
}

impl Category {
    /// The heading of a list of such skills.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Technical => "Technical skills",
            Self::Soft => "Soft skills",
            Self::Leadership => "Leadership skills",
        }
    }
}

/// What a skill is for at work: finer than its category, so that a person sees where their strengths are.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter,
)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Language, frameworks, version control, tests.
    Code,
    /// Data, and the ways it takes between programs.
    Data,
    /// What runs, fast and safely.
    Operations,
    /// How the parts of a system fit together.
    Design,
    /// Solving, checking, learning and choosing what comes first.
    Alone,
    /// Explaining, working together, teaching.
    People,
    /// Results, direction, and other people's work.
    Leading,
}

impl Area {
    /// All of them, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }

    /// The name in JSON and in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Data => "data",
            Self::Operations => "operations",
            Self::Design => "design",
            Self::Alone => "alone",
            Self::People => "people",
            Self::Leading => "leading",
        }
    }

    /// The name on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Code => "Writing code",
            Self::Data => "Data and APIs",
            Self::Operations => "Running software",
            Self::Design => "Designing systems",
            Self::Alone => "Working alone",
            Self::People => "Working with people",
            Self::Leading => "Leading",
        }
    }
}

/// A skill record, shared by all guides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The name of its file.
    pub id: SkillId,
    /// The display name.
    pub name: String,
    /// The short name, at most 20 characters.
    pub short: String,
    /// Other names in lower case, as people type them and job ads say them.
    pub aliases: Lazy<Vec<String>>,
    /// The category.
    pub category: Category,
    /// The area.
    pub area: Area,
    /// A summary in one line, at most 90 characters.
    pub summary: String,
    /// The month in which the content was last checked.
    pub checked: Month,
    /// Why an employer pays for it.
    pub why: Lazy<String>,
    /// The skills to learn first.
    pub prerequisites: Vec<Prerequisite>,
    /// One sentence of fact for each rating from 1 to 5.
    pub anchors: Lazy<Anchors>,
    /// Examples of what the anchors cover, shown on request.
    pub examples: Lazy<AnchorExamples>,
    /// Hours of work from one rating to the next.
    pub hours: Hours,
    /// Learning resources; the data check requires three.
    pub learn: Lazy<Vec<LearningResource>>,
    /// Ideas for proofs; at least two.
    pub proofs: Lazy<Vec<ProofIdea>>,
    /// Interview questions; at least three.
    pub questions: Lazy<Vec<InterviewQuestion>>,
}

/// A skill that another skill builds on, with the rating required first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The skill to learn first.
    pub skill: SkillId,
    /// The rating required, 1 to 5.
    pub at_least: Rating,
}

/// A sentence of fact by which somebody rates themselves. In the data a pair of asterisks marks the words that decide:
/// `Others *used or reviewed* code I wrote.`
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Anchor {
    text: String,
    deciding: Range<usize>,
}

impl Anchor {
    /// The sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words before those that decide, those that decide, and the words after them.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        let Range { start, end } = self.deciding;
        [0..start, start..end, end..self.text.len()].map(|part| self.text.get(part).unwrap_or_default())
    }
}

impl From<String> for Anchor {
    fn from(marked: String) -> Self {
        let mut parts = marked.splitn(3, '*');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(before), Some(deciding), Some(after)) => Self {
                text: format!("{before}{deciding}{after}"),
                deciding: before.len()..before.len() + deciding.len(),
            },
            _ => Self { text: marked, deciding: 0..0 },
        }
    }
}

impl Serialize for Anchor {
    /// The plain sentence for people and programs, the marked one for the compact form.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [before, deciding, after] = self.parts();
        if serializer.is_human_readable() || deciding.is_empty() {
            return serializer.serialize_str(&self.text);
        }
        serializer.collect_str(&format_args!("{before}*{deciding}*{after}"))
    }
}

/// The anchors for the ratings from 1 to 5. A missing anchor is parsed as empty and reported by the data check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Anchors {
    /// Rating 1.
    pub studied: Anchor,
    /// Rating 2.
    pub assisted: Anchor,
    /// Rating 3.
    pub independent: Anchor,
    /// Rating 4.
    pub leading: Anchor,
    /// Rating 5.
    pub setting_direction: Anchor,
}

/// The anchor of rating 0, the same for every skill.
static NO_EXPERIENCE: LazyLock<Anchor> =
    LazyLock::new(|| Anchor::from("I have *no training* in it and no experience with it.".to_owned()));

impl Anchors {
    /// The anchor of a rating.
    #[must_use]
    pub fn of(&self, rating: Rating) -> &Anchor {
        match rating {
            Rating::None => &NO_EXPERIENCE,
            Rating::Studied => &self.studied,
            Rating::Assisted => &self.assisted,
            Rating::Independent => &self.independent,
            Rating::Leading => &self.leading,
            Rating::SettingDirection => &self.setting_direction,
        }
    }
}

/// For each rating from 1 to 5, one to three examples of what its anchor covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnchorExamples {
    /// Rating 1.
    pub studied: Vec<String>,
    /// Rating 2.
    pub assisted: Vec<String>,
    /// Rating 3.
    pub independent: Vec<String>,
    /// Rating 4.
    pub leading: Vec<String>,
    /// Rating 5.
    pub setting_direction: Vec<String>,
}

impl AnchorExamples {
    /// The examples for a rating; none for 0.
    #[must_use]
    pub fn of(&self, rating: Rating) -> &[String] {
        match rating {
            Rating::None => &[],
            Rating::Studied => &self.studied,
            Rating::Assisted => &self.assisted,
            Rating::Independent => &self.independent,
            Rating::Leading => &self.leading,
            Rating::SettingDirection => &self.setting_direction,
        }
    }
}

/// A range of hours, `[from, to]` with 1 ≤ from ≤ to.
pub type HourRange = [u32; 2];

/// Hours of work to reach each rating from the one below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The basis of the estimate.
    pub basis: String,
    /// From 0 to 1.
    pub studied: HourRange,
    /// From 1 to 2.
    pub assisted: HourRange,
    /// From 2 to 3.
    pub independent: HourRange,
    /// From 3 to 4; it also takes a role and time.
    pub leading: HourRange,
    /// From 4 to 5; it also takes a role and years.
    pub setting_direction: HourRange,
}

impl Hours {
    /// The hours from the rating below to this one; `None` for rating 0.
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

/// A method of learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, strum::Display)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Method {
    /// A book or documentation.
    Read,
    /// A course, with or without a certificate.
    Course,
    /// Building something.
    Build,
    /// Exercises.
    Practise,
    /// Working with another person.
    Pair,
}

/// Something to learn a skill with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningResource {
    /// The method.
    pub method: Method,
    /// The material, and how to use it.
    pub material: String,
}

/// An idea for a proof of a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofIdea {
    /// The thing to make or show.
    pub title: String,
    /// How a stranger can check it.
    pub check: String,
}
