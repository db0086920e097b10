//! What there is to search: every page of a guide with its names and its text.

use crate::guide::id::Link;
use crate::guide::model::{Block, Faq, Guide, Level, Library, ListItem, Section, Skill};
use crate::guide::scale::Rating;

/// How much a name says of what a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameKind {
    /// The title, the id, or the question.
    Title,
    /// What people type to find the page.
    Alias,
    /// A heading within the page.
    Heading,
}

/// Something that a search can find.
#[derive(Debug, Clone)]
pub(super) struct PageText {
    /// Where it is.
    pub link: Link,
    /// What it is called.
    pub names: Vec<(NameKind, String)>,
    /// One line, if it has one.
    pub summary: Option<String>,
    /// Its paragraphs, items, rows and so on.
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

/// All pages: sections in reading order, frequent questions, the skills that the guide asks for, and levels.
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
        page.text(&told(point));
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

fn told(point: &ListItem) -> String {
    match &point.term {
        Some(term) => format!("{term}: {}", point.text),
        None => point.text.clone(),
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
    // The sentence of rating 0 is the same for every skill.
    Rating::all()
        .filter(|rating| *rating != Rating::None)
        .for_each(|rating| page.text(skill.anchors.of(rating)));
    skill.learn.iter().for_each(|way| page.text(&way.material));
    for proof in skill.proofs.iter() {
        page.text(&proof.title);
        page.text(&proof.check);
    }
    for question in skill.questions.iter() {
        page.text(&question.ask);
        page.text(&question.good_answer);
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

/// The words with single spaces between; a line break in the data is one of them.
fn on_one_line(text: &str) -> String {
    let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}
