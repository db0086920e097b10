//! Compares the leadership and the technical track with a person's ratings.
//!
//! The first level of the leadership track is compared with the first of the technical track. Ratings count in full, whatever
//! their evidence. For each skill, the uncovered share differs between the two levels; the differences of all skills add up to the
//! difference of the two scores, so each one is a reason of exactly that size.

use super::assessment::Assessment;
use super::fraction::Fraction;
use super::score::{LevelScore, SkillScore};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Track};
use crate::guide::scale::{Evidence, Rating};

/// The tracks compared, in this order.
const TRACKS: [Track; 2] = [Track::Leadership, Track::Technical];

/// A rated skill that favours a track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackReason {
    /// The skill.
    pub skill: SkillId,
    /// The track it favours.
    pub track: Track,
    /// The size of the advantage, as a fraction of a level's total.
    pub by: Fraction,
    /// The rating and its evidence.
    pub answer: (Rating, Evidence),
    /// The rating that each of the two levels requires.
    pub asked: [Option<Rating>; 2],
    /// Its weight in the two levels, as fractions of their totals.
    pub counts: [Fraction; 2],
}

/// A skill without a rating that could favour a track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSkill {
    /// The skill.
    pub skill: SkillId,
    /// The largest advantage that an answer could give each track, as a fraction of a level's total.
    pub could: [Fraction; 2],
}

/// The first level of a track, and how far the ratings cover it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The track.
    pub track: Track,
    /// Its first level.
    pub level: LevelId,
    /// The share of the level that the rated skills cover, whatever their evidence.
    pub covered: Fraction,
    /// The largest share that the rated skills could cover.
    pub of: Fraction,
}

/// The track that fits better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// This track, whatever the open answers are.
    Clear(Track),
    /// This track by the present ratings; open answers could change that.
    Towards(Track),
    /// Neither track.
    Even,
}

/// The comparison of the two tracks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackFit {
    /// The leadership track, then the technical track.
    pub sides: [Side; 2],
    /// The result.
    pub leaning: Leaning,
    /// The size of the advantage, as a fraction of a level's total.
    pub by: Fraction,
    /// The rated skills that favour a track, the largest advantage first.
    pub reasons: Vec<TrackReason>,
    /// The skills without a rating that could favour a track, the largest possible advantage first.
    pub open_skills: Vec<OpenSkill>,
}

impl TrackFit {
    /// The reasons for one track.
    pub fn reasons_for(&self, track: Track) -> impl Iterator<Item = &TrackReason> {
        self.reasons.iter().filter(move |reason| reason.track == track)
    }
}

/// Compares the first levels of the two tracks; `None` when the guide doesn't have both tracks.
#[must_use]
pub fn fit(guide: &Guide, assessment: &Assessment) -> Option<TrackFit> {
    let first = |track| {
        let level = guide.levels.iter().find(|level| level.track == track)?;
        assessment.level(&level.id)
    };
    let scores = [first(TRACKS[0])?, first(TRACKS[1])?];
    let mut reasons = Vec::new();
    let mut questions = Vec::new();
    for skill in guide.asked_skills() {
        let parts = scores.map(|score| score.skill(skill));
        let Some(part) = parts[0].or(parts[1]) else { continue };
        match part.answer {
            Some(answer) => reasons.extend(reason(skill, answer, scores, parts)),
            None => questions.push(question(skill, scores, parts)),
        }
    }
    questions.retain(|question| question.could != [Fraction::ZERO; 2]);
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.by));
    questions.sort_by_key(|question| std::cmp::Reverse(question.could[0].max(question.could[1])));
    let total = |track| -> Fraction { reasons_of(&reasons, track).map(|reason| reason.by).sum() };
    let speaks = TRACKS.map(total);
    let could = [0, 1].map(|side| questions.iter().map(|question| question.could[side]).sum::<Fraction>());
    Some(TrackFit {
        leaning: leaning(speaks, could),
        by: if speaks[0] > speaks[1] { speaks[0].minus(speaks[1]) } else { speaks[1].minus(speaks[0]) },
        sides: [0, 1].map(|side| side_of(TRACKS[side], scores[side])),
        reasons,
        open_skills: questions,
    })
}

fn reasons_of(reasons: &[TrackReason], track: Track) -> impl Iterator<Item = &TrackReason> {
    reasons.iter().filter(move |reason| reason.track == track)
}

/// The weight of a skill, as a fraction of the level's total.
fn counts(score: &LevelScore, part: Option<&SkillScore>) -> Fraction {
    let total: u32 = score.skills.iter().map(|skill| skill.ask.weight).sum();
    part.map_or(Fraction::ZERO, |part| Fraction::new(part.ask.weight.into(), total.into()))
}

/// The share of a level that a rating leaves uncovered, whatever its evidence.
fn missing(score: &LevelScore, part: Option<&SkillScore>, rating: Rating) -> Fraction {
    let Some(part) = part else { return Fraction::ZERO };
    let short = part.ask.required.number().saturating_sub(rating.number());
    counts(score, Some(part)).times(short.into()).divided_by(part.ask.required.number().into())
}

fn reason(
    skill: &SkillId,
    answer: (Rating, Evidence),
    scores: [&LevelScore; 2],
    parts: [Option<&SkillScore>; 2],
) -> Option<TrackReason> {
    let counts = [0, 1].map(|side| counts(scores[side], parts[side]));
    let [lead, depth] = [0, 1].map(|side| missing(scores[side], parts[side], answer.0));
    // The less a rating leaves uncovered at a level, the more it favours its track.
    let (track, by) =
        if lead < depth { (TRACKS[0], depth.minus(lead)) } else { (TRACKS[1], lead.minus(depth)) };
    let asked = parts.map(|part| part.map(|part| part.ask.required));
    (by > Fraction::ZERO).then(|| TrackReason { skill: skill.clone(), track, by, answer, asked, counts })
}

fn question(skill: &SkillId, scores: [&LevelScore; 2], parts: [Option<&SkillScore>; 2]) -> OpenSkill {
    let could = |side: usize| {
        let speaks = Rating::all().map(|rating| {
            let missing = [0, 1].map(|side| missing(scores[side], parts[side], rating));
            missing[1 - side].minus(missing[side])
        });
        speaks.max().unwrap_or(Fraction::ZERO)
    };
    OpenSkill { skill: skill.clone(), could: [could(0), could(1)] }
}

/// The result is clear when this track stays ahead even with the open answers that favour the other one most.
fn leaning(speaks: [Fraction; 2], could: [Fraction; 2]) -> Leaning {
    for (side, track) in TRACKS.into_iter().enumerate() {
        if speaks[side] > speaks[1 - side] + could[1 - side] {
            return Leaning::Clear(track);
        }
    }
    match speaks[0].cmp(&speaks[1]) {
        std::cmp::Ordering::Greater => Leaning::Towards(TRACKS[0]),
        std::cmp::Ordering::Less => Leaning::Towards(TRACKS[1]),
        std::cmp::Ordering::Equal => Leaning::Even,
    }
}

fn side_of(track: Track, score: &LevelScore) -> Side {
    let rated = || score.skills.iter().filter(|skill| skill.answer.is_some());
    Side {
        track,
        level: score.level.clone(),
        covered: rated().map(|skill| skill.high()).sum(),
        of: rated().map(|skill| counts(score, Some(skill))).sum(),
    }
}
