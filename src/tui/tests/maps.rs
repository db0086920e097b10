//! The heat map of skills and levels, links in pages over a screen, and notes on steps.

use super::{ASCII, Harness, SIZES, aiming_at, somebody};
use crate::guide::id::Link;
use crate::profile::model::Profile;
use crate::report::pages::{Face, GuideView};
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

/// Each skill has one line at every width, and what isn't shown is said.
#[test]
fn a_row_of_the_heat_map_is_never_broken() {
    let names: Vec<String> = {
        let harness = Harness::new(somebody());
        let session = &harness.app.session;
        let view = GuideView::new(session, Face::Interface);
        let skills = session.guide().asked_skills();
        skills.into_iter().map(|skill| view.skill_short(skill).chars().take(11).collect()).collect()
    };
    for width in 40..=130 {
        let mut harness = Harness::sized(somebody(), width, 60);
        let screen = harness.press("5 m").screen();
        let rows = screen.lines().skip_while(|line| !line.contains("Skill  ")).skip(1);
        let rows: Vec<&str> = rows.take(names.len()).collect();
        for (name, row) in names.iter().zip(&rows) {
            let row = row.split('│').nth(1).unwrap_or_default();
            assert!(row.trim_start().starts_with(name.trim_end()), "{width}: {name}\n{screen}");
            let before_dot: Vec<char> = row.split('·').filter_map(|part| part.chars().last()).collect();
            assert!(before_dot.iter().rev().skip(1).all(|c| *c == ' '), "{width}: {row:?}");
            assert!(row.trim_end().ends_with(['✓', '✗', '?', '·']), "{width}: {row:?}\n{screen}");
        }
        let shown = rows.first().unwrap_or(&"").matches(['✓', '✗', '?']).count();
        assert_eq!(shown < 8, screen.contains("Left out"), "{width}: {screen}");
        assert!(screen.contains("▸3"), "the target: {screen}");
    }
}

#[test]
fn the_heat_map_follows_the_terminal() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("5 m tab");
    harness.resize(40, 40);
    let screen = harness.screen();
    insta::assert_snapshot!("heat_map_over_gap_40", screen);
    harness.click("Frameworks");
    assert!(matches!(harness.app.screens.guide.place(), Some(Link::Skill(_))));
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
