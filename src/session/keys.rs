//! What a person's keys are called, where a text of the interface names one. Pages and notices are made from a session, so it knows.

use std::collections::BTreeMap;

/// An action of the interface whose key a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumIter)]
#[expect(missing_docs, reason = "each is the action of the name in the table below")]
pub enum NamedKey {
    Home,
    Assess,
    Gap,
    Toolkit,
    Target,
    Export,
    Copy,
    Undo,
    Down,
    Open,
    Back,
    NextLink,
    Review,
    RateThis,
    Bookmark,
    Bookmarks,
    Find,
    FindNext,
    FindPrevious,
    Claim,
    Example,
    Link,
    Previous,
    Results,
    TryKeep,
    TryDrop,
    TryAsItIs,
    Hours,
    Deadline,
    Evidence,
    AddProof,
    Answer,
    StartPractice,
    ShowPoints,
    Sure50,
    Sure60,
    Sure70,
    Sure80,
    Sure90,
    Sure100,
    ReadAd,
    KeepAd,
    AdState,
}

impl NamedKey {
    /// The name of the action in the settings, and its first built-in key as a user knows it.
    const fn built_in(self) -> (&'static str, &'static str) {
        match self {
            Self::Home => ("home", "1"),
            Self::Assess => ("assess", "4"),
            Self::Gap => ("gap", "5"),
            Self::Toolkit => ("toolkit", "8"),
            Self::Target => ("target", "t"),
            Self::Export => ("export", "E"),
            Self::Copy => ("copy", "y"),
            Self::Undo => ("undo", "u"),
            Self::Down => ("down", "↓"),
            Self::Open => ("open", "Enter"),
            Self::Back => ("back", "Esc"),
            Self::NextLink => ("next-link", "Tab"),
            Self::Review => ("review", "r"),
            Self::RateThis => ("rate-this", "r"),
            Self::Bookmark => ("bookmark", "b"),
            Self::Bookmarks => ("bookmarks", "B"),
            Self::Find => ("find", "/"),
            Self::FindNext => ("find-next", "n"),
            Self::FindPrevious => ("find-previous", "N"),
            Self::Claim => ("evidence-claim", "c"),
            Self::Example => ("evidence-example", "e"),
            Self::Link => ("evidence-link", "l"),
            Self::Previous => ("previous", "b"),
            Self::Results => ("done", "Enter"),
            Self::TryKeep => ("try-keep", "Enter"),
            Self::TryDrop => ("try-drop", "Esc"),
            Self::TryAsItIs => ("try-as-it-is", "x"),
            Self::Hours => ("hours", "w"),
            Self::Deadline => ("by", "b"),
            Self::Evidence => ("view-evidence", "e"),
            Self::AddProof => ("add-proof", "a"),
            Self::Answer => ("tell", "a"),
            Self::StartPractice => ("practice-start", "Enter"),
            Self::ShowPoints => ("show-points", "Enter"),
            Self::Sure50 => ("sure-50", "5"),
            Self::Sure60 => ("sure-60", "6"),
            Self::Sure70 => ("sure-70", "7"),
            Self::Sure80 => ("sure-80", "8"),
            Self::Sure90 => ("sure-90", "9"),
            Self::Sure100 => ("sure-100", "0"),
            Self::ReadAd => ("read-ad", "r"),
            Self::KeepAd => ("keep-ad", "K"),
            Self::AdState => ("ad-state", "s"),
        }
    }

    /// The name of the action in the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.built_in().0
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }
}

/// What keys are called: the built-in ones, but for those that the person has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyNames(BTreeMap<NamedKey, KeyName>);

/// What the key of an action is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyName {
    /// The key.
    Key(String),
    /// It has no key; this is how it is done without one.
    Without(String),
}

impl KeyNames {
    /// The names of the built-in keys.
    pub const BUILT_IN: &'static Self = &Self(BTreeMap::new());

    /// With the person's own names of some keys.
    #[must_use]
    pub fn with(own: impl IntoIterator<Item = (NamedKey, KeyName)>) -> Self {
        Self(own.into_iter().collect())
    }

    /// The name of an action's key, or how it is done without one.
    #[must_use]
    pub fn of(&self, key: NamedKey) -> &str {
        match self.0.get(&key) {
            Some(KeyName::Key(name) | KeyName::Without(name)) => name,
            None => key.built_in().1,
        }
    }

    /// Whether an action has a key.
    #[must_use]
    pub fn has(&self, key: NamedKey) -> bool {
        !matches!(self.0.get(&key), Some(KeyName::Without(_)))
    }
}
