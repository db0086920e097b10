//! Kept ads get another name, or are kept no longer.

use super::{applying, changes};
use crate::profile::ads::AdChange;

fn names(harness: &crate::tui::tests::Harness) -> Vec<&str> {
    harness.ads.iter().map(|ad| ad.name.as_str()).collect()
}

#[test]
fn an_ad_is_deleted_only_after_a_yes() {
    let mut harness = applying(80, 24);
    harness.press("8 down enter D");
    assert!(harness.screen().contains("Delete the job ad acme?"), "{}", harness.screen());
    for no in ["enter", "D esc", "D 1", "D q"] {
        harness.press(no);
        assert!(harness.app.dialogs.is_empty());
        assert!(changes(&harness).is_empty(), "{no}");
    }
    harness.press("D down enter");
    assert_eq!(changes(&harness), [&AdChange::Delete { name: "acme".to_owned() }]);
    assert_eq!(names(&harness), ["zeta"]);
    let screen = harness.screen();
    assert!(screen.contains("acme is deleted.") && !screen.contains("acme  "), "{screen}");
    assert!(harness.selected().iter().any(|row| row.contains("zeta")), "the next one is marked: {screen}");
    harness.press("delete 2");
    assert!(names(&harness).is_empty());
    harness.press("D");
    assert!(harness.screen().contains("Choose a kept job ad first"), "{}", harness.screen());
}

#[test]
fn an_ad_gets_another_name_and_stays_marked() {
    let mut harness = applying(80, 24);
    harness.press("8 down R");
    assert!(harness.footer().contains("Enter keep"), "{}", harness.screen());
    harness.press("ctrl-u").enter("zeta").press("enter");
    assert!(harness.screen().contains("Another ad is kept as zeta"), "{}", harness.screen());
    harness.press("ctrl-u").enter("Zoo, Berlin").press("enter");
    let rename = AdChange::Rename { name: "acme".to_owned(), to: "zoo-berlin".to_owned() };
    assert_eq!(changes(&harness), [&rename]);
    assert_eq!(names(&harness), ["zeta", "zoo-berlin"]);
    let selected = harness.selected();
    assert!(selected.iter().any(|row| row.contains("zoo-berlin")), "{selected:?}");
    assert!(harness.screen().contains("acme is kept as zoo-berlin now."));
    harness.press("R enter");
    assert_eq!(changes(&harness).len(), 1, "the same name changes nothing");
}

#[test]
fn an_ad_in_hand_is_neither_renamed_nor_deleted() {
    let mut harness = applying(80, 24);
    harness.press("8").enter("Backend Engineer\nGo\n").press("D");
    assert!(harness.screen().contains("This ad isn't kept"), "{}", harness.screen());
    harness.press("R");
    assert!(harness.screen().contains("Keep the ad first: press K."), "{}", harness.screen());
    assert!(!harness.footer().contains("D delete"));
    assert!(changes(&harness).is_empty());
}

/// Another program has deleted the file, or has the name.
#[test]
fn a_rename_that_cannot_be_made_is_told() {
    let mut harness = applying(80, 24);
    harness.press("8 down R ctrl-u").enter("beta").press("enter");
    let change = changes(&harness)[0].clone();
    let as_in_files = applying(80, 24).ads;
    harness.app.ad_refused(&change, "another ad is kept as beta: choose another name");
    harness.app.ads_read(Ok((as_in_files, Vec::new())), &[]);
    let screen = harness.screen();
    assert!(screen.contains("Not saved: Another ad is kept as beta") && screen.contains("acme"), "{screen}");
}
