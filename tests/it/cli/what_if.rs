//! `coach what-if` from outside: what it foretells, and that nothing is kept.

use crate::support::Home;

const PROFILE: &str = r#"schema = 1
guide = "back-end-developer"
target = "developer"

[ratings]
programming-language = { rating = 3, evidence = "claim" }
frameworks = { rating = 3, evidence = "example" }
sql = { rating = 3, evidence = "link" }
git = { rating = 3, evidence = "link" }
api-design = { rating = 2, evidence = "example" }
testing = { rating = 2, evidence = "example" }
security = { rating = 2, evidence = "claim" }
problem-solving = { rating = 3, evidence = "example" }
attention-to-detail = { rating = 2, evidence = "example" }
communication = { rating = 2, evidence = "example" }
collaboration = { rating = 3, evidence = "example" }
learning = { rating = 2, evidence = "link" }
prioritisation = { rating = 2, evidence = "claim" }
containers = { rating = 2, evidence = "claim" }
performance = { rating = 1, evidence = "example" }
"#;

#[test]
fn three_proofs_and_two_courses_reach_the_level() {
    let words =
        ["programming-language=3:link", "security=2:link", "api-design=2:link", "cloud=1", "messaging=1"];
    insta::assert_snapshot!(Home::with(PROFILE).prints(&[&["what-if"], &words[..]].concat()));
}

#[test]
fn a_lost_must_have_shows_what_falls() {
    insta::assert_snapshot!(Home::with(PROFILE).prints(&["what-if", "git=1:link", "testing="]));
}

#[test]
fn it_fits_60_columns() {
    let home = Home::with(PROFILE);
    insta::assert_snapshot!(home.prints_at(60, &["what-if", "programming-language=3:link"]));
}

#[test]
fn nothing_is_saved_and_nothing_is_made() {
    let home = Home::with(PROFILE);
    home.prints(&["what-if", "sql=5:link", "git="]);
    assert_eq!(home.profile_text(), PROFILE);
    assert_eq!(home.names("data/career-coach"), ["profile.toml"]);
}

/// It says of the future what `coach rate` with the same words brings.
#[test]
fn it_foretells_what_rate_does() {
    let home = Home::with(PROFILE);
    let words = ["postgres=4", "programming-language=3:link", "cloud=studied:example", "testing="];
    let json = home.prints(&[&["--json", "what-if"], &words[..]].concat());
    let foretold: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    home.prints(&[&["rate"], &words[..]].concat());
    let now: serde_json::Value = serde_json::from_str(&home.prints(&["--json", "gap"])).expect("JSON");
    assert_eq!(foretold["after"], now);
    assert_ne!(foretold["before"], now);
}

#[test]
fn what_is_said_already_changes_nothing() {
    let text = Home::with(PROFILE).prints(&["what-if", "sql=3:link", "cloud="]);
    assert!(text.contains("nothing would change"), "{text}");
}

#[test]
fn a_wrong_word_is_misuse() {
    let home = Home::with(PROFILE);
    for (words, hint) in [
        (&["what-if"][..], "SKILL=RATING"),
        (&["what-if", "sql"], "has no rating"),
        (&["what-if", "sql=7"], "not a rating"),
        (&["what-if", "kuberentes=3"], "closest"),
    ] {
        let done = home.coach(words).assert().code(2).stdout("");
        let error = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
        assert!(error.contains(hint), "{words:?}: {error}");
    }
}
