//! Taking a change back.
//!
//! An undo is the difference between the profile before a change and after it, so no kind of change needs an inverse of its own. It
//! carries the value that the change wrote: where somebody has written another one since, the undo leaves everything alone.

use super::aim::{aim_mut, use_guide};
use super::rating::put;
use crate::guide::id::{GuideId, SkillId};
use crate::profile::about::Topic;
use crate::profile::model::{Aim, Profile, Proof, Rated};
use jiff::civil::Date;
use std::collections::HashMap;

/// A value to put back: what a change wrote, and what stood there before. `None` stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant names its value; `written` and `before` are described above")]
pub enum Restore {
    /// The rating of a skill, with evidence, note and proofs.
    Rating { skill: SkillId, written: Option<Rated>, before: Option<Rated> },
    /// The proof of an id.
    Proof { id: String, written: Option<Proof>, before: Option<Proof> },
    /// The guide in use.
    Guide { written: Option<GuideId>, before: Option<GuideId> },
    /// Target and deadline of a guide; without a guide those of a profile that names none.
    Aim { guide: Option<GuideId>, written: Aim, before: Aim },
    /// An answer about oneself.
    Answer { topic: Topic, written: Option<String>, before: Option<String> },
}

impl Restore {
    /// The change the other way round, for redo.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Rating { skill, written, before } => {
                Self::Rating { skill, written: before, before: written }
            }
            Self::Proof { id, written, before } => Self::Proof { id, written: before, before: written },
            Self::Guide { written, before } => Self::Guide { written: before, before: written },
            Self::Aim { guide, written, before } => Self::Aim { guide, written: before, before: written },
            Self::Answer { topic, written, before } => {
                Self::Answer { topic, written: before, before: written }
            }
        }
    }

    /// The same place as another one, with the value that this one wrote last.
    fn after(&self, later: &Self) -> Option<Self> {
        Some(match (self.clone(), later.clone()) {
            (Self::Rating { skill, before, .. }, Self::Rating { skill: other, written, .. })
                if skill == other =>
            {
                Self::Rating { skill, written, before }
            }
            (Self::Proof { id, before, .. }, Self::Proof { id: other, written, .. }) if id == other => {
                Self::Proof { id, written, before }
            }
            (Self::Guide { before, .. }, Self::Guide { written, .. }) => Self::Guide { written, before },
            (Self::Aim { guide, before, .. }, Self::Aim { guide: other, written, .. }) if guide == other => {
                Self::Aim { guide, written, before }
            }
            // An aim without a guide has become that of the guide which was named first.
            (
                Self::Aim { guide: None, written: middle, before },
                Self::Aim { guide: Some(guide), written, before: other },
            ) if middle == other => Self::Aim { guide: Some(guide), written, before },
            (Self::Answer { topic, before, .. }, Self::Answer { topic: other, written, .. })
                if topic == other =>
            {
                Self::Answer { topic, written, before }
            }
            (
                Self::Rating { .. }
                | Self::Proof { .. }
                | Self::Guide { .. }
                | Self::Aim { .. }
                | Self::Answer { .. },
                _,
            ) => return None,
        })
    }

    fn still_fits(&self, profile: &Profile) -> bool {
        match self {
            Self::Rating { skill, written, .. } => profile.ratings.0.get(skill) == written.as_ref(),
            Self::Proof { id, written, .. } => proof(profile, id) == written.as_ref(),
            Self::Guide { written, .. } => profile.guide == *written,
            Self::Aim { guide, written, .. } => aim(profile, guide.as_ref()) == *written,
            Self::Answer { topic, written, .. } => profile.about.words(*topic) == written.as_deref(),
        }
    }

    fn put_back(&self, profile: &mut Profile, today: Date) {
        match self {
            Self::Rating { skill, written, before } => {
                put(profile, skill, written.as_ref(), before.clone(), today);
            }
            Self::Proof { id, before, .. } => put_proof(profile, id, before.as_ref()),
            Self::Guide { before, .. } => use_guide(profile, before.clone()),
            Self::Aim { guide: Some(guide), before, .. } => {
                *aim_mut(profile, guide) = before.clone();
                profile.other_aims.retain(|_, aim| *aim != Aim::default());
            }
            Self::Aim { guide: None, before, .. } => profile.aim = before.clone(),
            Self::Answer { topic, before, .. } => profile.about.set(*topic, before.as_deref()),
        }
    }
}

/// An undo that no longer fits: a value has been changed by somebody else since.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not undone: it was changed elsewhere in the meantime")]
pub struct Conflict;

