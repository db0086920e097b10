//! Files that can't be read at all, files from a newer program, and files that vanish.

use super::{Place, answer, clear, rate, save, save_with, tell};
use crate::support::{TODAY, library};
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::Topic;
use career_coach::profile::model::Profile;
use career_coach::profile::store::{Loaded, StoreError};
use rstest::rstest;
use std::fs;

const CONFLICT: &str = "schema = 1\n<<<<<<< HEAD\n[ratings.sql]\nrating = 3\n=======\n[ratings.sql]\nrating = 2\n>>>>>>> other\n";

#[rstest]
#[case::not_toml(b"schema = 1\n[ratings.sql\nrating = 3\n", "line 2, column 13: unclosed table")]
#[case::twice(b"[about]\n[ratings.sql]\nrating = 3\n[about]\n", "line 4, column 2: `about` is given twice")]
#[case::not_text(b"schema = 1\n# \xc3\xa9 \xff\xfe\n", "line 2, column 5: the text isn't UTF-8")]
#[case::binary(b"a = 1\n\x00\x01\x02", "line 2, column 1: there is a zero byte, which no text file has")]
#[case::conflict(CONFLICT.as_bytes(), "line 2, column 1: `<<<<<<< HEAD` is a mark left by an unfinished merge")]
fn reading_an_unreadable_file_says_where_and_changes_nothing(#[case] bytes: &[u8], #[case] problem: &str) {
    let place = Place::with(bytes);
    let error = place.store.load(library()).expect_err("it can't be read");
    assert!(matches!(error, StoreError::Unreadable { .. }), "{error:?}");
    let said = error.to_string();
    for told in [problem, &place.store.file().display().to_string()] {
        assert!(said.contains(told), "{told} in {said}");
    }
    assert_eq!(place.names(), ["profile.toml"]);
    assert_eq!(fs::read(place.store.file()).expect("it is there"), bytes);
    let faults = place.store.check(library()).expect("it can be checked");
    assert!(faults[0].to_string().contains(problem), "{faults:?}");
}

#[rstest]
#[case(b"one [")]
#[case(b"\xff\xfe\n")]
#[case(CONFLICT.as_bytes())]
fn saving_keeps_an_unreadable_file_beside_the_new_one(#[case] bytes: &[u8]) {
    let place = Place::with(bytes);
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(answer(&saved.profile, "sql"), Some((3, Evidence::Link)));
    let aside = place.path("profile.unreadable-1.toml");
    let notice = saved.notices.join("\n");
    assert_eq!(saved.notices.len(), 1, "{notice}");
    for told in ["line 1, column ", &place.store.file().display().to_string(), &aside.display().to_string()] {
        assert!(notice.contains(told) || bytes.starts_with(b"schema"), "{told} in {notice}");
    }
    assert_eq!(fs::read(&aside).expect("it is kept"), bytes);
    assert_eq!(place.names(), ["profile.lock", "profile.toml", "profile.unreadable-1.toml"]);
    assert_eq!(place.load().profile, saved.profile);
}

#[test]
fn every_load_and_save_mentions_the_copy_while_it_lies_there() {
    let place = Place::with("one [");
    place.save(&[rate("sql", 3, Evidence::Link)]);
    let aside = place.path("profile.unreadable-1.toml");
    for loaded in [place.load(), place.save(&[rate("sql", 2, Evidence::Claim)]), place.load()] {
        assert_eq!(loaded.notices.len(), 1, "{:?}", loaded.notices);
        assert!(loaded.notices[0].contains(&*aside.display().to_string()), "{:?}", loaded.notices);
    }
    fs::remove_file(aside).expect("removed");
    assert_eq!(place.load().notices, [""; 0]);
}

#[test]
fn a_second_unreadable_file_gets_a_name_of_its_own() {
    let place = Place::with("one [");
    place.save(&[rate("sql", 3, Evidence::Link)]);
    fs::write(place.store.file(), "two [").expect("written");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert!(saved.notices[0].contains("profile.unreadable-2.toml"), "{:?}", saved.notices);
    let kept =
        |n| fs::read_to_string(place.path(&format!("profile.unreadable-{n}.toml"))).expect("it is kept");
    assert_eq!((kept(1).as_str(), kept(2).as_str()), ("one [", "two ["));
}

