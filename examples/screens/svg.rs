//! A screen as SVG: the cells as they were drawn, with the colours of a terminal.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The size of a cell and the margin around the screen, in pixels.
const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 12;
/// Where the letters of a line stand, below its top.
const BASELINE: u16 = 15;

/// The colours of a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    /// Its name, a part of the file's.
    pub name: &'static str,
    foreground: &'static str,
    background: &'static str,
    /// The sixteen colours, the dark ones first.
    sixteen: [&'static str; 16],
}

/// A black terminal.
pub const DARK: Palette = Palette {
    name: "dark",
    foreground: "#d0d0d0",
    background: "#161616",
    sixteen: [
        "#2a2a2a", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d0d0d0", "#7a7a7a",
        "#ff8b92", "#b5e08f", "#ffd992", "#83c7ff", "#e29bf5", "#7fd7e2", "#ffffff",
    ],
};

/// A white terminal.
pub const LIGHT: Palette = Palette {
    name: "light",
    foreground: "#1c1c1c",
    background: "#fdfdfd",
    sixteen: [
        "#1c1c1c", "#b3261e", "#2e6b2f", "#7a5900", "#1a56b0", "#8a2fa0", "#00656f", "#6b6b6b", "#767676",
        "#b3261e", "#2e6b2f", "#7a5900", "#1a56b0", "#8a2fa0", "#00656f", "#1c1c1c",
    ],
};

/// The look of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    foreground: String,
    background: Option<String>,
    modifier: Modifier,
}

/// The SVG of a screen; `title` says what it shows.
#[must_use]
pub fn svg(buffer: &Buffer, title: &str, palette: &Palette) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = String::new();
    // Writing to a string doesn't fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
        escaped(title)
    );
    let _ = writeln!(
        out,
        "<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>",
        palette.background
    );
    let _ = writeln!(
        out,
        "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\" fill=\"{}\">",
        palette.foreground
    );
    for row in 0..rows {
        for (start, text, look) in runs(buffer, row, palette) {
            draw(&mut out, (start, row), &text, &look, palette);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The runs of cells in a row that look alike: the first column, the text and the look.
fn runs(buffer: &Buffer, row: u16, palette: &Palette) -> Vec<(u16, String, Look)> {
    let mut runs: Vec<(u16, String, Look)> = Vec::new();
    for column in 0..buffer.area.width {
        let Some(cell) = buffer.cell((column, row)) else { continue };
        let look = look(cell, palette);
        match runs.last_mut() {
            Some((_, text, last)) if *last == look => text.push_str(cell.symbol()),
            _ => runs.push((column, cell.symbol().to_owned(), look)),
        }
    }
    runs
}

fn look(cell: &Cell, palette: &Palette) -> Look {
    let mut foreground = colour(cell.fg, palette).unwrap_or_else(|| palette.foreground.to_owned());
    let mut background = colour(cell.bg, palette);
    if cell.modifier.contains(Modifier::REVERSED) {
        let behind = background.unwrap_or_else(|| palette.background.to_owned());
        background = Some(std::mem::replace(&mut foreground, behind));
    }
    Look { foreground, background, modifier: cell.modifier.difference(Modifier::REVERSED) }
}

/// A colour as SVG writes it; nothing for the terminal's own.
fn colour(colour: Color, palette: &Palette) -> Option<String> {
    let of_16 = |at: usize| palette.sixteen.get(at).map(|colour| (*colour).to_owned());
    match colour {
        Color::Reset => None,
        Color::Black => of_16(0),
        Color::Red => of_16(1),
        Color::Green => of_16(2),
        Color::Yellow => of_16(3),
        Color::Blue => of_16(4),
        Color::Magenta => of_16(5),
        Color::Cyan => of_16(6),
        Color::Gray => of_16(7),
        Color::DarkGray => of_16(8),
        Color::LightRed => of_16(9),
        Color::LightGreen => of_16(10),
        Color::LightYellow => of_16(11),
        Color::LightBlue => of_16(12),
        Color::LightMagenta => of_16(13),
        Color::LightCyan => of_16(14),
        Color::White => of_16(15),
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Indexed(at) => of_16(usize::from(at) % 16),
    }
}

fn draw(out: &mut String, (column, row): (u16, u16), text: &str, look: &Look, palette: &Palette) {
    let (x, y) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let width = u16::try_from(text.chars().count()).unwrap_or(u16::MAX).saturating_mul(CELL.0);
    if let Some(background) = &look.background {
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{background}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    if look.foreground != palette.foreground {
        let _ = write!(style, " fill=\"{}\"", look.foreground);
    }
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.7\""),
    ] {
        if look.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{width}\" xml:space=\"preserve\"{style}>{}</text>",
        y + BASELINE,
        escaped(text)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
