//! Years of paid work from the dates of a résumé.

use super::date::{When, month_of};
use super::model::{Dated, Job, Resume};
use jiff::civil::Date;

/// How long the jobs of a résumé lasted. A date that names only a year can mean any month of it, so the length is a range.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Experience {
    /// The fewest months, each counted once however many jobs it had.
    pub least: u32,
    /// The most months.
    pub most: u32,
    /// The number of jobs that are counted.
    pub jobs: usize,
    /// Jobs that aren't counted, or not as they stand.
    pub notes: Vec<Note>,
    /// Months with no job, study or voluntary work between two jobs, of half a year and longer; the earliest first.
    pub pauses: Vec<Pause>,
}

/// A job whose dates don't count, or count differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its line, from 1.
    pub line: usize,
    /// The job.
    pub job: String,
    /// What about it, such as `it has no start`.
    pub why: String,
    /// Whether it is counted all the same.
    pub is_counted: bool,
}

/// A time without a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The first month, counted from the year 0.
    pub from: i32,
    /// The number of months.
    pub months: u32,
}

/// A pause is told of from this many months on.
const PAUSE: i32 = 6;

/// First and last month of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    from: i32,
    until: i32,
}

/// The paid work of a résumé up to a day.
#[must_use]
pub fn experience(resume: &Resume, today: Date) -> Experience {
    let mut found = Experience::default();
    let (mut least, mut most) = (Vec::new(), Vec::new());
    for job in &resume.work {
        let mut note = |why: String, is_counted: bool| {
            found.notes.push(Note { line: job.line, job: job.title(), why, is_counted });
        };
        match spans(job, today) {
            Ok((shortest, longest, why)) => {
                why.into_iter().for_each(|why| note(why.to_owned(), true));
                least.push(shortest);
                most.push(longest);
                found.jobs += 1;
            }
            Err(why) => note(why, false),
        }
    }
    let (least, most) = (merged(least), merged(most));
    (found.least, found.most) = (months(&least), months(&most));
    let others = resume.volunteer.iter().map(|job| (&job.start, &job.end));
    let others = others.chain(resume.education.iter().map(|school| (&school.start, &school.end)));
    found.pauses = pauses(&most, others.filter_map(|(start, end)| whole_span(start, end, today)).collect());
    found
}

/// The longest time that two dates can mean.
fn whole_span(start: &Dated, end: &Dated, today: Date) -> Option<Span> {
    let When::At(start) = start.when else { return None };
    let until = match end.when {
        When::At(end) => end.last_month(),
        When::Missing | When::Present | When::Unclear => month_of(today),
    };
    Some(Span { from: start.first_month(), until }).filter(|span| span.from <= span.until)
}

/// The shortest and the longest time that the dates of a job can mean, and what has to be said of it.
fn spans(job: &Job, today: Date) -> Result<(Span, Span, Option<&'static str>), String> {
    let now = month_of(today);
    let start = match job.start.when {
        When::At(start) => start,
        When::Missing if !job.date.is_empty() => {
            return Err(format!("it has one date, `{}`, which is no length", job.date));
        }
        When::Missing => return Err("it has no start".to_owned()),
        When::Present | When::Unclear => {
            return Err(format!("its start is `{}`, which is no date", job.start.said));
        }
    };
    if start.first_month() > now {
        return Err(format!("it starts in the future: {start}"));
    }
    let (first_end, last_end, why) = match job.end.when {
        When::Missing | When::Present => (now, now, None),
        When::Unclear => return Err(format!("its end is `{}`, which is no date", job.end.said)),
        When::At(end) if end.last_month() < start.first_month() => {
            return Err(format!("it ends before it starts: {start} to {end}"));
        }
        When::At(end) if end.first_month() > now => {
            (now, now, Some("its end is in the future; it is counted up to today"))
        }
        When::At(end) => (end.first_month(), end.last_month().min(now), None),
    };
    let longest = Span { from: start.first_month(), until: last_end };
    let latest_start = start.last_month().min(last_end);
    let shortest = Span { from: latest_start, until: first_end.max(latest_start) };
    Ok((shortest, longest, why))
}

/// The same months without overlaps, in their order.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut() {
            Some(last) if span.from <= last.until + 1 => last.until = last.until.max(span.until),
            _ => all.push(span),
        }
    }
    all
}

fn months(spans: &[Span]) -> u32 {
    let months: i32 = spans.iter().map(|span| span.until - span.from + 1).sum();
    u32::try_from(months).unwrap_or_default()
}

/// The pauses between jobs that nothing else fills.
fn pauses(jobs: &[Span], mut others: Vec<Span>) -> Vec<Pause> {
    let (Some(first), Some(last)) = (jobs.first().copied(), jobs.last().copied()) else { return Vec::new() };
    others.extend(jobs);
    let mut spans = merged(others);
    spans.retain(|span| span.until >= first.from && span.from <= last.until);
    let pairs = spans.iter().zip(spans.iter().skip(1));
    let pauses = pairs.map(|(one, next)| (one.until + 1, next.from - one.until - 1));
    let long = pauses.filter(|(_, months)| *months >= PAUSE);
    long.filter_map(|(from, months)| Some(Pause { from, months: u32::try_from(months).ok()? })).collect()
}

/// The last month of a job that can be known, counted from the year 0; that of today where it goes on.
#[must_use]
pub fn last_month(job: &Job, today: Date) -> Option<i32> {
    let now = month_of(today);
    match (job.start.when, job.end.when) {
        (_, When::At(end)) => Some(end.last_month().min(now)),
        (When::At(_), When::Missing) | (_, When::Present) => Some(now),
        (When::Missing | When::Present | When::Unclear, When::Missing) | (_, When::Unclear) => None,
    }
}