#[test]
fn versions_that_sync_programs_left_are_mentioned_once() {
    let place = Place::with("target = \"senior\"\n");
    let names = [
        "profile.sync-conflict-20261124-101500-ABCDEFG.toml",
        "profile (Ada's conflicted copy 2026-11-24).toml",
        "profile (conflicted copy).toml",
    ];
    for name in names {
        fs::write(place.path(name), "").expect("written");
    }
    fs::write(place.path("profile.before-reset-1.toml"), "").expect("written");
    fs::write(place.path("profiles-of-conflict.toml"), "").expect("written");
    let notices = place.load().notices;
    assert_eq!(notices.len(), 1, "{notices:?}");
    for name in names {
        assert!(notices[0].contains(name), "{name} in {notices:?}");
    }
    assert!(!notices[0].contains("reset") && !notices[0].contains("profiles-of"), "{notices:?}");
}

#[test]
fn a_newer_schema_is_refused_and_untouched() {
    let text = "schema = 2\n[ratings.sql]\nrating = { value = 3 }\n";
    let place = Place::with(text);
    let held = Profile::default();
    let errors = [
        place.store.load(library()).map(drop),
        place.store.load_to_save(library()).map(drop),
        place.store.save(&[rate("sql", 3, Evidence::Link)], TODAY, &held, library()).map(drop),
        place.store.check(library()).map(drop),
    ];
    for refused in errors {
        let error = refused.expect_err("a newer program wrote it");
        assert!(matches!(error, StoreError::Newer { schema: 2, .. }), "{error:?}");
        let said = error.to_string();
        assert!(said.contains("schema 2") && said.contains("--profile"), "{said}");
    }
    assert_eq!(place.text(), text);
    assert!(place.names().iter().all(|name| !name.contains("unreadable")), "{:?}", place.names());
}

/// A sync program takes the file away while the program holds twenty ratings.
#[rstest]
#[case::removed(None)]
#[case::emptied(Some(""))]
#[case::unreadable(Some("<<<<<<< "))]
fn what_the_program_holds_is_written_where_the_file_has_vanished(#[case] text: Option<&str>) {
    let place = Place::new();
    let held = place.save(&[
        rate("sql", 3, Evidence::Link),
        rate("git", 2, Evidence::Claim),
        tell(Topic::Years, Some("3")),
    ]);
    match text {
        None => fs::remove_file(place.store.file()).expect("removed"),
        Some(text) => fs::write(place.store.file(), text).expect("written"),
    }
    let saved = save_with(&place.store, &[rate("testing", 1, Evidence::Claim)], TODAY, held.profile);
    let saved = saved.expect("saved").loaded;
    let rated: Vec<_> = saved.profile.ratings.0.keys().map(|skill| skill.as_str()).collect();
    assert_eq!(rated, ["sql", "git", "testing"]);
    assert_eq!((saved.profile.history.len(), saved.profile.about.words(Topic::Years)), (3, Some("3")));
    assert_eq!(saved.notices.len(), 1, "{:?}", saved.notices);
    let told = if text == Some("<<<<<<< ") { "couldn't be read" } else { "was missing" };
    assert!(saved.notices[0].contains(told), "{:?}", saved.notices);
    assert_eq!(place.load().profile, saved.profile);
}

#[test]
fn a_first_save_says_nothing_of_a_file_that_never_was() {
    let place = Place::new();
    let saved = place.save(&[rate("sql", 3, Evidence::Link), clear("git")]);
    assert_eq!(saved.notices, [""; 0]);
}

#[test]
fn a_file_that_is_not_unreadable_any_more_is_not_set_aside() {
    let place = Place::with("one [");
    let held = place.store.load_to_save(library()).expect("a save will keep it");
    assert_eq!(held.profile, Profile::default());
    fs::write(place.store.file(), "[ratings.git]\nrating = 4\n").expect("mended");
    let saved = save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect("saved").loaded;
    assert_eq!(answer(&saved.profile, "git"), Some((4, Evidence::Claim)));
    assert_eq!(place.names(), ["profile.lock", "profile.toml"]);
    assert_eq!(saved.notices, Loaded::default().notices);
}
