//! How the score of a level has moved over time, what moved it, and the pace.
//!
//! The history is replayed once, in the order of its days, with the parts that [`parts`] finds.

mod parts;

use super::fraction::Fraction;
use super::score::{LevelScore, Verdict, score_level};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Level, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Profile, Ratings};
use indexmap::IndexMap;
use jiff::civil::Date;
use parts::{Contribution, RunningScore, SkillAnswer};
use std::collections::HashMap;

/// Days of a month, for the pace.
const MONTH: u64 = 30;
/// A pace over less than this many days says nothing.
const DAYS_FOR_A_PACE: u32 = 28;

/// Where a level stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressPoint {
    /// The day.
    pub day: Date,
    /// The worst case.
    pub low: Fraction,
    /// The best case.
    pub high: Fraction,
    /// What could be said.
    pub verdict: Verdict,
    /// How many of the level's skills had a rating.
    pub rated: usize,
}

/// How far one skill has moved the level since it was first rated: its part in the level's two ends then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The skill.
    pub skill: SkillId,
    /// What was said first.
    pub from: (Rating, Evidence),
    /// What is said now; nothing where the rating was taken back.
    pub to: Option<(Rating, Evidence)>,
    /// The lower part by which the level gained.
    pub gained: Fraction,
    /// The lower part that it lost: one of the two is 0.
    pub lost: Fraction,
    /// The upper part by which it gained.
    pub high_gained: Fraction,
    /// The upper part that it lost.
    pub high_lost: Fraction,
}

/// The pace of the lower end. First answers don't count: they say where somebody stands, not that they moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// What changed ratings and proofs have added to the lower end.
    pub gained: Fraction,
    /// What they have taken from it.
    pub lost: Fraction,
    /// The days between the first answer and today.
    pub days: u32,
}

impl Pace {
    /// What the lower end gains in a month of 30 days; nothing where it doesn't.
    #[must_use]
    pub fn gained_a_month(&self) -> Fraction {
        self.gained.minus(self.lost).times(MONTH).divided_by(self.days.into())
    }

    /// What the lower end loses in a month of 30 days; nothing where it doesn't.
    #[must_use]
    pub fn lost_a_month(&self) -> Fraction {
        self.lost.minus(self.gained).times(MONTH).divided_by(self.days.into())
    }
}

/// The way of a level through time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The level.
    pub level: LevelId,
    /// The threshold of the guide.
    pub threshold: Fraction,
    /// The day up to which the last point holds: today, unless the history goes on after it.
    pub until: Date,
    /// One for each day on which something changed, oldest first; the last is how it stands now.
    pub points: Vec<ProgressPoint>,
    /// Skills that moved the lower end after their first answer, the most first; then those that moved the upper end alone.
    pub moved: Vec<Moved>,
    /// How many of the level's skills have only been answered, and not moved since.
    pub only_answered: usize,
    /// The pace, after four weeks.
    pub pace: Option<Pace>,
}

impl Progress {
    /// Where the lower end would stand by first answers alone, on whatever days they were given: what moved since is the
    /// rest.
    #[must_use]
    pub fn first_answers(&self) -> Fraction {
        let now = self.points.last().map_or(Fraction::ZERO, |point| point.low);
        let lost = self.moved.iter().map(|moved| moved.lost).sum();
        (now + lost).minus(self.moved.iter().map(|moved| moved.gained).sum())
    }

    /// The days from the first point to the end.
    #[must_use]
    pub fn days(&self) -> u32 {
        let first = self.points.first().map_or(self.until, |point| point.day);
        u32::try_from(days(first, self.until)).unwrap_or_default()
    }

