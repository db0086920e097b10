//! The report for a mentor, for programs.

use super::evidence::{LedgerJson, ledger};
use super::guide::{Pages, sources};
use super::history::history;
use super::plan::plan;
use super::readiness::readiness;
use super::{Gap, SCHEMA, gap};
use crate::coach::mentor::MentorQuestion;
use crate::coach::score::{MustHaveState, SkillScore, ends};
use crate::coach::strengths::AreaShare;
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::Level;
use crate::profile::model::Proof;
use crate::report::pages::{Face, GuideView, report::question};
use crate::session::{Handover, Session};
use serde::Serialize;
use serde_json::Value;

/// `coach export report --json`.
#[derive(Debug, Serialize)]
struct ReportJson<'a> {
    schema: u32,
    guide: &'a GuideId,
    level: &'a LevelId,
    date: String,
    name: Option<&'a str>,
    target: Option<&'a LevelId>,
    by: Option<String>,
    low: u64,
    high: u64,
    low_exact: String,
    high_exact: String,
    standing: &'static str,
    strengths: Vec<StrengthEntry<'a>>,
    gaps: Vec<GapEntry<'a>>,
    month: Vec<MonthEntry<'a>>,
    questions: Vec<QuestionEntry<'a>>,
    areas: Vec<AreaEntry>,
    progress: Value,
    levels: Gap<'a>,
    plan: Value,
    readiness: Value,
    evidence: LedgerJson<'a>,
    guide_sources: Pages<'a>,
}

#[derive(Debug, Serialize)]
struct StrengthEntry<'a> {
    skill: &'a SkillId,
    required: u8,
    rating: Option<u8>,
    evidence: Option<&'static str>,
    proofs: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct GapEntry<'a> {
    skill: &'a SkillId,
    required: u8,
    rating: Option<u8>,
    evidence: Option<&'static str>,
    must_have: bool,
    missing: String,
    to_prove: String,
}

#[derive(Debug, Serialize)]
struct MonthEntry<'a> {
    step: usize,
    skill: &'a SkillId,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Serialize)]
struct QuestionEntry<'a> {
    about: &'static str,
    skill: Option<&'a SkillId>,
    words: String,
}

#[derive(Debug, Serialize)]
struct AreaEntry {
    area: &'static str,
    title: &'static str,
    proved: u64,
    rated: u64,
    proved_exact: String,
    rated_exact: String,
    skills: usize,
    unrated: usize,
}

/// The JSON of the report for a level; nothing where the guide doesn't have it.
#[must_use]
pub fn report(session: &Session, level: &Level, is_anonymous: bool) -> Option<serde_json::Result<Value>> {
    let handover = session.handover(level)?;
    let readiness = readiness_json(session, level)?;
    Some(readiness.and_then(|readiness| whole(session, &handover, readiness, is_anonymous)))
}

fn readiness_json(session: &Session, level: &Level) -> Option<serde_json::Result<Value>> {
    let bars = session.readiness(&level.id)?;
    Some(serde_json::to_value(readiness(session.guide(), level, &bars, session.reviews())))
}

fn whole(
    session: &Session,
    handover: &Handover<'_>,
    readiness: Value,
    is_anonymous: bool,
) -> serde_json::Result<Value> {
    let (guide, score) = (session.guide(), handover.score);
    let target = session.target().map(|level| &level.id);
    let (low, high) = ends(score.low, score.high, score.threshold);
    let proofs = session.ledger();
    serde_json::to_value(ReportJson {
        schema: SCHEMA,
        guide: &guide.id,
        level: &score.level,
        date: handover.today.to_string(),
        name: handover.name.filter(|_| !is_anonymous),
        target,
        by: session.deadline().map(|day| day.to_string()),
        low,
        high,
        low_exact: score.low.to_string(),
        high_exact: score.high.to_string(),
        standing: score.standing.id(),
        strengths: handover.strengths.iter().map(|(skill, proofs)| strength(skill, proofs)).collect(),
        gaps: handover.gaps.iter().map(|skill| gap_entry(handover, skill)).collect(),
        month: handover.month.iter().filter_map(|at| month(handover, *at)).collect(),
        questions: handover.questions.iter().map(|asked| question_entry(session, asked)).collect(),
        areas: handover.areas.iter().map(area).collect(),
        progress: serde_json::to_value(history(guide, Some(&handover.progress), &session.profile().history))?,
        levels: gap(guide, session.assessment(), target, None),
        plan: serde_json::to_value(plan(guide, handover.plan, &handover.calendar))?,
        readiness,
        evidence: ledger(guide, session.assessment(), proofs),
        guide_sources: sources(guide),
    })
}

fn strength<'a>(skill: &'a SkillScore, proofs: &[&'a Proof]) -> StrengthEntry<'a> {
    StrengthEntry {
        skill: &skill.ask.skill,
        required: skill.ask.required.number(),
        rating: skill.answer.map(|(rating, _)| rating.number()),
        evidence: skill.answer.map(|(_, evidence)| evidence.name()),
        proofs: proofs.iter().map(|proof| proof.id.as_str()).collect(),
    }
}

fn gap_entry<'a>(handover: &Handover<'a>, skill: &'a SkillScore) -> GapEntry<'a> {
    let mut unmet = handover.score.must_haves_in(MustHaveState::Unmet);
    GapEntry {
        skill: &skill.ask.skill,
        required: skill.ask.required.number(),
        rating: skill.answer.map(|(rating, _)| rating.number()),
        evidence: skill.answer.map(|(_, evidence)| evidence.name()),
        must_have: unmet.any(|must_have| must_have.skill == skill.ask.skill),
        missing: skill.missing().to_string(),
        to_prove: skill.doubt().to_string(),
    }
}

fn month<'a>(handover: &Handover<'a>, step: usize) -> Option<MonthEntry<'a>> {
    let days = handover.days.get(step).copied().flatten();
    let [from, to] = days.map_or([None, None], |days| days.map(|day| Some(day.to_string())));
    Some(MonthEntry { step, skill: &handover.plan.steps.get(step)?.skill, from, to })
}

fn question_entry<'a>(session: &Session, asked: &'a MentorQuestion) -> QuestionEntry<'a> {
    let (about, skill) = match asked {
        MentorQuestion::Reach { skill, .. } => ("gap", Some(skill)),
        MentorQuestion::Prove { skill, .. } => ("proof", Some(skill)),
        MentorQuestion::Rate { skill, .. } => ("rating", Some(skill)),
        MentorQuestion::Role { skill, .. } => ("role", Some(skill)),
        MentorQuestion::InTime { .. } => ("deadline", None),
    };
    QuestionEntry { about, skill, words: question(GuideView::new(session, Face::File), session, asked) }
}

fn area(share: &AreaShare) -> AreaEntry {
    AreaEntry {
        area: share.area.id(),
        title: share.area.title(),
        proved: share.proved.percent_down(),
        rated: share.rated.percent_down(),
        proved_exact: share.proved.to_string(),
        rated_exact: share.rated.to_string(),
        skills: share.skills,
        unrated: share.unrated,
    }
}
