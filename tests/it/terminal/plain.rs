//! Plain mode where a screen reader meets it: on a terminal that can do nothing but print.

use super::{Session, home, profile_in};
use std::fs;

/// Nothing but text and line ends reaches the terminal.
fn assert_only_text(session: &Session) {
    let text = String::from_utf8(session.bytes.clone()).expect("UTF-8");
    let is_text = |c: char| !c.is_control() || matches!(c, '\r' | '\n');
    assert!(text.chars().all(is_text), "{text:?}");
    assert!(!text.contains(|c| matches!(c, '\u{2500}'..='\u{28ff}')), "{text}");
}

#[test]
fn questions_are_answered_on_a_dumb_terminal() {
    let home = home();
    let mut session = Session::command(home.path(), "dumb", &["assess", "--plain", "git", "sql"]);
    session.wait_for("Question 1 of 2: Version control with Git");
    session.wait_for("0 to 5, x, s, b, q:");
    session.press("7\r");
    session.wait_for("7 is not a rating");
    session.press("3\r");
    session.wait_for("Evidence: c claim");
    session.press("l\r");
    session.wait_for("Saved: Git 3 link.");
    session.wait_for("Question 2 of 2: Databases and SQL");
    session.press("q\r");
    session.wait_for("1 of 25 skills rated.");
    assert_eq!(session.end(), 0);
    session.assert_modes_given_back();
    assert_only_text(&session);
    let saved = fs::read_to_string(profile_in(home.path())).expect("read");
    assert!(saved.contains("[ratings.git]") && !saved.contains("[ratings.sql]"), "{saved}");
}

/// Emacs is such a terminal: the interface can't be, and the answer says what can.
#[test]
fn without_a_command_a_dumb_terminal_is_told_what_to_type() {
    let home = home();
    let mut session = Session::command(home.path(), "dumb", &[]);
    session.wait_for("coach gap --plain");
    assert_eq!(session.end(), 2);
    assert_only_text(&session);
}

#[test]
fn a_reset_is_asked_in_words() {
    let home = home();
    super::write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    let mut session = Session::command(home.path(), "xterm-256color", &["profile", "reset", "--plain"]);
    session.wait_for("Type y for yes, or press Enter for no:");
    session.press("\r");
    session.wait_for("Nothing was changed.");
    assert_eq!(session.end(), 0);
    assert_only_text(&session);
}
