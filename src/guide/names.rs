//! Finds what a user means by a name: id, title or alias, however it is written, and the nearest ones where there is none.

use super::model::{Faq, Guide, Level, Library, Section, Skill};
use strsim::damerau_levenshtein;

/// So many names are offered where none fits.
const OFFERED: usize = 3;

/// A name that fits nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} `{name}`; the nearest are {}", .nearest.join(", "))]
pub struct Unknown {
    /// The kind of thing that was asked for.
    pub what: &'static str,
    /// What was typed.
    pub name: String,
    /// Ids to try instead, the nearest first.
    pub nearest: Vec<String>,
}

/// A thing with the names it answers to.
struct Named<'a, T> {
    thing: T,
    id: &'a str,
    names: Vec<&'a str>,
}

/// The skill of a name.
///
/// # Errors
/// The nearest names where there is none.
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

/// The level of a name.
///
/// # Errors
/// The nearest names where there is none.
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
pub enum Page<'a> {
    /// A section.
    Section(&'a Section),
    /// A frequent question.
    Faq(&'a Faq),
}

/// The page of a name.
///
/// # Errors
/// The nearest names where there is none.
pub fn page<'a>(guide: &'a Guide, name: &str) -> Result<Page<'a>, Unknown> {
    let sections = guide.sections.iter().map(|section| {
        let aliases = section.aliases.iter().map(String::as_str);
        Named {
            thing: Page::Section(section),
            id: section.id.as_str(),
            names: aliases.chain([section.title.as_str()]).collect(),
        }
    });
    let faqs = guide.faqs.iter().map(|faq| {
        let aliases = faq.asked_as.iter().map(String::as_str);
        Named {
            thing: Page::Faq(faq),
            id: faq.id.as_str(),
            names: aliases.chain([faq.question.as_str()]).collect(),
        }
    });
    find("section", name, sections.chain(faqs).collect())
}

/// The guide of a name.
///
/// # Errors
/// The nearest names where there is none.
pub fn guide<'a>(library: &'a Library, name: &str) -> Result<&'a Guide, Unknown> {
    let named = library.guides.iter().map(|guide| {
        let aliases = guide.aliases.iter().map(String::as_str);
        Named { thing: guide, id: guide.id.as_str(), names: aliases.chain([guide.title.as_str()]).collect() }
    });
    find("guide", name, named.collect())
}

/// Exactly an id, then any name, then the only one that begins so.
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

/// Letters and digits alone, in lower case: `Mid level` and `mid-level` are one name.
#[must_use]
pub fn folded(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    kept.flat_map(char::to_lowercase).collect()
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
    ranked.into_iter().take(OFFERED).map(|(_, id)| id.to_owned()).collect()
}

/// Edits between two names; a name that contains the other whole is near, whatever its length.
fn distance(wanted: &str, name: &str) -> usize {
    let edits = damerau_levenshtein(wanted, name);
    let contains = wanted.len() > 2 && name.contains(wanted);
    if contains { edits.min(2) } else { edits }
}
