//! The interface in a real pseudo-terminal: a first visit and a second one, and every way of ending.
#![cfg(unix)]

mod endings;
mod memory;
mod plain;
mod saving;
mod settings;
mod toolkit;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

/// A guard against waiting for ever, not a time that anything is expected to take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program in a terminal of 24 rows and 80 columns.
struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// Everything that was read so far.
    bytes: Vec<u8>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    /// The modes of the line before the program started, in words.
    modes: String,
}

impl Session {
    fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("started");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        // The terminal reads no further than the test does.
        let (sender, output) = sync_channel(1);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(24, 80, 0);
        Self { master: Some(pair.master), keyboard, output, bytes: Vec::new(), screen, child, modes }
    }

    fn coach(home: &Path) -> Self {
        Self::command(home, "xterm-256color", &[])
    }

    /// A command on a terminal of this name.
    fn command(home: &Path, terminal: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_coach"));
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", terminal);
        command.env("LANG", "C.UTF-8");
        command.args(arguments);
        Self::start(command)
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    fn read(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    /// How often some bytes came since the log was cleared.
    fn count(&self, bytes: &[u8]) -> usize {
        self.bytes.windows(bytes.len()).filter(|window| *window == bytes).count()
    }

    /// Reads until something holds of the screen.
    fn wait(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.read(&bytes),
                Err(_) => panic!("no {what} on this screen:\n{}", self.text()),
            }
        }
    }

    fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Reads until the program has ended; the answer is its exit code, or the name of the signal that killed it.
    fn ending(&mut self) -> Result<u32, String> {
        let end = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.read(&bytes);
            }
            if let Some(status) = self.child.try_wait().expect("a child") {
                // Until the reading thread has nothing more to read.
                while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
                    self.read(&bytes);
                }
                return status.signal().map_or(Ok(status.exit_code()), |signal| Err(signal.to_owned()));
            }
            assert!(Instant::now() < end, "it doesn't end:\n{}", self.text());
            std::thread::yield_now();
        }
    }

    fn end(&mut self) -> u32 {
        self.ending().expect("an exit code")
    }

    /// Waits for the end of the program without reading what it writes, and reads that afterwards.
    fn end_unread(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait().expect("a child").is_none() {
            assert!(Instant::now() < end, "it doesn't end:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
        self.end()
    }

    fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().expect("running");
        let pid = Pid::from_raw(i32::try_from(pid).expect("a pid")).expect("a pid");
        kill_process(pid, signal).expect("sent");
    }

    /// Goes on after a suspension. Waking it before it sleeps wakes nothing, so it is woken until it draws.
    fn resume(&mut self) {
        let end = Instant::now() + PATIENCE;
        while !self.screen.screen().alternate_screen() {
            assert!(Instant::now() < end, "it doesn't come back");
            self.signal(Signal::CONT);
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.read(&bytes);
            }
        }
    }

    /// The main screen is back, with its cursor.
    fn assert_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is the terminal's"
        );
        self.assert_modes_given_back();
    }

    fn assert_modes_given_back(&self) {
        let master = self.master.as_deref().expect("a terminal");
        assert_eq!(modes(master), self.modes, "echo and lines are back");
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("modes").local_flags)
}

fn profile_in(home: &Path) -> PathBuf {
    home.join(".local/share/career-coach/profile.toml")
}

fn write_profile(home: &Path, text: &str) {
    let file = profile_in(home);
    let beside = file.with_extension("new");
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(&beside, text).expect("written");
    fs::rename(beside, file).expect("in place");
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn three_ratings_are_there_again_tomorrow() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Which job do you want?");
    session.press("t");
    session.wait_for("Choose your target level");
    session.press("1");
    session.wait_for("target Junior");
    session.press("4");
    session.wait_for("Question 1 · 0 of 13 for Junior answered");
    session.press("2");
    session.wait_for("1 of 13 answered");
    session.press("l");
    session.wait_for("The address");
    session.press("https://example.org/shop\r");
    session.wait_for("2, a link");
    session.press("2");
    session.wait_for("2 of 13 answered");
    session.press("0");
    session.wait_for("3 of 13 answered");
    session.press("5");
    session.wait_for("4 of 13 answered");
    session.press("\u{1b}");
    session.wait_for("Must-haves: ");
    session.press("5");
    session.wait_for("Must-haves");
    session.wait_for("not yet");
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();

    let mut again = Session::coach(home.path());
    again.wait_for("4 of 13 answered");
    again.wait_for("target Junior");
    again.press("q");
    assert_eq!(again.end(), 0);
}

