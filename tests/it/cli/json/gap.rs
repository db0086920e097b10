//! The gap, worked out a second time from the files of the guide.

use super::{array, fraction, has_fields, in_parts, number, text, whole};
use crate::support::{Home, SAMPLE, data, flat, levels, skill_text, skills};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The score of a level, worked out from the files of the guide as `docs/scoring.md` says, in 120ths of the weights' sum.
struct Expected {
    parts: u64,
    low: u64,
    high: u64,
    verdict: &'static str,
    must_haves: Value,
    skills: Vec<(u64, u64, Option<u64>)>,
}

type Answers = toml::Table;

fn answers(profile: &str) -> Answers {
    let profile: toml::Table = profile.parse().expect("TOML");
    profile.get("ratings").and_then(toml::Value::as_table).cloned().unwrap_or_default()
}

fn rating(answers: &Answers, skill: &str) -> Option<u64> {
    let rating = answers.get(skill)?["rating"].as_integer().expect("a number");
    Some(rating.try_into().expect("0 to 5"))
}

/// The lower and the upper end in half-steps.
fn ends(answers: &Answers, skill: &str) -> (u64, u64) {
    let Some(rating) = rating(answers, skill) else { return (0, 10) };
    let doubt = match answers[skill]["evidence"].as_str() {
        Some("link") => 0,
        Some("example") => 1,
        _ => 2,
    };
    ((2 * rating).saturating_sub(doubt).max((2 * rating).min(2)), 2 * rating)
}

fn expected(level: &toml::Table, answers: &Answers, equal_weights: bool) -> Expected {
    let weight = |ask| if equal_weights { 1 } else { whole(ask, "weight").expect("a weight") };
    let parts = 120 * level.values().map(weight).sum::<u64>();
    let (mut states, mut must_haves, mut skills) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (skill, ask) in level {
        let required = whole(ask, "required").expect("a rating");
        let (low, high) = ends(answers, skill);
        let share = |half_steps: u64| weight(ask) * 120 * half_steps.min(2 * required) / (2 * required);
        let gain = rating(answers, skill).map(|now| share(2 * (now + 1).min(5)) - share(2 * now));
        skills.push((share(low), share(high), gain));
        if let Some(floor) = whole(ask, "must_have") {
            let state = match (low > 2 * floor - 2, high < 2 * floor) {
                (true, _) => "met",
                (_, true) => "unmet",
                _ => "open",
            };
            states.insert(state);
            must_haves.push(json!({ "skill": skill, "floor": floor, "state": state }));
        }
    }
    let low = skills.iter().map(|(low, ..)| low).sum();
    let high = skills.iter().map(|(_, high, _)| high).sum();
    let verdict = if states.contains("unmet") || 100 * high < 80 * parts {
        "not-yet"
    } else if !states.contains("open") && 100 * low >= 80 * parts {
        "ready"
    } else {
        "undetermined"
    };
    Expected { parts, low, high, verdict, must_haves: must_haves.into(), skills }
}

#[track_caller]
fn is_gap(gap: &Value) {
    let top =
        ["schema", "guide", "target", "rated", "skills", "threshold", "reached", "blocked_by", "levels"];
    has_fields(gap, &top);
    assert_eq!(gap["schema"], 1);
    assert_eq!(gap["guide"], "back-end-developer");
    assert_eq!(gap["threshold"], 80);
    assert_eq!(number(&gap["skills"]), skills().len() as u64);
    array(&gap["levels"]).iter().for_each(is_gap_level);
}

