//! Saves that fail or have to wait, and files that change while the program runs.

use super::{Session, home, profile_in, write_profile};
use rustix::process::Signal;
use std::fs::{self, File};
use std::path::Path;

#[test]
fn a_save_that_fails_says_so_and_keeps_what_was_entered() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Which job do you want?");
    // A file where the data folder has to be made: no save can work.
    let folder = home.path().join(".local/share");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("career-coach"), "in the way").expect("a file");
    session.press("\r");
    session.wait_for("Question 1");
    session.press("3");
    session.wait_for("Not saved");
    session.wait_for("1 of 13 answered");
    fs::remove_file(folder.join("career-coach")).expect("removed");
    session.press("2");
    session.wait_for("Saved now");
    session.press("q");
    assert_eq!(session.end(), 0);
    let mut again = Session::coach(home.path());
    again.wait_for("2 of 13 answered");
    again.press("q");
    assert_eq!(again.end(), 0);
}

/// An interface that has rated a skill while another program holds the lock.
fn waiting(home: &Path) -> (Session, File) {
    write_profile(home, "[ratings]\nsql = { rating = 1 }\n");
    let mut session = Session::coach(home);
    session.wait_for("1 of 25 answered");
    let lock = File::create(profile_in(home).with_extension("lock")).expect("a file");
    lock.lock().expect("locked");
    session.press("43");
    session.wait_for("Another copy of coach is saving");
    (session, lock)
}

#[test]
fn a_save_waits_for_another_program_beside_the_work() {
    let home = home();
    let (mut session, lock) = waiting(home.path());
    session.press("4");
    session.wait_for("3 of 25 answered");
    session.press("q");
    session.wait_for("2 changes are not saved. Quit anyway?");
    session.press("\u{1b}");
    session.wait("question gone", |screen| !screen.contents().contains("Quit anyway?"));
    lock.unlock().expect("unlocked");
    // No key is needed.
    session.wait_for("Saved now");
    session.press("q");
    assert_eq!(session.end(), 0);
    let text = fs::read_to_string(profile_in(home.path())).expect("read");
    assert_eq!(text.matches("anchors = ").count(), 2, "{text}");
}

#[test]
fn ctrl_c_ends_it_while_another_program_holds_the_lock() {
    let home = home();
    let (mut session, _lock) = waiting(home.path());
    session.press("\u{3}");
    session.wait_for("One change is not saved. Quit anyway?");
    session.press("\u{3}");
    assert_eq!(session.end(), 1);
    session.assert_given_back();
    session.wait_for("one change could not be saved");
}

/// The terminal's window is closed, or the machine shuts down, in the moment in which another program saves.
#[test]
fn a_signal_lets_a_save_come_that_another_program_holds_up() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = home();
        let (mut session, lock) = waiting(home.path());
        session.signal(signal);
        lock.unlock().expect("unlocked");
        assert_eq!(session.end(), 128 + signal.as_raw().unsigned_abs(), "{signal:?}");
        let text = fs::read_to_string(profile_in(home.path())).expect("read");
        assert_eq!(text.matches("anchors = ").count(), 1, "{signal:?}: {text}");
    }
}

#[test]
fn an_answer_in_practice_waits_for_another_program_and_is_kept() {
    let home = home();
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    let record = profile_in(home.path()).with_file_name("practice.jsonl");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    let lock = File::create(profile_in(home.path()).with_extension("lock")).expect("a file");
    lock.lock().expect("locked");
    session.press("7");
    session.wait_for("125 new");
    session.press("\r");
    session.wait_for("How sure are you");
    session.press("8\r1\r");
    session.wait_for("Another copy of coach is saving");
    session.wait_for("It comes again");
    session.press("q");
    session.wait_for("One change is not saved. Quit anyway?");
    session.press("\u{1b}");
    lock.unlock().expect("unlocked");
    // No key is needed.
    session.wait_for("Saved now");
    session.press("q");
    assert_eq!(session.end(), 0);
    let text = fs::read_to_string(record).expect("a record");
    assert!(text.ends_with('\n') && text.lines().count() == 1 && text.contains("\"made\":[1]"), "{text}");
}

/// The window is entered again after somebody else has saved, or a key is pressed there.
#[test]
fn what_another_program_saves_is_seen_with_the_next_event() {
    let home = home();
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\ngit = { rating = 2 }\n");
    session.press("\u{1b}[I");
    session.wait_for("2 of 25 answered");
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    session.press("3");
    session.wait_for("1 of 25 answered");
    session.press("q");
    assert_eq!(session.end(), 0);
}

/// A sync program or `git stash` takes the file away while the interface is open.
#[test]
fn a_file_that_vanishes_is_told_and_written_again_whole() {
    let home = home();
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    fs::remove_file(profile_in(home.path())).expect("removed");
    session.press("4");
    session.wait_for("Your profile file is gone");
    session.press("3");
    session.wait_for("2 of 25 answered");
    session.press("q");
    assert_eq!(session.end(), 0);
    let text = fs::read_to_string(profile_in(home.path())).expect("read");
    assert!(text.contains("sql"), "{text}");
    assert_eq!(text.matches("[ratings.").count(), 2, "{text}");
}
