//! The ledger of evidence.

use super::{GuideView, capitalised, count, hint, points};
use crate::coach::evidence::{Best, Decider, Ledger, LedgerEntry, Raise};
use crate::guide::id::{Link, SkillId};
use crate::guide::scale::Evidence;
use crate::profile::model::Proof;
use crate::profile::story::Story;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// Every proof with the ratings it supports, ratings without a proof, and the proof that would raise the most levels.
#[must_use]
pub fn page(book: GuideView<'_>, ledger: &Ledger) -> Document {
    let mut doc = Document::titled("Your evidence");
    add_summary(book, ledger, &mut doc);
    add_proofs(book, ledger, &mut doc);
    add_without(book, ledger, &mut doc);
    if let Some(best) = &ledger.best {
        add_best(book, best, &mut doc);
    }
    if ledger.rated > 0 {
        doc.gap();
        doc.paragraph(Span::new(Role::Dim, hint::proofs_in_profile(book.face)));
    }
    doc
}

fn add_summary(book: GuideView<'_>, ledger: &Ledger, doc: &mut Document) {
    if ledger.rated == 0 {
        doc.paragraph(hint::begin(book));
        return;
    }
    let bare = ledger.claims.len() + ledger.unwritten.len();
    let proofs = match ledger.proofs.len() {
        0 => "You have no proofs yet".to_owned(),
        1 => "You have one proof".to_owned(),
        proofs => format!("You have {proofs} proofs"),
    };
    doc.paragraph(format!(
        "{proofs}. {} of {} ratings above 0 have a proof.",
        ledger.rated.saturating_sub(bare),
        ledger.rated
    ));
}

fn add_proofs(book: GuideView<'_>, ledger: &Ledger, doc: &mut Document) {
    if ledger.proofs.is_empty() {
        return;
    }
    doc.heading("Proofs");
    for entry in &ledger.proofs {
        doc.item(proof_words(book, entry));
        add_story(&entry.proof, doc);
    }
}

/// What a proof is: its title, or the whole text of its case where the title is only the beginning of it.
fn title(proof: &Proof) -> &str {
    let is_beginning =
        |text: &&str| proof.title.strip_suffix('…').is_some_and(|beginning| text.starts_with(beginning));
    let whole = match &proof.story {
        Some(Story::Text(text)) => Some(text.as_str()).filter(is_beginning),
        Some(Story::Parts { .. }) | None => None,
    };
    whole.unwrap_or(if proof.title.is_empty() { &proof.id } else { &proof.title })
}

/// The story of a proof, unless the title has said it.
fn add_story(proof: &Proof, doc: &mut Document) {
    let Some(story) = &proof.story else { return };
    for (name, text) in story.named().filter(|(_, text)| *text != title(proof)) {
        let name = match story {
            Story::Text(_) => String::new(),
            Story::Parts { .. } => format!("{}: ", capitalised(name)),
        };
        doc.marked(" ", vec![Span::new(Role::Dim, format!("{name}{text}"))]);
    }
}

fn proof_words(book: GuideView<'_>, entry: &LedgerEntry) -> Spans {
    let proof = &entry.proof;
    let title = title(proof);
    let kind = match entry.carries {
        Evidence::Link if proof.url.is_none() => "a referee",
        Evidence::Link => "a link",
        Evidence::Example => "a case",
        Evidence::Claim => "no link, referee or case yet",
    };
    let mut text: Spans = match &proof.url {
        Some(url) if url == title => vec![Span::address(url), ". ".into()],
        Some(url) => {
            vec![
                Span::new(Role::Strong, title),
                format!(", {kind} (").into(),
                Span::address(url),
                "). ".into(),
            ]
        }
        None => vec![Span::new(Role::Strong, title), format!(", {kind}. ").into()],
    };
    if entry.supports.is_empty() {
        text.push(Span::new(Role::Open, "It proves no rating yet."));
        return text;
    }
    text.push("Supports: ".into());
    for (i, support) in entry.supports.iter().enumerate() {
        text.push(if i == 0 { "".into() } else { ", ".into() });
        text.push(skill_link(book, &support.skill));
        text.push(format!(" {}", support.rating.number()).into());
        if support.evidence < entry.carries {
            text.push(Span::new(
                Role::Open,
                format!(" (counts as {} so far)", with_article(support.evidence)),
            ));
        }
    }
    text.push(".".into());
    text
}

/// `a claim`, `an example`, `a link`.
#[must_use]
pub const fn with_article(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Claim => "a claim",
        Evidence::Example => "an example",
        Evidence::Link => "a link",
    }
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

