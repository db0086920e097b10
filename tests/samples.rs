//! Four people as they could be, and what the program tells each of them. A snapshot changes with the matrix: read it as
//! somebody who hires before accepting it.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What a run with a copy of the sample's profile prints.
fn coach(sample: &str, arguments: &[&str]) -> String {
    let folder = TempDir::new().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let profile = folder.path().join("profile.toml");
    fs::copy(samples.join(sample).with_extension("toml"), &profile).expect("a copy");
    let run = assert_cmd::cargo::cargo_bin_cmd!("coach")
        .env_clear()
        .env("HOME", folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .current_dir(folder.path())
        .arg("--profile")
        .arg(&profile)
        .args(arguments)
        .assert()
        .success()
        .stderr("");
    String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8")
}

/// The overview, then the level that the person aims for with its arithmetic.
fn shown(sample: &str) -> String {
    let all = coach(sample, &["gap"]);
    let target = coach(sample, &["gap", "--explain"]);
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
