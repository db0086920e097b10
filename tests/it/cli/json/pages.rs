//! The guide's pages, what was saved, the file of the profile, and the commands that have no JSON.

use super::{SCHEMA, array, has_fields, text};
use crate::support::{Home, SAMPLE, data, sections};
use rstest::rstest;
use serde_json::{Value, json};

const PAGES: [&str; 7] = ["schema", "guide", "title", "summary", "sections", "faqs", "sources"];

fn ids(value: &Value) -> Vec<&str> {
    array(value).iter().map(|entry| text(&entry["id"])).collect()
}

#[test]
fn the_whole_guide_has_every_page_and_source() {
    let whole = Home::new().json(&["guide"]);
    has_fields(&whole, &PAGES);
    let mut found = ids(&whole["sections"]);
    found.sort_unstable();
    assert_eq!(found, sections());
    let faqs = data("faqs.toml");
    let faqs = faqs["faqs"].as_array().expect("an array");
    assert_eq!(
        ids(&whole["faqs"]),
        faqs.iter().map(|faq| faq["id"].as_str().expect("an id")).collect::<Vec<_>>()
    );
    for section in array(&whole["sections"]) {
        has_fields(section, &["id", "title", "aliases", "summary", "checked", "editorial", "blocks"]);
        for block in array(&section["blocks"]) {
            let fields =
                ["heading", "editorial", "text", "points", "table", "figures", "examples", "show", "see"];
            has_fields(block, &fields);
        }
    }
    for source in array(&whole["sources"]) {
        has_fields(source, &["id", "title", "publisher", "published", "url", "note"]);
    }
}

#[test]
fn one_page_comes_with_the_sources_it_names() {
    let home = Home::new();
    let page = home.json(&["guide", "salary"]);
    has_fields(&page, &PAGES);
    assert_eq!((ids(&page["sections"]), &page["faqs"]), (vec!["pay"], &json!([])));
    let named = home.json(&["guide", "pay"])["sections"].to_string();
    let all = home.json(&["guide", "sources"]);
    assert_eq!((&all["sections"], &all["faqs"]), (&json!([]), &json!([])));
    for id in ids(&all["sources"]) {
        let is_named = named.contains(&format!("\"source\":\"{id}\""));
        assert_eq!(ids(&page["sources"]).contains(&id), is_named, "{id}");
    }
    let faq = home.json(&["guide", "degree"]);
    assert_eq!((ids(&faq["faqs"]), &faq["sections"]), (vec!["degree"], &json!([])));
    has_fields(&faq["faqs"][0], &["id", "question", "asked_as", "answer", "figures", "see"]);
}

#[test]
fn what_was_saved_is_told_with_what_stood_before() {
    let home = Home::new();
    home.prints(&["rate", "sql=3:link"]);
    let saved =
        home.json(&["rate", "sql=4", "testing=2:link", "git=", "--proof", "https://example.org/shop"]);
    assert_eq!(
        saved,
        json!({
            "schema": SCHEMA, "guide": "back-end-developer", "ratings": [
                { "skill": "sql", "before": { "rating": 3, "evidence": "link" },
                  "after": { "rating": 4, "evidence": "claim" }, "proofs": [] },
                { "skill": "testing", "before": null, "after": { "rating": 2, "evidence": "link" },
                  "proofs": ["testing"] },
                { "skill": "git", "before": null, "after": null, "proofs": [] },
            ],
        })
    );
    let cleared = home.json(&["rate", "sql="]);
    assert_eq!(cleared["ratings"][0]["after"], Value::Null);
}

#[test]
fn the_file_is_named_and_set_aside() {
    let home = Home::with(SAMPLE);
    assert_eq!(home.json(&["profile", "path"]), json!({ "schema": SCHEMA, "file": home.profile() }));
    let kept = home.path("data/career-coach/profile.before-reset-1.toml");
    let reset = home.json(&["profile", "reset", "--yes"]);
    assert_eq!(reset, json!({ "schema": SCHEMA, "file": home.profile(), "kept_as": kept }));
    let again = home.json(&["profile", "reset", "--yes"]);
    assert_eq!(again["kept_as"], Value::Null);
}

#[rstest]
#[case::plain(&[])]
#[case::assess(&["assess"])]
#[case::assess_named(&["assess", "sql", "--all"])]
#[case::report(&["export", "report", "--format", "html"])]
#[case::report_in_a_file(&["export", "report", "--to", "me.json"])]
#[case::plan(&["export", "plan", "--to", "plan.md"])]
#[case::completions(&["completions", "bash"])]
#[case::man(&["man"])]
#[case::step(&["plan", "--done", "1"])]
#[case::reset(&["profile", "reset"])]
fn a_command_without_json_says_so_and_does_nothing(#[case] command: &[&str]) {
    let home = Home::with(SAMPLE);
    let said = home.fails(2, &[command, &["--json"]].concat());
    assert!(said.contains("can't print JSON") || said.contains("--json") || said.contains("--yes"), "{said}");
    assert_eq!(home.profile_text(), SAMPLE);
    assert_eq!(home.names(""), ["data"]);
}

#[test]
fn every_other_command_prints_one_object() {
    let home = Home::with(SAMPLE);
    for command in [
        &["guide"][..],
        &["guide", "pay"],
        &["guide", "sources"],
        &["guide", "--list"],
        &["search", "degree"],
        &["level"],
        &["skill", "sql"],
        &["target"],
        &["target", "senior"],
        &["rate", "git=3"],
        &["gap"],
        &["readiness"],
        &["readiness", "--set", "years=3"],
        &["readiness", "--evidence"],
        &["plan"],
        &["what-if", "git=5"],
        &["profile"],
        &["profile", "show"],
        &["profile", "path"],
        &["profile", "history"],
        &["profile", "check"],
        &["profile", "reset", "--yes"],
    ] {
        let printed = home.json(command);
        assert_eq!(printed["schema"], SCHEMA, "{command:?}");
    }
}
