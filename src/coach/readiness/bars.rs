//! The five bars, one by one.

use super::{
    Bar, BarState, Basis, Dimension, Exhibit, ExhibitState, ExperiencePosition, Next, StepPace, WHOLE,
};
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::fraction::Fraction;
use crate::coach::plan::{Plan, Step, StepKind};
use crate::coach::score::{LevelScore, Standing, Verdict};
use crate::guide::id::SkillId;
use crate::guide::model::{EmployerPreference, Years};
use crate::guide::route::Route;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::{About, Answer, HoursPerWeek, Preparation, Tenure, Topic};
use crate::profile::model::{Profile, Ratings};

/// The bar of skills: the score, and the next step of the plan.
pub fn skills(score: LevelScore, plan: &Plan, ratings: &Ratings, hours: Option<HoursPerWeek>) -> Bar {
    let next = skills_next(&score, plan, ratings, hours);
    Bar {
        dimension: Dimension::Skills,
        low: score.low,
        high: score.high,
        mark: score.threshold,
        state: match score.standing {
            Standing::Ready => BarState::Ready,
            Standing::Unproved | Standing::Open => BarState::Open,
            Standing::NotYet => BarState::NotYet,
        },
        is_answered: score.skills.iter().any(|skill| skill.answer.is_some()),
        next,
        basis: Basis::Skills(Box::new(score)),
    }
}

/// Undetermined: the first deciding skill. Not yet: the first step, or without one the first unrated skill, as a step may wait for
/// its rating. Ready: nothing, unless all evidence is claims.
fn skills_next(
    score: &LevelScore,
    plan: &Plan,
    ratings: &Ratings,
    hours: Option<HoursPerWeek>,
) -> Option<Next> {
    let timed = |step: &Step| {
        let pace = hours.map(|hours| StepPace {
            hours_per_week: hours,
            weeks: step.hours.map(|step| hours.weeks_for(step)),
        });
        Next::Step(step.clone(), pace)
    };
    if score.verdict == Verdict::Ready && score.standing != Standing::Ready {
        return plan.blocked_by.first().map(earlier_level);
    }
    let deciding = deciding_skills(score).ready.into_iter().flatten().next();
    if let Some(skill) = &deciding {
        if ratings.answer(skill).is_none() {
            return Some(Next::Rate(skill.clone()));
        }
        let proof = |step: &&Step| step.skill == *skill && matches!(step.kind, StepKind::Prove { .. });
        return plan.steps.iter().find(proof).or(plan.steps.first()).map(timed);
    }
    if score.verdict == Verdict::Ready && !score.claims_only {
        return None;
    }
    let unrated = || score.unrated().next().map(|skill| Next::Rate(skill.ask.skill.clone()));
    if score.verdict == Verdict::Ready {
        return plan.surer.first().map(timed);
    }
    // When even the upper end is too low, a proof doesn't raise it.
    let raises = |step: &&Step| matches!(step.kind, StepKind::Raise { .. });
    let step = plan.steps.iter().find(raises).or(plan.steps.first());
    step.map(timed).or_else(unrated)
}

/// What a level that comes before needs first: an answer that could settle it, else the level itself.
fn earlier_level(score: &LevelScore) -> Next {
    let deciding = deciding_skills(score).ready.into_iter().flatten().next();
    let unrated = deciding.filter(|skill| score.unrated().any(|unrated| unrated.ask.skill == *skill));
    unrated.map_or_else(|| Next::Level(score.level.clone()), Next::Rate)
}

/// The bar of experience: years compared with the usual range.
pub fn experience(answer: Answer<Tenure>, usual: &Years) -> Bar {
    let asked = usual.from.saturating_mul(12);
    let months = answer.value().map(|tenure| tenure.months);
    let position = months.map(|months| {
        if months < asked {
            ExperiencePosition::Below
        } else if usual.to.is_some_and(|to| months > to.saturating_mul(12)) {
            ExperiencePosition::Above
        } else {
            ExperiencePosition::Within
        }
    });
    let share = months.map(|months| match asked {
        0 => WHOLE,
        asked => Fraction::new(months.min(asked).into(), asked.into()),
    });
    let next = match (months, position) {
        (None, _) => Some(Next::Answer(Topic::Years)),
        (Some(months), Some(ExperiencePosition::Below)) => Some(Next::Months(asked.saturating_sub(months))),
        _ => None,
    };
    Bar {
        dimension: Dimension::Experience,
        low: share.unwrap_or(Fraction::ZERO),
        high: share.unwrap_or(WHOLE),
        mark: WHOLE,
        state: match position {
            None => BarState::Open,
            Some(ExperiencePosition::Below) => BarState::NotYet,
            Some(ExperiencePosition::Within | ExperiencePosition::Above) => BarState::Ready,
        },
        is_answered: months.is_some(),
        basis: Basis::Experience { answer, usual: usual.clone(), position },
        next,
    }
}

