//! Pages of the guide: contents, sections, frequent questions, sources, and the whole.

use super::{GuideView, checked, level, paragraphs, skill};
use crate::coach::fraction::Fraction;
use crate::guide::id::Link;
use crate::guide::model::{Amount, Block, Category, Example, Faq, Figure, ListItem, Section, Show, Unit};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// Minimum number of pay ranges for a chart.
const CHART_FROM: usize = 3;

/// The table of contents: parts, sections and how to open them.
#[must_use]
pub fn contents(book: GuideView<'_>) -> Document {
    let mut doc = Document::titled(format!("{}: contents", book.guide.title));
    for part in &book.guide.parts {
        doc.heading(&part.title);
        let sections = part.sections.iter().filter_map(|id| book.guide.section(id));
        let rows = sections.map(|section| {
            let link = Span::link(section.id.as_str(), Link::Section(section.id.clone()));
            vec![link.into(), section.title.as_str().into(), Cell::new(Role::Dim, &section.summary)]
        });
        doc.table(vec![Column::default(); 3], rows.collect());
    }
    doc
}

/// The whole guide: every section, level and skill, and the sources of the figures.
#[must_use]
pub fn whole(book: GuideView<'_>) -> Document {
    let mut doc = Document::titled(&book.guide.title);
    doc.paragraph(book.guide.summary.as_str());
    for section in &book.guide.sections {
        doc.append(self::section(book, section));
    }
    for level in &book.guide.levels {
        doc.append(level::page(book, level));
    }
    for id in book.guide.asked_skills() {
        if let Some(record) = book.library.skill(id) {
            doc.append(skill::page(book, record, None));
        }
    }
    doc.append(sources(book));
    doc
}

/// The sources of the figures.
#[must_use]
pub fn sources(book: GuideView<'_>) -> Document {
    let mut doc = Document::titled("Sources");
    for source in book.guide.sources.values() {
        let mut text: Spans = vec![
            Span::new(Role::Strong, &source.title),
            format!(" – {}, {}.", source.publisher, source.published).into(),
        ];
        text.extend(source.url.iter().flat_map(|url| [" ".into(), Span::address(url)]));
        text.extend(source.note.iter().map(|note| Span::new(Role::Dim, format!(" {note}"))));
        doc.item(text);
    }
    doc
}

/// A section.
#[must_use]
pub fn section(book: GuideView<'_>, section: &Section) -> Document {
    let mut doc = Document::titled(&section.title);
    let mut lead = vec![Span::new(Role::Dim, &section.summary)];
    if section.editorial {
        lead.push(Span::new(Role::Dim, " (Editorial: the project's own judgement.)"));
    }
    lead.extend([" ".into(), checked(section.checked)]);
    doc.spans(lead);
    for block in &section.blocks {
        add_block(book, block, &mut doc);
    }
    doc
}

/// A frequently asked question with its answer.
#[must_use]
pub fn faq(book: GuideView<'_>, faq: &Faq) -> Document {
    let mut doc = Document::titled(&faq.question);
    add_answer(book, faq, &mut doc);
    doc
}

fn add_answer(book: GuideView<'_>, faq: &Faq, doc: &mut Document) {
    add_text(&faq.answer, doc);
    add_figures(book, &faq.figures, doc);
    add_see(book, &faq.see, doc);
}

fn add_block(book: GuideView<'_>, block: &Block, doc: &mut Document) {
    doc.gap();
    if let Some(heading) = &block.heading {
        let mark = if block.editorial { " (editorial)" } else { "" };
        doc.heading(format!("{heading}{mark}"));
    } else if block.editorial {
        doc.paragraph(Span::new(Role::Dim, "Editorial:"));
    }
    if let Some(text) = &block.text {
        add_text(text, doc);
    }
    for point in &block.points {
        add_point(book, point, doc);
    }
    if let Some(table) = &block.table {
        doc.gap();
        // The first head is said too, as it can say what all figures are: "US dollars a year".
        let columns = table.columns.iter().map(|head| Column::left(head).spoken(head)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.as_str().into()).collect());
        doc.table(columns, rows.collect());
        if table.source.is_some() {
            let origin = book.origin(table.source.as_ref(), table.as_of.as_deref());
            doc.paragraph(Span::new(Role::Dim, format!("Source: {origin}")));
        }
    }
    add_figures(book, &block.figures, doc);
    for example in &block.examples {
        add_example(example, doc);
    }
    if let Some(show) = block.show {
        add_derived(book, show, doc);
    }
    add_see(book, &block.see, doc);
}

fn add_text(text: &str, doc: &mut Document) {
    for paragraph in paragraphs(text) {
        doc.gap();
        doc.paragraph(paragraph);
    }
}

