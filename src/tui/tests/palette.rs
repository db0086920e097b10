//! The palette: everything that can be done on a screen, by name.

use super::{Harness, SIZES, somebody};
use crate::guide::id::Link;
use crate::tui::app::Effect;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::palette::Entry;
use crate::tui::screens::ScreenId;
use rstest::rstest;

fn entries(harness: &Harness) -> Vec<Entry> {
    let Some(Dialog::Palette(palette)) = harness.app.dialogs.last() else { panic!("the palette is open") };
    palette.matching().cloned().collect()
}

#[rstest]
#[case::ladder("1 :", "Ladder", ScreenId::Ladder)]
#[case::gap("4 :", "your score at each level", ScreenId::Gap)]
#[case::home("5 w ctrl-p", "home", ScreenId::Home)]
fn what_is_typed_leads_to_a_screen(#[case] keys: &str, #[case] typed: &str, #[case] screen: ScreenId) {
    let mut harness = Harness::new(somebody());
    harness.press(keys).enter(typed).press("enter");
    assert_eq!(harness.app.shown(), screen);
    assert!(harness.app.dialogs.is_empty());
}

#[rstest]
#[case::of_the_screen("6 :", "hours a week", "hours")]
#[case::of_a_view("6 e :", "add a proof", "add-proof")]
#[case::global("5 :", "target", "target")]
#[case::with_its_key_taken("4 :", "score at each", "gap")]
#[case::scattered_letters("5 :", "wtif", "try")]
#[case::a_list_moves("3 :", "page down", "page-down")]
fn the_best_match_comes_first(#[case] keys: &str, #[case] typed: &str, #[case] id: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys).enter(typed);
    assert_eq!(entries(&harness).first().map(|entry| entry.id), Some(id));
}

#[test]
fn it_lists_every_binding_of_the_help_once_and_itself_not() {
    for keys in ["1", "2", "2 enter", "3", "4", "5", "5 w", "6", "6 r", "6 e", "6 p"] {
        let mut harness = Harness::new(somebody());
        harness.press(keys);
        let mut bound: Vec<_> =
            harness.app.listings().into_iter().flat_map(|listing| listing.lines).collect();
        bound.retain(|line| line.id != "palette");
        let mut bound: Vec<_> = bound.into_iter().map(|line| line.id).collect();
        harness.press(":");
        let mut listed: Vec<_> = entries(&harness).into_iter().map(|entry| entry.id).collect();
        bound.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, bound, "{keys}");
    }
}

#[test]
fn a_key_that_means_something_else_here_is_not_shown() {
    let mut harness = Harness::new(somebody());
    harness.press("4 :");
    let key = |id| entries(&harness).iter().find(|entry| entry.id == id).map(|entry| entry.key.clone());
    assert_eq!(key("gap").as_deref(), Some(""), "5 rates");
    assert_eq!(key("rate-5").as_deref(), Some("5"));
}

#[test]
fn what_was_done_last_comes_first() {
    let mut harness = Harness::new(somebody());
    harness.press("5 :").enter("what if").press("enter esc :").enter("calculated").press("enter :");
    let first: Vec<_> = entries(&harness).into_iter().take(2).map(|entry| entry.id).collect();
    assert_eq!(first, ["explain", "try"]);
    harness.press("esc 3 :");
    assert_eq!(entries(&harness)[0].id, "compare", "what can't be done here isn't offered");
}

#[test]
fn what_is_no_command_is_searched_for() {
    let mut harness = Harness::new(somebody());
    harness.press("3 :").enter("kubernetes").press("enter");
    let Some(Dialog::Search(search)) = harness.app.dialogs.last() else { panic!("search is open") };
    assert_eq!(search.query(), "kubernetes");
    assert_eq!(search.hits()[0].link, Link::Skill(super::id("containers")));
}

#[test]
fn a_command_can_quit_and_nothing_typed_is_obeyed() {
    let mut harness = Harness::new(somebody());
    harness.press(": q u i t");
    assert!(harness.effects.is_empty());
    harness.press("enter");
    assert_eq!(harness.effects, [Effect::Quit]);
}

#[test]
fn the_palette_over_gap() {
    for (width, height) in SIZES {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press("5 :").enter("the");
        insta::assert_snapshot!(format!("palette-{width}x{height}"), harness.screen());
    }
}
