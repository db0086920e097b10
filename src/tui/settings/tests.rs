//! The settings from their files to what is in force, and the page that describes them.

use super::{Depth, Origin, Settings, Terminal, check};
use crate::config::paths::ConfigDir;
use crate::config::settings::{Ascii, Setting, default_file};
use crate::report::document::Role;
use crate::tui::theme::known::BuiltIn;
use crate::tui::theme::looks::Part;
use ratatui::style::{Color, Style};
use std::fs;
use strum::IntoEnumIterator;
use tempfile::TempDir;

const TERMINAL: Terminal = Terminal { color: true, ascii: false, depth: Depth::True };

/// A folder with a file of settings and with themes.
fn folder(config: &str, themes: &[(&str, &str)]) -> (TempDir, ConfigDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = ConfigDir::at(folder.path());
    fs::write(dir.file(), config).expect("written");
    fs::create_dir(dir.themes()).expect("a folder");
    for (name, text) in themes {
        fs::write(dir.themes().join(format!("{name}.toml")), text).expect("written");
    }
    (folder, dir)
}

fn told(settings: &Settings, folder: &TempDir) -> Vec<String> {
    let folder = format!("{}/", folder.path().display());
    settings.problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
}

#[test]
fn without_a_file_everything_is_built_in() {
    let folder = tempfile::tempdir().expect("a folder");
    for dir in [None, Some(ConfigDir::at(folder.path()))] {
        let settings = Settings::load(dir.as_ref(), TERMINAL);
        assert_eq!((settings.theme.value.as_str(), settings.theme.origin), ("ansi", Origin::BuiltIn));
        assert_eq!((settings.mouse.value, settings.ascii.value), (false, Ascii::Auto));
        assert!(settings.problems.is_empty() && settings.keys.is_empty());
        assert_eq!(settings.notice(), None);
    }
}

#[test]
fn what_the_file_says_is_in_force() {
    let (_folder, dir) = folder("theme = \"dark\"\nascii = \"always\"\nmouse = true\n", &[]);
    let settings = Settings::load(Some(&dir), TERMINAL);
    assert_eq!((settings.theme.value.as_str(), settings.theme.origin), ("dark", Origin::File(1)));
    assert_eq!((settings.mouse.value, settings.mouse.origin), (true, Origin::File(3)));
    assert!(settings.look().ascii);
    assert_eq!(settings.look().base().bg, Some(Color::Rgb(0x16, 0x19, 0x1f)));
    let settings = Settings::load(Some(&dir), Terminal { depth: Depth::Indexed, ..TERMINAL });
    assert!(matches!(settings.look().base().bg, Some(Color::Indexed(_))));
}

#[test]
fn no_colours_go_before_every_theme() {
    let (_folder, dir) = folder("theme = \"dark\"\n", &[]);
    let settings = Settings::load(Some(&dir), Terminal { color: false, ..TERMINAL });
    assert_eq!((settings.theme.value.as_str(), settings.theme.origin), ("mono", Origin::NoColor));
    assert_eq!(settings.look().base(), Style::new());
}

#[test]
fn a_theme_of_the_user_is_found_by_its_name() {
    let (_folder, dir) = folder("theme = \"mine\"\n", &[("mine", "accent = \"cyan\"\n")]);
    let settings = Settings::load(Some(&dir), TERMINAL);
    assert!(settings.problems.is_empty());
    assert_eq!(settings.look().style(Role::Accent).fg, Some(Color::Cyan));
}

#[test]
fn wrong_settings_are_told_once_and_the_rest_holds() {
    let text = "theme = \"drak\"\nmouse = 1\n[keys]\ntick-off = \"w\"\nhelp = \"f2\"\n";
    let (folder, dir) = folder(text, &[]);
    let settings = Settings::load(Some(&dir), TERMINAL);
    assert_eq!(
        told(&settings, &folder),
        [
            "config.toml, line 1, column 9: there is no theme `drak`; use one of ansi, dark, light, high-contrast, mono, or the name of a file in themes/ without .toml",
            "config.toml, line 2, column 9: mouse is `1`; it has to be true or false",
            "config.toml, line 4, column 1: keys.tick-off: `w` is a key of hours already; choose another key, or give hours another one",
        ]
    );
    assert_eq!(settings.theme.value, "ansi");
    assert_eq!(settings.keys.given_in("help"), Some(5));
    let notice = settings.notice().expect("told");
    assert!(
        notice.starts_with("Settings: config.toml, line 1, column 9: there is no theme `drak`;"),
        "{notice}"
    );
    assert!(notice.ends_with(" 2 more: coach config check."), "{notice}");
}

