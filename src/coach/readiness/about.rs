//! What somebody says of themselves beside ratings: few questions, kept in the profile's `[about]`, read forgivingly.

use super::route;
use crate::guide::route::Route;
use indexmap::IndexMap;
use std::fmt;
use strum::{EnumIter, IntoEnumIterator};

/// The longest working life that is believed.
const MOST_YEARS: u32 = 70;
/// The most hours of learning that a week holds.
const MOST_HOURS: u32 = 100;
/// So many characters of a free answer fit a page.
const LONGEST: usize = 200;

/// A question that ratings don't answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
pub enum Question {
    /// Years of paid work in the career.
    Years,
    /// How it was learnt.
    Education,
    /// Whether a résumé can be sent.
    Resume,
    /// Whether a cover letter can be sent.
    CoverLetter,
    /// Whether interviews have been practised.
    Interviews,
    /// Hours for learning in a week.
    HoursPerWeek,
}

impl Question {
    /// All of them, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The key on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Education => "education",
            Self::Resume => "resume",
            Self::CoverLetter => "cover-letter",
            Self::Interviews => "interviews",
            Self::HoursPerWeek => "hours-per-week",
        }
    }

    /// The key in the profile's `[about]`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CoverLetter => "cover_letter",
            Self::Interviews => "interview_practice",
            other => other.name(),
        }
    }

    const fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::Years => &["year", "experience", "yearsofexperience"],
            Self::Education => &["degree", "school", "training", "route"],
            Self::Resume => &["résumé", "cv", "curriculumvitae"],
            Self::CoverLetter => &["letter"],
            Self::Interviews => &["interview", "interviewpractice", "practice"],
            Self::HoursPerWeek => &["hours", "hoursaweek", "weeklyhours"],
        }
    }

    /// The question of a key, however it is written.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let wanted = folded(name);
        Self::iter().find(|question| {
            [question.name(), question.key()].iter().any(|name| folded(name) == wanted)
                || question.other_names().contains(&wanted.as_str())
        })
    }

    /// The key under which a profile already answers, else [`Question::key`].
    #[must_use]
    pub fn key_in(self, about: &IndexMap<String, String>) -> String {
        let wanted = [folded(self.name()), folded(self.key())];
        let present = about.keys().find(|key| wanted.contains(&folded(key)));
        present.cloned().unwrap_or_else(|| self.key().to_owned())
    }

    /// An answer as it is kept: checked and in its plainest form.
    ///
    /// # Errors
    /// What would be an answer, where this is none.
    pub fn tidy(self, text: &str) -> Result<String, NotAnAnswer> {
        let text = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let text = text.collect::<Vec<_>>().join(" ");
        let problem = || NotAnAnswer { question: self, text: text.clone() };
        match self {
            Self::Years => Tenure::read(&text).map(Tenure::plain),
            Self::Education => {
                route::read(&text).filter(|_| text.chars().count() <= LONGEST).map(|_| text.clone())
            }
            Self::HoursPerWeek => hours(&text).map(|hours| hours.to_string()),
            Self::Resume | Self::CoverLetter | Self::Interviews => {
                Preparation::read(&text).map(|state| state.name().to_owned())
            }
        }
        .ok_or_else(problem)
    }
}

/// Letters and digits alone, in lower case.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Why a text answers a question not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct NotAnAnswer {
    /// The question.
    pub question: Question,
    /// What was said.
    pub text: String,
}

impl fmt::Display for NotAnAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { question, text } = self;
        let name = question.name();
        match question {
            Question::Years => write!(
                f,
                "`{text}` is no number of years up to {MOST_YEARS}: write {name}=3, {name}=1.5 or {name}=\"18 months\""
            ),
            Question::Education => write!(
                f,
                "`{text}` names no way of learning that coach knows: say degree, degree in another field, apprenticeship, unfinished degree, bootcamp or self-taught, with up to {LONGEST} characters in all, such as {name}=\"bootcamp, 12 weeks\""
            ),
            Question::HoursPerWeek => {
                write!(f, "`{text}` is no number of hours from 1 to {MOST_HOURS}: write {name}=6")
            }
            Question::Resume | Question::CoverLetter | Question::Interviews => {
                write!(f, "`{text}` is no answer: write {name}=yes, {name}=begun or {name}=no")
            }
        }
    }
}

