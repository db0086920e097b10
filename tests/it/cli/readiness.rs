//! `coach readiness` from outside: what it prints for a fixed person, what it keeps and what it refuses.

use crate::support::{Home, levels};
use unicode_width::UnicodeWidthStr;

const PERSON: &str = r#"schema = 1
guide = "back-end-developer"
target = "developer"

[about]
name = "Ines"
years = 1.5 # since the agency
education = "Bootcamp, 16 weeks; before that a shop"
resume = true
cover_letter = "begun"
hours-per-week = 6

[ratings.programming-language]
rating = 3
evidence = "example"
proofs = ["orders"]
rated_on = "2001-03-16"
anchors = "0123456789abcdef"

[ratings.sql]
rating = 3
evidence = "example"
proofs = ["orders"]

[ratings.git]
rating = 3
evidence = "link"
proofs = ["gone"]

[ratings.testing]
rating = 2
evidence = "claim"
rated_on = "2002-07-01"

[ratings.api-design]
rating = 2
evidence = "claim"

[ratings.problem-solving]
rating = 3
evidence = "claim"
rated_on = "2001-03-16"

[ratings.collaboration]
rating = 2
evidence = "example"

[ratings.security]
rating = 0

[[proofs]]
id = "orders"
title = "Order import for a wine merchant"
url = "https://example.com/orders"
story = "Runs every night since May."

[[proofs]]
id = "vouch"
title = "Team lead of the agency"
referee = "Noor"
"#;

#[test]
fn five_bars_of_a_person() {
    insta::assert_snapshot!(Home::with(PERSON).prints(&["readiness"]));
}

#[test]
fn five_bars_at_60_columns() {
    let home = Home::with(PERSON);
    insta::assert_snapshot!(home.prints_at(60, &["readiness", "senior"]));
}

#[test]
fn the_ledger_of_a_person() {
    insta::assert_snapshot!(Home::with(PERSON).prints(&["readiness", "--evidence"]));
}

#[test]
fn five_bars_of_nobody() {
    insta::assert_snapshot!(Home::new().prints(&["readiness", "junior"]));
}

#[test]
fn the_ledger_of_nobody() {
    insta::assert_snapshot!(Home::new().prints(&["readiness", "--evidence"]));
}

#[test]
fn every_level_fits_its_width() {
    let home = Home::with(PERSON);
    for columns in [80, 60] {
        for arguments in
            levels().iter().map(|level| vec!["readiness", level]).chain([vec!["readiness", "--evidence"]])
        {
            for line in home.prints_at(columns, &arguments).lines() {
                assert!(line.width() <= columns, "{arguments:?}: {line}");
                assert_eq!(line, line.trim_end());
            }
        }
    }
}

#[test]
fn answers_are_kept_and_the_file_keeps_its_shape() {
    let home = Home::with(PERSON);
    let said =
        home.prints(&["readiness", "--set", "experience=2,5 years", "letter=done", "Interview Practice=2"]);
    assert_eq!(
        said,
        "years: 2.5 (before: 1.5)\ncover-letter: yes (before: begun)\ninterviews: yes (not answered before)\n"
    );
    let text = home.profile_text();
    for line in
        ["years = \"2.5\" # since the agency", "cover_letter = \"yes\"", "interview_practice = \"yes\""]
    {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("cover-letter") && text.contains("rated_on = \"2002-07-01\""));
    assert_eq!(home.prints(&["readiness", "--set", "years="]), "years: no longer answered (before: 2.5)\n");
    assert!(home.prints(&["readiness"]).contains("years of paid work"), "the question is open again");
}

#[test]
fn with_a_level_the_bars_follow_the_answer() {
    let home = Home::new();
    let text = home.prints(&["readiness", "mid", "--set", "years=3"]);
    assert!(text.starts_with("years: 3 (not answered before)\n\nMid-level Back-End Developer:"), "{text}");
    assert!(text.contains("You say 3 years."));
}

#[test]
fn a_wrong_answer_is_told_and_nothing_is_kept() {
    let home = Home::with(PERSON);
    for (wish, problem) in [
        ("years=many", "`many` is not a number of years"),
        ("years=-1", "not a number of years"),
        ("education=life", "coach can't tell from `life` how you learned"),
        ("resume=perhaps", "`perhaps` is not an answer: write yes, begun or no"),
        ("hours=200", "not a number of hours a week from 0.5 to 168"),
        ("shoe-size=43", "there is no key `shoe-size`; the keys are years, education, resume"),
        ("years", "`years` has no value: write KEY=VALUE"),
    ] {
        let told = home.fails(2, &["readiness", "--set", "cover-letter=yes", wish]);
        assert!(told.contains(problem), "{wish}: {told}");
        assert_eq!(home.profile_text(), PERSON, "{wish}");
    }
}

#[test]
fn without_a_level_or_a_target_it_asks_for_one() {
    let home = Home::new();
    assert!(home.fails(2, &["readiness"]).contains("readiness for which level?"));
    assert!(home.fails(2, &["readiness", "qqq"]).contains("there is no level `qqq`"));
    assert!(!home.profile().exists());
}

#[test]
fn rating_again_takes_a_rating_off_the_list() {
    let home = Home::with(PERSON);
    let listed = |home: &Home| {
        let text = home.prints(&["readiness"]);
        let at = text.find("Ratings to review").unwrap_or(text.len());
        text[at..].to_owned()
    };
    assert!(listed(&home).contains("Testing"));
    home.prints(&["rate", "testing=2:claim"]);
    assert!(!listed(&home).contains("Testing") && listed(&home).contains("Language"));
    home.prints(&["rate", "programming-language=3:example", "problem-solving=3:claim"]);
    assert_eq!(listed(&home), "");
}
