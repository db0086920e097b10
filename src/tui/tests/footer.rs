//! What the footer says of the keys, and what stays in it where there is little room.

use super::own_keys::with_keys;
use super::{Harness, somebody};
use rstest::rstest;

/// The way to all keys stays, however narrow it is; Enter too, where it does something.
#[rstest]
#[case::home("1")]
#[case::guide("2")]
#[case::guide_page("2 enter")]
#[case::ladder("3")]
#[case::assess("4")]
#[case::gap("5")]
#[case::gap_page("5 enter")]
#[case::what_if("5 w")]
#[case::plan("6")]
#[case::readiness("6 r")]
#[case::evidence("6 e")]
#[case::progress("6 p")]
#[case::practice("7")]
#[case::practice_asked("7 enter")]
#[case::practice_ticking("7 enter 8 enter")]
#[case::toolkit("8")]
#[case::toolkit_document("8 G")]
fn help_and_enter_are_in_every_footer(#[case] keys: &str) {
    for (width, height) in [(120, 40), (80, 24), (60, 18), (40, 10)] {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press(keys);
        let footer = harness.footer();
        assert!(footer.contains("? help"), "{keys}, {width}×{height}: {footer}");
        let listings = harness.app.listings();
        let lines = listings.iter().flat_map(|listing| &listing.lines);
        for line in lines.filter(|line| line.keys.contains(&"enter")) {
            let is_there = !line.hint.is_empty() && footer.contains(line.hint);
            assert!(is_there, "{}: {keys}, {width}×{height}: {footer}", line.id);
        }
        assert!(!footer.contains("f filter") || footer.contains(": commands"), "{keys}, {width}: {footer}");
    }
}

/// What a screen is for outranks the filter of its list.
#[rstest]
#[case::gap("5")]
#[case::plan("6")]
#[case::readiness("6 r")]
fn export_outranks_the_filter(#[case] keys: &str) {
    for width in 60..=120 {
        let mut harness = Harness::sized(somebody(), width, 24);
        harness.press(keys);
        let footer = harness.footer();
        assert!(
            footer.contains("E export") || (width < 80 && !footer.contains("f filter")),
            "{width}: {footer}"
        );
        assert!(width < 120 || footer.contains("f filter") || keys == "6 r", "{width}: {footer}");
    }
}

/// In every dialog with a field the footer says what Enter does there.
#[rstest]
#[case::an_ad_from_a_file("8 r", "Enter read")]
#[case::a_file_to_export_to("8 G E", "Enter export")]
#[case::the_report("5 E", "Enter export")]
#[case::a_note("4 3 b n", "Enter save")]
#[case::hours("6 w", "Enter save")]
#[case::the_deadline("6 b", "Enter save")]
#[case::a_proof("6 d 1", "Enter save")]
#[case::search("/", "Enter open")]
#[case::the_palette(":", "Enter do")]
#[case::a_choice("t", "Enter choose")]
#[case::the_filter("3 f", "Enter keep")]
fn the_footer_says_what_enter_does(#[case] keys: &str, #[case] hint: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    assert!(harness.footer().contains(hint), "{}", harness.screen());
}

#[test]
fn an_ad_is_kept_under_a_name() {
    let mut harness = Harness::new(somebody());
    harness.press("8").enter("Senior Back-End Engineer\nYou need Kafka and Go.").press("K");
    assert!(harness.footer().contains("Enter keep"), "{}", harness.screen());
}

#[test]
fn what_enter_does_is_said_of_the_users_own_key_too() {
    for (keys, hint) in [("8 r", "F2 read"), ("5 E", "F2 export"), ("6 w", "F2 save")] {
        let mut harness = with_keys("text-accept = [\"f2\"]\n");
        harness.press(keys);
        assert!(harness.footer().contains(hint), "{}", harness.screen());
    }
}

/// A hint that means nothing for the marked row stays away with the user's own keys too.
#[test]
fn a_hint_that_is_not_offered_is_not_offered_with_other_keys() {
    let mut harness = with_keys("keep-ad = [\"f2\"]\n");
    harness.press("8");
    assert!(!harness.footer().contains("F2 keep"), "{}", harness.screen());
    harness.enter("Senior Back-End Engineer\nYou need Kafka and Go.");
    assert!(harness.footer().contains("F2 keep"), "{}", harness.screen());
}

#[test]
fn only_the_page_of_a_skill_offers_to_rate_it() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    assert!(!harness.press("2").footer().contains("r rate"));
    assert!(harness.press("5 tab enter").footer().contains("r rate"), "{}", harness.screen());
}

#[test]
fn the_footer_names_the_points_that_there_are() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("7 enter");
    let deck = harness.app.session.deck(&crate::coach::practice::Scope::default());
    let (_, question) = deck.new[0].question(harness.app.session.library()).expect("a question");
    let points = question.points.len();
    assert!(harness.press("9 enter").footer().contains(&format!("1–{points} tick")), "{}", harness.footer());
}

#[test]
fn without_a_target_the_footer_offers_to_choose_one() {
    let mut harness = Harness::sized(crate::profile::model::Profile::default(), 80, 24);
    let footer = harness.press("5 6").footer();
    assert!(footer.contains("t target") && !footer.contains("d done"), "{footer}");
}
