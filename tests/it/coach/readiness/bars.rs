//! The five bars against their definitions.

use super::people::{KINDS, ONE, assess, book, ends, person, rating};
use crate::support::skill;
use career_coach::coach::fraction::Fraction;
use career_coach::coach::plan;
use career_coach::coach::readiness::{
    self, BarState, Basis, Dimension, ExhibitState, ExperiencePosition, Next,
};
use career_coach::guide::model::{EmployerPreference, Guide};
use career_coach::guide::route::Route;
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::{Answer, Topic};
use career_coach::profile::model::Profile;

#[test]
fn nobody_is_open_everywhere_and_weak_nowhere() {
    for level in &book().1.levels {
        let nobody = assess(level.id.as_str(), &Profile::default());
        for kind in KINDS {
            assert_eq!(ends(&nobody, kind), (Fraction::ZERO, ONE, BarState::Open), "{kind:?}");
            assert!(!nobody.bar(kind).is_answered);
            assert!(nobody.bar(kind).next.is_some(), "{kind:?} says how to begin");
        }
        assert_eq!(nobody.weakest, []);
        assert_eq!(nobody.questions, Topic::all().collect::<Vec<_>>());
        assert_eq!(nobody.unrated, level.asks.len());
    }
}

#[test]
fn years_stand_against_the_range_of_the_level() {
    // Mid-level: 3–6 years.
    let cases = [
        ("0", Fraction::ZERO, ExperiencePosition::Below, Some(Next::Months(36))),
        ("18 months", Fraction::new(1, 2), ExperiencePosition::Below, Some(Next::Months(18))),
        ("35 months", Fraction::new(35, 36), ExperiencePosition::Below, Some(Next::Months(1))),
        ("3", ONE, ExperiencePosition::Within, None),
        ("6", ONE, ExperiencePosition::Within, None),
        ("6.5", ONE, ExperiencePosition::Above, None),
    ];
    for (said, share, position, next) in cases {
        let readiness = assess("mid-level", &person(&[("years", said)], &[]));
        let bar = readiness.bar(Dimension::Experience);
        assert_eq!((bar.low, bar.high), (share, share), "{said}");
        assert!(
            matches!(bar.basis, Basis::Experience { position: Some(other), .. } if other == position),
            "{said}"
        );
        assert_eq!(bar.next, next, "{said}");
        assert_eq!(bar.state == BarState::NotYet, position == ExperiencePosition::Below, "{said}");
    }
    // A junior's range begins at nothing, an architect's has no end.
    let beginner = assess("junior", &person(&[("years", "0")], &[]));
    assert_eq!(ends(&beginner, Dimension::Experience), (ONE, ONE, BarState::Ready));
    let veteran = assess("architect", &person(&[("years", "60")], &[]));
    assert!(matches!(
        veteran.bar(Dimension::Experience).basis,
        Basis::Experience { position: Some(ExperiencePosition::Within), .. }
    ));
}

#[test]
fn education_is_never_a_closed_door() {
    for (said, route, open) in [
        ("BSc Computer Science", Route::Degree, 3),
        ("a degree in geography", Route::OtherDegree, 2),
        ("apprenticeship", Route::Vocational, 1),
        ("unfinished degree", Route::Unfinished, 1),
        ("bootcamp", Route::Bootcamp, 1),
        ("self-taught", Route::SelfTaught, 1),
    ] {
        let readiness = assess("junior", &person(&[("education", said)], &[]));
        let bar = readiness.bar(Dimension::Education);
        let Basis::Education { answer, preferences } = &bar.basis else {
            unreachable!("the bar of education")
        };
        assert_eq!(answer.value(), Some(&route), "{said}");
        assert_eq!(preferences.iter().filter(|(_, is_open)| *is_open == Some(true)).count(), open, "{said}");
        assert_eq!(preferences[0].1, Some(true), "work and tests ask for no certificate");
        assert_eq!((bar.low, bar.high), (Fraction::new(open as u64, 3), ONE), "{said}");
        let ready = open == 3;
        assert_eq!(bar.state, if ready { BarState::Ready } else { BarState::Open }, "{said}");
        assert_eq!(bar.next, (!ready).then_some(Next::AskThem), "{said}");
    }
}

#[test]
fn the_employer_preferences_are_those_of_the_guide() {
    let (library, guide) = book();
    let preference = |name: &str, satisfied_by: &[Route]| EmployerPreference {
        name: name.to_owned(),
        satisfied_by: satisfied_by.to_vec(),
        see: Vec::new(),
    };
    let employer_preferences =
        vec![preference("a", &[Route::Bootcamp]), preference("b", &[Route::Degree, Route::Bootcamp])];
    let guide = Guide { employer_preferences, ..guide.clone() };
    for (said, opened, standing) in [
        ("bootcamp", [Some(true), Some(true)], BarState::Ready),
        ("degree", [Some(false), Some(true)], BarState::Open),
        ("self-taught", [Some(false), Some(false)], BarState::Open),
        ("", [None, None], BarState::Open),
    ] {
        let profile = person(&[("education", said)], &[]);
        let plan = plan::plan(library, &guide, &guide.levels[0], &profile.ratings, None);
        let assessed = readiness::assess(&guide, &guide.levels[0], &plan, &profile);
        let bar = assessed.bar(Dimension::Education);
        let Basis::Education { preferences, .. } = &bar.basis else { unreachable!("the bar of education") };
        let found: Vec<_> =
            preferences.iter().map(|(door, is_open)| (door.name.as_str(), *is_open)).collect();
        assert_eq!(found, [("a", opened[0]), ("b", opened[1])], "{said}");
        assert_eq!(bar.state, standing, "{said}");
    }
}

