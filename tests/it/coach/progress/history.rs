//! A history as long as a career.

use crate::support::{TODAY, rating};
use career_coach::guide::model::Level;
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::{Aim, Change, Day, Profile, Rated};
use jiff::ToSpan;

/// So many changes every week for ten years, each of another skill.
pub fn ten_years(level: &Level, a_week: usize) -> Profile {
    let start = TODAY.checked_sub(10.years()).expect("a day");
    let mut profile = Profile { aim: Aim { target: Some(level.id.clone()), by: None }, ..Profile::default() };
    for nth in 0..520 * a_week {
        let week = i64::try_from(nth / a_week).expect("small");
        let day = start.checked_add((7 * week).days()).expect("a day");
        let ask = &level.asks[nth * 7 % level.asks.len()];
        let rated = Rated::new(rating(u8::try_from(nth % 6).expect("small")), Evidence::Claim);
        profile.history.push(Change {
            on: Day(day),
            skill: ask.skill.clone(),
            rating: Some(rated.rating),
            evidence: rated.evidence,
        });
        profile.ratings.0.insert(ask.skill.clone(), rated);
    }
    profile
}
