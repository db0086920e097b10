//! Reads `config.toml` setting by setting.

use super::paths::ConfigDir;
use super::problem::{Field, Problem, Source, Value};
use super::settings::{Ascii, Setting};
use strum::IntoEnumIterator;

/// A value that the file gives, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it starts in the text, in bytes.
    pub at: usize,
    /// Its line, from 1.
    pub line: usize,
}

/// The keys that the file gives to an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionKeys {
    /// The name of the action.
    pub action: Given<String>,
    /// The names of its keys.
    pub keys: Vec<Given<String>>,
}

/// What the file says; nothing where it says nothing that can be understood.
#[derive(Debug, Default)]
pub struct Config {
    /// The name of the theme.
    pub theme: Option<Given<String>>,
    /// Whether to listen to the mouse.
    pub mouse: Option<Given<bool>>,
    /// Whether to keep to ASCII.
    pub ascii: Option<Given<Ascii>>,
    /// Keys of actions. Whether there are such actions and such keys is not known here.
    pub keys: Vec<ActionKeys>,
    /// The file, for problems that show only later; none where there is none.
    pub source: Option<Source>,
    /// That the file can't be read at all.
    pub unreadable: Option<Problem>,
}

impl Config {
    /// Reads the file of a folder. Nothing in it is an error: what is wrong is noted.
    #[must_use]
    pub fn read(dir: &ConfigDir) -> Self {
        match Source::read(&dir.file()) {
            Ok(None) => Self::default(),
            Ok(Some(source)) => Self::of(source),
            Err(problem) => Self { unreadable: Some(problem), ..Self::default() },
        }
    }

    /// Understands a text.
    #[must_use]
    pub fn of(mut source: Source) -> Self {
        let mut config = Self::default();
        for field in source.fields() {
            match Setting::iter().find(|setting| setting.name() == field.key) {
                Some(setting) => config.take(setting, field, &mut source),
                None => unknown(&field, &mut source),
            }
        }
        config.source = Some(source);
        config
    }

    fn take(&mut self, setting: Setting, field: Field, source: &mut Source) {
        let (at, line) = (field.at, source.line(field.at));
        match (setting, field.value) {
            (Setting::Theme, Value::Text(value)) => self.theme = Some(Given { value, at, line }),
            (Setting::Mouse, Value::Flag(value)) => self.mouse = Some(Given { value, at, line }),
            (Setting::Ascii, Value::Text(text)) if Ascii::named(&text).is_some() => {
                self.ascii = Ascii::named(&text).map(|value| Given { value, at, line });
            }
            (Setting::Keys, Value::Table(fields)) => {
                self.keys.extend(fields.into_iter().filter_map(|field| action_keys(field, source)));
            }
            (Setting::Theme | Setting::Mouse | Setting::Ascii | Setting::Keys, value) => {
                wrong(setting.name(), at, &value, setting.allowed(), source);
            }
        }
    }
}

fn wrong(key: &str, at: usize, value: &Value, allowed: &str, source: &mut Source) {
    let problem = format!("{key} is {}", value.described());
    source.problem(at, key, problem, format!("it has to be {allowed}"));
}

fn unknown(field: &Field, source: &mut Source) {
    let names: Vec<_> = Setting::iter().map(Setting::name).collect();
    let key = crate::profile::fault::shown(&field.key);
    let problem = format!("there is no setting `{key}`");
    source.problem(field.key_at, &field.key, problem, format!("the settings are {}", names.join(", ")));
}

/// The keys of an action: a list of names, or one name.
fn action_keys(field: Field, source: &mut Source) -> Option<ActionKeys> {
    let name = format!("keys.{}", field.key);
    let allowed = "a list of keys in quotes, such as [\"d\"]";
    let given = |value: String, at: usize, source: &Source| Given { value, at, line: source.line(at) };
    let entries = match field.value {
        Value::Text(key) => vec![(field.at, Value::Text(key))],
        Value::List(entries) => entries,
        value @ (Value::Flag(_) | Value::Table(_) | Value::Other(_)) => {
            wrong(&name, field.at, &value, allowed, source);
            return None;
        }
    };
    let mut keys = Vec::new();
    for (at, entry) in entries {
        match entry {
            Value::Text(key) => keys.push(given(key, at, source)),
            value @ (Value::Flag(_) | Value::Table(_) | Value::Other(_) | Value::List(_)) => {
                wrong(&name, at, &value, allowed, source);
                return None;
            }
        }
    }
    Some(ActionKeys { action: given(field.key, field.key_at, source), keys })
}

