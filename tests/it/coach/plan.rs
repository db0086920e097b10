//! The plan: always ends at ready, never puts a step before what it builds on, and has no shorter way by brute force.

mod cases;
mod pages;

use crate::support::{self, TODAY, guide, level, library, rating, skill};
use career_coach::coach::assessment::{assess, assess_level};
use career_coach::coach::fraction::Fraction;
use career_coach::coach::plan::calendar::{DeadlineFit, StepTime, calendar};
use career_coach::coach::plan::{Plan, SHOWN, Step, StepKind, plan};
use career_coach::coach::score::{MustHaveState, Verdict, score_level};
use career_coach::guide::model::{Guide, Level, Library};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::about::HoursPerWeek;
use career_coach::profile::model::{Rated, Ratings};
use cases::{Made, answers_of, anybody, build, cheapest, cost, everything, now, plan_of, small};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn ends_at(step: &Step) -> Rating {
    match step.kind {
        StepKind::Raise { to, .. } => to,
        StepKind::Prove { rating } => rating,
    }
}

/// Walks through a plan as somebody would, and checks every step with the score itself.
fn check(library: &Library, guide: &Guide, level: &Level, ratings: &Ratings, plan: &Plan) {
    let mut reached = ratings.clone();
    let mut low = score_level(level, &guide.scoring, ratings).low;
    for (i, step) in plan.steps.iter().enumerate() {
        let before = score_level(level, &guide.scoring, &reached);
        assert_ne!(before.verdict, Verdict::Ready, "step {i} comes after the level is ready");
        assert!(step.waits_for.iter().all(|other| *other < i), "step {i} comes before what it waits for");
        let skill = library.skill(&step.skill).expect("a known skill");
        match step.kind {
            StepKind::Raise { from, to } => {
                assert_eq!(now(&reached, &step.skill), from, "step {i} starts where the skill stands");
                assert_eq!(from.next(), Some(to));
                assert_eq!(Some(step.hours), skill.hours.to(to));
                for needed in &skill.prerequisites {
                    assert!(
                        now(&reached, &needed.skill) >= needed.at_least,
                        "step {i} lacks {}",
                        needed.skill
                    );
                }
            }
            StepKind::Prove { rating } => {
                let (there, shown) = reached.answer(&step.skill).expect("what is shown is rated");
                assert_eq!(there, rating);
                assert!(shown < SHOWN, "step {i} shows what is shown");
            }
        }
        assert_eq!(step.needs_role, matches!(step.kind, StepKind::Raise { to, .. } if to >= Rating::Leading));
        assert_eq!(step.from_unrated, ratings.answer(&step.skill).is_none());
        reached.0.insert(step.skill.clone(), Rated::new(ends_at(step), SHOWN));
        let after = score_level(level, &guide.scoring, &reached);
        assert_eq!((after.low, after.low.minus(low)), (step.low_after, step.gain), "step {i}");
        low = after.low;
    }
    let after = assess_level(guide, level, &reached);
    assert_eq!(after.verdict, Verdict::Ready);
    assert_eq!(after, plan.after);
    let assessment = assess(guide, &reached);
    let waiting = guide
        .predecessors(level)
        .filter(|below| assessment.level(&below.id).is_some_and(|score| score.verdict != Verdict::Ready));
    let named: Vec<_> = plan.blocked_by.iter().map(|below| &below.level).collect();
    assert_eq!(named, waiting.map(|below| &below.id).collect::<Vec<_>>());
}

