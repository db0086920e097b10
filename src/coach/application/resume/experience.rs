//! The jobs of a résumé, the latest first, with fewer bullets the longer ago they were.

use crate::coach::application::{LeftOut, Why};
use crate::resume::date::{Moment, When, month_of};
use crate::resume::model::{Dated, Job, Resume};
use jiff::civil::Date;
use std::cmp::Reverse;

/// Maximum bullets of the first job, the second, and so on, where the résumé has one page, and where it may have two.
const ONE_PAGE: [usize; 6] = [4, 3, 2, 1, 1, 0];
const TWO_PAGES: [usize; 10] = [5, 4, 3, 3, 2, 2, 1, 1, 0, 0];

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobLine {
    /// Its line in the résumé that is kept.
    pub line: usize,
    /// The position, or the employer where there is none.
    pub position: String,
    /// The employer; empty where it isn't known or stands as the position.
    pub employer: String,
    /// When it was; empty where that isn't known.
    pub dates: String,
    /// What was done and achieved.
    pub bullets: Vec<String>,
}

/// The jobs of a résumé on a day. One that begins later isn't there yet.
pub fn lines(resume: &Resume, today: Date, is_short: bool, left_out: &mut Vec<LeftOut>) -> Vec<JobLine> {
    let now = month_of(today);
    let starts_later = |job: &&Job| matches!(job.start.when, When::At(start) if start.first_month() > now);
    let named = resume.work.iter().filter(|job| !job.title().is_empty());
    let (later, mut jobs): (Vec<&Job>, Vec<&Job>) = named.partition(starts_later);
    let later = later.into_iter().map(|job| LeftOut { what: job.title(), why: Why::Future });
    left_out.extend(later);
    jobs.sort_by_key(|job| Reverse(end_of(job)));
    let most: &[usize] = if is_short { &ONE_PAGE } else { &TWO_PAGES };
    for job in jobs.iter().skip(most.len()) {
        left_out.push(LeftOut { what: job.title(), why: Why::JobTooMany });
    }
    jobs.truncate(most.len());
    let mut all = Vec::new();
    for (nth, job) in jobs.into_iter().enumerate() {
        let most = most.get(nth).copied().unwrap_or_default();
        let bullets = bullets(job);
        if bullets.len() > most {
            let what = format!("{} of the {} points of {}", bullets.len() - most, bullets.len(), job.title());
            left_out.push(LeftOut { what, why: Why::PointsTooMany });
        }
        let (position, employer) =
            if job.position.is_empty() { (&job.name, "") } else { (&job.position, job.name.as_str()) };
        all.push(JobLine {
            line: job.line,
            position: position.clone(),
            employer: employer.to_owned(),
            dates: if job.date.is_empty() { sound_dates(job) } else { job.date.clone() },
            bullets: bullets.into_iter().take(most).collect(),
        });
    }
    all
}

/// What a job says: its highlights, then the lines of its summary.
fn bullets(job: &Job) -> Vec<String> {
    let highlights = job.highlights.iter().map(|passage| passage.text.clone());
    highlights.chain(job.summary.text.lines().map(str::to_owned)).collect()
}

/// The last month of a job for sorting; those without an end are the latest, those without any date the earliest.
fn end_of(job: &Job) -> (i32, i32) {
    let month = |dated: &Dated| match dated.when {
        When::At(moment) => Some(moment.last_month()),
        When::Missing | When::Present | When::Unclear => None,
    };
    let start = month(&job.start);
    let end = match job.end.when {
        When::Present | When::Missing if start.is_some() => Some(i32::MAX),
        When::At(_) | When::Missing | When::Present | When::Unclear => month(&job.end),
    };
    (end.or(start).unwrap_or_default(), start.unwrap_or_default())
}

/// The dates of a job; none where it would end before it starts.
fn sound_dates(job: &Job) -> String {
    match (job.start.when, job.end.when) {
        (When::At(start), When::At(end)) if end.last_month() < start.first_month() => String::new(),
        _ => dates(&job.start, &job.end),
    }
}

/// `Mar 2019 – present`, `2017 – Mar 2019`, `until Sep 2016`; empty where nothing is known.
#[must_use]
pub fn dates(start: &Dated, end: &Dated) -> String {
    let text = |dated: &Dated| match dated.when {
        When::At(moment) => Some(month(moment)),
        When::Unclear => Some(dated.said.clone()).filter(|said| !said.is_empty()),
        When::Missing | When::Present => None,
    };
    match (text(start), text(end)) {
        (Some(start), Some(end)) if start == end => start,
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (Some(start), None) => format!("{start} – present"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => String::new(),
    }
}

/// `Mar 2019`, or `2019` where that is all.
#[must_use]
pub fn month(moment: Moment) -> String {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = moment.month.and_then(|month| usize::try_from(month - 1).ok());
    match at.and_then(|at| NAMES.get(at)) {
        Some(name) => format!("{name} {}", moment.year),
        None => moment.year.to_string(),
    }
}