/// What is known of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// Not answered: an open question.
    Missing,
    /// The profile says something that can't be understood.
    Unclear(String),
    /// Answered.
    Said {
        /// What it means.
        value: T,
        /// The person's own words.
        words: String,
    },
}

impl<T> Answer<T> {
    fn of(
        question: Question,
        about: &IndexMap<String, String>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Self {
        let words = about.get(&question.key_in(about)).map(|words| words.trim());
        match words.filter(|words| !words.is_empty()) {
            None => Self::Missing,
            Some(words) => match read(words) {
                Some(value) => Self::Said { value, words: words.to_owned() },
                None => Self::Unclear(words.to_owned()),
            },
        }
    }

    /// What was said, if it can be understood.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Said { value, .. } => Some(value),
            Self::Missing | Self::Unclear(_) => None,
        }
    }

    /// The person's own words, whether they can be understood or not.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Missing => None,
            Self::Unclear(words) | Self::Said { words, .. } => Some(words),
        }
    }
}

/// All answers of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Paid work in the career.
    pub years: Answer<Tenure>,
    /// How it was learnt.
    pub education: Answer<Route>,
    /// The résumé.
    pub resume: Answer<Preparation>,
    /// The cover letter.
    pub cover_letter: Answer<Preparation>,
    /// Practised interviews.
    pub interviews: Answer<Preparation>,
    /// Hours for learning in a week.
    pub hours_per_week: Answer<u32>,
}

impl About {
    /// Reads a profile's `[about]`; keys may be written with hyphens or underscores.
    #[must_use]
    pub fn of(about: &IndexMap<String, String>) -> Self {
        Self {
            years: Answer::of(Question::Years, about, Tenure::read),
            education: Answer::of(Question::Education, about, route::read),
            resume: Answer::of(Question::Resume, about, Preparation::read),
            cover_letter: Answer::of(Question::CoverLetter, about, Preparation::read),
            interviews: Answer::of(Question::Interviews, about, Preparation::read),
            hours_per_week: Answer::of(Question::HoursPerWeek, about, hours),
        }
    }

    /// Whether a question has no answer that can be understood.
    #[must_use]
    pub const fn is_open(&self, question: Question) -> bool {
        match question {
            Question::Years => self.years.value().is_none(),
            Question::Education => self.education.value().is_none(),
            Question::Resume => self.resume.value().is_none(),
            Question::CoverLetter => self.cover_letter.value().is_none(),
            Question::Interviews => self.interviews.value().is_none(),
            Question::HoursPerWeek => self.hours_per_week.value().is_none(),
        }
    }
}

/// A length of paid work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenure {
    /// In months.
    pub months: u32,
}

impl Tenure {
    /// Reads `3`, `1.5`, `2,5 years`, `18 months`, `none`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if matches!(text.as_str(), "none" | "no" | "nothing") {
            return Some(Self { months: 0 });
        }
        let text = text.trim_start_matches("about ").trim_start_matches('~').trim_start();
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (number, unit) = text.split_at(end.unwrap_or(text.len()));
        let twelfths = match unit.trim_start_matches('+').trim() {
            "" | "y" | "yr" | "yrs" | "year" | "years" => 12,
            "m" | "mo" | "month" | "months" => 1,
            _ => return None,
        };
        let months = scaled(number, twelfths)?;
        (months <= MOST_YEARS * 12).then_some(Self { months })
    }

    fn plain(self) -> String {
        match (self.months / 12, self.months % 12) {
            (years, 0) => years.to_string(),
            (years, 6) => format!("{years}.5"),
            _ => format!("{} months", self.months),
        }
    }
}

