//! Checks of interview questions.

use super::super::fault::Fault;
use super::super::model::{InterviewQuestion, Skill};
use super::super::scale::Rating;
use super::super::source_files::ParsedFile;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

const MIN_QUESTIONS: usize = 3;
/// Fewer points can't be told apart from luck, more nobody says in one answer.
const POINTS: RangeInclusive<usize> = 2..=6;
/// Maximum length of each text: a question is heard once, and a point is one sentence.
const MAX_CHARS: usize = 200;

/// Adds the faults of all questions to `faults`. Two questions with the same words would share one record of practice.
pub(super) fn check(skills: &[ParsedFile<Skill>], faults: &mut Vec<Fault>) {
    let mut asked: BTreeMap<String, &str> = BTreeMap::new();
    for file in skills {
        let questions = &file.value.questions;
        if questions.len() < MIN_QUESTIONS {
            let problem = format!("expected at least {MIN_QUESTIONS} interview questions");
            faults.push(file.fault("questions", problem));
        }
        for (i, question) in questions.iter().enumerate() {
            let key = format!("questions[{i}]");
            for (field, problem) in problems(question) {
                faults.push(file.fault(format!("{key}.{field}"), problem));
            }
            if let Some(other) = asked.insert(question.ask.to_lowercase(), &file.path) {
                faults.push(file.fault(format!("{key}.ask"), format!("{other} asks the same question")));
            }
        }
    }
}

/// What is wrong with a question, by field.
fn problems(question: &InterviewQuestion) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    if question.tests == Rating::None {
        problems.push(("tests".to_owned(), "a question tests a rating from 1 to 5".to_owned()));
    }
    if !POINTS.contains(&question.points.len()) {
        let problem = format!("expected two to six points, but found {}", question.points.len());
        problems.push(("good_answer".to_owned(), problem));
    }
    let texts = [("ask", &question.ask), ("follow_up", &question.follow_up), ("tells", &question.tells)];
    let points = question.points.iter().enumerate().map(|(i, point)| (format!("good_answer[{i}]"), point));
    for (field, text) in texts.map(|(field, text)| (field.to_owned(), text)).into_iter().chain(points) {
        if text.chars().count() > MAX_CHARS {
            problems.push((field, format!("longer than the maximum of {MAX_CHARS} characters")));
        }
    }
    for (i, point) in question.points.iter().enumerate() {
        if question.points.iter().take(i).any(|before| before == point) {
            problems.push((format!("good_answer[{i}]"), "this point stands there twice".to_owned()));
        }
    }
    problems
}
