//! Several programs at once.

use super::proofs::prove;
use super::{Place, clear, rate, save, target, tell};
use crate::support::{Home, TODAY, library};
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::Topic;
use career_coach::profile::edit::{Edit, undo_of};
use career_coach::profile::store::{Saved, Store, StoreError};
use std::fs::File;
use std::thread;

/// Saves as a program does that waits while another one is saving.
fn save_patiently(store: &Store, edits: &[Edit]) -> Saved {
    loop {
        match save(store, edits, TODAY) {
            Err(StoreError::Locked { .. }) => thread::yield_now(),
            saved => return saved.expect("saved"),
        }
    }
}

#[test]
fn two_programs_that_save_in_turn_lose_nothing() {
    let place = Place::new();
    let other = Store::new(place.store.file().to_owned());
    place.save(&[rate("sql", 3, Evidence::Link)]);
    save(&other, &[rate("git", 2, Evidence::Claim), target(Some("senior"))], TODAY).expect("saved");
    place.save(&[rate("testing", 1, Evidence::Claim)]);
    save(&other, &[clear("sql")], TODAY).expect("saved");
    let last = place.save(&[tell(Topic::Years, Some("3"))]);
    assert_eq!(last.profile.ratings.0.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["git", "testing"]);
    assert_eq!(last.profile.aim.target, Some("senior".parse().expect("an id")));
    assert_eq!(last.profile.history.len(), 3);
}

#[test]
fn programs_that_save_at_the_same_time_lose_nothing() {
    let place = Place::new();
    thread::scope(|scope| {
        for program in 0..4 {
            let store = Store::new(place.store.file().to_owned());
            scope.spawn(move || {
                for i in 0..6 {
                    let name = format!("skill-{program}-{i}");
                    let address = format!("https://example.org/{name}");
                    save_patiently(
                        &store,
                        &[
                            rate(&name, 3, Evidence::Link),
                            prove(&name, &address),
                            rate("git", 1, Evidence::Claim),
                            prove("git", &address),
                        ],
                    );
                }
            });
        }
    });
    let profile = place.load().profile;
    assert_eq!((profile.ratings.0.len(), profile.history.len(), profile.proofs.len()), (25, 25, 48));
    assert_eq!(place.names(), ["profile.lock", "profile.toml"]);
}

/// `for i in 1 2 3 4 5 6; do coach rate git=3:link --proof https://e.org/$i & done; wait`
#[test]
fn six_commands_that_prove_at_once_keep_six_proofs() {
    let home = Home::with("[ratings.git]\nrating = 3\n");
    thread::scope(|scope| {
        for i in 1..=6 {
            let home = &home;
            scope.spawn(move || {
                home.coach(&["rate", "git=3:link", "--proof", &format!("https://e.org/{i}")])
                    .assert()
                    .success();
            });
        }
    });
    let profile = Store::new(home.profile()).load(library()).expect("read").profile;
    let mut kept: Vec<_> = profile.proofs.iter().filter_map(|proof| proof.url.clone()).collect();
    kept.sort();
    assert_eq!(kept, (1..=6).map(|i| format!("https://e.org/{i}")).collect::<Vec<_>>());
    assert_eq!(profile.ratings.0.values().next().expect("rated").proofs.len(), 6);
}

#[test]
fn a_lock_that_somebody_holds_is_told_at_once_and_nothing_is_changed() {
    let place = Place::with("target = \"senior\"\n");
    let holder = File::create(place.path("profile.lock")).expect("a lock");
    holder.lock().expect("held");
    let error = save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect_err("it is held");
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    assert!(matches!(place.store.set_aside("before-reset"), Err(StoreError::Locked { .. })));
    assert_eq!(place.text(), "target = \"senior\"\n");
    assert_eq!(place.load().notices, [""; 0], "a reader needs no lock");
    drop(holder);
    save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect("it is free");
}

/// What somebody else saved since is never taken back.
#[test]
fn an_undo_that_no_longer_fits_is_a_conflict_and_changes_nothing() {
    let place = Place::new();
    let before = place.load().profile;
    let after = place.save(&[rate("git", 3, Evidence::Claim)]).profile;
    let undo = Edit::Undo(undo_of(&before, &after));
    let other = Store::new(place.store.file().to_owned());
    save(&other, &[rate("git", 5, Evidence::Link)], TODAY).expect("saved");
    let saved =
        place.store.save(&[undo, rate("sql", 1, Evidence::Claim)], TODAY, &after, library()).expect("saved");
    assert!(saved.conflict.is_some());
    assert_eq!(super::answer(&saved.loaded.profile, "git"), Some((5, Evidence::Link)));
    assert_eq!(super::answer(&saved.loaded.profile, "sql"), Some((1, Evidence::Claim)));
}

/// Evidence that is given to a rating which somebody else has changed goes with the rating that is there by then.
#[test]
fn evidence_alone_leaves_a_rating_that_another_program_gave() {
    let place = Place::new();
    let held = place.save(&[rate("git", 3, Evidence::Claim)]).profile;
    save(&Store::new(place.store.file().to_owned()), &[rate("git", 5, Evidence::Claim)], TODAY)
        .expect("saved");
    let edit = Edit::SetEvidence { skill: crate::support::skill("git"), evidence: Evidence::Link };
    let saved = super::save_with(&place.store, &[edit], TODAY, held).expect("saved").loaded;
    assert_eq!(super::answer(&saved.profile, "git"), Some((5, Evidence::Link)));
    assert_eq!(saved.profile.history.len(), 1);
}
