//! The documents against the program: every example of JSON is what the program prints, every field is described, the numbers of
//! the score are those of the guide and of the people, and the example of a new career is sound.

use crate::support::{Home, data, flat, ids, in_project};
use career_coach::coach::adaptive::FIRST_IMPRESSION;
use career_coach::guide::load::{self, DataFile};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn page() -> String {
    read("docs/json.md")
}

fn read(file: &str) -> String {
    fs::read_to_string(in_project(file)).expect("the file can be read")
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
    let keys = ["id", "skill", "method", "day", "key", "action"].iter().find_map(|key| element.get(key));
    keys.or(Some(element)).and_then(Value::as_str)
}

#[test]
fn every_example_is_what_the_program_prints() {
    let page = page();
    let home = Home::with(blocks(&page, "toml")[0]);
    let (commands, examples) = (blocks(&page, "sh"), blocks(&page, "json"));
    assert_eq!((commands.len(), examples.len()), (18, 18));
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
    fs::write(home.path("cv.json"), crate::resume::OLD).expect("written");
    for command in [
        &["import", "cv.json"][..],
        &["gap"],
        &["level", "senior", "--compare", "lead"],
        &["skill"],
        &["search", "sql"],
        &["target"],
        &["profile", "history"],
        &["readiness"],
        &["readiness", "--evidence"],
        &["plan"],
        &["export", "report"],
        &["practice"],
        &["guide", "--list"],
        &["guide"],
        &["rate", "testing=2"],
        &["profile", "path"],
        &["config"],
        &["profile", "reset", "--yes"],
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
    let page = flat(&read("docs/scoring.md"));
    let scoring = data("guide.toml")["scoring"].clone();
    let number = |value: &toml::Value| value.as_integer().expect("a number");
    assert!(page.contains(&format!("The threshold is {} per cent", number(&scoring["threshold"]))));
    for (evidence, eighths) in scoring["credit"].as_table().expect("a table") {
        let part = ["0", "0.125", "0.25", "0.375", "0.5", "0.625", "0.75", "0.875", "1"];
        let part = part[usize::try_from(number(eighths)).expect("0 to 8")];
        assert!(page.contains(&format!("| {evidence} | {part} |")), "{evidence} counts {part}");
    }
    assert_eq!(number(&scoring["proof_hours"]), 1, "the page says: about an hour");
    assert_eq!(number(&scoring["review_after_months"]), 12, "the page says: after a year");
    assert_eq!(FIRST_IMPRESSION, 6, "the page says: after six answers");
}

#[test]
fn the_agreement_told_is_that_of_the_people() {
    let page = flat(&read("docs/scoring.md"));
    for half in ["tuned", "aside"] {
        let people: toml::Table = read(&format!("tests/people/{half}.toml")).parse().expect("TOML");
        let people = people["people"].as_array().expect("an array");
        let gaps = |is_proved| -> Vec<_> {
            people.iter().map(|person| Home::with(&profile(person, is_proved)).json(&["gap"])).collect()
        };
        let (mixed, proved) = (gaps(false), gaps(true));
        for (name, gaps) in [("mixed evidence", &mixed), ("everything proved", &proved)] {
            let row = format!("| {half}, {name} | {} |", agreement(people, gaps, "reached").join(" | "));
            assert!(page.contains(&row), "{row}");
        }
        let by_ratings = agreement(people, &mixed, "claimed");
        assert_eq!(by_ratings, agreement(people, &proved, "reached"), "the page says that they are the same");
    }
}

/// A profile of one of `tests/people`, with their examples or with a link for everything.
fn profile(person: &toml::Value, is_proved: bool) -> String {
    let examples = person["examples"].as_array().expect("an array");
    let ratings = person["ratings"].as_table().expect("a table").iter().map(|(skill, rating)| {
        let has_example = examples.iter().any(|example| example.as_str() == Some(skill));
        let evidence = match (is_proved, has_example) {
            (true, _) => "link",
            (false, true) => "example",
            (false, false) => "claim",
        };
        format!("[ratings.{skill}]\nrating = {rating}\nevidence = \"{evidence}\"\n")
    });
    ratings.collect()
}

/// How many are found within one level of where their story puts them, how many exactly there, and the mean error in levels.
fn agreement(people: &[toml::Value], gaps: &[Value], found: &str) -> [String; 3] {
    let pairs =
        || people.iter().zip(gaps).map(|(person, gap)| (person["level"].as_str(), gap[found].as_str()));
    let errors: Vec<i64> = pairs().map(|(level, found)| height(found) - height(level)).collect();
    let within_one = errors.iter().filter(|error| error.abs() <= 1).count();
    let exact = pairs().filter(|(level, found)| level == found).count();
    // Twenty people: a sum is exact in hundredths.
    let hundredths = errors.iter().sum::<i64>() * 100 / 20;
    assert_eq!(people.len(), 20);
    let sign = if hundredths < 0 { '-' } else { '+' };
    let error = format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
    [within_one.to_string(), exact.to_string(), error.trim_end_matches('0').to_owned()]
}

/// How many levels of its chain a level completes; none is 0.
fn height(level: Option<&str>) -> i64 {
    let levels = data("levels.toml");
    let levels = levels["levels"].as_array().expect("an array");
    let Some(at) = levels.iter().position(|other| other["id"].as_str() == level) else { return 0 };
    let track = &levels[at]["track"];
    let below = levels[..at]
        .iter()
        .filter(|below| below["track"].as_str() == Some("core") || below["track"] == *track);
    i64::try_from(below.count()).expect("few levels") + 1
}

/// The files of the example in `docs/add-a-career.md`, with all skills that there are.
fn added_career() -> Vec<DataFile> {
    let page = read("docs/add-a-career.md");
    let mut files = load::read(&in_project("data")).expect("the folder can be read");
    files.retain(|file| file.path.starts_with("skills/"));
    let before_blocks = page.split("```toml\n").zip(blocks(&page, "toml"));
    files.extend(before_blocks.map(|(before, text)| {
        let path = before.trim_end().rsplit('`').nth(1).expect("a block follows its path");
        DataFile { path: path.replacen("data/", "", 1), text: format!("{text}\n") }
    }));
    files
}

#[test]
fn the_example_of_a_new_career_is_a_sound_guide() {
    let library = load::library(&added_career()).expect("no fault");
    let guide = &library.guides[0];
    assert_eq!((guide.id.as_str(), guide.levels.len()), ("support-engineer", 2));
    let known = ids("skills").len();
    assert_eq!(library.skills.len(), known + 1, "one skill is new");
}

#[test]
fn the_faults_shown_for_a_new_career_are_those_that_the_check_finds() {
    let mut files = added_career();
    for (file, sound, broken) in [
        ("faqs.toml", "section:role", "section:rolle"),
        (
            "matrix.toml",
            "ticket-triage = { required = 3, weight = 2 }",
            "ticket-triage = { required = 3, weight = 2, must_have = 2 }",
        ),
        ("ticket-triage.toml", "I sorted real requests", "I sorted ten requests"),
    ] {
        let file = files.iter_mut().find(|other| other.path.ends_with(file)).expect("a file of the example");
        assert!(file.text.contains(sound), "{}", file.path);
        file.text = file.text.replacen(sound, broken, 1);
    }
    let faults = load::library(&files).expect_err("three faults").to_string();
    assert!(read("docs/add-a-career.md").contains(&format!("```\n{faults}\n```")), "{faults}");
}
