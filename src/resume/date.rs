//! Dates as people write them: `2020-05`, `June 2016`, `2019`, `Fall 2018`, `Present`.

use jiff::civil::Date;

/// The years that are believed.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// Words for "it goes on".
const PRESENT: &[&str] = &[
    "present",
    "now",
    "current",
    "currently",
    "today",
    "ongoing",
    "to date",
    "till date",
    "until now",
    "heute",
    "bis heute",
    "aktuell",
    "jetzt",
    "laufend",
    "actuel",
    "présent",
    "aujourd'hui",
    "en cours",
    "actualidad",
    "actual",
    "presente",
    "atual",
    "oggi",
];

/// How the months begin, in English, German, French, Spanish and Portuguese.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "mrz"],
    &["apr", "avr", "abr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "out"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The year, 1900 to 2100.
    pub year: i16,
    /// The month, 1 to 12, where it is known.
    pub month: Option<i8>,
    /// The day, 1 to 31, where it is known; never without a month.
    pub day: Option<i8>,
}

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Nothing is written.
    Missing,
    /// It goes on.
    Present,
    /// A day, a month or a year. Of a season or a quarter only the year is known for sure.
    At(Moment),
    /// Something that is no date.
    Unclear,
}

impl Moment {
    fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let is_year = YEARS.contains(&year);
        let is_month = month.is_none_or(|month| (1..=12).contains(&month));
        let is_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(month), Some(day)) => Date::new(year, month, day).is_ok(),
        };
        (is_year && is_month && is_day).then_some(Self { year, month, day })
    }

    /// The first month it can mean, counted from the year 0.
    #[must_use]
    pub fn first_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1
    }

    /// The last month it can mean, counted from the year 0.
    #[must_use]
    pub fn last_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(12)) - 1
    }
}

/// The date as JSON Resume writes it: `2016`, `2016-06` or `2016-06-30`.
impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

/// The month of a day, counted from the year 0.
#[must_use]
pub fn month_of(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// Reads a date.
#[must_use]
pub fn read(text: &str) -> When {
    let text = text.trim().trim_end_matches(['.', ',']).to_lowercase();
    if text.is_empty() {
        return When::Missing;
    }
    if PRESENT.contains(&text.as_str()) {
        return When::Present;
    }
    numbers(&text).or_else(|| words(&text)).map_or(When::Unclear, When::At)
}

/// Two dates with a dash or a word between them: `Jan 2016 – Present`.
#[must_use]
pub fn range(text: &str) -> Option<(When, When)> {
    let parts = [" - ", "–", "—", " to ", " bis ", " until ", " till "]
        .iter()
        .find_map(|between| text.split_once(between).filter(|(_, end)| !end.trim().is_empty()));
    let years = || text.trim().split_once('-').filter(|(start, end)| start.len() == 4 && end.len() == 4);
    let (start, end) = parts.or_else(years)?;
    match (read(start), read(end)) {
        (When::Unclear | When::Missing, _) | (_, When::Unclear | When::Missing) => None,
        both => Some(both),
    }
}

/// A date of numbers. Where a day can't be told from a month, only the year is known.
fn numbers(text: &str) -> Option<Moment> {
    let text = text.split_once('t').filter(|(day, _)| day.len() == 10).map_or(text, |(day, _)| day);
    let separator = text.chars().find(|c| !c.is_ascii_digit());
    let parts: Vec<&str> =
        separator.map_or_else(|| vec![text], |separator| text.split(separator).map(str::trim).collect());
    if !separator.is_none_or(|separator| matches!(separator, '-' | '/' | '.')) {
        return None;
    }
    let is_year = |text: &str| text.len() == 4;
    let number = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten()
    };
    let small =
        |text: &str| number(text).filter(|_| text.len() <= 2).and_then(|number| i8::try_from(number).ok());
    match parts[..] {
        [year] if is_year(year) => Moment::new(number(year)?, None, None),
        [year, month] if is_year(year) => Moment::new(number(year)?, Some(small(month)?), None),
        [month, year] if is_year(year) => Moment::new(number(year)?, Some(small(month)?), None),
        [year, month, day] if is_year(year) => {
            Moment::new(number(year)?, Some(small(month)?), Some(small(day)?))
        }
        [one, other, year] if is_year(year) => {
            let (year, one, other) = (number(year)?, small(one)?, small(other)?);
            match (separator, one > 12, other > 12) {
                (Some('.'), ..) | (_, true, false) => Moment::new(year, Some(other), Some(one)),
                (_, false, true) => Moment::new(year, Some(one), Some(other)),
                (_, false, false) => Moment::new(year, None, None),
                (_, true, true) => None,
            }
        }
        _ => None,
    }
}

