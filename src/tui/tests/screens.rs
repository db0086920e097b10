//! Every screen at three sizes, and what must show in each look.

use super::{ASCII, COLOR, Harness, MONO, SIZES, somebody};
use crate::profile::model::Profile;
use crate::report::pages::{Face, GuideView};
use crate::tui::theme::Theme;
use rstest::rstest;

fn snapshot(name: &str, keys: &str, typed: &str) {
    for (width, height) in SIZES {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press(keys);
        if !typed.is_empty() {
            harness.enter(typed);
        }
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), harness.screen());
    }
}

#[rstest]
#[case("home", "", "")]
#[case("guide", "2 down down", "")]
#[case("guide-page", "2 down enter pagedown", "")]
#[case("guide-skill", "/", "docker")]
#[case("ladder", "3", "")]
#[case("ladder-compared", "3 c down", "")]
#[case("ladder-duties", "3 c down enter G", "")]
#[case("assess", "4", "")]
#[case("gap", "5", "")]
#[case("gap-page", "5 enter pagedown", "")]
#[case("gap-explained", "5 x enter", "")]
#[case("plan", "6", "")]
#[case("plan-step", "6 down down", "")]
#[case("readiness", "6 r", "")]
#[case("readiness-answers", "6 r a", "")]
#[case("evidence", "6 e", "")]
#[case("practice", "7", "")]
#[case("practice-asked", "7 enter", "")]
#[case("practice-answering", "7 enter 8", "")]
#[case("practice-points", "7 enter 8 enter 1 down down space", "")]
#[case("practice-last-point", "7 enter 8 enter 5", "")]
#[case("practice-result", "7 enter 8 enter 1 2 4 enter", "")]
#[case("what-if", "5 w down down right l", "")]
#[case("arithmetic", "x", "")]
#[case("target", "t", "")]
#[case("help", "?", "")]
fn screens(#[case] name: &str, #[case] keys: &str, #[case] typed: &str) {
    snapshot(name, keys, typed);
}

#[test]
fn a_newcomer_sees_where_to_start() {
    let mut harness = Harness::new(Profile::default());
    insta::assert_snapshot!("newcomer-80x24", harness.screen());
}

#[test]
fn ascii_keeps_to_ascii() {
    for keys in [
        "1",
        "2",
        "3",
        "4",
        "5",
        "5 w right",
        "6",
        "6 r",
        "6 e",
        "6 p",
        "6 w",
        "7",
        "7 enter",
        "7 enter 8 enter 1",
        "7 enter 8 enter a enter",
        "t",
        "/",
        "?",
    ] {
        let mut harness = Harness::new(somebody()).themed(ASCII);
        harness.press(keys);
        let screen = harness.screen();
        assert!(screen.is_ascii(), "{keys}: {:?}", screen.chars().find(|c| !c.is_ascii()));
    }
}

#[rstest]
#[case(MONO)]
#[case(COLOR)]
fn selection_verdict_and_must_haves_are_told_apart(#[case] theme: Theme) {
    let mut harness = Harness::sized(somebody(), 80, 40).themed(theme);
    harness.press("5");
    let screen = harness.screen();
    for word in ["not yet", "ready", "✗ Databases and SQL", "✓ Met", "open"] {
        assert!(screen.contains(word), "{word}");
    }
    let selected = harness.selected();
    assert!(selected.iter().any(|text| text.contains("Mid-level") && text.contains("not yet")));
    assert!(selected.iter().any(|text| text == "5 Gap"), "the tab: {selected:?}");
}

/// A row that took two lines would be marked in the wrong place.
#[test]
fn each_step_and_each_skill_that_is_tried_takes_one_line() {
    for width in [40, 50, 54, 60, 66, 76, 80, 120] {
        for keys in ["6 w 6 enter b 2 0 2 7 - 0 6 - 3 0 enter", "5 w"] {
            let mut harness = Harness::sized(somebody(), width, 60);
            harness.press(keys);
            let shown = harness.press("down down down").selected();
            let marked = shown.last().expect("something is marked");
            let book = GuideView::new(&harness.app.session, Face::Interface);
            let skill = match harness.app.session.target_plan().filter(|_| keys.starts_with('6')) {
                Some((plan, _)) => book.skill_short(&plan.steps[3].skill),
                None => book.skill_short(&harness.app.session.target().expect("a target").asks[3].skill),
            };
            assert!(marked.contains(skill), "{width}, {keys}: {marked} for {skill}");
        }
    }
}

#[test]
fn a_terminal_that_is_too_small_is_told_how_much_it_needs() {
    let mut harness = Harness::sized(somebody(), 39, 12);
    let screen = harness.screen().replace('\n', " ");
    assert!(screen.starts_with("coach needs 40×10 cells; this terminal has 39×12."), "{screen}");
}
