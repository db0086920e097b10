//! The profile's file: what a save keeps, what a failure leaves, and what is made of a file that people have edited.

use crate::support::{TODAY, cases, rating};
use career_coach::guide::id::SkillId;
use career_coach::guide::model::Anchors;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::edit::{self, Edit};
use career_coach::profile::model::{Change, Day, Profile, Proof, ProofKind, Rated, Ratings, anchors_hash};
use career_coach::profile::store::{Loaded, Store, StoreError};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rstest::rstest;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use toml_edit::DocumentMut;

/// A folder of its own for a test, with a store in it.
struct Place {
    folder: TempDir,
    store: Store,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let store = Store::new(folder.path().join("profile.toml"));
        Self { folder, store }
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let place = Self::new();
        fs::write(place.store.file(), text).expect("the profile can be written");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.store.file()).expect("a profile")
    }

    fn load(&self) -> Loaded {
        self.store.load().expect("it can be read")
    }

    fn save(&self, edits: &[Edit]) -> Loaded {
        self.store.save(edits, TODAY).expect("it can be saved")
    }

    /// The names in the folder, in order.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder can be read");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name");
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("an entry"))).collect();
        names.sort();
        names
    }
}

fn rated(number: u8, evidence: Evidence) -> Rated {
    Rated::new(rating(number), evidence)
}

fn rate(skill: &str, number: u8, evidence: Evidence) -> Edit {
    Edit::Rate(skill.parse().expect("an id"), rated(number, evidence))
}

fn take_back(skill: &str) -> Edit {
    Edit::TakeBack(skill.parse().expect("an id"))
}

fn target(level: &str) -> Edit {
    Edit::Target(Some(level.parse().expect("an id")))
}

fn answer(profile: &Profile, skill: &str) -> Option<(u8, Evidence)> {
    let answer = profile.ratings.answer(&skill.parse().expect("an id"));
    answer.map(|(rating, evidence)| (rating.number(), evidence))
}

fn entry(loaded: &Loaded, skill: &str) -> Rated {
    let skill: SkillId = skill.parse().expect("an id");
    loaded.profile.ratings.0.get(&skill).expect("it is rated").clone()
}

// What a save writes

#[test]
fn a_first_save_makes_a_file_that_says_all_and_reads_back() {
    let place = Place::new();
    let proved = Rated {
        rated_on: Some(Day(TODAY)),
        anchors: Some("00ff".to_owned()),
        note: Some("the \"orders\"\nof the shop".to_owned()),
        proofs: vec!["shop".to_owned(), "talk".to_owned()],
        ..rated(3, Evidence::Link)
    };
    let saved = place.save(&[
        Edit::Guide("back-end-developer".parse().expect("an id")),
        target("senior"),
        Edit::About("name".to_owned(), Some("Ada".to_owned())),
        Edit::Rate("sql".parse().expect("an id"), proved),
        rate("git", 0, Evidence::Claim),
    ]);
    assert_eq!(saved, place.load(), "what a save returns is what the file says");
    assert_eq!(saved.notices, [""; 0]);
    assert_eq!(
        place.text(),
        r#"schema = 1
guide = "back-end-developer"
target = "senior"

[about]
name = "Ada"

[ratings.sql]
rating = 3
evidence = "link"
proofs = ["shop", "talk"]
note = """
the "orders"
of the shop"""
rated_on = "2026-11-24"
anchors = "00ff"

[ratings.git]
rating = 0
evidence = "claim"

[[history]]
on = "2026-11-24"
skill = "sql"
rating = 3
evidence = "link"

[[history]]
on = "2026-11-24"
skill = "git"
rating = 0
evidence = "claim"
"#
    );
}

#[test]
fn a_missing_file_is_an_empty_profile_and_stays_missing() {
    let place = Place::new();
    assert_eq!(place.load(), Loaded::default());
    assert_eq!(place.names(), [""; 0]);
}

#[test]
fn a_save_leaves_nothing_beside_the_file_but_its_lock() {
    let place = Place::new();
    place.save(&[rate("sql", 3, Evidence::Link)]);
    place.save(&[rate("sql", 4, Evidence::Link)]);
    assert_eq!(place.names(), ["profile.lock", "profile.toml"]);
}

#[cfg(unix)]
mod on_unix {
    //! Permissions and links.

    use super::{Evidence, Place, Store, TODAY, answer, fs, rate};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

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
        store.save(&[rate("sql", 3, Evidence::Link)], TODAY).expect("saved");
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

