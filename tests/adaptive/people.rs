//! Made-up people, the same on every machine.

use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::{Guide, Level};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;

/// SplitMix64: the same people on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    fn evidence(&mut self) -> Evidence {
        match self.roll(10) {
            0..4 => Evidence::Claim,
            4..7 => Evidence::Example,
            _ => Evidence::Link,
        }
    }

    /// One less or one more, each in so many of a hundred.
    fn about(&mut self, number: u64, per_cent: u64) -> u64 {
        match self.roll(100) {
            roll if roll < per_cent => number.saturating_sub(1),
            roll if roll < 2 * per_cent => (number + 1).min(5),
            _ => number,
        }
    }
}

pub fn rating(number: u64) -> Rating {
    Rating::from_number(i64::try_from(number).expect("small")).expect("0 to 5")
}

/// People of one kind, each with the level they aim for, if any.
pub struct Group {
    pub name: &'static str,
    pub people: Vec<(Ratings, Option<LevelId>)>,
}

/// People of every level, so many of each: the shapes that the quick check was made with, for which its numbers hold.
pub fn plausible(guide: &Guide, dice: &mut Dice, each: usize) -> Vec<Group> {
    let kinds = [
        ("mixed evidence", None, false),
        ("next level as target", None, true),
        ("links", Some(Evidence::Link), false),
        ("claims", Some(Evidence::Claim), false),
    ];
    let group = |(name, evidence, aims): (&'static str, Option<Evidence>, bool)| {
        let mut people = Vec::new();
        for (i, level) in guide.levels.iter().enumerate() {
            let target = guide.levels.get(i + 1).map(|level| level.id.clone()).filter(|_| aims);
            people.extend((0..each).map(|_| (somebody(guide, level, evidence, dice), target.clone())));
        }
        Group { name, people }
    };
    kinds.into_iter().map(group).collect()
}

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

/// What a level or one before it asks of a skill at most; nothing where none asks for it.
pub fn asked(guide: &Guide, level: &Level, skill: &SkillId) -> Option<u64> {
    let chain = guide.predecessors(level).chain([level]);
    chain.filter_map(|level| level.ask(skill)).map(|ask| ask.required.number()).max().map(u64::from)
}

/// Somebody of a level: what it asks, one more or one less in four skills of ten; what it doesn't ask is 0 or 1.
pub fn somebody(guide: &Guide, level: &Level, evidence: Option<Evidence>, dice: &mut Dice) -> Ratings {
    let person = |skill: &SkillId| {
        let number = match asked(guide, level, skill) {
            None => dice.roll(2),
            Some(number) => dice.about(number, 20),
        };
        let evidence = evidence.unwrap_or_else(|| dice.evidence());
        (skill.clone(), rating(number), evidence)
    };
    guide.asked_skills().into_iter().map(person).collect()
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
