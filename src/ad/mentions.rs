//! Names of skills and tools in an ad, and what is asked of each.

use super::cues::Context;
use super::parts::Clause;
use super::text::shortened;
use super::tokens::{Token, tokens};
use super::vocabulary::{Meaning, Vocabulary};
use super::{Finding, Need, Passage, Unknown};
use crate::guide::id::SkillId;
use std::collections::HashMap;

/// The most passages of a finding.
const PASSAGES: usize = 20;
/// The most characters of a quoted sentence.
const QUOTE: usize = 200;

/// A name in a clause.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The number of the clause.
    clause: usize,
    /// The index of its first token.
    start: usize,
    /// The index behind its last token.
    end: usize,
    /// The skill; `None` for a technology of no skill.
    skill: Option<SkillId>,
    need: Need,
    /// Names that an `or` joins have one number.
    alternatives: Option<usize>,
}

/// The names in all clauses that ask for something or tell of it.
pub fn find(clauses: &[Clause<'_>], vocabulary: &Vocabulary) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut groups = 0;
    for (number, clause) in clauses.iter().enumerate() {
        let names = names(&clause.tokens, vocabulary);
        if names.is_empty() {
            continue;
        }
        let mut named = vec![false; clause.tokens.len()];
        for name in &names {
            named.iter_mut().take(name.end).skip(name.start).for_each(|named| *named = true);
        }
        let context = Context::new(clause, &named, vocabulary.words());
        let alternatives = alternatives(&clause.tokens, &names, &mut groups);
        let carried = mentions.last().filter(|last: &&Mention| {
            let is_same_line =
                clauses.get(last.clause).is_some_and(|other| std::ptr::eq(other.line, clause.line));
            is_same_line && clause.part.is_none() && context.is_fragment() && last.need != Need::Nice
        });
        let carried = carried.map(|last| last.need);
        for (name, group) in names.iter().zip(alternatives) {
            let Some(need) = context.need(name.start, name.end) else { continue };
            let need = if need == Need::Mentioned { carried.unwrap_or(need) } else { need };
            let skill = match name.meaning {
                Some(skill) => match vocabulary.skill(skill) {
                    Some(skill) => Some(skill.clone()),
                    None => continue,
                },
                None => None,
            };
            mentions.push(Mention {
                clause: number,
                start: name.start,
                end: name.end,
                skill,
                need,
                alternatives: group,
            });
        }
    }
    mentions
}

/// A skill or a tool named in a text, with the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSkill {
    /// The skill.
    pub skill: SkillId,
    /// The words as they are written.
    pub text: String,
    /// The line, from 1.
    pub line: usize,
}

impl Vocabulary {
    /// The skills and tools that a text names, in reading order.
    #[must_use]
    pub fn named_in(&self, text: &str) -> Vec<NamedSkill> {
        let mut named = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            let chars: Vec<char> = text.chars().collect();
            let tokens = tokens(&chars);
            for name in names(&tokens, self) {
                let Some(skill) = name.meaning.and_then(|number| self.skill(number)) else { continue };
                let (Some(first), Some(last)) = (tokens.get(name.start), tokens.get(name.end - 1)) else {
                    continue;
                };
                let text = chars.get(first.start..last.end).unwrap_or_default().iter().collect();
                named.push(NamedSkill { skill: skill.clone(), text, line });
            }
        }
        named
    }
}

/// A name in a row of tokens.
struct Name {
    start: usize,
    end: usize,
    meaning: Meaning,
}

fn names(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(hit) =
            vocabulary.names().at(tokens, at).filter(|hit| !is_proper_name(tokens, hit.start, hit.end))
        {
            names.push(Name { start: hit.start, end: hit.end, meaning: hit.value });
            at = hit.end;
        } else {
            if let Some(meaning) = ambiguous(tokens, at, vocabulary) {
                names.push(Name { start: at, end: at + 1, meaning });
            }
            at += 1;
        }
    }
    names
}

