//! Taking the terminal over, and giving it back whole: by returning, by a panic, by a signal, or while it doesn't read.

use super::output;
use ratatui::crossterm::cursor;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal while it is ours: given back when dropped, before a panic speaks, and by a signal.
pub struct TerminalGuard;

impl TerminalGuard {
    /// Takes the terminal over: alternate screen, raw mode, bracketed paste, focus reports, and the mouse where it is listened to.
    ///
    /// # Errors
    /// Where the terminal can't be taken over; it is then given back.
    pub fn take(mouse: bool) -> io::Result<Self> {
        HAS_MOUSE.store(mouse, Ordering::SeqCst);
        let speak = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            speak(info);
        }));
        // Made before anything is taken, so that a failure half-way gives back too.
        let guard = Self;
        enter()?;
        Ok(guard)
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether the terminal is ours. It is given back once, even if a panic, a drop and a signal all want to.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is listened to: else not a byte is said about it. The thread of the signals has to know too.
static HAS_MOUSE: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over, or takes it over again after the program was stopped.
///
/// # Errors
/// Where the terminal refuses.
pub fn enter() -> io::Result<()> {
    if !IS_OURS.swap(true, Ordering::SeqCst) {
        #[cfg(unix)]
        emergency::remember_modes();
    }
    // Whoever had the terminal meanwhile has set its modes; crossterm sets them only where it thinks that they aren't.
    disable_raw_mode()?;
    enable_raw_mode()?;
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, cursor::Hide)?;
    if HAS_MOUSE.load(Ordering::SeqCst) {
        queue!(bytes, EnableMouseCapture)?;
    }
    let _turn = output::turn();
    output::write_out(&bytes)
}

/// What gives back everything that [`enter`] takes, except the modes of the line.
fn leave_sequence() -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory doesn't fail.
    if HAS_MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(bytes, DisableMouseCapture);
    }
    let _ = queue!(
        bytes,
        EndSynchronizedUpdate,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    bytes
}

/// Gives the terminal back. Nobody is left to hear of an error here.
fn give_back() {
    if IS_OURS.swap(false, Ordering::SeqCst) {
        // Without a turn: a panic may come while this thread has it.
        let _ = output::write_out(&leave_sequence());
        let _ = disable_raw_mode();
    }
}

#[cfg(unix)]
pub use emergency::give_back_at_once;

/// Stops until the shell that started the program calls it back.
///
/// # Errors
/// Where the terminal can't be taken over again.
#[cfg(unix)]
pub fn suspend() -> io::Result<()> {
    give_back();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    enter()
}

/// Does nothing: this system can't stop a program.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn suspend() -> io::Result<()> {
    Ok(())
}

/// Giving the terminal back without waiting for anything: the main thread may be stuck in a write, and the terminal may never
/// read again.
#[cfg(unix)]
mod emergency {
    use super::super::output;
    use super::{IS_OURS, leave_sequence};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fd::{AsFd, OwnedFd};
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::write;
    use rustix::stdio::stdin;
    use rustix::termios::{
        OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetpgrp, tcsetattr,
    };
    use std::sync::atomic::Ordering;
    use std::sync::{Mutex, PoisonError};
    use std::time::{Duration, Instant};

    /// The modes of the line before the program took it over.
    static MODES: Mutex<Option<Termios>> = Mutex::new(None);

    /// How long a terminal may take to read the leave sequence.
    const PATIENCE: Duration = Duration::from_millis(300);

    /// Between two tries.
    const PAUSE: Timespec = Timespec { tv_sec: 0, tv_nsec: 10_000_000 };

    /// Remembers the modes of the line.
    pub fn remember_modes() {
        *MODES.lock().unwrap_or_else(PoisonError::into_inner) = tcgetattr(stdin()).ok();
    }

    /// Gives the terminal back as far as that is possible in about [`PATIENCE`]. After it nobody writes to the terminal, so the
    /// program has to end.
    pub fn give_back_at_once() {
        if !IS_OURS.swap(false, Ordering::SeqCst) {
            return;
        }
        let end = Instant::now() + PATIENCE;
        let turn = loop {
            match output::turn_at_once() {
                None if Instant::now() < end => std::thread::sleep(Duration::from_millis(5)),
                turn => break turn,
            }
        };
        leave(end, turn.is_none());
        // A shell that has taken the terminal back has set its own modes.
        if is_in_foreground()
            && let Some(modes) = &*MODES.lock().unwrap_or_else(PoisonError::into_inner)
        {
            let _ = tcsetattr(stdin(), OptionalActions::Now, modes);
        }
        // Kept for ever: no frame may follow.
        std::mem::forget(turn);
    }

    fn is_in_foreground() -> bool {
        tcgetpgrp(stdin()).is_ok_and(|group| group == rustix::process::getpgrp())
    }

    /// Writes the leave sequence. Where a frame is stuck in the terminal, that is discarded first to make room.
    fn leave(end: Instant, is_stuck: bool) {
        let Some(terminal) = own_terminal() else {
            if !is_stuck {
                let _ = output::write_out(&leave_sequence());
            }
            return;
        };
        let bytes = leave_sequence();
        let mut rest = &bytes[..];
        loop {
            if is_stuck {
                let _ = tcflush(terminal.as_fd(), QueueSelector::OFlush);
            }
            if let Ok(count) = write(&terminal, rest) {
                rest = rest.get(count..).unwrap_or_default();
            }
            if rest.is_empty() || Instant::now() >= end {
                return;
            }
            let _ = poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], Some(&PAUSE));
        }
    }

    /// The terminal under a file description of its own, on which a write never waits; the others keep theirs.
    fn own_terminal() -> Option<OwnedFd> {
        let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        open("/dev/tty", flags, Mode::empty()).ok()
    }
}
