//! The profile as it was understood.

use super::SCHEMA;
use crate::support::{Home, flat};
use serde_json::json;

#[test]
fn the_profile_as_understood() {
    let home = Home::with(
        r#"target = "senior"
        [about]
        name = "Ada"
        years = 4
        stack = ["Rust", "SQL"]
        [ratings.sql]
        rating = 3
        evidence = "link"
        proofs = ["shop"]
        note = "the orders"
        rated_on = 2001-11-24
        [ratings.git]
        rating = 0
        [ratings.testing]
        rating = 2
        rated_on = "2001-11-24"
        anchors = "0123456789abcdef""#,
    );
    let shown = home.json(&["profile"]);
    assert_eq!(
        shown,
        json!({
            "schema": SCHEMA, "file": home.profile(), "guide": "back-end-developer", "target": "senior",
            "about": { "name": "Ada", "years": "4", "stack": "Rust, SQL" },
            "ratings": {
                "sql": { "rating": 3, "evidence": "link", "note": "the orders", "proofs": ["shop"],
                         "rated_on": "2001-11-24", "review": "old" },
                "git": { "rating": 0, "evidence": "claim", "note": null, "proofs": [], "rated_on": null,
                         "review": null },
                "testing": { "rating": 2, "evidence": "claim", "note": null, "proofs": [],
                             "rated_on": "2001-11-24", "review": "reworded" },
            },
        })
    );
    assert_eq!(home.json(&["profile", "show"]), shown);
    let page = flat(&home.prints(&["profile"]));
    for marked in ["2001-11-24, old", "2001-11-24, reworded", "Ratings to review"] {
        assert!(page.contains(marked), "{marked} in {page}");
    }
}

#[test]
fn a_profile_that_says_nothing_is_whole_too() {
    let home = Home::new();
    let empty = json!({ "schema": SCHEMA, "file": home.profile(), "guide": "back-end-developer", "target": null,
                        "about": {}, "ratings": {} });
    assert_eq!(home.json(&["profile"]), empty);
}