fn add_point(book: GuideView<'_>, point: &ListItem, doc: &mut Document) {
    let mut text = Spans::new();
    if let Some(term) = &point.term {
        text.push(Span::new(Role::Strong, term));
        text.push(": ".into());
    }
    text.push(point.text.as_str().into());
    if let Some(done) = &point.done_when {
        text.push(Span::new(Role::Strong, " Done when: "));
        text.push(done.as_str().into());
    }
    let skills = point.skills.iter().cloned().map(Link::Skill);
    let links = book.links(skills.chain(point.see.iter().cloned()));
    if !links.is_empty() {
        text.push(Span::from(" [").said_as(" See: "));
        text.extend(links);
        text.push(Span::from("]").said_as("."));
    }
    doc.item(text);
}

fn add_figures(book: GuideView<'_>, figures: &[Figure], doc: &mut Document) {
    if figures.is_empty() {
        return;
    }
    doc.gap();
    let ranges: Vec<_> = figures.iter().filter_map(|figure| Some((figure, dollars(figure)?))).collect();
    if ranges.len() >= CHART_FROM {
        add_chart(&ranges, doc);
    }
    for figure in figures {
        add_figure(book, figure, doc);
    }
}

fn add_figure(book: GuideView<'_>, figure: &Figure, doc: &mut Document) {
    let mut text: Spans =
        vec![figure.label.as_str().into(), ": ".into(), Span::new(Role::Strong, figure.amount())];
    if let Some([low, high]) = figure.in_usd {
        let amount = Amount { unit: Unit::Usd, low: Some(low), high: Some(high) };
        text.push(format!(", about {amount}").into());
    }
    let origin = book.origin(figure.source.as_ref(), figure.as_of.as_deref());
    text.push(Span::new(Role::Dim, format!(" ({origin})")));
    if let Some(note) = &figure.note {
        text.push(format!(". {note}").into());
    }
    doc.item(text);
}

/// A figure's range in US dollars.
fn dollars(figure: &Figure) -> Option<[u64; 2]> {
    let own = || match (figure.unit, figure.low, figure.high) {
        (Unit::Usd, Some(low), Some(high)) => Some([low, high]),
        _ => None,
    };
    figure.in_usd.or_else(own)
}

fn add_chart(ranges: &[(&Figure, [u64; 2])], doc: &mut Document) {
    let end = ranges.iter().map(|(_, [_, high])| *high).max().unwrap_or_default();
    let rows = ranges.iter().map(|(figure, [low, high])| {
        let amount = Amount { unit: Unit::Usd, low: Some(*low), high: Some(*high) };
        let bar = Cell::Bar { from: Fraction::new(*low, end), to: Fraction::new(*high, end) };
        vec![
            crate::report::layout::cut(figure.label.split([',', ':']).next().unwrap_or_default(), 28)
                .into_owned()
                .into(),
            bar,
            amount.to_string().into(),
        ]
    });
    // Plain mode needs no picture of the figures that follow.
    let axis = Amount { unit: Unit::Usd, low: Some(0), high: Some(end) };
    let columns = [Column::default(), Column::left(axis.to_string()), Column::right("")].map(Column::unsaid);
    doc.table(columns.to_vec(), rows.collect());
    doc.gap();
}

fn add_example(example: &Example, doc: &mut Document) {
    doc.gap();
    if let Some(label) = &example.label {
        doc.paragraph(Span::new(Role::Strong, label));
    }
    for (marker, text) in [("Weak:  ", &example.weak), ("Strong:", &example.strong)] {
        for (i, paragraph) in paragraphs(text).enumerate() {
            let marker = if i == 0 { marker } else { "       " };
            doc.marked(marker, vec![paragraph.into()]);
        }
    }
    doc.marked("Why:   ", vec![Span::new(Role::Dim, example.why.trim())]);
}

fn add_derived(book: GuideView<'_>, show: Show, doc: &mut Document) {
    doc.gap();
    match show {
        Show::Ladder => level::add_ladder(book, doc),
        Show::PayByLevel => level::add_pay(book, doc),
        Show::Matrix => skill::add_matrix(book, doc),
        Show::TechnicalSkills => skill::add_list(book, Category::Technical, doc),
        Show::SoftSkills => skill::add_list(book, Category::Soft, doc),
        Show::LeadershipSkills => skill::add_list(book, Category::Leadership, doc),
        Show::Faqs => {
            for faq in &book.guide.faqs {
                doc.heading(&faq.question);
                add_answer(book, faq, doc);
            }
        }
    }
}

fn add_see(book: GuideView<'_>, links: &[Link], doc: &mut Document) {
    if links.is_empty() {
        return;
    }
    let mut text = vec![Span::new(Role::Dim, "See: ")];
    text.extend(book.links(links.iter().cloned()));
    doc.gap();
    doc.spans(text);
}
