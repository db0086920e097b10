//! A month, such as the one in which a page was last checked.

use serde::{Deserialize, Serialize};
use std::fmt;

const NAMES: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A month of a year, written `2026-11` in the data and shown as `Nov 2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: u16,
    /// 1 to 12.
    month: u8,
}

/// The error for a text that is no month; holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a month: write the year and the month, such as 2026-11")]
pub struct NotAMonth(String);

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<Self, NotAMonth> {
        let read = || {
            let (year, month) = text.split_once('-')?;
            let is_plain = year.len() == 4 && month.len() == 2;
            let (year, month) = (year.parse().ok()?, month.parse().ok()?);
            (is_plain && (1..=12).contains(&month)).then_some(Self { year, month })
        };
        read().ok_or_else(|| NotAMonth(text.clone()))
    }
}

impl From<Month> for String {
    fn from(Month { year, month }: Month) -> Self {
        format!("{year:04}-{month:02}")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.get(usize::from(self.month) - 1).unwrap_or(&"");
        write!(f, "{name} {}", self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_year_and_a_month() {
        let month = Month::try_from("2026-11".to_owned()).unwrap();
        assert_eq!((month.to_string(), String::from(month)), ("Nov 2026".to_owned(), "2026-11".to_owned()));
        for wrong in ["2026", "2026-13", "2026-00", "26-11", "2026-1", "Nov 2026", "2026-11-26"] {
            assert!(Month::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
