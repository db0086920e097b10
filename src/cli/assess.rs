//! `coach assess`: plain questions, one by one, for any terminal and any reader. Every answer is saved at once.

use super::{Context, Misuse, rate};
use crate::coach::adaptive::Estimate;
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Skill;
use crate::guide::names;
use crate::guide::scale::{Evidence, Rating};
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::pages::{self, gap, overview::first_answer};
use std::io::{self, BufRead};

/// Arguments of `coach assess`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Skills to rate; without any those that have no rating yet, the target's first
    #[arg(value_name = "SKILL")]
    skills: Vec<String>,
    /// Ask for rated skills too
    #[arg(long)]
    all: bool,
    /// Ask what tells most first, until no answer can change the level
    #[arg(long, conflicts_with_all = ["skills", "all"])]
    quick: bool,
    /// Ask again for ratings that are old, or whose sentences have been reworded
    #[arg(long, conflicts_with_all = ["skills", "all", "quick"])]
    review: bool,
}

const HELP: &str = "Type the number of the sentence that is true of you, 0 to 5, alone or with its evidence, such as 3:link. s leaves the question open, b goes back, q stops; what you have answered is saved.";

/// What to do after a question.
enum Then {
    Next,
    Back,
    Stop,
}

/// Asks until all is answered, the user stops or the input ends.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    if context.out.json {
        let instead = "it asks questions; coach rate SKILL=RATING --json saves ratings and coach profile --json shows them";
        return Err(Misuse::no_json("coach assess", instead).into());
    }
    if arguments.quick {
        return quick(context);
    }
    let skills = skills_to_ask(arguments, context)?;
    if skills.is_empty() && arguments.review {
        return context.out.say("No rating is old, and no sentence that you rated has changed.");
    }
    if skills.is_empty() {
        context.out.say("Every skill has a rating. coach assess --all goes through them again, coach gap shows where you stand.")?;
        return Ok(());
    }
    let count =
        if skills.len() == 1 { "One question".to_owned() } else { format!("{} questions", skills.len()) };
    context.out.print(&introduction(&count))?;
    let mut input = io::stdin().lock();
    let mut at = 0;
    while let Some(skill) = skills.get(at) {
        let place = format!("{} of {}", at + 1, skills.len());
        match ask(skill, &place, &mut input, context)? {
            Then::Next => at += 1,
            Then::Back => at = at.saturating_sub(1),
            Then::Stop => break,
        }
    }
    context.out.line("")?;
    let sentence = closing(context);
    context.out.say(&sentence)
}

/// Asks in the order that tells most. After each answer the next question is chosen anew, so that stopping any time leaves
/// the best answer that so many questions give.
fn quick(context: &mut Context<'_>) -> anyhow::Result<()> {
    context.out.print(&introduction("The questions that tell most come first; stop whenever you like"))?;
    let mut input = io::stdin().lock();
    let mut asked: Vec<SkillId> = Vec::new();
    let mut again = None;
    let mut is_useful = context.session.estimate().is_useful();
    loop {
        let next = again.take().or_else(|| context.session.next_question());
        // A question that was left open would come again and again; then the next open one takes its place.
        let next = next.filter(|id| !asked.contains(id)).or_else(|| next_open(context, &asked));
        let Some(id) = next else { break };
        let Some(skill) = context.session.library().skill(&id).cloned() else { break };
        match ask(&skill, &format!("question {}", asked.len() + 1), &mut input, context)? {
            Then::Next => {
                asked.push(id);
                let estimate = context.session.estimate();
                let was_useful = std::mem::replace(&mut is_useful, estimate.is_useful());
                if is_useful && !was_useful {
                    let level = first_answer(context.view(), estimate);
                    context.out.say(&format!(
                        "A first answer stands: {level}. q stops here; going on only sharpens it."
                    ))?;
                }
            }
            Then::Back => again = asked.pop().or(Some(id)),
            Then::Stop => break,
        }
    }
    context.out.line("")?;
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
        level.as_ref().map_or_else(|| "no level yet".to_owned(), |id| book.level_name(id).to_owned())
    };
    let (least, most) = (name(&estimate.reached.at_least), name(&estimate.once_proved.at_most));
    let reach = if least == most {
        format!("Your answers settle it, as self-reported: {least}.")
    } else {
        format!(
            "So far, as self-reported, your answers reach: {least}. The most that is still possible, with proof: {most}."
        )
    };
    match &estimate.likely {
        Some(likely) if estimate.is_useful() => {
            format!("{reach} Likely, once proved: {}.", book.level_name(likely))
        }
        _ => reach,
    }
}

fn introduction(what: &str) -> Document {
    let mut doc = Document::default();
    doc.paragraph(format!(
        "{what}. Answer with what you have done, not with what you could do. Type 0 to 5, or s to skip, b to go back, q to stop; every answer is saved at once."
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
    place: &str,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Then> {
    context.out.line("")?;
    context.out.print(&question(skill, place, context))?;
    let mine = context.session.rating(&skill.id);
    let prompt = match mine {
        Some(mine) => format!("0–5, Enter keeps {}, s, b, q:", pages::answer(Some(mine))),
        None => "0–5, s, b, q:".to_owned(),
    };
    let (rating, evidence) = loop {
        context.out.ask(&prompt)?;
        let Some(answer) = read(input)? else { return Ok(Then::Stop) };
        match (answer.to_lowercase().as_str(), mine) {
            ("", Some((rating, evidence))) => break (rating, Some(evidence)),
            (answer, _) => match answer {
                "s" | "skip" => return Ok(Then::Next),
                "b" | "back" => return Ok(Then::Back),
                "q" | "quit" => return Ok(Then::Stop),
                "" => {}
                "?" | "help" => context.out.say(HELP)?,
                text => match rate::rating(text) {
                    Ok(answer) => break answer,
                    Err(error) => context.out.say(&error.to_string())?,
                },
            },
        }
    };
    // What stood behind the same rating stands behind it still.
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

/// A skill with the sentence of each rating, the one that stands marked.
pub fn question(skill: &Skill, place: &str, context: &Context<'_>) -> Document {
    let mut doc = Document::default();
    let title = Span::new(Role::Title, &skill.name);
    doc.spans(vec![title, Span::new(Role::Dim, format!("  ({place})"))]);
    doc.paragraph(Span::new(Role::Dim, &skill.summary));
    let mine = context.session.rating(&skill.id);
    for rating in Rating::all() {
        let mut text: Spans = vec![skill.anchors.of(rating).into()];
        if let Some((_, evidence)) = mine.filter(|(mine, _)| *mine == rating) {
            text.push(Span::new(Role::Good, format!(" (your rating, {evidence})")));
        }
        doc.marked(rating.number().to_string(), text);
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
        context
            .out
            .ask(&format!("Evidence: c claim, e a case you could tell, l a link or referee [{letter}]:"))?;
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
                Err(_) => context
                    .out
                    .line(&format!("c, e or l; Enter for {}", pages::evidence::with_article(standing)))?,
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
            score.verdict.name(),
            gap::reason(book, score)
        )
    });
    format!("{rated}{stand} coach gap shows every level; coach assess goes on with what is open.")
}
