//! People made up for a test, and how they are assessed.

use crate::support::{self, guide, library};
use career_coach::coach::fraction::Fraction;
use career_coach::coach::plan;
use career_coach::coach::readiness::{self, BarState, Dimension, Readiness};
use career_coach::guide::model::{Guide, Library};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Day, Profile, Rated};
use jiff::civil::Date;

pub const ONE: Fraction = Fraction::new(1, 1);

pub fn book() -> (&'static Library, &'static Guide) {
    (library(), guide())
}

pub fn rating(number: i64) -> Rating {
    Rating::from_number(number).expect("0 to 5")
}

pub fn person(about: &[(&str, &str)], ratings: &[(&str, i64, Evidence)]) -> Profile {
    Profile {
        about: about.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        ratings: ratings
            .iter()
            .map(|(skill, n, evidence)| (support::skill(skill), rating(*n), *evidence))
            .collect(),
        ..Profile::default()
    }
}

pub fn assess(level: &str, profile: &Profile) -> Readiness {
    let (library, guide) = book();
    let level = support::level(guide, level);
    let plan = plan::plan(library, guide, level, &profile.ratings, None);
    readiness::assess(guide, level, &plan, profile)
}

pub fn ends(readiness: &Readiness, kind: Dimension) -> (Fraction, Fraction, BarState) {
    let bar = readiness.bar(kind);
    assert_eq!(bar.dimension, kind);
    (bar.low, bar.high, bar.state)
}

pub const KINDS: [Dimension; 5] =
    [Dimension::Skills, Dimension::Experience, Dimension::Education, Dimension::Portfolio, Dimension::Kit];

/// A rating of a day, of a wording.
pub fn rated_on(day: Option<Date>, anchors: Option<&str>) -> Rated {
    Rated {
        rated_on: day.map(Day),
        anchors: anchors.map(str::to_owned),
        ..Rated::new(Rating::Independent, Evidence::Claim)
    }
}

pub fn level_names() -> Vec<&'static str> {
    book().1.levels.iter().map(|level| level.id.as_str()).collect()
}
