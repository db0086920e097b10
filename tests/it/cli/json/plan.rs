//! The plan: every field, its arithmetic against the gap, and the order of its steps.

use super::{SCHEMA, array, has_fields, in_parts, number, text};
use crate::support::{Home, SAMPLE, levels, planner};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Somebody far below most floors, with a lot to prove.
const BEGINNER: &str = "[about]\nhours-per-week = 6\n[ratings]\nprogramming-language = { rating = 2 }\n\
    sql = { rating = 1 }\ngit = { rating = 2, evidence = \"example\" }\ntesting = { rating = 0 }\n\
    problem-solving = { rating = 1 }\ncollaboration = { rating = 3 }\n";

fn people() -> [Home; 4] {
    ["", SAMPLE, &planner(), BEGINNER].map(Home::with)
}

fn parts(level: &Value) -> u64 {
    480 * array(&level["skills"]).iter().map(|skill| number(&skill["weight"])).sum::<u64>()
}

#[test]
fn the_plan_has_the_promised_fields_and_adds_up() {
    for home in people() {
        for id in levels() {
            let (plan, gap) = (home.json(&["plan", &id]), home.json(&["gap", &id]));
            let level = &gap["levels"][0];
            is_plan(&plan);
            assert_eq!((&plan["level"], &plan["low"]), (&json!(id), &level["low"]));
            assert_eq!(plan["standing"], level["standing"]);
            let parts = parts(level);
            let mut low = in_parts(&level["low_exact"], parts);
            for (i, step) in array(&plan["steps"]).iter().enumerate() {
                low += in_parts(&step["gain"], parts);
                assert_eq!(in_parts(&step["low_after"], parts), low, "step {i} to {id}");
                assert!(array(&step["waits_for"]).iter().all(|before| number(before) < i as u64), "{step}");
            }
            assert_eq!(number(&plan["low_after"]), 100 * low / parts);
            let is_free = array(&plan["blocked_by"]).is_empty();
            assert_eq!(plan["standing_after"] == "ready", is_free, "{id}: {}", plan["blocked_by"]);
        }
    }
}

#[track_caller]
fn is_plan(plan: &Value) {
    let fields = [
        "schema",
        "guide",
        "level",
        "today",
        "hours_per_week",
        "low",
        "low_after",
        "standing",
        "standing_after",
        "examples_enough",
        "shortest",
        "hours",
        "unrated",
        "blocked_by",
        "steps",
        "done",
        "deadline",
    ];
    has_fields(plan, &fields);
    assert_eq!((&plan["schema"], &plan["guide"]), (&json!(SCHEMA), &json!("back-end-developer")));
    let fields = [
        "skill",
        "action",
        "from",
        "to",
        "from_unrated",
        "hours",
        "needs_role",
        "must_have",
        "gain",
        "low_after",
        "waits_for",
        "opens",
        "weeks",
        "by_week",
        "fits",
    ];
    for step in array(&plan["steps"]) {
        has_fields(step, &fields);
        let rises = number(&step["to"]) - number(&step["from"]);
        assert_eq!(rises, u64::from(step["action"] == "raise"), "{step}");
        assert_eq!(step["needs_role"], rises == 1 && number(&step["to"]) >= 4, "{step}");
    }
}

#[test]
fn who_takes_every_step_stands_where_the_plan_says() {
    for (profile, target) in [(SAMPLE, "mid-level"), (BEGINNER, "developer"), ("", "junior")] {
        let home = Home::with(profile);
        let plan = home.json(&["plan", target]);
        for step in array(&plan["steps"]) {
            home.prints(&["rate", &format!("{}={}:link", text(&step["skill"]), step["to"])]);
        }
        let level = &home.json(&["gap", target])["levels"][0];
        let last = array(&plan["steps"]).last().expect("a step");
        assert_eq!((&level["low"], &level["low_exact"]), (&plan["low_after"], &last["low_after"]));
        assert_eq!(level["standing"], plan["standing_after"]);
    }
}

/// Proofs that fit a week come first, the largest gain first; then what reaches the floor of an must-have that is missing, with
/// what it waits for.
#[test]
fn quick_proofs_come_first_and_then_missing_must_haves() {
    let (mut proofs, mut floors) = (0, 0);
    for home in people() {
        for id in levels() {
            let (plan, gap) = (home.json(&["plan", &id]), home.json(&["gap", &id]));
            let steps = array(&plan["steps"]);
            let week = plan["hours_per_week"].as_f64().unwrap_or(5.0);
            let is_quick =
                |step: &Value| step["action"] == "prove" && step["hours"][1].as_f64() <= Some(week);
            let quick = steps.iter().take_while(|step| is_quick(step)).count();
            assert!(!steps[quick..].iter().any(is_quick), "a proof further down to {id}");
            let gains = steps[..quick].iter().map(|step| in_parts(&step["gain"], parts(&gap["levels"][0])));
            assert!(gains.is_sorted_by(|before, after| before >= after), "{id}");
            proofs += quick;

            // A must-have without a rating is open; the plan, which starts it from 0, counts it with the unmet ones.
            let must_haves = array(&gap["levels"][0]["must_haves"]);
            let reaches = |step: &Value| {
                let floor = must_haves.iter().find(|floor| floor["skill"] == step["skill"]);
                let is_missing = |floor: &Value| floor["state"] == "unmet" || step["from_unrated"] == true;
                floor.is_some_and(|floor| {
                    is_missing(floor) && step["action"] == "raise" && step["to"] == floor["floor"]
                })
            };
            let Some(last) = steps.iter().rposition(reaches) else { continue };
            let reaching = (quick..=last).filter(|i| reaches(&steps[*i])).collect::<Vec<_>>();
            let prepared: BTreeSet<_> = reaching.iter().flat_map(|i| waited_for(steps, *i)).collect();
            let others = (quick..last).filter(|i| !reaching.contains(i) && !prepared.contains(i));
            assert_eq!(others.collect::<Vec<_>>(), [0; 0], "before the last floor on the way to {id}");
            floors += reaching.len();
        }
    }
    assert!(proofs > 20 && floors > 20, "the people have to show both: {proofs} and {floors}");
}

/// The positions of all steps that one waits for, directly or not.
fn waited_for(steps: &[Value], step: usize) -> BTreeSet<usize> {
    let before = array(&steps[step]["waits_for"]).iter().map(|before| usize::try_from(number(before)));
    let before: BTreeSet<_> = before.map(|before| before.expect("a position")).collect();
    before.iter().flat_map(|before| waited_for(steps, *before)).chain(before.clone()).collect()
}
