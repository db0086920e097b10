//! Addresses in a résumé that could prove something. The site of an employer proves nothing.

use crate::guide::id::SkillId;
use crate::resume::model::{Passage, Resume};
use crate::resume::read::Fault;
use crate::resume::skills::Vocabulary;

/// Maximum links that are offered.
const MOST: usize = 50;
/// Maximum bytes of a text whose skill a link in it is about.
const SHORT: usize = 400;

/// An address that could prove something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedLink {
    /// Its line, from 1.
    pub line: usize,
    /// The address, with http or https.
    pub url: String,
    /// What it is: the project, the network.
    pub what: String,
    /// The skill it is about, where the file says so and names only one.
    pub skill: Option<SkillId>,
}

struct Links<'v> {
    vocabulary: &'v Vocabulary<'v>,
    all: Vec<OfferedLink>,
}

/// The links of a résumé, each address once.
#[must_use]
pub fn links(resume: &Resume, vocabulary: &Vocabulary<'_>) -> Vec<OfferedLink> {
    let mut links = Links { vocabulary, all: Vec::new() };
    for project in &resume.projects {
        let about: Vec<&str> =
            [&project.name, &project.description.text].into_iter().map(String::as_str).collect();
        let keywords = project.keywords.iter().map(|word| word.text.as_str());
        let about = about.into_iter().chain(keywords).collect::<Vec<_>>().join(", ");
        links.add(&project.url, &project.name, &about);
        links.within(&project.description, &project.name);
        project.highlights.iter().for_each(|text| links.within(text, &project.name));
    }
    for job in resume.work.iter().chain(&resume.volunteer) {
        links.within(&job.summary, &job.title());
        job.highlights.iter().for_each(|text| links.within(text, &job.title()));
    }
    for group in &resume.skills {
        links.add(&group.evidence, &group.name.text, &group.name.text);
    }
    for other in &resume.others {
        links.add(&other.url, &other.name, &other.name);
    }
    for profile in &resume.basics.profiles {
        let what = if profile.network.is_empty() { "profile" } else { &profile.network };
        links.add(&profile.url, what, "");
    }
    links.add(&resume.basics.url, "own page", "");
    links.within(&resume.basics.summary, "summary");
    links.all
}

impl Links<'_> {
    /// Offers a text that is an address as a whole.
    fn add(&mut self, passage: &Passage, what: &str, about: &str) {
        if let Some(url) = address(&passage.text) {
            self.offer(passage.line, url, what, about);
        }
    }

    /// Offers the addresses within a text; what the text says they are about.
    fn within(&mut self, passage: &Passage, what: &str) {
        for word in passage.text.split_whitespace() {
            if self.all.len() >= MOST {
                return;
            }
            let word = word.trim_matches(|c: char| {
                matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | ',' | ';')
            });
            if let Some(url) = address(word.trim_end_matches(['.', ':', '!', '?'])) {
                // A long text is about more than one skill.
                let is_short = passage.text.len() <= SHORT;
                let about = if is_short { passage.text.replace(url, "") } else { String::new() };
                self.offer(passage.line, url, what, &about);
            }
        }
    }

    fn offer(&mut self, line: usize, url: &str, what: &str, about: &str) {
        if self.all.len() >= MOST || self.all.iter().any(|other| other.url == url) {
            return;
        }
        let mut skills: Vec<SkillId> =
            self.vocabulary.skills_in(about).into_iter().map(|mention| mention.skill).collect();
        skills.dedup();
        let skill = if skills.len() == 1 { skills.pop() } else { None };
        self.all.push(OfferedLink { line, url: url.to_owned(), what: what.to_owned(), skill });
    }
}

/// Evidence of a self-assessment that is no address.
pub fn no_links(resume: &Resume) -> impl Iterator<Item = Fault> {
    let evidence = resume.skills.iter().map(|group| &group.evidence);
    let texts = evidence.filter(|evidence| evidence.is_there() && address(&evidence.text).is_none());
    texts.map(|evidence| {
        let problem = format!("the evidence `{}` is no web address, so it becomes no proof", evidence.text);
        Fault::new(evidence.line, problem)
    })
}

/// A text that is an address with http or https.
fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_one_word = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_one_word && rest.len() > 3 && rest.contains('.')).then_some(text)
}
