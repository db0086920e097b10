//! What somebody hands to a mentor, decided once for every form that it takes.

use super::Session;
use crate::coach::mentor::{self, MentorQuestion};
use crate::coach::plan::Plan;
use crate::coach::plan::calendar::{self, Calendar};
use crate::coach::progress::Progress;
use crate::coach::score::{LevelScore, SkillScore};
use crate::coach::strengths::{self, AreaShare};
use crate::guide::id::SkillId;
use crate::guide::model::Level;
use crate::profile::about::HoursPerWeek;
use crate::profile::model::Proof;
use jiff::civil::Date;

/// Number of strengths, and of gaps.
const MOST: usize = 3;
/// Days of a month, for what is done in it: four weeks.
const MONTH: i64 = 28;

/// What somebody hands to a mentor about a level.
pub struct Handover<'s> {
    /// The day.
    pub today: Date,
    /// The person's name, if they gave one.
    pub name: Option<&'s str>,
    /// The level.
    pub level: &'s Level,
    /// Whether it is the target.
    pub is_target: bool,
    /// Where they stand at the level.
    pub score: &'s LevelScore,
    /// The share of each area.
    pub areas: Vec<AreaShare>,
    /// At most three strengths, each with its proofs in the order of the profile.
    pub strengths: Vec<(&'s SkillScore, Vec<&'s Proof>)>,
    /// At most three gaps, the biggest first.
    pub gaps: Vec<&'s SkillScore>,
    /// The plan to the level.
    pub plan: &'s Plan,
    /// The plan in time.
    pub calendar: Calendar,
    /// The days of each step, at the hours a week of the profile or else the usual ones.
    pub days: Vec<Option<[Date; 2]>>,
    /// The steps that begin in the next four weeks, by their positions in the plan; at least the first one that has a date.
    pub month: Vec<usize>,
    /// What to ask the mentor.
    pub questions: Vec<MentorQuestion>,
    /// How the score of the level has changed.
    pub progress: Progress,
}

impl Session {
    /// What to hand to a mentor about a level of the guide.
    #[must_use]
    pub fn handover<'s>(&'s self, level: &'s Level) -> Option<Handover<'s>> {
        let plan = self.plan(&level.id)?;
        let score = self.assessment().level(&level.id)?;
        let calendar = self.calendar(plan, None, None);
        let days = self.days(plan);
        let strongest = strengths::strongest(score, MOST);
        Some(Handover {
            today: self.today(),
            name: self.profile.about.entry("name").map(str::trim).filter(|name| !name.is_empty()),
            is_target: self.target().is_some_and(|target| target.id == level.id),
            areas: strengths::areas(&self.library, score),
            gaps: strengths::biggest_gaps(score, &strongest, MOST),
            strengths: strongest.into_iter().map(|skill| (skill, self.proofs_of(&skill.ask.skill))).collect(),
            month: month(&days, self.today()),
            questions: mentor::questions(score, plan, &calendar),
            progress: self.progress(level),
            level,
            score,
            plan,
            calendar,
            days,
        })
    }

    /// The days of each step of a plan, at the hours a week of the profile or else the usual ones.
    #[must_use]
    pub fn days(&self, plan: &Plan) -> Vec<Option<[Date; 2]>> {
        let hours = self.hours_per_week().unwrap_or(HoursPerWeek::USUAL);
        calendar::days(plan, hours, self.today(), self.deadline())
    }

    /// The proofs of a skill that tell a story, for an interview.
    pub fn stories(&self, skill: &SkillId) -> impl Iterator<Item = &Proof> {
        self.proofs_of(skill).into_iter().filter(|proof| proof.story.is_some())
    }

    fn proofs_of(&self, skill: &SkillId) -> Vec<&Proof> {
        let named = self.profile.ratings.0.get(skill).map_or(&[][..], |rated| &rated.proofs);
        self.profile.proofs.iter().filter(|proof| named.contains(&proof.id)).collect()
    }
}

/// The steps that begin within a month.
fn month(days: &[Option<[Date; 2]>], today: Date) -> Vec<usize> {
    let begins = |at: &usize| {
        let [first, _] = days.get(*at).copied().flatten()?;
        Some((first, *at))
    };
    let mut dated: Vec<(Date, usize)> = (0..days.len()).filter_map(|at| begins(&at)).collect();
    dated.sort_unstable();
    let end = today.checked_add(jiff::Span::new().days(MONTH)).unwrap_or(Date::MAX);
    let soon = dated.iter().filter(|(first, _)| *first < end).count().max(1);
    dated.into_iter().take(soon).map(|(_, at)| at).collect()
}
