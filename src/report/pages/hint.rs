//! How to do something, in the words of the face that shows the page: commands on the command line, keys in the interface, and
//! neither in a file, which is read by somebody else or on another day.

use super::{Face, GuideView};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::Topic;
use crate::session::NamedKey;

/// How to set a target.
pub fn set_target(book: GuideView<'_>) -> String {
    match book.face {
        Face::CommandLine => "No target is set: coach target LEVEL sets one.".to_owned(),
        Face::Interface => format!("No target is set: press {} to choose one.", book.key(NamedKey::Target)),
        Face::File => "No target is set.".to_owned(),
    }
}

/// How to rate a skill, after the name of that skill.
pub fn rate(book: GuideView<'_>, skill: &SkillId) -> String {
    match book.face {
        Face::CommandLine => format!(" with coach rate {skill}=RATING, or all skills with coach assess."),
        Face::Interface => {
            let (this, all) = (book.key(NamedKey::RateThis), book.key(NamedKey::Assess));
            format!(": open its page and press {this}, or press {all} to rate all skills.")
        }
        Face::File => ".".to_owned(),
    }
}

/// Where open questions are asked; `them` is `it` or `them`.
pub fn rate_open(book: GuideView<'_>, them: &str) -> String {
    match book.face {
        Face::CommandLine => format!("coach assess asks for {them}."),
        Face::Interface => format!("Press {} to rate {them}.", book.key(NamedKey::Assess)),
        Face::File => String::new(),
    }
}

/// Where the first ratings come from, where nothing is rated above 0.
pub fn begin(book: GuideView<'_>) -> String {
    match book.face {
        Face::CommandLine => {
            "Nothing is rated above 0 yet, so there is nothing to prove. Start with coach assess.".to_owned()
        }
        Face::Interface => format!(
            "Nothing is rated above 0 yet, so there is nothing to prove. Press {} to start.",
            book.key(NamedKey::Assess)
        ),
        Face::File => "Nothing is rated above 0 yet, so there is nothing to prove.".to_owned(),
    }
}

/// How to renew a rating.
pub fn renew(book: GuideView<'_>, skill: &SkillId, (rating, evidence): (Rating, Evidence)) -> String {
    match book.face {
        Face::CommandLine => format!(
            "They still count. To renew one, rate it again, for example with coach rate {skill}={}:{evidence}; it keeps its proofs.",
            rating.number()
        ),
        Face::Interface => {
            format!(
                "They still count. To renew one, rate it again: press {}, then {}. It keeps its proofs.",
                book.key(NamedKey::Home),
                book.key(NamedKey::Review)
            )
        }
        Face::File => "They still count.".to_owned(),
    }
}

/// Why hours a week and a day would help, and how to give them.
pub fn plan_in_time(book: GuideView<'_>) -> String {
    match book.face {
        Face::CommandLine => {
            "How many hours a week can you study? Add --hours-per-week N to see how many weeks each step takes. Add --by DATE too, to see which steps fit before that date.".to_owned()
        }
        Face::Interface => {
            format!(
                "How many hours a week can you study? Press {} to answer and see how many weeks each step takes. Press {} to set a date and see which steps fit before it.",
                book.key(NamedKey::Hours),
                book.key(NamedKey::Deadline)
            )
        }
        Face::File => "No hours a week were given, so the steps have no dates.".to_owned(),
    }
}

/// Where the levels above the one aimed for are shown.
pub fn levels_above(book: GuideView<'_>) -> String {
    match book.face {
        Face::CommandLine => {
            "That is more than usual at this level, and that is fine. coach gap shows the higher levels too."
                .to_owned()
        }
        Face::Interface => {
            format!(
                "That is more than usual at this level, and that is fine. Press {} to see the higher levels too.",
                book.key(NamedKey::Gap)
            )
        }
        Face::File => "That is more than usual at this level, and that is fine.".to_owned(),
    }
}

/// Where all proofs are shown; nothing in a file, which has them itself.
pub fn all_proofs(book: GuideView<'_>) -> Option<String> {
    match book.face {
        Face::CommandLine => Some(
            "coach readiness --evidence lists all your proofs, and the next one that would raise the most levels.".to_owned(),
        ),
        Face::Interface => {
            Some(format!(
                "Press {} to see all your proofs, and the next one that would raise the most levels.",
                book.key(NamedKey::Evidence)
            ))
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
pub fn proof_is_there(book: GuideView<'_>, skill: &SkillId, rating: Rating) -> Option<String> {
    match book.face {
        Face::CommandLine => Some(format!("When you have it: coach rate {skill}={}:link.", rating.number())),
        Face::Interface => {
            Some(format!("When you have it, press {} to add it.", book.key(NamedKey::AddProof)))
        }
        Face::File => None,
    }
}

/// How to answer questions about oneself.
pub fn answer(book: GuideView<'_>, questions: &[Topic]) -> Option<String> {
    match book.face {
        Face::CommandLine => {
            let examples: Vec<_> = questions.iter().take(2).map(|topic| example(*topic)).collect();
            let examples = examples.join(" ");
            Some(format!("To answer one or more: coach readiness --set {examples}"))
        }
        Face::Interface => Some(format!("Press {} to answer them.", book.key(NamedKey::Answer))),
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
pub fn keep_an_ad(book: GuideView<'_>) -> String {
    match book.face {
        Face::CommandLine => {
            "You have kept no job ad yet. coach match FILE --keep NAME reads one and keeps it.".to_owned()
        }
        Face::Interface => {
            format!("You have kept no job ad yet. Press {} and paste one.", book.key(NamedKey::Toolkit))
        }
        Face::File => "No job ad is kept yet.".to_owned(),
    }
}
