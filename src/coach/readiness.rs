//! Readiness beyond the score: five separate bars, each with its basis and its next step. They are never added up, because no
//! one knows how many years a project is worth.
//!
//! Every bar is a range, like the score. A question without an answer leaves the bar open from end to end, and an open bar is never
//! called weak.

mod bars;

use super::fraction::Fraction;
use super::plan::{Plan, Step};
use super::score::LevelScore;
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{EmployerPreference, Guide, Level, Years};
use crate::guide::route::Route;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::{Answer, HoursPerWeek, Preparation, Tenure, Topic};
use crate::profile::model::Profile;

/// The whole bar.
const WHOLE: Fraction = Fraction::new(1, 1);

/// The subject of a bar, in display order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// The score of the level's skills.
    Skills,
    /// Years of paid work, compared with the level's usual range.
    Experience,
    /// The route taken, and the employer preferences that it satisfies by itself.
    Education,
    /// Something to show for each must-have.
    Portfolio,
    /// Résumé, cover letter, practised interviews.
    Kit,
}

impl Dimension {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Experience => "experience",
            Self::Education => "education",
            Self::Portfolio => "portfolio",
            Self::Kit => "kit",
        }
    }
}

/// The state of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BarState {
    /// Something is known to be missing.
    NotYet,
    /// It depends on a missing answer, or on the employer.
    Open,
    /// Nothing is missing.
    Ready,
}

impl BarState {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Open => "open",
            Self::Ready => "ready",
        }
    }
}

/// One of the five bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The subject.
    pub dimension: Dimension,
    /// The lower end, 0 to 1.
    pub low: Fraction,
    /// The upper end, 0 to 1.
    pub high: Fraction,
    /// The mark from which the bar counts as ready; a whole per cent.
    pub mark: Fraction,
    /// What can be said.
    pub state: BarState,
    /// Whether the person answered anything that the bar depends on.
    pub is_answered: bool,
    /// The basis of the bar.
    pub basis: Basis,
    /// The next step; `None` when nothing is left to do.
    pub next: Option<Next>,
}

/// The basis of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The score.
    Skills(Box<LevelScore>),
    /// Years.
    Experience {
        /// What the person says.
        answer: Answer<Tenure>,
        /// The level's usual range.
        usual: Years,
        /// The position of the answer in this range; `None` without an answer.
        position: Option<ExperiencePosition>,
    },
    /// The route.
    Education {
        /// What the person says.
        answer: Answer<Route>,
        /// The guide's employer preferences, each with whether the route satisfies it by itself: `false` means that it depends on
        /// the employer. `None` without an answer.
        preferences: Vec<(EmployerPreference, Option<bool>)>,
    },
    /// The must-haves, in the order of the matrix.
    Portfolio(Vec<Exhibit>),
    /// The parts of the application kit, in the order in which they are needed.
    Kit(Vec<(Topic, Answer<Preparation>)>),
}

/// The position of a person's years relative to a level's usual range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExperiencePosition {
    /// Below the range.
    Below,
    /// Within the range.
    Within,
    /// Above the range. This is no disadvantage.
    Above,
}

impl ExperiencePosition {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Within => "within",
            Self::Above => "above",
        }
    }
}

/// A must-have and what the person can show for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// The skill.
    pub skill: SkillId,
    /// The rating below which the level isn't reached.
    pub floor: Rating,
    /// What the person says.
    pub answer: Option<(Rating, Evidence)>,
    /// Number of the profile's proofs that its rating names.
    pub proofs: usize,
    /// The resulting state.
    pub state: ExhibitState,
}

/// Whether there is something to show for a must-have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExhibitState {
    /// An example or a link, at the floor or above.
    Shown,
    /// Rated at the floor or above, with a claim as evidence.
    OnWord,
    /// Rated below the floor.
    Below,
    /// Not rated.
    Unrated,
}

impl ExhibitState {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::OnWord => "on-word",
            Self::Below => "below",
            Self::Unrated => "open",
        }
    }
}

/// The next step for a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A step of the plan, with its pace when the hours a week are known.
    Step(Step, Option<StepPace>),
    /// Reach an earlier level first: this one is ready by itself.
    Level(LevelId),
    /// Rate a skill.
    Rate(SkillId),
    /// Answer a question.
    Answer(Topic),
    /// Work this many months more. Nothing makes them shorter.
    Months(u32),
    /// Ask the employers and look up the visas concerned; there is nothing to do before that.
    AskThem,
    /// Show something for a must-have.
    Show(SkillId),
    /// Raise a must-have to its floor first: there is nothing to show yet.
    Reach(SkillId, Rating),
    /// Turn an example into something that a stranger can check.
    Strengthen(SkillId),
    /// Finish a part of the application kit.
    Prepare(Topic),
}

/// The time that a step takes at the person's hours a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepPace {
    /// What the person says.
    pub hours_per_week: HoursPerWeek,
    /// Weeks, fewest and most, each rounded up.
    pub weeks: [u32; 2],
}

/// The five bars for one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// Skills, experience, education, portfolio, application kit.
    pub bars: [Bar; 5],
    /// The weakest bar, or several equally weak ones. Empty when every bar is ready or unanswered.
    pub weakest: Vec<Dimension>,
    /// The questions without an intelligible answer.
    pub questions: Vec<Topic>,
    /// Number of the level's skills that aren't rated.
    pub unrated: usize,
}

impl Readiness {
    /// The bar of a subject.
    #[must_use]
    pub const fn bar(&self, kind: Dimension) -> &Bar {
        &self.bars[kind as usize]
    }
}

/// Assesses the readiness for a level. `plan` is the plan to this level.
#[must_use]
pub fn assess(guide: &Guide, level: &Level, plan: &Plan, profile: &Profile) -> Readiness {
    let about = &profile.about;
    let score = plan.before.clone();
    let portfolio = bars::portfolio(&score, profile);
    let unrated = score.unrated().count();
    let bars = [
        bars::skills(score, plan, &profile.ratings, about.hours_per_week.value().copied()),
        bars::experience(about.years.clone(), &level.years),
        bars::education(about.education.clone(), &guide.employer_preferences),
        portfolio,
        bars::kit(about),
    ];
    Readiness {
        weakest: weakest(&bars),
        questions: Topic::all().filter(|question| about.is_open(*question)).collect(),
        unrated,
        bars,
    }
}

/// The bars with the lowest upper end relative to their own mark; of equal ones, those with the lowest lower end. A bar that is
/// known to lack something comes before an open one. The order is a convention, as the bars measure different things.
fn weakest(bars: &[Bar]) -> Vec<Dimension> {
    let candidates = || bars.iter().filter(|bar| bar.is_answered && bar.state != BarState::Ready);
    let Some(least) = candidates().map(weakness).min() else { return Vec::new() };
    candidates().filter(|bar| weakness(bar) == least).map(|bar| bar.dimension).collect()
}

fn weakness(bar: &Bar) -> (BarState, Fraction, Fraction) {
    (bar.state, reach(bar.high, bar.mark), reach(bar.low, bar.mark))
}

/// The share of the way from 0 to the mark that an end of a bar covers, at most 1. The mark is a whole per cent.
fn reach(end: Fraction, mark: Fraction) -> Fraction {
    end.times(100).divided_by(mark.percent_down()).min(WHOLE)
}
