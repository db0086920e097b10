//! People of shapes that the questioner was not made with.

use crate::people::{Dice, Group, asked, rating};
use career_coach::guide::id::SkillId;
use career_coach::guide::model::{Guide, Level};
use career_coach::profile::model::Ratings;

/// Other shapes, which the quick check was not made with.
pub fn others(guide: &Guide, dice: &mut Dice, each: usize) -> Vec<Group> {
    type Make = fn(&Guide, &Level, &mut Dice) -> Ratings;
    let kinds: [(&'static str, Make); 4] =
        [("spiky", spiky), ("between two levels", between), ("two halves", halves), ("anybody", anybody)];
    let group = |(name, make): (&'static str, Make)| {
        let of = |level: &Level| (0..each).map(|_| (make(guide, level, dice), None)).collect::<Vec<_>>();
        Group { name, people: guide.levels.iter().flat_map(of).collect() }
    };
    kinds.into_iter().map(group).collect()
}

/// Somebody of a level with two skills two above and three skills two below it.
fn spiky(guide: &Guide, level: &Level, dice: &mut Dice) -> Ratings {
    let skills = guide.asked_skills();
    let mut numbers: Vec<u64> =
        skills.iter().map(|skill| dice.about(asked(guide, level, skill).unwrap_or(0), 10)).collect();
    let mut places: Vec<usize> = (0..numbers.len()).collect();
    for spike in 0..5 {
        let at = usize::try_from(dice.roll(places.len() as u64)).expect("small");
        let number = &mut numbers[places.swap_remove(at)];
        *number = if spike < 2 { (*number + 2).min(5) } else { number.saturating_sub(2) };
    }
    with_evidence(&skills, numbers, dice)
}

/// Half on the way: each skill as a level asks or as the one after it.
fn between(guide: &Guide, level: &Level, dice: &mut Dice) -> Ratings {
    let skills = guide.asked_skills();
    let follow = |other: &&Level| guide.predecessors(other).last().is_some_and(|below| below.id == level.id);
    let above: Vec<&Level> = guide.levels.iter().filter(follow).collect();
    let above = match above.len() {
        0 => level,
        many => above[usize::try_from(dice.roll(many as u64)).expect("small")],
    };
    let number = |skill: &&SkillId| {
        let level = if dice.roll(2) == 0 { level } else { above };
        dice.about(asked(guide, level, skill).unwrap_or(0), 10)
    };
    let numbers = skills.iter().map(number).collect();
    with_evidence(&skills, numbers, dice)
}

/// Half of the skills as a level asks, half as any other does: somebody who comes from another career.
fn halves(guide: &Guide, level: &Level, dice: &mut Dice) -> Ratings {
    let skills = guide.asked_skills();
    let other = &guide.levels[usize::try_from(dice.roll(guide.levels.len() as u64)).expect("small")];
    let number = |(at, skill): (usize, &&SkillId)| {
        let level = if at < skills.len() / 2 { level } else { other };
        dice.about(asked(guide, level, skill).unwrap_or(0), 15)
    };
    let numbers = skills.iter().enumerate().map(number).collect();
    with_evidence(&skills, numbers, dice)
}

/// Every skill is anything.
fn anybody(guide: &Guide, _: &Level, dice: &mut Dice) -> Ratings {
    let skills = guide.asked_skills();
    let numbers = skills.iter().map(|_| dice.roll(6)).collect();
    with_evidence(&skills, numbers, dice)
}

fn with_evidence(skills: &[&SkillId], numbers: Vec<u64>, dice: &mut Dice) -> Ratings {
    let answers = skills.iter().zip(numbers);
    answers.map(|(skill, number)| ((*skill).clone(), rating(number), dice.evidence())).collect()
}
