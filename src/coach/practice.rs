//! Practice for interviews: which question comes next, when it comes again, and how sure somebody is against how right.
//!
//! `docs/practice.md` describes the rules. Nothing here changes a rating.

pub mod calibration;
pub mod fsrs;
pub mod grade;

use crate::guide::id::{QuestionId, SkillId};
use crate::guide::model::{Guide, InterviewQuestion, Level, Library, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;
use crate::profile::practice::Attempt;
use fsrs::Memory;
use jiff::civil::Date;
use std::collections::HashMap;

/// Maximum number of questions in a round.
pub const ROUND: usize = 10;

/// Which questions are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Those about this skill only.
    pub skill: Option<SkillId>,
    /// Those of this level only: about a skill that it asks for, up to the rating that it requires.
    pub level: Option<crate::guide::id::LevelId>,
}

/// A question to practise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: QuestionId,
    /// The skill that it is about.
    pub skill: SkillId,
    /// Its position among the questions of the skill, from 0.
    pub nth: usize,
    /// The day on which it comes again; nothing where it hasn't been asked yet.
    pub due: Option<Date>,
}

impl Card {
    /// The question.
    #[must_use]
    pub fn question<'a>(&self, library: &'a Library) -> Option<(&'a Skill, &'a InterviewQuestion)> {
        let skill = library.skill(&self.skill)?;
        Some((skill, skill.questions.get(self.nth)?))
    }

    /// How many days it has been due; negative before its day. Nothing where it is new.
    #[must_use]
    pub fn overdue(&self, today: Date) -> Option<i32> {
        let span = self.due?.until(today).ok()?;
        Some(span.get_days())
    }
}

/// The questions of a scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deck {
    /// Those to be asked again today, the most overdue first.
    pub due: Vec<Card>,
    /// Those that haven't been asked yet, the most useful first.
    pub new: Vec<Card>,
    /// Those to be asked again on a later day, the first day first.
    pub later: Vec<Card>,
}

impl Deck {
    /// The questions of a round: those that are due, then new ones. None comes twice.
    #[must_use]
    pub fn round(&self) -> Vec<Card> {
        self.due.iter().chain(&self.new).take(ROUND).cloned().collect()
    }

    /// The next day on which a question comes again, after today.
    #[must_use]
    pub fn next_due(&self) -> Option<Date> {
        self.later.first()?.due
    }
}

/// What the questions are chosen by.
#[derive(Debug, Clone, Copy)]
pub struct Chooser<'a> {
    /// Everything the program knows.
    pub library: &'a Library,
    /// The guide.
    pub guide: &'a Guide,
    /// The level aimed for.
    pub target: Option<&'a Level>,
    /// The person's ratings.
    pub ratings: &'a Ratings,
}

