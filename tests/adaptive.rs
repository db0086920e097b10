//! The quick check: when a level is known, how few questions it takes, and how near that is to the fewest.

#[path = "adaptive/people.rs"]
mod people;
#[path = "adaptive/trees.rs"]
mod trees;

use career_coach::coach::adaptive::{self, Estimate, Questioner};
use career_coach::coach::score::assess;
use career_coach::guide::embedded;
use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::{Guide, Library};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Rated, Ratings};
use people::{Dice, Group, others, plausible, rating};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::time::{Duration, Instant};
use trees::{small_guide, template};

fn library() -> Library {
    embedded().expect("embedded whole")
}

/// What became of a series of questions.
struct Run {
    /// Questions until the level reached was known.
    known: usize,
    /// Questions until a useful answer stood.
    useful: usize,
    /// Whether the useful answer is what all answers say, once proved.
    is_right: bool,
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
    let useful = until(Estimate::is_useful);
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
struct Runs(Vec<Run>);

impl Runs {
    fn mean(&self, of: impl Fn(&Run) -> usize) -> f64 {
        self.0.iter().map(of).sum::<usize>() as f64 / self.0.len() as f64
    }

    fn per_cent(&self, of: impl Fn(&Run) -> bool) -> f64 {
        100.0 * self.mean(|run| usize::from(of(run)))
    }

    fn row(&self) -> String {
        let mut useful: Vec<usize> = self.0.iter().map(|run| run.useful).collect();
        useful.sort_unstable();
        format!(
            "{:5.1}  {:5.1} {:6} {:4}  {:4.0} {:5.0}  {:5.1}",
            self.mean(|run| run.known),
            self.mean(|run| run.useful),
            useful[useful.len() / 2],
            useful[useful.len() - 1],
            self.per_cent(|run| run.useful <= 8),
            self.per_cent(|run| run.useful <= 10),
            self.per_cent(|run| run.is_right),
        )
    }
}

fn both(guide: &Guide, check: &Questioner, group: &Group) -> [Runs; 2] {
    let file = group.people.iter().map(|(person, _)| in_file_order(check, guide, person));
    let quick = group.people.iter().map(|(person, target)| adaptive(check, person, target.as_ref()));
    [Runs(file.collect()), Runs(quick.collect())]
}

/// Run with `--release -- --ignored --nocapture`. The people are others than those with whom the constants were chosen.
#[test]
#[ignore = "measures, and prints what it finds"]
fn how_many_questions() {
    for guide in &library().guides {
        let check = Questioner::new(guide);
        let mut dice = Dice(40_507);
        let mut groups = plausible(guide, &mut dice, 60);
        groups.extend(others(guide, &mut dice, 60));
        println!("{:21}        known  useful median most  <=8 % <=10 %  right %", guide.id);
        for group in &groups {
            let [file, quick] = both(guide, &check, group);
            println!("{:21} file   {}", group.name, file.row());
            println!("{:21} quick  {}", "", quick.row());
        }
    }
}

/// Run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "measures, and prints what it finds"]
fn how_long_a_question_takes() {
    let library = library();
    let guide = &library.guides[0];
    let start = Instant::now();
    let check = Questioner::new(guide);
    println!("Questioner::new {:?}", start.elapsed());
    let (mut next, mut standing) = (Vec::new(), Vec::new());
    for group in plausible(guide, &mut Dice(1), 2) {
        for (person, target) in &group.people {
            let mut given = Ratings::default();
            loop {
                let start = Instant::now();
                let skill = check.next(&given, target.as_ref());
                next.push(start.elapsed());
                let start = Instant::now();
                drop(check.estimate(&given));
                standing.push(start.elapsed());
                let Some(skill) = skill else { break };
                given.0.insert(skill.clone(), person.0[&skill].clone());
            }
        }
    }
    for (name, times) in [("next", next), ("standing", standing)] {
        let mut times: Vec<Duration> = times;
        let first = times[0];
        times.sort_unstable();
        let at = |per_cent: usize| times[(times.len() - 1) * per_cent / 100];
        println!("{name}: the first {first:?}, half within {:?}, 99 % within {:?}", at(50), at(99));
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
        let standing = Questioner::new(&guide).estimate(&given);
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
        let standing = Questioner::new(guide).estimate(&given);
        let next = adaptive::next(guide, &given, target.as_ref());
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
        prop_assert!(!standing.once_proved.is_known() || standing.sure == 100);
    }

    #[test]
    fn the_order_of_the_answers_changes_nothing(
        answers in prop::collection::vec(prop::option::weighted(0.4, some_answer()), 25),
    ) {
        let library = library();
        let guide = &library.guides[0];
        let given = answers_of(guide, &answers);
        let mut reversed: Vec<_> = given.0.clone().into_iter().collect();
        reversed.reverse();
        let reversed = Ratings(reversed.into_iter().collect());
        prop_assert_eq!(adaptive::next(guide, &given, None), adaptive::next(guide, &reversed, None));
        let check = Questioner::new(guide);
        prop_assert_eq!(check.estimate(&given), check.estimate(&reversed));
    }
}

/// Over people with whom no constant was chosen, and known no later than in the order of the file. `how_many_questions`
/// prints the numbers; here is some room for chance.
#[test]
fn a_useful_answer_stands_after_ten_questions() {
    for guide in &library().guides {
        let check = Questioner::new(guide);
        let (mut file, mut quick) = (Vec::new(), Vec::new());
        for group in plausible(guide, &mut Dice(71), 2) {
            let [in_file_order, adaptive] = both(guide, &check, &group);
            file.extend(in_file_order.0);
            quick.extend(adaptive.0);
        }
        let (file, quick) = (Runs(file), Runs(quick));
        let within_ten = quick.per_cent(|run| run.useful <= 10);
        let right = quick.per_cent(|run| run.is_right);
        assert!(within_ten >= 80.0, "{within_ten} % within ten questions");
        assert!(right >= 95.0, "{right} % right");
        let (known, in_file_order) = (quick.mean(|run| run.known), file.mean(|run| run.known));
        assert!(known <= in_file_order, "{known} questions, in file order {in_file_order}");
    }
}

#[test]
fn without_an_answer_nothing_is_likely_enough() {
    for guide in &library().guides {
        assert!(!Questioner::new(guide).estimate(&Ratings::default()).is_useful(), "{}", guide.id);
    }
}

#[test]
fn the_first_question_is_a_must_have_near_the_target() {
    let library = library();
    let guide = &library.guides[0];
    for level in &guide.levels {
        let first = adaptive::next(guide, &Ratings::default(), Some(&level.id)).expect("a question");
        let after = guide.levels.iter().skip_while(|other| other.id != level.id);
        let mut floors =
            after.chain(guide.predecessors(level)).filter_map(|level| level.ask(&first)?.must_have);
        assert!(floors.next().is_some(), "{first} for {}", level.id);
    }
}
