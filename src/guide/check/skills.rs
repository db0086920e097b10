//! Checks of skill records.

use super::super::fault::Fault;
use super::super::id::SkillId;
use super::super::model::{Anchor, Skill};
use super::super::scale::Rating;
use super::super::source_files::{ParsedFile, ParsedFolder};
use super::rules::{check_texts, name_fault, repeated};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Maximum length of a summary, so that it fits one line of a list.
const MAX_SUMMARY_CHARS: usize = 90;
/// Maximum length of a short name, so that it fits a table column.
const MAX_SHORT_CHARS: usize = 20;
/// Maximum length of an anchor in words: five anchors are read in ten seconds or so.
const MAX_ANCHOR_WORDS: usize = 15;
const EXAMPLES: RangeInclusive<usize> = 1..=3;
const LEARNING_RESOURCES: usize = 3;
const MIN_PROOFS: usize = 2;

/// Adds the faults of all skill records to `faults`.
pub(super) fn check(draft: &ParsedFolder, known: &BTreeSet<SkillId>, faults: &mut Vec<Fault>) {
    for file in &draft.skills {
        check_texts(file, faults);
        faults.extend(name_fault(file, file.value.id.as_str()));
        check_record(file, faults);
        check_prerequisites(file, known, faults);
    }
    faults.extend(repeated(
        draft.skills.iter().map(|file| (file.value.id.as_str(), file, "id".to_owned())),
        "the skill",
    ));
    check_aliases(draft, faults);
    check_cycles(draft, faults);
}

fn check_record(file: &ParsedFile<Skill>, faults: &mut Vec<Fault>) {
    let skill = &file.value;
    for (key, text, most) in
        [("summary", &skill.summary, MAX_SUMMARY_CHARS), ("short", &skill.short, MAX_SHORT_CHARS)]
    {
        if text.chars().count() > most {
            faults.push(file.fault(key, format!("longer than the maximum of {most} characters")));
        }
    }
    for (key, rating) in ANCHORS {
        faults.extend(
            anchor_problems(skill.anchors.of(rating), rating)
                .into_iter()
                .map(|problem| file.fault(format!("anchors.{key}"), problem)),
        );
        if !EXAMPLES.contains(&skill.examples.of(rating).len()) {
            let problem = format!("expected one to three examples for rating {}", rating.number());
            faults.push(file.fault(format!("examples.{key}"), problem));
        }
        if let Some([from, to]) = skill.hours.to(rating)
            && (from == 0 || from > to)
        {
            let problem =
                format!("[{from}, {to}] is not a range of hours: write [from, to] with 1 ≤ from ≤ to");
            faults.push(file.fault(format!("hours.{key}"), problem));
        }
    }
    if skill.learn.len() != LEARNING_RESOURCES {
        faults.push(file.fault(
            "learn",
            format!("expected {LEARNING_RESOURCES} learning resources, but found {}", skill.learn.len()),
        ));
    }
    if skill.proofs.len() < MIN_PROOFS {
        faults.push(file.fault("proofs", format!("expected at least {MIN_PROOFS} proof ideas")));
    }
}

/// What is wrong with an anchor: it has to be read and answered in seconds.
fn anchor_problems(anchor: &Anchor, rating: Rating) -> Vec<String> {
    let text = anchor.text();
    if text.trim().is_empty() {
        return vec![format!("the anchor for rating {} is missing", rating.number())];
    }
    let mut problems = Vec::new();
    let words = text.split_whitespace().count();
    if words > MAX_ANCHOR_WORDS {
        problems.push(format!("{words} words; at most {MAX_ANCHOR_WORDS} are allowed: keep one deciding fact, and make the rest examples"));
    }
    let [_, deciding, rest] = anchor.parts();
    if deciding.trim().is_empty() || rest.contains('*') {
        problems.push("mark the deciding words with one pair of asterisks".to_owned());
    }
    let counts = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        word.chars().any(|c| c.is_ascii_digit()) || NUMBER_WORDS.contains(&word.as_str())
    };
    if let Some(word) = text.split([' ', '-']).find(counts) {
        problems.push(format!("`{word}` is a number: leave it out, nobody can check such a count"));
    }
    problems
}

/// Words that count. `One` and `two` are also more than that in English, but an anchor can do without them.
const NUMBER_WORDS: [&str; 32] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "twice",
];

const ANCHORS: [(&str, Rating); 5] = [
    ("studied", Rating::Studied),
    ("assisted", Rating::Assisted),
    ("independent", Rating::Independent),
    ("leading", Rating::Leading),
    ("setting_direction", Rating::SettingDirection),
];

fn check_prerequisites(file: &ParsedFile<Skill>, known: &BTreeSet<SkillId>, faults: &mut Vec<Fault>) {
    for (i, needed) in file.value.prerequisites.iter().enumerate() {
        let key = |field: &str| format!("prerequisites[{i}].{field}");
        if !known.contains(&needed.skill) {
            faults.push(file.fault(key("skill"), format!("there is no skill `{}`", needed.skill)));
        }
        if needed.at_least == Rating::None {
            faults.push(file.fault(key("at_least"), "a prerequisite needs a rating from 1 to 5"));
        }
    }
}

/// An alias must mean one skill only; otherwise a rating typed by that name could reach the wrong skill.
fn check_aliases(draft: &ParsedFolder, faults: &mut Vec<Fault>) {
    let mut names = Vec::new();
    for file in &draft.skills {
        for (i, alias) in file.value.aliases.iter().enumerate() {
            let key = format!("aliases[{i}]");
            if *alias != alias.to_lowercase() {
                faults.push(file.fault(key.clone(), format!("`{alias}` is not in lower case")));
            }
            names.push((alias.as_str(), file, key));
        }
    }
    faults.extend(repeated(names, "the alias"));
    let ids: BTreeSet<&str> = draft.skills.iter().map(|file| file.value.id.as_str()).collect();
    for file in &draft.skills {
        for (i, alias) in file.value.aliases.iter().enumerate() {
            if ids.contains(alias.as_str()) && alias != file.value.id.as_str() {
                let problem = format!("`{alias}` is the id of another skill");
                faults.push(file.fault(format!("aliases[{i}]"), problem));
            }
        }
    }
}

/// Adds a fault for each skill that requires itself, directly or through others.
fn check_cycles(draft: &ParsedFolder, faults: &mut Vec<Fault>) {
    let needs: BTreeMap<&SkillId, Vec<&SkillId>> = draft
        .skills
        .iter()
        .map(|file| {
            let needed = file.value.prerequisites.iter().map(|needed| &needed.skill);
            (&file.value.id, needed.collect())
        })
        .collect();
    for file in &draft.skills {
        let mut reached = BTreeSet::new();
        let mut open = needs[&file.value.id].clone();
        while let Some(skill) = open.pop() {
            if reached.insert(skill) {
                open.extend(needs.get(skill).into_iter().flatten());
            }
        }
        if reached.contains(&file.value.id) {
            faults.push(
                file.fault("prerequisites", "the prerequisites form a cycle: the skill requires itself"),
            );
        }
    }
}
