//! The progress of a level's score over time, the skills that moved it, and the pace.
//!
//! The history is replayed once, in the order of its days.

use super::fraction::Fraction;
use super::running_score::RunningScore;
use super::score::{Answer, Standing};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Profile;
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::HashMap;

/// Days in a month, for the pace.
const MONTH: u64 = 30;
/// Minimum number of days for a meaningful pace.
const DAYS_FOR_A_PACE: u32 = 28;

/// The score of a level at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressPoint {
    /// The day.
    pub day: Date,
    /// The worst case.
    pub low: Fraction,
    /// The best case.
    pub high: Fraction,
    /// Where the person stood, with regard to the levels before this one.
    pub standing: Standing,
    /// Number of the level's skills that were rated.
    pub rated: usize,
}

/// A skill that has moved the score since its first rating: its contribution to both ends then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The skill.
    pub skill: SkillId,
    /// The first answer.
    pub from: (Rating, Evidence),
    /// The present answer; `None` when the rating was taken back.
    pub to: Option<(Rating, Evidence)>,
    /// The gain in the lower end.
    pub gained: Fraction,
    /// The loss in the lower end; either this or `gained` is 0.
    pub lost: Fraction,
    /// The gain in the upper end.
    pub high_gained: Fraction,
    /// The loss in the upper end; either this or `high_gained` is 0.
    pub high_lost: Fraction,
}

/// The pace of the lower end. First answers don't count: they tell the starting point, not a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The sum of the gains in the lower end from changed ratings and proofs.
    pub gained: Fraction,
    /// The sum of the losses.
    pub lost: Fraction,
    /// Days between the first answer and today; at least 28.
    pub days: u32,
}

impl Pace {
    /// The gain in the lower end per month of 30 days; 0 when it doesn't gain.
    #[must_use]
    pub fn gained_a_month(&self) -> Fraction {
        self.gained.minus(self.lost).times(MONTH).divided_by(self.days.into())
    }

    /// The loss in the lower end per month of 30 days; 0 when it doesn't lose.
    #[must_use]
    pub fn lost_a_month(&self) -> Fraction {
        self.lost.minus(self.gained).times(MONTH).divided_by(self.days.into())
    }
}

/// The progress of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The level.
    pub level: LevelId,
    /// The threshold of the guide.
    pub threshold: Fraction,
    /// The last day for which the last point is valid: today, or later if the history goes on after today.
    pub until: Date,
    /// One point for each day with a change, the oldest first; the last one is the present score.
    pub points: Vec<ProgressPoint>,
    /// The skills that moved the score after their first answer, the largest change in the lower end first; then those that moved only
    /// the upper end.
    pub moved: Vec<Moved>,
    /// Number of the level's skills that haven't moved since their first answer.
    pub only_answered: usize,
    /// The pace; `None` in the first four weeks.
    pub pace: Option<Pace>,
}

impl Progress {
    /// The lower end that first answers alone would give, whatever day they were given on. All movement came on top.
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

    /// At most `most` points: the first one, and the last one in each of several equal spans of time after it.
    #[must_use]
    pub fn sampled(&self, most: usize) -> Vec<&ProgressPoint> {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        if self.points.len() <= most || most == 0 {
            return self.points.iter().take(most).collect();
        }
        // With room for only one point, it is the last.
        let spans = i64::try_from(most).unwrap_or(i64::MAX).saturating_sub(1);
        let length = days(first.day, last.day).max(1);
        // The first day is a slot of its own, number 0.
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

/// An answer about a skill of the level, valid from a day on. `nth` is the skill's position in the matrix.
#[derive(Debug, Clone, Copy)]
struct DatedAnswer {
    day: Date,
    nth: usize,
    answer: Answer,
}

/// The progress of a level through a profile's history. It ends with the present ratings, even if someone edited the file by hand.
#[must_use]
pub fn of(profile: &Profile, guide: &Guide, level: &Level, today: Date) -> Progress {
    let scoring = &guide.scoring;
    let said = everything_said(profile, level, today);
    let mut score = RunningScore::new(level, scoring);
    let mut before = ChainScore::new(guide, level);
    let mut points = Vec::new();
    let mut first: IndexMap<usize, (Rating, Evidence)> = IndexMap::new();
    for day in said.chunk_by(|a, b| a.day == b.day) {
        for said in day {
            score.set(said.nth, said.answer);
            before.set(said.nth, said.answer);
        }
        for said in day {
            if let Some(answer) = score.answer(said.nth) {
                first.entry(said.nth).or_insert(answer);
            }
        }
        let [low, high] = score.ends();
        points.push(ProgressPoint {
            day: day[0].day,
            low,
            high,
            standing: before.standing().map_or(score.own_standing(), |below| score.own_standing().min(below)),
            rated: score.rated(),
        });
    }
    let moved = first.iter().filter_map(|(nth, first)| moved(level, &score, *nth, *first));
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

/// The scores of the levels before one, by the skills of that one: along a chain no requirement falls, so a later level asks for
/// every skill of an earlier one.
struct ChainScore<'a> {
    levels: Vec<(RunningScore<'a>, Vec<Option<usize>>)>,
}

impl<'a> ChainScore<'a> {
    fn new(guide: &'a Guide, level: &'a Level) -> Self {
        let place = |below: &Level, skill: &SkillId| below.asks.iter().position(|ask| ask.skill == *skill);
        let levels = guide.predecessors(level).map(|below| {
            let places = level.asks.iter().map(|ask| place(below, &ask.skill)).collect();
            (RunningScore::new(below, &guide.scoring), places)
        });
        Self { levels: levels.collect() }
    }

    fn set(&mut self, nth: usize, answer: Answer) {
        for (score, places) in &mut self.levels {
            if let Some(place) = places.get(nth).copied().flatten() {
                score.set(place, answer);
            }
        }
    }

    /// The lowest standing; `None` where no level comes before.
    fn standing(&self) -> Option<Standing> {
        self.levels.iter().map(|(score, _)| score.own_standing()).min()
    }
}

fn moved(level: &Level, score: &RunningScore<'_>, nth: usize, first: (Rating, Evidence)) -> Option<Moved> {
    let [then, now] = [Some(first), score.answer(nth)].map(|answer| score.contribution(nth, answer));
    let less = |a: u64, b: u64| score.share(a.saturating_sub(b));
    let moved = Moved {
        skill: level.asks.get(nth)?.skill.clone(),
        from: first,
        to: score.answer(nth),
        gained: less(now.low, then.low),
        lost: less(then.low, now.low),
        high_gained: less(now.high, then.high),
        high_lost: less(then.high, now.high),
    };
    (now != then).then_some(moved)
}

fn pace(moved: &[Moved], started: Date, today: Date) -> Option<Pace> {
    let days = u32::try_from(days(started, today)).ok().filter(|days| *days >= DAYS_FOR_A_PACE)?;
    let gained = moved.iter().map(|moved| moved.gained).sum();
    let lost = moved.iter().map(|moved| moved.lost).sum();
    Some(Pace { gained, lost, days })
}

/// The history of the level's skills, sorted by day, completed with present ratings that it lacks: on the day of that rating, or
/// without a day at the beginning if the history doesn't have the skill, otherwise at the end.
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
