//! Which keys a user can give to which actions.

use super::OwnKeys;
use crate::config::problem::Source;
use crate::config::read::Config;
use crate::tui::app::bindings::tables;
use crate::tui::keymap::Line;
use rstest::rstest;
use std::path::Path;

/// What `[keys]` leads to, with the problems in it.
pub fn own(keys: &str) -> (OwnKeys, Vec<String>) {
    let text = format!("[keys]\n{keys}");
    let config = Config::of(Source::new(Path::new("config.toml"), text));
    let mut source = config.source.expect("a file");
    let own = OwnKeys::new(&config.keys, &tables(), &mut source);
    (own, source.into_problems().iter().map(ToString::to_string).collect())
}

fn line(own: &OwnKeys, id: &str) -> Line {
    let tables = tables();
    let lines = tables.all.iter().flat_map(|listing| &listing.lines);
    own.line(lines.into_iter().find(|line| line.id == id).expect(id))
}

#[test]
fn keys_take_the_place_of_the_built_in_ones_and_hints_follow() {
    let (own, problems) = own("tick-off = [\"D\", \"f5\"]\nup = \"w\"\nhelp = []\nprove = \"alt-p\"\n");
    assert_eq!(problems, [""; 0]);
    assert_eq!((line(&own, "tick-off").keys, line(&own, "tick-off").hint), (&["D", "f5"][..], "D done"));
    assert_eq!(line(&own, "up").hint, "w\u{a0}↓ move");
    assert_eq!((line(&own, "help").keys.len(), line(&own, "help").hint), (0, ""));
    assert_eq!(line(&own, "prove").hint, "Alt-p proof");
    assert_eq!(line(&own, "hours").keys, ["w"], "another table has its own w");
    assert_eq!((own.given_in("tick-off"), own.given_in("hours")), (Some(2), None));
}

#[test]
fn two_actions_can_change_places() {
    let (own, problems) = own("tick-off = \"w\"\nhours = \"d\"\n");
    assert_eq!(problems, [""; 0]);
    assert_eq!((line(&own, "tick-off").hint, line(&own, "hours").hint), ("w done", "d hours"));
}

#[rstest]
#[case("tikoff = \"d\"", "line 2, column 1: there is no action `tikoff`; the closest names are tick-off, ")]
#[case("tick-off = \"hyper-d\"", "line 2, column 1: keys.tick-off: `hyper-d` is not a key; write a letter")]
#[case(
    "tick-off = \"w\"",
    "line 2, column 1: keys.tick-off: `w` is a key of hours already; choose another key"
)]
#[case("tick-off = \"ctrl-c\"", "line 2, column 1: keys.tick-off: `ctrl-c` is a key of quit-always already")]
#[case("redraw = \"d\"", "line 2, column 1: keys.redraw: `d` is a key of done-now already")]
#[case("quit-always = []", "line 2, column 1: keys.quit-always has no key; give it a key")]
#[case(
    "text-accept = \"a\"",
    "line 2, column 1: keys.text-accept: `a` types in a field; choose a key that types nothing"
)]
fn what_does_not_hold_together_is_told_and_the_built_in_keys_stay(#[case] keys: &str, #[case] told: &str) {
    let (own, problems) = own(keys);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let told = told.replacen(
        "line 2, column 1: keys.tick-off: `hyper-d`",
        "line 2, column 12: keys.tick-off: `hyper-d`",
        1,
    );
    let told = told.replacen("line 2, column 1: keys.text-accept", "line 2, column 15: keys.text-accept", 1);
    assert!(problems[0].starts_with(&format!("config.toml, {told}")), "{problems:?}");
    assert!(own.is_empty());
}

#[test]
fn a_conflict_costs_the_later_one_alone() {
    let (own, problems) = own("tick-off = \"z\"\nhours = \"z\"\nby = \"B\"\n");
    assert_eq!(
        problems,
        [
            "config.toml, line 3, column 1: keys.hours: `z` is a key of tick-off already; choose another key, or give tick-off another one"
        ]
    );
    assert_eq!(line(&own, "tick-off").keys, ["z"]);
    assert_eq!(line(&own, "hours").keys, ["w"]);
    assert_eq!(line(&own, "by").keys, ["B"]);
}
