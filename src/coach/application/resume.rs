//! A draft of the résumé: one page for under five years of work, else two.

mod experience;
mod skills;

pub use experience::{JobLine, dates, month};
pub use skills::SkillLine;

use super::wanted::Wanted;
use super::{LeftOut, Piece, Sources, Why};
use crate::profile::about::Tenure;
use crate::profile::model::Proof;
use crate::profile::story::{Story, sentence};
use crate::resume::date::When;
use crate::resume::experience::experience;
use crate::resume::model::{School, titled};

/// From this many months of work on a résumé may have two pages.
const TWO_PAGES: u32 = 60;
/// Maximum words of a summary in the person's own words.
pub(super) const SUMMARY: usize = 60;
/// Maximum schools, spoken languages, and pages of the person.
const SCHOOLS: usize = 6;
const SPOKEN: usize = 10;
const PAGES: usize = 4;

/// A draft of a résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name.
    pub name: Piece,
    /// Place, e-mail, phone and pages.
    pub contact: Vec<Piece>,
    /// A sentence of facts.
    pub summary: Piece,
    /// The person's own summary; empty where there is none.
    pub own_summary: String,
    /// Skills, those with a proof first.
    pub skills: Vec<SkillLine>,
    /// Jobs, the latest first; none where there is none to tell of.
    pub jobs: Vec<JobLine>,
    /// Proofs with a link or a story, and projects of the résumé.
    pub projects: Vec<ProjectLine>,
    /// Schools and courses.
    pub education: Vec<SchoolLine>,
    /// Spoken languages.
    pub languages: Vec<String>,
    /// The most pages it should have, 1 or 2.
    pub pages: u32,
    /// What isn't in it.
    pub left_out: Vec<LeftOut>,
}

/// A project or another piece of work to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectLine {
    /// What it is called; empty where its text says all.
    pub name: String,
    /// Its address.
    pub url: Option<String>,
    /// The skills that it proves.
    pub skills: Vec<String>,
    /// What it is and what was achieved.
    pub bullets: Vec<String>,
}

/// A school or a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolLine {
    /// Degree, subject and institution.
    pub title: String,
    /// When it was; empty where that isn't known.
    pub dates: String,
}

/// Makes a draft. What is wanted decides which skills come first.
#[must_use]
pub fn draft(sources: &Sources<'_>, wanted: &[Wanted]) -> Draft {
    let resume = &sources.kept.resume;
    let mut left_out = Vec::new();
    let months = months(sources);
    let is_short = months.is_none_or(|months| months < TWO_PAGES);
    let skills = skills::lines(sources, wanted, &mut left_out);
    let own = &resume.basics.summary.text;
    let is_long = own.split_whitespace().count() > SUMMARY;
    if is_long {
        left_out.push(LeftOut { what: "your summary".to_owned(), why: Why::TooLong });
    }
    Draft {
        name: Piece::or_blank(&resume.basics.name, "your name"),
        contact: contact(sources),
        summary: summary(sources, months, &skills),
        own_summary: if is_long { String::new() } else { own.replace('\n', " ") },
        jobs: experience::lines(resume, sources.today, is_short, &mut left_out),
        projects: projects(sources, is_short, &mut left_out),
        education: resume.education.iter().take(SCHOOLS).map(school).collect(),
        languages: resume
            .languages
            .iter()
            .take(SPOKEN)
            .map(|spoken| language(&spoken.language, &spoken.fluency))
            .collect(),
        pages: if is_short { 1 } else { 2 },
        skills,
        left_out,
    }
}

/// Months of paid work: the person's answer, else what the résumé says.
fn months(sources: &Sources<'_>) -> Option<u32> {
    let said = sources.profile.about.years.value().map(|years| years.months);
    let found = || Some(experience(&sources.kept.resume, sources.today)).filter(|found| found.jobs > 0);
    said.or_else(|| found().map(|found| found.least))
}

fn contact(sources: &Sources<'_>) -> Vec<Piece> {
    let basics = &sources.kept.resume.basics;
    let mut all = vec![
        Piece::or_blank(&basics.place, "your town"),
        Piece::or_blank(&basics.email, "your e-mail"),
        Piece::or_blank(&basics.phone, "your phone number"),
    ];
    let pages = basics.profiles.iter().map(|page| &page.url.text).chain([&basics.url.text]);
    let pages: Vec<&String> = pages.filter(|url| !url.is_empty()).collect();
    if pages.is_empty() {
        all.push(Piece::Blank("a link to your code or your page"));
    }
    all.extend(pages.into_iter().take(PAGES).map(|url| Piece::Said(url.clone())));
    all
}

/// One sentence of facts: position, years, and what can be checked.
fn summary(sources: &Sources<'_>, months: Option<u32>, skills: &[SkillLine]) -> Piece {
    let resume = &sources.kept.resume;
    let position = || resume.work.first().map(|job| job.position.clone());
    let title = Some(resume.basics.label.clone()).filter(|label| !label.is_empty()).or_else(position);
    let Some(title) = title.filter(|title| !title.is_empty()) else {
        return Piece::Blank("your title, your years of work and what you can show");
    };
    let years = months.filter(|months| *months > 0).map(|months| {
        // A résumé counts in whole years from the second one on.
        let months = if months > 24 { months - months % 12 } else { months };
        format!(" with {} of paid work", Tenure { months })
    });
    let shown: Vec<&str> =
        skills.iter().filter(|line| line.is_to_see).take(3).map(|line| line.name.as_str()).collect();
    let shown = if shown.is_empty() {
        String::new()
    } else {
        format!(" Work to look at below: {}.", shown.join(", "))
    };
    Piece::Said(format!("{title}{}.{shown}", years.unwrap_or_default()))
}

