//! The pay for a position, as an ad states it.

use super::money::{Amount, amounts};
use super::parts::Clause;
use super::tokens::tokens;

/// The time for which an amount is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Period {
    /// The name in JSON and in text.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// The pay for a position, in whole amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// The least, where the ad says so.
    pub min: Option<u64>,
    /// The most, where the ad says so.
    pub max: Option<u64>,
    /// The ISO code of the currency.
    pub currency: &'static str,
    /// The time for which it is paid; `None` where neither the ad nor the size of the amount tells.
    pub period: Option<Period>,
    /// The words of the ad.
    pub text: String,
    /// The line of the ad, from 1.
    pub line: usize,
}

/// An amount of this size is the pay of a year, where nothing else is said.
const YEARLY: u64 = 24_000;
/// Words near an amount that is the pay.
const PAY: &[&str] = &[
    "salary",
    "ctc",
    "pay",
    "compensation",
    "base",
    "rate",
    "gehalt",
    "jahresgehalt",
    "jahresbrutto",
    "brutto",
    "gross",
    "vergütung",
    "gehaltsrahmen",
    "gehaltsspanne",
    "lohn",
    "salaire",
    "rémunération",
    "fixe",
    "brut",
    "salario",
    "salarial",
    "retribución",
    "sueldo",
    "bruto",
    "salário",
    "remuneração",
    "ote",
    "range",
    "band",
    "annum",
    "p.a",
    "annual",
    "annually",
    "package",
    "comp",
    "b2b",
    "net",
    "netto",
    "stundensatz",
    "tagessatz",
    "tjm",
    "faixa",
    "banda",
    "earn",
    "wage",
    "day",
    "hour",
    "fte",
    "year",
];
/// Words near an amount that is something else.
const OTHER: &[&str] = &[
    "budget",
    "raised",
    "raise",
    "funding",
    "funded",
    "series",
    "revenue",
    "turnover",
    "umsatz",
    "arr",
    "invest",
    "allowance",
    "equipment",
    "referral",
    "refer",
    "bonu",
    "customer",
    "million",
    "mio",
    "transaction",
    "payment",
    "premium",
    "weiterbildung",
    "weiterbildungsbudget",
    "formation",
    "presupuesto",
    "orçamento",
    "conference",
    "learning",
    "home",
    "office",
    "worth",
    "volume",
    "stipend",
    "benefit",
    "prime",
    "saving",
    "process",
    "processes",
    "saved",
    "fine",
    "billion",
    "milliarden",
    "md",
    "bn",
    "contribution",
    "voucher",
    "sign",
];

