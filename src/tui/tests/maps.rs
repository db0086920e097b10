//! The heat map of skills and levels, links in pages over a screen, and notes on steps.

use super::{ASCII, Harness, SIZES, aiming_at, somebody};
use crate::guide::id::Link;
use crate::profile::model::Profile;
use crate::tui::screens::ScreenId;

#[test]
fn the_heat_map_at_every_size() {
    for (width, height) in SIZES {
        for (over, key) in [("ladder", "3 m"), ("gap", "5 m")] {
            let mut harness = Harness::sized(somebody(), width, height);
            harness.press(key);
            insta::assert_snapshot!(format!("heat_map_over_{over}_{width}"), harness.screen());
        }
    }
}

#[test]
fn the_heat_map_needs_neither_colour_nor_more_than_ascii() {
    let mut harness = Harness::sized(somebody(), 120, 40).themed(ASCII);
    let screen = harness.press("5 m").screen();
    assert!(screen.is_ascii(), "{screen}");
    for cell in ["3*", "3x", "3?"] {
        assert!(screen.contains(cell), "{cell}:\n{screen}");
    }
}

#[test]
fn a_link_on_a_page_over_the_screen_can_be_clicked() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("5 m").click("Databases");
    assert!(harness.app.dialogs.is_empty());
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    assert!(matches!(harness.app.screens.guide.place(), Some(Link::Skill(_))));
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
}

#[test]
fn a_note_on_a_step_is_kept_with_the_skill_and_undone() {
    let mut harness = Harness::new(somebody());
    harness.press("6 n").enter("Ask Kim for a review").press("enter");
    let notes = |harness: &Harness| {
        let ratings = &harness.app.session.profile().ratings;
        ratings.0.values().filter_map(|rated| rated.note.clone()).collect::<Vec<_>>()
    };
    assert_eq!(notes(&harness), ["Ask Kim for a review"]);
    harness.press("u");
    assert!(notes(&harness).is_empty());
    let mut harness = Harness::new(aiming_at("junior"));
    harness.press("6 n");
    assert!(harness.screen().contains("Rate the skill first"), "{}", harness.screen());
    let mut harness = Harness::new(somebody());
    harness.press("6 up n");
    assert!(harness.screen().contains("Choose a step first"));
}

#[test]
fn the_first_start_offers_only_what_helps_there() {
    let mut harness = Harness::new(Profile::default());
    let screen = harness.screen();
    let footer = screen.lines().last().unwrap_or_default().trim().to_owned();
    assert_eq!(footer, "Enter start · 1–4 choose · ? help · q quit");
}

#[test]
fn a_must_have_stays_with_its_sign() {
    for width in 60..100 {
        let mut harness = Harness::sized(somebody(), width, 30);
        let screen = harness.screen();
        for line in screen.lines() {
            let line = line.split('│').next().unwrap_or_default().trim_end();
            assert!(!line.ends_with(['✗', '?', '✓']) || line.contains("help"), "{width}: {line}");
        }
    }
}

#[test]
fn the_thick_line_stands_above_list_or_page() {
    for screen in ["3", "5", "6"] {
        let mut harness = Harness::sized(somebody(), 120, 40);
        let list = harness.press(screen).screen();
        assert!(list.contains("━━ Levels ━") || list.contains("━━ Steps ━"), "{list}");
        let page = harness.press("enter").screen();
        assert!(page.contains("━━ reading: Esc goes back"), "{page}");
        assert!(page.contains("── Levels ─") || page.contains("── Steps ─"), "{page}");
    }
}
