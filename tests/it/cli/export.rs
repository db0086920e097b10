//! `coach export` from outside: Markdown on standard output or in a file, and never over another file.

use crate::support::Home;
use predicates::str::{contains, starts_with};
use std::fs;

fn home() -> Home {
    Home::with("target = \"junior\"\n[ratings]\ngit = { rating = 3, evidence = \"link\" }\n")
}

#[test]
fn a_report_is_printed_as_markdown() {
    let home = home();
    let said = home.coach(&["export", "report"]).assert().success();
    said.stdout(starts_with("# Back-End Developer: where you stand\n"))
        .stdout(contains("# Junior Back-End Developer: the gap"))
        .stdout(contains("| --- |"))
        .stdout(contains("# Sources"));
}

#[test]
fn a_plan_is_written_but_over_no_file() {
    let home = home();
    let file = home.path("plan.md");
    home.coach(&["export", "plan", "--to", "plan.md"]).assert().success();
    let plan = fs::read_to_string(&file).expect("written");
    assert!(plan.starts_with("# Junior Back-End Developer: the plan\n"), "{plan}");

    fs::write(&file, "mine").expect("written");
    let refused = home.coach(&["export", "plan", "--to", "plan.md"]).assert().code(2);
    refused.stderr(contains("--force writes over it"));
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");

    home.coach(&["export", "plan", "--to", "plan.md", "--force"]).assert().success();
    assert_eq!(fs::read_to_string(&file).expect("written"), plan);
}

#[test]
fn what_cannot_be_written_fails_and_says_where() {
    let home = home();
    let failed = home.coach(&["export", "plan", "--to", "nowhere/plan.md"]).assert().code(1);
    failed.stderr(contains("can't write nowhere/plan.md"));
}

#[test]
fn without_a_level_it_is_wrong_use() {
    let home = Home::new();
    home.coach(&["export", "report"]).assert().code(2);
}
