//! What the toolkit shows: its list, and a page for each row.

use super::rows::{self, Row};
use super::{Toolkit, find};
use crate::report::document::{Document, Element, Role, Span};
use crate::report::export;
use crate::report::pages::{Face, GuideView, ads, hint, matching};
use crate::session::{Fit, NamedKey, ReadAd, Session};
use crate::tui::outcome::Draft;
use crate::tui::theme::Theme;
use crate::tui::widgets::list_and_page::{Content, Split};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Toolkit {
    /// Draws the list and the page of the marked row.
    pub(super) fn draw_all(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let row = self.place(session);
        let draft = self.draft.as_ref();
        let split = match self.list.in_page {
            // Whoever reads needs the room, and only the names to see where they are.
            true => Split::narrow(area, rows::NAMES_ALONE),
            false => Split::for_page(area, rows::needs(draft, session)),
        };
        let content = Content {
            split,
            rows: rows::list(draft, &row, session, split.list_width(area)),
            // Whoever reads wants to see the page; the list shows where it belongs.
            most_rows: area.height / if self.list.in_page { 4 } else { 2 },
            list_title: "Toolkit",
            title: self.title(&row, session),
            page: page(&row, draft, session),
        };
        self.list.draw(content, theme, area, buffer);
    }

    /// What the page is; the way back, while the keys move in it.
    fn title(&self, row: &Row, session: &Session) -> String {
        if self.list.in_page {
            return self.list.title("list", session.key(NamedKey::Back));
        }
        match row {
            Row::Draft => "not kept yet".to_owned(),
            Row::Kept(name) => name.clone(),
            Row::Document(_) if session.target().is_some() => "preview".to_owned(),
            Row::Read | Row::Demand | Row::Document(_) => String::new(),
        }
    }
}

/// The page of a row, its links numbered.
pub fn page(row: &Row, draft: Option<&Draft>, session: &Session) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let doc = match row {
        Row::Read => how_to_read(session),
        Row::Draft => draft.map(|draft| {
            let key = session.key(NamedKey::KeepAd);
            matched(view, &draft.fit, &format!("Not kept yet: press {key} to keep it."))
        }),
        Row::Kept(name) => find(session, name).map(|read| matched(view, &read.fit, &standing(read))),
        Row::Demand => session.ads_demand().map(|demand| {
            let mut doc = Document::default();
            ads::add_demand(view, demand, &mut doc);
            doc
        }),
        Row::Document(subject) => match session.target() {
            Some(level) => export::preview(*subject, session, level),
            None => Some(Document(vec![Element::Paragraph(vec![hint::set_target(view).into()])])),
        },
    };
    doc.unwrap_or_default().numbered()
}

/// An ad against the ratings, with how far the application has come below its title.
fn matched(view: GuideView<'_>, fit: &Fit, standing: &str) -> Document {
    let mut doc = matching::page(view, &fit.ad, &fit.matched, &fit.words);
    let standing = Element::Paragraph(vec![Span::new(Role::Strong, standing)]);
    let below_title = 1.min(doc.0.len());
    doc.0.splice(below_title..below_title, [standing]);
    doc
}

fn standing(ReadAd { kept, .. }: &ReadAd) -> String {
    let outcome = if kept.outcome.is_empty() { String::new() } else { format!(": {}", kept.outcome) };
    let day = kept.kept_on.map(|day| format!(" · kept on {day}")).unwrap_or_default();
    format!("{} · {}{outcome}{day}", kept.name, kept.state.name())
}

fn how_to_read(session: &Session) -> Option<Document> {
    let key = |key| session.key(key);
    let mut doc = Document::titled("Read a job ad");
    doc.paragraph(Span::new(
        Role::Strong,
        format!("Paste a job ad, or press {} to open a file.", key(NamedKey::Open)),
    ));
    doc.gap();
    doc.paragraph("You see which skills it asks for and how well you match: a range, what to prove before you apply, and what else it asks of you.");
    doc.gap();
    doc.paragraph(format!(
        "Then {} keeps it, and {} sets how far your application has come. The ad stays on this computer.",
        key(NamedKey::KeepAd),
        key(NamedKey::AdState)
    ));
    Some(doc)
}
