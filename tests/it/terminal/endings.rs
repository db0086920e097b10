//! Every way of ending, of being stopped and of coming back: the terminal is given back whole.

use super::{Session, home};
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::io::Write;
use std::sync::mpsc::sync_channel;

#[test]
fn signals_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = home();
        let mut session = Session::coach(home.path());
        session.wait_for("q quit");
        session.signal(signal);
        assert_eq!(session.end(), code, "{signal:?}");
        session.assert_given_back();
    }
}

#[test]
fn a_signal_that_kills_gives_the_terminal_back_first() {
    for signal in [Signal::QUIT, Signal::ABORT, Signal::USR1, Signal::USR2] {
        let home = home();
        let mut session = Session::coach(home.path());
        session.wait_for("q quit");
        session.signal(signal);
        assert!(session.ending().is_err(), "{signal:?} still kills");
        session.assert_given_back();
    }
}

/// Nobody reads what the program draws, so it is stuck in a frame, or soon will be.
#[test]
fn signals_end_it_while_the_terminal_does_not_read() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = home();
        let mut session = Session::coach(home.path());
        session.wait_for("q quit");
        for _ in 0..50 {
            session.press("2\u{c}");
            session.press("3\u{c}");
        }
        session.signal(signal);
        assert_eq!(session.end_unread(), code, "{signal:?}");
        session.assert_modes_given_back();
    }
}

/// The same with a program that holds the standard library's lock of stdout and is stuck for certain.
#[test]
fn a_signal_ends_a_program_that_is_stuck_in_a_write() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", "terminal::endings::writes_without_end", "--ignored", "--nocapture"]);
    command.env("TERM", "xterm-256color");
    let mut session = Session::start(command);
    session.wait("full screen", |screen| screen.contents().len() > 20 * 80 && screen.alternate_screen());
    session.signal(Signal::TERM);
    assert_eq!(session.end_unread(), 143);
    session.assert_modes_given_back();
}

#[test]
#[ignore = "run in a pseudo-terminal by the test of a stuck program"]
fn writes_without_end() {
    let done = career_coach::tui::shell::with_terminal(false, || {
        let mut out = std::io::stdout().lock();
        while out.write_all(&[b'x'; 1 << 14]).is_ok() {}
    });
    done.expect("a terminal");
}

#[test]
fn ctrl_c_ends_it() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    session.press("\u{3}");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn a_terminal_that_hangs_up_ends_it() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    // The reading thread lets go of the terminal when it has nobody to read for; a key gives it something to read.
    session.output = sync_channel(1).1;
    session.press("2");
    session.master = None;
    session.keyboard = Box::new(std::io::sink());
    assert_ne!(session.end(), 0);
}

/// Ctrl-Z, and the same signal from somebody else.
#[test]
fn it_suspends_and_comes_back() {
    for from_outside in [false, true] {
        let home = home();
        let mut session = Session::coach(home.path());
        session.wait_for("q quit");
        if from_outside {
            session.signal(Signal::TSTP);
        } else {
            session.press("\u{1a}");
        }
        session.wait("main screen", |screen| !screen.alternate_screen());
        session.resume();
        session.wait_for("q quit");
        session.press("q");
        assert_eq!(session.end(), 0);
        session.assert_given_back();
    }
}

/// Whoever stopped it may have left anything on the screen.
#[test]
fn it_draws_anew_when_it_was_stopped_from_outside() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    session.screen = vt100::Parser::new(24, 80, 0);
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.wait("alternate screen", vt100::Screen::alternate_screen);
    session.wait_for("q quit");
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test"));
    command.env("RUST_BACKTRACE", "0");
    command.args([
        "--exact",
        "terminal::endings::panics_on_the_alternate_screen",
        "--ignored",
        "--nocapture",
    ]);
    command.env("TERM", "xterm-256color");
    let mut session = Session::start(command);
    assert_ne!(session.end(), 0);
    session.assert_given_back();
    assert!(session.text().contains("a cat on the keyboard"), "{}", session.text());
}

#[test]
#[ignore = "run in a pseudo-terminal by the test of panics"]
fn panics_on_the_alternate_screen() {
    let done = career_coach::tui::shell::with_terminal(true, || panic!("a cat on the keyboard"));
    done.expect("a terminal");
}