/// A date with the name of a month, a season or a quarter, or with `early` or `about` before a year.
fn words(text: &str) -> Option<Moment> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let years: Vec<i16> =
        words.iter().filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).collect();
    let [year] = years[..] else { return None };
    let rest: Vec<&str> = words.into_iter().filter(|word| word.parse() != Ok(year)).collect();
    let month = rest.iter().find_map(|word| month(word));
    let day =
        rest.iter().find_map(|word| word.trim_end_matches(|c: char| c.is_alphabetic()).parse::<i8>().ok());
    match (month, &rest[..]) {
        (Some(month), [_]) => Moment::new(year, Some(month), None),
        (Some(month), [_, _]) => Moment::new(year, Some(month), day),
        (None, [word]) if is_part_of_year(word) => Moment::new(year, None, None),
        _ => None,
    }
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    i8::try_from(at + 1).ok().filter(|_| word.chars().count() <= 10)
}

fn is_part_of_year(word: &str) -> bool {
    const PARTS: &[&str] = &[
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
        "early",
        "mid",
        "late",
        "about",
        "circa",
        "ca",
        "end",
        "q1",
        "q2",
        "q3",
        "q4",
        "frühjahr",
        "frühling",
        "sommer",
        "herbst",
        "anfang",
        "mitte",
        "ende",
        "in",
        "since",
        "seit",
    ];
    PARTS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{When, range, read};

    fn said(text: &str) -> String {
        match read(text) {
            When::Missing => "missing".to_owned(),
            When::Present => "present".to_owned(),
            When::Unclear => "unclear".to_owned(),
            When::At(moment) => moment.to_string(),
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("2020-05", "2020-05"),
            ("2020-5", "2020-05"),
            ("2019", "2019"),
            ("2016-09-30", "2016-09-30"),
            ("2016-09-30T00:00:00Z", "2016-09-30"),
            ("June 2016", "2016-06"),
            ("Jun. 2016", "2016-06"),
            ("1 June 2016", "2016-06-01"),
            ("June 1st, 2016", "2016-06-01"),
            ("03/2018", "2018-03"),
            ("31.12.2018", "2018-12-31"),
            ("12/31/2018", "2018-12-31"),
            ("31/12/2018", "2018-12-31"),
            ("03/04/2018", "2018"),
            ("Fall 2018", "2018"),
            ("Q3 2019", "2019"),
            ("März 2017", "2017-03"),
            ("août 2017", "2017-08"),
            ("Present", "present"),
            ("heute", "present"),
            ("now", "present"),
            ("NOW ", "present"),
            ("", "missing"),
            ("  ", "missing"),
            ("soon", "unclear"),
            ("2016-13", "unclear"),
            ("2019-02-30", "unclear"),
            ("06/16", "unclear"),
            ("9999", "unclear"),
            ("three years", "unclear"),
            ("2019 2020", "unclear"),
            ("é", "unclear"),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn a_range_is_two_dates() {
        let both = |text| range(text).map(|(start, end)| (format!("{start:?}"), format!("{end:?}")));
        assert!(both("Jan 2016 – Present").is_some_and(|(_, end)| end == "Present"));
        assert!(both("2016-2019").is_some() && both("2018-09 to 2019-02").is_some());
        assert_eq!(both("2018-09"), None);
        assert_eq!(both("here - there"), None);
    }
}