/// Whether the words are the name of a person or a street: `Herr Scala`, `Helm Street`.
fn is_proper_name(tokens: &[Token], start: usize, end: usize) -> bool {
    const TITLES: [&str; 10] = ["mr", "mrs", "m", "herr", "frau", "herrn", "dr", "señor", "señora", "madame"];
    const PLACES: [&str; 14] = [
        "street", "road", "avenue", "lane", "square", "straße", "strasse", "platz", "gasse", "station",
        "museum", "reading", "llp", "llc",
    ];
    let before = start.checked_sub(1).and_then(|before| tokens.get(before));
    let behind = tokens.get(end);
    before.is_some_and(|token| TITLES.contains(&token.key.as_str()) && token.is_capital())
        || behind.is_some_and(|token| PLACES.contains(&token.key.as_str()) && token.is_capital())
}

/// What an ambiguous word means here; `None` where nothing makes it a tool.
fn ambiguous(tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> Option<Meaning> {
    let word = vocabulary.ambiguous(&tokens.get(at)?.raw)?;
    let rest = tokens.get(at + 1..).unwrap_or_default();
    let goes_on = |keys: &[String]| {
        rest.len() >= keys.len()
            && !keys.is_empty()
            && keys.iter().zip(rest).all(|(key, token)| *key == token.key)
    };
    let is_year = rest.first().is_some_and(|token| token.raw.len() == 4 && token.raw.starts_with("20"));
    if word.not_before.iter().any(|keys| goes_on(keys)) || is_year {
        return None;
    }
    if word.alone || is_cell(tokens, at) || is_in_list(tokens, at, vocabulary) {
        return Some(word.meaning);
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let has_company = before.is_some_and(|token| vocabulary.is_company_before(token))
        || rest
            .first()
            .is_some_and(|token| vocabulary.is_company_after(token) && !tokens_start_with(tokens, at));
    has_company.then_some(word.meaning)
}

/// Whether the word stands alone in a list or in a cell of a table.
fn is_cell(tokens: &[Token], at: usize) -> bool {
    let is_edge = |token: Option<&Token>| token.is_none_or(|token| token.raw == "|");
    is_edge(at.checked_sub(1).and_then(|before| tokens.get(before))) && is_edge(tokens.get(at + 1))
}

/// At the start of a sentence the capital letter says nothing, so only a noun behind it counts: `Go developer`, not `Go or stay`.
fn tokens_start_with(tokens: &[Token], at: usize) -> bool {
    at == 0 && tokens.get(1).is_some_and(|token| matches!(token.key.as_str(), "or" | "ou" | "oder"))
}

/// Whether the neighbour in a list is a tool that is one wherever it stands: `Go, Python`, `Python/Go`.
fn is_in_list(tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> bool {
    const SEPARATORS: [&str; 14] =
        [",", "/", "|", "·", "•", "(", ")", "+", "&", "or", "and", "und", "oder", ":"];
    let is_separator = |token: &Token| {
        SEPARATORS.contains(&token.raw.as_str())
            || matches!(token.key.as_str(), "or" | "and" | "und" | "oder" | "ou" | "et" | "y" | "e" | "o")
    };
    let is_tool = |token: &Token| vocabulary.ambiguous(&token.raw).is_some() && token.raw.len() > 1;
    let names = vocabulary.names();
    let forwards = || {
        let next = (at + 1..tokens.len())
            .take(4)
            .find(|at| tokens.get(*at).is_some_and(|token| !is_separator(token)))?;
        let is_joined = next > at + 1;
        (is_joined && (names.at(tokens, next).is_some() || tokens.get(next).is_some_and(is_tool)))
            .then_some(())
    };
    let backwards = || {
        let last =
            (0..at).rev().take(4).find(|at| tokens.get(*at).is_some_and(|token| !is_separator(token)))?;
        let is_joined = last + 1 < at;
        let ends_here = (last.saturating_sub(3)..=last)
            .any(|start| names.at(tokens, start).is_some_and(|hit| hit.end == last + 1));
        (is_joined && (ends_here || tokens.get(last).is_some_and(is_tool))).then_some(())
    };
    forwards().or_else(backwards).is_some()
}

/// For each name the number of the group in which an `or` joins it to others.
fn alternatives(tokens: &[Token], names: &[Name], groups: &mut usize) -> Vec<Option<usize>> {
    let mut found = vec![None; names.len()];
    let is_or = |token: &Token| matches!(token.key.as_str(), "or" | "oder" | "ou" | "o" | "bzw");
    for (at, pair) in names.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let between = tokens.get(one.end..other.start).unwrap_or_default();
        let only_marks = between.iter().all(|token| {
            is_or(token)
                || matches!(
                    token.raw.as_str(),
                    "," | "/" | "a" | "an" | "con" | "com" | "mit" | "avec" | "with" | "on" | "in" | "en"
                )
        });
        if !only_marks || !between.iter().any(is_or) {
            continue;
        }
        *groups += 1;
        // A list before the `or` belongs to it: `Python, Java or Go`.
        let mut first = at;
        while let Some(before) = first.checked_sub(1) {
            let gap = names
                .get(before)
                .zip(names.get(first))
                .and_then(|(one, other)| tokens.get(one.end..other.start));
            if gap.is_some_and(|gap| gap.iter().all(|token| token.raw == ",") && !gap.is_empty()) {
                first = before;
            } else {
                break;
            }
        }
        found.iter_mut().take(at + 2).skip(first).for_each(|group| *group = Some(*groups));
    }
    found
}

/// The mentions by skill, those required first, and the technologies of no skill.
pub fn gather(mentions: &[Mention], clauses: &[Clause<'_>]) -> (Vec<Finding>, Vec<Unknown>) {
    let mut findings: Vec<Finding> = Vec::new();
    let mut unknown: Vec<Unknown> = Vec::new();
    let groups = groups(mentions);
    for mention in mentions {
        let Some(clause) = clauses.get(mention.clause) else { continue };
        let Some(skill) = &mention.skill else {
            add_unknown(&mut unknown, passage(mention, clause), mention.need);
            continue;
        };
        let others = others(mention, &groups);
        match findings.iter_mut().find(|finding| finding.skill == *skill) {
            Some(finding) => {
                // Something asked for by itself somewhere has no alternative.
                if mention.need > finding.need {
                    finding.alternatives = others;
                } else if mention.need == finding.need && others.is_empty() {
                    finding.alternatives.clear();
                }
                finding.need = finding.need.max(mention.need);
                if finding.passages.len() < PASSAGES {
                    finding.passages.push(passage(mention, clause));
                }
            }
            None => findings.push(Finding {
                skill: skill.clone(),
                need: mention.need,
                alternatives: others,
                passages: vec![passage(mention, clause)],
            }),
        }
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.need));
    (findings, unknown)
}

fn passage(mention: &Mention, clause: &Clause<'_>) -> Passage {
    let at = clause.tokens.get(mention.start).map_or(0, |token| token.start);
    Passage::new(
        clause.line.position(at),
        clause.raw(mention.start, mention.end),
        shortened(&clause.text(), QUOTE),
    )
}

fn add_unknown(unknown: &mut Vec<Unknown>, passage: Passage, need: Need) {
    match unknown.iter_mut().find(|other| other.text.eq_ignore_ascii_case(&passage.text)) {
        Some(other) => other.need = other.need.max(need),
        None => unknown.push(Unknown { text: passage.text, line: passage.line, need }),
    }
}

/// The skills of each group that an `or` joins.
fn groups(mentions: &[Mention]) -> HashMap<usize, Vec<&SkillId>> {
    let mut groups: HashMap<usize, Vec<&SkillId>> = HashMap::new();
    for mention in mentions {
        if let (Some(group), Some(skill)) = (mention.alternatives, &mention.skill) {
            let skills = groups.entry(group).or_default();
            if !skills.contains(&skill) {
                skills.push(skill);
            }
        }
    }
    groups
}

/// The other skills that would do instead of a mention.
fn others(mention: &Mention, groups: &HashMap<usize, Vec<&SkillId>>) -> Vec<SkillId> {
    let group = mention.alternatives.and_then(|group| groups.get(&group));
    let others = group.into_iter().flatten().filter(|skill| Some(**skill) != mention.skill.as_ref());
    others.map(|skill| (*skill).clone()).collect()
}
