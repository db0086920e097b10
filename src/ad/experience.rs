//! The years of experience that an ad asks for.

use super::cues::Context;
use super::parts::Clause;
use super::tokens::Token;
use super::vocabulary::{Part, Words};

/// More years than this are a firm's age.
const MOST: u32 = 25;

/// The least years of experience asked for: where several are, the most of them, as each has to be met.
pub fn years(clauses: &[Clause<'_>], words: &Words) -> Option<u32> {
    clauses
        .iter()
        .filter(|clause| !matches!(clause.part, Some(Part::Ignored | Part::Nice)))
        .flat_map(|clause| in_clause(clause, words))
        .max()
}

fn in_clause(clause: &Clause<'_>, words: &Words) -> Vec<u32> {
    let tokens = &clause.tokens;
    if !speaks_of_experience(clause) {
        return Vec::new();
    }
    let named = vec![false; tokens.len()];
    let context = Context::new(clause, &named, words);
    let found = tokens.iter().enumerate().filter(|(_, token)| is_year(token)).filter_map(|(at, _)| {
        let (start, years) = number_before(tokens, at).or_else(|| number_behind(tokens, at))?;
        let is_asked = !context.is_denied(start, at + 1) && !is_age(tokens, start, at);
        let is_asked = is_asked && context.need(start, at + 1) != Some(super::Need::Nice);
        (is_asked && (1..=MOST).contains(&years)).then_some(years)
    });
    found.collect()
}

fn is_year(token: &Token) -> bool {
    const YEARS: &[&str] = &[
        "year", "yr", "jahr", "jahre", "jahren", "an", "année", "ano", "año", "yrs", "ans", "años", "anos",
        "years'",
    ];
    YEARS.contains(&token.key.as_str()) || YEARS.contains(&token.raw.to_lowercase().as_str())
}

/// Whether the clause is about what somebody has done, and not about a firm's age, a contract or a benefit.
fn speaks_of_experience(clause: &Clause<'_>) -> bool {
    const EXPERIENCE: &[&str] = &[
        "experience",
        "experienced",
        "professional",
        "commercial",
        "professionally",
        "erfahrung",
        "berufserfahrung",
        "erfahrungen",
        "berufspraxis",
        "praxis",
        "expérience",
        "experiencia",
        "experiência",
        "worked",
        "working",
        "work",
        "worked",
        "built",
        "building",
        "developing",
        "programming",
        "engineering",
        "development",
        "developer",
        "developed",
        "role",
        "industry",
        "hand",
        "hands",
        "trabajando",
        "trabalhando",
        "écrit",
        "written",
        "written",
        "writing",
        "wrote",
        "shipped",
        "run",
        "running",
        "spent",
        "background",
        "designing",
        "entwickelt",
        "gearbeitet",
        "entwicklung",
        "softwareentwicklung",
        "practice",
        "leading",
        "led",
        "trade",
        "beruf",
        "profissão",
        "oficio",
        "métier",
        "job",
        "coding",
        "desarrollando",
        "desarrollo",
    ];
    const OTHER: &[&str] = &[
        "ago",
        "founded",
        "since",
        "history",
        "alt",
        "gegründet",
        "seit",
        "depuis",
        "fondée",
        "fundada",
        "desde",
        "contract",
        "befristet",
        "warranty",
        "vesting",
        "anniversary",
        "firmengeschichte",
        "tradition",
        "sabbatical",
        "old",
        "runway",
        "market",
        "customers",
        "guarantee",
        "garantie",
        "hace",
        "há",
        "unternehmensgeschichte",
        "bestehen",
        "temporary",
        "funded",
        "plan",
        "lease",
        "roadmap",
    ];
    let has = |list: &[&str]| {
        clause.tokens.iter().any(|token| {
            list.contains(&token.raw.to_lowercase().as_str()) || list.contains(&token.key.as_str())
        })
    };
    if clause.part == Some(Part::About) && !super::parts::speaks_to_applicant(&clause.tokens) {
        return false;
    }
    let is_asking_part = clause.part == Some(Part::Required) || clause.is_title;
    (has(EXPERIENCE) || is_asking_part || only_years(clause)) && !has(OTHER)
}

/// A clause that says little else: `Backend Engineer, ca. 3–5 Jahre`.
fn only_years(clause: &Clause<'_>) -> bool {
    const JOBS: &[&str] = &[
        "engineer",
        "developer",
        "entwickler",
        "développeur",
        "desarrollador",
        "desenvolvedor",
        "trade",
        "beruf",
        "profissão",
        "required",
        "must",
        "minimum",
        "needed",
        "mindestens",
        "erforderlich",
    ];
    let is_short = clause.tokens.iter().filter(|token| !token.is_mark()).count() <= 10;
    is_short && clause.tokens.iter().any(|token| JOBS.contains(&token.key.as_str()))
}

/// The number right before the word for years, the lower end of a range: `3–5 years`, `at least three (3) years`, `5+ years`.
fn number_before(tokens: &[Token], years: usize) -> Option<(usize, u32)> {
    const BETWEEN: &[&str] = &[
        "+",
        "plus",
        "or",
        "more",
        "(",
        ")",
        "–",
        "-",
        "—",
        "to",
        "bis",
        "à",
        "a",
        "full",
        "solid",
        "volle",
        "oder",
        "mehr",
        "of",
        "ou",
        "plu",
        "o",
        "más",
        "mais",
        "and",
        "und",
        "e",
        "y",
        "good",
        "whole",
        "minimum",
        "professional",
        "commercial",
        "de",
    ];
    let mut start = None;
    let mut at = years;
    while let Some(before) = at.checked_sub(1) {
        let Some(token) = tokens.get(before) else { break };
        if let Some(number) = number(token) {
            start = Some((before, number));
        } else if !BETWEEN.contains(&token.key.as_str()) || years - before > 6 {
            break;
        }
        at = before;
    }
    start
}

/// The number behind a colon: `Years in the trade: 3 to 6`.
fn number_behind(tokens: &[Token], years: usize) -> Option<(usize, u32)> {
    const NEAR: usize = 6;
    let colon = (years + 1..years + NEAR).find(|at| tokens.get(*at).is_some_and(|token| token.raw == ":"))?;
    Some((years, number(tokens.get(colon + 1)?)?))
}

fn number(token: &Token) -> Option<u32> {
    const NUMBERS: &[(&str, u32)] = &[
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
        ("fifteen", 15),
        ("ein", 1),
        ("eine", 1),
        ("einem", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("sechs", 6),
        ("sieben", 7),
        ("acht", 8),
        ("neun", 9),
        ("zehn", 10),
        ("zwölf", 12),
        ("un", 1),
        ("une", 1),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("neuf", 9),
        ("dix", 10),
        ("uno", 1),
        ("dos", 2),
        ("tres", 3),
        ("cuatro", 4),
        ("cinco", 5),
        ("seis", 6),
        ("siete", 7),
        ("ocho", 8),
        ("nueve", 9),
        ("diez", 10),
        ("um", 1),
        ("dois", 2),
        ("duas", 2),
        ("três", 3),
        ("quatro", 4),
        ("sete", 7),
        ("oito", 8),
        ("nove", 9),
        ("dez", 10),
        ("doze", 12),
        ("quinze", 15),
        ("zwanzig", 20),
        ("twenty", 20),
        ("doce", 12),
        ("eleven", 11),
        ("thirteen", 13),
    ];
    let raw = token.raw.trim_end_matches(['+', '.']);
    if let Ok(number) = raw.parse() {
        return Some(number);
    }
    let low = raw.to_lowercase();
    NUMBERS.iter().find(|(word, _)| *word == low).map(|(_, number)| *number)
}

/// `for 12 years we have`, `over 15 years`, `12 years old`: a firm's age.
fn is_age(tokens: &[Token], start: usize, years: usize) -> bool {
    let behind = tokens.get(years + 1).map(|token| token.key.as_str());
    let has_we = tokens
        .get(years + 1..)
        .unwrap_or_default()
        .iter()
        .take(3)
        .any(|token| matches!(token.key.as_str(), "we" | "our" | "wir" | "nous"));
    let before = start.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.key.as_str());
    let is_for = matches!(
        before,
        Some("for" | "over" | "during" | "after" | "seit" | "within" | "in" | "next" | "last" | "nach")
    );
    matches!(behind, Some("ago" | "old" | "alt" | "in" | "later")) && behind != Some("in")
        || (is_for && has_we)
        || matches!(before, Some("next" | "within" | "after" | "nach"))
}
