//! Signals: what ends the program gives the terminal back first, whatever the main thread is doing.

use super::guard;
use super::saving::{PATIENCE, SAVING, WAITING};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGWINCH,
};
use signal_hook::low_level;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, TryLockError};
use std::time::{Duration, Instant};

/// Signals that ask the program to end; it exits with 128 and the number.
const ENDING: [i32; 3] = [SIGTERM, SIGHUP, SIGINT];

/// Signals that kill a program by default, and still do once the terminal is given back.
const KILLING: [i32; 5] = [SIGQUIT, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM];

/// Whether somebody asked the program to stop, as Ctrl-Z does in other programs.
static MUST_SUSPEND: AtomicBool = AtomicBool::new(false);

/// Whether the program was stopped and goes on.
static WAS_RESUMED: AtomicBool = AtomicBool::new(false);

/// What a signal asks of the main thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Stop until the shell calls back.
    Suspend,
    /// Take the terminal over again and draw: somebody else had it.
    Resume,
}

/// What a signal asked since the last call.
#[must_use]
pub fn take_wish() -> Option<Wish> {
    if MUST_SUSPEND.swap(false, Ordering::SeqCst) {
        return Some(Wish::Suspend);
    }
    WAS_RESUMED.swap(false, Ordering::SeqCst).then_some(Wish::Resume)
}

/// A signal, and whether it has come.
struct Watched {
    signal: i32,
    has_come: Arc<AtomicBool>,
}

impl Watched {
    /// The handler notes the signal, then wakes the watcher.
    fn new(signal: i32, teller: &UnixStream) -> io::Result<Self> {
        let has_come = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(signal, Arc::clone(&has_come))?;
        low_level::pipe::register(signal, teller.try_clone()?)?;
        Ok(Self { signal, has_come })
    }
}

/// Watches for signals, and for a terminal that hangs up, in a thread of its own.
///
/// # Errors
/// Where the system refuses a handler or a thread.
pub fn watch() -> io::Result<()> {
    let (mut told, teller) = UnixStream::pair()?;
    let signals = ENDING.into_iter().chain(KILLING).chain([SIGTSTP, SIGCONT]);
    let signals: Vec<Watched> =
        signals.map(|signal| Watched::new(signal, &teller)).collect::<Result<_, _>>()?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        // Held, so that the socket stays open however few handlers there are.
        let _teller = teller;
        loop {
            match next(&mut told) {
                Next::Signal => signals
                    .iter()
                    .filter(|watched| watched.has_come.swap(false, Ordering::SeqCst))
                    .for_each(|watched| answer(watched.signal)),
                Next::HungUp => end(SIGHUP),
            }
        }
    })?;
    Ok(())
}

/// What wakes the watcher.
enum Next {
    Signal,
    /// The terminal's other side is gone; reading would spin on the end of the input.
    HungUp,
}

fn next(told: &mut UnixStream) -> Next {
    let input = rustix::stdio::stdin();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut watched = [PollFd::new(&*told, PollFlags::IN), PollFd::new(&input, PollFlags::empty())];
        if poll(&mut watched, None).is_err() {
            continue;
        }
        let [signal, terminal] = watched.map(|fd| fd.revents());
        if signal.contains(PollFlags::IN) {
            // How many bytes there are doesn't matter: the flags say what has come.
            let _ = told.read(&mut [0; 64]);
            return Next::Signal;
        }
        if terminal.intersects(gone) {
            return Next::HungUp;
        }
    }
}

fn answer(signal: i32) {
    match signal {
        SIGTSTP => wake(&MUST_SUSPEND),
        SIGCONT => wake(&WAS_RESUMED),
        signal => end(signal),
    }
}

/// Wakes the main thread, which sleeps until an event comes: a change of size is one.
fn wake(flag: &AtomicBool) {
    flag.store(true, Ordering::SeqCst);
    let _ = low_level::raise(SIGWINCH);
}

/// Ends the program by a signal. A save that has begun is let through first, and so is one that another program holds up.
fn end(signal: i32) -> ! {
    let end = Instant::now() + PATIENCE;
    while WAITING.load(Ordering::SeqCst) && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(5));
    }
    let _saving = loop {
        match SAVING.try_lock() {
            Err(TryLockError::WouldBlock) if Instant::now() < end => {
                std::thread::sleep(Duration::from_millis(5));
            }
            saving => break saving,
        }
    };
    guard::give_back_at_once();
    if KILLING.contains(&signal) {
        let _ = low_level::emulate_default_handler(signal);
    }
    low_level::exit(128 + signal)
}
