//! What isn't in a draft, and why.

use super::resume::SUMMARY;
use std::borrow::Cow;
use strum::{EnumIter, IntoEnumIterator};

/// Something that isn't in a draft, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is.
    pub what: String,
    /// Why it isn't there.
    pub why: Why,
}

/// Why something isn't in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter)]
pub enum Why {
    /// Of a summary: it has more words than anybody reads.
    TooLong,
    /// Of a job: it starts after today.
    Future,
    /// Of a job: there are many, and the newest come first.
    JobTooMany,
    /// Of some points of a job: a job has a few lines.
    PointsTooMany,
    /// Of a skill: nothing supports its rating.
    Unproved,
    /// Of a skill: there are many, and what is proved and wanted comes first.
    SkillTooMany,
    /// Of a project: there are many.
    ProjectTooMany,
    /// Of a proof: its referee's name is nobody's business before they are asked.
    Referee,
    /// Of a required skill, in a letter: there is nothing to tell of it.
    NothingToTell,
}

impl Why {
    /// All, in the order of a résumé.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Why, as the rest of a sentence.
    #[must_use]
    pub fn words(self) -> Cow<'static, str> {
        let words = match self {
            Self::TooLong => return format!("it has more than {SUMMARY} words").into(),
            Self::Future => "it starts in the future",
            Self::JobTooMany => "there is no room for more jobs",
            Self::PointsTooMany => "there is no room for more of this job",
            Self::Unproved => "its rating is a claim, without an example or a link",
            Self::SkillTooMany => "there is no room for more skills",
            Self::ProjectTooMany => "there is no room for more projects",
            Self::Referee => "a referee is named when somebody asks, not on a résumé",
            Self::NothingToTell => "it is required, and no proof with a story or a link is named for it",
        };
        words.into()
    }

    /// Some of them without their names: `11 skills that are not proved`.
    #[must_use]
    pub fn counted(self, number: usize) -> String {
        let one_or_more = |one: &str, more: &str| match number {
            1 => format!("one {one}"),
            _ => format!("{number} {more}"),
        };
        match self {
            Self::TooLong => format!("your summary, which has more than {SUMMARY} words"),
            Self::Future => one_or_more("job that starts in the future", "jobs that start in the future"),
            Self::JobTooMany => one_or_more("older job", "older jobs"),
            Self::PointsTooMany => one_or_more("job's last points", "jobs' last points"),
            Self::Unproved => one_or_more("skill that is not proved", "skills that are not proved"),
            Self::SkillTooMany => {
                one_or_more("skill for which there is no room", "skills for which there is no room")
            }
            Self::ProjectTooMany => {
                one_or_more("project for which there is no room", "projects for which there is no room")
            }
            Self::Referee => one_or_more("referee", "referees"),
            Self::NothingToTell => {
                one_or_more("required skill without a proof", "required skills without a proof")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SUMMARY, Why};

    #[test]
    fn the_most_words_of_a_summary_are_those_that_are_counted() {
        let said = [Why::TooLong.words().into_owned(), Why::TooLong.counted(1)];
        let ends = format!("more than {SUMMARY} words");
        assert!(said.iter().all(|words| words.ends_with(&ends)), "{said:?}");
    }
}
