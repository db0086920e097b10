//! The page of a plan, as a terminal shows it.

use super::hours;
use crate::support::{Home, SAMPLE, TODAY, guide, level, library};
use career_coach::coach::plan::calendar::calendar;
use career_coach::coach::plan::plan;
use career_coach::profile::model::Ratings;
use career_coach::profile::store::Store;
use career_coach::report::pages::{Face, GuideView};
use career_coach::report::{layout, pages};
use career_coach::session::KeyNames;
use jiff::civil::{Date, date};

/// The ratings of the sample.
fn sample() -> Ratings {
    let home = Home::with(SAMPLE);
    Store::new(home.profile()).load(library()).expect("a profile").profile.ratings
}

/// A page as a terminal of some width shows it.
fn shown(name: &str, ratings: &Ratings, per_week: Option<u32>, by: Option<Date>, width: usize) -> String {
    let (library, guide) = (library(), guide());
    let plan = plan(library, guide, level(guide, name), ratings, per_week.and_then(hours));
    let calendar = calendar(&plan, per_week.and_then(hours), TODAY, by);
    let doc = pages::plan::page(
        GuideView { face: Face::CommandLine, library, guide, keys: KeyNames::BUILT_IN },
        &plan,
        &calendar,
    );
    let lines = layout::lines(&doc, width).into_iter();
    let lines = lines.map(|line| line.into_iter().map(|span| span.text).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_plan_of_a_developer() {
    insta::assert_snapshot!(shown("mid-level", &sample(), Some(6), Some(date(2027, 6, 30)), 80));
}

#[test]
fn the_plan_of_a_developer_at_60_columns() {
    let page = shown("mid-level", &sample(), Some(6), Some(date(2027, 6, 30)), 60);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn the_plan_of_somebody_who_has_just_begun() {
    let page = shown("junior", &Ratings::default(), None, Some(date(2027, 6, 30)), 80);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn the_plan_to_a_level_that_takes_roles() {
    let page = shown("staff", &sample(), Some(6), Some(date(2028, 1, 1)), 80);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn every_plan_fits_its_width_and_shows_every_step() {
    for width in [80, 60] {
        for level in ["junior", "developer", "mid-level", "senior", "lead", "principal", "staff", "architect"]
        {
            for by in [None, Some(date(2027, 6, 30))] {
                let page = shown(level, &sample(), Some(6), by, width);
                let wide = page.lines().find(|line| layout::width(line) > width);
                assert_eq!(wide, None, "{level} {width}");
                assert!(!page.contains("  ."), "{level}");
            }
        }
    }
}
