//! How a command prints: pages fitted to a width, sentences, JSON.

use super::ColorMode;
use super::Globals;
use super::output::Output;
use crate::report::document::{Document, Span};
use crate::report::plain;
use crate::report::safe_text::{safe_json, safe_line};
use crate::report::text::{self, Look};
use crate::tui::settings::Terminal;
use crate::tui::theme::depth::Depth;
use ratatui::crossterm::terminal as screen;
use serde::Serialize;
use std::borrow::Cow;
use std::env;
use std::io::{self, IsTerminal, Write};

/// The width of output that no terminal limits.
const PIPE_WIDTH: usize = 80;
/// The least width that text is fitted to.
const NARROWEST: usize = 20;

/// Standard output, and how it is to look.
pub struct Printer<'o> {
    /// Whether to print JSON instead of text.
    pub json: bool,
    /// How text is to look.
    pub look: Look,
    /// Whether text is in plain mode: lines to be heard.
    pub is_plain: bool,
    /// Whether the option, and not the terminal alone, asks for it.
    pub is_plain_by_option: bool,
    out: &'o mut Output,
}

impl<'o> Printer<'o> {
    /// A printer as the options, the terminal and the environment ask for it.
    pub fn new(globals: &Globals, out: &'o mut Output) -> Self {
        let is_plain = globals.plain || is_dumb();
        let look = look(globals.color, is_plain);
        out.set_styled(look.color);
        // JSON has no form but its own.
        out.set_plain(is_plain && !globals.json);
        Self { json: globals.json, look, is_plain, is_plain_by_option: globals.plain, out }
    }

    /// Prints a page.
    pub fn print(&mut self, doc: &Document) -> anyhow::Result<()> {
        if self.is_plain {
            return Ok(plain::print(doc, self.look.ascii, self.out)?);
        }
        Ok(text::print(doc, self.look, self.out)?)
    }

    /// Prints JSON.
    pub fn print_json(&mut self, value: &impl Serialize) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(value)?;
        Ok(writeln!(self.out, "{}", safe_json(&json))?)
    }

    /// Prints a sentence, fitted to the width.
    pub fn say(&mut self, text: &str) -> anyhow::Result<()> {
        let mut doc = Document::default();
        doc.paragraph(text);
        self.print(&doc)
    }

    /// Prints a text of several lines as it is.
    pub fn raw(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Prints a file's content, byte by byte as it is: whoever made it kept out what steers a terminal.
    pub fn bytes(&mut self, content: &[u8]) -> anyhow::Result<()> {
        Ok(self.out.write_as_is(content)?)
    }

    /// Prints a line, however long it is.
    pub fn line(&mut self, text: &str) -> anyhow::Result<()> {
        let line = self.one_line(text);
        Ok(writeln!(self.out, "{line}")?)
    }

    /// Prints a line for programs to read too, such as a path: in plain mode its signs don't become words.
    pub fn exact(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(writeln!(self.out, "{}", safe_line(text))?)
    }

    /// Leaves an empty line between two parts. Plain mode has none there, as it is said as "blank".
    pub fn gap(&mut self) -> anyhow::Result<()> {
        if self.is_plain { Ok(()) } else { self.line("") }
    }

    /// Prints a question and shows it at once. The answer stands behind it; in plain mode it has a line of its own, as many readers,
    /// and programs that speak for Emacs, say a line only when it ends.
    pub fn ask(&mut self, question: impl Into<Span>) -> anyhow::Result<()> {
        let question = question.into();
        let said = question.said.as_deref().filter(|_| self.is_plain);
        let line = self.one_line(said.unwrap_or(&question.text));
        let end = if self.is_plain { '\n' } else { ' ' };
        write!(self.out, "{line}{end}")?;
        Ok(self.out.flush()?)
    }

    fn one_line<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let text = if self.is_plain { plain::words(text).into() } else { safe_line(text) };
        if self.look.ascii { text::to_ascii(&text).into() } else { text }
    }

    /// Says something on standard error, on one line.
    pub fn notify(&self, notice: &str) {
        self.out.notify(notice);
    }

    /// Remembers what has been changed, in case the answer can't be printed.
    pub const fn set_done(&mut self, done: &'static str) {
        self.out.set_done(done);
    }
}

/// Whether standard output is a terminal.
pub fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether the terminal says that it can do nothing but print. That asks for plain mode: Emacs is such a terminal.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn look(when: ColorMode, is_plain: bool) -> Look {
    let is_terminal = stdout_is_terminal();
    Look {
        width: width(is_terminal).max(NARROWEST),
        color: !is_plain && wants_color(when, is_terminal),
        ascii: is_terminal && !speaks_utf8(),
    }
}

/// What the interface could show on a terminal with these variables, wherever standard output goes at the moment.
pub fn terminal(when: ColorMode) -> Terminal {
    let value = |name: &str| env::var(name).ok();
    Terminal {
        color: wants_color(when, true),
        ascii: !speaks_utf8(),
        depth: Depth::of(value("COLORTERM").as_deref(), value("TERM").as_deref()),
    }
}

fn wants_color(when: ColorMode, is_terminal: bool) -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    match when {
        ColorMode::Always => true,
        ColorMode::Never => false,
        ColorMode::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb(),
    }
}

fn width(is_terminal: bool) -> usize {
    let of_terminal =
        || screen::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0);
    let of_variable = || env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0);
    if is_terminal { of_terminal().or_else(of_variable) } else { of_variable() }.unwrap_or(PIPE_WIDTH)
}

/// Whether the locale can show more than ASCII. One that says nothing is trusted, except the bare C locale.
fn speaks_utf8() -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    said.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8") || !(locale == "c" || locale == "posix")
    })
}
