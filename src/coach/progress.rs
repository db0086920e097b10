//! How the score of a level has moved over time, what moved it, and the pace.
//!
//! The history is replayed once, in the order of its days, and the level is scored once for each day on which something
//! changed: ten years of weekly changes are some 520 scores.

use super::fraction::Fraction;
use super::score::{LevelScore, SkillScore, Verdict, score_level};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Level, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Profile, Rated, Ratings};
use indexmap::IndexMap;
use jiff::civil::Date;

/// Days of a month, for the pace.
const MONTH: u64 = 30;
/// A pace over less than this many days says nothing.
const DAYS_FOR_A_PACE: u32 = 28;

/// Where a level stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
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
    /// One for each day on which something changed, oldest first; the last is how it stands now.
    pub points: Vec<Point>,
    /// Skills that moved the lower end after their first answer, the most first; then those that moved the upper end alone.
    pub moved: Vec<Moved>,
    /// How many of the level's skills have only been answered, and not moved since.
    pub only_answered: usize,
    /// The pace, after four weeks.
    pub pace: Option<Pace>,
}

impl Progress {
    /// At most `most` points for a picture: the last of each of so many equal spans of time, the very last among them.
    #[must_use]
    pub fn sampled(&self, most: usize) -> Vec<&Point> {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        if self.points.len() <= most {
            return self.points.iter().collect();
        }
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let span = days(first.day, last.day) + 1;
        let slot = |point: &Point| days(first.day, point.day) * most / span;
        let mut sampled: Vec<&Point> = Vec::new();
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

/// What was said of a skill from a day on.
struct Said {
    day: Date,
    skill: SkillId,
    answer: Option<(Rating, Evidence)>,
}

/// The way of a level through a profile's history. What the profile says now is the end of it, whatever its file was
/// changed to by hand.
#[must_use]
pub fn of(profile: &Profile, level: &Level, scoring: &Scoring, today: Date) -> Progress {
    replay(profile, level, scoring, today, |ratings| score_level(level, scoring, ratings))
}

/// As [`of`], with the scorer given: it is called once for each point, and once more for each skill of `moved`'s ends.
pub fn replay(
    profile: &Profile,
    level: &Level,
    scoring: &Scoring,
    today: Date,
    mut score: impl FnMut(&Ratings) -> LevelScore,
) -> Progress {
    let said = everything_said(profile, level, today);
    let mut ratings = Ratings::default();
    let mut points = Vec::new();
    let mut first: IndexMap<SkillId, SkillScore> = IndexMap::new();
    let mut latest = score(&ratings);
    for day in said.chunk_by(|a, b| a.day == b.day) {
        for said in day {
            match said.answer {
                Some((rating, evidence)) => {
                    ratings.0.insert(said.skill.clone(), Rated::new(rating, evidence));
                }
                None => {
                    ratings.0.shift_remove(&said.skill);
                }
            }
        }
        latest = score(&ratings);
        for said in day {
            let part = latest.skill(&said.skill).filter(|part| part.answer.is_some());
            if let Some(part) = part.filter(|_| !first.contains_key(&said.skill)) {
                first.insert(said.skill.clone(), part.clone());
            }
        }
        points.push(Point {
            day: day[0].day,
            low: latest.low,
            high: latest.high,
            verdict: latest.verdict,
            rated: latest.skills.len() - latest.unrated().count(),
        });
    }
    let mut moved: Vec<Moved> =
        first.values().filter_map(|first| moved(first, latest.skill(&first.ask.skill)?)).collect();
    moved.sort_by_key(|moved| {
        std::cmp::Reverse((moved.gained + moved.lost, moved.high_gained + moved.high_lost))
    });
    let started = points.first().map(|point| point.day);
    Progress {
        level: level.id.clone(),
        threshold: Fraction::percent(scoring.threshold),
        pace: started.and_then(|started| pace(&moved, started, today)),
        only_answered: first.len() - moved.len(),
        points,
        moved,
    }
}

fn moved(first: &SkillScore, now: &SkillScore) -> Option<Moved> {
    let moved = Moved {
        skill: first.ask.skill.clone(),
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
fn everything_said(profile: &Profile, level: &Level, today: Date) -> Vec<Said> {
    let mut said: Vec<Said> = profile
        .history
        .iter()
        .filter(|change| level.ask(&change.skill).is_some())
        .map(|change| Said {
            day: change.on.0,
            skill: change.skill.clone(),
            answer: change.rating.map(|rating| (rating, change.evidence)),
        })
        .collect();
    said.sort_by_key(|said| said.day);
    let begin = said.first().map_or(today, |said| said.day);
    let end = said.last().map_or(today, |said| said.day.max(today));
    for ask in &level.asks {
        let now = profile.ratings.0.get(&ask.skill);
        let answer = now.map(|rated| (rated.rating, rated.evidence));
        let last = said.iter().rev().find(|said| said.skill == ask.skill);
        if last.map_or(answer.is_none(), |last| last.answer == answer) {
            continue;
        }
        let rated_on = now.and_then(|rated| rated.rated_on).map(|day| day.0);
        let day = match last {
            Some(last) => rated_on.filter(|day| *day >= last.day).unwrap_or(end),
            None => rated_on.unwrap_or(begin),
        };
        said.push(Said { day, skill: ask.skill.clone(), answer });
    }
    said.sort_by_key(|said| said.day);
    said
}
