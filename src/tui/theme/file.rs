//! A theme's file: a background, and a look in words for each part.

use super::looks::{ANSI, Looks, Part};
use super::words::{COLOR_WORDS, LOOK_WORDS, color, look};
use crate::config::problem::{Field, Source, Value};
use crate::profile::fault::shown;
use strum::IntoEnumIterator;

/// The key of the theme that a theme starts from.
const LIKE: &str = "like";
/// The key of the colour behind everything.
const BACKGROUND: &str = "background";

/// Understands a theme. What the file doesn't say is as in the theme that it is `like`, else as in the default one; what can't be
/// understood is noted, and counts as not said. `built_in` finds the themes that one can be like.
pub fn read(source: &mut Source, built_in: impl Fn(&str) -> Option<Looks>, names: &str) -> Looks {
    let fields = source.fields();
    let mut looks = ANSI.clone();
    if let Some(field) = fields.iter().find(|field| field.key == LIKE) {
        match &field.value {
            Value::Text(name) if built_in(name).is_some() => looks = built_in(name).unwrap_or(looks),
            value => wrong(field, value, &format!("it has to be one of {names}"), source),
        }
    }
    for field in fields.iter().filter(|field| field.key != LIKE) {
        match Part::named(&field.key) {
            Some(part) => take(part, field, &mut looks, source),
            None if field.key == BACKGROUND => take_background(field, &mut looks, source),
            None => unknown(field, source),
        }
    }
    looks
}

fn take(part: Part, field: &Field, looks: &mut Looks, source: &mut Source) {
    match &field.value {
        Value::Text(text) => match look(text) {
            Ok(style) => looks.set(part, style),
            Err(word) => {
                let problem = format!("{}: `{}` is no word of a look", field.key, shown(&word));
                source.problem(field.at, &field.key, problem, format!("use {LOOK_WORDS}; {COLOR_WORDS}"));
            }
        },
        value => wrong(field, value, &format!("it has to be a look in quotes: {LOOK_WORDS}"), source),
    }
}

fn take_background(field: &Field, looks: &mut Looks, source: &mut Source) {
    match &field.value {
        Value::Text(word) if word == "default" => looks.background = None,
        Value::Text(word) if color(word).is_some() => looks.background = color(word),
        value => wrong(field, value, COLOR_WORDS, source),
    }
}

fn wrong(field: &Field, value: &Value, advice: &str, source: &mut Source) {
    source.problem(field.at, &field.key, format!("{} is {}", field.key, value.described()), advice);
}

fn unknown(field: &Field, source: &mut Source) {
    let parts: Vec<_> = [LIKE, BACKGROUND].into_iter().chain(Part::iter().map(Part::name)).collect();
    let problem = format!("a theme has no `{}`", shown(&field.key));
    source.problem(field.key_at, &field.key, problem, format!("it has {}", parts.join(", ")));
}
