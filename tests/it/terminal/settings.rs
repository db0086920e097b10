//! Settings in a real terminal: a wrong one is told once, and the others hold.

use super::{Session, home, write_profile};
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::fs;
use std::path::Path;

fn with_settings(home: &Path, text: &str, variables: &[(&str, &str)]) -> Session {
    let folder = home.join("config/career-coach");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.toml"), text).expect("written");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_coach"));
    command.env_clear();
    command.env("HOME", home);
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    variables.iter().for_each(|(name, value)| command.env(name, value));
    Session::start(command)
}

#[test]
fn a_wrong_setting_is_told_once_and_the_others_hold() {
    let home = home();
    let mut session = with_settings(home.path(), "mouse = 1\n[keys]\nquit = \"Q\"\n", &[]);
    session.wait_for("Settings: config.toml, line 1, column 9: mouse is `1`");
    session.wait_for("Q quit");
    session.press("]]");
    session.wait("page without a notice", |screen| !screen.contents().contains("Settings:"));
    session.press("Q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn a_theme_has_the_colours_that_the_terminal_has() {
    let home = home();
    for (variables, background) in [
        (&[("COLORTERM", "truecolor")][..], Some(vt100::Color::Rgb(0x16, 0x19, 0x1f))),
        (&[], Some(vt100::Color::Idx(234))),
        (&[("NO_COLOR", "1")], Some(vt100::Color::Default)),
    ] {
        let mut session = with_settings(home.path(), "theme = \"dark\"\n", variables);
        session.wait_for("q quit");
        let cell = session.screen.screen().cell(5, 5).map(vt100::Cell::bgcolor);
        assert_eq!(cell, background, "{variables:?}");
        session.press("q");
        assert_eq!(session.end(), 0);
    }
}

/// What asks a terminal for the mouse, and what ends that.
const MOUSE: [&[u8]; 2] = [b"\x1b[?1000h", b"\x1b[?1000l"];

#[test]
fn with_the_mouse_a_click_opens_a_tab_and_the_terminal_gets_its_mouse_back() {
    let home = home();
    write_profile(home.path(), "target = \"junior\"\n\n[ratings]\nsql = { rating = 1 }\n");
    let mut session = with_settings(home.path(), "mouse = true\n", &[]);
    session.wait_for("q quit");
    assert_eq!(MOUSE.map(|bytes| session.count(bytes)), [1, 0]);
    let tabs = session.text().lines().nth(1).unwrap_or_default().to_owned();
    let column = tabs.find("Gap").expect("a tab") + 1;
    session.press(&format!("\x1b[<0;{column};2M\x1b[<0;{column};2m"));
    session.wait_for("Must-haves");
    session.wait_for("w what if");
    session.press("q");
    assert_eq!(session.end(), 0);
    assert_eq!(MOUSE.map(|bytes| session.count(bytes)), [1, 1]);
    session.assert_given_back();
}

/// A key and a click that come together: the click means the screen that the key opens.
#[test]
fn a_click_means_what_the_key_before_it_shows() {
    let home = home();
    write_profile(home.path(), "target = \"junior\"\n\n[ratings]\nsql = { rating = 1 }\n");
    let line = |session: &Session| session.text().lines().position(|line| line.contains(" Lead "));
    let mut before = with_settings(home.path(), "mouse = true\n", &[]);
    before.wait_for("q quit");
    before.press("3");
    before.wait("levels", |screen| screen.contents().contains(" Lead "));
    let row = line(&before).expect("a row");
    before.press("q");
    assert_eq!(before.end(), 0);

    let mut session = with_settings(home.path(), "mouse = true\n", &[]);
    session.wait_for("q quit");
    session.press(&format!("3\x1b[<0;6;{}M", row + 1));
    let row = u16::try_from(row).expect("a row");
    session.wait("selected row", |screen| screen.cell(row, 5).is_some_and(vt100::Cell::inverse));
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_signal_gives_the_mouse_back_too() {
    let home = home();
    let mut session = with_settings(home.path(), "mouse = true\n", &[]);
    session.wait_for("Which job do you want?");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), 128 + 15);
    assert_eq!(MOUSE.map(|bytes| session.count(bytes)), [1, 1]);
    session.assert_given_back();
}

/// Whoever has the terminal meanwhile doesn't want the mouse; afterwards it is asked for again.
#[test]
fn a_suspension_gives_the_mouse_back_and_asks_for_it_again() {
    let home = home();
    let mut session = with_settings(home.path(), "mouse = true\n", &[]);
    session.wait_for("Which job do you want?");
    session.press("\u{1a}");
    session.wait("main screen", |screen| !screen.alternate_screen());
    assert_eq!(MOUSE.map(|bytes| session.count(bytes)), [1, 1]);
    session.resume();
    session.wait_for("Which job do you want?");
    assert!(session.count(MOUSE[0]) >= 2);
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn without_the_setting_nothing_is_said_of_the_mouse() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Which job do you want?");
    session.press("q");
    assert_eq!(session.end(), 0);
    for mode in ["1000", "1002", "1003", "1006", "1015"] {
        for end in ["h", "l"] {
            assert_eq!(session.count(format!("\x1b[?{mode}{end}").as_bytes()), 0, "{mode}{end}");
        }
    }
}
