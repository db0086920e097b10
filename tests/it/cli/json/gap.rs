//! The gap in JSON, against what is worked out a second time from the files of the guide.

mod expected;

use super::{SCHEMA, array, fraction, has_fields, in_parts, matrix, number, shown, text, whole};
use crate::support::{Home, SAMPLE, data, flat, levels, skills};
use expected::{STANDINGS, answers, before, expected, highest, own_standing, place, rating, threshold};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[track_caller]
fn is_gap(gap: &Value) {
    let top = [
        "schema",
        "guide",
        "target",
        "rated",
        "skills",
        "threshold",
        "reached",
        "claimed",
        "possible",
        "blocked_by",
        "levels",
    ];
    has_fields(gap, &top);
    assert_eq!(gap["schema"], SCHEMA);
    assert_eq!(gap["guide"], "back-end-developer");
    assert_eq!(number(&gap["threshold"]), threshold());
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
        "standing",
        "held_by",
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
    assert!(STANDINGS.contains(&text(&level["standing"])));
    assert!(array(&level["held_by"]).iter().all(Value::is_string));
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
fn everything(rating: u64, evidence: &str) -> String {
    everything_but(&[], rating, evidence)
}

fn everything_but(left_out: &[&str], rating: u64, evidence: &str) -> String {
    let rated = skills().into_iter().filter(|skill| !left_out.contains(&skill.as_str()));
    rated.map(|skill| said(&skill, rating, evidence)).collect()
}

fn said(skill: &str, rating: u64, evidence: &str) -> String {
    format!("[ratings.{skill}]\nrating = {rating}\nevidence = \"{evidence}\"\n")
}

#[test]
fn the_gap_is_what_the_model_says() {
    let matrix = matrix();
    for profile in people() {
        let answers = answers(&profile);
        let gap = Home::with(&profile).json(&["gap"]);
        assert_eq!(number(&gap["rated"]), answers.len() as u64);
        assert_eq!(gap["blocked_by"], blocked_by(&gap));
        for level in array(&gap["levels"]) {
            let asks = matrix[text(&level["id"])].as_table().expect("a table");
            let weighted = expected(asks, &answers, false);
            assert_eq!(in_parts(&level["low_exact"], weighted.parts), weighted.low);
            assert_eq!(in_parts(&level["high_exact"], weighted.parts), weighted.high);
            let whole = shown(&level["low_exact"], &level["high_exact"], threshold());
            assert_eq!((number(&level["low"]), number(&level["high"])), whole, "{}", level["id"]);
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

/// People of many kinds: nobody, the sample, the same everywhere, with holes, and exactly what each level needs.
fn people() -> Vec<String> {
    let mut people = vec![String::new(), SAMPLE.to_owned()];
    for evidence in ["claim", "example", "link"] {
        people.extend([3, 4, 5].map(|rating| everything(rating, evidence)));
        people.extend(levels().iter().map(|level| exactly(level, evidence)));
    }
    people.extend([
        everything_but(&["git", "sql"], 4, "link"),
        everything_but(&["programming-language", "architecture", "delivery"], 5, "example"),
        everything_but(&HOLE, 5, "link"),
        nothing_in(&["git", "collaboration"], 5, "link"),
        nothing_in(&NINE_OF_43, 5, "link"),
    ]);
    people
}

/// What Mid-level needs besides must-haves, in part: 9 of the 43 points that it gives.
const NINE_OF_43: [&str; 5] = ["security", "frameworks", "api-design", "git", "learning"];

/// What counts much for a junior and little further up, and is no must-have before Lead.
const HOLE: [&str; 3] = ["git", "collaboration", "learning"];

/// A profile that rates what a level needs, as it needs it.
fn exactly(level: &str, evidence: &str) -> String {
    let matrix = data("matrix.toml");
    let asks = matrix[level].as_table().expect("a table").iter();
    asks.map(|(skill, ask)| said(skill, whole(ask, "required").expect("a rating"), evidence)).collect()
}

/// A profile that rates every skill alike, except for some at 0.
fn nothing_in(skills: &[&str], rating: u64, evidence: &str) -> String {
    let zeros: String = skills.iter().map(|skill| said(skill, 0, "claim")).collect();
    everything_but(skills, rating, evidence) + &zeros
}

/// The levels that aren't ready by themselves and stand before one that is.
fn blocked_by(gap: &Value) -> Value {
    let levels = array(&gap["levels"]);
    let is_ready = |level: &usize| levels[*level]["verdict"] == "ready";
    let below = (0..levels.len()).filter(is_ready).flat_map(|level| before(levels, level));
    let blocking: BTreeSet<_> = below.filter(|below| !is_ready(below)).collect();
    blocking.into_iter().map(|level| levels[level]["id"].clone()).collect()
}

#[test]
fn a_standing_is_the_lowest_of_a_level_and_those_before_it() {
    let matrix = matrix();
    let (mut seen, mut held, mut kept_apart) = (BTreeSet::new(), 0, 0);
    for profile in people() {
        let answers = answers(&profile);
        let gap = Home::with(&profile).json(&["gap"]);
        let levels = array(&gap["levels"]);
        let scores = levels
            .iter()
            .map(|level| expected(matrix[text(&level["id"])].as_table().expect("a table"), &answers, false));
        let scores: Vec<_> = scores.collect();
        let own: Vec<_> = scores.iter().map(|score| place(own_standing(score))).collect();
        for (i, level) in levels.iter().enumerate() {
            let below = before(levels, i);
            let lowest = below.iter().map(|below| own[*below]).chain([own[i]]).min();
            assert_eq!(Some(place(text(&level["standing"]))), lowest, "{}", level["id"]);
            for earlier in &below {
                let earlier = place(text(&levels[*earlier]["standing"]));
                assert!(place(text(&level["standing"])) <= earlier, "{} rises", level["id"]);
            }
            let lower = below.iter().filter(|below| own[**below] < own[i]);
            let expected: Value = lower.map(|below| levels[*below]["id"].clone()).collect();
            assert_eq!(level["held_by"], expected, "{}", level["id"]);
            held += usize::from(!array(&level["held_by"]).is_empty());
            seen.insert(text(&level["standing"]).to_owned());
        }
        let not_before = |step| highest(levels, |level| own[level] >= place(step));
        assert_eq!(gap["reached"], not_before("ready"));
        assert_eq!(gap["claimed"], highest(levels, |level| scores[level].is_claimed));
        assert_eq!(gap["possible"], not_before("open"));
        let place = |key: &str| levels.iter().position(|level| level["id"] == gap[key]);
        assert!(place("reached") <= place("claimed") && place("claimed") <= place("possible"));
        kept_apart +=
            usize::from(place("reached") < place("claimed") && place("claimed") < place("possible"));
    }
    assert_eq!(seen.len(), STANDINGS.len(), "the people have to show each: {seen:?}");
    assert!(held > 0 && kept_apart > 0, "{held} held, {kept_apart} with three different levels");
}

#[test]
fn nearly_the_threshold_is_not_shown_as_the_threshold() {
    let level = &Home::with(&nothing_in(&NINE_OF_43, 5, "link")).json(&["gap", "mid-level"])["levels"][0];
    assert_eq!(level["high_exact"], "34/43", "79.07 per cent, or the person has to be another one");
    assert_eq!((&level["high"], &level["standing"]), (&json!(79), &json!("not-yet")));
}

#[test]
fn a_skill_of_the_gap_says_what_the_matrix_and_the_profile_say() {
    let (matrix, answers) = (matrix(), answers(SAMPLE));
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
        let parts = 480 * array(&level["skills"]).iter().map(|skill| number(&skill["weight"])).sum::<u64>();
        for (end, exact) in [("low", "low_exact"), ("high", "high_exact")] {
            let addends = array(&level["skills"]).iter().map(|skill| in_parts(&skill[end], parts));
            assert_eq!(addends.sum::<u64>(), in_parts(&level[exact], parts), "{} of {}", end, level["id"]);
        }
        let whole = shown(&level["low_exact"], &level["high_exact"], threshold());
        assert_eq!((number(&level["low"]), number(&level["high"])), whole);
        let (above, below) = fraction(&level["low_exact"]);
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
    assert_eq!((&gap["target"], &gap["rated"]), (&Value::Null, &json!(0)));
    assert_eq!((&gap["reached"], &gap["claimed"]), (&Value::Null, &Value::Null));
    assert_eq!(gap["possible"].as_str(), levels().last().map(String::as_str), "nothing is ruled out");
    for level in array(&gap["levels"]) {
        assert_eq!((number(&level["low"]), number(&level["high"])), (0, 100));
        assert_eq!((text(&level["low_exact"]), text(&level["high_exact"])), ("0", "1"));
        assert_eq!((&level["verdict"], &level["standing"]), (&json!("undetermined"), &json!("open")));
        assert_eq!(level["held_by"], json!([]));
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
    assert!(page.contains("Ready: every must-have is met, but not proved yet."), "{page}");
    let said_at_all = "but its must-haves are not proved yet.";
    let all = Home::with(&everything(5, "claim"));
    assert!(flat(&all.prints(&["gap"])).contains(said_at_all), "{}", all.prints(&["gap"]));
    // What is proved beside the must-haves doesn't count for them, but it is proved.
    let reached = levels().iter().position(|level| gap["reached"] == json!(level)).expect("a level");
    let must_haves: Vec<&str> =
        array(&gap["levels"][reached]["must_haves"]).iter().map(|floor| text(&floor["skill"])).collect();
    let other = skills().into_iter().find(|skill| !must_haves.contains(&skill.as_str())).expect("a skill");
    let beside = everything_but(&[&other], 5, "claim") + &said(&other, 5, "link");
    assert!(flat(&Home::with(&beside).prints(&["gap"])).contains(said_at_all), "{other}");
    let proved = everything_but(&["testing"], 5, "claim") + &said("testing", 5, "link");
    let gap = Home::with(&proved).json(&["gap"]);
    assert_eq!(gap["levels"][0]["claims_only"], true, "testing is no must-have of a junior");
    for level in array(&gap["levels"]).iter().skip(1) {
        assert_eq!(level["claims_only"], false, "but of {} and all after it", level["id"]);
    }
}

#[test]
fn where_only_proof_is_missing_nothing_can_make_it_not_yet() {
    for id in levels() {
        let gap = Home::with(&exactly(&id, "claim")).json(&["gap", &id]);
        let level = &gap["levels"][0];
        assert_eq!((&level["verdict"], &level["standing"]), (&json!("undetermined"), &json!("unproved")));
        assert_eq!(gap["claimed"], *id, "by the ratings alone");
        assert_eq!(level["settles"]["not_yet"], Value::Null);
        let proofs = ids(&level["settles"]["ready"]);
        assert!(!proofs.is_empty());
        let open = array(&level["must_haves"]).iter().filter(|floor| floor["state"] == "open");
        assert!(open.map(|floor| text(&floor["skill"])).all(|floor| proofs.contains(&floor)));
    }
}

#[test]
fn a_claim_is_enough_for_a_floor_of_4_and_not_for_one_of_5() {
    let gap = Home::with(&everything(5, "claim")).json(&["gap", "staff"]);
    let exactly_at = Home::with(&exactly("staff", "claim")).json(&["gap", "staff"]);
    for gap in [&gap, &exactly_at] {
        for floor in array(&gap["levels"][0]["must_haves"]) {
            let state = if floor["floor"] == 5 { "open" } else { "met" };
            assert_eq!(floor["state"], state, "{floor}");
        }
    }
}

#[test]
fn a_hole_below_blocks_what_is_ready_above() {
    let home = Home::with(&everything_but(&HOLE, 5, "link"));
    let gap = home.json(&["gap"]);
    assert_eq!(gap["reached"], Value::Null);
    assert_eq!(ids(&gap["blocked_by"]), ["junior"]);
    let ready = array(&gap["levels"]).iter().filter(|level| level["verdict"] == "ready");
    assert_eq!(ready.clone().count(), levels().len() - 2, "all but Junior, and Lead for its must-have");
    for level in ready {
        assert_eq!((&level["standing"], &level["held_by"]), (&json!("open"), &json!(["junior"])));
    }
    let page = flat(&home.prints(&["gap"]));
    let why = "Architect itself is ready, but Junior comes first: 3 skills aren't rated.";
    assert!(page.contains(why), "{page}");
    let page = flat(&home.prints(&["gap", "architect"]));
    assert!(page.contains("Open: needs Junior first."), "{page}");
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