    /// At most `most` points: the first, and the last of each of equal spans of time after it, the very last among them.
    #[must_use]
    pub fn sampled(&self, most: usize) -> Vec<&ProgressPoint> {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        if self.points.len() <= most || most == 0 {
            return self.points.iter().take(most).collect();
        }
        // Where there is room for one alone, it is the last.
        let spans = i64::try_from(most).unwrap_or(i64::MAX).saturating_sub(1);
        let length = days(first.day, last.day).max(1);
        // The first day is a slot of its own, numbered 0.
        let slot = |point: &ProgressPoint| (days(first.day, point.day) * spans + length - 1) / length;
        let mut sampled: Vec<&ProgressPoint> = Vec::new();
        for point in &self.points {
            if sampled.last().is_some_and(|before| slot(before) == slot(point)) {
                sampled.pop();
            }
            sampled.push(point);
        }
        sampled
    }
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// What was said of a level's skill, by its number, from a day on.
#[derive(Debug, Clone, Copy)]
struct DatedAnswer {
    day: Date,
    nth: usize,
    answer: SkillAnswer,
}

/// The way of a level through a profile's history. What the profile says now is the end of it, whatever its file was
/// changed to by hand.
#[must_use]
pub fn of(profile: &Profile, level: &Level, scoring: &Scoring, today: Date) -> Progress {
    replay(profile, level, scoring, today, |ratings| score_level(level, scoring, ratings))
}

/// As [`of`], with the scorer given. How often it is called hangs on the answers that occur, not on the length of the
/// history: at most 28 times.
pub fn replay(
    profile: &Profile,
    level: &Level,
    scoring: &Scoring,
    today: Date,
    score: impl FnMut(&Ratings) -> LevelScore,
) -> Progress {
    let said = everything_said(profile, level, today);
    let mut standing = RunningScore::new(level, score);
    let mut points = Vec::new();
    let mut first: IndexMap<usize, Contribution> = IndexMap::new();
    for day in said.chunk_by(|a, b| a.day == b.day) {
        for said in day {
            standing.set(said.nth, said.answer);
        }
        for said in day {
            let part = standing.part(said.nth);
            if part.answer.is_some() {
                first.entry(said.nth).or_insert(part);
            }
        }
        points.push(ProgressPoint {
            day: day[0].day,
            low: standing.low,
            high: standing.high,
            verdict: standing.verdict(),
            rated: standing.rated(),
        });
    }
    let moved = first.iter().filter_map(|(nth, first)| moved(level, *nth, first, standing.part(*nth)));
    let mut moved: Vec<Moved> = moved.collect();
    moved.sort_by_key(|moved| {
        std::cmp::Reverse((moved.gained + moved.lost, moved.high_gained + moved.high_lost))
    });
    let started = points.first().map(|point: &ProgressPoint| point.day);
    Progress {
        level: level.id.clone(),
        threshold: Fraction::percent(scoring.threshold),
        until: points.last().map_or(today, |point| point.day.max(today)),
        pace: started.and_then(|started| pace(&moved, started, today)),
        only_answered: first.len() - moved.len(),
        points,
        moved,
    }
}

fn moved(level: &Level, nth: usize, first: &Contribution, now: Contribution) -> Option<Moved> {
    let moved = Moved {
        skill: level.asks[nth].skill.clone(),
        from: first.answer?,
        to: now.answer,
        gained: now.low.minus(first.low),
        lost: first.low.minus(now.low),
        high_gained: now.high.minus(first.high),
        high_lost: first.high.minus(now.high),
    };
    ((now.low, now.high) != (first.low, first.high)).then_some(moved)
}

fn pace(moved: &[Moved], started: Date, today: Date) -> Option<Pace> {
    let days = u32::try_from(days(started, today)).ok().filter(|days| *days >= DAYS_FOR_A_PACE)?;
    let gained = moved.iter().map(|moved| moved.gained).sum();
    let lost = moved.iter().map(|moved| moved.lost).sum();
    Some(Pace { gained, lost, days })
}

/// The history of the level's skills by day, then what the profile says now and the history doesn't: on the day of that
/// rating, else before everything where the history doesn't know the skill, else today.
fn everything_said(profile: &Profile, level: &Level, today: Date) -> Vec<DatedAnswer> {
    let numbers: HashMap<&SkillId, usize> =
        level.asks.iter().enumerate().map(|(nth, ask)| (&ask.skill, nth)).collect();
    let mut said: Vec<DatedAnswer> = profile
        .history
        .iter()
        .filter_map(|change| {
            let answer = change.rating.map(|rating| (rating, change.evidence));
            Some(DatedAnswer { day: change.on.0, nth: *numbers.get(&change.skill)?, answer })
        })
        .collect();
    said.sort_by_key(|said| said.day);
    let begin = said.first().map_or(today, |said| said.day);
    let end = said.last().map_or(today, |said| said.day.max(today));
    let mut last: Vec<Option<DatedAnswer>> = vec![None; level.asks.len()];
    for said in &said {
        last[said.nth] = Some(*said);
    }
    for (nth, (ask, last)) in level.asks.iter().zip(last).enumerate() {
        let now = profile.ratings.0.get(&ask.skill);
        let answer = now.map(|rated| (rated.rating, rated.evidence));
        if last.map_or(answer.is_none(), |last| last.answer == answer) {
            continue;
        }
        let rated_on = now.and_then(|rated| rated.rated_on).map(|day| day.0);
        let day = match last {
            Some(last) => rated_on.filter(|day| *day >= last.day).unwrap_or(end),
            None => rated_on.unwrap_or(begin),
        };
        said.push(DatedAnswer { day, nth, answer });
    }
    said.sort_by_key(|said| said.day);
    said
}
