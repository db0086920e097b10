//! What to ask a mentor: questions that follow from what is missing, not proved or not rated at a level.

use super::fraction::Fraction;
use super::plan::calendar::{Calendar, DeadlineFit};
use super::plan::{Plan, StepKind};
use super::score::{LevelScore, SkillScore};
use super::strengths::biggest_gaps;
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use jiff::civil::Date;
use std::cmp::Reverse;

/// Maximum questions of one kind, so that a talk can cover them all.
const OF_A_KIND: usize = 2;

/// A question to a mentor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MentorQuestion {
    /// Which work could close a gap.
    Reach {
        /// The skill.
        skill: SkillId,
        /// The rating now.
        from: Rating,
        /// What the level requires.
        to: Rating,
    },
    /// What would prove a rating that is a claim.
    Prove {
        /// The skill.
        skill: SkillId,
        /// The rating.
        rating: Rating,
    },
    /// Whether the sentence of a rating is true of somebody who hasn't rated the skill.
    Rate {
        /// The skill.
        skill: SkillId,
        /// What the level requires.
        required: Rating,
    },
    /// Where to find a job with the role that a step needs.
    Role {
        /// The skill.
        skill: SkillId,
        /// The rating that needs the role.
        to: Rating,
    },
    /// What to leave out, as not everything fits before the deadline.
    InTime {
        /// The deadline.
        by: Date,
    },
}

/// The questions for a level, the most pressing first; none where nothing is missing.
#[must_use]
pub fn questions(score: &LevelScore, plan: &Plan, calendar: &Calendar) -> Vec<MentorQuestion> {
    let mut questions = reach(score);
    questions.extend(prove(score));
    questions.extend(rate(score));
    questions.extend(role(plan));
    let late = calendar.deadline.as_ref().filter(|deadline| deadline.fits.contains(&DeadlineFit::Not));
    questions.extend(late.map(|deadline| MentorQuestion::InTime { by: deadline.by }));
    questions
}

fn reach(score: &LevelScore) -> Vec<MentorQuestion> {
    let gaps = biggest_gaps(score, &[], score.skills.len()).into_iter();
    let questions = gaps.filter(|skill| skill.missing() > Fraction::ZERO).filter_map(|skill| {
        let (from, _) = skill.answer?;
        Some(MentorQuestion::Reach { skill: skill.ask.skill.clone(), from, to: skill.ask.required })
    });
    questions.take(OF_A_KIND).collect()
}

/// Claims that nobody can check, those first whose proof would add most.
fn prove(score: &LevelScore) -> Vec<MentorQuestion> {
    let mut claims: Vec<(&SkillScore, Rating)> = score
        .skills
        .iter()
        .filter_map(|skill| match skill.answer {
            Some((rating, Evidence::Claim)) if rating > Rating::None => Some((skill, rating)),
            Some(_) | None => None,
        })
        .collect();
    claims.sort_by_key(|(skill, _)| Reverse((skill.missing() == Fraction::ZERO, skill.doubt())));
    let question = |(skill, rating): (&SkillScore, Rating)| MentorQuestion::Prove {
        skill: skill.ask.skill.clone(),
        rating,
    };
    claims.into_iter().take(OF_A_KIND).map(question).collect()
}

/// Skills without a rating: must-haves first, then by weight.
fn rate(score: &LevelScore) -> Vec<MentorQuestion> {
    let is_must_have = |skill: &SkillScore| score.must_haves.iter().any(|must| must.skill == skill.ask.skill);
    let mut unrated: Vec<&SkillScore> = score.unrated().collect();
    unrated.sort_by_key(|skill| Reverse((is_must_have(skill), skill.ask.weight)));
    let question = |skill: &SkillScore| MentorQuestion::Rate {
        skill: skill.ask.skill.clone(),
        required: skill.ask.required,
    };
    unrated.into_iter().take(OF_A_KIND).map(question).collect()
}

fn role(plan: &Plan) -> Option<MentorQuestion> {
    plan.steps.iter().filter(|step| step.needs_role).find_map(|step| match step.kind {
        StepKind::Raise { to, .. } => Some(MentorQuestion::Role { skill: step.skill.clone(), to }),
        StepKind::Prove { .. } => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{MentorQuestion, questions};
    use crate::coach::assessment::assess_level;
    use crate::coach::plan::calendar::{calendar, days};
    use crate::coach::plan::plan;
    use crate::guide::embedded;
    use crate::guide::scale::{Evidence, Rating};
    use crate::profile::about::HoursPerWeek;
    use crate::profile::model::Ratings;
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 24);

    /// The questions for a level by its position, as words, and the last days of the plan in two ways.
    fn asked(level: usize, answers: &[(&str, i64, Evidence)], by: Option<Date>) -> Vec<String> {
        let library = embedded().expect("embedded whole");
        let guide = &library.guides[0];
        let answer = |(skill, rating, evidence): &(&str, i64, Evidence)| {
            (skill.parse().expect("an id"), Rating::from_number(*rating).expect("0 to 5"), *evidence)
        };
        let ratings: Ratings = answers.iter().map(answer).collect();
        let hours = Some(HoursPerWeek::USUAL);
        let plan = plan(&library, guide, &guide.levels[level], &ratings, hours);
        let calendar = calendar(&plan, hours, TODAY, by);
        let days = days(&plan, HoursPerWeek::USUAL, TODAY, by);
        let last = days.iter().flatten().map(|[_, last]| *last).max();
        assert_eq!(last, calendar.done.map(|[_, late]| late), "the calendar and the days of the steps agree");
        assert!(days.iter().flatten().all(|[first, last]| TODAY <= *first && first < last));
        let score = assess_level(guide, &guide.levels[level], &ratings);
        let words = |question: MentorQuestion| match question {
            MentorQuestion::Reach { skill, from, to } => {
                format!("{skill} {} to {}", from.number(), to.number())
            }
            MentorQuestion::Prove { skill, rating } => format!("prove {skill} {}", rating.number()),
            MentorQuestion::Rate { skill, required } => format!("rate {skill}, {}", required.number()),
            MentorQuestion::Role { skill, to } => format!("role {skill} {}", to.number()),
            MentorQuestion::InTime { by } => format!("by {by}"),
        };
        questions(&score, &plan, &calendar).into_iter().map(words).collect()
    }

    #[test]
    fn gaps_come_first_then_claims_then_what_is_not_rated() {
        let answers = [
            ("programming-language", 1, Evidence::Link),
            ("git", 2, Evidence::Claim),
            ("sql", 2, Evidence::Example),
            ("learning", 0, Evidence::Claim),
        ];
        let asked = asked(0, &answers, Some(date(2026, 12, 1)));
        assert_eq!(
            asked,
            [
                "programming-language 1 to 2",
                "learning 0 to 2",
                "prove git 2",
                "rate problem-solving, 2",
                "rate frameworks, 1",
                "by 2026-12-01"
            ]
        );
    }

    #[test]
    fn a_role_is_asked_for_once() {
        let asked = asked(4, &[], None);
        assert_eq!(asked.iter().filter(|question| question.starts_with("role ")).count(), 1, "{asked:?}");
        assert_eq!(asked.iter().filter(|question| question.starts_with("rate ")).count(), 2, "{asked:?}");
    }
}
