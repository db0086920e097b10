//! Readiness: five bars, each with its basis and its next step.

mod next;

use super::{GuideView, answer as skill_answer, count, gap, hint, practice};
use crate::coach::practice::calibration::Calibration;
use crate::coach::readiness::{
    Bar, BarState, Basis, Dimension, Exhibit, ExhibitState, ExperiencePosition, Readiness,
};
use crate::coach::review::Review;
use crate::coach::score::LevelScore;
use crate::coach::strengths::AreaShare;
use crate::guide::id::{Link, SkillId};
use crate::guide::model::{EmployerPreference, Level, Years};
use crate::guide::route::Route;
use crate::guide::scale::Evidence;
use crate::profile::about::{Answer, Preparation, Topic};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// The five bars for a level, the weakest ones, the basis and next step of each bar, open questions, and ratings to review. How sure
/// the person is in practice against how right stands beside the bars, where it is known. Strengths by area follow unless `areas` is
/// empty.
#[must_use]
pub fn page(
    book: GuideView<'_>,
    level: &Level,
    readiness: &Readiness,
    reviews: &[Review],
    calibration: Option<Calibration>,
    areas: &[AreaShare],
) -> Document {
    let mut doc = Document::titled(format!("{}: how ready you are", level.title));
    add_bars(readiness, &mut doc);
    doc.gap();
    doc.spans(weakest(readiness));
    if let Some(calibration) = calibration {
        doc.spans(practice::beside_score(calibration));
    }
    doc.spans(vec![
        Span::new(Role::Dim, "Self-reported. "),
        Span::new(Role::Dim, "A solid bar from the left is certain; what is dashed is still possible. ").unsaid(),
        Span::new(Role::Dim, "The five are never added up, because they measure different things. \u{201c}Open\u{201d} means not answered yet, not failed."),
    ]);
    for bar in &readiness.bars {
        doc.heading(name(bar.dimension));
        add_evidence(book, readiness, bar, &mut doc);
        let mut text: Spans = Spans::new();
        match &bar.next {
            Some(next) => {
                text.push(Span::new(Role::Strong, "Next: "));
                text.extend(next::words(book, next));
            }
            None => text.push(Span::new(Role::Good, "Nothing left to do here.")),
        }
        doc.marked("▸", text);
    }
    add_areas(level, areas, &mut doc);
    add_questions(book, &readiness.questions, &mut doc);
    add_reviews(book, reviews, &mut doc);
    doc
}

/// The strengths as a radar, once anything is rated.
fn add_areas(level: &Level, areas: &[AreaShare], doc: &mut Document) {
    if areas.iter().all(|area| area.unrated == area.skills) {
        return;
    }
    doc.heading("Your strengths by area");
    doc.paragraph(format!(
        "In per cent of what {} needs in each area. What it doesn't need isn't counted.",
        level.short
    ));
    doc.gap();
    doc.radar(super::report::radar(areas));
}

/// The five bars as a table.
pub fn add_bars(readiness: &Readiness, doc: &mut Document) {
    let rows = readiness.bars.iter().map(|bar| {
        vec![
            Cell::new(Role::Strong, name(bar.dimension)),
            picture(bar),
            figure(bar).into(),
            Cell::new(role(bar.state), standing(bar)),
        ]
    });
    let columns = vec![Column::default(), Column::default().unsaid(), Column::default(), Column::default()];
    doc.table(columns, rows.collect());
}

/// The bar as a cell.
const fn picture(bar: &Bar) -> Cell {
    Cell::Share { low: bar.low, high: bar.high, mark: bar.mark }
}

/// The name of a bar.
#[must_use]
pub const fn name(kind: Dimension) -> &'static str {
    match kind {
        Dimension::Skills => "Skills",
        Dimension::Experience => "Experience",
        Dimension::Education => "Education",
        Dimension::Portfolio => "Portfolio",
        Dimension::Kit => "Application kit",
    }
}

const fn role(standing: BarState) -> Role {
    match standing {
        BarState::NotYet => Role::NotYet,
        BarState::Open => Role::Open,
        BarState::Ready => Role::Good,
    }
}

fn standing(bar: &Bar) -> &'static str {
    match (&bar.basis, bar.state) {
        (Basis::Skills(score), _) => score.standing.name(),
        (Basis::Education { .. }, BarState::Open) if bar.is_answered => "depends",
        (_, BarState::NotYet) => "not yet",
        (_, BarState::Open) => "open",
        (_, BarState::Ready) => "ready",
    }
}