#[track_caller]
fn is_gap_level(level: &Value) {
    let rounded = (number(&level["low"]), number(&level["high"]));
    assert!(rounded.0 <= rounded.1 && rounded.1 <= 100, "{rounded:?}");
    let fields = [
        "id",
        "title",
        "track",
        "low",
        "high",
        "low_exact",
        "high_exact",
        "verdict",
        "equal_weights_verdict",
        "claims_only",
        "must_haves",
        "skills",
        "settles",
    ];
    has_fields(level, &fields);
    assert!(["core", "leadership", "technical"].contains(&text(&level["track"])));
    assert!(level["claims_only"].is_boolean());
    for verdict in ["verdict", "equal_weights_verdict"] {
        assert!(["ready", "undetermined", "not-yet"].contains(&text(&level[verdict])));
    }
    for floor in array(&level["must_haves"]) {
        has_fields(floor, &["skill", "floor", "state"]);
        assert!(["met", "unmet", "open"].contains(&text(&floor["state"])));
    }
    for skill in array(&level["skills"]) {
        has_fields(skill, &["skill", "required", "weight", "rating", "evidence", "low", "high", "gain"]);
        assert!((1..=5).contains(&number(&skill["required"])));
        assert!((1..=3).contains(&number(&skill["weight"])));
        let is_rated = skill["rating"].as_u64().is_some_and(|rating| rating <= 5);
        assert_eq!(is_rated, !skill["rating"].is_null());
        assert_eq!(is_rated, matches!(skill["evidence"].as_str(), Some("claim" | "example" | "link")));
        assert_eq!(is_rated, skill["gain"].is_string(), "a gain is told where there is a rating");
    }
    has_fields(&level["settles"], &["ready", "not_yet"]);
    let is_open = level["verdict"] == "undetermined";
    assert_eq!(is_open, level["settles"]["ready"].is_array());
    assert!(is_open || level["settles"]["not_yet"].is_null());
}

fn ids(values: &Value) -> Vec<&str> {
    array(values).iter().map(text).collect()
}

#[test]
fn the_gap_has_the_promised_fields_whatever_is_rated() {
    for profile in ["", SAMPLE, &everything(5, "link"), &everything(3, "claim"), &everything(0, "claim")] {
        let gap = Home::with(profile).json(&["gap"]);
        is_gap(&gap);
        let found: Vec<_> = array(&gap["levels"]).iter().map(|level| text(&level["id"])).collect();
        assert_eq!(found, levels());
    }
}

/// A profile that rates every skill alike.
fn everything(rating: u8, evidence: &str) -> String {
    everything_but(&[], rating, evidence)
}

fn everything_but(left_out: &[&str], rating: u8, evidence: &str) -> String {
    let rated = skills().into_iter().filter(|skill| !left_out.contains(&skill.as_str()));
    rated.map(|skill| format!("[ratings.{skill}]\nrating = {rating}\nevidence = \"{evidence}\"\n")).collect()
}

#[test]
fn the_gap_is_what_the_model_says() {
    let matrix = data("matrix.toml");
    let profiles = [
        "",
        SAMPLE,
        &everything(5, "link"),
        &everything(3, "example"),
        &everything(4, "claim"),
        &everything_but(&["git", "sql"], 4, "link"),
        &everything_but(&["programming-language", "architecture", "delivery"], 5, "example"),
    ];
    for profile in profiles {
        let answers = answers(profile);
        let gap = Home::with(profile).json(&["gap"]);
        assert_eq!(number(&gap["rated"]), answers.len() as u64);
        assert_eq!((&gap["reached"], &gap["blocked_by"]), (&chain(&gap).0, &chain(&gap).1));
        for level in array(&gap["levels"]) {
            let asks = matrix[text(&level["id"])].as_table().expect("a table");
            let weighted = expected(asks, &answers, false);
            assert_eq!(in_parts(&level["low_exact"], weighted.parts), weighted.low);
            assert_eq!(in_parts(&level["high_exact"], weighted.parts), weighted.high);
            assert_eq!(level["verdict"], weighted.verdict, "{}", level["id"]);
            assert_eq!(level["equal_weights_verdict"], expected(asks, &answers, true).verdict);
            assert_eq!(level["must_haves"], weighted.must_haves);
            for (skill, (low, high, gain)) in array(&level["skills"]).iter().zip(&weighted.skills) {
                assert_eq!(in_parts(&skill["low"], weighted.parts), *low, "{skill}");
                assert_eq!(in_parts(&skill["high"], weighted.parts), *high, "{skill}");
                let found = skill["gain"].is_string().then(|| in_parts(&skill["gain"], weighted.parts));
                assert_eq!(found, *gain, "{skill}");
            }
        }
    }
}

