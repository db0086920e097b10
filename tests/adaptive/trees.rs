//! Against the best possible: every tree of questions, on small guides.

use crate::people::{Dice, asked, rating};
use career_coach::coach::adaptive::Questioner;
use career_coach::guide::id::SkillId;
use career_coach::guide::load;
use career_coach::guide::model::{Ask, Guide, Level, Track};
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::Ratings;
use std::collections::HashMap;
use std::path::Path;

/// The ratings with the same evidence each.
const RATINGS: [(u64, Evidence); 6] = [
    (0, Evidence::Example),
    (1, Evidence::Example),
    (2, Evidence::Example),
    (3, Evidence::Example),
    (4, Evidence::Example),
    (5, Evidence::Example),
];

/// Answers of every kind.
const MIXED: [(u64, Evidence); 6] = [
    (0, Evidence::Claim),
    (1, Evidence::Link),
    (2, Evidence::Example),
    (3, Evidence::Claim),
    (3, Evidence::Link),
    (5, Evidence::Link),
];

/// Some answers, by place in the alphabet.
type Partial = Vec<Option<usize>>;

pub fn small_guide(template: &Guide, skills: usize, dice: &mut Dice) -> Guide {
    let tracks = [Track::Core, Track::Core, Track::Leadership, Track::Technical];
    let mut guide = template.clone();
    let mut required = vec![0; skills];
    guide.levels = tracks
        .into_iter()
        .enumerate()
        .map(|(i, track)| {
            // Along the ladder nothing is asked less, as in sound data.
            for required in &mut required {
                *required = (*required + dice.roll(3)).min(5);
            }
            let mut asks: Vec<Ask> = required
                .iter()
                .enumerate()
                .filter(|(_, required)| **required > 0)
                .map(|(skill, required)| Ask {
                    skill: format!("skill-{skill}").parse().expect("an id"),
                    required: rating(*required),
                    weight: 1 + u32::try_from(dice.roll(3)).expect("small"),
                    must_have: (dice.roll(3) == 0).then(|| rating(1 + dice.roll(*required))),
                })
                .collect();
            if asks.is_empty() {
                required[0] = 1;
                let skill = "skill-0".parse().expect("an id");
                asks.push(Ask { skill, required: rating(1), weight: 1, must_have: None });
            }
            let id = format!("level-{i}").parse().expect("an id");
            Level { id, track, asks, ..template.levels[0].clone() }
        })
        .collect();
    guide
}

/// Trees of questions over everybody who could answer from the alphabet.
struct Trees<'a> {
    check: &'a Questioner,
    alphabet: [(u64, Evidence); 6],
    skills: Vec<SkillId>,
    /// How many people give these answers, of whatever else they say.
    people: Box<dyn Fn(&Partial) -> f64 + 'a>,
    least: HashMap<Partial, f64>,
}

impl Trees<'_> {
    fn ratings(&self, partial: &Partial) -> Ratings {
        let answered = self.skills.iter().zip(partial).filter_map(|(skill, answer)| {
            let (number, evidence) = self.alphabet[(*answer)?];
            Some((skill.clone(), rating(number), evidence))
        });
        answered.collect()
    }

    fn is_known(&self, partial: &Partial) -> bool {
        self.check.estimate(&self.ratings(partial)).reached.is_known()
    }

    fn after(partial: &Partial, skill: usize) -> impl Iterator<Item = Partial> {
        (0..MIXED.len()).map(move |answer| {
            let mut next = partial.clone();
            next[skill] = Some(answer);
            next
        })
    }

    /// Questions that the best tree asks these people, all together.
    fn least(&mut self, partial: &Partial) -> f64 {
        if let Some(known) = self.least.get(partial) {
            return *known;
        }
        let least = if self.is_known(partial) {
            0.0
        } else {
            let open: Vec<usize> = (0..partial.len()).filter(|skill| partial[*skill].is_none()).collect();
            let after = |trees: &mut Self, skill| {
                Self::after(partial, skill).map(|next| trees.least(&next)).sum::<f64>()
            };
            let rest = open.iter().map(|skill| after(self, *skill)).fold(f64::INFINITY, f64::min);
            (self.people)(partial) + rest
        };
        self.least.insert(partial.clone(), least);
        least
    }

    /// Questions that an order asks them.
    fn asked(&self, partial: &Partial, next: &impl Fn(&Ratings) -> Option<SkillId>) -> f64 {
        if self.is_known(partial) {
            return 0.0;
        }
        let skill = next(&self.ratings(partial)).expect("what isn't known has a question");
        let skill = self.skills.iter().position(|id| *id == skill).expect("a skill of the guide");
        (self.people)(partial)
            + Self::after(partial, skill).map(|partial| self.asked(&partial, next)).sum::<f64>()
    }
}

