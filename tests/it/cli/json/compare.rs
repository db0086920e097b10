//! What changes between two levels, and which track fits better.

use super::{array, fraction, has_fields, matrix, number, text, whole};
use crate::support::{Home, SAMPLE, flat, levels, skill_text, skills};
use serde_json::{Value, json};

#[test]
fn a_comparison_gives_both_levels() {
    let home = Home::with(SAMPLE);
    let both = home.json(&["level", "junior", "--compare", "senior"]);
    let found: Vec<_> = array(&both["levels"]).iter().map(|level| text(&level["id"])).collect();
    assert_eq!(found, ["junior", "senior"]);
    let from_target = home.json(&["level", "--compare", "senior"]);
    let found: Vec<_> = array(&from_target["levels"]).iter().map(|level| text(&level["id"])).collect();
    assert_eq!(found, ["developer", "senior"], "as the page compares with the target");
}

#[test]
fn a_comparison_with_nothing_is_wrong_use_for_programs_too() {
    let said = Home::new().fails(2, &["level", "--compare", "senior", "--json"]);
    assert!(said.contains("compare it with which level?"), "{said}");
}

/// What the matrix says of a skill at a level.
fn asked(level: &str, skill: &str) -> Value {
    matrix()[level].get(skill).map_or(Value::Null, |ask| {
        json!({ "required": whole(ask, "required"), "weight": whole(ask, "weight"),
                "must_have": whole(ask, "must_have") })
    })
}

fn kind(from: &Value, to: &Value) -> Option<&'static str> {
    match (from.is_null(), to.is_null()) {
        (true, true) => None,
        (true, false) => Some("new"),
        (false, true) => Some("gone"),
        _ => {
            let [before, after] = [from, to].map(|ask| number(&ask["required"]));
            let differs = |key: &str| from[key] != to[key];
            match before.cmp(&after) {
                std::cmp::Ordering::Less => Some("rises"),
                std::cmp::Ordering::Greater => Some("falls"),
                std::cmp::Ordering::Equal if differs("must_have") => Some("must-have"),
                std::cmp::Ordering::Equal => differs("weight").then_some("weight"),
            }
        }
    }
}

#[test]
fn every_change_is_one_of_the_matrix() {
    let home = Home::new();
    let ladder = levels();
    let mut kinds = std::collections::BTreeSet::new();
    for [from, to] in [[0, 1], [2, 4], [3, 5], [6, 2], [7, 4], [1, 1]].map(|pair| pair.map(|i| &ladder[i])) {
        let comparison = &home.json(&["level", from, "--compare", to])["comparison"];
        let found = array(&comparison["changes"]);
        for change in found {
            has_fields(change, &["skill", "kind", "from", "to"]);
        }
        let mut changed = 0;
        for skill in skills() {
            let (before, after) = (asked(from, &skill), asked(to, &skill));
            let change = found.iter().find(|change| change["skill"] == *skill);
            let expected = kind(&before, &after)
                .map(|kind| json!({ "skill": skill, "kind": kind, "from": before, "to": after }));
            assert_eq!(change, expected.as_ref(), "{skill} from {from} to {to}");
            changed += usize::from(expected.is_some());
            kinds.extend(kind(&before, &after));
        }
        assert_eq!(found.len(), changed);
    }
    let all = ["falls", "gone", "must-have", "new", "rises", "weight"];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), all, "the pairs have to show each");
}

#[test]
fn pay_and_years_are_the_differences_of_the_levels() {
    let home = Home::new();
    let ladder = levels();
    for [from, to] in [["junior", "senior"], ["senior", "junior"], ["junior", &ladder[ladder.len() - 1]]] {
        let both = home.json(&["level", from, "--compare", to]);
        let comparison = &both["comparison"];
        let fields = [
            "from",
            "to",
            "years_from_change",
            "years_to_change",
            "pay_median_change",
            "pay_average_change",
            "changes",
            "tracks",
        ];
        has_fields(comparison, &fields);
        assert_eq!((&comparison["from"], &comparison["to"]), (&json!(from), &json!(to)));
        for key in ["years_from", "years_to", "pay_median", "pay_average"] {
            let [before, after] = [0, 1].map(|i| both["levels"][i][key].as_i64());
            let change = before.zip(after).map(|(before, after)| after - before);
            assert_eq!(comparison[format!("{key}_change")], json!(change), "{key} from {from} to {to}");
        }
    }
    let open = home.json(&["level", "junior", "--compare", "architect"]);
    assert_eq!(open["comparison"]["years_to_change"], Value::Null, "an open end has no difference");
}

