//! Key sequences and the state they lead to.

use super::{Harness, aiming_at, somebody};
use crate::coach::score::Standing;
use crate::guide::id::{Link, SkillId};
use crate::guide::scale::Evidence;
use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use crate::profile::store::{Loaded, Saved};
use crate::tui::app::{Effect, Notice};
use crate::tui::dialogs::Dialog;
use crate::tui::input::Input;
use crate::tui::screens::ScreenId;
use rstest::rstest;

#[rstest]
#[case("1", ScreenId::Home)]
#[case("2", ScreenId::Guide)]
#[case("3", ScreenId::Ladder)]
#[case("4", ScreenId::Assess)]
#[case("5", ScreenId::Gap)]
#[case("6", ScreenId::Plan)]
#[case("7", ScreenId::Practice)]
#[case("8", ScreenId::Toolkit)]
#[case("7 ]", ScreenId::Toolkit)]
#[case("1 [", ScreenId::Toolkit)]
#[case("8 ]", ScreenId::Home)]
#[case("8 r esc", ScreenId::Toolkit)]
#[case("8 down enter esc", ScreenId::Toolkit)]
#[case("8 down enter esc esc", ScreenId::Home)]
#[case("7 esc", ScreenId::Home)]
#[case("7 enter esc", ScreenId::Practice)]
#[case("7 enter esc esc", ScreenId::Home)]
#[case("5 esc", ScreenId::Home)]
#[case("4 esc", ScreenId::Home)]
#[case("5 enter esc", ScreenId::Gap)]
#[case("5 tab enter", ScreenId::Guide)]
#[case("5 tab enter esc", ScreenId::Gap)]
#[case("5 tab enter tab enter esc esc", ScreenId::Gap)]
#[case("/ esc", ScreenId::Home)]
#[case("? q", ScreenId::Home)]
#[case("3 ? esc", ScreenId::Ladder)]
#[case("x esc", ScreenId::Home)]
#[case("6 x esc", ScreenId::Plan)]
#[case("6 r a esc", ScreenId::Plan)]
#[case("6 e tab enter esc", ScreenId::Plan)]
#[case("6 down enter esc", ScreenId::Plan)]
#[case("5 w esc", ScreenId::Gap)]
#[case("5 w 1", ScreenId::Home)]
fn keys_lead_to_screens(#[case] keys: &str, #[case] screen: ScreenId) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    assert_eq!(harness.app.shown(), screen);
    assert!(harness.app.dialogs.is_empty());
}

/// The views are chosen by the letters that stand before their names; a letter that meant something else too would be a trap.
#[rstest]
#[case("6 s")]
#[case("6 r")]
#[case("6 e")]
#[case("6 p")]
fn the_letters_of_the_views_of_the_plan_mean_nothing_else_there(#[case] keys: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    let listings = harness.app.listings();
    for letter in ["s", "r", "e", "p"] {
        let lines = listings.iter().flat_map(|listing| &listing.lines);
        let ids: Vec<_> = lines.filter(|line| line.keys.contains(&letter)).map(|line| line.id).collect();
        assert!(matches!(ids[..], [id] if id.starts_with("view-")), "{letter}: {ids:?}");
    }
}

#[test]
fn a_target_is_chosen_in_two_keys() {
    let mut harness = Harness::new(Profile::default());
    harness.press("t 4");
    assert_eq!(harness.app.session.target().map(|level| level.id.as_str()), Some("senior"));
    let guide = "back-end-developer".parse().expect("an id");
    let target = Edit::SetTarget { guide, level: Some("senior".parse().expect("an id")) };
    assert!(
        harness.effects.iter().any(|effect| matches!(effect, Effect::Save(edits) if edits.contains(&target)))
    );
    harness.press("t down enter");
    assert_eq!(harness.app.session.target().map(|level| level.id.as_str()), Some("lead"));
    harness.press("t up esc");
    assert_eq!(harness.app.session.target().map(|level| level.id.as_str()), Some("lead"));
}

/// The skill that is asked now.
fn asked(harness: &Harness) -> SkillId {
    harness.app.screens.assess.skill().expect("a question").clone()
}

