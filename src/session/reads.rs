//! What follows from the guide and the profile. Nothing here changes anything.

use super::Session;
use crate::ad::{Ad, AdText, Vocabulary, VocabularyError};
use crate::coach::adaptive::{Estimate, Questioner};
use crate::coach::assessment::{self, Assessment};
use crate::coach::evidence::{self, Ledger};
use crate::coach::matching::{self, Match};
use crate::coach::plan::calendar::{self, Calendar};
use crate::coach::plan::{self, Plan};
use crate::coach::progress::{self, Progress};
use crate::coach::readiness::{self, Readiness};
use crate::coach::review::{self, Review};
use crate::coach::score::LevelScore;
use crate::coach::strengths::{self, AreaShare};
use crate::coach::what_if::{self, Supposed, WhatIf};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Guide, Level};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::HoursPerWeek;
use crate::profile::model::Ratings;
use jiff::civil::Date;

impl Session {
    /// The level aimed for, if the guide has it.
    #[must_use]
    pub fn target(&self) -> Option<&Level> {
        let target = self.profile.aim_of(&self.guide().id).target.as_ref()?;
        self.guide().level(target)
    }

    /// The day by which the target should be reached.
    #[must_use]
    pub fn deadline(&self) -> Option<Date> {
        self.profile.aim_of(&self.guide().id).by
    }

    /// The hours a week that the person has for learning, where they said so.
    #[must_use]
    pub fn hours_per_week(&self) -> Option<HoursPerWeek> {
        self.profile.about.hours_per_week.value().copied()
    }

    /// The rating of a skill with its evidence; *not rated* is `None`.
    #[must_use]
    pub fn rating(&self, skill: &SkillId) -> Option<(Rating, Evidence)> {
        self.profile.ratings.answer(skill)
    }

