//! The guide: contents beside a page, which may also be a skill, a level or a question that a link led to.

use crate::guide::id::{Link, SectionId};
use crate::guide::model::Guide;
use crate::report::document::{Document, Role, Span};
use crate::report::pages::{self, Face, GuideView};
use crate::session::Session;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Bindings, Keymap, Listing, bind};
use crate::tui::outcome::{Destination, Outcome, Questions};
use crate::tui::screen::Screen;
use crate::tui::theme::Theme;
use crate::tui::widgets::list_and_page::ListAndPage;
use crate::tui::widgets::pane::{self, Move};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this width the contents stand beside the page.
const SIDE_BY_SIDE: u16 = 78;
const CONTENTS_WIDTH: u16 = 26;

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Reader {
    contents: ListAndPage,
    /// What the page shows; nothing in a guide without sections.
    place: Option<Link>,
}

/// What a key does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Rates the skill that the page is about.
    RateThis,
    /// Moves in the contents or in the page.
    Move(Move),
}

/// The keys of the screen; those of lists and pages hold here too.
pub const BINDINGS: Bindings<Action> = Bindings { title: "Guide", list: LIST };

const LIST: &[Binding<Action>] =
    &[bind(Action::RateThis, "rate-this", &["r"], "rate the skill on this page").hint("r rate")];

impl Reader {
    /// At the first section.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        Self { contents: ListAndPage::default(), place: section_at(guide, 0) }
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
                    Outcome::said("This page is not about one skill. Open a skill first, then press r.")
                }
            },
            Action::Move(Move::Back) => Outcome::back(),
            Action::Move(movement) => Outcome::follow(self.go(movement, session)),
        }
    }

    fn go(&mut self, movement: Move, session: &Session) -> Option<Link> {
        let (guide, before) = (session.guide(), self.contents.selected);
        let place = self.place.clone();
        let page = || page(session, place.as_ref());
        let link = self.contents.go(movement, in_order(guide).count(), page);
        if self.contents.selected != before {
            self.place = section_at(guide, self.contents.selected);
        }
        link
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
        self.place = Some(link);
    }

    /// The contents: parts and their sections.
    fn rows(&self, guide: &Guide) -> Rows {
        let mut rows = Rows::default();
        let mut at = 0;
        for part in &guide.parts {
            rows.lines.push(vec![Span::new(Role::Dim, &part.title)]);
            for section in part.sections.iter().filter_map(|id| guide.section(id)) {
                if at == self.contents.selected {
                    rows.selected = rows.lines.len();
                }
                at += 1;
                rows.lines.push(vec![format!(" {}", section.title).into()]);
            }
        }
        rows
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
    fn listings(&self) -> Vec<Listing> {
        vec![BINDINGS.listing(), pane::BINDINGS.listing()]
    }

    fn press(&mut self, key: Key, keymap: &Keymap, session: &Session) -> Option<Outcome> {
        let action = keymap.action(&BINDINGS, key);
        let action = action.or_else(|| keymap.action(&pane::BINDINGS, key).map(Action::Move))?;
        Some(self.update(action, session))
    }

    fn close_topmost(&mut self, session: &Session) -> bool {
        let left = self.contents.leave_page();
        if left {
            self.place = section_at(session.guide(), self.contents.selected);
        }
        left
    }

    fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let rows = self.rows(session.guide());
        let in_page = self.contents.in_page;
        let draw_page = |area, buffer: &mut Buffer| {
            self.contents.pane.draw(&page(session, self.place.as_ref()), theme, area, buffer);
        };
        let is_narrow = area.width < SIDE_BY_SIDE;
        self.contents.measure(is_narrow.then_some(area.height));
        if is_narrow {
            if in_page {
                draw_page(area, buffer);
            } else {
                rows.draw(true, theme, area, buffer);
            }
            return;
        }
        let widths = [Constraint::Length(CONTENTS_WIDTH), Constraint::Length(3), Constraint::Min(0)];
        let [left, middle, right] = Layout::horizontal(widths).areas(area);
        rows.draw(!in_page, theme, left, buffer);
        rule::draw_upright(theme, middle, buffer);
        draw_page(right, buffer);
    }
}