#[cfg(test)]
mod tests {
    use super::{Config, Source};
    use crate::config::settings::{Ascii, default_file};
    use rstest::rstest;
    use std::path::Path;

    fn of(text: &str) -> Config {
        Config::of(Source::new(Path::new("config.toml"), text.to_owned()))
    }

    fn problems(config: Config) -> Vec<String> {
        config.source.map(Source::into_problems).unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_setting_is_read_with_its_line() {
        let config = of(
            "theme = \"dark\"\nmouse = true\nascii = \"always\"\n[keys]\nhelp = \"f2\"\nquit = [\"Q\", \"q\"]\n",
        );
        assert_eq!(config.theme.as_ref().map(|given| (given.value.as_str(), given.line)), Some(("dark", 1)));
        assert_eq!(config.mouse.as_ref().map(|given| (given.value, given.line)), Some((true, 2)));
        assert_eq!(config.ascii.as_ref().map(|given| (given.value, given.line)), Some((Ascii::Always, 3)));
        let keys: Vec<_> = config
            .keys
            .iter()
            .map(|keys| (keys.action.value.as_str(), keys.action.line, keys.keys.len()))
            .collect();
        assert_eq!(keys, [("help", 5, 1), ("quit", 6, 2)]);
        assert_eq!(problems(config), [""; 0]);
    }

    #[test]
    fn the_default_file_says_nothing_new_and_each_line_of_it_holds() {
        assert_eq!(problems(of(&default_file())), [""; 0]);
        let told: String = default_file()
            .lines()
            .map(|line| match line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')) {
                Some(setting) => format!("{setting}\n"),
                None => format!("{line}\n"),
            })
            .collect();
        let config = of(&told);
        assert_eq!(config.theme.as_ref().map(|given| given.value.as_str()), Some("ansi"));
        assert_eq!(config.mouse.as_ref().map(|given| given.value), Some(false));
        assert_eq!(config.ascii.as_ref().map(|given| given.value), Some(Ascii::Auto));
        assert_eq!(config.keys.len(), 1);
        assert_eq!(problems(config), [""; 0]);
    }

    #[rstest]
    #[case(
        "theme = 3",
        "line 1, column 9: theme is `3`; it has to be the name of a theme in quotes, such as \"dark\""
    )]
    #[case("\nmouse = \"on\"", "line 2, column 9: mouse is `on`; it has to be true or false")]
    #[case(
        "ascii = true",
        "line 1, column 9: ascii is `true`; it has to be \"auto\", \"always\" or \"never\""
    )]
    #[case(
        "keys = 1",
        "line 1, column 8: keys is `1`; it has to be a table with a list of keys for each action, such as tick-off = [\"d\"]"
    )]
    #[case(
        "[keys]\nhelp = 1",
        "line 2, column 8: keys.help is `1`; it has to be a list of keys in quotes, such as [\"d\"]"
    )]
    #[case(
        "[keys]\nhelp = [\"a\", 1]",
        "line 2, column 14: keys.help is `1`; it has to be a list of keys in quotes, such as [\"d\"]"
    )]
    #[case(
        "colour = 1",
        "line 1, column 1: there is no setting `colour`; the settings are theme, mouse, ascii, keys"
    )]
    fn a_fault_is_told_with_file_line_and_key(#[case] text: &str, #[case] told: &str) {
        assert_eq!(problems(of(text)), [format!("config.toml, {told}")]);
    }

    #[test]
    fn one_fault_costs_no_other_setting() {
        let config = of("theme = \"dark\"\nmouse = 1\n[keys]\nhelp = 2\nquit = [\"Q\"]\n");
        assert_eq!(config.theme.as_ref().map(|given| given.value.as_str()), Some("dark"));
        assert_eq!(config.keys.len(), 1);
        assert_eq!(problems(config).len(), 2);
    }

    #[test]
    fn what_is_no_toml_is_told_once_with_its_line() {
        let told = problems(of("theme = \"dark\"\nmouse =\n"));
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("config.toml, line 2, column "), "{told:?}");
    }
}
