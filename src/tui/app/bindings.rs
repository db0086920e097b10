//! The keys that mean the same on every screen.

use crate::session::{KeyName, KeyNames, NamedKey};
use crate::tui::dialogs::{choice, page, palette, search, text};
use crate::tui::input::Key;
use crate::tui::keymap::own::{OwnKeys, Tables};
use crate::tui::keymap::{Binding, Bindings, Line, Listing, Rank, bind};
use crate::tui::screens::{self, guide};
use crate::tui::widgets::filter;

/// What can be done from every screen while no dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Everywhere {
    /// Lists everything that can be done here.
    Palette,
    /// Searches everything.
    Search,
    /// Writes what the screen shows to a file.
    Export,
    /// Copies what is marked, or the page.
    Copy,
    /// Opens the marked web address.
    Open,
    /// Chooses the level to aim for.
    Target,
    /// Shows the heat map of skills and levels.
    HeatMap,
    /// Lists the bookmarks.
    Bookmarks,
    /// Goes back to the place before.
    Backward,
    /// Goes forward again after going back.
    Forward,
    /// Shows the screen to the left.
    Left,
    /// Shows the screen to the right.
    Right,
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Explains the keys.
    Help,
    /// Ends.
    Quit,
}

/// What can be done in dialogs too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Always {
    /// Ends.
    Quit,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Draws every cell anew.
    Redraw,
}

/// The keys of every screen; those of the tabs hold too.
pub const EVERYWHERE: Bindings<Everywhere> = Bindings { title: "On every screen", list: LIST };

const LIST: &[Binding<Everywhere>] = &[
    bind(Everywhere::Palette, "palette", &[":", "ctrl-p"], "list all commands; type to find one")
        .hint(": commands"),
    bind(Everywhere::Export, "export", &["E"], "export the report or the plan to a file").hint("E export"),
    bind(Everywhere::Search, "search", &["/"], "search everything").hint("/ search").rank(Rank::Finding),
    bind(Everywhere::Copy, "copy", &["y"], "copy the marked link, or the page in view"),
    bind(Everywhere::Open, "open-address", &["o"], "open the marked web address in your browser"),
    bind(Everywhere::Target, "target", &["t"], "choose your target level").hint("t target").rank(Rank::Low),
    bind(Everywhere::HeatMap, "heat-map", &["m"], "skills and levels as a map, with you in it")
        .hint("m map")
        .rank(Rank::Low),
    bind(Everywhere::Bookmarks, "bookmarks", &["B"], "list your bookmarks in the guide"),
    bind(Everywhere::Backward, "backward", &["H", "alt-left"], "back to the place before, as in a browser"),
    bind(Everywhere::Forward, "forward", &["L", "alt-right"], "forward again, after going back"),
    bind(Everywhere::Left, "screen-left", &["["], "the screen to the left"),
    bind(Everywhere::Right, "screen-right", &["]"], "the screen to the right"),
    bind(Everywhere::Undo, "undo", &["u"], "undo the last change"),
    bind(Everywhere::Redo, "redo", &["ctrl-r"], "redo what you undid"),
    bind(Everywhere::Help, "help", &["?", "f1"], "show this help").hint("? help").rank(Rank::High),
    bind(Everywhere::Quit, "quit", &["q"], "quit; everything is already saved")
        .hint("q quit")
        .rank(Rank::High),
];

/// The action that has a key everywhere, whatever the settings say.
const WAY_OUT: &str = "quit-always";

/// The keys of every screen and every dialog.
pub const ALWAYS: Bindings<Always> = Bindings {
    title: "Always",
    list: &[
        bind(Always::Quit, WAY_OUT, &["ctrl-c"], "quit"),
        bind(Always::Suspend, "suspend", &["ctrl-z"], "suspend: back to the shell"),
        bind(Always::Redraw, "redraw", &["ctrl-l"], "redraw"),
    ],
};

/// What can be done from every screen, the tabs with it.
#[must_use]
pub fn everywhere() -> Listing {
    EVERYWHERE.listing().with(screens::BINDINGS.listing())
}

/// All tables of the program, in the order of the documentation.
#[must_use]
pub fn all_listings() -> Vec<Listing> {
    let dialogs = [
        choice::BINDINGS.listing(),
        search::BINDINGS.listing(),
        palette::BINDINGS.listing(),
        text::BINDINGS.listing(),
        page::BINDINGS.listing(),
    ];
    let first = [everywhere(), ALWAYS.listing()];
    first.into_iter().chain(screens::all_listings()).chain(dialogs).collect()
}

/// What the user's own keys are called, where a text names them. An action without a key is done by its name in the palette.
#[must_use]
pub fn names(own: &OwnKeys) -> KeyNames {
    let listings = all_listings();
    let lines = || listings.iter().flat_map(|listing| &listing.lines);
    let key_of = |line: &Line| own.line(line).keys.first().and_then(|key| key.parse::<Key>().ok());
    let palette = EVERYWHERE.line_of(Everywhere::Palette).and_then(key_of);
    let palette = palette.map(|key| format!("{key} ")).unwrap_or_default();
    let named = NamedKey::all().filter_map(|named| {
        let line = lines().find(|line| line.id == named.id())?;
        let is_own = own.line(line).keys != line.keys;
        let by_name = || KeyName::Without(format!("{palette}\u{201c}{}\u{201d}", line.words));
        is_own.then(|| (named, key_of(line).map_or_else(by_name, |key| KeyName::Key(key.to_string()))))
    });
    KeyNames::with(named)
}

