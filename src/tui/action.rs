//! Everything a user can do: one table that feeds the keymap, the footer and the help.

use super::input::Key;
use super::screen::plan::View;
use crate::guide::scale::{Evidence, Rating};

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

const fn binding(
    scope: Scope,
    action: Action,
    id: &'static str,
    keys: &'static [&'static str],
    words: &'static str,
    hint: &'static str,
) -> Binding {
    Binding { action, id, words, hint, scope, keys }
}

/// All bindings. Within a scope the footer shows hints in this order.
pub const BINDINGS: &[Binding] = &[
    binding(Scope::Assess, Action::Rate(Rating::None), "rate-0", &["0"], "rate 0 and go on", "0–5 rate"),
    binding(Scope::Assess, Action::Rate(Rating::Studied), "rate-1", &["1"], "rate 1 and go on", ""),
    binding(Scope::Assess, Action::Rate(Rating::Assisted), "rate-2", &["2"], "rate 2 and go on", ""),
    binding(Scope::Assess, Action::Rate(Rating::Independent), "rate-3", &["3"], "rate 3 and go on", ""),
    binding(Scope::Assess, Action::Rate(Rating::Leading), "rate-4", &["4"], "rate 4 and go on", ""),
    binding(Scope::Assess, Action::Rate(Rating::SettingDirection), "rate-5", &["5"], "rate 5 and go on", ""),
    binding(
        Scope::Assess,
        Action::Evidence(Evidence::Claim),
        "evidence-claim",
        &["c"],
        "evidence: your word alone",
        "c e l evidence",
    ),
    binding(
        Scope::Assess,
        Action::Evidence(Evidence::Example),
        "evidence-example",
        &["e"],
        "evidence: a case you could tell",
        "",
    ),
    binding(
        Scope::Assess,
        Action::Evidence(Evidence::Link),
        "evidence-link",
        &["l"],
        "evidence: something another person can check",
        "",
    ),
    binding(
        Scope::Assess,
        Action::Skip,
        "skip",
        &["s", "right", "space"],
        "leave it open and go on",
        "s skip",
    ),
    binding(
        Scope::Assess,
        Action::Previous,
        "previous",
        &["b", "left", "backspace"],
        "go back to the skill before",
        "b back",
    ),
    binding(Scope::Assess, Action::Note, "note", &["n"], "write a note to the rating", "n note"),
    binding(Scope::Assess, Action::AddProof, "prove", &["p"], "write down what proves the rating", "p proof"),
    binding(
        Scope::Assess,
        Action::TakeBack,
        "take-back",
        &["x", "delete"],
        "take the rating back: not rated",
        "",
    ),
    binding(
        Scope::Assess,
        Action::Down,
        "anchors-down",
        &["down", "j", "pagedown"],
        "scroll the ratings down",
        "",
    ),
    binding(Scope::Assess, Action::Up, "anchors-up", &["up", "k", "pageup"], "scroll the ratings up", ""),
    binding(Scope::Assess, Action::Open, "done", &["enter"], "see where you stand by now", ""),
    binding(Scope::Assess, Action::Back, "leave", &["esc"], "leave, to Home", "Esc leave"),
    binding(
        Scope::Guide,
        Action::RateThis,
        "rate-this",
        &["r"],
        "rate the skill that the page is about",
        "r rate",
    ),
    binding(
        Scope::Ladder,
        Action::Compare,
        "compare",
        &["c"],
        "compare with another level: mark one, then choose the other",
        "c compare",
    ),
    binding(
        Scope::Home,
        Action::Explain,
        "explain-target",
        &["x"],
        "open the target's numbers into their arithmetic",
        "x explain",
    ),
    binding(Scope::Home, Action::Review, "review", &["r"], "rate again what is old or reworded", ""),
    binding(
        Scope::Gap,
        Action::Explain,
        "explain",
        &["x"],
        "open the numbers into their arithmetic",
        "x explain",
    ),
    binding(
        Scope::Gap,
        Action::Try,
        "try",
        &["w"],
        "what if: change ratings without touching your profile",
        "w what if",
    ),
    binding(Scope::Trying, Action::Up, "try-up", &["up", "k"], "the skill above", "↑↓ skill"),
    binding(Scope::Trying, Action::Down, "try-down", &["down", "j"], "the skill below", ""),
    binding(
        Scope::Trying,
        Action::Less,
        "try-less",
        &["left", "-", "h"],
        "suppose one rating less",
        "←→ rate",
    ),
    binding(Scope::Trying, Action::More, "try-more", &["right", "+", "="], "suppose one rating more", ""),
    binding(
        Scope::Trying,
        Action::Evidence(Evidence::Claim),
        "try-claim",
        &["c"],
        "suppose your word alone",
        "c e l evidence",
    ),
    binding(
        Scope::Trying,
        Action::Evidence(Evidence::Example),
        "try-example",
        &["e"],
        "suppose a case you could tell",
        "",
    ),
    binding(
        Scope::Trying,
        Action::Evidence(Evidence::Link),
        "try-link",
        &["l"],
        "suppose something another person can check",
        "",
    ),
    binding(Scope::Trying, Action::AsItIs, "try-as-it-is", &["x", "delete"], "leave the skill as it is", ""),
    binding(
        Scope::Trying,
        Action::Accept,
        "try-keep",
        &["enter"],
        "keep it: rate the skills so; u takes it back",
        "Enter keep",
    ),
    binding(
        Scope::Trying,
        Action::Back,
        "try-drop",
        &["esc", "backspace"],
        "drop it: all stays as it is",
        "Esc drop",
    ),
    binding(
        Scope::Steps,
        Action::TickOff,
        "tick-off",
        &["d"],
        "the step is done: rate it and say what shows it",
        "d done",
    ),
    binding(
        Scope::Steps,
        Action::HoursPerWeek,
        "hours",
        &["w"],
        "how many hours a week you have",
        "w hours a week",
    ),
    binding(Scope::Steps, Action::By, "by", &["b"], "a day until which it is to be done", "b by a day"),
    binding(
        Scope::Readiness,
        Action::Tell,
        "tell",
        &["a"],
        "answer what ratings don't say: years, education, papers",
        "a answer",
    ),
    binding(Scope::Evidence, Action::AddProof, "add-proof", &["a"], "add a proof", "a add a proof"),
    binding(Scope::Plan, Action::View(View::Steps), "view-steps", &["s"], "the steps", ""),
    binding(Scope::Plan, Action::View(View::Readiness), "view-readiness", &["r"], "the five bars", ""),
    binding(Scope::Plan, Action::View(View::Evidence), "view-evidence", &["e"], "your proofs", ""),
    binding(Scope::Plan, Action::View(View::Progress), "view-progress", &["p"], "the way so far", ""),
    binding(
        Scope::Plan,
        Action::Explain,
        "explain-plan",
        &["x"],
        "open the target's numbers into their arithmetic",
        "x explain",
    ),
    binding(Scope::Pages, Action::Up, "up", &["up", "k"], "up", "↑↓ move"),
    binding(Scope::Pages, Action::Down, "down", &["down", "j"], "down", ""),
    binding(
        Scope::Pages,
        Action::Open,
        "open",
        &["enter", "right", "l"],
        "open, or follow the marked link",
        "Enter open",
    ),
    binding(Scope::Pages, Action::NextLink, "next-link", &["tab"], "to the next link", "Tab link"),
    binding(Scope::Pages, Action::PreviousLink, "previous-link", &["backtab"], "to the link before", ""),
    binding(
        Scope::Pages,
        Action::Back,
        "back",
        &["esc", "backspace", "left", "h"],
        "back to where you came from",
        "Esc back",
    ),
    binding(Scope::Pages, Action::PageDown, "page-down", &["pagedown", "space", "ctrl-f"], "a page down", ""),
    binding(Scope::Pages, Action::PageUp, "page-up", &["pageup", "ctrl-b"], "a page up", ""),
    binding(Scope::Pages, Action::Top, "top", &["g", "home"], "to the top", ""),
    binding(Scope::Pages, Action::Bottom, "bottom", &["G", "end"], "to the bottom", ""),
    binding(Scope::Everywhere, Action::Search, "search", &["/"], "search everything", "/ search"),
    binding(
        Scope::Everywhere,
        Action::ChooseTarget,
        "target",
        &["t"],
        "choose the level you aim for",
        "t target",
    ),
    binding(Scope::Everywhere, Action::Undo, "undo", &["u"], "undo the last change", ""),
    binding(Scope::Everywhere, Action::Help, "help", &["?", "f1"], "this help", "? help"),
    binding(Scope::Everywhere, Action::Quit, "quit", &["q"], "quit; everything is saved already", "q quit"),
    binding(
        Scope::Everywhere,
        Action::Show(ScreenId::Home),
        "home",
        &["1"],
        "Home: where am I, what next",
        "",
    ),
    binding(Scope::Everywhere, Action::Show(ScreenId::Guide), "guide", &["2"], "Guide: read", ""),
    binding(Scope::Everywhere, Action::Show(ScreenId::Ladder), "ladder", &["3"], "Ladder: the levels", ""),
    binding(
        Scope::Everywhere,
        Action::Show(ScreenId::Assess),
        "assess",
        &["4"],
        "Assess: rate your skills",
        "",
    ),
    binding(Scope::Everywhere, Action::Show(ScreenId::Gap), "gap", &["5"], "Gap: where you stand", ""),
    binding(
        Scope::Everywhere,
        Action::Show(ScreenId::Plan),
        "plan",
        &["6"],
        "Plan: the way to your target",
        "",
    ),
    binding(Scope::Always, Action::Quit, "quit-always", &["ctrl-c"], "quit", ""),
    binding(Scope::Always, Action::Suspend, "suspend", &["ctrl-z"], "suspend, back to the shell", ""),
    binding(Scope::Always, Action::Redraw, "redraw", &["ctrl-l"], "draw anew", ""),
    binding(Scope::Choice, Action::Up, "choice-up", &["up", "k"], "up", "↑↓ move"),
    binding(Scope::Choice, Action::Down, "choice-down", &["down", "j"], "down", ""),
    binding(Scope::Choice, Action::Accept, "choice-accept", &["enter"], "take the marked one", "Enter take"),
    binding(Scope::Choice, Action::Cancel, "choice-cancel", &["esc", "q"], "leave it as it is", "Esc cancel"),
    binding(Scope::Choice, Action::Pick(1), "pick-1", &["1"], "take the first", "1–9 take at once"),
    binding(Scope::Choice, Action::Pick(2), "pick-2", &["2"], "take the second", ""),
    binding(Scope::Choice, Action::Pick(3), "pick-3", &["3"], "take the third", ""),
    binding(Scope::Choice, Action::Pick(4), "pick-4", &["4"], "take the fourth", ""),
    binding(Scope::Choice, Action::Pick(5), "pick-5", &["5"], "take the fifth", ""),
    binding(Scope::Choice, Action::Pick(6), "pick-6", &["6"], "take the sixth", ""),
    binding(Scope::Choice, Action::Pick(7), "pick-7", &["7"], "take the seventh", ""),
    binding(Scope::Choice, Action::Pick(8), "pick-8", &["8"], "take the eighth", ""),
    binding(Scope::Choice, Action::Pick(9), "pick-9", &["9"], "take the ninth", ""),
    binding(Scope::Field, Action::Accept, "field-accept", &["enter"], "take it", "Enter take"),
    binding(Scope::Field, Action::Cancel, "field-cancel", &["esc"], "leave it", "Esc leave"),
    binding(Scope::Field, Action::Up, "field-up", &["up", "ctrl-p"], "the hit before", "↑↓ choose"),
    binding(Scope::Field, Action::Down, "field-down", &["down", "ctrl-n", "tab"], "the next hit", ""),
    binding(Scope::Text, Action::Accept, "text-accept", &["enter"], "take it", "Enter take"),
    binding(Scope::Text, Action::Cancel, "text-cancel", &["esc"], "leave it", "Esc leave"),
    binding(Scope::Reading, Action::Top, "reading-top", &["g", "home"], "to the top", ""),
    binding(Scope::Reading, Action::Bottom, "reading-bottom", &["G", "end"], "to the bottom", ""),
    binding(Scope::Reading, Action::Up, "reading-up", &["up", "k"], "up", "↑↓ move"),
    binding(Scope::Reading, Action::Down, "reading-down", &["down", "j"], "down", ""),
    binding(Scope::Reading, Action::PageDown, "reading-page-down", &["pagedown", "space"], "a page down", ""),
    binding(Scope::Reading, Action::PageUp, "reading-page-up", &["pageup"], "a page up", ""),
    binding(
        Scope::Reading,
        Action::Cancel,
        "reading-close",
        &["esc", "q", "?", "enter"],
        "close",
        "Esc close",
    ),
];

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