/// The level reached and what blocks, from the verdicts: a level needs the core levels below it and the lower ones of its
/// own track.
fn chain(gap: &Value) -> (Value, Value) {
    let levels = array(&gap["levels"]);
    let is_ready = |level: &Value| level["verdict"] == "ready";
    let (mut reached, mut blocking) = (Value::Null, BTreeSet::new());
    for (i, level) in levels.iter().enumerate().filter(|(_, level)| is_ready(level)) {
        let below = levels[..i].iter().enumerate();
        let needed = below.filter(|(_, below)| below["track"] == "core" || below["track"] == level["track"]);
        let missing: Vec<_> = needed.filter(|(_, below)| !is_ready(below)).map(|(i, _)| i).collect();
        if missing.is_empty() {
            reached = level["id"].clone();
        }
        blocking.extend(missing);
    }
    (reached, blocking.into_iter().map(|i| levels[i]["id"].clone()).collect())
}

#[test]
fn a_skill_of_the_gap_says_what_the_matrix_and_the_profile_say() {
    let (matrix, answers) = (data("matrix.toml"), answers(SAMPLE));
    let gap = Home::with(SAMPLE).json(&["gap"]);
    for level in array(&gap["levels"]) {
        let asks = matrix[text(&level["id"])].as_table().expect("a table");
        let found = array(&level["skills"]);
        let names: Vec<_> = found.iter().map(|skill| text(&skill["skill"])).collect();
        assert_eq!(names, asks.keys().collect::<Vec<_>>(), "in the order of the matrix");
        for skill in found {
            let id = text(&skill["skill"]);
            assert_eq!(Some(number(&skill["required"])), whole(&asks[id], "required"));
            assert_eq!(Some(number(&skill["weight"])), whole(&asks[id], "weight"));
            assert_eq!(skill["rating"].as_u64(), rating(&answers, id));
            let evidence = answers.get(id).map(|answer| answer["evidence"].as_str().expect("a text"));
            assert_eq!(skill["evidence"].as_str(), evidence);
        }
    }
}

#[test]
fn contributions_add_up_and_whole_per_cents_are_rounded_outwards() {
    let gap = Home::with(SAMPLE).json(&["gap"]);
    let mut uneven = 0;
    for level in array(&gap["levels"]) {
        let parts = 120 * array(&level["skills"]).iter().map(|skill| number(&skill["weight"])).sum::<u64>();
        for (end, exact) in [("low", "low_exact"), ("high", "high_exact")] {
            let addends = array(&level["skills"]).iter().map(|skill| in_parts(&skill[end], parts));
            assert_eq!(addends.sum::<u64>(), in_parts(&level[exact], parts), "{} of {}", end, level["id"]);
        }
        let (above, below) = fraction(&level["low_exact"]);
        assert_eq!(number(&level["low"]), 100 * above / below);
        let (above, below) = fraction(&level["high_exact"]);
        assert_eq!(number(&level["high"]), (100 * above).div_ceil(below));
        uneven += u64::from(100 * above % below != 0);
    }
    assert!(uneven > 0, "the sample has to show rounding");
}

#[test]
fn one_level_has_the_shape_of_all() {
    let home = Home::with(SAMPLE);
    let all = home.json(&["gap"]);
    for (i, level) in levels().iter().enumerate() {
        let one = home.json(&["gap", level]);
        let mut same = all.clone();
        same["levels"] = json!([all["levels"][i]]);
        assert_eq!(one, same);
        assert_eq!(home.json(&["gap", level, "--explain"]), one);
    }
    assert_eq!(home.json(&["gap", "--explain"]), all, "a target doesn't narrow what programs read");
}

