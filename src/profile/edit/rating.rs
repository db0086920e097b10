//! Ratings, their evidence and their notes.

use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::{Day, Profile, Rated};
use jiff::civil::Date;

/// The evidence of a new rating: what was given with it; else the same rating keeps its evidence, and a different one is a claim.
pub fn evidence_after(before: Option<&Rated>, rating: Rating, given: Option<Evidence>) -> Evidence {
    let kept = before.filter(|before| before.rating == rating).map(|before| before.evidence);
    given.or(kept).unwrap_or(Evidence::Claim)
}

pub fn rate(
    profile: &mut Profile,
    skill: &SkillId,
    rating: Rating,
    given: Option<Evidence>,
    anchors: Option<&str>,
    today: Date,
) {
    let before = profile.ratings.0.get(skill).cloned();
    let old = before.clone().unwrap_or_else(|| Rated::new(rating, Evidence::Claim));
    let after = Rated {
        rating,
        evidence: evidence_after(before.as_ref(), rating, given),
        // The day and the wording are those of this rating, never of the one before.
        rated_on: Some(Day(today)),
        anchors: anchors.map(str::to_owned),
        ..old
    };
    put(profile, skill, before.as_ref(), Some(after), today);
}

pub fn clear(profile: &mut Profile, skill: &SkillId, today: Date) {
    if let Some(before) = profile.ratings.0.get(skill).cloned() {
        put(profile, skill, Some(&before), None, today);
    }
}

pub fn set_evidence(profile: &mut Profile, skill: &SkillId, evidence: Evidence, today: Date) {
    if let Some(before) = profile.ratings.0.get(skill).cloned() {
        let after = Rated { evidence, ..before.clone() };
        put(profile, skill, Some(&before), Some(after), today);
    }
}

pub fn set_note(profile: &mut Profile, skill: &SkillId, note: Option<&str>) {
    if let Some(rated) = profile.ratings.0.get_mut(skill) {
        rated.note = note.map(str::to_owned);
    }
}

/// Puts a rating in the place of another, and a line in the history where rating or evidence differ.
pub fn put(
    profile: &mut Profile,
    skill: &SkillId,
    before: Option<&Rated>,
    after: Option<Rated>,
    today: Date,
) {
    if before.map(Rated::answer) != after.as_ref().map(Rated::answer) {
        profile.note_change(skill, before, after.as_ref(), today);
    }
    match after {
        Some(after) => {
            profile.ratings.0.insert(skill.clone(), after);
        }
        None => {
            profile.ratings.0.shift_remove(skill);
        }
    }
}
