//! The gap, worked out a second time from the files of the guide.

use crate::cli::json::whole;
use crate::support::data;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The score of a level by itself, worked out from the files of the guide as `docs/scoring.md` says, in 480ths of the
/// weights' sum.
pub struct Expected {
    pub parts: u64,
    pub low: u64,
    pub high: u64,
    pub verdict: &'static str,
    /// Whether it is ready when every rating is taken at face value and skills without one count as 0.
    pub is_claimed: bool,
    pub must_haves: Value,
    pub skills: Vec<(u64, u64, Option<u64>)>,
}

pub type Answers = toml::Table;

pub fn answers(profile: &str) -> Answers {
    let profile: toml::Table = profile.parse().expect("TOML");
    profile.get("ratings").and_then(toml::Value::as_table).cloned().unwrap_or_default()
}

pub fn rating(answers: &Answers, skill: &str) -> Option<u64> {
    let rating = answers.get(skill)?["rating"].as_integer().expect("a number");
    Some(rating.try_into().expect("0 to 5"))
}

/// The lower and the upper end in eighths.
pub fn ends(answers: &Answers, skill: &str) -> (u64, u64) {
    let Some(rating) = rating(answers, skill) else { return (0, 40) };
    let evidence = answers[skill]["evidence"].as_str().unwrap_or("claim");
    let credit = whole(&SCORING["credit"], evidence).expect("eighths");
    (rating * credit, rating * 8)
}

pub static SCORING: LazyLock<toml::Value> = LazyLock::new(|| data("guide.toml")["scoring"].clone());

pub fn threshold() -> u64 {
    whole(&SCORING, "threshold").expect("per cent")
}

pub fn expected(level: &toml::Table, answers: &Answers, equal_weights: bool) -> Expected {
    let weight = |ask| if equal_weights { 1 } else { whole(ask, "weight").expect("a weight") };
    let parts = 480 * level.values().map(weight).sum::<u64>();
    let (mut states, mut must_haves, mut skills) = (BTreeSet::new(), Vec::new(), Vec::new());
    let (mut face_value, mut meets_at_face_value) = (0, true);
    for (skill, ask) in level {
        let required = whole(ask, "required").expect("a rating");
        let (low, high) = ends(answers, skill);
        let now = rating(answers, skill);
        let share = |eighths: u64| weight(ask) * 480 * eighths.min(8 * required) / (8 * required);
        let gain = now.map(|now| share(8 * (now + 1).min(5)) - share(8 * now));
        skills.push((share(low), share(high), gain));
        face_value += share(8 * now.unwrap_or(0));
        if let Some(floor) = whole(ask, "must_have") {
            let state = if high < 8 * floor {
                "unmet"
            } else if now.is_some() && low + 8 >= 8 * floor {
                "met"
            } else {
                "open"
            };
            states.insert(state);
            must_haves.push(json!({ "skill": skill, "floor": floor, "state": state }));
            meets_at_face_value &= now.unwrap_or(0) >= floor;
        }
    }
    let low = skills.iter().map(|(low, ..)| low).sum();
    let high = skills.iter().map(|(_, high, _)| high).sum();
    let reaches = |sum: u64| 100 * sum >= threshold() * parts;
    let verdict = if states.contains("unmet") || !reaches(high) {
        "not-yet"
    } else if !states.contains("open") && reaches(low) {
        "ready"
    } else {
        "undetermined"
    };
    let is_claimed = meets_at_face_value && reaches(face_value);
    Expected { parts, low, high, verdict, is_claimed, must_haves: must_haves.into(), skills }
}

/// The four steps, the lowest first.
pub const STANDINGS: [&str; 4] = ["not-yet", "open", "unproved", "ready"];

pub fn place(standing: &str) -> usize {
    STANDINGS.iter().position(|step| *step == standing).expect("one of the four")
}

pub fn own_standing(score: &Expected) -> &'static str {
    match score.verdict {
        "undetermined" if score.is_claimed => "unproved",
        "undetermined" => "open",
        verdict => verdict,
    }
}

/// The positions of a level's predecessors in the ladder: the core levels below it, and the lower ones of its own track.
pub fn before(levels: &[Value], level: usize) -> Vec<usize> {
    let belongs = |below: &usize| {
        levels[*below]["track"] == "core" || levels[*below]["track"] == levels[level]["track"]
    };
    (0..level).filter(belongs).collect()
}

/// The highest level that qualifies together with all its predecessors.
pub fn highest(levels: &[Value], qualifies: impl Fn(usize) -> bool) -> Value {
    let mut from_the_top = (0..levels.len()).rev();
    let found =
        from_the_top.find(|level| qualifies(*level) && before(levels, *level).into_iter().all(&qualifies));
    found.map_or(Value::Null, |level| levels[level]["id"].clone())
}
