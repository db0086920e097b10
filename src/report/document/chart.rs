//! A chart: a range over time.

use crate::coach::fraction::Fraction;
use jiff::civil::Date;

/// A range that changes over time, on an axis from 0 to 1: a solid line for its lower end, a dotted line for its upper end, and a
/// horizontal rule at the threshold. Show the figures next to it, as the chart has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The ranges, the oldest first.
    pub steps: Vec<ChartStep>,
    /// The last day of the last range.
    pub until: Date,
    /// The position of the rule.
    pub mark: Fraction,
    /// The meaning of the lines.
    pub legend: Legend,
}

/// A range that is valid until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartStep {
    /// The first day on which it is valid.
    pub from: Date,
    /// The lower end.
    pub low: Fraction,
    /// The upper end.
    pub high: Fraction,
}

/// The meaning of each line of a chart, in a few words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legend {
    /// The solid line.
    pub low: String,
    /// The dotted line.
    pub high: String,
    /// The rule.
    pub mark: String,
}
