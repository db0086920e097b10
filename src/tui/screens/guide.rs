//! The guide: contents beside a page, which may also be a skill, a level or a question that a link led to.

mod drawing;

use crate::guide::id::{Link, SectionId};
use crate::guide::model::Guide;
use crate::report::document::{Document, Target};
use crate::report::pages::{self, Face, GuideView};
use crate::session::{NamedKey, Session};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, Rank, bind};
use crate::tui::memory::Memory;
use crate::tui::outcome::{Destination, Outcome, Questions};
use crate::tui::screen::{Reading, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::clickable::RowAt;
use crate::tui::widgets::field;
use crate::tui::widgets::filter::{Filtered, Pressed};
use crate::tui::widgets::list_and_page::ListAndPage;
use crate::tui::widgets::pane::{self, Move};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;
use tui_input::Input as Field;

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Reader {
    contents: ListAndPage,
    /// What the page shows; nothing in a guide without sections.
    place: Option<Link>,
    /// How far each page has been read, and which pages have a bookmark.
    memory: Memory,
    /// The text that is typed to be found on the page.
    typed: Option<Field>,
    cursor: Cell<Option<Position>>,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Rates the skill that the page is about.
    RateThis,
    /// Sets a bookmark on the page, or removes it.
    Bookmark,
    /// Moves in the contents or in the page.
    Move(Move),
    /// Asks for a text to find on the page.
    Find,
    /// Goes to the next place of that text.
    FindNext,
    /// Goes to the place before.
    FindPrevious,
}

/// What a key does while a text to find is typed; every other key types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Closes the field; what is found stays marked.
    Accept,
    /// Closes the field, and marks nothing.
    Cancel,
    /// Goes to the next place.
    Next,
    /// Goes to the place before.
    Previous,
}

/// The keys of the screen; those of lists and pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Guide", list: LIST };

const LIST: &[Binding<Action>] = &[
    bind(Action::RateThis, "rate-this", &["r"], "rate the skill on this page").hint("r rate"),
    bind(Action::Bookmark, "bookmark", &["b"], "set a bookmark on this page, or remove it")
        .hint("b bookmark")
        .rank(Rank::Low),
];

/// The keys of an open page.
pub const PAGE_BINDINGS: Bindings<Action> = Bindings { title: "An open page of the guide", list: PAGE_LIST };

const PAGE_LIST: &[Binding<Action>] = &[
    bind(Action::Find, "find", &["/"], "find a text on this page").hint("/ find"),
    bind(Action::FindNext, "find-next", &["n"], "to the next place where the text was found"),
    bind(Action::FindPrevious, "find-previous", &["N"], "to the place before it"),
];

/// The keys while a text to find is typed.
pub const FINDING_BINDINGS: Bindings<Finding> = Bindings { title: "Finding on a page", list: FINDING_LIST };

const FINDING_LIST: &[Binding<Finding>] = &[
    bind(Finding::Accept, "finding-accept", &["enter"], "keep the place, to go on from there")
        .hint("Enter done"),
    bind(Finding::Cancel, "finding-cancel", &["esc"], "close without finding").hint("Esc cancel"),
    bind(Finding::Next, "finding-next", &["down", "ctrl-n", "tab"], "to the next place").hint("↑↓ place"),
    bind(Finding::Previous, "finding-previous", &["up", "ctrl-p", "backtab"], "to the place before"),
];

/// All tables of the screen.
#[must_use]
pub fn all_listings() -> [Listing; 3] {
    [BINDINGS.listing(), PAGE_BINDINGS.listing(), FINDING_BINDINGS.listing()]
}

