//! Leadership against technical: the reasons add up, and plain people land where they belong.

use crate::support::{cases, guide, level, library, rating, skill};
use career_coach::coach::assessment::assess;
use career_coach::coach::fraction::Fraction;
use career_coach::coach::tracks::{Leaning, TrackFit, fit};
use career_coach::guide::model::{Guide, Track};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;
use career_coach::report::pages::{self, Face, GuideView};
use career_coach::report::text::{self, Look};
use career_coach::session::KeyNames;
use proptest::prelude::*;

fn fitted(guide: &Guide, ratings: &Ratings) -> TrackFit {
    fit(guide, &assess(guide, ratings)).expect("the guide branches")
}

/// Somebody who is exactly what a level asks, with some skills otherwise.
fn somebody(guide: &Guide, name: &str, otherwise: &[(&str, u8)]) -> Ratings {
    let level = level(guide, name);
    let mut ratings: Ratings =
        level.asks.iter().map(|ask| (ask.skill.clone(), ask.required, Evidence::Example)).collect();
    for (name, number) in otherwise {
        let rated = &mut ratings.0[&skill(name)];
        rated.rating = rating(*number);
    }
    ratings
}

fn printed(fit: &TrackFit, width: usize) -> String {
    let book =
        GuideView { face: Face::CommandLine, library: library(), guide: guide(), keys: KeyNames::BUILT_IN };
    let mut out = Vec::new();
    text::print(&pages::tracks::tracks_page(book, fit), Look { width, color: false, ascii: false }, &mut out)
        .expect("a buffer takes all");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn each_level_fits_its_own_track() {
    let guide = guide();
    for (level, track) in [
        ("lead", Track::Leadership),
        ("principal", Track::Technical),
        ("staff", Track::Technical),
        ("architect", Track::Technical),
    ] {
        assert_eq!(fitted(guide, &somebody(guide, level, &[])).leaning, Leaning::Clear(track), "{level}");
    }
}

#[test]
fn a_senior_who_runs_teams_and_one_who_goes_deep() {
    let guide = guide();
    let runs = somebody(guide, "senior", &[("delivery", 4), ("people-management", 3), ("prioritisation", 4)]);
    let deep = somebody(
        guide,
        "senior",
        &[
            ("distributed-systems", 4),
            ("security", 4),
            ("cloud", 4),
            ("systems-thinking", 4),
            ("messaging", 4),
        ],
    );
    assert_eq!(fitted(guide, &runs).leaning, Leaning::Clear(Track::Leadership));
    assert_eq!(fitted(guide, &deep).leaning, Leaning::Clear(Track::Technical));
    insta::assert_snapshot!(printed(&fitted(guide, &deep), 80));
}

#[test]
fn open_answers_could_turn_it() {
    let guide = guide();
    let mut ratings = somebody(guide, "senior", &[]);
    for name in ["delivery", "influence", "distributed-systems", "people-management"] {
        ratings.0.shift_remove(&skill(name));
    }
    let fit = fitted(guide, &ratings);
    assert!(matches!(fit.leaning, Leaning::Towards(_)), "{:?}", fit.leaning);
    assert_eq!(fit.open_skills.len(), 4);
    insta::assert_snapshot!(printed(&fit, 60));
}

#[test]
fn nothing_rated_leans_nowhere() {
    let fit = fitted(guide(), &Ratings::default());
    assert_eq!(fit.leaning, Leaning::Even);
    assert!(
        printed(&fit, 80)
            .contains("You haven't rated any skill yet that makes a difference between the tracks.")
    );
}

#[test]
fn a_guide_without_a_branch_has_no_answer() {
    let mut guide = guide().clone();
    guide.levels.retain(|level| level.track != Track::Leadership);
    assert_eq!(fit(&guide, &assess(&guide, &Ratings::default())), None);
}

proptest! {
    #![proptest_config(cases(64, 2026))]

    /// With everything rated the reasons add up to the difference of the two scores at their best, exactly; and a clear
    /// answer stays whatever the open ones turn out to be.
    #[test]
    fn reasons_add_up_and_clear_stays_clear(
        numbers in prop::collection::vec((0i64..=5, prop::bool::weighted(0.8)), 25),
    ) {
        let guide = guide();
        let skills = guide.asked_skills();
        let rated = |all: bool| -> Ratings {
            let given = skills.iter().zip(&numbers).filter(|(_, (_, is_rated))| all || *is_rated);
            let rating = |number| Rating::from_number(number).expect("0 to 5");
            given.map(|(skill, (number, _))| ((*skill).clone(), rating(*number), Evidence::Link)).collect()
        };
        let (part, whole) = (fitted(guide, &rated(false)), fitted(guide, &rated(true)));
        let sum = |track| whole.reasons_for(track).map(|reason| reason.by).sum::<Fraction>();
        let (lead, depth) = (sum(Track::Leadership), sum(Track::Technical));
        let [a, b] = [whole.sides[0].covered, whole.sides[1].covered];
        prop_assert_eq!(lead.minus(depth), a.minus(b));
        prop_assert_eq!(depth.minus(lead), b.minus(a));
        prop_assert_eq!([whole.sides[0].of, whole.sides[1].of], [Fraction::new(1, 1); 2]);
        if let Leaning::Clear(track) = part.leaning {
            prop_assert_eq!(whole.leaning, Leaning::Clear(track));
        }
    }
}
