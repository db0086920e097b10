//! A job ad against the ratings, and the kept ads, for programs.

use super::SCHEMA;
use crate::ad::{Ad, Condition, Finding, Unknown};
use crate::coach::matching::{Match, SkillMatch};
use crate::guide::id::{LevelId, SkillId};
use crate::session::{AdsDemand, ReadAd};
use serde::Serialize;

/// `coach match --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct MatchJson<'a> {
    pub schema: u32,
    pub title: &'a str,
    pub role: RoleJson<'a>,
    pub level: Option<&'a LevelId>,
    pub reads_like: Option<&'a LevelId>,
    pub years_min: Option<u32>,
    pub pay: Option<PayJson<'a>>,
    pub languages: &'a [String],
    pub range: RangeJson,
    pub findings: Vec<FindingJson<'a>>,
    pub unknown: Vec<UnknownJson<'a>>,
    pub conditions: Vec<ConditionJson<'a>>,
    pub words: &'a [String],
    pub kept: Option<&'a str>,
}

/// Whether the ad is for the guide's job.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct RoleJson<'a> {
    pub guide: bool,
    pub why: &'a str,
}

/// The pay as stated.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct PayJson<'a> {
    pub min: Option<u64>,
    pub max: Option<u64>,
    pub currency: &'a str,
    pub period: Option<&'a str>,
    pub text: &'a str,
    pub line: usize,
}

/// The range of the match in whole per cents.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct RangeJson {
    pub low: u64,
    pub high: u64,
}

/// A skill that the ad speaks of.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct FindingJson<'a> {
    pub skill: &'a SkillId,
    pub need: &'static str,
    pub state: &'static str,
    pub required: u8,
    pub rating: Option<u8>,
    pub evidence: Option<&'static str>,
    pub alternatives: &'a [SkillId],
    pub passages: Vec<PassageJson<'a>>,
}

/// Where the ad says so.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct PassageJson<'a> {
    pub line: usize,
    pub column: usize,
    pub text: &'a str,
    pub quote: &'a str,
}

/// A technology of no skill.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct UnknownJson<'a> {
    pub text: &'a str,
    pub line: usize,
    pub need: &'static str,
}

/// What is asked besides skills.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct ConditionJson<'a> {
    pub kind: &'static str,
    pub text: &'a str,
    pub line: usize,
}

/// The JSON of an ad. `kept` is the name under which it has been kept.
#[must_use]
pub fn matching<'a>(
    ad: &'a Ad,
    matched: &'a Match,
    words: &'a [String],
    kept: Option<&'a str>,
) -> MatchJson<'a> {
    MatchJson {
        schema: SCHEMA,
        title: &ad.title,
        role: RoleJson { guide: ad.role.is_of_guide, why: &ad.role.why },
        level: ad.level.as_ref(),
        reads_like: matched.reads_like.as_ref(),
        years_min: ad.years_min,
        pay: ad.pay.as_ref().map(|pay| PayJson {
            min: pay.min,
            max: pay.max,
            currency: pay.currency,
            period: pay.period.map(crate::ad::Period::id),
            text: &pay.text,
            line: pay.line,
        }),
        languages: &ad.languages,
        range: range(matched),
        findings: matched.skills.iter().map(finding).collect(),
        unknown: ad.unknown.iter().map(unknown).collect(),
        conditions: ad.conditions.iter().map(condition).collect(),
        words,
        kept,
    }
}

fn range(matched: &Match) -> RangeJson {
    RangeJson { low: matched.low.percent_down(), high: matched.high.percent_up() }
}

fn finding(skill: &SkillMatch) -> FindingJson<'_> {
    let Finding { skill: id, need, alternatives, passages } = &skill.finding;
    let passages = passages.iter().map(|passage| PassageJson {
        line: passage.line,
        column: passage.column,
        text: &passage.text,
        quote: &passage.quote,
    });
    FindingJson {
        skill: id,
        need: need.id(),
        state: skill.state.id(),
        required: skill.required.number(),
        rating: skill.answer.map(|(rating, _)| rating.number()),
        evidence: skill.answer.map(|(_, evidence)| evidence.name()),
        alternatives,
        passages: passages.collect(),
    }
}

fn unknown(unknown: &Unknown) -> UnknownJson<'_> {
    UnknownJson { text: &unknown.text, line: unknown.line, need: unknown.need.id() }
}

fn condition(condition: &Condition) -> ConditionJson<'_> {
    ConditionJson { kind: condition.kind.id(), text: &condition.text, line: condition.line }
}

/// `coach ads --json`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct AdsJson<'a> {
    pub schema: u32,
    pub ads: Vec<AdJson<'a>>,
    pub demand: Vec<DemandJson<'a>>,
}

/// A kept ad.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct AdJson<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub state: &'static str,
    pub outcome: &'a str,
    pub kept_on: Option<String>,
    pub level: Option<&'a LevelId>,
    pub reads_like: Option<&'a LevelId>,
    pub range: RangeJson,
}

/// A skill that several kept ads ask for.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "docs/json.md describes the fields")]
pub struct DemandJson<'a> {
    pub skill: &'a SkillId,
    pub ads: usize,
    pub words: &'a str,
}

/// The JSON of the kept ads.
#[must_use]
pub fn ads<'a>(ads: &'a [ReadAd], demand: &'a AdsDemand) -> AdsJson<'a> {
    let ad = |read: &'a ReadAd| AdJson {
        name: &read.kept.name,
        title: &read.fit.ad.title,
        state: read.kept.state.name(),
        outcome: &read.kept.outcome,
        kept_on: read.kept.kept_on.map(|day| day.to_string()),
        level: read.fit.ad.level.as_ref(),
        reads_like: read.fit.matched.reads_like.as_ref(),
        range: range(&read.fit.matched),
    };
    let demand = demand.skills.iter().map(|demand| DemandJson {
        skill: &demand.skill,
        ads: demand.ads,
        words: &demand.words,
    });
    AdsJson { schema: SCHEMA, ads: ads.iter().map(ad).collect(), demand: demand.collect() }
}
