//! The level that an ad names, in its title or where it says whom it looks for.

use super::parts::Clause;
use super::tokens::{Token, keys};
use super::vocabulary::{Part, Words};
use crate::guide::id::LevelId;
use crate::guide::model::Guide;

/// The level that the title names, else the one that a sentence names which says whom the firm looks for. A plain title of the guide
/// is the level with that name.
pub fn named(clauses: &[Clause<'_>], guide: &Guide, words: &Words) -> Option<LevelId> {
    let titles =
        clauses.iter().filter(|clause| clause.is_title || (clause.is_heading && is_job(clause, words)));
    let searching = clauses.iter().filter(|clause| {
        !clause.is_title && is_searching(&clause.tokens) && clause.part != Some(Part::Ignored)
    });
    let mut candidates: Vec<&Clause<'_>> = titles.take(3).collect();
    candidates.extend(clauses.iter().take(6).filter(|clause| is_job(clause, words)));
    let by_title = candidates.iter().find_map(|clause| by_word(clause, guide, words));
    let by_title = by_title.or_else(|| searching.clone().find_map(|clause| by_word(clause, guide, words)));
    let mut plain = candidates.iter().copied().chain(searching);
    by_title.or_else(|| {
        plain.find_map(|clause| {
            by_name(&clause.tokens, guide).or_else(|| by_plain_title(clause, guide, words))
        })
    })
}

/// A plain title, in any language, is the level that bears the name of the career.
fn by_plain_title(clause: &Clause<'_>, guide: &Guide, words: &Words) -> Option<LevelId> {
    let is_plain = words.guide_roles.hits(&clause.tokens).iter().any(|hit| {
        let said = clause.raw(hit.start, hit.end).to_lowercase();
        let near = clause
            .tokens
            .get(hit.start.saturating_sub(6)..(hit.end + 2).min(clause.tokens.len()))
            .unwrap_or_default();
        said.contains("back") && near.iter().any(is_person)
    });
    let level = guide.levels.iter().find(|level| level.title == guide.title);
    level.filter(|_| is_plain).map(|level| level.id.clone())
}

/// Whether a word names somebody who does the job.
fn is_person(token: &Token) -> bool {
    const PEOPLE: [&str; 12] = [
        "engineer",
        "developer",
        "programmer",
        "dev",
        "entwickler",
        "développeur",
        "développeuse",
        "ingénieur",
        "desarrollador",
        "desenvolvedor",
        "engenheiro",
        "programador",
    ];
    PEOPLE.iter().any(|word| token.key.starts_with(word) || token.key.ends_with(word))
}

/// Whether a clause names a job that this guide or another is about.
fn is_job(clause: &Clause<'_>, words: &Words) -> bool {
    !words.guide_roles.hits(&clause.tokens).is_empty()
}

fn is_searching(tokens: &[Token]) -> bool {
    const SEARCHING: [&str; 30] = [
        "looking",
        "hiring",
        "hire",
        "seeking",
        "seek",
        "search",
        "wanted",
        "want",
        "need",
        "role",
        "position",
        "join",
        "joining",
        "suchen",
        "gesucht",
        "sucht",
        "stelle",
        "recherchon",
        "recherche",
        "cherche",
        "cherchon",
        "buscamo",
        "busca",
        "buscamos",
        "procuramo",
        "procura",
        "vaga",
        "puesto",
        "poste",
        "recruiting",
    ];
    tokens.iter().any(|token| SEARCHING.contains(&token.key.as_str()))
}

/// The level by a word near the name of a job: `Senior Engineer`, `Engineer (senior)`.
fn by_word(clause: &Clause<'_>, guide: &Guide, words: &Words) -> Option<LevelId> {
    const NEAR: usize = 5;
    let tokens = &clause.tokens;
    let hits = words.levels.hits(tokens);
    let hit = hits.into_iter().find(|hit| {
        let around = hit.start.saturating_sub(NEAR)..(hit.end + NEAR).min(tokens.len());
        let near = tokens.get(around).unwrap_or_default();
        let is_verb = tokens.get(hit.start).is_some_and(|token| {
            token.key == "lead" && !token.is_capital() && is_verb_lead(tokens, hit.start)
        });
        // “Architects” is a firm, “seniors” are others.
        let is_plural = tokens
            .get(hit.end - 1)
            .is_some_and(|token| token.raw.to_lowercase().ends_with('s') && token.raw.len() > 2);
        near.iter().any(is_job_word) && !is_plural && !is_verb && !is_of_others(tokens, hit.start)
    })?;
    words.level(guide, hit.value).cloned()
}

/// `you lead the team`, `lead developers to`
fn is_verb_lead(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.key.as_str());
    matches!(before, Some("you" | "to" | "will" | "you'll" | "and" | "can"))
}

/// `you mentor junior engineers`, `reporting to the lead engineer`: the level of somebody else.
fn is_of_others(tokens: &[Token], at: usize) -> bool {
    const OTHERS: [&str; 24] = [
        "mentor",
        "mentoring",
        "coach",
        "coaching",
        "support",
        "guide",
        "with",
        "our",
        "two",
        "three",
        "four",
        "five",
        "from",
        "by",
        "other",
        "report",
        "reporting",
        "alongside",
        "help",
        "to",
        "between",
        "juniors",
        "dos",
        "unsere",
    ];
    let before = at.saturating_sub(2)..at;
    tokens.get(before).unwrap_or_default().iter().any(|token| OTHERS.contains(&token.key.as_str()))
}

fn is_job_word(token: &Token) -> bool {
    const JOBS: [&str; 22] = [
        "engineer",
        "developer",
        "programmer",
        "dev",
        "backend",
        "back",
        "software",
        "entwickler",
        "entwicklerin",
        "architect",
        "architekt",
        "architektin",
        "développeur",
        "développeuse",
        "ingénieur",
        "desarrollador",
        "desarrolladora",
        "desenvolvedor",
        "desenvolvedora",
        "engenheiro",
        "engineering",
        "softwareentwickler",
    ];
    JOBS.iter().any(|job| {
        token.key.starts_with(job)
            || token.key.ends_with("entwickler")
            || token.key.ends_with("architekt")
            || token.key.ends_with("entwicklerin")
            || token.key.ends_with("architektin")
    })
}

/// The level whose title or alias of two or more words the clause contains.
fn by_name(tokens: &[Token], guide: &Guide) -> Option<LevelId> {
    let contains = |name: &str| {
        let keys = keys(name);
        keys.len() >= 2
            && tokens.windows(keys.len()).any(|window| window.iter().map(|token| &token.key).eq(&keys))
    };
    // The longest names are the most exact; they stand at the higher levels.
    let levels = guide.levels.iter().rev();
    levels
        .flat_map(|level| level.aliases.iter().chain([&level.title]).map(move |name| (level, name)))
        .filter(|(_, name)| contains(name))
        .max_by_key(|(_, name)| name.len())
        .map(|(level, _)| level.id.clone())
}
