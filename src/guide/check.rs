//! Checks that go beyond the form of the data. They report every fault, not only the first.

mod guides;
mod matrix;
mod questions;
mod rules;
mod skills;

use super::fault::Fault;
use super::id::SkillId;
use super::source_files::ParsedFolder;
use std::collections::BTreeSet;

/// Adds every fault of a data folder to `faults`, in no particular order.
pub(super) fn check(folder: &ParsedFolder, faults: &mut Vec<Fault>) {
    let known = known_skills(folder);
    skills::check(folder, &known, faults);
    questions::check(&folder.skills, faults);
    guides::check(folder, &known, faults);
}

/// The skills that a link may name. A file that couldn't be parsed counts, so that its fault isn't reported again at each link.
fn known_skills(folder: &ParsedFolder) -> BTreeSet<SkillId> {
    let read = folder.skills.iter().map(|file| file.value.id.clone());
    let unread = folder
        .unread
        .iter()
        .filter_map(|path| path.strip_prefix("skills/")?.strip_suffix(".toml")?.parse().ok());
    read.chain(unread).collect()
}