/// From a first start to a first answer, in a real terminal, with the keys counted.
#[test]
fn the_quick_check_answers_within_25_keys() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Which job do you want?");
    session.press("2\r");
    session.wait_for("Question 1");
    let mut keys = 2;
    while !session.text().contains("Estimate: ") {
        assert!(keys < 24, "no answer after {keys} keys:\n{}", session.text());
        // A key that means nothing stands between the digits: this one isn't held down, it is pressed again.
        session.press("\u{1b}[24~3");
        keys += 1;
        session.wait_for(&format!("{} of 24 answered", keys - 2));
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
    let file = profile_in(home.path());
    write_profile(home.path(), "target = \"junior\"\n\n[ratings]\nsql = { rating = 1 }\n");
    let before = fs::read_to_string(&file).expect("read");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 13 answered");
    session.press("5w");
    session.wait_for("What if? Junior");
    session.press("+++");
    session.wait_for("3 claim");
    session.press("\u{1b}");
    session.wait_for("Cancelled");
    assert_eq!(fs::read_to_string(&file).expect("read"), before);
    session.press("6");
    session.wait_for("step 1");
    session.press("d");
    session.wait_for("What proves");
    session.press("1");
    session.wait_for("The address");
    session.press("https://example.org/shop\r");
    session.wait_for("1 link, saved");
    session.press("q");
    assert_eq!(session.end(), 0);
    let after = fs::read_to_string(&file).expect("read");
    assert!(after.contains("url = \"https://example.org/shop\""), "{after}");
}

/// The file is what the command writes, and is never written over without a question.
#[test]
fn the_plan_is_exported_to_a_file() {
    let home = home();
    write_profile(home.path(), "target = \"junior\"\n\n[ratings]\nsql = { rating = 1 }\n");
    let file = home.path().join("plan.md");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 13 answered");
    session.press("6E\u{15}~/plan.md\r");
    session.wait_for("Written to");
    let text = fs::read_to_string(&file).expect("written");
    assert!(text.starts_with("# "), "{text}");
    fs::write(&file, "mine").expect("written");
    session.press("E\u{15}~/plan.md\r");
    session.wait_for("already exists");
    assert_eq!(fs::read_to_string(&file).expect("read"), "mine");
    session.press("2");
    session.wait("note", |screen| screen.contents().contains("Written to"));
    assert_eq!(fs::read_to_string(&file).expect("read"), text);
    session.press("q");
    assert_eq!(session.end(), 0);
}

/// The terminal is asked once; on a computer without a desktop nothing is opened.
#[test]
fn an_address_is_copied_and_not_opened_where_nobody_sees_it() {
    let home = home();
    let address = "https://example.org/shop";
    let proof = format!("[[proofs]]\nid = \"shop\"\ntitle = \"Shop\"\nurl = \"{address}\"\n");
    write_profile(home.path(), &format!("[ratings]\ngit = {{ rating = 3, proofs = [\"shop\"] }}\n\n{proof}"));
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    session.press("6e");
    session.wait_for(address);
    session.press("\ty");
    session.wait_for("Copied: https://example.org/shop");
    assert_eq!(session.count(b"\x1b]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9zaG9w\x1b\\"), 1);
    if cfg!(target_os = "linux") {
        session.press("o");
        session.wait_for("Not opened: there is no desktop");
    }
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_held_digit_rates_once() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("Which job do you want?");
    session.press("\r");
    session.wait_for("Question 1");
    session.press(&"3".repeat(20));
    session.wait_for("1 of 13 answered");
    session.press("4");
    session.wait_for("2 of 13 answered");
    session.press("q");
    assert_eq!(session.end(), 0);
    let text = fs::read_to_string(profile_in(home.path())).expect("read");
    assert_eq!(text.matches("anchors = ").count(), 2, "{text}");
}

#[test]
fn a_huge_paste_is_cut_with_a_notice() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    session.press("/");
    session.wait_for("Esc close");
    session.press(&format!("\u{1b}[200~{}\u{1b}[201~", "sql ".repeat(1 << 18)));
    session.wait_for("only its first 4000");
    session.press("\u{3}");
    assert_eq!(session.end(), 0);
}

/// A key that means nothing, and the same frame again.
#[test]
fn nothing_is_written_where_nothing_has_changed() {
    let home = home();
    let mut session = Session::coach(home.path());
    session.wait_for("q quit");
    session.bytes.clear();
    for _ in 0..10 {
        session.press("\u{1b}[24~");
    }
    session.press("2");
    session.wait_for("24 short questions");
    session.press("q");
    assert_eq!(session.end(), 0);
    assert_eq!(session.count(b"\x1b[?2026h"), 1, "a frame for the other job alone");
}
