//! Saving from the command line: another coach at work, and a profile that can't be read.

use crate::support::Home;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

const BROKEN: &str = "# mine\n[ratings]\nsql = { rating = 3\n";

/// The lock of the profile, held as another coach holds it while it saves.
fn hold_lock(home: &Home) -> File {
    let lock = home.profile().with_extension("lock");
    fs::create_dir_all(lock.parent().expect("a folder")).expect("a folder");
    let lock = File::create(lock).expect("a lock");
    lock.lock().expect("nobody else holds it");
    lock
}

/// A command whose standard error is read while it runs.
fn started(home: &Home, arguments: &[&str]) -> (Child, BufReader<impl Read + use<>>) {
    let mut command = home.process(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("coach starts");
    let said = BufReader::new(child.stderr.take().expect("standard error"));
    (child, said)
}

#[test]
fn a_command_waits_for_another_coach_and_says_so() {
    let home = Home::new();
    let lock = hold_lock(&home);
    let (child, mut said) = started(&home, &["rate", "git=3"]);
    let mut first = String::new();
    said.read_line(&mut first).expect("a line");
    assert_eq!(first, "coach: another copy of coach is saving; waiting\n");
    assert!(!home.profile().exists());
    drop(lock);
    let done = child.wait_with_output().expect("coach ends");
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(home.json(&["profile"])["ratings"]["git"]["rating"], 3);
}

#[cfg(unix)]
#[test]
fn a_command_that_waits_can_be_interrupted() {
    use std::os::unix::process::ExitStatusExt;
    let home = Home::new();
    let _lock = hold_lock(&home);
    let (mut child, mut said) = started(&home, &["target", "senior"]);
    said.read_line(&mut String::new()).expect("it says that it waits");
    let process = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(process, rustix::process::Signal::INT).expect("it still runs");
    assert_eq!(child.wait().expect("coach ends").signal(), Some(2));
    assert!(!home.profile().exists());
}

#[test]
fn a_command_that_only_reads_stops_at_a_profile_that_cannot_be_read() {
    let home = Home::with(BROKEN);
    for command in [
        &["gap"][..],
        &["gap", "--json"],
        &["profile"],
        &["profile", "history"],
        &["target"],
        &["readiness", "junior"],
        &["plan", "junior"],
        &["what-if", "git=3"],
        &["export", "report"],
        &["level"],
    ] {
        let said = home.fails(1, command);
        assert!(
            said.contains("can't be read: line 3, column ") && said.contains("Nothing was changed"),
            "{said}"
        );
        assert_eq!(home.profile_text(), BROKEN, "{command:?}");
        assert_eq!(home.names("data/career-coach"), ["profile.toml"], "{command:?}");
    }
    assert_eq!(home.prints(&["profile", "path"]).trim_end(), home.profile().display().to_string());
}

#[test]
fn a_command_that_saves_keeps_it_beside_the_new_one() {
    for command in [&["rate", "git=3"][..], &["target", "senior"], &["readiness", "--set", "years=3"]] {
        let home = Home::with(BROKEN);
        let (_, said) = home.prints_with_notice(command);
        assert!(said.contains("line 3, column ") && said.contains("profile.unreadable-1.toml"), "{said}");
        let kept = home.path("data/career-coach/profile.unreadable-1.toml");
        assert_eq!(fs::read_to_string(kept).expect("it is kept"), BROKEN);
        home.profile_text().parse::<toml::Table>().expect("a profile that can be read");
        let (_, said) = home.prints_with_notice(&["gap"]);
        assert!(said.contains("profile.unreadable-1.toml"), "it is mentioned while it lies there: {said}");
    }
}

#[test]
fn questions_begin_with_what_is_wrong_with_the_profile() {
    let home = Home::with(BROKEN);
    let done = home.coach(&["assess", "git"]).write_stdin("q\n").assert().code(0);
    let said = String::from_utf8(done.get_output().stderr.clone()).expect("UTF-8");
    assert!(said.contains("line 3, column ") && said.contains("kept in the same folder"), "{said}");
    assert_eq!(home.profile_text(), BROKEN, "no answer, no change");
}

#[test]
fn a_check_lists_every_fault_and_changes_nothing() {
    let text = "target = \"seniro\"\n[ratings]\nsql = { rating = 7 }\ngit = { rating = 3, evidence = \"hearsay\" }\n";
    let home = Home::with(text);
    let done = home.coach(&["profile", "check"]).assert().code(1);
    let (out, said) = (&done.get_output().stdout, &done.get_output().stderr);
    let (out, said) = (String::from_utf8_lossy(out), String::from_utf8_lossy(said));
    for place in ["line 1, column ", "line 3, column ", "line 4, column "] {
        assert!(out.contains(place), "{out}");
    }
    assert!(said.contains("3 problems in ") && said.contains("nothing was changed"), "{said}");
    assert_eq!(home.profile_text(), text);

    let done = home.coach(&["profile", "check", "--json"]).assert().code(1);
    let found: serde_json::Value = serde_json::from_slice(&done.get_output().stdout).expect("JSON");
    let lines: Vec<_> =
        found["faults"].as_array().expect("faults").iter().map(|fault| &fault["line"]).collect();
    assert_eq!(lines, [&1, &3, &4]);
    assert_eq!(found["faults"][1]["key"], "ratings.sql.rating");
}

#[test]
fn a_check_finds_where_a_file_cannot_be_read() {
    let home = Home::with(BROKEN);
    let done = home.coach(&["profile", "check"]).assert().code(1);
    assert!(String::from_utf8_lossy(&done.get_output().stdout).contains("line 3, column "));
    assert_eq!(home.names("data/career-coach"), ["profile.toml"]);
}

#[test]
fn a_check_of_a_sound_profile_and_of_none_is_done() {
    let home = Home::with(crate::support::SAMPLE);
    assert!(home.prints(&["profile", "check"]).starts_with("No problems in "));
    assert!(Home::new().prints(&["profile", "check"]).starts_with("There is no profile yet at "));
}

/// Whoever looks for what is wrong with the profile hears of what lies beside it too.
#[test]
fn a_check_mentions_a_copy_that_was_set_aside() {
    let home = Home::with("broken = = =");
    home.coach(&["rate", "git=3"]).assert().success();
    let (checked, notice) = home.prints_with_notice(&["profile", "check"]);
    assert!(checked.contains("No problems"), "{checked}");
    assert!(notice.contains("profile.unreadable-1.toml"), "{notice}");
}

#[test]
fn a_profile_is_no_standard_stream() {
    let home = Home::new();
    for command in [&["gap", "--profile", "-"][..], &["rate", "git=3", "--profile", "-"]] {
        assert!(home.fails(1, command).contains("standard input"), "{command:?}");
    }
}
