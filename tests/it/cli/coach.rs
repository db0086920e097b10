//! Ticking off steps, writing proofs down, and looking again at old ratings, on the command line.

use crate::support::{Home, SAMPLE, flat};
use serde_json::Value;

fn profile(home: &Home) -> toml::Table {
    home.profile_text().parse().expect("TOML")
}

/// The number of the plan's first step for a skill.
fn step_of(home: &Home, skill: &str) -> usize {
    let plan = home.json(&["plan"]);
    let steps = plan["steps"].as_array().expect("an array");
    let at = steps.iter().position(|step| step["skill"] == skill);
    1 + at.expect("the skill is planned")
}

fn answer(home: &Home, skill: &str) -> (Value, Value) {
    let rating = home.json(&["profile"])["ratings"][skill].clone();
    (rating["rating"].clone(), rating["evidence"].clone())
}

#[test]
fn a_step_is_ticked_off_with_its_rating_and_its_proof() {
    let home = Home::with(&SAMPLE.replace("testing = { rating = 2", "testing = { rating = 1"));
    let number = step_of(&home, "testing").to_string();
    let said = home.answers(&["plan", "--done", &number], "2\nl\nhttps://example.org/shop\n");
    assert!(flat(&said).contains("2 link (before: 1 example)"), "{said}");
    assert!(flat(&said).contains("left.") || flat(&said).contains("no steps left"), "{said}");
    assert_eq!(answer(&home, "testing"), (2.into(), "link".into()));
    let proofs = profile(&home)["proofs"].as_array().expect("a list").clone();
    assert_eq!(proofs[0]["url"].as_str(), Some("https://example.org/shop"));
    assert_eq!(profile(&home)["ratings"]["testing"]["proofs"][0], proofs[0]["id"]);
    let evidence = home.prints(&["readiness", "--evidence"]);
    assert!(evidence.contains("https://example.org/shop"), "{evidence}");
}

#[test]
fn a_proof_alone_ticks_a_step_off_too() {
    let home = Home::with(SAMPLE);
    let plan = home.json(&["plan"]);
    let steps = plan["steps"].as_array().expect("an array");
    let step = steps.iter().find(|step| step["action"] == "prove").expect("something to prove");
    let skill = step["skill"].as_str().expect("an id");
    home.answers(&["plan", "--done", skill], "r\nJo Berg, who led the team\n");
    assert_eq!(answer(&home, skill).1, "link");
    let referee = profile(&home)["proofs"][0]["referee"].clone();
    assert_eq!(referee.as_str(), Some("Jo Berg, who led the team"));
}

#[test]
fn a_step_that_is_left_changes_nothing() {
    let home = Home::with(&SAMPLE.replace("testing = { rating = 2", "testing = { rating = 1"));
    let before = home.profile_text();
    let said = home.answers(&["plan", "--done", "testing"], "q\n");
    assert!(said.contains("Nothing was changed."), "{said}");
    home.answers(&["plan", "--done", "testing"], "");
    assert_eq!(home.profile_text(), before);
}

#[test]
fn a_proof_that_is_left_out_or_no_address_changes_nothing() {
    let home = Home::with(SAMPLE);
    let plan = home.json(&["plan"]);
    let steps = plan["steps"].as_array().expect("an array");
    let skill =
        steps.iter().find(|step| step["action"] == "prove").expect("something to prove")["skill"].clone();
    for input in ["", "q\n", "\n", "l\nsomewhere\n"] {
        let said = home.answers(&["plan", "--done", skill.as_str().expect("an id")], input);
        assert!(said.contains("Nothing was changed."), "{input:?}: {said}");
    }
    assert_eq!(home.profile_text(), SAMPLE);
}

#[test]
fn an_export_never_lands_on_the_profile() {
    let home = Home::with(SAMPLE);
    let file = home.profile().display().to_string();
    let said = home.fails(2, &["export", "report", "--to", &file, "--force"]);
    assert!(said.contains("belongs to your profile"), "{said}");
    assert_eq!(home.profile_text(), SAMPLE);
}

#[test]
fn what_steers_a_terminal_reaches_no_output() {
    let home = Home::with(
        "target = \"junior\"\n[about]\nname = \"a\u{9b}31m\u{202e}b\"\n[[proofs]]\nid = \"p\"\ntitle = \"x\u{202e}\u{9b}y\"\n[ratings]\nsql = { rating = 2, proofs = [\"p\"] }\n",
    );
    for arguments in
        [&["profile"][..], &["readiness", "--evidence"], &["export", "report"], &["profile", "--json"]]
    {
        let said = home.prints(arguments);
        assert!(!said.contains('\u{9b}'), "{arguments:?}");
        assert!(arguments.contains(&"--json") || !said.contains('\u{202e}'), "{arguments:?}");
    }
}

#[test]
fn a_step_that_is_not_there_is_told() {
    let home = Home::with(SAMPLE);
    assert!(home.fails(2, &["plan", "--done", "99"]).contains("the plan has no step `99`"));
    assert!(home.fails(2, &["plan", "--done", "knitting"]).contains("knitting"));
}

#[test]
fn one_text_proves_several_ratings() {
    let home = Home::new();
    home.prints(&["rate", "testing=3:link", "git=3:link", "sql=2", "--proof", "github.com/ada/shop"]);
    let profile = profile(&home);
    assert_eq!(profile["proofs"].as_array().map(Vec::len), Some(1));
    assert_eq!(profile["proofs"][0]["url"].as_str(), Some("github.com/ada/shop"));
    for skill in ["testing", "git"] {
        assert_eq!(profile["ratings"][skill]["proofs"][0], profile["proofs"][0]["id"], "{skill}");
    }
    assert!(profile["ratings"]["sql"].get("proofs").is_none(), "a claim names none");
}

#[test]
fn a_proof_of_nothing_is_refused() {
    let home = Home::new();
    assert!(
        home.fails(2, &["rate", "sql=2", "--proof", "somewhere"])
            .contains("--proof: a proof needs a rating whose evidence")
    );
    assert!(
        home.fails(2, &["rate", "sql=2:link", "--proof", " "]).contains("--proof: a proof needs some text")
    );
    assert!(!home.profile().exists());
}

#[test]
fn old_ratings_are_asked_again_and_renewed() {
    let old = "[ratings]\nsql = { rating = 3, evidence = \"link\", rated_on = \"2020-01-01\", proofs = [\"a\"] }\n\
               git = { rating = 3, rated_on = \"2020-01-02\", note = \"daily\" }\n";
    let home = Home::with(old);
    let said = home.answers(&["assess", "--review"], "3:link\ns\n");
    assert!(said.contains("2 questions"), "{said}");
    let ratings = profile(&home)["ratings"].clone();
    assert_ne!(ratings["sql"]["rated_on"].as_str(), Some("2020-01-01"));
    assert_eq!(ratings["sql"]["proofs"][0].as_str(), Some("a"), "its proofs stay");
    assert_eq!(ratings["git"]["rated_on"].as_str(), Some("2020-01-02"), "skipped");
    let said = home.answers(&["assess", "--review"], "");
    assert!(said.contains("One question"), "{said}");
    let fresh = Home::new().answers(&["assess", "--review"], "");
    assert!(fresh.contains("No rating is old"), "{fresh}");
}
