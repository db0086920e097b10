//! What people say about themselves beside ratings: six questions, kept in the profile's `[about]`, read forgivingly and typed
//! when the profile is loaded.

mod readings;
mod route;
#[cfg(test)]
mod route_words;

pub use readings::{HoursPerWeek, Preparation, Tenure};

use crate::guide::names::{folded, is_same};
use crate::guide::route::Route;
use indexmap::IndexMap;
use readings::MOST_YEARS;
use std::fmt;
use strum::{EnumIter, IntoEnumIterator};

/// Maximum characters of a free answer.
const LONGEST: usize = 200;

/// A question about the person that ratings don't answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
pub enum Topic {
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

impl Topic {
    /// All of them, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The key on the command line and in messages.
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
        Self::iter().find(|topic| topic.is_key(name) || topic.other_names().contains(&wanted.as_str()))
    }

    /// Whether a key of `[about]` is that of this topic.
    #[must_use]
    pub fn is_key(self, key: &str) -> bool {
        is_same(key, self.name()) || is_same(key, self.key())
    }

    /// An answer as it is kept: checked and in its plainest form.
    ///
    /// # Errors
    /// What would be an answer, where this is none.
    pub fn tidy(self, text: &str) -> Result<String, NotAnAnswer> {
        let text = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let text = text.collect::<Vec<_>>().join(" ");
        let problem = || NotAnAnswer { topic: self, text: text.clone() };
        match self {
            Self::Years => Tenure::read(&text).map(Tenure::plain),
            Self::Education => {
                route::read(&text).filter(|_| text.chars().count() <= LONGEST).map(|_| text.clone())
            }
            Self::HoursPerWeek => text.parse::<HoursPerWeek>().ok().map(|hours| hours.to_string()),
            Self::Resume | Self::CoverLetter | Self::Interviews => {
                Preparation::read(&text).map(|state| state.name().to_owned())
            }
        }
        .ok_or_else(problem)
    }
}

/// A text that does not answer its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct NotAnAnswer {
    /// The topic.
    pub topic: Topic,
    /// What was said.
    pub text: String,
}

impl NotAnAnswer {
    /// What would be an answer.
    #[must_use]
    pub fn advice(&self) -> String {
        match self.topic {
            Topic::Years => "write 3, 1.5 or 18 months".to_owned(),
            Topic::Education => format!(
                "write degree, degree in another field, apprenticeship, unfinished degree, bootcamp or self-taught; you can add words, such as bootcamp, 12 weeks (at most {LONGEST} characters)"
            ),
            Topic::HoursPerWeek => "write a number from 0.5 to 168, such as 6 or 7.5".to_owned(),
            Topic::Resume | Topic::CoverLetter | Topic::Interviews => "write yes, begun or no".to_owned(),
        }
    }
}

impl fmt::Display for NotAnAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { topic, text } = self;
        let advice = self.advice();
        match topic {
            Topic::Years => write!(f, "`{text}` is not a number of years from 0 to {MOST_YEARS}: {advice}"),
            Topic::Education => write!(f, "coach can't tell from `{text}` how you learned: {advice}"),
            Topic::HoursPerWeek => f.write_str(&HoursPerWeek::problem(text)),
            Topic::Resume | Topic::CoverLetter | Topic::Interviews => {
                write!(f, "`{text}` is not an answer: {advice}")
            }
        }
    }
}

/// The answer to a question about the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// Not answered: an open topic.
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
    fn read(words: Option<&str>, read: impl FnOnce(&str) -> Option<T>) -> Self {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
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

/// Everything in a profile's `[about]`: the words as the file has them, and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Key and words of every entry, in the order of the file; keys that no [`Topic`] has among them.
    entries: IndexMap<String, String>,
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
    pub hours_per_week: Answer<HoursPerWeek>,
}

impl Default for About {
    fn default() -> Self {
        Self::from_iter([])
    }
}

