//! How a command prints: pages fitted to a width, sentences, JSON.

use super::ColorMode;
use super::Globals;
use super::output::Output;
use crate::report::document::Document;
use crate::report::safe_text::{safe_json, safe_line};
use crate::report::text::{self, Look};
use crate::tui::settings::Terminal;
use crate::tui::theme::depth::Depth;
use ratatui::crossterm::terminal as screen;
use serde::Serialize;
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
    out: &'o mut Output,
}

impl<'o> Printer<'o> {
    /// A printer as the options, the terminal and the environment ask for it.
    pub fn new(globals: &Globals, out: &'o mut Output) -> Self {
        let look = look(globals.color);
        out.set_styled(look.color);
        Self { json: globals.json, look, out }
    }

    /// Prints a page.
    pub fn print(&mut self, doc: &Document) -> anyhow::Result<()> {
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

    /// Prints a plain line, however long it is.
    pub fn line(&mut self, text: &str) -> anyhow::Result<()> {
        let text = safe_line(text);
        let text = if self.look.ascii { text::to_ascii(&text).into() } else { text };
        Ok(writeln!(self.out, "{text}")?)
    }

    /// Prints a question without a line end, and shows it at once.
    pub fn ask(&mut self, text: &str) -> anyhow::Result<()> {
        let text = if self.look.ascii { text::to_ascii(text).into() } else { safe_line(text) };
        write!(self.out, "{text} ")?;
        Ok(self.out.flush()?)
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

fn look(when: ColorMode) -> Look {
    let is_terminal = stdout_is_terminal();
    Look {
        width: width(is_terminal).max(NARROWEST),
        color: wants_color(when, is_terminal),
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
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    match when {
        ColorMode::Always => true,
        ColorMode::Never => false,
        ColorMode::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb,
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
