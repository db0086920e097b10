//! The two streams of the command line. Whatever a command prints goes through here, and nothing that steers a terminal passes.

use crate::report::plain::{self, without_pictures};
use crate::report::safe_text::{safe_line, safe_lines, safe_styled_lines};
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

/// Standard output, held back line by line and cleaned.
pub struct Output {
    out: BufWriter<Box<dyn Write>>,
    /// The beginning of a line whose end is still missing.
    line: Vec<u8>,
    /// Whether colour and emphasis pass.
    is_styled: bool,
    /// Whether both streams are in plain mode.
    is_plain: bool,
    /// What the command has changed so far, as the beginning of a sentence.
    done: Option<&'static str>,
    has_failed: bool,
}

impl Output {
    /// An output that writes to a stream.
    pub fn new(out: Box<dyn Write>) -> Self {
        Self {
            out: BufWriter::new(out),
            line: Vec::new(),
            is_styled: false,
            is_plain: false,
            done: None,
            has_failed: false,
        }
    }

    /// Lets colour and emphasis pass, or not.
    pub const fn set_styled(&mut self, is_styled: bool) {
        self.is_styled = is_styled;
    }

    /// Keeps pictures made of characters from both streams, and says notices in words.
    pub const fn set_plain(&mut self, is_plain: bool) {
        self.is_plain = is_plain;
    }

    /// Says something on standard error, on one line.
    pub fn notify(&self, notice: &str) {
        // Nobody is left to hear that standard error can't be written.
        let _ = writeln!(io::stderr(), "coach: {}", self.sentence(notice));
    }

    /// Says more on standard error, on a line of its own.
    pub fn notify_more(&self, line: &str) {
        let _ = writeln!(io::stderr(), "{}", self.sentence(line));
    }

    fn sentence<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.is_plain { plain::words(text).into() } else { safe_line(text) }
    }

    /// Remembers what the command has changed: `your change is saved`.
    pub const fn set_done(&mut self, done: &'static str) {
        self.done = Some(done);
    }

    /// What the command had changed when its answer could not be written; nothing while the output works.
    pub fn done_before_failure(&self) -> Option<&'static str> {
        self.done.filter(|_| self.has_failed)
    }

    /// Writes a file's content byte by byte, behind what is held back.
    ///
    /// # Errors
    /// When the output can't be written.
    pub fn write_as_is(&mut self, content: &[u8]) -> io::Result<()> {
        self.write_clean(self.line.len())?;
        let done = self.out.write_all(content);
        self.watched(done)
    }

    fn write_clean(&mut self, length: usize) -> io::Result<()> {
        let rest = self.line.split_off(length.min(self.line.len()));
        let line = std::mem::replace(&mut self.line, rest);
        let text = String::from_utf8_lossy(&line);
        let clean = if self.is_styled { safe_styled_lines(&text) } else { safe_lines(&text) };
        let clean = if self.is_plain { without_pictures(&clean).into() } else { clean };
        let done = self.out.write_all(clean.as_bytes());
        self.watched(done)
    }

    fn watched(&mut self, done: io::Result<()>) -> io::Result<()> {
        self.has_failed |= done.is_err();
        done
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            self.write_clean(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_clean(self.line.len())?;
        let done = self.out.flush();
        self.watched(done)
    }
}

#[cfg(test)]
mod tests {
    use super::Output;
    use std::cell::RefCell;
    use std::io::{self, Write};
    use std::rc::Rc;

    #[derive(Default, Clone)]
    struct Seen(Rc<RefCell<Vec<u8>>>);

    impl Write for Seen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn printed(is_styled: bool, pieces: &[&str]) -> String {
        let seen = Seen::default();
        let mut out = Output::new(Box::new(seen.clone()));
        out.set_styled(is_styled);
        for byte in pieces.concat().as_bytes() {
            out.write_all(&[*byte]).expect("written");
        }
        out.flush().expect("flushed");
        let bytes = seen.0.borrow().clone();
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn what_steers_a_terminal_does_not_pass_even_byte_by_byte() {
        assert_eq!(printed(false, &["a\u{9b}b\u{202e}\n", "é\u{1b}[31m表: "]), "a b \né [31m表: ");
        assert_eq!(printed(true, &["\u{1b}[1mé\u{1b}[0m\u{1b}[2J\n"]), "\u{1b}[1mé\u{1b}[0m [2J\n");
    }

    #[test]
    fn a_picture_does_not_pass_in_plain_mode() {
        let seen = Seen::default();
        let mut out = Output::new(Box::new(seen.clone()));
        out.set_plain(true);
        writeln!(out, "é├━┤40").expect("written");
        out.flush().expect("flushed");
        assert_eq!(*seen.0.borrow(), "é   40\n".as_bytes());
    }

    #[test]
    fn a_failure_knows_what_was_done_before_it() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut out = Output::new(Box::new(Full));
        writeln!(out, "saved").expect("held back");
        out.set_done("your change is saved");
        assert_eq!(out.done_before_failure(), None);
        assert!(out.flush().is_err());
        assert_eq!(out.done_before_failure(), Some("your change is saved"));
    }
}
