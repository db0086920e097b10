//! The first page of the report for a mentor. It speaks as the person who hands it over, who may write into it: what isn't known is a
//! blank in brackets, never a guess.

mod questions;

pub use questions::words as question;

use super::plan::hours;
use super::{GuideView, count, gap, progress, standing, step_change, step_words};
use crate::coach::assessment::Assessment;
use crate::coach::fraction::Fraction;
use crate::coach::plan::StepKind;
use crate::coach::score::{MustHaveState, SkillScore};
use crate::coach::strengths::AreaShare;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::HoursPerWeek;
use crate::profile::model::Proof;
use crate::report::document::{Cell, Column, Document, Radar, RadarAxis, Role, Span, Spans, TO_DO};
use crate::session::{Handover, Session};

/// Maximum steps of a month.
const STEPS: usize = 8;

/// What to know before a talk about a level: where the person stands, what they are strong in, what is missing, what they do this
/// month, and what they ask; then the areas and the progress.
#[must_use]
pub fn page(book: GuideView<'_>, session: &Session, handover: &Handover<'_>, is_anonymous: bool) -> Document {
    let mut doc = Document::titled(format!("{}: report for my mentor", handover.level.title));
    add_facts(session, handover, is_anonymous, &mut doc);
    add_standing(book, session, handover, &mut doc);
    add_strengths(book, handover, &mut doc);
    add_gaps(book, session.assessment(), handover, &mut doc);
    add_month(book, session, handover, &mut doc);
    doc.heading("Questions for my mentor");
    questions::add(book, session, handover, &mut doc);
    add_areas(handover, &mut doc);
    doc.heading("Progress");
    if handover.progress.points.len() > 1 {
        progress::add_over_time(&handover.progress, handover.level.asks.len(), &mut doc);
    } else if handover.progress.points.is_empty() {
        doc.paragraph("I haven't rated any skill of this level yet, so there is no line to draw.");
    } else {
        doc.paragraph("My ratings haven't changed since the first day, so there is no line to draw yet.");
    }
    doc.heading("Appendix");
    doc.paragraph(
        "The pages that follow say what this rests on: every level, the arithmetic, readiness, evidence and sources. There, \u{201c}you\u{201d} is me.",
    );
    doc
}

/// The day, the name, the target and the time there is.
fn add_facts(session: &Session, handover: &Handover<'_>, is_anonymous: bool, doc: &mut Document) {
    let row = |name: &str, value: Span| vec![Cell::new(Role::Strong, name), value.into()];
    let mut rows = vec![row("Date", handover.today.to_string().into())];
    if let Some(name) = handover.name.filter(|_| !is_anonymous) {
        rows.push(row("Name", name.into()));
    }
    let target = if handover.is_target {
        let by = session.deadline().map_or_else(String::new, |by| format!(", by {by}"));
        Span::from(format!("{}{by}", handover.level.title))
    } else {
        Span::blank(&format!("my target; this report is for {}", handover.level.title))
    };
    rows.push(row("Target", target));
    let time = session.hours_per_week().map_or_else(
        || Span::blank("hours a week that I have for learning"),
        |hours| format!("{} a week for learning", super::hours_in_words(hours)).into(),
    );
    rows.push(row("Time", time));
    doc.table(vec![Column::default(); 2], rows);
}

/// One sentence, and the range at every level.
fn add_standing(book: GuideView<'_>, session: &Session, handover: &Handover<'_>, doc: &mut Document) {
    doc.heading("Where I stand");
    let (assessment, score) = (session.assessment(), handover.score);
    if assessment.rated == 0 {
        doc.spans(vec![
            "I haven't rated any skill yet, so every level is open. ".into(),
            Span::blank("ratings: the rest of this page follows from them"),
        ]);
    } else {
        let mut text = shown(book, assessment);
        text.extend([
            Span::from(format!(
                " At {} my score is {} of 100, where {} is ready: ",
                handover.level.short,
                score.range(),
                book.guide.scoring.threshold
            )),
            standing(score.standing),
            ".".into(),
        ]);
        doc.spans(text);
    }
    doc.gap();
    gap::add_bars(book, assessment, session.target().map(|level| &level.id), doc);
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        format!(
            "Self-reported, {} of {} skills rated. Each range goes from what is proved to what my ratings and open answers allow.",
            assessment.rated, assessment.skills
        ),
    ));
}

