//! The what-if page: the effect of supposed ratings.

use super::{GuideView, answer, gap, must_have_role, pay, points, standing, standing_role};
use crate::coach::fraction::Fraction;
use crate::coach::plan::Plan;
use crate::coach::score::{LevelScore, MustHaveState, Standing};
use crate::coach::what_if::WhatIf;
use crate::guide::id::{LevelId, Link};
use crate::guide::model::Level;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// The levels before and after, the level that would be reached with its pay, and the gaps left for the level `ahead`. `plan` is
/// the one to that level with the supposed ratings.
#[must_use]
pub fn page(
    book: GuideView<'_>,
    what_if: &WhatIf,
    target: Option<&LevelId>,
    ahead: Option<&Level>,
    plan: Option<&Plan>,
) -> Document {
    let mut doc = Document::titled("What if");
    if what_if.changes.is_empty() {
        doc.paragraph("Your profile already says this, so nothing would change.");
        return doc;
    }
    let rows = what_if.changes.iter().map(|change| {
        vec![
            Span::link(book.skill_short(&change.skill), Link::Skill(change.skill.clone())).into(),
            format!("{} → {}", answer(change.before), answer(change.after)).into(),
        ]
    });
    doc.table(vec![Column::default(); 2], rows.collect());
    doc.gap();
    add_reached(book, what_if, &mut doc);
    doc.heading("All levels");
    add_levels(book, what_if, target, &mut doc);
    if let Some((before, after)) = ahead.and_then(|level| what_if.level(&level.id)) {
        add_ahead(book, before, after, plan, &mut doc);
    }
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        "Self-reported, in per cent of what a level needs. This is only a test: your profile doesn't change.",
    ));
    doc
}

/// The effect on one level, in few lines: its range before and after, the level reached and its pay, and the gaps left.
#[must_use]
pub fn glance(book: GuideView<'_>, what_if: &WhatIf, level: &LevelId) -> Document {
    let mut doc = Document::default();
    let Some((before, after)) = what_if.level(level) else { return doc };
    let bar = |name: &str, score: &LevelScore| {
        let range = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
        vec![name.into(), range, score.range().into(), standing(score.standing).into()]
    };
    doc.table(vec![Column::default(); 4], vec![bar("Now", before), bar("After", after)]);
    doc.spans(reached_words(book, what_if));
    doc.spans(pay_words(book, what_if));
    let count = |state| after.must_haves_in(state).count();
    let (unmet, open) = (count(MustHaveState::Unmet), count(MustHaveState::Open));
    let missing = match (unmet, open) {
        (0, 0) => "Every must-have is met".to_owned(),
        _ => format!("Must-haves: {unmet} unmet, {open} open, {} met", count(MustHaveState::Met)),
    };
    let points_left = after.threshold.minus(after.low);
    let left = match points_left {
        Fraction::ZERO => format!("The score is at least {}", after.threshold.percent_down()),
        left => format!("{} points are missing to reach {}", points(left), after.threshold.percent_down()),
    };
    doc.paragraph(format!("{missing}. {left}."));
    doc
}

/// The columns and rows of a table of one level's skills, before and after.
#[must_use]
pub fn skills_table(book: GuideView<'_>, what_if: &WhatIf, level: &LevelId) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let columns = vec![
        Column::left("  Skill"),
        Column::right("Needs"),
        Column::left("Now"),
        Column::left("After"),
        Column::right("Points"),
    ];
    let Some((before, after)) = what_if.level(level) else { return (columns, Vec::new()) };
    let rows = before.skills.iter().zip(&after.skills).map(|(now, then)| {
        let skill = &now.ask.skill;
        let state = after.must_haves.iter().find(|floor| floor.skill == *skill).map(|floor| floor.state);
        let asked = now.ask.must_have.map_or_else(
            || now.ask.required.number().to_string(),
            |floor| format!("≥{} of {}", floor.number(), now.ask.required.number()),
        );
        let mut supposed: Spans = Vec::new();
        if now.answer != then.answer {
            supposed.push(Span::new(Role::Strong, answer(then.answer)));
        }
        if let Some(state) = state.filter(|state| *state != MustHaveState::Met) {
            let before = if supposed.is_empty() { "" } else { ", " };
            supposed.push(Span::new(must_have_role(state), format!("{before}{}", state.name())));
        }
        let gain = match (then.low().minus(now.low()), now.low().minus(then.low())) {
            (Fraction::ZERO, Fraction::ZERO) => String::new(),
            (gained, Fraction::ZERO) => format!("+{}", points(gained)),
            (_, lost) => format!("−{}", points(lost)),
        };
        let must = if state.is_some() { "! " } else { "  " };
        vec![
            Cell::Text(vec![must.into(), book.skill_short(skill).into()]),
            asked.into(),
            answer(now.answer).into(),
            Cell::Text(supposed),
            gain.into(),
        ]
    });
    (columns, rows.collect())
}

