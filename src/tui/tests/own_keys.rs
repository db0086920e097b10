//! The user's own keys and themes on the screen: what the keys do, and where they are shown.

use super::{Harness, somebody};
use crate::config::problem::Source;
use crate::config::read::Config;
use crate::tui::app::bindings::tables;
use crate::tui::keymap::own::OwnKeys;
use crate::tui::screens::ScreenId;
use crate::tui::screens::plan::View;
use crate::tui::theme::Theme;
use crate::tui::theme::known::BuiltIn;
use ratatui::buffer::Cell;
use ratatui::style::Color;
use std::path::Path;

/// The interface of somebody with own keys.
fn with_keys(keys: &str) -> Harness {
    let config = Config::of(Source::new(Path::new("config.toml"), format!("[keys]\n{keys}")));
    let mut source = config.source.expect("a file");
    let own = OwnKeys::new(&config.keys, &tables(), &mut source);
    assert_eq!(source.into_problems(), []);
    let mut harness = Harness::new(somebody());
    harness.app = harness.app.with_keys(own);
    harness
}

#[test]
fn a_key_of_the_user_does_what_the_built_in_one_did() {
    let mut harness = with_keys("tick-off = [\"D\"]\ngap = [\"f5\"]\n");
    harness.press("6 down d");
    assert!(harness.app.dialogs.is_empty(), "the built-in key does nothing any more");
    harness.press("D");
    assert!(!harness.app.dialogs.is_empty(), "the step is asked about");
    let mut harness = with_keys("gap = [\"f5\"]\n");
    harness.press("5");
    assert_eq!(harness.app.shown(), ScreenId::Home);
    harness.press("f5");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
}

#[test]
fn footer_help_and_tabs_show_the_keys_of_the_user() {
    let mut harness = with_keys("tick-off = [\"D\"]\ngap = [\"f5\"]\nview-evidence = [\"v\"]\n");
    let screen = harness.press("6 down").screen();
    let footer = screen.lines().last().unwrap_or_default();
    assert!(footer.contains("D done") && !footer.contains(" d done"), "{footer}");
    assert!(screen.contains(" F5 Gap"), "{screen}");
    assert!(screen.contains(" v Evidence"), "{screen}");
    harness.press("v");
    assert_eq!(harness.app.screens.plan.view(), View::Evidence);
    let help = harness.press("s ?").screen();
    let line = help.lines().find(|line| line.contains("the step is done")).expect("in the help");
    assert_eq!(line.trim_matches(['│', ' ']).split_whitespace().next(), Some("D"), "{line}");
}

#[test]
fn an_action_without_a_key_is_not_offered() {
    let mut harness = with_keys("search = []\n");
    assert!(!harness.screen().contains("/ search"));
    harness.press("/");
    assert!(harness.app.dialogs.is_empty());
    assert!(!harness.press("? G").screen().contains("search everything"));
}

/// A theme with a background fills every cell, below dialogs too.
#[test]
fn a_background_is_behind_everything() {
    for theme in [BuiltIn::Dark, BuiltIn::Light, BuiltIn::HighContrast] {
        let looks: &'static _ = Box::leak(Box::new(theme.looks()));
        for keys in ["1", "4", "5", "6 down", "t", "?", "/", "2 enter tab"] {
            let mut harness = Harness::new(somebody()).themed(Theme::new(looks, false));
            harness.press(keys);
            let is_bare = |cell: &Cell| cell.bg == Color::Reset || cell.fg == Color::Reset;
            let bare = harness.rows().flatten().filter(|cell| is_bare(cell)).count();
            assert_eq!(bare, 0, "{} {keys}", theme.name());
        }
    }
}