#[test]
fn the_tracks_are_told_where_the_page_tells_them() {
    let home = Home::with(SAMPLE);
    for (from, to) in [("junior", "senior"), ("lead", "senior"), ("principal", "staff")] {
        let comparison = &home.json(&["level", from, "--compare", to])["comparison"];
        assert_eq!(comparison["tracks"], Value::Null, "{from} to {to}");
        assert!(!home.prints(&["level", from, "--compare", to]).contains("Leadership or technical?"));
    }
    let tracks = &home.json(&["level", "senior", "--compare", "lead"])["comparison"]["tracks"];
    has_fields(tracks, &["leaning", "track", "by", "sides", "reasons", "questions"]);
    assert!(["clear", "towards", "even"].contains(&text(&tracks["leaning"])));
    assert_eq!(tracks["leaning"] == "even", tracks["track"].is_null());
    let gap = home.json(&["gap"]);
    for side in array(&tracks["sides"]) {
        has_fields(side, &["track", "level", "covered", "of"]);
        let level = array(&gap["levels"]).iter().find(|level| level["id"] == side["level"]);
        let level = level.expect("a level of the guide");
        assert_eq!(level["track"], side["track"]);
        let rated = || array(&level["skills"]).iter().filter(|skill| !skill["rating"].is_null());
        let total: u64 = array(&level["skills"]).iter().map(|skill| number(&skill["weight"])).sum();
        let weights: u64 = rated().map(|skill| number(&skill["weight"])).sum();
        assert!(same(fraction(&side["of"]), (weights, total)), "{side}");
        assert!(same(fraction(&side["covered"]), sum(rated().map(|skill| fraction(&skill["high"])))));
    }
    let speaks = |track: &str| {
        let reasons = array(&tracks["reasons"]).iter().filter(move |reason| reason["track"] == track);
        sum(reasons.map(|reason| fraction(&reason["by"])))
    };
    let (lead, depth, by) = (speaks("leadership"), speaks("technical"), fraction(&tracks["by"]));
    let (less, more) = if tracks["track"] == "leadership" { (depth, lead) } else { (lead, depth) };
    assert!(same(sum([less, by].into_iter()), more), "the reasons add up to the difference");
    let page = flat(&home.prints(&["level", "senior", "--compare", "lead"]));
    for reason in array(&tracks["reasons"]) {
        has_fields(reason, &["skill", "track", "by", "rating", "evidence", "asked", "counts"]);
        let asks = array(&gap["levels"]);
        for (i, side) in array(&tracks["sides"]).iter().enumerate() {
            let level = asks.iter().find(|level| level["id"] == side["level"]).expect("a level");
            let ask = array(&level["skills"]).iter().find(|skill| skill["skill"] == reason["skill"]);
            assert_eq!(reason["asked"][i], ask.map_or(Value::Null, |ask| ask["required"].clone()));
        }
    }
    let first = text(&tracks["reasons"][0]["skill"]);
    assert!(page.contains(&skill_text(first, "short")), "{first} in {page}");
    for question in array(&tracks["questions"]) {
        has_fields(question, &["skill", "could"]);
        assert!(array(&question["could"]).iter().all(|could| fraction(could).1 > 0));
        assert!(!SAMPLE.contains(&format!("\n{} = ", text(&question["skill"]))), "{question} is rated");
    }
}

fn same(a: (u64, u64), b: (u64, u64)) -> bool {
    u128::from(a.0) * u128::from(b.1) == u128::from(b.0) * u128::from(a.1)
}

fn sum(fractions: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    fractions.fold((0, 1), |(a, b), (c, d)| {
        let (above, below) = (a * d + c * b, b * d);
        let divisor = super::greatest_common_divisor(above, below);
        (above / divisor, below / divisor)
    })
}
