//! Lists that are filtered as one types.

use super::{ASCII, Harness, SIZES, kept_ad, somebody};
use crate::profile::ads::AdState;
use crate::profile::model::Profile;
use crate::tui::screens::ScreenId;
use rstest::rstest;

#[rstest]
#[case::what_to_do_now("1", "answer", "Answer ")]
#[case::the_contents("2", "world", "Pay around the world")]
#[case::the_ladder("3", "senior", "Senior")]
#[case::the_gap("5", "junior", "Junior")]
#[case::the_steps("6", "test", "Testing")]
fn every_list_is_narrowed_to_what_is_typed(#[case] screen: &str, #[case] text: &str, #[case] name: &str) {
    for (width, height) in SIZES {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press(screen).press("f");
        assert!(harness.screen().contains("type a name"), "{}", harness.screen());
        harness.enter(text);
        let selected = harness.selected();
        assert!(selected.iter().any(|row| row.contains(name)), "{width}: {selected:?}\n{}", harness.screen());
        assert!(harness.screen().contains(" found"));
    }
}

/// The other lists are over a screen, or on one while something is tried.
#[rstest]
#[case::what_if("5 w", "test", "Testing")]
#[case::the_targets("t", "staff", "Staff")]
#[case::what_to_prove("6 e a", "git", "Git")]
#[case::questions_about_oneself("6 r a", "hours", "How many")]
#[case::what_proves_it("6 d", "person", "A person who can confirm it")]
#[case::the_states_of_an_ad("8 down s", "offer", "Offer")]
fn a_choice_is_narrowed_to_what_is_typed(#[case] keys: &str, #[case] text: &str, #[case] name: &str) {
    for (width, height) in [SIZES[0], SIZES[1], SIZES[2], (40, 10)] {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.ads =
            vec![kept_ad("acme", AdState::Found, "Senior Back-End Engineer. You need Kafka and Go.")];
        harness.press(keys);
        let open = harness.app.dialogs.len();
        harness.press("f").enter(text);
        let selected = harness.selected();
        assert!(selected.iter().any(|row| row.contains(name)), "{width}: {selected:?}\n{}", harness.screen());
        assert!(harness.screen().contains("Esc clear"), "{}", harness.screen());
        harness.press("enter");
        let kept = harness.selected();
        assert!(kept.iter().any(|row| row.contains(name)), "{width}: {kept:?}");
        assert!(!harness.screen().contains("Esc clear"), "the whole list again: {}", harness.screen());
        harness.press("f").enter("no such thing");
        assert!(harness.screen().contains("Nothing matches"), "{}", harness.screen());
        harness.press("esc");
        assert_eq!(harness.selected(), kept);
        harness.press("f esc");
        assert!(harness.app.dialogs.len() == open || keys == "5 w", "the list stays: {}", harness.screen());
        harness.press("esc");
        assert!(!harness.screen().contains("Esc clear"));
        assert!(harness.app.dialogs.len() < open || keys == "5 w", "it closes: {}", harness.screen());
    }
}

#[test]
fn what_is_filtered_can_be_tried_and_chosen() {
    let mut harness = Harness::new(somebody());
    harness.press("5 w f").enter("learn").press("enter right right enter");
    assert_eq!(harness.rating("learning").map(|(rating, _)| rating), Some(2));
    harness.press("t f 2").enter(" staff").press("backspace");
    assert!(harness.screen().contains("> 2 staf"), "digits type: {}", harness.screen());
    harness.press("backspace backspace backspace backspace backspace backspace").enter("staff");
    harness.press("enter enter");
    let target = harness.app.session.target().map(|level| level.short.clone());
    assert_eq!(target.as_deref(), Some("Staff"));
}

#[test]
fn a_click_in_a_filtered_choice_marks_and_then_shows_all() {
    let mut harness = Harness::new(somebody());
    harness.press("t f").enter("s").click("Staff");
    assert!(harness.selected().iter().any(|row| row.contains("Staff")), "{}", harness.screen());
    harness.click("Staff");
    assert!(
        !harness.app.takes_text() && !harness.app.dialogs.is_empty(),
        "a click on the marked row is Enter"
    );
    harness.press("esc 5 w f").enter("test").click("Testing");
    assert!(!harness.app.takes_text(), "{}", harness.screen());
    assert!(harness.app.screens.gap.what_if().is_some(), "nothing is kept yet");
}

