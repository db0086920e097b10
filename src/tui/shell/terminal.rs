//! Work on the terminal: taken over and watched for signals before it, given back after it.

use super::guard::{self, TerminalGuard};
#[cfg(unix)]
use super::signals::{self, Wish};
use crate::tui::outcome::Effect;
use ratatui::crossterm::event;
use std::io;
use std::time::Duration;

/// Does some work on the alternate screen in raw mode. The terminal is given back whole however the work ends: by
/// returning, by a panic, by a signal or because the terminal has hung up. `mouse` is whether it reports the mouse meanwhile.
///
/// # Errors
/// Where the terminal can't be taken over.
pub fn with_terminal<T>(mouse: bool, work: impl FnOnce() -> T) -> io::Result<T> {
    let _terminal = TerminalGuard::take(mouse)?;
    // crossterm watches for changes of size from its first look for events on. A signal wakes the main thread by such a change,
    // so it must be able to hear one before signals are watched for.
    event::poll(Duration::ZERO)?;
    #[cfg(unix)]
    signals::watch()?;
    Ok(work())
}

/// What a signal asks of the main thread, which it woke by a change of size.
///
/// # Errors
/// Where the terminal can't be taken over again.
#[cfg(unix)]
pub fn woken_by_signal() -> io::Result<Option<Effect>> {
    match signals::take_wish() {
        Some(Wish::Suspend) => Ok(Some(Effect::Suspend)),
        Some(Wish::Resume) => {
            guard::enter()?;
            Ok(Some(Effect::Redraw))
        }
        None => Ok(None),
    }
}

/// What a signal asks of the main thread: nothing on this system.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn woken_by_signal() -> io::Result<Option<Effect>> {
    Ok(None)
}