/// The figure beside a bar.
fn figure(bar: &Bar) -> String {
    let of = |ready: usize, open: usize, all: usize| {
        let most = if open > 0 { format!("–{}", ready + open) } else { String::new() };
        format!("{ready}{most} of {all}")
    };
    match &bar.basis {
        Basis::Skills(score) => score.range(),
        Basis::Experience { answer, .. } => {
            answer.value().map_or_else(|| "not answered".to_owned(), ToString::to_string)
        }
        Basis::Education { .. } if !bar.is_answered => "not answered".to_owned(),
        Basis::Education { preferences, .. } => {
            let open = preferences.iter().filter(|(_, is_open)| *is_open == Some(true)).count();
            of(open, preferences.len() - open, preferences.len())
        }
        Basis::Portfolio(exhibits) => {
            let is = |state| exhibits.iter().filter(|exhibit| exhibit.state == state).count();
            of(is(ExhibitState::Shown), is(ExhibitState::Unrated), exhibits.len())
        }
        Basis::Kit(items) => {
            let is = |state: Option<Preparation>| {
                items.iter().filter(|(_, answer)| answer.value().copied() == state).count()
            };
            of(is(Some(Preparation::Ready)), is(None), items.len())
        }
    }
}

fn weakest(readiness: &Readiness) -> Spans {
    let unanswered = readiness.bars.iter().filter(|bar| !bar.is_answered).count();
    if unanswered == readiness.bars.len() {
        return vec!["Nothing is answered yet, so all five are open. The questions are below.".into()];
    }
    let names: Vec<_> = readiness.weakest.iter().map(|kind| name(*kind)).collect();
    let lacks = readiness.weakest.iter().any(|kind| readiness.bar(*kind).state == BarState::NotYet);
    let mut text: Spans = match names[..] {
        [] if unanswered == 0 => vec![Span::new(Role::Good, "All five are ready.")],
        [] => vec![Span::new(Role::Good, "Everything you answered is ready.")],
        [ref first @ .., last] => {
            let before = if lacks { "Weakest: " } else { "No gaps found so far. Most uncertain: " };
            let names =
                if first.is_empty() { last.to_owned() } else { format!("{} and {last}", first.join(", ")) };
            let after = if first.is_empty() { "." } else { ", equally." };
            vec![before.into(), Span::new(Role::Strong, names), after.into()]
        }
    };
    if unanswered > 0 {
        text.push(format!(" Still open: {unanswered} of 5.").into());
    }
    text
}

fn add_evidence(book: GuideView<'_>, readiness: &Readiness, bar: &Bar, doc: &mut Document) {
    match &bar.basis {
        Basis::Skills(score) => add_skills(book, readiness, score, doc),
        Basis::Experience { answer, usual, position } => {
            add_experience(book, answer, usual, *position, doc);
        }
        Basis::Education { answer, preferences } => add_education(book, answer, preferences, doc),
        Basis::Portfolio(exhibits) => add_portfolio(book, exhibits, doc),
        Basis::Kit(items) => {
            for (item, answer) in items {
                let state = match answer {
                    Answer::Missing => Span::new(Role::Open, "not answered"),
                    Answer::Unclear(words) => unclear(words),
                    Answer::Said { value: Preparation::Missing, .. } => {
                        Span::new(Role::NotYet, "not there yet")
                    }
                    Answer::Said { value: Preparation::Begun, .. } => Span::new(Role::NotYet, "begun"),
                    Answer::Said { value: Preparation::Ready, .. } => Span::new(Role::Good, "ready"),
                };
                doc.item(vec![format!("{}: ", subject(*item)).into(), state]);
            }
        }
    }
}

fn add_skills(book: GuideView<'_>, readiness: &Readiness, score: &LevelScore, doc: &mut Document) {
    doc.item(vec![format!("{}.", super::capitalised(&gap::reason(book, score))).into()]);
    if readiness.unrated > 0 {
        let all = score.skills.len();
        let rated = all.saturating_sub(readiness.unrated);
        doc.item(vec![format!("Rated so far: {rated} of the {all} skills that this level needs.").into()]);
    }
}

fn add_experience(
    book: GuideView<'_>,
    answer: &Answer<impl ToString>,
    usual: &Years,
    position: Option<ExperiencePosition>,
    doc: &mut Document,
) {
    let said = match answer {
        Answer::Missing => Span::new(Role::Open, "Not answered."),
        Answer::Unclear(words) => unclear(words),
        Answer::Said { value, .. } => format!("You say {}.", value.to_string()).into(),
    };
    let origin = book.origin(usual.source.as_ref(), usual.as_of.as_deref());
    let origin = if origin.is_empty() { origin } else { format!(" ({origin})") };
    doc.item(vec![
        said,
        format!(" Usual at this level: {usual}").into(),
        Span::new(Role::Dim, origin),
        ".".into(),
    ]);
    let remark = match position {
        None => return,
        Some(ExperiencePosition::Below) => {
            "This range is usual, not a rule. Skills and proofs can count more than years.".to_owned()
        }
        Some(ExperiencePosition::Within) => return,
        Some(ExperiencePosition::Above) => hint::levels_above(book),
    };
    doc.item(vec![remark.into()]);
}

