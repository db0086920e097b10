//! The last line: what the keys do here.

use super::text::{inset, put};
use crate::report::document::Role;
use crate::report::layout::{self, NO_BREAK};
use crate::tui::input::Key;
use crate::tui::keymap::{Line, Listing, Rank, hint, in_force};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;

/// What stands between two hints.
const BETWEEN: &str = " · ";

/// Draws the hints of the bindings in force, the first table going first. Returns where each is, with the name of its binding.
pub fn draw(
    listings: &[Listing],
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<(Rect, &'static str)> {
    let area = inset(area);
    let mut x = area.x;
    let mut write = |text: &str, role: Role| {
        x = put(x, area.y, text, theme.style(role), theme, area, buffer);
        x
    };
    let mut places = Vec::new();
    for (nth, line) in fitting(hints(listings), usize::from(area.width)).into_iter().enumerate() {
        let start = if nth == 0 { area.x } else { write(BETWEEN, Role::Dim) };
        let (keys, words) = hint::split(line.hint);
        write(&keys.replace(NO_BREAK, " "), Role::Strong);
        let end = write(words, Role::Dim);
        places.push((Rect { x: start, width: end.saturating_sub(start), height: 1, ..area }, line.id));
    }
    places
}

/// Whether the hint of a binding names one key: `0–5 rate` and `c e l evidence` don't say which of their bindings is meant.
#[must_use]
pub fn names_one_key(id: &str, listings: &[Listing]) -> bool {
    let lines = || listings.iter().flat_map(|listing| &listing.lines);
    let sign = |name: &str| name.parse::<Key>().map(|key| key.to_string()).ok();
    let Some(line) = lines().find(|line| line.id == id) else { return false };
    let Some((first, words)) = line.hint.split_once(' ') else { return false };
    let second = words.split(' ').next();
    let mut other_keys = lines().filter(|other| other.id != id).flat_map(|other| other.keys);
    let first_key = line.keys.first().and_then(|key| sign(key));
    first_key.as_deref() == Some(first) && !other_keys.any(|key| sign(key).as_deref() == second)
}

/// The bindings with a hint. A hint names the first key, so it goes where that key means something else.
fn hints(listings: &[Listing]) -> Vec<&Line> {
    let lines = in_force(listings).into_iter();
    let hinted = lines.filter(|(line, free)| !line.hint.is_empty() && *free == line.keys.first().copied());
    hinted.map(|(line, _)| line).collect()
}

/// Those of which the hints fit a width. The lowest rank goes first, and of one rank the last.
fn fitting(mut lines: Vec<&Line>, width: usize) -> Vec<&Line> {
    let needed = |lines: &[&Line]| lines.iter().map(|line| layout::width(line.hint) + 3).sum::<usize>();
    while needed(&lines) > width + 3 {
        let ranks = lines.iter().enumerate().filter(|(_, line)| line.rank() < Rank::High);
        let Some((goes, _)) = ranks.min_by_key(|(at, line)| (line.rank(), Reverse(*at))) else { break };
        lines.remove(goes);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{fitting, hints, names_one_key};
    use crate::tui::app::bindings::all_listings;
    use crate::tui::keymap::{Binding, Bindings, Rank, bind};

    #[test]
    fn the_lowest_rank_goes_first_and_enter_help_and_quit_stay() {
        const LIST: &[Binding<()>] = &[
            bind((), "1", &["x"], "").hint("x explain"),
            bind((), "2", &["up"], "").hint("↑↓ move").rank(Rank::Low),
            bind((), "3", &["enter"], "").hint("Enter open"),
            bind((), "4", &["/"], "").hint("/ search"),
            bind((), "5", &["?"], "").hint("? help").rank(Rank::High),
        ];
        let listings = [Bindings { title: "", list: LIST }.listing()];
        let fits = |width| fitting(hints(&listings), width).iter().map(|line| line.hint).collect::<Vec<_>>();
        assert_eq!(fits(100).len(), 5);
        assert_eq!(fits(47), ["x explain", "Enter open", "/ search", "? help"]);
        assert_eq!(fits(33), ["x explain", "Enter open", "? help"]);
        assert_eq!(fits(5), ["Enter open", "? help"]);
    }

    #[test]
    fn a_hint_goes_where_its_key_means_something_else() {
        const PAGE: &[Binding<()>] = &[bind((), "1", &["/"], "").hint("/ find")];
        const ALL: &[Binding<()>] = &[bind((), "2", &["/", "s"], "").hint("/ search")];
        let listings = [PAGE, ALL].map(|list| Bindings { title: "", list }.listing());
        let hints = hints(&listings);
        assert_eq!(hints.iter().map(|line| line.hint).collect::<Vec<_>>(), ["/ find"]);
    }

    #[test]
    fn a_hint_names_one_key_or_several() {
        let listings = all_listings();
        let named = |hint: &str| {
            let mut lines = listings.iter().flat_map(|listing| &listing.lines);
            names_one_key(lines.find(|line| line.hint == hint).expect(hint).id, &listings)
        };
        for hint in ["Enter open", "w what if", "d done", ": commands", "E export", "? help", "Esc back"] {
            assert!(named(hint), "{hint}");
        }
        for hint in ["0–5 rate", "c e l evidence", "↑↓ move", "1–9 choose at once", "1–4 choose", "←→ rate"]
        {
            assert!(!named(hint), "{hint}");
        }
    }

    #[test]
    fn wherever_enter_does_something_the_footer_says_so() {
        for line in all_listings().iter().flat_map(|listing| &listing.lines) {
            assert!(!line.keys.contains(&"enter") || !line.hint.is_empty(), "{}", line.id);
        }
    }
}
