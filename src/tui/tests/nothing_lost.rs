//! Nothing is lost and nothing surprises: undo, changes made elsewhere, keys that are not the named one, the way back.

use super::{COLOR, Harness, MONO, aiming_at, id, somebody};
use crate::coach::plan::calendar::{DeadlineFit, StepTime};
use crate::coach::plan::{Step, StepKind};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::edit::{Conflict, Edit};
use crate::profile::model::{Profile, Rated};
use crate::profile::store::{Loaded, Saved};
use crate::report::pages::{Face, GuideView};
use crate::tui::app::{Effect, Notice};
use crate::tui::screens::ScreenId;
use crate::tui::theme::Theme;
use jiff::civil::date;
use ratatui::style::Modifier;
use rstest::rstest;

fn said(harness: &Harness) -> &str {
    match &harness.app.notice {
        Some(Notice::Said(text) | Notice::News(text) | Notice::Failed(text)) => text,
        None => "",
    }
}

fn loaded(profile: Profile) -> Loaded {
    Loaded { profile, ..Loaded::default() }
}

/// A profile in which somebody else has rated a skill.
fn rated_elsewhere(harness: &Harness, skill: &str, rating: Rating) -> Profile {
    let mut profile = harness.app.session.profile().clone();
    profile.ratings.0.insert(id(skill), Rated::new(rating, Evidence::Link));
    profile
}

#[test]
fn undo_after_a_step_is_ticked_off_takes_the_step_alone() {
    let mut harness = Harness::new(somebody());
    harness.press("4 2");
    let rated: Vec<_> = harness.app.session.profile().ratings.0.keys().cloned().collect();
    harness.press("6");
    let (plan, _) = harness.app.session.target_plan().expect("a plan");
    let proves = |step: &Step| matches!(step.kind, StepKind::Prove { .. });
    let at = plan.steps.iter().position(proves).expect("a step that only proves");
    for _ in 0..=at {
        harness.press("down");
    }
    harness.press("d 3").enter("The night the queue stood still").press("enter");
    assert_eq!(harness.app.session.profile().proofs.len(), 1);
    harness.press("u");
    assert_eq!(harness.app.session.profile().proofs, []);
    let left: Vec<_> = harness.app.session.profile().ratings.0.keys().cloned().collect();
    assert_eq!(left, rated, "the rating given before stays");
    harness.press("u");
    assert_eq!(harness.app.session.profile().ratings.0.len(), rated.len() - 1);
}

#[test]
fn redo_makes_the_last_undone_change_again() {
    let mut harness = Harness::new(somebody());
    let before = harness.app.session.profile().clone();
    harness.press("4 2");
    let after = harness.app.session.profile().clone();
    harness.press("u");
    assert_eq!(*harness.app.session.profile(), before);
    harness.press("ctrl-r");
    assert_eq!(*harness.app.session.profile(), after);
    assert!(said(&harness).starts_with("Redone"), "{}", said(&harness));
    harness.press("ctrl-r");
    assert_eq!(said(&harness), "There is nothing to redo.");
}

#[test]
fn an_undo_of_what_somebody_else_has_changed_since_changes_nothing() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4 3");
    let skill = harness.app.session.profile().ratings.0.keys().next().expect("rated").clone();
    let theirs = rated_elsewhere(&harness, skill.as_str(), Rating::SettingDirection);
    harness.app.profile_changed(loaded(theirs.clone()));
    let saves = harness.effects.len();
    harness.press("u");
    assert_eq!(*harness.app.session.profile(), theirs);
    assert!(said(&harness).starts_with("Not undone: "), "{}", said(&harness));
    assert!(said(&harness).ends_with("was changed elsewhere in the meantime."), "{}", said(&harness));
    assert_eq!(harness.effects.len(), saves, "nothing is saved");
}

#[test]
fn an_undo_that_the_file_refuses_says_so_and_cannot_be_done_again() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4 3 u");
    let theirs = rated_elsewhere(&harness, "git", Rating::SettingDirection);
    let saved = Saved { loaded: loaded(theirs.clone()), conflict: Some(Conflict) };
    harness.app.saved(Ok(saved));
    assert_eq!(*harness.app.session.profile(), theirs);
    assert!(said(&harness).starts_with("Not undone: "), "{}", said(&harness));
    harness.press("ctrl-r");
    assert_eq!(said(&harness), "There is nothing to redo.");
    assert_eq!(*harness.app.session.profile(), theirs);
}

