//! How many colours a terminal has, and the nearest of them to a colour that it doesn't have.

use ratatui::style::Color;

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Any colour.
    True,
    /// The 256 colours of xterm.
    Indexed,
    /// The sixteen that its user has chosen.
    Sixteen,
}

/// xterm's sixteen colours. Users choose others; these stand for the usual ones.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

impl Depth {
    /// By the values of `COLORTERM` and `TERM`: the terminal is asked nothing.
    #[must_use]
    pub fn of(colorterm: Option<&str>, term: Option<&str>) -> Self {
        match (colorterm, term) {
            (Some("truecolor" | "24bit"), _) => Self::True,
            (_, Some(term)) if term.contains("256color") => Self::Indexed,
            (Some(_) | None, Some(_) | None) => Self::Sixteen,
        }
    }

    /// A colour as this terminal can show it.
    #[must_use]
    pub fn fit(self, color: Color) -> Color {
        match (self, color) {
            (Self::Indexed, Color::Rgb(red, green, blue)) => {
                Color::Indexed(nearest_of_256([red, green, blue]))
            }
            (Self::Sixteen, Color::Rgb(red, green, blue)) => nearest_of_16([red, green, blue]),
            (Self::Sixteen, Color::Indexed(index)) => nearest_of_16(rgb_of_256(index)),
            (Self::True | Self::Indexed | Self::Sixteen, color) => color,
        }
    }
}

/// The nearest of the colours that no user changes: the cube and the greys.
fn nearest_of_256(color: [u8; 3]) -> u8 {
    (16..=u8::MAX).min_by_key(|index| distance(color, rgb_of_256(*index))).unwrap_or(u8::MAX)
}

fn nearest_of_16(color: [u8; 3]) -> Color {
    let nearest = SIXTEEN.iter().min_by_key(|(_, of_terminal)| distance(color, *of_terminal));
    nearest.map_or(Color::Reset, |(color, _)| *color)
}

/// Red, green and blue of one of xterm's 256 colours.
#[must_use]
pub fn rgb_of_256(index: u8) -> [u8; 3] {
    match index {
        0..16 => SIXTEEN.get(usize::from(index)).map_or([0; 3], |(_, rgb)| *rgb),
        16..232 => {
            let cell = index - 16;
            [cell / 36, cell / 6 % 6, cell % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
        }
        232..=u8::MAX => [8 + 10 * (index - 232); 3],
    }
}

/// Red, green and blue of a colour, with xterm's where the terminal decides; none of the terminal's own default.
#[must_use]
pub fn rgb_of(color: Color) -> Option<[u8; 3]> {
    match color {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        named => SIXTEEN.iter().find(|(color, _)| *color == named).map(|(_, rgb)| *rgb),
    }
}

/// How far two colours are from each other. The eye tells greens apart best, then reds.
fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let [red, green, blue] = [0, 1, 2].map(|at: usize| {
        let of = |color: [u8; 3]| u32::from(color.get(at).copied().unwrap_or_default());
        of(one).abs_diff(of(other)).pow(2)
    });
    2 * red + 4 * green + 3 * blue
}

#[cfg(test)]
mod tests {
    use super::{Depth, rgb_of_256};
    use ratatui::style::Color;

    #[test]
    fn the_variables_say_how_many_colours_there_are() {
        assert_eq!(Depth::of(Some("truecolor"), Some("xterm")), Depth::True);
        assert_eq!(Depth::of(Some("24bit"), None), Depth::True);
        assert_eq!(Depth::of(Some("yes"), Some("xterm-256color")), Depth::Indexed);
        assert_eq!(Depth::of(None, Some("tmux-256color")), Depth::Indexed);
        assert_eq!(Depth::of(None, Some("linux")), Depth::Sixteen);
        assert_eq!(Depth::of(None, None), Depth::Sixteen);
    }

    #[test]
    fn a_colour_becomes_the_nearest_that_there_is() {
        let orange = Color::Rgb(255, 135, 0);
        assert_eq!(Depth::True.fit(orange), orange);
        assert_eq!(Depth::Indexed.fit(orange), Color::Indexed(208));
        assert_eq!(Depth::Indexed.fit(Color::Rgb(20, 20, 20)), Color::Indexed(233));
        assert_eq!(Depth::Sixteen.fit(Color::Rgb(10, 12, 14)), Color::Black);
        assert_eq!(Depth::Sixteen.fit(Color::Indexed(231)), Color::White);
        for color in [Color::Magenta, Color::Reset, Color::Indexed(99)] {
            assert_eq!(Depth::Indexed.fit(color), color, "what the terminal has stays");
        }
        assert_eq!(
            [16, 208, 231, 232, 255].map(rgb_of_256),
            [[0, 0, 0], [255, 135, 0], [255, 255, 255], [8, 8, 8], [238, 238, 238]]
        );
    }
}