fn add_without(book: GuideView<'_>, ledger: &Ledger, doc: &mut Document) {
    if ledger.claims.is_empty() && ledger.unwritten.is_empty() && ledger.dangling.is_empty() {
        return;
    }
    doc.heading("Without a proof");
    let claims = ledger.claims.iter().map(|(skill, rating)| (skill, rating.number().to_string()));
    add_list(book, "Not proved yet:", claims, doc);
    let unwritten = ledger.unwritten.iter();
    let unwritten =
        unwritten.map(|(skill, rating, evidence)| (skill, format!("{} {evidence}", rating.number())));
    add_list(book, "Rated as example or link, but no proof is saved:", unwritten, doc);
    let dangling = ledger.dangling.iter().map(|(skill, id)| (skill, format!("(\u{201c}{id}\u{201d})")));
    add_list(book, "The proof is not in your profile:", dangling, doc);
}

fn add_list<'a>(
    book: GuideView<'_>,
    why: &str,
    skills: impl Iterator<Item = (&'a SkillId, String)>,
    doc: &mut Document,
) {
    let mut text: Spans = vec![Span::new(Role::Open, why)];
    for (i, (skill, what)) in skills.enumerate() {
        text.push(if i == 0 { " ".into() } else { ", ".into() });
        text.push(skill_link(book, skill));
        text.push(format!(" {what}").into());
    }
    if text.len() > 1 {
        text.push(".".into());
        doc.item(text);
    }
}

fn add_best(book: GuideView<'_>, best: &Best, doc: &mut Document) {
    doc.heading("The proof that would raise the most levels");
    let (rating, evidence) = best.answer;
    doc.spans(vec![
        "A link or a referee for ".into(),
        skill_link(book, &best.skill),
        format!(
            " (now {} {}) would raise the lower end of your score at {}, by {} points in total:",
            rating.number(),
            evidence.name(),
            count(best.raises.len(), "level"),
            points(best.total)
        )
        .into(),
    ]);
    doc.gap();
    let rows = best.raises.iter().map(|raise| raise_row(book, raise));
    let columns = vec![
        Column::left("Level"),
        Column::right("Score now"),
        Column::right("After"),
        Column::right("Gain"),
        Column::left("Standing"),
    ];
    doc.table(columns, rows.collect());
    doc.gap();
    doc.spans(chosen(book, best));
    if let Some(proof) = book.library.skill(&best.skill).and_then(|skill| skill.proofs.first()) {
        let end = |text: &str| text.trim_end_matches('.').to_owned();
        doc.item(vec![format!("For example: {}. {}.", end(&proof.title), end(&proof.check)).into()]);
    }
    if let Some(hint) = hint::proof_is_there(book, &best.skill, rating) {
        doc.item(vec![hint.into()]);
    }
}

fn raise_row(book: GuideView<'_>, raise: &Raise) -> Vec<Cell> {
    let (before, after) = raise.standings;
    let standing = if before == after {
        super::standing(after).into()
    } else {
        Cell::Text(vec![format!("{} → ", before.name()).into(), super::standing(after)])
    };
    let floor =
        if raise.meets_must_have { Span::from(" !").said_as(", meets the must-have") } else { "".into() };
    let name = Span::link(book.level_name(&raise.level), Link::Level(raise.level.clone()));
    vec![
        Cell::Text(vec![name, floor]),
        raise.before.clone().into(),
        raise.after.clone().into(),
        format!("+{}", points(raise.gain)).into(),
        standing,
    ]
}

/// Why this proof and not another one.
fn chosen(book: GuideView<'_>, best: &Best) -> Spans {
    let mut text = Spans::new();
    if best.must_haves_met > 0 {
        let levels = count(best.must_haves_met, "level");
        let sentence = Span::from(format!("It would meet the must-have at {levels}, marked !. "));
        text.push(sentence.said_as(format!("It would meet the must-have at {levels}. ")));
    }
    if !best.ties.is_empty() {
        text.extend(book.skill_links(&best.ties));
        text.push(" would help exactly as much: choose whichever you can prove sooner. This one is listed first because the ladder needs it first. ".into());
    }
    if let Some((skill, decider)) = &best.next {
        text.push("Next best: ".into());
        text.push(skill_link(book, skill));
        let why = match decider {
            Decider::Levels(levels) => {
                let most = best.largest.as_ref().filter(|largest| largest.skill == *skill);
                let most = most.map_or_else(String::new, |largest| {
                    format!(", but {} points in total, the most of all", points(largest.total))
                });
                format!(", at {}{most}.", count(*levels, "level"))
            }
            Decider::Total(total) => {
                format!(", at the same number of levels, but {} points in total.", points(*total))
            }
            Decider::MustHaves(0) => ", with the same gain, but it would meet no must-have.".to_owned(),
            Decider::MustHaves(met) => {
                format!(
                    ", with the same gain, but it would meet the must-have only at {}.",
                    count(*met, "level")
                )
            }
        };
        text.push(why.into());
    }
    let is_next = |skill: &SkillId| best.next.as_ref().is_some_and(|(next, _)| next == skill);
    if let Some(largest) = best.largest.as_ref().filter(|largest| !is_next(&largest.skill)) {
        text.push(" Most points in total: ".into());
        text.push(skill_link(book, &largest.skill));
        let levels = count(largest.levels, "level");
        text.push(format!(", {} at {levels}.", points(largest.total)).into());
    }
    text
}
