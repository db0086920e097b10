//! The interface in a real pseudo-terminal: a first visit and a second one, and every way of ending.
#![cfg(unix)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A guard against waiting for ever, not a time that anything is expected to take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program in a terminal of 24 rows and 80 columns.
struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
}

impl Session {
    fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("started");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(24, 80, 0);
        Self { master: Some(pair.master), keyboard, output, screen, child }
    }

    fn coach(home: &Path) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_coach"));
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        Self::start(command)
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads until something holds of the screen.
    fn wait(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("no {what} on this screen:\n{}", self.text()),
            }
        }
    }

    fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Reads until the program has ended; the answer is its exit code.
    fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.screen.process(&bytes);
            }
            if let Some(status) = self.child.try_wait().expect("a child") {
                // Until the reading thread has nothing more to read.
                while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
                    self.screen.process(&bytes);
                }
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it doesn't end:\n{}", self.text());
            std::thread::yield_now();
        }
    }

    fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().expect("running");
        let pid = Pid::from_raw(i32::try_from(pid).expect("a pid")).expect("a pid");
        kill_process(pid, signal).expect("sent");
    }

    /// The main screen is back, with its cursor.
    fn assert_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
    }
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn three_ratings_are_there_again_tomorrow() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Nothing is rated yet");
    session.press("t");
    session.wait_for("The level you aim for");
    session.press("1");
    session.wait_for("target Junior");
    session.press("4");
    session.wait_for("Question 1 · 0 of 13 that Junior asks are rated");
    session.press("l2");
    session.wait_for("1 of 25 rated");
    session.press("l2");
    session.wait_for("2 of 25 rated");
    session.press("0");
    session.wait_for("3 of 25 rated");
    session.press("5");
    session.wait_for("4 of 25 rated");
    session.press("\u{1b}");
    session.wait_for("Reached");
    session.press("5");
    session.wait_for("Must-haves");
    session.wait_for("not yet");
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();

    let mut again = Session::coach(home.path());
    again.wait_for("4 of 25 rated");
    again.wait_for("target Junior");
    again.press("q");
    assert_eq!(again.end(), 0);
}

/// From a first start to a first answer, in a real terminal, with the keys counted.
#[test]
fn the_quick_check_answers_within_25_keys() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Nothing is rated yet");
    session.press("t");
    session.wait_for("The level you aim for");
    session.press("3");
    session.wait_for("target Mid-level");
    session.press("4");
    session.wait_for("Question 1");
    let mut keys = 3;
    while !session.text().contains("A first answer stands") {
        assert!(keys < 24, "no answer after {keys} keys:\n{}", session.text());
        session.press("3");
        keys += 1;
        session.wait_for(&format!("{} of 25 rated", keys - 3));
    }
    session.press("\r");
    session.wait_for("Must-haves");
    session.press("q");
    assert_eq!(session.end(), 0);
}

/// A try leaves the file alone; a step that is ticked off is in it, with its proof.
#[test]
fn a_try_is_dropped_and_a_step_is_ticked_off() {
    let home = home();
    let folder = home.path().join(".local/share/career-coach");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("profile.toml");
    std::fs::write(&file, "target = \"junior\"\n\n[ratings]\nsql = { rating = 1 }\n").expect("written");
    let before = std::fs::read_to_string(&file).expect("read");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 rated");
    session.press("5w");
    session.wait_for("What if, at Junior?");
    session.press("+++");
    session.wait_for("3 claim");
    session.press("\u{1b}");
    session.wait_for("Dropped");
    assert_eq!(std::fs::read_to_string(&file).expect("read"), before);
    session.press("6j");
    session.wait_for("step 1");
    session.press("d");
    session.wait_for("Step done?");
    session.press("2");
    session.wait_for("What shows it?");
    session.press("1");
    session.wait_for("The address");
    session.press("https://example.org/shop\r");
    session.wait_for("2 link, saved");
    session.press("q");
    assert_eq!(session.end(), 0);
    let after = std::fs::read_to_string(&file).expect("read");
    assert!(after.contains("url = \"https://example.org/shop\""), "{after}");
}

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
    session.output = channel().1;
    session.press("2");
    session.master = None;
    session.keyboard = Box::new(std::io::sink());
    assert_ne!(session.end(), 0);
}

#[test]
fn ctrl_z_suspends_and_comes_back() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    session.press("\u{1a}");
    session.wait("main screen", |screen| !screen.alternate_screen());
    session.assert_given_back();
    let end = Instant::now() + PATIENCE;
    // Waking it before it sleeps wakes nothing, so it is woken until it draws.
    while !session.screen.screen().alternate_screen() {
        assert!(Instant::now() < end, "it doesn't come back");
        session.signal(Signal::CONT);
        if let Ok(bytes) = session.output.recv_timeout(Duration::from_millis(20)) {
            session.screen.process(&bytes);
        }
    }
    session.wait_for("q quit");
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test"));
    command.env("RUST_BACKTRACE", "0");
    command.args(["--exact", "terminal::panics_on_the_alternate_screen", "--ignored", "--nocapture"]);
    command.env("TERM", "xterm-256color");
    let mut session = Session::start(command);
    assert_ne!(session.end(), 0);
    session.assert_given_back();
    assert!(session.text().contains("a cat on the keyboard"), "{}", session.text());
}

#[test]
#[ignore = "run in a pseudo-terminal by the test of panics"]
fn panics_on_the_alternate_screen() {
    let done = career_coach::tui::shell::with_terminal(|| panic!("a cat on the keyboard"));
    done.expect("a terminal");
}

#[test]
fn a_save_that_fails_says_so_and_keeps_what_was_entered() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    // A file where the data folder has to be made: no save can work.
    let folder = home.path().join(".local/share");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("career-coach"), "in the way").expect("a file");
    session.press("43");
    session.wait_for("Not saved");
    session.wait_for("1 of 25 rated");
    std::fs::remove_file(folder.join("career-coach")).expect("removed");
    session.press("2");
    session.wait_for("Saved now");
    session.press("q");
    assert_eq!(session.end(), 0);
    let mut again = Session::coach(home.path());
    again.wait_for("2 of 25 rated");
    again.press("q");
    assert_eq!(again.end(), 0);
}
