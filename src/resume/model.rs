//! A résumé as types, for what the program reads from it. The tree it comes from has everything else.

mod reader;

use super::date::When;
pub use reader::resume;

/// A text with its line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The line, from 1.
    pub line: usize,
    /// The text, without HTML; may have several lines.
    pub text: String,
}

/// A date as it was said, with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The line, from 1; that of its entry where there is no date.
    pub line: usize,
    /// What the file says.
    pub said: String,
    /// What it means.
    pub when: When,
}

/// A résumé. Every text is without HTML; one that isn't there is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resume {
    /// The person.
    pub basics: Basics,
    /// Paid work, in the order of the file.
    pub work: Vec<Job>,
    /// Voluntary work.
    pub volunteer: Vec<Job>,
    /// Schools and courses.
    pub education: Vec<School>,
    /// Skills, in groups or alone.
    pub skills: Vec<SkillGroup>,
    /// Spoken languages.
    pub languages: Vec<SpokenLanguage>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Certificates, awards and publications.
    pub others: Vec<Other>,
}

/// The person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "these are the names of JSON Resume, and each says what it is")]
pub struct Basics {
    pub name: String,
    pub label: String,
    pub email: String,
    pub phone: String,
    pub url: Passage,
    pub summary: Passage,
    /// City, region and country, or what is known of them.
    pub place: String,
    /// Pages of the person in networks.
    pub profiles: Vec<Page>,
}

/// A page of the person in a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The network, such as GitHub.
    pub network: String,
    /// The name there.
    pub username: String,
    /// The address.
    pub url: Passage,
}

/// A job, paid or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The line it starts on.
    pub line: usize,
    /// The employer or the organization.
    pub name: String,
    /// The position.
    pub position: String,
    /// What it was about.
    pub summary: Passage,
    /// The first day.
    pub start: Dated,
    /// The last day.
    pub end: Dated,
    /// A single date, where the file has no first and last day.
    pub date: String,
    /// What was achieved.
    pub highlights: Vec<Passage>,
}

/// A school or a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// The line it starts on.
    pub line: usize,
    /// The institution.
    pub institution: String,
    /// The subject.
    pub area: String,
    /// The degree or the kind of course.
    pub study_type: String,
    /// The first day.
    pub start: Dated,
    /// The last day.
    pub end: Dated,
    /// The courses.
    pub courses: Vec<Passage>,
}

/// A skill, or a group of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SkillGroup {
    /// The name of the skill or of the group.
    pub name: Passage,
    /// What the file calls a level: it measures something else than a rating.
    pub level: String,
    /// The skills of the group.
    pub keywords: Vec<Passage>,
    /// What a self-assessment names as evidence.
    pub evidence: Passage,
}

/// A spoken language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpokenLanguage {
    /// The line.
    pub line: usize,
    /// The language.
    pub language: String,
    /// How well, in the words of the file.
    pub fluency: String,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The line it starts on.
    pub line: usize,
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: Passage,
    /// Its address.
    pub url: Passage,
    /// The last day.
    pub end: Dated,
    /// What was achieved.
    pub highlights: Vec<Passage>,
    /// What it is made with.
    pub keywords: Vec<Passage>,
}

/// A certificate, an award or a publication.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Other {
    /// The line it starts on.
    pub line: usize,
    /// Its name.
    pub name: String,
    /// Who gave or published it.
    pub by: String,
    /// Its address.
    pub url: Passage,
}

impl Passage {
    /// Whether there is a text.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !self.text.is_empty()
    }
}

impl Job {
    /// Position and employer in one line.
    #[must_use]
    pub fn title(&self) -> String {
        titled(&[&self.position, &self.name])
    }
}

impl School {
    /// Degree, subject and institution in one line.
    #[must_use]
    pub fn title(&self) -> String {
        titled(&[&self.study_type, &self.area, &self.institution])
    }
}

/// The texts that are there, with commas between them.
#[must_use]
pub fn titled(texts: &[&str]) -> String {
    let there: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
    there.join(", ")
}