/// The level reached and its pay, before and after.
fn add_reached(book: GuideView<'_>, what_if: &WhatIf, doc: &mut Document) {
    doc.spans(reached_words(book, what_if));
    if let Some(sentence) = gap::blocked(book, &what_if.after) {
        doc.paragraph(sentence);
    }
    if what_if.after.reached.is_some() && what_if.before.reached != what_if.after.reached {
        doc.spans(pay_words(book, what_if));
    }
}

fn reached_words(book: GuideView<'_>, what_if: &WhatIf) -> Spans {
    let mut text = change_words(book, "Shown: ", &what_if.before.reached, &what_if.after.reached);
    text.push(" · ".into());
    text.extend(change_words(book, "by your ratings: ", &what_if.before.claimed, &what_if.after.claimed));
    text
}

/// `Shown: Junior → Mid-level`, or the level alone where nothing changes.
fn change_words(book: GuideView<'_>, what: &str, before: &Option<LevelId>, after: &Option<LevelId>) -> Spans {
    let name = |id: &Option<LevelId>| {
        id.as_ref().map_or_else(|| "no level yet".to_owned(), |id| book.reached_name(id))
    };
    let mut text: Spans = vec![what.into(), Span::new(Role::Strong, name(before))];
    if before != after {
        text.extend([" → ".into(), Span::new(Role::Strong, name(after))]);
    }
    text
}

/// The pay of the level that would be reached, compared with the present one.
fn pay_words(book: GuideView<'_>, what_if: &WhatIf) -> Spans {
    let level = |id: &Option<LevelId>| id.as_ref().and_then(|id| book.guide.level(id));
    let (now, then) = (level(&what_if.before.reached), level(&what_if.after.reached));
    let Some(shown) = then.or(now) else {
        return vec!["Median pay: your evidence shows no level yet.".into()];
    };
    let median = |level: Option<&Level>| {
        level.map_or_else(|| "none".to_owned(), |level| pay(&level.pay, level.pay.median))
    };
    let change = match (now, then) {
        (Some(now), Some(then)) if now.id != then.id => {
            format!("{} → {}", median(Some(now)), median(Some(then)))
        }
        (Some(_), None) => format!("{} → none", median(now)),
        _ => median(Some(shown)),
    };
    let origin = book.origin(shown.pay.source.as_ref(), shown.pay.as_of.as_deref());
    vec![
        format!("Median pay: {change} a year. ").into(),
        Span::new(Role::Dim, format!("{origin}; US; not a guarantee.")),
    ]
}

fn add_levels(book: GuideView<'_>, what_if: &WhatIf, target: Option<&LevelId>, doc: &mut Document) {
    let rows = what_if.levels().map(|(before, after)| {
        let marker = super::target_marker(target == Some(&after.level));
        let name = Span::link(book.level_name(&after.level), Link::Level(after.level.clone()));
        let same = (before.low, before.high) == (after.low, after.high);
        let range = if same {
            Span::new(Role::Dim, "same").said_as("after the same").into()
        } else {
            after.range().into()
        };
        vec![
            Cell::Text(vec![marker, name]),
            before.range().into(),
            range,
            Cell::Text(standings(before, after)),
        ]
    });
    let columns = vec![
        Column::left("  Level"),
        Column::right("Now"),
        Column::right("After"),
        Column::left("Standing").spoken(""),
    ];
    doc.table(columns, rows.collect());
}

fn standings(before: &LevelScore, after: &LevelScore) -> Spans {
    if before.standing == after.standing {
        return vec![standing(after.standing)];
    }
    vec![standing(before.standing), " → ".into(), standing(after.standing)]
}

/// The gaps left for one level.
fn add_ahead(
    book: GuideView<'_>,
    before: &LevelScore,
    after: &LevelScore,
    plan: Option<&Plan>,
    doc: &mut Document,
) {
    let is_ready = after.standing == Standing::Ready;
    let title = if is_ready { "would be ready" } else { "what would still be missing" };
    doc.heading(format!("{}: {title}", book.level_name(&after.level)));
    let bar = |name: &str, score: &LevelScore| {
        let range = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
        vec![name.into(), range, score.range().into()]
    };
    let columns = vec![Column::default(), Column::default().unsaid(), Column::default()];
    doc.table(columns, vec![bar("Now", before), bar("After", after)]);
    doc.gap();
    doc.spans(vec![
        Span::new(standing_role(after.standing), super::capitalised(after.standing.name())),
        format!(": {}.", gap::reason(book, after)).into(),
    ]);
    let unmet = after.must_haves_in(MustHaveState::Unmet).count();
    let open = after.must_haves_in(MustHaveState::Open).count();
    if unmet + open > 0 {
        let of = after.must_haves.len();
        doc.paragraph(format!("Must-haves: {} of {of} met, {open} open, {unmet} unmet.", of - open - unmet));
    }
    if let Some(plan) = plan.filter(|plan| !is_ready && !plan.steps.is_empty()) {
        doc.gap();
        doc.spans(vec![Span::new(Role::Strong, "Then do first")]);
        gap::add_beginning(book, plan, doc);
    }
}