/// The bar of education: the share of employer preferences that a route satisfies by itself. Which these are is the guide's
/// convention. No route is ruled out for certain, so the upper end is always 1.
pub fn education(answer: Answer<Route>, preferences: &[EmployerPreference]) -> Bar {
    let route = answer.value().copied();
    let is_open = |preference: &EmployerPreference| route.map(|route| preference.is_satisfied_by(route));
    let preferences: Vec<_> =
        preferences.iter().map(|preference| (preference.clone(), is_open(preference))).collect();
    let low =
        part(preferences.iter().filter(|(_, is_open)| *is_open == Some(true)).count(), preferences.len());
    let is_answered = route.is_some();
    let is_ready = is_answered && low == WHOLE;
    let next = match (is_answered, is_ready) {
        (false, _) => Some(Next::Answer(Topic::Education)),
        (true, false) => Some(Next::AskThem),
        (true, true) => None,
    };
    Bar {
        dimension: Dimension::Education,
        low,
        high: WHOLE,
        mark: WHOLE,
        state: if is_ready { BarState::Ready } else { BarState::Open },
        is_answered,
        basis: Basis::Education { answer, preferences },
        next,
    }
}

/// The bar of the portfolio: something to show for each must-have.
pub fn portfolio(score: &LevelScore, profile: &Profile) -> Bar {
    let exhibits: Vec<Exhibit> = score
        .must_haves
        .iter()
        .map(|must_have| exhibit(&must_have.skill, must_have.floor, profile))
        .collect();
    let count = |state| exhibits.iter().filter(|exhibit| exhibit.state == state).count();
    let (shown, unrated) = (count(ExhibitState::Shown), count(ExhibitState::Unrated));
    let all = exhibits.len();
    let (low, high) = if all == 0 { (WHOLE, WHOLE) } else { (part(shown, all), part(shown + unrated, all)) };
    Bar {
        dimension: Dimension::Portfolio,
        low,
        high,
        mark: WHOLE,
        state: standing(low, high),
        is_answered: unrated < all || all == 0,
        next: portfolio_next(&exhibits),
        basis: Basis::Portfolio(exhibits),
    }
}

fn exhibit(skill: &SkillId, floor: Rating, profile: &Profile) -> Exhibit {
    let answer = profile.ratings.answer(skill);
    let named = profile.ratings.0.get(skill).map_or(&[][..], |rated| &rated.proofs);
    Exhibit {
        skill: skill.clone(),
        floor,
        answer,
        proofs: profile.proofs.iter().filter(|proof| named.contains(&proof.id)).count(),
        state: match answer {
            None => ExhibitState::Unrated,
            Some((rating, _)) if rating < floor => ExhibitState::Below,
            Some((_, Evidence::Claim)) => ExhibitState::OnWord,
            Some(_) => ExhibitState::Shown,
        },
    }
}

/// The quickest action first: show a claimed must-have, rate an open one, raise one below its floor, strengthen an example.
fn portfolio_next(exhibits: &[Exhibit]) -> Option<Next> {
    let first = |state| exhibits.iter().find(|exhibit| exhibit.state == state);
    if let Some(exhibit) = first(ExhibitState::OnWord) {
        return Some(Next::Show(exhibit.skill.clone()));
    }
    if let Some(exhibit) = first(ExhibitState::Unrated) {
        return Some(Next::Rate(exhibit.skill.clone()));
    }
    if let Some(exhibit) = first(ExhibitState::Below) {
        return Some(Next::Reach(exhibit.skill.clone(), exhibit.floor));
    }
    let mut told = exhibits.iter();
    let told = told.find(|exhibit| exhibit.answer.is_some_and(|(_, evidence)| evidence < Evidence::Link));
    told.map(|exhibit| Next::Strengthen(exhibit.skill.clone()))
}

/// The bar of the application kit.
pub fn kit(about: &About) -> Bar {
    let items = vec![
        (Topic::Resume, about.resume.clone()),
        (Topic::CoverLetter, about.cover_letter.clone()),
        (Topic::Interviews, about.interviews.clone()),
    ];
    let is = |state: Option<Preparation>| {
        items.iter().filter(|(_, answer)| answer.value().copied() == state).count()
    };
    let (ready, open) = (is(Some(Preparation::Ready)), is(None));
    let (low, high) = (part(ready, items.len()), part(ready + open, items.len()));
    let undone = items
        .iter()
        .find(|(_, answer)| matches!(answer.value(), Some(Preparation::Begun | Preparation::Missing)));
    let unanswered = items.iter().find(|(_, answer)| answer.value().is_none());
    let next = undone
        .map(|(item, _)| Next::Prepare(*item))
        .or_else(|| unanswered.map(|(item, _)| Next::Answer(*item)));
    Bar {
        dimension: Dimension::Kit,
        low,
        high,
        mark: WHOLE,
        state: standing(low, high),
        is_answered: open < items.len(),
        basis: Basis::Kit(items),
        next,
    }
}

fn part(count: usize, all: usize) -> Fraction {
    Fraction::new(count as u64, all as u64)
}

/// The state of a bar that is ready when it is complete.
fn standing(low: Fraction, high: Fraction) -> BarState {
    if low >= WHOLE {
        BarState::Ready
    } else if high < WHOLE {
        BarState::NotYet
    } else {
        BarState::Open
    }
}
