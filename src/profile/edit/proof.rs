//! Proofs, and which ratings name them.

use super::rating::put;
use crate::guide::id::SkillId;
use crate::profile::model::{Profile, Proof, ProofKind, Rated};
use jiff::civil::Date;

/// Maximum characters of a proof's title; a longer text is cut for it.
const TITLE: usize = 60;

/// A proof as somebody told it, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProof {
    /// Whether it is an address, a person or a case.
    pub kind: ProofKind,
    /// The address, the person or the case, in the person's own words, on one line.
    pub text: String,
}

impl NewProof {
    /// A proof in somebody's own words; runs of whitespace become one space.
    #[must_use]
    pub fn new(kind: ProofKind, text: &str) -> Self {
        Self { kind, text: text.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// The proof under an id.
    fn named(&self, id: String) -> Proof {
        let text = &self.text;
        let cut = text.char_indices().nth(TITLE);
        let title = cut.and_then(|(at, _)| text.get(..at)).map(|start| format!("{}…", start.trim_end()));
        let only = |wanted: ProofKind| (self.kind == wanted).then(|| text.clone());
        Proof {
            id,
            title: title.unwrap_or_else(|| text.clone()),
            url: only(ProofKind::Link),
            referee: only(ProofKind::Referee),
            story: only(ProofKind::Case),
        }
    }
}

pub fn add(profile: &mut Profile, new: &NewProof, skills: &[SkillId], today: Date) {
    let Some(first) = skills.first() else { return };
    let proof = new.named(free_id(first, &profile.proofs));
    profile.proofs.push(proof.clone());
    for skill in skills {
        name_in(profile, &proof, skill, today);
    }
}

pub fn attach(profile: &mut Profile, id: &str, skill: &SkillId, today: Date) {
    if let Some(proof) = profile.proofs.iter().find(|proof| proof.id == id).cloned() {
        name_in(profile, &proof, skill, today);
    }
}

/// Names a proof in a rating, whose evidence is then at least what the proof carries.
fn name_in(profile: &mut Profile, proof: &Proof, skill: &SkillId, today: Date) {
    let Some(before) = profile.ratings.0.get(skill).cloned() else { return };
    let mut after = Rated { evidence: before.evidence.max(proof.carries()), ..before.clone() };
    if !after.proofs.contains(&proof.id) {
        after.proofs.push(proof.id.clone());
    }
    put(profile, skill, Some(&before), Some(after), today);
}

/// The id of the skill, with a number where that is taken.
fn free_id(skill: &SkillId, others: &[Proof]) -> String {
    let taken: std::collections::HashSet<&str> = others.iter().map(|proof| proof.id.as_str()).collect();
    let numbered = (2usize..).map(|number| format!("{skill}-{number}"));
    let mut ids = [skill.to_string()].into_iter().chain(numbered);
    ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}
