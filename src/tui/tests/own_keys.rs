//! The user's own keys and themes on the screen: what the keys do, and where they are shown.

use super::{Harness, aiming_at, kept_ad, somebody};
use crate::config::problem::Source;
use crate::config::read::Config;
use crate::profile::ads::AdState;
use crate::profile::model::Profile;
use crate::tui::app::bindings::{ALWAYS, all_listings, tables};
use crate::tui::keymap::own::OwnKeys;
use crate::tui::screens::ScreenId;
use crate::tui::screens::plan::View;
use crate::tui::theme::Theme;
use crate::tui::theme::known::BuiltIn;
use ratatui::buffer::Cell;
use ratatui::style::Color;
use rstest::rstest;
use std::collections::HashMap;
use std::path::Path;

/// The interface of somebody with own keys.
pub(super) fn with_keys(keys: &str) -> Harness {
    let mut harness = Harness::new(somebody());
    harness.app = harness.app.with_keys(own_keys(keys));
    harness
}

/// Own keys in which nothing is wrong.
fn own_keys(keys: &str) -> OwnKeys {
    let config = Config::of(Source::new(Path::new("config.toml"), format!("[keys]\n{keys}")));
    let mut source = config.source.expect("a file");
    let own = OwnKeys::new(&config.keys, &tables(), &mut source);
    assert_eq!(source.into_problems(), []);
    own
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

/// Somebody whose every action has another key than the built-in one, and one that no other action has.
struct AllOther {
    harness: Harness,
    keys: HashMap<&'static str, String>,
}

impl AllOther {
    fn new(profile: Profile, (width, height): (u16, u16)) -> Self {
        let listings = all_listings().into_iter().filter(|listing| listing.title != ALWAYS.title);
        let lines = listings.flat_map(|listing| listing.lines);
        let keys: HashMap<_, _> =
            lines.zip('\u{3b1}'..).map(|(line, sign)| (line.id, format!("alt-{sign}"))).collect();
        let file: String = keys.iter().map(|(id, key)| format!("{id} = [\"{key}\"]\n")).collect();
        let mut harness = Harness::sized(profile, width, height);
        harness.app = harness.app.with_keys(own_keys(&file));
        harness.ads =
            vec![kept_ad("acme", AdState::Found, "Senior Back-End Engineer. You need Kafka and Go.")];
        Self { harness, keys }
    }

    /// Does actions by their names; what is no name is pasted. After each of them no text on the screen names a built-in key.
    fn go(&mut self, actions: &str) {
        for action in actions.split_whitespace() {
            match self.keys.get(action) {
                Some(key) => self.harness.press(&key.clone()),
                None => self.harness.enter(action),
            };
            // A thumb stands on the line between a list and its page.
            let screen = self.harness.screen().replace('█', "│");
            let words = in_reading_order(&screen);
            for (word, next) in words.iter().zip(words.iter().skip(1)) {
                let names_key = word.eq_ignore_ascii_case("press") || *next == "undoes";
                let key = if *next == "undoes" { word } else { next };
                let is_own = key.starts_with("Alt-");
                assert!(!names_key || is_own, "{actions}, {action}: {word} {next}\n{screen}");
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                assert!(!["Esc", "Enter", "Tab"].contains(&bare), "{actions}, {action}: {word}\n{screen}");
            }
        }
    }
}

/// The words of a screen: a list, then the page beside it.
fn in_reading_order(screen: &str) -> Vec<&str> {
    let column = |at: usize| screen.lines().filter_map(move |line| line.split('│').nth(at));
    (0..4).flat_map(column).flat_map(str::split_whitespace).collect()
}

#[rstest]
#[case::home("review try-now try-drop home explain-target")]
#[case::sample("job-4 start ladder home")]
#[case::no_page_to_copy("copy open-address")]
#[case::bookmarks("bookmarks guide bookmark rate-this open find-next find pay finding-accept find-next")]
#[case::ladder("ladder open back compare")]
#[case::assess("assess note evidence-claim rate-3 evidence-example text-cancel prove done")]
#[case::gap("gap explain open")]
#[case::what_if("gap try try-undo try-more try-keep")]
#[case::plan("plan up tick-off step-note hours 6 text-accept by")]
#[case::plan_without_hours("plan up")]
#[case::step("plan tick-off choice-accept https://example.org text-accept")]
#[case::readiness("plan view-readiness tell pick-1 3 text-accept")]
#[case::evidence("plan view-evidence add-proof choice-cancel")]
#[case::progress("plan view-progress")]
#[case::practice("practice practice-start sure-50 show-points tick-all points-done")]
#[case::toolkit("toolkit keep-ad ad-state down keep-ad ad-state choice-cancel down bottom export")]
#[case::toolkit_draft("toolkit read-ad text-cancel")]
#[case::filter("ladder filter nothing filter-cancel")]
fn no_text_names_a_built_in_key(#[case] actions: &str) {
    for size in [(120, 100), (80, 60)] {
        let reviewed = Profile { history: Vec::new(), ..somebody() };
        for profile in [reviewed, aiming_at("junior"), aiming_at("principal"), Profile::default()] {
            AllOther::new(profile, size).go(actions);
        }
    }
}

#[test]
fn a_pasted_ad_is_kept_with_the_users_own_keys() {
    let mut other = AllOther::new(somebody(), (120, 60));
    other.go("toolkit");
    other.harness.enter("Staff Engineer\nYou need Kafka and Rust.");
    other.go("ad-state keep-ad text-accept ad-state choice-cancel back");
}

#[test]
fn an_action_without_a_key_is_named_as_the_palette_has_it() {
    let mut harness = with_keys("keep-ad = []\n");
    harness.press("8").enter("Staff Engineer\nYou need Kafka and Rust.");
    let said = "press : \u{201c}keep this job ad under a name\u{201d} to keep it";
    let words = harness.screen().replace(['\n', '│'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(said), "{}", harness.screen());
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
