//! What goes wrong: 2 where it is used wrongly, 1 where it fails; always a sentence on standard error, and no data.

use crate::support::{Home, SAMPLE};
use rstest::rstest;
use std::fs;

#[rstest]
#[case::skill(&["skill", "postgrse"], "there is no skill `postgrse`; the closest names are sql, ")]
#[case::skill_of_words(&["skill", "version", "contrl"], "there is no skill `version contrl`; the closest names are git, ")]
#[case::level(&["level", "seinor"], "there is no level `seinor`; the closest names are senior, ")]
#[case::compared(&["level", "senior", "--compare", "leed"], "there is no level `leed`; the closest names are lead, ")]
#[case::gap(&["gap", "jnuior"], "there is no level `jnuior`; the closest names are junior, ")]
#[case::section(&["guide", "slaary"], "there is no page `slaary`; the closest names are pay, ")]
#[case::assess(&["assess", "sqll"], "there is no skill `sqll`; the closest names are sql, ")]
fn an_unknown_name_answers_with_the_nearest_three(#[case] command: &[&str], #[case] problem: &str) {
    let said = Home::new().fails(2, command);
    assert!(said.starts_with(&format!("coach: {problem}")), "{said}");
    let (_, nearest) = said.split_once("the closest names are ").expect("names to try");
    assert_eq!(nearest.trim_end().split(", ").count(), 3, "{said}");
}

#[rstest]
#[case::command(&["gpa"], "unrecognized subcommand 'gpa'")]
#[case::option(&["gap", "--jsn"], "unexpected argument '--jsn'")]
#[case::colour(&["gap", "--color", "sometimes"], "invalid value 'sometimes'")]
#[case::shell(&["completions", "tcsh"], "invalid value 'tcsh'")]
#[case::no_shell(&["completions"], "<SHELL>")]
#[case::nothing_to_rate(&["rate"], "<SKILL=RATING[:EVIDENCE]>")]
#[case::nothing_to_search(&["search"], "<QUERY>")]
#[case::blank_search(&["search", " "], "say what to look for")]
#[case::number(&["search", "-n", "many", "sql"], "invalid value 'many'")]
#[case::list_and_section(&["guide", "--list", "pay"], "cannot be used with")]
#[case::guide(&["--guide", "baker", "level"], "there is no guide `baker`")]
#[case::compare(&["level", "--compare", "senior"], "compare it with which level? Use coach level LEVEL --compare senior")]
#[case::explain(&["gap", "--explain"], "explain which level?")]
fn wrong_use_exits_with_2(#[case] command: &[&str], #[case] problem: &str) {
    let said = Home::new().fails(2, command);
    assert!(said.contains(problem), "{said}");
}

#[test]
fn without_a_terminal_plain_coach_says_what_works() {
    let home = Home::new();
    let said = home.fails(2, &[]);
    for command in ["needs a terminal", "coach guide", "coach assess", "coach gap", "coach --help"] {
        assert!(said.contains(command), "{said}");
    }
    assert_eq!(said.lines().count(), 1);
    assert_eq!(home.names(""), [""; 0]);
}

#[test]
fn a_reset_asks_first_and_there_is_nobody_to_ask() {
    let home = Home::with(SAMPLE);
    let said = home.fails(2, &["profile", "reset"]);
    assert!(said.contains("coach profile reset --yes"), "{said}");
    assert_eq!(home.profile_text(), SAMPLE);
}

#[test]
fn a_profile_of_a_newer_coach_is_left_alone() {
    let newer = "schema = 99\n[ratings.sql]\nrating = \"three and a half\"\n";
    let home = Home::with(newer);
    for command in [&["gap"][..], &["rate", "git=3"], &["target", "senior"], &["assess"]] {
        let said = home.fails(1, command);
        assert!(said.contains("has schema 99") && said.contains("--profile"), "{said}");
    }
    assert_eq!(home.profile_text(), newer);
    assert_eq!(home.names("data/career-coach"), ["profile.toml"]);
}

#[test]
fn a_profile_that_cannot_be_read_fails_with_its_name() {
    let home = Home::new();
    fs::create_dir_all(home.profile()).expect("a folder in the profile's place");
    for command in [&["gap"][..], &["rate", "git=3"]] {
        let said = home.fails(1, command);
        assert!(said.contains("profile.toml is a folder, not a file"), "{said}");
    }
}

#[test]
fn a_profile_that_cannot_be_saved_fails_and_stays() {
    let home = Home::with(SAMPLE);
    fs::create_dir(home.profile().with_extension("lock")).expect("a folder in the lock's place");
    for command in [&["rate", "git=3"][..], &["target", "senior"]] {
        let said = home.fails(1, command);
        assert!(said.contains("profile.lock is a folder, not a file"), "{said}");
    }
    assert_eq!(home.profile_text(), SAMPLE);
}

#[test]
fn a_data_folder_that_is_a_file_fails_without_a_backtrace() {
    let home = Home::new();
    fs::write(home.path("data"), "").expect("a file");
    let said = home.fails(1, &["rate", "git=3"]);
    assert!(said.starts_with("coach: can't") && said.lines().count() == 1, "{said}");
}

#[test]
fn no_home_needs_a_place_only_to_be_named() {
    let home = Home::new();
    let folder = home.path("here");
    let folder = folder.to_str().expect("UTF-8");
    let mut command = home.coach(&["--data-dir", folder, "rate", "git=3"]);
    command.env_remove("HOME").env_remove("XDG_DATA_HOME").assert().code(0);
    assert_eq!(home.names("here"), ["profile.lock", "profile.toml"]);
}
