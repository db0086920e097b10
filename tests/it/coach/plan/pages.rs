//! The page of a plan, as a terminal shows it.

use super::hours;
use crate::support::{Home, SAMPLE, TODAY, guide, level, library};
use career_coach::coach::plan::calendar::calendar;
use career_coach::coach::plan::plan;
use career_coach::guide;
use career_coach::profile::model::{Aim, Ratings};
use career_coach::profile::store::Store;
use career_coach::report::pages::home::Doing;
use career_coach::report::pages::{Face, GuideView};
use career_coach::report::{layout, pages};
use career_coach::session::{KeyNames, Session};
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

/// A session of the sample that aims for a level.
fn aiming_at(level: &str) -> Session {
    let home = Home::with(SAMPLE);
    let mut profile = Store::new(home.profile()).load(library()).expect("a profile").profile;
    profile.aim = Aim { target: Some(level.parse().expect("an id")), by: None };
    Session::new(guide::embedded().expect("the guide"), 0, profile, || TODAY).expect("the first guide")
}

/// What blocks a level for certain is among both, even where the plan comes to it late.
#[test]
fn gap_begins_with_steps_with_which_home_begins() {
    let mut comes_late = 0;
    for level in ["junior", "developer", "mid-level", "senior", "lead", "principal", "staff", "architect"] {
        let session = aiming_at(level);
        let view = GuideView::new(&session, Face::CommandLine);
        let (plan, _) = session.target_plan().expect("a plan");
        let now = pages::home::page(&session, Vec::new()).now;
        let on_home: Vec<&str> = now
            .iter()
            .filter_map(|(doing, _)| match doing {
                Doing::Step(at) => Some(view.skill_short(&plan.steps[*at].skill)),
                _ => None,
            })
            .collect();
        let gap = pages::gap::level(view, session.target_score().expect("a score"), plan);
        let gap: Vec<String> = layout::lines(&gap, 100)
            .into_iter()
            .map(|line| line.into_iter().map(|span| span.text).collect())
            .collect();
        let rows: Vec<&String> =
            gap.iter().skip_while(|line| !line.contains("What to do first")).skip(1).collect();
        let named = |row: &str| on_home.iter().any(|name| row.trim_start().starts_with(name));
        assert!(rows.iter().all(|row| row.trim().is_empty() || named(row)), "{level} {on_home:?}: {rows:?}");
        assert_eq!(rows.iter().filter(|row| !row.trim().is_empty()).count(), plan.steps.len().min(3));
        comes_late += usize::from(plan.beginning(3).last() != Some(&2));
    }
    assert!(comes_late > 0);
}
