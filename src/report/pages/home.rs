//! Home: the answer, the target with its must-haves, what to do now, and the other levels in a line.

use super::{GuideView, count, gap, hours_in_words, must_have_role, plan, points, standing, step_change};
use crate::coach::plan::calendar::{Calendar, DeadlineFit};
use crate::coach::plan::{Step, StepKind};
use crate::coach::score::{LevelScore, MustHaveState, Standing, ends};
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};
use crate::report::pages::Face;
use crate::session::Session;

/// Maximum number of steps.
const STEPS: usize = 5;
/// The head of how a thing is done: the cells say what they are.
pub const HOW: &str = "";
/// How many seconds a question takes.
const SECONDS_EACH: usize = 20;

/// What can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// A step of the plan to the target.
    Step(usize),
    /// Answer the open questions of the target.
    Questions,
    /// Review ratings that are old or reworded.
    Review,
    /// Choose a target.
    Target,
}

/// How the levels are shown below what to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Levels {
    /// The others, in a line.
    InALine,
    /// All of them, with their bars.
    WithBars,
}

/// The parts of Home.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// The answer, and where the person stands at the target.
    pub answer: Document,
    /// The heads of what to do now.
    pub columns: Vec<Column>,
    /// How much time there is for it: `5 hours a week`; empty where that isn't known.
    pub week: String,
    /// What to do now, the first thing first; a row for each.
    pub now: Vec<(Doing, Vec<Cell>)>,
    /// The other levels, and the progress so far.
    pub rest: Document,
}

impl From<Home> for Document {
    /// The parts one below the other.
    fn from(home: Home) -> Self {
        let mut doc = home.answer;
        doc.gap();
        let mut columns = home.columns;
        if let Some(how) = columns.last_mut() {
            how.head = home.week;
        }
        doc.table(columns, home.now.into_iter().map(|(_, cells)| cells).collect());
        doc.gap();
        doc.0.extend(home.rest.0);
        doc
    }
}

impl Home {
    /// Says how only where the rows above haven't said the same, and in the marked row.
    pub fn say_how_once(&mut self, marked: usize) {
        let mut said: Vec<Cell> = Vec::new();
        for (at, (_, cells)) in self.now.iter_mut().enumerate() {
            let Some(how) = cells.last_mut() else { continue };
            if said.contains(how) && at != marked {
                *how = "".into();
            } else {
                said.push(how.clone());
            }
        }
    }
}

/// Home for somebody; `progress` are lines about the past.
#[must_use]
pub fn page(session: &Session, progress: Vec<Spans>) -> Home {
    let view = GuideView::new(session, Face::Interface);
    Home {
        answer: answer(session, view),
        columns: vec![
            Column::left("Now"),
            Column::right("Hours"),
            Column::right("Points"),
            Column::left(HOW),
        ],
        week: session
            .hours_per_week()
            .map_or_else(String::new, |week| format!("{} a week", hours_in_words(week))),
        now: now(session, view),
        rest: rest(session, Levels::InALine, progress),
    }
}

/// What stands beside Home: more about one thing to do.
#[must_use]
pub fn detail(session: &Session, doing: Option<Doing>) -> Document {
    let view = GuideView::new(session, Face::Interface);
    match (doing, session.target_plan()) {
        (Some(Doing::Step(at)), Some((plan, calendar))) => plan::step(view, plan, calendar, at),
        (Some(Doing::Questions), _) => open_questions(session, view),
        (Some(Doing::Step(_) | Doing::Review | Doing::Target) | None, _) => Document::default(),
    }
}

/// The skills of the target that aren't rated yet, each with what the target asks.
fn open_questions(session: &Session, view: GuideView<'_>) -> Document {
    let mut doc = Document::default();
    doc.heading("Open questions");
    let open = session.target_score().into_iter().flat_map(LevelScore::unrated);
    let row = |name: &str, needs: String| vec![Cell::from(name), Cell::new(Role::Dim, needs)];
    let rows = open.map(|skill| {
        row(view.skill_short(&skill.ask.skill), format!("needs {}", skill.ask.required.number()))
    });
    doc.table(vec![Column::default(); 2], rows.collect());
    doc
}

