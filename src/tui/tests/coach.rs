//! What the coach's own screens do: what-if, the plan with its views, proofs, answers, review.

use super::{Harness, aiming_at, id, somebody};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::Edit;
use crate::profile::model::{Day, Profile, Rated};
use crate::tui::app::{Effect, Notice};
use crate::tui::screens::ScreenId;
use crate::tui::screens::plan::View;
use jiff::civil::date;

fn said(harness: &Harness) -> &str {
    match &harness.app.notice {
        Some(Notice::Said(text) | Notice::News(text) | Notice::Failed(text)) => text,
        None => "",
    }
}

/// Marks a skill of the level in a what-if.
fn mark(harness: &mut Harness, skill: &str) {
    let level = harness.app.session.target().expect("a target").clone();
    let at = level.asks.iter().position(|ask| ask.skill == id(skill)).expect("asked");
    for _ in 0..at {
        harness.press("down");
    }
}

/// Marks the step of a skill in the plan.
fn choose_step(harness: &mut Harness, skill: &str) {
    harness.press("6");
    let (plan, _) = harness.app.session.target_plan().expect("a plan");
    let at = plan.steps.iter().position(|step| step.skill == id(skill)).expect("planned");
    for _ in 0..at {
        harness.press("down");
    }
}

#[test]
fn a_try_moves_everything_and_touches_nothing() {
    let mut harness = Harness::new(somebody());
    let before = harness.app.session.profile().clone();
    harness.press("5 w");
    mark(&mut harness, "testing");
    harness.press("right l");
    let screen = harness.screen();
    assert!(screen.contains("2 claim") && screen.contains("3 link"), "{screen}");
    let trying = harness.app.screens.gap.what_if().expect("a try");
    let (now, then) = trying.what_if().level(trying.level()).expect("the level");
    assert!(
        then.low > now.low && screen.contains(&now.range()) && screen.contains(&then.range()),
        "{screen}"
    );
    assert_eq!(*harness.app.session.profile(), before);
    assert!(harness.effects.is_empty(), "nothing is saved");
    harness.press("x");
    assert!(harness.app.screens.gap.what_if().is_some_and(|trying| trying.what_if().changes.is_empty()));
    harness.press("left left left esc");
    assert!(harness.app.screens.gap.what_if().is_none());
    assert_eq!(*harness.app.session.profile(), before);
}

#[test]
fn a_try_that_is_kept_is_saved_as_one_and_undone_as_one() {
    let mut harness = Harness::new(somebody());
    let before = harness.app.session.profile().ratings.clone();
    harness.press("5 w");
    mark(&mut harness, "sql");
    harness.press("right down down right l enter");
    assert_eq!(harness.rating("sql"), Some((3, Evidence::Example)));
    assert!(harness.app.screens.gap.what_if().is_none());
    let [Effect::Save(edits)] = &harness.effects[..] else { panic!("one save: {:?}", harness.effects) };
    assert_eq!(edits.len(), 2);
    harness.press("u");
    assert_eq!(harness.app.session.profile().ratings, before);
}

#[test]
fn a_try_waits_while_something_else_is_looked_at() {
    let mut harness = Harness::new(somebody());
    harness.press("5 w right 2 5");
    assert!(harness.app.screens.gap.what_if().is_some_and(|trying| trying.what_if().changes.len() == 1));
}

#[test]
fn a_rating_that_is_missing_can_be_tried() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("5 w right right");
    let trying = harness.app.screens.gap.what_if().expect("a try");
    assert_eq!(trying.what_if().changes[0].after.map(|(rating, _)| rating.number()), Some(2));
    harness.press("left left left left enter");
    assert_eq!(harness.app.session.assessment().rated, 1);
}

#[test]
fn a_step_that_is_done_asks_for_its_rating_and_then_for_its_proof() {
    let mut harness = Harness::new(somebody());
    choose_step(&mut harness, "sql");
    let steps = harness.app.session.target_plan().expect("a plan").0.steps.len();
    harness.press("d");
    assert_eq!(harness.app.shown(), ScreenId::Assess);
    assert!(harness.screen().contains("Step done?"));
    harness.press("3");
    assert!(harness.screen().contains("What proves Databases and SQL?"));
    harness.press("1").enter("https://example.org/shop").press("enter");
    assert_eq!(harness.app.shown(), ScreenId::Plan);
    assert_eq!(harness.rating("sql"), Some((3, Evidence::Link)));
    let proof = harness.app.session.profile().proofs.last().expect("a proof");
    assert_eq!(proof.url.as_deref(), Some("https://example.org/shop"));
    let named = &harness.app.session.profile().ratings.0[&id("sql")].proofs;
    assert_eq!(named, std::slice::from_ref(&proof.id));
    assert!(harness.app.session.target_plan().expect("a plan").0.steps.len() < steps, "the step is gone");
    assert!(said(&harness).contains("Databases and SQL: 3 link, saved"), "{}", said(&harness));
    harness.press("u");
    assert_eq!(harness.app.session.profile().proofs, [], "one undo takes the whole step back");
    assert_eq!(harness.rating("sql"), Some((2, Evidence::Example)));
}