/// The pay for the position: the amount that most looks like it, unless each looks like something else.
pub fn find(clauses: &[Clause<'_>]) -> Option<Pay> {
    let mut best: Option<(i32, Pay)> = None;
    let mut last_line = None;
    for clause in clauses {
        // The clauses of a line share it.
        if last_line == Some(std::ptr::from_ref(clause.line)) {
            continue;
        }
        last_line = Some(std::ptr::from_ref(clause.line));
        for amount in amounts(&clause.line.chars) {
            let (points, pay) = weigh(clause, &amount);
            if points > 0 && best.as_ref().is_none_or(|(most, _)| points > *most) {
                best = Some((points, pay));
            }
        }
    }
    best.map(|(_, pay)| pay)
}

fn weigh(clause: &Clause<'_>, amount: &Amount) -> (i32, Pay) {
    let chars = &clause.line.chars;
    let (before, behind) = around(chars, amount);
    let period = period(&behind).or_else(|| period_before(&before)).or_else(|| by_size(amount));
    let has = |words: &[&str], near: &[String]| near.iter().any(|word| words.contains(&word.as_str()));
    let (is_least, is_most) = bounds(&before, amount);
    let text: String = chars.get(amount.start..amount.end).unwrap_or_default().iter().collect();
    let mut points = 0;
    points += i32::from(has(PAY, &before) || has(PAY, &behind)) * 3;
    points += i32::from(period.is_some()) * 2;
    points += i32::from(amount.low < amount.high) * 2;
    points += i32::from(amount.low >= YEARLY && period == Some(Period::Year));
    points += i32::from(clause.is_title) * 2;
    let is_other = has(OTHER, &before) || has(OTHER, &behind);
    let is_pay = has(PAY, &before)
        || (has(PAY, &behind) && amount.low < amount.high)
        || behind.iter().take(2).any(|word| {
            matches!(word.as_str(), "base" | "salary" | "gross" | "brutto" | "brut" | "bruto" | "gehalt")
        });
    points -= if !is_other {
        0
    } else if is_pay {
        1
    } else {
        5
    };
    // `$20M`, `€3.1 billion`
    let is_millions = chars.get(amount.end).is_some_and(|c| matches!(c, 'M' | 'm' | 'B' | 'b'));
    points -= i32::from(is_millions) * 10;
    // A part of the pay, or a small benefit.
    points -= i32::from(amount.high < 15) * 5;
    let pay = Pay {
        min: (!is_most).then_some(amount.low),
        max: (!is_least).then_some(amount.high),
        currency: amount.currency,
        period,
        text,
        line: clause.line.position(amount.start).line,
    };
    (points - 2, pay)
}

/// The words of the sentence around an amount, in lower case: some before, some behind.
fn around(chars: &[char], amount: &Amount) -> (Vec<String>, Vec<String>) {
    const NEAR: usize = 7;
    let words =
        |chars: &[char]| -> Vec<String> { tokens(chars).into_iter().map(|token| token.key).collect() };
    let mut before = words(chars.get(..amount.start).unwrap_or_default());
    let start = before
        .iter()
        .rposition(|word| matches!(word.as_str(), ";" | "." | "!" | "•" | "·" | "|"))
        .map_or(0, |at| at + 1);
    before.drain(..start.max(before.len().saturating_sub(NEAR)));
    let mut behind = words(chars.get(amount.end..).unwrap_or_default());
    let end = behind
        .iter()
        .position(|word| matches!(word.as_str(), ";" | "." | "!" | "•" | "·" | "|"))
        .unwrap_or(behind.len());
    behind.truncate(end.min(NEAR));
    (before, behind)
}

fn period(words: &[String]) -> Option<Period> {
    const WORDS: &[(&str, Period)] = &[
        ("hour", Period::Hour),
        ("hr", Period::Hour),
        ("h", Period::Hour),
        ("stunde", Period::Hour),
        ("heure", Period::Hour),
        ("hora", Period::Hour),
        ("hourly", Period::Hour),
        ("std", Period::Hour),
        ("day", Period::Day),
        ("daily", Period::Day),
        ("tag", Period::Day),
        ("jour", Period::Day),
        ("día", Period::Day),
        ("dia", Period::Day),
        ("tagessatz", Period::Day),
        ("pd", Period::Day),
        ("tjm", Period::Day),
        ("month", Period::Month),
        ("monthly", Period::Month),
        ("monat", Period::Month),
        ("monatlich", Period::Month),
        ("moi", Period::Month),
        ("mois", Period::Month),
        ("mes", Period::Month),
        ("mê", Period::Month),
        ("mês", Period::Month),
        ("mensual", Period::Month),
        ("mensuale", Period::Month),
        ("mensai", Period::Month),
        ("mensuel", Period::Month),
        ("por mês", Period::Month),
        ("mth", Period::Month),
        ("year", Period::Year),
        ("yearly", Period::Year),
        ("annum", Period::Year),
        ("annually", Period::Year),
        ("annual", Period::Year),
        ("p.a", Period::Year),
        ("jahr", Period::Year),
        ("jährlich", Period::Year),
        ("año", Period::Year),
        ("ano", Period::Year),
        ("jahresgehalt", Period::Year),
    ];
    words.iter().find_map(|word| WORDS.iter().find(|(other, _)| other == word).map(|(_, period)| *period))
}

fn period_before(words: &[String]) -> Option<Period> {
    const WORDS: [(&str, Period); 12] = [
        ("hourly", Period::Hour),
        ("stundensatz", Period::Hour),
        ("day", Period::Day),
        ("daily", Period::Day),
        ("tagessatz", Period::Day),
        ("tjm", Period::Day),
        ("monthly", Period::Month),
        ("monatlich", Period::Month),
        ("mensual", Period::Month),
        ("annual", Period::Year),
        ("jahresgehalt", Period::Year),
        ("jahresbrutto", Period::Year),
    ];
    words.iter().find_map(|word| WORDS.iter().find(|(other, _)| other == word).map(|(_, period)| *period))
}

/// An amount of this size is for a year in the currencies that aren't small.
fn by_size(amount: &Amount) -> Option<Period> {
    (amount.low >= YEARLY && amount.high < 10_000_000).then_some(Period::Year)
}

/// Whether an amount is only the least (`from 60k`) or only the most (`up to 95k`).
fn bounds(before: &[String], amount: &Amount) -> (bool, bool) {
    if amount.low < amount.high {
        return (false, false);
    }
    let last: Vec<&str> = before.iter().rev().take(3).map(String::as_str).collect();
    let has = |words: &[&str]| last.iter().any(|word| words.contains(word));
    let is_most = has(&["up", "max", "maximum", "bis", "jusqu'à", "hasta", "até", "most"]) && !has(&["from"]);
    let is_least =
        has(&["from", "ab", "min", "minimum", "least", "desde", "partir", "starting", "above", "over"]);
    (is_least && !is_most, is_most)
}