    /// A profile that is kept with somebody's dotfiles.
    fn linked(text: &str) -> (Place, std::path::PathBuf) {
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
        assert_eq!(answer(&Store::new(real).load().expect("read").profile, "sql"), Some((3, Evidence::Link)));
    }

    /// Somebody breaks the file while the program is running; the next thing it does is to save.
    #[test]
    fn an_unreadable_file_behind_a_link_keeps_its_content_when_something_is_saved() {
        let (place, _) = linked("[ratings.sql");
        let saved = place.save(&[rate("git", 2, Evidence::Claim)]);
        assert_eq!(saved.notices.len(), 1, "{:?}", saved.notices);
        // Beside the link or beside what it leads to, as the notice says.
        let places =
            ["profile.unreadable-1.toml", "dotfiles/coach.unreadable-1.toml"].map(|name| place.path(name));
        let kept =
            places.iter().find(|path| fs::read_to_string(path).is_ok_and(|text| text == "[ratings.sql"));
        let kept = kept.expect("it is kept").file_name().expect("a name").to_string_lossy();
        assert!(saved.notices[0].contains(&*kept), "{:?}", saved.notices);
        assert_eq!(answer(&place.load().profile, "git"), Some((2, Evidence::Claim)));
    }

    #[test]
    fn a_folder_that_cannot_be_written_leaves_the_old_file() {
        let place = Place::with("target = \"senior\"\n");
        set_mode(place.folder.path(), 0o500);
        let is_hindrance = fs::write(place.path("probe"), "").is_err();
        let failed = place.store.save(&[rate("sql", 3, Evidence::Link)], TODAY);
        set_mode(place.folder.path(), 0o700);
        // Whoever runs the tests as root can write everywhere.
        if is_hindrance {
            assert!(failed.is_err());
            assert_eq!(place.text(), "target = \"senior\"\n");
        }
    }
}

// What a save keeps

#[test]
fn comments_order_and_unknown_keys_survive_a_rating_and_a_target() {
    let place = Place::with(
        r#"# My own file.
mood = "hopeful"   # not the program's business
target = "junior"  # for now

# About me
[about]
name = "Ada"

# Databases
[ratings.sql]      # since the shop
evidence = "claim" # must find the link
stars = 5
rating = 2

[ratings.git]
rating = 3         # at last

[[proofs]]
id = "shop"
colour = "red"

[plans]
next = "rest"
"#,
    );
    place.save(&[rate("sql", 3, Evidence::Link), target("senior")]);
    assert_eq!(
        place.text(),
        r#"# My own file.
mood = "hopeful"   # not the program's business
target = "senior"  # for now
schema = 1

# About me
[about]
name = "Ada"

# Databases
[ratings.sql]      # since the shop
evidence = "link" # must find the link
stars = 5
rating = 3

[ratings.git]
rating = 3         # at last

[[proofs]]
id = "shop"
colour = "red"

[plans]
next = "rest"

[[history]]
on = "2026-11-24"
skill = "sql"
rating = 3
evidence = "link"
"#
    );
}

/// The ways in which people write the same thing.
#[rstest]
#[case::table("[ratings.sql]\n# why\nrating = 2 # here\nstars = 5\n")]
#[case::inline("[ratings]\n# why\nsql = { rating = 2, stars = 5 } # here\n")]
#[case::dotted("# why\nratings.sql.rating = 2 # here\nratings.sql.stars = 5\n")]
#[case::dotted_in_table("[ratings]\n# why\nsql.rating = 2 # here\nsql.stars = 5\n")]
#[case::all_inline("# why\nratings = { sql = { rating = 2, stars = 5 } } # here\n")]
#[case::windows("[ratings.sql]\r\n# why\r\nrating = 2 # here\r\nstars = 5\r\n")]
fn every_way_of_writing_a_rating_can_be_changed_and_keeps_what_stands_beside(#[case] text: &str) {
    let place = Place::with(text);
    assert_eq!(answer(&place.load().profile, "sql"), Some((2, Evidence::Claim)));
    let saved = place.save(&[rate("sql", 3, Evidence::Link), rate("git", 1, Evidence::Claim)]);
    assert_eq!(saved.notices, [""; 0]);
    assert_eq!(saved, place.load());
    assert_eq!(answer(&saved.profile, "sql"), Some((3, Evidence::Link)));
    assert_eq!(answer(&saved.profile, "git"), Some((1, Evidence::Claim)));
    let text = place.text();
    for kept in ["# why", "# here", "stars = 5"] {
        assert!(text.contains(kept), "{kept} is lost:\n{text}");
    }
    let saved = place.save(&[take_back("sql")]);
    assert_eq!(
        (answer(&saved.profile, "sql"), answer(&saved.profile, "git")),
        (None, Some((1, Evidence::Claim)))
    );
}