/// Reads the entries of `[about]`; keys may be written with hyphens or underscores.
impl FromIterator<(String, String)> for About {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(entries: I) -> Self {
        let entries: IndexMap<String, String> = entries.into_iter().collect();
        let said = |topic| entries.get(&key_in(topic, &entries)).map(String::as_str);
        Self {
            years: Answer::read(said(Topic::Years), Tenure::read),
            education: Answer::read(said(Topic::Education), route::read),
            resume: Answer::read(said(Topic::Resume), Preparation::read),
            cover_letter: Answer::read(said(Topic::CoverLetter), Preparation::read),
            interviews: Answer::read(said(Topic::Interviews), Preparation::read),
            hours_per_week: Answer::read(said(Topic::HoursPerWeek), |words| words.parse().ok()),
            entries,
        }
    }
}

impl About {
    /// Key and words of every entry, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(key, words)| (key.as_str(), words.as_str()))
    }

    /// The words of an entry.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&str> {
        self.entries.get(key).map(String::as_str)
    }

    /// The key under which a topic is answered, else [`Topic::key`].
    #[must_use]
    pub fn key(&self, topic: Topic) -> String {
        key_in(topic, &self.entries)
    }

    /// The person's own words on a topic, whether they can be understood or not.
    #[must_use]
    pub fn words(&self, topic: Topic) -> Option<&str> {
        self.entries.get(&self.key(topic)).map(String::as_str)
    }

    /// Answers a topic, or clears its answer.
    pub fn set(&mut self, topic: Topic, words: Option<&str>) {
        let key = self.key(topic);
        let mut entries = std::mem::take(&mut self.entries);
        match words {
            Some(words) => {
                entries.insert(key, words.to_owned());
            }
            None => {
                entries.shift_remove(&key);
            }
        }
        *self = entries.into_iter().collect();
    }

    /// Whether a topic has no answer that can be understood.
    #[must_use]
    pub const fn is_open(&self, topic: Topic) -> bool {
        match topic {
            Topic::Years => self.years.value().is_none(),
            Topic::Education => self.education.value().is_none(),
            Topic::Resume => self.resume.value().is_none(),
            Topic::CoverLetter => self.cover_letter.value().is_none(),
            Topic::Interviews => self.interviews.value().is_none(),
            Topic::HoursPerWeek => self.hours_per_week.value().is_none(),
        }
    }
}

fn key_in(topic: Topic, entries: &IndexMap<String, String>) -> String {
    let present = entries.keys().find(|key| topic.is_key(key));
    present.cloned().unwrap_or_else(|| topic.key().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Preparation, Tenure, Topic};

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
            let kept = Topic::Years.tidy(text).expect("years");
            assert_eq!(Tenure::read(&kept), Tenure::read(text), "{text} → {kept}");
        }
        assert_eq!(Topic::Resume.tidy("Done, two pages"), Ok("yes".to_owned()));
        assert_eq!(Topic::Interviews.tidy("3"), Ok("yes".to_owned()));
        assert_eq!(Preparation::read("not yet"), Some(Preparation::Missing));
        assert_eq!(Topic::HoursPerWeek.tidy("6 h"), Ok("6".to_owned()));
        assert_eq!(Topic::HoursPerWeek.tidy("7,5 hours"), Ok("7.5".to_owned()));
        assert_eq!(Topic::HoursPerWeek.tidy("0.5"), Ok("0.5".to_owned()));
        assert_eq!(Topic::HoursPerWeek.tidy("168"), Ok("168".to_owned()));
        for wrong in ["0", "0.4", "169", "six", "7.5.1", "-3"] {
            assert!(Topic::HoursPerWeek.tidy(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_key_may_be_written_in_many_ways() {
        for topic in Topic::all() {
            assert_eq!(Topic::named(topic.name()), Some(topic));
            assert_eq!(Topic::named(topic.key()), Some(topic));
        }
        assert_eq!(Topic::named("CV"), Some(Topic::Resume));
        assert_eq!(Topic::named("Cover letter"), Some(Topic::CoverLetter));
        assert_eq!(Topic::named("shoe-size"), None);
    }
}
