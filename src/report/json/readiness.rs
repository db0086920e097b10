//! The five bars of readiness, for programs.

use super::SCHEMA;
use crate::coach::plan::StepKind;
use crate::coach::readiness::{Bar, Basis, Exhibit, ExperiencePosition, Next, Readiness, StepPace};
use crate::coach::review::Review;
use crate::coach::score::LevelScore;
use crate::coach::score::ends;
use crate::guide::id::{GuideId, LevelId, Link, SkillId};
use crate::guide::model::{EmployerPreference, Guide, HourRange, Level, Years};
use crate::guide::route::Route;
use crate::profile::about::{Answer, Preparation, Tenure, Topic};
use crate::report::pages::{hint, readiness as pages};
use serde::Serialize;

/// `coach readiness --json`.
#[derive(Debug, Serialize)]
pub struct ReadinessJson<'a> {
    schema: u32,
    guide: &'a GuideId,
    level: &'a LevelId,
    bars: Vec<BarEntry<'a>>,
    weakest: Vec<&'static str>,
    questions: Vec<QuestionEntry>,
    review_after_months: u32,
    reviews: Vec<ReviewEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct BarEntry<'a> {
    id: &'static str,
    low: u64,
    high: u64,
    low_exact: String,
    high_exact: String,
    mark: u64,
    standing: &'static str,
    answered: bool,
    basis: BasisEntry<'a>,
    next: Option<NextEntry<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum BasisEntry<'a> {
    Skills {
        standing: &'static str,
        claims_only: bool,
        rated: usize,
        skills: usize,
    },
    Experience {
        answer: Option<&'a str>,
        months: Option<u32>,
        years_from: u32,
        years_to: Option<u32>,
        place: Option<&'static str>,
    },
    Education {
        answer: Option<&'a str>,
        route: Option<&'static str>,
        doors: Vec<PreferenceEntry<'a>>,
    },
    Portfolio {
        must_haves: Vec<ExhibitEntry<'a>>,
    },
    Kit {
        items: Vec<ItemEntry<'a>>,
    },
}

#[derive(Debug, Serialize)]
struct PreferenceEntry<'a> {
    name: &'a str,
    opened_by: Vec<&'static str>,
    open: Option<bool>,
    see: &'a [Link],
}

#[derive(Debug, Serialize)]
struct ExhibitEntry<'a> {
    skill: &'a SkillId,
    floor: u8,
    rating: Option<u8>,
    evidence: Option<&'static str>,
    proofs: usize,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct ItemEntry<'a> {
    key: &'static str,
    answer: Option<&'a str>,
    state: Option<&'static str>,
}

/// One shape for every kind of next step. Fields that a kind doesn't use are null.
#[derive(Debug, Default, Serialize)]
struct NextEntry<'a> {
    action: &'static str,
    level: Option<&'a LevelId>,
    skill: Option<&'a SkillId>,
    key: Option<&'static str>,
    from: Option<u8>,
    to: Option<u8>,
    hours: Option<HourRange>,
    needs_role: Option<bool>,
    weeks: Option<[u32; 2]>,
    months: Option<u32>,
}

#[derive(Debug, Serialize)]
struct QuestionEntry {
    key: &'static str,
    words: &'static str,
    example: &'static str,
}

#[derive(Debug, Serialize)]
struct ReviewEntry<'a> {
    skill: &'a SkillId,
    rating: u8,
    evidence: &'static str,
    rated_on: Option<String>,
    old: bool,
    reworded: bool,
}

/// The JSON of the readiness for a level, with the ratings to review.
#[must_use]
pub fn readiness<'a>(
    guide: &'a Guide,
    level: &'a Level,
    readiness: &'a Readiness,
    reviews: &'a [Review],
) -> ReadinessJson<'a> {
    ReadinessJson {
        schema: SCHEMA,
        guide: &guide.id,
        level: &level.id,
        bars: readiness.bars.iter().map(bar).collect(),
        weakest: readiness.weakest.iter().map(|kind| kind.id()).collect(),
        questions: readiness.questions.iter().copied().map(question).collect(),
        review_after_months: guide.scoring.review_after_months,
        reviews: reviews.iter().map(review).collect(),
    }
}

fn bar(bar: &Bar) -> BarEntry<'_> {
    let (low, high) = ends(bar.low, bar.high, bar.mark);
    BarEntry {
        id: bar.dimension.id(),
        low,
        high,
        low_exact: bar.low.to_string(),
        high_exact: bar.high.to_string(),
        mark: bar.mark.percent_down(),
        standing: match &bar.basis {
            Basis::Skills(score) => score.standing.id(),
            _ => bar.state.id(),
        },
        answered: bar.is_answered,
        basis: basis(&bar.basis),
        next: bar.next.as_ref().map(next),
    }
}

