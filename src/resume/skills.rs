//! Skills of the guide in running text.

use crate::guide::id::SkillId;
use crate::guide::model::{Category, Library};
use std::collections::{HashMap, HashSet};

/// Names that are ordinary words too: only with a capital do they mean a tool.
const ORDINARY: &[&str] = &[
    "go", "express", "spring", "gin", "flask", "rust", "ruby", "rails", "raft", "helm", "saga", "celery",
    "prisma", "swagger", "oracle", "java", "java ee", "phoenix", "rest", "echo", "play", "chef", "puppet",
    "salt",
];

/// A skill that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The skill.
    pub skill: SkillId,
    /// The word that names it, as the text writes it.
    pub word: String,
}

/// The names of all skills by their first character, made once for many texts.
pub struct Vocabulary<'l> {
    names: HashMap<char, Vec<(String, &'l SkillId)>>,
}

impl<'l> Vocabulary<'l> {
    /// The names of the skills of a library. Of soft skills only those of several words: `coach` or `curious` say too little.
    #[must_use]
    pub fn new(library: &'l Library) -> Self {
        let mut names: HashMap<char, Vec<(String, &SkillId)>> = HashMap::new();
        for skill in &library.skills {
            let all = skill.aliases.iter().chain([&skill.name, &skill.short]);
            for name in all.filter(|name| skill.category == Category::Technical || name.contains(' ')) {
                let name = name.to_lowercase();
                if let Some(first) = name.chars().next() {
                    names.entry(first).or_default().push((name, &skill.id));
                }
            }
        }
        // The longest first: `spring boot` before `spring`.
        names.values_mut().for_each(|names| names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len())));
        Self { names }
    }

    /// The skills that a text names, each word once, in the order of the text.
    #[must_use]
    pub fn skills_in(&self, text: &str) -> Vec<Mention> {
        let lower = text.to_lowercase();
        // Where lower case has another length, positions don't match; then the lower text is what is shown.
        let shown = if lower.len() == text.len() { text } else { &lower };
        let mut found: Vec<Mention> = Vec::new();
        let mut seen: HashSet<(&SkillId, String)> = HashSet::new();
        let mut free_from = 0;
        for (at, first) in lower.char_indices() {
            if at < free_from {
                continue;
            }
            let rest = lower.get(at..).unwrap_or_default();
            let named = self.names.get(&first).into_iter().flatten().find(|(name, _)| {
                let is_tool = || !ORDINARY.contains(&name.as_str()) || starts_with_capital(shown, at);
                rest.starts_with(name.as_str()) && stands_alone(&lower, at, at + name.len()) && is_tool()
            });
            if let Some((name, skill)) = named {
                free_from = at + name.len();
                if seen.insert((skill, name.clone())) {
                    let word = shown.get(at..free_from).unwrap_or_default().to_owned();
                    found.push(Mention { skill: (*skill).clone(), word });
                }
            }
        }
        found
    }
}

fn starts_with_capital(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|text| text.chars().next()).is_some_and(|c| !c.is_lowercase())
}

/// Whether a name is no part of a longer word: `java` in `javascript`, `c` in `c++`.
fn stands_alone(text: &str, at: usize, end: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '_' | '@');
    let goes_on = match next {
        Some('.' | '-') => second.is_some_and(char::is_alphanumeric),
        Some(c) => is_part(c),
        None => false,
    };
    !before.is_some_and(|c| is_part(c) || matches!(c, '.' | '-')) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::guide;

    #[test]
    fn words_are_found_whole() {
        let library = guide::embedded().expect("the guide");
        let vocabulary = Vocabulary::new(&library);
        let found = |text: &str| {
            vocabulary.skills_in(text).into_iter().map(|mention| mention.word).collect::<Vec<_>>().join("|")
        };
        assert_eq!(found("Docker, AWS, CI"), "Docker|AWS|CI");
        assert_eq!(found("JavaScript, C++ and Spring Boot."), "JavaScript|C++|Spring Boot");
        assert_eq!(found("PostgreSQL/Redis (basic)"), "PostgreSQL|Redis");
        assert_eq!(found("React quickly, go home, Go services"), "Go");
        assert_eq!(found("postgresqlish github.com"), "");
        assert_eq!(found("İstanbul docker"), "docker");
    }
}
