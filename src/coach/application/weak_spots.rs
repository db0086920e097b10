//! The weak spots of a résumé. Each is a fact about its text, never a judgement of the person.

use super::Sources;
use super::resume::Draft;
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::story::Story;
use crate::resume::experience::{Pause, experience};
use crate::resume::skills::Vocabulary;

/// A point should have at most so many words.
pub const LONGEST: usize = 30;

/// Words for oneself.
const FIRST_PERSON: &[&str] =
    &["i", "i'm", "i've", "me", "my", "mine", "we", "we're", "our", "us", "ich", "wir", "mein", "meine"];

/// A weak spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeakSpot {
    /// A point without any number.
    NoNumber(String),
    /// A point of more than [`LONGEST`] words.
    Long(String, usize),
    /// A point that says `I` or `we`.
    FirstPerson(String, String),
    /// A story that says what was done and not what came of it; the title of its proof.
    NoResult(String),
    /// A word of the résumé whose skill has no rating above 0.
    NotRated(String, SkillId),
    /// A word of the résumé whose skill's rating is a claim.
    Claimed(String, SkillId),
    /// Months without a job.
    Pause(Pause),
}

/// The weak spots of a draft, in the order of its parts.
#[must_use]
pub fn weak_spots(sources: &Sources<'_>, draft: &Draft) -> Vec<WeakSpot> {
    let mut all = Vec::new();
    let points = draft.jobs.iter().flat_map(|job| &job.bullets);
    let points = points.chain(draft.projects.iter().flat_map(|project| &project.bullets));
    for point in points {
        of_point(point, &mut all);
    }
    for proof in &sources.profile.proofs {
        if let Some(story @ Story::Parts { .. }) = &proof.story
            && story.result().is_none()
        {
            all.push(WeakSpot::NoResult(proof.title.clone()));
        }
    }
    of_skills(sources, &mut all);
    all.extend(experience(&sources.kept.resume, sources.today).pauses.into_iter().map(WeakSpot::Pause));
    all
}

fn of_point(point: &str, all: &mut Vec<WeakSpot>) {
    if !point.chars().any(|c| c.is_ascii_digit()) {
        all.push(WeakSpot::NoNumber(point.to_owned()));
    }
    let words = point.split_whitespace().count();
    if words > LONGEST {
        all.push(WeakSpot::Long(point.to_owned(), words));
    }
    let own = point
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .find(|word| FIRST_PERSON.contains(&word.to_lowercase().as_str()) && *word != "US");
    if let Some(word) = own {
        all.push(WeakSpot::FirstPerson(point.to_owned(), word.to_owned()));
    }
}

fn of_skills(sources: &Sources<'_>, all: &mut Vec<WeakSpot>) {
    let vocabulary = Vocabulary::new(sources.library);
    let mut seen: Vec<SkillId> = Vec::new();
    for group in &sources.kept.resume.skills {
        let texts = group.keywords.iter().chain([&group.name]);
        for mention in texts.flat_map(|passage| vocabulary.skills_in(&passage.text)) {
            if seen.contains(&mention.skill) {
                continue;
            }
            seen.push(mention.skill.clone());
            match sources.profile.ratings.answer(&mention.skill) {
                None | Some((Rating::None, _)) => all.push(WeakSpot::NotRated(mention.word, mention.skill)),
                Some((_, Evidence::Claim)) => all.push(WeakSpot::Claimed(mention.word, mention.skill)),
                Some((_, Evidence::Example | Evidence::Link)) => {}
            }
        }
    }
}
