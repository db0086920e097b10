//! Figures: amounts with their unit, their source and the date that they stand for.

use super::id::SourceId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// US dollars.
    #[serde(rename = "USD")]
    Usd,
    /// Canadian dollars.
    #[serde(rename = "CAD")]
    Cad,
    /// Euros.
    #[serde(rename = "EUR")]
    Eur,
    /// Pounds sterling.
    #[serde(rename = "GBP")]
    Gbp,
    /// Australian dollars.
    #[serde(rename = "AUD")]
    Aud,
    /// Singapore dollars.
    #[serde(rename = "SGD")]
    Sgd,
    /// Yen.
    #[serde(rename = "JPY")]
    Jpy,
    /// Per cent.
    #[serde(rename = "percent")]
    Percent,
    /// Open positions.
    #[serde(rename = "openings")]
    Openings,
    /// Jobs.
    #[serde(rename = "jobs")]
    Jobs,
    /// Years.
    #[serde(rename = "years")]
    Years,
    /// Months.
    #[serde(rename = "months")]
    Months,
    /// Weeks.
    #[serde(rename = "weeks")]
    Weeks,
    /// Hours.
    #[serde(rename = "hours")]
    Hours,
    /// Levels of a ladder.
    #[serde(rename = "levels")]
    Levels,
}

impl Unit {
    /// The sign before an amount of money.
    #[must_use]
    pub const fn currency_sign(self) -> Option<&'static str> {
        match self {
            Self::Usd => Some("$"),
            Self::Cad => Some("CA$"),
            Self::Eur => Some("€"),
            Self::Gbp => Some("£"),
            Self::Aud => Some("A$"),
            Self::Sgd => Some("S$"),
            Self::Jpy => Some("¥"),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Openings => "openings",
            Self::Jobs => "jobs",
            Self::Years => "years",
            Self::Months => "months",
            Self::Weeks => "weeks",
            Self::Hours => "hours",
            Self::Levels => "levels",
            _ => "",
        }
    }
}

/// A figure: one value or a range, with the source and the date that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it measures.
    pub label: String,
    /// A single value; else `low`, `high` or both.
    #[serde(default)]
    pub value: Option<u64>,
    /// The lower end.
    #[serde(default)]
    pub low: Option<u64>,
    /// The upper end.
    #[serde(default)]
    pub high: Option<u64>,
    /// What is counted.
    pub unit: Unit,
    /// In which time, such as `year`.
    #[serde(default)]
    pub per: Option<String>,
    /// Whether it is approximate.
    #[serde(default)]
    pub about: bool,
    /// The same in US dollars, for pay in another currency.
    #[serde(default)]
    pub in_usd: Option<[u64; 2]>,
    /// Where it comes from. Missing reads as a fault of the data, reported with all others.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date or period that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
    /// How to read it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Figure {
    /// The amount in words: `$60,000–$85,000 a year`, `about 140,000 openings a year`, `17 %`.
    #[must_use]
    pub fn amount(&self) -> String {
        let about = if self.about { "about " } else { "" };
        let per = self.per.as_ref().map(|per| format!(" a {per}")).unwrap_or_default();
        format!(
            "{about}{}{per}",
            Amount { unit: self.unit, low: self.low.or(self.value), high: self.high.or(self.value) }
        )
    }
}

/// An amount or a range of amounts with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// What is counted.
    pub unit: Unit,
    /// The lower end; alone it reads "from".
    pub low: Option<u64>,
    /// The upper end; alone it reads "up to".
    pub high: Option<u64>,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = self.unit.currency_sign().unwrap_or_default();
        let amount = |n: u64| format!("{sign}{}", thousands(n));
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => f.write_str(&amount(low))?,
            (Some(low), Some(high)) => write!(f, "{}–{}", amount(low), amount(high))?,
            (Some(low), None) => write!(f, "from {}", amount(low))?,
            (None, Some(high)) => write!(f, "up to {}", amount(high))?,
            (None, None) => f.write_str("unknown")?,
        }
        match self.unit.word() {
            "" => Ok(()),
            word if self.low == Some(1) && self.high == Some(1) && word != "%" => {
                write!(f, " {}", word.trim_end_matches('s'))
            }
            word => write!(f, " {word}"),
        }
    }
}

/// A whole number with its thousands set apart: `133,080`.
#[must_use]
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Years of experience; `to` may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// At least.
    pub from: u32,
    /// At most; open-ended if missing.
    #[serde(default)]
    pub to: Option<u32>,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => f.pad(&format!("{}–{to} years", self.from)),
            None => f.pad(&format!("{}+ years", self.from)),
        }
    }
}

/// Pay of a level in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// Half earn less, half more.
    pub median: u64,
    /// The arithmetic mean.
    pub average: u64,
    /// The currency.
    pub unit: Unit,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date that it stands for.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// Where figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The work.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    #[serde(default)]
    pub url: Option<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<String>,
}