#[test]
fn digits_rate_and_go_on() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4");
    let mut skills = Vec::new();
    for key in ["3", "2", "s", "0"] {
        skills.push(asked(&harness));
        harness.press(key);
    }
    let ratings: Vec<_> = skills.iter().map(|skill| harness.rating(skill.as_str())).collect();
    let (claim, skipped) = (|number| Some((number, Evidence::Claim)), None);
    assert_eq!(ratings, [claim(3), claim(2), skipped, claim(0)], "skipped is no zero");
    assert_eq!(harness.effects.len(), 3, "each rating is saved as it is made");
    assert!(!skills.contains(&asked(&harness)), "nothing is asked twice");
}

/// Types an address or a case into the dialog that asks for it.
fn shows(harness: &mut Harness, key: &str, text: &str) {
    harness.press(key).enter(text).press("enter");
}

#[test]
fn evidence_belongs_to_the_rating_just_given_or_to_the_one_shown() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4");
    let first = asked(&harness);
    harness.press("l");
    assert!(harness.app.dialogs.is_empty(), "there is no rating to show");
    assert!(harness.screen().contains("Rate the skill first"));
    harness.press("3");
    let second = asked(&harness);
    shows(&mut harness, "l", "https://example.org/shop");
    assert_eq!(harness.rating(first.as_str()), Some((3, Evidence::Link)));
    assert_eq!(asked(&harness), second, "the question in view stays");
    harness.press("2");
    assert_eq!(harness.rating(second.as_str()), Some((2, Evidence::Claim)), "meant for one skill only");
    harness.press("b");
    shows(&mut harness, "e", "The night the queue stood still");
    assert_eq!(harness.rating(second.as_str()), Some((2, Evidence::Example)));
    harness.press("c");
    assert_eq!(harness.rating(second.as_str()), Some((2, Evidence::Claim)));
    harness.press("3");
    assert_eq!(harness.rating(second.as_str()), Some((3, Evidence::Claim)), "another rating is a claim");
}

#[test]
fn evidence_without_a_text_changes_nothing() {
    let mut harness = Harness::new(somebody());
    harness.press("4");
    harness.app.screens.assess.go_to(&super::id("testing"));
    let before = harness.app.session.profile().clone();
    for keys in ["l enter", "l esc", "e enter", "e esc"] {
        harness.press(keys);
        assert_eq!(*harness.app.session.profile(), before, "{keys}");
        assert!(harness.app.dialogs.is_empty(), "{keys}");
    }
    harness.press("l").enter("my tests").press("enter");
    assert!(harness.screen().contains("That is not a web address"), "{}", harness.screen());
    assert_eq!(*harness.app.session.profile(), before);
    assert!(harness.effects.is_empty());
}

#[test]
fn undo_takes_back_step_by_step() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4");
    let first = asked(&harness);
    harness.press("3");
    let second = asked(&harness);
    harness.press("2 b 4 u");
    assert_eq!(harness.rating(second.as_str()), Some((2, Evidence::Claim)));
    harness.press("u");
    assert_eq!(harness.rating(second.as_str()), None);
    harness.press("u u");
    assert_eq!(harness.rating(first.as_str()), None);
    assert_eq!(harness.app.notice, Some(Notice::Said("There is nothing to undo.".to_owned())));
}

#[test]
fn what_tells_most_is_asked_first_and_an_estimate_stands_within_25_keys() {
    for rating in ["1", "2", "3", "4", "5"] {
        let mut harness = Harness::new(Profile::default());
        harness.press("t 3 4");
        let mut keys = 3;
        let is_told = |text: &str| text.contains("Estimate: ") || text.contains("By your ratings: ");
        while !matches!(&harness.app.notice, Some(Notice::Said(text)) if is_told(text)) {
            harness.press(rating);
            keys += 1;
            assert!(keys <= 24, "no answer after {keys} keys of {rating}");
        }
        harness.press("enter");
        assert_eq!(harness.app.shown(), ScreenId::Gap);
        assert!(
            harness.app.session.assessment().rated < 20,
            "{} questions",
            harness.app.session.assessment().rated
        );
    }
}

#[test]
fn skipped_questions_come_once() {
    let mut harness = Harness::new(aiming_at("senior"));
    harness.press("4");
    let mut skills = Vec::new();
    while harness.app.screens.assess.skill().is_some() {
        skills.push(asked(&harness));
        harness.press("s");
    }
    let all = skills.len();
    skills.sort();
    skills.dedup();
    assert_eq!((skills.len(), all), (25, 25));
    harness.press("enter");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
}

