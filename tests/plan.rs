//! The plan: always ends at ready, never puts a step before what it builds on, and has no shorter way by brute force.

use career_coach::coach::fraction::Fraction;
use career_coach::coach::plan::StepKind;
use career_coach::coach::plan::calendar::{Fit, When, calendar};
use career_coach::coach::plan::{Plan, SHOWN, Step, plan};
use career_coach::coach::score::{MustHaveState, Verdict, assess, score_level};
use career_coach::guide::id::SkillId;
use career_coach::guide::model::{Ask, Guide, Level, Library, Prerequisite, Skill};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::guide::{self, load};
use career_coach::profile::about::HoursPerWeek;
use career_coach::profile::model::{Rated, Ratings};
use career_coach::report::pages::{Face, GuideView};
use career_coach::report::{layout, pages};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use std::path::Path;

const TODAY: Date = date(2026, 11, 24);

fn id(name: &str) -> SkillId {
    name.parse().expect("an id")
}

fn rating(number: u8) -> Rating {
    Rating::from_number(number.into()).expect("0 to 5")
}

fn evidence(number: u8) -> Evidence {
    [Evidence::Claim, Evidence::Example, Evidence::Link][usize::from(number)]
}

fn embedded() -> Library {
    guide::embedded().expect("the embedded data can be read")
}

fn base() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base");
    let files = load::read(&folder).expect("the folder can be read");
    load::library(&files).expect("a sound guide")
}

/// What a small case is made from, one entry for each skill.
#[derive(Debug, Clone)]
struct Made {
    /// Required, weight, floor; nothing where the level doesn't ask for it.
    ask: Option<(u8, u32, u8)>,
    /// Ratings 1 to 4 that it needs of the skills before it; 0 for none.
    needs: Vec<u8>,
    hours: [u32; 5],
    answer: Option<(u8, u8)>,
}

fn made(before: usize) -> impl Strategy<Value = Made> {
    (
        prop::option::weighted(0.8, (1..=4_u8, 1..=3_u32, 0..=4_u8)),
        prop::collection::vec(prop_oneof![3 => Just(0_u8), 1 => 1..=3_u8], before),
        [1..=40_u32, 5..=80, 10..=150, 20..=300, 30..=600],
        prop::option::weighted(0.85, (0..=5_u8, 0..=2_u8)),
    )
        .prop_map(|(ask, needs, hours, answer)| Made { ask, needs, hours, answer })
}

/// A guide of one level over at most `most` skills, later ones building on earlier ones, and somebody's answers.
fn small(most: usize) -> impl Strategy<Value = Vec<Made>> {
    (2..=most).prop_flat_map(|skills| (0..skills).map(made).collect::<Vec<_>>())
}

fn name(i: usize) -> String {
    format!("s{i}")
}

fn build(made: &[Made]) -> (Library, Ratings) {
    let mut library = base();
    let template = library.skills[0].clone();
    library.skills = made.iter().enumerate().map(|(i, made)| skill(&template, i, made)).collect();
    let asks: Vec<Ask> = made
        .iter()
        .enumerate()
        .filter_map(|(i, made)| {
            let (required, weight, floor) = made.ask?;
            let must_have = (1..=required).contains(&floor).then(|| rating(floor));
            Some(Ask { skill: id(&name(i)), required: rating(required), weight, must_have })
        })
        .collect();
    let guide = &mut library.guides[0];
    guide.levels.truncate(1);
    // A level asks something.
    let something = Ask { skill: id("s0"), required: rating(2), weight: 1, must_have: None };
    guide.levels[0].asks = if asks.is_empty() { vec![something] } else { asks };
    let answers = made.iter().enumerate().filter_map(|(i, made)| {
        let (number, shown) = made.answer?;
        Some((id(&name(i)), rating(number), evidence(shown)))
    });
    (library, answers.collect())
}

