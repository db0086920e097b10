//! The ledger of evidence, for programs.

use super::SCHEMA;
use crate::coach::assessment::Assessment;
use crate::coach::evidence::{Best, Decider, Largest, Ledger, LedgerEntry, Raise};
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::Guide;
use crate::profile::story::Story;
use serde::Serialize;

/// `coach readiness --evidence --json`.
#[derive(Debug, Serialize)]
pub struct LedgerJson<'a> {
    schema: u32,
    guide: &'a GuideId,
    rated: usize,
    proofs: Vec<ProofEntry<'a>>,
    claims: Vec<RatingEntry<'a>>,
    unwritten: Vec<RatingEntry<'a>>,
    dangling: Vec<Dangling<'a>>,
    best: Option<BestEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct ProofEntry<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    referee: Option<&'a str>,
    story: Option<String>,
    situation: Option<&'a str>,
    action: Option<&'a str>,
    result: Option<&'a str>,
    carries: &'static str,
    supports: Vec<RatingEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct RatingEntry<'a> {
    skill: &'a SkillId,
    rating: u8,
    evidence: &'static str,
}

#[derive(Debug, Serialize)]
struct Dangling<'a> {
    skill: &'a SkillId,
    proof: &'a str,
}

#[derive(Debug, Serialize)]
struct BestEntry<'a> {
    skill: &'a SkillId,
    rating: u8,
    evidence: &'static str,
    raises: Vec<RaiseEntry<'a>>,
    total: String,
    must_haves_met: usize,
    ties: &'a [SkillId],
    next: Option<NextBest<'a>>,
    largest: Option<LargestEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct RaiseEntry<'a> {
    level: &'a LevelId,
    low: u64,
    low_after: u64,
    low_exact: String,
    low_after_exact: String,
    gain: String,
    standing: &'static str,
    standing_after: &'static str,
    meets_must_have: bool,
}

/// The criterion that decided, and the other proof's value.
#[derive(Debug, Serialize)]
struct NextBest<'a> {
    skill: &'a SkillId,
    levels: Option<usize>,
    total: Option<String>,
    must_haves_met: Option<usize>,
}

#[derive(Debug, Serialize)]
struct LargestEntry<'a> {
    skill: &'a SkillId,
    levels: usize,
    total: String,
}

/// The JSON of a ledger. The assessment must be of the same profile.
#[must_use]
pub fn ledger<'a>(guide: &'a Guide, assessment: &Assessment, ledger: &'a Ledger) -> LedgerJson<'a> {
    let claims = ledger.claims.iter();
    let unwritten = ledger.unwritten.iter();
    let dangling = ledger.dangling.iter();
    LedgerJson {
        schema: SCHEMA,
        guide: &guide.id,
        rated: ledger.rated,
        proofs: ledger.proofs.iter().map(proof).collect(),
        claims: claims
            .map(|(skill, rating)| RatingEntry { skill, rating: rating.number(), evidence: "claim" })
            .collect(),
        unwritten: unwritten
            .map(|(skill, rating, evidence)| RatingEntry {
                skill,
                rating: rating.number(),
                evidence: evidence.name(),
            })
            .collect(),
        dangling: dangling.map(|(skill, proof)| Dangling { skill, proof }).collect(),
        best: ledger.best.as_ref().map(|best| self::best(assessment, best)),
    }
}

fn proof(entry: &LedgerEntry) -> ProofEntry<'_> {
    let supports = entry.supports.iter().map(|support| RatingEntry {
        skill: &support.skill,
        rating: support.rating.number(),
        evidence: support.evidence.name(),
    });
    let story = entry.proof.story.as_ref();
    ProofEntry {
        id: &entry.proof.id,
        title: &entry.proof.title,
        url: entry.proof.url.as_deref(),
        referee: entry.proof.referee.as_deref(),
        story: story.map(Story::text),
        situation: story.and_then(Story::situation),
        action: story.and_then(Story::action),
        result: story.and_then(Story::result),
        carries: entry.carries.name(),
        supports: supports.collect(),
    }
}

fn best<'a>(assessment: &Assessment, best: &'a Best) -> BestEntry<'a> {
    let (rating, evidence) = best.answer;
    BestEntry {
        skill: &best.skill,
        rating: rating.number(),
        evidence: evidence.name(),
        raises: best.raises.iter().filter_map(|raise| raise_entry(assessment, raise)).collect(),
        total: best.total.to_string(),
        must_haves_met: best.must_haves_met,
        ties: &best.ties,
        next: best.next.as_ref().map(|(skill, decider)| next_best(skill, decider)),
        largest: best.largest.as_ref().map(largest),
    }
}

fn raise_entry<'a>(assessment: &Assessment, raise: &'a Raise) -> Option<RaiseEntry<'a>> {
    let low = assessment.level(&raise.level)?.low;
    let after = low + raise.gain;
    let (standing, standing_after) = raise.standings;
    Some(RaiseEntry {
        level: &raise.level,
        low: low.percent_down(),
        low_after: after.percent_down(),
        low_exact: low.to_string(),
        low_after_exact: after.to_string(),
        gain: raise.gain.to_string(),
        standing: standing.id(),
        standing_after: standing_after.id(),
        meets_must_have: raise.meets_must_have,
    })
}

fn next_best<'a>(skill: &'a SkillId, decider: &Decider) -> NextBest<'a> {
    let mut next = NextBest { skill, levels: None, total: None, must_haves_met: None };
    match decider {
        Decider::Levels(levels) => next.levels = Some(*levels),
        Decider::Total(total) => next.total = Some(total.to_string()),
        Decider::MustHaves(met) => next.must_haves_met = Some(*met),
    }
    next
}

fn largest(largest: &Largest) -> LargestEntry<'_> {
    LargestEntry { skill: &largest.skill, levels: largest.levels, total: largest.total.to_string() }
}