#[test]
fn what_changes_elsewhere_is_taken_over_and_named_without_losing_place() {
    let mut harness = Harness::new(somebody());
    harness.press("5 down enter pagedown");
    let theirs = rated_elsewhere(&harness, "git", Rating::SettingDirection);
    harness.app.profile_changed(loaded(theirs.clone()));
    assert_eq!(*harness.app.session.profile(), theirs);
    assert_eq!(said(&harness), "Changed elsewhere: Git");
    harness.press("down");
    assert_eq!(said(&harness), "Changed elsewhere: Git", "the key that came with it leaves it in view");
    assert!(harness.screen().contains("reading: Esc goes back to the list"));
    harness.press("down");
    assert_eq!(said(&harness), "");
    harness.app.profile_changed(loaded(theirs));
    assert_eq!(said(&harness), "", "nothing is said of nothing");
}

#[test]
fn a_save_that_waits_says_so_and_hinders_nothing() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4 3");
    harness.app.save_waits();
    assert!(harness.screen().contains("Another copy of coach is saving"));
    harness.press("2");
    assert_eq!(harness.app.session.assessment().rated, 2);
    assert!(harness.screen().contains("Another copy of coach is saving"));
}

#[test]
fn to_quit_with_something_unsaved_is_asked_first() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4 3");
    harness.app.saved(Err("the disk is full".to_owned()));
    harness.app.ask_to_quit(2);
    assert!(harness.app.is_asking_to_quit());
    assert!(harness.screen().contains("2 changes are not saved. Quit anyway?"), "{}", harness.screen());
    harness.press("esc");
    assert!(!harness.app.is_asking_to_quit());
    assert!(!harness.effects.contains(&Effect::QuitUnsaved));
    harness.app.ask_to_quit(1);
    assert!(harness.screen().contains("One change is not saved. Quit anyway?"), "{}", harness.screen());
    harness.press("2");
    assert_eq!(harness.effects.last(), Some(&Effect::QuitUnsaved));
}

#[test]
fn the_deadline_is_kept_in_the_profile() {
    let mut harness = Harness::new(somebody());
    harness.press("6 b").enter("2027-06-30").press("enter");
    assert_eq!(harness.app.session.profile().aim.by, Some(date(2027, 6, 30)));
    let is_deadline = |edit: &Edit| matches!(edit, Edit::SetDeadline { by: Some(_), .. });
    assert!(
        matches!(harness.effects.last(), Some(Effect::Save(edits)) if edits.iter().any(is_deadline)),
        "{:?}",
        harness.effects
    );
    let again = Harness::new(harness.app.session.profile().clone());
    assert_eq!(again.app.session.deadline(), Some(date(2027, 6, 30)));
    harness.press("u");
    assert_eq!(harness.app.session.deadline(), None);
}

/// A row says "yes" where its weeks end before the deadline, and "no" where they begin behind it.
#[rstest]
#[case("4", "2027-01-26")]
#[case("6", "2027-06-29")]
#[case("10", "2027-06-29")]
#[case("20", "2028-03-07")]
fn no_row_fits_in_weeks_that_lie_beyond_the_deadline(#[case] hours: &str, #[case] by: &str) {
    let mut harness = Harness::new(somebody());
    harness.press("6 w").enter(hours).press("enter b").enter(by).press("enter");
    let (_, calendar) = harness.app.session.target_plan().expect("a plan");
    let deadline = calendar.deadline.as_ref().expect("a deadline");
    assert!(deadline.days.is_multiple_of(7), "whole weeks: {}", deadline.days);
    let weeks = deadline.days / 7;
    let mut seen = 0;
    for (time, fit) in calendar.steps.iter().zip(&deadline.fits) {
        let StepTime::Dated { by_week: [early, late], .. } = time else { continue };
        seen += 1;
        match fit {
            DeadlineFit::Surely => assert!(*late <= weeks, "{late} of {weeks}"),
            DeadlineFit::Not => assert!(*early > weeks, "{early} of {weeks}"),
            DeadlineFit::AtBest => assert!(*early <= weeks && *late > weeks, "{early}–{late} of {weeks}"),
            DeadlineFit::Undated => panic!("it has a date"),
        }
    }
    assert!(seen > 3);
}

#[test]
fn home_begins_with_the_steps_of_the_plan() {
    let mut harness = Harness::new(somebody());
    let screen = harness.screen();
    let (plan, _) = harness.app.session.target_plan().expect("a plan");
    let view = GuideView::new(&harness.app.session, Face::Interface);
    let positions: Vec<_> = plan
        .steps
        .iter()
        .take(3)
        .map(|step| screen.rfind(view.skill_short(&step.skill)).expect("a step of the plan on Home"))
        .collect();
    assert!(positions.is_sorted(), "{screen}");
}

#[rstest]
#[case("4", "shift-right")]
#[case("4", "alt-3")]
#[case("5", "shift-down")]
#[case("5", "alt-x")]
#[case("6", "alt-d")]
#[case("5 w", "shift-right")]
#[case("t", "alt-4")]
fn only_the_named_key_acts(#[case] keys: &str, #[case] with_modifier: &str) {
    let mut harness = Harness::new(somebody());
    let before = harness.press(keys).screen();
    assert_eq!(harness.press(with_modifier).screen(), before);
    assert!(harness.effects.is_empty());
}

