//! `coach assess`: plain questions, one by one, for any terminal and any reader. Every answer is saved at once.

use super::{Context, Misuse, rate};
use crate::coach::adaptive::{Estimate, FIRST_IMPRESSION};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Skill;
use crate::guide::names;
use crate::guide::scale::{Evidence, Rating};
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::pages::impression::{impression, news};
use crate::report::pages::{self, gap};
use std::io::{self, BufRead};

// Arguments of `coach assess`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Skills to rate; if you name none, all that are not rated yet, those of your target first
    #[arg(value_name = "SKILL")]
    skills: Vec<String>,
    /// Ask about rated skills too
    #[arg(long)]
    all: bool,
    /// Ask the most useful questions first, and stop when no answer can change your level
    #[arg(long, conflicts_with_all = ["skills", "all"])]
    quick: bool,
    /// Ask again about ratings that are old, or whose sentences have changed
    #[arg(long, conflicts_with_all = ["skills", "all", "quick"])]
    review: bool,
}

const HELP: &str = "Type the number, 0 to 5, of the highest sentence that is true of you. You can add the evidence: 3:link. x shows examples, s skips the question, b goes back, q stops. What you have answered is saved.";

/// Where a question stands among the others.
pub enum Place {
    /// Its number, and how many there are.
    Of(usize, usize),
    /// Its number, and how much is left at most.
    Quick(usize, String),
    /// It is asked about a step that is done.
    Step,
}

impl Place {
    /// The name of a skill and the place: `Git (3 of 12)`; in plain mode, which question it is comes first.
    pub fn title(&self, name: &str) -> Spans {
        let (shown, said) = match self {
            Self::Of(number, all) => (format!("{number} of {all}"), format!("Question {number} of {all}")),
            Self::Quick(number, left) => {
                (format!("question {number}, {left}"), format!("Question {number}, {left}"))
            }
            Self::Step => ("step done?".to_owned(), "Step done".to_owned()),
        };
        let title = Span::new(Role::Title, name).said_as(format!("{said}: {name}"));
        vec![title, Span::new(Role::Dim, format!("  ({shown})")).unsaid()]
    }
}

/// What to do after a question.
enum Then {
    Next,
    Back,
    Stop,
}

/// Asks until all is answered, the user stops or the input ends.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if context.out.json {
        let instead = "it asks questions. Save ratings with coach rate SKILL=RATING --json, and read them with coach profile --json";
        return Err(Misuse::no_json("coach assess", instead).into());
    }
    if arguments.quick {
        return quick(context);
    }
    let skills = skills_to_ask(arguments, context)?;
    if skills.is_empty() && arguments.review {
        return context.out.say("No rating is old, and no sentence you chose has changed.");
    }
    if skills.is_empty() {
        context.out.say("Every skill is rated. coach assess --all asks about all of them again; coach gap shows your score at every level.")?;
        return Ok(());
    }
    let count =
        if skills.len() == 1 { "One question".to_owned() } else { format!("{} questions", skills.len()) };
    context.out.print(&introduction(&count))?;
    let mut input = io::stdin().lock();
    let mut at = 0;
    while let Some(skill) = skills.get(at) {
        let place = Place::Of(at + 1, skills.len());
        match ask(skill, &place, &mut input, context)? {
            Then::Next => at += 1,
            Then::Back => at = at.saturating_sub(1),
            Then::Stop => break,
        }
    }
    context.out.gap()?;
    let sentence = closing(context);
    context.out.say(&sentence)
}

/// Asks the most useful question first. The next question is chosen after each answer, so that whoever stops early has the best estimate
/// that so many answers give.
fn quick(context: &mut Context<'_>) -> anyhow::Result<()> {
    context.out.print(&introduction("The most useful questions come first, and you can stop at any time. After six answers you get a first impression"))?;
    let mut input = io::stdin().lock();
    let mut asked: Vec<SkillId> = Vec::new();
    let mut again = None;
    let mut was_told = context.session.estimate().is_useful();
    loop {
        let next = again.take().or_else(|| context.session.next_question());
        // A question that was left open would come again and again; then the next open one takes its place.
        let next = next.filter(|id| !asked.contains(id)).or_else(|| next_open(context, &asked));
        let Some(id) = next else { break };
        let Some(skill) = context.session.library().skill(&id).cloned() else { break };
        let left = context.session.estimate().answers_left;
        let place = Place::Quick(asked.len() + 1, at_most(left));
        match ask(&skill, &place, &mut input, context)? {
            Then::Next => {
                asked.push(id);
                let estimate = context.session.estimate();
                if estimate.is_useful() && !std::mem::replace(&mut was_told, true) {
                    let impression = impression(context.view(), estimate, context.session.assessment());
                    let impression = impression.unwrap_or_default();
                    let sentence = news(&impression, estimate, "q stops here");
                    context.out.say(&sentence)?;
                }
            }
            Then::Back => again = asked.pop().or(Some(id)),
            Then::Stop => break,
        }
    }
    context.out.gap()?;
    let sentence = bracket(context, context.session.estimate());
    context.out.say(&sentence)?;
    let sentence = closing(context);
    context.out.say(&sentence)
}