impl fmt::Display for Tenure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (self.months / 12, self.months % 12) {
            (1, 0) => "one year".to_owned(),
            (years, 0) => format!("{years} years"),
            (0, 1) => "one month".to_owned(),
            (years, 6) if years > 0 => format!("{years}.5 years"),
            _ => format!("{} months", self.months),
        };
        f.pad(&text)
    }
}

/// A decimal number times a factor, rounded to the nearest; thousandths are as fine as anybody means it.
fn scaled(number: &str, factor: u32) -> Option<u32> {
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let part = format!("{part:0<3}");
    let thousandths: u32 = part.get(..3)?.parse().ok()?;
    let rest: &str = part.get(3..)?;
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    whole.checked_mul(factor)?.checked_add((thousandths * factor + 500) / 1000)
}

/// A whole number of hours, with or without its unit.
fn hours(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let end = text.find(|c: char| !c.is_ascii_digit());
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let known = matches!(unit.trim(), "" | "h" | "hour" | "hours" | "hours a week" | "h/week");
    let hours: u32 = number.parse().ok()?;
    (known && (1..=MOST_HOURS).contains(&hours)).then_some(hours)
}

/// How far something that an application needs has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preparation {
    /// Not there.
    Missing,
    /// Begun, not done.
    Begun,
    /// Ready to be used.
    Ready,
}

impl Preparation {
    /// The plain answer.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "no",
            Self::Begun => "begun",
            Self::Ready => "yes",
        }
    }

    /// Reads `yes`, `begun`, `no`, words like them, and a number, such as of practised interviews.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text == "in progress" {
            return Some(Self::Begun);
        }
        let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
        match word {
            "yes" | "y" | "true" | "ready" | "done" | "finished" => Some(Self::Ready),
            "begun" | "started" | "draft" | "drafted" | "partly" | "half" | "wip" => Some(Self::Begun),
            "no" | "n" | "false" | "none" | "not" | "nothing" => Some(Self::Missing),
            number => {
                let number: u32 = number.parse().ok()?;
                Some(if number == 0 { Self::Missing } else { Self::Ready })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Preparation, Question, Tenure};

    #[test]
    fn years_are_read_as_people_write_them() {
        let months = |text| Tenure::read(text).map(|tenure| tenure.months);
        assert_eq!(months("3"), Some(36));
        assert_eq!(months("1.5"), Some(18));
        assert_eq!(months("2,25 years"), Some(27));
        assert_eq!(months("about 10+ years"), Some(120));
        assert_eq!(months("18 months"), Some(18));
        assert_eq!(months("none"), Some(0));
        for wrong in ["", "many", "-3", "3.4.5", ".5", "1e3", "71", "4294967295", "3 weeks", "3.é"] {
            assert_eq!(months(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_kept_reads_as_what_was_said() {
        for text in ["0", "3", "1.5", "7 months", "18 months", "70"] {
            let kept = Question::Years.tidy(text).expect("years");
            assert_eq!(Tenure::read(&kept), Tenure::read(text), "{text} → {kept}");
        }
        assert_eq!(Question::Resume.tidy("Done, two pages"), Ok("yes".to_owned()));
        assert_eq!(Question::Interviews.tidy("3"), Ok("yes".to_owned()));
        assert_eq!(Preparation::read("not yet"), Some(Preparation::Missing));
        assert_eq!(Question::HoursPerWeek.tidy("6 h"), Ok("6".to_owned()));
        assert!(Question::HoursPerWeek.tidy("0").is_err());
    }

    #[test]
    fn a_key_may_be_written_in_many_ways() {
        for question in Question::all() {
            assert_eq!(Question::named(question.name()), Some(question));
            assert_eq!(Question::named(question.key()), Some(question));
        }
        assert_eq!(Question::named("CV"), Some(Question::Resume));
        assert_eq!(Question::named("Cover letter"), Some(Question::CoverLetter));
        assert_eq!(Question::named("shoe-size"), None);
    }
}
