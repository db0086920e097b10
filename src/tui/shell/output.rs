//! Bytes to the terminal: a frame goes out in one write, or not at all where it says nothing new.

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Room for a whole frame.
const FRAME_BYTES: usize = 1 << 16;

/// Held by whoever writes to the terminal, so that the leave sequence never lands inside a frame, nor a frame after it.
static TURN: Mutex<()> = Mutex::new(());

/// Waits for the turn to write.
pub fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The turn to write, if nobody is writing.
#[cfg(unix)]
pub fn turn_at_once() -> Option<MutexGuard<'static, ()>> {
    TURN.try_lock().ok()
}

/// What a frame is written to. ratatui flushes more than once a frame, so the bytes are gathered here first.
#[derive(Clone)]
pub struct Frame(Rc<RefCell<Bytes>>);

struct Bytes {
    /// The frame in the making.
    next: Vec<u8>,
    /// The last frame. The same bytes again change nothing on the screen: every position and style in them is absolute.
    last: Vec<u8>,
}

impl Default for Frame {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Bytes { next: Vec::with_capacity(FRAME_BYTES), last: Vec::new() })))
    }
}

impl Frame {
    /// Forgets the last frame: somebody else may have written over it, so that the same bytes change something.
    pub fn forget(&self) {
        self.0.borrow_mut().last.clear();
    }

    /// Sends the frame, unless it changes nothing.
    ///
    /// # Errors
    /// Where the terminal can't be written to.
    pub fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let Bytes { next, last } = &mut *bytes;
        if next != last && *next != empty_frame() {
            let _turn = turn();
            write_out(next)?;
        }
        std::mem::swap(next, last);
        next.clear();
        Ok(())
    }
}

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().next.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What ratatui writes for a frame without a changed cell.
fn empty_frame() -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory doesn't fail.
    let _ = queue!(bytes, BeginSynchronizedUpdate);
    let mut backend = CrosstermBackend::new(&mut bytes);
    let _ = backend.draw(std::iter::empty());
    let _ = backend.hide_cursor();
    let _ = queue!(bytes, EndSynchronizedUpdate);
    bytes
}

/// Writes to the terminal, past the standard library's lock and buffer: whoever holds those may be waiting for a terminal that
/// doesn't read.
///
/// # Errors
/// Where the terminal can't be written to.
#[cfg(unix)]
pub fn write_out(bytes: &[u8]) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::{Errno, write};
    let terminal = rustix::stdio::stdout();
    let mut rest = bytes;
    while !rest.is_empty() {
        match write(terminal, rest) {
            Ok(count) => rest = rest.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program has left the terminal in non-blocking mode.
            Err(Errno::AGAIN) => {
                let _ = poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], None);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Writes to the terminal.
///
/// # Errors
/// Where the terminal can't be written to.
#[cfg(not(unix))]
pub fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut terminal = io::stdout().lock();
    terminal.write_all(bytes)?;
    terminal.flush()
}

#[cfg(test)]
mod tests {
    use super::{Frame, empty_frame};
    use ratatui::Terminal;
    use ratatui::backend::CrosstermBackend;
    use ratatui::crossterm::queue;
    use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
    use ratatui::layout::Rect;
    use ratatui::{TerminalOptions, Viewport};

    #[test]
    fn a_frame_without_a_change_is_the_empty_frame() {
        let frame = Frame::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 10, 2)) };
        let mut screen =
            Terminal::with_options(CrosstermBackend::new(frame.clone()), options).expect("a screen");
        let mut bytes_of = |text: &str| {
            queue!(screen.backend_mut(), BeginSynchronizedUpdate).expect("written");
            screen.draw(|frame| frame.render_widget(text, frame.area())).expect("drawn");
            queue!(screen.backend_mut(), EndSynchronizedUpdate).expect("written");
            std::mem::take(&mut frame.0.borrow_mut().next)
        };
        assert_ne!(bytes_of("one"), empty_frame());
        assert_eq!(bytes_of("one"), empty_frame());
        assert_ne!(bytes_of("two"), empty_frame());
    }
}
