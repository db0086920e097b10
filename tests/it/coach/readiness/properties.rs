//! What holds for everybody.

use super::people::{KINDS, ONE, assess, book, level_names, person, rated_on, rating};
use crate::support::{TODAY, cases, library};
use career_coach::coach::fraction::Fraction;
use career_coach::coach::readiness::{BarState, Dimension};
use career_coach::coach::{assessment, evidence, review};
use career_coach::guide::id::SkillId;
use career_coach::guide::model::Guide;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::about::{About, Topic};
use career_coach::profile::edit::Edit;
use career_coach::profile::model::{Profile, Ratings};
use proptest::prelude::*;

fn any_evidence() -> impl Strategy<Value = Evidence> {
    prop::sample::select(Evidence::all().collect::<Vec<_>>())
}

/// Some skills of the guide with any ratings.
fn any_ratings() -> impl Strategy<Value = Ratings> {
    let skills: Vec<SkillId> = book().1.asked_skills().into_iter().cloned().collect();
    let answer = prop::option::weighted(0.7, (0i64..=5, any_evidence()));
    prop::collection::vec(answer, skills.len()).prop_map(move |answers| {
        let answers = skills.iter().zip(answers);
        answers.filter_map(|(skill, a)| a.map(|(n, e)| (skill.clone(), rating(n), e))).collect()
    })
}

fn any_about() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let say = |key: &'static str, texts: &'static [&'static str]| {
        prop::option::of(prop::sample::select(texts)).prop_map(move |text| text.map(|text| (key, text)))
    };
    let kit = &["yes", "no", "begun", "who knows"];
    let all = (
        say("years", &["0", "1.5", "4", "12", "30", "some"]),
        say("education", &["degree", "bootcamp", "self-taught", "a degree in history", "life"]),
        say("resume", kit),
        say("cover_letter", kit),
        say("interview_practice", kit),
        say("hours-per-week", &["1", "8", "lots"]),
    );
    all.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect())
}

fn any_person() -> impl Strategy<Value = Profile> {
    (any_about(), any_ratings()).prop_map(|(about, ratings)| Profile { ratings, ..person(&about, &[]) })
}

proptest! {
    #![proptest_config(cases(64, 4))]

    #[test]
    fn bars_are_ranges_and_the_weakest_is_one_that_lacks(profile in any_person()) {
        for level in level_names() {
            let readiness = assess(level, &profile);
            for kind in KINDS {
                let bar = readiness.bar(kind);
                prop_assert!(bar.low <= bar.high && bar.high <= ONE && bar.mark <= ONE);
                prop_assert!(bar.is_answered || (bar.low, bar.high) == (Fraction::ZERO, ONE));
                prop_assert!(bar.is_answered || bar.state == BarState::Open);
                if kind != Dimension::Skills {
                    prop_assert_eq!(bar.state == BarState::Ready, bar.low == ONE);
                }
                let is_done = bar.state == BarState::Ready;
                prop_assert!(is_done || bar.next.is_some(), "{:?} has no next step", kind);
                if readiness.weakest.contains(&kind) {
                    prop_assert!(bar.is_answered && !is_done);
                }
            }
            let any = readiness.bars.iter().any(|bar| bar.is_answered && bar.state != BarState::Ready);
            prop_assert_eq!(any, !readiness.weakest.is_empty());
            let lacks = readiness.bars.iter().any(|bar| bar.state == BarState::NotYet);
            let named = readiness.weakest.iter().any(|kind| readiness.bar(*kind).state == BarState::NotYet);
            prop_assert_eq!(lacks, named);
        }
    }

    #[test]
    fn answering_only_narrows(profile in any_person(), key in 0usize..6, more in any_about()) {
        let question = Topic::all().nth(key).expect("six");
        let said = more.iter().find(|(key, _)| *key == question.key());
        prop_assume!(said.is_some());
        let (_, text) = said.expect("assumed");
        let mut before = profile;
        before.about.set(question, None);
        let mut after = before.clone();
        after.about.set(question, Some(text));
        for level in level_names() {
            let (before, after) = (assess(level, &before), assess(level, &after));
            for kind in KINDS {
                prop_assert!(before.bar(kind).low <= after.bar(kind).low);
                prop_assert!(before.bar(kind).high >= after.bar(kind).high);
            }
        }
    }

    #[test]
    fn a_link_never_lowers_a_bar(profile in any_person(), nth in 0usize..25) {
        prop_assume!(nth < profile.ratings.0.len());
        let (skill, _) = profile.ratings.0.get_index(nth).expect("assumed");
        let mut after = profile.clone();
        let proved = Edit::SetEvidence { skill: skill.clone(), evidence: Evidence::Link };
        proved.apply(&mut after, TODAY).expect("no undo");
        for level in level_names() {
            let (before, after) = (assess(level, &profile), assess(level, &after));
            for kind in KINDS {
                prop_assert!(before.bar(kind).low <= after.bar(kind).low);
                prop_assert!(before.bar(kind).high <= after.bar(kind).high);
                prop_assert!(before.bar(kind).state <= after.bar(kind).state);
            }
        }
    }

    #[test]
    fn no_proof_does_more_than_the_best(ratings in any_ratings()) {
        let guide = book().1;
        let worths: Vec<_> = guide.asked_skills().into_iter().filter_map(|skill| worth(guide, &ratings, skill)).collect();
        let most = worths.iter().map(|(_, worth)| worth).max_by(|a, b| order(a, b));
        let Some(best) = evidence::best(guide, &ratings) else {
            prop_assert!(worths.is_empty());
            return Ok(());
        };
        let most = most.expect("a proof that raises something");
        let equal: Vec<_> = worths.iter().filter(|(_, worth)| order(worth, most).is_eq()).map(|(skill, _)| skill.clone()).collect();
        let named: Vec<_> = std::iter::once(best.skill.clone()).chain(best.ties.clone()).collect();
        prop_assert_eq!(&named, &equal);
        prop_assert_eq!(best.raises.len(), most.levels);
        prop_assert_eq!(best.must_haves_met, most.must_haves);
        prop_assert_eq!(best.total, best.raises.iter().map(|raise| raise.gain).sum::<Fraction>());
        prop_assert_eq!(best.total.to_string(), most.total_text());
        prop_assert_eq!(best.next.is_none(), equal.len() == worths.len());
        let exceeds = |worth: &Worth, than: &Worth| worth.total.0 * than.total.1 > than.total.0 * worth.total.1;
        let larger = worths.iter().filter(|(_, worth)| exceeds(worth, most));
        let largest = larger.reduce(|a, b| if exceeds(&b.1, &a.1) { b } else { a });
        prop_assert_eq!(
            best.largest.map(|largest| (largest.skill, largest.levels, largest.total.to_string())),
            largest.map(|(skill, worth)| (skill.clone(), worth.levels, worth.total_text()))
        );
    }

    #[test]
    fn what_is_typed_never_breaks_and_what_is_kept_is_understood(text in ".{0,40}") {
        for question in Topic::all() {
            let Ok(kept) = question.tidy(&text) else { continue };
            prop_assert!(!kept.chars().any(char::is_control));
            prop_assert_eq!(question.tidy(&kept), Ok(kept.clone()), "{} is plain already", kept);
            let about: About = [(question.key().to_owned(), kept)].into_iter().collect();
            prop_assert!(!about.is_open(question));
        }
    }

    #[test]
    fn nothing_is_dropped_for_being_old(days in prop::collection::vec(prop::option::of(0i32..4000), 25)) {
        let (_, guide) = book();
        let skills = guide.asked_skills();
        let day = |ago: i32| TODAY.checked_sub(jiff::Span::new().days(ago)).expect("a day");
        let rated = skills.iter().zip(&days).map(|(skill, ago)| ((*skill).clone(), rated_on(ago.map(day), None)));
        let ratings = Ratings(rated.collect());
        let reviews = review::reviews(library(), &book().1.scoring, &ratings, TODAY);
        let old = days.iter().take(skills.len()).flatten().filter(|ago| **ago > 365).count();
        prop_assert_eq!(reviews.len(), old);
        prop_assert!(reviews.is_sorted_by_key(|review| review.rated_on));
        let plain: Ratings = skills.iter().map(|skill| ((*skill).clone(), Rating::Independent, Evidence::Claim)).collect();
        prop_assert_eq!(assessment::assess(guide, &ratings), assessment::assess(guide, &plain));
    }
}

