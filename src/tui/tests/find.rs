//! Finding in a page of the guide, and moving by half pages.

use super::{Harness, somebody};
use crate::tui::dialogs::Dialog;
use crate::tui::screens::ScreenId;
use rstest::rstest;

/// What stands below the page: `2 of 5`.
fn count(harness: &mut Harness) -> String {
    let screen = harness.screen();
    let line = screen.lines().rev().nth(1).unwrap_or_default();
    line.rsplit("  ").next().unwrap_or_default().split(" · ").next().unwrap_or_default().trim().to_owned()
}

/// The marked places.
fn marked(harness: &mut Harness) -> Vec<String> {
    harness.selected().into_iter().filter(|text| !text.ends_with("Guide")).collect()
}

#[test]
fn a_text_is_found_as_it_is_typed_and_counted() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter / C O d e");
    assert_eq!(marked(&mut harness), ["code"]);
    let found = count(&mut harness);
    assert!(found.starts_with("1 of "), "{found}");
    let all = found.trim_start_matches("1 of ").to_owned();
    assert_ne!(all, "1");
    harness.press("enter n");
    assert_eq!(count(&mut harness), format!("2 of {all}"));
    harness.press("N N");
    assert_eq!(count(&mut harness), format!("{all} of {all}"), "round the end");
    assert_eq!(marked(&mut harness).len(), 1, "in view");
    harness.press("n");
    assert_eq!(count(&mut harness), format!("1 of {all}"));
}

#[test]
fn esc_closes_the_field_then_what_is_found_then_the_page_then_goes_home() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter / c o d e enter esc");
    assert_eq!(marked(&mut harness), Vec::<String>::new());
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    harness.press("/ c o d e esc");
    assert_eq!(marked(&mut harness), Vec::<String>::new());
    harness.press("esc");
    assert_eq!(marked(&mut harness), ["Overview"], "the contents");
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Home);
}

#[test]
fn letters_are_typed_and_not_obeyed() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter /").enter("q 1 ?");
    harness.press("q 1 ? :");
    assert!(harness.app.dialogs.is_empty() && harness.effects.is_empty());
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    assert_eq!(count(&mut harness), "not on this page");
    harness.press("ctrl-u c o d e");
    assert!(count(&mut harness).starts_with("1 of "));
}

#[test]
fn outside_a_page_a_slash_searches_everything() {
    for keys in ["2 /", "3 /", "5 enter /", "2 enter esc /"] {
        let mut harness = Harness::new(somebody());
        harness.press(keys);
        assert!(matches!(harness.app.dialogs.last(), Some(Dialog::Search(_))), "{keys}");
    }
}

#[test]
fn n_without_a_text_says_what_to_do() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter n");
    assert!(harness.screen().contains("Press / first"));
}

#[test]
fn another_page_has_nothing_marked() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter / c o d e enter tab enter");
    assert!(!count(&mut harness).contains(" of "), "{}", harness.screen());
    harness.press("esc");
    assert!(count(&mut harness).contains(" of "), "coming back finds it again");
}

#[rstest]
#[case::of_the_guide("2 enter")]
#[case::of_gap("5 enter")]
#[case::of_the_help("?")]
fn half_pages_move_less_than_pages_and_back(#[case] keys: &str) {
    let mut harness = Harness::sized(somebody(), 60, 18);
    let at_top = harness.press(keys).screen();
    let half = harness.press("ctrl-d").screen();
    let page = harness.press("ctrl-u pagedown").screen();
    assert_ne!(half, at_top);
    assert_ne!(page, at_top);
    assert_ne!(half, page);
    assert_eq!(harness.press("pageup").screen(), at_top);
}

#[test]
fn a_list_that_has_the_screen_alone_moves_by_pages() {
    let mut harness = Harness::sized(somebody(), 60, 18);
    harness.press("2 pagedown");
    let at = |harness: &mut Harness| marked(harness).join(" ");
    let after_page = at(&mut harness);
    assert_ne!(after_page, "Overview");
    harness.press("ctrl-u ctrl-u ctrl-u");
    assert_eq!(at(&mut harness), "Overview");
}

#[test]
fn a_long_choice_moves_by_pages() {
    let mut harness = Harness::sized(somebody(), 80, 12);
    harness.press("6 e a pagedown");
    let shown = harness.selected().pop().expect("a row");
    harness.press("pageup");
    assert_ne!(harness.selected().pop().expect("a row"), shown);
    harness.press("G");
    assert_ne!(harness.selected().pop().expect("a row"), shown);
}

#[test]
fn the_place_found_is_shown() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter / c o d e");
    insta::assert_snapshot!("find-80x24", harness.screen());
    harness.press("enter n");
    insta::assert_snapshot!("found-80x24", harness.screen());
}