impl Reader {
    /// At the first section.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        Self {
            contents: ListAndPage::default(),
            place: section_at(guide, 0),
            memory: Memory::default(),
            typed: None,
            cursor: Cell::new(None),
        }
    }

    /// What the page shows.
    #[must_use]
    pub const fn place(&self) -> Option<&Link> {
        self.place.as_ref()
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, session: &Session) -> Outcome {
        match action {
            Action::RateThis => match &self.place {
                Some(Link::Skill(skill)) => {
                    Outcome::visit(Destination::Questions(Questions::From(skill.clone())))
                }
                Some(Link::Section(_) | Link::Faq(_) | Link::Level(_)) | None => {
                    let key = session.key(NamedKey::RateThis);
                    Outcome::said(format!(
                        "This page is not about one skill. Open a skill first, then press {key}."
                    ))
                }
            },
            Action::Bookmark => self.toggle_bookmark(session),
            Action::Find => {
                self.contents.pane.stop_finding();
                self.typed = Some(Field::default());
                Outcome::nothing()
            }
            Action::FindNext => self.find_again(true, session),
            Action::FindPrevious => self.find_again(false, session),
            Action::Move(Move::Back) if self.contents.pane.stop_finding() => Outcome::nothing(),
            Action::Move(Move::Back) => Outcome::back(),
            Action::Move(movement) => Outcome::follow(self.go(movement, session)),
        }
    }

    fn toggle_bookmark(&self, session: &Session) -> Outcome {
        let Some(place) = &self.place else { return Outcome::nothing() };
        let title = GuideView::new(session, Face::Interface).link_title(place).to_owned();
        if self.memory.toggle_bookmark(place) {
            let key = session.key(NamedKey::Bookmarks);
            Outcome::said(format!("Bookmark set on \u{201c}{title}\u{201d}. {key} lists your bookmarks."))
        } else {
            Outcome::said(format!("Bookmark removed from \u{201c}{title}\u{201d}."))
        }
    }

    /// What is remembered of the guide.
    #[must_use]
    pub const fn memory(&self) -> &Memory {
        &self.memory
    }

    /// More is remembered now: shows the page where it was left.
    pub fn recalled(&self) {
        if let Some(place) = &self.place {
            self.contents.pane.scroll_to(self.memory.read_to(place));
        }
    }

    fn find_again(&self, forward: bool, session: &Session) -> Outcome {
        if self.contents.pane.find_again(&self.page(session), forward) {
            return Outcome::nothing();
        }
        let key = session.key(NamedKey::Find);
        Outcome::said(format!("Press {key} first, and type what to find on this page."))
    }

    fn update_finding(&mut self, action: Finding, session: &Session) -> Outcome {
        match action {
            Finding::Accept => self.typed = None,
            Finding::Cancel => {
                self.typed = None;
                self.contents.pane.stop_finding();
            }
            Finding::Next => return self.find_again(true, session),
            Finding::Previous => return self.find_again(false, session),
        }
        Outcome::nothing()
    }

    /// Looks for what is typed by now.
    fn look_for_typed(&mut self, session: &Session) {
        if let Some(field) = &self.typed {
            self.contents.pane.find(field.value(), &page(session, self.place.as_ref()));
        }
    }

    fn page(&self, session: &Session) -> Document {
        page(session, self.place.as_ref())
    }

    fn go(&mut self, movement: Move, session: &Session) -> Option<Target> {
        let before = self.contents.selected;
        let place = self.place.clone();
        let page = || page(session, place.as_ref());
        let link = self.contents.go(movement, in_order(session.guide()).count(), page);
        self.follow_selection(before, session);
        link
    }

    /// Shows the page of the selected row, where another one was selected before.
    fn follow_selection(&mut self, before: usize, session: &Session) {
        if self.contents.selected != before {
            self.show(section_at(session.guide(), self.contents.selected));
        }
    }

    /// Opens a page; a section is selected in the contents too.
    pub fn open(&mut self, guide: &Guide, link: Link) {
        let selected = match &link {
            Link::Section(id) => in_order(guide).position(|section| section == id),
            Link::Faq(_) | Link::Skill(_) | Link::Level(_) => None,
        };
        let selected = selected.unwrap_or(self.contents.selected);
        self.contents = ListAndPage::at(selected);
        self.contents.in_page = true;
        self.typed = None;
        self.show(Some(link));
    }

    /// Shows a page where it was left.
    fn show(&mut self, place: Option<Link>) {
        self.contents.pane.to_top();
        self.contents.pane.scroll_to(place.as_ref().map_or(0, |place| self.memory.read_to(place)));
        self.place = place;
    }
}

/// The sections as the contents list them; asking them for their pages would read the whole guide.
fn in_order(guide: &Guide) -> impl Iterator<Item = &SectionId> {
    guide.parts.iter().flat_map(|part| &part.sections)
}