/// The first skill without a rating that hasn't been asked, if some question was left open.
fn next_open(context: &Context<'_>, asked: &[SkillId]) -> Option<SkillId> {
    let is_open = |id: &SkillId| context.session.rating(id).is_none();
    if !asked.iter().any(is_open) {
        return None;
    }
    let mut skills = context.session.guide().asked_skills().into_iter();
    skills.find(|id| is_open(id) && !asked.contains(id)).cloned()
}

/// Between which levels the answers so far leave somebody.
fn bracket(context: &Context<'_>, estimate: &Estimate) -> String {
    let book = context.view();
    let name = |level: &Option<LevelId>| {
        level.as_ref().map_or_else(|| "no level yet".to_owned(), |id| book.reached_name(id))
    };
    if estimate.answered < FIRST_IMPRESSION {
        let missing = FIRST_IMPRESSION - estimate.answered;
        let questions = if missing == 1 { "question" } else { "questions" };
        return format!("Answer {missing} more {questions} for a first impression.");
    }
    let (least, most) = (name(&estimate.reached.at_least), name(&estimate.once_proved.at_most));
    if least == most {
        return format!("Your level is known (self-reported): {least}.");
    }
    let range =
        format!("You can show: {least}. Still possible, if you can prove it: {most} (self-reported).");
    match impression(book, estimate, context.session.assessment()) {
        Some(impression) => format!("{impression}. {range}"),
        None => range,
    }
}

/// How much is left of the quick check: `at most 7 answers left`.
fn at_most(answers: usize) -> String {
    match answers {
        0 => "your level is known".to_owned(),
        number => format!("at most {} left", pages::count(number, "answer")),
    }
}

fn introduction(what: &str) -> Document {
    let mut doc = Document::default();
    doc.paragraph(format!(
        "{what}. Choose the highest sentence that is true of you: what you have done, not what you could do. Type 0 to 5, x for examples, s to skip, b to go back or q to stop. Every answer is saved at once."
    ));
    doc
}

/// Named skills; else those without a rating (or all), the target level's first.
fn skills_to_ask(arguments: &Arguments, context: &Context<'_>) -> anyhow::Result<Vec<Skill>> {
    if !arguments.skills.is_empty() {
        let named =
            arguments.skills.iter().map(|name| names::skill(context.session.library(), name).cloned());
        return Ok(named.collect::<Result<_, _>>()?);
    }
    if arguments.review {
        let reviews = context.session.reviews().iter();
        let skills = reviews.filter_map(|review| context.session.library().skill(&review.skill).cloned());
        return Ok(skills.collect());
    }
    let mut ids = context.session.skills_to_ask();
    ids.retain(|id| arguments.all || context.session.rating(id).is_none());
    Ok(ids.into_iter().filter_map(|id| context.session.library().skill(id).cloned()).collect())
}

