//! The screens: what each shows, as a page from `report`, and how its list and page are moved in.

pub mod assess;
pub mod browse;
pub mod guide;

use super::action::{Action, ScreenId};
use super::app::App;
use super::pane::Pane;
use crate::coach::plan::{self, calendar};
use crate::coach::readiness::{self, about::About};
use crate::guide::id::Link;
use crate::report::doc::Doc;
use crate::report::page::{self, compare, explain, gap, level, overview};

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
        ScreenId::Plan => app.plan_page.get_or_init(|| plan(app)).clone(),
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

/// The way to the target: what speaks for the person beside the score, then the steps.
fn plan(app: &App) -> Doc {
    let (library, guide, profile) = (app.library(), app.guide(), &app.profile);
    let Some(level) = app.target() else {
        let mut doc = Doc::titled("No target yet");
        doc.paragraph("t chooses the level you aim for; the plan leads there.");
        return doc;
    };
    let readiness = readiness::assess(library, guide, level, profile);
    let mut doc = Doc::titled(format!("{}: how ready you are", level.title));
    page::readiness::add_bars(&readiness, &mut doc);
    let way = plan::plan(library, guide, level, &profile.ratings);
    let hours = About::of(&profile.about).hours_per_week.value().copied();
    let calendar = calendar::calendar(&way, hours, app.today(), None);
    doc.append(page::plan::page(app.book(), &way, &calendar));
    doc
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
