//! Proofs, and which ratings name them.

use super::rating::put;
use crate::guide::id::SkillId;
use crate::profile::model::{Profile, Proof, ProofKind, Rated};
use crate::profile::story::Story;
use jiff::civil::Date;

/// Maximum characters of a proof's title; a longer text is cut for it.
const TITLE: usize = 60;
/// Maximum words of an id that is made from a title.
const SLUG_WORDS: usize = 5;

/// A proof as somebody told it, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProof {
    /// Whether it is an address, a person or a case.
    pub kind: ProofKind,
    /// The address, the person or the case, in the person's own words, on one line.
    pub text: String,
    /// What it is called; without it, the beginning of the text.
    pub title: Option<String>,
}

impl NewProof {
    /// A proof in somebody's own words; runs of whitespace become one space.
    #[must_use]
    pub fn new(kind: ProofKind, text: &str) -> Self {
        Self { kind, text: one_line(text), title: None }
    }

    /// The same proof with a title of its own, unless that is empty.
    #[must_use]
    pub fn titled(self, title: &str) -> Self {
        Self { title: Some(one_line(title)).filter(|title| !title.is_empty()), ..self }
    }

    /// The proof under an id.
    fn named(&self, id: String) -> Proof {
        let text = &self.text;
        let title = self.title.as_ref().unwrap_or(text);
        let cut = title.char_indices().nth(TITLE).and_then(|(at, _)| title.get(..at));
        let title = cut.map_or_else(|| title.clone(), |start| format!("{}…", start.trim_end()));
        let only = |wanted: ProofKind| (self.kind == wanted).then(|| text.clone());
        Proof {
            id,
            title,
            url: only(ProofKind::Link),
            referee: only(ProofKind::Referee),
            story: only(ProofKind::Case).map(Story::Text),
        }
    }
}

pub fn add(profile: &mut Profile, new: &NewProof, skills: &[SkillId], today: Date) {
    let stem =
        skills.first().map_or_else(|| slug(new.title.as_deref().unwrap_or_default()), ToString::to_string);
    let proof = new.named(free_id(&stem, &profile.proofs));
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

/// A title as an id; `proof` where it has no letter that an id can have.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.take(SLUG_WORDS).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "proof".to_owned() } else { slug }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning, with a number where that is taken.
fn free_id(stem: &str, others: &[Proof]) -> String {
    let taken: std::collections::HashSet<&str> = others.iter().map(|proof| proof.id.as_str()).collect();
    let numbered = (2usize..).map(|number| format!("{stem}-{number}"));
    let mut ids = [stem.to_owned()].into_iter().chain(numbered);
    ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}