fn basis(basis: &Basis) -> BasisEntry<'_> {
    match basis {
        Basis::Skills(score) => skills(score),
        Basis::Experience { answer, usual, position } => experience(answer, usual, *position),
        Basis::Education { answer, preferences } => BasisEntry::Education {
            answer: answer.words(),
            route: answer.value().copied().map(Route::id),
            doors: preferences.iter().map(|(wanted, is_open)| preference(wanted, *is_open)).collect(),
        },
        Basis::Portfolio(exhibits) => {
            BasisEntry::Portfolio { must_haves: exhibits.iter().map(exhibit).collect() }
        }
        Basis::Kit(items) => {
            BasisEntry::Kit { items: items.iter().map(|(key, answer)| item(*key, answer)).collect() }
        }
    }
}

fn skills(score: &LevelScore) -> BasisEntry<'_> {
    BasisEntry::Skills {
        standing: score.standing.id(),
        claims_only: score.claims_only,
        rated: score.skills.iter().filter(|skill| skill.answer.is_some()).count(),
        skills: score.skills.len(),
    }
}

fn experience<'a>(
    answer: &'a Answer<Tenure>,
    usual: &Years,
    position: Option<ExperiencePosition>,
) -> BasisEntry<'a> {
    BasisEntry::Experience {
        answer: answer.words(),
        months: answer.value().map(|tenure| tenure.months),
        years_from: usual.from,
        years_to: usual.to,
        place: position.map(ExperiencePosition::id),
    }
}

fn preference(preference: &EmployerPreference, is_open: Option<bool>) -> PreferenceEntry<'_> {
    PreferenceEntry {
        name: &preference.name,
        opened_by: preference.satisfied_by.iter().copied().map(Route::id).collect(),
        open: is_open,
        see: &preference.see,
    }
}

fn exhibit(exhibit: &Exhibit) -> ExhibitEntry<'_> {
    ExhibitEntry {
        skill: &exhibit.skill,
        floor: exhibit.floor.number(),
        rating: exhibit.answer.map(|(rating, _)| rating.number()),
        evidence: exhibit.answer.map(|(_, evidence)| evidence.name()),
        proofs: exhibit.proofs,
        state: exhibit.state.id(),
    }
}

fn item(item: Topic, answer: &Answer<Preparation>) -> ItemEntry<'_> {
    ItemEntry {
        key: item.name(),
        answer: answer.words(),
        state: answer.value().copied().map(Preparation::name),
    }
}

fn next(next: &Next) -> NextEntry<'_> {
    let of = |action| NextEntry { action, ..NextEntry::default() };
    match next {
        Next::Step(step, pace) => {
            let (action, from, to) = match step.kind {
                StepKind::Raise { from, to } => ("raise", from, to),
                StepKind::Prove { rating } => ("prove", rating, rating),
            };
            NextEntry {
                skill: Some(&step.skill),
                from: Some(from.number()),
                to: Some(to.number()),
                hours: Some(step.hours),
                needs_role: Some(step.needs_role),
                weeks: pace.map(|pace: StepPace| pace.weeks),
                ..of(action)
            }
        }
        Next::Level(level) => NextEntry { level: Some(level), ..of("level") },
        Next::Rate(skill) => NextEntry { skill: Some(skill), ..of("rate") },
        Next::Answer(question) => NextEntry { key: Some(question.name()), ..of("answer") },
        Next::Months(months) => NextEntry { months: Some(*months), ..of("work") },
        Next::AskThem => of("ask"),
        Next::Show(skill) => NextEntry { skill: Some(skill), ..of("show") },
        Next::Reach(skill, floor) => {
            NextEntry { skill: Some(skill), to: Some(floor.number()), ..of("reach") }
        }
        Next::Strengthen(skill) => NextEntry { skill: Some(skill), ..of("strengthen") },
        Next::Prepare(question) => NextEntry { key: Some(question.name()), ..of("prepare") },
    }
}

fn question(question: Topic) -> QuestionEntry {
    QuestionEntry { key: question.name(), words: pages::ask(question), example: hint::example(question) }
}

fn review(review: &Review) -> ReviewEntry<'_> {
    let (rating, evidence) = review.answer;
    ReviewEntry {
        skill: &review.skill,
        rating: rating.number(),
        evidence: evidence.name(),
        rated_on: review.rated_on.map(|day| day.to_string()),
        old: review.is_old,
        reworded: review.is_reworded,
    }
}