#[test]
fn a_check_looks_into_every_theme() {
    let themes = [("dark", "text = \"bold\"\n"), ("mine", "text = 1\n"), ("a b", ""), ("good", "")];
    let (folder, dir) = folder("theme = \"mine\"\n", &themes);
    let before = format!("{}/", folder.path().display());
    let told: Vec<_> =
        check(&dir, TERMINAL).iter().map(|problem| problem.to_string().replace(&before, "")).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("themes/mine.toml, line 1, column 8: text is `1`;"), "{told:?}");
    assert!(told[1].starts_with("themes/a b.toml: `a b` is no name for a theme;"), "{told:?}");
    assert!(told[2].starts_with("themes/dark.toml: `dark` is the name of a built-in theme,"), "{told:?}");
}

#[test]
fn what_is_no_file_or_no_text_is_told() {
    let (folder, dir) = folder("", &[]);
    fs::write(dir.file(), [b'#', 0xff]).expect("written");
    assert!(told(&Settings::load(Some(&dir), TERMINAL), &folder)[0].contains("it is not UTF-8 text"));
    fs::remove_file(dir.file()).expect("removed");
    fs::create_dir(dir.file()).expect("a folder");
    assert!(told(&Settings::load(Some(&dir), TERMINAL), &folder)[0].contains("it is not a regular file"));
}

/// `docs/config.md`, made from the settings and the themes.
fn page() -> String {
    let mut page = "# Settings\n\n\
The settings of the terminal interface are in `config.toml`, in your configuration folder (`~/.config/career-coach` on Linux, or what \
`XDG_CONFIG_HOME` says). `coach config path` shows where, `coach config show` says what is in force, and `coach config check` lists every \
problem. There need not be a file. A setting that coach can't understand is told once when the interface opens, and its default holds.\n\n\
`coach config show --default` prints this file to start from:\n\n```toml\n"
        .to_owned();
    page.push_str(&default_file());
    page.push_str("```\n\n| setting | values | meaning |\n|---|---|---|\n");
    for setting in Setting::iter() {
        page.push_str(&format!("| `{}` | {} | {} |\n", setting.name(), setting.allowed(), setting.meaning()));
    }
    page.push_str(
        "\n## Keys\n\n\
[keys.md](keys.md) lists every action with its keys and its name, and [keymap.toml](../assets/keymap.toml) has the same in the form of the \
settings. A key is a letter or a sign (`d`, `D`, `?`), or a name: `enter`, `esc`, `tab`, `backtab`, `space`, `backspace`, `delete`, \
`insert`, `up`, `down`, `left`, `right`, `pageup`, `pagedown`, `home`, `end`, `f1` to `f12`. `ctrl-`, `alt-` and `shift-` stand before \
it.\n\nNo key can mean two things in one table of keys.md, and the keys under *Always* can't mean anything else. Footer, help and \
every text name your keys.\n\n\
## Themes\n\n\
A theme of your own is a file in the folder `themes` beside `config.toml`; its name without `.toml` is the theme's name. It gives parts \
of the screen a look. A part that it doesn't name looks as in the theme that it is `like`, or else as in `ansi`.\n\n\
| key | what it is |\n|---|---|\n\
| `like` | the built-in theme to start from |\n\
| `background` | the colour behind everything; `default` leaves the terminal's own |\n",
    );
    for part in Part::iter() {
        page.push_str(&format!("| `{}` | {} |\n", part.name(), part.meaning()));
    }
    page.push_str(
        "\nA look is one or more words: `plain`, `bold`, `dim`, `italic`, `underlined`, `reversed`, a colour, and `on` with a colour \
behind the text. A colour is one of the terminal's sixteen (`red`, `bright-blue`), a number from 0 to 255, `#rrggbb`, or `default`. \
Where `COLORTERM` isn't `truecolor` or `24bit`, the nearest of 256 colours is shown, or of 16 where `TERM` doesn't promise 256.\n\n\
This is the theme `dark`:\n\n```toml\n",
    );
    page.push_str(include_str!("../../../assets/themes/dark.toml"));
    page.push_str("```\n");
    page
}

#[test]
fn the_page_of_settings_says_what_the_program_knows() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/config.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, page()).expect("written");
    }
    let written = fs::read_to_string(path).expect("docs/config.md");
    assert_eq!(written, page(), "run the tests with UPDATE_DOCS=1 and commit docs/config.md");
    for theme in BuiltIn::iter() {
        assert!(written.contains(theme.name()), "{}", theme.name());
    }
}

#[test]
fn the_default_file_holds_without_its_marks() {
    let said: String = default_file()
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
        .map(|line| format!("{line}\n"))
        .collect();
    let (_folder, dir) = folder(&said, &[]);
    let settings = Settings::load(Some(&dir), TERMINAL);
    assert_eq!(settings.problems, []);
    assert!(settings.keys.given_in("tick-off").is_some());
}
