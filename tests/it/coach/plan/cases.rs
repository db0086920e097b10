//! Small guides and people made up for plans, and what the cheapest way costs them.

use crate::support::{rating, skill, small_library};
use career_coach::coach::plan::{Plan, SHOWN, plan};
use career_coach::coach::score::{Verdict, score_level};
use career_coach::guide::id::SkillId;
use career_coach::guide::model::{Ask, Guide, Level, Library, Prerequisite, Skill};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Rated, Ratings};
use proptest::prelude::*;

fn evidence(number: u8) -> Evidence {
    [Evidence::Claim, Evidence::Example, Evidence::Link][usize::from(number)]
}

/// What a small case is made from, one entry for each skill.
#[derive(Debug, Clone)]
pub struct Made {
    /// Required, weight, floor; nothing where the level doesn't ask for it.
    pub ask: Option<(u8, u32, u8)>,
    /// Ratings 1 to 4 that it needs of the skills before it; 0 for none.
    pub needs: Vec<u8>,
    pub hours: [u32; 5],
    pub answer: Option<(u8, u8)>,
}

fn made(before: usize) -> impl Strategy<Value = Made> {
    (
        prop::option::weighted(0.8, (1..=4_u8, 1..=3_u32, 0..=4_u8)),
        prop::collection::vec(prop_oneof![3 => Just(0_u8), 1 => 1..=3_u8], before),
        [1..=40_u32, 5..=80, 10..=150, 20..=300, 30..=600],
        prop::option::weighted(0.85, (0..=5_u8, 0..=2_u8)),
    )
        .prop_map(|(ask, needs, hours, answer)| Made { ask, needs, hours, answer })
}

/// A guide of one level over at most `most` skills, later ones building on earlier ones, and somebody's answers.
pub fn small(most: usize) -> impl Strategy<Value = Vec<Made>> {
    (2..=most).prop_flat_map(|skills| (0..skills).map(made).collect::<Vec<_>>())
}

fn name(i: usize) -> String {
    format!("s{i}")
}

pub fn build(made: &[Made]) -> (Library, Ratings) {
    let mut library = small_library();
    let template = library.skills[0].clone();
    library.skills = made.iter().enumerate().map(|(i, made)| skill_like(&template, i, made)).collect();
    let asks: Vec<Ask> = made
        .iter()
        .enumerate()
        .filter_map(|(i, made)| {
            let (required, weight, floor) = made.ask?;
            let must_have = (1..=required).contains(&floor).then(|| rating(floor));
            Some(Ask { skill: skill(&name(i)), required: rating(required), weight, must_have })
        })
        .collect();
    let guide = &mut library.guides[0];
    guide.levels.truncate(1);
    // A level asks something.
    let something = Ask { skill: skill("s0"), required: rating(2), weight: 1, must_have: None };
    guide.levels[0].asks = if asks.is_empty() { vec![something] } else { asks };
    let answers = made.iter().enumerate().filter_map(|(i, made)| {
        let (number, shown) = made.answer?;
        Some((skill(&name(i)), rating(number), evidence(shown)))
    });
    (library, answers.collect())
}

fn skill_like(template: &Skill, i: usize, made: &Made) -> Skill {
    let mut copy = template.clone();
    copy.id = skill(&name(i));
    let needs = made.needs.iter().enumerate().filter(|(_, at_least)| **at_least > 0);
    copy.prerequisites = needs
        .map(|(other, at_least)| Prerequisite { skill: skill(&name(other)), at_least: rating(*at_least) })
        .collect();
    let [studied, assisted, independent, leading, setting] = made.hours.map(|hours| [hours, 2 * hours]);
    copy.hours.studied = studied;
    copy.hours.assisted = assisted;
    copy.hours.independent = independent;
    copy.hours.leading = leading;
    copy.hours.setting_direction = setting;
    copy
}

pub fn plan_of(library: &Library, ratings: &Ratings) -> Plan {
    plan(library, &library.guides[0], &library.guides[0].levels[0], ratings, None)
}

/// Roles, then twice the middle of the hours.
pub fn cost(plan: &Plan) -> (usize, u64) {
    let hours = plan.steps.iter().map(|step| u64::from(step.hours[0]) + u64::from(step.hours[1]));
    (plan.role_steps(), hours.sum())
}

