//! The user's own keys: what the settings give to actions, as far as it holds together.

use super::{Line, Listing, hint};
use crate::config::problem::Source;
use crate::config::read::{ActionKeys, Given};
use crate::profile::fault::shown;
use crate::tui::input::Key;
use std::collections::HashMap;
use strsim::damerau_levenshtein;

/// The bindings that are not as they are built in, by their ids. They are made once and live as long as the program, as the built-in
/// ones do.
#[derive(Debug, Clone, Default)]
pub struct OwnKeys {
    lines: HashMap<&'static str, Line>,
    /// What stands in the footer instead of a built-in hint of a binding, where that names a key that isn't in force.
    hints: HashMap<(&'static str, &'static str), &'static str>,
    /// The lines of the file that gave keys to actions.
    given: HashMap<&'static str, usize>,
}

/// The tables of the program, by what their keys may be.
#[derive(Debug)]
pub struct Tables {
    /// All of them.
    pub all: Vec<Listing>,
    /// The title of the one whose keys hold above every other.
    pub always: &'static str,
    /// The action that has to have a key.
    pub way_out: &'static str,
    /// The titles of those in which other keys type.
    pub typing: Vec<&'static str>,
}

/// Keys that were given to an action that there is, all of them keys.
#[derive(Debug, Clone)]
struct Wish {
    id: &'static str,
    at: usize,
    line: usize,
    names: &'static [&'static str],
    keys: Vec<Key>,
}

impl OwnKeys {
    /// Takes what the settings give. What names no action or no key, or takes a key that another action has, is a problem, and that
    /// action keeps its built-in keys.
    #[must_use]
    pub fn new(given: &[ActionKeys], tables: &Tables, source: &mut Source) -> Self {
        let wishes = given.iter().filter_map(|given| wish(given, tables, source)).collect();
        let wishes = without_conflicts(wishes, tables, source);
        let mut own = Self::default();
        for wish in &wishes {
            own.given.insert(wish.id, wish.line);
        }
        for listing in &tables.all {
            for line in &listing.lines {
                own.add(line, listing, &wishes);
            }
        }
        own
    }

    fn add(&mut self, line: &Line, listing: &Listing, wishes: &[Wish]) {
        let own = |line: &Line| match wishes.iter().find(|wish| wish.id == line.id) {
            Some(wish) => Line { keys: wish.names, ..*line },
            None => *line,
        };
        let mut is_own = own(line).keys != line.keys;
        for built_in in line.other_hints.iter().copied().chain([line.hint]) {
            let hint = hint::in_force(built_in, listing, own);
            if hint != built_in {
                self.hints.insert((line.id, built_in), hint.leak());
                is_own = true;
            }
        }
        if is_own {
            let line = Line { hint: self.hint(line), ..own(line) };
            self.lines.insert(line.id, line);
        }
    }

    /// A hint as it is in force: a built-in one, or one that a screen or a dialog has chosen instead; an empty one stays empty.
    fn hint(&self, line: &Line) -> &'static str {
        self.hints.get(&(line.id, line.hint)).copied().unwrap_or(line.hint)
    }

    /// Whether every binding is as it is built in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A binding as it is in force.
    #[must_use]
    pub fn line(&self, line: &Line) -> Line {
        match self.lines.get(line.id) {
            Some(own) => Line { hint: self.hint(line), ..*own },
            None => *line,
        }
    }

    /// A table as it is in force.
    #[must_use]
    pub fn in_force(&self, mut listing: Listing) -> Listing {
        if !self.lines.is_empty() {
            listing.lines.iter_mut().for_each(|line| *line = self.line(line));
        }
        listing
    }

    /// The line of the file that gave an action its keys, from 1; none where they are built in.
    #[must_use]
    pub fn given_in(&self, id: &str) -> Option<usize> {
        self.given.get(id).copied()
    }
}

fn key_name(action: &str) -> String {
    format!("keys.{action}")
}

