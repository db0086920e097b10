//! `coach practice`: interview questions, one by one, for any terminal and any reader. Every answer is kept at once.

use super::assess::{Place, read};
use super::{Context, did_you_mean, waiting};
use crate::coach::practice::{Card, Scope};
use crate::guide::model::{InterviewQuestion, Skill};
use crate::guide::names;
use crate::profile::practice::{Attempt, FILE, MAX_BYTES, Record, Sure};
use crate::profile::store::CompanionError;
use crate::report::document::{Document, Role, Span};
use crate::report::{json, pages};
use std::io::{self, BufRead};

// Arguments of `coach practice`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Ask about this skill only
    #[arg(long, value_name = "SKILL")]
    skill: Option<String>,
    /// Ask what this level requires only
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// List the questions that are due today, and ask none
    #[arg(long)]
    due: bool,
}

const SURE_HELP: &str = "50 means that it could go either way, 100 that you are certain. s skips the question, q stops. What you have answered is kept.";
const MADE_HELP: &str = "Type the numbers of the points that your answer made, such as 1 3, or all, or none.";

/// What to do after a question.
enum Then {
    Next(Option<Attempt>),
    Stop(Option<Attempt>),
}

/// Asks a round of questions, or says what is due.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let scope = scope(arguments, context)?;
    read_record(context)?;
    let deck = context.session.deck(&scope);
    let today = context.session.today();
    if context.out.json {
        let value = serde_json::to_value(json::practice::practice(&context.session, &scope, &deck))?;
        return context.out.print_json(&value);
    }
    if arguments.due {
        let mut doc = pages::practice::due(context.view(), &deck, today);
        doc.gap();
        pages::practice::add_calibration(&context.session, &mut doc);
        return context.out.print(&doc);
    }
    let round = deck.round();
    let introduction = pages::practice::round(&deck, today);
    if round.is_empty() {
        return context.out.say(&introduction);
    }
    context.out.say(&format!(
        "{introduction} For each one say how sure you are, answer aloud or in notes, then see the points of a good answer. q stops; what you have answered is kept."
    ))?;
    let answered = ask_all(&round, context)?;
    context.out.gap()?;
    context.out.print(&closing(&answered, context))
}

fn scope(arguments: &Arguments, context: &Context<'_>) -> anyhow::Result<Scope> {
    let session = &context.session;
    let skill = arguments.skill.as_deref().map(|name| {
        names::skill(session.library(), name).map_err(|unknown| did_you_mean::explain(unknown, context))
    });
    let level = arguments.level.as_deref().map(|name| {
        names::level(session.guide(), name).map_err(|unknown| did_you_mean::explain(unknown, context))
    });
    let skill = skill.transpose()?.map(|skill| skill.id.clone());
    Ok(Scope { skill, level: level.transpose()?.map(|level| level.id.clone()) })
}

/// Reads the record of practice, and says what of it can't be understood.
///
/// # Errors
/// Where the file can't be read.
pub fn read_record(context: &mut Context<'_>) -> anyhow::Result<()> {
    let text = context.store.companion(FILE).read(MAX_BYTES)?;
    let record = Record::of(text.as_deref().unwrap_or_default());
    if let Some(notice) = record.notice() {
        context.out.notify(&notice);
    }
    context.session.take_attempts(record.attempts);
    Ok(())
}

fn ask_all(round: &[Card], context: &mut Context<'_>) -> anyhow::Result<Vec<Attempt>> {
    let mut input = io::stdin().lock();
    let mut answered = Vec::new();
    for (at, card) in (1..).zip(round) {
        let library = context.session.library();
        let Some((skill, question)) = card.question(library) else { continue };
        let (skill, question) = (skill.clone(), question.clone());
        let place = Place::Of(at, round.len());
        match ask(card, (&skill, &question), &place, &mut input, context)? {
            Then::Next(attempt) => answered.extend(attempt),
            Then::Stop(attempt) => {
                answered.extend(attempt);
                break;
            }
        }
    }
    Ok(answered)
}

