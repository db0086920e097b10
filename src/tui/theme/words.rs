//! A look in words, such as `bold #ffb454 on black`.

use ratatui::style::{Color, Modifier, Style};

const COLORS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

const EMPHASES: [(&str, Modifier); 6] = [
    ("plain", Modifier::empty()),
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// What a word of a look may be, for a message.
pub const LOOK_WORDS: &str =
    "plain, bold, dim, italic, underlined, reversed, a colour, or `on` with a colour behind it";
/// What a colour may be, for a message.
pub const COLOR_WORDS: &str =
    "a colour is a name such as red or bright-blue, a number from 0 to 255, #rrggbb, or default";

/// The look that words ask for.
///
/// # Errors
/// With the first word that means nothing.
pub fn look(text: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "on" {
            let behind = words.next().unwrap_or_default();
            style = style.bg(color(behind).ok_or_else(|| format!("on {behind}").trim_end().to_owned())?);
        } else if let Some((_, emphasis)) = EMPHASES.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*emphasis);
        } else {
            style = style.fg(color(word).ok_or_else(|| word.to_owned())?);
        }
    }
    Ok(style)
}

/// The colour of a word.
pub fn color(word: &str) -> Option<Color> {
    if let Some(digits) = word.strip_prefix('#') {
        return rgb(digits);
    }
    let named = COLORS.iter().find(|(name, _)| *name == word).map(|(_, color)| *color);
    named.or_else(|| word.parse().ok().map(Color::Indexed))
}

fn rgb(digits: &str) -> Option<Color> {
    let is_rgb = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_rgb)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Color::Rgb(red, green, blue))
}

#[cfg(test)]
mod tests {
    use super::look;
    use ratatui::style::{Color, Style};

    #[test]
    fn words_are_looks() {
        assert_eq!(look(""), Ok(Style::new()));
        assert_eq!(look("plain"), Ok(Style::new()));
        assert_eq!(look("bold italic magenta"), Ok(Style::new().bold().italic().fg(Color::Magenta)));
        assert_eq!(
            look("#ff8000 on bright-black"),
            Ok(Style::new().fg(Color::Rgb(255, 128, 0)).bg(Color::DarkGray))
        );
        assert_eq!(look("200 on default"), Ok(Style::new().fg(Color::Indexed(200)).bg(Color::Reset)));
    }

    #[test]
    fn a_word_without_meaning_is_named() {
        for (text, wrong) in [
            ("bold purple", "purple"),
            ("#ff80", "#ff80"),
            ("#+ff800", "#+ff800"),
            ("256", "256"),
            ("red on", "on"),
            ("red on bold", "on bold"),
        ] {
            assert_eq!(look(text), Err(wrong.to_owned()));
        }
    }
}
