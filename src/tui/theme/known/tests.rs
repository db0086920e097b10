//! The themes of the program against their promises, and faults in a user's theme.

use super::{ANSI, BuiltIn, MONO, NAMES, file_of, parsed, read};
use crate::report::document::Role;
use crate::report::text;
use crate::tui::theme::depth::{Depth, rgb_of};
use crate::tui::theme::looks::{Looks, Part};
use anstyle::Effects;
use ratatui::style::{Color, Modifier, Style};
use rstest::rstest;
use std::fs;
use std::path::Path;
use strum::IntoEnumIterator;

fn asset(theme: BuiltIn) -> String {
    let path = format!("{}/assets/themes/{}.toml", env!("CARGO_MANIFEST_DIR"), theme.name());
    fs::read_to_string(path).expect("a file for every theme")
}

#[test]
fn the_file_of_every_theme_is_sound_and_says_what_the_program_shows() {
    for theme in BuiltIn::iter() {
        let text = asset(theme);
        let (looks, problems) = parsed(theme.name(), &text);
        assert_eq!(problems, []);
        assert_eq!(looks, theme.looks(), "{}", theme.name());
        for part in Part::iter() {
            assert!(text.contains(&format!("\n{} = ", part.name())), "{}: {}", theme.name(), part.name());
        }
    }
    let names: Vec<_> = BuiltIn::iter().map(BuiltIn::name).collect();
    assert_eq!(names.join(", "), NAMES);
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours as WCAG 2 counts it, 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// Text and background of a part, as they come out on the screen.
fn colors(looks: &Looks, part: Part) -> ([u8; 3], [u8; 3]) {
    let style: Style = looks.base().patch(looks.get(part));
    let of =
        |color: Option<Color>| color.and_then(rgb_of).expect("a theme with a background says every colour");
    let (text, behind) = (of(style.fg), of(style.bg));
    if style.add_modifier.contains(Modifier::REVERSED) { (behind, text) } else { (text, behind) }
}

#[rstest]
#[case(BuiltIn::Dark, 4.5)]
#[case(BuiltIn::Light, 4.5)]
#[case(BuiltIn::HighContrast, 7.0)]
fn every_text_can_be_read_on_its_background(#[case] theme: BuiltIn, #[case] least: f64) {
    for depth in [Depth::True, Depth::Indexed, Depth::Sixteen] {
        let looks = theme.looks().with_colors(|color| depth.fit(color));
        // Which sixteen colours a terminal has is up to its user; xterm's are counted here.
        let least = if depth == Depth::Sixteen { 3.0 } else { least };
        for part in Part::iter() {
            let (text, behind) = colors(&looks, part);
            let contrast = contrast(text, behind);
            assert!(contrast >= least, "{} {depth:?} {}: {contrast:.2}", theme.name(), part.name());
        }
    }
}

#[test]
fn contrasts_are_counted_as_the_standard_says() {
    let nearly = |one: f64, other: f64| (one - other).abs() < 0.01;
    assert!(nearly(contrast([0; 3], [255; 3]), 21.0));
    assert!(nearly(contrast([119; 3], [255; 3]), 4.48));
}

#[test]
fn the_default_keeps_to_what_can_be_read_on_black_and_on_white() {
    assert_eq!(ANSI.background, None);
    for part in Part::iter() {
        let look = ANSI.get(part);
        assert_eq!(look.bg, None, "{part:?}");
        assert!(matches!(look.fg, None | Some(Color::Magenta | Color::LightRed)), "{part:?}");
        assert!(!look.add_modifier.contains(Modifier::DIM), "{part:?}");
    }
}

#[test]
fn red_is_for_what_failed_alone() {
    for theme in BuiltIn::iter() {
        let looks = theme.looks();
        let is_red = |color: Option<Color>| {
            color.and_then(rgb_of).is_some_and(|[red, green, blue]| {
                red > 150 && i32::from(red) - i32::from(green) > 60 && i32::from(green) - i32::from(blue) < 40
            })
        };
        for part in Part::iter().filter(|part| !matches!(part, Part::Alarm | Part::Accent)) {
            let look = looks.get(part);
            assert!(!is_red(look.fg) && !is_red(look.bg), "{} {part:?}", theme.name());
        }
        // What is far away is as quiet as a source or a date.
        assert_eq!(looks.get(Part::NotYet), looks.get(Part::Dim), "{}", theme.name());
    }
}

#[test]
fn without_colours_everything_that_means_something_is_told_apart() {
    let none = |part: Part| (MONO.get(part).fg, MONO.get(part).bg) == (None, None);
    assert!(Part::iter().all(none) && MONO.background.is_none());
    let apart = [
        [Part::Good, Part::Open],
        [Part::Good, Part::NotYet],
        [Part::Open, Part::NotYet],
        [Part::Accent, Part::Strong],
        [Part::Accent, Part::Link],
        [Part::Selected, Part::Alarm],
    ];
    for theme in BuiltIn::iter() {
        let looks = theme.looks();
        for [one, other] in apart {
            assert_ne!(looks.get(one), looks.get(other), "{} {one:?} {other:?}", theme.name());
        }
        for part in [Part::Title, Part::Strong, Part::Accent, Part::Link, Part::Selected, Part::Alarm] {
            assert_ne!(looks.get(part), looks.get(Part::Text), "{} {part:?}", theme.name());
        }
    }
}

/// The look of a role on the command line, as the interface would say it.
fn of_text(role: Role) -> Style {
    let style = text::style(role);
    let effects = [
        (Effects::BOLD, Modifier::BOLD),
        (Effects::DIMMED, Modifier::DIM),
        (Effects::ITALIC, Modifier::ITALIC),
        (Effects::UNDERLINE, Modifier::UNDERLINED),
        (Effects::INVERT, Modifier::REVERSED),
    ];
    let emphases = effects.into_iter().filter(|(effect, _)| style.get_effects().contains(*effect));
    let look = emphases.fold(Style::new(), |look, (_, emphasis)| look.add_modifier(emphasis));
    assert_eq!(style.get_bg_color(), None);
    match style.get_fg_color() {
        None => look,
        Some(anstyle::Color::Ansi(anstyle::AnsiColor::Magenta)) => look.fg(Color::Magenta),
        Some(other) => panic!("{other:?} is no colour of the default theme"),
    }
}

#[test]
fn the_command_line_looks_like_the_default_theme() {
    for role in Role::iter() {
        assert_eq!(of_text(role), ANSI.get(Part::of(role)), "{role:?}");
    }
}

/// A user's theme with its problems.
fn mine(text: &str) -> (Looks, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.toml");
    fs::write(&file, text).expect("written");
    let (looks, problems) = read(&file).expect("readable").expect("there");
    let folder = format!("{}/", folder.path().display());
    (looks, problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect())
}

#[test]
fn a_theme_of_a_user_starts_from_another() {
    let (looks, problems) = mine("like = \"dark\"\naccent = \"bold #00ffaa\"\n");
    assert_eq!(problems, [""; 0]);
    let dark = BuiltIn::Dark.looks();
    assert_eq!(looks.accent, Style::new().bold().fg(Color::Rgb(0, 255, 170)));
    assert_eq!((looks.text, looks.background), (dark.text, dark.background));
    let (looks, _) = mine("accent = \"cyan\"\n");
    assert_eq!(looks.link, ANSI.link);
}

#[rstest]
#[case("accent = \"bold purple\"", "line 1, column 10: accent: `purple` is no word of a look; use plain, ")]
#[case("\naccent = 3", "line 2, column 10: accent is `3`; it has to be a look in quotes")]
#[case("acent = \"bold\"", "line 1, column 1: a theme has no `acent`; it has like, background, text, ")]
#[case("background = \"#12\"", "line 1, column 14: background is `#12`; a colour is a name ")]
#[case("like = \"drak\"", "line 1, column 8: like is `drak`; it has to be one of ansi, dark, ")]
#[case("accent = ", "line 1, column ")]
fn a_fault_in_a_theme_is_told_with_file_line_and_key(#[case] text: &str, #[case] told: &str) {
    let (looks, problems) = mine(text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with(&format!("mine.toml, {told}")), "{problems:?}");
    assert_eq!(looks, ANSI, "what is wrong counts as not said");
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let folder = Path::new("/themes");
    assert_eq!(file_of("my_theme-2", folder).as_deref(), Some(Path::new("/themes/my_theme-2.toml")));
    for name in ["", "..", "../dark", "a/b", "a.b", "C:x"] {
        assert_eq!(file_of(name, folder), None, "{name}");
    }
}
