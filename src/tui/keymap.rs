//! Which key does what. Every screen and every dialog has a table of its own; here is what the tables have in common.
//!
//! Footer, help and `docs/keys.md` are made from the same tables, so that they can't say anything else than what the keys do.

pub mod hint;
pub mod own;

use super::input::Key;
use own::OwnKeys;
use std::collections::HashSet;

/// How long a hint stays in a footer that gets narrower. Of one rank the last one goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It goes first: what it says is easily guessed.
    Low,
    /// It goes next: a way to find what is in view or a few keys away.
    Finding,
    /// It goes after those.
    Usual,
    /// It stays: Enter, and the ways out of not knowing.
    High,
}

/// A binding without its action: what can be said of it.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// A name that never changes; no two bindings share one.
    pub id: &'static str,
    /// The names of its keys, the one to show first.
    pub keys: &'static [&'static str],
    /// What it does.
    pub words: &'static str,
    /// One to three words for the footer; empty where it has no place there.
    pub hint: &'static str,
    /// What may stand in the footer instead, where the same key does another thing: dialogs choose among them.
    pub other_hints: &'static [&'static str],
    /// How long that hint stays.
    rank: Rank,
}

impl Line {
    /// The same with another rank of its hint.
    #[must_use]
    pub const fn ranked(self, rank: Rank) -> Self {
        Self { rank, ..self }
    }

    /// Its keys as a user knows them, such as `Enter → l`.
    #[must_use]
    pub fn keys_in_words(&self) -> String {
        let keys = self.keys.iter().filter_map(|name| name.parse::<Key>().ok());
        keys.map(|key| key.to_string()).collect::<Vec<_>>().join(" ")
    }

    /// How long its hint stays in the footer: with Enter among its keys, always.
    #[must_use]
    pub fn rank(&self) -> Rank {
        if self.keys.contains(&"enter") { Rank::High } else { self.rank }
    }
}

/// Keys and the action that they mean.
#[derive(Debug, Clone, Copy)]
pub struct Binding<A> {
    action: A,
    line: Line,
}

/// A binding without a hint for the footer.
#[must_use]
pub const fn bind<A: Copy>(
    action: A,
    id: &'static str,
    keys: &'static [&'static str],
    words: &'static str,
) -> Binding<A> {
    Binding { action, line: Line { id, keys, words, hint: "", other_hints: &[], rank: Rank::Usual } }
}

impl<A: Copy> Binding<A> {
    /// What it does.
    #[must_use]
    pub const fn action(&self) -> A {
        self.action
    }

    /// The same binding with a hint for the footer.
    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { action: self.action, line: Line { hint, ..self.line } }
    }

    /// The same binding with hints that may stand in the place of the first one.
    #[must_use]
    pub const fn or_hints(self, other_hints: &'static [&'static str]) -> Self {
        Self { action: self.action, line: Line { other_hints, ..self.line } }
    }

    /// The same binding with another rank of its hint.
    #[must_use]
    pub const fn rank(self, rank: Rank) -> Self {
        Self { action: self.action, line: self.line.ranked(rank) }
    }
}

/// The bindings of a screen, of a part of one, or of a kind of dialog. The footer shows their hints in this order.
#[derive(Debug, Clone, Copy)]
pub struct Bindings<A: 'static> {
    /// The heading in the help.
    pub title: &'static str,
    /// The bindings; no key stands in two of them.
    pub list: &'static [Binding<A>],
}

impl<A: Copy + PartialEq> Bindings<A> {
    /// What the help says of them.
    #[must_use]
    pub fn listing(&self) -> Listing {
        Listing { title: self.title, lines: self.list.iter().map(|binding| binding.line).collect() }
    }

    /// The binding of an action, in words.
    #[must_use]
    pub fn line_of(&self, action: A) -> Option<&Line> {
        Some(&self.list.iter().find(|binding| binding.action == action)?.line)
    }
}

/// A table of bindings in words, for help and footer.
#[derive(Debug, Clone)]
pub struct Listing {
    /// Its heading.
    pub title: &'static str,
    /// Its bindings.
    pub lines: Vec<Line>,
}

impl Listing {
    /// The same table, of which nothing stands in the footer.
    #[must_use]
    pub fn without_hints(mut self) -> Self {
        self.lines.iter_mut().for_each(|line| line.hint = "");
        self
    }

    /// Adds the bindings of another table under the same heading.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.lines.extend(other.lines);
        self
    }
}

/// What keys mean.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    own: OwnKeys,
    /// The one binding that every key means.
    only: Option<&'static str>,
}

impl Keymap {
    /// The keys of the tables, with the user's own in place of theirs.
    #[must_use]
    pub const fn new(own: OwnKeys) -> Self {
        Self { own, only: None }
    }

    /// A keymap in which every key means one binding, for whoever chooses it by its name instead of a key.
    #[must_use]
    pub fn meaning(id: &'static str) -> Self {
        Self { only: Some(id), ..Self::default() }
    }

    /// What a key means in a table. A name that is no key is passed over; a test sees to it that there is none.
    #[must_use]
    pub fn action<A: Copy>(&self, bindings: &Bindings<A>, key: Key) -> Option<A> {
        let is_key_of = |line: &Line| match self.only {
            Some(id) => line.id == id,
            None => self.own.line(line).keys.iter().any(|name| name.parse() == Ok(key)),
        };
        let binding = bindings.list.iter().find(|binding| is_key_of(&binding.line))?;
        Some(binding.action)
    }

    /// The first key of an action as a user knows it; none where it has no key.
    #[must_use]
    pub fn key_of<A: Copy + PartialEq>(&self, bindings: &Bindings<A>, action: A) -> Option<String> {
        let line = self.own.line(bindings.line_of(action)?);
        let key: Key = line.keys.first()?.parse().ok()?;
        Some(key.to_string())
    }

    /// A table as it is in force.
    #[must_use]
    pub fn in_force(&self, listing: Listing) -> Listing {
        self.own.in_force(listing)
    }
}

/// The bindings of tables of which the first goes first, each with its first key that no table before it has taken.
#[must_use]
pub fn in_force(listings: &[Listing]) -> Vec<(&Line, Option<&'static str>)> {
    let mut taken: HashSet<&'static str> = HashSet::new();
    let mut lines = Vec::new();
    for listing in listings {
        let free = |line: &Line| line.keys.iter().copied().find(|key| !taken.contains(key));
        lines.extend(listing.lines.iter().map(|line| (line, free(line))));
        taken.extend(listing.lines.iter().flat_map(|line| line.keys));
    }
    lines
}
