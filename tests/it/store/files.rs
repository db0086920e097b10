//! The file system: modes, links, pipes, folders in the way, drafts that killed saves left behind, stamps.

use super::{Place, answer, rate, save};
use crate::support::{TODAY, library};
use career_coach::guide::scale::Evidence;
use career_coach::profile::store::{Store, StoreError};
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

#[test]
fn a_save_that_fails_leaves_the_old_file() {
    let text = "target = \"senior\"\n";
    let place = Place::with(text);
    fs::create_dir(place.path("profile.lock")).expect("a folder in the lock's place");
    let error = save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect_err("no lock");
    assert!(error.to_string().contains("profile.lock is a folder"), "{error}");
    assert_eq!((place.text().as_str(), place.names().len()), (text, 2));
}

#[test]
fn a_folder_in_the_files_place_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.store.file()).expect("a folder in the profile's place");
    let errors = [
        place.store.load(library()).expect_err("a folder is no file"),
        save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect_err("a folder is no file"),
        place.store.check(library()).expect_err("a folder is no file"),
        place.store.set_aside("before-reset").expect_err("a folder is no file"),
    ];
    for error in errors {
        assert!(error.to_string().contains("profile.toml is a folder, not a file"), "{error}");
    }
    assert!(place.store.file().is_dir());
    assert!(place.names().iter().all(|name| !name.starts_with(".profile-")), "{:?}", place.names());
}

#[test]
fn a_file_in_the_folders_place_fails_too() {
    let place = Place::new();
    fs::write(place.path("file"), "").expect("written");
    let store = Store::new(place.path("file/profile.toml"));
    let held = Default::default();
    store
        .save(&[rate("sql", 3, Evidence::Link)], TODAY, &held, library())
        .expect_err("a file holds no files");
    assert_eq!(place.names(), ["file"]);
}

#[test]
fn starting_over_keeps_the_old_profile_under_another_name() {
    let place = Place::with("target = \"senior\"\n");
    fs::write(place.path("profile.before-reset-1.toml"), "older").expect("written");
    let aside = place.store.set_aside("before-reset").expect("renamed");
    assert_eq!(aside, Some(place.path("profile.before-reset-2.toml")));
    assert_eq!(place.store.set_aside("before-reset").expect("nothing to do"), None);
    assert!(!place.store.stamp().is_present());
    let kept = |number| fs::read_to_string(place.path(&format!("profile.before-reset-{number}.toml")));
    assert_eq!(kept(1).expect("it is kept"), "older");
    assert_eq!(kept(2).expect("it is kept"), "target = \"senior\"\n");
}

#[test]
fn a_stamp_tells_of_every_change_and_of_nothing_else() {
    let place = Place::new();
    assert!(!place.store.stamp().is_present());
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(saved.stamp, place.store.stamp());
    assert_eq!(place.load().stamp, saved.stamp);
    let other = place.save(&[rate("sql", 4, Evidence::Link)]);
    assert_ne!(other.stamp, saved.stamp, "a save of the same length");
    fs::remove_file(place.store.file()).expect("removed");
    assert_eq!(place.store.stamp(), Default::default());
}

#[test]
fn drafts_of_killed_saves_are_swept_away_when_they_are_old() {
    let place = Place::with("");
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
    for name in [".profile-Ab12xY", ".profile-notes", ".profile-Ab12xY.bak", ".profile-fresh1"] {
        let file = File::create(place.path(name)).expect("made");
        if !name.contains("fresh") {
            file.set_modified(long_ago).expect("its time can be set");
        }
    }
    place.load();
    assert_eq!(place.names().len(), 5, "a reader removes nothing");
    place.save(&[rate("sql", 3, Evidence::Link)]);
    // Six letters, and old: only such a file is surely the program's own, and `.profile-fresh1` may be in use.
    let kept = [".profile-Ab12xY.bak", ".profile-fresh1", ".profile-notes", "profile.lock", "profile.toml"];
    assert_eq!(place.names(), kept);
}

#[cfg(unix)]
mod on_unix {
    //! Modes, links and pipes.

