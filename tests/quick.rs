//! The quick check: when a level is known, how few questions it takes, and how near that is to the fewest.

#[path = "quick/trees.rs"]
mod trees;

use career_coach::coach::quick::{self, Check, Standing};
use career_coach::coach::score::assess;
use career_coach::guide::embedded;
use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::{Guide, Level, Library};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Rated, Ratings};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::HashMap;
use trees::{small_guide, template};

fn library() -> Library {
    embedded().expect("embedded whole")
}

/// SplitMix64: the same people on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
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
}

fn rating(number: u64) -> Rating {
    Rating::from_number(i64::try_from(number).expect("small")).expect("0 to 5")
}

/// Anybody: every skill is anything.
fn anybody(guide: &Guide, dice: &mut Dice) -> Ratings {
    guide
        .asked_skills()
        .into_iter()
        .map(|skill| (skill.clone(), rating(dice.roll(6)), dice.evidence()))
        .collect()
}

/// Somebody of a level: what it asks, one more or one less in four skills of ten; what it doesn't ask is 0 or 1.
fn somebody(guide: &Guide, level: &Level, evidence: Option<Evidence>, dice: &mut Dice) -> Ratings {
    let asked = |skill: &SkillId| {
        let chain = guide.predecessors(level).chain([level]);
        chain.filter_map(|level| level.ask(skill)).map(|ask| ask.required.number()).max().map(u64::from)
    };
    guide
        .asked_skills()
        .into_iter()
        .map(|skill| {
            let number = match (asked(skill), dice.roll(10)) {
                (None, roll) => roll % 2,
                (Some(number), 0..2) => number.saturating_sub(1),
                (Some(number), 2..4) => (number + 1).min(5),
                (Some(number), _) => number,
            };
            let evidence = evidence.unwrap_or_else(|| dice.evidence());
            (skill.clone(), rating(number), evidence)
        })
        .collect()
}

/// What became of a series of questions.
struct Run {
    /// Questions until the level reached was known.
    known: usize,
    /// Questions until the level once all is proved was known too.
    all_known: usize,
    /// What stood after each number of questions.
    standings: Vec<Standing>,
}

impl Run {
    /// Questions until a useful answer stood.
    fn useful(&self) -> usize {
        self.standings.iter().position(Standing::is_useful).expect("known is useful")
    }
}

fn run(check: &Check, person: &Ratings, mut ask: impl FnMut(&Ratings) -> Option<SkillId>) -> Run {
    let mut given = Ratings::default();
    let mut standings = vec![check.standing(&given)];
    while let Some(skill) = ask(&given) {
        assert!(given.answer(&skill).is_none(), "{skill} was asked twice");
        given.0.insert(skill.clone(), person.0[&skill].clone());
        standings.push(check.standing(&given));
    }
    let until = |done: fn(&Standing) -> bool| standings.iter().position(done).expect("known in the end");
    Run { known: until(|s| s.reached.is_known()), all_known: until(Standing::is_known), standings }
}

fn adaptive(check: &Check, person: &Ratings, target: Option<&LevelId>) -> Run {
    run(check, person, |given| check.next(given, target))
}

fn in_file_order(check: &Check, guide: &Guide, person: &Ratings) -> Run {
    let order = guide.asked_skills();
    run(check, person, |given| {
        order.iter().find(|skill| given.answer(skill).is_none()).map(|id| (*id).clone())
    })
}

fn mean(numbers: &[usize]) -> f64 {
    numbers.iter().sum::<usize>() as f64 / numbers.len() as f64
}