fn section_at(guide: &Guide, at: usize) -> Option<Link> {
    in_order(guide).nth(at).cloned().map(Link::Section)
}

/// The page of a link, its links numbered.
fn page(session: &Session, place: Option<&Link>) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let doc = place.and_then(|place| match place {
        Link::Section(id) => view.guide.section(id).map(|section| pages::guide::section(view, section)),
        Link::Faq(id) => view.guide.faq(id).map(|faq| pages::guide::faq(view, faq)),
        Link::Level(id) => view.guide.level(id).map(|level| pages::level::page(view, level)),
        Link::Skill(id) => {
            view.library.skill(id).map(|skill| pages::skill::page(view, skill, session.rating(id)))
        }
    });
    doc.unwrap_or_default().numbered()
}

impl Screen for Reader {
    fn listings(&self, _session: &Session) -> Vec<Listing> {
        if self.typed.is_some() {
            return vec![FINDING_BINDINGS.listing()];
        }
        let page = self.contents.in_page.then(|| PAGE_BINDINGS.listing());
        let mut own = BINDINGS.listing();
        for (line, binding) in own.lines.iter_mut().zip(LIST) {
            // Only the page of a skill has something to rate.
            if binding.action() == Action::RateThis && !matches!(self.place, Some(Link::Skill(_))) {
                line.hint = "";
            }
        }
        let all = [own].into_iter().chain(page).chain([pane::BINDINGS.listing()]).collect();
        self.contents.listings(all)
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        if self.typed.is_some() {
            return Some(self.update_finding(keymap.action(&FINDING_BINDINGS, key)?, session));
        }
        let of_page = || self.contents.in_page.then(|| keymap.action(&PAGE_BINDINGS, key)).flatten();
        let action = keymap.action(&BINDINGS, key).or_else(of_page);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn list(&self) -> Option<&dyn Filtered> {
        Some(&self.contents)
    }

    fn press_filter(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Pressed {
        if self.typed.is_some() {
            return Pressed::Other;
        }
        let before = self.contents.selected;
        let pressed = self.contents.press_filter(key, keymap, in_order(session.guide()).count());
        self.follow_selection(before, session);
        pressed
    }

    fn row_names(&self, session: &Session) -> Vec<String> {
        let guide = session.guide();
        let title = |id| guide.section(id).map(|section| section.title.clone()).unwrap_or_default();
        in_order(guide).map(title).collect()
    }

    fn takes_text(&self) -> bool {
        self.typed.is_some() || self.contents.is_filtered()
    }

    fn edit(&mut self, key: Key, session: &Session) {
        if let (Some(field), Some(request)) = (&mut self.typed, key.field_request()) {
            field.handle(request);
            self.look_for_typed(session);
        } else if self.contents.is_filtered() {
            let before = self.contents.selected;
            self.contents.edit_filter(key, &self.row_names(session));
            self.follow_selection(before, session);
        }
    }

    fn paste(&mut self, pasted: &str, session: &Session) {
        if let Some(field) = &mut self.typed {
            field::insert(field, pasted);
            self.look_for_typed(session);
        } else {
            let before = self.contents.selected;
            self.contents.paste_filter(pasted, &self.row_names(session));
            self.follow_selection(before, session);
        }
    }

    fn cursor(&self) -> Option<Position> {
        match self.typed {
            Some(_) => self.cursor.get(),
            None => self.contents.filter_cursor(),
        }
    }

    fn reading(&self, session: &Session) -> Option<Reading<'_>> {
        Some(Reading::of(self.page(session), &self.contents.pane))
    }

    fn row_at(&self, cell: Position, _session: &Session) -> Option<RowAt> {
        // While something is typed to be found on the page, the arrows don't move in the contents.
        self.typed.is_none().then(|| self.contents.row_at(cell)).flatten()
    }

    fn close_topmost(&mut self, session: &Session) -> bool {
        let left = self.contents.leave_page();
        let selected = section_at(session.guide(), self.contents.selected);
        if left && self.place != selected {
            self.show(selected);
        }
        left
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        drawing::draw(self, session, theme, area, buffer);
    }
}
