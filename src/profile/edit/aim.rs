//! The level aimed for and the day it should be reached by. Both belong to a guide.

use crate::guide::id::{GuideId, LevelId};
use crate::profile::model::{Aim, Profile};
use jiff::civil::Date;

/// A target chosen in a guide makes that guide the one in use.
pub fn set_target(profile: &mut Profile, guide: &GuideId, level: Option<&LevelId>) {
    use_guide(profile, Some(guide.clone()));
    profile.aim.target = level.cloned();
}

pub fn set_deadline(profile: &mut Profile, guide: &GuideId, by: Option<Date>) {
    aim_mut(profile, guide).by = by;
}

/// Makes a guide the one in use: its aim comes to the front, and the one that stood there is kept under its own guide. An aim
/// without a guide belongs to whichever guide is named first.
pub fn use_guide(profile: &mut Profile, guide: Option<GuideId>) {
    let before = std::mem::replace(&mut profile.guide, guide);
    let (Some(before), Some(now)) = (before, &profile.guide) else { return };
    if before != *now {
        let aim = profile.other_aims.shift_remove(now).unwrap_or_default();
        let aim = std::mem::replace(&mut profile.aim, aim);
        if aim != Aim::default() {
            profile.other_aims.insert(before, aim);
        }
    }
}

/// The aim of a guide, to be changed.
pub fn aim_mut<'p>(profile: &'p mut Profile, guide: &GuideId) -> &'p mut Aim {
    match &profile.guide {
        Some(other) if other != guide => profile.other_aims.entry(guide.clone()).or_default(),
        _ => &mut profile.aim,
    }
}