/// All tables, with what their keys may be.
#[must_use]
pub fn tables() -> Tables {
    Tables {
        all: all_listings(),
        always: ALWAYS.title,
        way_out: WAY_OUT,
        typing: vec![
            search::BINDINGS.title,
            text::BINDINGS.title,
            palette::BINDINGS.title,
            guide::FINDING_BINDINGS.title,
            filter::BINDINGS.title,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::{all_listings, tables};
    use crate::config::problem::Source;
    use crate::config::read::Config;
    use crate::session::{KeyNames, NamedKey};
    use crate::tui::input::Key;
    use crate::tui::keymap::own::OwnKeys;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// `docs/keys.md`, made from the tables.
    fn keys_page() -> String {
        let lead = "In a dialog only its own keys work, those under *Always*, and in a choice the one under *Lists*. Elsewhere the screen's own keys come first, then those of lists and pages, then the rest. The name of an action is what the [settings](config.md) call it.";
        let mut page = format!("# Keys\n\n{lead}\n");
        for listing in all_listings() {
            page.push_str(&format!(
                "\n## {}\n\n| keys | what they do | name |\n|---|---|---|\n",
                listing.title
            ));
            for line in listing.lines {
                let keys: Vec<_> = line.keys.iter().map(|key| format!("`{key}`")).collect();
                page.push_str(&format!("| {} | {} | `{}` |\n", keys.join(" "), line.words, line.id));
            }
        }
        page
    }

    #[test]
    fn the_page_of_keys_says_what_the_tables_say() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, keys_page()).expect("written");
        }
        let page = std::fs::read_to_string(path).expect("docs/keys.md");
        assert_eq!(page, keys_page(), "run the tests with UPDATE_DOCS=1 and commit docs/keys.md");
    }

    /// `assets/keymap.toml`, made from the tables: what the settings would say to change nothing.
    fn keymap_file() -> String {
        let lead = "# The built-in keys, as config.toml would give them.\n\n[keys]\n";
        let mut file = lead.to_owned();
        for listing in all_listings() {
            file.push_str(&format!("\n# {}\n", listing.title));
            for line in listing.lines {
                let keys: Vec<_> = line.keys.iter().map(|key| format!("\"{key}\"")).collect();
                file.push_str(&format!("{} = [{}] # {}\n", line.id, keys.join(", "), line.words));
            }
        }
        file
    }

    #[test]
    fn the_file_of_keys_says_what_the_tables_say() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/keymap.toml");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, keymap_file()).expect("written");
        }
        let file = std::fs::read_to_string(path).expect("assets/keymap.toml");
        assert_eq!(file, keymap_file(), "run the tests with UPDATE_DOCS=1 and commit assets/keymap.toml");
    }

    #[test]
    fn the_file_of_keys_changes_nothing() {
        let config = Config::of(Source::new(Path::new("keymap.toml"), keymap_file()));
        let mut source = config.source.expect("a file");
        let own = OwnKeys::new(&config.keys, &tables(), &mut source);
        assert_eq!(source.into_problems(), []);
        for line in all_listings().iter().flat_map(|listing| &listing.lines) {
            assert_eq!((own.line(line).keys, own.line(line).hint), (line.keys, line.hint), "{}", line.id);
            assert!(own.given_in(line.id).is_some());
        }
    }

    #[test]
    fn the_keys_that_texts_name_are_those_of_the_tables() {
        let listings = all_listings();
        for named in NamedKey::all() {
            let mut lines = listings.iter().flat_map(|listing| &listing.lines);
            let line = lines.find(|line| line.id == named.id()).expect("an action");
            let first: Key = line.keys[0].parse().expect("a key");
            assert_eq!(KeyNames::BUILT_IN.of(named), first.to_string(), "{}", named.id());
        }
    }

    #[test]
    fn every_key_parses_and_is_bound_once_in_its_table() {
        for listing in all_listings() {
            let mut seen = Vec::new();
            assert!(!listing.lines.is_empty(), "{} has no binding", listing.title);
            for line in listing.lines {
                assert!(!line.keys.is_empty(), "{} has no key", line.id);
                assert!(!line.words.is_empty(), "{} has no words", line.id);
                for name in line.keys {
                    let key: Key = name.parse().expect(name);
                    assert!(!seen.contains(&key), "{name} twice in {}", listing.title);
                    seen.push(key);
                }
            }
        }
    }

    #[test]
    fn ids_and_titles_are_unique() {
        let listings = all_listings();
        let titles: BTreeSet<_> = listings.iter().map(|listing| listing.title).collect();
        assert_eq!(titles.len(), listings.len());
        let ids: Vec<_> = listings.iter().flat_map(|listing| &listing.lines).map(|line| line.id).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}