impl Chooser<'_> {
    /// The questions of a scope, by what the record says of them.
    #[must_use]
    pub fn deck(self, scope: &Scope, attempts: &[Attempt], today: Date) -> Deck {
        let memories = memories(attempts);
        let mut deck = Deck::default();
        let mut new = Vec::new();
        for (order, skill) in self.guide.asked_skills().into_iter().enumerate() {
            if scope.skill.as_ref().is_some_and(|only| only != skill) {
                continue;
            }
            let Some(most) = self.most(skill, scope) else { continue };
            let Some(record) = self.library.skill(skill) else { continue };
            for (nth, question) in record.questions.iter().enumerate() {
                if question.tests > most {
                    continue;
                }
                let id = question.id(skill);
                let due = memories.get(&id).map(|memory| memory.due());
                let card = Card { id, skill: skill.clone(), nth, due };
                match due {
                    None => new.push((self.use_of(skill), self.distance(skill, question.tests), order, card)),
                    Some(day) if day <= today => deck.due.push(card),
                    Some(_) => deck.later.push(card),
                }
            }
        }
        deck.due.sort_by_key(|card| card.due);
        deck.later.sort_by_key(|card| card.due);
        deck.new = in_turn(new);
        deck
    }

    /// The rating up to which a scope asks about a skill; nothing where it doesn't.
    fn most(self, skill: &SkillId, scope: &Scope) -> Option<Rating> {
        match &scope.level {
            None => Some(Rating::MAX),
            Some(level) => Some(self.guide.level(level)?.ask(skill)?.required),
        }
    }

    /// How useful a new question about a skill is: must-haves of the target, then ratings without a proof, then what else the target
    /// asks for, then the rest.
    fn use_of(self, skill: &SkillId) -> Use {
        let ask = self.target.and_then(|level| level.ask(skill));
        let is_unproved = matches!(
            self.ratings.answer(skill),
            Some((rating, Evidence::Claim)) if rating > Rating::None
        );
        match ask {
            Some(ask) if ask.must_have.is_some() => Use::MustHave,
            Some(_) | None if is_unproved => Use::Unproved,
            Some(_) => Use::Required,
            None => Use::Other,
        }
    }

    /// How far a question is from what an interviewer would ask: one that tests what the target requires, else the person's own
    /// rating, else the lowest. What is above that comes last.
    fn distance(self, skill: &SkillId, tests: Rating) -> (bool, u8) {
        let required = self.target.and_then(|level| level.ask(skill)).map(|ask| ask.required);
        let own = self.ratings.answer(skill).map(|(rating, _)| rating);
        let wanted = required.or(own).unwrap_or(Rating::Studied).max(Rating::Studied);
        (tests > wanted, wanted.number().abs_diff(tests.number()))
    }
}

/// How useful a new question is, the most useful first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    MustHave,
    Unproved,
    Required,
    Other,
}

/// New questions in the order of their use. Within one use every skill has its turn before one has its second.
fn in_turn(mut new: Vec<(Use, (bool, u8), usize, Card)>) -> Vec<Card> {
    new.sort_by_key(|(r#use, distance, order, card)| (*r#use, *order, *distance, card.nth));
    let mut turn = 0;
    let mut last = None;
    let mut turns: Vec<(Use, usize, usize, Card)> = Vec::new();
    for (r#use, _, order, card) in new {
        turn = if last == Some(order) { turn + 1 } else { 0 };
        last = Some(order);
        turns.push((r#use, turn, order, card));
    }
    turns.sort_by_key(|(r#use, turn, order, _)| (*r#use, *turn, *order));
    turns.into_iter().map(|(.., card)| card).collect()
}

/// What is remembered of each question.
fn memories(attempts: &[Attempt]) -> HashMap<&QuestionId, Memory> {
    let mut memories: HashMap<&QuestionId, Memory> = HashMap::new();
    for attempt in attempts {
        let before = memories.get(&attempt.question).copied();
        memories.insert(&attempt.question, after(before, attempt));
    }
    memories
}

fn after(before: Option<Memory>, attempt: &Attempt) -> Memory {
    let grade = grade::grade(attempt);
    match before {
        Some(memory) => memory.after(grade, attempt.on),
        None => Memory::first(grade, attempt.on),
    }
}

/// The day on which a question comes again after its last answer; nothing where it hasn't been asked.
#[must_use]
pub fn due(question: &QuestionId, attempts: &[Attempt]) -> Option<Date> {
    let of_question = attempts.iter().filter(|attempt| attempt.question == *question);
    of_question.fold(None, |memory, attempt| Some(after(memory, attempt))).map(Memory::due)
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::profile::practice::{Attempt, Sure};
    use jiff::civil::date;

    /// An answer about SQL that made the first points of so many.
    pub fn attempt(made: u8, of: u8, sure: u8) -> Attempt {
        let ids = ("sql".parse().expect("an id"), "sql-1".parse().expect("an id"));
        let sure = Sure::try_from(sure).expect("50 to 100");
        Attempt::new(date(2026, 11, 24), ids, sure, (1..=made).collect(), of).expect("an attempt")
    }
}