#[test]
fn a_comment_alone_survives() {
    let place = Place::with("# To be filled in on Sunday.\n");
    place.save(&[rate("sql", 3, Evidence::Link)]);
    assert!(place.text().starts_with("# To be filled in on Sunday.\n"), "{}", place.text());
}

#[test]
fn a_rating_given_anew_keeps_note_and_proofs_and_one_put_back_is_whole() {
    let place =
        Place::with("[ratings.sql]\nrating = 2\nnote = \"orders\"\nproofs = [\"shop\"]\nmood = \"good\"\n");
    let anew = entry(&place.save(&[rate("sql", 3, Evidence::Link)]), "sql");
    assert_eq!((anew.note.as_deref(), anew.proofs.len()), (Some("orders"), 1));
    let back = Edit::Restore("sql".parse().expect("an id"), rated(2, Evidence::Claim));
    assert_eq!(entry(&place.save(&[back]), "sql"), rated(2, Evidence::Claim));
    assert!(
        place.text().contains("mood = \"good\""),
        "what the program doesn't know stays: {}",
        place.text()
    );
}

#[test]
fn taking_back_and_aiming_for_nothing_remove_what_they_name() {
    let place = Place::with("target = \"senior\"\n[about]\nname = \"Ada\"\n[ratings.sql]\nrating = 2\n");
    let saved = place.save(&[
        take_back("sql"),
        take_back("never-rated"),
        Edit::Target(None),
        Edit::About("name".to_owned(), None),
        Edit::About("never-said".to_owned(), None),
    ]);
    assert_eq!(saved.profile.ratings, Ratings::default());
    assert_eq!((saved.profile.target, saved.profile.about.len()), (None, 0));
    assert_eq!(saved.profile.history.len(), 1, "what wasn't rated can't be taken back");
}

// Files that can't be understood

#[rstest]
#[case::not_toml(b"schema = 1\n[ratings.sql\nrating = 3\n", "line 2")]
#[case::twice(b"[about]\n[ratings.sql]\nrating = 3\n[about]\n", "line 4")]
#[case::not_text(b"schema = 1\n\xff\xfe\n", "UTF-8")]
#[case::binary(b"\x00\x01\x02", "line 1")]
fn an_unreadable_file_is_set_aside_whole(#[case] bytes: &[u8], #[case] problem: &str) {
    let place = Place::with(bytes);
    let loaded = place.load();
    assert_eq!(loaded.profile, Profile::default());
    let notice = loaded.notices.join("\n");
    assert_eq!(loaded.notices.len(), 1, "{notice}");
    let aside = place.path("profile.unreadable-1.toml");
    for told in [problem, &place.store.file().display().to_string(), &aside.display().to_string()] {
        assert!(notice.contains(told), "{told} in {notice}");
    }
    assert_eq!(place.names(), ["profile.unreadable-1.toml"]);
    assert_eq!(fs::read(&aside).expect("it is kept"), bytes);
    assert_eq!(place.load(), Loaded::default(), "it is said once");
}

#[test]
fn a_second_unreadable_file_gets_a_name_of_its_own() {
    let place = Place::with("one [");
    place.load();
    place.save(&[rate("sql", 3, Evidence::Link)]);
    fs::write(place.store.file(), "two [").expect("written");
    let loaded = place.load();
    assert!(loaded.notices[0].contains("profile.unreadable-2.toml"), "{:?}", loaded.notices);
    let kept =
        |n| fs::read_to_string(place.path(&format!("profile.unreadable-{n}.toml"))).expect("it is kept");
    assert_eq!((kept(1).as_str(), kept(2).as_str()), ("one [", "two ["));
}

#[test]
fn an_unreadable_file_that_a_save_meets_is_set_aside_too() {
    let place = Place::with("one [");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(saved.notices.len(), 1);
    assert_eq!(answer(&saved.profile, "sql"), Some((3, Evidence::Link)));
    assert_eq!(place.load().notices, [""; 0]);
    let kept = fs::read_to_string(place.path("profile.unreadable-1.toml"));
    assert_eq!(kept.expect("it is kept"), "one [");
}

