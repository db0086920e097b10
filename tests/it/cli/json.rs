//! What programs read: every field of every JSON output, and the gap worked out a second time from the guide's files.

mod compare;
mod evidence;
mod gap;
mod history;
mod pages;
mod plan;
mod profile;
mod readiness;

use crate::support::{Home, SAMPLE, data, skills};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What every answer says in `schema`.
const SCHEMA: u64 = 2;

/// Exactly these fields, no more and no fewer.
#[track_caller]
fn has_fields(value: &Value, fields: &[&str]) {
    let found: BTreeSet<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(found, fields.iter().copied().collect(), "in {value}");
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a whole number")
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// A fraction as JSON gives it, `9/56` or `1`: in lowest terms, and never with a denominator of 1.
fn fraction(value: &Value) -> (u64, u64) {
    let text = text(value);
    let Some((above, below)) = text.split_once('/') else {
        return (text.parse().expect("a whole number"), 1);
    };
    let (above, below) = (above.parse().expect("digits"), below.parse().expect("digits"));
    assert!(below > 1 && greatest_common_divisor(above, below) == 1, "{text} isn't in lowest terms");
    (above, below)
}

/// How many `parts`-ths of the whole a fraction is, which has to come out even.
fn in_parts(value: &Value, parts: u64) -> u64 {
    let (above, below) = fraction(value);
    assert_eq!(above * parts % below, 0, "{value} isn't a whole number of {parts}ths");
    above * parts / below
}

/// The whole per cents that stand for a range: rounded outwards, but an upper end below the mark is never shown as the mark.
fn shown(low: &Value, high: &Value, mark: u64) -> (u64, u64) {
    let (above, below) = fraction(low);
    let least = 100 * above / below;
    let (above, below) = fraction(high);
    let up = (100 * above).div_ceil(below);
    let misses = 100 * above < mark * below;
    (least, if misses { up.min(mark - 1) } else { up })
}

/// The matrix by level, with each must-have at the level that states it and at all later ones of its chain.
fn matrix() -> toml::Table {
    let (mut matrix, levels) = (data("matrix.toml"), data("levels.toml"));
    let levels = levels["levels"].as_array().expect("an array");
    for (i, level) in levels.iter().enumerate() {
        let chain = || levels[..i].iter().filter(|below| is_before(below, level));
        let id = level["id"].as_str().expect("an id");
        for (skill, ask) in matrix.clone()[id].as_table().expect("a table") {
            let below = chain().filter_map(|below| matrix[below["id"].as_str()?].get(skill));
            let floors = below.chain([ask]).filter_map(|ask| whole(ask, "must_have"));
            if let Some(floor) = floors.max() {
                let floor = i64::try_from(floor).expect("1 to 5").into();
                matrix[id][skill].as_table_mut().expect("a table").insert("must_have".to_owned(), floor);
            }
        }
    }
    matrix
}

/// Whether a level that comes earlier in the file belongs to the chain of another.
fn is_before(earlier: &toml::Value, level: &toml::Value) -> bool {
    earlier["track"].as_str() == Some("core") || earlier["track"] == level["track"]
}

fn whole(ask: &toml::Value, key: &str) -> Option<u64> {
    ask.get(key).map(|number| number.as_integer().expect("a number").try_into().expect("positive"))
}

#[test]
fn levels_say_what_the_files_say() {
    let home = Home::new();
    let ladder = home.json(&["level"]);
    has_fields(&ladder, &["schema", "guide", "checked", "levels", "comparison"]);
    assert_eq!((&ladder["schema"], &ladder["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    assert_eq!(ladder["comparison"], Value::Null);
    let (files, matrix) = (data("levels.toml"), matrix());
    let files = files["levels"].as_array().expect("an array");
    assert_eq!(array(&ladder["levels"]).len(), files.len());
    for (level, file) in array(&ladder["levels"]).iter().zip(files) {
        let id = text(&level["id"]);
        let asks = matrix[id].as_table().expect("a table").iter().map(|(skill, ask)| {
            json!({ "skill": skill, "required": whole(ask, "required"), "weight": whole(ask, "weight"),
                    "must_have": whole(ask, "must_have") })
        });
        let same = json!({
            "id": file["id"].as_str(), "title": file["title"].as_str(), "short": file["short"].as_str(),
            "track": file["track"].as_str(), "summary": file["summary"].as_str(),
            "years_from": whole(&file["years"], "from"), "years_to": whole(&file["years"], "to"),
            "pay_median": whole(&file["pay"], "median"), "pay_average": whole(&file["pay"], "average"),
            "much_like": file.get("much_like").and_then(|id| id.as_str()),
            "asks": asks.collect::<Vec<_>>(),
        });
        assert_eq!(*level, same);
        assert_eq!(home.json(&["level", id])["levels"], json!([level]));
    }
}

#[test]
fn skills_are_the_records_of_the_files() {
    let home = Home::new();
    let all = home.json(&["skill"]);
    has_fields(&all, &["schema", "guide", "skills"]);
    assert_eq!(array(&all["skills"]).len(), skills().len());
    for skill in array(&all["skills"]) {
        let file = format!("../../skills/{}.toml", text(&skill["id"]));
        let mut expected = serde_json::to_value(data(&file)).expect("JSON");
        for anchor in expected["anchors"].as_object_mut().expect("a table").values_mut() {
            *anchor = text(anchor).replace('*', "").into();
        }
        for question in expected["questions"].as_array_mut().expect("an array") {
            // The file has a list where programs get one text, and the list beside it.
            let points = question["good_answer"].take();
            let texts: Vec<_> = array(&points).iter().map(text).collect();
            question["good_answer"] = texts.join(" ").into();
            question["points"] = points;
        }
        assert_eq!(*skill, expected, "{file}");
    }
    assert_eq!(home.json(&["skill", "postgres"])["skills"][0]["id"], "sql");
}

#[test]
fn search_gives_ranked_hits() {
    let home = Home::new();
    let found = home.json(&["search", "do", "I", "need", "a", "degree"]);
    has_fields(&found, &["schema", "query", "hits"]);
    assert_eq!((&found["schema"], &found["query"]), (&json!(SCHEMA), &json!("do I need a degree")));
    assert_eq!(found["hits"][0]["kind"], "faq");
    assert_eq!(found["hits"][0]["id"], "degree");
    assert!(array(&found["hits"]).len() <= 8, "eight at most, unless asked for more");
    for hit in array(&found["hits"]) {
        has_fields(hit, &["kind", "id", "title", "excerpt"]);
        assert!(!text(&hit["title"]).is_empty());
        let command = match text(&hit["kind"]) {
            "section" | "faq" => "guide",
            kind => kind,
        };
        let page = home.prints(&[command, text(&hit["id"])]);
        let title: Vec<_> = text(&hit["title"]).split_whitespace().collect();
        let page: Vec<_> = page.split_whitespace().collect();
        assert!(page.starts_with(&title), "{hit} leads to a page of its title");
    }
    assert_eq!(array(&home.json(&["search", "-n", "2", "sql"])["hits"]).len(), 2);
    assert_eq!(home.json(&["search", "qqqqzzzz"])["hits"], json!([]));
}

#[test]
fn the_contents_are_those_of_the_files() {
    let home = Home::new();
    let contents = home.json(&["guide", "--list"]);
    has_fields(&contents, &["schema", "guide", "title", "summary", "parts"]);
    assert_eq!((&contents["schema"], &contents["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    let file = data("guide.toml");
    for key in ["title", "summary"] {
        assert_eq!(contents[key].as_str(), file[key].as_str());
    }
    let parts = file["parts"].as_array().expect("an array");
    assert_eq!(array(&contents["parts"]).len(), parts.len());
    for (part, file) in array(&contents["parts"]).iter().zip(parts) {
        has_fields(part, &["title", "sections"]);
        assert_eq!(part["title"].as_str(), file["title"].as_str());
        let ids = file["sections"].as_array().expect("an array");
        let sections = ids.iter().map(|id| {
            let section = data(&format!("sections/{}.toml", id.as_str().expect("an id")));
            let is_editorial = section.get("editorial").and_then(toml::Value::as_bool);
            json!({ "id": id.as_str(), "title": section["title"].as_str(), "aliases": section["aliases"],
                    "summary": section["summary"].as_str(), "editorial": is_editorial.unwrap_or(false) })
        });
        assert_eq!(part["sections"], sections.collect::<Value>());
    }
}

#[test]
fn the_target_is_told_when_shown_and_when_set() {
    let home = Home::new();
    let target = |id: Value| json!({ "schema": SCHEMA, "guide": "back-end-developer", "target": id });
    assert_eq!(home.json(&["target"]), target(Value::Null));
    assert_eq!(home.json(&["target", "Mid level"]), target(json!("mid-level")));
    assert_eq!(home.json(&["target"]), target(json!("mid-level")));
}

#[test]
fn no_colour_gets_into_json() {
    let home = Home::with(SAMPLE);
    for page in [
        &["gap"][..],
        &["level"],
        &["skill"],
        &["profile"],
        &["profile", "history"],
        &["target"],
        &["guide", "--list"],
        &["readiness"],
        &["readiness", "--evidence"],
        &["plan"],
    ] {
        let text = home.prints(&[page, &["--json", "--color", "always"]].concat());
        assert!(!text.contains('\u{1b}') && text.ends_with("}\n"), "{page:?}");
    }
}
