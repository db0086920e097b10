//! The comparison of two levels, and of the two tracks, for programs.

use crate::coach::compare::RequirementChange;
use crate::coach::fraction::Fraction;
use crate::coach::tracks::{Leaning, OpenSkill, Side, TrackFit, TrackReason};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Ask, Level, Track};
use crate::guide::scale::Rating;
use serde::Serialize;

/// `comparison` of `coach level LEVEL --compare LEVEL2 --json`.
#[derive(Debug, Serialize)]
pub struct Comparison<'a> {
    from: &'a LevelId,
    to: &'a LevelId,
    years_from_change: i64,
    years_to_change: Option<i64>,
    pay_median_change: i64,
    pay_average_change: i64,
    changes: Vec<RequirementChangeEntry<'a>>,
    tracks: Option<Tracks<'a>>,
}

#[derive(Debug, Serialize)]
struct RequirementChangeEntry<'a> {
    skill: &'a SkillId,
    kind: &'static str,
    from: Option<AskEntry>,
    to: Option<AskEntry>,
}

#[derive(Debug, Serialize)]
struct AskEntry {
    required: u8,
    weight: u32,
    must_have: Option<u8>,
}

#[derive(Debug, Serialize)]
struct Tracks<'a> {
    leaning: &'static str,
    track: Option<&'static str>,
    by: String,
    sides: Vec<SideEntry<'a>>,
    reasons: Vec<ReasonEntry<'a>>,
    questions: Vec<OpenSkillEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct SideEntry<'a> {
    track: &'static str,
    level: &'a LevelId,
    covered: String,
    of: String,
}

#[derive(Debug, Serialize)]
struct ReasonEntry<'a> {
    skill: &'a SkillId,
    track: &'static str,
    by: String,
    rating: u8,
    evidence: &'static str,
    asked: [Option<u8>; 2],
    counts: [String; 2],
}

#[derive(Debug, Serialize)]
struct OpenSkillEntry<'a> {
    skill: &'a SkillId,
    could: [String; 2],
}

/// The JSON of a comparison. `fit` is present when the choice between the tracks matters.
#[must_use]
pub fn comparison<'a>(
    from: &'a Level,
    to: &'a Level,
    changes: &[RequirementChange<'a>],
    fit: Option<&'a TrackFit>,
) -> Comparison<'a> {
    let years_to = from.years.to.zip(to.years.to);
    Comparison {
        from: &from.id,
        to: &to.id,
        years_from_change: change(from.years.from.into(), to.years.from.into()),
        years_to_change: years_to.map(|(from, to)| change(from.into(), to.into())),
        pay_median_change: change(from.pay.median, to.pay.median),
        pay_average_change: change(from.pay.average, to.pay.average),
        changes: changes.iter().map(change_entry).collect(),
        tracks: fit.map(tracks),
    }
}

fn change(from: u64, to: u64) -> i64 {
    let size = i64::try_from(from.abs_diff(to)).unwrap_or(i64::MAX);
    if to < from { -size } else { size }
}

fn change_entry<'a>(change: &RequirementChange<'a>) -> RequirementChangeEntry<'a> {
    RequirementChangeEntry {
        skill: change.skill,
        kind: change.kind.id(),
        from: change.from.map(asked),
        to: change.to.map(asked),
    }
}

fn asked(ask: &Ask) -> AskEntry {
    AskEntry {
        required: ask.required.number(),
        weight: ask.weight,
        must_have: ask.must_have.map(Rating::number),
    }
}

fn tracks(fit: &TrackFit) -> Tracks<'_> {
    let (leaning, track) = match fit.leaning {
        Leaning::Clear(track) => ("clear", Some(track)),
        Leaning::Towards(track) => ("towards", Some(track)),
        Leaning::Even => ("even", None),
    };
    Tracks {
        leaning,
        track: track.map(Track::name),
        by: fit.by.to_string(),
        sides: fit.sides.iter().map(side).collect(),
        reasons: fit.reasons.iter().map(reason).collect(),
        questions: fit.open_skills.iter().map(question).collect(),
    }
}

fn side(side: &Side) -> SideEntry<'_> {
    SideEntry {
        track: side.track.name(),
        level: &side.level,
        covered: side.covered.to_string(),
        of: side.of.to_string(),
    }
}

fn reason(reason: &TrackReason) -> ReasonEntry<'_> {
    ReasonEntry {
        skill: &reason.skill,
        track: reason.track.name(),
        by: reason.by.to_string(),
        rating: reason.answer.0.number(),
        evidence: reason.answer.1.name(),
        asked: reason.asked.map(|asked| asked.map(Rating::number)),
        counts: exact(reason.counts),
    }
}

fn question(question: &OpenSkill) -> OpenSkillEntry<'_> {
    OpenSkillEntry { skill: &question.skill, could: exact(question.could) }
}

fn exact(pair: [Fraction; 2]) -> [String; 2] {
    pair.map(|fraction| fraction.to_string())
}