#[test]
fn a_step_can_be_left_without_being_done() {
    let mut harness = Harness::new(somebody());
    choose_step(&mut harness, "sql");
    harness.press("d esc");
    assert_eq!(harness.app.shown(), ScreenId::Plan);
    assert_eq!(harness.rating("sql"), Some((2, Evidence::Example)));
    // A proof that is left out leaves the rating on the person's word.
    harness.press("d 3 esc");
    assert_eq!(harness.app.shown(), ScreenId::Plan);
    assert_eq!(harness.rating("sql"), Some((3, Evidence::Claim)));
    harness.press("4");
    assert!(!harness.screen().contains("Step done?"));
}

#[test]
fn enter_and_skip_leave_a_step_as_it_is() {
    for key in ["enter", "s", "esc"] {
        let mut harness = Harness::new(somebody());
        choose_step(&mut harness, "testing");
        harness.press("d").press(key);
        assert_eq!(harness.app.shown(), ScreenId::Plan, "{key}");
        assert!(harness.effects.is_empty(), "{key}");
    }
}

#[test]
fn a_link_has_to_be_an_address() {
    let mut harness = Harness::new(somebody());
    choose_step(&mut harness, "api-design");
    harness.press("d 1").enter("my tests").press("enter");
    assert!(harness.screen().contains("That is not a web address"), "{}", harness.screen());
    assert_eq!(harness.app.session.profile().proofs, []);
    harness.press("esc");
    assert!(said(&harness).contains("Nothing was changed"), "{}", said(&harness));
}

#[test]
fn an_answer_that_is_undone_leaves_no_trace_in_the_history() {
    let mut harness = Harness::new(somebody());
    let before = harness.app.session.profile().clone();
    harness.press("4 3 u");
    assert_eq!(*harness.app.session.profile(), before);
}

#[test]
fn where_nothing_is_seen_no_key_changes_anything() {
    let mut harness = Harness::sized(somebody(), 39, 10);
    harness.draw();
    harness.press("4 1 u t 1");
    assert!(harness.effects.is_empty());
    assert_eq!(harness.app.shown(), ScreenId::Home);
    harness.press("q");
    assert_eq!(harness.effects, [Effect::Quit]);
}

#[test]
fn a_try_keeps_its_suppositions_when_the_target_changes() {
    let mut harness = Harness::new(somebody());
    harness.press("5 w right t 4 5");
    let trying = harness.app.screens.gap.what_if().expect("a try");
    assert_eq!((trying.level().as_str(), trying.what_if().changes.len()), ("senior", 1));
    let before = harness.app.session.profile().clone();
    harness.press("u");
    assert_eq!(*harness.app.session.profile(), before, "nothing is undone while something is tried");
    harness.press("4 3 5");
    assert_eq!(harness.app.screens.gap.what_if().map(|trying| trying.what_if().changes.len()), Some(1));
}

#[test]
fn one_proof_serves_many_ratings() {
    let mut harness = Harness::new(somebody());
    harness.press("4");
    harness.app.screens.assess.go_to(&id("testing"));
    harness.press("p 3").enter("The night the queue stood still").press("enter");
    assert_eq!(harness.rating("testing"), Some((2, Evidence::Example)), "a case is an example");
    harness.app.screens.assess.go_to(&id("containers"));
    harness.press("p 4");
    assert_eq!(harness.app.session.profile().proofs.len(), 1);
    let named = |skill| harness.app.session.profile().ratings.0[&id(skill)].proofs.clone();
    assert_eq!(named("testing"), named("containers"));
    let screen = harness.press("6 e").screen();
    assert!(screen.contains("The night the queue stood still"), "{screen}");
}

#[test]
fn a_weaker_proof_takes_no_evidence_away() {
    let mut harness = Harness::new(somebody());
    harness.press("4");
    harness.app.screens.assess.go_to(&id("git"));
    harness.press("p 3").enter("a rebase").press("enter");
    assert_eq!(harness.rating("git"), Some((3, Evidence::Link)));
}

