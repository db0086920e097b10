//! Prints a page as text: with colour on a terminal that wants it, clean in a pipe.

use super::document::{Document, Role};
use super::layout;
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::io::{self, Write};

/// How text is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The width to fit, in cells.
    pub width: usize,
    /// Whether to use colour and emphasis.
    pub color: bool,
    /// Whether to keep to ASCII.
    pub ascii: bool,
}

/// Writes a page.
///
/// # Errors
/// Where the output can't be written.
pub fn print(doc: &Document, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for line in layout::lines(doc, look.width) {
        for (i, span) in line.iter().enumerate() {
            let is_last = i + 1 == line.len();
            let text = if is_last { span.text.trim_end() } else { &span.text };
            let text = if look.ascii { Cow::Owned(to_ascii(text)) } else { Cow::Borrowed(text) };
            if look.color && span.role != Role::Text {
                let style = style(span.role);
                write!(out, "{style}{text}{style:#}")?;
            } else {
                out.write_all(text.as_bytes())?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Colours of a terminal's own sixteen that can be read on a dark and on a light background.
const fn style(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Text | Role::Bar => plain,
        Role::Title => plain.bold().underline(),
        Role::Heading | Role::Strong => plain.bold(),
        Role::Dim => plain.dimmed(),
        Role::Link => plain.underline(),
        Role::Good => color(AnsiColor::Green),
        Role::Open => plain.bold(),
        Role::Bad => color(AnsiColor::Red),
    }
}

const fn color(color: AnsiColor) -> Style {
    Style::new().fg_color(Some(anstyle::Color::Ansi(color)))
}

/// The same text with signs that every terminal has; those of lines and bars are as wide as what they stand for.
#[must_use]
pub fn to_ascii(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut ascii, c| {
        match ascii_of(c) {
            Some(sign) => ascii.push_str(sign),
            None if c.is_ascii() => ascii.push(c),
            None => ascii.push('?'),
        }
        ascii
    })
}

/// The dots of a cell's right column, in the number of a braille sign.
const RIGHT_DOTS: u32 = 0xb8;

/// What stands for a character where only ASCII is to be shown.
const fn ascii_of(c: char) -> Option<&'static str> {
    Some(match c {
        '─' | '–' | '—' | '‐' | '−' => "-",
        '━' | '█' => "=",
        '└' => "+",
        '├' | '┤' | '┝' | '┥' | '│' | '┼' | '┿' => "|",
        // From little ink to much, as what they stand for.
        '▁' => "_",
        '▂' => ".",
        '▃' => ":",
        '▄' => "-",
        '▅' => "+",
        '▆' => "*",
        '▇' => "#",
        // Dots of a chart: a line with dots in right columns is solid.
        '\u{2801}'..='\u{28ff}' => {
            if c as u32 & RIGHT_DOTS == 0 {
                "."
            } else {
                "#"
            }
        }
        '•' | '▸' | '✓' => "*",
        '·' | '…' => ".",
        '→' | '›' => ">",
        '←' | '‹' => "<",
        '↑' => "^",
        '↓' => "v",
        '×' => "x",
        '÷' => "/",
        '≈' => "~",
        '≥' => ">=",
        '≤' => "<=",
        '½' => ".5",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '\u{a0}' | '\u{202f}' => " ",
        '’' | '‘' => "'",
        '“' | '”' => "\"",
        'à' | 'á' | 'â' | 'ä' => "a",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ò' | 'ó' | 'ô' | 'ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ç' => "c",
        'ñ' => "n",
        _ => return None,
    })
}
