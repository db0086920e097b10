//! The pages. Each one is a pure function from the guide and the results of `coach` to a [`Document`].

pub mod ads;
pub mod application;
pub mod compare;
pub mod evidence;
pub mod explain;
pub mod gap;
pub mod guide;
pub mod heat_map;
pub mod hint;
pub mod hits;
pub mod home;
pub mod import;
pub mod impression;
pub mod level;
pub mod matching;
pub mod person;
pub mod plan;
pub mod practice;
pub mod progress;
pub mod readiness;
pub mod report;
pub mod skill;
pub mod tracks;
pub mod what_if;

use super::document::{Role, Span, Spans};
use crate::coach::fraction::Fraction;
use crate::coach::plan::{Step, StepKind};
use crate::coach::score::{MustHaveState, Standing};
use crate::guide::id::{LevelId, Link, SkillId, SourceId};
use crate::guide::model::{Anchor, Guide, Level, Library, Pay};
use crate::guide::month::Month;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::HoursPerWeek;
use crate::session::{KeyNames, NamedKey, Session};

/// Who shows a page. Hints on the page are in its words: commands, keys, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Commands and their options.
    CommandLine,
    /// Keys of the terminal interface.
    Interface,
    /// A file, to be read by anybody.
    File,
}

/// The library and the guide in use, from which every page is built, and who shows it.
#[derive(Debug, Clone, Copy)]
pub struct GuideView<'a> {
    /// Who shows the page.
    pub face: Face,
    /// The library of skills.
    pub library: &'a Library,
    /// The guide.
    pub guide: &'a Guide,
    /// What the keys of the interface are called.
    pub keys: &'a KeyNames,
}

impl<'a> GuideView<'a> {
    /// What a face shows of a session.
    #[must_use]
    pub fn new(session: &'a Session, face: Face) -> Self {
        Self { face, library: session.library(), guide: session.guide(), keys: session.keys() }
    }

