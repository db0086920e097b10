//! Ratings that should be looked at again: old ones, and those whose anchors have changed since. They count as before.

use crate::guide::id::SkillId;
use crate::guide::model::{Library, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Ratings, anchors_hash};
use jiff::ToSpan;
use jiff::civil::Date;

/// A rating to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The skill.
    pub skill: SkillId,
    /// What was said of it.
    pub answer: (Rating, Evidence),
    /// When, where that is known.
    pub rated_on: Option<Date>,
    /// Whether it is older than the guide's [`review_after_months`](Scoring::review_after_months).
    pub is_old: bool,
    /// Whether the sentences that were rated have changed since.
    pub is_reworded: bool,
}

impl Review {
    /// The reason in JSON; of two the one that asks for more.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        if self.is_reworded { "reworded" } else { "old" }
    }
}

/// The ratings to look at again: reworded ones first, then the oldest first. A rating without a date or without a hash of
/// its anchors isn't marked for want of it, nor is one from the future.
#[must_use]
pub fn reviews(library: &Library, scoring: &Scoring, ratings: &Ratings, today: Date) -> Vec<Review> {
    let marked = ratings.0.iter().filter_map(|(skill, rated)| {
        let rated_on = rated.rated_on.map(|day| day.0);
        let is_old = rated_on.is_some_and(|day| is_older(day, scoring.review_after_months, today));
        let now = library.skill(skill).map(|skill| anchors_hash(&skill.anchors));
        let is_reworded = rated.anchors.as_ref().zip(now.as_ref()).is_some_and(|(before, now)| before != now);
        (is_old || is_reworded).then(|| Review {
            skill: skill.clone(),
            answer: (rated.rating, rated.evidence),
            rated_on,
            is_old,
            is_reworded,
        })
    });
    let mut marked: Vec<Review> = marked.collect();
    marked.sort_by_key(|review| (!review.is_reworded, review.rated_on.unwrap_or(Date::MAX)));
    marked
}

/// On the very day a year later a rating isn't older than a year.
fn is_older(day: Date, months: u32, today: Date) -> bool {
    day.checked_add(i64::from(months).months()).is_ok_and(|due| due < today)
}
