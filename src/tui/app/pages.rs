//! Pages over the screen, and what the help and the footer say of the keys that work everywhere.

use super::{App, bindings};
use crate::report::document::{Cell, Column, Document, Role};
use crate::report::pages::heat_map::HeatMap;
use crate::report::pages::{Face, GuideView};
use crate::tui::dialogs::page::Page;
use crate::tui::keymap::{Line, Listing, Rank};
use crate::tui::screens::ScreenId;
use crate::tui::screens::home::is_first_start;

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
        let mut doc = Document::default();
        for listing in self.listings() {
            doc.heading(listing.title);
            let row = |line: &Line| vec![Cell::new(Role::Strong, line.keys_in_words()), line.words.into()];
            // An action without a key can't be done here.
            let lines = listing.lines.iter().filter(|line| !line.keys.is_empty());
            doc.table(vec![Column::default(); 2], lines.map(row).collect());
        }
        self.dialogs.push(Page::new("Keys on this screen", doc).into());
    }
}