fn add_education(
    book: GuideView<'_>,
    answer: &Answer<Route>,
    preferences: &[(EmployerPreference, Option<bool>)],
    doc: &mut Document,
) {
    match answer {
        Answer::Missing => {
            doc.item(vec![Span::new(Role::Open, "Not answered.")]);
        }
        Answer::Unclear(words) => {
            doc.item(vec![unclear(words)]);
        }
        Answer::Said { value, words } => {
            doc.item(vec![format!("You say: {words}. Counted as: {}.", value.name()).into()]);
        }
    }
    for (preference, is_open) in preferences {
        let state = match is_open {
            None => continue,
            Some(true) => Span::new(Role::Good, "no obstacle"),
            Some(false) => Span::new(Role::Open, "ask them first"),
        };
        doc.item(vec![format!("{}: ", preference.name).into(), state]);
    }
    let mut pages: Vec<&Link> = Vec::new();
    for link in preferences.iter().flat_map(|(preference, _)| &preference.see) {
        if !pages.contains(&link) {
            pages.push(link);
        }
    }
    if !pages.is_empty() {
        let mut text: Spans = vec![Span::new(Role::Dim, "Read: ")];
        text.extend(book.links(pages.into_iter().cloned()));
        doc.item(text);
    }
}

fn add_portfolio(book: GuideView<'_>, exhibits: &[Exhibit], doc: &mut Document) {
    let rows = exhibits.iter().map(|exhibit| {
        let (role, state) = match exhibit.state {
            ExhibitState::Shown => (Role::Good, "proved"),
            ExhibitState::OnWord => (Role::NotYet, "not proved yet"),
            ExhibitState::Below => (Role::NotYet, "below must-have"),
            ExhibitState::Unrated => (Role::Open, "open"),
        };
        let is_said = exhibit.answer.is_some_and(|(_, evidence)| evidence > Evidence::Claim);
        let proofs = match exhibit.proofs {
            0 if is_said => "no proof saved".to_owned(),
            0 => String::new(),
            proofs => count(proofs, "proof"),
        };
        vec![
            skill_link(book, &exhibit.skill).into(),
            format!("at least {}", exhibit.floor.number()).into(),
            format!("you: {}", skill_answer(exhibit.answer)).into(),
            Cell::new(role, state),
            Cell::new(Role::Dim, proofs),
        ]
    });
    doc.table(vec![Column::default(); 5], rows.collect());
    if let Some(hint) = hint::all_proofs(book) {
        doc.item(vec![hint.into()]);
    }
}

fn unclear(words: &str) -> Span {
    Span::new(Role::Open, format!("Your profile says \u{201c}{words}\u{201d}, which coach can't understand."))
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

/// What a question is about, in a few words.
#[must_use]
pub const fn subject(question: Topic) -> &'static str {
    match question {
        Topic::Years => "Years of paid work",
        Topic::Education => "Education",
        Topic::Resume => "Résumé",
        Topic::CoverLetter => "Cover letter",
        Topic::Interviews => "Practised interviews",
        Topic::HoursPerWeek => "Hours a week to study",
    }
}

/// The wording of the question.
#[must_use]
pub const fn ask(question: Topic) -> &'static str {
    match question {
        Topic::Years => "How many years of paid work in this career?",
        Topic::Education => "How did you learn it: degree, bootcamp, self-taught?",
        Topic::Resume => "Do you have a résumé you could send today?",
        Topic::CoverLetter => "Do you have a cover letter to start from?",
        Topic::Interviews => "Have you practised interviews aloud?",
        Topic::HoursPerWeek => "How many hours a week can you study?",
    }
}

fn add_questions(book: GuideView<'_>, questions: &[Topic], doc: &mut Document) {
    if questions.is_empty() {
        return;
    }
    doc.heading("Open questions");
    if let Some(hint) = hint::answer(book, questions) {
        doc.paragraph(hint);
        doc.gap();
    }
    let examples: Vec<_> = questions.iter().map(|topic| hint::such_as(book.face, *topic)).collect();
    let columns = if examples.iter().any(Option::is_some) { 2 } else { 1 };
    let rows = questions.iter().zip(examples).map(|(topic, example)| {
        let example = example.map(|example| Cell::new(Role::Dim, example));
        [ask(*topic).into()].into_iter().chain(example).collect()
    });
    doc.table(vec![Column::default(); columns], rows.collect());
}

/// The ratings to review, if any.
pub fn add_reviews(book: GuideView<'_>, reviews: &[Review], doc: &mut Document) {
    let Some(first) = reviews.first() else { return };
    doc.heading("Ratings to review");
    let reworded = reviews.iter().filter(|review| review.is_reworded);
    let old = reviews.iter().filter(|review| review.is_old);
    add_marked(book, "Reworded since you rated them:", reworded, doc);
    let months = count(book.guide.scoring.review_after_months as usize, "month");
    add_marked(book, &format!("Older than {months}:"), old, doc);
    doc.paragraph(hint::renew(book, &first.skill, first.answer));
}

fn add_marked<'a>(
    book: GuideView<'_>,
    why: &str,
    reviews: impl Iterator<Item = &'a Review>,
    doc: &mut Document,
) {
    let mut text: Spans = vec![Span::new(Role::Open, why)];
    for (i, review) in reviews.enumerate() {
        text.push(if i == 0 { " ".into() } else { ", ".into() });
        text.push(skill_link(book, &review.skill));
    }
    if text.len() > 1 {
        text.push(".".into());
        doc.item(text);
    }
}
