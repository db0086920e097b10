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
        Face::Interface => "No target is set: press t to choose one.",
        Face::File => "No target is set.",
    }
}

/// How to rate a skill, after the name of that skill.
pub fn rate(face: Face, skill: &SkillId) -> String {
    match face {
        Face::CommandLine => format!(" with coach rate {skill}=RATING, or all skills with coach assess."),
        Face::Interface => ": open its page and press r, or press 4 to rate all skills.".to_owned(),
        Face::File => ".".to_owned(),
    }
}

/// Where open questions are asked; `them` is `it` or `them`.
pub fn rate_open(face: Face, them: &str) -> String {
    match face {
        Face::CommandLine => format!("coach assess asks for {them}."),
        Face::Interface => format!("Press 4 to rate {them}."),
        Face::File => String::new(),
    }
}

/// Where the first ratings come from, where nothing is rated above 0.
pub fn begin(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "Nothing is rated above 0 yet, so there is nothing to prove. Start with coach assess."
        }
        Face::Interface => "Nothing is rated above 0 yet, so there is nothing to prove. Press 4 to start.",
        Face::File => "Nothing is rated above 0 yet, so there is nothing to prove.",
    }
}

/// How to renew a rating.
pub fn renew(face: Face, skill: &SkillId, (rating, evidence): (Rating, Evidence)) -> String {
    match face {
        Face::CommandLine => format!(
            "They still count. To renew one, rate it again, for example with coach rate {skill}={}:{evidence}; it keeps its proofs.",
            rating.number()
        ),
        Face::Interface => {
            "They still count. To renew one, rate it again: press 1, then r. It keeps its proofs.".to_owned()
        }
        Face::File => "They still count.".to_owned(),
    }
}

/// Why hours a week and a day would help, and how to give them.
pub fn plan_in_time(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "How many hours a week can you study? Add --hours-per-week N to see how many weeks each step takes. Add --by DATE too, to see which steps fit before that date."
        }
        Face::Interface => {
            "How many hours a week can you study? Press w to answer and see how many weeks each step takes. Press b to set a date and see which steps fit before it."
        }
        Face::File => "No hours a week were given, so the steps have no dates.",
    }
}

/// Where the levels above the one aimed for are shown.
pub fn levels_above(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "That is more than usual at this level, and that is fine. coach gap shows the higher levels too."
        }
        Face::Interface => {
            "That is more than usual at this level, and that is fine. Press 5 to see the higher levels too."
        }
        Face::File => "That is more than usual at this level, and that is fine.",
    }
}

/// Where all proofs are shown; nothing in a file, which has them itself.
pub fn all_proofs(face: Face) -> Option<&'static str> {
    match face {
        Face::CommandLine => Some(
            "coach readiness --evidence lists all your proofs, and the next one that would raise the most levels.",
        ),
        Face::Interface => {
            Some("Press e to see all your proofs, and the next one that would raise the most levels.")
        }
        Face::File => None,
    }
}

/// Where the proofs are saved.
pub fn proofs_in_profile(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "Proofs are saved in your profile, under [[proofs]]; coach profile path prints its path. Self-reported: the coach doesn't open links or ask referees."
        }
        Face::Interface => {
            "Proofs are saved in your profile, under [[proofs]]. Self-reported: the coach doesn't open links or ask referees."
        }
        Face::File => "Self-reported: the coach doesn't open links or ask referees.",
    }
}

/// What to do with a new proof of a rating.
pub fn proof_is_there(face: Face, skill: &SkillId, rating: Rating) -> Option<String> {
    match face {
        Face::CommandLine => Some(format!("When you have it: coach rate {skill}={}:link.", rating.number())),
        Face::Interface => Some("When you have it, press a to add it.".to_owned()),
        Face::File => None,
    }
}

/// How to answer questions about oneself.
pub fn answer(face: Face, questions: &[Topic]) -> Option<String> {
    match face {
        Face::CommandLine => {
            let examples: Vec<_> = questions.iter().take(2).map(|topic| example(*topic)).collect();
            let examples = examples.join(" ");
            Some(format!("To answer one or more: coach readiness --set {examples}"))
        }
        Face::Interface => Some("Press a to answer them.".to_owned()),
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

/// How a job ad becomes a match, and what the match means.
#[must_use]
pub const fn how_ads_are_read(face: Face) -> &'static str {
    match face {
        Face::CommandLine | Face::Interface | Face::File => {
            "An ad names skills, not ratings: what it needs is what this guide asks at the level of the ad. Required skills count three times as much as welcome ones. The range is what your answers allow; a proof or an answer narrows it."
        }
    }
}

/// How to keep a first job ad.
#[must_use]
pub const fn keep_an_ad(face: Face) -> &'static str {
    match face {
        Face::CommandLine => {
            "You have kept no job ad yet. coach match FILE --keep NAME reads one and keeps it."
        }
        Face::Interface => "You have kept no job ad yet. Press 8 and paste one.",
        Face::File => "No job ad is kept yet.",
    }
}