#[test]
fn a_file_that_begins_with_a_byte_order_mark_is_read() {
    let place = Place::with("\u{feff}[ratings.sql]\nrating = 3\n");
    assert_eq!(
        (answer(&place.load().profile, "sql"), place.load().notices.len()),
        (Some((3, Evidence::Claim)), 0)
    );
    let saved = place.save(&[rate("git", 2, Evidence::Claim)]);
    assert_eq!(answer(&saved.profile, "sql"), Some((3, Evidence::Claim)));
}

/// A value, the line and the key that the notice has to name.
#[rstest]
#[case::rating_too_high("[ratings.sql]\nrating = 7", 1, "ratings.sql", "`7` is no rating")]
#[case::rating_a_text("[ratings.sql]\nrating = \"three\"", 1, "ratings.sql", "three")]
#[case::rating_a_half("[ratings.sql]\nrating = 2.5", 1, "ratings.sql", "2.5")]
#[case::rating_missing("[ratings.sql]\nevidence = \"link\"", 1, "ratings.sql", "missing field `rating`")]
#[case::rating_bare("[ratings]\nsql = 3", 2, "ratings.sql", "3")]
#[case::evidence("[ratings.sql]\nrating = 3\nevidence = \"proof\"", 1, "ratings.sql", "proof")]
#[case::date("[ratings.sql]\nrating = 3\nrated_on = \"in May\"", 1, "ratings.sql", "`in May` is no date")]
#[case::skill("[ratings.\"Sequel!\"]\nrating = 3", 1, "Sequel!", "`Sequel!` is no id")]
#[case::target("target = \"The Boss\"", 1, "target", "`The Boss` is no id")]
#[case::target_number("target = 4", 1, "target", "4")]
#[case::guide("\nguide = [\"baker\"]", 2, "guide", "")]
#[case::proof("[[proofs]]\nid = \"a\"\n[[proofs]]\ntitle = \"b\"", 3, "proofs[1]", "missing field `id`")]
#[case::change(
    "[[history]]\non = \"2026-02-30\"\nskill = \"sql\"",
    1,
    "history[0]",
    "`2026-02-30` is no date"
)]
fn a_value_that_makes_no_sense_is_passed_over_named_and_kept(
    #[case] value: &str,
    #[case] line: usize,
    #[case] key: &str,
    #[case] problem: &str,
) {
    let text = format!("{value}\n[ratings.git]\nrating = 2\nevidence = \"example\"\n");
    let place = Place::with(&text);
    let loaded = place.load();
    assert_eq!(answer(&loaded.profile, "git"), Some((2, Evidence::Example)), "others are read");
    assert_eq!(answer(&loaded.profile, "sql"), None);
    let [notice] = &loaded.notices[..] else { unreachable!("one notice: {:?}", loaded.notices) };
    let place_of_it = format!("{}:{line}: ", place.store.file().display());
    assert!(notice.starts_with(&place_of_it), "{notice}");
    assert!(notice.contains(key) && notice.contains(problem), "{notice}");
    let saved = place.save(&[rate("testing", 2, Evidence::Claim)]);
    assert_eq!(saved.notices.len(), 1, "it is said until it is mended");
    assert!(place.text().contains(value.trim()), "{}", place.text());
}

/// The program's own names with something else behind them: to be told, and never to be overwritten unsaid.
#[rstest]
#[case("ratings = 3")]
#[case("ratings = []")]
#[case("about = \"me\"")]
#[case("proofs = \"shop\"")]
#[case("history = \"long\"")]
#[case("[history]\nfirst = 1")]
#[case("schema = \"two\"")]
fn a_name_of_the_programs_with_something_else_behind_it_is_told(#[case] value: &str) {
    let place = Place::with(format!("{value}\n"));
    let loaded = place.load();
    assert_eq!(loaded.notices.len(), 1, "nothing is said of `{value}`");
    assert!(
        loaded.notices[0].contains(&format!("{}:1: ", place.store.file().display())),
        "{:?}",
        loaded.notices
    );
}