fn answer(session: &Session, view: GuideView<'_>) -> Document {
    let mut doc = Document::default();
    doc.spans(gap::headline(view, session.assessment()));
    doc.gap();
    match session.target_score() {
        Some(score) => {
            let deadline = session.target_plan().and_then(|(_, calendar)| deadline(calendar));
            add_target(view, score, deadline, &mut doc);
            doc.spans(must_haves(view, score));
        }
        None => {
            doc.paragraph("You have no target yet. Choose one to see what is missing and what to do next.");
        }
    }
    if let Some(sentence) = gap::blocked(view, session.assessment()) {
        doc.paragraph(sentence);
    }
    doc
}

/// The target in a line: its standing, its range, and whether its deadline can be kept.
fn add_target(view: GuideView<'_>, score: &LevelScore, deadline: Option<Span>, doc: &mut Document) {
    let (low, high) = ends(score.low, score.high, score.threshold);
    let mut row: Vec<Cell> = vec![
        Cell::new(Role::Accent, view.level_name(&score.level)),
        standing(score.standing).into(),
        low.to_string().into(),
        Cell::Range { low: score.low, high: score.high, mark: score.threshold },
        high.to_string().into(),
    ];
    row.extend(deadline.map(Cell::from));
    doc.table(vec![Column::default(); row.len()], vec![row]);
}

/// `by 2027-06-30: late`.
fn deadline(calendar: &Calendar) -> Option<Span> {
    let deadline = calendar.deadline.as_ref()?;
    let is = |fit: DeadlineFit| deadline.fits.contains(&fit);
    let (role, word) = if deadline.fits.is_empty() {
        (Role::Dim, "hours a week not set")
    } else if is(DeadlineFit::Not) {
        (Role::NotYet, "late")
    } else if is(DeadlineFit::Undated) {
        (Role::Open, "depends on a role")
    } else if is(DeadlineFit::AtBest) {
        (Role::Open, "perhaps")
    } else {
        (Role::Good, "in time")
    };
    Some(Span::new(role, format!("by {}: {word}", deadline.by)))
}

/// The must-haves in a line: those that are unmet or open by name, the others counted. Each stays in one line.
fn must_haves(view: GuideView<'_>, score: &LevelScore) -> Spans {
    let mut text: Spans = vec![Span::new(Role::Dim, "Must-haves: ")];
    for state in [MustHaveState::Unmet, MustHaveState::Open] {
        let missing = score.must_haves_in(state);
        for floor in missing {
            let name = view.skill_short(&floor.skill);
            let answer = score.skill(&floor.skill).and_then(|skill| skill.answer);
            let words = match (state, answer) {
                (MustHaveState::Unmet, answer) => {
                    let rating = answer.map_or(0, |(rating, _)| rating.number());
                    format!("✗ {name} {rating}, needs {}", floor.floor.number())
                }
                (_, Some(_)) => format!("? {name}, not proved"),
                (_, None) => format!("? {name}, not rated"),
            };
            text.push(Span::new(must_have_role(state), unbroken(&words)));
            // The dot stays behind the name before it.
            text.push(Span::new(Role::Dim, "\u{a0}· ").said_as(", "));
        }
    }
    let met = score.must_haves_in(MustHaveState::Met).count();
    text.push(Span::new(must_have_role(MustHaveState::Met), unbroken(&format!("✓ {met} met"))));
    text
}

/// The text with spaces at which no line is broken.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