/// What takes a change back, from the profile before it and after it.
#[must_use]
pub fn undo_of(before: &Profile, after: &Profile) -> Vec<Restore> {
    let mut restores = Vec::new();
    let ratings = before.ratings.0.keys().chain(after.ratings.0.keys());
    for skill in differing(ratings, |skill| before.ratings.0.get(*skill) != after.ratings.0.get(*skill)) {
        restores.push(Restore::Rating {
            skill: skill.clone(),
            written: after.ratings.0.get(skill).cloned(),
            before: before.ratings.0.get(skill).cloned(),
        });
    }
    if before.proofs != after.proofs {
        let (old, new) = (by_id(&before.proofs), by_id(&after.proofs));
        let added = after.proofs.iter().filter(|proof| !old.contains_key(proof.id.as_str()));
        for Proof { id, .. } in before.proofs.iter().chain(added) {
            let (before, written) = (old.get(id.as_str()), new.get(id.as_str()));
            if before != written {
                let (written, before) = (written.copied().cloned(), before.copied().cloned());
                restores.push(Restore::Proof { id: id.clone(), written, before });
            }
        }
    }
    // The guide first: an aim is put back where its guide then is.
    if before.guide != after.guide {
        restores.push(Restore::Guide { written: after.guide.clone(), before: before.guide.clone() });
    }
    let guides = [&before.guide, &after.guide].into_iter().flatten();
    let guides = guides.chain(before.other_aims.keys()).chain(after.other_aims.keys());
    for guide in differing(guides, |guide| before.aim_of(guide) != after.aim_of(guide)) {
        restores.push(Restore::Aim {
            guide: Some(guide.clone()),
            written: after.aim_of(guide).clone(),
            before: before.aim_of(guide).clone(),
        });
    }
    if before.guide.is_none() && after.guide.is_none() && before.aim != after.aim {
        restores.push(Restore::Aim { guide: None, written: after.aim.clone(), before: before.aim.clone() });
    }
    for topic in Topic::all() {
        let (old, new) = (before.about.words(topic), after.about.words(topic));
        if old != new {
            let (written, before) = (new.map(str::to_owned), old.map(str::to_owned));
            restores.push(Restore::Answer { topic, written, before });
        }
    }
    restores
}

/// One undo for two changes, one after the other: what the later one wrote, and what stood before the first.
#[must_use]
pub fn joined(first: Vec<Restore>, later: Vec<Restore>) -> Vec<Restore> {
    let mut all = first;
    for restore in later {
        match all.iter_mut().find_map(|first| first.after(&restore).map(|joined| (first, joined))) {
            Some((first, joined)) => *first = joined,
            None => all.push(restore),
        }
    }
    all
}

pub fn undo(profile: &mut Profile, restores: &[Restore], today: Date) -> Result<(), Conflict> {
    if !restores.iter().all(|restore| restore.still_fits(profile)) {
        return Err(Conflict);
    }
    restores.iter().for_each(|restore| restore.put_back(profile, today));
    Ok(())
}

/// The keys that differ, each once, in their order.
fn differing<'k, K: PartialEq>(
    keys: impl Iterator<Item = &'k K>,
    differs: impl Fn(&&'k K) -> bool,
) -> Vec<&'k K> {
    let mut differing: Vec<&K> = Vec::new();
    for key in keys.filter(differs) {
        if !differing.contains(&key) {
            differing.push(key);
        }
    }
    differing
}

fn by_id(proofs: &[Proof]) -> HashMap<&str, &Proof> {
    proofs.iter().map(|proof| (proof.id.as_str(), proof)).collect()
}

fn proof<'p>(profile: &'p Profile, id: &str) -> Option<&'p Proof> {
    profile.proofs.iter().find(|proof| proof.id == id)
}

fn put_proof(profile: &mut Profile, id: &str, proof: Option<&Proof>) {
    let at = profile.proofs.iter().position(|other| other.id == id);
    match (at.and_then(|at| profile.proofs.get_mut(at)), proof) {
        (Some(old), Some(proof)) => old.clone_from(proof),
        (Some(_), None) => profile.proofs.retain(|other| other.id != id),
        (None, Some(proof)) => profile.proofs.push(proof.clone()),
        (None, None) => {}
    }
}

fn aim(profile: &Profile, guide: Option<&GuideId>) -> Aim {
    guide.map_or(&profile.aim, |guide| profile.aim_of(guide)).clone()
}
