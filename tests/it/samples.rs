//! Four people as they could be, and what the program tells each of them. A snapshot changes with the matrix: read it as
//! somebody who hires before accepting it.

use crate::support::{Home, in_project};
use std::fs;

/// The overview, then the level that the person aims for with its arithmetic.
fn shown(sample: &str) -> String {
    let file = in_project("tests/samples").join(sample).with_extension("toml");
    let home = Home::with(&fs::read_to_string(file).expect("a sample"));
    let all = home.prints(&["gap"]);
    let target = home.prints(&["gap", "--explain"]);
    format!("{all}\n{target}")
}

#[test]
fn a_bootcamp_graduate_with_a_team_project() {
    insta::assert_snapshot!(shown("bootcamp-graduate"));
}

#[test]
fn a_self_taught_developer_after_three_years() {
    insta::assert_snapshot!(shown("self-taught-three-years"));
}

#[test]
fn a_senior_who_never_ran_kubernetes() {
    insta::assert_snapshot!(shown("senior-without-kubernetes"));
}

#[test]
fn an_architect_without_a_framework() {
    insta::assert_snapshot!(shown("architect"));
}
