//! What a file says of the person, and what keeping it changes.

use super::{GuideView, count};
use crate::coach::application::resume::dates;
use crate::guide::id::Link;
use crate::profile::about::Topic;
use crate::profile::model::Profile;
use crate::report::document::{Document, Role, Span, Spans};
use crate::resume::kept::differences;
use crate::resume::model::Job;
use crate::resume::node::Node;
use crate::resume::understood::{SkillToAsk, Understood};
use crate::session::Import;
use std::path::Path;

/// Maximum skills to ask about that are listed with their passages.
const SKILLS: usize = 12;
/// Maximum passages of a skill.
const PASSAGES: usize = 2;
/// Maximum characters of a passage.
const LENGTH: usize = 90;
/// Maximum jobs that are listed.
const JOBS: usize = 15;
/// Maximum faults that are listed.
const FAULTS: usize = 20;

/// Where a file came from and where it would go.
pub struct Source<'a> {
    /// The file as the user named it.
    pub name: &'a str,
    /// The file in which it would be kept.
    pub kept_in: &'a Path,
    /// Whether there is one already.
    pub is_there: bool,
}

/// What a file says, and what would be kept.
#[must_use]
pub fn page(
    book: GuideView<'_>,
    profile: &Profile,
    source: &Source<'_>,
    found: &Understood,
    import: &Import,
) -> Document {
    let mut doc = Document::titled("What coach understood");
    doc.paragraph(Span::new(Role::Dim, format!("{}: {}", source.name, found.format.words())));
    add_work(found, &mut doc);
    add_education(found, &mut doc);
    add_words(found, &mut doc);
    add_links(book, found, &mut doc);
    add_to_ask(book, profile, &found.to_ask, &mut doc);
    add_levels(found, &mut doc);
    add_faults(found, &mut doc);
    add_changes(source, import, &mut doc);
    doc
}

fn add_work(understood: &Understood, doc: &mut Document) {
    let found = &understood.experience;
    if found.jobs == 0 && found.notes.is_empty() {
        return;
    }
    doc.heading("Years of work");
    if found.jobs > 0 {
        let (least, most) = (length(found.least), length(found.most));
        let mut text = if least == most {
            vec![Span::new(Role::Strong, least)]
        } else {
            vec![
                Span::new(Role::Strong, format!("{least} to {most}")),
                ", as some dates name only a year; the fewest are offered as your answer".into(),
            ]
        };
        text.push(format!(", from {}. Time with two jobs counts once.", count(found.jobs, "job")).into());
        doc.spans(text);
        doc.paragraph("Every paid job counts, in this career or not. If some were something else, correct the years afterwards.");
    }
    let is_noted = |job: &Job| found.notes.iter().any(|note| note.line == job.line);
    for job in understood.resume.work.iter().filter(|job| !is_noted(job)).take(JOBS) {
        let dates = dates(&job.start, &job.end);
        doc.item(vec![Span::new(Role::Strong, job.title()), format!(": {dates}").into()]);
    }
    for note in &found.notes {
        let counted = if note.is_counted { "" } else { "; not counted" };
        let name = if note.job.is_empty() { "a job" } else { &note.job };
        doc.item(vec![
            Span::new(Role::Strong, name),
            format!(": {}{counted}", note.why).into(),
            Span::new(Role::Dim, format!(" (line {})", note.line)),
        ]);
    }
}

/// `8 months`, `10 years and 11 months`.
fn length(months: u32) -> String {
    let words = |number: u32, noun| count(usize::try_from(number).unwrap_or_default(), noun);
    match (months / 12, months % 12) {
        (0, months) => words(months, "month"),
        (years, 0) => words(years, "year"),
        (years, months) => format!("{} and {}", words(years, "year"), words(months, "month")),
    }
}

fn add_education(found: &Understood, doc: &mut Document) {
    if found.education.is_empty() {
        return;
    }
    doc.heading("Education");
    if found.route().is_none() {
        doc.paragraph("Coach can't tell enough to answer the question about education for you.");
    }
    for school in &found.education {
        let meaning =
            school.route.map_or_else(|| school.why.to_owned(), |route| format!("counts as {route}"));
        doc.item(vec![
            Span::new(Role::Strong, &school.title),
            format!(": {meaning}").into(),
            Span::new(Role::Dim, format!(" (line {})", school.line)),
        ]);
    }
}

fn add_words(found: &Understood, doc: &mut Document) {
    if !found.languages().is_empty() {
        doc.heading("Spoken languages");
        let languages = found.languages().iter().map(|spoken| match spoken.fluency.as_str() {
            "" => spoken.language.clone(),
            fluency => format!("{} ({fluency})", spoken.language),
        });
        doc.paragraph(languages.collect::<Vec<_>>().join(", "));
    }
    if !found.stack.is_empty() {
        doc.heading("Stack");
        doc.paragraph(found.stack.join(", "));
    }
    if !found.unknown.is_empty() {
        let words = found.unknown.join(", ");
        doc.paragraph(Span::new(Role::Dim, format!("Not in this guide: {words}.")));
    }
}

