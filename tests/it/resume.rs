//! Résumés: what is read from the files that others write, what is kept, and what is made of it.

mod drafts;
mod kept;
mod quirks;
mod schema;

use crate::support::{TODAY, library};
use career_coach::resume::read::{self, ReadFile};
use career_coach::resume::understood::{Understood, understood};

/// A résumé in the words of an older schema, with what people leave in such files.
pub const OLD: &str = r#"{
  // exported from somewhere
  "basics": { "name": "Jo Placeholder", "label": "Back-end developer", "picture": "", "website": "https://jo.example.org/",
              "email": "jo@example.org", "location": { "city": "Mustertal", "countryCode": "Nowhere" }, },
  "work": [
    { "company": "Nord Ltd", "position": "Lead developer", "website": "https://nord.example.org", "startDate": "2021-04", "endDate": "Present",
      "summary": "<p>Owned the <i>billing</i> service &amp; its data.<br>Wrote https://code.example.org/billing in Go.</p>",
      "highlights": ["Cut a report from 40 s to 2 s with an index in PostgreSQL", "Docker, AWS, CI"] },
    { "company": "Sued GmbH", "position": "Developer", "startDate": "2019", "endDate": "2021-04" },
    { "company": "Mine", "position": "Freelancer", "startDate": "2020-01-01", "endDate": "2020-06-30" },
    { "company": "West", "position": "Intern", "endDate": "2016-09-30", "startDate": "June 2016" },
    { "company": "Back", "position": "Traveller", "startDate": "2025-11-06", "endDate": "2025-01-25" },
    { "company": "Soon", "position": "Hire", "startDate": "2031-01" },
    { "company": "Lost", "position": "Somebody", "endDate": "2012" }
  ],
  "education": [ { "institution": "Mustertal University", "area": "Computer Science", "studyType": "BSc", "endDate": "2018-07", "gpa": "2.1" } ],
  "skills": [ { "name": "Languages", "level": "Master", "keywords": ["Go", "C++", "HTML5, HTML"] },
              { "name": "Testing", "level": "", "keywords": null } ],
  "languages": [ { "language": "German", "fluency": "Native", "value": 100 } ],
  "shoeSize": 43.5,
}"#;

pub fn read(text: &str) -> ReadFile {
    read::read(text.as_bytes()).expect("a résumé")
}

pub fn meaning(text: &str) -> Understood {
    understood(&read(text), library(), TODAY)
}

/// The problems with their lines, each as `3: …`.
pub fn faults(found: &Understood) -> Vec<String> {
    found.faults.iter().map(|fault| format!("{}: {}", fault.line, fault.problem)).collect()
}
