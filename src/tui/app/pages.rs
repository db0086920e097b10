//! Pages over the screen, and what the help and the footer say of the keys that work everywhere.

use super::App;
use super::bindings::{self, ALWAYS, EVERYWHERE};
use crate::report::document::{Cell, Column, Document, Role};
use crate::report::layout::{self, NO_BREAK};
use crate::report::pages::heat_map::HeatMap;
use crate::report::pages::{Face, GuideView};
use crate::session::NamedKey;
use crate::tui::dialogs::page::Page;
use crate::tui::keymap::{Line, Listing, Rank};
use crate::tui::screens::ScreenId;
use crate::tui::screens::home::is_first_start;
use crate::tui::widgets::{filter, pane};

impl App {
    /// What can be done from every screen. Whoever is new has nothing to export and nothing to look up: the footer offers the help and
    /// the way out alone.
    pub(super) fn everywhere_listing(&self) -> Listing {
        let mut listing = bindings::everywhere();
        if self.shown() == ScreenId::Home && is_first_start(&self.session) {
            for line in listing.lines.iter_mut().filter(|line| line.rank() < Rank::High) {
                line.hint = "";
            }
        }
        if self.session.target().is_none() {
            // Nothing leads further than choosing one.
            let target = listing.lines.iter_mut().filter(|line| line.id == NamedKey::Target.id());
            target.for_each(|line| *line = line.ranked(Rank::Usual));
        }
        if self.shown() == ScreenId::Practice {
            // There is nothing of a question to export.
            let export = listing.lines.iter_mut().filter(|line| line.id == NamedKey::Export.id());
            export.for_each(|line| line.hint = "");
        }
        listing
    }

    /// Opens a page over the screen that says what has to be known, a sentence a paragraph.
    pub fn tell(&mut self, title: &str, sentences: &[String]) {
        let mut doc = Document::default();
        for sentence in sentences {
            doc.gap();
            doc.paragraph(sentence.as_str());
        }
        self.dialogs.push(Page::new(title, doc).into());
    }

    /// Shows the heat map of skills and levels.
    pub(super) fn open_heat_map(&mut self) {
        let map = HeatMap::of(GuideView::new(&self.session, Face::Interface), &self.session);
        self.dialogs.push(Page::fitting("Skills and levels", move |width| map.page(width)).into());
    }

    /// Explains the bindings in force.
    pub(super) fn open_help(&mut self) {
        let mut listings = self.listings();
        // An action without a key can't be done here.
        listings.iter_mut().for_each(|listing| listing.lines.retain(|line| !line.keys.is_empty()));
        listings.sort_by_key(|listing| place_in_help(listing.title));
        let keys = listings.iter().flat_map(|listing| &listing.lines).map(Line::keys_in_words);
        let widest = keys.map(|keys| layout::width(&keys)).max().unwrap_or_default();
        let row = |line: &Line| {
            let keys = line.keys_in_words();
            let rest = NO_BREAK.to_string().repeat(widest.saturating_sub(layout::width(&keys)));
            vec![Cell::new(Role::Strong, keys + &rest), line.words.into()]
        };
        let mut doc = Document::default();
        for listing in &listings {
            doc.heading(listing.title);
            doc.table(vec![Column::default(); 2], listing.lines.iter().map(row).collect());
        }
        self.dialogs.push(Page::new("Keys on this screen", doc).into());
    }
}

/// Where a table of keys stands in the help: what only this screen can do comes first.
fn place_in_help(title: &str) -> u8 {
    match title {
        _ if title == ALWAYS.title => 3,
        _ if title == EVERYWHERE.title => 2,
        _ if title == pane::BINDINGS.title || title == filter::OPENING_BINDINGS.title => 1,
        _ => 0,
    }
}
