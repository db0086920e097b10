//! Output for programs. `docs/json.md` describes the shapes; when a shape changes incompatibly, [`SCHEMA`] changes.

pub mod compare;
pub mod config;
pub mod contents;
pub mod evidence;
pub mod file;
pub mod guide;
pub mod history;
pub mod import;
pub mod matching;
pub mod plan;
pub mod practice;
pub mod readiness;
pub mod report;
pub mod saved;

use crate::coach::assessment::Assessment;
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::review::Review;
use crate::coach::score::{LevelScore, MustHave, SkillScore, ends};
use crate::guide::id::{GuideId, LevelId, Link, SkillId};
use crate::guide::model::{Ask, Guide, Level, Skill};
use crate::guide::month::Month;
use crate::guide::scale::Rating;
use crate::profile::model::{Profile, Rated};
use crate::search::Hit;
use indexmap::IndexMap;
use serde::Serialize;

use compare::Comparison;

/// The value of `schema`.
pub const SCHEMA: u32 = 2;

/// `coach gap --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct Gap<'a> {
    pub schema: u32,
    pub guide: &'a GuideId,
    pub target: Option<&'a LevelId>,
    pub rated: usize,
    pub skills: usize,
    pub threshold: u32,
    pub reached: Option<&'a LevelId>,
    pub claimed: Option<&'a LevelId>,
    pub possible: Option<&'a LevelId>,
    pub blocked_by: &'a [LevelId],
    pub levels: Vec<GapLevel<'a>>,
}

/// A level of [`Gap`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct GapLevel<'a> {
    pub id: &'a LevelId,
    pub title: &'a str,
    pub track: &'static str,
    pub low: u64,
    pub high: u64,
    pub low_exact: String,
    pub high_exact: String,
    pub verdict: &'static str,
    pub standing: &'static str,
    pub held_by: &'a [LevelId],
    pub equal_weights_verdict: &'static str,
    pub claims_only: bool,
    pub must_haves: Vec<GapMustHave<'a>>,
    pub skills: Vec<GapSkill<'a>>,
    pub settles: GapSettles,
}

/// A must-have of [`GapLevel`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct GapMustHave<'a> {
    pub skill: &'a SkillId,
    pub floor: u8,
    pub state: &'static str,
}

/// A skill of [`GapLevel`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct GapSkill<'a> {
    pub skill: &'a SkillId,
    pub required: u8,
    pub weight: u32,
    pub rating: Option<u8>,
    pub evidence: Option<&'static str>,
    pub low: String,
    pub high: String,
    pub gain: Option<String>,
}

/// The deciding skills of a [`GapLevel`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct GapSettles {
    pub ready: Option<Vec<SkillId>>,
    pub not_yet: Option<Vec<SkillId>>,
}

/// The gap at every level, or at one level only.
#[must_use]
pub fn gap<'a>(
    guide: &'a Guide,
    assessment: &'a Assessment,
    target: Option<&'a LevelId>,
    only: Option<&LevelId>,
) -> Gap<'a> {
    let levels = guide.levels.iter().zip(&assessment.levels);
    Gap {
        schema: SCHEMA,
        guide: &guide.id,
        target,
        rated: assessment.rated,
        skills: assessment.skills,
        threshold: guide.scoring.threshold,
        reached: assessment.reached.as_ref(),
        claimed: assessment.claimed.as_ref(),
        possible: assessment.possible.as_ref(),
        blocked_by: &assessment.blocked_by,
        levels: levels
            .filter(|(level, _)| only.is_none_or(|only| level.id == *only))
            .map(|(level, score)| gap_level(level, score))
            .collect(),
    }
}

fn gap_level<'a>(level: &'a Level, score: &'a LevelScore) -> GapLevel<'a> {
    let deciding = deciding_skills(score);
    let (low, high) = ends(score.low, score.high, score.threshold);
    GapLevel {
        id: &level.id,
        title: &level.title,
        track: level.track.name(),
        low,
        high,
        low_exact: score.low.to_string(),
        high_exact: score.high.to_string(),
        verdict: score.verdict.id(),
        standing: score.standing.id(),
        held_by: &score.held_by,
        equal_weights_verdict: score.equal_weights_verdict.id(),
        claims_only: score.claims_only,
        must_haves: score.must_haves.iter().map(gap_must_have).collect(),
        skills: score.skills.iter().map(gap_skill).collect(),
        settles: GapSettles { ready: deciding.ready, not_yet: deciding.not_yet },
    }
}

fn gap_must_have(floor: &MustHave) -> GapMustHave<'_> {
    GapMustHave { skill: &floor.skill, floor: floor.floor.number(), state: floor.state.name() }
}

fn gap_skill(skill: &SkillScore) -> GapSkill<'_> {
    GapSkill {
        skill: &skill.ask.skill,
        required: skill.ask.required.number(),
        weight: skill.ask.weight,
        rating: skill.answer.map(|(rating, _)| rating.number()),
        evidence: skill.answer.map(|(_, evidence)| evidence.name()),
        low: skill.low().to_string(),
        high: skill.high().to_string(),
        gain: skill.gain().map(|gain| gain.to_string()),
    }
}

/// `coach search --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct SearchResults<'a> {
    pub schema: u32,
    pub query: &'a str,
    pub hits: Vec<SearchHit<'a>>,
}