#[rstest]
#[case("", "й", "a Cyrillic letter")]
#[case("4", "３", "a full-width digit")]
#[case("t", "у", "a Cyrillic letter")]
fn a_key_of_another_script_says_why_it_does_nothing(
    #[case] keys: &str,
    #[case] key: &str,
    #[case] said: &str,
) {
    let mut harness = Harness::new(somebody());
    harness.press(keys).press(key);
    let screen = harness.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains(said) && screen.contains("switch the keyboard layout"), "{screen}");
    assert!(harness.effects.is_empty());
}

#[test]
fn a_letter_of_another_script_can_be_typed_into_a_field() {
    let mut harness = Harness::new(somebody());
    harness.press("6 w й");
    assert!(harness.screen().contains("> й"));
    assert_eq!(said(&harness), "");
}

#[test]
fn esc_closes_the_arithmetic_before_it_leaves() {
    for keys in ["5 x", "5 x enter"] {
        let mut harness = Harness::new(somebody());
        let before = harness.press(keys).screen();
        harness.press("esc");
        assert_eq!(harness.app.shown(), ScreenId::Gap, "{keys}");
        assert_ne!(harness.screen(), before, "{keys}");
    }
    let mut harness = Harness::new(somebody());
    let plain = harness.press("5").screen();
    assert_eq!(harness.press("x esc").screen(), plain);
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Home);
}

#[test]
fn a_small_screen_shows_how_the_page_begins_and_how_to_open_it() {
    let mut harness = Harness::sized(somebody(), 60, 18);
    let screen = harness.press("5").screen();
    assert!(screen.contains("Enter open"), "{screen}");
    let blank = screen.lines().filter(|line| line.trim().is_empty()).count();
    assert!(blank < 3, "{screen}");
    assert!(screen.contains("Mid-level Back-End Developer: the gap"), "{screen}");
}

#[rstest]
#[case(MONO)]
#[case(COLOR)]
fn the_pay_bar_of_the_selected_level_stays_visible(#[case] theme: Theme) {
    let mut harness = Harness::sized(somebody(), 80, 24).themed(theme);
    harness.press("3");
    harness.draw();
    let row = harness.rows().find(|cells| {
        let text: String = cells.iter().map(|cell| cell.symbol()).collect();
        text.contains("Mid-level") && text.contains('▄')
    });
    let row: Vec<_> = row.expect("the selected level").to_vec();
    assert!(row.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "it is selected");
    let bar: Vec<_> = row.iter().filter(|cell| cell.symbol() == "▄").collect();
    assert!(bar.iter().all(|cell| !cell.modifier.contains(Modifier::REVERSED)), "no hole");
    let behind = row.iter().rposition(|cell| cell.symbol() == "▄").expect("a bar") + 1;
    assert!(!row[behind].modifier.contains(Modifier::REVERSED), "the bar ends where it ends");
}

#[test]
fn no_page_quotes_a_command() {
    let mut unrated = somebody();
    unrated.ratings.0.clear();
    let no_target = Profile { ratings: somebody().ratings, ..Profile::default() };
    for profile in [somebody(), unrated, no_target, Profile::default()] {
        for keys in ["1", "2 enter", "3 enter", "4", "5 x enter", "6 enter", "6 r", "6 e", "6 p", "?"] {
            let mut harness = Harness::sized(profile.clone(), 120, 200);
            let screen = harness.press(keys).screen();
            let quoted = screen.lines().find(|line| {
                line.contains("--")
                    || [
                        "coach rate",
                        "coach assess",
                        "coach readiness",
                        "coach gap",
                        "coach target",
                        "coach profile",
                        "coach plan",
                        "coach guide",
                    ]
                    .iter()
                    .any(|command| line.contains(command))
            });
            assert_eq!(quoted, None, "{keys}");
        }
    }
}

/// Rows of a list that is being filtered can change under it: the step before is done elsewhere, or everything is gone.
#[test]
fn a_filter_follows_rows_that_change_elsewhere() {
    let mut harness = Harness::new(somebody());
    harness.press("6 f").enter("testing");
    assert!(harness.selected().iter().any(|row| row.contains("Testing")), "{}", harness.screen());
    let theirs = rated_elsewhere(&harness, "api-design", Rating::SettingDirection);
    harness.app.profile_changed(loaded(theirs));
    assert!(!harness.screen().contains("API design  "), "its step is gone: {}", harness.screen());
    assert!(harness.selected().iter().any(|row| row.contains("Testing")), "{}", harness.screen());
    harness.press("esc");
    harness.press("1 f").enter("answer");
    harness.app.profile_changed(loaded(Profile::default()));
    assert!(!harness.app.takes_text(), "nobody types into a list that is gone: {}", harness.screen());
}
