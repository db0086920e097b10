//! `coach plan` from outside.

use crate::support::{Home, planner};
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;

#[test]
fn the_target_and_the_hours_come_from_the_profile() {
    let page = Home::with(&planner()).coach(&["plan"]).assert().code(0).stderr("");
    page.stdout(contains("Mid-level Back-End Developer: the plan").and(contains("At 6 hours a week")));
    let underscored = planner().replace("hours-per-week = 6", "hours_per_week = \"7\"");
    Home::with(&underscored).coach(&["plan"]).assert().code(0).stdout(contains("At 7 hours a week"));
    let home = Home::with(&planner());
    let page = home.coach(&["plan", "senior", "--hours-per-week", "1"]).assert().code(0);
    page.stdout(contains("Senior Back-End Developer: the plan").and(contains("At one hour a week")));
    assert_eq!(home.profile_text(), planner());
}

#[test]
fn hours_that_no_week_has_are_left_aside_in_the_profile_and_refused_when_typed() {
    for hours in ["0", "169", "\"a few\"", "-3"] {
        let profile = planner().replace("hours-per-week = 6", &format!("hours-per-week = {hours}"));
        let page = Home::with(&profile).coach(&["plan"]).assert().code(0);
        page.stdout(contains("How many hours a week").and(contains("By week").not()));
    }
    let home = Home::with(&planner());
    for hours in ["0", "169", "few", "-3"] {
        home.coach(&["plan", "--hours-per-week", hours]).assert().code(2).stdout("");
    }
}

#[test]
fn a_day_has_to_be_one_and_lie_ahead() {
    let home = Home::with(&planner());
    for (day, problem) in
        [("2020-01-01", "not in the future"), ("soon", "2027-06-30"), ("2027-02-30", "2027-06-30")]
    {
        let refused = home.coach(&["plan", "--by", day]).assert().code(2).stdout("");
        refused.stderr(contains(problem));
    }
    let page = home.coach(&["plan", "--by", "9000-01-01"]).assert().code(0);
    page.stdout(contains("By 9000-01-01").and(contains("ready in time")));
}

#[test]
fn without_a_level_and_a_target_it_asks_for_one() {
    let nobody = "schema = 1\n";
    let refused = Home::with(nobody).coach(&["plan"]).assert().code(2).stdout("");
    refused.stderr(contains("coach target LEVEL"));
    Home::with(nobody).coach(&["plan", "senoir"]).assert().code(2).stderr(contains("senior"));
    Home::with(nobody).coach(&["plan", "junior"]).assert().code(0).stdout(contains("Answer first"));
}

#[test]
fn what_several_open_ads_ask_for_stands_below_the_plan() {
    let home = Home::with(&planner());
    let heading = "What your kept ads ask for";
    let ads = [
        ("one", "Backend Engineer\nRequirements:\n- Kafka\n- Go\n"),
        ("two", "Developer\n- Kafka\n- Java\n"),
    ];
    for (name, text) in ads {
        home.coach(&["plan"]).assert().code(0).stderr("").stdout(contains(heading).not());
        let file = home.path(&format!("{name}.txt"));
        fs::write(&file, text).expect("written");
        let file = file.display().to_string();
        home.coach(&["match", &file, "--keep", name]).assert().code(0);
    }
    let page = home.coach(&["plan"]).assert().code(0).stderr("");
    page.stdout(contains(heading).and(contains("2 of 2 open ads: Message queues, as Kafka")));
    let broken = home.path("data/career-coach/ads/broken.toml");
    fs::write(&broken, "text = ").expect("written");
    home.coach(&["plan"]).assert().code(0).stderr(contains("broken.toml")).stdout(contains(heading));
    fs::remove_file(&broken).expect("removed");
    home.coach(&["ads", "two", "--state", "closed"]).assert().code(0);
    home.coach(&["plan"]).assert().code(0).stderr("").stdout(contains(heading).not());
}

#[test]
fn programs_get_the_same_plan() {
    let run =
        Home::with(&planner()).coach(&["plan", "--json", "--by", "9000-01-01"]).assert().code(0).stderr("");
    let value: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).expect("JSON");
    assert_eq!((&value["schema"], &value["level"]), (&2.into(), &"mid-level".into()));
    assert_eq!((&value["hours_per_week"], &value["standing_after"]), (&6.into(), &"ready".into()));
    let steps = value["steps"].as_array().expect("steps");
    let sum = |end: usize| steps.iter().filter_map(|step| step["hours"][end].as_u64()).sum::<u64>();
    assert_eq!(value["hours"], serde_json::json!([sum(0), sum(1)]));
    assert!(steps.iter().all(|step| step["fits"] == "surely" && step["by_week"].is_array()));
}
