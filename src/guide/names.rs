//! Finds a skill, level, page or guide by what a user types: an id, title or alias in any spelling. An unknown name gets suggestions.

use super::model::{Faq, Guide, Level, Library, Section, Skill};
use strsim::damerau_levenshtein;

/// Number of names suggested for an unknown one.
const SUGGESTIONS: usize = 3;

/// The error for an unknown name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} `{name}`; the closest names are {}", .nearest.join(", "))]
pub struct Unknown {
    /// The kind of thing, such as `skill`.
    pub what: &'static str,
    /// The name as typed, trimmed.
    pub name: String,
    /// The ids of the closest matches, the closest first.
    pub nearest: Vec<String>,
}

/// A thing with all its names.
struct Named<'a, T> {
    thing: T,
    id: &'a str,
    names: Vec<&'a str>,
}

/// Finds a skill by id, name or alias.
///
/// # Errors
/// When no skill has this name; the error suggests others.
pub fn skill<'a>(library: &'a Library, name: &str) -> Result<&'a Skill, Unknown> {
    let named = library.skills.iter().map(|skill| {
        let aliases = skill.aliases.iter().map(String::as_str);
        Named {
            thing: skill,
            id: skill.id.as_str(),
            names: aliases.chain([skill.name.as_str(), skill.short.as_str()]).collect(),
        }
    });
    find("skill", name, named.collect())
}

/// Finds a level by id, title or alias.
///
/// # Errors
/// When no level has this name; the error suggests others.
pub fn level<'a>(guide: &'a Guide, name: &str) -> Result<&'a Level, Unknown> {
    let named = guide.levels.iter().map(|level| {
        let aliases = level.aliases.iter().map(String::as_str);
        let titles = [level.short.as_str(), level.title.as_str()];
        Named { thing: level, id: level.id.as_str(), names: aliases.chain(titles).collect() }
    });
    find("level", name, named.collect())
}

/// A page of the guide: a section, or a frequent question.
#[derive(Debug, Clone, Copy)]
pub enum GuidePage<'a> {
    /// A section.
    Section(&'a Section),
    /// A frequent question.
    Faq(&'a Faq),
}

/// Finds a section or frequent question by id, title or alias.
///
/// # Errors
/// When no page has this name; the error suggests others.
pub fn page<'a>(guide: &'a Guide, name: &str) -> Result<GuidePage<'a>, Unknown> {
    let sections = guide.sections.iter().map(|section| {
        let aliases = section.aliases.iter().map(String::as_str);
        Named {
            thing: GuidePage::Section(section),
            id: section.id.as_str(),
            names: aliases.chain([section.title.as_str()]).collect(),
        }
    });
    let faqs = guide.faqs.iter().map(|faq| {
        let aliases = faq.asked_as.iter().map(String::as_str);
        Named {
            thing: GuidePage::Faq(faq),
            id: faq.id.as_str(),
            names: aliases.chain([faq.question.as_str()]).collect(),
        }
    });
    find("page", name, sections.chain(faqs).collect())
}

/// Finds a guide by id, title or alias.
///
/// # Errors
/// When no guide has this name; the error suggests others.
pub fn guide<'a>(library: &'a Library, name: &str) -> Result<&'a Guide, Unknown> {
    let named = library.guides.iter().map(|guide| {
        let aliases = guide.aliases.iter().map(String::as_str);
        Named { thing: guide, id: guide.id.as_str(), names: aliases.chain([guide.title.as_str()]).collect() }
    });
    find("guide", name, named.collect())
}

/// Tries ids first, then all names, then the beginnings of ids: these only where a single one matches.
fn find<T: Copy>(what: &'static str, name: &str, named: Vec<Named<'_, T>>) -> Result<T, Unknown> {
    let wanted = folded(name);
    let by_id = named.iter().find(|named| folded(named.id) == wanted);
    let by_name = || named.iter().find(|named| named.names.iter().any(|other| folded(other) == wanted));
    if let Some(named) = by_id.or_else(by_name) {
        return Ok(named.thing);
    }
    let begins: Vec<_> = named.iter().filter(|named| folded(named.id).starts_with(&wanted)).collect();
    match begins[..] {
        [only] if !wanted.is_empty() => Ok(only.thing),
        _ => Err(Unknown { what, name: name.trim().to_owned(), nearest: nearest(&wanted, named) }),
    }
}

/// Keeps letters, digits, `+` and `#`, in lower case: `Mid level` and `mid-level` become the same name.
#[must_use]
pub fn folded(name: &str) -> String {
    letters(name).collect()
}

/// Whether two texts are the same name once folded.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    let kept = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    kept.flat_map(char::to_lowercase)
}

fn nearest<T>(wanted: &str, named: Vec<Named<'_, T>>) -> Vec<String> {
    let mut ranked: Vec<(usize, &str)> = named
        .iter()
        .map(|named| {
            let names = named.names.iter().copied().chain([named.id]);
            (names.map(|name| distance(wanted, &folded(name))).min().unwrap_or(usize::MAX), named.id)
        })
        .collect();
    ranked.sort();
    ranked.into_iter().take(SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}

/// Number of edits between two names; at most 2 when `name` contains all of `wanted`.
fn distance(wanted: &str, name: &str) -> usize {
    let edits = damerau_levenshtein(wanted, name);
    let contains = wanted.len() > 2 && name.contains(wanted);
    if contains { edits.min(2) } else { edits }
}
