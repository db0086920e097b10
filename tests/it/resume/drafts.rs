//! Résumé, letter, job description and weak spots from a profile: nothing invented, nothing claimed.

use super::{OLD, read, schema};
use crate::support::{TODAY, guide, level, library};
use career_coach::coach::application::wanted;
use career_coach::profile::model::Profile;
use career_coach::profile::store::Store;
use career_coach::report::export::{self, Format, Subject, ToSend, Wish, markdown};
use career_coach::resume::kept::{Kept, kept, text};
use career_coach::session::Session;
use jiff::civil::Date;

const PROFILE: &str = r#"
schema = 1
target = "mid-level"
[about]
years = "6"
[ratings]
sql = { rating = 3, evidence = "link", proofs = ["slow-query"] }
programming-language = { rating = 4, evidence = "example", proofs = ["queue"] }
git = { rating = 3, evidence = "claim" }
testing = { rating = 3, evidence = "claim" }
collaboration = { rating = 3, evidence = "link", proofs = ["lead"] }
[[proofs]]
id = "slow-query"
title = "Slow report"
url = "https://code.example.org/billing/pull/7"
story = { situation = "The monthly report took 40 s", action = "I read the plan and added an index", result = "It takes 2 s" }
[[proofs]]
id = "queue"
title = "We moved the mails to a queue"
story = "We moved the mails to a queue, and no order waits for one since"
[[proofs]]
id = "lead"
title = "Ada, my lead"
referee = "Ada, my lead"
"#;

fn session(profile: &str) -> Session {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("profile.toml");
    std::fs::write(&file, profile).expect("written");
    let loaded = Store::new(file).load(library()).expect("a profile");
    assert!(loaded.notices.is_empty(), "{:?}", loaded.notices);
    let today: fn() -> Date = || TODAY;
    Session::new(library().clone(), 0, loaded.profile, today).expect("the first guide")
}

fn old() -> Kept {
    kept(&text(&read(OLD))).expect("a résumé")
}

fn resume(session: &Session, kept: &Kept) -> ToSend {
    export::resume(session, &wanted::of_level(guide(), level(guide(), "mid-level")), kept)
}

#[test]
fn a_resume_of_a_full_profile() {
    let made = resume(&session(PROFILE), &old());
    assert_eq!(made.pages, 2);
    insta::assert_snapshot!(markdown(&made.document));
    let left: Vec<_> = made.left_out.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(left, ["Version control with Git", "Hire, Soon", "Ada, my lead"]);
}

#[test]
fn an_empty_profile_gives_a_draft_of_blanks() {
    let made = resume(&session("schema = 1\n"), &Kept::default());
    assert_eq!((made.pages, made.left_out.len()), (1, 0));
    insta::assert_snapshot!(markdown(&made.document));
}

#[test]
fn a_claim_is_on_no_resume() {
    let ratings: String = library()
        .skills
        .iter()
        .map(|skill| format!("{} = {{ rating = 5, evidence = \"claim\" }}\n", skill.id))
        .collect();
    let session = session(&format!("schema = 1\n[ratings]\n{ratings}"));
    let page = markdown(&resume(&session, &Kept::default()).document);
    for skill in &library().skills {
        assert!(!page.contains(&skill.name), "{}", skill.name);
    }
    let letter = export::cover_letter(
        &session,
        &wanted::of_level(guide(), level(guide(), "junior")),
        None,
        &Kept::default(),
    );
    assert!(markdown(&letter.document).contains("\\[a case about Back-end programming language"));
}

#[test]
fn a_letter_tells_the_proofs_that_are_wanted_in_their_own_words() {
    let wanted = wanted::of_level(guide(), level(guide(), "mid-level"));
    let letter = export::cover_letter(&session(PROFILE), &wanted, Some("Developer"), &old());
    insta::assert_snapshot!(markdown(&letter.document));
}

#[test]
fn a_job_description_of_a_level() {
    let session = session("schema = 1\n");
    let kept = Kept::default();
    let wish = Wish {
        subject: Subject::JobDescription,
        format: Format::Markdown,
        is_plain: false,
        is_anonymous: false,
        kept: &kept,
        position: None,
    };
    let made = export::content(wish, &session, level(guide(), "junior")).expect("a level");
    insta::assert_snapshot!(String::from_utf8(made.bytes).expect("text"));
}

#[test]
fn json_resume_has_the_proofs_too_and_keeps_the_rules_of_the_schema() {
    let session = session(PROFILE);
    let value: serde_json::Value =
        serde_json::from_str(&export::json_resume(&session, &old())).expect("JSON");
    assert_eq!(schema::problems(&value), Vec::<String>::new());
    assert_eq!(value["shoeSize"], serde_json::json!(43.5));
    let projects: Vec<_> =
        value["projects"].as_array().expect("projects").iter().map(|one| one["name"].clone()).collect();
    assert_eq!(projects, ["Slow report", "We moved the mails to a queue"]);
    assert_eq!(value["projects"][0]["highlights"][1], "It takes 2 s");
    // Without proofs it is what was kept.
    let empty = Session::new(library().clone(), 0, Profile::default(), || TODAY).expect("the first guide");
    assert_eq!(export::json_resume(&empty, &old()), text(&read(OLD)));
}

#[test]
fn weak_spots_are_facts_about_the_text() {
    let wanted = wanted::of_level(guide(), level(guide(), "mid-level"));
    let spots = export::resume_weak_spots(&session(PROFILE), &wanted, &old());
    let said: Vec<String> = spots.iter().map(|spot| format!("{spot:?}")).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_story_of_parts_without_a_result_is_weak() {
    let profile = PROFILE.replace(", result = \"It takes 2 s\"", "");
    let wanted = wanted::of_level(guide(), level(guide(), "mid-level"));
    let spots = export::resume_weak_spots(&session(&profile), &wanted, &Kept::default());
    assert!(spots.iter().any(|spot| format!("{spot:?}") == "NoResult(\"Slow report\")"), "{spots:?}");
}
