//! What if: the same as rating and scoring again, and nothing is kept.

use assert_cmd::Command;
use career_coach::coach::score::assess;
use career_coach::coach::what_if::{Supposed, suppose};
use career_coach::guide::embedded;
use career_coach::guide::id::SkillId;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

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

struct Home {
    folder: TempDir,
}

impl Home {
    fn with(profile: &str) -> Self {
        let home = Self { folder: TempDir::new().expect("a temporary folder") };
        fs::write(home.profile(), profile).expect("the profile can be written");
        home
    }

    fn profile(&self) -> PathBuf {
        self.folder.path().join("profile.toml")
    }

    fn coach(&self, arguments: &[&str]) -> Command {
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("coach");
        command.env_clear().env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.folder.path());
        command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
        command.current_dir(self.folder.path()).arg("--profile").arg(self.profile()).args(arguments);
        command
    }

    fn prints(&self, arguments: &[&str]) -> String {
        let done = self.coach(arguments).assert().code(0).stderr("");
        String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
    }
}

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
    let done = home.coach(&["what-if", "programming-language=3:link"]).env("COLUMNS", "60").assert().code(0);
    insta::assert_snapshot!(String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8"));
}

#[test]
fn nothing_is_saved_and_nothing_is_made() {
    let home = Home::with(PROFILE);
    home.prints(&["what-if", "sql=5:link", "git="]);
    assert_eq!(fs::read_to_string(home.profile()).expect("a profile"), PROFILE);
    let names: Vec<_> = fs::read_dir(home.folder.path()).expect("a folder").collect();
    assert_eq!(names.len(), 1, "{names:?}");
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
        (&["what-if", "sql"], "rates nothing"),
        (&["what-if", "sql=7"], "no rating"),
        (&["what-if", "kuberentes=3"], "nearest"),
    ] {
        let done = home.coach(words).assert().code(2).stdout("");
        let error = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
        assert!(error.contains(hint), "{words:?}: {error}");
    }
}

fn some_answer() -> impl Strategy<Value = Option<(Rating, Evidence)>> {
    let rating = (0i64..=5).prop_map(|number| Rating::from_number(number).expect("0 to 5"));
    let evidence = prop_oneof![Just(Evidence::Claim), Just(Evidence::Example), Just(Evidence::Link)];
    prop::option::of((rating, evidence))
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(2026), failure_persistence: None, cases: 64, ..ProptestConfig::default()
    })]

    #[test]
    fn it_is_the_score_of_the_changed_ratings(
        now in prop::collection::vec(some_answer(), 25),
        wishes in prop::collection::vec((0usize..25, some_answer()), 0..6),
    ) {
        let library = embedded().expect("embedded whole");
        let guide = &library.guides[0];
        let skills: Vec<&SkillId> = guide.asked_skills();
        let ratings = |answers: &[Option<(Rating, Evidence)>]| -> Ratings {
            let given = skills.iter().zip(answers);
            given.filter_map(|(skill, answer)| answer.map(|(r, e)| ((*skill).clone(), r, e))).collect()
        };
        let mut later = now.clone();
        wishes.iter().for_each(|(skill, answer)| later[*skill] = *answer);
        let supposed: Vec<Supposed> =
            wishes.iter().map(|(skill, answer)| Supposed { skill: skills[*skill].clone(), answer: *answer }).collect();
        let what_if = suppose(guide, &ratings(&now), &supposed);
        prop_assert_eq!(&what_if.before, &assess(guide, &ratings(&now)));
        prop_assert_eq!(&what_if.after, &assess(guide, &ratings(&later)));
        let differ = now.iter().zip(&later).filter(|(a, b)| a != b).count();
        prop_assert_eq!(what_if.changes.len(), differ);
    }
}
