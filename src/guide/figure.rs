//! Figures: amounts with a unit, a source and the date they describe.

use super::id::SourceId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The unit of a figure.
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
    /// The sign before an amount of money; `None` for other units.
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

/// A value or a range, with its source and the date it describes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The quantity measured.
    pub label: String,
    /// A single value; `None` when `low`, `high` or both give a range.
    #[serde(default)]
    pub value: Option<u64>,
    /// The lower end.
    #[serde(default)]
    pub low: Option<u64>,
    /// The upper end.
    #[serde(default)]
    pub high: Option<u64>,
    /// The unit.
    pub unit: Unit,
    /// The period, such as `year`.
    #[serde(default)]
    pub per: Option<String>,
    /// Whether it is approximate.
    #[serde(default)]
    pub about: bool,
    /// The same in US dollars, for pay in another currency.
    #[serde(default)]
    pub in_usd: Option<[u64; 2]>,
    /// The source. The data check reports a figure without one.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date or period it describes.
    #[serde(default)]
    pub as_of: Option<String>,
    /// A remark on how to read it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Figure {
    /// The amount as text: `$60,000–$85,000 a year`, `about 140,000 openings a year`, `17 %`.
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
    /// The unit.
    pub unit: Unit,
    /// The lower end; without an upper end it is shown as "from".
    pub low: Option<u64>,
    /// The upper end; without a lower end it is shown as "up to".
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

/// A whole number with thousands separators: `133,080`.
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

/// A range of years of experience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The lower end.
    pub from: u32,
    /// The upper end; `None` is open-ended.
    #[serde(default)]
    pub to: Option<u32>,
    /// The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date it describes.
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

/// The yearly pay of a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// The median.
    pub median: u64,
    /// The arithmetic mean.
    pub average: u64,
    /// The currency.
    pub unit: Unit,
    /// The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// The date it describes.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A source of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The title of the publication.
    pub title: String,
    /// The publisher.
    pub publisher: String,
    /// The date of publication.
    pub published: String,
    /// The web address.
    #[serde(default)]
    pub url: Option<String>,
    /// A remark on the source.
    #[serde(default)]
    pub note: Option<String>,
}