/// Proofs with a link or a story, then projects of the résumé that no proof is about.
fn projects(sources: &Sources<'_>, is_short: bool, left_out: &mut Vec<LeftOut>) -> Vec<ProjectLine> {
    let most = if is_short { 4 } else { 8 };
    let resume = &sources.kept.resume;
    let basics = &resume.basics;
    let in_contact =
        |url: &str| basics.url.text == url || basics.profiles.iter().any(|page| page.url.text == url);
    let file = sources.kept.node.to_json();
    // What only repeats a link of the résumé says nothing more.
    let is_repeated = |proof: &Proof, url: &str| {
        proof.story.is_none() && sources.skills_of(proof).is_empty() && file.contains(url)
    };
    let mut all = Vec::new();
    for proof in &sources.profile.proofs {
        match (&proof.url, &proof.story, &proof.referee) {
            (Some(url), ..) if in_contact(url) || is_repeated(proof, url) => {}
            (None, None, Some(_)) => {
                left_out.push(LeftOut { what: titled(&[&proof.title]), why: Why::Referee })
            }
            (None, None, None) => {}
            (Some(_), ..) | (_, Some(_), _) => all.push(of_proof(sources, proof)),
        }
    }
    for project in &resume.projects {
        let url = Some(project.url.text.clone()).filter(|url| !url.is_empty());
        let mut bullets: Vec<String> = project.description.text.lines().map(str::to_owned).collect();
        bullets.extend(project.highlights.iter().map(|passage| passage.text.clone()));
        match all.iter_mut().find(|line: &&mut ProjectLine| line.url == url && url.is_some()) {
            Some(line) => {
                line.name = if project.name.is_empty() { line.name.clone() } else { project.name.clone() };
                line.bullets.extend(bullets.into_iter().take(2));
            }
            None => {
                let skills = project.keywords.iter().map(|word| word.text.clone()).collect();
                bullets.truncate(if is_short { 2 } else { 3 });
                all.push(ProjectLine { name: project.name.clone(), url, skills, bullets });
            }
        }
    }
    for line in all.iter().skip(most) {
        left_out.push(LeftOut { what: called(line), why: Why::ProjectTooMany });
    }
    all.truncate(most);
    all
}

/// What a project is called where it can't be seen: its name, else its address, else how it begins.
fn called(line: &ProjectLine) -> String {
    const LONGEST: usize = 60;
    let texts = [Some(&line.name), line.url.as_ref(), line.bullets.first()];
    let text = texts.into_iter().flatten().find(|text| !text.is_empty());
    let text = text.map_or("", String::as_str);
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

fn of_proof(sources: &Sources<'_>, proof: &Proof) -> ProjectLine {
    let skills = sources.skills_of(proof).into_iter().map(|skill| sources.skill_name(skill)).collect();
    let is_own_title = proof.url.as_ref() != Some(&proof.title);
    let text = proof.story.as_ref().map(told);
    let is_title_of_text =
        text.as_ref().is_some_and(|text| text.starts_with(proof.title.trim_end_matches('…')));
    let name = if is_own_title && !is_title_of_text { proof.title.clone() } else { String::new() };
    ProjectLine { name, url: proof.url.clone(), skills, bullets: text.into_iter().collect() }
}

/// A story as a résumé tells it: without the `I` at the beginning of a sentence.
fn told(story: &Story) -> String {
    let parts: Vec<String> = story.named().map(|(_, text)| without_i(text)).collect();
    match &parts[..] {
        [only] => only.clone(),
        parts => parts.iter().map(|part| sentence(part)).collect::<Vec<_>>().join(" "),
    }
}

fn without_i(text: &str) -> String {
    const HELPING: &[&str] =
        &["am", "was", "have", "had", "will", "would", "can", "could", "do", "did", "and"];
    let text = text.trim();
    let rest = text.strip_prefix("I ").filter(|rest| rest.chars().next().is_some_and(char::is_lowercase));
    match rest.filter(|rest| rest.split_whitespace().next().is_some_and(|word| !HELPING.contains(&word))) {
        Some(rest) => {
            let mut letters = rest.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
        None => text.to_owned(),
    }
}

fn school(school: &School) -> SchoolLine {
    let dates = match (school.start.when, school.end.when) {
        // Of a school the end alone says when it was.
        (When::Missing, When::At(end)) => month(end),
        _ => dates(&school.start, &school.end),
    };
    SchoolLine { title: school.title(), dates }
}

fn language(language: &str, fluency: &str) -> String {
    if fluency.is_empty() { language.to_owned() } else { format!("{language} ({fluency})") }
}

#[cfg(test)]
mod tests {
    use super::{ProjectLine, called};
    use rstest::rstest;

    #[rstest]
    #[case::a_name("Queue", Some("https://e.org/q"), &["Built it."], "Queue")]
    #[case::an_address("", Some("https://e.org/q"), &["Built it."], "https://e.org/q")]
    #[case::a_story("", None, &["Built it."], "Built it.")]
    #[case::a_long_story("", None, &["Moved the invoices of a shop to a new database while it stayed open."], "Moved the invoices of a shop to a new database while it stay…")]
    fn what_is_left_out_has_a_name(
        #[case] name: &str,
        #[case] url: Option<&str>,
        #[case] bullets: &[&str],
        #[case] expected: &str,
    ) {
        let bullets = bullets.iter().map(|text| (*text).to_owned()).collect();
        let line =
            ProjectLine { name: name.to_owned(), url: url.map(str::to_owned), skills: Vec::new(), bullets };
        assert_eq!(called(&line), expected);
    }
}