fn ask(
    card: &Card,
    (skill, question): (&Skill, &InterviewQuestion),
    place: &Place,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Then> {
    let today = context.session.today();
    let mut doc = Document::default();
    doc.spans(place.title(&skill.name));
    doc.paragraph(Span::new(Role::Dim, pages::practice::about(card, question, today)));
    doc.paragraph(Span::new(Role::Strong, &question.ask));
    context.out.line("")?;
    context.out.print(&doc)?;
    let sure = match ask_sure(input, context)? {
        Told::Said(sure) => sure,
        Told::Skipped => return Ok(Then::Next(None)),
        Told::Stopped => return Ok(Then::Stop(None)),
    };
    context.out.ask("Answer aloud or in notes, then press Enter:")?;
    match read(input)? {
        None => return Ok(Then::Stop(None)),
        Some(text) if is_quit(&text) => return Ok(Then::Stop(None)),
        Some(_) => {}
    }
    let mut points = Document::default();
    for (number, point) in (1..).zip(&question.points) {
        points.marked(number.to_string(), vec![point.as_str().into()]);
    }
    context.out.print(&points)?;
    let Some(made) = ask_made(question.points.len(), input, context)? else { return Ok(Then::Stop(None)) };
    let ids = (skill.id.clone(), card.id.clone());
    let of = u8::try_from(question.points.len()).unwrap_or(u8::MAX);
    let Some(attempt) = Attempt::new(today, ids, sure, made, of) else { return Ok(Then::Next(None)) };
    keep(&attempt, context)?;
    context.out.print(&result(&attempt, question, context))?;
    Ok(Then::Next(Some(attempt)))
}

/// What a prompt was answered with.
enum Told<T> {
    Said(T),
    Skipped,
    Stopped,
}

fn ask_sure(input: &mut impl BufRead, context: &mut Context<'_>) -> anyhow::Result<Told<Sure>> {
    loop {
        context.out.ask("How sure are you that you can answer it? 50 to 100, s, q:")?;
        let Some(answer) = read(input)? else { return Ok(Told::Stopped) };
        match answer.to_lowercase().as_str() {
            "" => {}
            "s" | "skip" => return Ok(Told::Skipped),
            "?" | "help" => context.out.say(SURE_HELP)?,
            text if is_quit(text) => return Ok(Told::Stopped),
            text => match text.parse() {
                Ok(sure) => return Ok(Told::Said(sure)),
                Err(error) => context.out.say(&capitalised_sentence(&error))?,
            },
        }
    }
}

fn capitalised_sentence(error: &impl ToString) -> String {
    format!("{}.", pages::capitalised(&error.to_string()))
}

/// The numbers of the points that were made; nothing where the user stops or the input ends.
fn ask_made(
    points: usize,
    input: &mut impl BufRead,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Vec<u8>>> {
    loop {
        context.out.ask("Which points did you make? 1 3, all, none:")?;
        let Some(answer) = read(input)? else { return Ok(None) };
        if is_quit(&answer) {
            return Ok(None);
        }
        match made(&answer, points) {
            Some(made) => return Ok(Some(made)),
            None => context.out.say(MADE_HELP)?,
        }
    }
}

fn is_quit(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "q" | "quit")
}

/// The numbers of points in a text such as `1 3`, `1,3`, `all` or `none`; nothing where it says none of these.
fn made(text: &str, points: usize) -> Option<Vec<u8>> {
    let all = u8::try_from(points).ok()?;
    match text.to_lowercase().as_str() {
        "all" | "a" => return Some((1..=all).collect()),
        "none" | "n" | "0" => return Some(Vec::new()),
        _ => {}
    }
    let words = text.split([' ', ',', ';', '\t']).filter(|word| !word.is_empty());
    let mut made = words.map(|word| word.parse().ok()).collect::<Option<Vec<u8>>>()?;
    made.sort_unstable();
    made.dedup();
    let is_within = made.iter().all(|number| (1..=all).contains(number));
    (!made.is_empty() && is_within).then_some(made)
}

/// Adds an answer to the record. Waits while another coach is saving, but not forever.
fn keep(attempt: &Attempt, context: &mut Context<'_>) -> anyhow::Result<()> {
    let companion = context.store.companion(FILE);
    let line = attempt.line();
    let save = || companion.append(&line, MAX_BYTES);
    waiting::while_locked::<(), CompanionError>(save, |text| context.out.notify(text))?;
    context.out.set_done("your answer is kept");
    context.session.add_attempt(attempt.clone());
    Ok(())
}

fn result(attempt: &Attempt, question: &InterviewQuestion, context: &Context<'_>) -> Document {
    let mut doc = Document::default();
    let mut text = pages::practice::outcome(attempt);
    if let Some(day) = context.session.due(&attempt.question) {
        let again = pages::practice::when(day, context.session.today());
        text.push(format!(" It comes again {again}.").into());
    }
    doc.spans(text);
    pages::practice::add_follow_up(question, &mut doc);
    pages::practice::add_stories(context.session.stories(&attempt.skill), &mut doc);
    doc
}

fn closing(answered: &[Attempt], context: &Context<'_>) -> Document {
    let mut doc = Document::default();
    doc.paragraph(match answered.len() {
        0 => "Nothing was answered, so nothing is kept.".to_owned(),
        _ => pages::practice::this_round(answered),
    });
    pages::practice::add_calibration(&context.session, &mut doc);
    let deck = context.session.deck(&Scope::default());
    match (deck.due.len(), deck.next_due()) {
        (0, None) => {}
        (0, Some(day)) => {
            let again = pages::practice::when(day, context.session.today());
            doc.paragraph(format!("The next question comes again {again}. coach practice goes on."));
        }
        (due, _) => {
            let questions = pages::capitalised(&pages::count(due, "question"));
            let are = if due == 1 { "is" } else { "are" };
            doc.paragraph(format!("{questions} {are} due today. coach practice goes on."));
        }
    }
    doc
}

#[cfg(test)]
mod tests {
    use super::made;

    #[test]
    fn points_are_typed_as_people_do() {
        assert_eq!(made("1 3", 5), Some(vec![1, 3]));
        assert_eq!(made("3,1, 1", 5), Some(vec![1, 3]));
        assert_eq!(made("ALL", 3), Some(vec![1, 2, 3]));
        assert_eq!(made("none", 5), Some(vec![]));
        for text in ["", "6", "0 1", "1 x", "-1", "1.5", "999"] {
            assert_eq!(made(text, 5), None, "{text}");
        }
    }
}