pub fn now(ratings: &Ratings, skill: &SkillId) -> Rating {
    ratings.answer(skill).map_or(Rating::None, |(rating, _)| rating)
}

/// Raising and showing everything that the level asks, and all that this builds on.
pub fn everything(library: &Library, level: &Level, ratings: &Ratings) -> (usize, u64) {
    let mut wanted: Vec<(SkillId, Rating)> =
        level.asks.iter().map(|ask| (ask.skill.clone(), ask.required)).collect();
    let mut i = 0;
    while let Some((skill, to)) = wanted.get(i).cloned() {
        if now(ratings, &skill) < to {
            let skill = library.skill(&skill).expect("a known skill");
            wanted.extend(skill.prerequisites.iter().map(|needed| (needed.skill.clone(), needed.at_least)));
        }
        i += 1;
    }
    let (mut roles, mut hours) = (0, 0);
    for skill in &library.skills {
        let of_skill = wanted.iter().filter(|(other, _)| *other == skill.id);
        let Some(to) = of_skill.map(|(_, to)| *to).max() else { continue };
        let from = now(ratings, &skill.id);
        hours += 2 * u64::from(from >= to);
        for step in Rating::all().filter(|step| *step > from && *step <= to) {
            let [fewest, most] = skill.hours.to(step).expect("hours for each step up");
            hours += u64::from(fewest) + u64::from(most);
            roles += usize::from(step >= Rating::Leading);
        }
    }
    (roles, hours)
}

/// The cheapest way to ready over all ways to leave, show or raise each skill; judged by the score alone.
pub fn cheapest(library: &Library, level: &Level, ratings: &Ratings) -> (usize, u64) {
    let scoring = &library.guides[0].scoring;
    let mut best = None;
    let mut open = vec![(0, ratings.clone(), (0, 0_u64))];
    while let Some((i, reached, (roles, hours))) = open.pop() {
        if best.is_some_and(|best| best <= (roles, hours)) {
            continue;
        }
        let Some(skill) = library.skills.get(i) else {
            let is_sound = library.skills.iter().all(|skill| {
                now(&reached, &skill.id) == now(ratings, &skill.id)
                    || skill
                        .prerequisites
                        .iter()
                        .all(|needed| now(&reached, &needed.skill) >= needed.at_least)
            });
            if is_sound && score_level(level, scoring, &reached).verdict == Verdict::Ready {
                best = Some((roles, hours));
            }
            continue;
        };
        open.push((i + 1, reached.clone(), (roles, hours)));
        let with = |rating: Rating| {
            let mut with = reached.clone();
            with.0.insert(skill.id.clone(), Rated::new(rating, SHOWN));
            with
        };
        if let Some((rating, _)) = ratings.answer(&skill.id) {
            open.push((i + 1, with(rating), (roles, hours + 2 * u64::from(scoring.proof_hours))));
        }
        let (mut roles, mut hours) = (roles, hours);
        for to in Rating::all().filter(|to| *to > now(ratings, &skill.id)) {
            let [fewest, most] = skill.hours.to(to).expect("hours for each step up");
            hours += u64::from(fewest) + u64::from(most);
            roles += usize::from(to >= Rating::Leading);
            open.push((i + 1, with(to), (roles, hours)));
        }
    }
    best.expect("raising everything leads there")
}

/// Somebody's answers for every skill of the embedded guide.
pub fn anybody() -> impl Strategy<Value = (usize, Vec<Option<(u8, u8)>>)> {
    let answer =
        prop::option::weighted(0.8, (prop::sample::select(vec![0_u8, 1, 2, 2, 3, 3, 4, 5]), 0..=2_u8));
    (0..8_usize, prop::collection::vec(answer, 25))
}

pub fn answers_of(guide: &Guide, answers: &[Option<(u8, u8)>]) -> Ratings {
    let skills = guide.asked_skills();
    let rated = skills.into_iter().zip(answers).filter_map(|(skill, answer)| Some((skill, (*answer)?)));
    rated.map(|(skill, (number, shown))| (skill.clone(), rating(number), evidence(shown))).collect()
}
