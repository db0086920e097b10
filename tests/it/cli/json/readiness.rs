//! The five bars: every field, against the score, the guide's files and the page.

use super::{SCHEMA, array, fraction, has_fields, number, shown, text, whole};
use crate::support::{Home, SAMPLE, data, flat};
use serde_json::{Value, json};

const BARS: [&str; 5] = ["skills", "experience", "education", "portfolio", "kit"];

/// The sample with answers beside its ratings, one of which can't be understood.
fn person() -> String {
    let about = "[about]\nyears = \"18 months\"\neducation = \"bootcamp, 12 weeks\"\nresume = \"done\"\ncover_letter = \"draft\"\ninterview_practice = \"hm\"\nhours_per_week = 6\n";
    let old = "rating = 3, evidence = \"claim\", rated_on = \"2001-03-16\", anchors = \"0123456789abcdef\" }";
    SAMPLE
        .replace("sql = { rating = 3, evidence = \"claim\" }", &format!("sql = {{ {old}"))
        .replace("[ratings]", &format!("{about}\n[ratings]"))
}

fn bar<'a>(readiness: &'a Value, id: &str) -> &'a Value {
    array(&readiness["bars"]).iter().find(|bar| bar["id"] == id).expect("a bar")
}

#[track_caller]
fn is_readiness(readiness: &Value) {
    let fields =
        ["schema", "guide", "level", "bars", "weakest", "questions", "review_after_months", "reviews"];
    has_fields(readiness, &fields);
    assert_eq!((&readiness["schema"], &readiness["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    let ids: Vec<_> = array(&readiness["bars"]).iter().map(|bar| text(&bar["id"])).collect();
    assert_eq!(ids, BARS);
    for bar in array(&readiness["bars"]) {
        let fields =
            ["id", "low", "high", "low_exact", "high_exact", "mark", "standing", "answered", "basis", "next"];
        has_fields(bar, &fields);
        let whole = shown(&bar["low_exact"], &bar["high_exact"], number(&bar["mark"]));
        assert_eq!((number(&bar["low"]), number(&bar["high"])), whole, "{bar}");
        assert!(["ready", "unproved", "open", "not-yet"].contains(&text(&bar["standing"])));
        assert!(bar["answered"].is_boolean());
        if !bar["next"].is_null() {
            is_next(&bar["next"]);
        }
    }
    let basis = |id: &str| &bar(readiness, id)["basis"];
    has_fields(basis("skills"), &["standing", "claims_only", "rated", "skills"]);
    has_fields(basis("experience"), &["answer", "months", "years_from", "years_to", "place"]);
    has_fields(basis("education"), &["answer", "route", "doors"]);
    for door in array(&basis("education")["doors"]) {
        has_fields(door, &["name", "opened_by", "open", "see"]);
    }
    for exhibit in array(&basis("portfolio")["must_haves"]) {
        has_fields(exhibit, &["skill", "floor", "rating", "evidence", "proofs", "state"]);
    }
    for item in array(&basis("kit")["items"]) {
        has_fields(item, &["key", "answer", "state"]);
    }
    for question in array(&readiness["questions"]) {
        has_fields(question, &["key", "words", "example"]);
    }
    for review in array(&readiness["reviews"]) {
        has_fields(review, &["skill", "rating", "evidence", "rated_on", "old", "reworded"]);
    }
}

#[track_caller]
fn is_next(next: &Value) {
    let all = ["action", "level", "skill", "key", "from", "to", "hours", "needs_role", "weeks", "months"];
    has_fields(next, &all);
    let said: Vec<_> =
        all[1..].iter().copied().filter(|key| !next[*key].is_null() && *key != "weeks").collect();
    let expected: &[&str] = match text(&next["action"]) {
        "raise" | "prove" => &["skill", "from", "to", "hours", "needs_role"],
        "rate" | "show" | "strengthen" => &["skill"],
        "reach" => &["skill", "to"],
        "answer" | "prepare" => &["key"],
        "work" => &["months"],
        "ask" => &[],
        other => unreachable!("no such action: {other}"),
    };
    assert_eq!(said, expected, "{next}");
}

#[test]
fn the_bars_have_the_promised_fields_whatever_is_said() {
    for profile in ["", SAMPLE, &person()] {
        let home = Home::with(profile);
        for level in crate::support::levels() {
            let readiness = home.json(&["readiness", &level]);
            is_readiness(&readiness);
            assert_eq!(readiness["level"], *level);
        }
    }
    assert_eq!(Home::with(SAMPLE).json(&["readiness"])["level"], "developer", "the target");
}

#[test]
fn the_skills_are_the_score() {
    let home = Home::with(&person());
    for level in crate::support::levels() {
        let readiness = home.json(&["readiness", &level]);
        let (bar, score) = (bar(&readiness, "skills"), &home.json(&["gap", &level])["levels"][0]);
        for key in ["low", "high", "low_exact", "high_exact"] {
            assert_eq!(bar[key], score[key], "{key}");
        }
        assert_eq!(bar["mark"], 80);
        assert_eq!(bar["standing"], score["standing"]);
        let asked = array(&score["skills"]);
        let rated = asked.iter().filter(|skill| !skill["rating"].is_null()).count();
        let basis = json!({ "standing": score["standing"], "claims_only": score["claims_only"], "rated": rated,
                            "skills": asked.len() });
        assert_eq!(bar["basis"], basis);
    }
}

#[test]
fn the_years_stand_against_those_of_the_level() {
    let home = Home::with(&person());
    for level in data("levels.toml")["levels"].as_array().expect("an array") {
        let readiness = home.json(&["readiness", level["id"].as_str().expect("an id")]);
        let bar = bar(&readiness, "experience");
        let from = whole(&level["years"], "from").expect("a number");
        let to = whole(&level["years"], "to");
        let place = if 18 < 12 * from {
            "below"
        } else if to.is_some_and(|to| 18 > 12 * to) {
            "above"
        } else {
            "within"
        };
        assert_eq!(
            bar["basis"],
            json!({ "answer": "18 months", "months": 18, "years_from": from, "years_to": to, "place": place })
        );
        assert_eq!(bar["next"]["months"].as_u64(), (place == "below").then(|| 12 * from - 18));
        let (above, below) = fraction(&bar["low_exact"]);
        assert_eq!(above * 12 * from.max(1), below * if from == 0 { 12 } else { 18.min(12 * from) });
    }
}

#[test]
fn the_employer_preferences_are_those_of_the_guide() {
    let guide = data("guide.toml");
    let files = guide["employer_preferences"].as_array().expect("an array");
    for (said, route) in [("a bootcamp", Some("bootcamp")), ("BSc", Some("degree")), ("by magic", None)] {
        let home = Home::with(&format!("[about]\neducation = \"{said}\""));
        let readiness = home.json(&["readiness", "junior"]);
        let bar = bar(&readiness, "education");
        let doors = files.iter().map(|door| {
            let opened_by = door["satisfied_by"].as_array().expect("an array");
            let open = route.map(|route| opened_by.iter().any(|by| by.as_str() == Some(route)));
            json!({ "name": door["name"], "opened_by": opened_by, "open": open, "see": door["see"] })
        });
        let doors: Vec<Value> = doors.collect();
        let open = doors.iter().filter(|door| door["open"] == true).count() as u64;
        assert_eq!(bar["basis"], json!({ "answer": said, "route": route, "doors": doors }));
        let (above, below) = fraction(&bar["low_exact"]);
        assert_eq!(above * files.len() as u64, open * below);
        assert_eq!(bar["answered"], route.is_some());
        let page = flat(&home.prints(&["readiness", "junior"]));
        for door in &doors {
            let words = match door["open"].as_bool() {
                Some(true) => "no obstacle",
                Some(false) => "ask them first",
                None => "",
            };
            let line = format!("{}: {words}", text(&door["name"]));
            assert_eq!(page.contains(&line), route.is_some(), "{line} in {page}");
        }
    }
}

#[test]
fn the_portfolio_follows_the_must_haves() {
    let home = Home::with(&person());
    let readiness = home.json(&["readiness", "senior"]);
    let score = &home.json(&["gap", "senior"])["levels"][0];
    let exhibits = array(&bar(&readiness, "portfolio")["basis"]["must_haves"]);
    assert_eq!(exhibits.len(), array(&score["must_haves"]).len());
    let (mut shown, mut open) = (0, 0);
    for (exhibit, floor) in exhibits.iter().zip(array(&score["must_haves"])) {
        let skill = array(&score["skills"]).iter().find(|skill| skill["skill"] == floor["skill"]);
        let skill = skill.expect("a must-have is asked");
        let state = match (skill["rating"].as_u64(), skill["evidence"].as_str()) {
            (None, _) => "open",
            (Some(rating), _) if rating < number(&floor["floor"]) => "below",
            (_, Some("claim")) => "on-word",
            _ => "shown",
        };
        (shown, open) = (shown + u64::from(state == "shown"), open + u64::from(state == "open"));
        assert_eq!(
            *exhibit,
            json!({ "skill": floor["skill"], "floor": floor["floor"], "rating": skill["rating"],
                    "evidence": skill["evidence"], "proofs": 0, "state": state })
        );
    }
    let (above, below) = fraction(&bar(&readiness, "portfolio")["high_exact"]);
    assert_eq!(above * exhibits.len() as u64, (shown + open) * below);
}

#[test]
fn the_kit_says_what_was_said() {
    let readiness = Home::with(&person()).json(&["readiness"]);
    let kit = bar(&readiness, "kit");
    assert_eq!(
        kit["basis"]["items"],
        json!([
            { "key": "resume", "answer": "done", "state": "yes" },
            { "key": "cover-letter", "answer": "draft", "state": "begun" },
            { "key": "interviews", "answer": "hm", "state": null },
        ])
    );
    assert_eq!((text(&kit["low_exact"]), text(&kit["high_exact"])), ("1/3", "2/3"));
    assert_eq!((&kit["standing"], &kit["next"]["key"]), (&json!("not-yet"), &json!("cover-letter")));
}

#[test]
fn nobody_has_open_questions_and_no_zero() {
    let readiness = Home::new().json(&["readiness", "junior"]);
    for bar in array(&readiness["bars"]) {
        assert_eq!((number(&bar["low"]), number(&bar["high"])), (0, 100));
        assert_eq!((&bar["standing"], &bar["answered"]), (&json!("open"), &json!(false)));
        assert!(bar["next"]["action"] == "rate" || bar["next"]["action"] == "answer", "{bar}");
    }
    let basis = |id: &str| &bar(&readiness, id)["basis"];
    for key in ["answer", "months", "place"] {
        assert_eq!(basis("experience")[key], Value::Null, "{key}");
    }
    assert!(array(&basis("education")["doors"]).iter().all(|door| door["open"].is_null()));
    assert!(array(&basis("portfolio")["must_haves"]).iter().all(|floor| floor["state"] == "open"));
    assert!(array(&basis("kit")["items"]).iter().all(|item| item["state"].is_null()));
    assert_eq!((&readiness["weakest"], &readiness["reviews"]), (&json!([]), &json!([])));
}

#[test]
fn questions_weakest_and_reviews_are_those_of_the_page() {
    let home = Home::with(&person());
    let readiness = home.json(&["readiness"]);
    let page = flat(&home.prints(&["readiness"]));
    let keys: Vec<_> = array(&readiness["questions"]).iter().map(|question| text(&question["key"])).collect();
    assert_eq!(keys, ["interviews"], "an answer that can't be understood is none");
    for question in array(&readiness["questions"]) {
        let line = format!("{} such as {}", text(&question["words"]), text(&question["example"]));
        assert!(page.contains(&line), "{line} in {page}");
    }
    let weakest: Vec<_> = array(&readiness["weakest"]).iter().map(text).collect();
    let name =
        |id: &str| if id == "kit" { "Application kit".to_owned() } else { id[..1].to_uppercase() + &id[1..] };
    let names: Vec<_> = weakest.iter().map(|id| name(id)).collect();
    assert!(page.contains(&format!("Weakest: {}", names.join(" and "))), "{names:?} in {page}");
    assert_eq!(
        readiness["reviews"],
        json!([{ "skill": "sql", "rating": 3, "evidence": "claim", "rated_on": "2001-03-16", "old": true,
                 "reworded": true }])
    );
    let months = data("guide.toml")["scoring"]["review_after_months"].as_integer();
    assert_eq!(readiness["review_after_months"].as_i64(), months);
    assert!(page.contains(&format!("Older than {} months:", readiness["review_after_months"])), "{page}");
}

#[test]
fn a_step_tells_its_weeks_where_the_hours_are_known() {
    let home = Home::with(
        "[about]\nhours-per-week = 6\n[ratings]\nprogramming-language = { rating = 0 }\ngit = { rating = 0 }\nsql = { rating = 0 }\nproblem-solving = { rating = 0 }",
    );
    let readiness = home.json(&["readiness", "junior"]);
    let next = &bar(&readiness, "skills")["next"];
    assert_eq!(next["action"], "raise");
    for end in [0, 1] {
        assert_eq!(number(&next["weeks"][end]), number(&next["hours"][end]).div_ceil(6));
    }
}

#[test]
fn answers_are_kept_before_they_are_told() {
    let home = Home::new();
    let said = home.json(&["readiness", "junior", "--set", "years=3", "resume=done"]);
    is_readiness(&said);
    assert_eq!(bar(&said, "experience")["basis"]["months"], 36);
    assert_eq!(said, home.json(&["readiness", "junior"]), "and one object is all that is printed");
}

#[test]
fn without_a_level_nothing_is_kept_for_programs() {
    let home = Home::new();
    let told = home.fails(2, &["readiness", "--json", "--set", "years=3"]);
    assert!(told.contains("readiness for which level?"), "{told}");
    assert!(!home.profile().exists());
}