#[test]
fn an_invalid_rating_is_mended_by_rating_the_skill() {
    let place = Place::with("[ratings.sql]\nrating = 7\nnote = \"orders\"\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!((saved.notices.len(), answer(&saved.profile, "sql")), (0, Some((3, Evidence::Link))));
    assert!(place.text().contains("note = \"orders\""), "{}", place.text());
}

#[test]
fn what_people_write_by_hand_is_read() {
    let loaded = Place::with(
        r#"[about]
years = 4
stack = ["Rust", "SQL"]
remote = true
born = 1990-01-02
[ratings.sql]
rating = 3
rated_on = 2026-05-06
[[history]]
on = 2026-05-06
skill = "sql"
"#,
    )
    .load();
    assert_eq!(loaded.notices, [""; 0]);
    let about: Vec<_> = loaded.profile.about.iter().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(about, ["years=4", "stack=Rust, SQL", "remote=true", "born=1990-01-02"]);
    assert_eq!(entry(&loaded, "sql").rated_on, Some(Day(date(2026, 5, 6))));
    assert_eq!(
        (loaded.profile.history[0].on, loaded.profile.history[0].rating),
        (Day(date(2026, 5, 6)), None)
    );
}

#[test]
fn a_newer_schema_is_refused_and_untouched() {
    let text = "schema = 2\n[ratings.sql]\nrating = { value = 3 }\n";
    let place = Place::with(text);
    for refused in [place.store.load(), place.store.save(&[rate("sql", 3, Evidence::Link)], TODAY)] {
        let error = refused.expect_err("a newer program wrote it");
        assert!(matches!(error, StoreError::Newer { schema: 2, .. }), "{error:?}");
        let said = error.to_string();
        assert!(said.contains("schema 2") && said.contains("--profile"), "{said}");
    }
    assert_eq!(place.text(), text);
    assert!(place.names().iter().all(|name| !name.contains("unreadable")), "{:?}", place.names());
}

// Several programs at once, and failures

#[test]
fn two_programs_that_save_in_turn_lose_nothing() {
    let place = Place::new();
    let other = Store::new(place.store.file().to_owned());
    place.save(&[rate("sql", 3, Evidence::Link)]);
    other.save(&[rate("git", 2, Evidence::Claim), target("senior")], TODAY).expect("saved");
    place.save(&[rate("testing", 1, Evidence::Claim)]);
    other.save(&[take_back("sql")], TODAY).expect("saved");
    let last = place.save(&[Edit::About("name".to_owned(), Some("Ada".to_owned()))]);
    assert_eq!(last.profile.ratings.0.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["git", "testing"]);
    assert_eq!(last.profile.target, Some("senior".parse().expect("an id")));
    assert_eq!(last.profile.history.len(), 3);
}

#[test]
fn the_past_of_a_rating_that_the_history_does_not_know_is_noted_when_it_changes() {
    let place = Place::with("[ratings.sql]\nrating = 2\nevidence = \"link\"\nrated_on = \"2026-05-04\"\n");
    let history = place.save(&[rate("sql", 1, Evidence::Claim)]).profile.history;
    let told: Vec<_> = history.iter().map(|change| (change.on.to_string(), change.rating)).collect();
    assert_eq!(
        told,
        [("2026-05-04".to_owned(), Some(rating(2))), ("2026-11-24".to_owned(), Some(rating(1)))]
    );
    let again = place.save(&[rate("sql", 3, Evidence::Claim)]).profile.history;
    assert_eq!(again.len(), 2, "the past is noted once");
    assert_eq!(place.save(&[rate("sql", 2, Evidence::Link)]).profile.history.len(), 1, "back where it was");
}

#[test]
fn a_rating_that_is_renewed_is_no_change() {
    let place = Place::with("[ratings.sql]\nrating = 2\nrated_on = \"2020-05-04\"\n");
    let saved = place.save(&[Edit::Rate(
        "sql".parse().expect("an id"),
        Rated { rated_on: Some(Day(TODAY)), ..rated(2, Evidence::Claim) },
    )]);
    let days: Vec<_> = saved.profile.history.iter().map(|change| change.on.to_string()).collect();
    assert_eq!(days, ["2020-05-04"]);
}

#[test]
fn a_whole_number_about_oneself_stays_a_number() {
    let place = Place::with("[about]\nyears = 3 # of work\n");
    place.save(&[
        Edit::About("years".to_owned(), Some("4".to_owned())),
        Edit::About("phone".to_owned(), Some("007".to_owned())),
    ]);
    let text = place.text();
    assert!(text.contains("years = 4 # of work") && text.contains("phone = \"007\""), "{text}");
}

#[test]
fn programs_that_save_at_the_same_time_lose_nothing() {
    let place = Place::new();
    std::thread::scope(|scope| {
        for program in 0..4 {
            let store = Store::new(place.store.file().to_owned());
            scope.spawn(move || {
                for i in 0..8 {
                    let skill = format!("skill-{program}-{i}");
                    store.save(&[rate(&skill, 3, Evidence::Link)], TODAY).expect("saved");
                }
            });
        }
    });
    let loaded = place.load();
    assert_eq!((loaded.profile.ratings.0.len(), loaded.profile.history.len()), (32, 32));
    assert_eq!(place.names(), ["profile.lock", "profile.toml"]);
}

#[test]
fn a_save_that_fails_leaves_the_old_file() {
    let text = "target = \"senior\"\n";
    let place = Place::with(text);
    fs::create_dir(place.path("profile.lock")).expect("a folder in the lock's place");
    let error = place.store.save(&[rate("sql", 3, Evidence::Link)], TODAY).expect_err("no lock");
    assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
    assert!(error.to_string().ends_with("it is as it was before"), "{error}");
    assert_eq!((place.text().as_str(), place.names().len()), (text, 2));
}

#[test]
fn a_folder_in_the_files_place_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.store.file()).expect("a folder in the profile's place");
    for failed in [place.store.load(), place.store.save(&[rate("sql", 3, Evidence::Link)], TODAY)] {
        let error = failed.expect_err("a folder is no file");
        assert!(error.to_string().contains("profile.toml"), "{error}");
    }
    assert!(place.store.file().is_dir());
    assert!(place.names().iter().all(|name| !name.starts_with(".profile-")), "{:?}", place.names());
}

