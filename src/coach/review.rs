//! Ratings to review: old ones, and those whose anchors have changed since. Their score stays the same.

use crate::guide::id::SkillId;
use crate::guide::model::{Library, Scoring};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Ratings, anchors_hash};
use jiff::ToSpan;
use jiff::civil::Date;

/// A rating to review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The skill.
    pub skill: SkillId,
    /// The rating and its evidence.
    pub answer: (Rating, Evidence),
    /// The day of the rating, if known.
    pub rated_on: Option<Date>,
    /// Whether it is older than the guide's [`review_after_months`](Scoring::review_after_months).
    pub is_old: bool,
    /// Whether the anchors have changed since the rating.
    pub is_reworded: bool,
}

impl Review {
    /// The reason in JSON. When both apply, `reworded` wins, because it asks for more.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        if self.is_reworded { "reworded" } else { "old" }
    }
}

/// The ratings to review: reworded ones first, then the oldest first. A rating without a date is never old, one without a hash of
/// its anchors never reworded, and one from the future neither.
#[must_use]
pub fn reviews(library: &Library, scoring: &Scoring, ratings: &Ratings, today: Date) -> Vec<Review> {
    let marked = ratings.0.iter().filter_map(|(skill, rated)| {
        let rated_on = rated.rated_on.map(|day| day.0);
        let is_old = rated_on.is_some_and(|day| is_older(day, scoring.review_after_months, today));
        let is_reworded = rated.anchors.as_ref().is_some_and(|rated_by| {
            library.skill(skill).is_some_and(|skill| anchors_hash(&skill.anchors) != *rated_by)
        });
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

/// Whether a day is more than `months` months before `today`. Exactly that many months ago is not older.
fn is_older(day: Date, months: u32, today: Date) -> bool {
    day.checked_add(i64::from(months).months()).is_ok_and(|due| due < today)
}