/// What was given, if there is such an action and every key is one that it can have.
fn wish(given: &ActionKeys, tables: &Tables, source: &mut Source) -> Option<Wish> {
    let Given { value: action, at, line } = &given.action;
    let key = key_name(action);
    let found = tables
        .all
        .iter()
        .find_map(|listing| Some((listing, listing.lines.iter().find(|line| line.id == action.as_str())?)));
    let Some((listing, binding)) = found else {
        let problem = format!("there is no action `{}`", shown(action));
        source.problem(*at, &key, problem, format!("the closest names are {}", nearest(action, tables)));
        return None;
    };
    if given.keys.is_empty() && binding.id == tables.way_out {
        let advice = "give it a key, so that there is always a way out";
        source.problem(*at, &key, format!("{key} has no key"), advice);
        return None;
    }
    let mut keys = Vec::new();
    for Given { value: name, at, .. } in &given.keys {
        let Ok(parsed) = name.parse::<Key>() else {
            let advice =
                "write a letter or a sign, or a name such as enter, f2, pageup, ctrl-d, alt-x or shift-left";
            source.problem(*at, &key, format!("{key}: `{}` is not a key", shown(name)), advice);
            return None;
        };
        if tables.typing.contains(&listing.title) && parsed.typed().is_some() {
            let problem = format!("{key}: `{name}` types in a field");
            source.problem(*at, &key, problem, "choose a key that types nothing, such as enter or ctrl-d");
            return None;
        }
        keys.push(parsed);
    }
    let names: Vec<&'static str> = given.keys.iter().map(|key| &*String::leak(key.value.clone())).collect();
    Some(Wish { id: binding.id, at: *at, line: *line, names: names.leak(), keys })
}

/// The three actions whose names are closest.
fn nearest(action: &str, tables: &Tables) -> String {
    let mut ids: Vec<&str> =
        tables.all.iter().flat_map(|listing| &listing.lines).map(|line| line.id).collect();
    ids.sort_by_key(|id| damerau_levenshtein(id, action));
    ids.truncate(3);
    ids.join(", ")
}

/// Drops one wish after the other until no key means two things in one table. In a conflict the wish further down goes.
fn without_conflicts(mut wishes: Vec<Wish>, tables: &Tables, source: &mut Source) -> Vec<Wish> {
    wishes.sort_by_key(|wish| wish.at);
    while let Some(Conflict { wish, key, with }) = conflict(&wishes, tables) {
        let dropped = wishes.remove(wish);
        let name = key_name(dropped.id);
        let as_written = dropped.keys.iter().zip(dropped.names).find(|(other, _)| **other == key);
        let written = as_written.map_or_else(|| key.to_string(), |(_, name)| (*name).to_owned());
        let problem = format!("{name}: `{written}` is a key of {with} already");
        let advice = format!("choose another key, or give {with} another one");
        source.problem(dropped.at, &name, problem, advice);
    }
    wishes
}

/// A key that means two things.
struct Conflict {
    /// The position of the wish that made it so.
    wish: usize,
    key: Key,
    /// The other action that has the key.
    with: &'static str,
}

fn conflict(wishes: &[Wish], tables: &Tables) -> Option<Conflict> {
    let wish_of = |id: &str| wishes.iter().position(|wish| wish.id == id);
    let keys_of = |line: &Line| match wish_of(line.id).and_then(|at| wishes.get(at)) {
        Some(wish) => wish.keys.clone(),
        None => line.keys.iter().filter_map(|name| name.parse().ok()).collect(),
    };
    let always = tables.all.iter().find(|listing| listing.title == tables.always);
    for listing in &tables.all {
        let above = always.filter(|always| always.title != listing.title);
        let mut seen: HashMap<Key, &'static str> = HashMap::new();
        for line in listing.lines.iter().chain(above.into_iter().flat_map(|always| &always.lines)) {
            for key in keys_of(line) {
                let Some(other) = seen.insert(key, line.id).filter(|other| *other != line.id) else {
                    continue;
                };
                let wish = wish_of(line.id).max(wish_of(other));
                if let Some(wish) = wish {
                    let with = if wish_of(line.id) == Some(wish) { other } else { line.id };
                    return Some(Conflict { wish, key, with });
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests;
