//! Progress: the points of a history, what moved them, the pace and every change.

use super::{SCHEMA, array, fraction, has_fields, number, shown, text};
use crate::support::{Home, flat};
use serde_json::{Value, json};

const HISTORY: &str = r#"target = "developer"
[ratings]
sql = { rating = 2, evidence = "example", rated_on = "2024-11-24" }
git = { rating = 2, evidence = "link" }
[[history]]
on = "2024-03-02"
skill = "sql"
rating = 1
evidence = "claim"
[[history]]
on = "2024-06-10"
skill = "testing"
rating = 2
evidence = "example"
[[history]]
on = "2024-08-01"
skill = "testing"
[[history]]
on = "2024-11-24"
skill = "sql"
rating = 2
evidence = "example"
"#;

#[test]
fn the_history_has_the_promised_fields() {
    let home = Home::with(HISTORY);
    let history = home.json(&["profile", "history"]);
    let fields =
        ["schema", "guide", "threshold", "level", "points", "moved", "only_answered", "pace", "changes"];
    has_fields(&history, &fields);
    assert_eq!((&history["schema"], &history["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    assert_eq!((&history["threshold"], &history["level"]), (&json!(80), &json!("developer")));
    let days: Vec<_> = array(&history["points"]).iter().map(|point| text(&point["day"])).collect();
    assert_eq!(days, ["2024-03-02", "2024-06-10", "2024-08-01", "2024-11-24"]);
    for point in array(&history["points"]) {
        has_fields(point, &["day", "low", "high", "low_exact", "high_exact", "standing", "rated"]);
        let whole = shown(&point["low_exact"], &point["high_exact"], 80);
        assert_eq!((number(&point["low"]), number(&point["high"])), whole);
    }
    let rated: Vec<_> = array(&history["points"]).iter().map(|point| number(&point["rated"])).collect();
    assert_eq!(rated, [2, 3, 2, 2], "what the history doesn't know was there from the beginning");
}

#[test]
fn the_last_point_is_where_it_stands_now() {
    let home = Home::with(HISTORY);
    let history = home.json(&["profile", "history"]);
    let last = array(&history["points"]).last().expect("a point");
    let gap = home.json(&["gap", "developer"]);
    for key in ["low", "high", "low_exact", "high_exact", "standing"] {
        assert_eq!(last[key], gap["levels"][0][key], "{key}");
    }
}

#[test]
fn what_moved_it_is_told_exactly() {
    let history = Home::with(HISTORY).json(&["profile", "history"]);
    // SQL weighs 3 of 35 and needs 2: its lower end rose from ¾ to 1¾ and its upper end from 1 to 2, half of what counts either
    // way. Testing weighs 2 and needs 2: clearing it lost 1¾ of 2 at the lower end.
    assert_eq!(
        history["moved"],
        json!([
            { "skill": "testing", "from": { "rating": 2, "evidence": "example" }, "to": null,
              "gained": "0", "lost": "1/20", "high_gained": "0", "high_lost": "0" },
            { "skill": "sql", "from": { "rating": 1, "evidence": "claim" },
              "to": { "rating": 2, "evidence": "example" },
              "gained": "3/70", "lost": "0", "high_gained": "3/70", "high_lost": "0" },
        ])
    );
    assert_eq!(history["only_answered"], 1, "Git");
    let pace = &history["pace"];
    has_fields(pace, &["days", "gained", "lost", "gained_a_month", "lost_a_month"]);
    assert_eq!((&pace["gained"], &pace["lost"]), (&json!("3/70"), &json!("1/20")));
    assert!(number(&pace["days"]) > 700);
    assert_eq!(pace["gained_a_month"], "0", "more was lost than gained");
    assert!(fraction(&pace["lost_a_month"]).0 > 0);
}

#[test]
fn the_changes_are_those_of_the_file_oldest_first() {
    let home = Home::with(HISTORY);
    let history = home.json(&["profile", "history"]);
    let file: toml::Table = HISTORY.parse().expect("TOML");
    let changes = file["history"].as_array().expect("an array").iter().map(|change| {
        let of = |key: &str| change.get(key).map_or(Value::Null, |value| json!(value));
        json!({ "day": of("on"), "skill": of("skill"), "rating": of("rating"), "evidence": of("evidence") })
    });
    assert_eq!(history["changes"], changes.collect::<Value>());
    let page = flat(&home.prints(&["profile", "history"]));
    for change in array(&history["changes"]) {
        assert!(page.contains(text(&change["day"])), "{change} in {page}");
    }
}

#[test]
fn without_a_history_there_is_nothing_to_tell() {
    let empty = json!({ "schema": SCHEMA, "guide": "back-end-developer", "threshold": 80, "level": null, "points": [],
                        "moved": [], "only_answered": 0, "pace": null, "changes": [] });
    assert_eq!(Home::new().json(&["profile", "history"]), empty);
    let by_hand = Home::with("target = \"junior\"\n[ratings]\nsql = { rating = 2 }");
    assert_eq!(by_hand.json(&["profile", "history"]), empty, "as the page tells nothing then");
    assert!(by_hand.prints(&["profile", "history"]).starts_with("What you changed"));
}

#[test]
fn a_rating_given_today_is_a_point_of_today() {
    let home = Home::new();
    home.prints(&["rate", "sql=2:link"]);
    let history = home.json(&["profile", "history"]);
    assert_eq!((array(&history["points"]).len(), &history["pace"]), (1, &Value::Null));
    assert_eq!(history["level"], "junior", "the lowest level that isn't ready, as no target is set");
    assert_eq!(history["points"][0]["day"], history["changes"][0]["day"]);
}
