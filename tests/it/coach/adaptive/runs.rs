//! Rounds of questions to made-up people, by the questioner and in the order of the file.

use super::people::Group;
use career_coach::coach::adaptive::{Estimate, Questioner};
use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::Guide;
use career_coach::profile::model::Ratings;

/// What became of a series of questions.
pub struct Run {
    /// Questions until the level reached was known.
    pub known: usize,
    /// Questions until a useful answer stood.
    pub useful: usize,
    /// Whether the useful answer is what all answers say, once proved.
    pub is_right: bool,
}

fn run(check: &Questioner, person: &Ratings, mut ask: impl FnMut(&Ratings) -> Option<SkillId>) -> Run {
    let mut given = Ratings::default();
    let mut standings = vec![check.estimate(&given)];
    while let Some(skill) = ask(&given) {
        assert!(given.answer(&skill).is_none(), "{skill} was asked twice");
        given.0.insert(skill.clone(), person.0[&skill].clone());
        standings.push(check.estimate(&given));
    }
    let until = |done: fn(&Estimate) -> bool| standings.iter().position(done).expect("known in the end");
    let useful = until(|standing| standing.is_useful() || standing.is_known());
    let all = check.estimate(person);
    Run {
        known: until(|standing| standing.reached.is_known()),
        useful,
        is_right: standings[useful].likely == all.once_proved.at_most,
    }
}

fn adaptive(check: &Questioner, person: &Ratings, target: Option<&LevelId>) -> Run {
    run(check, person, |given| check.next(given, target))
}

fn in_file_order(check: &Questioner, guide: &Guide, person: &Ratings) -> Run {
    let order = guide.asked_skills();
    run(check, person, |given| {
        order.iter().find(|skill| given.answer(skill).is_none()).map(|id| (*id).clone())
    })
}

/// What became of many.
pub struct Runs(pub Vec<Run>);

impl Runs {
    pub fn mean(&self, of: impl Fn(&Run) -> usize) -> f64 {
        self.0.iter().map(of).sum::<usize>() as f64 / self.0.len() as f64
    }

    pub fn per_cent(&self, of: impl Fn(&Run) -> bool) -> f64 {
        100.0 * self.mean(|run| usize::from(of(run)))
    }
}

pub fn both(guide: &Guide, check: &Questioner, group: &Group) -> [Runs; 2] {
    let file = group.people.iter().map(|(person, _)| in_file_order(check, guide, person));
    let quick = group.people.iter().map(|(person, target)| adaptive(check, person, target.as_ref()));
    [Runs(file.collect()), Runs(quick.collect())]
}