#[test]
fn the_portfolio_shows_must_haves_at_their_floor() {
    // Developer: language 3, SQL 2, problem-solving 2, testing 2.
    let profile = person(
        &[],
        &[
            ("programming-language", 3, Evidence::Link),
            ("sql", 2, Evidence::Claim),
            ("testing", 1, Evidence::Link),
        ],
    );
    let readiness = assess("developer", &profile);
    let bar = readiness.bar(Dimension::Portfolio);
    let Basis::Portfolio(exhibits) = &bar.basis else { unreachable!("the bar of the portfolio") };
    let states: Vec<_> = exhibits.iter().map(|exhibit| exhibit.state).collect();
    assert_eq!(
        states,
        [ExhibitState::Shown, ExhibitState::OnWord, ExhibitState::Below, ExhibitState::Unrated]
    );
    assert_eq!((bar.low, bar.high), (Fraction::new(1, 4), Fraction::new(2, 4)));
    assert_eq!((bar.state, &bar.next), (BarState::NotYet, &Some(Next::Show(skill("sql")))));
}

#[test]
fn the_portfolio_does_what_is_quickest_first() {
    let next = |ratings: &[(&str, i64, Evidence)]| {
        assess("developer", &person(&[], ratings)).bar(Dimension::Portfolio).next.clone()
    };
    let mut ratings = vec![("programming-language", 3, Evidence::Link), ("testing", 1, Evidence::Link)];
    ratings.push(("sql", 3, Evidence::Example));
    assert_eq!(next(&ratings), Some(Next::Rate(skill("problem-solving"))));
    ratings.push(("problem-solving", 3, Evidence::Link));
    assert_eq!(next(&ratings), Some(Next::Reach(skill("testing"), rating(2))));
    ratings[1].1 = 2;
    assert_eq!(next(&ratings), Some(Next::Strengthen(skill("sql"))));
    ratings[2].2 = Evidence::Link;
    assert_eq!(next(&ratings), None);
}

#[test]
fn the_kit_counts_what_is_ready() {
    let profile = person(&[("resume", "yes"), ("cover-letter", "draft")], &[]);
    let readiness = assess("senior", &profile);
    assert_eq!(
        ends(&readiness, Dimension::Kit),
        (Fraction::new(1, 3), Fraction::new(2, 3), BarState::NotYet)
    );
    assert_eq!(readiness.bar(Dimension::Kit).next, Some(Next::Prepare(Topic::CoverLetter)));
    assert_eq!(readiness.questions, [Topic::Years, Topic::Education, Topic::Interviews, Topic::HoursPerWeek]);
    let profile = person(&[("resume", "yes"), ("cover_letter", "yes"), ("interview_practice", "4")], &[]);
    assert_eq!(ends(&assess("senior", &profile), Dimension::Kit), (ONE, ONE, BarState::Ready));
}

#[test]
fn the_weakest_is_named_and_so_is_a_tie() {
    let kit = [("resume", "no"), ("cover_letter", "no"), ("interview_practice", "no")];
    assert_eq!(assess("junior", &person(&kit, &[])).weakest, [Dimension::Kit]);
    let bare = [("programming-language", 2), ("sql", 2), ("git", 2), ("problem-solving", 2)];
    let bare = bare.map(|(skill, n)| (skill, n, Evidence::Claim));
    assert_eq!(assess("junior", &person(&kit, &bare)).weakest, [Dimension::Portfolio, Dimension::Kit]);
    // What is known to lack something comes before what only depends.
    let years = [("education", "bootcamp"), ("years", "2")];
    assert_eq!(assess("mid-level", &person(&years, &[])).weakest, [Dimension::Experience]);
    assert_eq!(assess("developer", &person(&years, &[])).weakest, [Dimension::Education]);
}

#[test]
fn an_answer_that_cannot_be_understood_is_an_open_question() {
    let readiness = assess("junior", &person(&[("years", "some"), ("education", "")], &[]));
    let bar = readiness.bar(Dimension::Experience);
    assert!(
        matches!(&bar.basis, Basis::Experience { answer: Answer::Unclear(words), .. } if words == "some")
    );
    assert_eq!(bar.next, Some(Next::Answer(Topic::Years)));
    assert!(!bar.is_answered && readiness.questions.contains(&Topic::Years));
}

#[test]
fn a_step_tells_its_weeks_where_the_hours_are_known() {
    let ratings = [("testing", 0, Evidence::Claim), ("programming-language", 0, Evidence::Claim)];
    let pace = |about: &[(&str, &str)]| match assess("junior", &person(about, &ratings))
        .bar(Dimension::Skills)
        .next
        .clone()
    {
        Some(Next::Step(step, pace)) => (step.hours, pace),
        other => unreachable!("a step was to come: {other:?}"),
    };
    assert_eq!(pace(&[]).1, None);
    let (hours, known) = pace(&[("hours-per-week", "6")]);
    let known = known.expect("a pace");
    assert_eq!(known.hours_per_week.minutes(), 6 * 60);
    assert_eq!(known.weeks, hours.map(|hours| hours.div_ceil(6)));
}