fn skill(template: &Skill, i: usize, made: &Made) -> Skill {
    let mut skill = template.clone();
    skill.id = id(&name(i));
    let needs = made.needs.iter().enumerate().filter(|(_, at_least)| **at_least > 0);
    skill.prerequisites = needs
        .map(|(other, at_least)| Prerequisite { skill: id(&name(other)), at_least: rating(*at_least) })
        .collect();
    let [studied, assisted, independent, leading, setting] = made.hours.map(|hours| [hours, 2 * hours]);
    skill.hours.studied = studied;
    skill.hours.assisted = assisted;
    skill.hours.independent = independent;
    skill.hours.leading = leading;
    skill.hours.setting_direction = setting;
    skill
}

fn plan_of(library: &Library, ratings: &Ratings) -> Plan {
    plan(library, &library.guides[0], &library.guides[0].levels[0], ratings)
}

fn ends_at(step: &Step) -> Rating {
    match step.kind {
        StepKind::Raise { to, .. } => to,
        StepKind::Prove { rating } => rating,
    }
}

/// Roles, then twice the middle of the hours.
fn cost(plan: &Plan) -> (usize, u64) {
    let hours = plan.steps.iter().map(|step| u64::from(step.hours[0]) + u64::from(step.hours[1]));
    (plan.role_steps(), hours.sum())
}

fn now(ratings: &Ratings, skill: &SkillId) -> Rating {
    ratings.answer(skill).map_or(Rating::None, |(rating, _)| rating)
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
    let after = score_level(level, &guide.scoring, &reached);
    assert_eq!(after.verdict, Verdict::Ready);
    assert_eq!(after, plan.after);
    let assessment = assess(guide, &reached);
    let waiting = guide
        .predecessors(level)
        .filter(|below| assessment.level(&below.id).is_some_and(|score| score.verdict != Verdict::Ready));
    let named: Vec<_> = plan.blocked_by.iter().map(|below| &below.level).collect();
    assert_eq!(named, waiting.map(|below| &below.id).collect::<Vec<_>>());
}

/// Raising and showing everything that the level asks, and all that this builds on.
fn everything(library: &Library, level: &Level, ratings: &Ratings) -> (usize, u64) {
    let mut wanted: Vec<(SkillId, Rating)> =
        level.asks.iter().map(|ask| (ask.skill.clone(), ask.required)).collect();
    let mut i = 0;
    while let Some((skill, to)) = wanted.get(i).cloned() {
        if now(ratings, &skill) < to {
            let skill = library.skill(&skill).expect("a known skill");
            wanted.extend(skill.prerequisites.iter().map(|needed| (needed.skill.clone(), needed.at_least)));
        }
        i += 1;
    }
    let (mut roles, mut hours) = (0, 0);
    for skill in &library.skills {
        let of_skill = wanted.iter().filter(|(other, _)| *other == skill.id);
        let Some(to) = of_skill.map(|(_, to)| *to).max() else { continue };
        let from = now(ratings, &skill.id);
        hours += 2 * u64::from(from >= to);
        for step in Rating::all().filter(|step| *step > from && *step <= to) {
            let [fewest, most] = skill.hours.to(step).expect("hours for each step up");
            hours += u64::from(fewest) + u64::from(most);
            roles += usize::from(step >= Rating::Leading);
        }
    }
    (roles, hours)
}

/// The cheapest way to ready over all ways to leave, show or raise each skill; judged by the score alone.
fn cheapest(library: &Library, level: &Level, ratings: &Ratings) -> (usize, u64) {
    let scoring = &library.guides[0].scoring;
    let mut best = None;
    let mut open = vec![(0, ratings.clone(), (0, 0_u64))];
    while let Some((i, reached, (roles, hours))) = open.pop() {
        if best.is_some_and(|best| best <= (roles, hours)) {
            continue;
        }
        let Some(skill) = library.skills.get(i) else {
            let is_sound = library.skills.iter().all(|skill| {
                now(&reached, &skill.id) == now(ratings, &skill.id)
                    || skill
                        .prerequisites
                        .iter()
                        .all(|needed| now(&reached, &needed.skill) >= needed.at_least)
            });
            if is_sound && score_level(level, scoring, &reached).verdict == Verdict::Ready {
                best = Some((roles, hours));
            }
            continue;
        };
        open.push((i + 1, reached.clone(), (roles, hours)));
        let with = |rating: Rating| {
            let mut with = reached.clone();
            with.0.insert(skill.id.clone(), Rated::new(rating, SHOWN));
            with
        };
        if let Some((rating, _)) = ratings.answer(&skill.id) {
            open.push((i + 1, with(rating), (roles, hours + 2 * u64::from(scoring.proof_hours))));
        }
        let (mut roles, mut hours) = (roles, hours);
        for to in Rating::all().filter(|to| *to > now(ratings, &skill.id)) {
            let [fewest, most] = skill.hours.to(to).expect("hours for each step up");
            hours += u64::from(fewest) + u64::from(most);
            roles += usize::from(to >= Rating::Leading);
            open.push((i + 1, with(to), (roles, hours)));
        }
    }
    best.expect("raising everything leads there")
}

