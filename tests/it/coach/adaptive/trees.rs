//! Against the best possible: every tree of questions, on small guides.

use super::people::{Dice, asked, rating};
use career_coach::coach::adaptive::Questioner;
use career_coach::guide::id::SkillId;
use career_coach::guide::model::{Ask, Guide, Level, Track};
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::Ratings;
use std::collections::HashMap;

/// Answers of every kind.
pub const MIXED: [(u64, Evidence); 6] = [
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
pub fn compared(guide: &Guide, alphabet: [(u64, Evidence); 6], is_plausible: bool) -> [f64; 3] {
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
