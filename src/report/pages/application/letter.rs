//! A cover letter.

use super::{add_blank, blank, piece};
use crate::coach::application::letter::{Letter, ProofParagraph};
use crate::report::document::{Document, Role, Span, Spans};

/// The letter: blanks for what only the person knows, and a paragraph for each proof.
#[must_use]
pub fn page(letter: &Letter, position: Option<&str>) -> Document {
    let mut doc = Document::default();
    doc.spans(vec![piece(&letter.name, Role::Text)]);
    doc.gap();
    doc.spans(vec!["Dear ".into(), blank("the name of the person who reads it"), ",".into()]);
    doc.gap();
    let position = position.map_or_else(|| blank("the position in the ad"), Span::from);
    doc.spans(vec!["I apply for the position of ".into(), position, ".".into()]);
    doc.gap();
    add_blank(&mut doc, "why this firm: one or two sentences that fit no other");
    for paragraph in &letter.paragraphs {
        doc.gap();
        doc.spans(told(paragraph));
    }
    for skill in &letter.missing {
        doc.gap();
        add_blank(&mut doc, &format!("a case about {skill}: what was needed, what you did, what came of it"));
    }
    doc.gap();
    doc.spans(vec![
        "I would be glad to tell you more. ".into(),
        blank("when you could start, and how to reach you"),
    ]);
    doc.gap();
    doc.paragraph("Kind regards");
    doc.spans(vec![piece(&letter.name, Role::Text)]);
    doc
}

/// The skill, the story in the person's own words, and where to look.
fn told(paragraph: &ProofParagraph) -> Spans {
    let mut text = Spans::new();
    if let Some(skill) = paragraph.skills.first() {
        text.push(Span::new(Role::Strong, skill));
        text.push(": ".into());
    }
    if !paragraph.title.is_empty() {
        text.push(crate::profile::story::sentence(&paragraph.title).into());
        text.push(" ".into());
    }
    if !paragraph.story.is_empty() {
        text.push(paragraph.story.as_str().into());
        text.push(" ".into());
    }
    match &paragraph.url {
        Some(url) => text.extend(["You can look at it here: ".into(), Span::address(url)]),
        None if paragraph.story.is_empty() => text.push(blank("the case in two or three sentences")),
        None => {}
    }
    if let Some(last) = text.last_mut().filter(|last| last.text == " ") {
        last.text.clear();
    }
    text
}
