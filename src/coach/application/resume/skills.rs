//! The skills of a résumé: those whose rating has evidence, then the résumé's own words.

use crate::coach::application::wanted::Wanted;
use crate::coach::application::{LeftOut, Sources, Why};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Rated;
use crate::resume::keywords;
use crate::resume::model::Passage;
use crate::resume::skills::{Mention, Vocabulary};
use std::cmp::Reverse;
use std::collections::HashSet;

/// Maximum words behind the name of a skill, and of a group of the résumé.
const WORDS: usize = 8;
/// Maximum lines of skills.
const LINES: usize = 12;

/// A line of skills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillLine {
    /// The skill of the guide, or the name of a group of the résumé; may be empty.
    pub name: String,
    /// The résumé's own words for it.
    pub words: Vec<String>,
    /// Whether there is a proof with an address.
    pub is_to_see: bool,
}

/// Skills with a link first, then those with an example, then the groups of the résumé.
pub fn lines(sources: &Sources<'_>, wanted: &[Wanted], left_out: &mut Vec<LeftOut>) -> Vec<SkillLine> {
    let vocabulary = Vocabulary::new(sources.library);
    let mut words = words(sources, &vocabulary);
    let in_text = in_text(sources, &vocabulary);
    let need =
        |skill: &SkillId| wanted.iter().find(|wanted| wanted.skill == *skill).map(|wanted| wanted.need);
    let mut ratings: Vec<(&SkillId, &Rated)> =
        sources.profile.ratings.0.iter().filter(|(_, rated)| rated.rating > Rating::None).collect();
    ratings.sort_by_key(|(skill, rated)| Reverse((rated.evidence, need(skill), rated.rating)));
    let mut all = Vec::new();
    for (skill, rated) in ratings {
        let is_in_resume = words.iter().any(|(_, other)| other.as_ref() == Some(skill));
        if rated.evidence == Evidence::Claim {
            if !is_in_resume {
                left_out.push(LeftOut { what: sources.skill_name(skill), why: Why::Unproved });
            }
            continue;
        }
        let own: Vec<String> = words
            .extract_if(.., |(_, other)| other.as_ref() == Some(skill))
            .map(|(word, _)| word)
            .take(WORDS)
            .collect();
        let is_to_see = sources
            .profile
            .proofs
            .iter()
            .any(|proof| proof.url.is_some() && rated.proofs.contains(&proof.id));
        let in_text =
            in_text.iter().filter(|mention| mention.skill == *skill).map(|mention| mention.word.clone());
        let mut words = own;
        for word in in_text {
            if words.len() < WORDS && !words.iter().any(|other| other.eq_ignore_ascii_case(&word)) {
                words.push(word);
            }
        }
        all.push(SkillLine { name: sources.skill_name(skill), words, is_to_see });
    }
    for line in all.iter().skip(LINES) {
        left_out.push(LeftOut { what: line.name.clone(), why: Why::SkillTooMany });
    }
    all.truncate(LINES);
    let rest: Vec<String> = words.into_iter().map(|(word, _)| word).take(2 * WORDS).collect();
    if !rest.is_empty() {
        let name = if all.is_empty() { String::new() } else { "Also".to_owned() };
        all.push(SkillLine { name, words: rest, is_to_see: false });
    }
    all
}

/// The words for skills in what the résumé says of jobs.
fn in_text(sources: &Sources<'_>, vocabulary: &Vocabulary<'_>) -> Vec<Mention> {
    let jobs = sources.kept.resume.work.iter();
    let texts = jobs.flat_map(|job| job.highlights.iter().chain([&job.summary]));
    texts.flat_map(|passage| vocabulary.skills_in(&passage.text)).collect()
}

/// The words of the résumé's skills, each once, with the skill of the guide that each means.
fn words(sources: &Sources<'_>, vocabulary: &Vocabulary<'_>) -> Vec<(String, Option<SkillId>)> {
    let mut all: Vec<(String, Option<SkillId>)> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    let mut add = |passage: &Passage| {
        for word in keywords(&passage.text) {
            if seen.insert(word.to_lowercase()) {
                let skill = vocabulary.skills_in(word).into_iter().next().map(|mention| mention.skill);
                all.push((word.to_owned(), skill));
            }
        }
    };
    for group in &sources.kept.resume.skills {
        if group.keywords.is_empty() {
            add(&group.name);
        }
        group.keywords.iter().for_each(&mut add);
    }
    all
}