/// How likely people of each level are to give these answers: half as likely for each rating more or less.
fn plausible(guide: &Guide, partial: &Partial, skills: &[SkillId]) -> f64 {
    let person = |level: &Level| {
        let factors = skills.iter().zip(partial).filter_map(|(skill, answer)| {
            let asked = asked(guide, level, skill).unwrap_or(0);
            let odds = |number: u64| 0.25_f64.powi(i32::try_from(number.abs_diff(asked)).expect("small"));
            let all: f64 = MIXED.iter().map(|(number, _)| odds(*number)).sum();
            Some(odds(MIXED[(*answer)?].0) / all)
        });
        factors.product::<f64>()
    };
    guide.levels.iter().map(person).sum::<f64>() / guide.levels.len() as f64
}

/// Expected questions: the best possible, ours, and in the order of the file.
fn compared(guide: &Guide, alphabet: [(u64, Evidence); 6], is_plausible: bool) -> [f64; 3] {
    let check = Questioner::new(guide);
    let skills: Vec<SkillId> = guide.asked_skills().into_iter().cloned().collect();
    let of_skills = skills.clone();
    let people: Box<dyn Fn(&Partial) -> f64> = if is_plausible {
        Box::new(move |partial| plausible(guide, partial, &of_skills))
    } else {
        Box::new(|partial| (1.0 / alphabet.len() as f64).powi(partial.iter().flatten().count() as i32))
    };
    let mut trees = Trees { check: &check, alphabet, skills, people, least: HashMap::new() };
    let nobody = vec![None; trees.skills.len()];
    let least = trees.least(&nobody);
    let file = |given: &Ratings| trees.skills.iter().find(|skill| given.answer(skill).is_none()).cloned();
    [least, trees.asked(&nobody, &|given| check.next(given, None)), trees.asked(&nobody, &file)]
}

pub fn template() -> Guide {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base");
    load::library(&load::read(&folder).expect("the folder can be read"))
        .expect("a sound guide")
        .guides
        .remove(0)
}

fn ratios(guides: usize, skills: usize, is_plausible: bool) {
    let template = template();
    let mut dice = Dice(7);
    let mut sums = [0.0; 3];
    let (mut worst, mut exact) = (1.0_f64, 0);
    for _ in 0..guides {
        let all = compared(&small_guide(&template, skills, &mut dice), MIXED, is_plausible);
        sums.iter_mut().zip(all).for_each(|(sum, one)| *sum += one);
        worst = worst.max(all[1] / all[0]);
        exact += usize::from(all[1] < all[0] * 1.0001);
    }
    let [least, ours, file] = sums.map(|sum| sum / guides as f64);
    println!(
        "{guides} guides of {skills} skills, {}: optimal {least:.3}, quick {ours:.3} ({:.3} times, at worst {worst:.3}; optimal for {exact}), file {file:.3} ({:.3})",
        if is_plausible { "plausible people" } else { "everybody alike" },
        ours / least,
        file / least
    );
}

#[test]
#[ignore = "measures, and prints what it finds"]
fn how_near_to_the_best_possible() {
    for is_plausible in [false, true] {
        ratios(30, 3, is_plausible);
        ratios(20, 4, is_plausible);
        ratios(4, 5, is_plausible);
    }
}

/// Of at most three open questions every order is tried, so that no tree of questions is better on average.
#[test]
fn three_questions_are_asked_in_the_best_order() {
    let template = template();
    let mut dice = Dice(11);
    for i in 0..12 {
        let guide = small_guide(&template, 3, &mut dice);
        let [least, ours, _] = compared(&guide, RATINGS, false);
        assert!((ours - least).abs() < 1e-9, "guide {i}: {ours} questions instead of {least}");
    }
}

/// On average over guides of four skills and people who answer in every way.
#[test]
fn four_questions_are_within_a_thirtieth_of_the_best_possible() {
    let template = template();
    let mut dice = Dice(7);
    let (mut least, mut ours) = (0.0, 0.0);
    for _ in 0..6 {
        let all = compared(&small_guide(&template, 4, &mut dice), MIXED, true);
        least += all[0];
        ours += all[1];
    }
    assert!(30.0 * ours <= 31.0 * least, "{ours} questions instead of {least}");
}
