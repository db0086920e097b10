//! The gap: the scores at every level, and one level skill by skill.

use super::{
    GuideView, capitalised, count, hint, must_have_role, points, step_change, verdict, verdict_role,
};
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::fraction::Fraction;
use crate::coach::plan::{Plan, Step, StepKind};
use crate::coach::score::{Assessment, LevelScore, MustHave, MustHaveState, SkillScore, Verdict};
use crate::guide::id::{LevelId, Link, SkillId};
use crate::guide::model::Track;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// Number of steps in the overview.
const STEPS_SHOWN: usize = 3;

/// The scores at every level.
#[must_use]
pub fn all(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Document {
    let mut doc = Document::titled(format!("{}: where you stand", book.guide.title));
    doc.spans(standing(book, assessment, target));
    doc.gap();
    add_bars(book, assessment, target, &mut doc);
    doc.gap();
    if let Some(score) = next_up(book, assessment).filter(|_| assessment.rated > 0) {
        doc.spans(vec![
            Span::new(Role::Strong, format!("Next up: {}", book.level_name(&score.level))),
            format!(", {}: {}.", score.verdict.name(), reason(book, score)).into(),
        ]);
        doc.gap();
    }
    doc.paragraph(Span::new(
        Role::Dim,
        format!(
            "Self-reported, in per cent of what a level asks: the least and the most that your answers allow. The mark stands at {}, where a level counts as ready. Ratings without proof and skills without a rating make a range wide.",
            book.guide.scoring.threshold
        ),
    ));
    doc
}

/// The lowest level that isn't ready; on the track of the level reached, if that is above the core.
fn next_up<'a>(book: GuideView<'_>, assessment: &'a Assessment) -> Option<&'a LevelScore> {
    let reached = assessment.reached.as_ref().and_then(|id| book.guide.level(id));
    let branch = reached.map(|level| level.track).filter(|track| *track != Track::Core);
    let levels = book.guide.levels.iter().zip(&assessment.levels);
    let open = levels.filter(|(_, score)| score.verdict != Verdict::Ready);
    let mut ahead = open.filter(|(level, _)| branch.is_none_or(|branch| level.track == branch));
    ahead.next().map(|(_, score)| score)
}

/// One sentence: skills rated, level reached, levels that block it, target.
fn standing(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Spans {
    let rated = format!("{} of {} skills rated. ", assessment.rated, assessment.skills);
    let mut text: Spans = vec![rated.into()];
    match &assessment.reached {
        Some(level) => {
            text.push("Reached: ".into());
            text.push(Span::new(Role::Good, book.level_name(level)));
            if assessment.level(level).is_some_and(|score| score.claims_only) {
                text.push(", on your word alone".into());
            }
            text.push(". ".into());
        }
        None => text.push("No level is reached yet. ".into()),
    }
    if let Some(sentence) = blocked(book, assessment) {
        text.push(format!("{sentence} ").into());
    }
    match target {
        Some(target) => text.push(format!("Target: {}.", book.level_name(target)).into()),
        None => text.push(hint::set_target(book.face).into()),
    }
    text
}

/// The reason why a ready level isn't reached: "Senior is met; Junior is open: Git isn't rated."
#[must_use]
pub fn blocked(book: GuideView<'_>, assessment: &Assessment) -> Option<String> {
    let first = assessment.blocked_by.first()?;
    let blocking = assessment.level(first)?;
    let ready_above = book.guide.levels.iter().rev().find(|level| {
        assessment.level(&level.id).is_some_and(|score| score.verdict == Verdict::Ready)
            && book.guide.predecessors(level).any(|below| below.id == *first)
    })?;
    let state = match blocking.verdict {
        Verdict::NotYet => "not yet",
        _ => "open",
    };
    Some(format!(
        "{} is met; {} is {state}: {}.",
        ready_above.short,
        book.level_name(first),
        reason(book, blocking)
    ))
}

/// A range bar for every level.
pub fn add_bars(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>, doc: &mut Document) {
    let rows = assessment.levels.iter().map(|score| {
        let is_target = target == Some(&score.level);
        let name = Span::link(book.level_name(&score.level), Link::Level(score.level.clone()));
        let marker = if is_target { "▸ " } else { "  " };
        vec![
            Cell::Text(vec![marker.into(), name]),
            Cell::Range { low: score.low, high: score.high, mark: score.threshold },
            score.range().into(),
            verdict(score.verdict).into(),
        ]
    });
    let threshold = book.guide.scoring.threshold;
    let columns = vec![
        Column::left("  Level"),
        Column::left(format!("mark at {threshold}")),
        Column::right("Score"),
        Column::left("Verdict"),
    ];
    doc.table(columns, rows.collect());
}

/// The reason for the verdict, in a few words.
#[must_use]
pub fn reason(book: GuideView<'_>, score: &LevelScore) -> String {
    let threshold = book.guide.scoring.threshold;
    let unmet: Vec<_> = score.must_haves_in(MustHaveState::Unmet).collect();
    let open: Vec<_> = score.must_haves_in(MustHaveState::Open).collect();
    match score.verdict {
        Verdict::Ready if score.claims_only => {
            "every must-have is met, on your word alone: no proof stands behind one".to_owned()
        }
        Verdict::Ready => format!("every must-have is met and the range starts at {threshold} or above"),
        Verdict::NotYet if !unmet.is_empty() => {
            let mut parts: Vec<_> = unmet.iter().map(|floor| unmet_words(book, score, floor)).collect();
            if score.high < score.threshold {
                parts.push(format!("and even at best {} of {threshold} is reached", best(score)));
            }
            parts.join("; ")
        }
        Verdict::NotYet => format!("even at best {} of {threshold} is reached", best(score)),
        Verdict::Undetermined if !open.is_empty() => {
            let parts: Vec<_> = open.iter().map(|floor| open_words(book, score, floor)).collect();
            parts.join("; ")
        }
        Verdict::Undetermined => format!("the range reaches from below {threshold} to above it"),
    }
}

fn best(score: &LevelScore) -> String {
    let range = score.range();
    range.rsplit('–').next().unwrap_or(&range).to_owned()
}

fn unmet_words(book: GuideView<'_>, score: &LevelScore, floor: &MustHave) -> String {
    let rating = score.skill(&floor.skill).and_then(|skill| skill.answer);
    let rating = rating.map_or(0, |(rating, _)| rating.number());
    format!("{} is {rating} and has to be at least {}", book.skill_short(&floor.skill), floor.floor.number())
}

fn open_words(book: GuideView<'_>, score: &LevelScore, floor: &MustHave) -> String {
    let name = book.skill_short(&floor.skill);
    match score.skill(&floor.skill).and_then(|skill| skill.answer) {
        Some(_) => format!("{name} has no proof at {}", floor.floor.number()),
        None => format!("{name} isn't rated"),
    }
}

/// One level, skill by skill.
#[must_use]
pub fn level(book: GuideView<'_>, score: &LevelScore, plan: &Plan) -> Document {
    let title = book.guide.level(&score.level).map_or("", |level| &level.title);
    let mut doc = Document::titled(format!("{title}: the gap"));
    add_verdict(book, score, &mut doc);
    add_must_haves(book, score, &mut doc);
    doc.heading("Skill by skill");
    add_skills(book, score, &mut doc);
    doc.gap();
    doc.paragraph(Span::new(
        Role::Dim,
        "Points of 100, self-reported: what you have at least and at most, of what the skill can give here, and what one rating more would add. ! marks a must-have.",
    ));
    add_settles(book, score, &mut doc);
    add_steps(book, plan, &mut doc);
    doc
}

fn add_verdict(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let bar = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
    let row = vec![bar, score.range().into(), verdict(score.verdict).into()];
    doc.table(vec![Column::default(); 3], vec![row]);
    doc.gap();
    let mut text: Spans = vec![
        Span::new(verdict_role(score.verdict), capitalised(score.verdict.name())),
        format!(": {}.", reason(book, score)).into(),
    ];
    if score.equal_weights_verdict != score.verdict {
        text.push(
            format!(
                " The weights decide here: if every skill counted the same, it would be {}.",
                score.equal_weights_verdict.name()
            )
            .into(),
        );
    }
    doc.spans(text);
}

fn add_must_haves(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    doc.heading("Must-haves");
    let rows = score.must_haves.iter().map(|floor| {
        let answer = score.skill(&floor.skill).map_or_else(String::new, answer_words);
        vec![
            Span::new(must_have_role(floor.state), floor.state.name()).into(),
            skill_link(book, &floor.skill).into(),
            format!("at least {}", floor.floor.number()).into(),
            format!("you: {answer}").into(),
        ]
    });
    doc.table(vec![Column::default(); 4], rows.collect());
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

fn answer_words(skill: &SkillScore) -> String {
    super::answer(skill.answer)
}

fn add_skills(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let total: u32 = score.skills.iter().map(|skill| skill.ask.weight).sum();
    let rows = score.skills.iter().map(|skill| {
        let must = if skill.ask.must_have.is_some() { "!" } else { " " };
        let most = Fraction::new(skill.ask.weight.into(), total.into());
        let counts = if skill.low == skill.high {
            points(skill.low)
        } else {
            format!("{}–{}", points(skill.low), points(skill.high))
        };
        let gain = skill.gain.map_or_else(
            || "?".to_owned(),
            |gain| if gain.percent_up() == 0 { "–".to_owned() } else { format!("+{}", points(gain)) },
        );
        vec![
            Cell::Text(vec![format!("{must} ").into(), skill_link(book, &skill.ask.skill)]),
            skill.ask.required.number().to_string().into(),
            Cell::new(if skill.answer.is_some() { Role::Text } else { Role::Dim }, answer_words(skill)),
            counts.into(),
            points(most).into(),
            gain.into(),
        ]
    });
    let columns = vec![
        Column::left("  Skill"),
        Column::right("Asked"),
        Column::left("You"),
        Column::right("Points"),
        Column::right("of"),
        Column::right("+1"),
    ];
    doc.table(columns, rows.collect());
}

/// The deciding skills of an undetermined level.
pub fn add_settles(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let deciding = deciding_skills(score);
    let Some(ready) = &deciding.ready else { return };
    doc.heading("What would settle it");
    let mut text: Spans =
        vec![format!("{} could make it ready: ", capitalised(&answers(ready.len()))).into()];
    text.extend(book.skill_links(ready));
    text.push(".".into());
    doc.item(text);
    match &deciding.not_yet {
        Some(skills) => {
            let mut text: Spans =
                vec![format!("{} could make it not yet: ", capitalised(&answers(skills.len()))).into()];
            text.extend(book.skill_links(skills));
            text.push(".".into());
            doc.item(text);
        }
        None if score.unrated().next().is_none() => {
            doc.item(vec!["Nothing can make it not yet any more: only proof is missing.".into()]);
        }
        None => {
            doc.item(vec!["No answer that is still open can make it not yet.".into()]);
        }
    }
}

/// `one answer or proof`, `3 answers or proofs`.
#[must_use]
pub fn answers(number: usize) -> String {
    if number == 1 {
        "one answer or proof".to_owned()
    } else {
        format!("{} or proofs", count(number, "answer"))
    }
}

fn add_steps(book: GuideView<'_>, plan: &Plan, doc: &mut Document) {
    let is_ready = plan.before.verdict == Verdict::Ready;
    let steps = if is_ready { &plan.surer } else { &plan.steps };
    if steps.is_empty() {
        return;
    }
    doc.heading(if is_ready { "What would make it surer" } else { "What to do first" });
    let rows = steps.iter().take(STEPS_SHOWN).map(|step| step_row(book, step));
    doc.table(
        vec![Column::default(), Column::default(), Column::default(), Column::right("")],
        rows.collect(),
    );
}

/// A step as a row: skill, what to do, hours, gain.
#[must_use]
pub fn step_row(book: GuideView<'_>, step: &Step) -> Vec<Cell> {
    let what = match step.kind {
        StepKind::Raise { .. } if step.needs_role => format!("{}, needs a role and time", step_change(step)),
        StepKind::Raise { .. } => step_change(step),
        StepKind::Prove { .. } => format!("{}: a link or a referee", step_change(step)),
    };
    let hours = match step.hours {
        [from, to] if from == to => format!("~{from} h"),
        [from, to] => format!("{from}–{to} h"),
    };
    vec![
        skill_link(book, &step.skill).into(),
        what.into(),
        hours.into(),
        format!("+{}", points(step.gain)).into(),
    ]
}