/// Always the same cases, and no file of failures.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(4),
        ..ProptestConfig::default()
    })
}

#[test]
fn every_plan_works_and_is_never_longer_than_raising_everything() {
    let run = runner(400).run(&small(7), |made| {
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
    let run = runner(120).run(&small(4), |made| {
        let (library, ratings) = build(&made);
        let best = cheapest(&library, &library.guides[0].levels[0], &ratings);
        assert_eq!(cost(&plan_of(&library, &ratings)), best);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

/// Cases for a measurement.
fn cases<S: Strategy>(strategy: &S, number: u32) -> Vec<S::Value> {
    let mut runner = runner(number);
    let case = |_| strategy.new_tree(&mut runner).expect("a case").current();
    (0..number).map(case).collect()
}

#[test]
#[ignore = "measures: prints how far plans are from the optimum"]
fn how_near_the_optimum() {
    let (mut optimal, mut worst, mut roles) = (0, 1.0_f64, 0);
    let cases = cases(&small(5), 1500);
    for made in &cases {
        let (library, ratings) = build(made);
        let level = &library.guides[0].levels[0];
        let (best, own) = (cheapest(&library, level, &ratings), cost(&plan_of(&library, &ratings)));
        optimal += usize::from(own == best);
        roles += own.0 - best.0;
        if best.1 > 0 && own.0 == best.0 {
            worst = worst.max(own.1 as f64 / best.1 as f64);
        }
    }
    println!("{optimal} of {} optimal; worst ratio of hours {worst}, roles too many {roles}", cases.len());
}

/// Somebody's answers for every skill of the embedded guide.
fn anybody() -> impl Strategy<Value = (usize, Vec<Option<(u8, u8)>>)> {
    let answer =
        prop::option::weighted(0.8, (prop::sample::select(vec![0_u8, 1, 2, 2, 3, 3, 4, 5]), 0..=2_u8));
    (0..8_usize, prop::collection::vec(answer, 25))
}

fn answers_of(guide: &Guide, answers: &[Option<(u8, u8)>]) -> Ratings {
    let skills = guide.asked_skills();
    let rated = skills.into_iter().zip(answers).filter_map(|(skill, answer)| Some((skill, (*answer)?)));
    rated.map(|(skill, (number, shown))| (skill.clone(), rating(number), evidence(shown))).collect()
}

#[test]
fn every_plan_over_the_embedded_guide_works_and_the_search_is_never_cut_short() {
    let library = embedded();
    let guide = &library.guides[0];
    let run = runner(60).run(&anybody(), |(level, answers)| {
        let level = &guide.levels[level % guide.levels.len()];
        let ratings = answers_of(guide, &answers);
        let made = plan(&library, guide, level, &ratings);
        check(&library, guide, level, &ratings, &made);
        assert!(made.is_shortest, "{}", level.id);
        assert!(cost(&made) <= everything(&library, level, &ratings));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
#[ignore = "measures: prints what is saved against raising everything, and the time"]
fn how_much_shorter_and_how_fast() {
    let library = embedded();
    let guide = &library.guides[0];
    let (mut own, mut all, mut slowest, mut cut, mut steps) = (0, 0, 0, 0, 0);
    let cases = cases(&anybody(), 2000);
    for (level, answers) in &cases {
        let level = &guide.levels[level % guide.levels.len()];
        let ratings = answers_of(guide, answers);
        let start = std::time::Instant::now();
        let made = plan(&library, guide, level, &ratings);
        slowest = slowest.max(start.elapsed().as_micros());
        cut += u32::from(!made.is_shortest);
        own += cost(&made).1;
        steps += made.steps.len();
        all += everything(&library, level, &ratings).1;
    }
    let number = cases.len();
    println!("{number} cases: {} % of the hours of raising everything", 100 * own / all);
    println!("{} steps in the mean; slowest {slowest} µs; cut short {cut}", steps / number);
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
    answers.iter().map(|(name, number, evidence)| (id(name), rating(*number), *evidence)).collect()
}

#[test]
fn a_prerequisite_that_the_level_does_not_ask_for_is_raised_first() {
    let library = three();
    let made = plan_of(&library, &rated(&[("s0", 0, Evidence::Claim), ("s1", 0, Evidence::Claim)]));
    let steps: Vec<_> = made.steps.iter().map(|step| (step.skill.as_str(), ends_at(step).number())).collect();
    assert_eq!(steps, [("s0", 1), ("s1", 1), ("s1", 2), ("s2", 1)]);
    assert_eq!(made.steps[0].opens, [id("s1")]);
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
    assert_eq!(made.steps[0].must_have, Some((rating(2), MustHaveState::Open)));
    assert!(!made.examples_enough, "an example leaves half a step of doubt, and the score below 80");
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
    above.asks.retain(|ask| ask.skill == id("s2"));
    guide.levels.push(above);
    let guide = &library.guides[0];
    let made = plan(&library, guide, &guide.levels[1], &Ratings::default());
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
        [When::Dated { weeks: [1, 2], by_week: [1, 2] }, When::Dated { weeks: [2, 4], by_week: [3, 6] },]
    );
    assert_eq!(with.done, Some([date(2026, 12, 15), date(2027, 1, 5)]));
    let deadline = with.deadline.expect("a deadline ahead");
    assert_eq!((deadline.days, deadline.fits.as_slice()), (21, &[Fit::Surely, Fit::AtBest][..]));
    assert_eq!(deadline.hours_per_week, [10, 20]);
    assert_eq!(deadline.low, Some([made.steps[0].low_after, made.steps[1].low_after]));
    let day_before = calendar(&made, hours(10), TODAY, Some(date(2026, 12, 14)));
    assert_eq!(day_before.deadline.expect("ahead").fits, [Fit::Surely, Fit::Not]);
    assert_eq!(calendar(&made, hours(10), TODAY, Some(TODAY)).deadline, None, "today is not ahead");
}

#[test]
fn a_step_that_is_too_long_is_passed_over_with_what_waits_for_it() {
    let library = guide::embedded().expect("embedded whole");
    let guide = &library.guides[0];
    let mid = guide.levels.iter().find(|level| level.id.as_str() == "mid-level").expect("a level");
    let ratings: Ratings = mid
        .asks
        .iter()
        .map(|ask| match ask.skill.as_str() {
            "testing" => (ask.skill.clone(), rating(2), Evidence::Claim),
            _ => (ask.skill.clone(), ask.required, Evidence::Claim),
        })
        .collect();
    let made = plan(&library, guide, mid, &ratings);
    let testing = made.steps.iter().position(|step| step.skill == id("testing")).expect("planned");
    assert_eq!(testing, 0, "an unmet must-have comes first");
    let deadline = calendar(&made, hours(5), TODAY, Some(date(2026, 12, 15))).deadline.expect("ahead");
    assert_eq!(deadline.fits[0], Fit::Not);
    let proofs = made.steps.len() - 1;
    let most = 15.min(proofs);
    assert!(deadline.fits[1..=most].iter().all(|fit| *fit == Fit::Surely), "{:?}", deadline.fits);
    let gained: Fraction = made.steps[1..=most].iter().map(|step| step.gain).sum();
    assert_eq!(deadline.low, Some([made.before.low + gained; 2]));
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
        let position = made.steps.iter().position(|step| step.skill == id(name)).expect("a step");
        (position, calendar.steps[position])
    };
    assert_eq!(of("s0").1, When::NeedsRole);
    assert_eq!(of("s1").1, When::Waits { step: of("s0").0 });
    assert_eq!(of("s2").1, When::Dated { weeks: [1, 2], by_week: [1, 2] });
    assert_eq!((made.hours(), made.role_steps()), ([20, 40], 1));
    let fits = &calendar.deadline.expect("ahead").fits;
    assert_eq!((fits[of("s0").0], fits[of("s2").0]), (Fit::Undated, Fit::Surely));
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
    assert!(calendar.deadline.expect("ahead").fits.iter().all(|fit| *fit == Fit::Not));
}

/// A developer's profile: links, examples, claims, a 0 and skills without a rating.
const PROFILE: &str = r#"schema = 1
guide = "back-end-developer"
target = "mid-level"

[about]
hours-per-week = 6

[ratings]
programming-language = { rating = 3, evidence = "link" }
frameworks = { rating = 3, evidence = "example" }
sql = { rating = 3, evidence = "claim" }
git = { rating = 4, evidence = "link" }
api-design = { rating = 2, evidence = "claim" }
testing = { rating = 2, evidence = "example" }
security = { rating = 1, evidence = "claim" }
problem-solving = { rating = 3, evidence = "example" }
attention-to-detail = { rating = 3, evidence = "claim" }
communication = { rating = 2, evidence = "example" }
collaboration = { rating = 3, evidence = "link" }
learning = { rating = 3, evidence = "claim" }
prioritisation = { rating = 2, evidence = "claim" }
containers = { rating = 2, evidence = "link" }
performance = { rating = 1, evidence = "example" }
messaging = { rating = 0, evidence = "claim" }
mentoring = { rating = 1, evidence = "claim" }
"#;

/// The ratings of [`PROFILE`].
fn sample() -> Ratings {
    let file: toml::Table = PROFILE.parse().expect("TOML");
    let ratings = file["ratings"].as_table().expect("a table").clone();
    ratings
        .into_iter()
        .map(|(name, rated)| (id(&name), rated.try_into::<Rated>().expect("a rating")))
        .map(|(skill, rated)| (skill, rated.rating, rated.evidence))
        .collect()
}

/// A page as a terminal of some width shows it.
fn shown(level: &str, ratings: &Ratings, per_week: Option<u32>, by: Option<Date>, width: usize) -> String {
    let library = embedded();
    let guide = &library.guides[0];
    let level = guide.level(&level.parse().expect("an id")).expect("a level");
    let plan = plan(&library, guide, level, ratings);
    let calendar = calendar(&plan, per_week.and_then(hours), TODAY, by);
    let doc =
        pages::plan::page(GuideView { face: Face::CommandLine, library: &library, guide }, &plan, &calendar);
    let lines = layout::lines(&doc, width).into_iter();
    let lines = lines.map(|line| line.into_iter().map(|span| span.text).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_plan_of_a_developer() {
    insta::assert_snapshot!(shown("mid-level", &sample(), Some(6), Some(date(2027, 6, 30)), 80));
}

#[test]
fn the_plan_of_a_developer_at_60_columns() {
    let page = shown("mid-level", &sample(), Some(6), Some(date(2027, 6, 30)), 60);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn the_plan_of_somebody_who_has_just_begun() {
    let page = shown("junior", &Ratings::default(), None, Some(date(2027, 6, 30)), 80);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn the_plan_to_a_level_that_takes_roles() {
    let page = shown("staff", &sample(), Some(6), Some(date(2028, 1, 1)), 80);
    let (overview, _) = page.split_once("What to learn").expect("a part for each skill");
    insta::assert_snapshot!(overview);
}

#[test]
fn every_plan_fits_its_width_and_shows_every_step() {
    for width in [80, 60] {
        for level in ["junior", "developer", "mid-level", "senior", "lead", "principal", "staff", "architect"]
        {
            for by in [None, Some(date(2027, 6, 30))] {
                let page = shown(level, &sample(), Some(6), by, width);
                let wide = page.lines().find(|line| layout::width(line) > width);
                assert_eq!(wide, None, "{level} {width}");
                assert!(!page.contains("  ."), "{level}");
            }
        }
    }
}

mod on_the_command_line {
    //! `coach plan` from outside.

    use super::PROFILE;
    use assert_cmd::Command;
    use predicates::prelude::*;
    use predicates::str::contains;
    use std::fs;
    use tempfile::TempDir;

    fn coach(folder: &TempDir, profile: &str, arguments: &[&str]) -> Command {
        let file = folder.path().join("profile.toml");
        fs::write(&file, profile).expect("the profile can be written");
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("coach");
        command.env_clear().env("HOME", folder.path()).env("XDG_DATA_HOME", folder.path());
        command.current_dir(folder.path()).arg("--profile").arg(&file).args(arguments);
        command
    }

    fn folder() -> TempDir {
        TempDir::new().expect("a folder")
    }

    #[test]
    fn the_target_and_the_hours_come_from_the_profile() {
        let folder = folder();
        let page = coach(&folder, PROFILE, &["plan"]).assert().code(0).stderr("");
        page.stdout(contains("Mid-level Back-End Developer: the plan").and(contains("At 6 hours a week")));
        let underscored = PROFILE.replace("hours-per-week = 6", "hours_per_week = \"7\"");
        coach(&folder, &underscored, &["plan"]).assert().code(0).stdout(contains("At 7 hours a week"));
        let page = coach(&folder, PROFILE, &["plan", "senior", "--hours-per-week", "1"]).assert().code(0);
        page.stdout(contains("Senior Back-End Developer: the plan").and(contains("At one hour a week")));
        assert_eq!(fs::read_to_string(folder.path().join("profile.toml")).expect("a file"), PROFILE);
    }

    #[test]
    fn hours_that_no_week_has_are_left_aside_in_the_profile_and_refused_when_typed() {
        let folder = folder();
        for hours in ["0", "169", "\"a few\"", "-3"] {
            let profile = PROFILE.replace("hours-per-week = 6", &format!("hours-per-week = {hours}"));
            let page = coach(&folder, &profile, &["plan"]).assert().code(0);
            page.stdout(contains("How many hours a week").and(contains("By week").not()));
        }
        for hours in ["0", "169", "few", "-3"] {
            coach(&folder, PROFILE, &["plan", "--hours-per-week", hours]).assert().code(2).stdout("");
        }
    }

    #[test]
    fn a_day_has_to_be_one_and_lie_ahead() {
        let folder = folder();
        for (day, problem) in
            [("2020-01-01", "not ahead"), ("soon", "2027-06-30"), ("2027-02-30", "2027-06-30")]
        {
            let refused = coach(&folder, PROFILE, &["plan", "--by", day]).assert().code(2).stdout("");
            refused.stderr(contains(problem));
        }
        let page = coach(&folder, PROFILE, &["plan", "--by", "9000-01-01"]).assert().code(0);
        page.stdout(contains("By 9000-01-01").and(contains("ready in time")));
    }

    #[test]
    fn without_a_level_and_a_target_it_asks_for_one() {
        let folder = folder();
        let nobody = "schema = 1\n";
        let refused = coach(&folder, nobody, &["plan"]).assert().code(2).stdout("");
        refused.stderr(contains("coach target LEVEL"));
        coach(&folder, nobody, &["plan", "senoir"]).assert().code(2).stderr(contains("senior"));
        coach(&folder, nobody, &["plan", "junior"]).assert().code(0).stdout(contains("Answer first"));
    }

    #[test]
    fn programs_get_the_same_plan() {
        let folder = folder();
        let run =
            coach(&folder, PROFILE, &["plan", "--json", "--by", "9000-01-01"]).assert().code(0).stderr("");
        let value: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).expect("JSON");
        assert_eq!((&value["schema"], &value["level"]), (&1.into(), &"mid-level".into()));
        assert_eq!((&value["hours_per_week"], &value["verdict_after"]), (&6.into(), &"ready".into()));
        let steps = value["steps"].as_array().expect("steps");
        let sum = |end: usize| steps.iter().filter_map(|step| step["hours"][end].as_u64()).sum::<u64>();
        assert_eq!(value["hours"], serde_json::json!([sum(0), sum(1)]));
        assert!(steps.iter().all(|step| step["fits"] == "surely" && step["by_week"].is_array()));
    }
}

fn hours(number: u32) -> Option<HoursPerWeek> {
    number.to_string().parse().ok()
}