/// The level that the evidence shows, and the level that the ratings say.
fn shown(book: GuideView<'_>, assessment: &Assessment) -> Spans {
    let name = |level| Span::new(Role::Strong, book.reached_name(level));
    let shown: Spans = match &assessment.reached {
        Some(level) => vec!["I can show ".into(), name(level)],
        None => vec!["My evidence shows no level yet".into()],
    };
    let claimed: Spans = match &assessment.claimed {
        level if *level == assessment.reached => vec![", and my ratings say the same.".into()],
        Some(level) => vec!["; by my ratings I am at ".into(), name(level), ".".into()],
        None => vec!["; my ratings reach no level.".into()],
    };
    shown.into_iter().chain(claimed).collect()
}

fn add_strengths(book: GuideView<'_>, handover: &Handover<'_>, doc: &mut Document) {
    doc.heading("What I am strongest in");
    for (skill, proofs) in &handover.strengths {
        doc.item(strength(book, skill, proofs));
    }
    if handover.strengths.is_empty() {
        doc.item(vec![Span::blank("three skills, each with a proof")]);
    }
}

/// A skill with the sentence of its rating and its proofs.
fn strength(book: GuideView<'_>, skill: &SkillScore, proofs: &[&Proof]) -> Spans {
    let rating = skill.answer.map_or(Rating::None, |(rating, _)| rating);
    let mut text = vec![
        Span::new(Role::Strong, book.skill_name(&skill.ask.skill)),
        format!(", {} (needs {}). ", rating.number(), skill.ask.required.number()).into(),
    ];
    text.extend(sentence(book, skill, rating).map(|sentence| format!("\u{201c}{sentence}\u{201d} ").into()));
    for proof in proofs {
        text.extend(proof_words(proof));
    }
    if proofs.is_empty() {
        text.push(Span::blank("proof: a link, a referee, or a case I can tell"));
    }
    text
}

fn sentence<'b>(book: GuideView<'b>, skill: &'b SkillScore, rating: Rating) -> Option<&'b str> {
    let skill = book.library.skill(&skill.ask.skill).filter(|_| rating > Rating::None)?;
    Some(skill.anchors.of(rating).text())
}

/// `Proof: the monthly report (https://…; referee: Ada). What I did.`
fn proof_words(proof: &Proof) -> Spans {
    let title = if proof.title.is_empty() { &proof.id } else { &proof.title };
    let mut text = vec![Span::new(Role::Dim, "Proof: "), Span::from(title.trim_end_matches('.'))];
    if let Some(url) = &proof.url {
        text.extend([" (".into(), Span::address(url), ")".into()]);
    }
    text.extend(proof.referee.as_ref().map(|referee| format!(", referee: {referee}").into()));
    text.push(". ".into());
    text.extend(proof.story.as_ref().map(|story| format!("{} ", story.text()).into()));
    text
}

fn add_gaps(book: GuideView<'_>, assessment: &Assessment, handover: &Handover<'_>, doc: &mut Document) {
    doc.heading("My biggest gaps");
    for skill in &handover.gaps {
        doc.item(gap_words(book, handover, skill));
    }
    if handover.gaps.is_empty() && assessment.rated > 0 {
        let unrated = match handover.score.unrated().count() {
            0 => String::new(),
            1 => " One skill that the level needs isn't rated yet.".to_owned(),
            number => format!(" {number} skills that the level needs aren't rated yet."),
        };
        doc.paragraph(format!("None in what I have rated.{unrated}"));
    } else if handover.gaps.is_empty() {
        doc.item(vec![Span::blank("three gaps, each with what closes it")]);
    }
}

