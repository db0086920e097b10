//! Ratings and the target by name: forgiving, all or nothing, and honest about what was understood.

use crate::support::{Home, SAMPLE, flat, skill_text};
use rstest::rstest;

/// What the profile says of a skill: rating and evidence.
fn rated(home: &Home, skill: &str) -> Option<(u64, String)> {
    let person = home.json(&["profile"]);
    let rating = person["ratings"].get(skill)?;
    Some((
        rating["rating"].as_u64().expect("a number"),
        rating["evidence"].as_str().expect("a text").to_owned(),
    ))
}

/// What the program says to ratings, on one line.
fn says(home: &Home, wishes: &[&str]) -> String {
    flat(&home.prints(&[&["rate"], wishes].concat()))
}

fn sql(rest: &str) -> String {
    format!("{}: {rest}", skill_text("sql", "name"))
}

#[rstest]
#[case("sql=3:link", "sql", 3, "link")]
#[case("postgres=3", "sql", 3, "claim")]
#[case("k8s=2:example", "containers", 2, "example")]
#[case("Kubernetes = Assisted : Example", "containers", 2, "example")]
#[case("Databases and SQL=independent", "sql", 3, "claim")]
#[case("api_design=leading:link", "api-design", 4, "link")]
#[case("technical-direction=setting-direction", "technical-direction", 5, "claim")]
#[case("technical-direction=setting direction", "technical-direction", 5, "claim")]
#[case("docker=none", "containers", 0, "claim")]
#[case("git=0", "git", 0, "claim")]
#[case("contain=1", "containers", 1, "claim")]
fn names_ratings_and_evidence_are_forgiving(
    #[case] wish: &str,
    #[case] skill: &str,
    #[case] rating: u64,
    #[case] evidence: &str,
) {
    let home = Home::new();
    home.prints(&["rate", wish]);
    assert_eq!(rated(&home, skill), Some((rating, evidence.to_owned())));
}

#[test]
fn each_answer_says_what_is_now_and_what_was() {
    let home = Home::new();
    assert_eq!(
        says(&home, &["sql=3:link", "git=assisted"]),
        format!(
            "{}: 3 link (not rated before) {}: 2 claim, because you gave no evidence (not rated before)",
            skill_text("sql", "name"),
            skill_text("git", "name")
        )
    );
    assert_eq!(says(&home, &["sql=4:example"]), sql("4 example (before: 3 link)"));
    assert_eq!(says(&home, &["sql=0:link"]), sql("0 (before: 4 example)"));
}

#[test]
fn without_evidence_a_different_rating_is_a_claim_again_and_says_so() {
    let home = Home::new();
    home.prints(&["rate", "sql=3:link"]);
    assert_eq!(
        says(&home, &["sql=4"]),
        sql("4 claim; a different rating is a claim unless you give evidence with it (before: 3 link)")
    );
    assert_eq!(rated(&home, "sql"), Some((4, "claim".to_owned())));
    home.prints(&["rate", "sql=4:claim"]);
    let said = home.prints(&["rate", "sql=4:claim"]);
    assert!(!said.contains("no evidence"), "an explicit claim needs no note: {said}");
}

#[test]
fn without_evidence_the_same_rating_keeps_its_own_and_says_so() {
    let home = Home::new();
    home.prints(&["rate", "sql=3:link"]);
    assert_eq!(says(&home, &["sql=3"]), sql("3 link, same evidence (before: 3 link)"));
    assert_eq!(rated(&home, "sql"), Some((3, "link".to_owned())));
    assert_eq!(says(&home, &["sql=3:claim"]), sql("3 claim (before: 3 link)"), "given is given");
}

#[test]
fn a_rating_is_cleared() {
    let home = Home::new();
    home.prints(&["rate", "sql=3:link", "git=2"]);
    assert_eq!(says(&home, &["postgres="]), sql("no longer rated (before: 3 link)"));
    assert_eq!(rated(&home, "sql"), None);
    assert_eq!(rated(&home, "git"), Some((2, "claim".to_owned())));
    assert_eq!(says(&home, &["sql="]), sql("was not rated"));
    assert_eq!(home.json(&["gap"])["rated"], 1, "cleared is not rated, and no 0");
}