fn ask(
    skill: &Skill,
    place: &Place,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Then> {
    context.out.line("")?;
    context.out.print(&question(skill, place, context))?;
    let mine = context.session.rating(&skill.id);
    let prompt = match mine {
        Some(mine) => format!("0–5, Enter keeps {}, x, s, b, q:", pages::answer(Some(mine))),
        None => "0–5, x, s, b, q:".to_owned(),
    };
    let (rating, evidence) = loop {
        context.out.ask(prompt.as_str())?;
        let Some(answer) = read(input)? else { return Ok(Then::Stop) };
        match (answer.to_lowercase().as_str(), mine) {
            ("", Some((rating, evidence))) => break (rating, Some(evidence)),
            (answer, _) => match answer {
                "s" | "skip" => return Ok(Then::Next),
                "b" | "back" => return Ok(Then::Back),
                "q" | "quit" => return Ok(Then::Stop),
                "" => {}
                "x" | "examples" => context.out.print(&examples(skill))?,
                "?" | "help" => context.out.say(HELP)?,
                text => match rate::rating(text) {
                    Ok(answer) => break answer,
                    Err(error) => context.out.say(&error.to_string())?,
                },
            },
        }
    };
    // The same rating keeps its evidence.
    let standing = mine.filter(|(mine, _)| *mine == rating).map(|(_, evidence)| evidence);
    let evidence = match (rating, evidence) {
        (Rating::None, _) => Some(Evidence::Claim),
        (_, Some(evidence)) => Some(evidence),
        _ => ask_evidence(standing.unwrap_or_default(), input, context)?,
    };
    // A rating that was typed counts, even if the input ends before its evidence.
    let act = context.session.rate(&skill.id, rating, evidence);
    context.save(&act)?;
    let now = pages::answer(context.session.rating(&skill.id));
    let before = mine.map_or_else(String::new, |mine| format!(" (before: {})", pages::answer(Some(mine))));
    context.out.say(&format!("Saved: {} {now}{before}.", skill.short))?;
    Ok(if evidence.is_some() { Then::Next } else { Then::Stop })
}

/// A skill with the sentence of each rating; the person's own rating is marked.
pub fn question(skill: &Skill, place: &Place, context: &Context<'_>) -> Document {
    let mut doc = Document::default();
    doc.spans(place.title(&skill.name));
    doc.paragraph(Span::new(Role::Dim, &skill.summary));
    let mine = context.session.rating(&skill.id);
    for rating in Rating::all() {
        let mut text: Spans = pages::anchor(skill.anchors.of(rating), Role::Text);
        if let Some((_, evidence)) = mine.filter(|(mine, _)| *mine == rating) {
            text.push(Span::new(Role::Good, format!(" (your rating, {evidence})")));
        }
        doc.marked(rating.number().to_string(), text);
    }
    doc
}

/// What the sentence of each rating covers, for example.
fn examples(skill: &Skill) -> Document {
    let mut doc = Document::default();
    for rating in Rating::all().skip(1) {
        doc.marked(rating.number().to_string(), vec![skill.examples.of(rating).join(" ").into()]);
    }
    doc
}

/// Nothing where the input ends.
fn ask_evidence(
    standing: Evidence,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Evidence>> {
    let letter = standing.name().get(..1).unwrap_or_default();
    loop {
        let kinds = "Evidence: c claim, e example (a case you could tell), l link or referee";
        let prompt = Span::from(format!("{kinds} [{letter}]:"));
        context.out.ask(prompt.said_as(format!("{kinds}, Enter {letter}:")))?;
        let Some(answer) = read(input)? else { return Ok(None) };
        let answer = answer.to_lowercase();
        match answer.as_str() {
            "" => return Ok(Some(standing)),
            "c" => return Ok(Some(Evidence::Claim)),
            "e" => return Ok(Some(Evidence::Example)),
            "l" => return Ok(Some(Evidence::Link)),
            "q" | "quit" => return Ok(None),
            text => match text.parse() {
                Ok(evidence) => return Ok(Some(evidence)),
                Err(_) => context.out.line(&format!(
                    "Type c, e or l, or press Enter for {}.",
                    pages::evidence::with_article(standing)
                ))?,
            },
        }
    }
}

/// A line of input without its end; nothing where the input has ended.
pub fn read(input: &mut impl BufRead) -> anyhow::Result<Option<String>> {
    let mut line = Vec::new();
    let read = input.read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).trim().to_owned()))
}

fn closing(context: &Context<'_>) -> String {
    let assessment = context.session.assessment();
    let rated = format!("{} of {} skills rated.", assessment.rated, assessment.skills);
    let stand = context.session.target_score().map_or_else(String::new, |score| {
        let book = context.view();
        format!(
            " {}: {}, {} (self-reported); {}.",
            book.level_name(&score.level),
            score.range(),
            score.standing.name(),
            gap::reason(book, score)
        )
    });
    format!("{rated}{stand} coach gap shows every level; coach assess asks what is not rated yet.")
}
