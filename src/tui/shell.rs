//! The terminal itself: taking it over, giving it back whole however the program ends, events in, frames and saves out.

use super::app::{App, Effect};
use super::input::Input;
use super::theme::Theme;
use super::view;
use crate::profile::edit::Edit;
use crate::profile::store::Store;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue, style};
use std::cell::RefCell;
use std::io::{self, Write, stdout};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::panic;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

type Screen = Terminal<CrosstermBackend<Frame>>;

/// Room for a whole frame.
const FRAME_BYTES: usize = 1 << 16;

/// What a frame is written to: ratatui flushes more than once a frame, but it goes out in one write.
#[derive(Clone)]
struct Frame(Rc<RefCell<Vec<u8>>>);

impl Frame {
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let mut out = stdout().lock();
        out.write_all(&bytes)?;
        bytes.clear();
        out.flush()
    }
}

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs the interface until the user quits.
///
/// # Errors
/// Where the terminal can't be taken over or read, or where at the end something couldn't be saved.
pub fn run(app: App, store: Store, theme: Theme) -> anyhow::Result<()> {
    // crossterm drops emphasis with the colours under NO_COLOR; the theme has taken care of colours already.
    style::force_color_output(true);
    let frame = Frame(Rc::new(RefCell::new(Vec::with_capacity(FRAME_BYTES))));
    let mut shell = Shell { app, store, theme, frame, unsaved: Vec::new() };
    with_terminal(|| {
        let backend = CrosstermBackend::new(shell.frame.clone());
        shell.run(&mut Terminal::new(backend)?)
    })??;
    anyhow::ensure!(
        shell.unsaved.is_empty(),
        "{} could not be saved to {}",
        crate::report::pages::count(shell.unsaved.len(), "change"),
        shell.store.file().display()
    );
    Ok(())
}

/// Does some work on the alternate screen in raw mode. The terminal is given back whole however the work ends: by
/// returning, by a panic, by a signal or because the terminal has hung up.
///
/// # Errors
/// Where the terminal can't be taken over.
pub fn with_terminal<T>(work: impl FnOnce() -> T) -> io::Result<T> {
    let _terminal = TerminalGuard::take()?;
    end_with_signals()?;
    Ok(work())
}

struct Shell {
    app: App,
    store: Store,
    theme: Theme,
    frame: Frame,
    /// Changes that couldn't be saved so far; they go with the next save.
    unsaved: Vec<Edit>,
}

impl Shell {
    fn run(&mut self, screen: &mut Screen) -> io::Result<()> {
        loop {
            self.draw(screen)?;
            let effects = self.wait()?;
            for effect in effects {
                match effect {
                    Effect::Save(edits) => self.unsaved.extend(edits),
                    Effect::Redraw => clear(screen)?,
                    Effect::Suspend => {
                        self.save();
                        suspend()?;
                        clear(screen)?;
                    }
                    Effect::Quit if self.may_quit() => return Ok(()),
                    Effect::Quit => {}
                }
            }
            self.save();
        }
    }

    fn draw(&self, screen: &mut Screen) -> io::Result<()> {
        queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
        screen.draw(|frame| view::draw(&self.app, self.theme, frame))?;
        queue!(screen.backend_mut(), EndSynchronizedUpdate)?;
        self.frame.send()
    }

    /// Sleeps until something comes, and takes all that has come by then: a key that is held down costs one frame.
    fn wait(&mut self) -> io::Result<Vec<Effect>> {
        let mut effects = Vec::new();
        loop {
            // What means nothing, such as a key that is let go, wakes nobody.
            let Some(input) = Input::of(event::read()?) else { continue };
            effects.extend(self.app.input(input));
            let ends = effects.iter().any(|effect| !matches!(effect, Effect::Save(_)));
            if ends || !event::poll(Duration::ZERO)? {
                return Ok(effects);
            }
        }
    }

    /// Not while answers aren't saved, unless the user has been told and says so again.
    fn may_quit(&mut self) -> bool {
        let was_told = !self.unsaved.is_empty();
        self.save();
        was_told || self.unsaved.is_empty()
    }

    fn save(&mut self) {
        if self.unsaved.is_empty() {
            return;
        }
        let session = &self.app.session;
        let saved = self.store.save(&self.unsaved, session.today(), session.profile(), session.library());
        if saved.is_ok() {
            self.unsaved.clear();
        }
        self.app.saved(saved.map_err(|error| error.to_string()));
    }
}

/// Makes the next frame draw every cell. ratatui's own `clear` asks the terminal where the cursor is, and some never answer.
fn clear(screen: &mut Screen) -> io::Result<()> {
    queue!(screen.backend_mut(), Clear(ClearType::All))?;
    screen.swap_buffers();
    Ok(())
}

/// The terminal while it is ours: given back when dropped, before a panic speaks, and by a signal.
struct TerminalGuard;

impl TerminalGuard {
    fn take() -> io::Result<Self> {
        let speak = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            speak(info);
        }));
        // Made before anything is taken, so that a failure half-way gives back too.
        let taken = Self;
        enter()?;
        Ok(taken)
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether the terminal is ours: it is given back once, even if a panic and a drop both want to.
static IS_OURS: AtomicBool = AtomicBool::new(false);

fn enter() -> io::Result<()> {
    IS_OURS.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Gives the terminal back. Nobody is left to hear of an error here.
fn give_back() {
    let _ =
        execute!(stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// Stops until the shell calls back.
#[cfg(unix)]
fn suspend() -> io::Result<()> {
    give_back();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    enter()
}

#[cfg(not(unix))]
fn suspend() -> io::Result<()> {
    Ok(())
}

/// A signal, or a terminal that hung up, gives the terminal back and ends the program: every rating is saved already.
#[cfg(unix)]
fn end_with_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut pipes = Vec::new();
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        let (told, teller) = UnixStream::pair()?;
        signal_hook::low_level::pipe::register(signal, teller)?;
        pipes.push((told, signal));
    }
    std::thread::Builder::new().name("end".to_owned()).spawn(move || {
        let code = 128 + wait_for_the_end(&pipes).unwrap_or(SIGHUP);
        give_back();
        std::process::exit(code);
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn end_with_signals() -> io::Result<()> {
    Ok(())
}

/// Sleeps until a signal comes, or until the terminal's other side is gone: reading would then spin on the end of the
/// input. The answer is the signal.
#[cfg(unix)]
fn wait_for_the_end(pipes: &[(UnixStream, i32)]) -> Option<i32> {
    use rustix::event::{PollFd, PollFlags, poll};
    let input = rustix::stdio::stdin();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut watched = vec![PollFd::new(&input, PollFlags::empty())];
        watched.extend(pipes.iter().map(|(pipe, _)| PollFd::new(pipe, PollFlags::IN)));
        if poll(&mut watched, None).is_err() {
            continue;
        }
        let told = watched.iter().skip(1).zip(pipes).find(|(pipe, _)| !pipe.revents().is_empty());
        if let Some((_, (_, signal))) = told {
            return Some(*signal);
        }
        if watched[0].revents().intersects(gone) {
            return None;
        }
    }
}