#[rstest]
#[case::unknown_skill(&["sql=3", "gti=3"], "there is no skill `gti`; the closest names are")]
#[case::too_high(&["sql=3", "git=6"], "`6` is not a rating: give a number from 0 to 5 or a name (none, studied,")]
#[case::negative(&["sql=3", "git=-1"], "`-1` is not a rating")]
#[case::half(&["sql=3", "git=2.5"], "`2.5` is not a rating")]
#[case::evidence(&["sql=3", "git=3:proof"], "`proof` is not a kind of evidence: give claim, example or link")]
#[case::no_evidence(&["sql=3", "git=3:"], "`` is not a kind of evidence")]
#[case::no_rating(&["sql=3", "git=:link"], "`` is not a rating")]
#[case::no_sign(&["sql=3", "git"], "`git` has no rating: write SKILL=RATING")]
#[case::no_skill(&["sql=3", "=3"], "there is no skill ``")]
fn one_that_is_wrong_saves_none(#[case] wishes: &[&str], #[case] problem: &str) {
    let home = Home::with(SAMPLE);
    let said = home.fails(2, &[&["rate"], wishes].concat());
    assert!(said.starts_with("coach: ") && said.contains(problem), "{said}");
    assert_eq!(home.profile_text(), SAMPLE);
    assert_eq!(home.names("data/career-coach"), ["profile.toml"]);
}

#[test]
fn an_unknown_skill_answers_with_the_nearest_three() {
    let said = Home::new().fails(2, &["rate", "kuberentes=3"]);
    let (_, nearest) = said.trim_end().split_once("the closest names are ").expect("names to try");
    let nearest: Vec<_> = nearest.split(", ").collect();
    assert_eq!((nearest.len(), nearest[0]), (3, "containers"));
    let known = crate::support::skills();
    assert!(nearest.iter().all(|id| known.iter().any(|skill| skill == id)), "{said}");
}

#[test]
fn a_rating_keeps_what_a_person_wrote_beside_it() {
    let home = Home::with(
        "# mine\n[ratings.sql]\nrating = 2 # since spring\nevidence = \"claim\"\nnote = \"the orders\"\nmood = \"good\"\n",
    );
    home.prints(&["rate", "sql=3:link"]);
    let text = home.profile_text();
    assert!(text.contains("# mine\n[ratings.sql]\nrating = 3 # since spring\nevidence = \"link\"\nnote = \"the orders\"\nmood = \"good\"\n"), "{text}");
}

#[test]
fn the_target_is_shown_and_set() {
    let home = Home::with(SAMPLE);
    assert!(home.prints(&["target"]).starts_with("Target: Back-End Developer: "));
    for (name, title) in [
        ("senior", "Senior Back-End Developer"),
        ("Mid level", "Mid-level Back-End Developer"),
        ("team lead", "Lead Back-End Developer"),
        ("ARCHITECT", ""),
    ] {
        let said = home.prints(&["target", name]);
        assert!(said.starts_with(&format!("Target: {title}")) && said.contains("(self-reported)"), "{said}");
        assert_eq!(said, home.prints(&["target"]), "what is set is what is shown");
    }
    assert!(home.profile_text().contains("target = \"architect\"\n"));
    let before = home.profile_text();
    let said = home.fails(2, &["target", "seinor"]);
    assert!(said.contains("there is no level `seinor`; the closest names are senior, "), "{said}");
    assert_eq!(home.profile_text(), before);
}

#[test]
fn without_a_target_it_says_how_to_set_one() {
    let home = Home::new();
    let said = home.prints(&["target"]);
    assert!(said.contains("No target is set.") && said.contains("coach target LEVEL"), "{said}");
}
