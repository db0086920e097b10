//! The settings from outside: what is in force, where they are, and what is wrong in them.

use crate::support::{Home, flat};
use serde_json::{Value, json};
use std::fs;

const FILE: &str = ".config/career-coach/config.toml";

/// A home with settings.
fn home(config: &str) -> Home {
    let home = Home::new();
    write(&home, FILE, config);
    home
}

fn write(home: &Home, name: &str, text: &str) {
    let file = home.path(name);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("written");
}

/// The same with the folder of the settings where it is on every system.
fn coach(home: &Home, arguments: &[&str]) -> assert_cmd::Command {
    let mut command = home.coach(arguments);
    command.env("XDG_CONFIG_HOME", home.path(".config"));
    command
}

fn prints(home: &Home, arguments: &[&str]) -> String {
    let done = coach(home, arguments).assert().code(0).stderr("");
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

fn json_of(home: &Home, arguments: &[&str]) -> Value {
    serde_json::from_str(&prints(home, &[arguments, &["--json"]].concat())).expect("JSON")
}

#[test]
fn without_a_file_everything_works() {
    let home = Home::new();
    let file = home.path(FILE);
    assert_eq!(prints(&home, &["config", "path"]).trim_end(), file.display().to_string());
    assert_eq!(json_of(&home, &["config", "path"]), json!({ "schema": 2, "file": file }));
    let checked = prints(&home, &["config", "check"]);
    assert_eq!(checked, format!("Every setting is at its default: there is no {}.\n", file.display()));
    assert_eq!(json_of(&home, &["config", "check"]), json!({ "schema": 2, "file": file, "faults": [] }));
    let shown = flat(&prints(&home, &["config"]));
    assert!(shown.contains("theme ansi built in mouse false built in ascii auto built in"), "{shown}");
    assert_eq!(home.names(""), [""; 0], "nothing is made");
}

#[test]
fn what_is_in_force_says_where_it_comes_from() {
    let home = home("theme = \"dark\"\n[keys]\ntick-off = [\"D\", \"f5\"]\nhelp = []\n");
    let shown = flat(&prints(&home, &["config", "show"]));
    assert!(shown.contains("theme dark the file, line 1"), "{shown}");
    assert!(shown.contains("keys.tick-off D f5 the file, line 3"), "{shown}");
    assert!(shown.contains("keys.help no key the file, line 4"), "{shown}");
    let shown = json_of(&home, &["config", "show"]);
    assert_eq!(shown["theme"], json!({ "value": "dark", "from": "file", "line": 1 }));
    assert_eq!(shown["mouse"], json!({ "value": false, "from": "built-in", "line": null }));
    let keys = shown["keys"].as_array().expect("an array");
    let of = |action: &str| keys.iter().find(|keys| keys["action"] == action).expect("an action").clone();
    let tick_off = json!({ "action": "tick-off", "keys": ["D", "f5"], "from": "file", "line": 3 });
    assert_eq!(of("tick-off"), tick_off);
    assert_eq!(of("quit")["from"], "built-in");
}

#[test]
fn no_colour_goes_before_the_theme() {
    let home = home("theme = \"dark\"\n");
    let mono = json!({ "value": "mono", "from": "no-color", "line": null });
    let mut command = coach(&home, &["config", "--json"]);
    let done = command.env("NO_COLOR", "1").assert().code(0);
    let shown: Value = serde_json::from_slice(&done.get_output().stdout).expect("JSON");
    assert_eq!(shown["theme"], mono);
    assert_eq!(json_of(&home, &["config", "--color", "never"])["theme"], mono);
}

#[test]
fn a_check_lists_every_problem_and_fails() {
    let home = home("theme = \"drak\"\nmouse = \"on\"\n[keys]\nfly = \"f\"\n");
    write(&home, ".config/career-coach/themes/mine.toml", "accent = \"loud\"\n");
    let done = coach(&home, &["config", "check"]).assert().code(1);
    let (out, err) = (&done.get_output().stdout, &done.get_output().stderr);
    let out = flat(&String::from_utf8_lossy(out));
    for told in [
        "config.toml, line 1, column 9: there is no theme `drak`;",
        "config.toml, line 2, column 9: mouse is `on`; it has to be true or false",
        "config.toml, line 4, column 1: there is no action `fly`;",
        "mine.toml, line 1, column 10: accent: `loud` is no word of a look;",
    ] {
        assert!(out.contains(told), "{told} in {out}");
    }
    assert_eq!(String::from_utf8_lossy(err), "coach: 4 problems in the settings; nothing was changed\n");
    let done = coach(&home, &["config", "check", "--json"]).assert().code(1);
    let faults: Value = serde_json::from_slice(&done.get_output().stdout).expect("JSON");
    let fault = &faults["faults"][1];
    assert_eq!((&fault["line"], &fault["column"], &fault["key"]), (&json!(2), &json!(9), &json!("mouse")));
    assert_eq!(fault["file"], json!(home.path(FILE)));
}

#[test]
fn wrong_settings_stop_no_command() {
    let home = home("theme = \"drak\"\nascii = \"always\"\n");
    let done = coach(&home, &["config", "show"]).assert().code(0);
    let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert!(
        said.starts_with("coach: ") && said.contains("line 1, column 9: there is no theme `drak`"),
        "{said}"
    );
    let shown = flat(&String::from_utf8_lossy(&done.get_output().stdout));
    assert!(
        shown.contains("theme ansi built in") && shown.contains("ascii always the file, line 2"),
        "{shown}"
    );
    coach(&home, &["gap"]).assert().code(0).stderr("");
}

#[test]
fn the_default_file_is_sound_and_changes_nothing() {
    let home = Home::new();
    let default = prints(&home, &["config", "show", "--default"]);
    write(&home, FILE, &default);
    assert_eq!(
        prints(&home, &["config", "check"]),
        format!("No problems in {}.\n", home.path(FILE).display())
    );
    assert_eq!(json_of(&home, &["config"])["theme"]["from"], "built-in");
    let said = home.fails(2, &["config", "show", "--default", "--json"]);
    assert!(said.contains("can't print JSON"), "{said}");
}

/// `assets/keymap.toml` is in the format of the settings.
#[test]
fn the_file_of_built_in_keys_can_be_used_as_it_is() {
    let keymap = fs::read_to_string(crate::support::in_project("assets/keymap.toml")).expect("a file");
    let home = home(&keymap);
    prints(&home, &["config", "check"]);
    let shown = json_of(&home, &["config"]);
    assert!(shown["keys"].as_array().expect("an array").iter().all(|keys| keys["from"] == "file"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_relative_xdg_config_home_is_ignored() {
    let home = Home::new();
    let mut command = home.coach(&["config", "path"]);
    let done = command.env("XDG_CONFIG_HOME", "config").assert().code(0);
    let path = String::from_utf8_lossy(&done.get_output().stdout).into_owned();
    assert_eq!(path.trim_end(), home.path(FILE).display().to_string());
}
