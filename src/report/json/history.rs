//! The progress of a level's score, for programs.

use super::SCHEMA;
use crate::coach::fraction::Fraction;
use crate::coach::progress::{Moved, Pace, Progress, ProgressPoint};
use crate::coach::score::ends;
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::Guide;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Change;
use serde::Serialize;

/// `coach profile history --json`.
#[derive(Debug, Serialize)]
pub struct History<'a> {
    schema: u32,
    guide: &'a GuideId,
    threshold: u32,
    level: Option<&'a LevelId>,
    points: Vec<PointEntry>,
    moved: Vec<MovedEntry<'a>>,
    only_answered: usize,
    pace: Option<PaceEntry>,
    changes: Vec<ChangeEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct PointEntry {
    day: String,
    low: u64,
    high: u64,
    low_exact: String,
    high_exact: String,
    standing: &'static str,
    rated: usize,
}

#[derive(Debug, Serialize)]
struct MovedEntry<'a> {
    skill: &'a SkillId,
    from: AnswerEntry,
    to: Option<AnswerEntry>,
    gained: String,
    lost: String,
    high_gained: String,
    high_lost: String,
}

#[derive(Debug, Serialize)]
struct AnswerEntry {
    rating: u8,
    evidence: &'static str,
}

#[derive(Debug, Serialize)]
struct PaceEntry {
    days: u32,
    gained: String,
    lost: String,
    gained_a_month: String,
    lost_a_month: String,
}

#[derive(Debug, Serialize)]
struct ChangeEntry<'a> {
    day: String,
    skill: &'a SkillId,
    rating: Option<u8>,
    evidence: Option<&'static str>,
}

/// The JSON of a level's progress, if there is a level, and of every change of a rating.
#[must_use]
pub fn history<'a>(guide: &'a Guide, progress: Option<&'a Progress>, changes: &'a [Change]) -> History<'a> {
    let points = progress.map_or(&[][..], |progress| &progress.points);
    let threshold = Fraction::percent(guide.scoring.threshold);
    let moved = progress.map_or(&[][..], |progress| &progress.moved);
    History {
        schema: SCHEMA,
        guide: &guide.id,
        threshold: guide.scoring.threshold,
        level: progress.map(|progress| &progress.level),
        points: points.iter().zip(std::iter::repeat(threshold)).map(point).collect(),
        moved: moved.iter().map(self::moved).collect(),
        only_answered: progress.map_or(0, |progress| progress.only_answered),
        pace: progress.and_then(|progress| progress.pace.as_ref()).map(pace),
        changes: changes.iter().map(change).collect(),
    }
}

fn point((point, threshold): (&ProgressPoint, Fraction)) -> PointEntry {
    let (low, high) = ends(point.low, point.high, threshold);
    PointEntry {
        day: point.day.to_string(),
        low,
        high,
        low_exact: point.low.to_string(),
        high_exact: point.high.to_string(),
        standing: point.standing.id(),
        rated: point.rated,
    }
}

fn moved(moved: &Moved) -> MovedEntry<'_> {
    MovedEntry {
        skill: &moved.skill,
        from: said(moved.from),
        to: moved.to.map(said),
        gained: moved.gained.to_string(),
        lost: moved.lost.to_string(),
        high_gained: moved.high_gained.to_string(),
        high_lost: moved.high_lost.to_string(),
    }
}

fn said((rating, evidence): (Rating, Evidence)) -> AnswerEntry {
    AnswerEntry { rating: rating.number(), evidence: evidence.name() }
}

fn pace(pace: &Pace) -> PaceEntry {
    let exact = |fraction: Fraction| fraction.to_string();
    PaceEntry {
        days: pace.days,
        gained: exact(pace.gained),
        lost: exact(pace.lost),
        gained_a_month: exact(pace.gained_a_month()),
        lost_a_month: exact(pace.lost_a_month()),
    }
}

fn change(change: &Change) -> ChangeEntry<'_> {
    ChangeEntry {
        day: change.on.to_string(),
        skill: &change.skill,
        rating: change.rating.map(Rating::number),
        evidence: change.rating.map(|_| change.evidence.name()),
    }
}