/// What a skill needs, and how long that takes.
fn gap_words(book: GuideView<'_>, handover: &Handover<'_>, skill: &SkillScore) -> Spans {
    let id = &skill.ask.skill;
    let rating = skill.answer.map_or(Rating::None, |(rating, _)| rating);
    let is_unmet = handover.score.must_haves_in(MustHaveState::Unmet).any(|must| must.skill == *id);
    let must_have = if is_unmet { ", a must-have" } else { "" };
    let mut text = vec![Span::new(Role::Strong, book.skill_name(id))];
    if skill.missing() > Fraction::ZERO {
        let required = skill.ask.required;
        text.push(format!(", {}, needs {}{must_have}. ", rating.number(), required.number()).into());
        text.extend(
            sentence(book, skill, required)
                .map(|sentence| format!("It needs: \u{201c}{sentence}\u{201d} ").into()),
        );
    } else {
        let evidence = skill.answer.map_or(Evidence::Claim, |(_, evidence)| evidence);
        let has = super::evidence::with_article(evidence);
        text.push(
            format!(
                ", {}{must_have}. High enough, but {has}. It needs a link or a referee. ",
                rating.number()
            )
            .into(),
        );
    }
    text.push(Span::new(Role::Dim, work(handover, skill)));
    text
}

/// How far the plan takes a skill, and with how much work.
fn work(handover: &Handover<'_>, skill: &SkillScore) -> String {
    let steps: Vec<_> = handover.plan.steps.iter().filter(|step| step.skill == skill.ask.skill).collect();
    let Some(last) = steps.last() else { return "My plan gets there without it.".to_owned() };
    let total = steps.iter().fold([0_u32, 0], |[from, to], step| {
        [from.saturating_add(step.hours[0]), to.saturating_add(step.hours[1])]
    });
    let end = match last.kind {
        StepKind::Raise { to, .. } => format!("to {}", to.number()),
        StepKind::Prove { rating } => format!("prove {}", rating.number()),
    };
    let role =
        if steps.iter().any(|step| step.needs_role) { ", and a job that gives me the role" } else { "" };
    format!("My plan: {end}, {}{role}.", hours(total))
}

fn add_month(book: GuideView<'_>, session: &Session, handover: &Handover<'_>, doc: &mut Document) {
    doc.heading("What I do this month");
    if handover.month.is_empty() {
        let sentence = if handover.plan.steps.is_empty() {
            "My plan has no more steps for this level."
        } else {
            "Every step of my plan needs a job that gives me the role."
        };
        doc.paragraph(sentence);
        return;
    }
    for at in handover.month.iter().take(STEPS) {
        let Some(step) = handover.plan.steps.get(*at) else { continue };
        let by = handover.days.get(*at).copied().flatten();
        let by = by.map_or_else(String::new, |[_, last]| format!(", done by {last}"));
        let change = match step.kind {
            StepKind::Prove { rating } => Span::from(format!("prove {}", rating.number())),
            StepKind::Raise { .. } => Span::from(step_change(step)).said_as(step_words(step)),
        };
        doc.marked(
            TO_DO,
            vec![
                Span::new(Role::Strong, book.skill_short(&step.skill)),
                ", ".into(),
                change,
                format!(": {}{by}.", hours(step.hours)).into(),
            ],
        );
    }
    let mut rest: Vec<String> = Vec::new();
    if handover.plan.steps.len() > handover.month.len().min(STEPS) {
        rest.push(format!("The whole plan has {}.", count(handover.plan.steps.len(), "step")));
    }
    if session.hours_per_week().is_none() {
        let usual = super::hours_in_words(HoursPerWeek::USUAL);
        rest.push(format!("I haven't said how many hours I have, so the days count on {usual} a week."));
    }
    rest.push("The days are late ones: each step takes the most of its hours.".to_owned());
    doc.paragraph(Span::new(Role::Dim, rest.join(" ")));
}

fn add_areas(handover: &Handover<'_>, doc: &mut Document) {
    doc.heading("My strengths by area");
    doc.paragraph(format!(
        "In per cent of what {} needs in each area. What it doesn't need isn't counted.",
        handover.level.short
    ));
    doc.gap();
    doc.radar(radar(&handover.areas));
}

/// The areas as a radar: what evidence carries, and what the ratings say.
#[must_use]
pub fn radar(areas: &[AreaShare]) -> Radar {
    let axis = |share: &AreaShare| RadarAxis {
        name: share.area.title().to_owned(),
        low: share.proved,
        high: share.rated,
        note: match share.unrated {
            0 => String::new(),
            unrated => format!("{unrated} of {} not rated", share.skills),
        },
    };
    Radar { axes: areas.iter().map(axis).collect(), low: "Proved".to_owned(), high: "By ratings".to_owned() }
}
