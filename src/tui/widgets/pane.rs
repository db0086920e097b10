//! A page that is read: scrolled, with links to choose and follow.

use super::clickable::Clickable;
use super::find::{self, Place};
use super::position;
use super::text::shown;
use crate::report::document::{Document, Target};
use crate::report::layout::{self, Line};
use crate::tui::keymap::{Binding, Bindings, Rank, bind};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line as TuiLine, Span as TuiSpan};
use ratatui::widgets::Widget;
use std::cell::Cell;
use std::ops::Range;

/// A movement in a list or in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the bindings below say in words what each does")]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    HalfUp,
    HalfDown,
    Top,
    Bottom,
    NextLink,
    PreviousLink,
    Open,
    Back,
}

/// The keys of every screen with a list or a page.
pub const BINDINGS: Bindings<Move> = Bindings { title: "Lists and pages", list: LIST };

const LIST: &[Binding<Move>] = &[
    bind(Move::Up, "up", &["up", "k"], "up").hint("↑↓ move").rank(Rank::Low),
    bind(Move::Down, "down", &["down", "j"], "down"),
    bind(Move::Open, "open", &["enter", "right", "l"], "open, or follow the marked link").hint("Enter open"),
    bind(Move::NextLink, "next-link", &["tab"], "to the next link").hint("Tab link").rank(Rank::Low),
    bind(Move::PreviousLink, "previous-link", &["backtab"], "to the previous link"),
    bind(Move::Back, "back", &["esc", "backspace", "left", "h"], "back to where you came from")
        .hint("Esc back")
        .rank(Rank::Low),
    bind(Move::PageDown, "page-down", &["pagedown", "space", "ctrl-f"], "one page down"),
    bind(Move::PageUp, "page-up", &["pageup", "ctrl-b"], "one page up"),
    bind(Move::HalfDown, "half-down", &["ctrl-d"], "half a page down"),
    bind(Move::HalfUp, "half-up", &["ctrl-u"], "half a page up"),
    bind(Move::Top, "top", &["g", "home"], "to the top"),
    bind(Move::Bottom, "bottom", &["G", "end"], "to the bottom"),
];

/// Where a reader is in a page. Drawing keeps it within the page, whose height isn't known before.
#[derive(Debug, Clone, Default)]
pub struct Pane {
    scroll: Cell<usize>,
    height: Cell<usize>,
    /// The lines of the whole page.
    lines: Cell<usize>,
    width: Cell<usize>,
    /// Where it is drawn.
    area: Cell<Rect>,
    /// Where its links are, counted from the top of the page.
    links: Clickable<usize>,
    /// The chosen link, counted from the top of the page.
    chosen: Cell<Option<usize>>,
    /// Whether the chosen link has to come into view.
    reveal: Cell<bool>,
    /// What is looked for in the page.
    find: Option<Find>,
}

/// A text that is looked for in a page.
#[derive(Debug, Clone)]
struct Find {
    /// The text, folded.
    wanted: String,
    /// Which of its places is marked, counted from the top.
    at: Cell<usize>,
    /// Whether that place has to come into view.
    reveal: Cell<bool>,
}

impl Find {
    fn mark(&self, at: usize) {
        self.at.set(at);
        self.reveal.set(true);
    }
}

impl Pane {
    /// Moves in a page, which is made only where its links have to be known. Returns a link to follow.
    pub fn go(&self, movement: Move, page: impl FnOnce() -> Document) -> Option<Target> {
        match movement {
            Move::Up => self.scroll_by(-1),
            Move::Down => self.scroll_by(1),
            Move::PageUp => self.scroll_pages(-1),
            Move::PageDown => self.scroll_pages(1),
            Move::HalfUp => self.scroll_halves(-1),
            Move::HalfDown => self.scroll_halves(1),
            Move::Top => self.to_top(),
            Move::Bottom => self.to_bottom(),
            Move::NextLink => self.choose_link(&page(), true),
            Move::PreviousLink => self.choose_link(&page(), false),
            Move::Open => return self.chosen(&page()),
            Move::Back => {}
        }
        None
    }

    /// Scrolls by lines, down or up.
    pub fn scroll_by(&self, lines: isize) {
        self.scroll.set(self.scroll.get().saturating_add_signed(lines));
    }