#[test]
fn a_file_in_the_folders_place_fails_too() {
    let place = Place::new();
    fs::write(place.path("file"), "").expect("written");
    let store = Store::new(place.path("file/profile.toml"));
    store.save(&[rate("sql", 3, Evidence::Link)], TODAY).expect_err("a file holds no files");
    assert_eq!(place.names(), ["file"]);
}

#[test]
fn starting_over_keeps_the_old_profile_under_another_name() {
    let place = Place::with("target = \"senior\"\n");
    let aside = place.store.set_aside("before-reset").expect("renamed");
    assert_eq!(aside, Some(place.path("profile.before-reset-1.toml")));
    assert_eq!(place.store.set_aside("before-reset").expect("nothing to do"), None);
    assert_eq!(place.load(), Loaded::default());
    let kept = fs::read_to_string(place.path("profile.before-reset-1.toml"));
    assert_eq!(kept.expect("it is kept"), "target = \"senior\"\n");
}

// The history

fn changes(profile: &Profile) -> Vec<String> {
    let line = |change: &Change| {
        let rating = change.rating.map_or("–".to_owned(), |rating| rating.number().to_string());
        format!("{} {} {rating} {}", change.on, change.skill, change.evidence)
    };
    profile.history.iter().map(line).collect()
}

#[test]
fn a_second_change_on_the_same_day_replaces_the_first() {
    let place = Place::new();
    let on = |day: Date, edit: Edit| place.store.save(&[edit], day).expect("saved");
    on(TODAY, rate("sql", 2, Evidence::Claim));
    on(TODAY, rate("git", 2, Evidence::Claim));
    on(TODAY, rate("sql", 3, Evidence::Link));
    on(date(2026, 11, 25), rate("sql", 4, Evidence::Example));
    let last = on(date(2026, 11, 25), take_back("git"));
    assert_eq!(
        changes(&last.profile),
        [
            "2026-11-24 git 2 claim",
            "2026-11-24 sql 3 link",
            "2026-11-25 sql 4 example",
            "2026-11-25 git – claim"
        ]
    );
}