#[test]
fn every_plan_works_and_is_never_longer_than_raising_everything() {
    let run = TestRunner::new(support::cases(400, 4)).run(&small(7), |made| {
        let (library, ratings) = build(&made);
        let guide = &library.guides[0];
        let made = plan_of(&library, &ratings);
        check(&library, guide, &guide.levels[0], &ratings, &made);
        assert!(made.is_shortest);
        assert!(cost(&made) <= everything(&library, &guide.levels[0], &ratings));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn no_plan_of_a_small_case_is_longer_than_the_shortest_by_brute_force() {
    let run = TestRunner::new(support::cases(120, 4)).run(&small(4), |made| {
        let (library, ratings) = build(&made);
        let best = cheapest(&library, &library.guides[0].levels[0], &ratings);
        assert_eq!(cost(&plan_of(&library, &ratings)), best);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_plan_over_the_embedded_guide_works_and_the_search_is_never_cut_short() {
    let (library, guide) = (library(), guide());
    let run = TestRunner::new(support::cases(60, 4)).run(&anybody(), |(level, answers)| {
        let level = &guide.levels[level % guide.levels.len()];
        let ratings = answers_of(guide, &answers);
        let made = plan(library, guide, level, &ratings, None);
        check(library, guide, level, &ratings, &made);
        assert!(made.is_shortest, "{}", level.id);
        assert!(cost(&made) <= everything(library, level, &ratings));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

/// Three skills: `s1` builds on `s0`, which the level doesn't ask for.
fn three() -> Library {
    let ask = |required, weight, floor| Some((required, weight, floor));
    let hours = [10, 20, 40, 80, 160];
    let made = |ask, needs, hours| Made { ask, needs, hours, answer: None };
    let skills = [
        made(None, vec![], hours),
        made(ask(2, 3, 2), vec![1], hours),
        made(ask(2, 1, 0), vec![0, 0], [1, 1, 1, 1, 1]),
    ];
    build(&skills).0
}

fn rated(answers: &[(&str, u8, Evidence)]) -> Ratings {
    answers.iter().map(|(name, number, evidence)| (skill(name), rating(*number), *evidence)).collect()
}

fn hours(number: u32) -> Option<HoursPerWeek> {
    number.to_string().parse().ok()
}

#[test]
fn a_prerequisite_that_the_level_does_not_ask_for_is_raised_first() {
    let library = three();
    let made = plan_of(&library, &rated(&[("s0", 0, Evidence::Claim), ("s1", 0, Evidence::Claim)]));
    let steps: Vec<_> = made.steps.iter().map(|step| (step.skill.as_str(), ends_at(step).number())).collect();
    assert_eq!(steps, [("s0", 1), ("s1", 1), ("s1", 2), ("s2", 1)]);
    assert_eq!(made.steps[0].opens, [skill("s1")]);
    assert_eq!(made.steps[1].waits_for, [0]);
    assert_eq!(made.steps[1].must_have, Some((rating(2), MustHaveState::Unmet)));
    assert_eq!(made.steps[3].must_have, None);
    assert!(made.steps[3].from_unrated && !made.steps[0].from_unrated);
    let asked: Vec<_> = made.questions.iter().map(|question| question.skill.as_str()).collect();
    assert_eq!(asked, ["s2"]);
}

#[test]
fn what_is_claimed_is_shown_before_more_is_learnt() {
    let library = three();
    let made = plan_of(&library, &rated(&[("s1", 2, Evidence::Claim), ("s2", 1, Evidence::Claim)]));
    let actions: Vec<_> = made.steps.iter().map(|step| (step.skill.as_str(), step.kind)).collect();
    assert_eq!(actions, [("s1", StepKind::Prove { rating: rating(2) })]);
    assert_eq!(made.steps[0].must_have, None, "a claim meets the floor");
    assert!(!made.examples_enough, "7/8 of one skill and 3/4 of the other are more than 80 of neither");
    assert_eq!(made.questions, [], "nobody asks for s0");
}

#[test]
fn a_level_that_is_ready_needs_no_step() {
    let library = three();
    let made = plan_of(&library, &rated(&[("s1", 2, Evidence::Link), ("s2", 2, Evidence::Link)]));
    assert_eq!((made.steps.len(), made.before.verdict), (0, Verdict::Ready));
    assert_eq!(made.before, made.after);
    let calendar = calendar(&made, hours(5), TODAY, Some(date(2027, 1, 1)));
    assert_eq!((calendar.steps.len(), calendar.done), (0, None));
}

#[test]
fn a_lower_level_that_stays_open_is_named() {
    let mut library = three();
    let guide = &mut library.guides[0];
    let mut above = guide.levels[0].clone();
    above.id = "above".parse().expect("an id");
    above.asks.retain(|ask| ask.skill == skill("s2"));
    guide.levels.push(above);
    let guide = &library.guides[0];
    let made = plan(&library, guide, &guide.levels[1], &Ratings::default(), None);
    let blocked: Vec<_> = made.blocked_by.iter().map(|below| &below.level).collect();
    assert_eq!(blocked, [&guide.levels[0].id]);
}

#[test]
fn weeks_add_up_and_a_deadline_tells_what_fits() {
    let library = three();
    let made = plan_of(
        &library,
        &rated(&[("s0", 1, Evidence::Claim), ("s1", 0, Evidence::Claim), ("s2", 1, Evidence::Link)]),
    );
    // s1 to 1: 10–20 hours, s1 to 2: 20–40 hours.
    let without = calendar(&made, None, TODAY, None);
    assert_eq!((without.steps.len(), without.done, without.deadline), (0, None, None));
    let with = calendar(&made, hours(10), TODAY, Some(date(2026, 12, 15)));
    assert_eq!(
        with.steps,
        [
            StepTime::Dated { weeks: [1, 2], by_week: [1, 2] },
            StepTime::Dated { weeks: [2, 4], by_week: [3, 6] },
        ]
    );
    assert_eq!(with.done, Some([date(2026, 12, 15), date(2027, 1, 5)]));
    let deadline = with.deadline.expect("a deadline ahead");
    assert_eq!(
        (deadline.days, deadline.fits.as_slice()),
        (21, &[DeadlineFit::Surely, DeadlineFit::AtBest][..])
    );
    assert_eq!(deadline.hours_per_week, [10, 20]);
    assert_eq!(deadline.low, Some([made.steps[0].low_after, made.steps[1].low_after]));
    let day_before = calendar(&made, hours(10), TODAY, Some(date(2026, 12, 14)));
    assert_eq!(day_before.deadline.expect("ahead").fits, [DeadlineFit::Surely, DeadlineFit::Not]);
    assert_eq!(calendar(&made, hours(10), TODAY, Some(TODAY)).deadline, None, "today is not ahead");
}

#[test]
fn a_step_that_is_too_long_is_skipped_with_what_waits_for_it() {
    let (library, guide) = (library(), guide());
    let mid = level(guide, "mid-level");
    let ratings: Ratings = mid
        .asks
        .iter()
        .map(|ask| match ask.skill.as_str() {
            "sql" => (ask.skill.clone(), rating(2), Evidence::Claim),
            _ => (ask.skill.clone(), ask.required, Evidence::Claim),
        })
        .collect();
    let made = plan(library, guide, mid, &ratings, None);
    let sql = made.steps.iter().position(|step| step.skill == skill("sql")).expect("planned");
    assert_eq!(sql, made.steps.len() - 1, "what can be proved this week comes first");
    let deadline = calendar(&made, hours(5), TODAY, Some(date(2026, 12, 15))).deadline.expect("ahead");
    assert_eq!(deadline.fits[sql], DeadlineFit::Not);
    let most = sql.min(15);
    assert!(deadline.fits[..most].iter().all(|fit| *fit == DeadlineFit::Surely), "{:?}", deadline.fits);
    let gained: Fraction = made.steps[..most].iter().map(|step| step.gain).sum();
    assert_eq!(deadline.low, Some([made.before.low + gained; 2]));
}

/// The order of the steps, told anew from its definition: proofs that fit a week by gain, unmet must-haves by hours, then the rest by
/// gain per hour; what a step waits for stands directly before it.
#[test]
fn the_order_is_the_one_of_the_model() {
    let (library, guide) = (library(), guide());
    let run = TestRunner::new(support::cases(60, 5)).run(&anybody(), |(level, answers)| {
        let level = &guide.levels[level % guide.levels.len()];
        let made = plan(library, guide, level, &answers_of(guide, &answers), None);
        let is_proof = |step: &&Step| matches!(step.kind, StepKind::Prove { .. });
        let proofs = made.steps.iter().take_while(is_proof).count();
        prop_assert!(made.steps[proofs..].iter().all(|step| !is_proof(&step)), "an hour fits any week");
        prop_assert!(made.steps[..proofs].is_sorted_by(|a, b| a.gain >= b.gain));
        let floor = |step: &Step| level.ask(&step.skill).and_then(|ask| ask.must_have);
        let raises_to_floor = |step: &Step| floor(step).is_some_and(|floor| ends_at(step) <= floor);
        // After the last step towards a floor none is needed for one.
        let last = made.steps.iter().rposition(|step| raises_to_floor(step) && !is_proof(&step));
        let is_needed = |at: usize| {
            let mut needed = vec![at];
            while let Some(step) = needed.pop() {
                if raises_to_floor(&made.steps[step]) {
                    return true;
                }
                needed.extend(
                    (step + 1..made.steps.len()).filter(|later| made.steps[*later].waits_for.contains(&step)),
                );
            }
            false
        };
        for at in proofs..last.unwrap_or(proofs) {
            prop_assert!(is_needed(at), "step {at} of {} comes before a must-have", level.id);
        }
        Ok(())
    });
    run.expect("in order");
}

#[test]
fn without_an_hour_a_week_proofs_are_no_quick_ones() {
    let (library, guide) = (library(), guide());
    let mid = level(guide, "mid-level");
    let ratings: Ratings =
        mid.asks.iter().map(|ask| (ask.skill.clone(), ask.required, Evidence::Claim)).collect();
    let mut low = ratings.clone();
    low.0.insert(skill("sql"), Rated::new(rating(2), Evidence::Claim));
    let first = |per_week| plan(library, guide, mid, &low, Some(per_week)).steps[0].kind;
    let per_week = |text: &str| text.parse::<HoursPerWeek>().expect("hours");
    assert!(matches!(first(per_week("1")), StepKind::Prove { .. }));
    assert!(matches!(first(per_week("0.5")), StepKind::Raise { .. }), "the must-have comes first");
}

#[test]
fn a_step_that_needs_a_role_has_no_date_and_what_waits_for_it_neither() {
    let ask = |required, floor| Some((required, 3, floor));
    let made = |ask, needs| Made { ask, needs, hours: [10; 5], answer: None };
    let skills = [made(ask(4, 4), vec![]), made(ask(1, 1), vec![4]), made(ask(1, 1), vec![0, 0])];
    let (library, _) = build(&skills);
    let none = Evidence::Claim;
    let made = plan_of(&library, &rated(&[("s0", 3, Evidence::Link), ("s1", 0, none), ("s2", 0, none)]));
    let calendar = calendar(&made, hours(10), TODAY, Some(date(2027, 11, 24)));
    let of = |name: &str| {
        let position = made.steps.iter().position(|step| step.skill == skill(name)).expect("a step");
        (position, calendar.steps[position])
    };
    assert_eq!(of("s0").1, StepTime::NeedsRole);
    assert_eq!(of("s1").1, StepTime::Waits { step: of("s0").0 });
    assert_eq!(of("s2").1, StepTime::Dated { weeks: [1, 2], by_week: [1, 2] });
    assert_eq!((made.hours(), made.role_steps()), ([20, 40], 1));
    let fits = &calendar.deadline.expect("ahead").fits;
    assert_eq!((fits[of("s0").0], fits[of("s2").0]), (DeadlineFit::Undated, DeadlineFit::Surely));
}

#[test]
fn a_calendar_beyond_all_calendars_is_no_fault() {
    let mut library = three();
    for skill in &mut library.skills {
        skill.hours.studied = [u32::MAX, u32::MAX];
    }
    let made = plan_of(&library, &Ratings::default());
    let calendar = calendar(&made, hours(1), TODAY, Some(date(2026, 11, 25)));
    assert_eq!(calendar.done, None);
    assert!(calendar.deadline.expect("ahead").fits.iter().all(|fit| *fit == DeadlineFit::Not));
}
