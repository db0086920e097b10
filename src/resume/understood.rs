//! What a file means for the person's profile. It never means a rating: a level in a résumé measures something else.

mod links;
mod schooling;
mod to_ask;

pub use links::OfferedLink;
pub use schooling::Schooling;
pub use to_ask::{SkillPassage, SkillToAsk};

use super::experience::{Experience, experience};
use super::model::{self, Resume, SpokenLanguage};
use super::read::{Fault, Format, ReadFile};
use super::skills::Vocabulary;
use crate::guide::model::Library;
use crate::guide::route::Route;
use jiff::civil::Date;

/// What a file means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The format of the file.
    pub format: Format,
    /// What it says, as types.
    pub resume: Resume,
    /// Years of paid work.
    pub experience: Experience,
    /// Schools and courses, as the question about education would read them.
    pub education: Vec<Schooling>,
    /// Words of the file for languages, tools and practices of the guide, each once.
    pub stack: Vec<String>,
    /// Keywords that the guide doesn't know.
    pub unknown: Vec<String>,
    /// Addresses that could prove something.
    pub links: Vec<OfferedLink>,
    /// Skills that the file names, the most recent and the most frequent first.
    pub to_ask: Vec<SkillToAsk>,
    /// What the file calls levels of skills; they are kept in the résumé and make no rating.
    pub levels: Vec<String>,
    /// What couldn't be read, in the order of the lines.
    pub faults: Vec<Fault>,
}

/// What a file that has been read means on a day.
#[must_use]
pub fn understood(document: &ReadFile, library: &Library, today: Date) -> Understood {
    let (resume, faults) = model::resume(&document.node);
    let vocabulary = Vocabulary::new(library);
    let mut faults: Vec<Fault> = document.faults.iter().cloned().chain(faults).collect();
    faults.extend(links::no_links(&resume));
    faults.sort_by_key(|fault| fault.line);
    faults.dedup();
    let (stack, unknown) = to_ask::stack(&resume, &vocabulary);
    Understood {
        format: document.format,
        experience: experience(&resume, today),
        education: schooling::schooling(&resume, today),
        stack,
        unknown,
        links: links::links(&resume, &vocabulary),
        to_ask: to_ask::skills(&resume, &vocabulary, today),
        levels: levels(&resume),
        faults,
        resume,
    }
}

fn levels(resume: &Resume) -> Vec<String> {
    let levels = resume.skills.iter().filter(|group| !group.level.is_empty());
    levels.map(|group| format!("{}: {}", group.name.text, group.level)).collect()
}

impl Understood {
    /// The answer to the question about years: months up to two years, then half years, rounded down; `None` where no job could
    /// be counted.
    #[must_use]
    pub fn years(&self) -> Option<String> {
        let months = self.experience.least;
        (self.experience.jobs > 0).then(|| match (months / 12, months % 12) {
            (0 | 1, _) => format!("{months} months"),
            (years, 0..6) => years.to_string(),
            (years, _) => format!("{years}.5"),
        })
    }

    /// The answer to the question about education: study counts before the rest. None where a school that says too little could
    /// count for more.
    #[must_use]
    pub fn route(&self) -> Option<&Schooling> {
        let known = self.education.iter().filter(|school| school.route.is_some());
        let best = known.min_by_key(|school| school.route.map(rank))?;
        let is_sure =
            best.route == Some(Route::Degree) || self.education.iter().all(|school| school.route.is_some());
        is_sure.then_some(best)
    }

    /// The spoken languages.
    #[must_use]
    pub fn languages(&self) -> &[SpokenLanguage] {
        &self.resume.languages
    }
}

const fn rank(route: Route) -> u8 {
    match route {
        Route::Degree => 0,
        Route::OtherDegree => 1,
        Route::Vocational => 2,
        Route::Unfinished => 3,
        Route::Bootcamp => 4,
        Route::SelfTaught => 5,
    }
}
