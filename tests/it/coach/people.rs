//! Does a verdict agree with the world? Forty invented people, each placed by their story before their ratings met the matrix:
//! `tests/people` has one half that was looked at while the matrix was made, and one that was kept aside.

use crate::support::{guide, in_project, level};
use career_coach::coach::assessment::{Assessment, assess};
use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::{Guide, Level};
use career_coach::guide::scale::{Evidence, Rating};
use rstest::rstest;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    people: Vec<Person>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    /// Where a published ladder would place them.
    level: LevelId,
    #[expect(dead_code, reason = "for people who read the file")]
    years: u32,
    #[expect(dead_code, reason = "for people who read the file")]
    story: String,
    /// The skills for which they could tell a case; the others are claims.
    examples: Vec<SkillId>,
    ratings: BTreeMap<SkillId, i64>,
}

impl Person {
    fn assessed(&self, guide: &Guide, evidence: impl Fn(&SkillId) -> Evidence) -> Assessment {
        let ratings = self.ratings.iter().map(|(skill, number)| {
            let rating = Rating::from_number(*number).expect("0 to 5");
            (skill.clone(), rating, evidence(skill))
        });
        assess(guide, &ratings.collect())
    }

    fn mixed(&self, guide: &Guide) -> Assessment {
        self.assessed(
            guide,
            |skill| {
                if self.examples.contains(skill) { Evidence::Example } else { Evidence::Claim }
            },
        )
    }

    fn proved(&self, guide: &Guide) -> Assessment {
        self.assessed(guide, |_| Evidence::Link)
    }
}

fn people(half: &str) -> Vec<Person> {
    let file = in_project("tests/people").join(half).with_extension("toml");
    let people: People = toml::from_str(&fs::read_to_string(file).expect("read")).expect("sound");
    people.people
}

/// How many levels of a chain somebody has: 1 at the first, 0 below it. The first of both tracks count the same.
fn height(guide: &Guide, level: Option<&LevelId>) -> i64 {
    let above = |level: &Level| 1 + guide.predecessors(level).count();
    let height = level.and_then(|id| guide.level(id)).map_or(0, above);
    i64::try_from(height).expect("few levels")
}

/// What a set of verdicts is worth.
#[derive(Debug, Default)]
struct Agreement {
    people: usize,
    within_one: usize,
    exact: usize,
    error: i64,
    misses: Vec<String>,
}

impl Agreement {
    fn of(guide: &Guide, people: &[Person], verdict: impl Fn(&Person) -> Option<LevelId>) -> Self {
        let mut agreement = Self { people: people.len(), ..Self::default() };
        for person in people {
            let found = verdict(person);
            let error = height(guide, found.as_ref()) - height(guide, Some(&person.level));
            agreement.within_one += usize::from(error.abs() <= 1);
            agreement.exact += usize::from(found.as_ref() == Some(&person.level));
            agreement.error += error;
            if found.as_ref() != Some(&person.level) {
                let found = found.map_or("none".to_owned(), |id| id.to_string());
                agreement.misses.push(format!("{} is {}, found {found}", person.name, person.level));
            }
        }
        agreement
    }

    fn per_cent_within_one(&self) -> usize {
        100 * self.within_one / self.people
    }
}

/// The half that was looked at meets the aim of 95 % with everything proved; the half kept aside stays one person below it.
#[rstest]
#[case("tuned", 95)]
#[case("aside", 90)]
fn most_people_come_out_within_one_level(#[case] half: &str, #[case] all_proved: usize) {
    let guide = guide();
    let people = people(half);
    assert_eq!(people.len(), 20);
    let mixed = Agreement::of(guide, &people, |person| person.mixed(guide).reached);
    let claimed = Agreement::of(guide, &people, |person| person.mixed(guide).claimed);
    let proved = Agreement::of(guide, &people, |person| person.proved(guide).reached);
    // `cargo test -- --nocapture most_people` shows the figures that docs/scoring.md reports.
    println!("{half}, mixed evidence: {mixed:#?}\nby their ratings: {claimed:#?}\nall proved: {proved:#?}");
    assert!(mixed.per_cent_within_one() >= 85, "{mixed:#?}");
    assert!(proved.per_cent_within_one() >= all_proved, "{proved:#?}");
}

#[test]
fn everybody_has_rated_everything() {
    let skills = guide().asked_skills().len();
    for person in people("tuned").into_iter().chain(people("aside")) {
        assert_eq!(person.ratings.len(), skills, "{}", person.name);
        assert!(
            person.ratings.keys().all(|skill| guide().asked_skills().contains(&skill)),
            "{}",
            person.name
        );
        assert!(person.examples.iter().all(|skill| person.ratings.contains_key(skill)), "{}", person.name);
        level(guide(), person.level.as_str());
    }
}
