//! The gap: the scores at every level, and one level skill by skill.

use super::{
    Face, GuideView, capitalised, count, hint, must_have_role, points, standing, standing_role, step_change,
    step_words,
};
use crate::coach::assessment::Assessment;
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::fraction::Fraction;
use crate::coach::plan::{Plan, Step, StepKind};
use crate::coach::score::{LevelScore, MustHave, MustHaveState, SkillScore, Standing, Verdict, ends};
use crate::guide::id::{LevelId, Link, SkillId};
use crate::guide::model::Track;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// Number of steps in the overview.
const STEPS_SHOWN: usize = 3;
/// Number of skills named one by one in a reason.
const NAMES: usize = 3;

/// The scores at every level.
#[must_use]
pub fn all(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Document {
    let mut doc = Document::titled(format!("{}: where you stand", book.guide.title));
    doc.spans(headline(book, assessment));
    doc.spans(progress_and_target(book, assessment, target));
    doc.gap();
    add_bars(book, assessment, target, &mut doc);
    doc.gap();
    if let Some(score) = next_level(book, assessment).filter(|_| assessment.rated > 0) {
        doc.spans(vec![
            Span::new(Role::Strong, format!("Next level: {}", book.level_name(&score.level))),
            format!(", {}: {}.", score.standing.name(), reason(book, score)).into(),
        ]);
        doc.gap();
    }
    doc.paragraph(Span::new(
        Role::Dim,
        format!(
            "Self-reported. Each score is a range: the lowest and the highest that your answers allow, in per cent of what the level needs. A level is ready when even the lower end is at least {} and every must-have is met. Missing proof and skills that are not rated make a range wide.",
            book.guide.scoring.threshold
        ),
    ));
    doc
}

/// The lowest level that isn't ready; on the track of the level reached, if that is above the core.
fn next_level<'a>(book: GuideView<'_>, assessment: &'a Assessment) -> Option<&'a LevelScore> {
    let reached = assessment.reached.as_ref().and_then(|id| book.guide.level(id));
    let branch = reached.map(|level| level.track).filter(|track| *track != Track::Core);
    let levels = book.guide.levels.iter().zip(&assessment.levels);
    let open = levels.filter(|(_, score)| score.standing != Standing::Ready);
    let mut ahead = open.filter(|(level, _)| branch.is_none_or(|branch| level.track == branch));
    ahead.next().map(|(_, score)| score)
}

/// The answer in a line: the level that the evidence shows, the level that the ratings say, and what is still open.
#[must_use]
pub fn headline(book: GuideView<'_>, assessment: &Assessment) -> Spans {
    if assessment.rated == 0 {
        return vec![Span::new(Role::Strong, "Nothing is rated yet, so every level is open.")];
    }
    let mut text: Spans = Vec::new();
    match &assessment.reached {
        Some(level) => {
            let is_unproved = assessment.level(level).is_some_and(|score| score.claims_only);
            text.push(if is_unproved { "You reach " } else { "You can show " }.into());
            text.push(Span::new(Role::Good, book.reached_name(level)));
            text.push(if is_unproved { ", but have proved nothing of it yet. " } else { ". " }.into());
        }
        None => text.push("Your evidence shows no level yet. ".into()),
    }
    if assessment.claimed == assessment.reached && assessment.reached.is_some() {
        text.push("Your ratings say the same.".into());
    } else {
        text.push("By your ratings: ".into());
        let first = book.guide.levels.first();
        let before = || first.map_or_else(String::new, |first| format!("on the way to {}", first.short));
        let claimed = assessment.claimed.as_ref();
        text.push(Span::new(Role::Strong, claimed.map_or_else(before, |level| book.reached_name(level))));
        text.push(".".into());
    }
    let unrated = assessment.skills.saturating_sub(assessment.rated);
    if assessment.possible != assessment.claimed && unrated > 0 {
        text.push(
            // Home counts the open questions of the target too, so the sentence says that these are others.
            format!(
                " {} at all levels could still change that.",
                capitalised(&count(unrated, "open answer"))
            )
            .into(),
        );
    }
    text
}

/// Skills rated, levels that block a ready one, and the target.
fn progress_and_target(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>) -> Spans {
    let mut text: Spans =
        vec![format!("{} of {} skills rated. ", assessment.rated, assessment.skills).into()];
    if let Some(sentence) = blocked(book, assessment) {
        text.push(format!("{sentence} ").into());
    }
    match target {
        Some(target) => text.push(format!("Target: {}.", book.level_name(target)).into()),
        None => text.push(hint::set_target(book).into()),
    }
    text
}

/// The reason why a ready level isn't reached: "Senior itself is ready, but Junior comes first: Git isn't rated."
#[must_use]
pub fn blocked(book: GuideView<'_>, assessment: &Assessment) -> Option<String> {
    let first = assessment.blocked_by.first()?;
    let blocking = assessment.level(first)?;
    let ready_above = book.guide.levels.iter().rev().find(|level| {
        assessment.level(&level.id).is_some_and(|score| score.verdict == Verdict::Ready)
            && book.guide.predecessors(level).any(|below| below.id == *first)
    })?;
    Some(format!(
        "{} itself is ready, but {} comes first: {}.",
        ready_above.short,
        book.level_name(first),
        reason(book, blocking)
    ))
}

/// The name of a level as a link; the target stands out.
fn target_link(book: GuideView<'_>, level: &LevelId, is_target: bool) -> Span {
    let link = Span::link(book.level_name(level), Link::Level(level.clone()));
    if is_target { Span { role: Role::Accent, ..link } } else { link }
}

/// A range bar for every level.
pub fn add_bars(book: GuideView<'_>, assessment: &Assessment, target: Option<&LevelId>, doc: &mut Document) {
    let rows = assessment.levels.iter().map(|score| {
        let is_target = target == Some(&score.level);
        let name = target_link(book, &score.level, is_target);
        vec![
            Cell::Text(vec![super::target_marker(is_target), name]),
            Cell::Range { low: score.low, high: score.high, mark: score.threshold },
            score.range().into(),
            standing(score.standing).into(),
        ]
    });
    let threshold = book.guide.scoring.threshold;
    let columns = vec![
        Column::left("  Level"),
        Column::left(format!("{threshold} = ready")).unsaid(),
        Column::right("Score").spoken(""),
        Column::left("Standing").spoken(""),
    ];
    doc.table(columns, rows.collect());
}

/// The reason for the standing, in a few words.
#[must_use]
pub fn reason(book: GuideView<'_>, score: &LevelScore) -> String {
    let threshold = book.guide.scoring.threshold;
    if score.standing < score.own_standing() {
        let before = score.held_by.iter().map(|level| book.level_name(level)).collect::<Vec<_>>();
        return format!("needs {} first", joined(&before));
    }
    match score.standing {
        Standing::Ready if score.claims_only => "every must-have is met, but not proved yet".to_owned(),
        Standing::Ready => format!("every must-have is met and the score is at least {threshold}"),
        Standing::NotYet => {
            let unmet = score.must_haves_in(MustHaveState::Unmet);
            let mut parts: Vec<_> = unmet.map(|floor| unmet_words(book, score, floor)).collect();
            if score.high < score.threshold {
                parts.push(format!("at best you would score {}, but you need {threshold}", best(score)));
            }
            parts.join("; ")
        }
        Standing::Unproved => only_proof_is_missing(book, score),
        Standing::Open => unanswered(book, score),
    }
}

fn best(score: &LevelScore) -> u64 {
    ends(score.low, score.high, score.threshold).1
}

/// `SQL 2, needs 3`.
fn unmet_words(book: GuideView<'_>, score: &LevelScore, floor: &MustHave) -> String {
    let rating = score.skill(&floor.skill).and_then(|skill| skill.answer);
    let rating = rating.map_or(0, |(rating, _)| rating.number());
    format!("{} {rating}, needs {}", book.skill_short(&floor.skill), floor.floor.number())
}

fn only_proof_is_missing(book: GuideView<'_>, score: &LevelScore) -> String {
    let open: Vec<_> =
        score.must_haves_in(MustHaveState::Open).map(|floor| book.skill_short(&floor.skill)).collect();
    match open[..] {
        [] => "only proof is missing".to_owned(),
        _ => format!("only proof is missing, most of all for {}", joined(&open)),
    }
}

/// Must-haves that aren't rated by name, or how many skills aren't rated.
fn unanswered(book: GuideView<'_>, score: &LevelScore) -> String {
    let must_haves = score.unrated().filter(|skill| skill.ask.must_have.is_some());
    let names: Vec<_> = must_haves.map(|skill| book.skill_short(&skill.ask.skill)).collect();
    match names.len() {
        0 => match score.unrated().count() {
            1 => "one skill isn't rated".to_owned(),
            number => format!("{number} skills aren't rated"),
        },
        1 => format!("{} isn't rated", names[0]),
        2..=NAMES => format!("{} aren't rated", joined(&names)),
        number => format!("{number} must-haves aren't rated"),
    }
}

/// `Git`, `Git and SQL`, `Git, SQL and Testing`.
fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// One level, skill by skill.
#[must_use]
pub fn level(book: GuideView<'_>, score: &LevelScore, plan: &Plan) -> Document {
    let title = book.guide.level(&score.level).map_or("", |level| &level.title);
    let mut doc = Document::titled(format!("{title}: the gap"));
    add_standing(book, score, &mut doc);
    add_must_haves(book, score, &mut doc);
    add_skills(book, score, &mut doc);
    add_settles(book, score, &mut doc);
    add_steps(book, plan, &mut doc);
    doc
}

fn add_standing(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    // On a screen the list beside it has the bar.
    let mut range = String::new();
    if book.face == Face::Interface {
        range = format!(", {}", score.range());
    } else {
        let bar = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
        let row = vec![bar, score.range().into(), standing(score.standing).into()];
        let columns = vec![Column::default().unsaid(), Column::default().spoken("score"), Column::default()];
        doc.table(columns, vec![row]);
        doc.gap();
    }
    let mut text: Spans = vec![
        Span::new(standing_role(score.standing), capitalised(score.standing.name())),
        range.into(),
        format!(": {}.", reason(book, score)).into(),
    ];
    if score.equal_weights_verdict != score.verdict {
        text.push(
            format!(
                " The weights decide this: if every skill counted the same, {}.",
                match score.equal_weights_verdict {
                    Verdict::Ready => "the level would be ready",
                    Verdict::NotYet => "it would be \u{201c}not yet\u{201d}",
                    Verdict::Undetermined => "it could still go either way",
                }
            )
            .into(),
        );
    }
    doc.spans(text);
}

/// The must-haves: those that are missing one by one, each with the sentence that closes it; then those that are met.
fn add_must_haves(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    doc.heading("Must-haves");
    for floor in score.must_haves_in(MustHaveState::Unmet).chain(score.must_haves_in(MustHaveState::Open)) {
        let answer = score.skill(&floor.skill).and_then(|skill| skill.answer);
        let (sign, words) = match (floor.state, answer) {
            (MustHaveState::Unmet, _) => {
                ("✗", format!(": needs {}, you have {}", floor.floor.number(), super::answer(answer)))
            }
            (_, Some(_)) => (
                "?",
                format!(": needs {}, and your {} needs proof", floor.floor.number(), super::answer(answer)),
            ),
            (_, None) => ("?", format!(": needs {}, not rated yet", floor.floor.number())),
        };
        let mut text: Spans =
            vec![skill_link(book, &floor.skill), Span::new(must_have_role(floor.state), words), ". ".into()];
        if let Some(skill) = book
            .library
            .skill(&floor.skill)
            .filter(|_| floor.state == MustHaveState::Unmet || answer.is_none())
        {
            text.push(Span::new(
                Role::Dim,
                format!(
                    "It is met when you can say: \u{201c}{}\u{201d}",
                    skill.anchors.of(floor.floor).text()
                ),
            ));
        }
        doc.marked(sign, text);
    }
    let met: Vec<&SkillId> = score.must_haves_in(MustHaveState::Met).map(|floor| &floor.skill).collect();
    if !met.is_empty() {
        let mut text: Spans = vec![Span::new(must_have_role(MustHaveState::Met), "Met: ")];
        text.extend(book.skill_links(met));
        text.push(".".into());
        doc.marked("✓", text);
    }
}

fn skill_link(book: GuideView<'_>, skill: &SkillId) -> Span {
    Span::link(book.skill_short(skill), Link::Skill(skill.clone()))
}

/// The skills that could still add something, the largest first; then those that add all they can.
fn add_skills(book: GuideView<'_>, score: &LevelScore, doc: &mut Document) {
    let whole = |skill: &SkillScore| skill.share_of_level();
    let missing = |skill: &SkillScore| whole(skill).minus(skill.low());
    let (mut open, complete): (Vec<_>, Vec<_>) =
        score.skills.iter().partition(|skill| missing(skill) > Fraction::ZERO);
    open.sort_by_key(|skill| std::cmp::Reverse(missing(skill)));
    if !open.is_empty() {
        doc.heading("What would add most");
        let rows = open.iter().map(|skill| {
            vec![
                skill_link(book, &skill.ask.skill).into(),
                Cell::new(
                    if skill.answer.is_some() { Role::Text } else { Role::Dim },
                    super::answer(skill.answer),
                ),
                format!("{} link", skill.ask.required.number()).into(),
                Span::from(format!("+{}", points(missing(skill))))
                    .said_as(format!("adds up to {} points", points(missing(skill))))
                    .into(),
            ]
        });
        let columns = vec![
            Column::left("Skill"),
            Column::left("You"),
            Column::left("Full with"),
            Column::right("Adds"),
        ];
        doc.table(columns, rows.collect());
    }
    if !complete.is_empty() {
        doc.gap();
        let mut text: Spans = vec!["Complete: ".into()];
        text.extend(book.skill_links(complete.iter().map(|skill| &skill.ask.skill)));
        text.push(".".into());
        doc.spans(text);
    }
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
            let mut text: Spans = vec![
                format!("{} could make it \u{201c}not yet\u{201d}: ", capitalised(&answers(skills.len())))
                    .into(),
            ];
            text.extend(book.skill_links(skills));
            text.push(".".into());
            doc.item(text);
        }
        None if score.unrated().next().is_none() => {
            doc.item(vec!["Nothing can make it \u{201c}not yet\u{201d}: only proof is missing.".into()]);
        }
        None => {
            doc.item(vec!["No open answer can make it \u{201c}not yet\u{201d}.".into()]);
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
    doc.heading(if is_ready { "How to be more certain" } else { "What to do first" });
    let rows = steps.iter().take(STEPS_SHOWN).map(|step| step_row(book, step));
    doc.table(step_columns(), rows.collect());
}

/// The columns of steps as rows.
#[must_use]
pub fn step_columns() -> Vec<Column> {
    vec![Column::default(), Column::default(), Column::default(), Column::right("")]
}

/// A step as a row: skill, what to do, hours, gain.
#[must_use]
pub fn step_row(book: GuideView<'_>, step: &Step) -> Vec<Cell> {
    let way = match step.kind {
        StepKind::Raise { .. } if step.needs_role => ", in a job with this role",
        StepKind::Raise { .. } => "",
        StepKind::Prove { .. } => " with a link or a referee",
    };
    let what = Span::from(format!("{}{way}", step_change(step)));
    let hours = match step.hours {
        [from, to] if from == to => format!("~{from} h"),
        [from, to] => format!("{from}–{to} h"),
    };
    vec![
        skill_link(book, &step.skill).into(),
        what.said_as(format!("{}{way}", step_words(step))).into(),
        hours.into(),
        Span::from(format!("+{}", points(step.gain)))
            .said_as(format!("adds {} points", points(step.gain)))
            .into(),
    ]
}
