//! A job description of a level, for those who hire.

use super::{add_blank, blank};
use crate::ad::Need;
use crate::coach::application::wanted::{Wanted, of_level};
use crate::guide::model::{Level, thousands};
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::pages::GuideView;

/// What the guide says of a level, with blanks for what only the firm knows.
#[must_use]
pub fn page(book: GuideView<'_>, level: &Level) -> Document {
    let mut doc = Document::titled(&level.title);
    add_blank(&mut doc, "your firm: what it makes, for whom, how many people work on it");
    doc.gap();
    doc.spans(vec![blank("place or remote, hours, first day")]);
    doc.heading("What you will do");
    for line in level.does.iter() {
        doc.item(vec![line.as_str().into()]);
    }
    let wanted = of_level(book.guide, level);
    let (required, nice): (Vec<_>, Vec<_>) = wanted.iter().partition(|wanted| wanted.need == Need::Required);
    doc.heading("What we require");
    if required.is_empty() {
        add_blank(&mut doc, "what nobody can do this work without");
    } else {
        doc.paragraph("You can say this of yourself, and tell a case of it:");
    }
    required.iter().for_each(|wanted| {
        doc.item(skill_line(book, wanted));
    });
    if !nice.is_empty() {
        doc.heading("What is nice to have");
        nice.iter().for_each(|wanted| {
            doc.item(skill_line(book, wanted));
        });
    }
    add_not_required(book, level, &mut doc);
    add_pay(book, level, &mut doc);
    doc.heading("How to apply");
    add_blank(&mut doc, "to whom to write, what to send, the steps until you decide and how long they take");
    doc
}

/// The skill, with the sentence of the rating that it takes.
fn skill_line(book: GuideView<'_>, wanted: &Wanted) -> Spans {
    let name = Span::new(Role::Strong, book.skill_name(&wanted.skill));
    let record = book.library.skill(&wanted.skill);
    match record.zip(wanted.rating) {
        Some((skill, rating)) => vec![name, format!(": {}", skill.anchors.of(rating).text()).into()],
        None => vec![name],
    }
}

/// Skills of the guide that the level doesn't ask for.
fn add_not_required(book: GuideView<'_>, level: &Level, doc: &mut Document) {
    let skills = book.guide.asked_skills().into_iter().filter(|skill| level.ask(skill).is_none());
    let names: Vec<&str> = skills.map(|skill| book.skill_name(skill)).collect();
    doc.heading("What is not required");
    if !names.is_empty() {
        doc.paragraph(format!("For this position you don't need: {}.", names.join(", ")));
    }
    add_blank(doc, "whether a degree is required; if the work can be learnt otherwise, say so");
}

fn add_pay(book: GuideView<'_>, level: &Level, doc: &mut Document) {
    doc.heading("Pay");
    add_blank(doc, "the range that you pay, with currency and period");
    let sign = level.pay.unit.currency_sign().unwrap_or_default();
    let origin = book.origin(level.pay.source.as_ref(), level.pay.as_of.as_deref());
    let amount = |amount| format!("{sign}{}", thousands(amount));
    let text = format!(
        "For comparison: median {}, average {} a year ({origin}).",
        amount(level.pay.median),
        amount(level.pay.average)
    );
    doc.paragraph(Span::new(Role::Dim, text));
}
