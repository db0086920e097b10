//! How to do something, in the words of the face that shows the page: commands on the command line, keys in the interface, and
//! neither in a file, which is read by somebody else or on another day.

use super::Face;
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::Topic;

/// How to set a target.
pub fn set_target(face: Face) -> &'static str {
    match face {
        Face::CommandLine => "No target is set: coach target LEVEL sets one.",
        Face::Interface => "No target is set: t sets one.",
        Face::File => "No target is set.",
    }
}

/// How to rate a skill, after the name of that skill.
pub fn rate(face: Face, skill: &SkillId) -> String {
    match face {
        Face::CommandLine => format!(": coach rate {skill}=RATING, or coach assess for all."),
        Face::Interface => ": open it and press r, or 4 for all.".to_owned(),
        Face::File => ".".to_owned(),
    }
}

/// Where the first ratings come from, where nothing is rated above 0.
pub fn begin(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "Nothing is rated above 0 yet, so there is nothing to prove: coach assess begins."
        }
        Face::Interface => "Nothing is rated above 0 yet, so there is nothing to prove: 4 begins.",
        Face::File => "Nothing is rated above 0 yet, so there is nothing to prove.",
    }
}

/// How to renew a rating.
pub fn renew(face: Face, skill: &SkillId, (rating, evidence): (Rating, Evidence)) -> String {
    match face {
        Face::CommandLine => format!(
            "They count as before. Rating one again, such as coach rate {skill}={}:{evidence}, renews it and keeps its proofs.",
            rating.number()
        ),
        Face::Interface => {
            "They count as before. Rating one again renews it and keeps its proofs: 1, then r.".to_owned()
        }
        Face::File => "They count as before.".to_owned(),
    }
}

/// Why hours a week and a day would help, and how to give them.
pub fn plan_in_time(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "How many hours a week do you have? Once you say so (--hours-per-week N), each step gets its weeks; with a day to be done by (--by DATE) you see what fits."
        }
        Face::Interface => {
            "How many hours a week do you have? Once you say so (w), each step gets its weeks; with a day to be done by (b) you see what fits."
        }
        Face::File => "No hours a week are given, so the steps have no dates.",
    }
}

/// Where the levels above the one aimed for are shown.
pub fn levels_above(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "That is more than usual here, which closes no door. coach gap shows the levels further up."
        }
        Face::Interface => {
            "That is more than usual here, which closes no door. 5 shows the levels further up."
        }
        Face::File => "That is more than usual here, which closes no door.",
    }
}

/// Where all proofs are shown; nothing in a file, which has them itself.
pub fn all_proofs(face: Face) -> Option<&'static str> {
    match face {
        Face::CommandLine => {
            Some("coach readiness --evidence lists all proofs, and the one that would raise most levels.")
        }
        Face::Interface => Some("e lists all proofs, and the one that would raise most levels."),
        Face::File => None,
    }
}

/// Where the proofs stand.
pub fn proofs_in_profile(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "Proofs stand as [[proofs]] in your profile; coach profile path says where. Self-reported: the coach opens no link and asks no referee."
        }
        Face::Interface => {
            "Proofs stand as [[proofs]] in your profile. Self-reported: the coach opens no link and asks no referee."
        }
        Face::File => "Self-reported: the coach opens no link and asks no referee.",
    }
}

/// What to do once a proof of a rating is there.
pub fn proof_is_there(face: Face, skill: &SkillId, rating: Rating) -> Option<String> {
    match face {
        Face::CommandLine => Some(format!("When it is there: coach rate {skill}={}:link.", rating.number())),
        Face::Interface => Some("When it is there: a adds it.".to_owned()),
        Face::File => None,
    }
}

/// How to answer questions about oneself.
pub fn answer(face: Face, questions: &[Topic]) -> Option<String> {
    match face {
        Face::CommandLine => {
            let examples: Vec<_> = questions.iter().take(2).map(|topic| example(*topic)).collect();
            let examples = examples.join(" ");
            Some(format!("To answer, one or several at once: coach readiness --set {examples}"))
        }
        Face::Interface => Some("a answers them.".to_owned()),
        Face::File => None,
    }
}

/// What an answer looks like; nothing where a dialog says so itself, or nobody can answer.
pub fn such_as(face: Face, topic: Topic) -> Option<String> {
    match face {
        Face::CommandLine => Some(format!("such as {}", example(topic))),
        Face::Interface | Face::File => None,
    }
}

/// An answer as an example, as `coach readiness --set` takes it.
#[must_use]
pub const fn example(topic: Topic) -> &'static str {
    match topic {
        Topic::Years => "years=3",
        Topic::Education => "education=bootcamp",
        Topic::Resume => "resume=yes",
        Topic::CoverLetter => "cover-letter=begun",
        Topic::Interviews => "interviews=no",
        Topic::HoursPerWeek => "hours-per-week=6",
    }
}
