//! The rules of the JSON Resume schema, version 1.0.0 (MIT, https://github.com/jsonresume/resume-schema), as far as it has any: the
//! type of each key, and the form of a date. Keys that it doesn't name are free.

use serde_json::Value;

const TEXTS: &[(&str, &[&str])] = &[
    ("work", &["name", "location", "description", "position", "url", "summary"]),
    ("volunteer", &["organization", "position", "url", "summary"]),
    ("education", &["institution", "url", "area", "studyType", "score"]),
    ("awards", &["title", "awarder", "summary"]),
    ("certificates", &["name", "url", "issuer"]),
    ("publications", &["name", "publisher", "url", "summary"]),
    ("skills", &["name", "level"]),
    ("languages", &["language", "fluency"]),
    ("interests", &["name"]),
    ("references", &["name", "reference"]),
    ("projects", &["name", "description", "url", "entity", "type"]),
];
const LISTS: &[&str] = &["highlights", "courses", "keywords", "roles"];
const DATES: &[&str] = &["startDate", "endDate", "date", "releaseDate"];
const BASICS: &[&str] = &["name", "label", "image", "email", "phone", "url", "summary"];
const PLACE: &[&str] = &["address", "postalCode", "city", "countryCode", "region"];

/// What breaks the rules.
pub fn problems(resume: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if !resume.is_object() {
        found.push("no object".to_owned());
    }
    texts(&resume["basics"], "basics", BASICS, &mut found);
    texts(&resume["basics"]["location"], "location", PLACE, &mut found);
    for profile in resume["basics"]["profiles"].as_array().into_iter().flatten() {
        texts(profile, "profiles", &["network", "username", "url"], &mut found);
    }
    for (section, keys) in TEXTS {
        let Some(value) = resume.get(section) else { continue };
        let Some(items) = value.as_array() else {
            found.push(format!("{section} is no array"));
            continue;
        };
        for item in items {
            if !item.is_object() {
                found.push(format!("an item of {section} is no object"));
            }
            texts(item, section, keys, &mut found);
            for key in LISTS.iter().filter(|key| item.get(key).is_some()) {
                let is_list = item[*key].as_array().is_some_and(|all| all.iter().all(Value::is_string));
                if !is_list {
                    found.push(format!("{section}.{key} is no array of texts"));
                }
            }
            for key in DATES.iter().filter(|key| item.get(key).is_some()) {
                if !item[*key].as_str().is_some_and(is_date) {
                    found.push(format!("{section}.{key} is no date: {}", item[*key]));
                }
            }
        }
    }
    found
}

fn texts(item: &Value, of: &str, keys: &[&str], found: &mut Vec<String>) {
    for key in keys.iter().filter(|key| item.get(key).is_some_and(|value| !value.is_string())) {
        found.push(format!("{of}.{key} is no text"));
    }
    if let Some(url) = item.get("url").and_then(Value::as_str)
        && !url.contains("://")
    {
        found.push(format!("{of}.url is no address: {url}"));
    }
}

/// `^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$`
fn is_date(text: &str) -> bool {
    let forms = ["1###", "1###-0#", "1###-0#-0#"];
    let fits = |form: &str| {
        form.len() == text.len()
            && form.bytes().zip(text.bytes()).enumerate().all(|(at, (form, byte))| match (form, at) {
                (b'1', _) => matches!(byte, b'1' | b'2'),
                (b'0', 5) => matches!(byte, b'0' | b'1'),
                (b'0', _) => matches!(byte, b'0'..=b'3'),
                (b'#', _) => byte.is_ascii_digit(),
                _ => byte == form,
            })
    };
    forms.iter().any(|form| fits(form))
}

#[test]
fn the_rules_find_what_breaks_them() {
    let broken = serde_json::json!({
        "basics": { "name": 3 },
        "work": [{ "startDate": "June 2016", "highlights": ["a", 1], "url": "example" }],
        "skills": "Git"
    });
    assert_eq!(
        problems(&broken),
        [
            "basics.name is no text",
            "work.url is no address: example",
            "work.highlights is no array of texts",
            "work.startDate is no date: \"June 2016\"",
            "skills is no array"
        ]
    );
    assert!(["2016", "2016-06", "2016-06-30"].iter().all(|date| is_date(date)));
}
