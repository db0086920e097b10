//! Everything a user can do: one table that feeds the keymap, the footer and the help.

mod bindings;

use super::input::Key;
use super::screen::plan::View;
use crate::guide::scale::{Evidence, Rating};

pub use bindings::BINDINGS;

/// Something that a user does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says in words what each does")]
pub enum Action {
    Quit,
    Suspend,
    Help,
    Search,
    ChooseTarget,
    Show(ScreenId),
    Redraw,
    Up,
    Down,
    PageUp,
    PageDown,
    Top,
    Bottom,
    NextLink,
    PreviousLink,
    Open,
    Back,
    Explain,
    Try,
    More,
    Less,
    AsItIs,
    Review,
    View(View),
    TickOff,
    HoursPerWeek,
    By,
    Tell,
    AddProof,
    Compare,
    RateThis,
    Rate(Rating),
    Evidence(Evidence),
    Skip,
    Previous,
    Note,
    TakeBack,
    Undo,
    Accept,
    Cancel,
    Pick(u8),
}

/// The screens, in the order of their tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum ScreenId {
    /// Where am I, what is missing most, what do I do next.
    Home,
    /// The guide's pages.
    Guide,
    /// The levels.
    Ladder,
    /// One skill at a time.
    Assess,
    /// The score of every level.
    Gap,
    /// The way to the target, step by step.
    Plan,
}

impl ScreenId {
    /// The word on its tab.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Home => "Home",
            Self::Guide => "Guide",
            Self::Ladder => "Ladder",
            Self::Assess => "Assess",
            Self::Gap => "Gap",
            Self::Plan => "Plan",
        }
    }
}

/// Where a binding is in force: a dialog's alone, else the screen's, then those of pages, then everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// On every screen and in every dialog.
    Always,
    /// On screens with a list or a page: all but Assess.
    Pages,
    /// On the ladder.
    Ladder,
    /// While rating.
    Assess,
    /// On Home.
    Home,
    /// On the gap.
    Gap,
    /// While trying what would change.
    Trying,
    /// On the steps of the plan.
    Steps,
    /// On the five bars.
    Readiness,
    /// On the evidence.
    Evidence,
    /// On the plan, whatever it shows.
    Plan,
    /// On a page of the guide.
    Guide,
    /// In a list that asks for a choice.
    Choice,
    /// In the field of a search.
    Field,
    /// In a field of text.
    Text,
    /// In the help.
    Reading,
}

impl Scope {
    /// The heading in the help.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "On every screen",
            Self::Always => "Always",
            Self::Pages => "Lists and pages",
            Self::Guide => "Guide",
            Self::Ladder => "Ladder",
            Self::Assess => "Assess",
            Self::Home => "Home",
            Self::Gap => "Gap",
            Self::Trying => "What if",
            Self::Steps => "Steps of the plan",
            Self::Readiness => "Readiness",
            Self::Evidence => "Evidence",
            Self::Plan => "Plan",
            Self::Choice => "Choosing",
            Self::Field => "Searching",
            Self::Text => "Typing",
            Self::Reading => "This help",
        }
    }
}

/// What a key does, and in which words.
#[derive(Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// A name that stays, for a keymap of one's own.
    pub id: &'static str,
    /// In words.
    pub words: &'static str,
    /// One or two words for the footer; empty where it has no place there.
    pub hint: &'static str,
    /// Where it is in force.
    pub scope: Scope,
    /// The keys, the one to show first.
    pub keys: &'static [&'static str],
}

impl Binding {
    /// Whether a key is one of its own.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.keys.iter().any(|name| name.parse() == Ok(key))
    }

    /// Its keys in words, such as `Enter → l`.
    #[must_use]
    pub fn keys_in_words(&self) -> String {
        let keys = self.keys.iter().filter_map(|name| name.parse::<Key>().ok());
        keys.map(|key| key.to_string()).collect::<Vec<_>>().join(" ")
    }
}

/// What a key does, the first scope going first.
#[must_use]
pub fn action_of(key: Key, scopes: &[Scope]) -> Option<Action> {
    scopes.iter().find_map(|scope| {
        let in_scope = BINDINGS.iter().filter(|binding| binding.scope == *scope);
        in_scope.into_iter().find(|binding| binding.has(key)).map(|binding| binding.action)
    })
}

#[cfg(test)]
mod tests {
    use super::{BINDINGS, Scope};
    use crate::tui::input::Key;
    use std::collections::BTreeSet;
    use strum::IntoEnumIterator;

    /// `docs/keys.md`, made from the table.
    fn keys_page() -> String {
        let lead = "A dialog's keys hold alone. Else the screen's go first, then those of lists and pages, then the rest.";
        let mut page = format!("# Keys\n\n{lead}\n");
        for scope in Scope::iter() {
            page.push_str(&format!("\n## {}\n\n| keys | what they do |\n|---|---|\n", scope.title()));
            for binding in BINDINGS.iter().filter(|binding| binding.scope == scope) {
                let keys: Vec<_> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
                page.push_str(&format!("| {} | {} |\n", keys.join(" "), binding.words));
            }
        }
        page
    }

    #[test]
    fn the_page_of_keys_says_what_the_table_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, keys_page()).expect("written");
        }
        let page = std::fs::read_to_string(path).expect("docs/keys.md");
        assert_eq!(page, keys_page(), "run the tests with UPDATE_DOCS=1 and commit docs/keys.md");
    }

    #[test]
    fn every_key_parses_and_is_bound_once_in_its_scope() {
        let mut seen = Vec::new();
        for binding in BINDINGS {
            assert!(!binding.keys.is_empty(), "{} has no key", binding.id);
            for name in binding.keys {
                let key: Key = name.parse().expect(name);
                assert!(!seen.contains(&(binding.scope, key)), "{name} twice in {:?}", binding.scope);
                seen.push((binding.scope, key));
            }
        }
    }

    #[test]
    fn ids_are_unique_and_every_scope_has_words() {
        let ids: BTreeSet<_> = BINDINGS.iter().map(|binding| binding.id).collect();
        assert_eq!(ids.len(), BINDINGS.len());
        for scope in Scope::iter() {
            assert!(BINDINGS.iter().any(|binding| binding.scope == scope), "{scope:?} has no binding");
        }
        assert!(BINDINGS.iter().all(|binding| !binding.words.is_empty()));
    }
}
