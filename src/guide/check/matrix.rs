//! Checks of the matrix of levels and skills.

use super::super::fault::Fault;
use super::super::id::{LevelId, SkillId};
use super::super::model::Track;
use super::super::scale::Rating;
use super::super::source_files::{GuideFiles, LevelRecord, MatrixCell, MatrixFile, ParsedFile};
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

const WEIGHTS: RangeInclusive<u32> = 1..=3;
/// How many must-haves a level has at least, with those of the levels before it.
const MIN_MUST_HAVES: usize = 3;
/// How many of them are new or higher than before.
const NEW_MUST_HAVES: RangeInclusive<usize> = 2..=5;

/// Adds the faults of a guide's matrix to `faults`. `known_levels` is `None` when the levels couldn't be parsed.
pub(super) fn check(
    files: &GuideFiles,
    known_skills: &BTreeSet<SkillId>,
    known_levels: Option<&BTreeSet<LevelId>>,
    faults: &mut Vec<Fault>,
) {
    let Some(file) = &files.matrix else { return };
    for (level, asks) in &file.value {
        if known_levels.is_some_and(|levels| !levels.contains(level)) {
            faults.push(file.fault(level.as_str(), format!("there is no level `{level}`")));
        }
        for (skill, ask) in asks {
            let key = format!("{level}.{skill}");
            if !known_skills.contains(skill) {
                faults.push(file.fault(key.clone(), format!("there is no skill `{skill}`")));
            }
            check_ask(file, &key, ask, faults);
        }
        let new = asks.values().filter(|ask| ask.must_have.is_some()).count();
        if !NEW_MUST_HAVES.contains(&new) {
            let problem = format!(
                "expected two to five must-haves that are new or higher than before, but found {new}"
            );
            faults.push(file.fault(level.as_str(), problem));
        }
    }
    if let Some(levels) = &files.levels {
        check_ladder(file, &levels.value.levels, faults);
    }
}

fn check_ask(file: &ParsedFile<MatrixFile>, key: &str, ask: &MatrixCell, faults: &mut Vec<Fault>) {
    if ask.required == Rating::None {
        faults.push(file.fault(
            format!("{key}.required"),
            "a requirement must be 1 to 5: leave out a skill that isn't required",
        ));
    }
    if !WEIGHTS.contains(&ask.weight) {
        faults.push(file.fault(format!("{key}.weight"), "the weight must be 1, 2 or 3"));
    }
    if let Some(floor) = ask.must_have {
        if floor == Rating::None {
            faults.push(file.fault(format!("{key}.must_have"), "the must-have floor must be at least 1"));
        } else if floor > ask.required {
            let problem = format!(
                "the must-have floor {} is above the requirement {}",
                floor.number(),
                ask.required.number()
            );
            faults.push(file.fault(format!("{key}.must_have"), problem));
        }
    }
}

/// Checks what a level asks against all levels before it in its chain: a requirement never falls, and a must-have is stated where
/// it is new or higher. (That floors never fall needs no check: those of earlier levels hold anyway.)
fn check_ladder(file: &ParsedFile<MatrixFile>, levels: &[LevelRecord], faults: &mut Vec<Fault>) {
    let matrix = &file.value;
    for (i, level) in levels.iter().enumerate() {
        let Some(asks) = matrix.get(&level.id) else {
            faults.push(file.fault("", format!("the level `{}` requires no skill", level.id)));
            continue;
        };
        let below =
            levels[..i].iter().filter(|below| below.track == Track::Core || below.track == level.track);
        let below: Vec<_> = below.filter_map(|below| Some((&below.id, matrix.get(&below.id)?))).collect();
        if let Some((id, before)) = below.last() {
            check_requirements(file, level, asks, (id, before), faults);
        }
        check_new_must_haves(file, level, asks, &below, faults);
    }
}

type Asks = IndexMap<SkillId, MatrixCell>;

fn check_requirements(
    file: &ParsedFile<MatrixFile>,
    level: &LevelRecord,
    asks: &Asks,
    (below, before): (&LevelId, &Asks),
    faults: &mut Vec<Fault>,
) {
    for (skill, before) in before {
        let now = asks.get(skill).map_or(Rating::None, |ask| ask.required);
        if now < before.required {
            let problem = format!(
                "the requirement for `{skill}` falls from {} at `{below}` to {}",
                before.required.number(),
                now.number()
            );
            faults.push(file.fault(format!("{}.{skill}", level.id), problem));
        }
    }
}

fn check_new_must_haves(
    file: &ParsedFile<MatrixFile>,
    level: &LevelRecord,
    asks: &Asks,
    below: &[(&LevelId, &Asks)],
    faults: &mut Vec<Fault>,
) {
    let mut must_haves: BTreeSet<&SkillId> = BTreeSet::new();
    for (skill, floor) in asks.iter().filter_map(|(skill, ask)| Some((skill, ask.must_have?))) {
        let carried = below.iter().filter_map(|(id, asks)| Some((id, asks.get(skill)?.must_have?)));
        if let Some((id, before)) = carried.max_by_key(|(_, floor)| *floor)
            && floor <= before
        {
            let problem = format!(
                "the must-have {} already applies from `{id}` on: write it only there",
                before.number()
            );
            faults.push(file.fault(format!("{}.{skill}.must_have", level.id), problem));
        }
        must_haves.insert(skill);
    }
    let carried = below.iter().flat_map(|(_, asks)| asks.iter());
    must_haves.extend(carried.filter(|(_, ask)| ask.must_have.is_some()).map(|(skill, _)| skill));
    if must_haves.len() < MIN_MUST_HAVES {
        let problem = format!("expected at least three must-haves, but found {}", must_haves.len());
        faults.push(file.fault(level.id.as_str(), problem));
    }
}
