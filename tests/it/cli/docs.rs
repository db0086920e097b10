//! The documents against the program: every example of JSON is what the program prints, every field is described, and the
//! constants of the score are those of the guide.

use crate::support::{Home, data, flat};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn page() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md");
    fs::read_to_string(file).expect("docs/json.md can be read")
}

/// The code blocks of a language, in order.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let start = format!("```{language}\n");
    let after = page.split(&start).skip(1);
    after.map(|rest| rest.split_once("\n```").expect("the block ends").0).collect()
}

/// Fields that hang on the machine or on the day: where somebody's files are, and how long ago something was.
const ELSEWHERE: [&str; 4] = ["file", "days", "gained_a_month", "lost_a_month"];

/// Whether an example is what was printed, but for elements of arrays and ends of texts that it leaves out.
fn check(example: &Value, printed: &Value, at: &str) {
    match (example, printed) {
        (Value::Object(example), Value::Object(printed)) => {
            let keys = |object: &serde_json::Map<_, _>| object.keys().cloned().collect::<BTreeSet<String>>();
            assert_eq!(keys(example), keys(printed), "{at}");
            for (key, value) in example.iter().filter(|(key, _)| !ELSEWHERE.contains(&key.as_str())) {
                check(value, &printed[key], &format!("{at}.{key}"));
            }
        }
        (Value::Array(example), Value::Array(printed)) => {
            let mut rest = printed.iter();
            for (i, element) in example.iter().enumerate() {
                let same = rest.find(|other| name(other) == name(element));
                check(element, same.unwrap_or(&Value::Null), &format!("{at}[{i}]"));
            }
            assert_eq!(example.is_empty(), printed.is_empty(), "{at}");
        }
        (Value::String(example), Value::String(printed)) if example.ends_with('…') => {
            assert!(printed.starts_with(example.trim_end_matches('…')), "{at}: {printed}");
        }
        _ => assert_eq!(example, printed, "{at}"),
    }
}

/// What tells an element of an array from its neighbours.
fn name(element: &Value) -> Option<&str> {
    let keys = ["id", "skill", "method", "day", "key"].iter().find_map(|key| element.get(key));
    keys.or(Some(element)).and_then(Value::as_str)
}

#[test]
fn every_example_is_what_the_program_prints() {
    let page = page();
    let home = Home::with(blocks(&page, "toml")[0]);
    let (commands, examples) = (blocks(&page, "sh"), blocks(&page, "json"));
    assert_eq!((commands.len(), examples.len()), (10, 10));
    for (command, example) in commands.into_iter().zip(examples) {
        let words: Vec<_> = command.split_whitespace().skip(1).collect();
        let printed = serde_json::from_str(&home.prints(&words)).expect("JSON");
        check(&serde_json::from_str(example).expect(command), &printed, command);
    }
}

/// All field names in a value.
fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            found.extend(object.keys().cloned());
            object.values().for_each(|value| fields(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_is_described() {
    let page = page();
    let home = Home::with(blocks(&page, "toml")[0]);
    let mut found = BTreeSet::new();
    for command in [
        &["gap"][..],
        &["level", "senior", "--compare", "lead"],
        &["skill"],
        &["search", "sql"],
        &["target"],
        &["profile", "history"],
        &["readiness"],
        &["readiness", "--evidence"],
        &["plan"],
        &["guide", "--list"],
    ] {
        fields(&home.json(command), &mut found);
    }
    let prose: String = page.split("```").step_by(2).collect();
    let described = |field: &String| {
        let ends = ["`", ".", "["].map(|end| format!("{field}{end}"));
        ends.iter().any(|text| ["`", "."].iter().any(|start| prose.contains(&format!("{start}{text}"))))
    };
    let missing: Vec<_> = found.iter().filter(|field| !described(field)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_constants_of_the_score_are_those_of_the_guide() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scoring.md");
    let page = flat(&fs::read_to_string(file).expect("docs/scoring.md can be read"));
    let scoring = data("guide.toml")["scoring"].clone();
    let number = |value: &toml::Value| value.as_integer().expect("a number");
    assert!(page.contains(&format!("The threshold is {} per cent", number(&scoring["threshold"]))));
    for (evidence, half_steps) in scoring["doubt"].as_table().expect("a table") {
        let steps = ["0", "½", "1"][usize::try_from(number(half_steps)).expect("0 to 2")];
        let row = page.split(&format!("| {evidence} |")).nth(1).expect("a row of the table");
        assert_eq!(row.split('|').nth(1).map(str::trim), Some(steps), "{evidence}");
    }
    assert_eq!(number(&scoring["proof_hours"]), 1, "the page says: about an hour");
    assert_eq!(number(&scoring["review_after_months"]), 12, "the page says: after a year");
}
