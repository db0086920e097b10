//! What a file says of the person, for programs.

use super::SCHEMA;
use crate::guide::id::{GuideId, SkillId};
use crate::guide::model::Guide;
use crate::guide::route::Route;
use crate::resume::understood::Understood;
use crate::session::Import;
use serde::Serialize;
use std::path::Path;

/// `coach import --json`.
#[derive(Debug, Serialize)]
pub struct Imported<'a> {
    schema: u32,
    guide: &'a GuideId,
    format: &'static str,
    /// Where it is kept; `None` where nothing was.
    kept: Option<String>,
    work: Work<'a>,
    education: Vec<School<'a>>,
    languages: Vec<Language<'a>>,
    stack: &'a [String],
    unknown: &'a [String],
    links: Vec<FoundLink<'a>>,
    ask_first: Vec<Asked<'a>>,
    levels: &'a [String],
    answers: Vec<Answer<'a>>,
    faults: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Work<'a> {
    months_least: u32,
    months_most: u32,
    jobs: usize,
    notes: Vec<WorkNote<'a>>,
}

#[derive(Debug, Serialize)]
struct WorkNote<'a> {
    line: usize,
    job: &'a str,
    text: &'a str,
    counted: bool,
}

#[derive(Debug, Serialize)]
struct School<'a> {
    line: usize,
    title: &'a str,
    route: Option<&'static str>,
    why: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Language<'a> {
    line: usize,
    language: &'a str,
    fluency: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct FoundLink<'a> {
    line: usize,
    url: &'a str,
    what: &'a str,
    skill: Option<&'a SkillId>,
}

#[derive(Debug, Serialize)]
struct Asked<'a> {
    skill: &'a SkillId,
    count: usize,
    passages: Vec<Passage<'a>>,
}

#[derive(Debug, Serialize)]
struct Passage<'a> {
    line: usize,
    word: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Answer<'a> {
    key: &'static str,
    file: &'a str,
    profile: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    line: usize,
    text: &'a str,
}

/// What a file says, what of it the profile has already, and where it was kept.
#[must_use]
pub fn import<'a>(
    guide: &'a Guide,
    found: &'a Understood,
    import: &'a Import,
    kept: Option<&Path>,
) -> Imported<'a> {
    let some = |text: &'a str| Some(text).filter(|text| !text.is_empty());
    let new = import.answers.iter().map(|(topic, file)| Answer { key: topic.name(), file, profile: None });
    let old = import.left_alone.iter();
    let old = old.map(|(topic, said, file)| Answer { key: topic.name(), file, profile: Some(said) });
    Imported {
        schema: SCHEMA,
        guide: &guide.id,
        format: found.format.name(),
        kept: kept.map(|file| file.display().to_string()),
        work: work(found),
        education: found
            .education
            .iter()
            .map(|school| School {
                line: school.line,
                title: &school.title,
                route: school.route.map(Route::id),
                why: some(school.why),
            })
            .collect(),
        languages: found
            .languages()
            .iter()
            .map(|spoken| Language {
                line: spoken.line,
                language: &spoken.language,
                fluency: some(&spoken.fluency),
            })
            .collect(),
        stack: &found.stack,
        unknown: &found.unknown,
        links: found
            .links
            .iter()
            .map(|link| FoundLink {
                line: link.line,
                url: &link.url,
                what: &link.what,
                skill: link.skill.as_ref(),
            })
            .collect(),
        ask_first: ask_first(found),
        levels: &found.levels,
        answers: new.chain(old).collect(),
        faults: found.faults.iter().map(|fault| Line { line: fault.line, text: &fault.problem }).collect(),
    }
}

fn work(found: &Understood) -> Work<'_> {
    let experience = &found.experience;
    let notes = experience.notes.iter().map(|note| WorkNote {
        line: note.line,
        job: &note.job,
        text: &note.why,
        counted: note.is_counted,
    });
    Work {
        months_least: experience.least,
        months_most: experience.most,
        jobs: experience.jobs,
        notes: notes.collect(),
    }
}

fn ask_first(found: &Understood) -> Vec<Asked<'_>> {
    found
        .to_ask
        .iter()
        .map(|skill| Asked {
            skill: &skill.skill,
            count: skill.count,
            passages: skill
                .passages
                .iter()
                .map(|passage| Passage { line: passage.line, word: &passage.word, text: &passage.text })
                .collect(),
        })
        .collect()
}
