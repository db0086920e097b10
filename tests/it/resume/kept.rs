//! What is kept has everything that the file had, and stays the same when it is read again.

use super::{OLD, read, schema};
use crate::support::cases;
use career_coach::resume::kept::{kept, text};
use career_coach::resume::read as reading;
use proptest::prelude::*;
use serde_json::{Value, json};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_file_keeps_its_unknown_keys_and_what_it_means() {
    let once = text(&read(OLD));
    let value = parsed(&once);
    assert_eq!(value["shoeSize"], json!(43.5));
    assert_eq!(value["languages"][0]["value"], json!(100));
    assert_eq!(value["work"][0]["name"], json!("Nord Ltd"));
    assert_eq!(value["work"][0].get("endDate"), None, "it goes on");
    assert_eq!(value["work"][3]["startDate"], json!("2016-06"));
    assert_eq!(value["education"][0]["score"], json!("2.1"));
    assert_eq!(text(&read(&once)), once, "reading it again changes nothing");
    assert_eq!(schema::problems(&value), Vec::<String>::new());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter_map("finite", |number| serde_json::Number::from_f64(number).map(Value::Number)),
        "\\PC{0,12}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map("[a-zA-Z]{1,9}", inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

const SECTIONS: [&str; 9] =
    ["basics", "work", "education", "skills", "languages", "projects", "certificates", "experience", "meta"];

proptest! {
    #![proptest_config(cases(300, 11))]

    #[test]
    fn any_value_under_an_unknown_key_survives(value in any_json()) {
        let file = json!({ "basics": { "name": "Jo", "x": value }, "x-own": value }).to_string();
        let kept = parsed(&kept(&file).expect("a résumé").node.to_json());
        // Numbers as any reader of the file takes them.
        let value = parsed(&file)["x-own"].clone();
        prop_assert_eq!(&kept["x-own"], &value);
        let own = kept["basics"].get("x").cloned().unwrap_or_default();
        let is_nothing = [json!(""), json!([]), json!({})].contains(&value)
            || value.as_str().is_some_and(|text| text.trim().is_empty());
        prop_assert!(own == value || is_nothing);
    }

    #[test]
    fn any_value_in_any_section_is_read_without_harm_and_stays_the_same(
        value in any_json(), at in 0usize..SECTIONS.len(),
    ) {
        let file = json!({ SECTIONS[at]: value, "skills": ["Git"] }).to_string();
        let once = text(&reading::read(file.as_bytes()).expect("a résumé"));
        let again = text(&reading::read(once.as_bytes()).expect("a résumé"));
        prop_assert_eq!(once, again);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = reading::read(text.as_bytes());
        let _ = reading::read(format!("cv:\n {text}").as_bytes());
        let _ = reading::read(format!("Skill,Level\n{text}").as_bytes());
    }
}
