//! A résumé.

use super::{add_blank, blank, joined, piece};
use crate::coach::application::resume::{Draft, JobLine, ProjectLine};
use crate::report::document::{Document, Element, Role, Span, Spans};

/// The whole résumé, in the order in which it is read: who, skills, work, projects, education, languages.
#[must_use]
pub fn page(draft: &Draft) -> Document {
    let mut doc = Document(vec![Element::Title(piece(&draft.name, Role::Title).text), Element::Gap]);
    let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    let contact = draft.contact.iter().map(|part| match piece(part, Role::Text) {
        said if is_address(&said.text) => Span::address(said.text),
        said => said,
    });
    doc.spans(joined(contact, " · "));
    doc.gap();
    doc.spans(vec![piece(&draft.summary, Role::Text)]);
    if !draft.own_summary.is_empty() {
        doc.gap();
        doc.paragraph(draft.own_summary.as_str());
    }
    add_skills(draft, &mut doc);
    add_jobs(&draft.jobs, &mut doc);
    add_projects(&draft.projects, &mut doc);
    doc.heading("Education");
    if draft.education.is_empty() {
        add_blank(&mut doc, "your degree or course, the school, the years");
    }
    for school in &draft.education {
        doc.item(dated(vec![school.title.as_str().into()], &school.dates));
    }
    doc.heading("Languages");
    if draft.languages.is_empty() {
        add_blank(&mut doc, "the languages you speak, and how well");
    } else {
        doc.paragraph(draft.languages.join(", "));
    }
    doc
}

fn add_skills(draft: &Draft, doc: &mut Document) {
    doc.heading("Skills");
    if draft.skills.is_empty() {
        add_blank(doc, "your languages, databases and tools: those that you could show or tell a case of");
    }
    for line in &draft.skills {
        let words = line.words.join(", ");
        let mut text = Spans::new();
        if !line.name.is_empty() {
            text.push(Span::new(Role::Strong, &line.name));
        }
        match (line.name.is_empty(), words.is_empty()) {
            (_, true) => {}
            (true, false) => text.push(words.into()),
            (false, false) => text.push(format!(": {words}").into()),
        }
        doc.item(text);
    }
}

fn add_jobs(jobs: &[JobLine], doc: &mut Document) {
    doc.heading("Experience");
    if jobs.is_empty() {
        add_blank(doc, "your jobs: position, firm, first and last month");
        doc.item(vec![blank("what you did, what came of it, in numbers")]);
    }
    for (nth, job) in jobs.iter().enumerate() {
        if nth > 0 {
            doc.gap();
        }
        let mut title: Spans = vec![Span::new(Role::Strong, &job.position)];
        if !job.employer.is_empty() {
            title.push(format!(", {}", job.employer).into());
        }
        let dates = if job.dates.is_empty() {
            vec![" · ".into(), blank("first and last month")]
        } else {
            Vec::new()
        };
        title.extend(dates);
        doc.spans(dated(title, &job.dates));
        for bullet in &job.bullets {
            doc.item(vec![bullet.as_str().into()]);
        }
    }
}

/// A text with its dates behind it.
fn dated(mut text: Spans, dates: &str) -> Spans {
    if !dates.is_empty() {
        text.push(Span::new(Role::Dim, format!(" · {dates}")));
    }
    text
}

fn add_projects(projects: &[ProjectLine], doc: &mut Document) {
    doc.heading("Projects");
    if projects.is_empty() {
        add_blank(doc, "something others can look at: its name, its address, what it shows");
    }
    for project in projects {
        let name = Some(Span::new(Role::Strong, &project.name)).filter(|name| !name.text.is_empty());
        let skills = project.skills.join(", ");
        let parts = [
            name,
            project.url.as_ref().map(Span::address),
            Some(Span::from(skills)).filter(|skills| !skills.text.is_empty()),
        ];
        let mut text = joined(parts.into_iter().flatten(), " · ");
        if !project.bullets.is_empty() && !text.is_empty() {
            text.push(": ".into());
        }
        text.push(
            project
                .bullets
                .iter()
                .map(|bullet| crate::profile::story::sentence(bullet))
                .collect::<Vec<_>>()
                .join(" ")
                .into(),
        );
        doc.item(text);
    }
}