#[test]
fn questions_about_the_person_are_answered_where_readiness_is_shown() {
    let mut harness = Harness::new(somebody());
    harness.press("6 r a 1").enter("many").press("enter");
    assert!(harness.screen().contains("is not a number of years"), "{}", harness.screen());
    assert_eq!(harness.app.session.profile().about.entry("years"), None);
    for _ in 0..4 {
        harness.press("backspace");
    }
    harness.enter("2.5").press("enter");
    assert_eq!(harness.app.session.profile().about.entry("years"), Some("2.5"));
    harness.press("a 3 1");
    assert_eq!(harness.app.session.profile().about.entry("resume"), Some("yes"));
    assert!(harness.screen().contains("1–3 of 3"), "{}", harness.screen());
    harness.press("a 3 4");
    assert_eq!(harness.app.session.profile().about.entry("resume"), None);
    harness.press("u u");
    assert_eq!(harness.app.session.profile().about.entry("resume"), None);
    assert_eq!(harness.app.session.profile().about.entry("years"), Some("2.5"));
}

#[test]
fn hours_and_a_day_make_a_calendar() {
    let mut harness = Harness::new(somebody());
    harness.press("6 w").enter("10").press("enter");
    assert_eq!(harness.app.session.profile().about.entry("hours-per-week"), Some("10"));
    assert!(harness.screen().contains("By week"));
    harness.press("b").enter("2026-01-01").press("enter");
    assert!(harness.screen().contains("is not in the future"));
    for _ in 0..10 {
        harness.press("backspace");
    }
    harness.enter("2027-06-30").press("enter");
    assert!(harness.screen().contains("Fits"));
    harness.press("b");
    for _ in 0..10 {
        harness.press("backspace");
    }
    harness.press("enter");
    assert!(!harness.screen().contains("Fits"));
}

/// Somebody whose Git was rated long ago and whose SQL was rated by other sentences.
fn long_ago() -> Profile {
    let mut profile = somebody();
    let rated = &mut profile.ratings.0;
    rated.get_mut(&id("git")).expect("rated").rated_on = Some(Day(date(2025, 1, 7)));
    rated.get_mut(&id("sql")).expect("rated").anchors = Some("0123456789abcdef".to_owned());
    profile
}

#[test]
fn old_and_reworded_ratings_are_offered_for_review() {
    let mut harness = Harness::new(long_ago());
    assert!(harness.screen().contains("Review 2 ratings"), "{}", harness.screen());
    harness.press("r");
    assert!(harness.screen().contains("1 of 2 to review"));
    assert!(harness.screen().contains("changed since you rated"));
    harness.press("2");
    assert!(harness.screen().contains("You rated it on 2025-01-07"), "{}", harness.screen());
    assert_eq!(harness.rating("sql"), Some((2, Evidence::Example)), "its evidence stays");
    harness.press("3 esc");
    assert_eq!(harness.app.shown(), ScreenId::Home);
    assert!(!harness.screen().contains("Review "), "{}", harness.screen());
    harness.press("r");
    assert!(said(&harness).contains("No rating is old"));
}

#[test]
fn the_views_of_the_plan_are_a_key_apart() {
    let mut harness = Harness::new(somebody());
    for (key, view) in
        [("r", View::Readiness), ("e", View::Evidence), ("p", View::Progress), ("s", View::Steps)]
    {
        harness.press("6").press(key);
        assert_eq!(harness.app.screens.plan.view(), view);
    }
}

#[test]
fn without_a_target_the_plan_says_how_to_get_one() {
    let mut harness = Harness::new(Profile::default());
    assert!(harness.press("6").screen().contains("Press t to choose your target level"));
    harness.press("d x");
    assert!(harness.app.dialogs.is_empty());
}

#[test]
fn an_undo_of_the_target_brings_the_old_one_back() {
    let mut harness = Harness::new(somebody());
    harness.press("t 4 u");
    assert_eq!(harness.app.session.target().map(|level| level.id.as_str()), Some("mid-level"));
    assert!(
        matches!(harness.effects.last(), Some(Effect::Save(edits)) if matches!(edits[..], [Edit::Undo(_)]))
    );
}

#[test]
fn a_way_through_time_is_drawn_on_home() {
    let mut profile = somebody();
    let (sql, before) = (id("sql"), profile.ratings.clone());
    for (skill, rated) in before.0.iter().filter(|(skill, _)| **skill != sql) {
        profile.note_change(skill, None, Some(rated), date(2026, 3, 2));
    }
    let first = Rated::new(Rating::Studied, Evidence::Claim);
    profile.note_change(&sql, None, Some(&first), date(2026, 3, 2));
    profile.note_change(&sql, None, before.0.get(&sql), date(2026, 9, 2));
    let mut harness = Harness::new(profile);
    assert!(harness.screen().contains("Databases and SQL moved it most ("), "{}", harness.screen());
    insta::assert_snapshot!("home-with-a-past-80x24", harness.screen());
    insta::assert_snapshot!("plan-progress-80x24", harness.press("6 p").screen());
}