    /// Scrolls by pages, keeping a line in view.
    pub fn scroll_pages(&self, pages: isize) {
        let page = self.height.get().saturating_sub(1).max(1);
        self.scroll_by(pages.saturating_mul(isize::try_from(page).unwrap_or(isize::MAX)));
    }

    /// Scrolls by half pages.
    pub fn scroll_halves(&self, halves: isize) {
        let half = (self.height.get() / 2).max(1);
        self.scroll_by(halves.saturating_mul(isize::try_from(half).unwrap_or(isize::MAX)));
    }

    /// The first line in view, counted from 0.
    #[must_use]
    pub fn top(&self) -> usize {
        self.scroll.get()
    }

    /// Brings a line to the top, as far as the page allows it.
    pub fn scroll_to(&self, line: usize) {
        self.scroll.set(line);
    }

    /// How far down the page is, as it was drawn last; nothing where all of it is in view.
    #[must_use]
    pub fn percent_down(&self) -> Option<usize> {
        let hidden = self.lines.get().checked_sub(self.height.get()).filter(|hidden| *hidden > 0)?;
        Some(self.scroll.get().min(hidden) * 100 / hidden)
    }

    /// To the top, with no link chosen.
    pub fn to_top(&self) {
        self.scroll.set(0);
        self.chosen.set(None);
    }

    /// To the bottom.
    pub fn to_bottom(&self) {
        self.scroll.set(usize::MAX / 2);
    }

    /// Chooses the next link, or the one before; the first or last where none is chosen.
    pub fn choose_link(&self, doc: &Document, forward: bool) {
        let count = doc.links().count();
        if count == 0 {
            return;
        }
        let next = match (self.chosen.get(), forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.chosen.set(Some(next));
        self.reveal.set(true);
    }

    /// The link that is chosen.
    #[must_use]
    pub fn chosen(&self, doc: &Document) -> Option<Target> {
        doc.links().nth(self.chosen.get()?).cloned()
    }

    /// Looks for a text and marks its first place from what is in view on, else from the top; an empty text is none.
    pub fn find(&mut self, text: &str, doc: &Document) {
        let wanted = find::folded(text);
        if wanted.is_empty() {
            self.find = None;
            return;
        }
        let find = Find { wanted, at: Cell::new(0), reveal: Cell::new(false) };
        let top = self.scroll.get();
        let is_below = |place: &Place| place.first().is_some_and(|(row, _)| *row >= top);
        find.mark(self.places(&find, doc).iter().position(is_below).unwrap_or_default());
        self.find = Some(find);
    }

    /// Looks for nothing any more; whether something was looked for.
    pub fn stop_finding(&mut self) -> bool {
        self.find.take().is_some()
    }

    /// Marks the next place of what is looked for, or the one before; whether something is looked for.
    pub fn find_again(&self, doc: &Document, forward: bool) -> bool {
        let Some(find) = &self.find else { return false };
        let count = self.places(find, doc).len();
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            find.mark((find.at.get().min(count - 1) + step) % count);
        }
        true
    }

    /// Which place is marked, counted from 1, and how many there are; `(0, 0)` where there is none.
    #[must_use]
    pub fn found(&self, doc: &Document) -> Option<(usize, usize)> {
        let find = self.find.as_ref()?;
        let count = self.places(find, doc).len();
        Some(((find.at.get() + 1).min(count), count))
    }

    fn places(&self, find: &Find, doc: &Document) -> Vec<Place> {
        find::places(&layout::lines(doc, self.width().max(1)), &find.wanted)
    }

    /// Takes note of the room there is, for a page that is made to fit it.
    pub fn measure(&self, area: Rect) {
        // The last column stays free: the track behind it touches no text.
        self.width.set(usize::from(area.width).saturating_sub(1).max(1));
    }