#[test]
fn nothing_rated_is_no_zero() {
    let gap = Home::new().json(&["gap"]);
    assert_eq!((&gap["target"], &gap["reached"], &gap["rated"]), (&Value::Null, &Value::Null, &json!(0)));
    for level in array(&gap["levels"]) {
        assert_eq!((number(&level["low"]), number(&level["high"])), (0, 100));
        assert_eq!((text(&level["low_exact"]), text(&level["high_exact"])), ("0", "1"));
        assert_eq!(level["verdict"], "undetermined");
        assert!(array(&level["must_haves"]).iter().all(|floor| floor["state"] == "open"));
    }
}

#[test]
fn a_verdict_on_claims_alone_says_so() {
    let gap = Home::with(&everything(5, "claim")).json(&["gap"]);
    assert_eq!(
        (&gap["levels"][0]["verdict"], &gap["levels"][0]["claims_only"]),
        (&json!("ready"), &json!(true))
    );
    let page = flat(&Home::with(&everything(5, "claim")).prints(&["gap", "junior"]));
    assert!(page.contains("Ready: every must-have is met, on your word alone"), "{page}");
    let proved =
        format!("{}\n[ratings.git]\nrating = 5\nevidence = \"link\"", everything_but(&["git"], 5, "claim"));
    let gap = Home::with(&proved).json(&["gap"]);
    assert_eq!(gap["levels"][0]["claims_only"], false, "Git is a must-have of a junior");
    assert_eq!(gap["levels"][1]["claims_only"], true, "and of nobody else");
}

#[test]
fn where_only_proof_is_missing_nothing_can_make_it_not_yet() {
    let level = &Home::with(&everything(3, "claim")).json(&["gap", "mid-level"])["levels"][0];
    assert_eq!(level["verdict"], "undetermined");
    assert_eq!(level["settles"]["not_yet"], Value::Null);
    let proofs = ids(&level["settles"]["ready"]);
    let open = array(&level["must_haves"]).iter().filter(|floor| floor["state"] == "open");
    assert!(open.map(|floor| text(&floor["skill"])).all(|floor| proofs.contains(&floor)));
}

#[test]
fn a_hole_below_blocks_what_is_ready_above() {
    let home = Home::with(&everything_but(&["git"], 5, "link"));
    let gap = home.json(&["gap"]);
    assert_eq!(gap["reached"], Value::Null);
    assert_eq!(ids(&gap["blocked_by"]), ["junior"]);
    let ready = array(&gap["levels"]).iter().filter(|level| level["verdict"] == "ready");
    assert_eq!(ready.count(), levels().len() - 1);
    let page = flat(&home.prints(&["gap"]));
    let why = format!("Architect is met; Junior is open: {} isn't rated.", skill_text("git", "short"));
    assert!(page.contains(&why), "{page}");
}

#[test]
fn what_would_settle_it_settles_it() {
    let gap = Home::with(SAMPLE).json(&["gap"]);
    let open: Vec<_> =
        array(&gap["levels"]).iter().filter(|level| level["verdict"] == "undetermined").collect();
    assert!(!open.is_empty(), "the sample has to leave a level open");
    for level in open {
        let id = text(&level["id"]);
        let home = Home::with(SAMPLE);
        let answers = answers(SAMPLE);
        for skill in ids(&level["settles"]["ready"]) {
            let best = rating(&answers, skill).unwrap_or(5);
            home.prints(&["rate", &format!("{skill}={best}:link")]);
        }
        assert_eq!(home.json(&["gap", id])["levels"][0]["verdict"], "ready", "{id}");
        if let Some(skills) = level["settles"]["not_yet"].as_array() {
            let home = Home::with(SAMPLE);
            for skill in skills {
                home.prints(&["rate", &format!("{}=0", text(skill))]);
            }
            assert_eq!(home.json(&["gap", id])["levels"][0]["verdict"], "not-yet", "{id}");
        }
    }
}
