//! The screens: what each shows, as a page from `report`, and how its list and page are moved in.

pub mod assess;
pub mod browse;
pub mod guide;

use super::action::{Action, ScreenId};
use super::app::App;
use super::pane::Pane;
use crate::guide::id::Link;
use crate::report::doc::Doc;
use crate::report::page::{compare, explain, gap, level, overview};

/// The page of the screen in view.
#[must_use]
pub fn doc(app: &App) -> Doc {
    let book = app.book();
    let levels = &app.guide().levels;
    let doc = match app.screen {
        ScreenId::Home => {
            let score = app.target_score();
            let steps = score.map(|score| app.steps(score)).unwrap_or_default();
            overview::home(book, &app.assessment, score, &steps)
        }
        ScreenId::Guide => guide::page(book, &app.reader.place, &app.profile.ratings),
        ScreenId::Ladder => match (levels.get(app.ladder.selected), &app.marked) {
            (Some(to), Some(marked)) if *marked != to.id => {
                app.guide().level(marked).map(|from| compare::page(book, from, to)).unwrap_or_default()
            }
            (Some(selected), _) => level::page(book, selected),
            (None, _) => Doc::default(),
        },
        ScreenId::Assess => Doc::default(),
        ScreenId::Gap => match app.assessment.levels.get(app.gap.selected) {
            Some(score) => {
                let mut doc = gap::level(book, score, &app.steps(score));
                if app.explained {
                    let mut arithmetic = explain::page(book, score);
                    arithmetic.append(doc);
                    doc = arithmetic;
                }
                doc
            }
            None => Doc::default(),
        },
    };
    doc.numbered()
}

/// Moves in a page. The answer is a link to follow.
pub fn move_in(pane: &Pane, doc: &Doc, action: Action) -> Option<Link> {
    match action {
        Action::Up => pane.scroll_by(-1),
        Action::Down => pane.scroll_by(1),
        Action::PageUp => pane.scroll_pages(-1),
        Action::PageDown => pane.scroll_pages(1),
        Action::Top => pane.to_top(),
        Action::Bottom => pane.to_bottom(),
        Action::NextLink => pane.choose_link(doc, true),
        Action::PreviousLink => pane.choose_link(doc, false),
        Action::Open => return pane.chosen(doc),
        _ => {}
    }
    None
}