fn median(numbers: &[usize]) -> usize {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

fn report(name: &str, guide: &Guide, check: &Check, people: &[(Ratings, Option<LevelId>)]) {
    let mut columns: HashMap<String, Vec<usize>> = HashMap::new();
    let mut hits: HashMap<(String, usize), usize> = HashMap::new();
    for (person, target) in people {
        let runs = [
            ("file", in_file_order(check, guide, person)),
            ("quick", adaptive(check, person, target.as_ref())),
        ];
        for (order, run) in &runs {
            let column = |what: &str| format!("{order} {what}");
            columns.entry(column("known")).or_default().push(run.known);
            columns.entry(column("all known")).or_default().push(run.all_known);
            columns.entry(column("useful")).or_default().push(run.useful());
            let last = run.standings.last().expect("one at least");
            let useful = &run.standings[run.useful()];
            *hits.entry((column("useful is right"), 0)).or_default() +=
                usize::from(useful.likely == last.once_proved.at_most);
            for after in [6, 8, 10, 12] {
                let at = &run.standings[after.min(run.standings.len() - 1)];
                *hits.entry((column("likely is right"), after)).or_default() +=
                    usize::from(at.likely == last.once_proved.at_most);
                *hits.entry((column("at most is right"), after)).or_default() +=
                    usize::from(at.once_proved.at_most == last.once_proved.at_most);
                *hits.entry((column("useful"), after)).or_default() += usize::from(at.is_useful());
            }
        }
    }
    println!("{name}: {} people", people.len());
    let mut columns: Vec<_> = columns.into_iter().collect();
    columns.sort();
    for (column, numbers) in columns {
        println!(
            "  {column:20} mean {:5.1}  median {:2}  most {:2}",
            mean(&numbers),
            median(&numbers),
            numbers.iter().max().expect("somebody")
        );
    }
    let mut hits: Vec<_> = hits.into_iter().collect();
    hits.sort();
    for ((what, after), count) in hits {
        println!("  {what:24} after {after:2}: {:3} %", 100 * count / people.len());
    }
}

/// Run with `--ignored --nocapture`.
#[test]
#[ignore = "measures, and prints what it finds"]
fn how_many_questions() {
    let library = library();
    for guide in &library.guides {
        let check = Check::new(guide);
        let mut dice = Dice(2026);
        let random: Vec<_> = (0..300).map(|_| (anybody(guide, &mut dice), None)).collect();
        report("random", guide, &check, &random);
        for (name, evidence, aims) in [
            ("plausible, mixed evidence", None, false),
            ("plausible, mixed evidence, next level as target", None, true),
            ("plausible, links", Some(Evidence::Link), false),
            ("plausible, claims alone", Some(Evidence::Claim), false),
        ] {
            let mut people = Vec::new();
            for (i, level) in guide.levels.iter().enumerate() {
                let target = guide.levels.get(i + 1).map(|level| level.id.clone()).filter(|_| aims);
                people.extend((0..40).map(|_| (somebody(guide, level, evidence, &mut dice), target.clone())));
            }
            report(name, guide, &check, &people);
        }
    }
}

// --- what known and useful mean ---

fn answers_of(guide: &Guide, answers: &[Option<(u64, Evidence)>]) -> Ratings {
    let given = guide.asked_skills().into_iter().zip(answers);
    given.filter_map(|(skill, answer)| answer.map(|(number, e)| (skill.clone(), rating(number), e))).collect()
}

fn some_answer() -> impl Strategy<Value = (u64, Evidence)> {
    (0u64..=5, prop_oneof![Just(Evidence::Claim), Just(Evidence::Example), Just(Evidence::Link)])
}

/// Every way to answer what is open, with every rating and evidence.
fn completions(guide: &Guide, given: &Ratings) -> Vec<Ratings> {
    let mut all = vec![given.clone()];
    for skill in guide.asked_skills() {
        if given.answer(skill).is_some() {
            continue;
        }
        let answers = || {
            Rating::all().flat_map(|rating| Evidence::all().map(move |evidence| Rated::new(rating, evidence)))
        };
        let with = |before: &Ratings, rated: Rated| {
            let mut after = before.clone();
            after.0.insert(skill.clone(), rated);
            after
        };
        all = all
            .iter()
            .flat_map(|before| answers().map(|rated| with(before, rated)).collect::<Vec<_>>())
            .collect();
    }
    all
}

/// The same cases on every machine and in every run.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        cases,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn known_is_what_no_completion_can_change(
        seed in any::<u64>(),
        answers in prop::collection::vec(some_answer(), 3),
        open in prop::collection::vec(prop::bool::weighted(0.6), 3),
    ) {
        let guide = small_guide(&template(), 3, &mut Dice(seed));
        let given: Vec<_> = answers.into_iter().zip(open).map(|(answer, open)| (!open).then_some(answer)).collect();
        let given = answers_of(&guide, &given);
        // All three open are 5832 ways; two are enough.
        prop_assume!(given.0.len() + 2 >= guide.asked_skills().len());
        let standing = Check::new(&guide).standing(&given);
        let place = |level: &Option<LevelId>| {
            level.as_ref().map(|id| guide.levels.iter().position(|level| level.id == *id).expect("a level"))
        };
        let reached: Vec<_> =
            completions(&guide, &given).iter().map(|all| place(&assess(&guide, all).reached)).collect();
        prop_assert_eq!(reached.iter().min(), Some(&place(&standing.reached.at_least)));
        prop_assert_eq!(reached.iter().max(), Some(&place(&standing.reached.at_most)));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn questions_end_exactly_when_nothing_can_change(
        answers in prop::collection::vec(prop::option::weighted(0.7, some_answer()), 25),
        target in prop::option::of(0usize..8),
    ) {
        let library = library();
        let guide = &library.guides[0];
        let given = answers_of(guide, &answers);
        let target = target.map(|at| guide.levels[at].id.clone());
        let standing = Check::new(guide).standing(&given);
        let next = quick::next(guide, &given, target.as_ref());
        prop_assert_eq!(next.is_none(), standing.is_known());
        prop_assert!(next.is_none_or(|skill| given.answer(&skill).is_none()));
        prop_assert_eq!(&standing.reached.at_least, &assess(guide, &given).reached);
        let place = |level: &Option<LevelId>| {
            level.as_ref().map(|id| guide.levels.iter().position(|level| level.id == *id).expect("a level"))
        };
        prop_assert!(place(&standing.reached.at_least) <= place(&standing.reached.at_most));
        prop_assert!(place(&standing.reached.at_most) <= place(&standing.once_proved.at_most));
        prop_assert!(place(&standing.once_proved.at_least) <= place(&standing.likely));
        prop_assert!(place(&standing.likely) <= place(&standing.once_proved.at_most));
    }

    #[test]
    fn the_order_of_the_answers_changes_no_question(
        answers in prop::collection::vec(prop::option::weighted(0.4, some_answer()), 25),
    ) {
        let library = library();
        let guide = &library.guides[0];
        let given = answers_of(guide, &answers);
        let mut reversed: Vec<_> = given.0.clone().into_iter().collect();
        reversed.reverse();
        let reversed = Ratings(reversed.into_iter().collect());
        prop_assert_eq!(quick::next(guide, &given, None), quick::next(guide, &reversed, None));
    }
}

