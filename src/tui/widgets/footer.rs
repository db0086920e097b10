//! The last line: what the keys do here.

use super::text::{inset, put, shown};
use crate::report::document::Role;
use crate::report::layout;
use crate::tui::input::Key;
use crate::tui::keymap::{Line, Listing, Rank, in_force};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;

/// What stands between two hints.
const BETWEEN: &str = " · ";

/// Draws the hints of the bindings in force, the first table going first. Returns where each is that says what one binding does,
/// with the name of that binding.
pub fn draw(
    listings: &[Listing],
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<(Rect, &'static str)> {
    let area = inset(area);
    let hints = fitting(hints(listings), usize::from(area.width));
    let texts: Vec<_> = hints.iter().map(|line| line.hint).collect();
    put(area.x, area.y, &texts.join(BETWEEN), theme.style(Role::Dim), theme, area, buffer);
    let mut places = Vec::new();
    let mut x = area.x;
    let cells = |text| u16::try_from(layout::width(&shown(text, theme))).unwrap_or(u16::MAX);
    for line in hints {
        let place = Rect { x, width: cells(line.hint), height: 1, ..area }.intersection(area);
        if is_of_one_key(line, listings) {
            places.push((place, line.id));
        }
        x = x.saturating_add(cells(line.hint)).saturating_add(cells(BETWEEN));
    }
    places
}

/// Whether a hint names one key: `0–5 rate` and `c e l evidence` don't say which of their bindings is meant.
fn is_of_one_key(line: &Line, listings: &[Listing]) -> bool {
    let sign = |name: &&str| name.parse::<Key>().map(|key| key.to_string()).ok();
    let Some((first, words)) = line.hint.split_once(' ') else { return false };
    let second = words.split(' ').next().map(str::to_owned);
    let mut others = listings.iter().flat_map(|listing| &listing.lines).filter(|other| other.id != line.id);
    let is_key = |other: &Line| other.keys.iter().any(|key| sign(key) == second);
    line.keys.first().and_then(sign).as_deref() == Some(first) && !others.any(is_key)
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
    use super::{fitting, hints};
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
    fn wherever_enter_does_something_the_footer_says_so() {
        for line in all_listings().iter().flat_map(|listing| &listing.lines) {
            assert!(!line.keys.contains(&"enter") || !line.hint.is_empty(), "{}", line.id);
        }
    }
}
