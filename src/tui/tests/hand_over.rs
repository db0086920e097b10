//! Copying and opening: what is marked, else the page in view.

use super::{Harness, id, somebody};
use crate::profile::model::{Profile, Proof};
use crate::tui::app::Effect;
use rstest::rstest;

const ADDRESS: &str = "https://example.org/shop";

/// Somebody whose Git has a proof with an address.
fn with_proof(url: &str) -> Profile {
    let mut profile = somebody();
    let proof = Proof {
        id: "shop".to_owned(),
        title: "Shop".to_owned(),
        url: Some(url.to_owned()),
        referee: None,
        story: None,
    };
    profile.proofs.push(proof);
    profile.ratings.0.get_mut(&id("git")).expect("rated").proofs.push("shop".to_owned());
    profile
}

fn copied(harness: &mut Harness) -> String {
    match harness.effects.pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing is copied: {other:?}"),
    }
}

#[rstest]
#[case::a_page_of_the_guide("2 y", "Overview\n", "the page \u{201c}Overview\u{201d}")]
#[case::a_step("6 y", "API design", "the page in view")]
#[case::the_gap_of_a_level("5 y", "Mid-level Back-End Developer: the gap\n", "the page \u{201c}Mid-level")]
#[case::the_sentences_of_a_skill("4 y", "Attention to detail needs 3\n", "the page in view")]
#[case::a_link_by_its_command("5 tab y", "coach skill sql", "coach skill sql")]
fn y_copies_what_is_marked(#[case] keys: &str, #[case] begins: &str, #[case] said: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    assert!(harness.screen().contains(&format!("Copied: {said}")), "{}", harness.screen());
    let text = copied(&mut harness);
    assert!(text.starts_with(begins), "{text}");
}

#[test]
fn the_address_of_a_proof_is_marked_copied_and_opened() {
    let mut harness = Harness::new(with_proof(ADDRESS));
    harness.press("6 e");
    assert!(harness.screen().contains(ADDRESS));
    harness.press("o tab y");
    assert_eq!(copied(&mut harness), ADDRESS);
    assert_eq!(harness.effects, [Effect::Open(ADDRESS.to_owned())], "the only address needs no mark");
    harness.press("enter o");
    assert_eq!(harness.effects.len(), 3, "Enter follows it, as any link");
    harness.app.opened(ADDRESS, Ok(()));
    assert!(harness.screen().contains("Opening https://example.org/shop in your browser."));
    harness.app.opened(ADDRESS, Err("there is no desktop".to_owned()));
    assert!(harness.screen().contains("Not opened: there is no desktop; y copies the address."));
}

#[rstest]
#[case("2 o", "There is no web address on this page.")]
#[case("5 w o", "There is no web address here.")]
#[case("5 w y", "There is no page to copy here.")]
fn where_there_is_nothing_it_says_so(#[case] keys: &str, #[case] said: &str) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    assert!(harness.screen().contains(said), "{}", harness.screen());
    assert_eq!(harness.effects, []);
}
