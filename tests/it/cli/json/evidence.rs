//! The ledger of evidence: what it says of the profile, and the best proof tried out.

use super::{SCHEMA, array, fraction, has_fields, number, text};
use crate::support::{Home, data, flat, levels};
use serde_json::{Value, json};

const LEDGER: &str = r#"target = "junior"
[ratings]
sql = { rating = 3, evidence = "example", proofs = ["shop", "case"] }
git = { rating = 3, evidence = "link", proofs = ["gone"] }
testing = { rating = 2, evidence = "claim" }
security = { rating = 2, evidence = "example" }
cloud = { rating = 0 }
[[proofs]]
id = "shop"
title = "Orders of a shop"
url = "https://example.com/orders"
[[proofs]]
id = "noor"
referee = "Noor"
[[proofs]]
id = "case"
title = "The lost index"
story = "A query took a minute."
"#;

#[test]
fn the_ledger_tells_every_kind_of_want() {
    let home = Home::with(LEDGER);
    let ledger = home.json(&["readiness", "--evidence"]);
    let fields = ["schema", "guide", "rated", "proofs", "claims", "unwritten", "dangling", "best"];
    has_fields(&ledger, &fields);
    assert_eq!((&ledger["schema"], &ledger["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    assert_eq!(ledger["rated"], 4, "a 0 needs no proof");
    let support = json!({ "skill": "sql", "rating": 3, "evidence": "example" });
    assert_eq!(
        ledger["proofs"],
        json!([
            { "id": "shop", "title": "Orders of a shop", "url": "https://example.com/orders",
              "referee": null, "story": null, "situation": null, "action": null, "result": null, "carries": "link", "supports": [support] },
            { "id": "noor", "title": "", "url": null, "referee": "Noor", "story": null, "situation": null, "action": null, "result": null, "carries": "link",
              "supports": [] },
            { "id": "case", "title": "The lost index", "url": null, "referee": null,
              "story": "A query took a minute.", "situation": null, "action": "A query took a minute.", "result": null, "carries": "example", "supports": [support] },
        ])
    );
    assert_eq!(ledger["claims"], json!([{ "skill": "testing", "rating": 2, "evidence": "claim" }]));
    assert_eq!(
        ledger["unwritten"],
        json!([{ "skill": "git", "rating": 3, "evidence": "link" },
               { "skill": "security", "rating": 2, "evidence": "example" }])
    );
    assert_eq!(ledger["dangling"], json!([{ "skill": "git", "proof": "gone" }]));
}

#[test]
fn the_best_proof_does_what_is_said_of_it() {
    let home = Home::with(LEDGER);
    let best = &home.json(&["readiness", "--evidence"])["best"];
    let fields =
        ["skill", "rating", "evidence", "raises", "total", "must_haves_met", "ties", "next", "largest"];
    has_fields(best, &fields);
    let before = home.json(&["gap"]);
    home.prints(&["rate", &format!("{}={}:link", text(&best["skill"]), best["rating"])]);
    let after = home.json(&["gap"]);
    let raised = |id: &str| array(&best["raises"]).iter().find(|raise| raise["level"] == id);
    let mut met = 0;
    for (i, id) in levels().iter().enumerate() {
        let (before, after) = (&before["levels"][i], &after["levels"][i]);
        let Some(raise) = raised(id) else {
            assert_eq!(before["low_exact"], after["low_exact"], "{id}");
            continue;
        };
        assert_eq!(
            *raise,
            json!({
                "level": id, "low": before["low"], "low_after": after["low"],
                "low_exact": before["low_exact"], "low_after_exact": after["low_exact"],
                "gain": raise["gain"], "standing": before["standing"], "standing_after": after["standing"],
                "meets_must_have": raise["meets_must_have"],
            })
        );
        assert!(fraction(&raise["gain"]).0 > 0);
        let is_met = |level: &Value| {
            let floor = array(&level["must_haves"]).iter().find(|floor| floor["skill"] == best["skill"]);
            floor.is_some_and(|floor| floor["state"] == "met")
        };
        assert_eq!(raise["meets_must_have"], !is_met(before) && is_met(after), "{id}");
        met += u64::from(raise["meets_must_have"] == true);
    }
    assert_eq!(number(&best["must_haves_met"]), met);
    assert!(fraction(&best["total"]).0 > 0);
    assert!(best["ties"].is_array());
    has_fields(&best["next"], &["skill", "levels", "total", "must_haves_met"]);
    let told = ["levels", "total", "must_haves_met"].map(|key| !best["next"][key].is_null());
    assert_eq!(told.iter().filter(|told| **told).count(), 1, "what set it behind, and nothing else");
}

#[test]
fn the_page_names_the_same_proof() {
    let home = Home::with(LEDGER);
    let best = &home.json(&["readiness", "--evidence"])["best"];
    let page = flat(&home.prints(&["readiness", "--evidence"]));
    let command = format!("coach rate {}={}:link.", text(&best["skill"]), best["rating"]);
    assert!(page.contains(&command), "{command} in {page}");
    for raise in array(&best["raises"]) {
        let files = data("levels.toml");
        let files = files["levels"].as_array().expect("an array");
        let level = files.iter().find(|level| level["id"].as_str() == raise["level"].as_str());
        let name = level.and_then(|level| level["short"].as_str()).expect("a level");
        assert!(page.contains(name), "{name} in {page}");
    }
}

#[test]
fn the_proof_with_the_largest_sum_is_told_beside_it() {
    let home = Home::with(
        "[ratings]\ngit = { rating = 2, evidence = \"example\" }\nsql = { rating = 3, evidence = \"claim\" }",
    );
    let best = &home.json(&["readiness", "--evidence"])["best"];
    let largest = &best["largest"];
    has_fields(largest, &["skill", "levels", "total"]);
    assert_eq!((&best["skill"], &largest["skill"]), (&json!("git"), &json!("sql")));
    assert!(number(&largest["levels"]) < array(&best["raises"]).len() as u64);
    let [more, less] = [&largest["total"], &best["total"]].map(fraction);
    assert!(u128::from(more.0) * u128::from(less.1) > u128::from(less.0) * u128::from(more.1));
    assert_eq!((&best["next"]["skill"], &best["next"]["levels"]), (&json!("sql"), &largest["levels"]));
}

#[test]
fn nothing_to_prove_is_null() {
    let ledger = Home::new().json(&["readiness", "--evidence"]);
    assert_eq!(
        ledger,
        json!({ "schema": SCHEMA, "guide": "back-end-developer", "rated": 0, "proofs": [], "claims": [],
                "unwritten": [], "dangling": [], "best": null })
    );
}
