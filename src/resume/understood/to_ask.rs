//! Which skills to ask about first: those that a résumé names, the most recent and the most frequent first.

use crate::guide::id::SkillId;
use crate::resume::experience::last_month;
use crate::resume::keywords as keywords_of;
use crate::resume::model::{Passage, Resume};
use crate::resume::skills::Vocabulary;
use jiff::civil::Date;
use std::collections::HashSet;

/// Maximum passages that are kept for a skill.
const PASSAGES: usize = 5;
/// Maximum keywords that the guide doesn't know.
const UNKNOWN: usize = 30;

/// A skill that a résumé names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillToAsk {
    /// The skill.
    pub skill: SkillId,
    /// The last month of the latest job that names it, counted from the year 0; `None` where no dated job does.
    pub latest: Option<i32>,
    /// How many passages name it.
    pub count: usize,
    /// The first of them.
    pub passages: Vec<SkillPassage>,
}

/// A passage that names a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillPassage {
    /// Its line, from 1.
    pub line: usize,
    /// The word that names the skill.
    pub word: String,
    /// The text, on one line.
    pub text: String,
}

/// All passages of a résumé, those of jobs with their last month.
fn passages(resume: &Resume, today: Date) -> Vec<(Option<i32>, &Passage)> {
    let mut all = Vec::new();
    for job in resume.work.iter().chain(&resume.volunteer) {
        let latest = last_month(job, today);
        all.extend(job.highlights.iter().chain([&job.summary]).map(|text| (latest, text)));
    }
    for project in &resume.projects {
        let texts = project.keywords.iter().chain(&project.highlights).chain([&project.description]);
        all.extend(texts.map(|text| (None, text)));
    }
    all.extend(keywords(resume).map(|text| (None, text)));
    all.push((None, &resume.basics.summary));
    all.extend(resume.education.iter().flat_map(|school| &school.courses).map(|text| (None, text)));
    all
}

/// The names and keywords of skills.
fn keywords(resume: &Resume) -> impl Iterator<Item = &Passage> {
    resume.skills.iter().flat_map(|group| [&group.name].into_iter().chain(&group.keywords))
}

/// The skills of a résumé.
#[must_use]
pub fn skills(resume: &Resume, vocabulary: &Vocabulary<'_>, today: Date) -> Vec<SkillToAsk> {
    let mut all: Vec<SkillToAsk> = Vec::new();
    for (latest, passage) in passages(resume, today) {
        let mut in_passage: Vec<SkillId> = Vec::new();
        for mention in vocabulary.skills_in(&passage.text) {
            if in_passage.contains(&mention.skill) {
                continue;
            }
            in_passage.push(mention.skill.clone());
            let text = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let found = SkillPassage { line: passage.line, word: mention.word, text };
            match all.iter_mut().find(|other| other.skill == mention.skill) {
                Some(skill) => {
                    skill.latest = skill.latest.max(latest);
                    skill.count += 1;
                    if skill.passages.len() < PASSAGES {
                        skill.passages.push(found);
                    }
                }
                None => {
                    all.push(SkillToAsk { skill: mention.skill, latest, count: 1, passages: vec![found] })
                }
            }
        }
    }
    all.sort_by_key(|skill| std::cmp::Reverse((skill.latest, skill.count)));
    all
}

/// The words of the guide that a résumé has, each once, and the keywords that the guide doesn't know.
#[must_use]
pub fn stack(resume: &Resume, vocabulary: &Vocabulary<'_>) -> (Vec<String>, Vec<String>) {
    let (mut known, mut unknown) = (Words::default(), Words::default());
    let names = resume.skills.iter().filter(|group| group.keywords.is_empty()).map(|group| &group.name);
    let keywords = names.chain(resume.skills.iter().flat_map(|group| &group.keywords));
    for passage in keywords.chain(resume.projects.iter().flat_map(|project| &project.keywords)) {
        let mentions = vocabulary.skills_in(&passage.text);
        if mentions.is_empty() && unknown.all.len() < UNKNOWN {
            keywords_of(&passage.text).for_each(|word| unknown.add(word));
        }
        mentions.iter().for_each(|mention| known.add(&mention.word));
    }
    for job in &resume.work {
        for passage in job.highlights.iter().chain([&job.summary]) {
            vocabulary.skills_in(&passage.text).iter().for_each(|mention| known.add(&mention.word));
        }
    }
    (known.all, unknown.all)
}

/// Words, each once whatever its case, in the order in which they came.
#[derive(Default)]
struct Words {
    all: Vec<String>,
    seen: HashSet<String>,
}

impl Words {
    fn add(&mut self, word: &str) {
        if self.seen.insert(word.to_lowercase()) {
            self.all.push(word.to_owned());
        }
    }
}