#[test]
fn a_day_that_was_written_without_quotes_is_the_same_day() {
    let place = Place::with("[[history]]\non = 2026-11-24\nskill = \"sql\"\nrating = 2\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(changes(&saved.profile), ["2026-11-24 sql 3 link"]);
}

#[test]
fn a_history_on_one_line_goes_on() {
    let place = Place::with("history = [{ on = \"2026-11-23\", skill = \"sql\", rating = 2 }]\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(changes(&saved.profile), ["2026-11-23 sql 2 claim", "2026-11-24 sql 3 link"]);
}

// The two ways of making a change agree

/// FNV-1a with 64 bits over each text and a zero byte, worked out did_you_mean: old profiles have to keep their meaning.
#[test]
fn the_hash_of_anchors_never_changes() {
    let anchors = Anchors {
        studied: "a".to_owned(),
        assisted: "b".to_owned(),
        independent: "c".to_owned(),
        leading: "d".to_owned(),
        setting_direction: "é".to_owned(),
    };
    assert_eq!(anchors_hash(&anchors), "8b18a12c8b31cb07");
}

fn some_rated() -> impl Strategy<Value = Rated> {
    let evidence = prop::sample::select(Evidence::all().collect::<Vec<_>>());
    let text = || prop::option::of("[ -~é\n]{0,6}");
    let day = prop::option::of((1i8..=3).prop_map(|day| Day(date(2026, 11, day))));
    let proofs = prop::collection::vec("[a-c]", 0..3);
    (0u8..=5, evidence, proofs, text(), day, prop::option::of("[0-9a-f]{4}")).prop_map(
        |(number, evidence, proofs, note, rated_on, anchors)| Rated {
            proofs,
            note,
            rated_on,
            anchors,
            ..rated(number, evidence)
        },
    )
}

fn some_edit() -> impl Strategy<Value = Edit> {
    let skill =
        || prop::sample::select(vec!["sql", "git", "api-design"]).prop_map(|id| id.parse().expect("an id"));
    let level = prop::option::of(prop::sample::select(vec!["junior", "senior"]));
    let about =
        (prop::sample::select(vec!["name", "years", "odd key.\""]), prop::option::of("[ -~é\n]{0,6}"));
    prop_oneof![
        4 => (skill(), some_rated()).prop_map(|(skill, rated)| Edit::Rate(skill, rated)),
        2 => skill().prop_map(Edit::TakeBack),
        2 => (skill(), some_rated()).prop_map(|(skill, rated)| Edit::Restore(skill, rated)),
        1 => level.prop_map(|level| Edit::Target(level.map(|id| id.parse().expect("an id")))),
        1 => Just(Edit::Guide("back-end-developer".parse().expect("an id"))),
        1 => about.prop_map(|(key, text)| Edit::About(key.to_owned(), text)),
        2 => some_proof().prop_map(Edit::Proof),
        1 => prop::sample::select(vec!["a", "sql"]).prop_map(|id| Edit::DropProof(id.to_owned())),
    ]
}

fn some_proof() -> impl Strategy<Value = Proof> {
    let text = || prop::option::of("[ -~é]{0,6}");
    (prop::sample::select(vec!["a", "sql", "b-2"]), "[ -~]{0,6}", text(), text(), text())
        .prop_map(|(id, title, url, referee, story)| Proof { id: id.to_owned(), title, url, referee, story })
}

/// Profiles to start from: empty, the program's own, and written by hand in several ways.
const STARTS: &[&str] = &[
    "",
    "schema = 1\ntarget = \"senior\"\n\n[ratings.sql]\nrating = 2\nevidence = \"link\"\nnote = \"orders\"\nproofs = [\"a\"]\n\n[[history]]\non = \"2026-11-01\"\nskill = \"sql\"\nrating = 2\nevidence = \"link\"\n",
    "[ratings]\nsql = { rating = 2, note = \"orders\" }\ngit.rating = 3\n\n[about]\nname = \"Ada\"\n",
    "ratings.sql.rating = 2\nabout.name = \"Ada\"\nhistory = [{ on = \"2026-11-01\", skill = \"sql\", rating = 2 }]\n",
    "about = { name = \"Ada\" }\nratings = { sql = { rating = 2 } }\n",
    "[[proofs]]\nid = \"a\"\ntitle = \"shop\" # mine\nsince = 2024\n\n[ratings.sql]\nrating = 2\nproofs = [\"a\"]\n",
    "proofs = [{ id = \"a\", url = \"https://example.org\" }]\n",
];

proptest! {
    #![proptest_config(cases(512, 20_261_124))]

    /// The one in the file's text, which a save makes, and the one in memory, which the interface makes at once.
    #[test]
    fn a_change_in_the_text_and_one_in_memory_agree(
        start in prop::sample::select(STARTS),
        edits in prop::collection::vec((some_edit(), 1i8..=3), 0..12),
    ) {
        let understood = |text: &str| Place::with(text).load();
        let mut document: DocumentMut = start.parse().expect("TOML");
        let mut profile = understood(start).profile;
        for (edit, day) in &edits {
            let today = date(2026, 11, *day);
            edit::apply(&mut document, &mut profile, std::slice::from_ref(edit), today);
            let loaded = understood(&document.to_string());
            prop_assert_eq!(&loaded.notices, &[""; 0], "\n{}", document);
            prop_assert_eq!(&loaded.profile, &profile, "after {:?}\n{}", edit, document);
        }
    }
}

proptest! {
    #![proptest_config(cases(256, 20_261_125))]

    /// But for the history, which says that there was a change, and the guide.
    #[test]
    fn what_is_undone_is_as_before(start in prop::sample::select(STARTS), edits in prop::collection::vec(some_edit(), 1..5)) {
        let before = Place::with(start).load().profile;
        let mut profile = before.clone();
        let mut inverses = Vec::new();
        for edit in &edits {
            inverses.extend(edit::inverse(&profile, edit));
            edit::apply_to(&mut profile, edit, TODAY);
        }
        for inverse in inverses.iter().rev() {
            edit::apply_to(&mut profile, inverse, TODAY);
        }
        let sorted = |profile: &Profile| {
            let mut proofs = profile.proofs.clone();
            proofs.sort_by(|a, b| a.id.cmp(&b.id));
            proofs
        };
        prop_assert_eq!(&profile.ratings.0, &before.ratings.0);
        prop_assert_eq!(&profile.about, &before.about);
        prop_assert_eq!(&profile.target, &before.target);
        prop_assert_eq!(sorted(&profile), sorted(&before));
    }
}

#[rstest]
#[case("https://example.org/shop", Evidence::Example, ProofKind::Link)]
#[case("github.com/ada/shop", Evidence::Link, ProofKind::Link)]
#[case("Jo Berg, who led the team", Evidence::Link, ProofKind::Referee)]
#[case("e.g. the night of the outage", Evidence::Example, ProofKind::Case)]
#[case("Ada", Evidence::Link, ProofKind::Referee)]
fn what_a_proof_is_can_be_told_from_its_words(
    #[case] text: &str,
    #[case] evidence: Evidence,
    #[case] kind: ProofKind,
) {
    assert_eq!(ProofKind::guess(text, evidence), kind);
}

#[test]
fn a_proof_told_finds_a_free_id_and_carries_what_it_is() {
    let skill: SkillId = "sql".parse().expect("an id");
    let first = Proof::told(ProofKind::Link, " https://example.org/a ", &skill, &[]);
    assert_eq!((first.id.as_str(), first.carries()), ("sql", Evidence::Link));
    let long =
        "I found the lock that held the nightly job for two hours and wrote down how to see it next time";
    let second = Proof::told(ProofKind::Case, long, &skill, std::slice::from_ref(&first));
    assert_eq!((second.id.as_str(), second.carries()), ("sql-2", Evidence::Example));
    assert!(second.title.ends_with('…') && second.title.chars().count() <= 61, "{}", second.title);
    assert_eq!(second.story.as_deref(), Some(long));
}

#[test]
fn a_proof_is_written_beside_what_is_there() {
    let place = Place::with("# mine\n[[proofs]]\nid = \"a\"\ntitle = \"shop\"\nsince = 2024 # kept\n");
    let mut proof = place.load().profile.proofs[0].clone();
    proof.url = Some("https://example.org".to_owned());
    let other = Proof { id: "b".to_owned(), ..proof.clone() };
    place.save(&[Edit::Proof(proof), Edit::Proof(other)]);
    let text = place.text();
    assert!(text.contains("since = 2024 # kept") && text.contains("# mine"), "{text}");
    assert_eq!(place.load().profile.proofs.len(), 2);
    let proofs = Place::with("proofs = 3\n");
    let error = proofs.store.save(&[Edit::DropProof("a".to_owned())], TODAY).expect_err("nothing is saved");
    assert!(error.to_string().contains("proofs has to be a list of tables"), "{error}");
}

#[rstest]
#[case("ratings = 3", "ratings has to be a table")]
#[case("history = \"long\"", "history has to be a list of tables")]
fn what_stands_in_the_way_of_a_rating_is_not_written_over(#[case] value: &str, #[case] told: &str) {
    let place = Place::with(format!("{value}\n"));
    let edit = rate("sql", 2, Evidence::Claim);
    let error = place.store.save(&[edit], TODAY).expect_err("nothing is saved").to_string();
    assert!(error.contains(told), "{error}");
    assert_eq!(place.text(), format!("{value}\n"));
}
