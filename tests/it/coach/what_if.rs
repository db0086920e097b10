//! What if: the same as rating and scoring again.

use crate::support::{cases, guide};
use career_coach::coach::assessment::assess;
use career_coach::coach::what_if::{Supposed, suppose};
use career_coach::guide::id::SkillId;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;
use proptest::prelude::*;

fn some_answer() -> impl Strategy<Value = Option<(Rating, Evidence)>> {
    let rating = (0i64..=5).prop_map(|number| Rating::from_number(number).expect("0 to 5"));
    let evidence = prop_oneof![Just(Evidence::Claim), Just(Evidence::Example), Just(Evidence::Link)];
    prop::option::of((rating, evidence))
}

proptest! {
    #![proptest_config(cases(64, 2026))]

    #[test]
    fn it_is_the_score_of_the_changed_ratings(
        now in prop::collection::vec(some_answer(), 25),
        wishes in prop::collection::vec((0usize..25, some_answer()), 0..6),
    ) {
        let guide = guide();
        let skills: Vec<&SkillId> = guide.asked_skills();
        let ratings = |answers: &[Option<(Rating, Evidence)>]| -> Ratings {
            let given = skills.iter().zip(answers);
            given.filter_map(|(skill, answer)| answer.map(|(r, e)| ((*skill).clone(), r, e))).collect()
        };
        let mut later = now.clone();
        wishes.iter().for_each(|(skill, answer)| later[*skill] = *answer);
        let supposed: Vec<Supposed> =
            wishes.iter().map(|(skill, answer)| Supposed { skill: skills[*skill].clone(), answer: *answer }).collect();
        let what_if = suppose(guide, &ratings(&now), &supposed);
        prop_assert_eq!(&what_if.before, &assess(guide, &ratings(&now)));
        prop_assert_eq!(&what_if.after, &assess(guide, &ratings(&later)));
        let differ = now.iter().zip(&later).filter(|(a, b)| a != b).count();
        prop_assert_eq!(what_if.changes.len(), differ);
    }
}
