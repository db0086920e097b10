//! Skill records, their list, and the matrix of skills by levels.

use super::{Face, GuideView, anchor, checked, paragraphs};
use crate::guide::id::{Link, SkillId};
use crate::guide::model::{Category, InterviewQuestion, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// All skills of the guide with their summaries, by category.
#[must_use]
pub fn list(book: GuideView<'_>) -> Document {
    let mut doc = Document::titled(format!("{}: skills", book.guide.title));
    for category in [Category::Technical, Category::Soft, Category::Leadership] {
        doc.heading(category.title());
        add_list(book, category, &mut doc);
    }
    doc.heading("Required rating at each level");
    add_matrix(book, &mut doc);
    doc
}

fn of_category<'a>(book: GuideView<'a>, category: Category) -> impl Iterator<Item = &'a Skill> {
    let asked = book.guide.asked_skills().into_iter();
    asked.filter_map(move |id| book.library.skill(id)).filter(move |skill| skill.category == category)
}

/// The skills of a category. On the command line each has its id, as that is what to type; elsewhere its name leads to it.
pub fn add_list(book: GuideView<'_>, category: Category, doc: &mut Document) {
    let has_id = book.face == Face::CommandLine;
    let rows = of_category(book, category).map(|skill| {
        let link = |text: &str| Cell::from(Span::link(text, Link::Skill(skill.id.clone())));
        let summary = Cell::new(Role::Dim, &skill.summary);
        if has_id {
            vec![link(skill.id.as_str()), skill.name.as_str().into(), summary]
        } else {
            vec![link(&skill.name), summary]
        }
    });
    doc.table(vec![Column::default(); if has_id { 3 } else { 2 }], rows.collect());
}

/// The rating that each level requires of each skill; `!` marks a must-have.
pub fn add_matrix(book: GuideView<'_>, doc: &mut Document) {
    let levels = &book.guide.levels;
    let mut columns = vec![Column::left("Skill")];
    columns.extend(
        levels.iter().zip(1..).map(|(level, n)| Column::right(n.to_string()).spoken(level.short.as_str())),
    );
    let rows = book.guide.asked_skills().into_iter().map(|skill| {
        let mut row = vec![Span::link(book.skill_short(skill), Link::Skill(skill.clone())).into()];
        row.extend(levels.iter().map(|level| match level.ask(skill) {
            Some(ask) if ask.must_have.is_some() => {
                let number = ask.required.number();
                let said = format!("{} {number} must-have", level.short);
                Span::new(Role::Strong, format!("!{number}")).said_as(said).into()
            }
            Some(ask) => ask.required.number().to_string().into(),
            None => Cell::new(Role::Dim, "·"),
        }));
        row
    });
    doc.table(columns, rows.collect());
    let names = levels.iter().zip(1..).map(|(level, n)| format!("{n} {}", level.short));
    let names: Vec<_> = names.collect();
    doc.gap();
    doc.paragraph(
        Span::new(Role::Dim, format!("Levels: {}. ! marks a must-have.", names.join(", "))).unsaid(),
    );
}

/// A skill record, with the person's own rating if there is one.
#[must_use]
pub fn page(book: GuideView<'_>, skill: &Skill, answer: Option<(Rating, Evidence)>) -> Document {
    let mut doc = Document::titled(&skill.name);
    doc.spans(vec![Span::new(Role::Dim, format!("{} ", skill.summary)), checked(skill.checked)]);
    for paragraph in paragraphs(&skill.why) {
        doc.gap();
        doc.paragraph(paragraph);
    }
    add_ratings(skill, answer, &mut doc);
    add_levels(book, &skill.id, &mut doc);
    add_ways(book, skill, &mut doc);
    doc.heading("What proves it");
    for proof in &skill.proofs {
        let title = Span::new(Role::Strong, proof.title.trim_end_matches('.'));
        doc.item(vec![title, ". ".into(), proof.check.as_str().into()]);
    }
    doc.heading("Interview questions");
    skill.questions.iter().for_each(|question| add_question(question, &mut doc));
    doc.gap();
    doc.paragraph(Span::new(Role::Dim, format!("Search words: {}", skill.aliases.join(", "))));
    doc
}