fn now(session: &Session, view: GuideView<'_>) -> Vec<(Doing, Vec<Cell>)> {
    let Some(score) = session.target_score() else {
        return vec![(
            Doing::Target,
            row("Choose your target level", "", "", "Then you see what is missing."),
        )];
    };
    let plan = session.target_plan().map(|(plan, _)| plan);
    let steps = plan.map_or(&[][..], |plan| &plan.steps);
    let beginning = plan.map(|plan| plan.beginning(STEPS)).unwrap_or_default().into_iter();
    let mut now: Vec<_> =
        beginning.filter_map(|at| Some((Doing::Step(at), step_row(view, steps.get(at)?)))).collect();
    let unrated = score.unrated().count();
    if unrated > 0 {
        let what = format!("Answer {}", count(unrated, "open question"));
        let minutes = (unrated * SECONDS_EACH).div_ceil(60);
        let questions = row(&what, &format!("~{minutes} min"), "", "The plan may get shorter.");
        // What can be proved stands first; before anything is learnt, the questions.
        let at = steps.iter().take(1).filter(|step| matches!(step.kind, StepKind::Prove { .. })).count();
        now.insert(at.min(now.len()), (Doing::Questions, questions));
    }
    if score.standing == Standing::Ready {
        now.insert(0, (Doing::Target, row("Choose your next target", "", "", "You can show this one.")));
    }
    let reviews = session.reviews().len();
    if reviews > 0 {
        let what = format!("Review {}", count(reviews, "rating"));
        now.push((Doing::Review, row(&what, "", "", "They are old, or the sentences have changed.")));
    }
    now
}

fn step_row(view: GuideView<'_>, step: &Step) -> Vec<Cell> {
    let name = view.skill_short(&step.skill);
    let (what, how) = match step.kind {
        StepKind::Prove { rating } => {
            (format!("Prove {name} {}", rating.number()), "link, referee or case".to_owned())
        }
        StepKind::Raise { .. } => (format!("{name} {}", step_change(step)), methods(view, step)),
    };
    let hours = match (step.needs_role, step.hours) {
        (true, _) => "role".to_owned(),
        (false, [from, to]) if from == to => from.to_string(),
        (false, [from, to]) => format!("{from}–{to}"),
    };
    row(&what, &hours, &format!("+{}", points(step.gain)), &how)
}

/// `read · practise · build`.
fn methods(view: GuideView<'_>, step: &Step) -> String {
    let skill = view.library.skill(&step.skill);
    let methods =
        skill.into_iter().flat_map(|skill| &skill.learn).map(|resource| resource.method.to_string());
    methods.collect::<Vec<_>>().join(" · ")
}

fn row(what: &str, hours: &str, points: &str, how: &str) -> Vec<Cell> {
    vec![what.into(), hours.into(), points.into(), Cell::new(Role::Dim, how)]
}

/// What stands below what to do now: the levels, and the lines about the past.
#[must_use]
pub fn rest(session: &Session, levels: Levels, progress: Vec<Spans>) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let mut doc = Document::default();
    match levels {
        _ if session.assessment().rated == 0 => {}
        Levels::InALine => {
            doc.spans(other_levels(session, view));
        }
        Levels::WithBars => {
            doc.heading("Every level");
            gap::add_bars(view, session.assessment(), session.target().map(|level| &level.id), &mut doc);
            doc.gap();
        }
    }
    for line in progress {
        doc.spans(line);
    }
    doc
}

/// The levels beside the target in a line: `Junior ready · Back-End Developer 55–93 unproved · Senior and above: not yet`.
fn other_levels(session: &Session, view: GuideView<'_>) -> Spans {
    let target = session.target().map(|level| &level.id);
    let others: Vec<&LevelScore> =
        session.assessment().levels.iter().filter(|score| Some(&score.level) != target).collect();
    let (near, alike) = others.split_at(others.len() - alike_at_the_end(&others));
    let mut text: Spans = Vec::new();
    for score in near {
        let range =
            if score.standing == Standing::Ready { String::new() } else { format!("{} ", score.range()) };
        text.push(format!("{} {range}", view.level_name(&score.level)).into());
        text.push(standing(score.standing));
        text.push(Span::new(Role::Dim, " · "));
    }
    match alike {
        [] => {
            text.pop();
        }
        [first, rest @ ..] => {
            let above = if rest.is_empty() { "" } else { " and above" };
            text.push(format!("{}{above}: ", view.level_name(&first.level)).into());
            text.push(standing(first.standing));
        }
    }
    text
}

/// How many levels at the end are all not yet or all open, so that one word says it of them.
fn alike_at_the_end(levels: &[&LevelScore]) -> usize {
    match levels.last().map(|score| score.standing) {
        Some(last @ (Standing::NotYet | Standing::Open)) => {
            levels.iter().rev().take_while(|score| score.standing == last).count()
        }
        Some(Standing::Unproved | Standing::Ready) | None => 0,
    }
}
