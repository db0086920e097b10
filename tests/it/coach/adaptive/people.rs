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

    pub fn evidence(&mut self) -> Evidence {
        match self.roll(10) {
            0..4 => Evidence::Claim,
            4..7 => Evidence::Example,
            _ => Evidence::Link,
        }
    }

    /// One less or one more, each in so many of a hundred.
    pub fn about(&mut self, number: u64, per_cent: u64) -> u64 {
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
    #[cfg_attr(test, expect(dead_code, reason = "the study prints it"))]
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