    /// The cells that a line has, once they are known.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width.get()
    }

    /// Takes note that it is not in view until it is drawn again.
    pub fn leave_view(&self) {
        self.area.set(Rect::ZERO);
        self.links.clear();
    }

    /// Whether it is in view in a cell.
    #[must_use]
    pub fn is_at(&self, cell: Position) -> bool {
        self.area.get().contains(cell)
    }

    /// The link of the page in a cell.
    #[must_use]
    pub fn link_at(&self, cell: Position, doc: &Document) -> Option<Target> {
        doc.links().nth(self.links.at(cell)?).cloned()
    }

    /// Draws the part of the page that is in view.
    pub fn draw(&self, doc: &Document, theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.leave_view();
        if area.is_empty() {
            return;
        }
        self.measure(area);
        let lines = layout::lines(doc, self.width());
        self.draw_lines(&lines, theme, area, buffer);
    }

    /// Draws the part in view of a page that was fitted to the width already.
    pub fn draw_lines(&self, lines: &[Line], theme: Theme, area: Rect, buffer: &mut Buffer) {
        self.leave_view();
        if area.is_empty() {
            return;
        }
        self.measure(area);
        self.area.set(area);
        let height = usize::from(area.height);
        self.height.set(height);
        self.lines.set(lines.len());
        let mut top = self.scroll.get().min(lines.len().saturating_sub(height));
        let row_of_link = |at| lines.iter().position(|line| line.iter().any(|span| is_link(span, at)));
        if self.reveal.take()
            && let Some(row) = self.chosen.get().and_then(row_of_link)
        {
            top = top.min(row).max((row + 1).saturating_sub(height));
        }
        let places = self.find.as_ref().map(|find| find::places(lines, &find.wanted)).unwrap_or_default();
        let marked = self.find.as_ref().map(|find| find.at.get().min(places.len().saturating_sub(1)));
        if self.find.as_ref().is_some_and(|find| find.reveal.take())
            && let Some((row, _)) = marked.and_then(|at| places.get(at)?.first())
        {
            top = top.min(*row).max((row + 1).saturating_sub(height));
        }
        self.scroll.set(top);
        for (line, y) in lines.iter().skip(top).zip(area.top()..area.bottom()) {
            let row = Rect { y, height: 1, ..area };
            self.styled(line, theme).render(row, buffer);
            self.links.add(links_of(line, theme, row));
        }
        for (at, place) in places.iter().enumerate() {
            let style = if marked == Some(at) { theme.selected() } else { theme.found() };
            for (row, bytes) in place {
                let in_view = row.checked_sub(top).filter(|row| *row < height);
                if let (Some(row), Some(line)) = (in_view, lines.get(*row)) {
                    let y = area.y.saturating_add(u16::try_from(row).unwrap_or_default());
                    buffer.set_style(cells_of(line, bytes, theme, Rect { y, height: 1, ..area }), style);
                }
            }
        }
        position::draw(top, lines.len(), theme, area, buffer);
    }

    fn styled<'a>(&self, line: &'a Line, theme: Theme) -> TuiLine<'a> {
        let spans = line.iter().map(|span| {
            let is_chosen = self.chosen.get().is_some_and(|at| is_link(span, at));
            let style = if is_chosen { theme.selected() } else { theme.style(span.role) };
            TuiSpan::styled(shown(&span.text, theme), style)
        });
        TuiLine::from(spans.collect::<Vec<_>>())
    }
}

/// The cells that some bytes of a line take in an area.
fn cells_of(line: &Line, bytes: &Range<usize>, theme: Theme, area: Rect) -> Rect {
    let text: String = line.iter().map(|span| span.text.as_str()).collect();
    let cells = |bytes: Range<usize>| {
        let text = text.get(bytes).unwrap_or_default();
        u16::try_from(layout::width(&shown(text, theme))).unwrap_or(u16::MAX)
    };
    let x = area.x.saturating_add(cells(0..bytes.start));
    Rect { x, width: cells(bytes.clone()), ..area }.intersection(area)
}

/// Where the links of a line are, with their numbers on the page.
fn links_of(line: &Line, theme: Theme, area: Rect) -> impl Iterator<Item = (Rect, usize)> {
    let mut end = 0;
    line.iter().filter_map(move |span| {
        let bytes = end..end + span.text.len();
        end = bytes.end;
        span.link.as_ref().map(|_| (cells_of(line, &bytes, theme, area), span.nth))
    })
}

fn is_link(span: &crate::report::document::Span, at: usize) -> bool {
    span.link.is_some() && span.nth == at
}
