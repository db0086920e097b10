//! What is remembered from one run to the next, in `state.toml` beside the profile.

use super::{Session, home, profile_in, write_profile};
use std::fs;
use std::path::{Path, PathBuf};

const SOMEBODY: &str = "[ratings]\nsql = { rating = 1 }\n";

fn state_in(home: &Path) -> PathBuf {
    profile_in(home).with_file_name("state.toml")
}

/// The guide in a new run.
fn guide(home: &Path) -> Session {
    let mut session = Session::coach(home);
    session.wait_for("1 of 25 answered");
    session.press("2");
    session.wait_for("Contents");
    session
}

#[test]
fn a_bookmark_and_a_position_are_there_again_tomorrow() {
    let home = home();
    write_profile(home.path(), SOMEBODY);
    let mut session = guide(home.path());
    session.press("b");
    session.wait_for("» Overview");
    session.press("\r\u{4}");
    session.wait_for("% down");
    session.wait("a page that was scrolled", |screen| !screen.contents().contains(" 0 % down"));
    session.press("q");
    assert_eq!(session.end(), 0);
    let text = fs::read_to_string(state_in(home.path())).expect("written");
    assert!(text.contains("bookmarks = [\"section:") && text.contains("read-to]"), "{text}");
    let mut again = guide(home.path());
    again.wait_for("» Overview");
    assert!(!again.text().contains(" 0 % down"), "{}", again.text());
    again.press("q");
    assert_eq!(again.end(), 0);
}

#[test]
fn a_broken_file_is_told_when_it_is_needed_and_stays_as_it_is() {
    let home = home();
    write_profile(home.path(), SOMEBODY);
    fs::write(state_in(home.path()), "bookmarks = [\n").expect("written");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    assert!(!session.text().contains("state.toml"), "not read yet");
    session.press("2");
    session.wait_for("state.toml");
    session.press("b");
    session.wait_for("» Overview");
    session.press("q");
    assert_eq!(session.end(), 0);
    assert_eq!(fs::read_to_string(state_in(home.path())).expect("read"), "bookmarks = [\n");
}

#[test]
fn a_write_that_fails_ends_nothing() {
    let home = home();
    write_profile(home.path(), SOMEBODY);
    let mut session = guide(home.path());
    fs::create_dir(state_in(home.path())).expect("a folder in its place");
    session.press("b");
    session.wait_for("until you quit");
    session.press("b");
    session.wait_for("Bookmark removed");
    session.press("q");
    assert_eq!(session.end(), 0);
}
