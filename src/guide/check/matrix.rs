//! Checks of the matrix of levels and skills.

use super::super::fault::Fault;
use super::super::id::{LevelId, SkillId};
use super::super::model::Track;
use super::super::scale::Rating;
use super::super::source_files::{GuideFiles, LevelRecord, MatrixCell, MatrixFile, ParsedFile};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

const WEIGHTS: RangeInclusive<u32> = 1..=3;
const MUST_HAVES: RangeInclusive<usize> = 3..=5;

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
        let must_haves = asks.values().filter(|ask| ask.must_have.is_some()).count();
        if !MUST_HAVES.contains(&must_haves) {
            faults.push(
                file.fault(level.as_str(), format!("expected three to five must-haves, found {must_haves}")),
            );
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

/// Checks that every level requires some skill, and that no requirement falls from one level to the next along a track.
fn check_ladder(file: &ParsedFile<MatrixFile>, levels: &[LevelRecord], faults: &mut Vec<Fault>) {
    let matrix = &file.value;
    for (i, level) in levels.iter().enumerate() {
        let Some(asks) = matrix.get(&level.id) else {
            faults.push(file.fault("", format!("the level `{}` requires no skill", level.id)));
            continue;
        };
        let below = levels[..i]
            .iter()
            .filter(|below| below.track == Track::Core || below.track == level.track)
            .filter_map(|below| matrix.get(&below.id).map(|asks| (below, asks)))
            .next_back();
        let Some((below, asks_below)) = below else { continue };
        for (skill, before) in asks_below {
            let now = asks.get(skill).map_or(Rating::None, |ask| ask.required);
            if now < before.required {
                let problem = format!(
                    "the requirement for `{skill}` falls from {} at `{}` to {}",
                    before.required.number(),
                    below.id,
                    now.number()
                );
                faults.push(file.fault(format!("{}.{skill}", level.id), problem));
            }
        }
    }
}