    use super::{Evidence, Place, Store, StoreError, TODAY, answer, fs, library, rate, save};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::{Path, PathBuf};
    use std::process::Command;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the mode can be set");
    }

    #[test]
    fn what_is_made_is_for_its_owner_alone() {
        let place = Place::new();
        let store = Store::new(place.path("a/b/profile.toml"));
        save(&store, &[rate("sql", 3, Evidence::Link)], TODAY).expect("saved");
        assert_eq!((mode(&place.path("a")), mode(&place.path("a/b"))), (0o700, 0o700));
        assert_eq!(mode(store.file()), 0o600);
        assert_eq!(mode(&place.path("a/b/profile.lock")), 0o600);
    }

    #[test]
    fn a_file_that_all_could_read_becomes_private_and_the_folder_stays_the_users() {
        let place = Place::with("");
        set_mode(place.store.file(), 0o644);
        set_mode(place.folder.path(), 0o755);
        place.save(&[rate("sql", 3, Evidence::Link)]);
        assert_eq!((mode(place.store.file()), mode(place.folder.path())), (0o600, 0o755));
    }

    #[test]
    fn a_mode_that_its_owner_chose_is_kept() {
        for chosen in [0o640, 0o660, 0o400, 0o600] {
            let place = Place::with("");
            set_mode(place.store.file(), chosen);
            place.save(&[rate("sql", 3, Evidence::Link)]);
            assert_eq!(mode(place.store.file()), chosen, "{chosen:o}");
        }
    }

    /// A profile that is kept with somebody's dotfiles.
    fn linked(text: &str) -> (Place, PathBuf) {
        let place = Place::new();
        fs::create_dir(place.path("dotfiles")).expect("a folder");
        let real = place.path("dotfiles/coach.toml");
        fs::write(&real, text).expect("written");
        symlink("dotfiles/coach.toml", place.store.file()).expect("linked");
        (place, real)
    }

    fn is_link(path: &Path) -> bool {
        fs::symlink_metadata(path).expect("it is there").is_symlink()
    }

    #[test]
    fn a_profile_behind_a_link_stays_behind_it() {
        let (place, real) = linked("# mine\n");
        let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
        assert!(is_link(place.store.file()));
        assert!(fs::read_to_string(real).expect("it is there").contains("# mine\n"));
        assert_eq!(saved, place.load());
    }

    #[test]
    fn a_link_that_leads_nowhere_yet_stays_a_link() {
        let (place, real) = linked("");
        fs::remove_file(&real).expect("removed");
        place.save(&[rate("sql", 3, Evidence::Link)]);
        assert!(is_link(place.store.file()), "the link was replaced by a file");
        let profile = super::super::load(&Store::new(real)).profile;
        assert_eq!(answer(&profile, "sql"), Some((3, Evidence::Link)));
    }

    /// Somebody breaks the file while the program is running; the next thing it does is to save.
    #[test]
    fn an_unreadable_file_behind_a_link_keeps_its_content_when_something_is_saved() {
        let (place, _) = linked("[ratings.sql");
        let saved = place.save(&[rate("git", 2, Evidence::Claim)]);
        assert_eq!(saved.notices.len(), 1, "{:?}", saved.notices);
        let kept = place.path("dotfiles/coach.unreadable-1.toml");
        assert_eq!(fs::read_to_string(&kept).expect("it is kept"), "[ratings.sql");
        assert!(saved.notices[0].contains(&*kept.display().to_string()), "{:?}", saved.notices);
        assert!(is_link(place.store.file()));
        assert_eq!(answer(&place.load().profile, "git"), Some((2, Evidence::Claim)));
    }

    #[test]
    fn a_folder_that_cannot_be_written_leaves_the_old_file() {
        let place = Place::with("target = \"senior\"\n");
        set_mode(place.folder.path(), 0o500);
        let is_hindrance = fs::write(place.path("probe"), "").is_err();
        let failed = save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY);
        set_mode(place.folder.path(), 0o700);
        // Whoever runs the tests as root can write everywhere.
        if is_hindrance {
            let error = failed.expect_err("it can't be written").to_string();
            assert!(error.ends_with("it is as it was before"), "{error}");
            assert_eq!(place.text(), "target = \"senior\"\n");
        }
    }

    fn make_pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success());
    }

    /// Nobody writes into the pipe: whoever opened it would wait for ever.
    #[test]
    fn a_pipe_in_the_files_place_is_refused() {
        let place = Place::new();
        make_pipe(place.store.file());
        let held = Default::default();
        let errors = [
            place.store.load(library()).expect_err("a pipe is no file"),
            place
                .store
                .save(&[rate("sql", 3, Evidence::Link)], TODAY, &held, library())
                .expect_err("nor for a save"),
        ];
        for error in errors {
            assert!(matches!(error, StoreError::NotAFile { kind: "a pipe", .. }), "{error:?}");
        }
    }

    #[test]
    fn a_pipe_in_the_locks_place_is_refused() {
        let place = Place::with("target = \"senior\"\n");
        make_pipe(&place.path("profile.lock"));
        let error =
            save(&place.store, &[rate("sql", 3, Evidence::Link)], TODAY).expect_err("a pipe is no lock");
        assert!(error.to_string().contains("profile.lock is a pipe"), "{error}");
        assert_eq!(place.text(), "target = \"senior\"\n");
    }

    #[test]
    fn a_device_is_refused() {
        let error = Store::new("/dev/zero".into()).load(library()).expect_err("a device is no file");
        assert!(error.to_string().contains("/dev/zero is a device"), "{error}");
    }

    #[test]
    fn a_path_reaches_a_message_without_steering_the_terminal() {
        let place = Place::new();
        let store = Store::new(place.path("a\u{1b}[31m\u{202e}b.toml"));
        fs::write(store.file(), "one [").expect("written");
        let error = store.load(library()).expect_err("it is no TOML").to_string();
        assert!(error.contains(r"a\u{1b}[31m\u{202e}b.toml"), "{error}");
        assert!(!error.contains(['\u{1b}', '\u{202e}']));
    }
}