#[test]
fn somebody_new_has_no_list_to_filter() {
    let mut harness = Harness::new(Profile::default());
    harness.press("f 2");
    assert!(!harness.app.takes_text(), "{}", harness.screen());
}

#[test]
fn a_question_with_few_answers_offers_no_filter() {
    let mut harness = Harness::new(somebody());
    harness.press("t");
    assert!(harness.footer().contains("f filter"), "{}", harness.screen());
    harness.press("esc 1 E");
    assert!(!harness.footer().contains("f filter"), "{}", harness.screen());
}

#[test]
fn enter_keeps_the_row_and_esc_goes_back_to_the_one_before() {
    let mut harness = Harness::new(somebody());
    harness.press("3").press("f").enter("staff").press("enter");
    let kept = harness.selected();
    assert!(!harness.app.takes_text());
    assert!(kept.iter().any(|row| row.contains("Staff")), "{kept:?}");
    assert!(harness.screen().contains("Junior"), "the whole list");
    harness.press("f").enter("junior").press("esc");
    assert_eq!(harness.selected(), kept);
    assert_eq!(harness.app.shown(), ScreenId::Ladder, "Esc closed the filter alone");
}

#[test]
fn the_page_follows_the_row_and_arrows_move_among_what_matches() {
    let mut harness = Harness::new(somebody());
    harness.press("2 f").enter("pay");
    let first = harness.selected();
    harness.press("up");
    assert_ne!(harness.selected(), first);
    harness.press("down");
    assert_eq!(harness.selected(), first);
    let title = first.last().expect("a row").trim().to_owned();
    assert!(harness.screen().matches(&title).count() >= 2, "the page of the row:\n{}", harness.screen());
}

#[test]
fn letters_type_and_digits_too_until_it_is_closed() {
    let mut harness = Harness::new(somebody());
    harness.press("2 f q 1 j");
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    assert!(harness.screen().contains("> q1j"), "{}", harness.screen());
    assert!(harness.screen().contains("Nothing matches"), "{}", harness.screen());
    harness.press("backspace backspace backspace esc 1");
    assert_eq!(harness.app.shown(), ScreenId::Home);
}

#[test]
fn the_footer_and_the_help_say_what_the_keys_do() {
    let mut harness = Harness::new(somebody());
    harness.press("3");
    assert!(harness.screen().contains("f filter"));
    harness.press("f");
    let footer = harness.footer();
    assert!(footer.contains("Enter keep · Esc clear"), "{footer}");
    harness.press("esc ?");
    assert!(harness.screen().contains("Keys on this screen"));
    let help = harness.screen();
    assert!(help.contains("filter the list: type a part of a name"), "{help}");
}

#[test]
fn a_click_selects_among_what_matches() {
    let mut harness = Harness::new(somebody());
    harness.press("3 f").enter("e").click("Junior");
    assert!(harness.selected().iter().any(|row| row.contains("Junior")), "{}", harness.screen());
    harness.click("Senior");
    assert!(harness.selected().iter().any(|row| row.contains("Senior")), "{}", harness.screen());
    assert!(harness.app.takes_text(), "still filtered");
    harness.click("Senior");
    assert!(!harness.app.takes_text(), "a click on the marked row is Enter");
}

#[test]
fn headings_stay_above_what_matches_only() {
    let mut harness = Harness::sized(somebody(), 60, 18);
    harness.press("2 f").enter("pay around");
    let (theme, screen) = (harness.theme, harness.screen());
    assert!(!screen.contains("Overview"), "{screen}");
    let mut harness = Harness::sized(somebody(), 60, 18).themed(ASCII);
    harness.press("6 f").enter("prove");
    let screen = harness.screen();
    assert!(screen.contains("Skill") && screen.is_ascii(), "{screen}");
    assert!(!theme.ascii);
}
