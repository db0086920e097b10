//! `coach export` from outside: Markdown on standard output or in a file, and never over another file.

use assert_cmd::Command;
use predicates::prelude::*;
use std::fs;
use tempfile::TempDir;

fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let profile = "target = \"junior\"\n[ratings]\ngit = { rating = 3, evidence = \"link\" }\n";
    fs::write(home.path().join("profile.toml"), profile).expect("written");
    home
}

fn coach(home: &TempDir, words: &[&str]) -> Command {
    let mut command = Command::cargo_bin("coach").expect("built");
    command
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .args(["--data-dir", "."])
        .args(words);
    command
}

#[test]
fn a_report_is_printed_as_markdown() {
    let home = home();
    let said = coach(&home, &["export", "report"]).assert().success();
    said.stdout(predicate::str::starts_with("# Back-End Developer: where you stand\n"))
        .stdout(predicate::str::contains("# Junior Back-End Developer: the gap"))
        .stdout(predicate::str::contains("| --- |"))
        .stdout(predicate::str::contains("# Sources"));
}

#[test]
fn a_plan_is_written_but_over_no_file() {
    let home = home();
    let file = home.path().join("plan.md");
    coach(&home, &["export", "plan", "--to", "plan.md"]).assert().success();
    let plan = fs::read_to_string(&file).expect("written");
    assert!(plan.starts_with("# Junior Back-End Developer: the plan\n"), "{plan}");

    fs::write(&file, "mine").expect("written");
    let refused = coach(&home, &["export", "plan", "--to", "plan.md"]).assert().code(2);
    refused.stderr(predicate::str::contains("--force writes over it"));
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");

    coach(&home, &["export", "plan", "--to", "plan.md", "--force"]).assert().success();
    assert_eq!(fs::read_to_string(&file).expect("written"), plan);
}

#[test]
fn what_cannot_be_written_fails_and_says_where() {
    let home = home();
    let failed = coach(&home, &["export", "plan", "--to", "nowhere/plan.md"]).assert().code(1);
    failed.stderr(predicate::str::contains("can't write nowhere/plan.md"));
}

#[test]
fn without_a_level_it_is_wrong_use() {
    let home = tempfile::tempdir().expect("a folder");
    coach(&home, &["export", "report"]).assert().code(2);
}
