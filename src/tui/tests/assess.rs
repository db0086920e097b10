//! The questions: what is said of the rating just given, and which skill the keys mean.

use super::{ASCII, Harness, SIZES, aiming_at, somebody};
use crate::config::problem::Source;
use crate::config::read::Config;
use crate::guide::scale::Evidence;
use crate::tui::app::bindings::tables;
use crate::tui::keymap::own::OwnKeys;
use rstest::rstest;
use std::path::Path;

/// The line above the footer, or above a notice.
fn line_of_evidence(harness: &mut Harness) -> String {
    harness.screen().lines().rev().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn before_a_rating_nothing_is_said_of_evidence() {
    for (width, height) in SIZES {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press("4");
        assert_eq!(line_of_evidence(&mut harness), "", "{}", harness.screen());
    }
}

#[rstest]
#[case(80, "Attention to detail: 3, a claim · e add a case · l add a link · u undo")]
#[case(60, "Attention to detail: 3, a claim · e case · l link · u undo")]
#[case(44, "Attention to detail: 3, a claim")]
fn after_a_rating_one_sentence_says_what_can_be_added(#[case] width: u16, #[case] said: &str) {
    let mut harness = Harness::sized(somebody(), width, 24);
    assert_eq!(line_of_evidence(harness.press("4 3")), said);
}

#[test]
fn the_sentence_follows_the_evidence_and_ends_with_the_next_question() {
    let mut harness = Harness::new(somebody());
    harness.press("4 3 e").enter("Wrong units in an invoice").press("enter");
    let said = line_of_evidence(&mut harness);
    assert_eq!(said, "Attention to detail: 3, an example · l add a link · u undo");
    harness.press("c");
    assert!(line_of_evidence(&mut harness).starts_with("Attention to detail: 3, a claim · e add a case"));
    assert_eq!(line_of_evidence(harness.press("s")), "", "the next question is another skill");
    let back = line_of_evidence(harness.press("b b"));
    assert_eq!(back, "Your rating: 3, a claim · e add a case · l add a link");
    assert_eq!(line_of_evidence(harness.press("0")), "Attention to detail: 0 · u undo");
}

/// A note is meant for what the other keys mean, and is confirmed.
#[test]
fn a_note_right_after_a_rating_is_one_on_that_rating() {
    let mut harness = Harness::new(somebody());
    harness.press("4 3 n");
    assert!(harness.screen().contains("Note on Attention to detail"), "{}", harness.screen());
    harness.enter("units and time zones").press("enter");
    let screen = harness.screen();
    assert!(screen.contains("Note on Attention to detail saved · u undoes"), "{screen}");
    assert!(screen.contains("u undo · \u{201c}uni"), "{screen}");
    harness.press("n ctrl-u enter");
    assert!(harness.screen().contains("Note on Attention to detail removed"), "{}", harness.screen());
    harness.press("n enter");
    assert!(!harness.screen().contains("Note on"), "nothing has changed: {}", harness.screen());
}

#[test]
fn a_proof_right_after_a_rating_is_one_of_that_rating() {
    let mut harness = Harness::new(somebody());
    harness.press("4 3 p 3").enter("Wrong units in an invoice").press("enter");
    assert_eq!(harness.rating("attention-to-detail"), Some((3, Evidence::Example)));
}

#[test]
fn the_sentence_names_the_keys_of_the_user() {
    let keys = "[keys]\nevidence-example = [\"E\"]\nundo = [\"U\"]\nevidence-link = []\n";
    let config = Config::of(Source::new(Path::new("config.toml"), keys.to_owned()));
    let mut source = config.source.expect("a file");
    let own = OwnKeys::new(&config.keys, &tables(), &mut source);
    let mut harness = Harness::new(somebody());
    harness.app = harness.app.with_keys(own);
    let said = line_of_evidence(harness.press("4 3"));
    assert_eq!(said, "Attention to detail: 3, a claim · E add a case · U undo");
}

/// The arrow belongs to the level behind it.
#[test]
fn the_mark_of_the_required_rating_is_never_broken() {
    for width in (40..=130).step_by(3) {
        let mut harness = Harness::sized(somebody(), width, 40).themed(ASCII);
        harness.press("4");
        for _ in 0..13 {
            let screen = harness.screen();
            assert!(screen.contains("<- Mid-level") || screen.contains("< Mid-level"), "{width}: {screen}");
            harness.press("s");
        }
    }
}

/// One figure from the first question to the last: what the target still asks.
#[test]
fn how_many_questions_are_left_is_said_in_one_way() {
    let mut harness = Harness::sized(aiming_at("junior"), 80, 40);
    harness.press("4");
    for answered in 1..=13 {
        harness.press("2");
        let screen = harness.screen();
        let left = match 13 - answered {
            0 => None,
            1 => Some("one question left".to_owned()),
            left => Some(format!("{left} questions left")),
        };
        let said = left.is_some_and(|left| screen.contains(&left));
        assert_eq!(said, (6..13).contains(&answered), "{answered}: {screen}");
        assert!(!screen.contains("at most") && !screen.contains("level is known"), "{screen}");
    }
}

#[test]
fn examples_hang_below_their_sentence() {
    let mut harness = Harness::new(somebody());
    let screen = harness.press("4 m").screen();
    let column = |wanted: &str| {
        screen.lines().find_map(|line| line.find(wanted)).unwrap_or_else(|| panic!("no {wanted}: {screen}"))
    };
    let below = screen.lines().skip_while(|line| !line.contains("1 I checked")).nth(1).unwrap_or_default();
    let indent = below.chars().take_while(|c| *c == ' ').count();
    assert!(indent > column("I checked for mistakes"), "{screen}");
}

/// Where the examples stand beside the question they are there once, and the keys scroll them.
#[test]
fn beside_the_question_the_examples_are_there_once() {
    let mut harness = Harness::sized(somebody(), 120, 24);
    let before = harness.press("4").screen();
    let after = harness.press("m").screen();
    assert!(after.contains("The examples stand beside the question here."), "{after}");
    assert_eq!(before.matches("Examples").count(), after.matches("Examples").count());
    let end = harness.press("s b pagedown pagedown pagedown").screen();
    assert!(end.contains("5 I decided") && end.contains("  5 Checks added"), "{end}");
}

/// `x` means the rating that the line is about, not the next skill's.
#[test]
fn x_clears_the_rating_just_given() {
    let mut harness = Harness::new(somebody());
    harness.press("4 3");
    assert_eq!(harness.rating("attention-to-detail").map(|(rating, _)| rating), Some(3));
    let others = harness.app.session.profile().ratings.0.len() - 1;
    harness.press("x");
    assert_eq!(harness.rating("attention-to-detail"), None);
    assert_eq!(harness.app.session.profile().ratings.0.len(), others);
}
