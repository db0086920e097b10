//! Readiness beyond the score: five separate bars, each with its evidence and its next step. They are never added up: no
//! one knows how many years a project is worth.
//!
//! Every bar is a range, as the score is: what is known at least and at most. A question without an answer leaves a bar
//! open from end to end, and an open bar is never called weak.

mod bars;

use super::fraction::Fraction;
use super::plan::{Plan, Step};
use super::score::LevelScore;
use crate::guide::id::SkillId;
use crate::guide::model::{EmployerPreference, Guide, Level, Years};
use crate::guide::route::Route;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::{Answer, HoursPerWeek, Preparation, Tenure, Topic};
use crate::profile::model::Profile;

/// Everything.
const WHOLE: Fraction = Fraction::new(1, 1);

/// What a bar is about, in the order in which the bars stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// What the level asks, as scored.
    Skills,
    /// Years of paid work against the level's usual range.
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

/// What can be said of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BarState {
    /// Something is known to be missing.
    NotYet,
    /// It depends on an answer that isn't given, or on who hires.
    Open,
    /// All there.
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

/// One of the five.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub dimension: Dimension,
    /// What is there at least, 0 to 1.
    pub low: Fraction,
    /// What is there at most.
    pub high: Fraction,
    /// Where it counts as ready, a whole per cent.
    pub mark: Fraction,
    /// What can be said.
    pub state: BarState,
    /// Whether anything was answered at all.
    pub is_answered: bool,
    /// What it rests on.
    pub basis: Basis,
    /// What to do about it; nothing where nothing is left to do.
    pub next: Option<Next>,
}

/// What a bar rests on.
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
        /// Where the answer lies in it.
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
    /// What is ready, in the order in which it is needed.
    Kit(Vec<(Topic, Answer<Preparation>)>),
}

/// Where years lie against a level's usual range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExperiencePosition {
    /// Below it.
    Below,
    /// In it.
    Within,
    /// Above it, which closes nothing.
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

/// A must-have and what can be shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// The skill.
    pub skill: SkillId,
    /// The rating below which the level isn't reached.
    pub floor: Rating,
    /// What the person says.
    pub answer: Option<(Rating, Evidence)>,
    /// How many of the profile's proofs are named for it.
    pub proofs: usize,
    /// What that makes.
    pub state: ExhibitState,
}

/// Whether there is something to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExhibitState {
    /// An example or a link, at the floor or above.
    Shown,
    /// Rated at the floor or above, on the person's word.
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

/// What to do about a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A step of the way to the level, with the weeks it takes where the hours of a week are known.
    Step(Step, Option<StepPace>),
    /// Rate a skill.
    Rate(SkillId),
    /// Answer a question.
    Answer(Topic),
    /// Work so many months more. Nothing hurries them.
    Months(u32),
    /// Ask the employers and look up the visas that are meant: nothing to do before.
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

/// How long a step takes at so many hours a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepPace {
    /// What the person says.
    pub hours_per_week: HoursPerWeek,
    /// At least and at most, each rounded up.
    pub weeks: [u32; 2],
}

/// The five bars for one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// Skills, experience, education, portfolio, application kit.
    pub bars: [Bar; 5],
    /// The weakest bar, or several that are equal; none where all are ready or unanswered.
    pub weakest: Vec<Dimension>,
    /// Questions without an answer that can be understood.
    pub questions: Vec<Topic>,
    /// How many skills of the level have no rating.
    pub unrated: usize,
}

impl Readiness {
    /// One bar.
    #[must_use]
    pub const fn bar(&self, kind: Dimension) -> &Bar {
        &self.bars[kind as usize]
    }
}

/// Assesses the readiness for a level, with the plan that leads to it.
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

/// The bar with the least at most, measured against its own mark; of equals the one with the least at least. A bar that is
/// known to lack something comes before one that only depends. This order is a convention: the bars measure unlike things.
fn weakest(bars: &[Bar]) -> Vec<Dimension> {
    let candidates = || bars.iter().filter(|bar| bar.is_answered && bar.state != BarState::Ready);
    let Some(least) = candidates().map(weakness).min() else { return Vec::new() };
    candidates().filter(|bar| weakness(bar) == least).map(|bar| bar.dimension).collect()
}

fn weakness(bar: &Bar) -> (BarState, Fraction, Fraction) {
    (bar.state, reach(bar.high, bar.mark), reach(bar.low, bar.mark))
}

/// How much of the way to its mark, a whole per cent, a bar has; at most all of it.
fn reach(end: Fraction, mark: Fraction) -> Fraction {
    end.times(100).divided_by(mark.percent_down()).min(WHOLE)
}
