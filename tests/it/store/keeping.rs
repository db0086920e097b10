//! What a save writes, and what it leaves as it is.

use super::{Place, answer, clear, entry, rate, target, tell};
use crate::support::skill;
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::Topic;
use career_coach::profile::edit::{Edit, NewProof};
use career_coach::profile::model::{ProofKind, Ratings};
use career_coach::profile::store::Loaded;
use rstest::rstest;

#[test]
fn a_first_save_makes_a_file_that_says_all_and_reads_back() {
    let place = Place::new();
    let saved = place.save(&[
        target(Some("senior")),
        tell(Topic::Years, Some("3")),
        rate("sql", 3, Evidence::Claim),
        Edit::SetNote { skill: skill("sql"), note: Some("the \"orders\"\nof the shop".to_owned()) },
        Edit::AddProof {
            proof: NewProof::new(ProofKind::Link, "https://example.org/shop"),
            skills: vec![skill("sql")],
        },
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
years = 3

[ratings.sql]
rating = 3
evidence = "link"
proofs = ["sql"]
note = """
the "orders"
of the shop"""
rated_on = "2026-11-24"

[ratings.git]
rating = 0
evidence = "claim"
rated_on = "2026-11-24"

[[proofs]]
id = "sql"
title = "https://example.org/shop"
url = "https://example.org/shop"

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
    place.save(&[rate("sql", 3, Evidence::Link), target(Some("senior"))]);
    assert_eq!(
        place.text(),
        r#"# My own file.
mood = "hopeful"   # not the program's business
target = "senior"  # for now
schema = 1
guide = "back-end-developer"

# About me
[about]
name = "Ada"

# Databases
[ratings.sql]      # since the shop
evidence = "link" # must find the link
stars = 5
rating = 3
rated_on = "2026-11-24"

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
#[case::other_names("[Ratings.Postgres]\n# why\nRating = 2 # here\nstars = 5\n")]
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
    assert_eq!(
        text.to_lowercase().matches("rating = ").count(),
        4,
        "each once, here and in the history:\n{text}"
    );
    let saved = place.save(&[clear("sql")]);
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
fn a_rating_given_anew_keeps_note_and_proofs() {
    let place =
        Place::with("[ratings.sql]\nrating = 2\nnote = \"orders\"\nproofs = [\"shop\"]\nmood = \"good\"\n");
    let anew = entry(&place.save(&[rate("sql", 3, Evidence::Link)]), "sql");
    assert_eq!((anew.note.as_deref(), anew.proofs.len()), (Some("orders"), 1));
    assert!(place.text().contains("mood = \"good\""), "{}", place.text());
}

#[test]
fn clearing_and_aiming_for_nothing_remove_what_they_name() {
    let place = Place::with("target = \"senior\"\n[about]\nyears = 3\n[ratings.sql]\nrating = 2\n");
    let saved = place.save(&[
        clear("sql"),
        clear("git"),
        target(None),
        tell(Topic::Years, None),
        tell(Topic::Resume, None),
    ]);
    assert_eq!(saved.profile.ratings, Ratings::default());
    assert_eq!((saved.profile.aim.target, saved.profile.about.entries().count()), (None, 0));
    assert_eq!(saved.profile.history.len(), 1, "what wasn't rated can't be cleared");
}

#[test]
fn an_answer_that_is_a_whole_number_stays_one() {
    let place = Place::with("[about]\nyears = 3 # of work\n");
    place.save(&[tell(Topic::Years, Some("4")), tell(Topic::Education, Some("BSc, 2015"))]);
    let text = place.text();
    assert!(text.contains("years = 4 # of work") && text.contains("education = \"BSc, 2015\""), "{text}");
}

#[test]
fn lines_that_end_as_on_windows_go_on_ending_so() {
    let text = "# mine\r\n[ratings.sql]\r\nrating = 2\r\nnote = \"\"\"\r\nold\r\nnote\"\"\"\r\n";
    let place = Place::with(text);
    let note = |text: &str| Edit::SetNote { skill: skill("git"), note: Some(text.to_owned()) };
    let saved = place.save(&[
        rate("sql", 3, Evidence::Link),
        rate("git", 1, Evidence::Claim),
        note("a\nb \"c\" \\ d"),
    ]);
    assert_eq!(saved, place.load());
    assert_eq!(entry(&saved, "git").note.as_deref(), Some("a\nb \"c\" \\ d"));
    assert_eq!(entry(&saved, "sql").note.as_deref(), Some("old\r\nnote"));
    let text = place.text();
    assert!(
        text.contains("# mine\r\n") && text.contains("note = \"\"\"\r\nold\r\nnote\"\"\"\r\n"),
        "{text:?}"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
}

#[test]
fn a_byte_order_mark_is_read_and_kept() {
    let place = Place::with("\u{feff}[ratings.sql]\nrating = 3\n");
    assert_eq!(answer(&place.load().profile, "sql"), Some((3, Evidence::Claim)));
    let saved = place.save(&[rate("git", 2, Evidence::Claim)]);
    assert_eq!(answer(&saved.profile, "sql"), Some((3, Evidence::Claim)));
    assert!(place.text().starts_with("\u{feff}"), "{:?}", place.text());
    assert_eq!(place.text().matches('\u{feff}').count(), 1);
    assert_eq!(place.load(), saved);
}

#[rstest]
#[case("ratings = 3", "ratings has to be a table")]
#[case("history = \"long\"", "history has to be a list of tables")]
#[case("# so\nhistory = [1]", "line 2, column 11: history has to be a list of tables")]
fn what_stands_in_the_way_of_a_rating_is_not_written_over(#[case] value: &str, #[case] told: &str) {
    let place = Place::with(format!("{value}\n"));
    let edit = rate("sql", 2, Evidence::Claim);
    let error = super::save(&place.store, &[edit], super::TODAY).expect_err("nothing is saved").to_string();
    assert!(error.contains(told), "{error}");
    assert_eq!(place.text(), format!("{value}\n"));
}
