//! Every export of the sample profile, by the program's own code.

use career_coach::guide;
use career_coach::profile::sample::sample;
use career_coach::report::export::{Format, Subject, Wish, content};
use career_coach::resume::kept;
use career_coach::session::Session;
use jiff::civil::{Date, date};

/// An invented résumé of the sample person.
const RESUME: &str = include_str!("../../assets/sample-resume.json");

/// The files: the name before the ending, what it holds, and in which formats.
const FILES: [(&str, Subject, &[Format]); 5] = [
    ("resume", Subject::Resume, &[Format::Markdown, Format::Html, Format::Text, Format::Pdf, Format::Json]),
    ("cover-letter", Subject::CoverLetter, &[Format::Markdown, Format::Pdf]),
    ("job-description", Subject::JobDescription, &[Format::Markdown, Format::Html]),
    ("report", Subject::Report, &[Format::Markdown, Format::Html, Format::Text, Format::Pdf, Format::Json]),
    ("plan", Subject::Plan, &[Format::Markdown, Format::Html, Format::Pdf, Format::Ics]),
];

fn day() -> Date {
    date(2026, 11, 24)
}

/// All examples: the name of the file and its content.
pub fn all() -> Vec<(String, Vec<u8>)> {
    let library = guide::embedded().expect("the guide is embedded whole");
    let profile = sample(&library);
    let session = Session::new(library, 0, profile, day).expect("the first guide");
    let level = session.target().expect("the sample has a target");
    let kept = kept::kept(RESUME).expect("the sample résumé can be read");
    let mut files = Vec::new();
    for (name, subject, formats) in FILES {
        for format in formats {
            let wish = Wish {
                subject,
                format: *format,
                is_plain: false,
                is_anonymous: false,
                kept: &kept,
                position: None,
            };
            let content = content(wish, &session, level).expect("the sample can be exported");
            files.push((format!("{name}.{}", format.name()), content.bytes));
        }
    }
    files
}
