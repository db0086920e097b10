//! The quick check: when a level is known, how few questions it takes, and how near that is to the fewest.

mod people;
mod runs;
mod trees;

use crate::support::{cases, guide, library, small_library};
use career_coach::coach::adaptive::{self, FIRST_IMPRESSION, Questioner};
use career_coach::coach::assessment::assess;
use career_coach::guide::id::LevelId;
use career_coach::guide::model::Guide;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Rated, Ratings};
use people::{Dice, plausible, rating};
use proptest::prelude::*;
use runs::{Runs, both};
use trees::{MIXED, compared, small_guide};

// --- what known and useful mean ---

/// The ratings with the same evidence each.
const RATINGS: [(u64, Evidence); 6] = [
    (0, Evidence::Example),
    (1, Evidence::Example),
    (2, Evidence::Example),
    (3, Evidence::Example),
    (4, Evidence::Example),
    (5, Evidence::Example),
];

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

proptest! {
    #![proptest_config(cases(40, 2026))]

    #[test]
    fn known_is_what_no_completion_can_change(
        seed in any::<u64>(),
        answers in prop::collection::vec(some_answer(), 3),
        open in prop::collection::vec(prop::bool::weighted(0.6), 3),
    ) {
        let guide = small_guide(&small_library().guides[0], 3, &mut Dice(seed));
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
    #![proptest_config(cases(48, 2026))]

    #[test]
    fn questions_end_exactly_when_nothing_can_change(
        answers in prop::collection::vec(prop::option::weighted(0.7, some_answer()), 25),
        target in prop::option::of(0usize..8),
    ) {
        let guide = guide();
        let given = answers_of(guide, &answers);
        let target = target.map(|at| guide.levels[at].id.clone());
        let standing = Questioner::new(guide).estimate(&given);
        let next = adaptive::next(guide, &given, target.as_ref());
        prop_assert_eq!(next.is_none(), standing.is_known() && standing.answered >= FIRST_IMPRESSION);
        prop_assert_eq!(next.is_none(), standing.answers_left == 0);
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
        let guide = guide();
        let given = answers_of(guide, &answers);
        let mut reversed: Vec<_> = given.0.clone().into_iter().collect();
        reversed.reverse();
        let reversed = Ratings(reversed.into_iter().collect());
        prop_assert_eq!(adaptive::next(guide, &given, None), adaptive::next(guide, &reversed, None));
        let check = Questioner::new(guide);
        prop_assert_eq!(check.estimate(&given), check.estimate(&reversed));
    }
}

/// Over people with whom no constant was chosen, and known no later than in the order of the file. `cargo bench --bench studies`
/// prints the numbers; here is some room for chance.
#[test]
fn a_useful_answer_stands_after_ten_questions() {
    for guide in &library().guides {
        let check = Questioner::new(guide);
        let (mut file, mut quick) = (Vec::new(), Vec::new());
        for group in plausible(guide, &mut Dice(71), 2) {
            let [in_file_order, adaptive] = both(guide, &check, &group);
            assert!(!adaptive.0.is_empty(), "nobody in the group {}", group.name);
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
    let guide = guide();
    for level in &guide.levels {
        let first = adaptive::next(guide, &Ratings::default(), Some(&level.id)).expect("a question");
        let after = guide.levels.iter().skip_while(|other| other.id != level.id);
        let mut floors =
            after.chain(guide.predecessors(level)).filter_map(|level| level.ask(&first)?.must_have);
        assert!(floors.next().is_some(), "{first} for {}", level.id);
    }
}

/// Of at most three open questions every order is tried, so that no tree of questions is better on average.
#[test]
fn three_questions_are_asked_in_the_best_order() {
    let template = small_library().guides.remove(0);
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
    let template = small_library().guides.remove(0);
    let mut dice = Dice(7);
    let (mut least, mut ours) = (0.0, 0.0);
    for _ in 0..6 {
        let all = compared(&small_guide(&template, 4, &mut dice), MIXED, true);
        least += all[0];
        ours += all[1];
    }
    assert!(30.0 * ours <= 31.0 * least, "{ours} questions instead of {least}");
}
