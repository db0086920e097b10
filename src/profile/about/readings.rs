//! Answers about oneself as values: years, hours a week, how far a preparation has come.

use std::fmt;
use std::str::FromStr;

/// The longest working life that is believed, in years.
pub const MOST_YEARS: u32 = 70;

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

    pub(super) fn plain(self) -> String {
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

/// Hours for learning in a week, 0.5 to 168, kept in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HoursPerWeek {
    minutes: u32,
}

impl HoursPerWeek {
    /// The fewest minutes that count.
    const FEWEST: u32 = 30;
    /// A week has no more minutes.
    const MOST: u32 = 168 * 60;

    /// Five hours: used where the person hasn't said. A convention.
    pub const USUAL: Self = Self { minutes: 5 * 60 };

    /// In minutes, 30 to 10,080.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        self.minutes
    }

    /// The hours, 0.5 to 168.
    #[must_use]
    pub fn hours(self) -> f64 {
        f64::from(self.minutes) / 60.0
    }

    /// Weeks that a number of hours takes, rounded up, at least one.
    #[must_use]
    pub fn weeks_for(self, hours: u32) -> u32 {
        let weeks = (u64::from(hours) * 60).div_ceil(u64::from(self.minutes)).max(1);
        u32::try_from(weeks).unwrap_or(u32::MAX)
    }

    /// The message for a text that is no such number.
    #[must_use]
    pub fn problem(text: &str) -> String {
        format!("`{text}` is not a number of hours a week from 0.5 to 168: write a number such as 6 or 7.5")
    }
}

impl FromStr for HoursPerWeek {
    type Err = String;

    /// Reads `6`, `7.5`, `7,5 hours`, `6 h/week`.
    fn from_str(text: &str) -> Result<Self, String> {
        let lower = text.trim().to_lowercase();
        let end = lower.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (number, unit) = lower.split_at(end.unwrap_or(lower.len()));
        let units = ["", "h", "hour", "hours", "hours a week", "hours per week", "h/week", "h a week"];
        let minutes = scaled(number, 60).filter(|_| units.contains(&unit.trim()));
        minutes
            .filter(|minutes| (Self::FEWEST..=Self::MOST).contains(minutes))
            .map(|minutes| Self { minutes })
            .ok_or_else(|| Self::problem(text))
    }
}

impl fmt::Display for HoursPerWeek {
    /// The hours with two decimals at most: `6`, `7.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.minutes * 100 + 30) / 60;
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl serde::Serialize for HoursPerWeek {
    /// As a number of hours, whole where it is.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.minutes.is_multiple_of(60) {
            return serializer.serialize_u32(self.minutes / 60);
        }
        serializer.serialize_f64(self.hours())
    }
}

/// A decimal number times a factor, rounded to the nearest whole. Digits behind the third decimal are ignored.
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