#[test]
fn a_rating_can_be_taken_back_and_noted() {
    let mut harness = Harness::new(somebody());
    harness.press("4");
    harness.app.screens.assess.go_to(&super::id("git"));
    harness.press("n").enter("rebased a team's history").press("enter");
    let note = harness.app.session.profile().ratings.0[&super::id("git")].note.clone();
    assert_eq!(note.as_deref(), Some("rebased a team's history"));
    assert_eq!(harness.rating("git"), Some((3, Evidence::Link)), "a note changes no rating");
    harness.press("x");
    assert_eq!(harness.rating("git"), None);
    harness.press("u");
    let note = harness.app.session.profile().ratings.0[&super::id("git")].note.clone();
    assert_eq!(note.as_deref(), Some("rebased a team's history"), "undo brings the note back");
}

#[test]
fn from_the_start_to_a_verdict_takes_at_most_60_keys() {
    let mut harness = Harness::new(Profile::default());
    harness.press("t 3 4");
    let mut keys = 3;
    while keys < 60
        && harness.app.session.target_score().is_some_and(|score| score.unrated().next().is_some())
    {
        harness.press("3");
        keys += 1;
    }
    assert!(harness.screen().contains("Mid-level is fully rated"), "the verdict is told");
    harness.press("enter");
    keys += 1;
    assert_eq!(harness.app.shown(), ScreenId::Gap);
    assert!(keys <= 60, "{keys} keys");
    let score = harness.app.session.target_score().expect("a target");
    assert!(
        score.standing == Standing::Ready && score.claims_only,
        "3s are more than Mid-level needs here and there"
    );
}

#[test]
fn search_goes_where_the_hit_is_and_back() {
    let mut harness = Harness::new(somebody());
    harness.press("3 /").enter("kubernetes");
    let Some(Dialog::Search(search)) = harness.app.dialogs.last() else { panic!("search is open") };
    assert_eq!(search.hits()[0].link, Link::Skill(super::id("containers")));
    harness.press("enter");
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    assert_eq!(harness.app.screens.guide.place(), Some(&Link::Skill(super::id("containers"))));
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Ladder);
}

#[test]
fn letters_are_typed_into_a_field_and_not_obeyed() {
    let mut harness = Harness::new(somebody());
    harness.press("/ q u i t");
    let Some(Dialog::Search(search)) = harness.app.dialogs.last() else { panic!("search is open") };
    assert_eq!(search.query(), "quit");
    assert!(harness.effects.is_empty());
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    let mut harness = Harness::new(somebody());
    harness.press("4");
    let before = harness.app.session.profile().clone();
    assert!(harness.app.input(Input::Paste("0 1 2 3 q".to_owned())).is_empty());
    assert_eq!(*harness.app.session.profile(), before);
}

#[test]
fn a_skill_page_leads_to_its_rating_and_back() {
    let mut harness = Harness::new(somebody());
    harness.press("/").enter("docker").press("enter r");
    assert_eq!(harness.app.shown(), ScreenId::Assess);
    assert_eq!(harness.app.screens.assess.skill(), Some(&super::id("containers")));
    harness.press("3 esc");
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    assert_eq!(harness.rating("containers"), Some((3, Evidence::Claim)));
}

#[test]
fn two_levels_are_compared() {
    let mut harness = Harness::new(somebody());
    harness.press("3 c down");
    assert!(harness.screen().contains("From Mid-level Back-End Developer to Senior Back-End Developer"));
    harness.press("c");
    assert_eq!(harness.app.screens.ladder.marked().map(ToString::to_string).as_deref(), Some("senior"));
    harness.press("c");
    assert_eq!(harness.app.screens.ladder.marked(), None);
}

#[test]
fn a_save_that_fails_says_so_and_keeps_the_answer() {
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("4 3");
    harness.app.saved(Err("the disk is full".to_owned()));
    assert!(harness.screen().contains("Not saved: the disk is full"));
    assert_eq!(harness.app.session.assessment().rated, 1);
    harness.press("down");
    assert!(harness.screen().contains("Not saved"), "it stays until it is mended");
    let profile = harness.app.session.profile().clone();
    harness.app.saved(Ok(Saved { loaded: Loaded { profile, ..Loaded::default() }, conflict: None }));
    assert!(harness.screen().contains("Saved now"));
}

#[rstest]
#[case("q")]
#[case("ctrl-c")]
#[case("/ ctrl-c")]
#[case("t ctrl-c")]
#[case("? ctrl-c")]
#[case("4 q")]
fn there_is_a_way_out_everywhere(#[case] keys: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    assert_eq!(harness.effects.last(), Some(&Effect::Quit));
}
