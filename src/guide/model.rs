//! What a guide says, as types. The shapes are those of `docs/data-format.md`; an unknown key is an error.
//!
//! The same types are read from TOML (at build time and in tests) and from the compact form inside the binary.

use super::id::{FaqId, GuideId, LevelId, Link, SectionId, SkillId, SourceId};
use super::later::Later;
use super::scale::{Evidence, Rating};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use std::fmt;

/// All that is embedded: the skills that guides share, and the guides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// Skill records in the order of their category and then of their ids.
    pub skills: Vec<Skill>,
    /// Guides in the order of their ids.
    pub guides: Vec<Guide>,
}

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
    pub aliases: Later<Vec<String>>,
    /// Its kind.
    pub category: Category,
    /// One line.
    pub summary: String,
    /// Why an employer pays for it.
    pub why: Later<String>,
    /// What has to be known first.
    pub prerequisites: Vec<Prerequisite>,
    /// One sentence of fact for each rating from 1 to 5.
    pub anchors: Later<Anchors>,
    /// Work to get from one rating to the next.
    pub hours: Hours,
    /// Three ways to learn it.
    pub learn: Later<Vec<Way>>,
    /// What would prove it to a stranger.
    pub proofs: Later<Vec<Proof>>,
    /// Interview questions.
    pub questions: Later<Vec<Question>>,
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
pub struct Way {
    /// The kind of work.
    pub method: Method,
    /// What to use, and how.
    pub material: String,
}

/// A piece of evidence that would prove a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// What to make or show.
    pub title: String,
    /// What a stranger can look at to believe it.
    pub check: String,
}

/// An interview question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The rating that a good answer shows.
    pub tests: Rating,
    /// The question as asked.
    pub ask: String,
    /// What a good answer contains.
    pub good_answer: String,
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
    /// The contents: sections in reading order.
    pub parts: Vec<Part>,
    /// The pages, in reading order.
    pub sections: Later<Vec<Section>>,
    /// The ladder, from the lowest level up; tracks one after the other.
    pub levels: Vec<Level>,
    /// Frequent questions.
    pub faqs: Later<Vec<Faq>>,
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

/// A group of sections in the contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
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
    pub points: Vec<Point>,
    /// A table.
    #[serde(default)]
    pub table: Option<Table>,
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
pub struct Point {
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
pub struct Table {
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

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// US dollars.
    #[serde(rename = "USD")]
    Usd,
    /// Canadian dollars.
    #[serde(rename = "CAD")]
    Cad,
    /// Euros.
    #[serde(rename = "EUR")]
    Eur,
    /// Pounds sterling.
    #[serde(rename = "GBP")]
    Gbp,
    /// Australian dollars.
    #[serde(rename = "AUD")]
    Aud,
    /// Singapore dollars.
    #[serde(rename = "SGD")]
    Sgd,
    /// Yen.
    #[serde(rename = "JPY")]
    Jpy,
    /// Per cent.
    #[serde(rename = "percent")]
    Percent,
    /// Open positions.
    #[serde(rename = "openings")]
    Openings,
    /// Jobs.
    #[serde(rename = "jobs")]
    Jobs,
    /// Years.
    #[serde(rename = "years")]
    Years,
    /// Months.
    #[serde(rename = "months")]
    Months,
    /// Weeks.
    #[serde(rename = "weeks")]
    Weeks,
    /// Hours.
    #[serde(rename = "hours")]
    Hours,
    /// Levels of a ladder.
    #[serde(rename = "levels")]
    Levels,
}

impl Unit {
    /// The sign before an amount of money.
    #[must_use]
    pub const fn currency_sign(self) -> Option<&'static str> {
        match self {
            Self::Usd => Some("$"),
            Self::Cad => Some("CA$"),
            Self::Eur => Some("€"),
            Self::Gbp => Some("£"),
            Self::Aud => Some("A$"),
            Self::Sgd => Some("S$"),
            Self::Jpy => Some("¥"),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Openings => "openings",
            Self::Jobs => "jobs",
            Self::Years => "years",
            Self::Months => "months",
            Self::Weeks => "weeks",
            Self::Hours => "hours",
            Self::Levels => "levels",
            _ => "",
        }
    }
}

/// A figure: one value or a range, with the source and the date that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it measures.
    pub label: String,
    /// A single value; else `low`, `high` or both.
    #[serde(default)]
    pub value: Option<u64>,
    /// The lower end.
    #[serde(default)]
    pub low: Option<u64>,
    /// The upper end.
    #[serde(default)]
    pub high: Option<u64>,
    /// What is counted.
    pub unit: Unit,
    /// In which time, such as `year`.
    #[serde(default)]
    pub per: Option<String>,
    /// Whether it is approximate.
    #[serde(default)]
    pub about: bool,
    /// The same in US dollars, for pay in another currency.
    #[serde(default)]
    pub in_usd: Option<[u64; 2]>,
    /// Where it comes from. Missing reads as a fault of the data, reported with all others.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date or period that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
    /// How to read it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Figure {
    /// The amount in words: `$60,000–$85,000 a year`, `about 140,000 openings a year`, `17 %`.
    #[must_use]
    pub fn amount(&self) -> String {
        let about = if self.about { "about " } else { "" };
        let per = self.per.as_ref().map(|per| format!(" a {per}")).unwrap_or_default();
        format!(
            "{about}{}{per}",
            Amount { unit: self.unit, low: self.low.or(self.value), high: self.high.or(self.value) }
        )
    }
}

/// An amount or a range of amounts with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// What is counted.
    pub unit: Unit,
    /// The lower end; alone it reads "from".
    pub low: Option<u64>,
    /// The upper end; alone it reads "up to".
    pub high: Option<u64>,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = self.unit.currency_sign().unwrap_or_default();
        let amount = |n: u64| format!("{sign}{}", thousands(n));
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => f.write_str(&amount(low))?,
            (Some(low), Some(high)) => write!(f, "{}–{}", amount(low), amount(high))?,
            (Some(low), None) => write!(f, "from {}", amount(low))?,
            (None, Some(high)) => write!(f, "up to {}", amount(high))?,
            (None, None) => f.write_str("unknown")?,
        }
        match self.unit.word() {
            "" => Ok(()),
            word if self.low == Some(1) && self.high == Some(1) && word != "%" => {
                write!(f, " {}", word.trim_end_matches('s'))
            }
            word => write!(f, " {word}"),
        }
    }
}

/// A whole number with its thousands set apart: `133,080`.
#[must_use]
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
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
    pub does: Later<Vec<String>>,
    /// What the person works on to grow.
    pub focus: Later<Vec<String>>,
    /// Experience.
    pub years: Years,
    /// Pay.
    pub pay: Pay,
    /// How much of which skill it asks, in the order of the matrix.
    pub asks: Vec<Ask>,
}

/// Years of experience; `to` may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// At least.
    pub from: u32,
    /// At most; open-ended if missing.
    #[serde(default)]
    pub to: Option<u32>,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => f.pad(&format!("{}–{to} years", self.from)),
            None => f.pad(&format!("{}+ years", self.from)),
        }
    }
}

/// Pay of a level in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// Half earn less, half more.
    pub median: u64,
    /// The arithmetic mean.
    pub average: u64,
    /// The currency.
    pub unit: Unit,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
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

/// Where figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The work.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    #[serde(default)]
    pub url: Option<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<String>,
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
