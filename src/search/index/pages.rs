//! The pages of a guide to be indexed, each with its names and texts.

use crate::guide::id::Link;
use crate::guide::model::{Block, Faq, Guide, Level, Library, ListItem, Section, Skill};
use crate::guide::scale::Rating;

/// The kind of a name; it tells how closely the name describes the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum NameKind {
    /// The title, the id, or the question itself.
    Title,
    /// Another name that people type to find the page.
    Alias,
    /// A heading within the page.
    Heading,
}

/// A page that a search can find.
#[derive(Debug, Clone)]
pub(super) struct PageText {
    /// The link to it.
    pub link: Link,
    /// The names: titles, aliases and headings.
    pub names: Vec<(NameKind, String)>,
    /// The summary in one line, if there is one.
    pub summary: Option<String>,
    /// The paragraphs, list items, table rows and so on.
    pub texts: Vec<String>,
}

impl PageText {
    fn new(link: Link, id: &str, titles: &[&str], aliases: &[String]) -> Self {
        let titles = titles.iter().map(|title| (NameKind::Title, (*title).to_owned()));
        let id = (NameKind::Title, id.replace('-', " "));
        let aliases = aliases.iter().map(|alias| (NameKind::Alias, alias.clone()));
        Self { link, names: titles.chain([id]).chain(aliases).collect(), summary: None, texts: Vec::new() }
    }

    fn summary(mut self, summary: &str) -> Self {
        self.summary = Some(on_one_line(summary));
        self
    }

    fn text(&mut self, text: &str) {
        let paragraphs = text.split("\n\n").map(on_one_line);
        self.texts.extend(paragraphs.filter(|paragraph| !paragraph.is_empty()));
    }
}

/// All pages: sections in reading order, frequent questions, the skills that the guide requires, and levels.
pub(super) fn pages(library: &Library, guide: &Guide) -> Vec<PageText> {
    let asked = guide.asked_skills();
    let sections = guide.sections.iter().map(section);
    let faqs = guide.faqs.iter().map(faq);
    let skills = library.skills.iter().filter(|skill| asked.contains(&&skill.id)).map(skill);
    let levels = guide.levels.iter().map(level);
    sections.chain(faqs).chain(skills).chain(levels).collect()
}

fn section(section: &Section) -> PageText {
    let link = Link::Section(section.id.clone());
    let mut page = PageText::new(link, section.id.as_str(), &[&section.title], &section.aliases)
        .summary(&section.summary);
    for shown in section.blocks.iter() {
        block(&mut page, shown);
    }
    page
}

fn block(page: &mut PageText, block: &Block) {
    page.names.extend(block.heading.iter().map(|heading| (NameKind::Heading, heading.clone())));
    block.text.iter().for_each(|text| page.text(text));
    for point in block.points.iter() {
        page.text(&point_text(point));
        point.done_when.iter().for_each(|text| page.text(text));
    }
    if let Some(table) = &block.table {
        page.text(&table.columns.join(" · "));
        table.rows.iter().for_each(|row| page.text(&row.join(" · ")));
    }
    for figure in block.figures.iter() {
        page.text(&figure.label);
        figure.note.iter().for_each(|note| page.text(note));
    }
    for example in block.examples.iter() {
        example.label.iter().for_each(|label| page.text(label));
        [&example.weak, &example.strong, &example.why].iter().for_each(|text| page.text(text));
    }
}

fn point_text(item: &ListItem) -> String {
    match &item.term {
        Some(term) => format!("{term}: {}", item.text),
        None => item.text.clone(),
    }
}

fn faq(faq: &Faq) -> PageText {
    let mut page = PageText::new(Link::Faq(faq.id.clone()), faq.id.as_str(), &[&faq.question], &faq.asked_as);
    page.text(&faq.answer);
    for figure in faq.figures.iter() {
        page.text(&figure.label);
        figure.note.iter().for_each(|note| page.text(note));
    }
    page
}

fn skill(skill: &Skill) -> PageText {
    let link = Link::Skill(skill.id.clone());
    let titles = [skill.name.as_str(), skill.short.as_str()];
    let mut page = PageText::new(link, skill.id.as_str(), &titles, &skill.aliases).summary(&skill.summary);
    page.text(&skill.why);
    // Every skill has the same anchor for rating 0.
    Rating::all()
        .filter(|rating| *rating != Rating::None)
        .for_each(|rating| page.text(skill.anchors.of(rating).text()));
    skill.learn.iter().for_each(|resource| page.text(&resource.material));
    for proof in skill.proofs.iter() {
        page.text(&proof.title);
        page.text(&proof.check);
    }
    for question in skill.questions.iter() {
        page.text(&question.ask);
        page.text(&question.good_answer());
        page.text(&question.follow_up);
        page.text(&question.tells);
    }
    page
}

fn level(level: &Level) -> PageText {
    let link = Link::Level(level.id.clone());
    let titles = [level.title.as_str(), level.short.as_str()];
    let mut page = PageText::new(link, level.id.as_str(), &titles, &level.aliases).summary(&level.summary);
    level.does.iter().chain(level.focus.iter()).for_each(|text| page.text(text));
    page
}

/// The text with single spaces between words. Line breaks in the data count as spaces.
fn on_one_line(text: &str) -> String {
    let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}