/// A result of [`SearchResults`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct SearchHit<'a> {
    pub kind: &'static str,
    pub id: &'a str,
    pub title: &'a str,
    pub excerpt: &'a str,
}

/// The results of a search, the best first.
#[must_use]
pub fn search<'a>(book: super::pages::GuideView<'a>, query: &'a str, hits: &'a [Hit]) -> SearchResults<'a> {
    let hits = hits.iter().map(|hit| {
        let (kind, id) = match &hit.link {
            Link::Section(id) => ("section", id.as_str()),
            Link::Skill(id) => ("skill", id.as_str()),
            Link::Level(id) => ("level", id.as_str()),
            Link::Faq(id) => ("faq", id.as_str()),
        };
        SearchHit { kind, id, title: book.link_title(&hit.link), excerpt: &hit.excerpt }
    });
    SearchResults { schema: SCHEMA, query, hits: hits.collect() }
}

/// `coach level --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct Levels<'a> {
    pub schema: u32,
    pub guide: &'a GuideId,
    pub checked: Month,
    pub levels: Vec<LevelEntry<'a>>,
    pub comparison: Option<Comparison<'a>>,
}

/// A level of [`Levels`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct LevelEntry<'a> {
    pub id: &'a LevelId,
    pub title: &'a str,
    pub short: &'a str,
    pub track: &'static str,
    pub years_from: u32,
    pub years_to: Option<u32>,
    pub pay_median: u64,
    pub pay_average: u64,
    pub much_like: Option<&'a LevelId>,
    pub summary: &'a str,
    pub asks: Vec<AskEntry<'a>>,
}

/// A level's requirement for a skill.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct AskEntry<'a> {
    pub skill: &'a SkillId,
    pub required: u8,
    pub weight: u32,
    pub must_have: Option<u8>,
}

/// Levels with their requirements, and the comparison of two levels if requested.
#[must_use]
pub fn levels<'a>(guide: &'a Guide, levels: &[&'a Level], comparison: Option<Comparison<'a>>) -> Levels<'a> {
    let levels = levels.iter().map(|level| LevelEntry {
        id: &level.id,
        title: &level.title,
        short: &level.short,
        track: level.track.name(),
        years_from: level.years.from,
        years_to: level.years.to,
        pay_median: level.pay.median,
        pay_average: level.pay.average,
        much_like: level.much_like.as_ref(),
        summary: &level.summary,
        asks: level.asks.iter().map(ask_entry).collect(),
    });
    Levels {
        schema: SCHEMA,
        guide: &guide.id,
        checked: guide.levels_checked,
        levels: levels.collect(),
        comparison,
    }
}

fn ask_entry(ask: &Ask) -> AskEntry<'_> {
    AskEntry {
        skill: &ask.skill,
        required: ask.required.number(),
        weight: ask.weight,
        must_have: ask.must_have.map(Rating::number),
    }
}

/// `coach skill --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct Skills<'a> {
    pub schema: u32,
    pub guide: &'a GuideId,
    pub skills: Vec<&'a Skill>,
}

/// Complete skill records.
#[must_use]
pub const fn skills<'a>(guide: &'a Guide, skills: Vec<&'a Skill>) -> Skills<'a> {
    Skills { schema: SCHEMA, guide: &guide.id, skills }
}

/// `coach profile --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct Person<'a> {
    pub schema: u32,
    pub file: String,
    pub guide: &'a GuideId,
    pub target: Option<&'a LevelId>,
    pub about: IndexMap<&'a str, &'a str>,
    pub ratings: IndexMap<&'a SkillId, PersonRating<'a>>,
}

/// A rating of [`Person`].
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct PersonRating<'a> {
    pub rating: u8,
    pub evidence: &'static str,
    pub note: Option<&'a str>,
    pub proofs: &'a [String],
    pub rated_on: Option<String>,
    pub review: Option<&'static str>,
}

/// The profile as understood, with the ratings to review marked.
#[must_use]
pub fn person<'a>(
    guide: &'a Guide,
    profile: &'a Profile,
    reviews: &[Review],
    file: &std::path::Path,
) -> Person<'a> {
    let review = |skill: &SkillId| reviews.iter().find(|review| review.skill == *skill);
    let rating = |skill: &SkillId, rated: &'a Rated| PersonRating {
        rating: rated.rating.number(),
        evidence: rated.evidence.name(),
        note: rated.note.as_deref(),
        proofs: &rated.proofs,
        rated_on: rated.rated_on.map(|day| day.to_string()),
        review: review(skill).map(Review::id),
    };
    Person {
        schema: SCHEMA,
        file: file.display().to_string(),
        guide: &guide.id,
        target: profile.aim_of(&guide.id).target.as_ref(),
        about: profile.about.entries().collect(),
        ratings: profile.ratings.0.iter().map(|(skill, rated)| (skill, rating(skill, rated))).collect(),
    }
}

/// `coach target --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct TargetResult<'a> {
    pub schema: u32,
    pub guide: &'a GuideId,
    pub target: Option<&'a LevelId>,
}

/// The target.
#[must_use]
pub const fn target<'a>(guide: &'a Guide, target: Option<&'a LevelId>) -> TargetResult<'a> {
    TargetResult { schema: SCHEMA, guide: &guide.id, target }
}
