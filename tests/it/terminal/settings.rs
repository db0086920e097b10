//! Settings in a real terminal: a wrong one is told once, and the others hold.

use super::{Session, home};
use portable_pty::CommandBuilder;
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
