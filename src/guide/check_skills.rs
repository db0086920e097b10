//! What has to hold of skill records.

use super::check::{check_texts, name_fault, repeated};
use super::fault::Fault;
use super::id::SkillId;
use super::load::{ParsedFile, ParsedFolder};
use super::model::Skill;
use super::scale::Rating;
use std::collections::{BTreeMap, BTreeSet};

/// The longest summary that fits a line of a list.
const SUMMARY_CHARS: usize = 90;
/// The longest short name that fits a column of a table.
const SHORT_CHARS: usize = 20;
const WAYS_TO_LEARN: usize = 3;
const FEWEST_PROOFS: usize = 2;
const FEWEST_QUESTIONS: usize = 3;

/// Adds the faults of all skill records.
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
        [("summary", &skill.summary, SUMMARY_CHARS), ("short", &skill.short, SHORT_CHARS)]
    {
        if text.chars().count() > most {
            faults.push(file.fault(key, format!("longer than {most} characters")));
        }
    }
    for (key, rating) in ANCHORS {
        if skill.anchors.of(rating).trim().is_empty() {
            let problem = format!("the anchor of rating {} is missing", rating.number());
            faults.push(file.fault(format!("anchors.{key}"), problem));
        }
        if let Some([from, to]) = skill.hours.to(rating)
            && (from == 0 || from > to)
        {
            let problem = format!("[{from}, {to}] is no range of hours");
            faults.push(file.fault(format!("hours.{key}"), problem));
        }
    }
    if skill.learn.len() != WAYS_TO_LEARN {
        faults.push(
            file.fault(
                "learn",
                format!("{} ways to learn, where {WAYS_TO_LEARN} are asked", skill.learn.len()),
            ),
        );
    }
    if skill.proofs.len() < FEWEST_PROOFS {
        faults.push(file.fault("proofs", format!("fewer than {FEWEST_PROOFS}")));
    }
    if skill.questions.len() < FEWEST_QUESTIONS {
        faults.push(file.fault("questions", format!("fewer than {FEWEST_QUESTIONS}")));
    }
    for (i, question) in skill.questions.iter().enumerate() {
        if question.tests == Rating::None {
            faults.push(file.fault(format!("questions[{i}].tests"), "a question tests a rating from 1 to 5"));
        }
    }
}

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

/// An alias has to lead to one skill, or a rating typed by its name would land on another.
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

/// Reports one fault for each skill that can be reached from itself.
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
            faults
                .push(file.fault("prerequisites", "the skill needs itself: the prerequisites form a cycle"));
        }
    }
}