    /// The score at every level.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        self.cache.assessment.get_or_init(|| assessment::assess(self.guide(), &self.profile.ratings))
    }

    /// The score of the level aimed for.
    #[must_use]
    pub fn target_score(&self) -> Option<&LevelScore> {
        self.target().and_then(|level| self.assessment().level(&level.id))
    }

    /// The plan to a level of the guide. Every list of next steps, wherever it is shown, is the beginning of a plan.
    #[must_use]
    pub fn plan(&self, level: &LevelId) -> Option<&Plan> {
        let at = position(self.guide(), level)?;
        let make = || {
            let level = self.guide().levels.get(at)?;
            Some(self.plan_from(&self.profile.ratings, level, self.hours_per_week()))
        };
        let cell = self.cache.plans.get(at)?;
        match cell.get() {
            Some(plan) => Some(plan),
            None => {
                let plan = make()?;
                Some(cell.get_or_init(|| plan))
            }
        }
    }

    /// The plan to a level for other hours a week than those of the profile.
    #[must_use]
    pub fn plan_at(&self, level: &Level, hours: HoursPerWeek) -> Plan {
        self.plan_from(&self.profile.ratings, level, Some(hours))
    }

    fn plan_from(&self, ratings: &Ratings, level: &Level, hours: Option<HoursPerWeek>) -> Plan {
        plan::plan(&self.library, self.guide(), level, ratings, hours)
    }

    /// A plan in time: at the hours a week and until the day given, else at those of the profile.
    #[must_use]
    pub fn calendar(&self, plan: &Plan, hours: Option<HoursPerWeek>, by: Option<Date>) -> Calendar {
        calendar::calendar(plan, hours.or(self.hours_per_week()), self.today(), by.or(self.deadline()))
    }

    /// The plan to the target, in time.
    #[must_use]
    pub fn target_plan(&self) -> Option<(&Plan, &Calendar)> {
        let plan = self.target().and_then(|level| self.plan(&level.id))?;
        let calendar = self.cache.target_calendar.get_or_init(|| Some(self.calendar(plan, None, None)));
        calendar.as_ref().map(|calendar| (plan, calendar))
    }

    /// The five bars of readiness for a level of the guide.
    #[must_use]
    pub fn readiness(&self, level: &LevelId) -> Option<Readiness> {
        let plan = self.plan(level)?;
        Some(readiness::assess(self.guide(), self.guide().level(level)?, plan, &self.profile))
    }

    /// The strengths at a level by area; empty where the guide doesn't have the level.
    #[must_use]
    pub fn areas(&self, level: &LevelId) -> Vec<AreaShare> {
        let score = self.assessment().level(level);
        score.map(|score| strengths::areas(&self.library, score)).unwrap_or_default()
    }

    /// Ratings to review, of skills that the guide asks for.
    #[must_use]
    pub fn reviews(&self) -> &[Review] {
        self.cache.reviews.get_or_init(|| {
            let scoring = &self.guide().scoring;
            let mut reviews = review::reviews(&self.library, scoring, &self.profile.ratings, self.today());
            let asked = self.guide().asked_skills();
            reviews.retain(|review| asked.contains(&&review.skill));
            reviews
        })
    }

    /// How the score of a level has moved over time.
    #[must_use]
    pub fn progress(&self, level: &Level) -> Progress {
        progress::of(&self.profile, self.guide(), level, self.today())
    }

    /// Proofs, ratings without any, and the proof that would raise most.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        self.cache.ledger.get_or_init(|| evidence::ledger(self.guide(), &self.profile))
    }

    /// The scores as if some ratings were others.
    #[must_use]
    pub fn what_if(&self, supposed: &[Supposed]) -> WhatIf {
        what_if::suppose(self.guide(), &self.profile.ratings, supposed)
    }

    /// The plan to a level as if some ratings were others.
    #[must_use]
    pub fn plan_if(&self, what_if: &WhatIf, level: &Level) -> Plan {
        self.plan_from(&what_if.ratings, level, self.hours_per_week())
    }

    /// The words by which job ads are read.
    ///
    /// # Errors
    /// Where the words inside the program are damaged.
    pub fn vocabulary(&self) -> Result<&Vocabulary, VocabularyError> {
        if let Some(vocabulary) = self.vocabulary.get() {
            return Ok(vocabulary);
        }
        let vocabulary = Vocabulary::new(&self.library, self.guide())?;
        Ok(self.vocabulary.get_or_init(|| vocabulary))
    }

    /// What a job ad says.
    ///
    /// # Errors
    /// As for [`Session::vocabulary`].
    pub fn read_ad(&self, text: &AdText) -> Result<Ad, VocabularyError> {
        Ok(Ad::read(text, self.guide(), self.vocabulary()?))
    }

    /// A job ad against the ratings.
    #[must_use]
    pub fn match_ad(&self, ad: &Ad) -> Match {
        let target = self.target().map(|level| &level.id);
        matching::compare(ad, &self.library, self.guide(), &self.profile.ratings, target)
    }

    /// An estimate of the level from the answers so far.
    #[must_use]
    pub fn estimate(&self) -> &Estimate {
        self.cache.estimate.get_or_init(|| self.questioner().estimate(&self.profile.ratings))
    }

    /// The skill whose answer tells most, while an answer can change the level.
    #[must_use]
    pub fn next_question(&self) -> Option<SkillId> {
        let target = self.target().map(|level| &level.id);
        self.questioner().next(&self.profile.ratings, target)
    }

    /// The skills of the guide, those that the target asks for first, else in the order of the guide.
    #[must_use]
    pub fn skills_to_ask(&self) -> Vec<&SkillId> {
        let target = self.target();
        let mut skills = self.guide().asked_skills();
        skills.sort_by_key(|skill| target.is_some_and(|level| level.ask(skill).is_none()));
        skills
    }

    fn questioner(&self) -> &Questioner {
        self.questioner.get_or_init(|| Questioner::new(self.guide()))
    }
}

fn position(guide: &Guide, level: &LevelId) -> Option<usize> {
    guide.levels.iter().position(|other| other.id == *level)
}
