//! Schools and courses, as the question about education would read them.

use crate::guide::route::Route;
use crate::profile::about::{About, Topic};
use crate::resume::date::{When, month_of};
use crate::resume::model::{Resume, School, titled};
use jiff::civil::Date;

/// A school or a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schooling {
    /// Its line, from 1.
    pub line: usize,
    /// Degree, subject and institution.
    pub title: String,
    /// The answer that the profile would keep.
    pub words: String,
    /// How the career was learnt, as far as it can be told.
    pub route: Option<Route>,
    /// Why it can't be told; empty where it can.
    pub why: &'static str,
}

/// The schools and courses of a résumé, in the order of the file.
#[must_use]
pub fn schooling(resume: &Resume, today: Date) -> Vec<Schooling> {
    resume.education.iter().map(|school| of(school, today)).collect()
}

fn of(school: &School, today: Date) -> Schooling {
    let own = titled(&[&school.study_type, &school.area]);
    let goes_on = match (school.start.when, school.end.when) {
        (_, When::At(end)) => end.first_month() > month_of(today),
        (When::At(_), When::Missing) | (_, When::Present) => true,
        (When::Missing | When::Present | When::Unclear, When::Missing) | (_, When::Unclear) => false,
    };
    // The name of a school says what a course was, but never that somebody has a degree.
    let by_school =
        route(&school.institution).filter(|route| matches!(route, Route::Bootcamp | Route::Vocational));
    let (read, words) = match (by_school, route(&own)) {
        (Some(route), _) => (Some(route), school.title()),
        (None, route) => (route, own),
    };
    let is_study = matches!(read, Some(Route::Degree | Route::OtherDegree));
    let (route, why) = match read {
        Some(_) if is_study && goes_on => {
            (None, "it has no end in the past, so coach can't tell whether it is finished")
        }
        Some(route) => (Some(route), ""),
        None if school.study_type.is_empty() => (None, "it doesn't say which degree or course it was"),
        None => (None, "coach can't tell what kind of course it was"),
    };
    let words = Topic::Education.tidy(&words).unwrap_or(words);
    Schooling { line: school.line, title: school.title(), words, route, why }
}

fn route(words: &str) -> Option<Route> {
    let about: About = [(Topic::Education.key().to_owned(), words.to_owned())].into_iter().collect();
    about.education.value().copied()
}