/// A question with the points of a good answer, what is asked next, and what the answer tells.
fn add_question(question: &InterviewQuestion, doc: &mut Document) {
    let ask = Span::new(Role::Strong, &question.ask);
    let shows = format!(" (Typical at rating {}.)", question.tests.number());
    let said = format!("Question: {}", question.ask);
    doc.marked("?", vec![ask.said_as(said), Span::new(Role::Dim, shows)]);
    for point in &question.points {
        doc.marked("  •", vec![point.as_str().into()]);
    }
    let follow_up = Span::new(Role::Dim, "Then: ").said_as("Then asked: ");
    doc.marked(" ", vec![follow_up, question.follow_up.as_str().into()]);
    doc.marked(" ", vec![Span::new(Role::Dim, &question.tells)]);
}

fn add_ratings(skill: &Skill, answer: Option<(Rating, Evidence)>, doc: &mut Document) {
    doc.heading("What each rating means");
    for rating in Rating::all() {
        let mine = answer.filter(|(mine, _)| *mine == rating);
        let mut text: Spans = vec![format!("{}: ", rating.name()).into()];
        text.extend(anchor(skill.anchors.of(rating), Role::Text));
        if let Some((_, evidence)) = mine {
            let mark = Span::new(Role::Good, format!(" ← your rating ({evidence})"));
            text.push(mark.said_as(format!(" This is your rating, {evidence}.")));
        }
        let examples = skill.examples.of(rating);
        if !examples.is_empty() {
            text.push(Span::new(Role::Dim, format!(" {}", examples.join(" "))));
        }
        doc.marked(rating.number().to_string(), text);
    }
}

fn add_levels(book: GuideView<'_>, skill: &SkillId, doc: &mut Document) {
    doc.heading("What each level needs");
    let rows = book.guide.levels.iter().map(|level| {
        let asked = level.ask(skill);
        let floor = asked.and_then(|ask| ask.must_have);
        vec![
            level.short.as_str().into(),
            asked.map_or_else(
                || Cell::new(Role::Dim, "not needed"),
                |ask| format!("{} {}", ask.required.number(), ask.required).into(),
            ),
            asked.map_or_else(String::new, |ask| format!("weight {}", ask.weight)).into(),
            floor.map_or_else(String::new, |floor| format!("must-have, at least {}", floor.number())).into(),
        ]
    });
    doc.table(vec![Column::default(); 4], rows.collect());
}

fn add_ways(book: GuideView<'_>, skill: &Skill, doc: &mut Document) {
    doc.heading("How to learn it");
    if !skill.prerequisites.is_empty() {
        let mut text: Spans = vec!["Learn first: ".into()];
        for (i, needed) in skill.prerequisites.iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            text.push(comma.into());
            let name = book.skill_name(&needed.skill);
            text.push(Span::link(name, Link::Skill(needed.skill.clone())));
            text.push(format!(" up to {} ({})", needed.at_least.number(), needed.at_least).into());
        }
        text.push(".".into());
        doc.spans(text);
    }
    for way in &skill.learn {
        let method = Span::new(Role::Strong, way.method.to_string());
        doc.item(vec![method, ": ".into(), way.material.as_str().into()]);
    }
    let steps =
        || Rating::all().skip(1).filter_map(|to| Some((to.number() - 1, to.number(), skill.hours.to(to)?)));
    let shown = steps().map(|(from, to, [fewest, most])| format!("{from} → {to}: {fewest}–{most}"));
    let said = steps().map(|(from, to, [fewest, most])| format!("from {from} to {to}, {fewest}–{most}"));
    let sentence = |steps: Vec<String>, comma| format!("Hours per step: {}.", steps.join(comma));
    doc.gap();
    doc.paragraph(Span::from(sentence(shown.collect(), ", ")).said_as(sentence(said.collect(), "; ")));
    doc.paragraph(Span::new(Role::Dim, &skill.hours.basis));
}
