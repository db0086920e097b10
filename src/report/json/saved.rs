//! What `coach rate` saved, for programs.

use super::SCHEMA;
use crate::guide::id::{GuideId, SkillId};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Profile;
use serde::Serialize;

/// A rating with its evidence; *not rated* is `None`.
type Answer = Option<(Rating, Evidence)>;

/// `coach rate --json`.
#[derive(Debug, Serialize)]
pub struct Saved<'a> {
    schema: u32,
    guide: &'a GuideId,
    ratings: Vec<SavedRating<'a>>,
}

#[derive(Debug, Serialize)]
struct SavedRating<'a> {
    skill: &'a SkillId,
    before: Option<AnswerEntry>,
    after: Option<AnswerEntry>,
    proofs: &'a [String],
}

#[derive(Debug, Serialize)]
struct AnswerEntry {
    rating: u8,
    evidence: &'static str,
}

/// Each skill with what stood before and, from the saved profile, what stands now.
#[must_use]
pub fn saved<'a>(
    guide: &'a GuideId,
    profile: &'a Profile,
    before: impl IntoIterator<Item = (&'a SkillId, Answer)>,
) -> Saved<'a> {
    let ratings = before.into_iter().map(|(skill, before)| {
        let after = profile.ratings.0.get(skill);
        SavedRating {
            skill,
            before: before.map(entry),
            after: after.map(|rated| entry(rated.answer())),
            proofs: after.map_or(&[], |rated| &rated.proofs),
        }
    });
    Saved { schema: SCHEMA, guide, ratings: ratings.collect() }
}

fn entry((rating, evidence): (Rating, Evidence)) -> AnswerEntry {
    AnswerEntry { rating: rating.number(), evidence: evidence.name() }
}
