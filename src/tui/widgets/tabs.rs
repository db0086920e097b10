//! Tabs: the screens, and the views of a screen.

use super::text::put;
use crate::report::document::Role;
use crate::report::layout;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How much of each tab is drawn: what fits of all of them.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Key and title, with room around them.
    Wide,
    /// Key and title.
    Narrow,
    /// The same without a space between the two.
    Tight,
    /// The title alone.
    Title,
}

impl Form {
    fn text(self, key: &str, title: &str) -> String {
        let key = if key.is_empty() { " " } else { key };
        match self {
            Self::Wide => format!(" {key} {title} "),
            Self::Narrow => format!("{key} {title}"),
            Self::Tight => format!("{key}{title}"),
            Self::Title => title.to_owned(),
        }
    }
}

/// Draws the tabs of the screens; `selected` stands out. A tab's key is left out where it means something else at the moment. Where
/// there is no room for all of them, the first ones go. Returns where each tab is.
pub fn draw_screens<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Rect> {
    let tabs: Vec<_> = tabs.collect();
    let texts = |form: Form| tabs.iter().map(|(key, title, _)| form.text(key, title)).collect::<Vec<_>>();
    let room = usize::from(area.width);
    let forms = [Form::Wide, Form::Narrow, Form::Tight, Form::Title].map(texts);
    let fitting = forms.iter().find(|texts| width(texts) <= room);
    let [.., shortest] = &forms;
    let texts = fitting.unwrap_or(shortest);
    let shown = tabs.iter().position(|(_, _, is_shown)| *is_shown).unwrap_or_default();
    let fits_from = |first: usize| texts.get(first..=shown).is_some_and(|texts| width(texts) <= room);
    let first = if fitting.is_some() { 0 } else { (0..shown).find(|at| fits_from(*at)).unwrap_or(shown) };
    let mut x = area.x;
    let mut places = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        if at < first {
            places.push(Rect::ZERO);
            continue;
        }
        let style = if at == shown { theme.selected() } else { theme.style(Role::Text) };
        let end = put(x, area.y, text, style, theme, area, buffer);
        places.push(from_to(x, end, area));
        x = end.saturating_add(1);
    }
    places
}

/// The cells that some tabs take, with one between them.
fn width(texts: &[String]) -> usize {
    let cells: usize = texts.iter().map(|text| layout::width(text) + 1).sum();
    cells.saturating_sub(1)
}

/// Draws the tabs of a screen's views: the one that is shown stands in brackets. Returns where each tab is.
pub fn draw_views<'a>(
    tabs: impl Iterator<Item = (String, &'a str, bool)>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Rect> {
    let mut x = area.x;
    let mut places = Vec::new();
    for (key, title, is_shown) in tabs {
        let (role, text) = if is_shown {
            (Role::Strong, format!("[{key} {title}]"))
        } else {
            (Role::Text, format!(" {key} {title} "))
        };
        let end = put(x, area.y, &text, theme.style(role), theme, area, buffer);
        places.push(from_to(x, end, area));
        x = end.saturating_add(1);
    }
    places
}

/// The cells of the first line from a column to another.
fn from_to(x: u16, end: u16, area: Rect) -> Rect {
    Rect { x, width: end.saturating_sub(x), height: 1, ..area }.intersection(area)
}

#[cfg(test)]
mod tests {
    use super::draw_screens;
    use crate::tui::theme::Theme;
    use crate::tui::theme::looks::MONO;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn drawn(width: u16, shown: usize) -> String {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        let titles = ["Home", "Guide", "Ladder", "Practice"].into_iter().enumerate();
        let tabs = titles.map(|(i, title)| ((i + 1).to_string(), title, i == shown));
        let places = draw_screens(tabs, Theme::new(&MONO, false), area, &mut buffer);
        assert!(places[shown].width > 0 && places.len() == 4);
        let text: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
        text.trim_end().to_owned()
    }

    #[test]
    fn the_less_room_the_less_of_each_tab_and_the_shown_one_stays() {
        assert_eq!(drawn(60, 0), " 1 Home   2 Guide   3 Ladder   4 Practice");
        assert_eq!(drawn(36, 3), "1 Home 2 Guide 3 Ladder 4 Practice");
        assert_eq!(drawn(30, 0), "1Home 2Guide 3Ladder 4Practice");
        assert_eq!(drawn(29, 0), "Home Guide Ladder Practice");
        assert_eq!(drawn(16, 3), "Ladder Practice");
        assert!(drawn(16, 0).starts_with("Home Guide"));
    }
}
