//! Prints a document as text: with colour on a terminal that wants it, plain in a pipe.

use super::document::{Document, Role};
use super::layout;
use crate::latin::latin;
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::io::{self, Write};

/// The settings for printed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The maximum width, in cells.
    pub width: usize,
    /// Whether to use colour and emphasis.
    pub color: bool,
    /// Whether to write ASCII only.
    pub ascii: bool,
}

/// Writes a document.
///
/// # Errors
/// When the output can't be written.
pub fn print(doc: &Document, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for line in layout::lines(doc, look.width) {
        for (i, span) in line.iter().enumerate() {
            let is_last = i + 1 == line.len();
            let text = if is_last { span.text.trim_end() } else { &span.text };
            let text = if look.ascii { Cow::Owned(to_ascii(text)) } else { Cow::Borrowed(text) };
            let style = style(span.role);
            if look.color && !style.is_plain() {
                write!(out, "{style}{text}{style:#}")?;
            } else {
                out.write_all(text.as_bytes())?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A document as plain text, to be put somewhere else.
#[must_use]
pub fn unstyled(doc: &Document, width: usize) -> String {
    let mut text = Vec::new();
    // Writing to memory doesn't fail.
    let _ = print(doc, Look { width, color: false, ascii: false }, &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// Styles from the terminal's own sixteen colours, readable on a dark and on a light background: those of the default theme of the
/// terminal interface.
#[must_use]
pub const fn style(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Text | Role::Bar | Role::Dim | Role::NotYet => plain,
        Role::Title | Role::Heading | Role::Strong | Role::Good => plain.bold(),
        Role::Accent => plain.bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Magenta))),
        Role::Link => plain.underline(),
        Role::Open => plain.italic(),
    }
}

/// The text in ASCII. The signs of lines, bars and lists become signs of the same width; `?` stands for what has no
/// transliteration.
#[must_use]
pub fn to_ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            ascii.push_str(sign_in_ascii(c).or_else(|| latin(c)).unwrap_or("?"));
        }
    }
    ascii
}

/// The dots of a cell's right column, in the number of a braille sign.
const RIGHT_DOTS: u32 = 0xb8;

/// The signs that pages are drawn with, where a general transliteration would change their width or lose their meaning.
const fn sign_in_ascii(c: char) -> Option<&'static str> {
    Some(match c {
        '—' => "-",
        '━' | '█' | '▬' => "=",
        '╍' => "~",
        // From a light shade to a dark one.
        '░' => ".",
        '▒' => ":",
        '▓' => "+",
        '├' | '┤' | '┝' | '┥' | '│' | '┼' | '╂' | '╋' => "|",
        // From little ink to much, like the bars themselves; `▄` is also the bar of a table.
        '▁' => "_",
        '▂' => ".",
        '▃' => ":",
        '▄' => "=",
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
        '▸' | '✓' => "*",
        // The grid of a radar, whose polygons are other signs.
        '⋅' => "'",
        '·' | '…' => ".",
        '→' => ">",
        '←' => "<",
        '»' => ">",
        '↑' => "^",
        '↓' => "v",
        '½' => ".5",
        '£' => "GBP",
        '¥' => "JPY",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::to_ascii;

    #[test]
    fn drawn_signs_keep_their_width() {
        let signs = "░▒▓─━█▬└├┤┝┥│┼╂╋▁▂▃▄▅▆▇⠁⣿•▸✓·…→›←‹↑↓×÷≈–—‐−’‘“”\u{a0}\u{202f}";
        assert_eq!(to_ascii(signs), ".:+-===+||||||||_.:=+*#.#***..>><<^vx/~----''\"\"  ");
    }

    #[test]
    fn letters_are_transliterated() {
        assert_eq!(
            to_ascii("Łódź, Straße, Æsir, ½ of 5 € ≥ £4 or ¥3"),
            "Lodz, Strasse, AEsir, .5 of 5 EUR >= GBP4 or JPY3"
        );
        assert_eq!(to_ascii("\u{e000}"), "?");
    }
}