    /// What a key of the interface is called.
    #[must_use]
    pub fn key(self, key: NamedKey) -> &'a str {
        self.keys.of(key)
    }

    /// The name of a skill; its id when the library doesn't have it.
    #[must_use]
    pub fn skill_name(self, id: &'a SkillId) -> &'a str {
        self.library.skill(id).map_or(id.as_str(), |skill| &skill.name)
    }

    /// The short name of a skill.
    #[must_use]
    pub fn skill_short(self, id: &'a SkillId) -> &'a str {
        self.library.skill(id).map_or(id.as_str(), |skill| &skill.short)
    }

    /// The short title of a level.
    #[must_use]
    pub fn level_name(self, id: &'a LevelId) -> &'a str {
        self.guide.level(id).map_or(id.as_str(), |level| &level.short)
    }

    /// The short title of a level that somebody reaches or may reach. Where ratings can't tell it from the level before, both are
    /// named: `Staff or Architect`.
    #[must_use]
    pub fn reached_name(self, id: &LevelId) -> String {
        let level = self.guide.level(id);
        let alike = level.and_then(|level| level.much_like.as_ref()).and_then(|id| self.guide.level(id));
        match (alike, level) {
            (Some(alike), Some(level)) => format!("{} or {}", alike.short, level.short),
            (None, Some(level)) => level.short.clone(),
            (_, None) => id.to_string(),
        }
    }

    /// Whether there is the page that a link points to.
    #[must_use]
    pub fn has_page(self, link: &Link) -> bool {
        match link {
            Link::Section(id) => self.guide.section(id).is_some(),
            Link::Skill(id) => self.library.skill(id).is_some(),
            Link::Level(id) => self.guide.level(id).is_some(),
            Link::Faq(id) => self.guide.faq(id).is_some(),
        }
    }

    /// The title of the page that a link points to.
    #[must_use]
    pub fn link_title(self, link: &'a Link) -> &'a str {
        match link {
            Link::Section(id) => self.guide.section(id).map_or(id.as_str(), |page| &page.title),
            Link::Skill(id) => self.skill_name(id),
            Link::Level(id) => self.guide.level(id).map_or(id.as_str(), |level| &level.title),
            Link::Faq(id) => self.guide.faq(id).map_or(id.as_str(), |faq| &faq.question),
        }
    }

    /// Names of skills as links, separated by commas.
    fn skill_links(self, skills: impl IntoIterator<Item = &'a SkillId>) -> Spans {
        self.links(skills.into_iter().map(|id| Link::Skill(id.clone())))
    }

    fn links(self, links: impl IntoIterator<Item = Link>) -> Spans {
        let mut spans = Spans::new();
        for link in links {
            if !spans.is_empty() {
                spans.push(", ".into());
            }
            let title = match &link {
                Link::Skill(id) => GuideView { ..self }.skill_short(id).to_owned(),
                link => GuideView { ..self }.link_title(link).to_owned(),
            };
            spans.push(Span::link(title, link));
        }
        spans
    }

    /// The publisher of a source, with the date that the figure describes.
    fn origin(self, source: Option<&SourceId>, as_of: Option<&str>) -> String {
        let publisher =
            source.and_then(|id| self.guide.sources.get(id)).map(|source| source.publisher.as_str());
        [publisher, as_of].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The median pay of a level: `$70,000`.
    #[must_use]
    pub fn median_pay(self, level: &Level) -> String {
        pay(&level.pay, level.pay.median)
    }

    /// The highest median pay of all levels, as the end of an axis.
    fn highest_pay(self) -> u64 {
        self.guide.levels.iter().map(|level| level.pay.median).max().unwrap_or_default()
    }
}

/// The paragraphs of a text, which empty lines separate.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.trim().split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A standing in words, with its role.
#[must_use]
pub fn standing(standing: Standing) -> Span {
    Span::new(standing_role(standing), standing.name())
}

/// The role of a standing.
#[must_use]
pub const fn standing_role(standing: Standing) -> Role {
    match standing {
        Standing::Ready => Role::Good,
        Standing::Unproved | Standing::Open => Role::Open,
        Standing::NotYet => Role::NotYet,
    }
}

/// The role of a must-have's state.
#[must_use]
pub const fn must_have_role(state: MustHaveState) -> Role {
    match state {
        MustHaveState::Met => Role::Good,
        MustHaveState::Open => Role::Open,
        MustHaveState::Unmet => Role::NotYet,
    }
}

/// An anchor with the words that decide standing out.
#[must_use]
pub fn anchor(anchor: &Anchor, role: Role) -> Spans {
    let [before, deciding, after] = anchor.parts();
    if deciding.is_empty() {
        return vec![Span::new(role, anchor.text())];
    }
    let parts = [Span::new(role, before), Span::new(Role::Strong, deciding), Span::new(role, after)];
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

/// When something was last checked: `Checked Nov 2026.`
fn checked(month: Month) -> Span {
    Span::new(Role::Dim, format!("Checked {month}."))
}

/// An answer about a skill: `3 link`, `0` (which needs no evidence), or `not rated`.
#[must_use]
pub fn answer(answer: Option<(Rating, Evidence)>) -> String {
    match answer {
        None => "not rated".to_owned(),
        Some((Rating::None, _)) => "0".to_owned(),
        Some((rating, evidence)) => format!("{} {evidence}", rating.number()),
    }
}

/// A share of a level in percentage points, rounded to at most one decimal: `5.3`.
#[must_use]
pub fn points(share: Fraction) -> String {
    let tenths = share.times(10).of(100);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// Median pay of a level: `$70,000`.
fn pay(pay: &Pay, amount: u64) -> String {
    let sign = pay.unit.currency_sign().unwrap_or_default();
    format!("{sign}{}", crate::guide::model::thousands(amount))
}

/// The text with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a step does, in a few words: `2 → 3`, `? → 1` for a skill that is not rated, `prove 3`.
#[must_use]
pub fn step_change(step: &Step) -> String {
    match step.kind {
        StepKind::Raise { from, to } if step.from_unrated && from == Rating::None => {
            format!("? → {}", to.number())
        }
        StepKind::Raise { from, to } => format!("{} → {}", from.number(), to.number()),
        StepKind::Prove { rating } => format!("prove {}", rating.number()),
    }
}

/// The same in words: `from 2 to 3`, `from not rated to 1`, `prove 3`.
#[must_use]
pub fn step_words(step: &Step) -> String {
    match step.kind {
        StepKind::Raise { from, to } if step.from_unrated && from == Rating::None => {
            format!("from not rated to {}", to.number())
        }
        StepKind::Raise { from, to } => format!("from {} to {}", from.number(), to.number()),
        StepKind::Prove { .. } => step_change(step),
    }
}

/// The mark before the level aimed for, and as much room before the others.
fn target_marker(is_target: bool) -> Span {
    if is_target { Span::from("▸ ").said_as("your target, ") } else { "  ".into() }
}

/// `one hour`, `7.5 hours`.
#[must_use]
pub fn hours_in_words(hours: HoursPerWeek) -> String {
    if hours.minutes() == 60 { "one hour".to_owned() } else { format!("{hours} hours") }
}

/// `one skill`, `3 skills`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("one {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