/// Over plausible people of every level: a useful answer within ten questions in the middle, right for nearly all.
#[test]
fn a_useful_answer_stands_after_ten_questions() {
    let library = library();
    for guide in &library.guides {
        let check = Check::new(guide);
        let mut dice = Dice(5);
        let mut useful = Vec::new();
        let mut right = 0;
        for level in &guide.levels {
            for _ in 0..6 {
                let run = adaptive(&check, &somebody(guide, level, None, &mut dice), None);
                let last = run.standings.last().expect("one at least");
                right += usize::from(run.standings[run.useful()].likely == last.once_proved.at_most);
                useful.push(run.useful());
            }
        }
        assert!(median(&useful) <= 10, "{}", median(&useful));
        assert!(10 * right >= 9 * useful.len(), "{right} of {}", useful.len());
    }
}

#[test]
fn the_first_question_is_a_must_have_near_the_target() {
    let library = library();
    let guide = &library.guides[0];
    for level in &guide.levels {
        let first = quick::next(guide, &Ratings::default(), Some(&level.id)).expect("a question");
        let after = guide.levels.iter().skip_while(|other| other.id != level.id);
        let mut floors =
            after.chain(guide.predecessors(level)).filter_map(|level| level.ask(&first)?.must_have);
        assert!(floors.next().is_some(), "{first} for {}", level.id);
    }
}
