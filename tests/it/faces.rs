//! One rule for both faces: the same act, on the command line and by keys, leaves the same profile.

use crate::support::{Home, TODAY, library};
use career_coach::profile::store::Store;
use career_coach::session::Session;
use career_coach::tui::app::App;
use career_coach::tui::input::Input;
use career_coach::tui::outcome::Effect;
use jiff::civil::Date;
use rstest::rstest;
use toml::{Table, Value};

fn today() -> Date {
    TODAY
}

/// What the keys leave in the file. Words in quotation marks are pasted, others are names of keys.
fn by_keys(profile: &str, keys: &[&str]) -> Table {
    let home = Home::with(profile);
    let store = Store::new(home.profile());
    let loaded = store.load(library()).expect("a profile");
    let session = Session::new(library().clone(), 0, loaded.profile, today).expect("the first guide");
    let mut app = App::new(session);
    for key in keys {
        let input = match key.strip_prefix('"') {
            Some(text) => Input::Paste(text.to_owned()),
            None => Input::Key(key.parse().expect(key)),
        };
        for effect in app.input(input) {
            if let Effect::Save(edits) = effect {
                let session = &app.session;
                store.save(&edits, TODAY, session.profile(), session.library()).expect("saved");
            }
        }
    }
    without_days(&home.profile_text())
}

/// What a command leaves in the file.
fn by_command(profile: &str, arguments: &[&str], input: &str) -> Table {
    let home = Home::with(profile);
    home.coach(arguments).write_stdin(input).assert().code(0);
    without_days(&home.profile_text())
}

/// The command reads the real clock, so days are left out.
fn without_days(text: &str) -> Table {
    let mut table: Table = text.parse().expect("TOML");
    if let Some(ratings) = table.get_mut("ratings").and_then(Value::as_table_mut) {
        for (_, rating) in ratings.iter_mut() {
            rating.as_table_mut().map(|rating| rating.remove("rated_on"));
        }
    }
    // Whatever was true before has a day of its own; what counts here is what is true now.
    table.remove("history");
    table
}

const NOBODY: &str = "schema = 1\n";
const LINKED: &str = "schema = 1\n[ratings.git]\nrating = 3\nevidence = \"link\"\nnote = \"mine\"\n";
/// Everything that Junior asks, claimed, so that the plan only proves.
const CLAIMED: &str = "schema = 1\ntarget = \"junior\"\n[ratings]\n";

/// From anywhere to the question about Git.
const TO_GIT: [&str; 4] = ["/", "\"version control with git", "enter", "r"];

#[rstest]
#[case::a_first_rating(NOBODY, &["rate", "git=3"], &["3"])]
#[case::the_same_rating_keeps_its_evidence(LINKED, &["rate", "git=3"], &["3"])]
#[case::a_different_rating_is_a_claim_again(LINKED, &["rate", "git=4"], &["4"])]
#[case::a_lower_one_too(LINKED, &["rate", "git=2"], &["2"])]
#[case::nothing_at_all(LINKED, &["rate", "git=0"], &["0"])]
#[case::a_rating_with_an_address(
    NOBODY,
    &["rate", "git=3:link", "--proof", "https://example.org/x"],
    &["3", "l", "\"https://example.org/x", "enter"]
)]
#[case::a_rating_with_a_case(
    NOBODY,
    &["rate", "git=3:example", "--proof", "We bisected for a day"],
    &["3", "e", "\"We bisected for a day", "enter"]
)]
#[case::a_cleared_rating(LINKED, &["rate", "git="], &["x"])]
fn a_rating(#[case] profile: &str, #[case] command: &[&str], #[case] keys: &[&str]) {
    let keys = [&TO_GIT[..], keys].concat();
    assert_eq!(by_keys(profile, &keys), by_command(profile, command, ""));
}

#[rstest]
#[case::a_target(NOBODY, &["target", "senior"], &["t", "4"])]
#[case::an_answer(
    "target = \"junior\"\nguide = \"back-end-developer\"\n",
    &["readiness", "--set", "years=2,5 years"],
    &["6", "r", "a", "1", "\"2,5 years", "enter"]
)]
fn a_word_about_oneself(#[case] profile: &str, #[case] command: &[&str], #[case] keys: &[&str]) {
    assert_eq!(by_keys(profile, keys), by_command(profile, command, ""));
}

#[test]
fn a_step_that_is_ticked_off() {
    let level = crate::support::level(crate::support::guide(), "junior");
    let claims = level.asks.iter().map(|ask| {
        let rating = ask.required.number();
        format!("{} = {{ rating = {rating}, evidence = \"claim\" }}\n", ask.skill)
    });
    let profile: String = [CLAIMED.to_owned()].into_iter().chain(claims).collect();
    let command = by_command(&profile, &["plan", "--done", "1"], "l\nhttps://example.org/x\n");
    let keys = by_keys(&profile, &["6", "d", "1", "\"https://example.org/x", "enter"]);
    assert_eq!(keys, command);
}