fn add_links(book: GuideView<'_>, found: &Understood, doc: &mut Document) {
    if found.links.is_empty() {
        return;
    }
    doc.heading("Links that could prove something");
    for link in &found.links {
        let mut text: Spans = vec![format!("{}: ", link.what).into(), Span::address(&link.url)];
        if let Some(skill) = &link.skill {
            text.push(", about ".into());
            text.push(Span::link(book.skill_short(skill), Link::Skill(skill.clone())));
        }
        text.push(Span::new(Role::Dim, format!(" (line {})", link.line)));
        doc.item(text);
    }
}

fn add_to_ask(book: GuideView<'_>, profile: &Profile, skills: &[SkillToAsk], doc: &mut Document) {
    let (rated, open): (Vec<_>, Vec<_>) =
        skills.iter().partition(|skill| profile.ratings.answer(&skill.skill).is_some());
    if skills.is_empty() {
        return;
    }
    doc.heading("Skills to rate first");
    for skill in open.iter().take(SKILLS) {
        let name = Span::link(book.skill_name(&skill.skill), Link::Skill(skill.skill.clone()));
        doc.item(vec![name, format!(", named in {}", count(skill.count, "passage")).into()]);
        for passage in skill.passages.iter().take(PASSAGES) {
            let words = format!("{}: \u{201c}{}\u{201d}", passage.word, cut(&passage.text));
            doc.marked(" ", vec![Span::new(Role::Dim, format!("line {}, {words}", passage.line))]);
        }
    }
    let more = open.len().saturating_sub(SKILLS);
    if more > 0 {
        doc.paragraph(format!("And {}.", count(more, "more skill")));
    }
    if !rated.is_empty() {
        doc.paragraph(format!("{} of the skills named are rated already.", rated.len()));
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LENGTH).and_then(|(at, _)| text.get(..at)) {
        Some(start) => format!("{}…", start.trim_end()),
        None => text.to_owned(),
    }
}

fn add_levels(found: &Understood, doc: &mut Document) {
    let Some(first) = found.levels.first() else { return };
    doc.gap();
    doc.paragraph(format!(
        "The file has {} of its own, such as \u{201c}{}\u{201d}. They measure something else than ratings, so no skill is rated by them.",
        count(found.levels.len(), "level"),
        cut(first)
    ));
}

fn add_faults(found: &Understood, doc: &mut Document) {
    if found.faults.is_empty() {
        return;
    }
    doc.heading("What coach could not read");
    for fault in found.faults.iter().take(FAULTS) {
        doc.item(vec![format!("line {}: {}", fault.line, fault.problem).into()]);
    }
    let more = found.faults.len().saturating_sub(FAULTS);
    if more > 0 {
        doc.paragraph(format!("And {}.", count(more, "more place")));
    }
}

fn add_changes(source: &Source<'_>, import: &Import, doc: &mut Document) {
    doc.heading("What would be kept");
    let there =
        if source.is_there { ", in place of the one that is there, which is kept beside it" } else { "" };
    doc.item(vec![format!("the whole résumé, in {}{there}", source.kept_in.display()).into()]);
    for (topic, answer) in &import.answers {
        doc.item(vec![format!("your answer about {}: {answer}", words(*topic)).into()]);
    }
    if !import.links.is_empty() {
        let words = match import.links.len() {
            1 => "one link as a proof, which proves no rating until you name it for one".to_owned(),
            links => format!("{links} links as proofs, which prove no rating until you name them for one"),
        };
        doc.item(vec![words.into()]);
    }
    if import.known_links > 0 {
        doc.paragraph(format!("{} of the links are in your profile already.", import.known_links));
    }
    for (topic, said, found) in &import.left_alone {
        doc.paragraph(format!("Your answer about {} stays: {said}. The file says: {found}.", words(*topic)));
    }
    doc.paragraph("No rating changes.");
}

fn words(topic: Topic) -> &'static str {
    match topic {
        Topic::Years => "years of work",
        Topic::Education => "education",
        Topic::Resume | Topic::CoverLetter | Topic::Interviews | Topic::HoursPerWeek => topic.name(),
    }
}

/// A résumé that was replaced.
pub struct Replaced<'a> {
    /// What it said and what the new one says, where both can be read.
    pub nodes: Option<(&'a Node, &'a Node)>,
    /// The file in which it is kept.
    pub aside: &'a Path,
}

/// What has been kept.
#[must_use]
pub fn kept(file: &Path, replaced: Option<&Replaced<'_>>, import: &Import) -> Document {
    let mut doc = Document::default();
    doc.paragraph(format!("Kept in {}.", file.display()));
    if let Some(replaced) = replaced {
        doc.paragraph(format!("The résumé before is now {}.", replaced.aside.display()));
        for (section, before, after) in
            replaced.nodes.map(|(before, after)| differences(before, after)).unwrap_or_default()
        {
            let change = if before == after {
                format!("{after}, changed")
            } else {
                format!("{before} before, {after} now")
            };
            doc.item(vec![format!("{section}: {change}").into()]);
        }
    }
    for (topic, answer) in &import.answers {
        doc.paragraph(format!("Your answer about {}: {answer}.", words(*topic)));
    }
    if !import.links.is_empty() {
        let words = match import.links.len() {
            1 => "One link became a proof".to_owned(),
            links => format!("{links} links became proofs"),
        };
        doc.paragraph(format!("{words}. No rating changed."));
    }
    doc
}
