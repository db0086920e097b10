//! What a cover letter tells: the proofs that answer what the position asks for most.

use super::wanted::Wanted;
use super::{LeftOut, Piece, Sources, Why};
use crate::ad::Need;
use crate::guide::id::SkillId;
use crate::guide::scale::Rating;
use crate::profile::model::Proof;
use crate::profile::story::sentence;
use std::cmp::Reverse;

/// Paragraphs about proofs: at least so many, with blanks for those that are missing, and at most so many.
const LEAST: usize = 2;
const MOST: usize = 3;

/// A cover letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The name of the person.
    pub name: Piece,
    /// Paragraphs about proofs.
    pub paragraphs: Vec<ProofParagraph>,
    /// Skills that are wanted most and have no proof, for as many paragraphs as are missing.
    pub missing: Vec<String>,
    /// Skills that are required and aren't told of, as there is no proof of them.
    pub left_out: Vec<LeftOut>,
}

/// A paragraph about a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofParagraph {
    /// The skills it shows that are wanted, the most wanted first.
    pub skills: Vec<String>,
    /// The story in the person's own words; empty where the proof has none.
    pub story: String,
    /// What it is called; empty where the story says all.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
}

/// Makes a letter for a position.
#[must_use]
pub fn letter(sources: &Sources<'_>, wanted: &[Wanted]) -> Letter {
    let place = |skill: &SkillId| wanted.iter().position(|wanted| wanted.skill == *skill);
    let mut offers: Vec<(&Proof, Vec<&SkillId>)> = sources
        .profile
        .proofs
        .iter()
        .filter(|proof| proof.url.is_some() || proof.story.is_some())
        .map(|proof| {
            let mut skills = sources.skills_of(proof);
            skills.retain(|skill| place(skill).is_some() && is_done(sources, skill));
            skills.sort_by_key(|skill| place(skill));
            (proof, skills)
        })
        .filter(|(_, skills)| !skills.is_empty())
        .collect();
    // A story says more than a link alone; then what is wanted most.
    offers.sort_by_key(|(proof, skills)| {
        (proof.story.is_none(), skills.first().and_then(|skill| place(skill)), Reverse(skills.len()))
    });
    let mut told: Vec<&SkillId> = Vec::new();
    let mut paragraphs = Vec::new();
    for (proof, skills) in offers {
        if paragraphs.len() < MOST && skills.iter().any(|skill| !told.contains(skill)) {
            told.extend(&skills);
            paragraphs.push(paragraph(sources, proof, &skills));
        }
    }
    let open = wanted.iter().filter(|wanted| !told.contains(&&wanted.skill));
    let missing: Vec<String> = open
        .clone()
        .take(LEAST.saturating_sub(paragraphs.len()))
        .map(|wanted| sources.skill_name(&wanted.skill))
        .collect();
    let left_out = open
        .filter(|wanted| wanted.need == Need::Required)
        .map(|wanted| LeftOut { what: sources.skill_name(&wanted.skill), why: Why::NothingToTell });
    let left_out = left_out.collect();
    Letter {
        name: Piece::or_blank(&sources.kept.resume.basics.name, "your name"),
        paragraphs,
        missing,
        left_out,
    }
}

fn is_done(sources: &Sources<'_>, skill: &SkillId) -> bool {
    sources.profile.ratings.answer(skill).is_some_and(|(rating, _)| rating > Rating::None)
}

fn paragraph(sources: &Sources<'_>, proof: &Proof, skills: &[&SkillId]) -> ProofParagraph {
    let story = proof.story.as_ref().map(|story| sentence(&story.text())).unwrap_or_default();
    let is_told =
        story.starts_with(proof.title.trim_end_matches('…')) || proof.url.as_ref() == Some(&proof.title);
    ProofParagraph {
        skills: skills.iter().map(|skill| sources.skill_name(skill)).collect(),
        title: if is_told { String::new() } else { proof.title.clone() },
        url: proof.url.clone(),
        story,
    }
}