/// What a proof does, by the definition of the score and in numbers of its own.
struct Worth {
    levels: usize,
    total: (u128, u128),
    must_haves: usize,
}

impl Worth {
    fn total_text(&self) -> String {
        let (over, under) = self.total;
        let divisor = divisor(over, under);
        if under == divisor {
            format!("{}", over / divisor)
        } else {
            format!("{}/{}", over / divisor, under / divisor)
        }
    }
}

fn order(a: &Worth, b: &Worth) -> std::cmp::Ordering {
    let total = (a.total.0 * b.total.1).cmp(&(b.total.0 * a.total.1));
    a.levels.cmp(&b.levels).then(total).then(a.must_haves.cmp(&b.must_haves))
}

fn divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Eighths that a rating counts at least: 6, 7 or 8 for each step, by evidence.
fn at_least(number: u128, evidence: Evidence) -> u128 {
    number * [6, 7, 8][evidence as usize]
}

fn worth(guide: &Guide, ratings: &Ratings, skill: &SkillId) -> Option<(SkillId, Worth)> {
    let (rated, evidence) = ratings.answer(skill)?;
    let number = u128::from(rated.number());
    let (before, after) = (at_least(number, evidence), at_least(number, Evidence::Link));
    let (mut levels, mut must_haves, mut total) = (0, 0, (0u128, 1u128));
    for level in &guide.levels {
        let Some(ask) = level.ask(skill) else { continue };
        let asked = 8 * u128::from(ask.required.number());
        let gain = after.min(asked) - before.min(asked);
        if gain == 0 {
            continue;
        }
        levels += 1;
        let all: u128 = level.asks.iter().map(|ask| u128::from(ask.weight)).sum();
        let (over, under) = (gain * u128::from(ask.weight), asked * all);
        total = (total.0 * under + over * total.1, total.1 * under);
        let small = divisor(total.0, total.1);
        total = (total.0 / small, total.1 / small);
        let floor = ask.must_have.map(|floor| u128::from(floor.number()));
        let is_met = |floor, counted| number >= floor && counted + 8 >= 8 * floor;
        must_haves += usize::from(floor.is_some_and(|floor| !is_met(floor, before) && is_met(floor, after)));
    }
    (levels > 0).then(|| (skill.clone(), Worth { levels, total, must_haves }))
}
