//! The record of practice: every answer to an interview question, a line of JSON each, in a file beside the profile.
//!
//! It is only ever added to. A line that can't be understood, such as one that a crash cut off, is passed over, so that it costs one
//! answer and not the record.

use super::model::Day;
use crate::guide::id::{QuestionId, SkillId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of the file beside the profile.
pub const FILE: &str = "practice.jsonl";
/// Maximum size of the file in bytes: tens of thousands of answers.
pub const MAX_BYTES: u64 = 4 << 20;
/// Maximum length of a line in bytes; the program writes less than half of that.
const MAX_LINE: usize = 1000;
/// Maximum number of points that a line may speak of.
const MAX_POINTS: u8 = 20;

/// How sure somebody is to know the answer, in per cent, 50 to 100. Below 50 they would rather bet that they don't know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Sure(u8);

/// A number that says no certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("type a number from 50 (it could go either way) to 100 (certain)")]
pub struct NotSure;

impl Sure {
    /// The least: it could go either way.
    pub const LEAST: Self = Self(50);
    /// Certain.
    pub const MOST: Self = Self(100);

    /// The per cents, 50 to 100.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Sure {
    type Error = NotSure;

    fn try_from(percent: u8) -> Result<Self, NotSure> {
        if (50..=100).contains(&percent) { Ok(Self(percent)) } else { Err(NotSure) }
    }
}

impl From<Sure> for u8 {
    fn from(sure: Sure) -> Self {
        sure.0
    }
}

impl std::str::FromStr for Sure {
    type Err = NotSure;

    /// Reads `80`, `80%` or `80 %`.
    fn from_str(text: &str) -> Result<Self, NotSure> {
        let number = text.trim().trim_end_matches('%').trim_end();
        number.parse::<u8>().map_err(|_| NotSure)?.try_into()
    }
}

impl fmt::Display for Sure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

/// One answer to an interview question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Line", into = "Line")]
pub struct Attempt {
    /// The day.
    pub on: Date,
    /// The question.
    pub question: QuestionId,
    /// The skill that it is about.
    pub skill: SkillId,
    /// How sure the person was before they answered.
    pub sure: Sure,
    /// The numbers of the points that the answer made, from 1, in ascending order, each once.
    made: Vec<u8>,
    /// How many points a good answer makes, 1 to 20.
    of: u8,
}

impl Attempt {
    /// An answer that made these points, numbered from 1, of so many; nothing where the numbers don't fit together.
    #[must_use]
    pub fn new(
        on: Date,
        (skill, question): (SkillId, QuestionId),
        sure: Sure,
        mut made: Vec<u8>,
        of: u8,
    ) -> Option<Self> {
        made.sort_unstable();
        let is_each_once = made.windows(2).all(|pair| pair.first() < pair.last());
        let is_within = made.iter().all(|point| (1..=of).contains(point));
        ((1..=MAX_POINTS).contains(&of) && is_each_once && is_within).then_some(Self {
            on,
            question,
            skill,
            sure,
            made,
            of,
        })
    }

    /// The numbers of the points that the answer made, from 1.
    #[must_use]
    pub fn made(&self) -> &[u8] {
        &self.made
    }

    /// How many points the answer made, and how many a good one makes.
    #[must_use]
    pub fn points(&self) -> (u64, u64) {
        (self.made.len().try_into().unwrap_or(u64::MAX), self.of.into())
    }

    /// The line of the record that says it, without a line end.
    #[must_use]
    pub fn line(&self) -> String {
        // A struct of texts and small numbers always becomes JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A line of the record as it is written. Keys that a later version adds are passed over.
#[derive(Serialize, Deserialize)]
struct Line {
    on: String,
    question: QuestionId,
    skill: SkillId,
    sure: Sure,
    made: Vec<u8>,
    of: u8,
}

/// A line whose values don't fit together.
#[derive(Debug, thiserror::Error)]
#[error("no day, or points that there are not")]
struct NoAttempt;

impl TryFrom<Line> for Attempt {
    type Error = NoAttempt;

    fn try_from(line: Line) -> Result<Self, NoAttempt> {
        let on = line.on.parse().map_err(|_| NoAttempt)?;
        Self::new(on, (line.skill, line.question), line.sure, line.made, line.of).ok_or(NoAttempt)
    }
}

impl From<Attempt> for Line {
    fn from(attempt: Attempt) -> Self {
        let Attempt { on, question, skill, sure, made, of } = attempt;
        Self { on: Day(on).to_string(), question, skill, sure, made, of }
    }
}

/// A record as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The answers in the order in which they were given.
    pub attempts: Vec<Attempt>,
    /// The numbers of the lines that couldn't be understood, from 1.
    pub passed_over: Vec<usize>,
}

impl Record {
    /// Reads a record. Empty lines say nothing.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut record = Self::default();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let attempt = Some(line).filter(|line| line.len() <= MAX_LINE);
            match attempt.and_then(|line| serde_json::from_str(line).ok()) {
                Some(attempt) => record.attempts.push(attempt),
                None => record.passed_over.push(number),
            }
        }
        record
    }

    /// What the owner of the file should know of it, in a sentence without its end.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        let first = self.passed_over.first()?;
        Some(match self.passed_over.len() - 1 {
            0 => format!("line {first} of {FILE} can't be understood and is passed over"),
            1 => format!("line {first} of {FILE} and one more can't be understood and are passed over"),
            more => {
                format!("line {first} of {FILE} and {more} more can't be understood and are passed over")
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempt, MAX_LINE, Record, Sure};
    use jiff::civil::date;

    fn attempt(made: &[u8], of: u8) -> Option<Attempt> {
        let ids = ("sql".parse().expect("an id"), "sql-1".parse().expect("an id"));
        Attempt::new(date(2026, 11, 26), ids, Sure(80), made.to_vec(), of)
    }

    const LINE: &str =
        r#"{"on":"2026-11-26","question":"sql-1","skill":"sql","sure":80,"made":[1,3],"of":5}"#;

    #[test]
    fn an_answer_is_a_line_and_a_line_an_answer() {
        let answer = attempt(&[3, 1], 5).expect("an attempt");
        assert_eq!(answer.line(), LINE);
        assert_eq!(Record::of(LINE).attempts, [answer]);
    }

    #[test]
    fn points_are_those_that_there_are_each_once() {
        assert_eq!(attempt(&[], 5).expect("none made").points(), (0, 5));
        for (made, of) in [(&[0][..], 5), (&[6], 5), (&[2, 2], 5), (&[], 0), (&[], 21)] {
            assert_eq!(attempt(made, of), None, "{made:?} of {of}");
        }
    }

    #[test]
    fn what_cannot_be_understood_costs_its_line_alone() {
        let later = LINE.replace("}", r#","mood":"good"}"#);
        let wrong = [
            LINE.replace("80", "40"),
            LINE.replace("80", "101"),
            LINE.replace("2026-11-26", "2026-13-26"),
            LINE.replace("[1,3]", "[1,9]"),
            LINE.replace("sql-1", "SQL"),
            format!("{LINE}{}", " ".repeat(MAX_LINE)),
            "[".repeat(900),
        ];
        let cut = &LINE[..40];
        let text = format!("{LINE}\n\n{later}\n{cut}\n{}\r\n{LINE}\n", wrong.join("\n"));
        let record = Record::of(&text);
        assert_eq!(record.attempts.len(), 3);
        assert_eq!(record.passed_over, (4..=11).collect::<Vec<_>>());
        let said = record.notice().expect("a notice");
        assert_eq!(said, "line 4 of practice.jsonl and 7 more can't be understood and are passed over");
        assert_eq!(Record::of("").notice(), None);
    }

    #[test]
    fn certainty_is_typed_as_people_do() {
        for text in ["80", " 80% ", "80 %"] {
            assert_eq!(text.parse(), Ok(Sure(80)), "{text}");
        }
        for text in ["", "49", "101", "300", "-60", "0.8", "sure"] {
            assert!(text.parse::<Sure>().is_err(), "{text}");
        }
    }
}
